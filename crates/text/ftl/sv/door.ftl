# Dörren mellan rum: brev som inte kommer fram eller inte tas emot, och rum som paras ihop.

door-address = Adressen går inte att skicka brev till. Skriv https:// och den adress som den andra myndigheten har lämnat.
door-code-differs = Koden stämmer inte med texten från det andra rummet. Ring upp dem på ett nummer som du känner sedan förut, och jämför siffra för siffra. Stämmer det ändå inte, använd inte texten.
door-key-changed = Det rummet är redan ihopparat, med en annan nyckel. Ta reda på varför nyckeln är ny. Avsluta sedan ihopparningen och para ihop rummen på nytt.
door-letter-id-taken = Ett annat brev har redan samma nummer, och det ligger kvar som det är. Skriv brevet på nytt.
door-letter-not-waiting = Brevet väntar inte längre. Det är framme, stoppat eller nekat: se efter vilket, och hör av dig till mottagaren om det ska tas tillbaka.
door-letter-too-large = Brevet är för stort: högst en megabyte. Skicka färre delar åt gången.
door-newer = Den andra myndigheten har en nyare version av programmet. Brevet ligger kvar. Uppdatera programmet här.
door-newer-here = Den andra myndigheten har en äldre version av programmet, som inte förstår brevet. Det ligger kvar och skickas igen. Be dem uppdatera.
door-no-answer = Det andra rummet har inte svarat, och det är inte säkert om brevet kom fram. Det skickas igen av sig självt, och gäller ändå bara en gång.
door-no-tls = Datorn saknar de certifikat som behövs för säkra anslutningar. Be den som sköter datorn att lägga in dem.
door-not-for-us = Brevet var skrivet till ett annat rum, eller till en nyckel som inte längre gäller. Kontrollera ihopparningen och skriv brevet på nytt.
door-not-known-there = Det andra rummet tar inte emot brev härifrån. Be dem se efter om rummen är ihopparade även hos dem. Brevet ligger kvar och skickas igen.
door-not-paired = Rummen är inte ihopparade, så inget brev kan gå dit. Para ihop dem först.
door-offer-unreadable = Texten från det andra rummet är inte hel. Be dem skicka den igen, och klistra in den som den är, från första raden till sista.
door-own-room = Det är det här rummets egen text. Klistra in den som det andra rummet har lämnat.
door-receipt-wrong = Svaret kom inte från det andra rummet, eller gällde ett annat brev. Brevet ligger kvar och skickas igen. Händer det ofta, kontrollera adressen.
door-stranger = Brevet kom inte från ett rum som är ihopparat med det här. Det är inte sparat.
door-unpaired = Brevet stoppades eftersom ihopparningen av rummen avslutades.
door-unreachable = Det går inte att nå det andra rummet. Brevet har inte lämnat rummet, och skickas så snart det går.
door-unreadable = Det som kom är inget brev som programmet kan läsa. Skriv brevet på nytt. Händer det igen, hör av dig till den som sköter systemet.
