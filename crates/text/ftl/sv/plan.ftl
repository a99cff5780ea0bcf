# Samtycken, plan, utredning, orosanmälan och avslut: vad valen heter, vad som saknas och vad man gör åt det.

# Samtycke till stödet (SoL 21 kap. 2 §, FB 6 kap. 11 och 13 §§)

consent-custody-one = En vårdnadshavare
consent-custody-two = Två vårdnadshavare
consent-said-yes = Ja
consent-said-no = Nej
consent-said-unreachable = Gick inte att nå
consent-how-on-the-spot = På plats
consent-how-phone = På telefon
consent-how-paper = På papper
consent-view-wants = Vill ha stödet
consent-view-does-not-want = Vill inte ha stödet
consent-view-would-not-say = Har fått frågan och vill inte säga
consent-view-not-asked = Har inte fått frågan
consent-suitability-not-judged = Inte bedömt
consent-suitability-suitable = Lämpligt
consent-suitability-not-suitable = Inte lämpligt
consent-note-suitability = Skriv varför det är lämpligt att ge stödet utan alla vårdnadshavares ja.
consent-note-childs-no = Skriv hur barnets nej har vägts mot ålder och mognad.
consent-guardian-says-no = En vårdnadshavare säger nej. Barnet är under 15 år, och då behöver alla vårdnadshavare säga ja (socialtjänstlagen 21 kap. 2 §, föräldrabalken 6 kap. 13 §). Stödet kan inte börja i den här formen.
consent-guardian-unreachable = En vårdnadshavare har inte gått att nå. Barnet är under 15 år, och då behöver alla vårdnadshavare säga ja. Försök igen på annat sätt.
consent-guardian-not-asked = En vårdnadshavare har inte fått frågan. Fråga innan stödet börjar.
consent-child-not-heard = Barnet har inte fått säga vad det tycker. Fråga barnet innan stödet börjar (socialtjänstlagen 3 kap.).
consent-pupil-says-no = Eleven har fyllt 15 år och säger nej. Stödet är frivilligt och kan inte börja nu.
consent-own-yes-missing = Eleven har inte sagt ja, och det har inte heller alla vårdnadshavare. Fråga igen.
consent-suitability-missing = Eleven har fyllt 15 år och vill ha stödet. Bedöm om det är lämpligt utan alla vårdnadshavares ja (socialtjänstlagen 21 kap. 2 §).
consent-unsuitable = Det är bedömt som inte lämpligt att ge stödet utan alla vårdnadshavares ja. Stödet kan inte börja i den här formen.
consent-instead-ask-again = Fråga den som inte har svarat, gärna på ett annat sätt eller vid en annan tid.
consent-instead-school-only = Skolan fortsätter med sitt eget stöd. Det kräver inget sådant samtycke.
consent-instead-application = Familjen kan ansöka om stöd hos socialtjänsten (socialtjänstlagen 11 kap. 1 §). Socialnämnden kan då besluta att den ena vårdnadshavarens ja räcker (föräldrabalken 6 kap. 13 a §).
consent-instead-own-application = Den som har fyllt 12 år och själv vill kan få behovsprövat stöd, om det är lämpligt (socialtjänstlagen 21 kap. 1 §).
consent-instead-cooperation-talks = Föräldrar som inte är överens kan få samarbetssamtal (socialtjänstlagen 13 kap. 6 §).
consent-too-many-answers = Fler vårdnadshavare har svarat än de som bestämmer. Rätta vårdnaden eller ta bort ett svar.
consent-answered-twice = Samma vårdnadshavare har svarat två gånger. Ta bort det ena svaret.
consent-how-missing = Det står inte hur någon sa ja eller nej. Välj på plats, på telefon eller på papper.
consent-suitability-note-missing = Skriv varför det är lämpligt att ge stödet utan alla vårdnadshavares ja (socialtjänstlagen 21 kap. 2 §).
consent-childs-no-note-missing = Barnet säger nej. Skriv hur det har vägts mot ålder och mognad, eller vänta med stödet.

# Samtycke till att lämna uppgifter (OSL 10 kap. 1 §, 12 kap. 2–3 §§)

consent-item-attendance = Närvaro och frånvaro, vecka för vecka
consent-item-contact = Vem eleven är och hur familjen nås
consent-item-school-results = Resultat i skolan
consent-item-referral = Vad skolan frågar om och varför
consent-item-inquiry = Vad skolans utredning om frånvaron kom fram till
consent-item-measures-tried = Vad skolan har prövat
consent-item-pupil-health = Uppgifter från elevhälsan
consent-item-pupils-words = Elevens egna ord
consent-item-course = Hur stödet går: svar, dagar, start, paus och avslut
consent-item-plan = Planen
consent-item-reviews = Uppföljningar av planen
consent-item-meeting-notes = Anteckningar från gemensamma möten
consent-item-support-given = Vad som har gjorts och hur ofta
consent-item-observations = Hur teamets socialtjänstdel ser att eleven har det
consent-item-home = Hur det är hemma
consent-method-paper = Underskrift på papper
consent-method-at-meeting = Muntligt på möte, antecknat
consent-signer-guardian = Vårdnadshavare
consent-signer-child = Barnet
consent-no-items = Inga uppgifter är valda. Kryssa för vad som får lämnas; ett samtycke får inte gälla allt.
consent-items-of-other = En del av det som är valt finns hos den andra myndigheten. Den behöver ett eget samtycke.
consent-same-authority = Samma myndighet står som både den som lämnar och den som tar emot. Välj en annan mottagare.
consent-ends-before-it-begins = Sista dagen är före första dagen. Rätta datumen.
consent-too-long = Samtycket gäller i mer än ett år. Välj en tidigare sista dag; det går att förnya.
consent-reminder-too-late = Påminnelsen kommer efter sista dagen. Välj en tidigare dag.
consent-guardian-signature-missing = En vårdnadshavares samtycke saknas. Alla vårdnadshavare behöver samtycka.
consent-stranger-signed = Någon har samtyckt som inte står som vårdnadshavare. Rätta vårdnadshavarna eller ta bort namnet.
consent-child-signature-missing = Eleven har fyllt 15 år och behöver samtycka själv.
consent-assessment-missing = Barnet har fyllt 12 år och har inte samtyckt. Fråga barnet, eller skriv hur ålder och mognad har bedömts.
consent-signed-too-late = Någon har skrivit under efter dagen då samtycket ska börja gälla. Flytta fram första dagen.
consent-age-not-known = Barnets födelsedag saknas, så det går inte att veta vem som ska samtycka. Fyll i den.
consent-replaces-missing = Det finns redan ett samtycke mellan samma myndigheter. Låt det nya ersätta det, så att familjen ser allt som gäller på ett ställe.
consent-withdrawn-later = Ett samtycke som tas tillbaka slutar gälla genast. Välj dagens datum eller ett tidigare.
consent-protected = Eleven har skyddade personuppgifter. Den som är utsedd för det tar hand om ärendet.
consent-stops-none = Det finns inget samtycke till att lämna något till den mottagaren. Be familjen om ett, eller lämna inte.
consent-stops-not-named = Samtycket gäller inte den sortens uppgifter. Be familjen om ett nytt, eller lämna inte just det.
consent-stops-not-yet = Samtycket börjar gälla { $day }. Vänta till dess.
consent-stops-ended = Samtycket gällde till och med { $day }. Fråga familjen om de vill förnya det.
consent-stops-withdrawn = Samtycket togs tillbaka { $day }. Ingenting mer lämnas. Det som redan är lämnat finns kvar hos mottagaren.
consent-stops-replaced = Samtycket har ersatts av ett nyare, som inte gäller det här.
consent-stops-guardians-changed = Vårdnadshavarna är inte desamma som när samtycket gavs. Fråga dem som är det nu.
consent-stops-age-step = Barnet har fyllt { $age } år sedan samtycket gavs. Fråga på nytt.
consent-stops-age-unknown = Barnets födelsedag saknas, så det går inte att veta om samtycket gäller. Fyll i den.
consent-stops-protected = Eleven har skyddade personuppgifter, så ingenting lämnas. Den som är utsedd för det tar hand om ärendet.
consent-stops-school-changed = Eleven har bytt skola sedan samtycket gavs. Den nya skolan frågar på nytt.
consent-stops-unreadable = Ett samtycke eller ett återtagande är skrivet av en nyare version av programmet. Ingenting lämnas förrän programmet är uppdaterat.

# Rättslig grund för att behandla personuppgifter: aldrig samtycke

consent-basis-legal-obligation = Rättslig förpliktelse (dataskyddsförordningen artikel 6.1 c)
consent-basis-public-task = Uppgift av allmänt intresse (dataskyddsförordningen artikel 6.1 e)
consent-basis-detection = Uppmärksamma frånvaro (skollagen 7 kap. 17, 19 a och 22 §§)
consent-basis-inquiry = Utreda frånvaro (skollagen 7 kap. 19 a §)
consent-basis-school-support = Skolans stöd (skollagen 2 kap. 25 § och 3 kap.)
consent-basis-social-support = Socialtjänstens stöd (socialtjänstlagen 11 kap. 5 §, lagen 2001:454)
consent-basis-social-documentation = Socialtjänstens dokumentation (socialtjänstlagen 14 kap. 3 §)
consent-basis-disclosure = Lämna uppgifter till en annan myndighet; sekretessen är en egen fråga
consent-basis-concern = Anmäla oro (socialtjänstlagen 19 kap. 1 §)
consent-basis-access-log = Logga vem som har läst vad (lagen 2001:454, 10 §)
consent-basis-follow-up = Följa upp och utveckla verksamheten

# Planen

plan-side-school = Skolan
plan-side-social = Socialtjänsten
plan-goal-attendance = Komma till skolan eller vara med i den
plan-goal-school-results = Lärande och resultat
plan-goal-own = Något annat som är viktigt för eleven
plan-level-much-less = Mycket mindre än vi hoppats
plan-level-less = Mindre än vi hoppats
plan-level-as-hoped = Som vi hoppats
plan-level-more = Mer än vi hoppats
plan-level-much-more = Mycket mer än vi hoppats
plan-for-pupil = Eleven
plan-for-guardians = Vårdnadshavarna
plan-for-family = Familjen tillsammans
plan-for-staff = Personal på skolan
plan-span-once = gånger totalt
plan-span-week = gånger i veckan
plan-span-month = gånger på fyra veckor
plan-result-helped = Det hjälpte
plan-result-somewhat = Det hjälpte lite
plan-result-not-helped = Det hjälpte inte
plan-result-too-early = För tidigt att säga
plan-result-not-done = Det blev inte av
plan-next-continue = Fortsätter
plan-next-adjust = Fortsätter, men ändras
plan-next-stop = Slutar
plan-party-pupil = Eleven
plan-party-guardian = Vårdnadshavare
plan-party-school = Teamets skoldel
plan-party-social = Teamets socialtjänstdel
plan-word-yes = Säger ja
plan-word-no = Säger nej
plan-word-waiting = Har inte svarat än
plan-no-attendance-goal = Planen har inget mål om att komma till skolan eller vara med i den. Lägg till ett, med elevens egna ord. Det behöver inte vara en siffra.
plan-goal-without-words = Mål { $number } saknar ord. Skriv vad eleven vill komma till.
plan-goal-twice = Mål { $number } finns redan i planen. Ta bort det ena.
plan-no-items = Planen säger inte vad som ska göras. Lägg till minst en insats.
plan-item-twice = Insats { $number } finns redan i planen. Ta bort den ena.
plan-category-unknown = Insats { $number } har ingen kategori ur verktygslådan. Välj en.
plan-activity-unknown = Insats { $number } har en aktivitet som inte finns i kategorin. Välj en som finns.
plan-side-not-for-category = Insats { $number }: den sidan kan inte ansvara för kategorin. Välj den andra sidan eller en annan kategori.
plan-nobody-responsible = Insats { $number } har ingen som ansvarar. Välj en person.
plan-no-dose = Insats { $number }: fyll i hur ofta och hur många minuter.
plan-item-review-too-early = Insats { $number } ska stämmas av innan den börjar. Välj en senare dag.
plan-goal-unknown = Insats { $number } hör till ett mål som inte finns i planen. Välj ett annat mål.
plan-too-many-words = Insats { $number } har för mycket fri text. Korta den till högst 300 tecken.
plan-review-too-early = Uppföljningen ska vara efter i dag. Välj en senare dag.
plan-review-too-late = Uppföljningen är senare än arbetssättet säger. Välj en tidigare dag.
plan-pupil-missing = Det står inte vad eleven säger om planen. Skriv ja, nej eller att eleven inte har svarat än.
plan-how-missing = Det står inte hur eller när någon sa ja eller nej. Fyll i det.

# Skolans utredning om frånvaro (skollagen 7 kap. 19 a §)

plan-inquiry-pupil = Eleven
plan-inquiry-guardians = Vårdnadshavarna
plan-inquiry-pupil-health = Elevhälsan
plan-inquiry-huvudman = Huvudmannen
plan-inquiry-home-municipality = Hemkommunen
plan-inquiry-school-measures = Skolan fortsätter med egna åtgärder
plan-inquiry-referral = Skolan föreslår stöd från teamet
plan-inquiry-nothing-more = Inget mer behövs
plan-inquiry-not-consulted = Eleven, vårdnadshavarna och elevhälsan ska vara med i utredningen. Fråga den som saknas, eller skriv varför det inte har gått.
plan-inquiry-words-missing = Skriv vad utredningen kom fram till och vad som ska göras.
plan-inquiry-before-opened = Dagen är före den dag då utredningen öppnades. Rätta datumet.
plan-source-pupil = Eleven säger det
plan-source-guardian = En vårdnadshavare säger det
plan-source-school = Skolan säger det

# Avslut. De neutrala skälen är de enda som går till den andra sidan.

plan-neutral-cannot-start-now = Kan inte starta nu – skolan fortsätter
plan-neutral-ended-as-planned = Avslutat enligt plan
plan-neutral-ended-early = Avslutat i förtid
plan-reason-goal-met = Målen är nådda
plan-reason-improved = Det har blivit bättre
plan-reason-unchanged-stable = Oförändrat och stabilt
plan-reason-no-effect = Stödet har inte hjälpt
plan-reason-needs-assessed-support = Eleven behöver behovsprövat stöd
plan-reason-healthcare-takes-over = Hälso- och sjukvården tar över
plan-reason-consent-withdrawn = Samtycket togs tillbaka
plan-reason-declined-by-family = Familjen tackade nej
plan-reason-declined-by-pupil = Eleven tackade nej
plan-reason-no-contact = Det blev ingen kontakt
plan-reason-moved-school = Eleven har bytt skola
plan-reason-moved-municipality = Eleven har flyttat till en annan kommun
plan-reason-left-last-grade = Eleven har slutat sista årskursen
plan-reason-out-of-target = Eleven hör inte till målgruppen
plan-reason-max-time = Den längsta tiden har gått
plan-reason-placed = Barnet är placerat
plan-reason-opened-in-error = Det öppnades av misstag

# Orosanmälan (socialtjänstlagen 19 kap. 1 §)

concern-channel-phone = På telefon
concern-channel-e-service = I kommunens e-tjänst
concern-channel-paper = På papper
concern-channel-in-person = Vid ett besök
concern-feedback-opened = En utredning har inletts
concern-feedback-not-opened = Ingen utredning har inletts
concern-feedback-ongoing = En utredning pågår redan
concern-notify-at-once = Anmäl genast, i kommunens egen kanal. Att förbereda är inte att anmäla, och ingen behöver godkänna det.
concern-ask-for-feedback = Ingen återkoppling har kommit. Fråga socialtjänsten: den som anmält och ber om det ska få veta inom en vecka från beslutet.

# Metodpaketet

pack-value-unusable = { $file }: { $where } går inte att använda. Antal har en minsta och en största gräns, en sista dag är inte före den första, och ord är något av dem som filen räknar upp.
