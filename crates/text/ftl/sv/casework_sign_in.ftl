# Att logga in, och konton: vad som hindrar, och vad man gör åt det.

login-wrong = Användarnamnet eller lösenordet stämmer inte. Kontrollera båda och försök igen. Har du glömt lösenordet, be den som sköter konton hos er om ett nytt.
login-wrong-code = Koden stämmer inte, eller har redan använts. Vänta tills appen visar nästa kod och skriv den. Stämmer den inte heller, kontrollera att telefonens klocka går rätt.
login-wait = Det har blivit fel för många gånger. { $minutes ->
    [one] Vänta en minut och försök igen.
   *[other] Vänta { $minutes } minuter och försök igen.
} Har du glömt lösenordet, be den som sköter konton hos er om ett nytt.
login-busy = Många loggar in just nu. Vänta en liten stund och försök igen.
login-again = Det gick för lång tid. Börja om med användarnamn och lösenord.
login-not-demo = Att välja vem man är går bara i demon. Logga in med användarnamn och lösenord.

account-name-missing = Skriv namnet, så att andra ser vem det är.
account-name-long = Namnet är för långt. Skriv högst 100 tecken.
account-login-missing = Skriv ett användarnamn, till exempel e-postadressen i arbetet.
account-login-long = Användarnamnet är för långt. Skriv högst 100 tecken.
account-password-short = Lösenordet är för kort. Ta minst 12 tecken; några ord efter varandra går bra.
account-password-long = Lösenordet är för långt. Ta högst 200 tecken.
account-password-usual = Det lösenordet är lätt att gissa: det är ett av de vanligaste, eller innehåller användarnamnet. Välj ett annat; några ord efter varandra som inte hör ihop går bra.
account-roles-missing = Välj minst ett uppdrag.
account-role-place = Ett uppdrag passar inte stället. En mentor har en klass, elevhälsa och rektor en skola, och övriga uppdrag gäller hela rummet.
account-class-not-there = Skolan har ingen klass som skrivs så. Kontrollera stora och små bokstäver: 7B och 7b är olika klasser. Klassen skrivs som i elevfilen.
account-own = Du kan inte stänga ditt eget konto eller ta ifrån dig din egen roll som administratör. Be en annan administratör om det.
account-own-reset = Du kan inte ge dig själv en ny inloggning. Byt ditt lösenord, eller be en annan administratör.
account-own-role = Du kan inte ge dig själv ett uppdrag. Be en annan administratör om det, eller den som kör kommandon på datorn.

password-wrong = Det är inte lösenordet som du har nu.
password-same = Välj ett annat lösenord än det som du har nu.
