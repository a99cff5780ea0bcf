//! What a school line is drawn from.

/// A pupil's weeks and what happened in them, with every word that the picture shows.
///
/// A place in time is a place in `weeks`, counted from 0. One that is outside is not drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolLine<'a> {
    /// Beginning of the picture's ids, its own on each page.
    pub id: &'a str,
    /// Name of the picture, for who cannot see it.
    pub title: &'a str,
    /// What the picture shows, in words: the finding, not how it is drawn.
    pub description: &'a str,
    /// Every week of the school years, in order, holidays and weeks to come included; not the summer.
    pub weeks: Vec<Week>,
    /// The level of others in the same weeks; shorter, or nothing in a week, where it is not known.
    pub peers: Vec<Option<Peers>>,
    /// Signals, in order.
    pub signals: Vec<Mark>,
    /// Steps taken, in order.
    pub steps: Vec<Mark>,
    /// Changes of school, in order; drawn at the beginning of the week.
    pub moves: Vec<Mark>,
    /// Times with a reduced timetable, in order.
    pub reduced: Vec<Reduced>,
    /// Words of legend and axis.
    pub words: Words<'a>,
}

/// A calendar week.
///
/// Absence is three kinds of minutes that do not overlap. What cannot be is cut: no minutes below 0, no reported
/// minutes beyond the scheduled ones, no absence beyond the reported ones (the last kinds yield first).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// The week's name.
    pub label: String,
    /// What is told when the mouse rests on the week; empty for its name.
    pub says: String,
    /// Whether there was school.
    pub kind: Kind,
    /// Scheduled minutes. 100 % of the bar.
    pub scheduled: i64,
    /// Minutes of the lessons that were reported. The rest is drawn as not known.
    pub reported: i64,
    /// Minutes of valid absence, late arrivals not counted.
    pub valid: i64,
    /// Minutes of invalid absence, late arrivals not counted.
    pub invalid: i64,
    /// Minutes lost by arriving late.
    pub late: i64,
    /// Name of the month, in its first week.
    pub month_start: Option<String>,
    /// Name of the school year, in its first week.
    pub year_start: Option<String>,
}

/// What a week is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// School; with no scheduled minutes nothing is drawn.
    School,
    /// No school for anybody. Weeks beside each other with the same name are one holiday.
    Holiday {
        /// What people call it.
        name: String,
    },
    /// Nothing to draw: to come, or the pupil was not enrolled.
    #[default]
    None,
}

/// Absence of comparable pupils in a week, in permille of their time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peers {
    /// Where the band begins.
    pub low: i64,
    /// The level.
    pub mid: i64,
    /// Where the band ends.
    pub high: i64,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its place in the weeks.
    pub week: usize,
    /// What it was.
    pub label: String,
}

/// A time with a reduced timetable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reduced {
    /// Place of the first week.
    pub from: usize,
    /// Place of the last week.
    pub to: usize,
    /// What was decided.
    pub label: String,
}

/// The words of legend and axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words<'a> {
    /// Valid absence.
    pub valid: &'a str,
    /// Invalid absence.
    pub invalid: &'a str,
    /// Late arrival.
    pub late: &'a str,
    /// Time that nobody reported.
    pub unreported: &'a str,
    /// The level of others.
    pub peers: &'a str,
    /// A signal.
    pub signal: &'a str,
    /// A step taken.
    pub step: &'a str,
    /// 0, 25, 50, 75 and 100 % of scheduled time; an empty one is not written.
    pub axis: [&'a str; 5],
}

/// How the picture lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// School years side by side, for about 1,100 px and for paper.
    Wide,
    /// One school year below the other, for about 360 px.
    Narrow,
}
