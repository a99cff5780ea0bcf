//! Pairing the room with another: what it hands over, taking what the other hands over, and ending it.

use access::{Permit, Target, Write, WriteAct};
use door::pair;
use door::transport::LOOPBACK;
use uuid::Uuid;

use crate::{Cx, Failure, Refusal, Result, job};

/// What the room hands over to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The text. It is signed, and holds nothing secret.
    pub text: String,
    /// What is read out by telephone: eight groups of five digits.
    pub code: String,
}

/// Where letters go to the room of that short name from the rooms of the same process.
pub fn here(slug: &str) -> String {
    format!("{LOOPBACK}{slug}")
}

/// What the room hands over, with the address that letters to it go to.
///
/// # Errors
/// Refused: letters cannot be sent to such an `address`. Denied. The room.
pub fn offer(cx: &Cx, address: &str) -> Result<Offered> {
    drop(permit(cx)?);
    let text = at("address", pair::offer(cx.room(), address.trim()))?;
    Ok(Offered { text, code: pair::own_code(cx.room())? })
}

/// Pairs with the room whose text it is, when somebody there has read out the code of that text: the name of the
/// authority. Paired already with the same key, it takes the new name and address.
///
/// # Errors
/// Refused: the `offer` is not whole, is the room's own, or its key is another than the one that it is paired with; the
/// `code` is another. Denied. The room.
pub async fn confirm(cx: &Cx, offer: &str, heard: &str) -> Result<String> {
    let permit = permit(cx)?;
    let offer = at("offer", pair::read(offer))?;
    let mut change = cx.room().change(cx.now()).await?;
    match pair::confirm(&mut change, permit, &offer, heard).await {
        Err(door::Failure::Refused("door-code-differs")) => Err(Refusal::at("code", "door-code-differs").into()),
        Err(other) => Err(other.into()),
        Ok(()) => {
            job::carrying(&mut change, cx).await?;
            change.commit().await?;
            Ok(offer.name)
        }
    }
}

/// Ends a pairing: nothing is taken from that room any more, and letters that wait for it are stopped. How many.
///
/// # Errors
/// Refused: no such room is paired. Denied. The room.
pub async fn unpair(cx: &Cx, id: Uuid) -> Result<u64> {
    let permit = permit(cx)?;
    let mut change = cx.room().change(cx.now()).await?;
    let stopped = pair::unpair(&mut change, permit, id).await?;
    change.commit().await?;
    Ok(stopped)
}

fn permit(cx: &Cx) -> Result<Permit<Write>> {
    Ok(cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?)
}

/// A refusal of the door, at its field.
fn at<T>(field: &'static str, done: door::Result<T>) -> Result<T> {
    done.map_err(|failure| match failure {
        door::Failure::Refused(code) => Failure::from(Refusal::at(field, code)),
        other => other.into(),
    })
}
