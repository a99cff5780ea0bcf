//! The fields of each thing that can be said, and from what was typed to the verb.

use access::EpisodeId;
use casework::{
    verb::episode::{
        Became, accept, ask_consent, begin_closing, change_school, close_file, confirm_plan, convert, decline,
        follow_item, hold_start, maintain, map, pause, plan_start, prolong, receive, refer, reopen, resume, retract,
        review, withdraw, withdraw_consent,
    },
    view::{
        choices::{self, Programme},
        episode::Page,
    },
};
use domain::{
    Day,
    closing::{FOLLOW_UP_MONTHS, FOLLOW_UP_PROPOSED, Reason},
    episode::{
        Body,
        body::{Came, Review},
    },
    plan::{Followed, Next, Tried},
};
use maud::{Markup, html};
use uuid::Uuid;

use super::{field, kinds::Kind, lines};
use crate::{
    fields::Fields,
    session::Visit,
    ui::{self, Choice, Field, Kind as Input, Problems},
    words::{count, tell},
};

mod asked;
mod plan;

/// What is missing before the verb can be asked: fields, and the codes of what to do.
pub(super) type Missing = Vec<(&'static str, &'static str)>;

/// Says it.
pub(super) async fn run(
    visit: &Visit,
    kind: &Kind,
    of: EpisodeId,
    id: Uuid,
    typed: &Fields,
) -> Result<casework::Result<Became>, Missing> {
    let cx = &visit.cx;
    let text = |name: &str| typed.get(name).to_owned();
    let day = |name: &'static str| typed.day(name).ok_or(vec![(name, "ep-day-missing")]);
    Ok(match kind.kind {
        "referral" => {
            let continues = typed.id("continues").map(|it| EpisodeId(it.as_u128()));
            let said = refer::Said {
                programme: text("programme"),
                asks: text("asks"),
                tried: text("tried"),
                pupil: text("pupil"),
                continues,
            };
            refer::run(cx, of, id, said).await
        }
        "received" => receive::run(cx, of, id, day("day")?).await,
        "accepted" => accept::run(cx, of, id, day("day")?).await,
        "declined" => {
            decline::run(cx, of, id, decline::Said { day: day("day")?, reason: reason(typed)?, text: text("text") })
                .await
        }
        "start_planned" => {
            plan_start::run(cx, of, id, plan_start::Said { day: day("day")?, meeting: day("meeting")? }).await
        }
        "start_held" => return meeting(visit, of, id, typed).await,
        "intervention_consent" => {
            let asked = asked::read(typed, day("day")?).ok_or(vec![("guardians", "ep-guardians-missing")])?;
            ask_consent::run(cx, of, id, asked).await
        }
        "consent_withdrawn" => withdraw_consent::run(cx, of, id, day("day")?).await,
        "mapping_done" => {
            map::run(cx, of, id, map::Said { day: day("day")?, pupil: text("pupil"), words: text("words") }).await
        }
        "plan_proposed" => {
            casework::verb::episode::propose_plan::run(cx, of, id, plan::read(visit, id, typed, day("day")?)?).await
        }
        "plan_confirmed" => {
            confirm_plan::run(cx, of, id, confirm_plan::Said { day: day("day")?, of: text("of") }).await
        }
        "item_followed" => follow_item::run(cx, of, id, followed(typed, day("day")?)).await,
        "review_held" => {
            let said = review::Said {
                day: day("day")?,
                next: day("next")?,
                outcome: Review::from_code(typed.get("outcome")).unwrap_or(Review::Continue),
                goals: Vec::new(),
                pupil: text("pupil"),
                words: text("words"),
            };
            review::run(cx, of, id, said).await
        }
        "prolonged" => prolong::run(cx, of, id, prolong::Said { day: day("day")?, until: day("until")? }).await,
        "maintenance_begun" => maintain::run(cx, of, id, day("day")?).await,
        "closing_begun" => {
            let months = typed.all("months").filter_map(|it| it.parse().ok()).collect();
            let said =
                begin_closing::Said { day: day("day")?, reason: reason(typed)?, text: text("text"), follow_up: months };
            begin_closing::run(cx, of, id, said).await
        }
        "file_closed" => close_file::run(cx, of, id, day("day")?).await,
        "paused" => {
            pause::run(cx, of, id, pause::Said { day: day("day")?, recheck: day("recheck")?, text: text("text") }).await
        }
        "resumed" => resume::run(cx, of, id, day("day")?).await,
        "withdrawn" => withdraw::run(cx, of, id, day("day")?).await,
        "reopened" => {
            let said =
                reopen::Said { day: day("day")?, review: day("review")?, asked: asked::read(typed, day("day")?) };
            reopen::run(cx, of, id, said).await
        }
        "converted" => {
            let to = typed.id("to").ok_or(vec![("programme", "episode-programme-unknown")])?;
            convert::run(cx, of, id, day("day")?, typed.get("programme"), EpisodeId(to.as_u128())).await
        }
        "school_changed" => {
            let said = change_school::Said { day: day("day")?, same_authority: typed.get("authority") == "same" };
            change_school::run(cx, of, id, said).await
        }
        _ => retract::run(cx, of, id, retract::Said { day: day("day")?, of: text("of"), reason: text("reason") }).await,
    })
}

/// The start meeting, and when it was all done at one meeting the mapping and the first plan too. Each is a statement of its
/// own; sent again after a mistake in the plan, what was said already stands.
async fn meeting(visit: &Visit, of: EpisodeId, id: Uuid, typed: &Fields) -> Result<casework::Result<Became>, Missing> {
    let day = typed.day("day").ok_or(vec![("day", "ep-day-missing")])?;
    let next = |number: u128| Uuid::from_u128(id.as_u128() ^ (number << 40));
    let at_once = typed.has("at-once");
    let plan = if at_once { Some(plan::read(visit, next(2), typed, day)?) } else { None };
    let said = hold_start::Said {
        day,
        came: came(typed),
        told_of_application: typed.has("application"),
        told_of_duty: typed.has("duty"),
        told_how_to_say_no: typed.has("no"),
        asked: asked::read(typed, day),
        pupil: typed.get("pupil").to_owned(),
    };
    let started = hold_start::run(&visit.cx, of, id, said).await;
    let (Ok(_), Some(plan)) = (&started, plan) else { return Ok(started) };
    let mapped = map::Said { day, pupil: typed.get("pupil").to_owned(), words: typed.get("mapping").to_owned() };
    let mapped = map::run(&visit.cx, of, next(1), mapped).await;
    if mapped.is_err() {
        return Ok(mapped);
    }
    Ok(casework::verb::episode::propose_plan::run(&visit.cx, of, next(2), plan).await)
}

fn reason(typed: &Fields) -> Result<Reason, Missing> {
    Reason::from_code(typed.get("reason")).ok_or(vec![("reason", "ep-reason-missing")])
}

/// Who came, one a line: the name, and after a comma in which capacity.
fn came(typed: &Fields) -> Vec<Came> {
    let one = |line: &str| {
        let (name, capacity) = line.split_once(',').unwrap_or((line, ""));
        Came { name: name.trim().to_owned(), capacity: capacity.trim().to_owned() }
    };
    typed.get("came").lines().map(str::trim).filter(|it| !it.is_empty()).map(one).collect()
}

fn followed(typed: &Fields, day: Day) -> Followed {
    Followed {
        item: typed.get("item").to_owned(),
        day,
        minutes: typed.get("minutes").parse().unwrap_or(0),
        result: Tried::from_code(typed.get("result")),
        next: Next::from_code(typed.get("next")),
        review: typed.day("review"),
        words: typed.get("words").to_owned(),
        pupil: typed.get("pupil").to_owned(),
    }
}

/// The fields.
pub(super) fn fields(visit: &Visit, kind: &Kind, page: &Page, typed: &Fields, problems: &Problems) -> Markup {
    let form = Form { visit, typed, problems };
    let today = visit.today;
    html! {
        @match kind.kind {
            "referral" => {
                (form.programme(page))
                @if let Some(from) = &page.episode.continues { (ui::hidden("continues", from)) }
                (form.area("asks", "ep-asks", "ep-asks-hint", 3))
                (form.area("tried", "ep-tried", "ep-tried-hint", 3))
                (form.area("pupil", "ep-pupils-words", "ep-pupils-words-hint", 3))
            },
            "declined" => { (form.day("day", "ep-day", Some(today))) (form.reason()) (form.own_words()) },
            "start_planned" => { (form.hidden_day(today)) (form.day("meeting", "ep-meeting", None)) },
            "start_held" => {
                (form.day("day", "ep-day", Some(today)))
                (form.area("came", "ep-came", "ep-came-hint", 4))
                (form.tick("application", "ep-told-application"))
                (form.tick("duty", "ep-told-duty"))
                (form.tick("no", "ep-told-no"))
                (asked::fields(&form))
                (form.area("pupil", "ep-pupils-words", "ep-pupils-words-hint", 3))
                (form.tick("at-once", "ep-at-once"))
                (ui::details_open(&form.say("ep-at-once-open"), typed.has("at-once"), html! {
                    (form.area("mapping", "ep-mapping-words", "ep-mapping-words-hint", 3))
                    (plan::fields(&form, page))
                }))
            },
            "intervention_consent" => { (form.day("day", "ep-day", Some(today))) (asked::fields(&form)) },
            "mapping_done" => {
                (form.day("day", "ep-day", Some(today)))
                (form.known("pupil", "ep-pupils-words", "ep-known-hint", &pupils_words(page)))
                (form.known("words", "ep-mapping-words", "ep-known-hint", &tried(page)))
            },
            "plan_proposed" => { (form.day("day", "ep-day", Some(today))) (plan::fields(&form, page)) },
            "plan_confirmed" => {
                (form.day("day", "ep-day", Some(today)))
                @let waits = page.episode.proposed.as_ref().or(page.episode.plan.as_ref());
                @if let Some(it) = waits { (ui::hidden("of", &Uuid::from_u128(it.id).to_string())) }
            },
            "item_followed" => {
                (form.items(page))
                (form.day("day", "ep-day", Some(today)))
                (form.line("minutes", "ep-dose", Input::Number))
                (form.choose("result", "ep-result", &with_none(visit, Tried::ALL.iter().map(|it| (it.code(), it.sentence())))))
                (form.choose("next", "ep-next", &with_none(visit, Next::ALL.iter().map(|it| (it.code(), it.sentence())))))
                (form.day("review", "ep-next-try", None))
                (form.area("pupil", "ep-pupils-words", "", 2))
                (form.area("words", "ep-words", "", 2))
            },
            "review_held" => {
                (form.day("day", "ep-day", Some(today)))
                (form.choose("outcome", "ep-review-outcome", &Review::ALL.iter().map(|it| (it.code(), visit.say(it.sentence()))).collect::<Vec<_>>()))
                (form.area("pupil", "ep-pupils-words", "ep-pupils-words-hint", 3))
                (form.area("words", "ep-words", "", 3))
                (form.day("next", "ep-next-review", Some(today.plus(28))))
            },
            "prolonged" => { (form.day("day", "ep-day", Some(today))) (form.day("until", "ep-until", page.episode.until.map(|it| domain::deadline::months_after(it, 2)))) },
            "closing_begun" => { (form.day("day", "ep-day", Some(today))) (form.reason()) (form.own_words()) (form.months(page)) },
            "paused" => { (form.day("day", "ep-day", Some(today))) (form.day("recheck", "ep-recheck", Some(today.plus(14)))) (form.own_words()) },
            "reopened" => { (form.day("day", "ep-day", Some(today))) (form.day("review", "ep-next-review", Some(today.plus(28)))) (asked::fields(&form)) },
            "converted" => {
                (form.day("day", "ep-day", Some(today)))
                (form.programme_two_sided())
                (ui::hidden("to", &visit.site.fresh().to_string()))
            },
            "school_changed" => {
                (form.day("day", "ep-first-day-there", None))
                (form.choose("authority", "ep-authority", &[("same", visit.say("ep-authority-same")), ("other", visit.say("ep-authority-other"))]))
            },
            "retracted" => {
                (form.hidden_day(today))
                (ui::hidden("of", visit.view.query.strip_prefix("av=").unwrap_or(typed.get("of"))))
                (form.area("reason", "ep-why", "", 2))
            },
            _ => { (form.day("day", "ep-day", Some(today))) },
        }
    }
}

/// What the pupil has said last: nothing is asked twice.
fn pupils_words(page: &Page) -> String {
    let said = page.lines.iter().rev().find_map(|it| match &it.body {
        Body::StartHeld(it) => Some(&it.pupil),
        Body::Referral(it) => Some(&it.pupil),
        _ => None,
    });
    said.cloned().unwrap_or_default()
}

/// What the school has tried, by its referral.
fn tried(page: &Page) -> String {
    let said = page.lines.iter().find_map(|it| match &it.body {
        Body::Referral(it) => Some(&it.tried),
        _ => None,
    });
    said.cloned().unwrap_or_default()
}

fn with_none(visit: &Visit, all: impl Iterator<Item = (&'static str, &'static str)>) -> Vec<(&'static str, String)> {
    let none = ("", visit.say("ep-not-now"));
    std::iter::once(none).chain(all.map(|(code, sentence)| (code, visit.say(sentence)))).collect()
}

/// A form that is being drawn.
pub(super) struct Form<'a> {
    visit: &'a Visit,
    typed: &'a Fields,
    problems: &'a Problems,
}

impl Form<'_> {
    fn say(&self, code: &'static str) -> String {
        if code.is_empty() { String::new() } else { self.visit.say(code) }
    }

    fn area(&self, name: &str, label: &'static str, hint: &'static str, rows: u8) -> Markup {
        ui::textarea(&field(name, &self.say(label), &self.say(hint), self.problems), rows, self.typed.get(name))
    }

    /// An answer that is known, to be read through and changed.
    fn known(&self, name: &str, label: &'static str, hint: &'static str, known: &str) -> Markup {
        let value = if self.typed.has("id") { self.typed.get(name) } else { known };
        let hint = if known.is_empty() { String::new() } else { self.say(hint) };
        ui::textarea(&field(name, &self.say(label), &hint, self.problems), 4, value)
    }

    fn line(&self, name: &str, label: &'static str, kind: Input) -> Markup {
        ui::input(&field(name, &self.say(label), "", self.problems), kind, self.typed.get(name))
    }

    fn day(&self, name: &str, label: &'static str, usual: Option<Day>) -> Markup {
        let usual = usual.map(|it| it.to_string()).unwrap_or_default();
        let value = if self.typed.has(name) { self.typed.get(name) } else { &usual };
        ui::input(&field(name, &self.say(label), "", self.problems), Input::Date, value)
    }

    fn hidden_day(&self, today: Day) -> Markup {
        ui::hidden("day", &today.to_string())
    }

    fn tick(&self, name: &str, label: &'static str) -> Markup {
        ui::checkbox(&field(name, &self.say(label), "", self.problems), self.typed.has(name))
    }

    fn choose(&self, name: &str, label: &'static str, all: &[(&str, String)]) -> Markup {
        let choices: Vec<Choice<'_>> = all.iter().map(|(value, label)| Choice::new(value, label)).collect();
        let first = choices.first().map(|it| it.value).unwrap_or_default();
        let chosen = if self.typed.has(name) { self.typed.get(name) } else { first };
        ui::select(&field(name, &self.say(label), "", self.problems), &choices, chosen)
    }

    fn reason(&self) -> Markup {
        let all: Vec<_> = Reason::ALL.iter().map(|it| (it.code(), self.visit.say(it.sentence()))).collect();
        let all: Vec<_> = std::iter::once(("", self.say("ep-choose"))).chain(all).collect();
        html! { (self.choose("reason", "ep-own-reason", &all)) (ui::quiet(&self.say("ep-own-reason-hint"))) }
    }

    fn own_words(&self) -> Markup {
        self.area("text", "ep-own-words", "ep-own-words-hint", 2)
    }

    fn months(&self, page: &Page) -> Markup {
        if page.side != domain::Side::School {
            return html! {};
        }
        let label = |it: &u8| tell("ep-months", [("count", count(i64::from(*it)))], self.visit.language());
        let all: Vec<(String, String)> = FOLLOW_UP_MONTHS.iter().map(|it| (it.to_string(), label(it))).collect();
        let choices: Vec<Choice<'_>> = all.iter().map(|(value, label)| Choice::new(value, label)).collect();
        let usual: Vec<String> = FOLLOW_UP_PROPOSED.iter().map(ToString::to_string).collect();
        let chosen: Vec<&str> = if self.typed.has("id") {
            self.typed.all("months").collect()
        } else {
            usual.iter().map(String::as_str).collect()
        };
        let (title, hint) = (self.say("ep-follow-up-when"), self.say("ep-follow-up-hint"));
        ui::checkboxes(
            &Field { name: "months", label: &title, hint: &hint, error: self.problems.of("months") },
            &choices,
            &chosen,
        )
    }

    fn programme(&self, page: &Page) -> Markup {
        let two_sided = page.peer.is_some();
        self.programmes(|it| it.two_sided == two_sided)
    }

    fn programme_two_sided(&self) -> Markup {
        self.programmes(|it| it.two_sided)
    }

    fn programmes(&self, wanted: impl Fn(&Programme) -> bool) -> Markup {
        let all = choices::programmes(&self.visit.cx);
        let all: Vec<(&str, String)> = all
            .iter()
            .filter(|it| wanted(it))
            .map(|it| (it.code.as_str(), it.name.text(self.visit.language()).to_owned()))
            .collect();
        self.choose("programme", "ep-begin-programme", &all)
    }

    fn items(&self, page: &Page) -> Markup {
        let latest = page.episode.plan.as_ref().or(page.episode.proposed.as_ref());
        let items = latest.map(|it| it.plan.items.as_slice()).unwrap_or_default();
        let all: Vec<(&str, String)> =
            items.iter().map(|it| (it.id.as_str(), lines::activity(self.visit, &it.category, &it.activity))).collect();
        self.choose("item", "ep-item", &all)
    }
}
