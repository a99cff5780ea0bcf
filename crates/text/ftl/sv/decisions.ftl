# Mina beslut: rektorns beslut om utredning (skollagen 7 kap. 19 a §), ett i taget, och anmälan till huvudmannen.

web-nav-decisions = { $count ->
    [0] Mina beslut
   *[other] Mina beslut ({ $count })
}

web-decisions-title = Mina beslut
web-decisions-lead = Elever som elevhälsan har föreslagit en utredning för och som väntar på ditt beslut (7 kap. 19 a §). Den som har väntat längst står först.
web-decisions-waiting = { $count ->
    [one] 1 elev väntar på ditt beslut
   *[other] { $count } elever väntar på ditt beslut
}
web-decisions-begin = Börja
web-decisions-none = Ingen väntar på ditt beslut
web-decisions-none-help = När elevhälsan föreslår en utredning kommer eleven hit. Du kan också besluta utan förslag, på elevens sida.
web-decisions-list = Till närvaron
web-decisions-pupil = Elev
web-decisions-class = Klass och skola
web-decisions-since = Föreslaget
web-decisions-waited = Har väntat
web-decisions-days = { $days ->
    [0] sedan i dag
    [one] 1 dag
   *[other] { $days } dagar
}
web-decisions-long = mer än en vecka
web-decisions-who = Här står bara det som någon har föreslagit i Allmän eller Särskilt stöd. Ingen signal i siffrorna är ett beslut, och elevhälsans egna anteckningar finns inte med. Skyddade elever finns aldrig i listor.
web-decisions-decided = Beslutat
web-decisions-decided-help = Förslag som har fått ett beslut de senaste fyra veckorna
web-decisions-day = Dag
web-decisions-what = Beslut
web-decisions-way = Vidare
web-decisions-report = Anmälan
web-decisions-report-of = Anmälan till huvudmannen om { $name }
web-decisions-back = Ta tillbaka
web-decisions-back-of = Ta tillbaka beslutet om { $name }

web-decisions-pupils = Elever som väntar på beslut
web-decisions-at = { $number } av { $whole }
web-decisions-previous = Föregående
web-decisions-skip = Hoppa över
web-decisions-end = Till Mina beslut
web-decisions-proposed = En utredning är föreslagen
web-decisions-has-waited = har väntat: { $waited }
web-decisions-law = Det här säger lagen
web-decisions-after = Den du hoppar över står kvar: frånvaron ska utredas skyndsamt. Inleder du en utredning finns anmälan till huvudmannen sedan ifylld på sidan Mina beslut.
# Det som skälet börjar med. Rektorn ändrar som hen vill.
web-decisions-reason-proposed = Utredning föreslogs { $day } av { $name }: { $text }
web-decisions-figures = Frånvaron är { $share } av den rapporterade tiden från { $from } till { $to }, giltig och ogiltig tillsammans.
web-decisions-reasons-since = Skäl att fråga om frånvaron har funnits sedan { $day } ({ $week }).

web-report-title = Anmälan om utredning av frånvaro
web-report-to = Till huvudmannen
web-report-from = Från rektorn
web-report-pupil = Elev
web-report-class = Klass
web-report-day = Beslutsdag
web-report-decided = Rektorn har { $day } beslutat att elevens frånvaro ska utredas. Det anmäls enligt 7 kap. 19 a § skollagen (2010:800).
web-report-reason = Skäl för beslutet:
web-report-printed = Utskrivet { $day }.
web-report-help = Anmälan är ifylld med det som står i beslutet och i siffrorna i dag. Skollinjen skickar den inte: skriv ut den eller kopiera texten, och ta bort det som huvudmannen inte behöver.
web-report-print = Skriv ut
web-report-back = Till Mina beslut
web-report-copy = Kopiera som text
web-report-text = Anmälan som text
web-report-text-hint = Markera och kopiera. Det du ändrar här sparas inte.
