# Demon: välj vem du är.

web-demo-title = Välj vem du är
web-demo-lead = Björkstad finns inte. Varken eleverna, personalen eller frånvaron är verkliga, så prova vad du vill.
web-demo-clock = Klockan står på fredag 20 november 2026. Det du gör finns kvar så länge demon är i gång.
web-demo-clock-title = Allt är påhittat
web-demo-counsellor = { $schools ->
    [one] Ser eleverna på en skola, dokumenterar samtal och leder elevhälsans möten.
   *[other] Ser eleverna på { $schools } skolor, dokumenterar samtal och leder elevhälsans möten. Börja här.
}
web-demo-special-educator = Ser eleverna på sin skola, skriver om anpassningar och är med på elevhälsans möten.
web-demo-head-teacher = Ser eleverna på sin skola och skolan i siffror och beslutar om frånvaro ska utredas (7 kap. 19 a §). Läser inte elevhälsans texter.
web-demo-mentor = Ser sin klass och dokumenterar samtal. Läser inte elevhälsans texter.
web-demo-nurse = Arbetar i en egen verksamhet, den medicinska. Ser därför inga elever här.
web-demo-coordinator = Ser skolorna i siffror, utan namn. Små tal döljs.
web-demo-administrator = Sköter konton. Ser inga elever.
web-demo-protected = Sköter elever med skyddade uppgifter för hand. De finns inte i några listor.
web-demo-records = Ansvarar för arkiv och gallring. Ser inga elever.
web-demo-reviewer = Granskar loggen. Ser inga elever.
web-demo-school-social-worker = Arbetar i socialtjänstens halva av teamet. Ser sina egna ärenden och inga andra.
web-demo-family-therapist = Arbetar med familjer i öppenvården. Ser sina egna ärenden och inga andra.
web-demo-unit-manager = Fördelar ärenden på den egna enheten i socialtjänsten och granskar dess logg.
web-demo-lead-group = Ser kön i antal och beslutar om förlängning. Läser inga ärenden.
web-demo-none = Här finns ingen att välja
web-demo-none-help = Demon är inte färdig än. Ladda om sidan om en stund.
