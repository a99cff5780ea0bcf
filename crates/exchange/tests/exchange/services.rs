//! Edlevo and SS 12000: the right result stated from the schemas, field by field.

use crate::shared::*;
use domain::guardian::Relation;
use exchange::Known;

/// Elsa, and Nora who is protected.
#[cfg(test)]
fn with_roster() -> Known {
    let mut known = known();
    read(vec![("pupils.csv", fixture("csv/pupils.csv"))], &mut known).unwrap();
    known
}

#[cfg(test)]
fn number(known: &Known, personal_number: &str) -> i32 {
    known.numbers.find(&exchange::Key::read(personal_number, TODAY).unwrap()).unwrap()
}

#[test]
fn edlevos_minutes_are_added_by_lesson_and_late_counts_as_invalid() {
    let mut known = with_roster();
    let (found, reports) = read(vec![("a.xml", fixture("edlevo/absence.xml"))], &mut known).unwrap();
    let elsa = number(&known, "201303149809");
    assert_eq!(
        found.lessons,
        [
            format!("{elsa},90000101,7,2026-11-16,495,MA,50,0,25,false"),
            format!("{elsa},90000101,7,2026-11-17,560,SV,50,50,0,false"),
        ]
    );
    // the third person is in no roster; Nora's event goes nowhere and is not listed
    assert_eq!(bad(&reports[0]), ["6 pupil bad-row-looks-like-personal-number"]);
}

#[test]
fn presence_never_overrides_absence_whatever_the_order_of_the_files() {
    let files = || vec![("p.xml", fixture("edlevo/presence.xml")), ("a.xml", fixture("edlevo/absence.xml"))];
    let mut known = with_roster();
    let (found, _) = read(files(), &mut known).unwrap();
    let elsa = number(&known, "201303149809");
    assert_eq!(
        found.lessons,
        [
            format!("{elsa},90000101,7,2026-11-16,495,MA,50,0,25,false"),
            format!("{elsa},90000101,7,2026-11-17,560,SV,50,50,0,false"),
            format!("{elsa},90000101,7,2026-11-18,495,MA,50,0,0,false"),
        ]
    );
}

#[test]
fn edlevos_aggregations_become_sums() {
    let (found, reports) = read(vec![("g.xml", fixture("edlevo/aggregation.xml"))], &mut known()).unwrap();
    assert_eq!(found.sums.len(), 1);
    let sum = &found.sums[0];
    assert_eq!((sum.offered, sum.valid, sum.invalid, sum.subject.as_str()), (Some(2400), Some(120), Some(30), "MA"));
    assert_eq!(reports[0].notices[0].code, "exchange-only-sums");
}

#[test]
fn broken_xml_is_refused_and_no_entity_is_looked_up() {
    let check = |content: Vec<u8>, code: &str| {
        assert_eq!(refusal(read(vec![("x.xml", content)], &mut with_roster())), code);
    };
    check(fixture("edlevo/broken.xml"), "exchange-broken-xml");
    check(fixture("edlevo/entities.xml"), "exchange-broken-xml");
    let whole = fixture("edlevo/absence.xml");
    for part in [3, 5, 9] {
        let cut = whole[..whole.len() * part / 10].to_vec();
        let code = refusal(read(vec![("x.xml", cut)], &mut with_roster()));
        assert!(["exchange-truncated", "exchange-broken-xml"].contains(&code), "{code}");
    }
}

#[test]
fn a_roster_of_ss_12000_has_classes_guardians_and_protection() {
    let mut known = known();
    // given in the wrong order on purpose
    let names = ["persons", "groups", "organisations"];
    let files = names.map(|name| (name, fixture(&format!("ss12000/{name}.json"))));
    let (found, reports) = read(files.to_vec(), &mut known).unwrap();
    let rows: Vec<String> = found
        .pupils
        .iter()
        .map(|it| format!("{} {} {} {} {}", it.name, it.school, it.class, it.grade.level, it.protected))
        .collect();
    assert_eq!(rows, ["Elsa Nordin 90000101 7B 7 false", "Nora Ahlin 90000101  4 true"]);
    assert_eq!(found.schools.len(), 1, "the authority itself is no school");
    assert_eq!(found.guardians.len(), 1);
    let karin = &found.guardians[0];
    assert_eq!((karin.pupil, karin.relation), (found.pupils[0].pupil, Relation::Guardian));
    assert_eq!((karin.name.as_str(), karin.email.as_str()), ("Karin Nordin", "karin.nordin@example.org"));
    let persons = &reports[2];
    assert_eq!(bad(persons), ["3 school bad-row-unknown-school"]);
    assert_eq!(persons.notices[0].code, "exchange-other-school-forms");
    assert_eq!(number(&known, "201303149809"), found.pupils[0].pupil, "personal number and id are the same pupil");
}

#[test]
fn lessons_of_ss_12000_keep_unreported_apart_and_the_change_of_time_moves_none() {
    let mut known = known();
    let names = ["attendances", "calendar_events", "activities", "persons", "groups", "organisations"];
    let files = names.map(|name| (name, fixture(&format!("ss12000/{name}.json"))));
    let (found, reports) = read(files.to_vec(), &mut known).unwrap();
    let elsa = number(&known, "201303149809");
    let row = |date: &str, rest: &str| format!("{elsa},90000101,7,{date},495,GRGRMAT01,{rest}");
    assert_eq!(
        found.lessons,
        [
            row("2026-10-23", "50,0,0,false"),
            // 25 October is when summer time ends: the same time of day before and after
            row("2026-10-26", "45,0,15,false"),
            row("2026-10-27", "50,,,true"),
            // an unreported lesson has no minutes, whatever else stands there; the pupil's own length
            row("2026-10-28", "20,,,false"),
            // who does not take part is offered nothing
            row("2026-10-30", "50,0,0,true"),
            // the second page: 30 of 50 minutes there, and nobody says of what kind the rest is
            row("2026-10-23", "50,,,false"),
            // nobody has said anything: unreported for the member of the group
            row("2026-11-23", "50,,,false"),
        ]
    );
    let of = |name: &str| bad(reports.iter().find(|report| report.name == name).unwrap());
    assert_eq!(of("calendar_events"), ["5 start bad-row-not-a-time"]);
    assert_eq!(of("attendances"), ["5 subject bad-row-unknown-lesson", "6 pupil bad-row-unknown-pupil"]);
}

#[test]
fn who_teaches_a_class_is_handed_over_but_for_those_who_have_ended_or_are_protected() {
    let mut known = known();
    let names = ["activities", "duties", "persons", "groups", "organisations"];
    let files = names.map(|name| (name, fixture(&format!("ss12000/{name}.json"))));
    let (found, reports) = read(files.to_vec(), &mut known).unwrap();
    let told = found.teachers.iter().map(|it| format!("{} {} {} {}", it.school, it.class, it.subject, it.name));
    let told: Vec<String> = told.collect();
    // Karin Nordin is known from the persons, Åsa Ek from her duty
    assert_eq!(told, ["90000101 7B GRGRMAT01 Karin Nordin", "90000101 7B GRGRMAT01 Åsa Ek"]);
    assert!(!format!("{:?}", found.teachers).contains("Ek"));
    let duties = reports.iter().find(|report| report.name == "duties").unwrap();
    assert_eq!((duties.rows, duties.taken, duties.bad.count), (4, 4, 0));
}

#[test]
fn aggregated_attendance_without_a_denominator_has_none() {
    let mut known = known();
    let names = ["organisations", "persons", "activities", "aggregated_attendance"];
    let files = names.map(|name| (name, fixture(&format!("ss12000/{name}.json"))));
    let (found, _) = read(files.to_vec(), &mut known).unwrap();
    let sum = &found.sums[0];
    assert_eq!((sum.offered, sum.valid, sum.invalid, sum.reported), (None, Some(100), Some(50), Some(2150)));
    assert_eq!((sum.school, sum.subject.as_str()), (Some(90_000_101), "GRGRMAT01"));
}

#[test]
fn cut_and_broken_json_is_refused() {
    let whole = fixture("ss12000/persons.json");
    let cut = whole[..whole.len() / 2].to_vec();
    assert_eq!(refusal(read(vec![("p.json", cut)], &mut known())), "exchange-truncated");
    let broken = String::from_utf8(whole).unwrap().replace("\"enrolments\":[", "\"enrolments\":]");
    assert_eq!(refusal(read(vec![("p.json", broken.into_bytes())], &mut known())), "exchange-broken-json");
    let deep = format!("{{\"data\":[{{\"givenName\":1,\"familyName\":{}", "[".repeat(100_000));
    assert_eq!(refusal(read(vec![("p.json", deep.into_bytes())], &mut known())), "exchange-broken-json");
}
