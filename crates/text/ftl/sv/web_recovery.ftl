# Reservkoder: när telefonen inte är till hands, och när den är borta.

web-code-hint = Har du inte telefonen? Skriv en av dina reservkoder, tolv siffror.

web-recovery-title = Reservkoder och app
web-recovery-lead = En reservkod används i stället för koden från appen när du inte har telefonen. Varje kod fungerar en gång.
web-recovery-left = { $count ->
    [0] Du har inga reservkoder kvar.
    [one] Du har en reservkod kvar.
   *[other] Du har { $count } reservkoder kvar.
}
web-recovery-few = Gör nya innan de tar slut. Annars kommer du inte in om telefonen är borta, utan att någon annan hjälper dig.
web-recovery-renew = Gör nya reservkoder
web-recovery-renew-help = De gamla slutar gälla genast.
web-recovery-renew-button = Gör nya koder
web-recovery-app = Koppla en ny app
web-recovery-app-help = Har du bytt eller tappat telefonen? Då tas den gamla appen bort och du loggas ut överallt. Nästa gång du loggar in kopplar du den nya och får nya reservkoder.
web-recovery-app-button = Ta bort appen och logga ut
web-recovery-shown-title = Dina reservkoder
web-recovery-shown-lead = Skriv ut eller skriv av koderna nu. De visas bara den här gången.
web-recovery-paper = Reservkoder till Skollinjen, { $room }. Varje kod fungerar en gång.
web-recovery-shown-help = Förvara dem där du förvarar sådant som ingen annan ska komma åt, och inte tillsammans med lösenordet. Varje kod fungerar en gång, i stället för koden från appen.
web-recovery-go-on = Jag har sparat dem, fortsätt
web-done-recovery = Du loggade in med en reservkod, och den är förbrukad.
web-done-another-app = Appen är borttagen. Logga in med ditt lösenord, så kopplar du den nya.

recover-no-account = Inget konto har användarnamnet { $login }. Kontrollera stavningen; namnen står under Konton.
account-recovered = Kontot { $login } har fått en ny början: appen och reservkoderna är borttagna, och kontot är öppet. Nya lösenordet visas bara här:
