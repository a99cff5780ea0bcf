# Jobs: what the system does by itself.

job-kind-sweep = Nightly tidying
job-kind-backup = Backup
job-kind-other = Unknown job
job-kind-unknown = This version of the program cannot do this job. Update the program, or take away what asked for it.
job-kind-missing = There is no job called { $kind }. Write skollinjen job list to see which there are.
job-fault = Something went wrong in the machine. Whoever looks after the computer sees in the program's log what was being done.
job-broke = The job was stopped by a fault in the program. Tell whoever looks after the computer if it happens again.
job-cut-off = The job was stopped because the program was closed. It will be done again.
job-not-waiting = The job is already running, or done. Reload the page.
job-lost = Another process took the job over.
job-swept = { $files ->
    [one] 1 file that nobody uses any more was removed.
   *[other] { $files } files that nobody uses any more were removed.
}

job-ran = { $kind }: done. { $said }
job-ran-quietly = { $kind }: nothing to do.
job-ran-badly = { $kind }: did not work. { $said }
job-some-failed = { $count ->
    [one] 1 job did not work.
   *[other] { $count } jobs did not work.
}
job-nothing-due = Nothing to do just now.
job-state-given-up = given up
job-state-running = running
job-state-cut-off = cut off, will be done again
job-state-waiting = waiting
job-state-coming = comes
job-state-paused = paused
