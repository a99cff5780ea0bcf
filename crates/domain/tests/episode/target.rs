//! Whom a programme is for, by the grade's own school year.

use domain::{
    Grade,
    SchoolForm::{self, AdaptedCompulsorySchool, CompulsorySchool, PreschoolClass},
    SchoolYear,
    episode::{TargetRule, is_target},
};

fn rules() -> [TargetRule; 2] {
    let rule = |from, levels| TargetRule {
        from: SchoolYear(from),
        forms: vec![CompulsorySchool, AdaptedCompulsorySchool],
        levels,
    };
    [rule(2028, (5, 10)), rule(2018, (4, 9))]
}

#[track_caller]
fn check(form: SchoolForm, level: u8, school_year: i16, expected: bool) {
    let grade = Grade { form, level, school_year: SchoolYear(school_year) };
    assert_eq!(is_target(&rules(), grade), expected, "{level} {school_year}");
}

#[test]
fn the_ten_year_school_moves_the_target_group_by_one() {
    for (level, year, expected) in
        [(3, 2027, false), (4, 2027, true), (9, 2027, true), (4, 2028, false), (5, 2028, true), (10, 2028, true)]
    {
        check(CompulsorySchool, level, year, expected);
        check(AdaptedCompulsorySchool, level, year, expected);
        check(PreschoolClass, level, year, false);
    }
    check(CompulsorySchool, 10, 2027, false);
    check(CompulsorySchool, 7, 2017, false);
}
