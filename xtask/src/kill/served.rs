//! Servers killed while an import is confirmed, thrown away or read: the lists are as before or as after, what was answered
//! stands, and when the server runs again what was begun comes to its end and leaves no file behind.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use super::{
    destroyed::copy,
    forms,
    http::{ask, send},
    lots::Lots,
    program::Program,
    server::{ROOM, Server},
    verified::{Verified, verified},
};

/// Who imports.
const ADMINISTRATOR: &str = "Olle Sandin";
/// Pupils of the roster that is sent: so few that it is held.
const PUPILS: u32 = 60;
/// The day of the demo.
const AS_OF: &str = "2026-11-20";
/// How long a job may take, also when it must wait for the lease of the server that was killed.
const PATIENCE: Duration = Duration::from_secs(150);
/// How often its page is asked.
const LOOK: Duration = Duration::from_millis(50);
/// How long throwing away can take, in microseconds.
const SOON: usize = 30_000;
/// Of a hundred jobs that were cut off, so many are waited for.
const WAITED_PERCENT: usize = 25;

/// How far an import has come, as its page tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Waiting,
    Queued,
    Held,
    Done,
    Discarded,
}

/// What the server is asked when it is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// To read what was sent.
    Read,
    /// To go on with what is held.
    Confirm,
    /// To throw it away.
    Discard,
}

/// How the kills ended.
#[derive(Default)]
pub(super) struct Tally {
    read: u32,
    confirmed: u32,
    discarded: u32,
    answered: u32,
    after: u32,
    waited: u32,
}

/// Somebody who has signed in, with the token that her or his forms hold.
struct Person {
    cookie: String,
    token: String,
}

/// A served room with an import, and what it looks like before and after it.
struct Trial<'a> {
    program: &'a Program,
    data: PathBuf,
    /// Copies of the data folder: the import waits, and is held.
    waiting: PathBuf,
    held: PathBuf,
    me: Person,
    /// The path of its page.
    import: String,
    before: Verified,
    after: Verified,
    /// How long reading takes, and going on with what is held.
    times: [Duration; 2],
    tally: Tally,
}

/// Kills so many servers.
pub(super) fn trial(program: &Program, folder: &Path, times: u32, seed: u64) -> Result<Tally, String> {
    let mut trial = prepare(program, folder, seed)?;
    let mut lots = Lots::of(seed);
    for kill in 1..=times {
        let asked = match kill % 3 {
            0 => Asked::Read,
            1 => Asked::Confirm,
            _ => Asked::Discard,
        };
        trial.kill(asked, &mut lots).map_err(|reason| format!("kill {kill}, {asked:?}: {reason}"))?;
    }
    Ok(trial.tally)
}

/// Sends a roster with few pupils, has it read, and confirms it, each once to the end.
fn prepare<'a>(program: &'a Program, folder: &Path, seed: u64) -> Result<Trial<'a>, String> {
    let [data, waiting, held, files] = ["data", "waiting", "held", "files"].map(|name| folder.join(name));
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    program.synth(PUPILS, seed, AS_OF, "csv", &files)?;
    let parts = ["pupils.csv", "lessons.csv"].map(|name| (name, fs::read(files.join(name)).unwrap_or_default()));

    let server = Server::start(program, &data)?;
    let cookie = server.sign_in(ADMINISTRATOR)?;
    let to = format!("/{ROOM}/import");
    let page = ask(server.port, &to, &cookie, None).map_err(|error| format!("the page of imports: {error}"))?.body;
    let fields = forms::fields(&page, &to).unwrap_or_default();
    let token = fields.iter().find(|(name, _)| *name == "token").ok_or("no form to send files in")?.1.to_owned();
    let me = Person { cookie, token };
    let sent = send(server.port, &to, (&me.cookie, &me.token), &parts);
    let sent = sent.map_err(|error| format!("sending the files: {error}"))?;
    let import = sent.location.ok_or_else(|| format!("the files were answered {}", sent.status))?;
    server.kill()?;
    copy(&data, &waiting)?;

    let whole = |asked: Asked, end: Stands| {
        let server = Server::start(program, &data)?;
        let began = Instant::now();
        if !post(server.port, &me, &import, asked) {
            return Err(format!("{asked:?} is not answered as it should"));
        }
        wait(&server, &me, &import, end)?;
        let time = began.elapsed();
        server.kill()?;
        Ok((time, verified(program, &data, ROOM)?))
    };
    let (reading, before) = whole(Asked::Read, Stands::Held)?;
    copy(&data, &held)?;
    let (confirming, after) = whole(Asked::Confirm, Stands::Done)?;
    if before.results == after.results {
        return Err("the import changes nothing: nothing would be tested".to_owned());
    }
    let times = [reading, confirming];
    let tally = Tally::default();
    Ok(Trial { program, data, waiting, held, me, import, before, after, times, tally })
}

impl Trial<'_> {
    fn kill(&mut self, asked: Asked, lots: &mut Lots) -> Result<(), String> {
        fs::remove_dir_all(&self.data).map_err(|error| format!("{}: {error}", self.data.display()))?;
        copy(if asked == Asked::Read { &self.waiting } else { &self.held }, &self.data)?;
        let server = Server::start(self.program, &self.data)?;
        let [reading, confirming] = self.times;
        let after = match asked {
            Asked::Read => reading.mul_f64(lots.between(0.0, 1.1)),
            Asked::Confirm => confirming.mul_f64(lots.between(0.0, 1.1)),
            Asked::Discard => Duration::from_micros(u64::try_from(lots.number(SOON)).unwrap_or(0)),
        };
        let port = server.port;
        let answered = thread::scope(|scope| {
            let posting = scope.spawn(|| post(port, &self.me, &self.import, asked));
            thread::sleep(after);
            server.kill()?;
            posting.join().map_err(|_| "the page that asks broke".to_owned())
        })?;

        let found = verified(self.program, &self.data, ROOM)?;
        let is_after = found.results == self.after.results;
        if found.results != self.before.results && !(is_after && asked == Asked::Confirm) {
            return Err(format!("killed after {after:?}, the lists are neither before nor after: {}", found.results));
        }
        let server = Server::start(self.program, &self.data)?;
        let stands = self.stands(&server)?;
        let fits = match (asked, stands) {
            (Asked::Read, Stands::Queued | Stands::Held) => true,
            (Asked::Confirm, Stands::Queued | Stands::Done) => true,
            (Asked::Discard, Stands::Discarded) => true,
            (Asked::Read, Stands::Waiting) | (Asked::Confirm | Asked::Discard, Stands::Held) => !answered,
            _ => false,
        };
        if !fits || (is_after && stands != Stands::Done) {
            return Err(format!("killed after {after:?}, answered: {answered}, but the import stands as {stands:?}"));
        }
        match asked {
            Asked::Read => self.tally.read += 1,
            Asked::Confirm => self.tally.confirmed += 1,
            Asked::Discard => self.tally.discarded += 1,
        }
        self.tally.answered += u32::from(answered);
        self.tally.after += u32::from(is_after);
        if stands == Stands::Queued && lots.percent(WAITED_PERCENT) {
            let end = if asked == Asked::Read { Stands::Held } else { Stands::Done };
            wait(&server, &self.me, &self.import, end)?;
            self.tally.waited += 1;
        }
        let stands = self.stands(&server)?;
        server.kill()?;
        if matches!(stands, Stands::Done | Stands::Discarded) { self.ended(stands) } else { Ok(()) }
    }

    fn stands(&self, server: &Server) -> Result<Stands, String> {
        stands(server, &self.me, &self.import)
    }

    /// An import that is over has no files, and the lists are one or the other.
    fn ended(&self, over: Stands) -> Result<(), String> {
        let found = verified(self.program, &self.data, ROOM)?.results;
        let expected = if over == Stands::Done { &self.after.results } else { &self.before.results };
        if found != *expected {
            return Err(format!("the import stands as {over:?}, but the lists are others: {found}"));
        }
        let folder = self.data.join(ROOM).join("attendance").join("deliveries");
        match fs::read_dir(&folder).map(|mut all| all.next().is_some()) {
            Ok(true) => Err(format!("the import stands as {over:?}, but a file of it is left")),
            _ => Ok(()),
        }
    }
}

/// Whether the server answered that it is done, or will be.
fn post(port: u16, me: &Person, import: &str, asked: Asked) -> bool {
    let path = match asked {
        Asked::Read => import.to_owned(),
        Asked::Confirm => format!("{import}/bekrafta"),
        Asked::Discard => format!("{import}/kasta"),
    };
    ask(port, &path, &me.cookie, Some(&forms::body(&[("token", &me.token)]))).is_ok_and(|answer| answer.status == 303)
}

/// How far the import has come.
fn stands(server: &Server, me: &Person, import: &str) -> Result<Stands, String> {
    let page = ask(server.port, import, &me.cookie, None).map_err(|error| format!("the import's page: {error}"))?.body;
    let says = |words: &str| page.contains(words);
    if says(&format!("hx-get=\"{import}\"")) {
        Ok(Stands::Queued)
    } else if says(&format!("action=\"{import}/bekrafta\"")) {
        Ok(Stands::Held)
    } else if says("Importen är kastad") {
        Ok(Stands::Discarded)
    } else if says(&format!("action=\"{import}/kasta\"")) {
        Ok(Stands::Waiting)
    } else if says(">Inläst<") {
        Ok(Stands::Done)
    } else {
        Err("the import's page tells something else".to_owned())
    }
}

fn wait(server: &Server, me: &Person, import: &str, end: Stands) -> Result<(), String> {
    let began = Instant::now();
    loop {
        let now = stands(server, me, import)?;
        if now == end {
            return Ok(());
        }
        if now != Stands::Queued || began.elapsed() > PATIENCE {
            return Err(format!("the import stands as {now:?} and not as {end:?} after {:?}", began.elapsed()));
        }
        thread::sleep(LOOK);
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { read, confirmed, discarded, answered, after, waited } = self;
        write!(to, "{} kills: {read} while an import was read, {confirmed} ", read + confirmed + discarded)?;
        write!(to, "while one was confirmed, {discarded} while one was thrown away; {answered} had been answered, ")?;
        write!(to, "{after} left the state after; {waited} jobs that were cut off came to their end")
    }
}
