//! What a synthetic city must keep: the figures of method, sections 5.1 and 5.2, and the rules that make it usable.

mod demo;
mod effect;
mod figures;
mod rules;

use domain::SchoolYear;

use super::City;

const SEED: u64 = 7;

fn city(pupils: i32) -> City {
    City { pupils, seed: SEED, year: SchoolYear(2025), as_of: None }
}
