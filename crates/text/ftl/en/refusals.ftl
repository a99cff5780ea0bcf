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

fault = Something went wrong in the machine: { $details }. Nothing that was already saved has changed. Try again, and tell whoever looks after the system if it comes back.
file-not-found = { $file } does not exist. Check the path.
file-not-permitted = { $file } may not be read or written. Ask whoever looks after the machine for permission.
file-unknown-ending = { $file } has an unknown ending. The file should end in .csv or .parquet.
file-not-utf8 = { $file } is not text in UTF-8. Save it as “CSV UTF-8” and try again.
file-broken-parquet = { $file } cannot be read as Parquet. It may have been cut off, or packed in a way that is not supported. Export it again, with zstd, snappy or no packing.
file-unsorted = { $file } is not sorted by pupil. Sort it by pupil, date, start and subject.
file-unsorted-too-large = { $file } is not sorted by pupil and has more than { $rows } rows. Sort it by pupil, date, start and subject and try again.
column-missing = { $file } lacks the column { $column }. Add it, or correct the header.
column-wrong-type = { $file }: the column { $column } has the wrong type. Numbers must be whole, dates dates and subjects text.
column-has-gaps = { $file }: the column { $column } has missing values, which only v and u may have.
column-out-of-range = { $file }: the column { $column } has a number that is too large.
too-many-subjects = The file has more than 65,535 different subject codes. Check that the column subject holds subjects.
minutes-out-of-range = A pupil has more minutes in a week than can be counted. Check the column s.
disk-full = The disk is full, so { $file } could not be written. Nothing that was already saved has changed. Free some space and try again.
disk-read-only = The disk with { $file } cannot be written to.
manifest-broken = { $file } cannot be read. Restore it from a backup; the lesson files are untouched.
manifest-newer = { $file } was written by a newer version of the program. Update the program.
history-busy = Another import of the same school is under way in { $file }. Wait until it is done and try again.
history-changed-meanwhile = The history changed meanwhile. Nothing has been saved. Try again.
history-file-changed = { $file } has been changed or damaged since it was written. Restore it from a backup, or import the school's period again.
undo-no-such-import = There is no import with version { $version } to undo.
undo-later-import = A later import in { $file } covers the same days. Undo that one first.
undo-gone = What was there before the import in { $file } is gone. Import the period again from the source.
term-missing = Give at least one term, for example --term 2026-08-17..2026-12-18.
list-unknown = There is no list called { $list }. The lists are: { $known }.
preset-unknown = There is no preset called { $preset }. Those that exist are: { $known }.
pack-problems = { $count ->
    [one] The method pack has one problem. Correct it and check again.
   *[other] The method pack has { $count } problems. Correct them and check again.
}
history-not-found = { $file } is no attendance history: the file manifest.json is missing. Check the path, or import something first.
output-unwritten = The work is done, but not all that was to be shown could be written. Free some space on the disk and look again.
column-twice = { $file } has the column { $column } twice. Remove or rename one of them.
file-broken-quotes = { $file }, row { $row }: a quotation mark is not closed on the same row. Correct it; otherwise the rows after it are lost.
manifest-missing = { $file } has lesson files but no manifest.json. Restore it from a backup. The lesson files are untouched.
path-is-folder = { $file } is a folder. Give a file.
path-is-file = { $file } is a file, or lies under one. Give a folder.
days-backwards = The period ends on { $to }, before it begins on { $from }. Correct one of the dates.
term-outside = No term lies in the school year that { $day } belongs to. Correct --term.
figures-folder-in-use = { $file } holds other things than earlier figures. Give a folder of its own.
