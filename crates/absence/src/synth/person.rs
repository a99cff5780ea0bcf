//! Who a pupil is on paper: a made-up name, and a personal number that can belong to nobody.

use cast::names::{BOYS, GIRLS, SURNAMES};
use jiff::civil::date;
use rand_pcg::Pcg64Mcg;

use super::{
    plan::Plan,
    random::{Stream, below, stream, unit},
    traits::Traits,
};

/// Name, personal number and protection.
pub(super) struct Person {
    pub(super) name: String,
    /// Twelve digits; empty when the test series of the birthday is used up.
    pub(super) personal_number: String,
    pub(super) protected: bool,
}

/// Pupils with protected identity.
const PROTECTED: f64 = 0.001;
/// Birth numbers 980–999 are given to nobody.
const SERIES: (i32, i32) = (980, 20);
const DAYS: i32 = 365;
/// A step without a factor in common with 365: goes through every day of the year before one comes again.
const STEP: i32 = 149;
/// The first birthday of a cohort is so much later than that of the cohort before.
const COHORT_STEP: i32 = 53;

/// The person of a pupil.
pub(super) fn person(plan: &Plan, traits: &Traits) -> Person {
    let rng = &mut stream(plan.city.seed, traits.pupil.unsigned_abs(), Stream::Person, 0);
    let number = birth_number(traits.place_in_cohort);
    let girl = number.map_or(unit(rng) < 0.5, |number| number % 2 == 0);
    let first = pick(if girl { &GIRLS } else { &BOYS }, rng);
    let name = format!("{first} {}", pick(&SURNAMES, rng));
    let personal_number = number.and_then(|number| personal_number(traits, number)).unwrap_or_default();
    Person { name, personal_number, protected: unit(rng) < PROTECTED }
}

/// Whether the pupil has protected identity.
pub(super) fn protected(plan: &Plan, traits: &Traits) -> bool {
    person(plan, traits).protected
}

fn pick(names: &'static [&'static str], rng: &mut Pcg64Mcg) -> &'static str {
    names.get(below(rng, names.len())).copied().unwrap_or_default()
}

/// The cohort fills a day's series one round after the other; each round starts at another number of the series.
fn birth_number(place: i32) -> Option<i32> {
    let (first, count) = SERIES;
    let (round, day) = (place / DAYS, place % DAYS);
    (round < count).then_some(first + (round + day) % count)
}

fn personal_number(traits: &Traits, number: i32) -> Option<String> {
    // children start F in the year they turn six
    let year = 2025 - 6 - traits.level_2025;
    let day = (traits.place_in_cohort * STEP + i32::from(traits.level_2025) * COHORT_STEP).rem_euclid(DAYS);
    let born = date(year, 1, 1).saturating_add(jiff::Span::new().days(day));
    let digits = format!("{:04}{:02}{:02}{number:03}", born.year(), born.month(), born.day());
    let check = check_digit(digits.get(2..)?)?;
    Some(format!("{digits}{check}"))
}

/// The digit that makes the sum of all digits, every other one doubled from the first on, a multiple of ten.
fn check_digit(digits: &str) -> Option<u32> {
    let digits: Option<Vec<u32>> = digits.chars().map(|digit| digit.to_digit(10)).collect();
    let weighted = digits?.into_iter().enumerate().map(|(at, digit)| if at % 2 == 0 { digit * 2 } else { digit });
    let sum: u32 = weighted.map(|product| product / 10 + product % 10).sum();
    Some((10 - sum % 10) % 10)
}
