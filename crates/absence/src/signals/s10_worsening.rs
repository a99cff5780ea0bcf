//! S10 Tydlig försämring: absence well above the pupil's own earlier level, with the season of the peers taken away.
//!
//! Window: the last 16 valid school weeks; the 8 oldest are the baseline, up to 8 latest are monitored. A winsorised
//! CUSUM in whole parts per million: tolerance 5 points, at most 25 points a week. Fires at 400,000 ppm·weeks, which is
//! 15 points over the own level for 4 weeks. Needs 12 valid weeks. Source: method, section 1.3 («S10 exactly»).

use domain::{Answer, Day, Stage, Week};
use pack::thresholds::Worsening;
use text::{Arg, Message, Rounding};

use super::season::Season;
use crate::explain::{self, Explained};
use crate::scan::{WeekSum, Window};

pub(super) const MILLION: i64 = 1_000_000;
const TOLERANCE: i64 = 50_000;
const CAP: i64 = 250_000;
const HIGHEST_EXPECTED: i64 = 950_000;
const LEAST_WEEKS: usize = 12;
/// Weeks that are monitored.
pub(super) const MONITORED: usize = 8;
const BASELINE: usize = 8;

/// A pupil's valid week: something is reported, and at least half of the scheduled minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ValidWeek {
    /// The week.
    pub week: Week,
    /// Stage of the grade on the week's last day.
    pub stage: Stage,
    /// D_w.
    pub reported: i64,
    /// A_w.
    pub absent: i64,
    /// S_w.
    pub scheduled: i64,
    /// U_w.
    pub invalid: i64,
}

/// The valid weeks of a pupil as known on a day, oldest first.
pub fn valid_weeks(sums: &[WeekSum], day: Day, scan_day: Day) -> Vec<ValidWeek> {
    let mut weeks = Vec::with_capacity(sums.len());
    for rows in sums.chunk_by(|a, b| a.week == b.week) {
        weeks.extend(valid_week(rows.iter().filter(|sum| sum.known_on(day, scan_day))));
    }
    weeks
}

fn valid_week<'a>(rows: impl Iterator<Item = &'a WeekSum>) -> Option<ValidWeek> {
    let mut last: Option<&WeekSum> = None;
    let (mut scheduled, mut reported, mut absent, mut invalid) = (0, 0, 0, 0);
    for row in rows {
        scheduled += i64::from(row.scheduled);
        reported += i64::from(row.reported);
        absent += i64::from(row.absent);
        invalid += i64::from(row.invalid);
        if last.is_none_or(|last| last.last_day() <= row.last_day()) {
            last = Some(row);
        }
    }
    let last = last.filter(|_| reported > 0 && 2 * reported >= scheduled)?;
    let stage = Stage::of(i8::try_from(last.grade).unwrap_or(i8::MAX));
    Some(ValidWeek { week: last.week, stage, reported, absent, scheduled, invalid })
}

/// Sums over some valid weeks, and what the others of the stage did in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// First and last week.
    pub weeks: Option<(Week, Week)>,
    /// ΣD.
    pub reported: i64,
    /// ΣA.
    pub absent: i64,
    /// ΣS.
    pub scheduled: i64,
    /// ΣU.
    pub invalid: i64,
    /// The others' level, weighted by the pupil's own D_w, ppm; `None` when there are too few others in some week.
    pub others: Option<i64>,
}

/// The numbers behind S10.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Number of valid weeks.
    pub weeks: i64,
    /// Stage in the latest valid week.
    pub stage: Option<Stage>,
    /// The baseline; empty when there are fewer than 12 valid weeks.
    pub baseline: Stretch,
    /// The monitored weeks; empty when there are fewer than 12 valid weeks.
    pub monitored: Stretch,
    /// b, ppm.
    pub base: Option<i64>,
    /// C at the latest week, ppm·weeks.
    pub cusum: Option<i64>,
}

impl Figures {
    /// Measures a pupil's valid weeks against the season.
    pub fn measure(weeks: &[ValidWeek], season: &Season) -> Figures {
        let mut figures = Figures { weeks: i64::try_from(weeks.len()).unwrap_or(i64::MAX), ..Figures::default() };
        figures.stage = weeks.last().map(|week| week.stage);
        if weeks.len() < LEAST_WEEKS {
            return figures;
        }
        let (earlier, monitored) = weeks.split_at(weeks.len() - MONITORED);
        let baseline = earlier.get(earlier.len().saturating_sub(BASELINE)..).unwrap_or(earlier);
        figures.baseline = stretch(baseline, season);
        figures.monitored = stretch(monitored, season);
        let base = MILLION * figures.baseline.absent / figures.baseline.reported;
        figures.base = Some(base);
        figures.cusum = Some(cusum(monitored, season, base, figures.baseline.others));
        figures
    }

    /// Whether the decision limit is reached.
    pub fn judge(&self, limit: &Worsening) -> Answer {
        self.cusum.map(|cusum| cusum >= limit.ppm_weeks).into()
    }

    /// First and last day of the weeks looked at.
    pub fn span(&self) -> Option<(Day, Day)> {
        let first = self.baseline.weeks?.0.monday();
        Some((first, self.monitored.weeks?.1.monday().plus(6)))
    }

    /// What the school is told.
    pub fn explain(&self) -> Explained {
        let (Some(before), Some(now), Some(stage)) = (self.baseline.weeks, self.monitored.weeks, self.stage) else {
            let need = i64::try_from(LEAST_WEEKS).unwrap_or(0);
            return explain::too_few_weeks(self.weeks, need).into_iter().collect();
        };
        let rate = |part, whole| Arg::Percent { part, whole, rounding: Rounding::Whole };
        let weeks = |(from, to): (Week, Week)| Arg::Weeks { from: from.number(), to: to.number() };
        let headline = Message::new("explain-s10")
            .with("base", rate(self.baseline.absent, self.baseline.reported))
            .with("base-weeks", weeks(before))
            .with("now", rate(self.monitored.absent, self.monitored.reported))
            .with("now-weeks", weeks(now));
        let others = match (self.baseline.others, self.monitored.others) {
            (Some(base), Some(now)) => Message::new("explain-s10-peers")
                .with("stage", Arg::Code(stage_code(stage)))
                .with("base", rate(base, MILLION))
                .with("now", rate(now, MILLION)),
            _ => Message::new("explain-s10-no-peers"),
        };
        let now = &self.monitored;
        let window = Window {
            scheduled: now.scheduled,
            reported: now.reported,
            valid: now.absent - now.invalid,
            invalid: now.invalid,
            ..Window::default()
        };
        let reported = |stretch: &Stretch| Arg::rate(stretch.reported, stretch.scheduled, &[100]);
        let coverage = Message::new("explain-s10-coverage")
            .with("base-reported", reported(&self.baseline))
            .with("base-weeks", weeks(before))
            .with("now-reported", reported(&self.monitored))
            .with("now-weeks", weeks(self.monitored.weeks.unwrap_or(before)));
        vec![headline, others, coverage, explain::basis(&window, &[])]
    }
}

/// The code of a stage's name.
pub fn stage_code(stage: Stage) -> &'static str {
    match stage {
        Stage::Low => "stage-low",
        Stage::Middle => "stage-middle",
        Stage::High => "stage-high",
    }
}

fn stretch(weeks: &[ValidWeek], season: &Season) -> Stretch {
    let sum = |minutes: fn(&ValidWeek) -> i64| weeks.iter().map(minutes).sum::<i64>();
    let reported = sum(|week| week.reported);
    let weighted = weeks.iter().map(|week| Some(week.reported * season.others(week)?)).sum::<Option<i64>>();
    Stretch {
        weeks: weeks.first().zip(weeks.last()).map(|(first, last)| (first.week, last.week)),
        reported,
        absent: sum(|week| week.absent),
        scheduled: sum(|week| week.scheduled),
        invalid: sum(|week| week.invalid),
        others: weighted.and_then(|sum| sum.checked_div(reported)),
    }
}

fn cusum(monitored: &[ValidWeek], season: &Season, base: i64, season_base: Option<i64>) -> i64 {
    monitored.iter().fold(0, |sum, week| {
        let shift = season_base.zip(season.others(week)).map_or(0, |(base, now)| now - base);
        let expected = (base + shift).clamp(0, HIGHEST_EXPECTED);
        let level = MILLION * week.absent / week.reported;
        (sum + (level - expected).clamp(-CAP, CAP) - TOLERANCE).max(0)
    })
}

#[cfg(test)]
mod tests;
