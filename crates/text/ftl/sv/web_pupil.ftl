# Elevens sida: skollinjen, signalerna och det som är gjort. Och sökningen som leder dit.

web-pupil-document = Dokumentera
web-pupil-decide = Besluta enligt 7 kap. 19 a §
web-pupil-next = Nästa elev på listan
web-pupil-no-figures = Inga siffror är inlästa än.
web-pupil-stale = Schemat har upphört
web-pupil-stale-help = Inget schema sedan { $day }. Har eleven bytt skola eller flyttat? Ta reda på det innan du gör något annat. Inga signaler visas, för det finns inget att räkna på.

web-pupil-signals = Skäl att fråga
web-pupil-signals-none = Ingen signal gäller just nu.
web-pupil-since = Sedan { $day } ({ $week })
web-pupil-data = Underlag att åtgärda
web-pupil-signals-not = { $signals ->
    [one] 1 signal gäller inte
   *[other] { $signals } signaler gäller inte
}
web-pupil-signals-unknown = { $signals ->
    [one] 1 signal kan inte svara: för lite underlag
   *[other] { $signals } signaler kan inte svara: för lite underlag
}
web-pupil-signals-unknown-help = För lite underlag betyder inte att allt är bra. Det betyder att ingen vet.

web-pupil-steps = Det som är gjort
web-pupil-steps-none = Ingenting är dokumenterat än. Första steget är oftast att fråga eleven.
web-pupil-step-hidden = Något är gjort
web-pupil-step-hidden-help = Innehållet läses av dem som det är skrivet för.
web-pupil-step-newer = Kräver nyare version av programmet
web-pupil-retracted = Taget tillbaka
web-pupil-retracted-why = Taget tillbaka { $day }: { $reason }
web-pupil-assignee = Görs av { $name }.
web-pupil-follow-up = Följs upp { $day } ({ $week }).
web-pupil-move = Flytta uppföljningen
web-pupil-take-back = Ta tillbaka

web-line = Skollinjen
web-line-title = Skollinjen för { $name }: två läsår, vecka för vecka
web-line-finding = Borta { $term } av terminen hittills. De senaste fyra skolveckorna { $now }, de fyra före det { $before }.
web-line-finding-short = Borta { $term } av terminen hittills.
web-line-valid = Giltig frånvaro
web-line-invalid = Ogiltig frånvaro
web-line-late = Sen ankomst
web-line-unreported = Inte rapporterat
web-line-peers = Årskursen på skolan: hälften ligger i bandet
web-line-signal = Signal
web-line-step = Steg
web-line-reduced = Anpassad studiegång
web-line-christmas = jullov
web-line-week = { $week }
web-line-says = { $week }: borta { $share }
web-line-year = Läsåret { $start }/{ $end }
web-line-numbers = Vecka för vecka, den senaste först
web-line-col-week = Vecka
web-line-col-scheduled = Schema
web-line-col-peers = Årskursens median
web-line-hours = { $hours } tim

web-month-1 = jan
web-month-2 = feb
web-month-3 = mar
web-month-4 = apr
web-month-5 = maj
web-month-6 = jun
web-month-7 = jul
web-month-8 = aug
web-month-9 = sep
web-month-10 = okt
web-month-11 = nov
web-month-12 = dec

web-search-words = Namn eller personnummer
web-search-hint = Minst två bokstäver av för- eller efternamnet, eller hela personnumret. Sökningen antecknas i loggen.
web-search-none = Ingen hittades
web-search-none-help = Kontrollera stavningen. Du hittar bara elever som ditt uppdrag omfattar.
web-search-found = { $pupils ->
    [one] 1 elev hittades
   *[other] { $pupils } elever hittades
}
