//! Duties and the teachers of activities: who teaches a class a subject.

use std::collections::BTreeSet;

use domain::Day;
use serde_json::Value;

use super::{field, people};
use crate::known::Known;
use crate::out::Out;
use crate::sink::Teacher;

/// A duty: whose it is, for the activities that name it.
pub(super) fn duty(value: &Value, known: &mut Known, out: &mut Out<'_>) {
    remember(value, known);
    out.kept();
}

fn remember(value: &Value, known: &mut Known) -> Option<()> {
    let (id, person) = (field::id(value, "id")?, field::id(value, "person")?);
    known.remembered.duties.insert(id, person);
    let embedded = value.get("_embedded").and_then(|it| it.get("person"))?;
    people::remember_contact(person, embedded, known);
    Some(())
}

/// Hands over who teaches the classes of an activity today. Nobody with protected identity, and nobody for an activity
/// whose school, subject or classes are not known.
pub(super) fn of_activity(value: &Value, known: &mut Known, out: &mut Out<'_>) {
    for duty in value.get("_embedded").map_or(&[][..], |it| field::list(it, "teachers")) {
        remember(duty, known);
    }
    let today = Day::of(known.today);
    let holds = |entry: &&Value| {
        let from = field::day(entry, "startDate").is_none_or(|from| from <= today);
        from && field::day(entry, "endDate").is_none_or(|to| today <= to)
    };
    let remembered = &known.remembered;
    let id = field::id(value, "id").and_then(|id| remembered.activity_by_id(id));
    let Some(activity) = id else { return };
    let school = activity.organisation.and_then(|it| remembered.schools.get(&it).copied());
    let (Some(school), Some(subject)) = (school, remembered.subject_of(activity)) else { return };
    let name = |entry: &Value| {
        let person = remembered.duties.get(&field::id(entry, "duty")?)?;
        let known_as = remembered.contacts.get(person).filter(|_| !remembered.protected.contains(person))?;
        (!known_as.name.is_empty()).then(|| known_as.name.clone())
    };
    let names: BTreeSet<String> = field::list(value, "teachers").iter().filter(holds).filter_map(name).collect();
    if names.is_empty() {
        return;
    }
    let groups = field::list(value, "groups").iter().filter_map(|group| field::id(group, "id"));
    let members = groups.filter_map(|group| remembered.members.get(&group)).flatten();
    let here = members.filter(|(_, from, to)| *from <= today && today <= *to);
    let classes: BTreeSet<String> =
        here.filter_map(|(person, ..)| remembered.classes.get(person).cloned()).filter(|it| !it.is_empty()).collect();
    for class in &classes {
        for name in &names {
            let (class, subject, name) = (class.clone(), subject.to_owned(), name.clone());
            out.teacher(Teacher { school, class, subject, name });
        }
    }
}
