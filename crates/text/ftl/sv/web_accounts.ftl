# Konton: vem som kan logga in, och med vilka uppdrag.

web-accounts-title = Konton
web-accounts-lead = Vem som kan logga in, och med vilka uppdrag. Uppdragen avgör vad var och en ser.
web-accounts-new = Nytt konto
web-accounts-caption = { $count ->
    [one] 1 konto
   *[other] { $count } konton
}
web-accounts-name = Namn
web-accounts-login = Användarnamn
web-accounts-roles = Uppdrag
web-accounts-state = Läge
web-accounts-open = Öppet
web-accounts-closed = Stängt
web-accounts-first = Har inte loggat in än
web-accounts-none = Inga uppdrag
web-accounts-role-room = { $role }, hela rummet
web-accounts-role-unit = { $role }, { $school }
web-accounts-role-class = { $role } för { $class }, { $school }

web-account-new-title = Nytt konto
web-account-new-lead = Skollinjen gör ett lösenord som visas en gång. Vid första inloggningen kopplar personen en kodapp.
web-account-name-label = Namn
web-account-name-hint = För- och efternamn, så som kollegerna känner igen det.
web-account-login-label = Användarnamn
web-account-login-hint = Det som skrivs vid inloggning, till exempel e-postadressen.
web-account-role = Uppdrag { $number }
web-account-role-none = Välj uppdrag
web-account-school-label = Skola
web-account-school-all = Välj skola, om uppdraget gäller en
web-account-class-label = Klass (för mentor)
web-account-create = Skapa kontot
web-account-made = Kontot är skapat
web-account-made-help = Lämna användarnamn och lösenord till { $name } personligen. Lösenordet visas inte igen.
web-account-password = Lösenord
web-account-login-shown = Användarnamn
web-account-to-list = Till konton

web-account-lead = Användarnamn: { $login }
web-account-roles-save = Spara uppdragen
web-account-roles-place = Mentor har en klass. Kurator, specialpedagog, skolsköterska och rektor har en skola. Övriga gäller hela rummet.
web-account-place-school = Välj skola för uppdraget.
web-account-place-class = Skriv vilken klass mentorn har.
web-account-access = Inloggning
web-account-close = Stäng kontot
web-account-close-help = Personen loggas ut direkt och kan inte logga in. Det som är dokumenterat finns kvar.
web-account-reopen = Öppna kontot
web-account-reopen-help = Personen kan logga in igen med samma lösenord och kodapp.
web-account-reset = Ge nytt lösenord
web-account-reset-help = När någon har glömt lösenordet eller bytt telefon. Kodappen kopplas på nytt vid nästa inloggning.
web-account-reset-done = Nytt lösenord till { $name }
web-accounts-made = Skapat
web-accounts-made-by = { $day } av { $name }
web-accounts-made-here = { $day } på servern
web-account-own = Det här är ditt eget konto. Lösenordet byter du själv. En ny inloggning får du av en annan administratör, som också är den som kan stänga kontot.
