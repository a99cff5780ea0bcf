# The page Jobs: what the system does by itself.

web-nav-jobs = Jobs
web-jobs-title = Jobs
web-jobs-lead = What happens by itself: imports, tidying and backups. You can close the page; the work goes on.
web-jobs-go = Show the jobs
web-done-job = The job is being tried again.

web-jobs-alarm = Something needs you
web-jobs-alarm-given-up = { $job } did not work, after several attempts. The system gave up { $time }.
web-jobs-alarm-late = { $job } should have brought something new, but has not since { $time }.
web-jobs-alarm-letters = { $count ->
    [one] 1 letter to { $room } has been waiting since { $time }. Ask them whether they can be reached, and whether they are still paired with this room.
   *[other] { $count } letters to { $room } are waiting, the first since { $time }. Ask them whether they can be reached, and whether they are still paired with this room.
}

web-jobs-now = Running now
web-jobs-none = Nothing is running just now.
web-jobs-soon = A job is about to begin.
web-jobs-stage = { $job }: { $stage }
web-jobs-so-far = { $stage } – { $done } so far
web-jobs-since = { $job } has been running since { $time }.

web-jobs-given-up = Waits for you
web-jobs-given-up-caption = Jobs that the system has given up
web-jobs-name = Job
web-jobs-when = When
web-jobs-why = Why
web-jobs-do = Action
web-jobs-again = Try again

web-jobs-coming = Coming up
web-jobs-coming-caption = Jobs that wait and jobs that come again
web-jobs-often = How often
web-jobs-next = Next time
web-jobs-ok = Last went well
web-jobs-once = Once
web-jobs-cut-off = Cut off, will be done again
web-jobs-failed = { $count ->
    [one] Will be done again after 1 failed attempt
   *[other] Will be done again after { $count } failed attempts
}
web-jobs-paused = Paused
web-jobs-never = Not yet
web-jobs-each-minute = Every minute
web-jobs-each-minutes = Every { $minutes } minutes
web-jobs-each-hours = Every { $hours } hours
web-jobs-each-day = Every day at { $time }

web-jobs-history = History
web-jobs-history-caption = The latest runs, newest first
web-jobs-no-history = No job has run yet.
web-jobs-began = Began
web-jobs-took = Took
web-jobs-outcome = How it went
web-jobs-said = Message
web-jobs-was-done = Done
web-jobs-was-again = Did not work, will be done again
web-jobs-was-given-up = Did not work
web-jobs-was-cut-off = Cut off, will be done again
web-jobs-seconds = { $seconds } s
web-jobs-minutes = { $minutes } min
