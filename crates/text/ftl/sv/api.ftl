# Nycklar och API: hur andra system läser ur rummet.

token-unknown = Nyckeln gäller inte. Be den som ansvarar för den om en ny.
token-busy = Det har kommit för många försök med fel nyckel. Vänta en stund.
token-not-there = Nyckeln finns inte längre.
token-owner = Skriv vem som ansvarar för nyckeln: ett namn, högst 100 tecken.
token-what-for = Skriv vad nyckeln ska användas till, högst 500 tecken.
token-zones = Välj minst en sak som nyckeln får läsa.
token-units = Välj hela rummet eller minst en skola.
token-ends = Välj en sista dag från och med i dag och högst ett år framåt.

api-bad-request = Frågan går inte att förstå. Jämför den med beskrivningen i openapi.json.
api-unauthorized = Frågan saknar en nyckel som gäller. Skicka den i huvudet Authorization: Bearer.
api-forbidden = Nyckeln får inte läsa det här.
api-not-found = Det finns inget här för den här nyckeln.
api-method = API:et går bara att läsa. Använd GET.
api-too-many = Det har kommit för många försök med fel nyckel. Vänta en stund.
api-fault = Något gick fel hos oss. Ange referensen om du hör av dig.

web-nav-api = API
web-tokens-title = API-nycklar
web-tokens-lead = Med en nyckel kan ett annat system läsa siffror om frånvaro härifrån. Ingen nyckel kan ändra något, läsa det som är skrivet om en elev eller nå elever med skyddade personuppgifter.
web-tokens-new = Ny nyckel
web-tokens-caption = { $count ->
    [one] 1 nyckel
   *[other] { $count } nycklar
}
web-tokens-none = Inga nycklar än
web-tokens-none-help = Gör en nyckel när ett annat system behöver läsa härifrån.
web-tokens-owner = Ansvarig
web-tokens-purpose = Ändamål
web-tokens-reads = Läser
web-tokens-ends = Gäller till
web-tokens-used = Senast använd
web-tokens-state = Läge
web-tokens-never = Aldrig
web-tokens-holds = Gäller
web-tokens-ended = Har gått ut
web-tokens-revoked = Återkallad
web-tokens-room = Hela rummet
web-tokens-day = { $day }
web-tokens-revoke = Återkalla
web-done-token = Nyckeln är återkallad och öppnar ingenting.

web-token-new-lead = Nyckeln visas en gång. Varje läsning loggas på nyckeln och dess ändamål.
web-token-owner = Vem ansvarar för nyckeln?
web-token-owner-hint = Ett namn, så att den som granskar loggen vet vem som kan svara.
web-token-what-for = Vad ska den användas till?
web-token-what-for-hint = Vilket system som läser, varför, och vem som ser det som läses.
web-token-purpose = Ändamål i loggen
web-token-zones = Vad får den läsa?
web-token-zones-hint = Välj bara det som systemet behöver.
web-token-units = Var får den läsa?
web-token-units-hint = Välj hela rummet eller en eller flera skolor. Inläsningar kan bara läsas för hela rummet.
web-token-ends = Sista dag
web-token-ends-hint = Högst ett år. Sedan får någon säga till igen att den behövs.
web-token-make = Gör nyckeln
web-token-made = Nyckeln är gjord
web-token-made-help = Kopiera den nu och lämna den säkert till { $name }. Den visas inte igen, och vi kan inte ta fram den.
web-token-secret = Nyckel
web-token-address = Adress
web-token-to-list = Till API-nycklarna

purpose-follow-up = Uppföljning av elevers frånvaro i ett annat system
purpose-systematic-quality-work = Systematiskt kvalitetsarbete
purpose-deliveries = Kontroll av leveranser
token-zone-pupils = Elever i siffror: frånvaro vecka för vecka och signaler, utan namn
token-zone-imports = Inläsningar: när de kom, hur många rader och vad som hände

web-api-title = Så används API:et
web-api-lead = API:et går bara att läsa. Det svarar med JSON och är beskrivet i OpenAPI 3.1.
web-api-token = Skicka nyckeln i huvudet Authorization: Bearer. En nyckel som har gått ut, är återkallad eller hör till ett annat rum får samma svar som en som aldrig har funnits.
web-api-names = Svaren har inga namn och inga personnummer. Elevnumret är det nummer som eleven har i frånvarohistoriken.
web-api-pages = Listor kommer sida för sida. Skicka värdet i next som after för att få nästa.
web-api-document = Hela beskrivningen (openapi.json)
web-api-operations = Frågor
web-api-path = Adress
web-api-says = Vad den svarar på
demo-token = Nyckel till API:et: { $token }
