# Listor och sidor: i vilken ordning en lista står, och vad som hindrar en sökning eller en kalender.

order-s01 = de vars nivå i terminen är hög
order-s02 = de med hög frånvaro två veckor
order-s03 = de med många frånvarodagar
order-s04 = de med upprepad frånvaro
order-s05 = de som varit borta länge i sträck
order-s06 = de med upprepad ogiltig frånvaro
order-s07 = de där ett ämne sticker ut
order-s08 = de där en veckodag sticker ut
order-s09 = de som ofta kommer sent
order-s10 = de vars frånvaro tydligt har ökat
order-s11 = de som varit borta mer än halva terminen
order-s12a = de med många lektioner utan rapport
order-s12b = de med mycket kortare schema än andra
order-longest-run = de som varit borta längst i sträck
order-band = hur stor andel av terminen eleven varit borta
order-signals = hur många signaler som gäller
order-since = hur länge signalerna har gällt
order-number = sist elevnummer, så att ordningen alltid blir densamma

search-too-short = Skriv minst två bokstäver av namnet, eller hela personnumret.

describe-term-backwards = En termin slutar innan den börjar. Rätta dagarna.
describe-term-other-year = En termin ligger utanför läsåret { $year }. Rätta dagarna, eller välj ett annat läsår.
describe-terms-overlap = Två terminer i läsåret { $year } går in i varandra. Rätta dagarna.
describe-break-backwards = Ett lov slutar innan det börjar. Rätta dagarna.
