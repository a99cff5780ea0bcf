//! `/rum/narvaro`: the pupils to ask about, why, and what has been done.

use access::UnitId;
use casework::view::worklist::{self, Acted, Ask, ListName, PAGE, Row, WorkList};
use domain::Signal;
use maud::{Markup, html};

use crate::{
    failure::Answer,
    page::standing,
    session::Visit,
    ui::{self, Choice, Column, Field, Tab, Table, Weight},
    words::{self, count, share, tell},
};

/// The parts of the list and the words that stand for them in the address.
const PARTS: [(Acted, &str, &str); 5] = [
    (Acted::Open, "oppna", "web-list-open"),
    (Acted::Nobody, "ingen", "web-list-nobody"),
    (Acted::FollowUp, "uppfoljning", "web-list-follow-up"),
    (Acted::Cleared, "klara", "web-list-cleared"),
    (Acted::All, "alla", "web-list-all"),
];

pub(crate) async fn show(visit: Visit) -> Answer {
    let list = worklist::view(&visit.cx, asked(&visit.view.query)).await?;
    visit.shown(&visit.say("web-nav-list"), page(&visit, &list))
}

/// What the address asks for. What is not understood is not asked.
fn asked(query: &str) -> Ask {
    let pairs: Vec<(String, String)> =
        axum::extract::Query::try_from_uri(&uri(query)).map(|it| it.0).unwrap_or_default();
    let get = |name: &str| pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str());
    let acted = PARTS.iter().find(|(_, code, _)| *code == get("agerat")).map_or(Acted::Open, |(acted, ..)| *acted);
    Ask {
        list: if get("lista") == "team" { ListName::Team } else { ListName::School },
        school: get("skola").parse().ok().map(UnitId),
        class: Some(get("klass").to_owned()).filter(|class| !class.is_empty()),
        level: get("arskurs").parse().ok(),
        signal: Signal::from_code(get("signal")),
        acted,
        after: get("efter").parse().ok(),
    }
}

fn uri(query: &str) -> axum::http::Uri {
    format!("/?{query}").parse().unwrap_or_default()
}

/// The address of the list as it is asked, without its page.
fn address(visit: &Visit, ask: &Ask) -> String {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    if ask.list == ListName::Team {
        pairs.push(("lista", "team".to_owned()));
    }
    pairs.extend(ask.school.map(|school| ("skola", school.0.to_string())));
    pairs.extend(ask.class.clone().map(|class| ("klass", class)));
    pairs.extend(ask.level.map(|level| ("arskurs", level.to_string())));
    pairs.extend(ask.signal.map(|signal| ("signal", signal.code().to_owned())));
    let acted = PARTS.iter().find(|(acted, ..)| *acted == ask.acted && *acted != Acted::Open);
    pairs.extend(acted.map(|(_, code, _)| ("agerat", (*code).to_owned())));
    pairs.extend(ask.after.map(|after| ("efter", after.to_string())));
    let query: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
    let path = visit.url("/narvaro");
    if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
}

/// The words as they may stand after `?`.
fn escaped(words: &str) -> String {
    words.bytes().fold(String::new(), |mut all, byte| {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            all.push(char::from(byte));
        } else {
            all.push_str(&format!("%{byte:02X}"));
        }
        all
    })
}

fn page(visit: &Visit, list: &WorkList) -> Markup {
    let language = visit.language();
    let title = visit.say("web-nav-list");
    let lead = match list.as_of {
        Some(day) => tell("web-as-of", [("day", words::words(words::long_day(day, language)))], language),
        None => visit.say("web-start-nothing-imported"),
    };
    let actions = html! {
        @for school in &list.sittings {
            (ui::link_button(
                Weight::Secondary,
                &visit.url(&format!("/narvaro/forsta-genomgang?skola={}", school.unit.0)),
                &tell("web-start-sitting-go", [("school", words::words(&school.name))], language),
            ))
        }
    };
    html! {
        (ui::page_heading(&ui::Heading { title: &title, lead: &lead, actions, ..ui::Heading::default() }))
        (lists(visit, list))
        (parts(visit, list))
        (ui::screen_only(filters(visit, list)))
        (rows(visit, list))
        (paging(visit, list))
        (rule(visit, list))
        (ui::print_only(ui::prose(&[&printed(visit)])))
    }
}

fn printed(visit: &Visit) -> String {
    let name = visit.cx.who().map(|who| who.name.clone()).unwrap_or_default();
    tell("web-printed", [("day", words::date(visit.today)), ("name", words::words(name))], visit.language())
}

fn lists(visit: &Visit, list: &WorkList) -> Markup {
    let link = |name: ListName, code| {
        let ask = Ask { list: name, after: None, ..list.ask.clone() };
        ui::Nav::new(address(visit, &ask), visit.say(code))
    };
    let links = [link(ListName::School, "web-list-school"), link(ListName::Team, "web-list-team")];
    let here = address(visit, &Ask { after: None, ..list.ask.clone() });
    ui::tabs(&visit.say("web-list-lists"), &links, &here)
}

fn filters(visit: &Visit, list: &WorkList) -> Markup {
    let language = visit.language();
    let all = ["web-list-all-schools", "web-list-all-classes", "web-list-all-levels", "web-list-all-signals"];
    let [all_schools, all_classes, all_levels, all_signals] = all.map(|code| visit.say(code));
    let ask = &list.ask;
    let schools: Vec<(String, String)> =
        list.schools.iter().map(|it| (it.unit.0.to_string(), it.name.clone())).collect();
    let levels: Vec<(String, String)> =
        list.levels.iter().map(|it| (it.to_string(), words::level(*it, language))).collect();
    let classes: Vec<(String, String)> = list.classes.iter().map(|it| (it.clone(), it.clone())).collect();
    let about = Signal::ALL.into_iter().filter(|signal| signal.about_pupil());
    let signals: Vec<(String, String)> = about.map(|it| (it.code().to_owned(), words::short(it, language))).collect();
    let select = |name: &'static str, label, every: &str, these: &[(String, String)], chosen: String| {
        let first = std::iter::once(Choice::new("", every));
        let choices: Vec<_> = first.chain(these.iter().map(|(value, label)| Choice::new(value, label))).collect();
        ui::select(&Field { name, label: &visit.say(label), ..Field::default() }, &choices, &chosen)
    };
    let acted = PARTS.iter().find(|(acted, ..)| *acted == ask.acted).map_or("oppna", |(_, code, _)| code);
    let number = |it: Option<u8>| it.map(|it| it.to_string()).unwrap_or_default();
    let fields = html! {
        @if ask.list == ListName::Team { (ui::hidden("lista", "team")) }
        (ui::hidden("agerat", acted))
        @if list.schools.len() > 1 {
            (select("skola", "web-list-school-label", &all_schools, &schools, ask.school.map(|it| it.0.to_string()).unwrap_or_default()))
        } @else if let Some(school) = ask.school {
            (ui::hidden("skola", &school.0.to_string()))
        }
        @if !classes.is_empty() {
            (select("klass", "web-list-class", &all_classes, &classes, ask.class.clone().unwrap_or_default()))
        }
        (select("arskurs", "web-list-level", &all_levels, &levels, number(ask.level)))
        (select("signal", "web-list-signal", &all_signals, &signals, ask.signal.map(|it| it.code().to_owned()).unwrap_or_default()))
    };
    ui::filter(&visit.url("/narvaro"), fields, language)
}

fn parts(visit: &Visit, list: &WorkList) -> Markup {
    let counts = list.counts;
    let number = |acted| match acted {
        Acted::Open => counts.nobody + counts.follow_up,
        Acted::Nobody => counts.nobody,
        Acted::FollowUp => counts.follow_up,
        Acted::Cleared => counts.cleared,
        Acted::All => counts.nobody + counts.follow_up + counts.cleared,
    };
    let tab = |(acted, _, code): &(Acted, &str, &'static str)| Tab {
        href: address(visit, &Ask { acted: *acted, after: None, ..list.ask.clone() }),
        label: visit.say(code),
        number: tell("web-number", [("number", count(number(*acted)))], visit.language()),
        shown: *acted == list.ask.acted,
    };
    ui::choices(&visit.say("web-list-parts"), &PARTS.iter().map(tab).collect::<Vec<_>>())
}

fn rows(visit: &Visit, list: &WorkList) -> Markup {
    let language = visit.language();
    if list.rows.is_empty() {
        let filtered = list.ask.school.is_some()
            || list.ask.class.is_some()
            || list.ask.level.is_some()
            || list.ask.signal.is_some()
            || list.ask.after.is_some();
        let (title, help) = match (list.as_of, list.ask.acted) {
            (None, _) => ("web-list-nothing", "web-start-nothing-imported"),
            (_, Acted::Open) if !filtered && list.counts.cleared > 0 => ("web-list-done", "web-list-done-help"),
            _ => ("web-list-empty", "web-list-empty-help"),
        };
        return ui::empty(&visit.say(title), &visit.say(help), html! {});
    }
    let one_school = list.schools.len() <= 1 || list.ask.school.is_some();
    let row = |row: &Row| {
        let place = if one_school { row.class.clone() } else { format!("{} · {}", row.class, row.school.name) };
        let chips: Vec<String> = row.signals.iter().map(|signal| chip(row, *signal, visit)).collect();
        let since =
            row.since.map(|day| tell("web-list-since", [("week", words::week(day))], language)).unwrap_or_default();
        vec![
            ui::cell(ui::link(&visit.url(&format!("/elev/{}", row.pupil)), &row.name), &place),
            ui::cell(ui::chips(&chips), &since),
            ui::drawn(&share(row.absent.0, row.absent.1, language), spark(row)),
            ui::cell(standing::tag(row.state, visit), &standing::told(row, visit)),
        ]
    };
    let headings = ["web-list-pupil", "web-list-why", "web-list-absent", "web-list-state"].map(|code| visit.say(code));
    let [pupil, why, absent, state] = &headings;
    ui::table(&Table {
        caption: &visit.say("web-list-caption"),
        columns: &[Column::words(pupil), Column::words(why), Column::words(absent), Column::words(state)],
        rows: list.rows.iter().map(row).collect(),
        cards: true,
    })
}

/// The short name of a signal, with its band or level where it has one.
fn chip(row: &Row, signal: Signal, visit: &Visit) -> String {
    let language = visit.language();
    let name = words::short(signal, language);
    match (signal, row.band, row.level5) {
        (Signal::S01, Some(band), _) => {
            tell("web-list-band", [("name", words::words(name)), ("band", count(band))], language)
        }
        (Signal::S05, _, Some(level)) if level > 1 => {
            tell("web-list-level5", [("name", words::words(name)), ("level", count(level))], language)
        }
        _ => name,
    }
}

fn spark(row: &Row) -> Markup {
    let week = |share: &Option<u8>| match share {
        Some(percent) => charts::SparkWeek::Absent(i64::from(*percent) * 10),
        None => charts::SparkWeek::NoSchool,
    };
    charts::spark(&row.recent.iter().map(week).collect::<Vec<_>>(), &charts::Palette::WEB)
}

fn paging(visit: &Visit, list: &WorkList) -> Markup {
    let next = list.next.map(|after| address(visit, &Ask { after: Some(after), ..list.ask.clone() }));
    let start = list.ask.after.map(|_| address(visit, &Ask { after: None, ..list.ask.clone() }));
    let many = i64::try_from(PAGE).unwrap_or_default();
    html! {
        @if next.is_some() || start.is_some() {
            (ui::screen_only(ui::actions(html! {
                @if let Some(next) = next {
                    (ui::link_button(Weight::Secondary, &next, &tell("web-list-next", [("rows", count(many))], visit.language())))
                }
                @if let Some(start) = start { (ui::link_button(Weight::Tertiary, &start, &visit.say("web-list-start"))) }
            })))
        }
    }
}

fn rule(visit: &Visit, list: &WorkList) -> Markup {
    let keys: Vec<String> = list.order.iter().map(|code| ui::say(code, visit.language())).collect();
    ui::screen_only(ui::details(
        &visit.say("web-list-rule"),
        html! {
            (ui::prose(&[&visit.say("web-list-rule-help")]))
            (ui::steps(&keys))
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_not_asked() {
        assert_eq!(asked(""), Ask::default());
        assert_eq!(asked("skola=x&arskurs=999&signal=S99&agerat=maybe&efter=%00&klass="), Ask::default());
        let ask = asked("lista=team&skola=90000101&klass=7%20B&arskurs=7&signal=S05&agerat=klara&efter=50");
        let expected = Ask {
            list: ListName::Team,
            school: Some(UnitId(90_000_101)),
            class: Some("7 B".to_owned()),
            level: Some(7),
            signal: Some(Signal::S05),
            acted: Acted::Cleared,
            after: Some(50),
        };
        assert_eq!(ask, expected);
    }
}
