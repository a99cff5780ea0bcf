//! Somebody who is to do something.

use access::{UserId, Zone};
use casework::{Cx, view::Colleague};
use maud::Markup;
use text::Language;
use uuid::Uuid;

use crate::{
    fields::Fields,
    ui::{self, Choice, Field, Problems},
    words,
};

const NAME: &str = "assignee";

/// The question, with who was chosen before; `usual` when nobody was.
pub(in crate::page) fn field(
    label: &str,
    colleagues: &[Colleague],
    usual: Option<UserId>,
    cx: &Cx,
    (typed, problems): (&Fields, &Problems),
    language: Language,
) -> Markup {
    let me = cx.who().map(|who| who.user);
    let words: Vec<(String, String)> = colleagues
        .iter()
        .map(|it| {
            let name = format!("{}, {}", it.name, words::role(it.role, language));
            let name = if it.not_in.is_empty() { name } else { limited(&name, &it.not_in, language) };
            let mine = [("name", words::words(&name))];
            let label = if Some(it.user) == me { words::tell("web-step-assignee-me", mine, language) } else { name };
            (it.user.to_string(), label)
        })
        .collect();
    let nobody = ui::say("web-step-assignee-nobody", language);
    let choices = words.iter().map(|(value, label)| Choice::new(value, label));
    let choices: Vec<_> = std::iter::once(Choice::new("", &nobody)).chain(choices).collect();
    let usual = usual.map(|user| user.to_string()).unwrap_or_default();
    let chosen = if typed.0.iter().any(|(name, _)| name == NAME) { typed.get(NAME) } else { &usual };
    ui::select(&Field { name: NAME, label, hint: "", error: problems.of(NAME) }, &choices, chosen)
}

/// Who does not read every zone of the form, and which not: the zone may be chosen after the person, or before.
fn limited(name: &str, not_in: &[Zone], language: Language) -> String {
    let zones: Vec<_> = not_in.iter().map(|zone| ui::say(casework::words::zone_name(*zone), language)).collect();
    let told = [("name", words::words(name)), ("zones", words::words(zones.join(", ")))];
    words::tell("web-step-assignee-limited", told, language)
}

/// Who was chosen, if anybody.
pub(in crate::page) fn read(typed: &Fields) -> Option<UserId> {
    typed.id(NAME).map(user)
}

/// An account's id as the rules know it.
pub(in crate::page) fn user(id: Uuid) -> UserId {
    UserId(id.as_u128())
}
