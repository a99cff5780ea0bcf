//! A password that an account is given, and shown once.

use maud::{Markup, html};

use crate::{
    session::Visit,
    ui::{self, Fact, Weight},
    words,
};

/// Letters and digits that are not taken for each other: no i, l, o, 0, 1 or u.
const LETTERS: &[u8; 30] = b"abcdefghjkmnpqrstvwxyz23456789";
/// Four groups of five: some 98 bits.
const GROUPS: usize = 4;
const GROUP: usize = 5;

/// A fresh one, of the randomness that ids are made of.
pub(in crate::page) fn fresh(visit: &Visit) -> String {
    of(|| visit.site.fresh().as_u128())
}

/// Of an id, the last 48 bits are random in every version; each letter takes one id's.
fn of(random: impl Fn() -> u128) -> String {
    let count = u128::try_from(LETTERS.len()).unwrap_or(1);
    let letter = || {
        let at = usize::try_from((random() & 0xffff_ffff_ffff) % count).unwrap_or_default();
        LETTERS.get(at).copied().map(char::from).unwrap_or_default()
    };
    let group = || (0..GROUP).map(|_| letter()).collect::<String>();
    (0..GROUPS).map(|_| group()).collect::<Vec<_>>().join("-")
}

/// What is handed over: user name and password.
pub(in crate::page) fn shown(visit: &Visit, title: &str, (name, login): (&str, &str), password: &str) -> Markup {
    let help = words::tell("web-account-made-help", [("name", words::words(name))], visit.language());
    let facts = [
        Fact::new(visit.say("web-account-login-shown"), login),
        Fact { term: visit.say("web-account-password"), value: ui::copied(password), action: None },
    ];
    html! {
        (ui::page_heading(&ui::Heading { title, lead: &help, ..ui::Heading::default() }))
        (ui::summary(&facts))
        (ui::actions(ui::link_button(Weight::Secondary, &visit.url("/konton"), &visit.say("web-account-to-list"))))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_password_is_twenty_letters_that_are_easily_told_apart() {
        let next = Cell::new(0);
        let password = of(|| {
            next.set(next.get() + 7);
            next.get()
        });
        assert_eq!(password.len(), 23);
        assert!(password.bytes().all(|letter| letter == b'-' || LETTERS.contains(&letter)));
    }
}
