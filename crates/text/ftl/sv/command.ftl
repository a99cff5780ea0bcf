# Vad kommandona säger.

scan-done = Svar för { $pupils } elever ligger i { $file }.
synth-done = { $pupils } elever och { $rows } lektionsrader ligger i { $folder }.

import-read = { $rows } lektionsrader lästa. Inställda: { $cancelled }. Utanför elevens tid på skolan: { $elsewhere }. Utanför perioden: { $outside }.
import-school = Skola { $school }, { $from } till { $to }: { $before } rader blir { $after }.
import-bad = { $count ->
    [one] En rad gick inte att läsa och är utelämnad:
   *[other] { $count } rader gick inte att läsa och är utelämnade:
}
import-bad-more = … och { $count } rader till.
import-held = Importen är stoppad tills någon har kontrollerat den. Filen kan vara ofullständig:
import-held-confirm = Ingenting är ändrat. Kontrollera filen. Stämmer den, kör samma kommando igen med --confirm.
import-done = Klart. Skolor som ändrades: { $changed }. Historiken har nu version { $version }.
import-unchanged = Samma rader fanns redan. Ingenting är ändrat.
import-nothing = Filen har inga rader att läsa in.

held-partial = Filen är märkt som ofullständig.
held-pupils-gone = { $named ->
    [0] Skola { $school }
   *[other] { $school }
}: { $pupils } elever som har rader i perioden saknas i filen.
held-leaving = { $named ->
    [0] Skola { $school }
   *[other] { $school }
}: { $pupils } av { $before } elever saknas i elevfilen och skrivs ut från skolan. Kontrollera att filen har alla elever på skolan.
held-rows-differ = { $named ->
    [0] Skola { $school }
   *[other] { $school }
}: perioden har { $before } rader nu men { $after } i filen.
held-fewer-pupils = { $named ->
    [0] Skola { $school }
   *[other] { $school }
}: { $pupils } elever i filen. Veckorna före hade { $usual }. Kontrollera att filen har alla elever.
held-fewer-rows = { $named ->
    [0] Skola { $school }
   *[other] { $school }
}: { $rows } lektioner om dagen i filen. Veckorna före hade { $usual }. Kontrollera att filen har alla lektioner.
held-reporting-differs = { $named ->
    [0] Skola { $school }
   *[other] { $school }
}: { $percent } % av lektionerna är rapporterade i filen. Vanligt är { $usual } %. Fråga skolan om frånvaron är inrapporterad och om exporten är gjord som vanligt.
held-bad-pupils = { $bad } av { $rows } rader i elevfilen gick inte att läsa.
held-bad-rows = { $bad } av { $rows } rader gick inte att läsa.

history-verified = Version { $version }: { $files } filer med { $rows } rader, alla hela. Fingeravtryck { $fingerprint }
history-swept = { $files } filer som inte längre gäller är borttagna.
history-purged = Eleven är borta ur historiken. Skolor som skrevs om: { $changed }.
history-undone = Importen är ångrad. Skolor som återställdes: { $changed }. Historiken har nu version { $version }.
figures-done = Underlag för { $pupils } elever och { $days } dagar ligger i { $folder }.

demo-intro = En påhittad skola, { $school }, den { $date }: { $pupils } elever och { $rows } lektionsrader, gjorda, inlästa och genomsökta på { $seconds } sekunder.
list-heading = { $name }: { $count } av { $pupils } elever
list-more = … och { $count } elever till. Visa fler med --top.
list-none = Ingen elev är på listan.
list-first-mentor = Mentor frågar först
list-first-pupil-health = Elevhälsan frågar först
list-stale = { $count } elever har inte haft något schema på mer än tio skoldagar och visas inte.
list-reporting = Till rektor, om underlaget: { $reporting } elever har för många orapporterade lektioner, { $timetable } har ett mycket kortare schema än andra. Visa dem med --reporting.
list-protected = Elever med skyddade personuppgifter finns inte i historiken. Deras närvaro följs för hand.
line-legend = Skollinjen: en ruta i veckan från skolstart, ju högre desto mer frånvaro. · inget schema  ? för lite rapporterat

week-number = v. { $week }
import-list-new = Nya på listan { $list }: { $count }.
import-list-gone = Inte längre på listan { $list }: { $count }.
pack-checked = Metodpaketet är i ordning.
preset-sets = Ställer in: { $thresholds }
preset-not-covered = Mäts inte av signalerna: { $what }
history-purged-none = Eleven fanns inte i någon fil som gäller. Äldre filer som kunde innehålla eleven är borta.
held-protection-unclear = I elevfilen gick kolumnen protected inte att läsa i { $rows } rader. En elev vars markering inte går att läsa räknas som skyddad, så de eleverna skulle försvinna ur historiken. Skriv true eller false i kolumnen och läs in filen igen.
held-unprotected = { $rows } rader i elevfilen kan gälla en elev med skyddade personuppgifter men går inte att läsa. Rätta dem först.
list-unknown-pupils = { $count } elever finns i historiken men inte i elevfilen och visas inte.
reporting-heading = Till rektor, om underlaget: { $count } elever
reporting-why = Frågorna gäller rapportering och scheman. De säger ingenting om elevens frånvaro och sätter ingen elev på en lista.
reporting-stale = Inget schema
