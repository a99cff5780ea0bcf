# Lists and pages: in which order a list stands, and what stands in the way of a search or a calendar.

order-s01 = those whose level in the term is high
order-s02 = those with high absence for two weeks
order-s03 = those with many days of absence
order-s04 = those with repeated absence
order-s05 = those who have been away long without a break
order-s06 = those with repeated invalid absence
order-s07 = those where one subject stands out
order-s08 = those where one weekday stands out
order-s09 = those who often come late
order-s10 = those whose absence has clearly grown
order-s11 = those who have been away more than half of the term
order-s12a = those with many lessons that nobody reported
order-s12b = those with a timetable much shorter than that of others
order-longest-run = those who have been away the longest without a break
order-band = how large a share of the term the pupil has been away
order-signals = how many signals hold
order-since = how long the signals have held
order-number = last the pupil number, so that the order is always the same

search-too-short = Write at least two letters of the name, or the whole personal number.

describe-term-backwards = A term ends before it begins. Correct the days.
describe-term-other-year = A term lies outside the school year { $year }. Correct the days, or choose another school year.
describe-terms-overlap = Two terms of the school year { $year } overlap. Correct the days.
describe-break-backwards = A break ends before it begins. Correct the days.
