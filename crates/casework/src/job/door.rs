//! Carrying the letters that wait for other rooms: to rooms of this process, and to other servers.

use std::sync::{Arc, OnceLock};

use door::deliver::{self, Round, StillLawful};
use door::transport::{Https, Loopback, Ways};
use room::Room;
use room::door::outbox::{self, Waiting};
use text::{Arg, Message};

use super::{Done, Run, Stopped, Worked};
use crate::episode::{take_in, weigh};
use crate::{Cx, Failure};

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

/// Each item of a letter is weighed once more, on the day that it leaves, by the family's consent as it stands then.
struct Weighed<'a>(&'a Cx);

impl StillLawful for Weighed<'_> {
    async fn still_lawful(&self, room: &Room, letter: &Waiting) -> room::Result<Option<&'static str>> {
        match weigh::still(self.0, letter).await {
            Ok(stopped) => Ok(stopped),
            Err(Failure::Fault { context, source }) => Err(room::Failure::Fault { context, source }),
            // Nobody may send about the episode any more: the pupil has left the school.
            Err(Failure::Denied(_) | Failure::Refused(_)) if room.id() == self.0.room().id() => {
                Ok(Some("consent-stops-school-changed"))
            }
            Err(Failure::Denied(_) | Failure::Refused(_)) => Ok(Some("gate-fault")),
        }
    }
}

/// Takes in what has come, and carries what is due. A room that cannot be reached is no failure of the job: its letters wait, and are tried again a
/// little later each time; how long they have waited is told as an alarm.
pub(super) async fn run(run: Run, out: Out) -> Worked {
    let room = run.cx.room();
    let taken = take_in::run(&run.cx).await?;
    if outbox::due(room, run.cx.now()).await?.is_empty() {
        return Ok(told(&Round::default(), taken));
    }
    let ways = out.ways().map_err(later)?;
    let round = deliver::deliver(room, &ways, &Weighed(&run.cx), run.cx.now()).await.map_err(later)?;
    Ok(told(&round, taken))
}

fn later(failure: door::Failure) -> Stopped {
    match failure {
        door::Failure::Refused(code) => Stopped::Later(Message::new(code)),
        other => Stopped::Failed(Failure::from(other)),
    }
}

fn told(round: &Round, taken: usize) -> Done {
    if *round == Round::default() && taken == 0 {
        return Done::Nothing;
    }
    let count = |n: u32| Arg::Count(i64::from(n));
    let waits = Arg::Count(i64::try_from(round.troubles.len()).unwrap_or(i64::MAX));
    let told = Message::new("job-door-done").with("delivered", count(round.delivered)).with("rooms", waits);
    let told = told.with("taken", Arg::Count(i64::try_from(taken).unwrap_or(i64::MAX)));
    Done::Said(told.with("ended", count(round.refused.saturating_add(round.stopped))))
}
