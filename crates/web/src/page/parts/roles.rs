//! The roles of an account: a few rows of role, school and class.

use access::{Class, Place, Role, RoleAt, UnitId};
use casework::view::School;
use maud::{Markup, html};
use text::Language;

use crate::{
    fields::Fields,
    session::Visit,
    ui::{self, Choice, Field, Kind, Problems},
    words,
};

/// Rows that are empty below those that are filled in.
const MORE: usize = 1;
/// Rows at most.
const MOST: usize = 8;

/// The names of a row's three fields. The first row's carry the names that refusals know.
const NAMES: [[&str; 3]; MOST] = [
    ["roles", "school", "class"],
    ["roles-2", "school-2", "class-2"],
    ["roles-3", "school-3", "class-3"],
    ["roles-4", "school-4", "class-4"],
    ["roles-5", "school-5", "class-5"],
    ["roles-6", "school-6", "class-6"],
    ["roles-7", "school-7", "class-7"],
    ["roles-8", "school-8", "class-8"],
];

/// The rows, with what was chosen before or what holds.
pub(in crate::page) fn fields(
    visit: &Visit,
    schools: &[School],
    held: &[RoleAt],
    typed: &Fields,
    problems: &Problems,
) -> Markup {
    let sent = typed.0.iter().any(|(name, _)| name == NAMES[0][0]);
    let rows = if sent { filled(typed) } else { held.len() } + MORE;
    html! {
        (ui::quiet(&visit.say("web-account-roles-place")))
        @for (number, names) in (1..).zip(NAMES.iter().take(rows)) {
            @let before = held.get(usize::try_from(number - 1).unwrap_or_default()).filter(|_| !sent);
            (row(visit, (number, names), schools, before, typed, problems))
        }
    }
}

fn filled(typed: &Fields) -> usize {
    NAMES.iter().filter(|[role, ..]| typed.has(role)).count()
}

fn row(
    visit: &Visit,
    (number, [role, school, class]): (i64, &[&'static str; 3]),
    schools: &[School],
    before: Option<&RoleAt>,
    typed: &Fields,
    problems: &Problems,
) -> Markup {
    let language = visit.language();
    let (held, unit, name) = before
        .map_or_else(|| (typed.get(role).to_owned(), typed.get(school).to_owned(), typed.get(class).to_owned()), split);
    let roles: Vec<_> = Role::ALL
        .iter()
        // the lead group has no page yet: a role that opens nothing is not offered
        .filter(|role| visit.office.side().is_some_and(|side| role.belongs(side)) && **role != Role::LeadGroup)
        .map(|role| (role.code(), words::role(*role, language)))
        .collect();
    let none = visit.say("web-account-role-none");
    let roles = roles.iter().map(|(code, label)| Choice::new(code, label));
    let roles: Vec<_> = std::iter::once(Choice::new("", &none)).chain(roles).collect();
    let codes: Vec<_> = schools.iter().map(|school| (school.unit.0.to_string(), school.name.as_str())).collect();
    let all = visit.say("web-account-school-all");
    let units = codes.iter().map(|(code, name)| Choice::new(code, name));
    let units: Vec<_> = std::iter::once(Choice::new("", &all)).chain(units).collect();
    let label = words::tell("web-account-role", [("number", words::count(number))], language);
    let (at, of) = (visit.say("web-account-school-label"), visit.say("web-account-class-label"));
    ui::beside(html! {
        (ui::select(&Field { name: role, label: &label, hint: "", error: problems.of(role) }, &roles, &held))
        (ui::select(&Field { name: school, label: &at, hint: "", error: problems.of(school) }, &units, &unit))
        (ui::input(&Field { name: class, label: &of, hint: "", error: problems.of(class) }, Kind::Short, &name))
    })
}

/// A role as the three fields have it.
fn split(role: &RoleAt) -> (String, String, String) {
    let code = role.role.code().to_owned();
    match &role.place {
        Place::Room => (code, String::new(), String::new()),
        Place::Unit(unit) => (code, unit.0.to_string(), String::new()),
        Place::Class(class) => (code, class.unit.0.to_string(), class.name.clone()),
    }
}

/// The roles that were sent; or the first place that does not fit its role.
pub(in crate::page) fn read(typed: &Fields) -> Result<Vec<RoleAt>, (&'static str, &'static str)> {
    let rows = NAMES.iter().filter_map(|names| Role::from_code(typed.get(names[0])).map(|role| (role, names)));
    rows.map(|(role, [_, school, class])| Ok(RoleAt { role, place: place(role, typed, school, class)? })).collect()
}

fn place(
    role: Role,
    typed: &Fields,
    school: &'static str,
    class: &'static str,
) -> Result<Place, (&'static str, &'static str)> {
    let unit = typed.get(school).parse().map(UnitId).map_err(|_| (school, "web-account-place-school"));
    match role {
        Role::Mentor if typed.has(class) => Ok(Place::Class(Class { unit: unit?, name: typed.get(class).to_owned() })),
        Role::Mentor => Err((class, "web-account-place-class")),
        Role::SchoolCounsellor | Role::SpecialEducator | Role::SchoolNurse | Role::HeadTeacher => unit.map(Place::Unit),
        _ => Ok(Place::Room),
    }
}

/// `kurator, Björkskolan`.
pub(in crate::page) fn told(role: &RoleAt, schools: &[School], language: Language) -> String {
    let name =
        |unit: UnitId| schools.iter().find(|it| it.unit == unit).map_or(unit.0.to_string(), |it| it.name.clone());
    let what = ("role", words::words(words::role(role.role, language)));
    match &role.place {
        Place::Room => words::tell("web-accounts-role-room", [what], language),
        Place::Unit(unit) => {
            words::tell("web-accounts-role-unit", [what, ("school", words::words(name(*unit)))], language)
        }
        Place::Class(class) => {
            let (at, of) = (("school", words::words(name(class.unit))), ("class", words::words(&class.name)));
            words::tell("web-accounts-role-class", [what, of, at], language)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &[(&str, &str)], expected: Result<&[(Role, Place)], &str>) {
        let fields = Fields(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
        let read = read(&fields).map_err(|(field, _)| field);
        let expected = expected.map(|all| {
            all.iter().map(|(role, place)| RoleAt { role: *role, place: place.clone() }).collect::<Vec<_>>()
        });
        assert_eq!(read, expected);
    }

    #[test]
    fn a_role_holds_where_it_can_be_held() {
        let school = ("school", "90000101");
        let at = Place::Unit(UnitId(90_000_101));
        check(&[("roles", "HeadTeacher"), school], Ok(&[(Role::HeadTeacher, at.clone())]));
        check(&[("roles", "Administrator"), school], Ok(&[(Role::Administrator, Place::Room)]));
        let class = Place::Class(Class { unit: UnitId(90_000_101), name: "7B".to_owned() });
        check(&[("roles", "Mentor"), school, ("class", "7B")], Ok(&[(Role::Mentor, class)]));
        check(
            &[("roles", ""), ("roles-2", "SpecialEducator"), ("school-2", "90000101")],
            Ok(&[(Role::SpecialEducator, at)]),
        );
    }

    #[test]
    fn a_place_that_is_missing_is_told_at_its_field() {
        check(&[("roles", "HeadTeacher")], Err("school"));
        check(&[("roles", "Mentor"), ("school", "90000101")], Err("class"));
    }
}
