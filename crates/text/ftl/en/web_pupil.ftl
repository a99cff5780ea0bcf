# The pupil's page: the school line, the signals and what has been done. And the search that leads there.

web-pupil-document = Document
web-pupil-decide = Decide under chapter 7, section 19 a
web-pupil-next = Next pupil on the list
web-pupil-no-figures = No figures have been read in yet.
web-pupil-stale = The timetable has stopped
web-pupil-stale-help = No timetable since { $day }. Has the pupil changed school or moved? Find out before you do anything else. No signals are shown, because there is nothing to compute on.

web-pupil-signals = Reasons to ask
web-pupil-signals-none = No signal holds right now.
web-pupil-since = Since { $day } ({ $week })
web-pupil-data = Data to put right
web-pupil-signals-not = { $signals ->
    [one] 1 signal does not hold
   *[other] { $signals } signals do not hold
}
web-pupil-signals-unknown = { $signals ->
    [one] 1 signal cannot answer: too little data
   *[other] { $signals } signals cannot answer: too little data
}
web-pupil-signals-unknown-help = Too little data does not mean that all is well. It means that nobody knows.

web-pupil-steps = What has been done
web-pupil-steps-none = Nothing is documented yet. The first step is most often to ask the pupil.
web-pupil-step-hidden = Something has been done
web-pupil-step-hidden-help = The content is read by those it is written for.
web-pupil-step-newer = Needs a newer version of the program
web-pupil-retracted = Taken back
web-pupil-retracted-why = Taken back { $day }: { $reason }
web-pupil-assignee = To be done by { $name }.
web-pupil-follow-up = Followed up { $day } ({ $week }).
web-pupil-move = Move the follow-up
web-pupil-take-back = Take back

web-line = The school line
web-line-title = The school line of { $name }: two school years, week by week
web-line-finding = Absent { $term } of the term so far. The latest four school weeks { $now }, the four before { $before }.
web-line-finding-short = Absent { $term } of the term so far.
web-line-valid = Valid absence
web-line-invalid = Invalid absence
web-line-late = Late arrival
web-line-unreported = Not reported
web-line-peers = The grade at the school: half lie in the band
web-line-signal = Signal
web-line-step = Step
web-line-reduced = Reduced timetable
web-line-christmas = Christmas
web-line-week = { $week }
web-line-says = { $week }: absent { $share }
web-line-year = School year { $start }/{ $end }
web-line-numbers = Week by week, the latest first
web-line-col-week = Week
web-line-col-scheduled = Timetable
web-line-col-peers = Median of the grade
web-line-hours = { $hours } h

web-month-1 = Jan
web-month-2 = Feb
web-month-3 = Mar
web-month-4 = Apr
web-month-5 = May
web-month-6 = Jun
web-month-7 = Jul
web-month-8 = Aug
web-month-9 = Sep
web-month-10 = Oct
web-month-11 = Nov
web-month-12 = Dec

web-search-words = Name or personal number
web-search-hint = At least two letters of the first or last name, or the whole personal number. The search is noted in the journal.
web-search-none = Nobody was found
web-search-none-help = Check the spelling. You find only pupils that your role covers.
web-search-found = { $pupils ->
    [one] 1 pupil found
   *[other] { $pupils } pupils found
}
