# Vad som hindrar, och vad man gör åt det.

pack-file-missing = { $file } går inte att läsa. Kontrollera att den finns och att den får läsas.
pack-file-unknown = Metodpaketet har ingen fil som heter { $file }, så den skulle inte ändra något. Rätta namnet eller ta bort filen.
pack-file-broken = { $file } går inte att förstå: { $where }. Rätta det, eller ta bort filen så gäller den inbyggda.
pack-unknown-key = { $file }: { $where } finns inte. Rätta stavningen eller ta bort det.
pack-value-missing = { $file }: { $where } saknas eller är tomt. Fyll i det.
pack-value-out-of-range = { $file }: värdet i { $where } går inte att använda. Procent går från 0 till 100, band ska stiga och nivåer ska vara något av banden.
pack-versions-overlap = { $file }: { $where } förekommer två gånger. Låt bara en stå kvar.
pack-unknown-signal = { $file }: { $where } går inte att läsa som en signal. Skriv till exempel S05 eller S01 at least 15.
pack-s12-on-list = { $file }: { $where } använder S12. Den frågar om rapporteringen och sätter aldrig en elev på en lista. Ta bort den.
pack-unknown-threshold = { $file }: tröskelvärdet { $where } finns inte. Rätta stavningen eller ta bort det.
pack-no-version = { $file }: ingen version gäller { $where }. Lägg till en version som börjar senast den dagen.

fault = Något gick fel i datorn: { $details }. Ingenting som redan är sparat har ändrats. Försök igen, och hör av dig till den som sköter systemet om felet kommer tillbaka.
file-not-found = { $file } finns inte. Kontrollera sökvägen.
file-not-permitted = { $file } får inte läsas eller skrivas. Be den som sköter datorn om behörighet.
file-unknown-ending = { $file } har en okänd ändelse. Filen ska sluta på .csv eller .parquet.
file-not-utf8 = { $file } är inte text i UTF-8. Spara om den som ”CSV UTF-8” och försök igen.
file-broken-parquet = { $file } går inte att läsa som Parquet. Den kan vara avbruten, eller packad på ett sätt som inte stöds. Exportera den igen, med zstd, snappy eller utan packning.
file-unsorted = { $file } är inte sorterad efter elev. Sortera den efter pupil, date, start och subject.
file-unsorted-too-large = { $file } är inte sorterad efter elev och har fler än { $rows } rader. Sortera den efter pupil, date, start och subject och försök igen.
column-missing = { $file } saknar kolumnen { $column }. Lägg till den, eller rätta rubriken.
column-wrong-type = { $file }: kolumnen { $column } har fel typ. Tal ska vara heltal, datum ska vara datum och ämne text.
column-has-gaps = { $file }: kolumnen { $column } har tomma värden, och det får bara v och u ha.
column-out-of-range = { $file }: kolumnen { $column } har ett tal som är för stort.
too-many-subjects = Filen har fler än 65 535 olika ämneskoder. Kontrollera att kolumnen subject innehåller ämnen.
minutes-out-of-range = En elev har fler minuter i en vecka än det går att räkna med. Kontrollera kolumnen s.
disk-full = Disken är full, så { $file } kunde inte skrivas. Ingenting som redan är sparat har ändrats. Frigör plats och försök igen.
disk-read-only = Disken med { $file } går inte att skriva på.
manifest-broken = { $file } går inte att läsa. Återställ den från en säkerhetskopia; lektionsfilerna är orörda.
manifest-newer = { $file } är skriven av en nyare version av programmet. Uppdatera programmet.
history-busy = En annan import av samma skola pågår i { $file }. Vänta tills den är klar och försök igen.
history-changed-meanwhile = Historiken ändrades under tiden. Ingenting är sparat. Försök igen.
history-file-changed = { $file } har ändrats eller skadats sedan den skrevs. Återställ den från en säkerhetskopia, eller läs in skolans period igen.
undo-no-such-import = Det finns ingen import med version { $version } att ångra.
undo-later-import = En senare import i { $file } gäller samma dagar. Ångra den först.
undo-gone = Det som fanns före importen i { $file } finns inte kvar. Läs in perioden igen från källan.
term-missing = Ange minst en termin, till exempel --term 2026-08-17..2026-12-18.
list-unknown = Det finns ingen lista som heter { $list }. Listorna är: { $known }.
preset-unknown = Det finns ingen förinställning som heter { $preset }. De som finns är: { $known }.
pack-problems = { $count ->
    [one] Metodpaketet har ett fel. Rätta det och kontrollera igen.
   *[other] Metodpaketet har { $count } fel. Rätta dem och kontrollera igen.
}
history-not-found = { $file } är ingen närvarohistorik: filen manifest.json saknas. Kontrollera sökvägen, eller läs in något först.
output-unwritten = Arbetet är gjort, men allt som skulle visas kunde inte skrivas ut. Frigör plats på disken och titta efter igen.
column-twice = { $file } har kolumnen { $column } två gånger. Ta bort eller döp om en av dem.
file-broken-quotes = { $file }, rad { $row }: ett citattecken är inte stängt på samma rad. Rätta det; annars försvinner raderna efter.
manifest-missing = { $file } har lektionsfiler men ingen manifest.json. Återställ den från en säkerhetskopia. Lektionsfilerna är orörda.
path-is-folder = { $file } är en mapp. Ange en fil.
path-is-file = { $file } är en fil eller ligger under en. Ange en mapp.
days-backwards = Perioden slutar { $to }, innan den börjar { $from }. Rätta ett av datumen.
term-outside = Ingen termin ligger i läsåret som { $day } hör till. Rätta --term.
figures-folder-in-use = { $file } innehåller annat än underlag från tidigare. Ange en egen mapp.
