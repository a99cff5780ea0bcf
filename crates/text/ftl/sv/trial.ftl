# Att prova på egen dator: certifikat, säkerhetskopior, och att ta bort ett rum.

tls-read-again = Certifikatet i { $file } är läst på nytt och används från nu.
tls-cert-broken = { $file } är inget certifikat som går att läsa. Filen ska vara PEM (-----BEGIN CERTIFICATE-----), med serverns eget certifikat först och sedan de som leder till en rot.
tls-cert-expired = Certifikatet i { $file } har gått ut. Skaffa ett nytt och försök igen. Tills dess kommer ingen in på ett säkert sätt.
tls-cert-early = Certifikatet i { $file } gäller inte än. Kontrollera att datorns klocka går rätt, eller vänta tills det gäller.
tls-key-broken = { $file } är ingen privat nyckel som går att läsa. Filen ska vara PEM (-----BEGIN PRIVATE KEY-----), utan lösenord.
tls-pair = Nyckeln { $key } hör inte ihop med certifikatet i { $file }. Ange den nyckel som certifikatet gjordes med.

backup-disk-full = Skivan är full, så kopian blev inte gjord. Gör plats, eller välj en annan mapp, och försök igen.
backup-folder-missing = Mappen { $file } finns inte. Gör den först, eller ange en annan.
backup-running = En säkerhetskopia av samma rum görs redan i { $file }. Vänta tills den är klar.
backup-same-second = En säkerhetskopia av samma rum gjordes i { $file } samma sekund. Vänta en sekund och försök igen.
backup-files-changing = Rummets filer ändrades hela tiden medan kopian gjordes. Vänta tills inläsningen är klar och försök igen.

restore-not-a-backup = Filen är ingen säkerhetskopia från Skollinjen. Ange en fil som skollinjen backup har gjort.
restore-not-whole = Säkerhetskopian är inte hel: något saknas eller är skadat. Ingenting är ändrat. Ta en annan kopia.
restore-changed = Säkerhetskopian är ändrad sedan den gjordes, eller gjord med ett annat rums nyckel. Ingenting är ändrat. Ta en annan kopia, och säg till den som ansvarar för informationssäkerheten.
restore-journal-broken = Loggen i säkerhetskopian är bruten. Ingenting är ändrat. Ta en annan kopia, och säg till den som ansvarar för informationssäkerheten.
restore-another-room = Säkerhetskopian är av rummet { $room }. Ange det rummet med --room.
restore-holds-something = Rummet innehåller redan något, och ingenting är ändrat. Vill du ersätta det med vad som finns i kopian, lägg till --replace. Gör en säkerhetskopia av det som är där först.
restore-holds-another = Databasen innehåller ett annat rum, och det rörs inte. Ange en tom databas.

backup-made = Säkerhetskopian är klar: { $file } ({ $megabytes } MB). Rader: { $rows }. Närvarofiler: { $files }. SHA-256: { $digest }. Rummets nyckel finns inte i den; förvara en kopia av nyckeln för sig.
restore-key-missing = Nyckelfilen { $file } finns inte, och utan rummets egen nyckel går kopian inte att läsa. Lägg tillbaka nyckeln dit, med rättigheten 600, därifrån den förvaras. En ny nyckel hjälper inte.
restore-done = Rummet { $room } är återställt från kopian som gjordes { $made } UTC. Rader: { $rows }. Närvarofiler: { $files }. Poster i loggen: { $entries }, och loggen är hel. Alla får logga in igen.
room-held = Rummet { $room } visas just nu av serve, eller sköts av ett annat kommando. Stäng det först och försök igen.
room-held-alone = Rummet { $room } återställs eller tas bort just nu. Vänta tills det är klart.

destroy-ask = Allt i rummet { $room } på den här datorn tas bort: databasen, nyckeln, närvarofilerna och de säkerhetskopior som rummet känner till. Det går inte att ångra. Skriv rummets kortnamn för att fortsätta:
destroy-not-agreed = Det var inte rummets kortnamn. Ingenting är borttaget.
destroy-receipt = Kvittot ligger i { $file }, att skriva ut och spara, och för maskiner i { $machine }.
destroy-not-all = Allt kunde inte tas bort. Vad som är kvar står i kvittot. Ta bort det för hand.
config-not-removed = Avsnittet om rummet { $room } i { $file } går inte att ta bort av sig självt. Ta bort det för hand och kör kommandot igen.

receipt-title = Kvitto på att rummet { $room } är borttaget. { $name }
receipt-when = Påbörjat { $begun }, klart { $ended } (UTC).
receipt-who = Gjort av { $by } med Skollinjen { $program }.
receipt-held = Databasen innehöll { $rows } rader i { $tables } tabeller. Loggens sista post var nummer { $entries }, med hash { $hash }.
receipt-key = rummets nyckel
receipt-database = databasen
receipt-attendance = närvarofilerna
receipt-folder = rummets mapp
receipt-backup = en säkerhetskopia
receipt-gone = Borttaget, och finns inte kvar: { $what }, { $place } (filer: { $files }).
receipt-left = INTE borttaget: { $what }, { $place }. Det gick inte att nå, eller har flyttats. Ta bort det för hand.
receipt-whole = Efteråt kontrollerades att databasen, nyckeln och filerna ovan inte finns kvar.
receipt-not-whole = Allt är inte borta. Det som är kvar står ovan.
receipt-elsewhere = Programmet når bara den här datorn. Kopior på annat håll finns kvar tills ni tar bort dem: säkerhetskopior av datorn, kopior av nyckeln, filerna som lästes in, och det som har skrivits ut. Att en fil tas bort skriver inte över disken; nyckeln togs bort först, så det som var förseglat går inte att läsa utan en kopia av den, men närvarofilerna var inte förseglade.
receipt-sign = Datum och underskrift
