# Steg: vad de heter, vem som läser dem, och vad som hindrar.

step-kind-pupil-talk = Samtal med eleven
step-kind-guardian-contact = Kontakt med vårdnadshavare
step-kind-no-answer = Sökt, men inte fått svar
step-kind-adaptation = Anpassning i skolan
step-kind-pupil-health-review = Taget upp i elevhälsan
step-kind-inquiry-opened = Beslut: frånvaron utreds
step-kind-inquiry-not-needed = Beslut: frånvaron utreds inte
step-kind-dismissed = Ingen åtgärd behövs
step-kind-elsewhere = Dokumenterat i annat system
step-kind-known-ongoing = Känd, arbete pågår
step-kind-wait = Avvakta
step-kind-assigned = Åtgärd
step-kind-inquiry-proposed = Utredning föreslås

step-does-pupil-talk = Du har pratat med eleven om frånvaron.
step-does-guardian-contact = Du har haft kontakt med en vårdnadshavare.
step-does-no-answer = Du har sökt någon men inte fått tag på dem. Eleven står kvar i listan.
step-does-adaptation = Något är ändrat i undervisningen eller skoldagen.
step-does-pupil-health-review = Elevhälsan har gått igenom elevens situation.
step-does-inquiry-opened = Rektor beslutar att frånvaron ska utredas (7 kap. 19 a § skollagen).
step-does-inquiry-not-needed = Rektor beslutar att en utredning inte behövs, och varför (7 kap. 19 a § skollagen).
step-does-dismissed = Frånvaron har en förklaring som räcker. Skriv vilken.
step-does-elsewhere = Steget står i ett annat system. Här står bara att det är gjort, och när.
step-does-known-ongoing = Någon arbetar redan med eleven.
step-does-wait = Ni väntar och ser till en viss dag.
step-does-assigned = Någon ska göra något till en viss dag.
step-does-inquiry-proposed = Ni föreslår rektor att frånvaron utreds.

zone-name-general = Allmän dokumentation
zone-name-support = Särskilt stöd
zone-name-health = Elevhälsan
zone-name-social = Socialtjänsten
zone-name-concern = Orosanmälan
zone-name-shared = Delat i teamet
zone-name-aggregate = Siffror om grupper

zone-readers-general = Mentor, elevhälsan och rektor på elevens skola, nu { $school }, läser det här. Det mesta här är offentligt om någon begär ut det.
zone-readers-support = Elevhälsan och rektor på elevens skola, nu { $school }, läser det här.
zone-readers-health = Bara elevhälsan på elevens skola, nu { $school }, läser det här.
zone-readers-other = Det här går inte att skriva i på { $school }.

step-id-taken = Det du skrev är inte sparat än, för sidan har redan sparats en gång med något annat. Läs på elevens sida vad som står där, och spara igen om det här också ska stå.
step-zone-inquiry = Rektors beslut om utredning skrivs i särskilt stöd. Välj det.
step-day-future = Dagen har inte varit än. Ange den dag då det hände, i dag eller tidigare.
step-day-long-ago = Dagen ligger för långt tillbaka. Ange en dag från och med { $day }.
step-text-missing = Skriv varför. En eller två meningar räcker.
step-text-what = Skriv vad som ska göras. En mening räcker.
step-text-long = Texten är för lång. Korta den till högst 4 000 tecken.
step-text-not-here = Det här steget har ingen text. Ta bort texten, eller välj ett annat slags steg.
step-follow-up-missing = Välj en dag då det ska följas upp.
step-follow-up-early = Uppföljningen ska ligga efter den dag då det hände. Välj en senare dag.
step-follow-up-passed = Uppföljningen ska ligga efter i dag. Välj en senare dag.
step-follow-up-late = Uppföljningen ligger mer än ett år bort. Välj en tidigare dag.
step-follow-up-not-here = Det här steget följs inte upp, för eleven står kvar i listan ändå. Ta bort dagen.
step-assignee-missing = Välj vem som ska göra det.
step-assignee-elsewhere = Den personen läser inte det som skrivs där du har valt att det ska stå. Välj någon annan, eller låt det stå någon annanstans.
step-assignee-not-here = Det här steget lämnas inte över till någon. Låt det vara tomt.
step-reason-missing = Skriv varför steget tas tillbaka. Det står kvar som taget tillbaka, och då ska andra förstå.
step-retracted-already = Steget är redan taget tillbaka. Ladda om sidan, så syns det.
step-not-moved = Det här steget har ingen uppföljning att flytta. Dokumentera ett nytt steg i stället.

known-nobody = Ingen elev är vald. Kryssa för minst en.
known-too-many = Så många går inte att markera på en gång. Ta högst 500.

meeting-nobody = Ingen på skolans lista är kvar att ta upp: någon har redan gjort något för alla, och uppföljningarna ligger framåt. Titta igen när det har kommit ny närvaro.
meeting-decided-meanwhile = Någon har just bestämt om eleven. Läs det först.
meeting-ended = Mötet är avslutat, så beslutet är inte sparat. Dokumentera på elevens sida i stället.
