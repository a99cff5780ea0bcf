# The demo: choose who you are.

web-demo-title = Choose who you are
web-demo-lead = Björkstad does not exist. Neither the pupils nor the staff nor the absence are real, so try whatever you like.
web-demo-clock = The clock stands at Friday 20 November 2026. What you do is kept as long as the demo runs.
web-demo-clock-title = Everything is made up
web-demo-counsellor = { $schools ->
    [one] Sees the pupils of one school, documents talks and leads the pupil health meetings.
   *[other] Sees the pupils of { $schools } schools, documents talks and leads the pupil health meetings. Begin here.
}
web-demo-special-educator = Sees the pupils of one school, writes about adaptations and takes part in the pupil health meetings.
web-demo-head-teacher = Sees the pupils of one school and the school in numbers and decides whether absence is inquired into (chapter 7 section 19 a). Does not read what pupil health writes.
web-demo-mentor = Sees one class and documents talks. Does not read what pupil health writes.
web-demo-nurse = Works in a branch of her own, the medical one. Therefore sees no pupils here.
web-demo-coordinator = Sees the schools in numbers, without names. Small numbers are hidden.
web-demo-administrator = Manages accounts. Sees no pupils.
web-demo-protected = Looks after pupils with protected identity by hand. They are on no lists.
web-demo-records = Is responsible for archive and purging. Sees no pupils.
web-demo-reviewer = Reviews the journal. Sees no pupils.
web-demo-school-social-worker = Works in the social half of the team. Sees her own episodes and no others.
web-demo-family-therapist = Works with families in open care. Sees her own episodes and no others.
web-demo-unit-manager = Assigns episodes at the own unit of social services and reviews its journal.
web-demo-lead-group = Sees the queue in numbers and decides on prolongation. Reads no episodes.
web-demo-none = There is nobody to choose here
web-demo-none-help = The demo is not ready yet. Reload the page in a moment.
