# Startsidan: det som behöver någon i dag.

web-start-title = Hej { $name }!
web-as-of = Siffrorna gäller till och med { $day }.
web-start-nothing-imported = Inga siffror är inlästa än. Den som sköter systemet läser in elever och lektioner; sedan fylls den här sidan av sig själv.

web-start-nobody = att ta ställning till
web-start-nobody-help = Ingen har dokumenterat något än.
web-start-follow-up = att följa upp nu
web-start-follow-up-help = Dagen är inne, eller något har tillkommit.
web-start-cleared = följs upp senare
web-start-cleared-help = Något är gjort och uppföljningen är bestämd.
web-start-team = kan behöva teamet
web-start-team-help = Hög frånvaro eller lång frånvaro i följd.

web-start-meeting = Ett EHT-möte på { $school } är påbörjat
web-start-meeting-go = Fortsätt mötet
web-start-sitting = Första genomgången är inte klar
web-start-sitting-help = Gå igenom listan en gång tillsammans och markera dem som ni redan arbetar med. Sedan visar listan bara det som är nytt.
web-start-sitting-go = Första genomgången på { $school }
web-start-protected = Elever med skyddade uppgifter ska gås igenom för hand
web-start-protected-help = Senast { $day }. De syns aldrig i listor och signaler, så någon behöver titta själv.
web-start-protected-go = Öppna uppgiften

web-start-tasks = Mina uppgifter
web-start-tasks-help = Det du har lovat eller fått att göra, det mest brådskande först
web-start-task = Vad
web-start-task-something = Något att göra
web-start-task-pupil = Elev
web-start-task-class = Klass
web-start-task-due = Senast
web-start-late = { $days ->
    [one] 1 dag sent
   *[other] { $days } dagar försenad
}
web-start-today = I dag

web-few = 1–4
web-number = { $number }
web-schools = Skolorna i siffror
web-schools-caption = Närvaroläget skola för skola
web-schools-school = Skola
web-schools-pupils = Elever
web-schools-open = Att ta ställning till
web-schools-reported = Rapporterad tid, fyra veckor
web-schools-questions = Underlag att åtgärda
web-schools-few = visas inte
web-schools-help = Små tal visas som 1–4, så att ingen elev går att känna igen. Lite rapporterad tid betyder att siffrorna säger lite, inte att frånvaron är låg.

web-running = Driftläge
web-running-imported = Senaste inläsning
web-running-never = Ingen än
web-running-accounts = Konton i bruk
web-running-manage = Hantera konton

web-start-quiet = Här är lugnt
web-start-quiet-help = Just nu finns ingenting som ditt uppdrag behöver göra. Det som dyker upp visas här.
