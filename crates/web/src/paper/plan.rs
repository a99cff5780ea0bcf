//! The action plan (handlingsplan): goals, who does what, when it is looked at, and what each says about it.

use domain::plan::{Agreement, Goal, GoalKind, Item, Level, Party, Plan, Voice as Said, Word};
use maud::{Markup, html};
use text::Arg;

use super::{Names, Voice, about, both, head, laws, paragraphs_of, signing, yes_no};
use crate::{ui, words};

/// How many things to do there is room for on a blank paper.
const ROWS: usize = 3;

/// What is filled in.
#[derive(Clone, Copy)]
pub(crate) struct PlanPaper<'a> {
    /// Authorities and pupil.
    pub(crate) names: Names<'a>,
    /// The plan.
    pub(crate) plan: Option<&'a Plan>,
    /// What was said to it.
    pub(crate) agreement: Option<&'a Agreement>,
    /// What an item is called: the names of its category and activity in the method pack.
    pub(crate) activity: &'a dyn Fn(&Item) -> String,
}

/// The paper.
pub(crate) fn plan(it: &PlanPaper<'_>, voice: Voice) -> Markup {
    let review = it.plan.map(|plan| plan.review.to_string()).unwrap_or_default();
    let followed = voice.say(both!("paper-plan-review"));
    ui::sheet(
        voice.is_easy(),
        html! {
            (head(both!("paper-plan-title"), &it.names, voice))
            (about(&it.names, voice))
            (ui::spoken(&voice.say(both!("paper-plan-lead")), voice.is_easy()))
            (goals(it.plan, voice))
            (items(it, voice))
            (ui::sheet_whole(&voice.say(both!("paper-own-words")), ui::write_here(it.plan.map_or("", |plan| &plan.words), 3)))
            (ui::blanks(&[(&followed, &review)]))
            (voices(it.agreement, voice))
            (paragraphs_of(&[both!("paper-plan-rights")], voice))
            (laws(&["paper-info-law-apply", "paper-info-law-duty", "paper-info-law-write"], voice))
        },
    )
}

fn goals(plan: Option<&Plan>, voice: Voice) -> Markup {
    ui::sheet_part(
        &voice.say(both!("paper-plan-goals")),
        html! {
            (ui::spoken(&voice.say(both!("paper-plan-goals-text")), voice.is_easy()))
            @match plan {
                Some(plan) => { @for it in &plan.goals { (goal(it, voice)) } }
                None => {
                    @for kind in GoalKind::ALL { (ui::sheet_card(&voice.label(kind.sentence()), ui::write_here("", 2))) }
                }
            }
        },
    )
}

fn goal(goal: &Goal, voice: Voice) -> Markup {
    let steps = Level::ALL.iter().zip(&goal.levels).filter(|(_, words)| !words.is_empty());
    let steps: Vec<_> = steps.map(|(level, words)| (voice.label(level.sentence()), words)).collect();
    let start = goal.start.map(|level| voice.label(level.sentence()));
    let begins = voice.label("paper-plan-starts-at");
    ui::sheet_card(
        &voice.label(goal.kind.sentence()),
        html! {
            (ui::write_here(&goal.words, 2))
            @for (level, words) in &steps { (ui::blanks(&[(level, words)])) }
            @if let Some(start) = &start { (ui::blanks(&[(&begins, start)])) }
        },
    )
}

fn items(it: &PlanPaper<'_>, voice: Voice) -> Markup {
    ui::sheet_part(
        &voice.say(both!("paper-plan-items")),
        html! {
            @match it.plan {
                Some(plan) => { @for item in &plan.items { (row(Some(item), &(it.activity)(item), voice)) } }
                None => { @for _ in 0..ROWS { (row(None, "", voice)) } }
            }
        },
    )
}

fn row(item: Option<&Item>, activity: &str, voice: Voice) -> Markup {
    let (what, often, whom) =
        (voice.label("paper-plan-item"), voice.label("paper-plan-often"), voice.label("paper-plan-for"));
    let (who, from) = (voice.say(both!("paper-plan-responsible")), voice.label("paper-plan-from"));
    let look = voice.say(both!("paper-plan-look"));
    let says = |say: &dyn Fn(&Item) -> String| item.map(say).unwrap_or_default();
    let dose = says(&|it| {
        let times = [
            ("times", words::count(it.frequency.times.into())),
            ("per", Arg::Code(it.frequency.per.sentence())),
            ("minutes", words::count(it.minutes.into())),
        ];
        words::tell("paper-plan-often-says", times, voice.language)
    });
    let responsible = says(&|it| format!("{}, {}", it.person.name, voice.label(it.side.sentence())));
    let (whose, first, seen) = (
        says(&|it| voice.label(it.whom.sentence())),
        says(&|it| it.from.to_string()),
        says(&|it| it.review.to_string()),
    );
    ui::sheet_card(
        "",
        html! {
            (ui::blanks(&[(&what, activity)]))
            @if let Some(it) = item.filter(|it| !it.words.is_empty()) { (ui::write_here(&it.words, 1)) }
            (ui::blanks(&[(&often, &dose), (&whom, &whose)]))
            (ui::blanks(&[(&who, &responsible), (&from, &first), (&look, &seen)]))
        },
    )
}

fn voices(agreement: Option<&Agreement>, voice: Voice) -> Markup {
    let parties = [Party::Pupil, Party::Guardian, Party::Guardian, Party::School, Party::Social];
    let at_meeting = [(agreement.is_some_and(|it| it.at_meeting), voice.label("paper-plan-at-meeting"))];
    ui::sheet_part(
        &voice.say(both!("paper-plan-voices")),
        html! {
            (ui::spoken(&voice.say(both!("paper-plan-voices-text")), voice.is_easy()))
            (ui::boxes(&at_meeting, voice.language))
            @match agreement {
                Some(agreement) => { @for said in &agreement.voices { (said_by(said, voice)) } }
                None => {
                    @for party in parties { (signing(&voice.label(party.sentence()), "", "", yes_no(None, voice), voice)) }
                }
            }
        },
    )
}

fn said_by(said: &Said, voice: Voice) -> Markup {
    let yes = match said.word {
        Word::Yes => Some(true),
        Word::No => Some(false),
        Word::Waiting => None,
    };
    let how = voice.label("paper-how");
    let told = said.how.map_or_else(|| voice.label(Word::Waiting.sentence()), |it| voice.label(it.sentence()));
    let day = said.day.map(|day| day.to_string()).unwrap_or_default();
    let above = html! {
        (yes_no(yes, voice))
        (ui::blanks(&[(&how, &told)]))
        @if !said.words.is_empty() { (ui::write_here(&said.words, 1)) }
    };
    signing(&voice.label(said.party.sentence()), &said.name, &day, above, voice)
}
