//! The rooms of the demo: the education board's, the social board's and the independent school's, paired two and two.

use ::room::RoomKind;
use access::UnitId;
use casework::verb::describe::{Description, run as describe};
use casework::verb::pairing;
use casework::{Cx, Office};
use cast::schools::{COMPASS, EDUCATION, INDEPENDENT, Room, SOCIAL};

/// The unit of the social services that the team is.
pub const TEAM: UnitId = UnitId(1);

/// Every room of the demo, with its kind.
pub const ROOMS: [(Room, RoomKind); 3] =
    [(EDUCATION, RoomKind::School), (SOCIAL, RoomKind::Social), (COMPASS, RoomKind::Independent)];

/// Tells what the unit and the school of the other two rooms are called.
pub async fn name(social: &Cx, compass: &Cx) -> anyhow::Result<()> {
    let one =
        |unit, name: &str| Description { schools: vec![(unit, name.to_owned(), String::new())], years: Vec::new() };
    describe(social, one(TEAM, "Skolsocialt team")).await?;
    Ok(describe(compass, one(UnitId(INDEPENDENT.code), INDEPENDENT.name)).await?)
}

/// Pairs two rooms of the process, as two administrators would who read their codes out to each other.
pub async fn pair(one: &Cx, other: &Cx) -> anyhow::Result<()> {
    for (from, to) in [(one, other), (other, one)] {
        let offer = pairing::offer(from, &pairing::here(from.room().slug()))?;
        pairing::confirm(to, &offer.text, &offer.code).await?;
    }
    Ok(())
}

/// The doors of the rooms carry what waits and take in what has come.
pub async fn carry(offices: &[&Office], at: (jiff::Timestamp, domain::Day)) -> anyhow::Result<()> {
    let rooms: Vec<_> = offices.iter().map(|office| office.room().clone()).collect();
    for _ in 0..2 {
        for office in offices {
            let worker = casework::job::Worker {
                office: (*office).clone(),
                kinds: std::sync::Arc::new(casework::job::Kinds::ours().with_door(rooms.clone())),
                clock: std::sync::Arc::new(move || at),
                new_id: std::sync::Arc::new(crate::ids::new),
                log: std::sync::Arc::new(|_| ()),
                stop: std::sync::Arc::default(),
            };
            casework::job::asked(&worker, "door").await?;
            while casework::job::step(&worker, Some("door")).await?.is_some() {}
        }
    }
    Ok(())
}
