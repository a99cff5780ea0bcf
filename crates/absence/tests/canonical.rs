//! The two canonical files: what is read, what is left out, and what is told about rows that cannot be read.

#[cfg(test)]
mod shared;

use std::path::{Path, PathBuf};

use absence::canonical::write::{write_lessons, write_pupils};
use absence::canonical::{Against, BadRows, Lessons, Roster, read_lessons, read_pupils};
use absence::columns::Subjects;
use absence::columns::table::Row;
use absence::history::Spool;
use absence::history::change::Cover;
use absence::synth::{City, lessons_into, roster};
use domain::SchoolYear;
use domain::bad_row::Problem;
use shared::{day, refused};

const PUPILS: &str = "pupil,personal_number,name,school,class,grade,school_form,school_year,enrolled_from,enrolled_to,\
                      protected,reduced_from,reduced_to\n";
const LESSONS: &str = "pupil,school,grade,date,start,subject,s,v,u,cancelled\n";
const SAGA: &str = "1,201302149817,Saga Lind,90000101,7B,7,GR,2026,2026-08-17,2027-06-11,false,,\n";

struct Files(tempfile::TempDir);

#[cfg(test)]
impl Files {
    fn new() -> Files {
        Files(tempfile::tempdir().unwrap())
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }
}

#[cfg(test)]
fn pupils(text: &str) -> absence::Result<(Roster, BadRows)> {
    read_pupils(&Files::new().write("pupils.csv", text))
}

/// What was counted of a file of lessons, and its rows.
#[cfg(test)]
fn read(path: &Path, roster: &Roster, subjects: &Subjects) -> (Lessons, Vec<Row>) {
    let spool = Spool::in_memory(Cover::default());
    let read = read_lessons(path, Against { roster, subjects, spool: &spool }, &mut |_| ()).unwrap();
    let rows = spool.changes().iter().flat_map(|change| change.rows.read().unwrap()).collect();
    (read, rows)
}

#[cfg(test)]
fn lessons(rows: &str) -> Lessons {
    let files = Files::new();
    let (roster, bad) = read_pupils(&files.write("pupils.csv", format!("{PUPILS}{SAGA}"))).unwrap();
    assert_eq!(bad.count, 0);
    let path = files.write("lessons.csv", format!("{LESSONS}{rows}"));
    read(&path, &roster, &Subjects::default()).0
}

#[test]
fn a_row_that_cannot_be_read_is_told_by_row_and_column_without_its_value() {
    let check = |row: &str, column: &str, problem: Problem| {
        let (roster, bad) = pupils(&format!("{PUPILS}{SAGA}{row}\n")).unwrap();
        let found = bad.first.first().unwrap();
        assert_eq!((found.row, found.column, found.problem), (3, column, problem), "{row}");
        assert_eq!(roster.len(), 1, "the good row stays");
    };
    let place = "90000101,7B,7,GR,2026,2026-08-17,";
    check(&format!(",,Ali,{place},,,"), "pupil", Problem::Missing);
    check(&format!("201302149817,,Ali,{place},,,"), "pupil", Problem::LooksLikePersonalNumber);
    // 061224-1234 as a number has lost its zero: nine digits, but it is the personal number of the row
    check(&format!("612241234,200612241234 ,Ali,{place},,,"), "pupil", Problem::LooksLikePersonalNumber);
    check(&format!("2,,,{place},,,"), "name", Problem::Missing);
    check("2,,Ali,90000101,7B,sju,GR,2026,2026-08-17,,,,", "grade", Problem::NotANumber);
    check("2,,Ali,90000101,7B,11,GR,2026,2026-08-17,,,,", "grade", Problem::OutOfRange);
    check("2,,Ali,90000101,7B,7,GY,2026,2026-08-17,,,,", "school_form", Problem::UnknownSchoolForm);
    check("2,,Ali,90000101,7B,7,GR,2026,17/8 2026,,,,", "enrolled_from", Problem::NotADate);
    check("2,,Ali,90000101,7B,7,GR,2026,2026-08-17,2026-08-16,,,", "enrolled_to", Problem::EndsBeforeStart);
    check("2,,Ali,90000101,7B,7,GR,2026,2026-08-17,,kanske,,", "protected", Problem::NotTrueOrFalse);
    check("1,,Saga Lind,90000101,7C,7,GR,2026,2026-09-01,,,,", "enrolled_from", Problem::OverlappingEnrolment);
    check("2,,Ali,90000101,7B", "pupil", Problem::WrongFieldCount);
}

#[test]
fn lessons_are_sorted_out_one_by_one() {
    let read = lessons(
        "1,90000101,7,2026-09-07,480,MA,60,0,0,false\n\
         1,90000101,7,2026-09-07,560,SV,60,,,false\n\
         1,90000101,7,2026-09-07,640,EN,60,0,0,true\n\
         1,90000101,7,2026-09-07,700,EN,0,0,0,false\n\
         1,90000102,7,2026-09-07,480,MA,60,0,0,false\n\
         1,90000101,7,2026-08-14,480,MA,60,0,0,false\n\
         2,90000101,7,2026-09-07,480,MA,60,0,0,false\n\
         1,90000101,7,2026-09-07,1440,MA,60,0,0,false\n\
         1,90000101,7,2026-09-07,480,,60,0,0,false\n\
         1,90000101,7,2026-09-07,480,MA,sextio,0,0,false\n",
    );
    assert_eq!((read.rows, read.taken, read.cancelled, read.elsewhere), (10, 2, 2, 2));
    let bad: Vec<_> = read.bad.first.iter().map(|bad| (bad.row, bad.column, bad.problem)).collect();
    let expected = [
        (8, "pupil", Problem::UnknownPupil),
        (9, "start", Problem::OutOfRange),
        (10, "subject", Problem::Missing),
        (11, "s", Problem::NotANumber),
    ];
    assert_eq!(bad, expected);
}

#[test]
fn a_protected_pupil_is_not_even_counted() {
    let files = Files::new();
    let protected = SAGA.replace(",false,", ",true,");
    let (roster, _) = read_pupils(&files.write("pupils.csv", format!("{PUPILS}{protected}"))).unwrap();
    let rows = "1,90000101,7,2026-09-07,480,MA,60,0,0,false\n1,90000102,7,2026-09-07,480,MA,60,0,0,true\n";
    let path = files.write("lessons.csv", format!("{LESSONS}{rows}"));
    let (read, rows) = read(&path, &roster, &Subjects::default());
    assert_eq!((rows.len(), read.cancelled, read.elsewhere, read.bad.count), (0, 0, 0, 0));
}

#[test]
fn semicolons_a_byte_order_mark_other_columns_and_another_order_are_fine() {
    let header = "\u{feff}name;pupil;extra;personal_number;school;class;grade;school_form;school_year;enrolled_from;\
                  enrolled_to;protected;reduced_from;reduced_to\r\n";
    let text = format!("{header}\"Lind; Saga\";1;x;;90000101;7B;7;GR;2026;2026-08-17;;;2026-09-01;\r\n");
    let (roster, bad) = pupils(&text).unwrap();
    assert_eq!(bad.count, 0, "{bad:?}");
    assert_eq!(roster.of_pupil(1)[0].name, "Lind; Saga");
    assert_eq!(roster.reduced_on(1, day("2026-10-01")).unwrap().from, day("2026-09-01"));
}

#[test]
fn a_file_that_cannot_be_read_says_what_to_do() {
    let files = Files::new();
    let read = |path: PathBuf| refused(read_pupils(&path));
    assert_eq!(read(files.0.path().join("nowhere.csv")), "file-not-found");
    assert_eq!(read(files.write("pupils.xls", "")), "file-unknown-ending");
    assert_eq!(read(files.write("pupils.csv", "pupil,name\n")), "column-missing");
    assert_eq!(read(files.write("empty.csv", "")), "column-missing");
    assert_eq!(read(files.write("latin.csv", b"pupil,n\xe4mn\n")), "file-not-utf8");
    let latin = [PUPILS.as_bytes(), b"1,,\xc5sa,90000101,7B,7,GR,2026,2026-08-17,,,,\n"].concat();
    assert_eq!(read(files.write("latin2.csv", latin)), "file-not-utf8");
    assert_eq!(read(files.write("pupils.parquet", "PAR1 not really")), "file-broken-parquet");
    assert_eq!(read(files.write("long.csv", "x".repeat(10_000_000))), "column-missing");
}

#[test]
fn both_forms_of_a_city_read_back_the_same() {
    let files = Files::new();
    let city = City { pupils: 60, seed: 3, year: SchoolYear(2025), as_of: Some(day("2025-10-03")) };
    let mut both = Vec::new();
    for ending in ["csv", "parquet"] {
        let (pupils, lessons) = (format!("pupils.{ending}"), format!("lessons.{ending}"));
        write_pupils(&files.write(&pupils, ""), &roster(&city)).unwrap();
        let part = |part: usize, batch: &mut _| {
            let first = 20 * i32::try_from(part).unwrap();
            lessons_into(&city, first + 1, first + 20, batch);
        };
        write_lessons(&files.write(&lessons, ""), 3, 2, part, &mut |_| ()).unwrap();
        let (roster, bad) = read_pupils(&files.0.path().join(&pupils)).unwrap();
        let subjects = Subjects::default();
        let (found, mut rows) = read(&files.0.path().join(&lessons), &roster, &subjects);
        rows.sort_unstable_by_key(|row| (row.pupil, row.date, row.start));
        assert_eq!((bad.count, found.bad.count), (0, 0), "{ending}");
        let named: Vec<_> = rows.iter().map(|row| (*row, subjects.name(row.subject))).collect();
        let rows: Vec<_> =
            named.into_iter().map(|(row, name)| (row.pupil, row.date, row.start, name, row.valid)).collect();
        both.push((roster.len(), found.cancelled, found.elsewhere, rows));
    }
    assert!(both[0].3.len() > 5_000);
    assert!(both[0] == both[1], "the two forms differ");
}

#[test]
fn a_protection_mark_holds_however_bad_its_row_is() {
    let place = "90000101,7B,7,GR,2026";
    let protected = |row: &str| {
        let (roster, bad) = pupils(&format!("{PUPILS}{SAGA}{row}\n")).unwrap();
        (roster.protected().contains(&1), bad.count, bad.unprotected)
    };
    assert_eq!(protected(&format!("1,,Saga Lind,{place},2026-09-01,,true,,")), (true, 1, 0), "an overlapping row");
    assert_eq!(protected(&format!("1,,,{place},2027-08-17,,true,,")), (true, 1, 0), "a row without a name");
    assert_eq!(
        protected(&format!("1,,Saga Lind,{place},2027-08-17,,kanske,,")),
        (true, 1, 0),
        "a mark nobody can read"
    );
    assert_eq!(
        protected(&format!("?,,Saga Lind,{place},2027-08-17,,true,,")),
        (false, 1, 1),
        "a number nobody can read"
    );
    assert_eq!(protected("1,,Saga Lind"), (false, 1, 1), "half a row");
    assert_eq!(
        protected(&format!("?,,Saga Lind,{place},2027-08-17,,false,,")),
        (false, 1, 0),
        "said to be unprotected"
    );
}

#[test]
fn a_quote_that_swallows_rows_stops_the_file() {
    let files = Files::new();
    let text = format!(
        "{PUPILS}1,,\"Saga,90000101,7B,7,GR,2026,2026-08-17,,false,,\n2,,Ali,90000101,7B,7,GR,2026,2026-08-17,,true,,\n\
                        3,,Kim\",90000101,7B,7,GR,2026,2026-08-17,,false,,\n"
    );
    assert_eq!(refused(read_pupils(&files.write("pupils.csv", text))), "file-broken-quotes");
}

#[test]
fn a_column_twice_and_characters_of_the_terminal_are_not_let_in() {
    let files = Files::new();
    let twice = PUPILS.replace("\n", ",protected\n");
    assert_eq!(
        refused(read_pupils(&files.write("pupils.csv", twice + &SAGA.replace("\n", ",true\n")))),
        "column-twice"
    );
    let (_, bad) = pupils(&format!("{PUPILS}{}", SAGA.replace("Saga Lind", "Saga\u{1b}[2J"))).unwrap();
    assert_eq!(bad.first[0].problem, Problem::ControlCharacter);
}

#[test]
fn rows_are_counted_as_lines_also_after_an_empty_one() {
    let (_, bad) = pupils(&format!("{PUPILS}{SAGA}\n2,,,90000101,7B,7,GR,2026,2026-08-17,,,,\n")).unwrap();
    assert_eq!((bad.first[0].row, bad.first[0].column), (4, "name"));
}
