//! The plan: two goals and more if wanted, what is to be done, and who said yes.

use casework::{
    verb::episode::propose_plan,
    view::{choices, episode::Page},
};
use domain::{
    Day, Side,
    consent::How,
    plan::{Agreement, For, Frequency, Goal, GoalKind, Item, Party, Person, Plan, Span, Voice, Word},
};
use maud::{Markup, html};
use uuid::Uuid;

use super::{Form, Input, Missing};
use crate::{fields::Fields, session::Visit, ui};

/// How many things the plain page has room for: a plan is not to be longer than the family can hold in mind.
const ITEMS: usize = 4;

/// The goals of the plain page.
const GOALS: [(&str, &str, GoalKind); 3] = [
    ("goal-attendance", "goal-attendance-id", GoalKind::Attendance),
    ("goal-results", "goal-results-id", GoalKind::SchoolResults),
    ("goal-own", "goal-own-id", GoalKind::Own),
];

/// The parties of the agreement, with the fields of name and word.
const PARTIES: [(Party, &str, &str); 4] = [
    (Party::Pupil, "pupil-name", "pupil-word"),
    (Party::Guardian, "guardian-name", "guardian-word"),
    (Party::School, "school-name", "school-word"),
    (Party::Social, "social-name", "social-word"),
];

/// What was typed.
pub(super) fn read(visit: &Visit, id: Uuid, typed: &Fields, day: Day) -> Result<propose_plan::Said, Missing> {
    let review = typed.day("review").ok_or(vec![("review", "ep-day-missing")])?;
    let fresh = |number: u128| Uuid::from_u128(id.as_u128() ^ (number << 4)).to_string();
    let known = |name: &str, number: u128| if typed.has(name) { typed.get(name).to_owned() } else { fresh(number) };
    let goals: Vec<Goal> = (1..)
        .zip(GOALS)
        .filter(|(_, (words, ..))| typed.has(words))
        .map(|(number, (words, id, kind))| Goal {
            id: known(id, number),
            kind,
            words: typed.get(words).to_owned(),
            levels: Default::default(),
            start: None,
        })
        .collect();
    let items = (0..ITEMS)
        .filter(|at| typed.has(&format!("activity-{at}")))
        .map(|at| item(visit, typed, at, day, review, &known))
        .collect();
    let voices = PARTIES.iter().filter(|(_, name, _)| typed.has(name)).map(|(party, name, word)| {
        let word = Word::from_code(typed.get(word)).unwrap_or(Word::Waiting);
        let said = word != Word::Waiting;
        Voice {
            party: *party,
            name: typed.get(name).to_owned(),
            word,
            how: said.then_some(How::OnTheSpot),
            day: said.then_some(day),
            words: if *party == Party::Pupil { typed.get("words").to_owned() } else { String::new() },
        }
    });
    let agreement = Agreement { at_meeting: typed.has("at-meeting"), voices: voices.collect() };
    Ok(propose_plan::Said { day, plan: Plan { goals, items, review, words: typed.get("words").to_owned() }, agreement })
}

fn item(
    visit: &Visit,
    typed: &Fields,
    at: usize,
    day: Day,
    review: Day,
    known: &impl Fn(&str, u128) -> String,
) -> Item {
    let get = |name: &str| typed.get(&format!("{name}-{at}")).to_owned();
    let chosen = get("activity");
    let (category, activity) = chosen.split_once('/').unwrap_or_default();
    Item {
        id: known(&format!("item-id-{at}"), 16 + u128::try_from(at).unwrap_or_default()),
        category: category.to_owned(),
        activity: activity.to_owned(),
        words: get("item-words"),
        frequency: Frequency {
            times: get("times").parse().unwrap_or(1),
            per: Span::from_code(&get("per")).unwrap_or(Span::Week),
        },
        minutes: get("minutes").parse().unwrap_or(0),
        from: day,
        review: typed.day(&format!("try-{at}")).unwrap_or(review),
        side: Side::from_code(&get("side")).unwrap_or(Side::School),
        person: Person { id: visit.cx.who().map(|it| it.user.to_string()).unwrap_or_default(), name: get("person") },
        whom: For::from_code(&get("whom")).unwrap_or(For::Pupil),
        group: None,
        goals: Vec::new(),
    }
}

/// The fields, with what the plan before had.
pub(super) fn fields(form: &Form<'_>, page: &Page) -> Markup {
    let before = page.episode.proposed.as_ref().or(page.episode.plan.as_ref()).map(|it| &it.plan);
    let labels = ["ep-goal-attendance", "ep-goal-results", "ep-goal-own"];
    let goal = |kind| before.and_then(|it| it.goals.iter().find(|it| it.kind == kind));
    html! {
        @for ((words, id, kind), label) in GOALS.into_iter().zip(labels) {
            @let known = goal(kind);
            @if let Some(known) = known { (ui::hidden(id, &known.id)) }
            (area(form, words, label, known.map_or("", |it| it.words.as_str())))
        }
        @for at in 0..ITEMS { (item_fields(form, at, before.and_then(|it| it.items.get(at)))) }
        (form.day("review", "ep-next-review", Some(form.visit.today.plus(28))))
        (form.area("words", "ep-pupils-words", "ep-pupils-words-hint", 2))
        (ui::group(&form.say("ep-voices"), "", html! {
            @for (party, name, word) in PARTIES {
                @let usual = if party == Party::Pupil { page.name.as_str() } else { "" };
                (line(form, name, party.sentence(), usual))
                (form.choose(word, "ep-word", &Word::ALL.iter().map(|it| (it.code(), form.visit.say(it.sentence()))).collect::<Vec<_>>()))
            }
            (form.tick("at-meeting", "ep-at-meeting"))
        }))
    }
}

fn item_fields(form: &Form<'_>, at: usize, before: Option<&Item>) -> Markup {
    let mut activities = vec![(String::new(), form.say("ep-nothing-more"))];
    for it in choices::activities(&form.visit.cx) {
        let name = it.name.text(form.visit.language()).to_owned();
        activities.push((format!("{}/{}", it.category, it.code), name));
    }
    let activities: Vec<(&str, String)> = activities.iter().map(|(code, name)| (code.as_str(), name.clone())).collect();
    let spans: Vec<_> = Span::ALL.iter().map(|it| (it.code(), form.visit.say(it.sentence()))).collect();
    let sides: Vec<_> = Side::ALL.iter().map(|it| (it.code(), form.visit.say(it.sentence()))).collect();
    let whom: Vec<_> = For::ALL.iter().map(|it| (it.code(), form.visit.say(it.sentence()))).collect();
    let title = crate::words::tell(
        "ep-item-number",
        [("number", crate::words::count(i64::try_from(at).unwrap_or_default() + 1))],
        form.visit.language(),
    );
    let usual = |get: fn(&Item) -> String| before.map(get).unwrap_or_default();
    let named = |what: &str| format!("{what}-{at}");
    html! {
        (ui::group(&title, "", html! {
            @if let Some(before) = before { (ui::hidden(&named("item-id"), &before.id)) }
            (pick(form, &named("activity"), "ep-activity", &activities, &usual(|it| format!("{}/{}", it.category, it.activity))))
            (line(form, &named("times"), "ep-times", &usual(|it| it.frequency.times.to_string())))
            (pick(form, &named("per"), "ep-per", &spans, before.map_or("week", |it| it.frequency.per.code())))
            (line(form, &named("minutes"), "ep-minutes-each", &usual(|it| it.minutes.to_string())))
            (pick(form, &named("side"), "ep-side", &sides, &usual(|it| it.side.code().to_owned())))
            (line(form, &named("person"), "ep-person", &usual(|it| it.person.name.clone())))
            (pick(form, &named("whom"), "ep-whom", &whom, &usual(|it| it.whom.code().to_owned())))
            (line(form, &named("item-words"), "ep-item-words", &usual(|it| it.words.clone())))
        }))
    }
}

fn line(form: &Form<'_>, name: &str, label: &'static str, usual: &str) -> Markup {
    let value = if form.typed.has("id") { form.typed.get(name) } else { usual };
    ui::input(&super::field(name, &form.say(label), "", form.problems), Input::Text, value)
}

fn area(form: &Form<'_>, name: &str, label: &'static str, usual: &str) -> Markup {
    let value = if form.typed.has("id") { form.typed.get(name) } else { usual };
    ui::textarea(&super::field(name, &form.say(label), "", form.problems), 2, value)
}

fn pick(form: &Form<'_>, name: &str, label: &'static str, all: &[(&str, String)], usual: &str) -> Markup {
    let choices: Vec<ui::Choice<'_>> = all.iter().map(|(value, label)| ui::Choice::new(value, label)).collect();
    let chosen = if form.typed.has("id") { form.typed.get(name) } else { usual };
    ui::select(&super::field(name, &form.say(label), "", form.problems), &choices, chosen)
}
