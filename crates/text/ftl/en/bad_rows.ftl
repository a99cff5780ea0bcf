# A row that cannot be read: where it stands and what to do. Never the value itself, for it may be a name.

bad-row-line-whole = { $file }, row { $row }: { $remedy }
bad-row-line = { $file }, row { $row }, column { $column }: { $remedy }

bad-row-wrong-field-count = The row does not have as many fields as the header. See whether a separator is missing or there is one too many.
bad-row-missing = The value is missing. Fill it in at the source and import the file again.
bad-row-not-a-number = Write a whole number, without spaces and decimals.
bad-row-out-of-range = The number is larger or smaller than the column can hold. Correct it at the source.
bad-row-not-a-date = Write the date like this: 2026-11-22.
bad-row-not-true-or-false = Write true or false.
bad-row-unknown-school-form = The school form is unknown. Write FKLASS, GR, GRS, SP or SAM.
bad-row-looks-like-personal-number = The pupil number has more than nine digits and may be a personal number. Use the pupil number that the source system itself gives; a personal number must never stand here.
bad-row-ends-before-start = The period ends before it starts. Correct one of the dates.
bad-row-overlapping-enrolment = The pupil has two rows at the same school that run into each other. Correct the dates or merge the rows.
bad-row-unknown-pupil = The pupil is not in the pupils file. Add the pupil there, or remove the row.
bad-row-control-character = The value has a character that cannot be written, such as a line break. Remove it at the source.
bad-row-not-a-personal-number = This is no personal number, coordination number or temporary number. Correct it at the source. In Excel the column must have the format Text, otherwise digits are lost.
bad-row-not-a-time = Write the time like this: 08:15. When summer time begins there is no time between 02:00 and 03:00.
bad-row-wrong-encoding = The row has characters that cannot be read. Save the file as “CSV UTF-8” and try again.
bad-row-unknown-school = The school cannot be recognised. Give the school unit code in the profile or in the file.
bad-row-unknown-lesson = The attendance is of a lesson that is not in the files. Import the lessons (calendarEvents) of the same days.
bad-row-keys-disagree = The row has two keys that belong to different pupils. Correct the personal number or the pupil number at the source.
bad-row-protected = The row is about a pupil with protected identity. Let whoever is responsible for protected data look at the row at the source.
