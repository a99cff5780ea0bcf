//! Servers killed while pages write: what was acknowledged is there once, what was not is there at most once, and the same
//! form sent again gives exactly one.

use std::{
    fmt, fs,
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use super::{
    forms,
    http::ask,
    lots::Lots,
    program::Program,
    server::{ROOM, Server, log},
    verified::verified,
};

/// The person who writes: the first to choose among that works with pupils.
const WRITER: &str = "Maria Lindgren";
/// Pages that write at once.
const WRITERS: usize = 3;
/// Pupils whom they write about.
const PUPILS: usize = 12;
/// Answers before a kill, at most; then it comes at once, or after so many milliseconds at most.
const ANSWERS: usize = 12;
const LATER: usize = 40;
/// How often the answers are counted.
const LOOK: Duration = Duration::from_micros(100);

/// How the kills ended.
#[derive(Default)]
pub(super) struct Tally {
    kills: u32,
    acknowledged: usize,
    there: usize,
    lost: usize,
}

/// A form that was sent.
struct Sent {
    path: String,
    body: String,
    /// A word that stands in no other step.
    word: String,
    /// Whether the server answered that it was documented.
    acknowledged: bool,
}

/// Somebody who has signed in.
struct Writer {
    cookie: String,
    /// Paths of pupils' pages.
    pupils: Vec<String>,
}

/// Kills so many servers.
pub(super) fn trial(program: &Program, folder: &Path, times: u32, seed: u64) -> Result<Tally, String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let (data, mut lots, mut tally) = (folder.join("data"), Lots::of(seed), Tally::default());
    let server = Server::start(program, &data)?;
    let writer = writer(&server)?;
    server.kill()?;
    // What the demo's cases say is there before anybody writes.
    let mut before = verified(program, &data, ROOM)?.statements;
    let mut server = Server::start(program, &data)?;
    for kill in 1..=times {
        let wrong = |reason: String| format!("kill {kill}: {reason}");
        let sent = write_until_killed(server, &writer, kill, &mut lots).map_err(wrong)?;
        server = check(program, &data, &writer, &sent, before, &mut tally).map_err(wrong)?;
        before += sent.len();
    }
    server.kill()?;
    nothing_told(&data, times)?;
    Ok(tally)
}

fn failed(what: &str) -> impl Fn(std::io::Error) -> String + '_ {
    move |error| format!("{what}: {error}")
}

fn writer(server: &Server) -> Result<Writer, String> {
    let cookie = server.sign_in(WRITER)?;
    let list = ask(server.port, &format!("/{ROOM}/narvaro"), &cookie, None).map_err(failed("the work list"))?.body;
    let pupils = forms::values_after(&list, &format!("href=\"/{ROOM}/elev/"));
    let pupils: Vec<String> = pupils.iter().take(PUPILS).map(|id| format!("/{ROOM}/elev/{id}")).collect();
    if pupils.len() < WRITERS {
        Err(format!("only {} pupils on the list", pupils.len()))
    } else {
        Ok(Writer { cookie, pupils })
    }
}

/// Pages write until the server is killed; what they sent.
fn write_until_killed(server: Server, writer: &Writer, kill: u32, lots: &mut Lots) -> Result<Vec<Sent>, String> {
    let (port, wanted) = (server.port, 1 + lots.number(ANSWERS));
    let at_once = lots.percent(50);
    let later = Duration::from_millis(u64::try_from(lots.number(LATER)).unwrap_or(0));
    let (sent, answers, ended) = (Mutex::new(Vec::new()), AtomicUsize::new(0), AtomicUsize::new(0));
    let write = |number: usize| {
        for (round, pupil) in writer.pupils.iter().cycle().skip(number).step_by(WRITERS).enumerate() {
            let word = format!("prov{kill}x{number}x{round}");
            if document(port, writer, pupil, &word, &sent).is_none() {
                break;
            }
            answers.fetch_add(1, Ordering::Relaxed);
        }
        ended.fetch_add(1, Ordering::Relaxed);
    };
    thread::scope(|scope| {
        let write = &write;
        for number in 0..WRITERS {
            scope.spawn(move || write(number));
        }
        while answers.load(Ordering::Relaxed) < wanted && ended.load(Ordering::Relaxed) < WRITERS {
            thread::sleep(LOOK);
        }
        if !at_once {
            thread::sleep(later);
        }
        server.kill()
    })?;
    let sent = sent.into_inner().unwrap_or_else(PoisonError::into_inner);
    if answers.into_inner() < wanted { Err("the pages could not write".to_owned()) } else { Ok(sent) }
}

/// Opens the form of a step, fills it in and sends it. Nothing when the server did not answer that it is documented.
fn document(port: u16, writer: &Writer, pupil: &str, word: &str, all: &Mutex<Vec<Sent>>) -> Option<()> {
    let path = format!("{pupil}/steg");
    let page = ask(port, &format!("{path}?slag=pupil_talk"), &writer.cookie, None).ok()?.body;
    let mut fields = forms::fields(&page, &path)?;
    fields.retain(|(name, _)| !name.ends_with("_own"));
    fields.push(("text", word));
    let body = forms::body(&fields);
    let place = {
        let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
        all.push(Sent { path: path.clone(), body: body.clone(), word: word.to_owned(), acknowledged: false });
        all.len() - 1
    };
    ask(port, &path, &writer.cookie, Some(&body)).ok().filter(|answer| answer.status == 303)?;
    all.lock().unwrap_or_else(PoisonError::into_inner).get_mut(place)?.acknowledged = true;
    Some(())
}

/// Looks at what is left; starts the server again, and sends every form again.
fn check(
    program: &Program,
    data: &Path,
    writer: &Writer,
    sent: &[Sent],
    before: usize,
    tally: &mut Tally,
) -> Result<Server, String> {
    let acknowledged = sent.iter().filter(|it| it.acknowledged).count();
    let left = verified(program, data, ROOM)?.statements;
    if left < before + acknowledged || left > before + sent.len() {
        let all = before + sent.len();
        return Err(format!(
            "{left} statements are left: not between {} acknowledged and {all}",
            before + acknowledged
        ));
    }
    let server = Server::start(program, data)?;
    for it in sent {
        let times = times(&server, writer, it)?;
        if times > 1 || (it.acknowledged && times == 0) {
            return Err(format!("{} is there {times} times; acknowledged: {}", it.word, it.acknowledged));
        }
        if !it.acknowledged {
            tally.there += times;
            tally.lost += 1 - times;
        }
    }
    for it in sent {
        let answer = ask(server.port, &it.path, &writer.cookie, Some(&it.body)).map_err(failed("the form again"))?;
        if answer.status != 303 {
            return Err(format!("{}: the same form again was answered {}", it.word, answer.status));
        }
    }
    for it in sent {
        let times = times(&server, writer, it)?;
        if times != 1 {
            return Err(format!("{} is there {times} times when its form was sent again", it.word));
        }
    }
    let whole = verified(program, data, ROOM)?.statements;
    if whole != before + sent.len() {
        return Err(format!("{whole} statements where {} forms were sent", before + sent.len()));
    }
    tally.kills += 1;
    tally.acknowledged += acknowledged;
    Ok(server)
}

/// How often the word of a step stands on the pupil's page.
fn times(server: &Server, writer: &Writer, sent: &Sent) -> Result<usize, String> {
    let pupil = sent.path.strip_suffix("/steg").unwrap_or(&sent.path);
    let answer = ask(server.port, pupil, &writer.cookie, None).map_err(failed("the pupil's page"))?;
    if answer.status != 200 {
        return Err(format!("the pupil's page is answered {}", answer.status));
    }
    Ok(answer.body.matches(&format!("{}<", sent.word)).count())
}

/// What the servers wrote to their logs holds nothing of what was written on the pages.
fn nothing_told(data: &Path, times: u32) -> Result<(), String> {
    for what in ["said", "errors"] {
        let text = fs::read_to_string(log(data, what)).map_err(failed("the server's log"))?;
        if (1..=times).any(|kill| text.contains(&format!("prov{kill}x"))) || text.contains(WRITER) {
            return Err(format!("the server's log tells what was written: {}", log(data, what).display()));
        }
    }
    Ok(())
}

impl fmt::Display for Tally {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { kills, acknowledged, there, lost } = self;
        write!(to, "{kills} kills: {acknowledged} steps were acknowledged, and each is there once; of ")?;
        write!(
            to,
            "{} that were not, {there} are there once and {lost} not; sent again, each is there once",
            there + lost
        )
    }
}
