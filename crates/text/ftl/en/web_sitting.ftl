# The first sitting: many pupils at once.

web-sitting-title = First sitting at { $school }
web-sitting-lead = Many of the pupils you know already. Tick those whom somebody works with, and it becomes clear who is left to ask about.
web-sitting-progress = Gone through
web-sitting-caption = Left to go through, in the order of the list
web-sitting-name = Pupil
web-sitting-class = Class
web-sitting-why = Reasons to ask
web-sitting-since = Since
web-sitting-absence = Absent this term
web-sitting-open = Open
web-sitting-open-pupil = Open { $name }
web-sitting-all = Tick all on the page
web-sitting-ticked = # chosen
web-sitting-who = Who works with them?
web-sitting-when = When is it followed up?
web-sitting-save = Mark as known, work going on
web-sitting-keys = Space ticks, the up and down arrows go between the rows.
web-sitting-marked = { $count ->
    [one] 1 pupil is marked as known. The follow-up is with the one you chose.
   *[other] { $count } pupils are marked as known. The follow-ups are with the one you chose.
}
web-sitting-end = End the sitting
web-sitting-end-help = You can end it although some are left. They are on the list as usual, and you can always come back here.
web-sitting-empty = All have been gone through
web-sitting-empty-help = Those still on the list are the ones you want to ask about. Begin there tomorrow.
web-sitting-empty-list = To the list
web-sitting-ended = The sitting has been ended
web-sitting-ended-help = Pupils who are left are on the list. You may go through more of them like this.
web-sitting-choose = Choose a school
web-sitting-choose-none = No school waits for a first sitting
web-sitting-choose-none-help = The sitting is held once, when a school's attendance has been read for the first time.
web-sitting-week = { $week }
