//! `cargo xtask bench web`: the pages of a large demo at a constant rate, on SQLite and on PostgreSQL: how long people
//! wait, what a page costs, and that every one of them is in the journal. It measures and never judges.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::Instant,
};

use super::{build, measure::load, told::Told};
use crate::{node, options::Options, postgres::Cluster, run};

/// What a page may take, in milliseconds, for 99 of 100 requests.
const GOAL: f64 = 30.0;
/// The room of the demo, and the variable that gives it another database.
const ROOM: &str = "utbildning";
const DATABASE: &str = "SKOLLINJEN_ROOM_UTBILDNING_DATABASE";
const FOLDER: &str = "bench";
const WHY: &str = "loadtest: sends requests at a constant rate, whether the earlier ones are answered or not";

/// What is asked.
struct Asked {
    pupils: u32,
    rate: u32,
    seconds: u32,
}

/// Runs `bench web [--pupils 100000] [--rate 200] [--seconds 30] [--database sqlite,postgres] [--imports 10]`: with
/// `--imports`, once without and once while a school's last month is imported again so many times a minute.
pub(super) fn run(args: &[String]) -> Result<(), String> {
    let options = Options::read(args, &["pupils", "rate", "seconds", "database", "imports"])?;
    let asked = Asked {
        pupils: options.get("pupils")?.unwrap_or(100_000),
        rate: options.get("rate")?.unwrap_or(200),
        seconds: options.get("seconds")?.unwrap_or(30),
    };
    let databases = options.list("database")?.unwrap_or_else(|| vec!["sqlite".to_owned(), "postgres".to_owned()]);
    let root = run::root()?;
    println!("xtask bench: Node packages in {FOLDER}/node_modules:\n  {WHY}");
    node::ready(&root.join(FOLDER))?;
    let program = build::program(&root)?;
    for database in databases {
        let cluster = match database.as_str() {
            "sqlite" => None,
            "postgres" => Some(Cluster::start()?),
            other => return Err(format!("--database takes sqlite or postgres, not {other}")),
        };
        let url = cluster.as_ref().map(Cluster::url);
        on_database(&root, &program, &asked, &database, url.as_deref(), None)?;
        if let Some(imports) = options.get::<u32>("imports")? {
            // Another demo, in another database, that makes the same: an import must not be felt, not even the first.
            let cluster = cluster.is_some().then(Cluster::start).transpose()?;
            let url = cluster.as_ref().map(Cluster::url);
            on_database(&root, &program, &asked, &database, url.as_deref(), Some(imports))?;
        }
    }
    Ok(())
}

fn on_database(
    root: &Path,
    program: &Path,
    asked: &Asked,
    name: &str,
    url: Option<&str>,
    imports: Option<u32>,
) -> Result<(), String> {
    let work = run::target(root).join("xtask").join(format!("bench-web-{}", std::process::id()));
    let busy = load();
    let demo = Demo::start(program, &work, asked.pupils, url, imports)?;
    let before = demo.entries(program)?;
    demo.told.lock().map(|mut told| told.clear()).ok();
    let mut node = Command::new("node");
    node.current_dir(root.join(FOLDER)).arg("web.mjs").args([&demo.address, &demo.server.id().to_string()]);
    let said = run::output(node.args([asked.rate.to_string(), asked.seconds.to_string()]))?;
    let times: Vec<f64> =
        demo.told.lock().map(|told| told.iter().filter_map(|line| millis(line)).collect()).unwrap_or_default();
    let entries = demo.entries(program)?.saturating_sub(before);
    println!();
    println!(
        "{name}: {} pupils, {} requests/s for {} s; load before {busy}, after {}; ready after {:.1} s",
        asked.pupils,
        asked.rate,
        asked.seconds,
        load(),
        demo.ready,
    );
    if let Some(imports) = imports {
        println!("  meanwhile a school's last month was imported again {imports} times a minute: {}", told(times));
    }
    Told::read(&said)?.lines(GOAL, entries).iter().for_each(|line| println!("{line}"));
    Ok(())
}

/// A running demo. It ends, and its folder goes, when dropped.
struct Demo {
    server: Child,
    address: String,
    folder: PathBuf,
    database: Option<String>,
    /// Seconds from the start of the process until it listened.
    ready: f64,
    /// What it has said since.
    told: Arc<Mutex<Vec<String>>>,
}

impl Demo {
    fn start(
        program: &Path,
        folder: &Path,
        pupils: u32,
        url: Option<&str>,
        imports: Option<u32>,
    ) -> Result<Demo, String> {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let began = Instant::now();
        let mut command = with_database(Command::new(program), url);
        command.args(["demo", "--port", "0", "--pupils", &pupils.to_string(), "--data"]).arg(folder);
        if let Some(imports) = imports {
            command.args(["--again", &(60 / imports.clamp(1, 60)).to_string()]);
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let server = command.spawn().map_err(|error| format!("the demo does not start: {error}"))?;
        let (folder, database) = (folder.to_owned(), url.map(str::to_owned));
        let mut demo = Demo { server, address: String::new(), folder, database, ready: 0.0, told: Arc::default() };
        let mut said = demo.server.stdout.take().map(BufReader::new).into_iter().flat_map(BufReader::lines);
        let address = said.by_ref().map_while(Result::ok).find_map(|line| address(&line).map(str::to_owned));
        demo.address = address.ok_or("the demo ended before it listened")?;
        demo.ready = began.elapsed().as_secs_f64();
        let told = Arc::clone(&demo.told);
        thread::spawn(move || {
            for line in said.map_while(Result::ok) {
                told.lock().map(|mut told| told.push(line)).ok();
            }
        });
        Ok(demo)
    }

    /// How many entries the journal has; the chain is checked on the way.
    fn entries(&self, program: &Path) -> Result<u64, String> {
        let mut verify = with_database(Command::new(program), self.database.as_deref());
        let said = run::output(
            verify.args(["--language", "en", "journal", "verify", "--room", ROOM, "--data"]).arg(&self.folder),
        )?;
        entries(&said).ok_or_else(|| format!("journal verify does not say how many entries there are: {said}"))
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // What fails here leaves a process or a folder behind, and changes no figure.
        self.server.kill().ok();
        self.server.wait().ok();
        fs::remove_dir_all(&self.folder).ok();
    }
}

fn with_database(mut command: Command, url: Option<&str>) -> Command {
    if let Some(url) = url {
        command.env(DATABASE, url);
    }
    command
}

/// How long an import took, in a line that says it.
fn millis(line: &str) -> Option<f64> {
    let said = line.strip_prefix("import ")?.strip_suffix(" done")?;
    said.split_whitespace().find_map(|word| word.strip_prefix("ms="))?.parse().ok()
}

/// How many, and how long the middle one and the longest took.
fn told(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    match (times.get(times.len() / 2), times.last()) {
        (Some(middle), Some(longest)) => {
            format!("{} imports, median {middle:.0} ms, longest {longest:.0} ms", times.len())
        }
        _ => "none was done".to_owned(),
    }
}

/// The address in a line of what the demo says.
fn address(line: &str) -> Option<&str> {
    line.split_whitespace().find(|word| word.starts_with("http://")).map(|word| word.trim_end_matches(['.', ',']))
}

/// The number in what `journal verify` says, which may have spaces or commas between its digits.
fn entries(said: &str) -> Option<u64> {
    let from = said.find(|sign: char| sign.is_ascii_digit())?;
    let (_, rest) = said.split_at(from);
    let number = rest.chars().take_while(|sign| sign.is_ascii_digit() || matches!(sign, ',' | '\u{a0}' | '\u{202f}'));
    number.filter(char::is_ascii_digit).collect::<String>().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_found_among_words() {
        assert_eq!(address("Open http://localhost:40123."), Some("http://localhost:40123"));
        assert_eq!(address("Björkstad is ready"), None);
    }

    #[test]
    fn the_time_of_an_import_is_read_when_it_was_done() {
        assert_eq!(millis("import school=90000101 rows=8000 ms=213 done"), Some(213.0));
        assert_eq!(millis("import school=90000101 rows=8000 ms=213 failed"), None);
        assert_eq!(told(vec![300.0, 100.0, 200.0]), "3 imports, median 200 ms, longest 300 ms");
    }

    #[test]
    fn entries_are_counted_with_thousands() {
        assert_eq!(entries("The log is whole: 12,345 entries. Hash 0ab1"), Some(12_345));
        assert_eq!(entries("Loggen är hel: 12\u{a0}345 poster."), Some(12_345));
        assert_eq!(entries("nothing"), None);
    }
}
