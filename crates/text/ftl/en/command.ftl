# What the commands say.

scan-done = Answers for { $pupils } pupils are in { $file }.
synth-done = { $pupils } pupils and { $rows } lesson rows are in { $folder }.

import-read = { $rows } lesson rows read. Cancelled: { $cancelled }. Outside the pupil's time at the school: { $elsewhere }. Outside the period: { $outside }.
import-school = School { $school }, { $from } to { $to }: { $before } rows become { $after }.
import-bad = { $count ->
    [one] One row could not be read and is left out:
   *[other] { $count } rows could not be read and are left out:
}
import-bad-more = … and { $count } more rows.
import-held = The import is on hold until somebody has checked it. The file may be incomplete:
import-held-confirm = Nothing has changed. Check the file. If it is right, run the same command again with --confirm.
import-done = Done. Schools that changed: { $changed }. The history is now at version { $version }.
import-unchanged = The same rows were there already. Nothing has changed.
import-nothing = The file has no rows to import.

held-partial = The file is marked as partial.
held-pupils-gone = { $named ->
    [0] School { $school }
   *[other] { $school }
}: { $pupils } pupils who have rows in the period are missing from the file.
held-leaving = { $named ->
    [0] School { $school }
   *[other] { $school }
}: { $pupils } of { $before } pupils are missing from the pupils file, so their enrolment would end. Check that the file has all pupils of the school.
held-rows-differ = { $named ->
    [0] School { $school }
   *[other] { $school }
}: the period has { $before } rows now but { $after } in the file.
held-fewer-pupils = { $named ->
    [0] School { $school }
   *[other] { $school }
}: { $pupils } pupils in the file. The weeks before had { $usual }. Check that the file has all pupils.
held-fewer-rows = { $named ->
    [0] School { $school }
   *[other] { $school }
}: { $rows } lessons a day in the file. The weeks before had { $usual }. Check that the file has all lessons.
held-reporting-differs = { $named ->
    [0] School { $school }
   *[other] { $school }
}: { $percent }% of the lessons are reported in the file. Usual is { $usual }%. Ask the school whether absence has been reported and whether the export was made as usual.
held-bad-pupils = { $bad } of { $rows } rows of the pupils file could not be read.
held-bad-rows = { $bad } of { $rows } rows could not be read.

history-verified = Version { $version }: { $files } files with { $rows } rows, all whole. Fingerprint { $fingerprint }
history-swept = { $files } files that no longer count are removed.
history-purged = The pupil is gone from the history. Schools rewritten: { $changed }.
history-undone = The import is undone. Schools put back: { $changed }. The history is now at version { $version }.
figures-done = Figures for { $pupils } pupils and { $days } days are in { $folder }.

demo-intro = A made-up school, { $school }, on { $date }: { $pupils } pupils and { $rows } lesson rows, made, imported and scanned in { $seconds } seconds.
list-heading = { $name }: { $count } of { $pupils } pupils
list-more = … and { $count } more pupils. Show more with --top.
list-none = No pupil is on the list.
list-first-mentor = The mentor asks first
list-first-pupil-health = The pupil health team asks first
list-stale = { $count } pupils have had no timetable for more than ten school days and are not shown.
list-reporting = To the head teacher, about the data: { $reporting } pupils have too many unreported lessons, { $timetable } have a far shorter timetable than others. Show them with --reporting.
list-protected = Pupils with protected identity are not in the history. Their attendance is followed by hand.
line-legend = The school line: one mark a week from the start of the school year, the higher the more absence. · no timetable  ? too little reported

week-number = week { $week }
import-list-new = New on the list { $list }: { $count }.
import-list-gone = No longer on the list { $list }: { $count }.
pack-checked = The method pack is in order.
preset-sets = Sets: { $thresholds }
preset-not-covered = Not measured by the signals: { $what }
history-purged-none = The pupil was in no file that counts. Older files that could hold the pupil are gone.
held-protection-unclear = The column protected of the pupils file could not be read in { $rows } rows. A pupil whose mark cannot be read counts as protected, so these pupils would vanish from the history. Write true or false in the column and import the file again.
held-unprotected = { $rows } rows of the pupils file may concern a pupil with protected identity but cannot be read. Correct them first.
list-unknown-pupils = { $count } pupils are in the history but not in the pupils file and are not shown.
reporting-heading = To the head teacher, about the data: { $count } pupils
reporting-why = The questions are about reporting and timetables. They say nothing about absence and put no pupil on a list.
reporting-stale = No timetable
