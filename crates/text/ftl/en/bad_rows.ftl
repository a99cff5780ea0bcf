# A row that cannot be read: where it stands and what to do. Never the value itself, for it may be a name.

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
