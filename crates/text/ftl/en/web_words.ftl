# Words that several pages share: the menu, days, steps, zones, roles, and what has just been done.

web-nav-start = Start
web-nav-list = Attendance
web-nav-meeting = Team meeting
web-nav-protected = Protected identity
web-nav-accounts = Accounts
web-nav-about = About the signals

web-search-label = Find a pupil
web-search-button = Search

web-share = { $share }
web-day-1 = Monday
web-day-2 = Tuesday
web-day-3 = Wednesday
web-day-4 = Thursday
web-day-5 = Friday
web-day-6 = Saturday
web-day-7 = Sunday
# "Friday 20 November (week 47)"
web-long-day = { $weekday } { $day } ({ $week })
web-level = { $level ->
    [0] preschool class
   *[other] grade { $level }
}

web-role-mentor = mentor
web-role-school-counsellor = school counsellor
web-role-special-educator = special educator
web-role-school-nurse = school nurse
web-role-head-teacher = head teacher
web-role-coordinator = coordinator
web-role-administrator = administrator
web-role-protected-data-officer = officer for protected identities
web-role-records-manager = records manager
web-role-access-reviewer = access reviewer
web-role-school-social-worker = school social worker
web-role-family-therapist = family therapist
web-role-unit-manager = unit manager
web-role-lead-group = operative lead group

web-done-step = The step is documented.
web-done-decision = The decision is documented.
web-done-retracted = The step is taken back. It stays in the history with your reason.
web-done-follow-up = The follow-up is moved.
web-done-known = The pupils are marked as known.
web-done-sitting = The first sitting is finished.
web-done-meeting = The meeting is finished.
web-done-account = The account is changed.
web-done-account-there = The account is there already: the form was sent twice. The password was shown only once. If you did not have time to read it, choose Give a new password below.
web-done-protected = The check is noted.
web-done-signed-out = You have signed out.

web-again-title = What you wrote is still here
web-again-kept = Nothing is saved yet, but nothing is lost
web-again-signed-out = You have been signed out, because some time has passed. Sign in again in another tab. Then come back here and press Send again.
web-again-signed-in = The form belongs to another sign-in than yours. Look through what you wrote, and press Send again if it is to be saved in your name.
web-again-sign-in = Sign in in a new tab
web-again-written = What you wrote
web-again-send = Send again
web-done-password = The password is changed.
