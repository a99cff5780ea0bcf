//! A pull: every list in turn, and what the service lacks.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::{Date, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::ask::{Answer, Asker};
use super::list::{Listed, list};
use super::page::{self, Known};
use super::trouble::{Result, Trouble, lacking, later};
use super::{Ask, Endpoint, Pulled, Service, Spool, deleted};

/// What changed so long before the pull began is asked for once more the next time: clocks of one service differ too.
const OVERLAP: SignedDuration = SignedDuration::from_mins(15);
/// How often lists are read anew in which something was deleted meanwhile.
const ROUNDS: usize = 2;
/// Ids in one question.
const BATCH: usize = 500;
/// The lessons that are looked up by id, at most: more than that, and all are read.
const MOST_LOOKED_UP: usize = 20_000;
/// Swedish time since 1996 as a rule, so that no list of zones is needed.
const SWEDEN: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// Pulls what a service has into a spool. What is in the spool counts only when this says so.
///
/// # Errors
/// [`Trouble`]: the service does not answer, does not let us in, lacks the roster, or answers what cannot be
/// understood.
pub async fn pull(service: &Service, ask: &Ask, spool: &mut dyn Spool) -> Result<Pulled> {
    let asker = Asker::new(service)?;
    let mut pulling =
        Pulling { asker: &asker, spool, ask, lists: BTreeMap::new(), seen: BTreeMap::new(), lacking: Vec::new() };
    for endpoint in [Endpoint::Organisations, Endpoint::Groups, Endpoint::Persons] {
        if !pulling.read(endpoint, &[]).await? {
            return Err(lacking(endpoint));
        }
    }
    for endpoint in [Endpoint::Duties, Endpoint::Activities] {
        pulling.read(endpoint, &[]).await?;
    }
    let from = pulling.lessons().await?;
    let began = asker.clock().unwrap_or(ask.now);
    if !ask.only_try {
        pulling.deleted_meanwhile(began, from).await?;
    }
    let changed_since = began.checked_sub(OVERLAP).unwrap_or(began);
    Ok(Pulled { lists: pulling.lists, lacking: pulling.lacking, from, changed_since })
}

struct Pulling<'a> {
    asker: &'a Asker,
    spool: &'a mut dyn Spool,
    ask: &'a Ask,
    lists: BTreeMap<Endpoint, u64>,
    seen: BTreeMap<Endpoint, HashSet<u128>>,
    lacking: Vec<Endpoint>,
}

impl Pulling<'_> {
    /// Reads a list into the spool; `false` when the service does not have it.
    async fn read(&mut self, endpoint: Endpoint, filter: &[(&str, String)]) -> Result<bool> {
        self.read_looking(endpoint, filter, &mut |_| true).await
    }

    async fn read_looking(
        &mut self,
        endpoint: Endpoint,
        filter: &[(&str, String)],
        look: &mut (dyn FnMut(&Known) -> bool + Send),
    ) -> Result<bool> {
        match list(self.asker, self.spool, endpoint, filter, self.ask.only_try, look).await? {
            Listed::Whole(count, ids) => {
                self.lists.insert(endpoint, count);
                self.seen.insert(endpoint, ids);
                Ok(true)
            }
            Listed::Lacking => {
                self.lacking.push(endpoint);
                Ok(false)
            }
        }
    }

    /// The lessons with their attendance, or the sums where there are no lessons; the first day that they are from.
    async fn lessons(&mut self) -> Result<Date> {
        let mut from = self.ask.from;
        let (mut events, brought) = self.events(from).await?;
        if events {
            let earliest = self.corrected().await?.unwrap_or(from).max(self.ask.earliest.min(from));
            if earliest < from {
                from = earliest;
                self.spool.forget(Endpoint::CalendarEvents)?;
                (events, _) = self.events(from).await?;
                if !events {
                    return Err(later("service-stopped-midway", Endpoint::CalendarEvents.path()));
                }
            }
            if !brought {
                self.attendances(from).await?;
            }
        }
        let attended = brought || self.lists.contains_key(&Endpoint::Attendances);
        if !events || !attended {
            let days = [("startDate", from.to_string()), ("endDate", self.ask.to.to_string())];
            self.read(Endpoint::AggregatedAttendance, &days).await?;
        }
        Ok(from)
    }

    /// The lessons of some days; whether there are any to read, and whether they bring their attendance.
    async fn events(&mut self, from: Date) -> Result<(bool, bool)> {
        let window =
            [("startTime.onOrAfter", instant(from, 0)), ("startTime.onOrBefore", instant(self.ask.to, 24 * 60 - 1))];
        let mut brought = false;
        let mut look = |known: &Known| {
            brought |= known.brings_attendance();
            true
        };
        let there = self.read_looking(Endpoint::CalendarEvents, &window, &mut look).await?;
        Ok((there, brought))
    }

    /// Attendance where lessons do not bring it. It cannot be asked for by the day of the lesson; what was reported about a
    /// lesson was written after it was planned, and what was planned only is not reported.
    async fn attendances(&mut self, from: Date) -> Result<()> {
        let since = [("meta.modified.after", instant(from, 0))];
        self.read(Endpoint::Attendances, &since).await.map(drop)
    }

    /// The first day of a lesson whose attendance was changed since the last pull, apart from those that were read now.
    async fn corrected(&mut self) -> Result<Option<Date>> {
        let Some(since) = self.ask.changed_since.filter(|_| !self.ask.only_try) else { return Ok(None) };
        let known = self.seen.remove(&Endpoint::CalendarEvents).unwrap_or_default();
        let mut older = HashSet::new();
        let mut look = |attendance: &Known| {
            if let Some(event) = attendance.event().filter(|event| !known.contains(&crate::ss12000::number_of(event)))
                && older.len() <= MOST_LOOKED_UP
            {
                older.insert(event.to_owned());
            }
            false
        };
        let filter = [("meta.modified.after", since.to_string())];
        match list(self.asker, self.spool, Endpoint::Attendances, &filter, false, &mut look).await {
            // A service that does not know the filter: what is corrected within the usual days is read all the same.
            Ok(_) | Err(Trouble::Person(_)) => {}
            Err(trouble) => return Err(trouble),
        }
        self.spool.forget(Endpoint::Attendances)?;
        self.seen.insert(Endpoint::CalendarEvents, known);
        let older: Vec<String> = older.into_iter().collect();
        self.first_day(&older).await
    }

    /// The first day among lessons that are only known by id: looked up, or the earliest when that is not to be had.
    async fn first_day(&self, ids: &[String]) -> Result<Option<Date>> {
        if ids.len() > MOST_LOOKED_UP {
            return Ok(Some(self.ask.earliest));
        }
        let (mut first, what) = (None, Endpoint::CalendarEvents.path());
        let address = format!("{}/lookup", self.asker.address(Endpoint::CalendarEvents));
        for batch in ids.chunks(BATCH) {
            let body = json!({ "ids": batch }).to_string();
            let Answer::Came(page) = self.asker.ask(what, &address, Some(body), page::read).await? else {
                return Ok(Some(self.ask.earliest));
            };
            let day = page.entities.iter().filter_map(|entity| Known::of(entity).day()).min();
            first = first.into_iter().chain(day).min();
        }
        Ok(first)
    }

    /// Reads those lists anew of which something was deleted while we read.
    async fn deleted_meanwhile(&mut self, began: Timestamp, from: Date) -> Result<()> {
        for _ in 0..ROUNDS {
            let gone = deleted::since(self.asker, began).await?;
            let touched: Vec<Endpoint> =
                self.seen.iter().filter(|(_, seen)| !gone.is_disjoint(seen)).map(|(endpoint, _)| *endpoint).collect();
            if touched.is_empty() {
                return Ok(());
            }
            for endpoint in touched {
                self.spool.forget(endpoint)?;
                let there = match endpoint {
                    Endpoint::CalendarEvents => self.events(from).await?.0,
                    Endpoint::Attendances => self.attendances(from).await.map(|()| true)?,
                    other => self.read(other, &[]).await?,
                };
                if !there {
                    return Err(later("service-stopped-midway", endpoint.path()));
                }
            }
        }
        Ok(())
    }
}

/// An instant of a day in Sweden, as the standard writes it.
fn instant(day: Date, minute: i64) -> String {
    let zone = TimeZone::posix(SWEDEN).unwrap_or(TimeZone::UTC);
    let midnight = day.to_datetime(time(0, 0, 0, 0)).checked_add(SignedDuration::from_mins(minute));
    let at = midnight.ok().and_then(|at| at.to_zoned(zone).ok());
    at.map(|at| at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_and_ends_by_swedish_clocks() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(instant(day("2026-11-20"), 0), "2026-11-20T00:00:00+01:00");
        assert_eq!(instant(day("2026-06-01"), 24 * 60 - 1), "2026-06-01T23:59:00+02:00");
    }
}
