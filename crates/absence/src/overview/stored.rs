//! What a scan leaves of the other pupils for a later reading of one pupil, as JSON with a version.
//!
//! S12b, P15 and the level of others need the week sums of the school; everything else can be read from the pupil's own
//! rows again, and S10 measured against the season, which is stored once for all. Sums and codes only: no name, no pupil
//! number.

use std::collections::BTreeSet;

use domain::{Day, Signal, Stage, Week};
use serde::{Deserialize, Serialize};
use text::Message;

use super::{Since, Standing};
use crate::failure::{Failure, Result};
use crate::scan::{Level, WeekSum};
use crate::signals::PeerFigures;
use crate::signals::s10_worsening::{self, Stretch};
use crate::signals::s12b_timetable::{self, Compared, Median};
use crate::signals::season::Season;

/// The version that this program writes. A higher one is refused.
const VERSION: u32 = 2;

/// The figures that need all pupils, and since when the two signals among them have been true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredPeers {
    /// S10, by a program that stored it with each pupil (version 1).
    pub s10: Option<s10_worsening::Figures>,
    /// S12b.
    pub s12b: s12b_timetable::Figures,
    /// P15.
    pub stale_since: Option<Day>,
    /// The level of others.
    pub others: Option<Level>,
    /// Since when S10 has been true.
    pub s10_since: Option<Day>,
    /// Since when S12b has been true.
    pub s12b_since: Option<Day>,
    /// The schools whose files hold the pupil's rows, of this school year and of an earlier one.
    pub schools: BTreeSet<i32>,
}

impl StoredPeers {
    /// What is stored of a pupil of a full overview; `earlier` are the schools of an earlier school year that is drawn
    /// too, as [`crate::scan::Light::schools`] has them.
    pub fn of(standing: &Standing, earlier: &[i32]) -> StoredPeers {
        StoredPeers {
            schools: standing.schools.iter().chain(earlier).copied().collect(),
            s10: None,
            s12b: standing.peers.s12b,
            stale_since: standing.peers.stale_since,
            others: standing.peers.others,
            s10_since: standing.since.of(Signal::S10),
            s12b_since: standing.since.of(Signal::S12b),
        }
    }

    /// The figures as JSON, some hundred bytes.
    ///
    /// # Errors
    /// None that is known: whole numbers always have a JSON.
    pub fn to_json(&self) -> Result<String> {
        serde_json::to_string(&Wire::of(self)).map_err(|source| Failure::Fault {
            context: "writing the stored figures".to_owned(),
            source: Box::new(source),
        })
    }

    /// Reads what [`StoredPeers::to_json`] has written, also by an earlier version.
    ///
    /// # Errors
    /// Refused when a later version has written it (`stored-figures-newer`) or nobody has (`stored-figures-broken`).
    pub fn from_json(json: &str) -> Result<StoredPeers> {
        let refused = |code| Failure::Refused(Message::new(code));
        let Version { v } = serde_json::from_str(json).map_err(|_| refused("stored-figures-broken"))?;
        if v > VERSION {
            return Err(refused("stored-figures-newer"));
        }
        let wire: Wire = serde_json::from_str(json).map_err(|_| refused("stored-figures-broken"))?;
        Ok(wire.stored())
    }

    /// The figures on a day, of a pupil with these week sums: S10 measured against the season of that day.
    pub(super) fn peers(&self, sums: &[WeekSum], day: Day, season: &Season) -> PeerFigures {
        let measured = || s10_worsening::Figures::measure(&s10_worsening::valid_weeks(sums, day, day), season);
        PeerFigures {
            s10: self.s10.unwrap_or_else(measured),
            s12b: self.s12b,
            stale_since: self.stale_since,
            others: self.others,
        }
    }

    /// The signals of the own days as they were followed, and these two as they were stored.
    pub(super) fn since(&self, own: Since) -> Since {
        own.with(Signal::S10, self.s10_since).with(Signal::S12b, self.s12b_since)
    }
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

/// Days and weeks are numbers, as in [`Day`] and [`Week`]; what is not known is left out.
#[derive(Serialize, Deserialize)]
struct Wire {
    v: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    weeks: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stage: Option<WireStage>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    baseline: Option<WireStretch>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    monitored: Option<WireStretch>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    base: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cusum: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    s10_since: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    timetable: Option<WireTimetable>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    s12b_since: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stale_since: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    others: Option<WireLevel>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    schools: BTreeSet<i32>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum WireStage {
    Low,
    Middle,
    High,
}

#[derive(Serialize, Deserialize)]
struct WireStretch {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    weeks: Option<(i32, i32)>,
    d: i64,
    a: i64,
    s: i64,
    u: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    others: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct WireTimetable {
    school: i32,
    grade: i32,
    own: i64,
    median: i64,
    pupils: i64,
}

#[derive(Serialize, Deserialize)]
struct WireLevel {
    a: i64,
    d: i64,
    pupils: i64,
    grade: i32,
}

impl Wire {
    fn of(stored: &StoredPeers) -> Wire {
        let number = |day: Option<Day>| day.map(|day| day.0);
        let StoredPeers { s12b, stale_since, others, .. } = stored;
        Wire {
            v: VERSION,
            weeks: None,
            stage: None,
            baseline: None,
            monitored: None,
            base: None,
            cusum: None,
            s10_since: number(stored.s10_since),
            timetable: s12b.compared.map(|it| WireTimetable {
                school: it.school,
                grade: it.grade,
                own: it.own,
                median: it.median.minutes,
                pupils: it.median.pupils,
            }),
            s12b_since: number(stored.s12b_since),
            stale_since: number(*stale_since),
            others: others.map(|it| WireLevel { a: it.absent, d: it.reported, pupils: it.pupils, grade: it.grade }),
            schools: stored.schools.clone(),
        }
    }

    fn stored(self) -> StoredPeers {
        let stretch = |it: Option<WireStretch>| it.map(WireStretch::stretch).unwrap_or_default();
        let compared = self.timetable.map(|it| Compared {
            school: it.school,
            grade: it.grade,
            own: it.own,
            median: Median { minutes: it.median, pupils: it.pupils },
        });
        let others = self.others.map(|it| Level { absent: it.a, reported: it.d, pupils: it.pupils, grade: it.grade });
        let s10 = self.weeks.map(|weeks| s10_worsening::Figures {
            weeks,
            stage: self.stage.map(WireStage::stage),
            baseline: stretch(self.baseline),
            monitored: stretch(self.monitored),
            base: self.base,
            cusum: self.cusum,
        });
        StoredPeers {
            s10,
            s12b: s12b_timetable::Figures { compared },
            stale_since: self.stale_since.map(Day),
            others,
            s10_since: self.s10_since.map(Day),
            s12b_since: self.s12b_since.map(Day),
            schools: self.schools,
        }
    }
}

impl WireStage {
    fn stage(self) -> Stage {
        match self {
            WireStage::Low => Stage::Low,
            WireStage::Middle => Stage::Middle,
            WireStage::High => Stage::High,
        }
    }
}

impl WireStretch {
    fn stretch(self) -> Stretch {
        Stretch {
            weeks: self.weeks.map(|(first, last)| (Week(first), Week(last))),
            reported: self.d,
            absent: self.a,
            scheduled: self.s,
            invalid: self.u,
            others: self.others,
        }
    }
}
