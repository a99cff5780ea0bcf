//! Carrying the letters that wait for other rooms: to rooms of this process, and to other servers.

use std::sync::{Arc, OnceLock};

use door::deliver::{self, Round, StillLawful};
use door::transport::{Https, Loopback, Ways};
use room::Room;
use room::door::outbox::{self, Waiting};
use text::{Arg, Message};

use super::{Done, Run, Stopped, Worked};
use crate::Failure;

/// The ways out of a process, for all its rooms.
#[derive(Clone)]
pub(super) struct Out {
    here: Loopback,
    /// Made when a letter first waits: it reads the certificates of the machine.
    away: Arc<OnceLock<Https>>,
}

impl Out {
    pub(super) fn of(rooms: Vec<Room>) -> Out {
        Out { here: Loopback::new(rooms), away: Arc::default() }
    }

    fn ways(&self) -> door::Result<Ways> {
        let away = match self.away.get() {
            Some(away) => away.clone(),
            None => {
                let made = Https::new()?;
                self.away.get_or_init(|| made).clone()
            }
        };
        Ok(Ways { here: self.here.clone(), away })
    }
}

/// A letter is stopped in the transaction of what takes its ground away (`room::door::outbox::cancel`), so one that still
/// waits may leave.
struct NotStopped;

impl StillLawful for NotStopped {
    async fn still_lawful(&self, _: &Room, _: &Waiting) -> room::Result<Option<&'static str>> {
        Ok(None)
    }
}

/// Carries what is due. A room that cannot be reached is no failure of the job: its letters wait, and are tried again a
/// little later each time; how long they have waited is told as an alarm.
pub(super) async fn run(run: Run, out: Out) -> Worked {
    let room = run.cx.room();
    if outbox::due(room, run.cx.now()).await?.is_empty() {
        return Ok(Done::Nothing);
    }
    let ways = out.ways().map_err(later)?;
    let round = deliver::deliver(room, &ways, &NotStopped, run.cx.now()).await.map_err(later)?;
    Ok(told(&round))
}

fn later(failure: door::Failure) -> Stopped {
    match failure {
        door::Failure::Refused(code) => Stopped::Later(Message::new(code)),
        other => Stopped::Failed(Failure::from(other)),
    }
}

fn told(round: &Round) -> Done {
    if *round == Round::default() {
        return Done::Nothing;
    }
    let count = |n: u32| Arg::Count(i64::from(n));
    let waits = Arg::Count(i64::try_from(round.troubles.len()).unwrap_or(i64::MAX));
    let told = Message::new("job-door-done").with("delivered", count(round.delivered)).with("rooms", waits);
    Done::Said(told.with("ended", count(round.refused.saturating_add(round.stopped))))
}
