//! Where a text is to stand: said, and if there is a choice, asked, before it is written.

use access::Zone;
use maud::Markup;
use text::Language;

use crate::{
    fields::Fields,
    ui::{self, Field, Problems, ZoneChoice},
    words,
};

const NAME: &str = "zone";

/// The question, or who reads it when there is nothing to choose. The first zone is the usual one.
pub(in crate::page) fn field(
    zones: &[Zone],
    school: &str,
    typed: &Fields,
    problems: &Problems,
    language: Language,
) -> Markup {
    let said: Vec<(Zone, String, String)> = zones
        .iter()
        .map(|zone| {
            let readers = [("school", words::words(school))];
            let name = ui::say(casework::words::zone_name(*zone), language);
            (*zone, name, words::tell(casework::words::zone_readers(*zone), readers, language))
        })
        .collect();
    let choices: Vec<_> = said
        .iter()
        .map(|(zone, label, sentence)| ZoneChoice { value: zone.code(), zone: look(*zone), label, sentence })
        .collect();
    let usual = zones.first().map(|zone| zone.code()).unwrap_or_default();
    let chosen = if typed.has(NAME) { typed.get(NAME) } else { usual };
    let label = ui::say("web-step-zone", language);
    ui::zones(&Field { name: NAME, label: &label, hint: "", error: problems.of(NAME) }, &choices, chosen)
}

/// The zone that was shown to the writer, among those that are possible; the usual one when none was sent.
pub(in crate::page) fn read(typed: &Fields, zones: &[Zone]) -> Option<Zone> {
    match Zone::from_code(typed.get(NAME)) {
        Some(zone) => zones.contains(&zone).then_some(zone),
        None => zones.first().copied(),
    }
}

/// How a zone looks.
pub(in crate::page) fn look(zone: Zone) -> ui::Zone {
    match zone {
        Zone::PupilHealth => ui::Zone::Health,
        Zone::SchoolSupport => ui::Zone::Support,
        _ => ui::Zone::General,
    }
}
