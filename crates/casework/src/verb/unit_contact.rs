//! Writing whom one phones at a school: the head teacher's office.

use access::{Target, UnitId, WriteAct};
use room::units::{self, Contact};

use crate::{Cx, Refusal, Result};

/// The longest name, in letters.
const NAME: usize = 100;
/// The longest telephone number, in characters.
const TELEPHONE: usize = 40;

/// Writes it; nobody when both are empty.
///
/// # Errors
/// Refused: `name` too long, `telephone` no number; there is no such school. Denied. The room.
pub async fn run(cx: &Cx, unit: UnitId, name: &str, telephone: &str) -> Result<()> {
    let contact = Contact { name: name.trim().to_owned(), telephone: telephone.trim().to_owned() };
    let mut wrong = Vec::new();
    if contact.name.chars().count() > NAME {
        wrong.push(Refusal::at("namn", "quality-contact-name"));
    }
    let dialled = |sign: char| sign.is_ascii_digit() || " +-/()".contains(sign);
    let digits = contact.telephone.chars().filter(char::is_ascii_digit).count();
    let is_number = contact.telephone.is_empty() || (digits >= 5 && contact.telephone.chars().all(dialled));
    if !is_number || contact.telephone.chars().count() > TELEPHONE {
        wrong.push(Refusal::at("telefon", "quality-contact-telephone"));
    }
    if !wrong.is_empty() {
        return Err(crate::Failure::Refused(wrong));
    }
    let permit = cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?;
    let mut change = cx.room().change(cx.now()).await?;
    units::put_contact(&mut change, permit, unit, &contact).await?;
    Ok(change.commit().await?)
}
