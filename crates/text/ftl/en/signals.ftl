# The names of the signals, short names for lists, and the words that explanations are put together from.

signal-s01-name = Level so far in the term
signal-s02-name = High absence for two weeks
signal-s03-name = Many days of absence
signal-s04-name = Repeated absence
signal-s05-name = Long unbroken absence
signal-s06-name = Repeated invalid absence
signal-s07-name = One subject stands out
signal-s08-name = One weekday stands out
signal-s09-name = Late arrivals
signal-s10-name = Clear worsening
signal-s11-name = Strengthened support: over 50% during a term
signal-s12a-name = Reporting to put right: lessons that nobody reported
signal-s12b-name = Reporting to put right: the timetable is shorter than that of others

signal-s01-short = Level this term
signal-s02-short = High two weeks
signal-s03-short = Many days
signal-s04-short = Repeated
signal-s05-short = Long unbroken
signal-s06-short = Repeated invalid
signal-s07-short = One subject
signal-s08-short = One weekday
signal-s09-short = Late arrivals
signal-s10-short = Clear worsening
signal-s11-short = Over 50%
signal-s12a-short = Unreported
signal-s12b-short = Short timetable

# "so far this autumn"
term-autumn = autumn
term-spring = spring

# "8 of 12 Fridays"
weekday-1 = Mondays
weekday-2 = Tuesdays
weekday-3 = Wednesdays
weekday-4 = Thursdays
weekday-5 = Fridays

stage-low = grades F–3
stage-middle = grades 4–6
stage-high = grades 7–9
