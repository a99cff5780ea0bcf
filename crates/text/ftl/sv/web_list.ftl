# Närvaro: arbetslistan.

web-list-lists = Listor
web-list-school = Skolans lista
web-list-team = Kan behöva teamet
web-list-parts = Vad som är gjort
web-list-open = Att göra
web-list-nobody = Ingen har agerat
web-list-follow-up = Följ upp
web-list-cleared = Följs upp senare
web-list-all = Alla

web-list-school-label = Skola
web-list-class = Klass
web-list-level = Årskurs
web-list-signal = Skäl att fråga
web-list-all-schools = Alla skolor
web-list-all-classes = Alla klasser
web-list-all-levels = Alla årskurser
web-list-all-signals = Alla skäl

web-list-caption = Elever att fråga om
web-list-pupil = Elev
web-list-why = Skäl att fråga
web-list-absent = Frånvaro i terminen
web-list-state = Läge
web-list-since = Sedan { $week }
web-list-band = { $name } ≥ { $band } %
web-list-level5 = { $name }, nivå { $level }

web-state-untouched = Ingen har agerat
web-state-due = Dags att följa upp
web-state-new-signal = Följ upp: ny signal
web-state-higher = Följ upp: högre nivå
web-state-cleared = Följs upp { $day }
web-state-how = { $step } { $day } · { $by }
web-state-acted = Dokumenterat { $day }

web-list-next = Nästa { $rows }
web-list-start = Till början av listan
web-list-rule = Varför står listan i den här ordningen?
web-list-rule-help = Ordningen är en fast regel, ingen bedömning av eleven. Det som står först avgör; är två elever lika där avgör det som står näst.
web-list-nothing = Listan är tom än så länge
web-list-done = Inget att göra just nu
web-list-done-help = Alla på listan är omhändertagna och följs upp senare. Nya skäl att fråga visas här när närvaron läses in.
web-list-empty = Ingen elev passar in på det du valt
web-list-empty-help = Välj något annat ovanför, eller visa alla.
web-printed = Utskriven { $day } av { $name }. Uppgifterna är om elever: lämna inte kvar papperet, och strimla det efteråt.
