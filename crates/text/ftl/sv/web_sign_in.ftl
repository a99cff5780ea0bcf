# Att komma in: rummen, inloggning, engångskod, andra faktorn, första kontot.

web-home-title = Välj var du vill logga in
web-home-lead = Varje huvudman har sitt eget rum. Ingenting går mellan rummen av sig självt.
web-home-none = Inga rum är igång
web-home-none-help = Be den som sköter datorn att göra ett rum med skollinjen room create och starta om.

web-sign-in-title = Logga in
web-sign-in-lead = Till { $room }. Först lösenordet, sedan en kod från din app.
web-sign-in-login = Användarnamn
web-sign-in-password = Lösenord
web-sign-in-button = Fortsätt
web-sign-in-help = Kommer du inte in?
web-sign-in-help-text = Den som sköter konton hos er kan ge dig ett nytt lösenord och nollställa appen. Efter flera felaktiga försök i rad får du vänta en stund; det skyddar ditt konto.
web-sign-in-session = Du loggas ut när du inte har gjort något på en stund. Det du hunnit skriva i ett formulär finns kvar.

web-code-title = Skriv koden från din app
web-code-lead = Öppna appen med engångskoder i telefonen och skriv de sex siffrorna för Skollinjen.
web-code-label = Kod, sex siffror
web-code-button = Logga in
web-code-again = Börja om

web-factor-title = Koppla din telefon
web-factor-lead = Första gången kopplar du en app för engångskoder. Det tar en minut och görs en gång.
web-factor-step-1 = Öppna en app för engångskoder i telefonen, till exempel den som finns inbyggd för lösenord.
web-factor-step-2 = Lägg till ett konto och läs av rutan med kameran.
web-factor-step-3 = Skriv de sex siffror som appen visar.
web-factor-picture = Ruta att läsa av med telefonens kamera. Nyckeln står också som text under den.
web-factor-text = Går det inte att läsa av? Skriv in nyckeln för hand:
web-factor-keep = Nyckeln visas bara nu.

web-first-title = Gör det första kontot
web-first-lead = { $room } har inga konton än. Här gör du det första: en administratör, som sedan lägger in alla andra.
web-first-code = Kod från terminalen
web-first-code-hint = Den skrevs ut när programmet startade och visar att det är du som sköter datorn.
web-first-name = Ditt namn
web-first-login = Användarnamn
web-first-login-hint = Till exempel din e-postadress i arbetet.
web-first-password = Lösenord
web-first-password-hint = Minst 12 tecken. Tre fyra ord efter varandra är lätt att minnas och svårt att gissa.
web-first-button = Gör kontot
web-first-wrong-code = Koden stämmer inte. Titta i terminalen där programmet startades.

web-password-title = Byt lösenord
web-password-lead = Ett lösenord som någon annan har gjort ska bytas mot ett som bara du vet. Du stannar inloggad här och loggas ut överallt annars.
web-password-old = Lösenordet som du har nu
web-password-new = Nytt lösenord
web-password-button = Byt lösenord
