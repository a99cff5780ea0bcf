# Vad som hindrar i ett rum, och vem som får göra vad. Ett nej säger aldrig om en elev finns.

denied-pupil = Här finns inget som du får se. Du ser elever i de klasser och på de skolor där du har ett uppdrag som omfattar det. Behöver du se mer i ditt arbete, vänd dig till den som sköter konton hos er.
denied-content = Den här delen av dokumentationen är inte öppen för ditt uppdrag. Vem som får läsa och skriva beror på var texten hör hemma. Fråga den som arbetar där om du behöver veta något.
denied-list = Ditt uppdrag ger ingen lista över elever. Har du fått ett nytt uppdrag, be den som sköter konton att lägga in det.
denied-numbers = Ditt uppdrag omfattar inte de här siffrorna. Rektor ser den egna skolans, samordnaren hela rummets.
denied-journal = Loggen granskas av den som är utsedd till det, och av rektor för den egna skolan. Undrar du över något i den, vänd dig dit.
denied-inquiry = Rektor beslutar om frånvaro ska utredas. Berätta för rektor vad du har sett, så kan beslutet fattas där.
denied-protected = Skyddade personuppgifter sköts bara av den som är utsedd till det. Vänd dig dit, muntligt om det går.
denied-import = Ditt uppdrag omfattar inte att läsa in filer eller räkna om. Be den som sköter systemet om det.
denied-settings = Ditt uppdrag omfattar inte inställningar, konton, gallring eller drift. Vänd dig till den som sköter systemet.
denied-fault = Det gick inte att avgöra om du får göra det här, så det blev ett nej. Felet är programmets, inte ditt. Försök igen, och hör av dig till den som sköter systemet om det kommer tillbaka.

room-slug = Rummets kortnamn eller namn går inte att använda. Kortnamnet får ha högst 40 tecken: små bokstäver a–z, siffror och bindestreck, men inte bindestreck först. Namnet får inte vara tomt.
room-exists = Där finns redan ett rum eller en fil, och inget skrivs över. Ange en ny fil eller en tom databas.
room-missing = Det finns inget rum i { $file }. Kontrollera sökvägen. Är filen borta, återställ den från en säkerhetskopia.
room-empty = Databasen går att öppna men innehåller inget rum. Kontrollera adressen. Ska ett nytt rum skapas, ange en ny fil eller en tom databas.
room-newer = Rummet är skrivet av en nyare version av programmet. Uppdatera programmet och försök igen.
room-database-unknown = Databasens adress går inte att förstå. Skriv sqlite: och en sökväg, eller postgres:// och användare, dator och databas.
room-key-missing = Nyckelfilen { $file } finns inte, och utan den går rummet inte att öppna. Lägg tillbaka den därifrån den förvaras. En ny nyckel hjälper inte.
room-key-exists = Det finns redan en fil { $file }, och den kan vara ett annat rums nyckel. Inget skrivs över. Ange en annan plats för nyckeln.
room-key-broken = { $file } är ingen nyckel: en sådan är 64 tecken, 0–9 och a–f, på en rad. Lägg tillbaka filen som den var.
room-key-open-to-others = Nyckelfilen { $file } får läsas av andra än den som ska. Ge bara ägaren rätt till den (chmod 600) och försök igen. Ta reda på vem som har kunnat läsa den.
room-key-wrong = Nyckeln i { $file } öppnar inte det här rummet. Ange rummets egen nyckelfil. Är det den, kan databasen vara ändrad: återställ den från en säkerhetskopia.
room-other-school = Filen har elever på en annan skola än den som inläsningen gäller. De raderna är inte sparade. Läs in varje skola för sig, eller hela rummet.
room-number-twice = Två elevnummer har samma personnummer. De raderna är inte sparade. Rätta det i källan och läs in igen.
room-page-too-long = Sidan har för många elever: högst 500 visas åt gången. Visa färre.
