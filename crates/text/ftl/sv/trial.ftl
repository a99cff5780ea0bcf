# Att prova på egen dator: certifikat, säkerhetskopior, och att ta bort ett rum.

tls-read-again = Certifikatet i { $file } är läst på nytt och används från nu.
tls-cert-broken = { $file } är inget certifikat som går att läsa. Filen ska vara PEM (-----BEGIN CERTIFICATE-----), med serverns eget certifikat först och sedan de som leder till en rot.
tls-cert-expired = Certifikatet i { $file } har gått ut. Skaffa ett nytt och försök igen. Tills dess kommer ingen in på ett säkert sätt.
tls-cert-early = Certifikatet i { $file } gäller inte än. Kontrollera att datorns klocka går rätt, eller vänta tills det gäller.
tls-key-broken = { $file } är ingen privat nyckel som går att läsa. Filen ska vara PEM (-----BEGIN PRIVATE KEY-----), utan lösenord.
tls-pair = Nyckeln { $key } hör inte ihop med certifikatet i { $file }. Ange den nyckel som certifikatet gjordes med.
