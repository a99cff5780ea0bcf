# Vad som hindrar när någon arbetar i rummet: konton, möten, dokumenterade steg.

room-database-unreachable = Det går inte att nå rummets databas. Kontrollera att den är igång och att adressen stämmer. Försök sedan igen.
room-database-busy = Rummet har mycket att göra just nu, och ingenting är sparat. Vänta en liten stund och försök igen.

step-not-there = Steget går inte att ändra. Det kan vara taget tillbaka, eller höra till en annan del av dokumentationen. Läs om sidan och se efter.
unit-not-there = Skolan finns inte i rummet. Läs om sidan och välj en skola i listan.
meeting-not-open = Mötet är avslutat, eller så står eleven inte i dess lista. Ingenting är ändrat. Läs om sidan, eller starta ett nytt möte.

account-login-taken = Det finns redan ett konto med den inloggningen. Välj en annan.
account-not-first = Rummet har redan ett konto. Logga in med det, eller be den som sköter det att göra ett till dig.
account-not-there = Kontot går inte att använda. Det kan vara avslutat, eller redan ha en andra faktor. Fråga den som sköter konton hos er.
