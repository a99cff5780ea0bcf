# Vad som får lämna den egna myndigheten, och vad som saknas när det inte får det.

gate-fault = Det gick inte att avgöra om uppgiften får lämnas, så den lämnas inte. Felet är programmets, inte ditt. Försök igen, och hör av dig till den som sköter systemet om det kommer tillbaka.
gate-protected-pupil = Eleven har skyddade personuppgifter. Här lämnas inget annat än en orosanmälan och det som en öppnad utredning måste få. Vänd dig till den som är utsedd att sköta skyddade uppgifter.
gate-person-only = Det här vägs av en människa, aldrig av programmet. Låt den som arbetar med eleven gå igenom uppgiften och skicka den.
gate-zone-not-of-sender = Uppgiften hör inte till den som skickar. Var och en lämnar bara ut det som är den egna verksamhetens. Be den som har uppgiften att lämna den.
gate-concern-only-by-duty = Det som rör en orosanmälan lämnas bara som anmälan, till en öppnad utredning eller som återkoppling till den som anmälde. Välj någon av de vägarna.
gate-medical-service-by-its-own-provisions = Skolans medicinska insats och vården lämnar uppgifter med samtycke, när lagen kräver det eller efter sina egna bestämmelser. Be om samtycke, eller välj någon av dem.
gate-independent-school-not-yet = En fristående skola har inte den här möjligheten förrän 1 januari 2027. Be om samtycke. Misstänker du att barnet far illa ska du anmäla det ändå.
gate-independent-school-older-document = Handlingen kom till före 2027, och då gällde tystnadsplikten för fristående skolor. Be om samtycke, eller lämna något som har skrivits senare.
gate-adult = Bestämmelsen gäller bara till dagen före artonårsdagen. Be den unga vuxna själv om samtycke.
gate-weighing-missing = Ingen har vägt om uppgiften får lämnas. Gör avvägningen och skriv vad den kom fram till.
gate-weighing-reason-missing = Skälet är inte nedskrivet. Skriv med några ord varför uppgiften får lämnas.
gate-weighing-ahead = Avvägningen är daterad efter i dag. Rätta dagen.
gate-need-not-shown = Det är inte visat att uppgiften behövs. Lämna den inte, eller skriv vad som inte går att göra utan den.

gate-general-clause-not-for-social-services = Socialtjänsten har inte generalklausulen. Be familjen om samtycke, eller pröva om det är klart att ingen lider men.
gate-general-clause-not-for-health-care = Vården och skolans medicinska insats har inte generalklausulen. Be om samtycke, eller pröva om uppgiften behövs för vård eller stöd till någon under 18 år.
gate-general-clause-not-to-independent-school-yet = Generalklausulen gäller bara till myndigheter, och en fristående skola räknas inte dit förrän 1 januari 2027. Be om samtycke, eller lämna uppgiften med förbehåll.
gate-general-clause-not-for-shared = Det ni har gemensamt skyddas också av socialtjänstens sekretess, och den kan generalklausulen inte bryta. Be om samtycke.
gate-general-clause-not-evident = Det ska vara uppenbart att intresset av att lämna uppgiften väger tyngst. Är det inte uppenbart, be om samtycke.

gate-consent-missing = Det finns inget samtycke. Be familjen om det, eller välj en annan väg om lagen ger en.
gate-consent-not-to-sender = Samtycket är lämnat till den andra verksamheten. Varje myndighet behöver sitt eget. Be familjen fylla i er del av blanketten.
gate-consent-other-recipient = Samtycket gäller en annan mottagare. Be om ett samtycke som gäller den här.
gate-consent-other-kind = Samtycket omfattar inte den här sortens uppgifter. Ta bort dem ur brevet, eller be familjen att lägga till dem.
gate-consent-too-general = Samtycket omfattar alla sorters uppgifter, och ett så allmänt samtycke håller inte. Gå igenom med familjen vad som behövs, och låt dem välja.
gate-consent-not-yet = Samtycket har inte börjat gälla. Vänta till dess första dag.
gate-consent-ended = Samtycket har gått ut. Fråga familjen om de vill förnya det.
gate-consent-withdrawn = Samtycket är återkallat, och då stannar allt som inte redan är skickat. Vill familjen börja igen behövs ett nytt samtycke.
gate-consent-guardian-missing = En vårdnadshavare som måste säga ja har inte gjort det. Fråga vårdnadshavaren, och lämna inget innan dess.
gate-consent-child-not-asked = Barnet är inte tillfrågat. Fråga, eller anteckna att barnet är för ungt för att bestämma tillsammans med sina vårdnadshavare.
gate-consent-child-says-no = Barnet säger nej, och är så moget att det räknas. Lämna inte uppgiften. Prata igen om barnet vill det.
gate-consent-others-missing = Uppgiften handlar också om någon annan, som inte har sagt ja. Fråga den personen, eller ta bort det som rör henne eller honom.

gate-duty-to-notify-not-to = En orosanmälan går till socialtjänsten. Välj socialtjänsten som mottagare.
gate-duty-to-notify-suspicion-missing = Skriv vilken dag du fick veta eller började misstänka att barnet far illa. Mer än så behövs inte, och ingen behöver godkänna anmälan.
gate-duty-to-notify-ahead = Dagen ligger efter i dag. Skriv den dag då du fick veta eller började misstänka.
gate-duty-to-inform-not-to = Uppgifterna lämnas till den som utreder i socialtjänsten. Välj socialtjänsten som mottagare.
gate-duty-to-inform-inquiry-missing = Skyldigheten att lämna uppgifter gäller när en utredning är öppnad. Fråga socialtjänsten om den är det och anteckna det. Misstänker du att barnet far illa, gör en orosanmälan nu.
gate-duty-to-inform-not-open = Utredningen är inte öppen den här dagen. Kontrollera dagarna med socialtjänsten, eller välj en annan väg.
gate-duty-to-inform-not-important = Bara det som har betydelse för utredningen ska lämnas. Ta bort uppgiften ur brevet, eller ange att den har betydelse.

gate-own-task-is-the-recipients = Här räknas bara vad ni själva måste göra, inte vad mottagaren behöver. Be om samtycke, eller välj en annan väg.

gate-care-of-child-not-from = Det här är socialtjänstens möjlighet och gäller inte er. Välj en annan väg.
gate-care-of-child-not-to-school = Socialtjänsten får inte lämna till skolan på den här grunden, bara till vården, skolsköterskan och annan socialtjänst. Be om samtycke.
gate-care-of-child-same-authority = Mottagaren hör till samma myndighet. Pröva i stället om uppgiften behövs i arbetet inom nämnden.
gate-health-care-of-child-not-from = Det här är vårdens och skolsköterskans möjlighet och gäller inte er. Välj en annan väg.
gate-health-care-of-child-not-to-school = På den här grunden lämnas uppgifter till vården och socialtjänsten, inte till skolan. Till elevhälsan i samma myndighet finns en egen väg; annars behövs samtycke.

gate-feedback-not-from = Det är socialtjänsten som återkopplar till den som har anmält. Vänta på deras svar, eller fråga efter det.
gate-feedback-only-that-item = Återkopplingen får bara säga om en utredning har inletts, inte har inletts eller redan pågår. Ta bort resten ur brevet.
gate-feedback-notification-missing = Ange vilken orosanmälan som återkopplingen svarar på.
gate-feedback-not-the-notifier = Bara den som har anmält får återkoppling. Välj den verksamhet som anmälan kom från.

gate-pupil-health-not-from = Det här är den medicinska elevhälsans möjlighet och gäller inte er. Välj en annan väg.
gate-pupil-health-not-to = På den här grunden lämnas uppgifter bara till annan elevhälsa i kommunens skola. Be om samtycke.
gate-pupil-health-other-authority = Mottagaren hör till en annan myndighet. Be om samtycke.

gate-harmless-not-to-independent-school-yet = När en fristående skola tar emot kan det inte vara klart att ingen lider men förrän offentlighetsprincipen gäller där, 1 januari 2027. Be om samtycke, eller lämna uppgiften med förbehåll.
gate-harmless-may-harm = Prövningen visar att någon kan lida men. Lämna inte uppgiften, eller be om samtycke.
gate-harmless-must-be-clear = Här räcker det inte att men är osannolikt: det ska vara klart att ingen lider men. Pröva igen, eller be om samtycke.
gate-reservation-not-to-authority = Förbehåll ställs mot enskilda, och mottagaren räknas som myndighet. Välj en annan väg.
gate-reservation-risk-remains = Förbehållet tar inte bort risken för men. Skriv ett snävare förbehåll, eller be om samtycke.

gate-same-board-not-between = Det här gäller bara mellan öppenvården och utredningen i samma socialnämnd. Välj en annan väg.
gate-same-board-other-authority = Mottagaren hör till en annan myndighet, och då gäller sekretess mellan er. Välj en annan väg.
gate-same-board-family-not-told = Familjen har inte fått veta att uppgiften lämnas vidare inom nämnden. Berätta det först och anteckna vilken dag du gjorde det.
gate-other-board-not-between = Det här gäller bara mellan kommunens socialnämnder. Välj en annan väg.
gate-other-board-same-board = Mottagaren hör till samma nämnd. Pröva i stället om uppgiften behövs i arbetet inom nämnden.
gate-other-board-other-municipality = Mottagaren finns i en annan kommun. Be om samtycke, eller välj en annan väg.
gate-other-board-only-that-item = En annan nämnd får bara veta att personen är aktuell. Ta bort resten ur brevet.
gate-other-board-request-missing = Det här lämnas på begäran. Anteckna vilken dag den andra nämnden frågade.

denied-referral = Rektor, kurator och specialpedagog på elevens skola kan be teamet att komma in. Berätta för någon av dem vad du har sett.
denied-letter = Ditt uppdrag omfattar inte att skicka det här till den andra verksamheten. Den som arbetar med ärendet kan göra det. En orosanmälan får du alltid göra själv, direkt till socialtjänsten.
denied-consent = Samtycken sköts av dem som arbetar med ärendet. Säg till någon av dem om familjen vill lämna eller återkalla ett.
denied-episode = Ditt uppdrag omfattar inte att fördela ärenden eller koppla dem till en person. Enhetschefen fördelar dem.
denied-queue = Kön och förlängningar hör till den operativa ledningsgruppen. Vänd dig till någon där.
