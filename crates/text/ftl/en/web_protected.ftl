# The officer's recurring task.

web-protected-title = Pupils with protected identity
web-protected-lead = These pupils are in none of Skollinjen's lists, charts or searches. Therefore somebody needs to look at their attendance by hand.
web-protected-due = Time to look
web-protected-due-help = It was to be done by { $day }.
web-protected-later = Next time
web-protected-later-help = By { $day }.
web-protected-how = How to do it
web-protected-how-where = Open the school's attendance system and go through the pupils there, one at a time.
web-protected-how-ask = If you see a reason to ask, talk with whoever is responsible for the pupil at the school. Talk, do not write.
web-protected-how-note = Then note here that it is done. No names, and nothing about what you saw.
web-protected-done = I have looked
web-protected-before = Earlier times
web-protected-never = Nobody has noted it yet.
