//! What a school's files say about how it reports.

#[cfg(test)]
mod shared;

use absence::columns::table::Row;
use absence::columns::{LessonFile, UNREPORTED};
use absence::quality::{Cell, Late, count, late};
use shared::{A, Place, day, lesson};

fn silent(row: Row) -> Row {
    Row { valid: UNREPORTED, invalid: UNREPORTED, ..row }
}

/// The file that counts for the school.
#[cfg(test)]
fn opened(place: &Place) -> LessonFile {
    let manifest = place.history.manifest().unwrap();
    let entry = manifest.files.first().unwrap();
    LessonFile::open(&place.history.path(entry.slot, &entry.content)).unwrap()
}

/// Pupils 1 and 2 are in one class, pupil 3 in another; the rest in none.
#[expect(clippy::unnecessary_wraps, reason = "the shape that is asked for")]
fn class(pupil: i32) -> Option<u16> {
    Some(match pupil {
        1 | 2 => 1,
        3 => 2,
        _ => 0,
    })
}

#[test]
fn a_lesson_is_silent_when_nothing_is_reported_for_anybody_in_it() {
    let place = Place::new();
    let (monday, tuesday) = ("2026-11-16", "2026-11-17");
    place.import(&[
        lesson(1, A, monday, 480, 0),
        silent(lesson(2, A, monday, 480, 0)), // a pupil was forgotten
        silent(lesson(1, A, monday, 560, 0)),
        silent(lesson(2, A, monday, 560, 0)), // nobody took the register
        lesson(1, A, tuesday, 480, 60),
        silent(lesson(3, A, tuesday, 480, 0)), // another class at the same time
        lesson(1, A, "2026-11-24", 480, 0),    // to come
    ]);
    let counted = count(&opened(&place), &place.subjects, day("2026-11-20"), &class).unwrap();
    let week = day(monday).week();
    let expected = [
        Cell { group: 1, subject: 0, week, lessons: 3, silent: 1, rows: 5, reported: 2 },
        Cell { group: 2, subject: 0, week, lessons: 1, silent: 1, rows: 1, reported: 0 },
    ];
    assert_eq!(counted.cells, expected);
    assert_eq!(
        counted.latest.into_iter().collect::<Vec<_>>(),
        [(1, day(tuesday)), (2, day(monday)), (3, day(tuesday))]
    );
}

#[test]
fn only_reports_that_were_changed_long_after_the_lesson_are_late() {
    let place = Place::new();
    let (long_ago, earlier, lately) = ("2026-10-12", "2026-10-14", "2026-11-18");
    place.import(&[
        silent(lesson(1, A, long_ago, 480, 0)),
        silent(lesson(2, A, long_ago, 480, 0)),
        lesson(1, A, earlier, 480, 0),
        lesson(3, A, earlier, 480, 0),
        silent(lesson(1, A, lately, 480, 0)),
    ]);
    let before = opened(&place);
    place.import(&[
        lesson(1, A, long_ago, 480, 0), // one lesson, though two pupils were in it
        lesson(2, A, long_ago, 480, 60),
        lesson(1, A, earlier, 480, 60),
        lesson(3, A, earlier, 480, 0), // as it was
        lesson(3, A, earlier, 560, 0), // new in the timetable
        lesson(1, A, lately, 480, 0),  // the everyday
    ]);
    let found = late(&before, &opened(&place), &place.subjects, day("2026-11-20"), &class).unwrap();
    // 39 and 37 days: the lower one of two is the median
    assert_eq!(found, [Late { week: day(long_ago).week(), lessons: 2, days: 37 }]);
    let again = late(&before, &before, &place.subjects, day("2026-11-20"), &class).unwrap();
    assert_eq!(again, []);
}
