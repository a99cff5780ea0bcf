//! `cargo xtask bench import`: a city-year of CSV into an empty room, one school's month into the room that has it, and
//! DuckDB's `read_csv` on the same file.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, BufWriter, Write},
    path::Path,
    process::Command,
};

use super::{
    build,
    measure::{Cost, load, told, watched},
};
use crate::{options::Options, python, run};

const ROOM: &str = "stad";
/// The day that the figures are of, and the month that is imported again.
const AS_OF: &str = "2026-06-05";
const MONTH: &str = "2026-05";
/// How often one school's month is imported; the best counts.
const ROUNDS: usize = 5;
/// What the issue asks: seconds for one school's month, and megabytes for a city-year.
const LIMITS: (f64, f64) = (0.3, 500.0);

/// Runs `bench import [--pupils 10000] [--threads 2]`.
pub(super) fn run(args: &[String]) -> Result<(), String> {
    let options = Options::read(args, &["pupils", "threads"])?;
    let sizes = options.list("pupils")?.unwrap_or_else(|| vec![10_000]);
    let threads = options.get::<u8>("threads")?.unwrap_or(2).max(1).to_string();
    let root = run::root()?;
    let program = build::program(&root)?;
    let python = python::ready(&root)?;
    for pupils in sizes {
        of_city(&root, &program, &python, pupils, &threads)?;
    }
    Ok(())
}

fn of_city(root: &Path, program: &Path, python: &Path, pupils: u32, threads: &str) -> Result<(), String> {
    let files = build::csv_city(root, program, pupils)?;
    let work = run::target(root).join("xtask").join(format!("bench-import-{}", std::process::id()));
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    let lessons = files.join("lessons.csv");
    let size = fs::metadata(&lessons).map_err(|error| format!("{}: {error}", lessons.display()))?.len();

    let mut duckdb = Command::new(python);
    duckdb.arg(root.join("oracle").join("read_csv.py")).arg("--file").arg(&lessons).args(["--threads", threads]);
    let said = run::output(&mut duckdb)?;
    let rows = said.split_whitespace().find_map(|word| word.strip_prefix("rows="));
    let rows: f64 = rows.and_then(|rows| rows.parse().ok()).ok_or_else(|| format!("no rows in: {said}"))?;
    let duckdb = told(&mut duckdb)?;

    let data = work.join("data");
    let mut create = Command::new(program);
    create.args(["room", "create", ROOM, "--kind", "school", "--name", ROOM, "--data"]).arg(&data);
    run::output(&mut create)?;
    let import = |paths: &[&Path]| {
        let mut import = Command::new(program);
        import.arg("import").args(paths).args(["--room", ROOM, "--as-of", AS_OF, "--confirm"]);
        import.args(["--threads", threads]).arg("--data").arg(&data);
        watched(&mut import)
    };
    let busy = load();
    let whole = import(&[&files])?;
    let month = work.join("month.csv");
    let (school, of_month) = month_of_a_school(&lessons, &month)?;
    let mut again: Option<Cost> = None;
    for _ in 0..ROUNDS {
        again = Some(Cost::best(again, import(&[&month])?));
    }
    let again = again.unwrap_or_default();

    println!();
    println!(
        "{pupils} pupils, {rows:.0} rows of CSV, {} MB; {threads} threads, load before {busy}, after {}",
        size / 1_000_000,
        load()
    );
    let line = |what: &str, cost: &Cost, rows: f64| {
        println!(
            "  {what:<34} {:>8.2} s  {:>7.2} CPU-s  {:>6.0} MB  {:>6.2} million rows/s",
            cost.seconds,
            cost.cpu,
            cost.peak_mb,
            rows / cost.seconds / 1e6
        );
    };
    line("DuckDB read_csv", &duckdb, rows);
    line("import to an empty room", &whole, rows);
    line(&format!("one school's month again ({school})"), &again, of_month);
    let (seconds, megabytes) = LIMITS;
    println!(
        "  import / read_csv {:.1}; memory / limit {:.2}; one school's month / limit {:.2}",
        whole.seconds / duckdb.seconds,
        whole.peak_mb / megabytes,
        again.seconds / seconds
    );
    fs::remove_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))
}

/// Writes the rows of the first school and one month to a file of their own. Gives the school and the number of rows.
fn month_of_a_school(lessons: &Path, to: &Path) -> Result<(String, f64), String> {
    let wrong = |path: &Path| {
        let path = path.display().to_string();
        move |error: std::io::Error| format!("{path}: {error}")
    };
    let mut input = BufReader::new(File::open(lessons).map_err(wrong(lessons))?);
    let mut out = BufWriter::new(File::create(to).map_err(wrong(to))?);
    let (mut line, mut school, mut rows) = (String::new(), None, 0.0);
    input.read_line(&mut line).map_err(wrong(lessons))?;
    out.write_all(line.as_bytes()).map_err(wrong(to))?;
    loop {
        line.clear();
        if input.read_line(&mut line).map_err(wrong(lessons))? == 0 {
            break;
        }
        let mut fields = line.split(',');
        let (at, date) = (fields.nth(1).unwrap_or_default(), fields.nth(1).unwrap_or_default());
        let school = school.get_or_insert_with(|| at.to_owned());
        if at == school && date.starts_with(MONTH) {
            out.write_all(line.as_bytes()).map_err(wrong(to))?;
            rows += 1.0;
        }
    }
    out.flush().map_err(wrong(to))?;
    Ok((school.unwrap_or_default(), rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_month_is_that_of_the_first_school_and_has_the_header() {
        let folder = std::env::temp_dir().join(format!("skollinjen-bench-import-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (all, month) = (folder.join("all.csv"), folder.join("month.csv"));
        let rows = "pupil,school,grade,date\n1,7,4,2026-05-04\n1,8,4,2026-05-04\n2,7,4,2026-04-30\n2,7,4,2026-05-29\n";
        fs::write(&all, rows).unwrap();
        assert_eq!(month_of_a_school(&all, &month), Ok(("7".to_owned(), 2.0)));
        let found = fs::read_to_string(&month).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found, "pupil,school,grade,date\n1,7,4,2026-05-04\n2,7,4,2026-05-29\n");
    }
}
