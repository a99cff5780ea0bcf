//! Saying something that both sides are to read: the guard is asked, the statement is made, each thing that it tells is
//! weighed, and the letter lies in the outbox, all in one change.

use access::{EpisodeAt, EpisodeId, ItemId, ReadAct, WriteAct, Zone};
use domain::consent::disclosure;
use domain::episode::body::{LetterWeighed, Private};
use domain::episode::guard::Reason;
use domain::episode::{Body, Episode, Side, fold};
use door::letter::{Draft, Item as LetterItem};
use room::door::{outbox, peers};
use room::episodes::{self, Pen, own_zone};
use room::statements::{self, Statement};
use room::{Change, people};
use uuid::Uuid;

use super::read::folded;
use super::weigh::{Item, Scales, Stopped};
use super::{by, following, kinds, letter, own, permit, refused, side, take_in, uuid};
use crate::{Cx, Failure, Result, job};

/// What became of something that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The same was said before: nothing has changed.
    Before,
    /// It is on its way to the other side.
    Sent,
    /// It stays here, and why.
    Stays(Vec<text::Message>),
    /// There is no other side, or nothing is shared with it any more.
    Alone,
}

/// Private statements that belong to a shared one: their bodies, in order.
pub(crate) type Own = Vec<Vec<u8>>;

/// Says something in an episode.
pub(crate) async fn say(
    cx: &Cx,
    id: EpisodeId,
    statement: Uuid,
    beside: Own,
    guard: impl FnOnce(&Episode, Side) -> std::result::Result<Body, Vec<Reason>> + Send,
) -> Result<Said> {
    take_in::run(cx).await?;
    let stands = permit::stands(cx, id).await?;
    let pen = permit::of(cx, &stands, WriteAct::WriteEpisode(Zone::Shared))?;
    let door = Door::of(cx, &stands, id).await?;

    let mut change = cx.room().change(cx.now()).await?;
    let pen = episodes::hold(&mut change, pen).await?;
    let said = pen.statements(&mut change).await?;
    if said.iter().any(|it| it.id == statement) {
        return Ok(Said::Before);
    }
    let episode = fold(&folded(&said), cx.today(), side(cx)?);
    let body = guard(&episode, side(cx)?).map_err(refused)?;
    let bytes = body.to_json().map_err(own::unwritable)?;
    let lamport = write(&mut change, &pen, id, statement, &bytes).await?;

    let number = |at: usize| following(statement, &at.to_string());
    let mut private: Vec<(Uuid, Vec<u8>)> = beside.into_iter().enumerate().map(|(at, it)| (number(at), it)).collect();
    let told = Told { id: statement, lamport, body: &body, bytes: &bytes, ended: episode.sharing_ended.is_some() };
    let outcome = door.send(cx, &mut change, &told, statement, &mut private).await?;
    own::write(cx, &mut change, &stands, &private).await?;
    change.commit().await?;
    Ok(outcome)
}

/// Sends what one's own side said before and that has stayed, when the family's consent lets it through by now. The id is
/// that of the asking: the same again changes nothing.
pub(crate) async fn send(cx: &Cx, id: EpisodeId, asking: Uuid, of: Uuid) -> Result<Said> {
    take_in::run(cx).await?;
    let stands = permit::stands(cx, id).await?;
    let pen = permit::of(cx, &stands, WriteAct::WriteEpisode(Zone::Shared))?;
    let door = Door::of(cx, &stands, id).await?;
    let mut change = cx.room().change(cx.now()).await?;
    let pen = episodes::hold(&mut change, pen).await?;
    let said = pen.statements(&mut change).await?;
    let own = side(cx)?.code();
    let found = said.iter().find(|it| it.id == of && it.side == own);
    let (found, body) =
        found.and_then(|it| Some((it, Body::from_json(&it.body)?))).ok_or_else(|| Failure::denied("denied-case"))?;
    let ended = fold(&folded(&said), cx.today(), side(cx)?).sharing_ended.is_some();
    let told = Told { id: of, lamport: found.lamport, body: &body, bytes: &found.body, ended };
    let mut private = Vec::new();
    let outcome = door.send(cx, &mut change, &told, asking, &mut private).await?;
    own::write(cx, &mut change, &stands, &private).await?;
    change.commit().await?;
    Ok(outcome)
}

/// A statement to be told.
struct Told<'a> {
    id: Uuid,
    lamport: u32,
    body: &'a Body,
    bytes: &'a [u8],
    /// Sharing had ended when it was said: from then on each side is alone.
    ended: bool,
}

/// What letters of an episode need that is read before the change: one that reads meanwhile would wait for it.
struct Door<'a> {
    stands: &'a [EpisodeAt],
    scales: Option<Scales>,
    who: Option<people::Identity>,
    sheets: Vec<Statement>,
}

impl Door<'_> {
    async fn of<'a>(cx: &Cx, stands: &'a [EpisodeAt], id: EpisodeId) -> Result<Door<'a>> {
        let scales = scales(cx, stands, id).await?;
        let who = identity(cx, stands, &scales).await?;
        let sheets = sheets(cx, stands, &scales).await?;
        Ok(Door { stands, scales, who, sheets })
    }

    /// Weighs a statement and sends it, or says why it stays; what was weighed becomes a private statement.
    async fn send(
        &self,
        cx: &Cx,
        change: &mut Change<'_>,
        told: &Told<'_>,
        asking: Uuid,
        private: &mut Vec<(Uuid, Vec<u8>)>,
    ) -> Result<Said> {
        let Some(scales) = self.scales.as_ref().filter(|_| !told.ended) else { return Ok(Said::Alone) };
        let mut tells = kinds::of(told.body);
        let mut letter = vec![letter::statement(&tells, told.id, told.lamport, told.bytes)?];
        if matches!(told.body, Body::Referral(_)) {
            letter.extend(self.who.clone().map(letter::identity).transpose()?);
            for sheet in &self.sheets {
                tells.push(access::gate::ItemKind::ConsentPart);
                letter.push(letter::sheet(sheet.id, &sheet.body)?);
            }
        }
        let post = Post { stands: self.stands, scales, of: told.id, asking, lamport: told.lamport, tells, letter };
        let (outcome, weighed) = post.send(cx, change).await?;
        private.push((following(asking, "weighed"), own::body(&Private::LetterWeighed(weighed))?));
        if outcome == Said::Sent {
            job::enqueue(change, cx, "door", following(asking, "door"), &[]).await?;
        }
        Ok(outcome)
    }
}

async fn write(change: &mut Change<'_>, pen: &Pen, id: EpisodeId, statement: Uuid, body: &[u8]) -> Result<u32> {
    let lamport = pen.next_lamport(change).await?;
    let side = pen.side().code();
    pen.append(change, &statements::Said { id: statement, episode: Some(uuid(id)), lamport, side, body }).await?;
    Ok(lamport)
}

/// What a letter of the episode is weighed by; nothing when there is no other side.
pub(crate) async fn scales(cx: &Cx, stands: &[EpisodeAt], id: EpisodeId) -> Result<Option<Scales>> {
    let Some(peer) = room::relations::peer_of(cx.room(), id).await? else { return Ok(None) };
    let peer = peers::find(cx.room(), peer).await?.ok_or_else(|| Failure::denied("denied-case"))?;
    let permit = permit::of(cx, stands, WriteAct::SendLetter(Zone::Shared))?;
    Ok(Some(Scales::of(cx.room(), permit, id, peer, cx.today()).await?))
}

/// Who the pupil is, for a referral.
async fn identity(cx: &Cx, stands: &[EpisodeAt], scales: &Option<Scales>) -> Result<Option<people::Identity>> {
    if scales.is_none() || side(cx)? != Side::School {
        return Ok(None);
    }
    let mut reading = cx.room().reading(cx.now());
    let permit = permit::of(cx, stands, ReadAct::ReadEpisode(Zone::Shared))?;
    let who = people::identity(&mut reading, permit).await?;
    Ok(reading.show(who).await?)
}

/// The other authority's parts of the family's sheet, which the school keeps as a messenger.
async fn sheets(cx: &Cx, stands: &[EpisodeAt], scales: &Option<Scales>) -> Result<Vec<Statement>> {
    let Some(scales) = scales.as_ref().filter(|_| side(cx).is_ok_and(|it| it == Side::School)) else {
        return Ok(Vec::new());
    };
    let mut reading = cx.room().reading(cx.now());
    let permit = permit::of(cx, stands, ReadAct::ReadEpisode(own_zone(Side::School)))?;
    let all = episodes::read(&mut reading, permit).await?;
    let of_the_other = |it: &Statement| match disclosure::Body::from_json(&it.body) {
        Some(disclosure::Body::Consent(consent)) => consent.from.id == scales.peer.id.to_string(),
        _ => false,
    };
    Ok(reading.show(all.into_iter().filter(of_the_other).collect()).await?)
}

/// A letter that is ready but for the weighing.
struct Post<'a> {
    stands: &'a [EpisodeAt],
    scales: &'a Scales,
    of: Uuid,
    asking: Uuid,
    lamport: u32,
    tells: Vec<access::gate::ItemKind>,
    letter: Vec<LetterItem>,
}

impl Post<'_> {
    /// Weighs each item; all of it goes, or nothing.
    async fn send(self, cx: &Cx, change: &mut Change<'_>) -> Result<(Said, LetterWeighed)> {
        let (today, scales) = (cx.today(), self.scales);
        let one = |kind| Item { id: ItemId(self.of.as_u128()), kind, drawn_up: today };
        let weighed: Vec<_> = self
            .tells
            .iter()
            .map(|kind| (one(*kind), scales.weigh(cx.access(), cx.actor(), one(*kind), today)))
            .collect();
        let items = weighed.iter().map(|(item, it)| scales.record(cx.access(), cx.actor(), *item, today, it)).collect();
        let stopped: Vec<&Stopped> = weighed.iter().filter_map(|(_, it)| it.as_ref().err()).collect();
        let mut missing: Vec<text::Message> = Vec::new();
        for message in stopped.iter().flat_map(|it| &it.0) {
            if !missing.contains(message) {
                missing.push(message.clone());
            }
        }
        let mut record = LetterWeighed {
            by: by(cx)?,
            day: today,
            of: self.of.to_string(),
            letter: None,
            to: scales.peer.name.clone(),
            items,
        };
        if !missing.is_empty() {
            return Ok((Said::Stays(missing), record));
        }
        let id = following(self.asking, "letter");
        let episode = self.stands.first().map(|at| uuid(at.id));
        let gate = access::gate::Gate::Consent.code();
        let draft =
            Draft { id, episode, gate, by: &record.by.name, day: today, lamport: self.lamport, items: self.letter };
        let bytes = door::letter::write(cx.room(), &scales.peer, draft)?;
        let permit = permit::of(cx, self.stands, WriteAct::SendLetter(Zone::Shared))?;
        outbox::put(change, permit, &outbox::New { id, peer: scales.peer.id, letter: &bytes }).await?;
        record.letter = Some(id.to_string());
        Ok((Said::Sent, record))
    }
}
