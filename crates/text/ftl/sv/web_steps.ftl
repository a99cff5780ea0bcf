# Att dokumentera ett steg, flytta en uppföljning, ta tillbaka, och rektors beslut.

web-step-lead = { $name }, { $class }, { $school }
web-step-seen = Det här visar siffrorna nu:
web-step-zone = Var ska det stå? Det avgör vem som läser.
web-step-when = När var det?
web-step-day-empty = Ange dagen då det hände.
web-step-save = Spara
web-step-cancel = Tillbaka till eleven
web-step-later = Spara utkast och gå till eleven
web-step-draft = Utkastet är sparat. Bara du ser det.
web-step-draft-kept = Här är det du hade börjat skriva. Bara du ser det tills du sparar.
web-step-draft-drop = Kasta utkastet

web-step-text-talk = Vad kom fram?
web-step-text-talk-hint = Det får vara tomt. Eleven och vårdnadshavare kan få läsa det.
web-step-text-tried = Vem sökte du, och hur?
web-step-text-tried-hint = Det får vara tomt. Eleven står kvar i listan, för ingen har fått prata med någon än.
web-step-text-change = Vad ändras, och från när?
web-step-text-change-hint = Det får vara tomt, men den som ska hålla i det behöver veta.
web-step-text-review = Vad kom ni fram till?
web-step-text-review-hint = Det får vara tomt.
web-step-text-why = Varför?
web-step-text-why-hint = En eller två meningar räcker.
web-step-text-do = Vad ska göras?
web-step-text-do-hint = En mening räcker.
web-step-text-wait = Vad väntar ni på?
web-step-text-wait-hint = Det får vara tomt.

web-step-follow-up = När ska det följas upp?
web-step-expires = Hur länge räcker förklaringen?
web-step-until = Till när?
web-step-by = När ska det vara gjort?
web-step-weeks = { $weeks ->
    [one] 1 skolvecka
   *[other] { $weeks } skolveckor
}
web-step-own-day = Annan dag
web-step-own-day-label = Vilken dag?
web-step-own-day-empty = Ange vilken dag det ska vara, eller välj ett antal veckor.
web-step-assignee = Vem?
web-step-assignee-limited = { $name } (läser inte: { $zones })
web-step-assignee-nobody = Välj någon
web-step-assignee-me = { $name } (du)

web-short-day = { $day }
web-weekday-day = { $weekday } { $day }

web-decision-title = Ska frånvaron utredas?
web-decision-law = Det säger lagen
web-decision-law-text = Har en elev upprepad eller längre frånvaro, giltig eller ogiltig, ska rektorn se till att frånvaron skyndsamt utreds, om det inte är obehövligt. Utredningen görs i samråd med eleven, elevens vårdnadshavare och elevhälsan. Kan eleven behöva särskilt stöd ska även det utredas. När utredningen har inletts ska frånvaron snarast anmälas till huvudmannen.
web-decision-law-source = Skollagen (2010:800) 7 kap. 19 a §, återgiven i korthet. Lagen har ingen gräns i dagar eller procent; rektorn bedömer det enskilda fallet.
web-decision-choice = Ditt beslut
web-decision-choice-empty = Välj vad du beslutar.
web-decision-opened = Utredning inleds
web-decision-opened-hint = Frånvaron utreds tillsammans med eleven, vårdnadshavare och elevhälsan. Anmäl den snarast till huvudmannen.
web-decision-not-needed = Utredning behövs inte
web-decision-not-needed-hint = Du ser vad frånvaron beror på, och det räcker med det som redan görs.
web-decision-why = Därför att
web-decision-why-hint = Skälen till beslutet. En eller två meningar räcker.
web-decision-day = När beslutade du?
web-decision-save = Spara beslutet
web-decision-proposed = Elevhälsan har föreslagit en utredning

web-follow-up-title = Flytta uppföljningen
web-follow-up-now = Nu är den { $day }.
web-follow-up-save = Flytta

web-retract-title = Ta tillbaka steget
web-retract-lead = Steget står kvar, märkt som taget tillbaka. Eleven kommer tillbaka i listan om inget annat steg gäller.
web-retract-reason = Varför tar du tillbaka det?
web-retract-reason-hint = Till exempel: fel elev, eller dokumenterat två gånger.
web-retract-save = Ta tillbaka
