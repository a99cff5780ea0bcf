# Sidan Andra rum: vilka rum det här skickar brev till.

web-nav-peers = Andra rum
web-peers-title = Andra rum
web-peers-lead = Brev går bara mellan rum som är ihopparade. Det gör en person på varje sida, en gång.
web-peers-none = Inget annat rum än
web-peers-none-help = Lämna över filen härifrån, ta emot deras, och läs upp koderna för varandra på telefon.
web-peers-caption = Ihopparade rum
web-peers-name = Myndighet
web-peers-since = Sedan
web-peers-letters = Brev
web-peers-do = Åtgärd

web-peers-own = Det du lämnar över
web-peers-own-help = Filen är inte hemlig. Skicka den till det andra rummet, ring dem sedan och läs upp koden.
web-peers-code = Koden att läsa upp
web-peers-address = Serverns adress
web-peers-address-hint = Till exempel https://skola.kommunen.se. Ligger det andra rummet på samma server, lämna fältet tomt.
web-peers-file = Hämta filen

web-peers-other = Det du tar emot
web-peers-other-help = Ring det andra rummet på ett nummer som du känner sedan förut, och skriv in den kod som du hör.
web-peers-offer = Texten i deras fil
web-peers-offer-hint = Öppna filen och klistra in allt, från första raden till sista.
web-peers-heard = Koden som du hörde
web-peers-heard-hint = Åtta grupper om fem siffror.
web-peers-pair = Para ihop

web-peers-end = Avsluta ihopparningen
web-peers-end-title = Avsluta ihopparningen med { $name }?
web-peers-end-lead = Efter det tas inget emot från det rummet, och inget går dit. Det som redan är skickat finns kvar på båda sidor.
web-peers-end-waiting = De breven stoppas, och skickas inte om rummen paras ihop på nytt.
web-done-peer = Rummen är ihopparade härifrån. Brev kan gå när de har gjort detsamma.
web-done-peer-ended = Ihopparningen är avslutad.
