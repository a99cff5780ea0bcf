//! Where somebody can go, by what she or he works as. It only spares people links that would lead to a no: what may be
//! seen is decided below.

use access::{Role, RoleAt};

use crate::{page::papers, session::Door, ui::Nav, words};

const LISTS: &[Role] = &[Role::Mentor, Role::SchoolCounsellor, Role::SpecialEducator, Role::HeadTeacher];
const MEETS: &[Role] = &[Role::SchoolCounsellor, Role::SpecialEducator, Role::HeadTeacher];
const CARRIES: &[Role] = &[
    Role::SchoolCounsellor,
    Role::SpecialEducator,
    Role::HeadTeacher,
    Role::SchoolSocialWorker,
    Role::FamilyTherapist,
    Role::UnitManager,
];
const DECIDES: &[Role] = &[Role::HeadTeacher];
const QUALITY: &[Role] = &[Role::Coordinator, Role::HeadTeacher, Role::Administrator];
const OFFICER: &[Role] = &[Role::ProtectedDataOfficer];
const ADMINISTERS: &[Role] = &[Role::Administrator];
const COUNTS: &[Role] = &[Role::Administrator, Role::Coordinator];

/// The page whose name tells how many wait.
const DECISIONS: &str = "web-nav-decisions";

/// Every page of the menu: its path, its name and whose it is; nobody named is everybody.
const PAGES: &[(&str, &str, &[Role])] = &[
    ("/", "web-nav-start", &[]),
    ("/narvaro", "web-nav-list", LISTS),
    ("/eht", "web-nav-meeting", MEETS),
    ("/arenden", "web-nav-episodes", CARRIES),
    ("/mina-beslut", DECISIONS, DECIDES),
    ("/datakvalitet", "web-nav-quality", QUALITY),
    ("/skyddade", "web-nav-protected", OFFICER),
    ("/import", "web-nav-import", ADMINISTERS),
    ("/konton", "web-nav-accounts", ADMINISTERS),
    ("/jobb", "web-nav-jobs", ADMINISTERS),
    ("/installningar/gransvarden", "web-nav-thresholds", COUNTS),
    ("/installningar/api", "web-nav-api", ADMINISTERS),
    ("/installningar/rum", "web-nav-peers", ADMINISTERS),
    (papers::PATH, "paper-title", &[]),
    ("/om", "web-nav-about", &[]),
];

/// The menu, with how many decisions wait for somebody who makes some.
pub(crate) fn nav(door: &Door, roles: &[RoleAt], waiting: Option<i64>) -> Vec<Nav> {
    let has = |these: &[Role]| these.is_empty() || roles.iter().any(|held| these.contains(&held.role));
    // Whose the papers are depends on the side of the room too.
    let papers = papers::are_for(door.office.side(), roles);
    let mine = PAGES.iter().filter(|(path, _, these)| has(these) && (*path != papers::PATH || papers));
    let count = words::count(waiting.unwrap_or_default());
    let label = |code: &'static str| match code {
        DECISIONS => words::tell(code, [("count", count.clone())], door.language()),
        _ => door.say(code),
    };
    mine.map(|(path, code, _)| Nav::new(door.url(path), label(code))).collect()
}
