# En rad som inte går att läsa: var den står och vad man gör. Aldrig värdet självt, för det kan vara ett namn.

bad-row-line-whole = { $file }, rad { $row }: { $remedy }
bad-row-line = { $file }, rad { $row }, kolumn { $column }: { $remedy }

bad-row-wrong-field-count = Raden har inte lika många fält som rubrikraden. Se efter om en avgränsare saknas eller om det finns en för mycket.
bad-row-missing = Värdet saknas. Fyll i det i källan och läs in filen igen.
bad-row-not-a-number = Skriv ett heltal, utan mellanslag och decimaler.
bad-row-out-of-range = Talet är större eller mindre än kolumnen kan ha. Rätta det i källan.
bad-row-not-a-date = Skriv datumet så här: 2026-11-22.
bad-row-not-true-or-false = Skriv true eller false.
bad-row-unknown-school-form = Skolformen är okänd. Skriv FKLASS, GR, GRS, SP eller SAM.
bad-row-looks-like-personal-number = Elevnumret har fler än nio siffror och kan vara ett personnummer. Använd det elevnummer som källsystemet själv ger; här får aldrig ett personnummer stå.
bad-row-ends-before-start = Perioden slutar innan den börjar. Rätta ett av datumen.
bad-row-overlapping-enrolment = Eleven har två rader på samma skola som överlappar varandra. Rätta datumen eller slå ihop raderna.
bad-row-unknown-pupil = Eleven finns inte i elevfilen. Lägg till eleven där, eller ta bort raden.
bad-row-control-character = Värdet har ett tecken som inte går att skriva, till exempel en radbrytning. Ta bort det i källan.
bad-row-not-a-personal-number = Det är inget personnummer, samordningsnummer eller tillfälligt nummer. Rätta det i källan. I Excel ska kolumnen ha formatet Text, annars försvinner siffror.
bad-row-not-a-time = Skriv klockslaget så här: 08:15. När sommartiden börjar finns inga klockslag mellan 02:00 och 03:00.
bad-row-wrong-encoding = Raden har tecken som inte går att läsa. Spara filen som ”CSV UTF-8” och försök igen.
bad-row-unknown-school = Skolan går inte att känna igen. Ange skolans skolenhetskod i profilen eller i filen.
bad-row-unknown-lesson = Närvaron gäller en lektion som inte finns i filerna. Läs in lektionerna (calendarEvents) för samma dagar.
bad-row-keys-disagree = Raden har två nycklar som hör till olika elever. Rätta personnumret eller elevnumret i källan.
bad-row-protected = Raden gäller en elev med skyddade personuppgifter. Låt den som ansvarar för skyddade uppgifter se på raden i källan.
