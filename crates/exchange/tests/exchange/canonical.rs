//! What docs/canonical-files.md says of rows holds for tables of other systems too: row numbers, blanks, protection.

use exchange::{Format, Profile};

use crate::shared::*;

#[test]
fn line_ends_of_any_kind_give_the_same_rows_and_numbers() {
    let lines = [
        "Elevnummer,Skola,Åk,Datum,Starttid,Ämne,Lektionstid,Giltig,Ogiltig",
        "9000001,90000101,7,2026-11-16,08:15,MA,50,0,0",
        "9000001,90000101,7,2026-11-16,09:15,MA,x,0,0",
        "9000001,90000101,7,2026-11-16,10:15,\"MA\",50,0,0",
    ];
    for end in ["\n", "\r\n", "\r"] {
        for last in ["", end] {
            let content = lines.join(end) + last;
            let (found, reports) = read(vec![("l.csv", content.into_bytes())], &mut known()).unwrap();
            assert_eq!(found.lessons.len(), 2, "{end:?}");
            assert_eq!(bad(&reports[0]), ["3 s bad-row-not-a-number"], "{end:?}");
        }
    }
}

/// The examples of `docs/canonical-files.md`.
const CANONICAL_PUPILS: &str = "\
pupil,personal_number,name,school,class,grade,school_form,school_year,enrolled_from,enrolled_to,protected,reduced_from,reduced_to
1,,Saga Lind,90000101,7B,7,GR,2026,2026-08-17,2027-06-11,false,,
2,,Ali Berg,90000101,7B,7,GR,2026,2026-08-17,2026-10-11,false,,
2,,Ali Berg,90000102,7A,7,GR,2025,2026-10-12,2027-06-11,false,2026-10-12,2026-12-18
";
const CANONICAL_LESSONS: &str = "\
pupil,school,grade,date,start,subject,s,v,u,cancelled
1,90000101,7,2026-11-16,495,MA,50,0,0,false
1,90000101,7,2026-11-16,560,SV,50,50,0,false
1,90000101,7,2026-11-16,625,EN,50,,,false
1,90000101,7,2026-11-17,1005,IDH,50,0,7,false
1,90000101,7,2026-11-17,560,SO,50,,,true
";

#[test]
fn canonical_files_come_out_as_they_went_in() {
    let bytes = |text: &str| text.as_bytes().to_vec();
    let files = vec![("lessons.csv", bytes(CANONICAL_LESSONS)), ("pupils.csv", bytes(CANONICAL_PUPILS))];
    let (found, reports) = read(files, &mut known()).unwrap();
    assert!(reports.iter().all(|report| report.format == Format::CanonicalCsv && report.bad.count == 0), "{reports:?}");
    let expected: Vec<&str> = CANONICAL_LESSONS.lines().skip(1).collect();
    assert_eq!(found.lessons, expected);
    let ali = &found.pupils[2];
    assert_eq!((ali.pupil, ali.grade.school_year.0, ali.school), (2, 2025, 90_000_102));
    assert_eq!(ali.reduced_timetable.map(|span| span.from.to_string()).as_deref(), Some("2026-10-12"));
}

#[test]
fn an_empty_field_is_no_presence_until_somebody_says_so() {
    let content = "Elevnummer;Skola;Åk;Datum;Starttid;Ämne;Lektionstid;Giltig;Ogiltig\n\
        9000001;90000101;7;2026-11-16;08:15;MA;50;;\n\
        9000001;90000101;7;2026-11-16;09:15;MA;50;50;\n";
    let file = || vec![("l.csv", content.as_bytes().to_vec())];
    let ends = |found: Gathered| {
        found.lessons.iter().map(|it| it.split_once(",MA,").unwrap().1.to_owned()).collect::<Vec<_>>()
    };
    let (found, _) = read(file(), &mut known()).unwrap();
    assert_eq!(ends(found), ["50,,,false", "50,50,,false"]);
    let look = exchange::look::look(&mut source("l", file().remove(0).1), Format::Csv, None, TODAY).unwrap();
    let profile = Profile { blank_is_zero: true, ..look.profile };
    let (found, _) = read_with(file(), Some(&profile), &mut known()).unwrap();
    assert_eq!(ends(found), ["50,0,0,false", "50,50,0,false"]);
}

#[test]
fn a_protection_mark_that_cannot_be_read_counts_as_set() {
    let content = "Elevnummer;Namn;Skola;Åk;Skolform;Skyddad\n\
        9000001;Elsa Nordin;90000101;7;GR;?\n\
        ;Nora Ahlin;90000101;4;GR;Ja\n\
        9000003;Tindra;Löfgren;90000107;9;GR;Nej\n";
    let (found, reports) = read(vec![("p.csv", content.as_bytes().to_vec())], &mut known()).unwrap();
    assert!(found.pupils.is_empty());
    assert_eq!(reports[0].notices[0].code, "exchange-assumed-enrolment");
    assert_eq!((found.protected, found.unread), (vec![9_000_001], vec![9_000_001]));
    let report = &reports[0].bad;
    assert_eq!((report.unclear, report.unprotected), (1, 2), "nobody can tell whom the other two rows may protect");
    assert_eq!(bad(&reports[0]), ["2  bad-row-protected", "3  bad-row-protected", "4 pupil bad-row-wrong-field-count"]);
}
