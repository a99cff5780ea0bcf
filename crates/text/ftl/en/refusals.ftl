# What stands in the way, and what to do about it.

pack-file-missing = { $file } cannot be read. Check that it is there and that it may be read.
pack-file-unknown = The method pack has no file called { $file }, so it would change nothing. Correct the name or remove the file.
pack-file-broken = { $file } cannot be understood: { $where }. Correct it, or remove the file and the built-in one holds.
pack-unknown-key = { $file }: there is no { $where }. Correct the spelling or remove it.
pack-value-missing = { $file }: { $where } is missing or empty. Fill it in.
pack-value-out-of-range = { $file }: the value in { $where } cannot be used. Percentages go from 0 to 100, bands must ascend and levels must be among the bands.
pack-versions-overlap = { $file }: { $where } occurs twice. Leave only one.
pack-unknown-signal = { $file }: { $where } cannot be read as a signal. Write for example S05 or S01 at least 15.
pack-s12-on-list = { $file }: { $where } uses S12. It asks about the reporting and never puts a pupil on a list. Remove it.
pack-unknown-threshold = { $file }: there is no threshold { $where }. Correct the spelling or remove it.
pack-no-version = { $file }: no version holds on { $where }. Add a version that begins on that day or before.
