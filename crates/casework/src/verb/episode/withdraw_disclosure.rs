//! The family takes its consent back: at once, and without a reason. What has not left is stopped in the same step, and one
//! last letter says that sharing has ended. What was sent stays, as the sheet told before anybody signed.

use access::{EpisodeId, WriteAct, Zone};
use domain::Day;
use domain::consent::disclosure::{self, DisclosureWithdrawn, Signer, check_withdrawal};
use domain::episode::body::SharingEnded;
use domain::episode::guard;
use room::door::outbox;
use uuid::Uuid;

use crate::episode::{following, own, permit, say};
use crate::{Cx, Failure, Refusal, Result};

/// What is said.
pub struct Said {
    /// The consent, as a UUID is written.
    pub of: String,
    /// When it was withdrawn.
    pub day: Day,
    /// A guardian or the child.
    pub who: Signer,
    /// Name.
    pub name: String,
    /// What was said about it; may be empty, and no reason is asked for.
    pub words: String,
}

/// What it led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Became {
    /// Letters that were stopped and have certainly not left.
    pub stopped: u32,
    /// Letters that were stopped, but may have reached the other room already.
    pub may_have_left: u32,
}

/// Withdraws.
///
/// # Errors
/// Refused: it is dated later than today. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let stands = permit::stands(cx, episode).await?;
    let noted = permit::of(cx, &stands, WriteAct::ManageConsent)?;
    let stop = permit::of(cx, &stands, WriteAct::SendLetter(Zone::Shared))?;
    let it = DisclosureWithdrawn { of: said.of, day: said.day, who: said.who, name: said.name, words: said.words };
    check_withdrawal(&it, cx.today()).map_err(|it| Refusal::new(it.code()))?;
    let body = own::disclosure(&disclosure::Body::Withdrawn(it))?;
    let mut change = cx.room().change(cx.now()).await?;
    change.noted(noted)?;
    own::write(cx, &mut change, &stands, &[(id, body)]).await?;
    let (stopped, may_have_left) = outbox::cancel_all(&mut change, stop, "consent-stops-withdrawn").await?;
    change.commit().await?;

    let (it, today) = (SharingEnded { day: said.day }, cx.today());
    let told = say(cx, episode, following(id, "ended"), Vec::new(), |episode, side| match episode.sharing_ended {
        None => guard::end_sharing(episode, side, it, today),
        Some(_) => Err(Vec::new()),
    });
    match told.await {
        // It has ended already, or nothing was shared: there is nothing to tell.
        Ok(_) | Err(Failure::Refused(_)) => Ok(Became { stopped, may_have_left }),
        Err(other) => Err(other),
    }
}
