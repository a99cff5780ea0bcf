# What may leave one's own authority, and what is missing when it may not.

gate-fault = It was not possible to tell whether this may be disclosed, so it is not. The fault is the program's, not yours. Try again, and contact whoever looks after the system if it comes back.
gate-protected-pupil = The pupil has protected identity. Nothing is disclosed here but a notification of concern and what an opened inquiry must be given. Turn to the person appointed for protected identities.
gate-person-only = This is weighed by a human being, never by the program. Let somebody who works with the pupil go through the item and send it.
gate-zone-not-of-sender = The item does not belong to the sender. Everyone discloses only what is their own service's. Ask whoever has the item to disclose it.
gate-concern-only-by-duty = What has to do with a notification of concern is disclosed only as a notification, to an opened inquiry, or as feedback to whoever notified. Choose one of those ways.
gate-medical-service-by-its-own-provisions = The school medical service and health care disclose with consent, when the law demands it, or under their own provisions. Ask for consent, or choose one of those.
gate-independent-school-not-yet = An independent school does not have this possibility until 1 January 2027. Ask for consent. If you suspect that the child fares badly, notify all the same.
gate-independent-school-older-document = The document is from before 2027, when the duty of confidentiality of independent schools applied. Ask for consent, or disclose something written later.
gate-adult = The provision holds only until the day before the eighteenth birthday. Ask the young adult for consent.
gate-weighing-missing = Nobody has weighed whether this may be disclosed. Do so, and write down what it came to.
gate-weighing-reason-missing = The reason is not written down. Write in a few words why this may be disclosed.
gate-weighing-ahead = The weighing is dated after today. Correct the day.
gate-need-not-shown = It is not shown that the item is needed. Leave it out, or write down what cannot be done without it.

gate-general-clause-not-for-social-services = Social services do not have the general clause. Ask the family for consent, or test whether it is clear that nobody comes to harm.
gate-general-clause-not-for-health-care = Health care and the school medical service do not have the general clause. Ask for consent, or test whether the item is needed for care or support of somebody under 18.
gate-general-clause-not-to-independent-school-yet = The general clause holds only towards authorities, and an independent school does not count as one until 1 January 2027. Ask for consent, or disclose with a reservation.
gate-general-clause-not-for-shared = What you hold together is also kept by the secrecy of social services, which the general clause cannot break. Ask for consent.
gate-general-clause-not-evident = It has to be evident that the interest in disclosing weighs most. If it is not, ask for consent.

gate-consent-missing = There is no consent. Ask the family for it, or choose another way if the law gives one.
gate-consent-not-to-sender = The consent was given to the other service. Each authority needs its own. Ask the family to fill in your part of the form.
gate-consent-other-recipient = The consent names another recipient. Ask for one that names this recipient.
gate-consent-other-kind = The consent does not cover this kind of information. Take it out of the letter, or ask the family to add it.
gate-consent-too-general = The consent covers every kind of information, and one so general does not hold. Go through with the family what is needed, and let them choose.
gate-consent-not-yet = The consent does not hold yet. Wait until its first day.
gate-consent-ended = The consent has ended. Ask the family whether they want to renew it.
gate-consent-withdrawn = The consent has been withdrawn, and whatever has not been sent stays. If the family wants to begin again, a new consent is needed.
gate-consent-guardian-missing = A guardian whose yes is needed has not given it. Ask the guardian, and disclose nothing until then.
gate-consent-child-not-asked = The child has not been asked. Ask, or note that the child is too young to decide together with the guardians.
gate-consent-child-says-no = The child says no, and is mature enough for it to count. Do not disclose. Talk again if the child wants to.
gate-consent-others-missing = The item is also about somebody else, who has not said yes. Ask that person, or take out what is about her or him.

gate-duty-to-notify-not-to = A notification of concern goes to social services. Choose social services as the recipient.
gate-duty-to-notify-suspicion-missing = Write which day you learnt or began to suspect that the child fares badly. Nothing more is needed, and nobody has to approve.
gate-duty-to-notify-ahead = The day is after today. Write the day when you learnt or began to suspect.
gate-duty-to-inform-not-to = This is given to whoever inquires in social services. Choose social services as the recipient.
gate-duty-to-inform-inquiry-missing = The duty to inform holds when an inquiry has been opened. Ask social services whether it has, and note it. If you suspect that the child fares badly, notify now.
gate-duty-to-inform-not-open = The inquiry is not open on this day. Check the days with social services, or choose another way.
gate-duty-to-inform-not-important = Only what is of importance to the inquiry is to be given. Take the item out of the letter, or state that it is of importance.

gate-own-task-is-the-recipients = What counts here is what you yourselves have to do, not what the recipient needs. Ask for consent, or choose another way.

gate-care-of-child-not-from = This possibility is that of social services and does not apply to you. Choose another way.
gate-care-of-child-not-to-school = On this ground social services may not disclose to a school, only to health care, the school nurse and other social services. Ask for consent.
gate-care-of-child-same-authority = The recipient belongs to the same authority. Test instead whether the item is needed for work within the board.
gate-health-care-of-child-not-from = This possibility is that of health care and the school nurse and does not apply to you. Choose another way.
gate-health-care-of-child-not-to-school = On this ground items go to health care and social services, not to a school. To pupil health of the same authority there is a way of its own; otherwise consent is needed.

gate-feedback-not-from = It is social services that give feedback to whoever notified. Wait for their answer, or ask for it.
gate-feedback-only-that-item = Feedback may only say that an inquiry was opened, was not, or was already under way. Take the rest out of the letter.
gate-feedback-notification-missing = State which notification of concern the feedback answers.
gate-feedback-not-the-notifier = Only whoever notified is given feedback. Choose the service that the notification came from.

gate-pupil-health-not-from = This possibility is that of the school medical service and does not apply to you. Choose another way.
gate-pupil-health-not-to = On this ground items go only to other pupil health in the municipality's school. Ask for consent.
gate-pupil-health-other-authority = The recipient belongs to another authority. Ask for consent.

gate-harmless-not-to-independent-school-yet = With an independent school it cannot be clear that nobody comes to harm until the principle of public access applies there, on 1 January 2027. Ask for consent, or disclose with a reservation.
gate-harmless-may-harm = The test shows that somebody may come to harm. Do not disclose, or ask for consent.
gate-harmless-must-be-clear = Here it is not enough that harm is unlikely: it has to be clear that nobody comes to harm. Test again, or ask for consent.
gate-reservation-not-to-authority = A reservation is made towards private bodies, and the recipient counts as an authority. Choose another way.
gate-reservation-risk-remains = The reservation does not take the risk of harm away. Make it narrower, or ask for consent.

gate-same-board-not-between = This holds only between the open care and the inquiries of one social board. Choose another way.
gate-same-board-other-authority = The recipient belongs to another authority, and there is secrecy between you. Choose another way.
gate-same-board-family-not-told = The family has not been told that this is passed on within the board. Tell them first, and note which day you did.
gate-other-board-not-between = This holds only between the social boards of a municipality. Choose another way.
gate-other-board-same-board = The recipient belongs to the same board. Test instead whether the item is needed for work within the board.
gate-other-board-other-municipality = The recipient is in another municipality. Ask for consent, or choose another way.
gate-other-board-only-that-item = Another board may only know that the person is known to the board. Take the rest out of the letter.
gate-other-board-request-missing = This is given on request. Note which day the other board asked.

denied-referral = The head teacher, counsellor and special educator of the pupil's school can ask the team to come in. Tell one of them what you have seen.
denied-letter = Your assignment does not cover sending this to the other service. Whoever works with the episode can. You may always make a notification of concern yourself, directly to social services.
denied-consent = Consents are seen to by those who work with the episode. Tell one of them if the family wants to give or withdraw one.
denied-episode = Your assignment does not cover assigning episodes or matching them to a person. The unit manager assigns them.
denied-queue = The queue and prolongations belong to the operative lead group. Turn to somebody there.
