# Det som alla sidor har gemensamt: huvud, fot, listor, formulär och felsidor.

web-skip = Hoppa till innehållet
web-navigation = Huvudmeny
web-sign-out = Logga ut
web-breadcrumbs = Sidorna ovanför
web-footer = Skollinjen: närvaro, samtal och stöd på samma ställe.
web-language = Språk
web-scheme = Utseende
web-scheme-auto = Som datorn
web-scheme-light = Ljust
web-scheme-dark = Mörkt

web-errors = Rätta det här, så går det att spara
web-pages = Fler sidor
web-previous = Föregående
web-next = Nästa
web-filter = Välj vad listan visar
web-filter-show = Visa
web-filter-clear = Visa alla
web-progress = { $done } av { $whole }
web-live-again = Visa hur långt det har kommit nu
web-figure-numbers = Visa siffrorna

web-error-home = Till startsidan
web-error-reference = Referens: { $reference }
web-error-signed-out = Du är inte inloggad
web-error-signed-out-help = Logga in och försök igen.
web-error-refused = Det här gick inte att göra härifrån
web-error-refused-help = Gå tillbaka, ladda om sidan och försök igen. Ditt uppdrag kanske inte omfattar det här; fråga i så fall den som sköter konton hos er.
web-error-missing = Sidan finns inte
web-error-missing-help = Adressen kan vara felskriven, eller så omfattar ditt uppdrag inte det här. Ingenting är borta för det.
web-error-method = Sidan går inte att öppna så
web-error-method-help = Gå till startsidan och leta dig fram därifrån.
web-error-large = Det som skickades är för stort
web-error-large-help = Korta texten eller dela upp filen och försök igen. Ingenting har ändrats.
web-error-many = Det blev för många försök
web-error-many-help = Vänta några minuter och försök igen.
web-error-form = Formuläret gick inte att läsa
web-error-form-help = Gå tillbaka, ladda om sidan och försök igen. Ingenting har ändrats.
web-error-fault = Något gick fel hos oss
web-error-fault-help = Felet är programmets, inte ditt. Det som redan är sparat finns kvar. Försök igen om en stund, och hör av dig till den som sköter systemet om det kommer tillbaka.
