# Sådant som görs efter hand: att ångra en import och att räkna om listorna.

job-kind-undo = Ångrad import
job-undo-done = Importen är ångrad, och listorna är omräknade.
job-kind-rescan = Omräkning av listorna
job-rescan-done = Listorna är omräknade. Elever på skolans lista: { $listed }.

web-import-undoing = Importen ångras
web-import-undo-soon = Det börjar strax.
web-import-undo-close = Du kan stänga sidan. Ångrandet går vidare, och tills det är klart visar listorna det som var.
web-import-undo-given-up = Importen gick inte att ångra
web-import-undo-given-up-help = Systemet gav upp { $time }. Ingenting är ändrat. På sidan Jobb står varför, och där går det att försöka igen.

web-thresholds-counting = Listorna räknas om
web-thresholds-counting-soon = Det börjar strax.
web-thresholds-counting-close = Du kan stänga sidan. Omräkningen går vidare, och tills den är klar visar listorna det som var.
web-thresholds-counted = Listorna räknades om { $time }, efter den senaste ändringen.
web-thresholds-not-counted = Listorna gick inte att räkna om
web-thresholds-not-counted-help = Systemet gav upp { $time }. Gränsvärdena är sparade, men listorna visar det som var. På sidan Jobb står varför, och där går det att försöka igen. Nästa inläsning räknar också om dem.
