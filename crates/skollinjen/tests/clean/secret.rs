//! Everything that must not be found: names and numbers of pupils, names of colleagues, and what was written.

use absence::synth::demo::Demo;

/// What is written on the pages: steps in each zone, a draft, a reason for taking back, a meeting, a decision; what is
/// typed to sign in; the name and login of an account; what is looked for; what goes wrong; what a bad file holds.
pub const WRITTEN: [&str; 14] = [
    "gräshoppsord",
    "stödzebra",
    "hälsozebra",
    "utkastzebra",
    "ångerzebra",
    "mötezebra",
    "förslagszebra",
    "beslutszebra",
    "zebra.inloggning",
    "zebralösenord",
    "Zebrasson",
    "sökzebra",
    "felzebra",
    "radzebra",
];

/// The names, the numbers and the words. A school may have somebody's name, and schools' names may stand in the clear.
pub fn all(demo: &Demo) -> Vec<String> {
    let mut all: Vec<String> = WRITTEN.map(str::to_owned).to_vec();
    for pupil in demo.roster() {
        all.extend(number(&pupil.personal_number));
        all.extend(name(&pupil.name));
    }
    all.extend(cast::people::PEOPLE.iter().flat_map(|person| name(person.name)));
    all.extend(cast::pupils::PUPILS.iter().flat_map(|pupil| number(pupil.personal_number)));
    all.sort();
    all.dedup();
    all
}

/// Ten digits, which twelve end with, and with a hyphen; the day of birth alone is many people's.
fn number(number: &str) -> Vec<String> {
    let (day, rest) = (number.get(2..8), number.get(8..));
    let spellings = day.zip(rest).map(|(day, rest)| ["", "-", "+", " "].map(|between| format!("{day}{between}{rest}")));
    spellings.into_iter().flatten().collect()
}

/// The whole name, first and last in both orders, and each part that tells of a person.
fn name(name: &str) -> Vec<String> {
    let parts: Vec<&str> = name.split(' ').collect();
    let mut all = vec![name.to_owned()];
    if let [first, .., last] = parts.as_slice() {
        all.extend(
            [(first, " ", last), (last, " ", first), (last, ", ", first)]
                .map(|(a, between, b)| format!("{a}{between}{b}")),
        );
    }
    all.extend(parts.into_iter().filter(|part| tells(part)).map(str::to_owned));
    all
}

/// Whether a part of a name tells of a person: long enough not to come about by chance, and in no school's name.
fn tells(part: &str) -> bool {
    part.chars().count() > 6 && cast::schools::SCHOOLS.iter().all(|school| !school.name.contains(part))
}
