//! The family consents that one authority tells the other (OSL 10 kap. 1 §, 12 kap. 2-3 §§): one part of its sheet is
//! recorded. A school keeps the social board's part too, as a messenger, and hands it on with the referral.

use access::{EpisodeId, Side, WriteAct};
use domain::Day;
use domain::consent::disclosure::{
    self, Authority, Circumstances, DisclosureConsent, ItemKind, Method, Signature, fold,
};
use room::door::peers;
use room::episodes::grounds;
use text::Message;
use uuid::Uuid;

use crate::episode::{own, permit, read, side};
use crate::{Cx, Failure, Refusal, Result};

/// What is said.
pub struct Said {
    /// Whose part of the sheet: which side tells.
    pub from: Side,
    /// What may be told, kind by kind.
    pub items: Vec<ItemKind>,
    /// The first day that it holds.
    pub first: Day,
    /// The last day that it holds.
    pub last: Day,
    /// When to ask whether it is to be renewed.
    pub remind: Day,
    /// How it was given.
    pub method: Method,
    /// Who has signed.
    pub signatures: Vec<Signature>,
    /// How the child's age and maturity were judged; may be empty.
    pub assessment: String,
}

/// Records the part.
///
/// # Errors
/// Refused: everything that is missing. Denied: the actor does not see to consents. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<()> {
    let stands = permit::stands(cx, episode).await?;
    let noted = permit::of(cx, &stands, WriteAct::ManageConsent)?;
    let peer = room::relations::peer_of(cx.room(), episode).await?;
    let peer = peer.ok_or_else(|| Refusal::new("consent-school-alone"))?;
    let peer = peers::find(cx.room(), peer).await?.ok_or_else(|| Failure::denied("denied-case"))?;
    let here = side(cx)?;
    let we = Authority { id: cx.room().id().to_string(), name: cx.room().name().to_owned(), side: here };
    let they = Authority { id: peer.id.to_string(), name: peer.name, side: here.other() };
    let (from, to) = if said.from == here { (we, they) } else { (they, we) };
    if here == Side::Social && said.from == Side::School {
        return Err(Refusal::new("consent-not-ours").into());
    }
    let send = permit::of(cx, &stands, WriteAct::SendLetter(access::Zone::Shared))?;
    let grounds = grounds(cx.room(), send, cx.today()).await?;
    let known = fold(&read::folded(&grounds.consents));
    let signed = said.signatures.iter().filter(|it| it.who == disclosure::Signer::Guardian).map(|it| it.id.clone());
    let guardians = if grounds.school.is_empty() { signed.collect() } else { grounds.guardians };
    let now = Circumstances {
        authority: &from.id.clone(),
        born: grounds.born,
        guardians: &guardians,
        school: &grounds.school,
        protected: grounds.protected,
    };
    let between = |it: &&disclosure::Given| it.consent.from.id == from.id && it.consent.to.id == to.id;
    let holds = known.given.iter().filter(between).find(|it| it.stopped(said.first, &now).is_none());
    let consent = DisclosureConsent {
        replaces: holds.map(|it| Uuid::from_u128(it.id.0).to_string()),
        from,
        to,
        items: said.items,
        first: said.first,
        last: said.last,
        remind: said.remind,
        method: said.method,
        signatures: said.signatures,
        assessment: said.assessment,
        school: grounds.school.clone(),
    };
    disclosure::check(&consent, &now, &known).map_err(|missing| {
        Failure::Refused(missing.iter().map(|it| Refusal { field: None, message: Message::new(it.code()) }).collect())
    })?;
    let body = own::disclosure(&disclosure::Body::Consent(consent))?;
    let mut change = cx.room().change(cx.now()).await?;
    change.noted(noted)?;
    own::write(cx, &mut change, &stands, &[(id, body)]).await?;
    Ok(change.commit().await?)
}
