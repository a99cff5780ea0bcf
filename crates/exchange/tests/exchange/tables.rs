//! Tables: CSV and workbooks as schools have them, with the right rows stated by hand from what stands in the files.

use crate::shared::*;
use crate::workbook::*;
use exchange::profile::{Column, Field, Kind, missing};
use exchange::value::Status;
use exchange::value::number::Unit;
use exchange::{Format, Profile};

#[cfg(test)]
fn profile(kind: Kind, columns: &[(Field, &str)]) -> Profile {
    let mut profile = Profile::of(kind);
    let column = |header: &str| Column { header: header.to_owned(), ..Column::default() };
    profile.columns = columns.iter().map(|(field, header)| (*field, column(header))).collect();
    profile
}

#[test]
fn a_roster_is_read_below_its_titles_and_protection_holds_in_bad_rows() {
    let mut known = known();
    let (found, reports) = read(vec![("pupils.csv", fixture("csv/pupils.csv"))], &mut known).unwrap();
    let rows: Vec<String> = found
        .pupils
        .iter()
        .map(|it| {
            let (school, level, form) = (it.school, it.grade.level, it.grade.form.code());
            format!(
                "{} {} {school} {} {level} {form} {} {}",
                it.personal_number, it.name, it.class, it.enrolled.from, it.protected
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            "201303149809 Elsa Nordin 90000101 7B 7 GR 2026-08-17 false",
            "201209029816 Yusuf Abdi 90000101 8A 8 GR 2026-08-17 false",
            "201105219826 Tindra Löfgren 90000107 9B 9 GR 2026-08-17 false",
            "201610309864 Nora Ahlin 90000104 4A 4 GR 2026-08-17 true",
        ]
    );
    // Nora's second row: row number and nothing else; Milo's temporary number is read, and his dates are the wrong way;
    // Sara's number has a wrong check digit
    assert_eq!(
        bad(&reports[0]),
        [
            "9  bad-row-protected",
            "10 enrolled_to bad-row-ends-before-start",
            "11 personal_number bad-row-not-a-personal-number"
        ]
    );
    assert_eq!(found.protected.len(), 2, "each of Nora's rows says so");
    assert!(found.pupils[0].pupil >= exchange::numbers::FIRST_GIVEN);
    assert_eq!(known.numbers.fresh().len(), 5);
    let shown = format!("{:?} {reports:?}", found.pupils);
    assert!(!shown.contains("Elsa") && !shown.contains("2013"), "{shown}");
}

#[test]
fn windows_letters_hours_and_clock_times_become_lessons() {
    let mut known = known();
    let (found, reports) = read(vec![("l.csv", fixture("csv/lessons_1252.csv"))], &mut known).unwrap();
    let first = exchange::numbers::FIRST_GIVEN;
    assert_eq!(
        found.lessons,
        [
            format!("{first},90000101,7,2026-11-16,495,MA,50,0,0,false"),
            format!("{first},90000101,7,2026-11-16,560,SV,50,30,0,false"),
            format!("{first},90000101,7,2026-11-16,625,EN,50,,,false"),
            format!("{},90000101,8,2026-11-17,495,IDH,60,0,7,false", first + 1),
        ]
    );
    assert_eq!(bad(&reports[0]), [""; 0]);
}

#[test]
fn words_for_presence_and_utf_16_become_lessons() {
    let (found, reports) = read(vec![("l.txt", fixture("csv/lessons_utf16.txt"))], &mut known()).unwrap();
    assert_eq!(
        found.lessons,
        [
            "9000001,90000101,7,2026-11-16,495,MA,50,0,0,false",
            "9000001,90000101,7,2026-11-16,560,SV,50,50,0,false",
            "9000001,90000101,7,2026-11-16,625,EN,50,0,20,false",
            "9000001,90000101,7,2026-11-17,495,MA,50,0,7,false",
            "9000001,90000101,7,2026-11-17,560,SV,50,,,false",
            "9000001,90000101,7,2026-11-17,625,EN,50,,,true",
            "9000001,90000101,7,2026-11-18,495,Löpning,50,,,false",
        ]
    );
    let codes: Vec<_> = reports[0].notices.iter().map(|notice| notice.code).collect();
    assert_eq!(codes, ["exchange-unknown-words"]);
}

#[test]
fn a_profile_says_what_the_systems_own_words_mean() {
    let content = fixture("csv/lessons_utf16.txt");
    let look = exchange::look::look(&mut source("l", content.clone()), Format::Csv, None, TODAY).unwrap();
    let mut profile = look.profile;
    profile.statuses.insert("Något eget ord".to_owned(), Status::Invalid);
    let (found, _) = read_with(vec![("l.txt", content)], Some(&profile), &mut known()).unwrap();
    assert_eq!(found.lessons.last().unwrap(), "9000001,90000101,7,2026-11-18,495,Löpning,50,0,50,false");
}

#[test]
fn dirty_rows_are_listed_and_the_others_go_on() {
    let (found, reports) = read(vec![("l.csv", fixture("csv/lessons_dirty.csv"))], &mut known()).unwrap();
    // year change, duplicates and overlaps are kept (P3 and P4 see to them), negative minutes too (P5)
    assert_eq!(
        found.lessons,
        [
            "9000001,90000101,7,2026-12-31,495,MA,50,0,0,false",
            "9000001,90000101,7,2027-01-01,495,MA,50,0,0,false",
            "9000001,90000101,7,2026-11-16,495,MA,50,0,0,false",
            "9000001,90000101,7,2026-11-16,495,MA,50,0,0,false",
            "9000001,90000101,7,2026-11-16,510,SV,50,10,0,false",
            "9000001,90000101,7,2026-11-17,495,MA,50,-10,0,false",
            "9000001,90000101,7,2026-11-19,495,MA,50,0,0,false",
        ]
    );
    assert_eq!(
        bad(&reports[0]),
        [
            "8 pupil bad-row-wrong-field-count",
            "9 pupil bad-row-wrong-field-count",
            "10 date bad-row-not-a-date",
            "11 start bad-row-not-a-time",
            "12 pupil bad-row-missing",
            "13 s bad-row-not-a-number",
            "14 subject bad-row-missing",
            "15 pupil bad-row-looks-like-personal-number",
            "16 cancelled bad-row-not-true-or-false",
            "17 date bad-row-missing",
        ]
    );
    assert_eq!((reports[0].rows, reports[0].taken, reports[0].bad.count), (17, 7, 10));
}

#[test]
fn with_a_roster_a_lesson_needs_no_grade_and_protected_and_unknown_pupils_stop() {
    let lessons = "Personnummer;Skola;Datum;Starttid;Ämne;Lektionstid;Giltig;Ogiltig\n\
        20130314-9809;Björkskolan;2026-11-16;08:15;MA;50;0;0\n\
        161030-9864;Granlidsskolan;2026-11-16;08:15;MA;50;0;50\n\
        161030-9864;Granlidsskolan;2026-11-16;kl åtta;MA;50;0;50\n\
        201307279842;Björkskolan;2026-11-16;08:15;MA;50;0;0\n";
    // the roster comes first whatever the order of the files
    let files = vec![("lessons.csv", lessons.as_bytes().to_vec()), ("pupils.csv", fixture("csv/pupils.csv"))];
    let (found, reports) = read(files, &mut known()).unwrap();
    assert_eq!(reports[0].name, "pupils.csv");
    let elsa = found.pupils[0].pupil;
    assert_eq!(found.lessons, [format!("{elsa},90000101,7,2026-11-16,495,MA,50,0,0,false")]);
    assert_eq!(bad(&reports[1]), ["5 pupil bad-row-unknown-pupil"]);
}

#[test]
fn guardians_go_by_place_where_there_is_no_header() {
    let mut profile = Profile::of(Kind::Guardians);
    profile.header_row = Some(0);
    let fields = [
        Field::PersonalNumber,
        Field::GuardianNumber,
        Field::GuardianGivenName,
        Field::GuardianFamilyName,
        Field::Email,
        Field::Telephone,
    ];
    for (at, field) in fields.into_iter().enumerate() {
        profile.columns.insert(field, Column { place: Some(at + 1), ..Column::default() });
    }
    let files = vec![("g.csv", fixture("csv/guardians_by_place.csv"))];
    let (found, reports) = read_with(files, Some(&profile), &mut known()).unwrap();
    assert_eq!(bad(&reports[0]), ["1 guardian_number bad-row-not-a-personal-number"]);
    let per = &found.guardians[0];
    assert_eq!((per.name.as_str(), per.personal_number.as_str()), ("Per Nordin", "198112189876"));
    assert!(!format!("{per:?}").contains("Per"));
    let marked = [b"\xef\xbb\xbf".to_vec(), fixture("csv/guardians_by_place.csv")].concat();
    let (again, _) = read_with(vec![("g.csv", marked)], Some(&profile), &mut known()).unwrap();
    assert_eq!(again.guardians, found.guardians, "a byte-order mark is no part of the first field");
}

#[test]
fn sums_keep_their_period_and_their_denominator() {
    let (found, _) = read(vec![("s.csv", fixture("csv/sums.csv"))], &mut known()).unwrap();
    let sum = &found.sums[0];
    // 40 hours; 2,5 hours; 5 % of 40 hours
    assert_eq!((sum.offered, sum.valid, sum.invalid), (Some(2400), Some(150), Some(120)));
    assert_eq!((sum.from.to_string().as_str(), sum.to.to_string().as_str()), ("2026-08-17", "2026-11-20"));
}

#[test]
fn a_workbook_gives_the_same_rows_as_text() {
    let (found, reports) = read(vec![("f.xlsx", packed(&parts()))], &mut known()).unwrap();
    let first = exchange::numbers::FIRST_GIVEN;
    assert_eq!(
        found.lessons,
        [
            format!("{first},90000101,7,2026-11-16,495,MA,50,0,10,false"),
            format!("{first},90000101,7,2026-11-16,560,SV,50,,,false"),
        ]
    );
    // a spreadsheet has rounded the number: it cannot be mended, and is not guessed at
    assert_eq!(bad(&reports[0]), ["6 personal_number bad-row-not-a-personal-number"]);
}

#[test]
fn a_look_is_masked_and_guesses_what_the_columns_are() {
    let mut file = source("pupils.csv", fixture("csv/pupils.csv"));
    let look = exchange::look::look(&mut file, Format::Csv, None, TODAY).unwrap();
    assert_eq!(look.profile.kind, Kind::Pupils);
    assert_eq!(look.missing, []);
    let of = |field: Field| look.profile.columns.get(&field).map(|column| column.header.as_str());
    assert_eq!(of(Field::PersonalNumber), Some("Personnummer"));
    assert_eq!(of(Field::Protected), Some("Sekretess"));
    let text = |shown: &exchange::look::Shown| match shown {
        exchange::look::Shown::Open(text) | exchange::look::Shown::Masked(text) => text.clone(),
        exchange::look::Shown::Protected => "-".to_owned(),
    };
    let rows: Vec<Vec<String>> = look.rows.iter().map(|(_, row)| row.iter().map(text).collect()).collect();
    assert_eq!(rows[0][2..5], ["xxxx xxx…", "00000000…", "7"]);
    assert!(rows[3].iter().all(|it| it == "-"), "a protected pupil's row shows nothing");
    let all = rows.concat().join(" ");
    assert!(!all.contains("Elsa") && !all.contains("2013"), "{all}");
    let open = exchange::look::look_open(&mut file, Format::Csv, None, TODAY).unwrap();
    assert_eq!(text(&open.rows[0].1[2]), "Elsa Nordin");
    assert!(open.rows[3].1.iter().all(|it| text(it) == "-"));
}

#[test]
fn what_is_missing_is_told_by_codes_and_nothing_is_read() {
    let profile = profile(Kind::Lessons, &[(Field::Pupil, "a"), (Field::Date, "b")]);
    let codes: Vec<_> = missing(&profile).iter().map(|message| message.code).collect();
    assert_eq!(
        codes,
        [
            "exchange-missing-school",
            "exchange-missing-start",
            "exchange-missing-subject",
            "exchange-missing-scheduled",
            "exchange-missing-absence"
        ]
    );
    let files = vec![("x.csv", fixture("csv/no_known_words.csv"))];
    assert_eq!(refusal(read(files, &mut known())), "exchange-missing-pupil");
    let roster = fixture("csv/lessons_dirty.csv");
    let mut wrong = exchange::look::look(&mut source("l", roster.clone()), Format::Csv, None, TODAY).unwrap().profile;
    wrong.columns.insert(Field::Class, Column { header: "Klass".to_owned(), ..Column::default() });
    assert_eq!(refusal(read_with(vec![("l.csv", roster)], Some(&wrong), &mut known())), "exchange-column-missing");
}

#[test]
fn a_profile_is_the_same_after_it_has_been_saved() {
    let mut profile = profile(Kind::Lessons, &[(Field::Pupil, "Elevnummer"), (Field::Valid, "Giltig")]);
    profile.columns.insert(Field::Scheduled, Column { header: "Tid".to_owned(), place: Some(3), unit: Unit::Hours });
    profile.statuses.insert("Sjuk".to_owned(), Status::Valid);
    profile.delimiter = Some(';');
    let saved = serde_json::to_string(&profile).unwrap();
    assert_eq!(serde_json::from_str::<Profile>(&saved).unwrap(), profile);
    assert!(saved.contains(r#""s":{"header":"Tid","place":3,"unit":"hours"}"#), "{saved}");
    assert!(serde_json::from_str::<Profile>(r#"{"kind":"lessons","columns":{},"colour":1}"#).is_err());
}

#[test]
fn a_reading_can_be_stopped() {
    let mut content = "Elevnummer,Skola,Åk,Datum,Starttid,Ämne,Lektionstid,Giltig,Ogiltig\n".to_owned();
    content.push_str(&"9000001,90000101,7,2026-11-16,08:15,MA,50,0,0\n".repeat(50_000));
    let mut gathered = Gathered { stop_at: Some(20_000), ..Gathered::default() };
    let jobs = vec![exchange::Job::new(source("l.csv", content.into_bytes()), None)];
    let stopped = exchange::read(jobs, &mut known(), &mut gathered);
    assert!(matches!(stopped, Err(exchange::Failure::Stopped)));
    assert!(gathered.lessons.len() < 30_000);
}

#[test]
fn a_first_row_that_may_be_a_pupil_is_not_shown_as_a_header() {
    let content = b"Elsa;Nordin;Bj\xf6rkskolan\nYusuf;Abdi;Bj\xf6rkskolan\n".to_vec();
    let look = exchange::look::look(&mut source("p", content), Format::Csv, None, TODAY).unwrap();
    assert_eq!(look.header, ["1", "2", "3"]);
    assert!(look.rows.iter().all(|(_, row)| row.iter().all(|it| matches!(it, exchange::look::Shown::Masked(_)))));
}

#[test]
fn of_a_profile_that_names_no_columns_these_are_guessed_and_what_it_tells_holds() {
    let told =
        Profile { school: Some(90_000_101), header_row: Some(2), delimiter: Some(';'), ..Profile::of(Kind::Pupils) };
    let mut file = source("l", fixture("csv/lessons_1252.csv"));
    let look = exchange::look::look(&mut file, Format::Csv, Some(&told), TODAY).unwrap();
    let guess = exchange::look::look(&mut file, Format::Csv, None, TODAY).unwrap();
    assert_eq!(look.profile.columns, guess.profile.columns);
    assert_eq!((look.profile.kind, look.profile.school), (Kind::Lessons, Some(90_000_101)));
    assert_eq!((look.profile.header_row, look.profile.delimiter), (Some(2), Some(';')));
    assert_eq!(look.header, guess.header);
}
