# Import: filer från skolornas system, på kommandoraden och i webbläsaren.

import-told-file = { $file } ({ $format }): { $taken } av { $rows } rader lästa.
import-told-left = Inställda lektioner: { $cancelled }. Utanför elevens tid på skolan: { $elsewhere }.
import-held-room = Importen är stoppad och ingenting av den syns. Filerna ligger förseglade i rummet. Kontrollera skälen nedan. Stämmer filerna: bekräfta på sidan Import i webbläsaren, eller kör samma kommando igen med --confirm.
import-folder-empty = I { $file } finns ingen fil som går att läsa in. Ange filer eller en mapp med CSV, Excel, XML, JSON eller Parquet.
import-broke = Något gick fel när filerna lästes. Ingenting är ändrat. Försök igen; händer det igen, säg till den som sköter datorn.
import-cut-off = Importen avbröts innan den var klar. Ingenting är ändrat. Gör den igen.
import-stopped = Läsningen avbröts. Ingenting är ändrat.
import-not-queued = Importen har redan avslutats av någon annan. Öppna sidan Import och se efter.
import-not-done = Importen syns inte och kan därför inte ångras.
import-not-held = Importen väntar inte längre på någon. Öppna sidan Import och se efter.
import-not-waiting = Filerna har redan börjat läsas in. Öppna sidan Import och se efter.
import-held-final = Det som talar emot importen går inte att bekräfta: rätta filen och läs in den igen.
import-changed-nothing = Importen ändrade ingenting, så det finns inget att ångra.
import-only-sums = Filerna har summor och inte lektioner. Signaler räknas på lektioner: exportera frånvaron lektion för lektion.
import-no-roster = Ingen av filerna har elever med skola och årskurs. Lägg till elevlistan och försök igen.
import-parquet-too-large = { $file } är för stor för att läsas förseglad. Läs in den på datorn med kommandot skollinjen import.
import-rehearsed = Det var en övning. Ingenting är sparat.
import-rehearsed-school = { $school }: { $pupils ->
    [one] en elev
   *[other] { $pupils } elever
}, { $rows ->
    [one] en lektion
   *[other] { $rows } lektioner
} { $from } till { $to }, { $weeks ->
    [one] en vecka
   *[other] { $weeks } veckor
}, { $reported } rapporterade.
import-rehearsed-listed = På skolans lista { $date }: { $listed } elever.
import-rehearsed-few = På skolans lista { $date }: färre än { $fewest } elever.
import-state-waiting = Väntar på att du säger hur filerna läses
import-state-queued = Läses in
import-state-done = Inläst
import-state-held = Stoppad: någon behöver titta
import-state-failed = Gick inte att läsa in
import-state-discarded = Kastad
import-state-undone = Ångrad
upload-no-file = Välj minst en fil.
upload-too-many = Högst 50 filer på en gång. Dela upp dem i flera omgångar.
upload-too-large = { $file } är större än 16 GB. Exportera ett kortare tidsspann.
upload-disk-full = Disken är full, så filen kunde inte tas emot. Ingenting annat har ändrats. Säg till den som sköter datorn.
profile-name = Ge profilen ett namn på högst 80 tecken, till exempel systemets namn.
profile-not-found = Det finns ingen profil som heter { $name }. Gör den på sidan Import, eller kontrollera namnet.

job-kind-import = Inläsning av filer
job-import-done = { $rows } rader lästa. Rader som inte gick att läsa: { $bad }.
job-import-held = Inläsningen är stoppad tills någon har tittat på den. Se sidan Import.
job-import-failed = Filerna gick inte att läsa. Se sidan Import.
job-import-reading = läser rader
job-import-roster = läser in elever
job-import-writing = skriver historiken
job-import-scanning = räknar signaler
job-import-storing = sparar elevers resultat
