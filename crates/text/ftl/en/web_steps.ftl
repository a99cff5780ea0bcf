# Documenting a step, moving a follow-up, taking back, and the head teacher's decision.

web-step-lead = { $name }, { $class }, { $school }
web-step-seen = This is what the figures show now:
web-step-zone = Where is it to be kept? That decides who reads it.
web-step-when = When was it?
web-step-day-empty = Give the day it happened.
web-step-save = Save
web-step-cancel = Back to the pupil
web-step-later = Save the draft and go to the pupil
web-step-draft = The draft is saved. Only you see it.
web-step-draft-kept = Here is what you had begun to write. Only you see it until you save.
web-step-draft-drop = Throw the draft away

web-step-text-talk = What was said?
web-step-text-talk-hint = It may be left empty. The pupil and guardians may get to read it.
web-step-text-tried = Whom did you try to reach, and how?
web-step-text-tried-hint = It may be left empty. The pupil stays on the list, since nobody has been talked with yet.
web-step-text-change = What changes, and from when?
web-step-text-change-hint = It may be left empty, but those who are to do it need to know.
web-step-text-review = What did you conclude?
web-step-text-review-hint = It may be left empty.
web-step-text-why = Why?
web-step-text-why-hint = One or two sentences are enough.
web-step-text-do = What is to be done?
web-step-text-do-hint = One sentence is enough.
web-step-text-wait = What are you waiting for?
web-step-text-wait-hint = It may be left empty.

web-step-follow-up = When is it to be followed up?
web-step-expires = For how long is the explanation enough?
web-step-until = Until when?
web-step-by = When is it to be done?
web-step-weeks = { $weeks ->
    [one] 1 school week
   *[other] { $weeks } school weeks
}
web-step-own-day = Another day
web-step-own-day-label = Which day?
web-step-own-day-empty = Give the day, or choose a number of weeks.
web-step-assignee = Who?
web-step-assignee-limited = { $name } (does not read: { $zones })
web-step-assignee-nobody = Choose somebody
web-step-assignee-me = { $name } (you)

web-short-day = { $day }
web-weekday-day = { $weekday } { $day }

web-decision-title = Is the absence to be inquired into?
web-decision-law = What the law says
web-decision-law-text = When a pupil has repeated or longer absence, valid or invalid, the head teacher must see to it that the absence is promptly inquired into, unless that is unnecessary. The inquiry is made in consultation with the pupil, the guardians and pupil health. If the pupil may need special support, that must be inquired into as well. Once the inquiry has begun, the absence must be reported to the school authority without delay.
web-decision-law-source = The Education Act (2010:800) chapter 7 section 19 a, in short. The law has no limit in days or percent; the head teacher judges each case.
web-decision-choice = Your decision
web-decision-choice-empty = Choose what you decide.
web-decision-opened = An inquiry begins
web-decision-opened-hint = The absence is inquired into together with the pupil, guardians and pupil health. Report it to the school authority without delay.
web-decision-not-needed = An inquiry is not needed
web-decision-not-needed-hint = You know the reason for the absence, and what is already being done is enough.
web-decision-why = Because
web-decision-why-hint = The reasons for the decision. One or two sentences are enough.
web-decision-day = When did you decide?
web-decision-save = Save the decision
web-decision-proposed = Pupil health has proposed an inquiry

web-follow-up-title = Move the follow-up
web-follow-up-now = It is now { $day }.
web-follow-up-save = Move

web-retract-title = Take back the step
web-retract-lead = The step stays, marked as taken back. The pupil comes back to the list unless another step holds.
web-retract-reason = Why do you take it back?
web-retract-reason-hint = For example: the wrong pupil, or documented twice.
web-retract-save = Take back
