# About the signals: what they ask about, what they do not know, and what happens with what one reads.

web-about-lead = A signal is a reason to ask. It never says why a pupil is absent, and it is never a verdict on the pupil.

web-about-signals = What each signal asks about
web-about-s01 = How much of the term's reported time the pupil has been absent. The signal holds from 5% and has levels from there.
web-about-s02 = Absent at least a quarter of the time in the latest ten school days.
web-about-s03 = At least ten days with a quarter or more absent, in the latest fifteen school weeks.
web-about-s04 = Absence that comes back: days absent in at least five of the latest ten school weeks.
web-about-s05 = Fully absent at least ten school days in a row. Level 2 from twenty days.
web-about-s06 = Invalid absence at least 5% of the time and on at least three days, in the latest forty school days.
web-about-s07 = The pupil is at school but misses one subject much more often than the others.
web-about-s08 = The pupil is absent on one weekday much more often than on the others.
web-about-s09 = Late for the first lesson on at least five of the latest twenty school days. Often the first sign.
web-about-s10 = Clearly more absence than the pupil's own earlier level, with the season taken out.
web-about-s11 = Absent more than half the term: the target group of strengthened support.
web-about-s12a = So much is not reported that nothing can be said. A question to the head teacher about reporting, not about the pupil.
web-about-s12b = The timetable is much shorter than that of others in the grade. Is there a decision on it?

web-about-answer = Three answers, not two
web-about-answer-text = A signal answers yes, no or too little data. A lesson that nobody has reported is neither presence nor absence, and it never counts as presence.
web-about-unknown = What the figures do not know
web-about-unknown-text = They do not know what has happened, how the pupil feels or what has been talked about already. So everything begins with somebody asking. If the figure is wrong, correct it in the attendance system; the next import computes anew.
web-about-seen = That you have read is seen
web-about-seen-text = Every time somebody opens a pupil's page or a list it is noted in a journal that cannot be changed afterwards. The journal is reviewed. You read what your role covers, and nothing else.
