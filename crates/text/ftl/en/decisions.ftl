# My decisions: the head teacher's decisions on inquiries (Education Act, chapter 7, section 19 a), one at a time, and the
# report to the school authority.

web-nav-decisions = { $count ->
    [0] My decisions
   *[other] My decisions ({ $count })
}

web-decisions-title = My decisions
web-decisions-lead = Pupils for whom pupil health has proposed an inquiry and who wait for your decision (chapter 7, section 19 a). Who has waited longest comes first.
web-decisions-waiting = { $count ->
    [one] 1 pupil waits for your decision
   *[other] { $count } pupils wait for your decision
}
web-decisions-begin = Begin
web-decisions-none = Nobody waits for your decision
web-decisions-none-help = When pupil health proposes an inquiry, the pupil comes here. You can also decide without a proposal, on the pupil's page.
web-decisions-list = To attendance
web-decisions-pupil = Pupil
web-decisions-class = Class and school
web-decisions-since = Proposed
web-decisions-waited = Has waited
web-decisions-days = { $days ->
    [0] since today
    [one] 1 day
   *[other] { $days } days
}
web-decisions-long = more than a week
web-decisions-who = Here is only what somebody has proposed in General or Special support. No signal in the figures is a decision, and the notes of pupil health are not included. Protected pupils are never in lists.
web-decisions-decided = Decided
web-decisions-decided-help = Proposals that were decided within the last four weeks
web-decisions-day = Day
web-decisions-what = Decision
web-decisions-way = Go on
web-decisions-report = Report
web-decisions-report-of = Report to the school authority about { $name }
web-decisions-back = Take back
web-decisions-back-of = Take back the decision about { $name }

web-decisions-pupils = Pupils who wait for a decision
web-decisions-at = { $number } of { $whole }
web-decisions-previous = Previous
web-decisions-skip = Skip
web-decisions-end = To My decisions
web-decisions-proposed = An inquiry is proposed
web-decisions-has-waited = has waited: { $waited }
web-decisions-law = What the law says
web-decisions-after = Whom you skip stays here: absence is to be inquired into promptly. If you open an inquiry, the report to the school authority is then filled in on the page My decisions.
# What the reason is begun with. The head teacher changes it at will.
web-decisions-reason-proposed = An inquiry was proposed { $day } by { $name }: { $text }
web-decisions-figures = The absence is { $share } of the reported time from { $from } to { $to }, valid and invalid together.
web-decisions-reasons-since = There has been a reason to ask about the absence since { $day } ({ $week }).

web-report-title = Report of an inquiry into absence
web-report-to = To the school authority
web-report-from = From the head teacher
web-report-pupil = Pupil
web-report-class = Class
web-report-day = Day of the decision
web-report-decided = The head teacher decided on { $day } that the pupil's absence is to be inquired into. It is reported under chapter 7, section 19 a of the Education Act (2010:800).
web-report-reason = Reasons for the decision:
web-report-printed = Printed { $day }.
web-report-help = The report is filled in with what the decision and today's figures say. Skollinjen does not send it: print it or copy the text, and leave out what the school authority does not need.
web-report-print = Print
web-report-back = To My decisions
web-report-copy = Copy as text
web-report-text = The report as text
web-report-text-hint = Mark and copy. What you change here is not kept.
