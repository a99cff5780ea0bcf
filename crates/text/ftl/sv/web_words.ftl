# Ord som flera sidor delar: menyn, dagar, steg, zoner, roller, och vad som just har gjorts.

web-nav-start = Start
web-nav-list = Närvaro
web-nav-meeting = EHT-läge
web-nav-protected = Skyddade uppgifter
web-nav-accounts = Konton
web-nav-about = Om signalerna

web-search-label = Sök elev
web-search-button = Sök

web-share = { $share }
web-day-1 = måndag
web-day-2 = tisdag
web-day-3 = onsdag
web-day-4 = torsdag
web-day-5 = fredag
web-day-6 = lördag
web-day-7 = söndag
# «fredag 20 november (v. 47)»
web-long-day = { $weekday } { $day } ({ $week })
web-level = { $level ->
    [0] förskoleklass
   *[other] årskurs { $level }
}

web-role-mentor = mentor
web-role-school-counsellor = kurator
web-role-special-educator = specialpedagog
web-role-school-nurse = skolsköterska
web-role-head-teacher = rektor
web-role-coordinator = samordnare
web-role-administrator = administratör
web-role-protected-data-officer = ansvarig för skyddade uppgifter
web-role-records-manager = arkivansvarig
web-role-access-reviewer = logggranskare
web-role-school-social-worker = skolsocionom
web-role-family-therapist = familjebehandlare
web-role-unit-manager = enhetschef
web-role-lead-group = operativ ledningsgrupp

web-done-step = Steget är dokumenterat.
web-done-decision = Beslutet är dokumenterat.
web-done-retracted = Steget är taget tillbaka. Det syns i historiken med ditt skäl.
web-done-follow-up = Uppföljningen är flyttad.
web-done-known = Eleverna är markerade som kända.
web-done-sitting = Genomgången är avslutad.
web-done-meeting = Mötet är avslutat.
web-done-account = Kontot är ändrat.
web-done-account-there = Kontot finns redan: formuläret skickades två gånger. Lösenordet visades bara en gång. Hann du inte läsa det, välj Ge nytt lösenord här nedanför.
web-done-protected = Kontrollen är antecknad.
web-done-signed-out = Du är utloggad.

web-again-title = Det du skrev finns kvar
web-again-kept = Ingenting är sparat än, men inget är borta
web-again-signed-out = Du har loggats ut, eftersom det gått en stund. Logga in igen i en annan flik. Kom sedan tillbaka hit och tryck på Skicka igen.
web-again-signed-in = Formuläret hör till en annan inloggning än din. Titta igenom det du skrev, och tryck på Skicka igen om det ska sparas i ditt namn.
web-again-sign-in = Logga in i en ny flik
web-again-written = Det du skrev
web-again-send = Skicka igen
web-done-password = Lösenordet är bytt.
