//! How much was planned and how much was done, and how each try went.

use super::{Followed, Item, Next, Span, Tried};
use crate::Day;

/// Minutes planned and minutes done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dose {
    /// Planned, in minutes, rounded down to whole minutes.
    pub planned: u32,
    /// Done, in minutes.
    pub done: u32,
}

/// One try of an item: until it was looked at.
#[derive(Clone, PartialEq, Eq)]
pub struct Try {
    /// The day that it was looked at.
    pub day: Day,
    /// Minutes given in it.
    pub minutes: u32,
    /// How it went.
    pub result: Tried,
    /// What became of it, if that was said.
    pub next: Option<Next>,
}

private_debug! {
    Try { day, minutes, result, next }
}

/// The dose of an item from its first day to a day, both included. It ends on the day that it was stopped.
pub fn dose(item: &Item, followed: &[Followed], until: Day) -> Dose {
    let ours = || of_item(item, followed).filter(|it| it.day <= until);
    let stopped = ours().filter(|it| stops(item, it)).map(|it| it.day).min();
    let last = stopped.unwrap_or(until);
    let days = u64::try_from(i64::from(last.0) - i64::from(item.from.0) + 1).unwrap_or(0);
    let each = u64::from(item.frequency.times) * u64::from(item.minutes);
    let planned = match item.frequency.per {
        Span::Once => each * u64::from(days > 0),
        Span::Week => each * days / 7,
        Span::Month => each * days / 28,
    };
    Dose { planned: u32::try_from(planned).unwrap_or(u32::MAX), done: ours().map(|it| u32::from(it.minutes)).sum() }
}

/// The tries of an item, in order of days.
pub fn tries(item: &Item, followed: &[Followed]) -> Vec<Try> {
    let mut ours: Vec<_> = of_item(item, followed).collect();
    ours.sort_by_key(|it| it.day);
    let (mut tries, mut minutes) = (Vec::new(), 0);
    for it in ours {
        minutes += u32::from(it.minutes);
        if let Some(result) = it.result {
            tries.push(Try { day: it.day, minutes, result, next: it.next });
            minutes = 0;
        }
    }
    tries
}

/// When an item is to be looked at next; never again once it was stopped.
pub fn next_look(item: &Item, followed: &[Followed]) -> Option<Day> {
    if of_item(item, followed).any(|it| stops(item, it)) {
        return None;
    }
    let looked = of_item(item, followed).filter(|it| it.result.is_some() && it.day >= item.from);
    match looked.max_by_key(|it| it.day) {
        Some(last) => last.review,
        None => Some(item.review),
    }
}

fn of_item<'a>(item: &'a Item, followed: &'a [Followed]) -> impl Iterator<Item = &'a Followed> {
    followed.iter().filter(|it| it.item == item.id)
}

/// Whether a follow-up stops the item. What was stopped and is taken up again begins on a later day.
fn stops(item: &Item, followed: &Followed) -> bool {
    followed.next == Some(Next::Stop) && followed.day >= item.from
}
