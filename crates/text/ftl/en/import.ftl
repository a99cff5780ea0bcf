# Import: files of the schools' systems, on the command line and in the browser.

import-told-file = { $file } ({ $format }): { $taken } of { $rows } rows read.
import-told-left = Lessons called off: { $cancelled }. Outside the pupil's time at the school: { $elsewhere }.
import-held-room = The import is held and nothing of it is visible. The files lie sealed in the room. Check the reasons below. If the files are right: confirm on the page Import in the browser, or run the same command again with --confirm.
import-folder-empty = There is no file in { $file } that can be imported. Give files or a folder with CSV, Excel, XML, JSON or Parquet.
import-broke = Something went wrong while the files were read. Nothing has changed. Try again; if it happens again, tell whoever looks after the machine.
import-cut-off = The import was cut off before it was done. Nothing has changed. Make it again.
import-stopped = The reading was stopped. Nothing has changed.
import-not-queued = Somebody else has already ended the import. Open the page Import and have a look.
import-not-done = The import is not visible and cannot be undone.
import-not-held = The import does not wait for anybody any more. Open the page Import and have a look.
import-not-waiting = The files are already being read. Open the page Import and have a look.
import-held-final = What speaks against the import cannot be confirmed: correct the file and import it again.
import-changed-nothing = The import changed nothing, so there is nothing to undo.
import-only-sums = The files have sums and no lessons. Signals are computed from lessons: export absence lesson by lesson.
import-no-roster = None of the files has pupils with school and grade. Add the list of pupils and try again.
import-parquet-too-large = { $file } is too large to be read sealed. Import it on the machine with the command skollinjen import.
import-rehearsed = That was a rehearsal. Nothing has been stored.
import-rehearsed-school = { $school }: { $pupils ->
    [one] one pupil
   *[other] { $pupils } pupils
}, { $rows ->
    [one] one lesson
   *[other] { $rows } lessons
} { $from } to { $to }, { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
}, { $reported } reported.
import-rehearsed-listed = On the school's list { $date }: { $listed } pupils.
import-rehearsed-few = On the school's list { $date }: fewer than { $fewest } pupils.
import-state-waiting = Waits for you to say how the files are read
import-state-queued = Being read
import-state-done = Imported
import-state-held = Held: somebody needs to look
import-state-failed = Could not be imported
import-state-discarded = Thrown away
import-state-undone = Undone
upload-no-file = Choose at least one file.
upload-too-many = At most 50 files at a time. Send them in several rounds.
upload-too-large = { $file } is larger than 16 GB. Export a shorter time.
upload-disk-full = The disk is full, so the file could not be received. Nothing else has changed. Tell whoever looks after the machine.
profile-name = Give the profile a name of at most 80 characters, such as the name of the system.
profile-not-found = There is no profile called { $name }. Make it on the page Import, or check the name.

job-kind-import = Reading of files
job-import-done = { $rows } rows read. Rows that could not be read: { $bad }.
job-import-held = The import is held until somebody has looked at it. See the page Import.
job-import-failed = The files could not be read. See the page Import.
job-import-reading = reading rows
job-import-roster = taking in pupils
job-import-writing = writing the history
job-import-scanning = computing signals
job-import-storing = storing pupils' results
