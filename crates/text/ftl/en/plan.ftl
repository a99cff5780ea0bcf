# Consents, plan, inquiry, notification of concern and closing: what the choices are called, what is missing and what to do.

# Consent to the support (SoL 21:2, FB 6:11 and 6:13)

consent-custody-one = One guardian
consent-custody-two = Two guardians
consent-said-yes = Yes
consent-said-no = No
consent-said-unreachable = Could not be reached
consent-how-on-the-spot = On the spot
consent-how-phone = By telephone
consent-how-paper = On paper
consent-view-wants = Wants the support
consent-view-does-not-want = Does not want the support
consent-view-would-not-say = Was asked and would rather not say
consent-view-not-asked = Has not been asked
consent-suitability-not-judged = Not judged
consent-suitability-suitable = Suitable
consent-suitability-not-suitable = Not suitable
consent-note-suitability = Write why it is suitable to give the support without every guardian's yes.
consent-note-childs-no = Write how the child's no was weighed by age and maturity.
consent-guardian-says-no = A guardian says no. The child is under 15, and then every guardian must say yes (SoL 21:2, FB 6:13). The support cannot begin in this form.
consent-guardian-unreachable = A guardian could not be reached. The child is under 15, and then every guardian must say yes. Try again in another way.
consent-guardian-not-asked = A guardian has not been asked. Ask before the support begins.
consent-child-not-heard = The child has not been asked for its view. Ask before the support begins (SoL chapter 3).
consent-pupil-says-no = The pupil has turned 15 and says no. The support is voluntary and cannot begin now.
consent-own-yes-missing = The pupil has not said yes, and neither has every guardian. Ask again.
consent-suitability-missing = The pupil has turned 15 and wants the support. Judge whether it is suitable without every guardian's yes (SoL 21:2).
consent-unsuitable = It has been judged not suitable to give the support without every guardian's yes. The support cannot begin in this form.
consent-instead-ask-again = Ask whoever has not answered, perhaps in another way or at another time.
consent-instead-school-only = The school goes on with its own support. It needs no such consent.
consent-instead-application = The family can apply to the social services for support (SoL 11:1). The social board can then decide that one guardian's yes is enough (FB 6:13 a).
consent-instead-own-application = A child who has turned 12 and wants it can be given assessed support, if that is suitable (SoL 21:1).
consent-instead-cooperation-talks = Parents who do not agree can be offered cooperation talks (SoL 13:6).
consent-too-many-answers = More guardians have answered than decide. Correct the custody or remove an answer.
consent-answered-twice = The same guardian has answered twice. Remove one of the answers.
consent-how-missing = It does not say how somebody said yes or no. Choose on the spot, by telephone or on paper.
consent-suitability-note-missing = Write why it is suitable to give the support without every guardian's yes (SoL 21:2).
consent-childs-no-note-missing = The child says no. Write how that was weighed by age and maturity, or wait with the support.

# Consent to disclosing information (OSL 10:1, 12:2–3)

consent-item-attendance = Attendance and absence, week by week
consent-item-contact = Who the pupil is and how the family is reached
consent-item-school-results = School results
consent-item-referral = What the school asks for and why
consent-item-inquiry = What the school's inquiry into the absence came to
consent-item-measures-tried = What the school has tried
consent-item-pupil-health = Information from pupil health
consent-item-pupils-words = The pupil's own words
consent-item-course = How the support goes: answer, days, start, pause and end
consent-item-plan = The plan
consent-item-reviews = Reviews of the plan
consent-item-meeting-notes = Notes from joint meetings
consent-item-support-given = What has been done and how often
consent-item-observations = How the team's social half sees that the pupil is doing
consent-item-home = The situation at home
consent-method-paper = Signed on paper
consent-method-at-meeting = Said at a meeting, written down
consent-signer-guardian = Guardian
consent-signer-child = The child
consent-no-items = No information is chosen. Tick what may be told; a consent may not cover everything.
consent-items-of-other = Some of what is chosen is kept by the other authority. That needs a consent of its own.
consent-same-authority = The same authority stands as both giver and receiver. Choose another recipient.
consent-ends-before-it-begins = The last day is before the first. Correct the dates.
consent-too-long = The consent holds for more than a year. Choose an earlier last day; it can be renewed.
consent-reminder-too-late = The reminder comes after the last day. Choose an earlier day.
consent-guardian-signature-missing = A guardian's consent is missing. Every guardian must consent.
consent-stranger-signed = Somebody has consented who is not listed as a guardian. Correct the guardians or remove the name.
consent-child-signature-missing = The pupil has turned 15 and must consent in person.
consent-assessment-missing = The child has turned 12 and has not consented. Ask the child, or write how age and maturity were judged.
consent-signed-too-late = Somebody signed after the day on which the consent is to begin. Choose a later first day.
consent-age-not-known = The child's date of birth is missing, so it cannot be known who must consent. Fill it in.
consent-replaces-missing = There is already a consent between the same authorities. Let the new one replace it, so that the family sees all that holds in one place.
consent-withdrawn-later = A consent that is withdrawn ends at once. Choose today's date or an earlier one.
consent-protected = The pupil has protected personal data. The person appointed for that handles the matter.
consent-stops-none = There is no consent to tell that recipient anything. Ask the family for one, or do not tell.
consent-stops-not-named = The consent does not cover that kind of information. Ask the family for a new one, or leave that out.
consent-stops-not-yet = The consent begins on { $day }. Wait until then.
consent-stops-ended = The consent held up to { $day }. Ask the family whether they want to renew it.
consent-stops-withdrawn = The consent was withdrawn on { $day }. Nothing more is told. What was told before stays with the recipient.
consent-stops-replaced = The consent has been replaced by a newer one, which does not cover this.
consent-stops-guardians-changed = The guardians are not the same as when the consent was given. Ask those who are now.
consent-stops-age-step = The child has turned { $age } since the consent was given. Ask again.
consent-stops-age-unknown = The child's date of birth is missing, so it cannot be known whether the consent holds. Fill it in.
consent-stops-protected = The pupil has protected personal data, so nothing is told. The person appointed for that handles the matter.
consent-stops-school-changed = The pupil has changed school since the consent was given. The new school asks again.
consent-stops-unreadable = A consent or a withdrawal was written by a newer version of the program. Nothing is told until the program has been updated.

# The ground for processing personal data: never consent

consent-basis-legal-obligation = Legal obligation (GDPR article 6.1 c)
consent-basis-public-task = Task carried out in the public interest (GDPR article 6.1 e)
consent-basis-detection = Noticing absence (skollagen 7:17, 7:19 a and 7:22)
consent-basis-inquiry = Inquiring into absence (skollagen 7:19 a)
consent-basis-school-support = The school's support (skollagen 2:25 and chapter 3)
consent-basis-social-support = The social services' support (SoL 11:5, act 2001:454)
consent-basis-social-documentation = The social services' documentation (SoL 14:3)
consent-basis-disclosure = Giving information to another authority; secrecy is a question of its own
consent-basis-concern = Notifying concern (SoL 19:1)
consent-basis-access-log = Recording who has read what (act 2001:454, section 10)
consent-basis-follow-up = Following up and improving the work

# The plan

plan-side-school = The school
plan-side-social = The social services
plan-goal-attendance = Coming to school or taking part in it
plan-goal-school-results = Learning and results
plan-goal-own = Something else that matters to the pupil
plan-level-much-less = Much less than hoped for
plan-level-less = Less than hoped for
plan-level-as-hoped = As hoped for
plan-level-more = More than hoped for
plan-level-much-more = Much more than hoped for
plan-for-pupil = The pupil
plan-for-guardians = The guardians
plan-for-family = The family together
plan-for-staff = Staff at the school
plan-span-once = times in all
plan-span-week = times a week
plan-span-month = times in four weeks
plan-result-helped = It helped
plan-result-somewhat = It helped somewhat
plan-result-not-helped = It did not help
plan-result-too-early = Too early to say
plan-result-not-done = It did not come about
plan-next-continue = Goes on
plan-next-adjust = Goes on, changed
plan-next-stop = Stops
plan-party-pupil = The pupil
plan-party-guardian = Guardian
plan-party-school = The team's school half
plan-party-social = The team's social half
plan-word-yes = Says yes
plan-word-no = Says no
plan-word-waiting = Has not answered yet
plan-no-attendance-goal = The plan has no goal about coming to school or taking part in it. Add one, in the pupil's own words. It need not be a number.
plan-goal-without-words = Goal { $number } has no words. Write what the pupil wants to get to.
plan-goal-twice = Goal { $number } is already in the plan. Remove one of them.
plan-no-items = The plan does not say what is to be done. Add at least one item.
plan-item-twice = Item { $number } is already in the plan. Remove one of them.
plan-category-unknown = Item { $number } has no category of the toolbox. Choose one.
plan-activity-unknown = Item { $number } has an activity that the category does not have. Choose one that it has.
plan-side-not-for-category = Item { $number }: that side cannot be responsible for the category. Choose the other side or another category.
plan-nobody-responsible = Item { $number } has nobody responsible. Choose a person.
plan-no-dose = Item { $number }: fill in how often and how many minutes.
plan-item-review-too-early = Item { $number } is to be looked at before it begins. Choose a later day.
plan-goal-unknown = Item { $number } belongs to a goal that is not in the plan. Choose another goal.
plan-too-many-words = Item { $number } has too much free text. Shorten it to at most 300 characters.
plan-review-too-early = The review must be after today. Choose a later day.
plan-review-too-late = The review is later than the programme says. Choose an earlier day.
plan-pupil-missing = It does not say what the pupil says to the plan. Write yes, no, or that the pupil has not answered yet.
plan-how-missing = It does not say how or when somebody said yes or no. Fill it in.

# The school's inquiry into absence (skollagen 7:19 a)

plan-inquiry-pupil = The pupil
plan-inquiry-guardians = The guardians
plan-inquiry-pupil-health = Pupil health
plan-inquiry-huvudman = The school authority (huvudman)
plan-inquiry-home-municipality = The home municipality
plan-inquiry-school-measures = The school goes on with its own measures
plan-inquiry-referral = The school proposes support from the team
plan-inquiry-nothing-more = Nothing more is needed
plan-inquiry-not-consulted = The pupil, the guardians and pupil health are to take part in the inquiry. Ask whoever is missing, or write why it was not possible.
plan-inquiry-words-missing = Write what the inquiry came to and what is to be done.
plan-inquiry-before-opened = The day is before the day on which the inquiry was opened. Correct the date.
plan-source-pupil = The pupil says so
plan-source-guardian = A guardian says so
plan-source-school = The school says so

# Closing. The neutral reasons are the only ones that go to the other side.

plan-neutral-cannot-start-now = Cannot start now – the school goes on
plan-neutral-ended-as-planned = Ended as planned
plan-neutral-ended-early = Ended early
plan-reason-goal-met = The goals are met
plan-reason-improved = It has become better
plan-reason-unchanged-stable = Unchanged and stable
plan-reason-no-effect = The support has not helped
plan-reason-needs-assessed-support = The pupil needs assessed support
plan-reason-healthcare-takes-over = Health care takes over
plan-reason-consent-withdrawn = The consent was withdrawn
plan-reason-declined-by-family = The family declined
plan-reason-declined-by-pupil = The pupil declined
plan-reason-no-contact = No contact was made
plan-reason-moved-school = The pupil has changed school
plan-reason-moved-municipality = The pupil has moved to another municipality
plan-reason-left-last-grade = The pupil has left the last grade
plan-reason-out-of-target = The pupil is not in the target group
plan-reason-max-time = The longest time has passed
plan-reason-placed = The child has been placed
plan-reason-opened-in-error = It was opened in error

# Notification of concern (SoL 19:1)

concern-channel-phone = By telephone
concern-channel-e-service = In the municipality's e-service
concern-channel-paper = On paper
concern-channel-in-person = In person
concern-feedback-opened = An inquiry has been opened
concern-feedback-not-opened = No inquiry has been opened
concern-feedback-ongoing = An inquiry is already going on
concern-notify-at-once = Notify at once, through the municipality's own channel. Preparing is not notifying, and nobody has to approve it.
concern-ask-for-feedback = No feedback has come. Ask the social services: whoever notified and asks for it is to be told within a week of the decision.

# The method pack

pack-value-unusable = { $file }: { $where } cannot be used. Numbers have a lowest and a highest limit, a last day is not before the first, and words are among those that the file lists.
