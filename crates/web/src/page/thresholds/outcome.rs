//! What thresholds would give: a sentence, school by school, week by week, and beside other routines.

use casework::view::thresholds::{Number, OfSchool, Page, Simulation, Words};
use charts::{LineDay, LineWords, Pair, PairWords, Palette, days_line, pairs};
use domain::Day;
use maud::{Markup, html};
use text::Language;

use crate::{
    session::Visit,
    ui::{self, Column, Table},
    words::{self, count, tell},
};

/// Schools in the picture, at most: those where it differs most.
const DRAWN: usize = 12;

pub(super) fn shown(visit: &Visit, page: &Page) -> Markup {
    let heading = visit.say("web-thresholds-outcome");
    let content = match &page.simulation {
        _ if !page.wrong.is_empty() => ui::prose(&[&visit.say("web-thresholds-wrong")]),
        None => ui::prose(&[&visit.say("web-thresholds-none")]),
        Some(simulation) => html! {
            (schools(visit, simulation))
            (days(visit, simulation))
            (presets(visit, simulation))
            (ui::prose(&[&visit.say("web-thresholds-followed-help"), &visit.say("web-thresholds-small")]))
        },
    };
    ui::section(&heading, ui::stack(content))
}

/// The words of the reader's language.
pub(super) fn in_language(of: &Words, language: Language) -> String {
    match language {
        Language::Swedish => of.sv.clone(),
        Language::English => of.en.clone(),
    }
}

fn finding(visit: &Visit, it: &Simulation) -> String {
    let language = visit.language();
    let day = ("day", words::day(it.as_of));
    let now = ("now", words::words(in_sentence(visit, last(&it.all.now))));
    if it.differs {
        let then = ("then", words::words(in_sentence(visit, last(&it.all.then))));
        tell("web-thresholds-finding", [day, now, then], language)
    } else {
        tell("web-thresholds-as-now", [day, now], language)
    }
}

fn last(row: &[Number]) -> Number {
    row.last().copied().unwrap_or(Number::Count(0))
}

fn number(it: Number) -> Option<i64> {
    match it {
        Number::Count(count) => Some(count),
        Number::Few | Number::LeftOut => None,
    }
}

fn in_cell(visit: &Visit, it: Number) -> String {
    match it {
        Number::Count(number) => tell("web-number", [("number", count(number))], visit.language()),
        Number::Few => visit.say("web-thresholds-few"),
        Number::LeftOut => visit.say("web-thresholds-left-out"),
    }
}

fn in_sentence(visit: &Visit, it: Number) -> String {
    match it {
        Number::Count(number) => tell("web-thresholds-number", [("count", count(number))], visit.language()),
        Number::Few => visit.say("web-thresholds-few-pupils"),
        Number::LeftOut => visit.say("web-thresholds-left-out-pupils"),
    }
}

fn percent(visit: &Visit, share: Option<i64>) -> String {
    match share {
        Some(share) => tell("web-thresholds-percent", [("percent", count(share))], visit.language()),
        None => visit.say("web-thresholds-unknown"),
    }
}

/// Present and written beside each other; once when they are the same.
fn both(visit: &Visit, differs: bool, now: Number, then: Number) -> String {
    if differs { format!("{} → {}", in_cell(visit, now), in_cell(visit, then)) } else { in_cell(visit, now) }
}

fn schools(visit: &Visit, it: &Simulation) -> Markup {
    let language = visit.language();
    let level = |level: &i8| match level {
        0 => visit.say("web-thresholds-preschool"),
        level => tell("web-thresholds-level", [("level", count(i64::from(*level)))], language),
    };
    let mut labels = vec![visit.say("web-thresholds-school")];
    labels.extend(it.levels.iter().map(level));
    labels.extend([visit.say("web-thresholds-sum"), visit.say("web-thresholds-followed")]);
    let columns: Vec<Column<'_>> = labels
        .iter()
        .enumerate()
        .map(|(at, label)| if at == 0 { Column::words(label) } else { Column::numbers(label) })
        .collect();
    let row = |of: &OfSchool| {
        let name = of.school.as_ref().map_or_else(|| visit.say("web-thresholds-all"), |school| school.name.clone());
        let cells = of.now.iter().zip(&of.then).map(|(now, then)| both(visit, it.differs, *now, *then));
        let all = std::iter::once(name).chain(cells).chain([percent(visit, of.followed)]);
        all.map(|words| html! { (words) }).collect::<Vec<Markup>>()
    };
    let caption = visit.say("web-thresholds-numbers");
    let numbers = Table {
        caption: &caption,
        columns: &columns,
        rows: it.schools.iter().chain([&it.all]).map(row).collect(),
        cards: false,
    };
    let finding = finding(visit, it);
    let (title, now, then) =
        (visit.say("web-thresholds-schools-title"), visit.say("web-thresholds-now"), visit.say("web-thresholds-then"));
    let drawn = pairs(
        &bars(visit, it),
        &PairWords { id: "skolor", title: &title, description: &finding, legend: [&now, &then] },
        &Palette::WEB,
    );
    html! {
        (ui::small_heading(&visit.say("web-thresholds-schools")))
        @if it.schools.len() > DRAWN { (ui::prose(&[&visit.say("web-thresholds-schools-most")])) }
        (ui::figure(&finding, drawn, &numbers, language))
    }
}

/// The schools where it differs most, in their usual order.
fn bars(visit: &Visit, it: &Simulation) -> Vec<Pair> {
    let differs = |of: &OfSchool| match (number(last(&of.now)), number(last(&of.then))) {
        (Some(now), Some(then)) => (now - then).abs(),
        _ => 0,
    };
    let mut places: Vec<usize> = (0..it.schools.len()).collect();
    places.sort_by_key(|at| it.schools.get(*at).map_or(0, |of| -differs(of)));
    places.truncate(DRAWN);
    places.sort_unstable();
    let bar = |shown: Number| (number(shown), in_cell(visit, shown));
    let pair = |of: &OfSchool| Pair {
        label: of.school.as_ref().map(|school| school.name.clone()).unwrap_or_default(),
        bars: [bar(last(&of.now)), bar(last(&of.then))],
    };
    places.iter().filter_map(|at| it.schools.get(*at)).map(pair).collect()
}

fn days(visit: &Visit, it: &Simulation) -> Markup {
    let language = visit.language();
    let week = |day: Day| tell("web-thresholds-week", [("week", words::week(day))], language);
    let line: Vec<LineDay> =
        it.days.iter().map(|of| LineDay { label: week(of.day), values: [number(of.now), number(of.then)] }).collect();
    let most = it.days.iter().filter_map(|of| number(of.then)).max().unwrap_or(0);
    let most = words::words(in_sentence(visit, Number::Count(most)));
    let finding = tell("web-thresholds-days-finding", [("most", most)], language);
    let (title, now, then) =
        (visit.say("web-thresholds-days-title"), visit.say("web-thresholds-now"), visit.say("web-thresholds-then"));
    let drawn = days_line(
        &line,
        &LineWords { id: "veckor", title: &title, description: &finding, legend: [&now, &then] },
        &Palette::WEB,
    );
    let labels = [
        "web-thresholds-day",
        "web-thresholds-now",
        "web-thresholds-then",
        "web-thresholds-followed-now",
        "web-thresholds-followed-then",
    ]
    .map(|code| visit.say(code));
    let [day, rest @ ..] = &labels;
    let columns: Vec<Column<'_>> =
        std::iter::once(Column::words(day)).chain(rest.iter().map(|it| Column::numbers(it))).collect();
    let row = |of: &casework::view::thresholds::OfDay| {
        let [now, then] = of.followed;
        vec![
            html! { (of.day) },
            html! { (in_cell(visit, of.now)) },
            html! { (in_cell(visit, of.then)) },
            html! { (percent(visit, now)) },
            html! { (percent(visit, then)) },
        ]
    };
    let caption = visit.say("web-thresholds-days-numbers");
    let numbers = Table { caption: &caption, columns: &columns, rows: it.days.iter().map(row).collect(), cards: false };
    html! {
        (ui::small_heading(&visit.say("web-thresholds-days")))
        (ui::figure(&finding, drawn, &numbers, language))
    }
}

fn presets(visit: &Visit, it: &Simulation) -> Markup {
    let language = visit.language();
    let labels =
        ["web-thresholds-preset", "web-thresholds-listed", "web-thresholds-followed"].map(|code| visit.say(code));
    let [name, listed, followed] = &labels;
    let row = |of: &casework::view::thresholds::OfPreset| {
        let name = of.name.as_ref();
        let name = name.map_or_else(|| visit.say("web-thresholds-preset-method"), |name| in_language(name, language));
        let name = if of.is_present {
            tell("web-thresholds-preset-present", [("name", words::words(name))], language)
        } else {
            name
        };
        vec![html! { (name) }, html! { (in_cell(visit, of.listed)) }, html! { (percent(visit, of.followed)) }]
    };
    html! {
        (ui::small_heading(&visit.say("web-thresholds-presets")))
        (ui::table(&Table {
            caption: &visit.say("web-thresholds-presets-numbers"),
            columns: &[Column::words(name), Column::numbers(listed), Column::numbers(followed)],
            rows: it.presets.iter().map(row).collect(),
            cards: false,
        }))
    }
}
