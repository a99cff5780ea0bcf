//! Between what a person has answered about a table and a profile: there and back.

use std::collections::BTreeMap;

use exchange::{
    Profile,
    encoding::Encoding,
    look::Look,
    profile::{Column, Field, Kind},
    value::{Status, number::Unit},
};

use crate::fields::Fields;

/// Rows for the words of a system, in the form.
pub(super) const WORDS: usize = 6;

/// What a table can be about.
pub(super) const KINDS: [Kind; 4] = [Kind::Pupils, Kind::Lessons, Kind::Guardians, Kind::Sums];

/// What a column of durations can count in, and the value that is sent.
pub(super) const UNITS: [(Unit, &str); 3] =
    [(Unit::Minutes, "minutes"), (Unit::Hours, "hours"), (Unit::Percent, "percent")];

/// Encodings, and the value that is sent.
pub(super) const ENCODINGS: [(Encoding, &str); 4] = [
    (Encoding::Utf8, "utf8"),
    (Encoding::Windows1252, "windows1252"),
    (Encoding::Utf16Le, "utf16le"),
    (Encoding::Utf16Be, "utf16be"),
];

/// Delimiters, and the value that is sent.
pub(super) const DELIMITERS: [(char, &str); 4] = [(';', "semicolon"), (',', "comma"), ('\t', "tab"), ('|', "pipe")];

/// Meanings, and the value that is sent.
pub(super) const MEANINGS: [(Status, &str); 6] = [
    (Status::Present, "present"),
    (Status::Valid, "valid"),
    (Status::Invalid, "invalid"),
    (Status::Late, "late"),
    (Status::Unreported, "unreported"),
    (Status::Cancelled, "cancelled"),
];

/// What is wrong with an answer: the field and the sentence.
pub(super) type Wrong = (&'static str, &'static str);

fn of<T: Copy>(list: &[(T, &str)], code: &str) -> Option<T> {
    list.iter().find(|(_, known)| *known == code).map(|(value, _)| *value)
}

fn code<T: PartialEq>(list: &[(T, &'static str)], value: &T) -> &'static str {
    list.iter().find(|(known, _)| known == value).map_or("", |(_, code)| code)
}

/// Everything but the columns: where the table lies, and what holds for the whole file.
pub(super) fn around(typed: &Fields) -> Result<Profile, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let kind = KINDS.into_iter().find(|kind| kind.code() == typed.get("kind")).unwrap_or(Kind::Pupils);
    let text = |name: &str| Some(typed.get(name).to_owned()).filter(|it| !it.is_empty());
    let mut profile = Profile {
        name: typed.get("name").to_owned(),
        sheet: text("sheet"),
        school_form: text("school_form"),
        delimiter: of(&DELIMITERS, typed.get("delimiter")),
        encoding: of(&ENCODINGS, typed.get("encoding")),
        partial: typed.has("partial"),
        protected_left_out: typed.has("protected_left_out"),
        blank_is_zero: typed.has("blank_is_zero"),
        start_in_minutes: typed.has("start_in_minutes"),
        ..Profile::of(kind)
    };
    match number(typed.get("header_row"), 0, 1_000) {
        Ok(row) => profile.header_row = row,
        Err(()) => wrong.push(("header_row", "web-import-header-row-wrong")),
    }
    match number(typed.get("school"), 1, 99_999_999) {
        Ok(school) => profile.school = school,
        Err(()) => wrong.push(("school", "web-import-school-wrong")),
    }
    match number(typed.get("school_year"), 2000, 2100) {
        Ok(year) => profile.school_year = year,
        Err(()) => wrong.push(("school_year", "web-import-school-year-wrong")),
    }
    match number(typed.get("most_bad_percent"), 1, 100) {
        Ok(share) => profile.most_bad_percent = share,
        Err(()) => wrong.push(("most_bad_percent", "web-import-share-wrong")),
    }
    for place in 1..=WORDS {
        let word = typed.get(&format!("word_{place}")).to_lowercase();
        if let Some(status) = of(&MEANINGS, typed.get(&format!("meaning_{place}"))).filter(|_| !word.is_empty()) {
            profile.statuses.insert(word, status);
        }
        let name = typed.get(&format!("school_name_{place}"));
        match number(typed.get(&format!("school_code_{place}")), 1, 99_999_999) {
            Ok(Some(code)) if !name.is_empty() => drop(profile.schools.insert(name.to_owned(), code)),
            Ok(_) => {}
            Err(()) => wrong.push(("school_name_1", "web-import-school-wrong")),
        }
    }
    if wrong.is_empty() { Ok(profile) } else { Err(wrong) }
}

/// A whole number within bounds, or nothing where nothing is written.
fn number<T: TryFrom<i64>>(text: &str, from: i64, to: i64) -> Result<Option<T>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    let number: i64 = text.parse().map_err(drop)?;
    if !(from..=to).contains(&number) {
        return Err(());
    }
    T::try_from(number).map(Some).map_err(drop)
}

/// Where the table lies, as one answer: when it has changed, the columns are others.
pub(super) fn shape(profile: &Profile) -> String {
    format!(
        "{:?}/{}/{}/{}",
        profile.header_row,
        profile.sheet.as_deref().unwrap_or_default(),
        profile.delimiter.map_or("", |it| code(&DELIMITERS, &it)),
        profile.encoding.map_or("", |it| code(&ENCODINGS, &it)),
    )
}

/// The columns as answered. Wrong: two are said to be the same.
pub(super) fn columns(typed: &Fields, header: &[String]) -> Result<BTreeMap<Field, Column>, Field> {
    let mut all = BTreeMap::new();
    for (place, name) in (1..).zip(header) {
        let answer = typed.get(&format!("column_{place}"));
        let Some(field) = Field::ALL.iter().find(|field| field.code() == answer) else { continue };
        let unit = of(&UNITS, typed.get(&format!("unit_{place}"))).unwrap_or_default();
        // A heading that stands twice, or is only the column's number, does not find it again.
        let is_heading = !name.trim().is_empty() && *name != place.to_string();
        let alone = header.iter().filter(|it| same(it, name)).count() == 1;
        let column = if is_heading && alone {
            Column { header: name.trim().to_owned(), place: None, unit }
        } else {
            Column { header: String::new(), place: Some(place), unit }
        };
        if all.insert(*field, column).is_some() {
            return Err(*field);
        }
    }
    Ok(all)
}

/// Whether two headings are the same for whoever reads the table.
fn same(a: &str, b: &str) -> bool {
    let plain = |it: &str| it.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    plain(a) == plain(b)
}

/// What a look shows, as answers.
pub(super) fn typed(look: &Look, name: &str) -> Fields {
    let profile = &look.profile;
    let mut all = vec![("kind".to_owned(), profile.kind.code().to_owned())];
    let mut put = |name: &str, value: String| all.push((name.to_owned(), value));
    put("name", if profile.name.is_empty() { name.to_owned() } else { profile.name.clone() });
    put("header_row", profile.header_row.map_or_else(String::new, |it| it.to_string()));
    put("sheet", profile.sheet.clone().unwrap_or_default());
    put("delimiter", profile.delimiter.map_or("", |it| code(&DELIMITERS, &it)).to_owned());
    put("encoding", profile.encoding.map_or("", |it| code(&ENCODINGS, &it)).to_owned());
    put("school", profile.school.map_or_else(String::new, |it| it.to_string()));
    put("school_form", profile.school_form.clone().unwrap_or_default());
    put("school_year", profile.school_year.map_or_else(String::new, |it| it.to_string()));
    put("most_bad_percent", profile.most_bad_percent.map_or_else(String::new, |it| it.to_string()));
    let boxes = [
        ("partial", profile.partial),
        ("protected_left_out", profile.protected_left_out),
        ("blank_is_zero", profile.blank_is_zero),
        ("start_in_minutes", profile.start_in_minutes),
    ];
    for (name, _) in boxes.into_iter().filter(|(_, checked)| *checked) {
        put(name, "yes".to_owned());
    }
    for (place, field) in (1..).zip(&look.fields) {
        let Some(field) = field else { continue };
        put(&format!("column_{place}"), field.code().to_owned());
        let unit = profile.columns.get(field).map(|column| column.unit).unwrap_or_default();
        put(&format!("unit_{place}"), code(&UNITS, &unit).to_owned());
    }
    for (place, (word, status)) in (1..=WORDS).zip(&profile.statuses) {
        put(&format!("word_{place}"), word.clone());
        put(&format!("meaning_{place}"), code(&MEANINGS, status).to_owned());
    }
    for (place, (school, unit)) in (1..=WORDS).zip(&profile.schools) {
        put(&format!("school_name_{place}"), school.clone());
        put(&format!("school_code_{place}"), unit.to_string());
    }
    Fields(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_the_same_when_it_has_been_shown_and_sent_again() {
        let header: Vec<String> = ["Personnr", "Åk", "Giltig (tim)", "Åk", ""].map(str::to_owned).to_vec();
        let column = |header: &str, place, unit| Column { header: header.to_owned(), place, unit };
        let profile = Profile {
            name: "Vårt system".to_owned(),
            header_row: Some(3),
            sheet: Some("Blad 2".to_owned()),
            delimiter: Some('\t'),
            encoding: Some(Encoding::Windows1252),
            school: Some(90_000_101),
            school_form: Some("GR".to_owned()),
            school_year: Some(2026),
            partial: true,
            most_bad_percent: Some(7),
            protected_left_out: true,
            start_in_minutes: true,
            blank_is_zero: true,
            columns: BTreeMap::from([
                (Field::PersonalNumber, column("Personnr", None, Unit::Minutes)),
                (Field::Valid, column("Giltig (tim)", None, Unit::Hours)),
                (Field::Grade, column("", Some(4), Unit::Minutes)),
                (Field::Class, column("", Some(5), Unit::Minutes)),
            ]),
            schools: BTreeMap::from([("Björkis".to_owned(), 90_000_101)]),
            statuses: BTreeMap::from([("borta".to_owned(), Status::Invalid)]),
            ..Profile::of(Kind::Lessons)
        };
        let fields = [Some(Field::PersonalNumber), None, Some(Field::Valid), Some(Field::Grade), Some(Field::Class)];
        let look = Look {
            profile: profile.clone(),
            header: header.clone(),
            fields: fields.to_vec(),
            rows: Vec::new(),
            missing: Vec::new(),
        };
        let typed = typed(&look, "fil");
        let again = Profile { columns: columns(&typed, &header).unwrap(), ..around(&typed).unwrap() };
        assert_eq!(again, profile);
    }

    #[test]
    fn two_columns_cannot_be_the_same_and_numbers_must_be_numbers() {
        let typed = |pairs: &[(&str, &str)]| Fields(pairs.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect());
        let header = ["a".to_owned(), "b".to_owned()];
        let twice = typed(&[("column_1", "class"), ("column_2", "class")]);
        assert_eq!(columns(&twice, &header), Err(Field::Class));
        for (name, value) in [("header_row", "två"), ("school", "-1"), ("most_bad_percent", "0"), ("school_year", "26")]
        {
            assert_eq!(around(&typed(&[(name, value)])).unwrap_err().len(), 1, "{name}");
        }
        assert_eq!(around(&typed(&[("header_row", "0")])).unwrap().header_row, Some(0));
    }
}
