# Vad som hindrar, och vad man gör åt det.

pack-file-missing = { $file } går inte att läsa. Kontrollera att den finns och att den får läsas.
pack-file-unknown = Metodpaketet har ingen fil som heter { $file }, så den skulle inte ändra något. Rätta namnet eller ta bort filen.
pack-file-broken = { $file } går inte att förstå: { $where }. Rätta det, eller ta bort filen så gäller den inbyggda.
pack-unknown-key = { $file }: { $where } finns inte. Rätta stavningen eller ta bort det.
pack-value-missing = { $file }: { $where } saknas eller är tomt. Fyll i det.
pack-value-out-of-range = { $file }: värdet i { $where } går inte att använda. Procent går från 0 till 100, band ska stiga och nivåer ska vara något av banden.
pack-versions-overlap = { $file }: { $where } förekommer två gånger. Låt bara en stå kvar.
pack-unknown-signal = { $file }: { $where } går inte att läsa som en signal. Skriv till exempel S05 eller S01 at least 15.
pack-s12-on-list = { $file }: { $where } använder S12. Den frågar om rapporteringen och sätter aldrig en elev på en lista. Ta bort den.
pack-unknown-threshold = { $file }: tröskelvärdet { $where } finns inte. Rätta stavningen eller ta bort det.
pack-no-version = { $file }: ingen version gäller { $where }. Lägg till en version som börjar senast den dagen.
