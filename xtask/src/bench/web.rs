//! `cargo xtask bench web`: the pages of a large demo at a constant rate, on SQLite and on PostgreSQL: how long people
//! wait, what a page costs, and that every one of them is in the journal. It measures and never judges.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
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

/// Runs `bench web [--pupils 100000] [--rate 200] [--seconds 30] [--database sqlite,postgres]`.
pub(super) fn run(args: &[String]) -> Result<(), String> {
    let options = Options::read(args, &["pupils", "rate", "seconds", "database"])?;
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
        on_database(&root, &program, &asked, &database, url.as_deref())?;
    }
    Ok(())
}

fn on_database(root: &Path, program: &Path, asked: &Asked, name: &str, url: Option<&str>) -> Result<(), String> {
    let work = run::target(root).join("xtask").join(format!("bench-web-{}", std::process::id()));
    let busy = load();
    let demo = Demo::start(program, &work, asked.pupils, url)?;
    let before = demo.entries(program)?;
    let mut node = Command::new("node");
    node.current_dir(root.join(FOLDER)).arg("web.mjs").args([&demo.address, &demo.server.id().to_string()]);
    let said = run::output(node.args([asked.rate.to_string(), asked.seconds.to_string()]))?;
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
}

impl Demo {
    fn start(program: &Path, folder: &Path, pupils: u32, url: Option<&str>) -> Result<Demo, String> {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let began = Instant::now();
        let mut command = with_database(Command::new(program), url);
        command.args(["demo", "--port", "0", "--pupils", &pupils.to_string(), "--data"]).arg(folder);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let server = command.spawn().map_err(|error| format!("the demo does not start: {error}"))?;
        let (folder, database) = (folder.to_owned(), url.map(str::to_owned));
        let mut demo = Demo { server, address: String::new(), folder, database, ready: 0.0 };
        let said = demo.server.stdout.take().map(BufReader::new).into_iter().flat_map(BufReader::lines);
        let address = said.map_while(Result::ok).find_map(|line| address(&line).map(str::to_owned));
        demo.address = address.ok_or("the demo ended before it listened")?;
        demo.ready = began.elapsed().as_secs_f64();
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
    fn entries_are_counted_with_thousands() {
        assert_eq!(entries("The log is whole: 12,345 entries. Hash 0ab1"), Some(12_345));
        assert_eq!(entries("Loggen är hel: 12\u{a0}345 poster."), Some(12_345));
        assert_eq!(entries("nothing"), None);
    }
}
