# Den skyddsansvarigas återkommande uppgift.

web-protected-title = Elever med skyddade uppgifter
web-protected-lead = De här eleverna finns inte i Skollinjens listor, diagram eller sökning. Därför behöver någon titta på deras närvaro för hand.
web-protected-due = Dags att titta
web-protected-due-help = Det skulle göras senast { $day }.
web-protected-later = Nästa gång
web-protected-later-help = Senast { $day }.
web-protected-how = Så gör du
web-protected-how-where = Öppna skolans närvarosystem och gå igenom eleverna där, en i taget.
web-protected-how-ask = Ser du något som ger skäl att fråga, prata med den som ansvarar för eleven på skolan. Prata, skriv inte.
web-protected-how-note = Anteckna sedan här att det är gjort. Inga namn och inget om vad du såg.
web-protected-done = Jag har tittat
web-protected-before = Tidigare gånger
web-protected-never = Ingen har antecknat det än.
