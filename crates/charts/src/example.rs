//! A school line to look at, in galleries and tests: two school years of a pupil in Björkstad who does not exist.
//! Attendance slips from October, the school changes in March, and support begins; the second year is under way.

use crate::{Kind, Mark, Peers, Reduced, SchoolLine, Week, Words};

/// Week number, and percent of scheduled time: valid, invalid, late, not reported.
type Row = (i64, [i64; 4]);

const FIRST_YEAR: &[Row] = &[
    (34, [0, 0, 0, 0]),
    (35, [4, 0, 1, 0]),
    (36, [0, 0, 0, 2]),
    (37, [6, 0, 1, 0]),
    (38, [3, 0, 0, 0]),
    (39, [5, 0, 2, 0]),
    (40, [8, 2, 2, 0]),
    (41, [12, 0, 2, 4]),
    (42, [10, 4, 3, 0]),
    (43, [15, 5, 2, 0]),
    (45, [14, 8, 3, 0]),
    (46, [18, 9, 4, 3]),
    (47, [16, 16, 3, 0]),
    (48, [24, 12, 4, 5]),
    (49, [22, 20, 3, 0]),
    (50, [20, 26, 2, 0]),
    (51, [28, 24, 2, 10]),
    (2, [30, 18, 4, 0]),
    (3, [34, 22, 3, 0]),
    (4, [30, 30, 2, 4]),
    (5, [44, 24, 0, 0]),
    (6, [60, 20, 0, 6]),
    (7, [100, 0, 0, 0]),
    (8, [80, 8, 0, 0]),
    (10, [36, 6, 2, 0]),
    (11, [30, 8, 3, 12]),
    (12, [28, 4, 4, 0]),
    (13, [26, 6, 3, 0]),
    (14, [30, 0, 2, 0]),
    (16, [22, 6, 4, 0]),
    (17, [24, 2, 3, 5]),
    (18, [20, 4, 2, 0]),
    (19, [18, 5, 4, 0]),
    (20, [22, 0, 3, 0]),
    (21, [16, 4, 3, 8]),
    (22, [18, 2, 2, 0]),
    (23, [14, 3, 4, 0]),
    (24, [20, 0, 2, 0]),
];

const SECOND_YEAR: &[Row] = &[
    (34, [6, 0, 2, 0]),
    (35, [12, 0, 3, 0]),
    (36, [10, 2, 2, 100 - 14]),
    (37, [0, 0, 0, 100]),
    (38, [14, 0, 2, 6]),
    (39, [8, 2, 3, 0]),
    (40, [16, 0, 2, 0]),
    (41, [10, 3, 2, 0]),
    (42, [8, 0, 4, 0]),
    (43, [12, 0, 2, 0]),
    (45, [14, 2, 3, 0]),
    (46, [9, 0, 2, 3]),
    (47, [7, 0, 2, 18]),
];

/// Weeks of a school year, those in which a month begins, and those of the holidays.
struct Calendar {
    name: &'static str,
    weeks: &'static [(i64, i64)],
    months: &'static [(i64, &'static str)],
    holidays: &'static [(i64, &'static str)],
}

const CALENDARS: [(Calendar, &[Row]); 2] = [
    (
        Calendar {
            name: "Läsåret 2025/26",
            weeks: &[(34, 52), (1, 24)],
            months: &[
                (34, "aug"),
                (36, "sep"),
                (40, "okt"),
                (45, "nov"),
                (49, "dec"),
                (2, "jan"),
                (6, "feb"),
                (10, "mar"),
                (14, "apr"),
                (19, "maj"),
                (23, "jun"),
            ],
            holidays: &[(44, "höstlov"), (52, "jullov"), (1, "jullov"), (9, "sportlov"), (15, "påsklov")],
        },
        FIRST_YEAR,
    ),
    (
        Calendar {
            name: "Läsåret 2026/27",
            weeks: &[(34, 53), (1, 24)],
            months: &[
                (34, "aug"),
                (36, "sep"),
                (40, "okt"),
                (45, "nov"),
                (49, "dec"),
                (1, "jan"),
                (5, "feb"),
                (9, "mar"),
                (14, "apr"),
                (18, "maj"),
                (22, "jun"),
            ],
            holidays: &[
                (44, "höstlov"),
                (52, "jullov"),
                (53, "jullov"),
                (1, "jullov"),
                (9, "sportlov"),
                (13, "påsklov"),
            ],
        },
        SECOND_YEAR,
    ),
];

/// Scheduled minutes of a whole week.
const SCHEDULED: i64 = 1_400;

/// The example, with Swedish words.
pub fn example() -> SchoolLine<'static> {
    let weeks: Vec<Week> = CALENDARS.iter().flat_map(|(calendar, rows)| year(calendar, rows)).collect();
    let place = |year: usize, label: &str| {
        let start = weeks.iter().enumerate().filter(|(_, week)| week.year_start.is_some()).nth(year);
        let start = start.map_or(0, |(start, _)| start);
        start + weeks.iter().skip(start).position(|week| week.label == label).unwrap_or_default()
    };
    let mark = |year, week: &str, label: &str| Mark { week: place(year, week), label: label.to_string() };
    let reduced = Reduced {
        from: place(0, "v. 11"),
        to: place(1, "v. 43"),
        label: "Anpassad studiegång, 60 % av timmarna".to_string(),
    };
    SchoolLine {
        id: "example",
        title: "Skollinjen, läsåren 2025/26 och 2026/27",
        description: "Frånvaron steg från 5 % i september 2025 till en helt borta vecka i februari 2026. Efter skolbytet \
                      i mars sjönk den, och hösten 2026 ligger den kring 13 %. Jämnåriga låg kring 5 till 10 %.",
        peers: (0..weeks.len()).map(|number| peers(&weeks, number)).collect(),
        signals: vec![
            mark(0, "v. 46", "Tydlig försämring"),
            mark(0, "v. 5", "Hög frånvaro två veckor"),
            mark(0, "v. 7", "Lång sammanhängande frånvaro"),
        ],
        steps: vec![
            mark(0, "v. 47", "Kartläggning"),
            mark(0, "v. 4", "Samråd"),
            mark(0, "v. 12", "Gemensam plan"),
            mark(0, "v. 22", "Uppföljning"),
            mark(1, "v. 38", "Uppföljning"),
            mark(1, "v. 47", "Planen ändrad"),
        ],
        moves: vec![mark(0, "v. 10", "Från Björkskolan till Almskolan")],
        reduced: vec![reduced],
        words: Words {
            valid: "Giltig frånvaro",
            invalid: "Ogiltig frånvaro",
            late: "Sen ankomst",
            unreported: "Inte rapporterat",
            peers: "Jämnåriga: hälften ligger i bandet",
            signal: "Signal",
            step: "Steg",
            axis: ["0 %", "25 %", "50 %", "75 %", "100 %"],
        },
        weeks,
    }
}

fn year<'a>(calendar: &'a Calendar, rows: &'a [Row]) -> impl Iterator<Item = Week> + 'a {
    let numbers = calendar.weeks.iter().flat_map(|(from, to)| *from..=*to);
    numbers.enumerate().map(move |(place, number)| {
        let holiday = calendar.holidays.iter().find(|(week, _)| *week == number);
        let row = rows.iter().find(|(week, _)| *week == number).map(|(_, shares)| *shares);
        let minutes = |percent: i64| SCHEDULED * percent / 100;
        let [valid, invalid, late, unreported] = row.unwrap_or_default();
        Week {
            label: format!("v. {number}"),
            says: row.map_or_else(String::new, |_| format!("v. {number}: borta {} %", valid + invalid + late)),
            kind: match (holiday, row) {
                (Some((_, name)), _) => Kind::Holiday { name: name.to_string() },
                (None, Some(_)) => Kind::School,
                (None, None) => Kind::None,
            },
            scheduled: row.map_or(0, |_| SCHEDULED),
            reported: row.map_or(0, |_| minutes(100 - unreported)),
            valid: minutes(valid),
            invalid: minutes(invalid),
            late: minutes(late),
            month_start: calendar.months.iter().find(|(week, _)| *week == number).map(|(_, name)| name.to_string()),
            year_start: (place == 0).then(|| calendar.name.to_string()),
        }
    })
}

/// A level that rises from each break to the next, as it does everywhere.
fn peers(weeks: &[Week], number: usize) -> Option<Peers> {
    let school = |week: &&Week| week.kind == Kind::School;
    weeks.get(number).filter(school)?;
    let before = weeks.iter().take(number + 1).rev().take_while(school);
    let since_break = before.take_while(|week| week.year_start.is_none()).count();
    let mid = 52 + 5 * i64::try_from(since_break).ok()?.min(9);
    Some(Peers { low: mid - 30, mid, high: mid + 40 })
}
