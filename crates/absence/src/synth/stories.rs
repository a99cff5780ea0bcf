//! The pupils of Björkstad with a story, as lesson rows: small everyday absence, and on top of it what the story says.

use cast::pupils::{PUPILS, Pupil as Told};
use domain::lesson::Batch;
use domain::pupil::{Pupil, Span};
use domain::{Day, SchoolYear};
use jiff::civil::{Date, date};

use super::city::{Reduced, Trajectory};
use super::moves::Moved;
use super::plan::Plan;
use super::random::{Stream, stream};
use super::status::Status;
use super::timetable::{IDH, timetable};
use super::traits::{Problem, Traits};
use super::{days, roster, rows};

/// The school year that the cast's levels and classes hold for.
const YEAR: i16 = 2026;

/// Days of the week on which something is missed, Monday 0.
type Weekdays = &'static [usize];
const EVERY: Weekdays = &[0, 1, 2, 3, 4];

/// Which lessons of a day.
#[derive(Clone, Copy)]
enum Missed {
    All,
    /// From this place on, the first lesson being 0.
    From(usize),
    /// Before this place.
    Before(usize),
    Subject(u16),
}

/// A stretch of time in which a pupil misses the same lessons every week.
struct Spell {
    pupil: i32,
    from: Date,
    to: Date,
    weekdays: Weekdays,
    missed: Missed,
    valid: bool,
}

const fn spell(pupil: i32, span: (Date, Date), weekdays: Weekdays, missed: Missed, valid: bool) -> Spell {
    Spell { pupil, from: span.0, to: span.1, weekdays, missed, valid }
}

const ELSA: i32 = 9_000_001;
const YUSUF: i32 = 9_000_002;
const TINDRA: i32 = 9_000_003;
const MILO: i32 = 9_000_004;
const SARA: i32 = 9_000_005;
const HUGO: i32 = 9_000_006;
const LATER: Date = date(2027, 6, 30);

/// What each story comes to.
const SPELLS: [Spell; 16] = [
    // physical education from week 40, Friday afternoons from 42, whole Fridays from 45, Monday mornings at last
    spell(ELSA, (date(2026, 9, 28), LATER), EVERY, Missed::Subject(IDH), false),
    spell(ELSA, (date(2026, 10, 12), date(2026, 10, 30)), &[4], Missed::From(3), false),
    spell(ELSA, (date(2026, 11, 2), LATER), &[4], Missed::All, true),
    spell(ELSA, (date(2026, 11, 9), LATER), &[0], Missed::Before(2), false),
    // over half of the week until the support of the spring works, a fifth in the end
    spell(YUSUF, (date(2025, 10, 6), date(2026, 4, 2)), &[0, 4], Missed::All, false),
    spell(YUSUF, (date(2025, 11, 3), date(2026, 4, 2)), &[2], Missed::From(3), false),
    spell(YUSUF, (date(2025, 11, 3), date(2026, 4, 2)), &[3], Missed::Before(2), true),
    spell(YUSUF, (date(2026, 4, 13), date(2026, 6, 12)), &[0], Missed::All, true),
    spell(YUSUF, (date(2026, 4, 13), date(2026, 6, 12)), &[4], Missed::From(3), false),
    spell(YUSUF, (date(2026, 8, 17), LATER), &[4], Missed::All, true),
    // at home
    spell(TINDRA, (date(2026, 2, 2), date(2026, 9, 4)), &[0], Missed::Before(3), true),
    spell(TINDRA, (date(2026, 9, 7), LATER), EVERY, Missed::All, true),
    // three weeks of illness
    spell(MILO, (date(2026, 10, 5), date(2026, 10, 23)), EVERY, Missed::All, true),
    // a third before the change of school, a fifth after it
    spell(SARA, (date(2026, 2, 2), date(2026, 10, 9)), &[0], Missed::All, false),
    spell(SARA, (date(2026, 3, 2), date(2026, 10, 9)), &[3], Missed::From(2), false),
    spell(SARA, (date(2026, 10, 12), LATER), &[0], Missed::All, true),
];

/// Where Sara went before, her last day there and the first at the school that the cast names.
const SARA_MOVES: (i32, Date, Date) = (90_000_108, date(2026, 10, 9), date(2026, 10, 12));
/// From when Hugo's timetable is short without a decision.
const HUGO_FROM: Date = date(2026, 8, 17);

/// The roster rows of the cast's pupils in the city's year, of those whose schools the city has.
pub(super) fn enrolled(plan: &Plan) -> Vec<Pupil> {
    PUPILS.iter().filter_map(|told| of_pupil(plan, told)).flatten().collect()
}

fn of_pupil(plan: &Plan, told: &Told) -> Option<Vec<Pupil>> {
    let (traits, status) = about(plan, told)?;
    let year = plan.city.year;
    let row = |school: usize, from: Day, to: Day| Pupil {
        pupil: told.number,
        personal_number: told.personal_number.to_owned(),
        name: told.name.to_owned(),
        school: plan.code(school),
        class: roster::class(status.level, traits.class),
        grade: roster::grade(status.level, year),
        enrolled: Span { from, to: Some(to) },
        protected: told.protected,
        reduced_timetable: None,
    };
    Some(match status.moved {
        None => vec![row(status.school, year.start(), year.end())],
        Some(moved) => {
            vec![row(status.school, year.start(), Day(moved.last)), row(moved.to, Day(moved.first), year.end())]
        }
    })
}

/// Adds the lesson rows of the cast's pupils to the batch, up to and with a day.
pub(super) fn add(plan: &Plan, last: Day, batch: &mut Batch) {
    let Some(year) = plan.year() else { return };
    let mut absence = Vec::new();
    for told in &PUPILS {
        let Some((traits, status)) = about(plan, told) else { continue };
        let rng = |what| stream(plan.city.seed, told.number.unsigned_abs(), what, year.year);
        days::simulate(&traits, &status, year, &mut rng(Stream::Days), &mut absence);
        let from = batch.len();
        rows::add(plan, &traits, &status, year, &absence, last, &mut rng(Stream::Rows), batch);
        tell(told.number, batch, from, timetable(status.level).minutes);
    }
}

/// Lets the rows from a place on miss what the spells of their pupil say. Lessons that nobody reported stay so.
fn tell(pupil: i32, batch: &mut Batch, from: usize, minutes: i32) {
    let (mut day, mut place) = (None, 0);
    for at in from..batch.len() {
        let Some(lesson) = batch.get(at) else { continue };
        place = if day == Some(lesson.date) { place + 1 } else { 0 };
        day = Some(lesson.date);
        let weekday = usize::from(lesson.date.weekday().saturating_sub(1));
        let misses = |spell: &&Spell| {
            spell.pupil == pupil
                && (spell.from..=spell.to).contains(&lesson.date.date())
                && spell.weekdays.contains(&weekday)
                && match spell.missed {
                    Missed::All => true,
                    Missed::From(first) => place >= first,
                    Missed::Before(end) => place < end,
                    Missed::Subject(subject) => lesson.subject == subject,
                }
        };
        let Some(spell) = SPELLS.iter().find(misses).filter(|_| lesson.valid.is_some()) else { continue };
        let (valid, invalid) = if spell.valid { (minutes, 0) } else { (0, minutes) };
        if let (Some(v), Some(u)) = (batch.valid.get_mut(at), batch.invalid.get_mut(at)) {
            (*v, *u) = (Some(valid), Some(invalid));
        }
    }
}

/// The pupil in the city's year; `None` when the city does not have the school, or the pupil is too young or too old.
fn about(plan: &Plan, told: &Told) -> Option<(Traits, Status)> {
    let index = |code: i32| plan.schools.iter().position(|school| school.code == code);
    let this_year = plan.city.year == SchoolYear(YEAR);
    let level = i16::from(told.level) + plan.city.year.0 - YEAR;
    let level = u8::try_from(level).ok().filter(|level| *level <= 9)?;
    let now = index(told.school)?;
    let (moved, school) = match told.number {
        SARA => {
            let (before, last, first) = SARA_MOVES;
            let moved = Moved { to: now, last: Day::of(last).0, first: Day::of(first).0, at_term_change: false };
            (this_year.then_some(moved).filter(|moved| plan.known(moved.last)), index(before)?)
        }
        _ => (None, now),
    };
    let short = Reduced { span: Span { from: Day::of(HUGO_FROM), to: Some(plan.city.year.end()) }, decided: false };
    let letter = told.class.chars().last().and_then(|letter| ('A'..='Z').position(|other| other == letter));
    let traits = Traits {
        pupil: told.number,
        level_2025: i16::from(told.level) + 2025 - YEAR,
        place_in_cohort: 0,
        school,
        class: letter.unwrap_or(0),
        illness: 0.6,
        late: 0.6,
        skip: 0.0,
        tendency: 1.0,
        problem: Problem { kind: Trajectory::Plateau, level: 0.0, base: 0.0, width: 1.0 },
        valid_share: 1.0,
        referral: 1.0,
        effect: 0.0,
    };
    let reduced = (told.number == HUGO && this_year).then_some(short);
    Some((traits, Status { level, school, problem: None, moved, reduced }))
}
