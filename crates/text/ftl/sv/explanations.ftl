# Vad en signal säger om sig själv: fönster, täljare, nämnare, underlag och vad den inte vet. Aldrig en gissad orsak.

explain-s01 = Frånvaro { $rate } hittills i { $term }: { $absent } av { $reported } rapporterade timmar.
explain-s01-peers = Årskurs { $grade } på skolan: { $rate }.
explain-s01-peers-preschool = Förskoleklassen på skolan: { $rate }.

explain-s02 = Frånvaro { $rate } de senaste { $days } skoldagarna: { $absent } av { $reported } rapporterade timmar.

# days: skoldagar som är rapporterade i fönstret
explain-s03 = Borta minst en fjärdedel av dagen { $absent } av { $days } rapporterade skoldagar, under de senaste { $weeks } skolveckorna.

explain-s04 = Borta minst en fjärdedel av dagen { $absent-days } av { $days } rapporterade skoldagar, fördelat på { $absent-weeks } av de senaste { $weeks } skolveckorna.
explain-s04-spread = Frånvaron är spridd; det är inte en enda sammanhängande period.

explain-s05 = { $days ->
    [one] Helt borta 1 skoldag, { $from }.
   *[other] Helt borta { $days } skoldagar i rad sedan { $from }.
}
explain-s05-none = Eleven var inte helt borta den senast rapporterade skoldagen.
explain-s05-unknown = { $days ->
    [one] 1 dag utan rapportering räknas inte.
   *[other] { $days } dagar utan rapportering räknas inte.
}
explain-s05-long = Så lång frånvaro räknas som minst en månad (nivå 2).

explain-s06 = { $invalid-days ->
    [one] Ogiltig frånvaro { $rate } de senaste { $days } skoldagarna, på 1 dag: { $absent } av { $reported } rapporterade timmar.
   *[other] Ogiltig frånvaro { $rate } de senaste { $days } skoldagarna, på { $invalid-days } olika dagar: { $absent } av { $reported } rapporterade timmar.
}

explain-s06-bounds = Vad det orapporterade än rymmer ligger den ogiltiga frånvaron mellan { $low } och { $high }.

explain-s07 = Missat { $missed } av { $lessons } lektioner i { $subject } men { $other-missed } av { $other-lessons } övriga, räknat på de dagar då eleven var i skolan, bland de senaste { $days } skoldagarna.
explain-s07-none = Inget ämne sticker ut bland { $lessons } lektioner, räknat på de dagar då eleven var i skolan, bland de senaste { $days } skoldagarna.

explain-s08 = Borta minst en fjärdedel av dagen { $missed } av { $days } { $weekday } men { $other-missed } av { $other-days } andra skoldagar, under de senaste { $weeks } skolveckorna.
explain-s08-none = Ingen veckodag sticker ut bland { $days } rapporterade skoldagar, under de senaste { $weeks } skolveckorna.

explain-s09 = { $minutes ->
    [one] För sen till första lektionen { $late } av { $first-lessons } dagar bland de senaste { $days } skoldagarna, i snitt 1 minut.
   *[other] För sen till första lektionen { $late } av { $first-lessons } dagar bland de senaste { $days } skoldagarna, i snitt { $minutes } minuter.
}

explain-s10 = Frånvaron har gått från { $base } ({ $base-weeks }) till { $now } ({ $now-weeks }).
explain-s10-peers = Andra i { $stage } gick från { $base } till { $now } under samma veckor.
explain-s10-coverage = Rapporterat är { $base-reported } av tiden { $base-weeks } och { $now-reported } av tiden { $now-weeks }. Under { $now-weeks } gäller:
explain-s10-no-peers = Det finns för få andra elever för att räkna bort årstiden.

explain-s11 = Frånvaro { $rate } under terminen: { $absent } av { $reported } rapporterade timmar. Målgruppen för stärkt stöd är över 50 % (F–9).
explain-s11-other-grade = Signalen gäller bara årskurs F–9.
explain-s11-preliminary = Preliminärt: terminen slutar { $end }.
explain-s11-final = Slutligt: terminen är slut.
explain-s11-certain = Det är redan säkert att terminen slutar över gränsen, hur resten än blir.
explain-s11-impossible = Terminen kan inte sluta över gränsen, inte ens om allt som återstår och allt orapporterat vore frånvaro.
explain-s11-open = Hur terminen slutar är öppet: det beror på resten av schemat och på det som inte är rapporterat.
explain-s11-plan-unknown = Schemat för resten av terminen saknas, så det går inte att säga om utfallet redan är säkert.

explain-s12a = { $reported } av den schemalagda tiden de senaste { $days } skoldagarna är rapporterad: { $hours } av { $scheduled } timmar. Inga slutsatser dras om eleven.
explain-s12b = { $own } schemalagda timmar på skolans senaste fyra veckor: { $share } av medianen, { $median } timmar, bland { $peers } elever i { $grade ->
    [0] förskoleklassen
   *[other] årskurs { $grade }
} på skolan. Finns det ett beslut om anpassad studiegång eller något annat som gör schemat kortare?
explain-s12b-decision = Det finns ett beslut om kortare schema från { $from }.

# Efter varje förklaring med procent: delningen, hur mycket som är rapporterat och vad det orapporterade kan betyda.
explain-basis = Giltig { $valid }, ogiltig { $invalid }. { $reported } av elevens egna schemalagda tid är rapporterad; vad det orapporterade än rymmer ligger frånvaron mellan { $low } och { $high }.
explain-basis-complete = Giltig { $valid }, ogiltig { $invalid }. Hela elevens egna schemalagda tid är rapporterad.
explain-certain-anyway = Säker oavsett orapporterat: gränsen är nådd även om eleven var på plats all orapporterad tid.
explain-surely-not = Säkert inte: gränsen nås inte ens om eleven var borta all orapporterad tid.

explain-moved = Eleven bytte skola { $date }.
explain-stale = Inget schema sedan { $date }.
explain-too-few-days = { $have ->
    [one] För lite underlag för att svara: 1 skoldag att räkna på, men { $need } behövs.
   *[other] För lite underlag för att svara: { $have } skoldagar att räkna på, men { $need } behövs.
}
explain-too-few-weeks = { $have ->
    [one] För lite underlag för att svara: 1 skolvecka att räkna på, men { $need } behövs.
   *[other] För lite underlag för att svara: { $have } skolveckor att räkna på, men { $need } behövs.
}
explain-too-few-lessons = { $have ->
    [one] För lite underlag för att svara: 1 lektion att räkna på, men { $need } behövs.
   *[other] För lite underlag för att svara: { $have } lektioner att räkna på, men { $need } behövs.
}
explain-low-coverage = För lite underlag för att svara: bara { $reported } av elevens egna schemalagda tid är rapporterad.

list-since = sedan { $date }
list-why-ask = En signal är ett skäl att fråga, enligt skollagen 7 kap. 19 a §; skolan avgör om eleven behöver stöd.
