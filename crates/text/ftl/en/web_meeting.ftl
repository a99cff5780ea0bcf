# The pupil health team's meeting, one pupil at a time, and its minutes.

web-meeting-title = Pupil health meeting
web-meeting-lead = One pupil at a time, with what is known and three ways forward. What you decide becomes the minutes.
web-meeting-open = A meeting has been begun
web-meeting-open-help = The meeting at { $school } has not been ended. What you have decided is kept.
web-meeting-resume = Go on with the meeting
web-meeting-schools = Begin a new meeting
web-meeting-waiting = { $count ->
    [one] 1 pupil to take up
   *[other] { $count } pupils to take up
}
web-meeting-minutes-needed = { $count ->
    [0] Nobody waits just now.
    [one] The meeting takes about { $minutes } minutes.
   *[other] The meeting takes up the first { $count }, in about { $minutes } minutes.
}
web-meeting-begin = Begin
web-meeting-none = There is no school to hold a meeting at
web-meeting-none-help = Meetings are held by pupil health at a school. If you have such a role, ask whoever manages accounts to add it.
web-meeting-before = Earlier meetings
web-meeting-day = Day
web-meeting-school = School
web-meeting-pupils = Pupils
web-meeting-minutes = Minutes

web-meeting-items = Pupils of the meeting
web-meeting-at = { $number } of { $whole }
web-meeting-left = { $minutes ->
    [0] the last pupil
    [one] about 1 minute left
   *[other] about { $minutes } minutes left
}
web-meeting-previous = Previous
web-meeting-skip = Skip
web-meeting-next = Next
web-meeting-finish = To the minutes
web-meeting-signals = Reasons to ask
web-meeting-no-signals = No reason to ask right now. The pupil is here because it is time to follow up.
web-meeting-steps = Done so far
web-meeting-no-steps = Nothing has been documented yet.
web-meeting-step-closed = Something has been done
web-meeting-step-newer = Written in a newer version of the program
web-meeting-more-steps = { $count ->
    [one] and 1 more step
   *[other] and { $count } more steps
}
web-meeting-pupil-page = The pupil's page

web-meeting-choice = What do you decide?
web-meeting-choice-empty = Choose one of the three, or skip the pupil.
web-meeting-wait = Wait
web-meeting-wait-hint = Look again on a given day.
web-meeting-do = Do something
web-meeting-do-hint = Who, what and when.
web-meeting-inquiry = Propose an inquiry
web-meeting-inquiry-hint = The head teacher decides (chapter 7 section 19 a).
web-meeting-when = When?
web-meeting-what = What is to be done?
web-meeting-why = Why?
web-meeting-save = Save and go on
web-meeting-change = Change and go on
web-meeting-decided = Decided: { $what }
web-meeting-decided-until = Decided: { $what }, { $day }
web-meeting-decided-who = { $name } does it.
web-meeting-keys = 1, 2, 3 choose, Enter saves, ← → go between pupils.

web-minutes-title = Minutes of the pupil health meeting
web-minutes-day = Day
web-minutes-school = School
web-minutes-by = Led by
web-minutes-count = Decisions
web-minutes-left = Not taken up
web-minutes-left-words = { $count ->
    [0] Everybody on the list was taken up.
    [one] 1 pupil was not reached or was skipped, and stays on the list.
   *[other] { $count } pupils were not reached or were skipped. They stay on the list.
}
web-minutes-caption = Decisions about { $count ->
    [one] 1 pupil
   *[other] { $count } pupils
}
web-minutes-pupil = Pupil
web-minutes-class = Class
web-minutes-what = Decision
web-minutes-who = Who
web-minutes-when = When
web-minutes-text = What and why
web-minutes-empty = Nothing has been decided yet
web-minutes-empty-help = Go back to the pupils and choose for each.
web-minutes-back = Back to the pupils
web-minutes-end = End the meeting
web-minutes-end-help = After that the decisions cannot be changed here. Whoever wrote one can take it back on the pupil's page.
web-minutes-ended = The meeting has been ended
web-minutes-ended-help = The tasks are with those who are to do them.
web-minutes-print = Print
web-minutes-printed = Printed { $day } by { $name }. Holds information about pupils: keep and destroy it as other pupil health documents.
web-minutes-checked = Approved
web-minutes-new = To the meetings
web-minutes-assigned = Action
