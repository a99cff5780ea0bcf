# Sidan Jobb: det som systemet gör av sig självt.

web-nav-jobs = Jobb
web-jobs-title = Jobb
web-jobs-lead = Det som sker av sig självt: inläsning, städning och säkerhetskopior. Du kan stänga sidan; arbetet går vidare ändå.
web-jobs-go = Visa jobben
web-done-job = Jobbet provas igen.

web-jobs-alarm = Något behöver dig
web-jobs-alarm-given-up = { $job } gick inte, trots flera försök. Systemet gav upp { $time }.
web-jobs-alarm-late = { $job } skulle ha kommit med något nytt, men har inte gjort det sedan { $time }.
web-jobs-alarm-letters = { $count ->
    [one] 1 brev till { $room } har väntat sedan { $time }. Fråga dem om de går att nå, och om ihopparningen finns kvar hos dem.
   *[other] { $count } brev till { $room } väntar, det första sedan { $time }. Fråga dem om de går att nå, och om ihopparningen finns kvar hos dem.
}

web-jobs-now = Pågår nu
web-jobs-none = Inget pågår just nu.
web-jobs-soon = Ett jobb börjar strax.
web-jobs-stage = { $job }: { $stage }
web-jobs-so-far = { $stage } – { $done } hittills
web-jobs-since = { $job } pågår sedan { $time }.

web-jobs-given-up = Väntar på dig
web-jobs-given-up-caption = Jobb som systemet har gett upp
web-jobs-name = Jobb
web-jobs-when = När
web-jobs-why = Varför
web-jobs-do = Åtgärd
web-jobs-again = Försök igen

web-jobs-coming = På tur
web-jobs-coming-caption = Jobb som väntar och jobb som återkommer
web-jobs-often = Hur ofta
web-jobs-next = Nästa gång
web-jobs-ok = Gick bra senast
web-jobs-once = En gång
web-jobs-cut-off = Avbrutet, görs om
web-jobs-failed = { $count ->
    [one] Görs om efter 1 misslyckat försök
   *[other] Görs om efter { $count } misslyckade försök
}
web-jobs-paused = Pausat
web-jobs-never = Inte än
web-jobs-each-minute = Varje minut
web-jobs-each-minutes = Var { $minutes }:e minut
web-jobs-each-hours = Var { $hours }:e timme
web-jobs-each-day = Varje dag kl. { $time }

web-jobs-history = Historik
web-jobs-history-caption = De senaste körningarna, den senaste först
web-jobs-no-history = Inget jobb har körts än.
web-jobs-began = Började
web-jobs-took = Tog
web-jobs-outcome = Hur det gick
web-jobs-said = Besked
web-jobs-was-done = Klart
web-jobs-was-again = Gick inte, görs om
web-jobs-was-given-up = Gick inte
web-jobs-was-cut-off = Avbrutet, görs om
web-jobs-seconds = { $seconds } s
web-jobs-minutes = { $minutes } min
