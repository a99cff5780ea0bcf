# Att para ihop rum: kommandona, och jobbet som skickar brev.

pair-offered = Filen { $file } är den som det andra rummet ska ha. Den är inte hemlig. Läs upp den här koden för dem på telefon: { $code }
pair-offered-here = Filen { $file } är till för ett rum på samma server. Ligger det andra rummet på en annan server, kör kommandot igen med --address. Koden att läsa upp: { $code }
pair-done = Ihopparat med { $name }. Brev kan gå när de har gjort detsamma med filen och koden härifrån.
peers-own-code = Rummets egen kod: { $code }
peers-none = Rummet är inte ihopparat med något annat.
peers-nothing-waits = Inga brev väntar.
peers-waiting = { $count ->
    [one] 1 brev väntar sedan { $since }.
   *[other] { $count } brev väntar, det första sedan { $since }.
}
job-kind-door = Brev till andra rum
job-door-done = Framme: { $delivered }. Intagna: { $taken }. Nekade eller stoppade: { $ended }. Rum som inte gick att nå: { $rooms }.
unpair-done = Ihopparningen är avslutad. { $count ->
    [0] Inga brev väntade.
    [one] 1 brev som väntade är stoppat.
   *[other] { $count } brev som väntade är stoppade.
}
