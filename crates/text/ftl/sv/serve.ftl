# Kommandona som arbetar i ett rum: import, konton, servern och demon.

import-room-done = Klart. { $rows } lektionsrader för { $pupils } elever är inlästa. Skolor som ändrades: { $changed }. På skolans lista: { $listed } elever.
import-stage-reading = lektionsrader
import-stage-roster = elever
import-stage-writing = skriver historiken
import-stage-scanning = räknar signaler
import-stage-storing = elevers resultat

account-created = Kontot { $login } är gjort. Första gången hen loggar in ställs den andra faktorn in med en app för engångskoder.
account-password = Första lösenordet visas bara här. Lämna det till personen på ett säkert sätt:
account-class-without-unit = Ange också skolan med --unit: två skolor kan ha klasser med samma namn.

room-described = Rummet känner nu { $schools } skolor och { $years } läsår från filen.
describe-broken = { $file }, rad { $line }: går inte att förstå. Filen har avsnitten [[school]] med unit och name, och [[year]] med start, terms, breaks och study_days.
describe-date = { $file }: ett datum går inte att läsa. Skriv datum som 2026-11-22.

serve-ready = Skollinjen svarar på { $address }. Avsluta med Ctrl-C.
serve-open = Andra datorer når den här adressen utan kryptering: lösenord och namn går att avlyssna. Ange certifikat med --cert och --key, eller sätt en proxy med TLS framför och lägg till --https.
serve-taken = Det går inte att lyssna på { $address }. Något annat program använder kanske porten. Välj en annan med --listen eller --port.
serve-first-run = Rummet { $room } har inget konto än. Öppna { $address } och skriv koden { $code } för att göra det första.

demo-parts = delar av kommunen
demo-made = Björkstad är gjort: { $pupils } elever, { $rows } lektionsrader och { $episodes } ärenden, på { $seconds } sekunder. Alla är påhittade.
demo-ready = Öppna { $address } i webbläsaren och välj vem du vill vara. Avsluta med Ctrl-C.
demo-unfinished = Demon i { $file } blev inte klar förra gången. Ta bort mappen, eller ange en annan med --data.
demo-foreign-room = Rummet { $room } i { $file } är inte gjort av demon, och demon rör inget annat. Ange en annan mapp med --data.

verify-whole = Rummet är helt. Elever: { $pupils }. Noteringar: { $statements }. Poster i loggen: { $entries }. Filer: { $files } med { $rows } lektionsrader. Rester: { $leftovers }. Fingeravtryck: resultat { $results } elevlista { $roster }
verify-journal = Loggen är bruten. Kör skollinjen journal verify, som säger var. Ändra ingenting i databasen, och säg till den som ansvarar för informationssäkerheten.
verify-results = Listornas siffror är räknade på andra filer än de som gäller. Läs in de senaste filerna igen.
verify-marks = En markering på arbetslistan stämmer inte med vad som är dokumenterat. Spara en kopia av databasen och rapportera felet.
