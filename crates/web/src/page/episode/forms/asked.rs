//! What guardians and child answered to the support (SoL 21 kap. 2 §).

use domain::{
    Day,
    consent::{
        How,
        intervention::{Answer, Asked, Custody, Said, Suitability, View},
    },
};
use maud::{Markup, html};

use super::{Form, Input};
use crate::{fields::Fields, ui};

/// The names of the fields of the two guardians.
const GUARDIANS: [(&str, &str, &str); 2] = [("guardian-1", "said-1", "how-1"), ("guardian-2", "said-2", "how-2")];

/// What was typed; nothing when nobody was asked.
pub(super) fn read(typed: &Fields, day: Day) -> Option<Asked> {
    let answer = |(name, said, how): &(&str, &str, &str)| {
        let name = typed.get(name);
        let said = Said::from_code(typed.get(said)).filter(|_| !name.is_empty())?;
        // Known by name: the sheet is signed with it, and the other side has no other id.
        Some(Answer {
            guardian: name.to_owned(),
            name: name.to_owned(),
            said,
            how: How::from_code(typed.get(how)),
            day,
        })
    };
    let guardians: Vec<Answer> = GUARDIANS.iter().filter_map(answer).collect();
    let age = typed.get("age").parse().ok()?;
    Some(Asked {
        day,
        age,
        custody: Custody::from_code(typed.get("custody")).unwrap_or(Custody::Two),
        guardians,
        child: View::from_code(typed.get("child")).unwrap_or(View::NotAsked),
        words: typed.get("child-words").to_owned(),
        suitability: Suitability::from_code(typed.get("suitability")).unwrap_or(Suitability::NotJudged),
        note: typed.get("note").to_owned(),
    })
}

/// The fields.
pub(super) fn fields(form: &Form<'_>) -> Markup {
    let said = |all: &[(&'static str, &'static str)]| -> Vec<(&'static str, String)> {
        all.iter().map(|(code, sentence)| (*code, form.visit.say(sentence))).collect()
    };
    // Two until somebody says otherwise: a guardian who is forgotten then stops the start.
    let custody = said(&Custody::ALL.iter().rev().map(|it| (it.code(), it.sentence())).collect::<Vec<_>>());
    let answers = said(&Said::ALL.iter().map(|it| (it.code(), it.sentence())).collect::<Vec<_>>());
    let hows = said(&How::ALL.iter().map(|it| (it.code(), it.sentence())).collect::<Vec<_>>());
    let views = said(&View::ALL.iter().map(|it| (it.code(), it.sentence())).collect::<Vec<_>>());
    let suitable = said(&Suitability::ALL.iter().map(|it| (it.code(), it.sentence())).collect::<Vec<_>>());
    html! {
        (ui::group(&form.say("ep-asked"), &form.say("ep-asked-hint"), html! {
            (form.line("age", "ep-age", Input::Number))
            (form.choose("custody", "ep-custody", &custody))
            @for (number, (name, said, how)) in GUARDIANS.iter().enumerate() {
                (form.line(name, if number == 0 { "ep-guardian-1" } else { "ep-guardian-2" }, Input::Text))
                (form.choose(said, "ep-guardian-said", &answers))
                (form.choose(how, "ep-how", &hows))
            }
            (form.choose("child", "ep-child-said", &views))
            (form.area("child-words", "ep-child-words", "", 2))
            (form.choose("suitability", "ep-suitability", &suitable))
            (form.area("note", "ep-consent-note", "ep-consent-note-hint", 2))
        }))
    }
}
