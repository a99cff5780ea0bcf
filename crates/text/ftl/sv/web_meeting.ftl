# EHT-läge: elevhälsans möte, en elev i taget, och protokollet.

web-meeting-title = Möte i elevhälsan
web-meeting-lead = En elev i taget, med det som är känt och tre vägar framåt. Det ni bestämmer blir protokollet.
web-meeting-open = Ett möte är påbörjat
web-meeting-open-help = Mötet på { $school } är inte avslutat. Det ni har bestämt finns kvar.
web-meeting-resume = Fortsätt mötet
web-meeting-schools = Börja ett nytt möte
web-meeting-waiting = { $count ->
    [one] 1 elev att ta upp
   *[other] { $count } elever att ta upp
}
web-meeting-minutes-needed = { $count ->
    [0] Ingen väntar just nu.
    [one] Mötet tar ungefär { $minutes } minuter.
   *[other] Mötet tar upp de { $count } första, på ungefär { $minutes } minuter.
}
web-meeting-begin = Börja
web-meeting-none = Det finns ingen skola att hålla möte på
web-meeting-none-help = Möten hålls av elevhälsan på en skola. Har du ett sådant uppdrag, be den som sköter konton att lägga in det.
web-meeting-before = Tidigare möten
web-meeting-day = Dag
web-meeting-school = Skola
web-meeting-pupils = Elever
web-meeting-minutes = Protokoll

web-meeting-items = Elever på mötet
web-meeting-at = { $number } av { $whole }
web-meeting-left = { $minutes ->
    [0] sista eleven
    [one] ungefär 1 minut kvar
   *[other] ungefär { $minutes } minuter kvar
}
web-meeting-previous = Föregående
web-meeting-skip = Hoppa över
web-meeting-next = Nästa
web-meeting-finish = Till protokollet
web-meeting-signals = Skäl att fråga
web-meeting-no-signals = Inget skäl att fråga just nu. Eleven är med för att det är dags att följa upp.
web-meeting-steps = Gjort hittills
web-meeting-no-steps = Inget är dokumenterat än.
web-meeting-step-closed = Något är gjort
web-meeting-step-newer = Skrivet i en nyare version av programmet
web-meeting-more-steps = { $count ->
    [one] och 1 steg till
   *[other] och { $count } steg till
}
web-meeting-pupil-page = Elevens sida

web-meeting-choice = Vad bestämmer ni?
web-meeting-choice-empty = Välj något av de tre, eller hoppa över eleven.
web-meeting-wait = Avvakta
web-meeting-wait-hint = Titta igen en viss dag.
web-meeting-do = Gör något
web-meeting-do-hint = Vem, vad och när.
web-meeting-inquiry = Föreslå utredning
web-meeting-inquiry-hint = Rektor tar ställning (7 kap. 19 a §).
web-meeting-when = När?
web-meeting-what = Vad ska göras?
web-meeting-why = Varför?
web-meeting-save = Spara och gå vidare
web-meeting-change = Ändra och gå vidare
web-meeting-decided = Bestämt: { $what }
web-meeting-decided-until = Bestämt: { $what }, { $day }
web-meeting-decided-who = { $name } gör det.
web-meeting-keys = 1, 2, 3 väljer, Retur sparar, ← → bläddrar.

web-minutes-title = Protokoll från möte i elevhälsan
web-minutes-day = Dag
web-minutes-school = Skola
web-minutes-by = Ledde mötet
web-minutes-count = Beslut
web-minutes-left = Inte uppe
web-minutes-left-words = { $count ->
    [0] Alla på listan togs upp.
    [one] 1 elev hanns inte med eller hoppades över. Eleven står kvar i listan.
   *[other] { $count } elever hanns inte med eller hoppades över. De står kvar i listan.
}
web-minutes-caption = Beslut om { $count ->
    [one] 1 elev
   *[other] { $count } elever
}
web-minutes-pupil = Elev
web-minutes-class = Klass
web-minutes-what = Beslut
web-minutes-who = Vem
web-minutes-when = När
web-minutes-text = Vad och varför
web-minutes-empty = Inget är bestämt än
web-minutes-empty-help = Gå tillbaka till eleverna och välj för var och en.
web-minutes-back = Tillbaka till eleverna
web-minutes-end = Avsluta mötet
web-minutes-end-help = Sedan går besluten inte att ändra här. Den som skrev ett beslut kan ta tillbaka det på elevens sida.
web-minutes-ended = Mötet är avslutat
web-minutes-ended-help = Uppgifterna står hos dem som ska göra dem.
web-minutes-print = Skriv ut
web-minutes-printed = Utskrivet { $day } av { $name }. Innehåller uppgifter om elever: förvaras och förstörs som annan elevhälsodokumentation.
web-minutes-checked = Justeras
web-minutes-new = Till möten
web-minutes-assigned = Åtgärd
