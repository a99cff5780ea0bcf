# Signalernas namn, korta namn för listor, och de ord som förklaringarna sätter samman.

signal-s01-name = Nivå hittills i terminen
signal-s02-name = Hög frånvaro två veckor
signal-s03-name = Många frånvarodagar
signal-s04-name = Upprepad frånvaro
signal-s05-name = Lång sammanhängande frånvaro
signal-s06-name = Upprepad ogiltig frånvaro
signal-s07-name = Ett ämne sticker ut
signal-s08-name = En veckodag sticker ut
signal-s09-name = Sena ankomster
signal-s10-name = Tydlig försämring
signal-s11-name = Stärkt stöd: över 50 % under en termin
signal-s12a-name = Underlag att åtgärda: lektioner som inte är rapporterade
signal-s12b-name = Underlag att åtgärda: schemat är kortare än andras

signal-s01-short = Nivå i terminen
signal-s02-short = Hög två veckor
signal-s03-short = Många dagar
signal-s04-short = Upprepad
signal-s05-short = Lång i följd
signal-s06-short = Upprepad ogiltig
signal-s07-short = Ett ämne
signal-s08-short = En veckodag
signal-s09-short = Sena ankomster
signal-s10-short = Tydlig försämring
signal-s11-short = Över 50 %
signal-s12a-short = Orapporterat
signal-s12b-short = Kort schema

# «hittills i höst»
term-autumn = höst
term-spring = vår

# «8 av 12 fredagar»
weekday-1 = måndagar
weekday-2 = tisdagar
weekday-3 = onsdagar
weekday-4 = torsdagar
weekday-5 = fredagar

stage-low = årskurs F–3
stage-middle = årskurs 4–6
stage-high = årskurs 7–9
