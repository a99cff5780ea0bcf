//! The endpoints that are read, in the order in which they are, and what is asked of each.

/// Endpoints that a supplier may serve under an address of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Organisations, groups, persons, duties, activities and what was deleted.
    Roster,
    /// Calendar events and attendances.
    Lessons,
    /// Aggregated attendance.
    Sums,
}

impl Group {
    /// Every one.
    pub const ALL: [Group; 3] = [Group::Roster, Group::Lessons, Group::Sums];

    /// Its name in settings.
    pub fn code(self) -> &'static str {
        match self {
            Group::Roster => "roster",
            Group::Lessons => "lessons",
            Group::Sums => "sums",
        }
    }

    /// The group with that name, if any.
    pub fn from_code(code: &str) -> Option<Group> {
        Group::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// An endpoint that lists entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Endpoint {
    /// Schools, among others.
    Organisations,
    /// Classes and teaching groups.
    Groups,
    /// Pupils, guardians and staff.
    Persons,
    /// Who works where as what.
    Duties,
    /// What lessons are about.
    Activities,
    /// Lessons, with attendance.
    CalendarEvents,
    /// Attendance, where the lessons do not bring it.
    Attendances,
    /// Sums by pupil and activity.
    AggregatedAttendance,
}

impl Endpoint {
    /// Every one, in the order of reading.
    pub const ALL: [Endpoint; 8] = [
        Endpoint::Organisations,
        Endpoint::Groups,
        Endpoint::Persons,
        Endpoint::Duties,
        Endpoint::Activities,
        Endpoint::CalendarEvents,
        Endpoint::Attendances,
        Endpoint::AggregatedAttendance,
    ];

    /// Its name in addresses.
    pub fn path(self) -> &'static str {
        match self {
            Endpoint::Organisations => "organisations",
            Endpoint::Groups => "groups",
            Endpoint::Persons => "persons",
            Endpoint::Duties => "duties",
            Endpoint::Activities => "activities",
            Endpoint::CalendarEvents => "calendarEvents",
            Endpoint::Attendances => "attendances",
            Endpoint::AggregatedAttendance => "aggregatedAttendance",
        }
    }

    /// The sentence that says that it is being fetched.
    pub fn stage(self) -> &'static str {
        match self {
            Endpoint::Organisations => "service-stage-organisations",
            Endpoint::Groups => "service-stage-groups",
            Endpoint::Persons => "service-stage-persons",
            Endpoint::Duties => "service-stage-duties",
            Endpoint::Activities => "service-stage-activities",
            Endpoint::CalendarEvents => "service-stage-events",
            Endpoint::Attendances => "service-stage-attendances",
            Endpoint::AggregatedAttendance => "service-stage-sums",
        }
    }

    /// Its group.
    pub fn group(self) -> Group {
        match self {
            Endpoint::CalendarEvents | Endpoint::Attendances => Group::Lessons,
            Endpoint::AggregatedAttendance => Group::Sums,
            _ => Group::Roster,
        }
    }

    /// Whether there is no roster without it, so that a service must have it.
    pub fn is_needed(self) -> bool {
        matches!(self, Endpoint::Organisations | Endpoint::Groups | Endpoint::Persons)
    }

    /// What is asked to stand within each entity.
    pub(super) fn expand(self) -> &'static [&'static str] {
        match self {
            Endpoint::CalendarEvents => &["attendance"],
            Endpoint::Activities => &["syllabus"],
            _ => &[],
        }
    }

    /// Whether its entities have ids. Sums have none.
    pub(super) fn has_ids(self) -> bool {
        self != Endpoint::AggregatedAttendance
    }
}
