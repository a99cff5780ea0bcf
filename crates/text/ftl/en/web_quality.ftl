# Data quality: how the schools report, and whom one phones.

web-nav-quality = Data quality
web-quality-title = Data quality
web-quality-lead = How attendance has been reported up to { $day }.
web-quality-nothing = Nothing to show yet
web-quality-nothing-help = When the schools' files have been imported, this page shows how much is reported, week by week.
web-quality-call-list = Call list
web-quality-open = Open { $school }

web-quality-school = School
web-quality-class = Class
web-quality-subject = Subject
web-quality-teacher = Teaches
web-quality-reported = Reported
web-quality-missing = Missing
web-quality-silent = Whole lessons
web-quality-all-weeks = All weeks
web-quality-no-class = No class
web-quality-numbers = Share reported in percent, week by week, and number of reports missing
web-quality-picture = A box for each week. The number is how many percent are reported. The dotted part at the bottom of a box is what is missing. Somebody should ask about a box with a frame, and one with a double frame says too little to go by. All numbers stand in the table under the picture.
web-quality-legend-low = below 95%: ask
web-quality-legend-too-little = below 80%: too little
web-quality-legend-nothing = no lessons
web-quality-says = { $name }, { $week }: { $share } reported, { $missing ->
    [one] 1 report missing
   *[other] { $missing } reports missing
}.
web-quality-drawn = The picture shows the { $schools } schools where most is missing, in order of name. All schools stand in the table.
web-quality-finding = { $low } of { $all } schools have a week below 95%. Most is missing at { $school }: { $missing ->
    [one] 1 report
   *[other] { $missing } reports
}.
web-quality-finding-fine = All schools have reported at least 95% every week.
web-quality-school-finding = { $share } is reported. { $missing ->
    [0] No reports are missing
    [one] 1 report is missing
   *[other] { $missing } reports are missing
}, and { $lessons ->
    [0] no whole lesson is without a report
    [one] 1 whole lesson is without a report
   *[other] { $lessons } whole lessons are without a report
}.

web-quality-to-do = To do
web-quality-to-do-help = The school where a call helps most comes first. It is the order to phone in, not a mark for the schools.
web-quality-to-do-none = Nothing to phone about. The schools report as they should.
web-quality-to-ask = To ask about
web-quality-to-ask-none = Nothing right now. The school reports as it should.
web-quality-more = { $names } and { $more } more
web-quality-ask-none = No lessons have come this school year. Ask whether the school's files are sent.
web-quality-ask-missing = { $missing ->
    [one] 1 report is missing
   *[other] { $missing } reports are missing
} in { $weeks }. Ask for them to be filled in.
web-quality-ask-silent = { $lessons ->
    [one] 1 whole lesson is without a report
   *[other] { $lessons } whole lessons are without a report
}. Ask whether the lessons were held or cancelled.
web-quality-ask-classes = Classes with reports missing: { $classes }.
web-quality-ask-all-classes = Reports are missing in every class.
web-quality-ask-timetable = Without lessons in { $weeks }: { $classes }. Ask whether the timetable is in place.
web-quality-ask-without-rows = { $pupils } pupils are enrolled but have had no lessons for the last three weeks. Ask whether they are still there and in the right group.
web-quality-ask-stopped = The timetable of { $pupils } pupils has stopped, so they are on no list. Ask whether they have moved.
web-quality-ask-shorter = { $pupils } pupils have a much shorter timetable than others. Ask whether there is a decision on an adapted programme.
web-quality-unreported = So little is reported about { $pupils } pupils that nothing can be concluded.

web-quality-how = How is it counted?
web-quality-how-report = A lesson should have a report for each pupil: present, absent or late. Reports are counted here, not absence. What lies ahead in the timetable is not included.
web-quality-how-silent = A whole lesson without a report is one where no pupil has any report. Most likely the register was not taken, or the lesson was cancelled without a change of the timetable.
web-quality-how-limits = We ask about weeks below 95%. Below 80% the method says that there is too little to conclude anything about a pupil.
web-quality-how-timetable = A class lacks a timetable in a week when it has pupils but no lessons, though most of the school's classes have some. A pupil lacks rows when there has been no lesson in the last three weeks with school.
web-quality-how-late = A late correction is a report that was changed more than seven days after the lesson. It is no fault, but figures that you have already seen may have changed.

web-quality-school-title = { $school }: data quality
web-quality-subjects = Subjects
web-quality-subjects-caption = Share reported by subject and week, all classes together
web-quality-courses = Subjects in the classes
web-quality-courses-help = Only you as head teacher see this. The rows stand in order of class. They compare nobody, are not printed and cannot be downloaded: they are for talking about what is needed.
web-quality-courses-none = In no class is more than five percent missing in any subject.
web-quality-courses-caption = Subjects with less than 95% reported, class by class
web-quality-pupils = Pupils to ask about
web-quality-pupils-caption = Pupils whose timetable or reporting somebody should look at
web-quality-pupils-none = No pupils right now.
web-quality-why = Why
web-quality-why-rows = Has had no lessons since { $day }.
web-quality-why-no-rows = Is enrolled but has no lessons at all.
web-quality-why-stopped = The timetable has stopped.
web-quality-why-shorter = The timetable is much shorter than that of others. Is there a decision on an adapted programme?
web-quality-why-unreported = Less than 80% is reported in the last four weeks.
web-quality-late = Late corrections
web-quality-late-help = Reports that were changed more than seven days after the lesson, in imports of the last four weeks.
web-quality-late-caption = Lessons whose report was changed late
web-quality-late-week = Week of the lessons
web-quality-late-seen = Imported
web-quality-late-lessons = Lessons
web-quality-late-days = Days afterwards (median)

web-quality-contact = Whom one phones
web-quality-contact-name = Name or office
web-quality-contact-hint = The head teacher's office, or whoever answers questions about attendance and timetable.
web-quality-contact-telephone = Telephone
web-quality-contact-save = Save
web-quality-contact-none = No contact has been written. Whoever looks after the system can write it here.

web-quality-calls-lead = The figures are for { $weeks } and from { $day }.
web-quality-calls-none = Nobody to phone
web-quality-calls-none-help = All schools report as they should.
web-quality-print = Print
web-quality-no-contact = No telephone number has been written.
web-quality-called = Phoned { $day }
web-quality-not-called = Undo
web-quality-call-day = Phoned { $school }, day
web-quality-call-note = Phoned
web-quality-call-signature = Phoned, day and what was said
web-done-called = Saved.
web-done-contact = The contact is saved.

quality-call-day = Write the day when you phoned, as 2026-11-22: today or at most a month back.
quality-contact-name = The name is too long. Write at most 100 characters.
quality-contact-telephone = Write the telephone number in digits, such as 0123-456 78.
