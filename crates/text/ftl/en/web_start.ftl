# The start page: what needs somebody today.

web-start-title = Hello { $name }!
web-as-of = The figures are up to and including { $day }.
web-start-nothing-imported = No figures have been read in yet. Whoever runs the system reads in pupils and lessons; then this page fills by itself.

web-start-nobody = to consider
web-start-nobody-help = Nobody has documented anything yet.
web-start-follow-up = to follow up now
web-start-follow-up-help = The day has come, or something is new.
web-start-cleared = followed up later
web-start-cleared-help = Something is done and the follow-up is set.
web-start-team = may need the team
web-start-team-help = High absence, or long absence in a row.

web-start-meeting = A team meeting at { $school } has begun
web-start-meeting-go = Go on with the meeting
web-start-sitting = The first sitting is not finished
web-start-sitting-help = Go through the list once together and mark those you already work with. Then the list shows only what is new.
web-start-sitting-go = First sitting at { $school }
web-start-protected = Pupils with protected identity are to be gone through by hand
web-start-protected-help = By { $day }. They are never in lists and signals, so somebody needs to look.
web-start-protected-go = Open the task

web-start-tasks = My tasks
web-start-tasks-help = What you have promised or been given to do, the most urgent first
web-start-task = What
web-start-task-something = Something to do
web-start-task-pupil = Pupil
web-start-task-class = Class
web-start-task-due = By
web-start-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
web-start-today = Today

web-few = 1–4
web-number = { $number }
web-schools = The schools in numbers
web-schools-caption = Attendance school by school
web-schools-school = School
web-schools-pupils = Pupils
web-schools-open = To consider
web-schools-reported = Reported time, four weeks
web-schools-questions = Data to put right
web-schools-few = not shown
web-schools-help = Small numbers are shown as 1–4, so that no pupil can be recognised. Little reported time means that the figures say little, not that absence is low.

web-running = How the system runs
web-running-imported = Latest import
web-running-never = None yet
web-running-accounts = Accounts in use
web-running-manage = Manage accounts

web-start-quiet = All quiet here
web-start-quiet-help = There is nothing that your role needs to do right now. What turns up is shown here.
