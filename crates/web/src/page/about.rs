//! `/rum/om`: what the signals mean, what they cannot know, and what is done with what one reads.

use domain::Signal;
use maud::{Markup, html};

use crate::{
    failure::Answer,
    session::Visit,
    ui::{self, Reason},
    words,
};

/// What each signal asks about, in the order of the signals.
const ASKS: [&str; 13] = [
    "web-about-s01",
    "web-about-s02",
    "web-about-s03",
    "web-about-s04",
    "web-about-s05",
    "web-about-s06",
    "web-about-s07",
    "web-about-s08",
    "web-about-s09",
    "web-about-s10",
    "web-about-s11",
    "web-about-s12a",
    "web-about-s12b",
];

pub(crate) async fn show(visit: Visit) -> Answer {
    let title = visit.say("web-nav-about");
    let parts = [
        ("web-about-answer", "web-about-answer-text"),
        ("web-about-unknown", "web-about-unknown-text"),
        ("web-about-seen", "web-about-seen-text"),
    ];
    let content = html! {
        (ui::page_heading(&ui::Heading { title: &title, lead: &visit.say("web-about-lead"), ..ui::Heading::default() }))
        (ui::section(&visit.say("web-about-signals"), ui::reasons(&signals(&visit))))
        @for (heading, text) in parts { (ui::section(&visit.say(heading), paragraphs(&visit, text))) }
        (ui::ways(&[
            (visit.url(super::own_password::PATH), visit.say("web-password-title")),
            (visit.url(super::recovery::PATH), visit.say("web-recovery-title")),
        ]))
    };
    visit.shown(&title, content)
}

fn signals(visit: &Visit) -> Vec<Reason> {
    let one = |(signal, code): (Signal, &'static str)| Reason {
        title: words::name(signal, visit.language()),
        since: String::new(),
        says: vec![visit.say(code)],
    };
    Signal::ALL.into_iter().zip(ASKS).map(one).collect()
}

fn paragraphs(visit: &Visit, code: &'static str) -> Markup {
    ui::prose(&[&visit.say(code)])
}
