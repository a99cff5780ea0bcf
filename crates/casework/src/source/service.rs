//! The job of a service that speaks SS 12000: pulls what it has, and hands it over when the pull is complete.

use std::collections::BTreeMap;
use std::time::Duration;

use domain::SchoolYear;
use exchange::client::{self, Ask, Endpoint, Group, Patience, Pulled, Service, Trouble};
use text::{Arg, Message};

use super::deliver::{Note, deliver};
use super::settings::{Settings, SignIn, What};
use super::spool::{self, Files, Nothing};
use super::take;
use crate::job::{Done, Run, Stopped, Worked};
use crate::{Cx, Failure, Refusal};

/// What is noted of how far a service has been read.
const PART: &str = "lessons";

/// Pulls, and hands over.
pub(crate) async fn run(run: Run) -> Worked {
    let Some(id) = run.args.first().copied() else { return Ok(Done::Nothing) };
    let Some((settings, secret)) = take::settings(&run.cx, id).await? else {
        spool::forget(&run.cx, id).await?; // taken away while it was read
        return Ok(Done::Nothing);
    };
    let Some((service, weeks)) = service(settings, secret) else { return Ok(Done::Nothing) };
    let cx = &run.cx;
    let changed_since = room::sources::read_to(cx.room(), id, PART).await?;
    let ask = Ask { changed_since, ..ask(cx, weeks, changed_since.is_none()) };
    let mut files = Files::new(cx, id, run.teller()).map_err(disk)?;
    let pulled = client::pull(&service, &ask, &mut files).await.map_err(stopped)?;
    let delivered = files.delivered().map_err(disk)?;
    deliver(cx, id, "ss12000", &delivered, Note::ReadTo(PART, pulled.changed_since)).await?;
    Ok(Done::Said(said(&pulled)))
}

/// Tries whether one gets in, and says what is there.
pub(crate) async fn try_out(cx: &Cx, settings: Settings, secret: Option<String>) -> Result<Vec<Message>, Stopped> {
    let Some((mut service, weeks)) = service(settings, secret) else { return Ok(Vec::new()) };
    // Somebody waits for the page.
    let wait = Duration::from_secs(10);
    service.patience =
        Patience { silence: wait, answer: 2 * wait, longest: wait / 5, tries: 2, page: 1, ..service.patience };
    let ask = Ask { only_try: true, ..ask(cx, weeks, false) };
    let pulled = client::pull(&service, &ask, &mut Nothing).await.map_err(stopped)?;
    let mut said = vec![Message::new("source-try-in").with("lists", count(pulled.lists.len()))];
    said.extend(lacking(&pulled));
    Ok(said)
}

fn ask(cx: &Cx, weeks: u16, everything: bool) -> Ask {
    let today = cx.today();
    let first = SchoolYear::of(today).start();
    let back = today.plus(-7 * i32::from(weeks));
    let from = if everything { first } else { back.max(first) };
    Ask {
        from: from.date(),
        to: today.date(),
        earliest: first.date(),
        changed_since: None,
        now: cx.now(),
        only_try: false,
    }
}

/// The service of some settings, and how many weeks back its lessons are read.
fn service(settings: Settings, secret: Option<String>) -> Option<(Service, u16)> {
    let What::Ss12000 { base, lessons, sums, sign_in, weeks } = settings.what else { return None };
    let secret = secret.unwrap_or_default();
    let sign_in = match sign_in {
        SignIn::Token => client::SignIn::Token(secret),
        SignIn::Client { address, id, scope } => client::SignIn::Client { address, id, secret, scope },
    };
    let elsewhere = [(Group::Lessons, lessons), (Group::Sums, sums)];
    let prefixes: BTreeMap<Group, String> =
        elsewhere.into_iter().filter_map(|(group, base)| Some((group, base?))).collect();
    Some((Service { base, prefixes, sign_in, patience: Patience::default() }, weeks))
}

fn said(pulled: &Pulled) -> Message {
    let of = |endpoint| pulled.lists.get(&endpoint).copied().unwrap_or(0);
    let number = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let lessons = of(Endpoint::CalendarEvents);
    let has_attendance = lessons > 0 || of(Endpoint::AggregatedAttendance) > 0;
    let code = if has_attendance { "source-pulled" } else { "source-pulled-roster" };
    let message = Message::new(code).with("persons", number(of(Endpoint::Persons)));
    if has_attendance { message.with("lessons", number(lessons)).with("from", Arg::Date(pulled.from)) } else { message }
}

/// What a service lacks, in the standard's own names.
fn lacking(pulled: &Pulled) -> Option<Message> {
    let names: Vec<&str> = pulled.lacking.iter().map(|it| it.path()).collect();
    let lists = Arg::Text(names.join(", "));
    (!names.is_empty()).then(|| Message::new("source-try-lacking").with("lists", lists))
}

fn count(number: usize) -> Arg {
    Arg::Count(i64::try_from(number).unwrap_or(i64::MAX))
}

fn disk(source: std::io::Error) -> Stopped {
    Stopped::Failed(Failure::Fault { context: "the lists of a service on disk", source: Box::new(source) })
}

fn stopped(trouble: Trouble) -> Stopped {
    match trouble {
        Trouble::Later(message) => Stopped::Later(message),
        Trouble::Person(message) => Stopped::Failed(Failure::Refused(vec![Refusal { field: None, message }])),
        Trouble::Disk(source) => disk(source),
    }
}
