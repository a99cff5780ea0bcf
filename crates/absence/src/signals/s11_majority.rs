//! S11 Stärkt stöd: over half of the term missed, grades F–9.
//!
//! Window: the term. Fires when `2·A > D`, strictly. Preliminary until the term ends, then final. Needs 30 known days
//! and 80 % coverage. While the term runs and the whole term's plan S_T is known, the answer may be certain already
//! (`2·A > S_T`) or impossible (`2·(A + S_T − D) ≤ S_T`). Source: method, section 1.3 (Stockholm's social investment).

use domain::{Answer, Day};
use pack::thresholds::Majority;
use text::{Arg, Message};

use crate::explain::{self, Explained};
use crate::scan::{View, Window};

const KNOWN_DAYS: i64 = 30;

/// The numbers behind S11.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The term so far.
    pub window: Window,
    /// Highest grade level of the pupil in the school year so far.
    pub grade: i32,
    /// S_T: scheduled minutes of the whole term; `None` when the plan does not reach the term's end.
    pub planned: Option<i64>,
    /// Last day of the term.
    pub term_end: Option<Day>,
    /// Whether the term is over.
    pub over: bool,
}

/// What the rest of the term can still change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Over the limit whatever happens.
    Certain,
    /// Not over the limit whatever happens.
    Impossible,
    /// The rest of the term decides.
    Open,
}

impl Verdict {
    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Certain => "certain",
            Verdict::Impossible => "impossible",
            Verdict::Open => "open",
        }
    }
}

impl Figures {
    /// Measures the term so far and its plan. The plan reaches the term's end when the pupil has a lesson on the
    /// term's last weekday or later.
    pub fn measure(view: &View<'_>) -> Figures {
        let (days, plan) = (view.term_days(), view.term_plan());
        let reached = |term_end: Day| {
            let latest = plan.last().or(days.last()).map(|day| day.date);
            latest.is_some_and(|latest| latest >= term_end.weekday_at_or_before())
        };
        let term_end = view.term.map(|term| term.end);
        let planned = days.iter().chain(plan).map(|day| day.scheduled).sum();
        Figures {
            window: Window::of(days),
            grade: view.days.iter().map(|day| day.highest_grade).max().unwrap_or(-1),
            planned: term_end.is_some_and(reached).then_some(planned),
            term_end,
            over: term_end.is_some_and(|end| view.as_of >= end),
        }
    }

    /// Whether the pupil is over the limit so far.
    pub fn judge(&self, limit: &Majority) -> Answer {
        let window = &self.window;
        let enough = window.known >= KNOWN_DAYS && window.covered() && (0..=9).contains(&self.grade);
        Answer::when(enough, 100 * window.absent() > limit.over_percent * window.reported)
    }

    /// What the rest of the term can change; `None` when the plan is not known.
    pub fn verdict(&self, limit: &Majority) -> Option<Verdict> {
        let (planned, absent) = (self.planned?, self.window.absent());
        let highest = absent + planned - self.window.reported;
        Some(if 100 * absent > limit.over_percent * planned {
            Verdict::Certain
        } else if 100 * highest <= limit.over_percent * planned {
            Verdict::Impossible
        } else {
            Verdict::Open
        })
    }

    /// What the school is told.
    pub fn explain(&self, limit: &Majority) -> Explained {
        let window = &self.window;
        let headline = Message::new("explain-s11")
            .with("rate", Arg::rate_over(window.absent(), window.reported, limit.over_percent));
        let missing = explain::too_few_days(window.known, KNOWN_DAYS).or_else(|| explain::low_coverage(window));
        let mut explained = explain::with_basis(self.judge(limit), headline, missing, window, None);
        let state = match (self.over, self.term_end, self.verdict(limit)) {
            (true, ..) => Message::new("explain-s11-final"),
            (_, _, Some(Verdict::Certain)) => Message::new("explain-s11-certain"),
            (_, _, Some(Verdict::Impossible)) => Message::new("explain-s11-impossible"),
            (_, _, Some(Verdict::Open)) => Message::new("explain-s11-open"),
            (_, _, None) => Message::new("explain-s11-plan-unknown"),
        };
        explained.push(state);
        if let (false, Some(end)) = (self.over, self.term_end) {
            explained.push(Message::new("explain-s11-preliminary").with("end", Arg::Day(end.date())));
        }
        explained
    }
}
