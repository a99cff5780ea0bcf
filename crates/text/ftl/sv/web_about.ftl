# Om signalerna: vad de frågar om, vad de inte vet, och vad som händer med det man läser.

web-about-lead = En signal är ett skäl att fråga. Den säger aldrig varför en elev är borta, och den är aldrig ett omdöme om eleven.

web-about-signals = Vad varje signal frågar om
web-about-s01 = Hur stor del av terminens rapporterade tid eleven har varit borta. Signalen gäller från 5 % och har nivåer därifrån.
web-about-s02 = Borta minst en fjärdedel av tiden under de senaste tio skoldagarna.
web-about-s03 = Minst tio dagar med en fjärdedel eller mer borta, under de senaste femton skolveckorna.
web-about-s04 = Frånvaro som kommer tillbaka: dagar borta i minst fem av de senaste tio skolveckorna.
web-about-s05 = Helt borta minst tio skoldagar i rad. Nivå 2 från tjugo dagar.
web-about-s06 = Ogiltig frånvaro minst 5 % av tiden och på minst tre dagar, under de senaste fyrtio skoldagarna.
web-about-s07 = Eleven är i skolan men missar ett ämne mycket oftare än de andra.
web-about-s08 = Eleven är borta en viss veckodag mycket oftare än de andra.
web-about-s09 = För sen till första lektionen minst fem av de senaste tjugo skoldagarna. Ofta det första tecknet.
web-about-s10 = Tydligt mer frånvaro än elevens egen tidigare nivå, sedan årstiden är borträknad.
web-about-s11 = Borta mer än halva terminen: målgruppen för stärkt stöd.
web-about-s12a = Så mycket är inte rapporterat att det inte går att säga något. En fråga till rektor om rapporteringen, inte om eleven.
web-about-s12b = Schemat är mycket kortare än andras i årskursen. Finns det ett beslut om det?

web-about-answer = Tre svar, inte två
web-about-answer-text = En signal svarar ja, nej eller för lite underlag. En lektion som ingen har rapporterat är varken närvaro eller frånvaro, och den räknas aldrig som närvaro.
web-about-unknown = Det som siffrorna inte vet
web-about-unknown-text = De vet inte vad som hänt, hur eleven mår eller vad som redan är pratat om. Därför börjar allt med att någon frågar. Är siffran fel, rätta den i närvarosystemet; nästa inläsning räknar om.
web-about-seen = Att du har läst syns
web-about-seen-text = Varje gång någon öppnar en elevs sida eller en lista antecknas det i en logg som inte går att ändra i efterhand. Loggen granskas. Du läser det som ditt uppdrag omfattar, och inget annat.
