# What a signal says about itself: window, numerator, denominator, basis and what it does not know. Never a guessed cause.

explain-s01 = Absence { $rate } so far this { $term }: { $absent } of { $reported } reported hours.
explain-s01-peers = Grade { $grade } at the school: { $rate }.
explain-s01-peers-preschool = The preschool class at the school: { $rate }.

explain-s02 = Absence { $rate } in the last { $days } school days: { $absent } of { $reported } reported hours.

# days: school days in the window that are reported
explain-s03 = Away for at least a quarter of the day on { $absent } of { $days } reported school days, in the last { $weeks } school weeks.

explain-s04 = Away for at least a quarter of the day on { $absent-days } of { $days } reported school days, spread over { $absent-weeks } of the last { $weeks } school weeks.
explain-s04-spread = The absence is spread out; it is not one unbroken period.

explain-s05 = { $days ->
    [one] Away all day for 1 school day, { $from }.
   *[other] Away all day for { $days } school days in a row since { $from }.
}
explain-s05-none = The pupil was not away all day on the latest reported school day.
explain-s05-unknown = { $days ->
    [one] 1 day without reports is not counted.
   *[other] { $days } days without reports are not counted.
}
explain-s05-long = Absence as long as this counts as at least a month (level 2).

explain-s06 = { $invalid-days ->
    [one] Invalid absence { $rate } in the last { $days } school days, on 1 day: { $absent } of { $reported } reported hours.
   *[other] Invalid absence { $rate } in the last { $days } school days, on { $invalid-days } different days: { $absent } of { $reported } reported hours.
}

explain-s06-bounds = Whatever the unreported time holds, the invalid absence lies between { $low } and { $high }.

explain-s07 = Missed { $missed } of { $lessons } lessons in { $subject } but { $other-missed } of { $other-lessons } others, counted on the days when the pupil was in school, among the last { $days } school days.
explain-s07-none = No subject stands out among { $lessons } lessons, counted on the days when the pupil was in school, among the last { $days } school days.

explain-s08 = Away for at least a quarter of the day on { $missed } of { $days } { $weekday } but on { $other-missed } of { $other-days } other school days, in the last { $weeks } school weeks.
explain-s08-none = No weekday stands out among { $days } reported school days, in the last { $weeks } school weeks.

explain-s09 = { $minutes ->
    [one] Late to the first lesson on { $late } of { $first-lessons } days among the last { $days } school days, by 1 minute on average.
   *[other] Late to the first lesson on { $late } of { $first-lessons } days among the last { $days } school days, by { $minutes } minutes on average.
}

explain-s10 = The absence has gone from { $base } ({ $base-weeks }) to { $now } ({ $now-weeks }).
explain-s10-peers = Others in { $stage } went from { $base } to { $now } in the same weeks.
explain-s10-coverage = Reported are { $base-reported } of the time in { $base-weeks } and { $now-reported } of the time in { $now-weeks }. For { $now-weeks }:
explain-s10-no-peers = There are too few other pupils to allow for the time of year.

explain-s11 = Absence { $rate } during the term: { $absent } of { $reported } reported hours. The target group for strengthened support is over 50% (F–9).
explain-s11-other-grade = The signal is only about grades F–9.
explain-s11-preliminary = Preliminary: the term ends on { $end }.
explain-s11-final = Final: the term is over.
explain-s11-certain = It is already certain that the term will end over the limit, whatever the rest is.
explain-s11-impossible = The term cannot end over the limit, not even if all that is left and all that is unreported were absence.
explain-s11-open = How the term will end is open: it depends on the rest of the timetable and on what is not reported.
explain-s11-plan-unknown = The timetable for the rest of the term is missing, so it is not possible to say whether the outcome is already certain.

explain-s12a = { $reported } of the scheduled time in the last { $days } school days is reported: { $hours } of { $scheduled } hours. No conclusions are drawn about the pupil.
explain-s12b = { $own } scheduled hours in the school's last four weeks: { $share } of the median, { $median } hours, among { $peers } pupils in { $grade ->
    [0] the preschool class
   *[other] grade { $grade }
} at the school. Is there a decision on an adapted study programme, or something else that makes the timetable shorter?
explain-s12b-decision = There is a decision on a shorter timetable from { $from }.

# After every explanation with a percentage: the split, how much is reported and what the unreported can mean.
explain-basis = Valid { $valid }, invalid { $invalid }. { $reported } of the pupil's own scheduled time is reported; whatever the unreported time holds, the absence lies between { $low } and { $high }.
explain-basis-complete = Valid { $valid }, invalid { $invalid }. All of the pupil's own scheduled time is reported.
explain-certain-anyway = Certain whatever is unreported: the limit is reached even if the pupil was present all the unreported time.
explain-surely-not = Certainly not: the limit is not reached even if the pupil was away all the unreported time.

explain-moved = The pupil changed school on { $date }.
explain-stale = No timetable since { $date }.
explain-too-few-days = { $have ->
    [one] Too little to go on: 1 school day to count, but { $need } are needed.
   *[other] Too little to go on: { $have } school days to count, but { $need } are needed.
}
explain-too-few-weeks = { $have ->
    [one] Too little to go on: 1 school week to count, but { $need } are needed.
   *[other] Too little to go on: { $have } school weeks to count, but { $need } are needed.
}
explain-too-few-lessons = { $have ->
    [one] Too little to go on: 1 lesson to count, but { $need } are needed.
   *[other] Too little to go on: { $have } lessons to count, but { $need } are needed.
}
explain-low-coverage = Too little to go on: only { $reported } of the pupil's own scheduled time is reported.

list-since = since { $date }
list-why-ask = A signal is a reason to ask, under chapter 7, section 19 a of the Education Act; the school decides whether the pupil needs support.
