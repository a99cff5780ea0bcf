# Källor: bevakade mappar och tjänster som talar SS 12000.

job-kind-folder = Bevakad mapp
job-kind-ss12000 = Hämtning med SS 12000

source-folder-taken = { $files ->
    [one] 1 fil togs in och läses nu.
   *[other] { $files } filer togs in och läses nu.
}
source-folder-known = { $files ->
    [one] 1 fil hade redan tagits in och lades undan.
   *[other] { $files } filer hade redan tagits in och lades undan.
}
source-folder-missing = Mappen finns inte, eller går inte att nå just nu. Se efter att den är ansluten till datorn.
source-folder-closed = Programmet får inte läsa mappen. Den som sköter datorn behöver ge programmet rätt att läsa och flytta filer där.
source-folder-unmarked = Mappen är inte avsedd för det här. Den som sköter datorn lägger en tom fil som heter .skollinjen i mappen, så får den bevakas.
source-folder-not-emptied = Filerna togs in, men de gick inte att flytta eller ta bort. Programmet behöver rätt att ändra i mappen. Samma filer tas inte in igen.
source-path-relative = Skriv hela sökvägen, från roten: /srv/leveranser.
source-name-missing = Skriv ett namn på källan.
source-address-odd = Skriv en hel adress som börjar med https://.
source-client-missing = Skriv klientens id.
source-weeks-odd = Skriv ett antal veckor från 1 till 60.
source-secret-missing = Skriv hemligheten som ni har fått av leverantören.
source-secret-anew = Adressen är ändrad. Skriv hemligheten igen, så att den inte skickas någonstans dit den inte skulle.
source-pulled = Hämtat: { $persons } personer, och { $lessons } lektioner från och med { $from }.
source-pulled-roster = Hämtat: { $persons } personer. Tjänsten har inga lektioner.
source-try-in = Det går att logga in. Tjänsten svarade på { $lists } listor.
source-try-lacking = Det här har tjänsten inte: { $lists }.
source-try-empty = Mappen går att läsa. Den är tom just nu.
source-try-files = Mappen går att läsa, och det ligger filer i den.

service-address-odd = Adressen går inte att förstå ({ $list }).
service-address-open = Adressen är inte krypterad ({ $list }). Den måste börja med https://.
service-broken = Tjänsten svarade med fel { $status } på { $list }. Det görs om lite senare.
service-busy = Tjänsten bad oss vänta ({ $list }). Det görs om lite senare.
service-gone = Listan försvann medan den hämtades ({ $list }). Det görs om från början.
service-lacks = Tjänsten har inte { $list }, som behövs för att veta vilka eleverna är. Fråga leverantören.
service-loop = Tjänsten gav samma sida om och om igen ({ $list }). Ingenting togs in. Hör av dig till leverantören.
service-moved = Tjänsten har flyttat ({ $list }). Fråga leverantören om den nya adressen.
service-no-tls = Krypteringen gick inte att starta ({ $list }).
service-not-json = Svaret på { $list } är inte SS 12000. Stämmer adressen?
service-not-understood = Tjänsten förstod inte frågan om { $list }. Hör av dig till leverantören.
service-odd = Tjänsten svarade { $status } på { $list }, vilket vi inte väntade oss. Hör av dig till leverantören.
service-sign-in-refused = Tjänsten godtog inte klienten eller hemligheten ({ $list }). Skriv in dem igen.
service-silent = Tjänsten svarar inte ({ $list }). Det görs om lite senare.
service-stopped-midway = Tjänsten slutade svara mitt i { $list }. Ingenting togs in. Det görs om lite senare.
service-token-nowhere = Det finns ingen inloggning på adressen ({ $list }).
service-token-odd = Inloggningen gav ett svar som inte går att förstå ({ $list }).
service-token-refused = Tjänsten godtar inte vår inloggning till { $list }. Fråga leverantören om vi har rätt att läsa det.
service-token-silent = Inloggningen svarar inte ({ $list }). Det görs om lite senare.
service-too-large = { $list } är större än vad som tas emot.
service-truncated = Svaret på { $list } bröts av. Det görs om lite senare.
service-unavailable = Tjänsten är stängd just nu ({ $list }). Det görs om lite senare.
service-stage-organisations = skolor hämtas
service-stage-groups = klasser och grupper hämtas
service-stage-persons = personer hämtas
service-stage-duties = tjänster hämtas
service-stage-activities = aktiviteter hämtas
service-stage-events = lektioner hämtas
service-stage-attendances = närvaro hämtas
service-stage-sums = summor hämtas

web-sources-title = Källor
web-sources-lead = Härifrån hämtas närvaro av sig självt. Det som hämtas går samma väg som en fil som någon skickar in.
web-sources-none = Inga källor än
web-sources-none-help = Bevaka en mapp som skolans system lägger filer i, eller hämta från en tjänst som talar SS 12000.
web-sources-go = Till källorna
web-sources-new-folder = Bevaka en mapp
web-sources-new-service = Hämta med SS 12000
web-sources-try = Prova anslutningen
web-sources-read = Läs nu
web-sources-pause = Pausa
web-sources-resume = Fortsätt
web-sources-remove = Ta bort
web-sources-removing = Ta bort källan och dess hemlighet. Det som redan har hämtats blir kvar.
web-sources-caption = Källor, och hur det går för dem
web-sources-name = Namn
web-sources-often = När
web-sources-ok = Gick bra senast
web-sources-new = Gav något senast
web-sources-do = Gör
web-sources-tried = Det gick bra
web-source-name = Namn
web-source-path = Mapp på datorn
web-source-path-hint = Hela sökvägen. Den som sköter datorn lägger en tom fil som heter .skollinjen i mappen.
web-source-settle = Så många sekunder ska en fil ha legat orörd
web-source-marker = Vänta på en fil som slutar på .klar
web-source-marker-hint = elever.csv.klar för en fil, eller leverans.klar för alla.
web-source-after = När filerna har tagits in
web-source-after-keep = Flytta dem till mappen klart
web-source-after-delete = Ta bort dem
web-source-minutes = Titta efter så ofta, i minuter
web-source-base = Tjänstens adress
web-source-base-hint = Som ni har fått den av leverantören, med https:// och till och med v2.0.
web-source-lessons = Adress för lektioner, om det är en annan
web-source-sums = Adress för summor, om det är en annan
web-source-by = Inloggning
web-source-by-client = Klient och hemlighet
web-source-by-token = En fast nyckel
web-source-token-address = Adress där nycklar lämnas ut
web-source-client = Klientens id
web-source-scope = Omfång (scope), om leverantören vill ha ett
web-source-secret = Hemlighet
web-source-secret-hint = Den visas aldrig igen.
web-source-secret-kept = Det finns en hemlighet. Lämna tomt för att behålla den. Den visas aldrig igen.
web-source-weeks = Så många veckor tillbaka läses lektioner varje gång
web-source-at = Klockslag
web-source-expect = Säg till efter så många timmar utan något nytt
web-source-expect-hint = Lämna tomt för att inte få veta det.
web-source-number-odd = Skriv ett helt tal som är större än noll.
web-source-time-odd = Skriv ett klockslag, som 04:30.
web-source-save = Spara
web-done-source = Källan är sparad.
web-done-source-gone = Källan är borttagen.
web-done-source-paused = Källan är pausad.
web-done-source-resumed = Källan läses igen.
web-done-source-asked = Källan läses så snart det går. Se hur det går under Jobb.
