# Steps: what they are called, who reads them, and what stands in the way.

step-kind-pupil-talk = Talk with the pupil
step-kind-guardian-contact = Contact with a guardian
step-kind-no-answer = Tried to reach, no answer
step-kind-adaptation = Adaptation at school
step-kind-pupil-health-review = Taken up in pupil health
step-kind-inquiry-opened = Decision: absence is investigated
step-kind-inquiry-not-needed = Decision: absence is not investigated
step-kind-dismissed = Nothing needs to be done
step-kind-elsewhere = Documented in another system
step-kind-known-ongoing = Known, work going on
step-kind-wait = Wait and see
step-kind-assigned = Action
step-kind-inquiry-proposed = Inquiry proposed

step-does-pupil-talk = You have talked with the pupil about the absence.
step-does-guardian-contact = You have been in contact with a guardian.
step-does-no-answer = You have tried to reach somebody without an answer. The pupil stays on the list.
step-does-adaptation = Something has been changed in the teaching or the school day.
step-does-pupil-health-review = Pupil health has gone through the pupil's situation.
step-does-inquiry-opened = The head teacher decides that the absence is to be investigated (Education Act, chapter 7, section 19 a).
step-does-inquiry-not-needed = The head teacher decides that no inquiry is needed, and why (Education Act, chapter 7, section 19 a).
step-does-dismissed = The absence has an explanation that is enough. Write which.
step-does-elsewhere = The step stands in another system. Here it only says that it was done, and when.
step-does-known-ongoing = Somebody already works with the pupil.
step-does-wait = You wait and see until a certain day.
step-does-assigned = Somebody is to do something by a certain day.
step-does-inquiry-proposed = You propose to the head teacher that the absence is investigated.

zone-name-general = The school's general records
zone-name-support = Special support
zone-name-health = Pupil health
zone-name-social = Social services
zone-name-concern = Concern notification
zone-name-shared = Shared in the team
zone-name-aggregate = Figures about groups

zone-readers-general = Mentor, pupil health and head teacher at the pupil's school, now { $school }, read this. Most of it is public if somebody asks for it.
zone-readers-support = Pupil health and head teacher at the pupil's school, now { $school }, read this.
zone-readers-health = Only pupil health at the pupil's school, now { $school }, reads this.
zone-readers-other = Nothing can be written here at { $school }.

step-id-taken = What you wrote is not saved yet: this page was saved once before with something else. Read what it says on the pupil's page, and save again if this belongs there too.
step-zone-inquiry = The head teacher's decision on an inquiry is written in special support. Choose that.
step-day-future = That day has not come yet. Give the day when it happened, today or earlier.
step-day-long-ago = That day is too long ago. Give a day from { $day } on.
step-text-missing = Write why. A sentence or two is enough.
step-text-what = Write what is to be done. One sentence is enough.
step-text-long = The text is too long. Shorten it to at most 4,000 characters.
step-text-not-here = This step has no text. Remove the text, or choose another kind of step.
step-follow-up-missing = Choose a day for following up.
step-follow-up-early = The follow-up is to be after the day when it happened. Choose a later day.
step-follow-up-passed = The follow-up is to be after today. Choose a later day.
step-follow-up-late = The follow-up is more than a year ahead. Choose an earlier day.
step-follow-up-not-here = This step is not followed up, since the pupil stays on the list anyway. Remove the day.
step-assignee-missing = Choose who is to do it.
step-assignee-elsewhere = That person does not read what is written where you have chosen to keep it. Choose somebody else, or keep it elsewhere.
step-assignee-not-here = This step is not handed over to anybody. Leave it empty.
step-reason-missing = Write why the step is taken back. It stays as taken back, and others should understand.
step-retracted-already = The step has been taken back already. Reload the page to see it.
step-not-moved = This step has no follow-up to move. Document a new step instead.

known-nobody = No pupil is chosen. Tick at least one.
known-too-many = That many cannot be marked at once. Take at most 500.

meeting-nobody = Nobody on the school's list is left to take up: something has been done for everybody, and the follow-ups are ahead. Look again when there is new attendance.
meeting-decided-meanwhile = Somebody has just decided about the pupil. Read that first.
meeting-ended = The meeting has ended, so the decision has not been saved. Document it on the pupil's page instead.
