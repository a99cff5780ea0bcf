# Datakvalitet: hur skolorna rapporterar, och vem man ringer.

web-nav-quality = Datakvalitet
web-quality-title = Datakvalitet
web-quality-lead = Så har närvaron rapporterats till och med { $day }.
web-quality-nothing = Ingenting att visa än
web-quality-nothing-help = När skolornas filer har lästs in syns här hur mycket som är rapporterat, vecka för vecka.
web-quality-call-list = Ringlista
web-quality-open = Öppna { $school }

web-quality-school = Skola
web-quality-class = Klass
web-quality-subject = Ämne
web-quality-teacher = Undervisar
web-quality-reported = Rapporterat
web-quality-missing = Saknas
web-quality-silent = Hela lektioner
web-quality-all-weeks = Alla veckor
web-quality-no-class = Utan klass
web-quality-numbers = Andel rapporterat i procent, vecka för vecka, och antal rapporter som saknas
web-quality-picture = En ruta för varje vecka. Talet är hur många procent som är rapporterat. Det prickade i rutans botten är det som saknas. En ruta med ram bör någon fråga om, och en med dubbel ram säger för lite för att räkna på. Alla tal står i tabellen under bilden.
web-quality-legend-low = under 95 %: fråga
web-quality-legend-too-little = under 80 %: för lite
web-quality-legend-nothing = inga lektioner
web-quality-says = { $name }, { $week }: { $share } rapporterat, { $missing ->
    [one] 1 rapport saknas
   *[other] { $missing } rapporter saknas
}.
web-quality-drawn = Bilden visar de { $schools } skolor där mest saknas, i namnordning. Alla skolor står i tabellen.
web-quality-finding = { $low } av { $all } skolor har någon vecka under 95 %. Mest saknas på { $school }: { $missing ->
    [one] 1 rapport
   *[other] { $missing } rapporter
}.
web-quality-finding-fine = Alla skolor har rapporterat minst 95 % varje vecka.
web-quality-school-finding = { $share } är rapporterat. { $missing ->
    [0] Inga rapporter saknas
    [one] 1 rapport saknas
   *[other] { $missing } rapporter saknas
}, och { $lessons ->
    [0] ingen hel lektion är utan rapport
    [one] 1 hel lektion är utan rapport
   *[other] { $lessons } hela lektioner är utan rapport
}.

web-quality-to-do = Att göra
web-quality-to-do-help = Överst står den skola där ett samtal hjälper mest. Det är ordningen att ringa i, inget betyg på skolorna.
web-quality-to-do-none = Ingenting att ringa om. Skolorna rapporterar som de ska.
web-quality-to-ask = Att fråga om
web-quality-to-ask-none = Ingenting just nu. Skolan rapporterar som den ska.
web-quality-more = { $names } och { $more } till
web-quality-ask-none = Inga lektioner har kommit det här läsåret. Fråga om skolans filer skickas.
web-quality-ask-missing = { $missing ->
    [one] 1 rapport saknas
   *[other] { $missing } rapporter saknas
} i { $weeks }. Be att de fylls i.
web-quality-ask-silent = { $lessons ->
    [one] 1 hel lektion är utan rapport
   *[other] { $lessons } hela lektioner är utan rapport
}. Fråga om lektionerna hölls eller ställdes in.
web-quality-ask-classes = Klasser där det saknas: { $classes }.
web-quality-ask-all-classes = Det saknas i alla klasser.
web-quality-ask-timetable = Utan lektioner i { $weeks }: { $classes }. Fråga om schemat är inlagt.
web-quality-ask-without-rows = { $pupils } elever är inskrivna men har inga lektioner de senaste tre veckorna. Fråga om de går kvar och om de ligger i rätt grupp.
web-quality-ask-stopped = För { $pupils } elever har schemat tagit slut, så de syns inte på någon lista. Fråga om de har flyttat.
web-quality-ask-shorter = { $pupils } elever har mycket kortare schema än andra. Fråga om det finns beslut om anpassad studiegång.
web-quality-unreported = För { $pupils } elever är så lite rapporterat att ingen slutsats går att dra.

web-quality-how = Hur räknas det?
web-quality-how-report = En lektion ska ha en rapport för varje elev: närvarande, frånvarande eller sen. Här räknas rapporter, inte frånvaro. Det som ligger framåt i schemat är inte med.
web-quality-how-silent = En hel lektion utan rapport är en lektion där ingen elev har någon rapport. Då har närvaron troligen inte tagits, eller så ställdes lektionen in utan att schemat ändrades.
web-quality-how-limits = Vi frågar om veckor under 95 %. Under 80 % säger metoden att det är för lite för att dra någon slutsats om en elev.
web-quality-how-timetable = En klass saknar schema en vecka när den har elever men inga lektioner, fast de flesta av skolans klasser har det. En elev saknar rader när det inte finns någon lektion på de senaste tre veckorna med skola.
web-quality-how-late = En sen rättelse är en rapport som ändrades mer än sju dagar efter lektionen. Den är inget fel, men siffror som ni redan har sett kan ha ändrats.

web-quality-school-title = { $school }: datakvalitet
web-quality-subjects = Ämnen
web-quality-subjects-caption = Andel rapporterat per ämne och vecka, alla klasser tillsammans
web-quality-courses = Ämnen i klasserna
web-quality-courses-help = Bara du som är rektor ser det här. Raderna står i klassordning. De jämför ingen, skrivs inte ut och går inte att hämta: de är till för ett samtal om vad som behövs.
web-quality-courses-none = I ingen klass saknas mer än fem procent i något ämne.
web-quality-courses-caption = Ämnen med mindre än 95 % rapporterat, klass för klass
web-quality-pupils = Elever att fråga om
web-quality-pupils-caption = Elever vars schema eller rapportering någon bör titta på
web-quality-pupils-none = Inga elever just nu.
web-quality-why = Varför
web-quality-why-rows = Har inga lektioner sedan { $day }.
web-quality-why-no-rows = Är inskriven men har inga lektioner alls.
web-quality-why-stopped = Schemat har tagit slut.
web-quality-why-shorter = Schemat är mycket kortare än andras. Finns det beslut om anpassad studiegång?
web-quality-why-unreported = Mindre än 80 % är rapporterat de senaste fyra veckorna.
web-quality-late = Sena rättelser
web-quality-late-help = Rapporter som ändrades mer än sju dagar efter lektionen, i inläsningar de senaste fyra veckorna.
web-quality-late-caption = Lektioner vars rapport ändrades sent
web-quality-late-week = Lektionernas vecka
web-quality-late-seen = Inläst
web-quality-late-lessons = Lektioner
web-quality-late-days = Dagar efteråt (median)

web-quality-contact = Vem man ringer
web-quality-contact-name = Namn eller expedition
web-quality-contact-hint = Rektors expedition, eller den som svarar på frågor om närvaro och schema.
web-quality-contact-telephone = Telefon
web-quality-contact-save = Spara
web-quality-contact-none = Ingen kontakt är inlagd. Den som sköter systemet kan skriva in den här.

web-quality-calls-lead = Siffrorna gäller { $weeks } och är från { $day }.
web-quality-calls-none = Ingen att ringa
web-quality-calls-none-help = Alla skolor rapporterar som de ska.
web-quality-print = Skriv ut
web-quality-no-contact = Inget telefonnummer är inlagt.
web-quality-called = Ringt { $day }
web-quality-not-called = Ångra
web-quality-call-day = Ringde { $school }, dag
web-quality-call-note = Ringt
web-quality-call-signature = Ringt, dag och vad som sades
web-done-called = Sparat.
web-done-contact = Kontakten är sparad.

quality-call-day = Skriv vilken dag du ringde, som 2026-11-22: i dag eller högst en månad tillbaka.
quality-contact-name = Namnet är för långt. Skriv högst 100 tecken.
quality-contact-telephone = Skriv telefonnumret med siffror, till exempel 0123-456 78.
