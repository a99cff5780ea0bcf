# Kommandona för rum: göra, visa, granska loggen.

room-created = Rummet { $room } för { $name } är gjort och står i { $file }.
room-created-key = Rummets nyckel ligger i { $file }. Spara en kopia på ett säkert ställe, skilt från säkerhetskopian av rummet: utan nyckeln går ingenting i rummet att läsa, inte heller ur en säkerhetskopia.
room-configured = Rummet { $room } står redan i { $file }. Ingenting är ändrat. Välj ett annat kortnamn, eller visa rummen med skollinjen room list.
room-not-configured = Rummet { $room } står inte i { $file }. Visa rummen med skollinjen room list, eller gör det med skollinjen room create.
room-is-another = Databasen för { $room } i { $file } hör till ett annat rum, { $found }. Rätta kind eller database i filen.
room-slug-reserved = Kortnamnet { $room } går inte att använda, för mappen med det namnet är till för annat. Välj ett annat.
room-remains = { $file } finns redan, men rummet står inte i { $config }. Används rummet, skriv tillbaka dess avsnitt där. Är det rester av ett rum som aldrig blev klart, ta bort { $file } och försök igen.
room-unfinished = { $reason } Rummet blev inte klart och står inte i konfigurationen. Ta bort { $files } innan du försöker igen. Om databasen är i PostgreSQL, töm också den.
room-keys-open-to-others = Andra än ägaren kommer åt mappen { $file }, där nycklarna ligger. Kör chmod 700 på den och försök igen.
room-list-none = Det finns inga rum i { $file }. Gör ett med skollinjen room create.
room-list-closed = (går inte att öppna)

config-unknown-key = { $file }, rad { $line }: { $key } finns inte. Rätta stavningen eller ta bort det.
config-broken = { $file }, rad { $line }: går inte att förstå. Kontrollera att citattecken och hakparenteser är hela, och att varje rum har kind, database, attendance och key_file.
config-entry = { $file }: avsnittet om rummet { $room } går inte att använda. Kortnamnet får ha a–z, siffror och bindestreck, kind ska vara school, social eller region, och inget värde får vara tomt.

journal-whole = Loggen är hel. Poster: { $entries }. Sista hash: { $hash }. Anteckna antalet och hashen utanför rummet: då syns det senare om slutet har tagits bort.
journal-broken-missing = Loggen är bruten: post { $entry } saknas. Ändra ingenting i databasen, spara en kopia av den och säg till den som ansvarar för informationssäkerheten.
journal-broken-changed = Loggen är bruten: post { $entry } är ändrad sedan den skrevs. Ändra ingenting i databasen, spara en kopia av den och säg till den som ansvarar för informationssäkerheten.
journal-broken-anchor = Loggen är bruten: post { $entry } är inte den som antecknats utanför rummet. Ändra ingenting i databasen, spara en kopia av den och säg till den som ansvarar för informationssäkerheten.
