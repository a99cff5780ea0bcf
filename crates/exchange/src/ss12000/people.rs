//! Organisations, classes and persons: the roster.

use domain::bad_row::{File, Problem};
use domain::guardian::{Guardian, Relation};
use domain::pupil::{Pupil, Span};
use domain::{Day, Grade, PersonalNumber, SchoolYear};
use serde_json::Value;

use super::remembered::Contact;
use super::{Tally, field};
use crate::known::Known;
use crate::numbers::Key;
use crate::out::Out;
use crate::profile::Field;
use crate::sink::School;
use crate::value::{grade, number, present};

/// A school unit; other organisations have no code.
pub(super) fn organisation(value: &Value, known: &mut Known, out: &mut Out<'_>) {
    let name = field::text(value, "displayName").unwrap_or_default();
    let code = field::text(value, "schoolUnitCode").and_then(|code| number::whole(&code).ok());
    if let (Some(id), Some(code)) = (field::id(value, "id"), code) {
        known.remembered.schools.insert(id, code);
        known.add_school(&name, code);
        out.school(School { code, name });
    }
}

/// A class: the group of type `Klass` that a pupil is a member of today.
pub(super) fn group(value: &Value, known: &mut Known, out: &mut Out<'_>) {
    members(value, known);
    out.kept();
    if field::text(value, "groupType").as_deref() != Some("Klass") {
        return;
    }
    let name = field::text(value, "displayName").unwrap_or_default();
    let today = Day::of(known.today);
    let holds = |entry: &Value| {
        let from = field::day(entry, "startDate").is_none_or(|from| from <= today);
        from && field::day(entry, "endDate").is_none_or(|to| today <= to)
    };
    if !holds(value) {
        return;
    }
    for member in field::list(value, "groupMemberships").iter().filter(|member| holds(member)) {
        if let Some(person) = field::id(member, "person") {
            known.remembered.classes.insert(person, name.clone());
        }
    }
}

/// Who is a member of a group, and when: the pupils of its lessons.
fn members(value: &Value, known: &mut Known) {
    let Some(id) = field::id(value, "id") else { return };
    let member = |entry: &Value| {
        let from = field::day(entry, "startDate").unwrap_or(Day(i32::MIN));
        let to = field::day(entry, "endDate").unwrap_or(Day(i32::MAX));
        field::id(entry, "person").map(|person| (person, from, to))
    };
    let members = field::list(value, "groupMemberships").iter().filter_map(member).collect();
    known.remembered.members.insert(id, members);
}

/// A person: a pupil for each enrolment, else somebody who may be a guardian.
pub(super) fn person(row: u64, value: &Value, known: &mut Known, out: &mut Out<'_>, tally: &mut Tally) {
    tally.persons += 1;
    let mark = field::protected(value);
    tally.marks += u64::from(mark.is_some());
    let protected = mark == Some(true);
    let Some(id) = field::id(value, "id") else {
        if protected {
            out.maybe_protected();
        }
        return out.bad(File::Pupils, row, (Field::Pupil, Problem::Missing), protected);
    };
    if protected {
        known.remembered.protected.insert(id);
    }
    let gone = matches!(field::text(value, "personStatus").as_deref(), Some("Avliden" | "Utvandrad"));
    let enrolments = field::list(value, "enrolments");
    if gone || enrolments.is_empty() {
        if !gone && !protected {
            known.remembered.contacts.insert(id, contact(value, known));
        }
        return out.kept();
    }
    let number = match numbered(value, known) {
        Ok(number) => number,
        Err(slip) => {
            if protected {
                out.maybe_protected();
            }
            return out.bad(File::Pupils, row, slip, protected);
        }
    };
    known.remembered.pupils.insert(id, number);
    if protected {
        known.protect(number);
        out.protected(number);
    }
    for responsible in field::list(value, "responsibles") {
        if let Some(other) = field::id(responsible, "person") {
            known.remembered.responsible.push((number, other, relation(responsible)));
        }
    }
    let class = known.remembered.classes.get(&id).cloned().unwrap_or_default();
    for enrolment in enrolments {
        if field::flag(enrolment, "cancelled") == Some(true) && field::day(enrolment, "endDate").is_none() {
            continue;
        }
        match enrolled(value, enrolment, number, known, protected) {
            Ok(pupil) => {
                let pupil = Pupil { class: class.clone(), ..pupil };
                known.add_pupil(&pupil);
                out.pupil(row, pupil);
            }
            // upper secondary and adult education are outside what this is for
            Err((Field::SchoolForm, Problem::UnknownSchoolForm)) => tally.other_forms += 1,
            Err(slip) => {
                out.bad(File::Pupils, row, slip, protected);
                out.unread(number);
            }
        }
    }
}

fn numbered(value: &Value, known: &mut Known) -> Result<i32, (Field, Problem)> {
    let id = field::text(value, "id").ok_or((Field::Pupil, Problem::Missing))?;
    let mut keys = vec![Key::Id(id.to_lowercase())];
    if let Some(number) =
        value.get("civicNo").and_then(|it| field::text(it, "value").or_else(|| it.as_str().map(str::to_owned)))
    {
        let number = PersonalNumber::read(&number, known.today);
        // a number of another country is no Swedish number: the id is enough
        if let Ok(number) = number {
            keys.push(Key::Personal(number));
        }
    }
    known.numbers.of(&keys).map_err(|problem| (Field::Pupil, problem))
}

fn enrolled(
    person: &Value,
    enrolment: &Value,
    pupil: i32,
    known: &Known,
    protected: bool,
) -> Result<Pupil, (Field, Problem)> {
    let form = field::text(enrolment, "schoolType").ok_or((Field::SchoolForm, Problem::Missing))?;
    let form = grade::school_form(&form).map_err(|problem| (Field::SchoolForm, problem))?;
    // the standard spells it with one l
    let place = ["enroledAt", "enrolledAt"].iter().find_map(|name| field::id(enrolment, name));
    let school = place.and_then(|place| known.remembered.schools.get(&place).copied());
    let school = school.ok_or((Field::School, Problem::UnknownSchool))?;
    let level = match field::text(enrolment, "schoolYear") {
        Some(level) => grade::level(&level).map_err(|problem| (Field::Grade, problem))?,
        None if form == domain::SchoolForm::PreschoolClass => 0,
        None => return Err((Field::Grade, Problem::Missing)),
    };
    let from = field::day(enrolment, "startDate").ok_or((Field::EnrolledFrom, Problem::NotADate))?;
    let to = field::day(enrolment, "endDate");
    if to.is_some_and(|to| to < from) {
        return Err((Field::EnrolledTo, Problem::EndsBeforeStart));
    }
    // the level is the one of the day of reading, or of the last day when the enrolment has ended
    let today = Day::of(known.today);
    let school_year = SchoolYear::of(to.filter(|to| *to < today).unwrap_or(today).max(from));
    Ok(Pupil {
        pupil,
        personal_number: personal_number(person, known),
        name: name(person).ok_or((Field::Name, Problem::Missing))?,
        school,
        class: String::new(),
        grade: Grade { form, level, school_year },
        enrolled: Span { from, to },
        protected,
        reduced_timetable: None,
    })
}

fn personal_number(person: &Value, known: &Known) -> String {
    let number = person.get("civicNo").and_then(|it| field::text(it, "value"));
    let read = number.and_then(|number| PersonalNumber::read(&number, known.today).ok());
    read.map(|number| number.as_str().to_owned()).unwrap_or_default()
}

fn name(person: &Value) -> Option<String> {
    let parts = ["givenName", "familyName"].iter().filter_map(|part| field::text(person, part));
    let name = parts.collect::<Vec<_>>().join(" ");
    present(&name).ok().map(str::to_owned)
}

fn contact(person: &Value, known: &Known) -> Contact {
    let value_of = |list: &str| field::list(person, list).iter().find_map(|it| field::text(it, "value"));
    Contact {
        personal_number: personal_number(person, known),
        name: name(person).unwrap_or_default(),
        email: value_of("emails").unwrap_or_default(),
        telephone: value_of("phoneNumbers").unwrap_or_default(),
    }
}

/// Keeps a person who was embedded somewhere, unless there is a mark of protected identity.
pub(super) fn remember_contact(id: u128, person: &Value, known: &mut Known) {
    if field::protected(person) == Some(true) {
        known.remembered.protected.insert(id);
    } else if !known.remembered.contacts.contains_key(&id) {
        let contact = contact(person, known);
        known.remembered.contacts.insert(id, contact);
    }
}

fn relation(responsible: &Value) -> Relation {
    match field::text(responsible, "relationType").as_deref() {
        Some("Vårdnadshavare") => Relation::Guardian,
        Some("Annan ansvarig") => Relation::OtherResponsible,
        Some("God man") => Relation::Trustee,
        Some("Utsedd behörig") => Relation::Appointed,
        _ => Relation::Unknown,
    }
}

/// The guardians of the pupils so far, when both are known. Nothing of a protected pupil or guardian.
pub(super) fn guardians(known: &mut Known, out: &mut Out<'_>) {
    let pairs = std::mem::take(&mut known.remembered.responsible);
    for (pupil, person, relation) in pairs {
        let contact = known.remembered.contacts.get(&person).filter(|it| !it.name.is_empty());
        match contact {
            Some(contact) if !known.is_protected(pupil) => out.guardian(Guardian {
                pupil,
                personal_number: contact.personal_number.clone(),
                name: contact.name.clone(),
                email: contact.email.clone(),
                telephone: contact.telephone.clone(),
                relation,
            }),
            Some(_) => {}
            // another file of persons may tell
            None => known.remembered.responsible.push((pupil, person, relation)),
        }
    }
}
