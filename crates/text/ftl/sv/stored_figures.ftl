# Siffror som lästes ut vid den senaste genomgången och har sparats.

stored-figures-broken = De sparade siffrorna om andra elever går inte att läsa. Läs in närvaron igen så räknas de om; ingenting annat har ändrats.
stored-figures-newer = De sparade siffrorna är skrivna av en nyare version av programmet. Uppdatera programmet.
