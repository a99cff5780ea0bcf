# Första genomgången: många elever på en gång.

web-sitting-title = Första genomgången på { $school }
web-sitting-lead = Många av eleverna känner ni redan. Kryssa för dem som någon redan arbetar med, så blir det tydligt vilka som är kvar att fråga om.
web-sitting-progress = Genomgångna
web-sitting-caption = Kvar att gå igenom, i listans ordning
web-sitting-name = Elev
web-sitting-class = Klass
web-sitting-why = Skäl att fråga
web-sitting-since = Sedan
web-sitting-absence = Frånvaro i terminen
web-sitting-open = Öppna
web-sitting-open-pupil = Öppna { $name }
web-sitting-all = Markera alla på sidan
web-sitting-ticked = # valda
web-sitting-who = Vem arbetar med dem?
web-sitting-when = När följs det upp?
web-sitting-save = Markera som kända, arbete pågår
web-sitting-keys = Mellanslag kryssar, pil upp och ner går mellan raderna.
web-sitting-marked = { $count ->
    [one] 1 elev är markerad som känd. Uppföljningen står hos den du valde.
   *[other] { $count } elever är markerade som kända. Uppföljningarna står hos den du valde.
}
web-sitting-end = Avsluta genomgången
web-sitting-end-help = Det går att avsluta fast några är kvar. De står i listan som vanligt, och du kan alltid komma tillbaka hit.
web-sitting-empty = Alla är genomgångna
web-sitting-empty-help = De som står kvar i listan är de som ni vill fråga om. Börja där i morgon.
web-sitting-empty-list = Till listan
web-sitting-ended = Genomgången är avslutad
web-sitting-ended-help = Elever som är kvar står i listan. Vill ni gå igenom fler så här går det bra.
web-sitting-choose = Välj skola
web-sitting-choose-none = Ingen skola väntar på en första genomgång
web-sitting-choose-none-help = Genomgången görs en gång, när en skolas närvaro har lästs in för första gången.
web-sitting-week = { $week }
