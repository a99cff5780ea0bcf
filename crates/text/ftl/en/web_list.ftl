# Attendance: the work list.

web-list-lists = Lists
web-list-school = The school's list
web-list-team = May need the team
web-list-parts = What has been done
web-list-open = To do
web-list-nobody = Nobody has acted
web-list-follow-up = Follow up
web-list-cleared = Followed up later
web-list-all = All

web-list-school-label = School
web-list-class = Class
web-list-level = Grade
web-list-signal = Reason to ask
web-list-all-schools = All schools
web-list-all-classes = All classes
web-list-all-levels = All grades
web-list-all-signals = All reasons

web-list-caption = Pupils to ask about
web-list-pupil = Pupil
web-list-why = Reason to ask
web-list-absent = Absence this term
web-list-state = Where it stands
web-list-since = Since { $week }
web-list-band = { $name } ≥ { $band }%
web-list-level5 = { $name }, level { $level }

web-state-untouched = Nobody has acted
web-state-due = Time to follow up
web-state-new-signal = Follow up: new signal
web-state-higher = Follow up: higher level
web-state-cleared = Followed up { $day }
web-state-how = { $step } { $day } · { $by }
web-state-acted = Documented { $day }

web-list-next = Next { $rows }
web-list-start = To the start of the list
web-list-rule = Why is the list in this order?
web-list-rule-help = The order is a fixed rule, no judgement of the pupil. What stands first decides; when two pupils are equal there, the next one decides.
web-list-nothing = The list is empty so far
web-list-done = Nothing to do right now
web-list-done-help = Everybody on the list is taken care of and is followed up later. New reasons to ask are shown here when attendance is read in.
web-list-empty = No pupil fits what you chose
web-list-empty-help = Choose something else above, or show all.
web-printed = Printed { $day } by { $name }. This is about pupils: do not leave the paper behind, and shred it afterwards.
