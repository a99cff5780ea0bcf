# Jobb: det som systemet gör av sig självt.

job-kind-sweep = Nattlig städning
job-kind-backup = Säkerhetskopia
job-kind-other = Okänt jobb
job-kind-unknown = Den här versionen av programmet kan inte göra det här jobbet. Uppdatera programmet, eller ta bort det som bad om jobbet.
job-kind-missing = Det finns inget jobb som heter { $kind }. Skriv skollinjen job list för att se vilka som finns.
job-fault = Något gick fel i maskinen. Den som sköter datorn ser i programmets logg vad som gjordes just då.
job-broke = Jobbet avbröts av ett fel i programmet. Hör av dig till den som sköter datorn om det händer igen.
job-cut-off = Jobbet avbröts för att programmet stängdes. Det görs om.
job-not-waiting = Jobbet pågår redan, eller är redan klart. Ladda om sidan.
job-lost = En annan process tog över jobbet.
job-swept = { $files ->
    [one] 1 fil som ingen använder längre togs bort.
   *[other] { $files } filer som ingen använder längre togs bort.
}

job-ran = { $kind }: klart. { $said }
job-ran-quietly = { $kind }: inget att göra.
job-ran-badly = { $kind }: gick inte. { $said }
job-some-failed = { $count ->
    [one] 1 jobb gick inte.
   *[other] { $count } jobb gick inte.
}
job-nothing-due = Inget att göra just nu.
job-state-given-up = gav upp
job-state-running = pågår
job-state-cut-off = avbrutet, görs om
job-state-waiting = väntar
job-state-coming = kommer
job-state-paused = pausat
