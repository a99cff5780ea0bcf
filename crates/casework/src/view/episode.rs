//! One episode: where it stands, what has been said and whether the other side has it, what comes next, and what the room
//! has written for itself.

use std::collections::BTreeMap;

use access::gate::ItemKind;
use access::{EpisodeId, ItemId, ListAct, ReadAct, Side, UserId, WriteAct, Zone};
use domain::Day;
use domain::consent::disclosure::{self, Authority, Circumstances, DisclosureConsent, ItemKind as Named, fold};
use domain::episode::body::Private;
use domain::episode::{Body, Episode, due, next};
use domain::guardian::Relation;
use jiff::Timestamp;
use room::door::{inbox, outbox, peers, sent};
use room::episodes::{grounds, own_zone};
use room::people;
use text::Message;
use uuid::Uuid;

use super::episodes::programme;
use crate::episode::weigh::{Item, Scales, said};
use crate::episode::{kinds, permit, read, sheets, side, take_in};
use crate::{Cx, Failure, Result};

/// The page.
pub struct Page {
    /// The episode.
    pub id: EpisodeId,
    /// The side of the room.
    pub side: Side,
    /// The pupil's name.
    pub name: String,
    /// The pupil's personal number, when there is one.
    pub number: Option<String>,
    /// The name of the programme; empty until it is referred.
    pub programme: String,
    /// What the statements come to.
    pub episode: Episode,
    /// When something is to be done.
    pub due: Option<Day>,
    /// The authority at the other side, when there is one.
    pub peer: Option<String>,
    /// What has been said, oldest first.
    pub lines: Vec<Line>,
    /// What this side has written for itself, oldest first; nothing for whoever may not read it.
    pub own: Vec<Own>,
    /// The consents that the room has recorded, the latest last; of each, why it does not let anything through.
    pub consents: Vec<Given>,
    /// Parts of the family's sheet that came and are not recorded.
    pub sheets: Vec<(Uuid, DisclosureConsent)>,
    /// The kinds of statement that can be made now; none for whoever may not write.
    pub may: Vec<&'static str>,
    /// Whether the actor sees to consents.
    pub sees_to_consents: bool,
    /// Those whom the episode can be given to; none for whoever may not.
    pub colleagues: Vec<(UserId, String)>,
}

/// Something that was said.
pub struct Line {
    /// The statement.
    pub id: Uuid,
    /// Which side said it.
    pub side: Side,
    /// When it was recorded here.
    pub recorded: Timestamp,
    /// What it says.
    pub body: Body,
    /// Why it is without effect, when it is.
    pub idle: Option<domain::episode::Idle>,
    /// What has become of its letter.
    pub went: Went,
    /// Whether it was copied to the side's own record system, and when.
    pub copied: Option<Day>,
}

/// What has become of the letter that tells a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Went {
    /// It came from the other side, or there is none.
    NotOurs,
    /// It was not sent.
    Stays,
    /// It waits to leave, or for an answer.
    Waits,
    /// The other room has it, since when.
    Delivered(Timestamp),
    /// It was stopped, or refused: the code of why.
    Stopped(Option<String>),
}

/// A private statement.
pub struct Own {
    /// The statement.
    pub id: Uuid,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// What it says.
    pub says: Private,
}

/// A consent to disclosure.
pub struct Given {
    /// The statement.
    pub id: Uuid,
    /// What was consented to.
    pub consent: DisclosureConsent,
    /// Whether this room is the one that tells; otherwise it is kept for the other, as a messenger.
    pub ours: bool,
    /// Why it holds no longer, or not yet.
    pub stopped: Option<Message>,
    /// Whether it is time to ask whether it is to be renewed.
    pub renew: bool,
}

/// The page. What has come by letter takes effect first.
///
/// # Errors
/// Denied: the actor may not read the episode, or there is none. The room.
pub async fn view(cx: &Cx, id: EpisodeId) -> Result<Page> {
    take_in::run(cx).await?;
    let here = side(cx)?;
    let stands = permit::stands(cx, id).await?;
    let mut reading = cx.room().reading(cx.now());
    let shared = read::shared(cx, &mut reading, &stands).await?;
    let to_read = |zone| permit::of(cx, &stands, ReadAct::ReadEpisode(zone));
    let who = people::identity(&mut reading, to_read(Zone::Shared)?).await?;
    let letters = sent::read(&mut reading, to_read(Zone::Shared)?).await?;
    let private = match to_read(own_zone(here)) {
        Ok(permit) => room::episodes::read(&mut reading, permit).await?,
        Err(_) => Vec::new(),
    };
    let came = sheets::came(cx, &mut reading, &stands).await?;
    let colleagues = colleagues(cx, &mut reading, here, permit::may(cx, &stands, WriteAct::AssignEpisode)).await?;
    let (shared, who, letters, private, came) = reading.show((shared, who, letters, private, came)).await?;

    let peer = match room::relations::peer_of(cx.room(), id).await? {
        Some(peer) => peers::find(cx.room(), peer).await?,
        None => None,
    };
    let own: Vec<Own> = private
        .iter()
        .filter_map(|it| Some(Own { id: it.id, recorded: it.recorded_at, says: Private::from_json(&it.body)? }))
        .collect();
    let consents = given(cx, &stands, id, &private).await?;
    let registered = |id: &Uuid| private.iter().any(|it| it.id == crate::episode::following(*id, "registered"));
    let writes = permit::may(cx, &stands, WriteAct::WriteEpisode(Zone::Shared));
    let letters: BTreeMap<Uuid, &sent::Sent> = letters.iter().map(|it| (it.id, it)).collect();
    let code = shared.episode.programme.as_ref().map(|it| it.code.clone()).unwrap_or_default();
    let who = who.ok_or_else(|| Failure::denied("denied-case"))?;
    Ok(Page {
        id,
        side: here,
        name: who.name,
        number: who.personal_number,
        programme: programme(cx, &code),
        due: due(&shared.episode),
        may: if writes { next(&shared.episode, here) } else { Vec::new() },
        lines: shared
            .said
            .into_iter()
            .map(|(it, body)| line(it, body, here, &own, &letters, &shared.episode))
            .collect(),
        episode: shared.episode,
        peer: peer.map(|it| it.name),
        own,
        consents,
        sheets: came.into_iter().filter(|it| !registered(&it.id)).map(|it| (it.id, it.consent)).collect(),
        sees_to_consents: permit::may(cx, &stands, WriteAct::ManageConsent),
        colleagues,
    })
}

fn line(
    it: room::statements::Statement,
    body: Body,
    here: Side,
    own: &[Own],
    letters: &BTreeMap<Uuid, &sent::Sent>,
    episode: &Episode,
) -> Line {
    let side = Side::from_code(&it.side).unwrap_or(here);
    let of = it.id.to_string();
    // The last time that it was weighed counts.
    let letter = own.iter().rev().find_map(|own| match &own.says {
        Private::LetterWeighed(weighed) if weighed.of == of => Some(weighed.letter.clone()),
        _ => None,
    });
    let went = match letter {
        _ if side != here => Went::NotOurs,
        None => Went::NotOurs,
        Some(None) => Went::Stays,
        Some(Some(letter)) => match letter.parse().ok().and_then(|id: Uuid| letters.get(&id)) {
            None => Went::Waits,
            Some(letter) => match (letter.state, letter.ended) {
                (outbox::State::Delivered, Some(at)) => Went::Delivered(at),
                (outbox::State::Waiting, _) => Went::Waits,
                _ => Went::Stopped(letter.reason.clone()),
            },
        },
    };
    let copied = own.iter().find_map(|own| match &own.says {
        Private::CopiedToJournal(copied) if copied.of == of => Some(copied.day),
        _ => None,
    });
    let idle = episode.without_effect.get(&it.id.as_u128()).copied();
    Line { id: it.id, side, recorded: it.recorded_at, body, idle, went, copied }
}

/// The consents, for whoever sees to them.
async fn given(
    cx: &Cx,
    stands: &[access::EpisodeAt],
    id: EpisodeId,
    private: &[room::statements::Statement],
) -> Result<Vec<Given>> {
    let Some(peer) = room::relations::peer_of(cx.room(), id).await? else { return Ok(Vec::new()) };
    let Ok(send) = permit::of(cx, stands, WriteAct::SendLetter(Zone::Shared)) else { return Ok(Vec::new()) };
    let grounds = grounds(cx.room(), send, cx.today()).await?;
    let about: Vec<_> = private.iter().filter(|it| disclosure::Body::is_about(&it.body)).cloned().collect();
    let all = fold(&read::folded(&about));
    let us = cx.room().id().to_string();
    let one = |it: disclosure::Given| {
        let signed = it.consent.signatures.iter().filter(|it| it.who == disclosure::Signer::Guardian);
        let no_roster = grounds.school.is_empty();
        let guardians = if no_roster { signed.map(|it| it.id.clone()).collect() } else { grounds.guardians.clone() };
        let now = Circumstances {
            authority: &it.consent.from.id,
            born: grounds.born,
            guardians: &guardians,
            school: if no_roster { &it.consent.school } else { &grounds.school },
            protected: grounds.protected,
        };
        let (stopped, renew) = (it.stopped(cx.today(), &now).map(said), it.is_to_renew(cx.today(), &now));
        Given { id: Uuid::from_u128(it.id.0), ours: it.consent.from.id == us, stopped, renew, consent: it.consent }
    };
    let _ = peer;
    Ok(all.given.into_iter().map(one).collect())
}

/// Those whom the unit manager can give an episode to.
async fn colleagues(cx: &Cx, reading: &mut room::Reading<'_>, here: Side, may: bool) -> Result<Vec<(UserId, String)>> {
    let permit = match cx.access().scope(cx.actor(), ListAct::ListEpisodes(here)) {
        Ok(permit) if may => permit,
        _ => return Ok(Vec::new()),
    };
    let units = super::episodes::led(cx);
    let works = |it: &access::RoleAt| {
        let team = matches!(it.role, access::Role::SchoolSocialWorker | access::Role::FamilyTherapist);
        team && units.iter().any(|unit| it.place == access::Place::Unit(*unit))
    };
    let all = room::accounts::colleagues(reading, permit).await?;
    Ok(all.into_iter().filter(|it| it.roles.iter().any(works)).map(|it| (it.id, it.name)).collect())
}

/// What the other side would be able to read, and why that is lawful; or why it stays.
pub struct Preview {
    /// The authority at the other side.
    pub to: String,
    /// Each kind of information, and whether it goes.
    pub items: Vec<(ItemKind, Goes)>,
}

/// The provisions that let something through, or what is missing.
pub type Goes = std::result::Result<Vec<String>, Vec<Message>>;

/// What would go through the door with a statement that tells these kinds; nothing when there is no other side.
///
/// # Errors
/// Denied: the actor may not send in the episode. The room.
pub async fn preview(cx: &Cx, id: EpisodeId, tells: &[ItemKind]) -> Result<Option<Preview>> {
    let stands = permit::stands(cx, id).await?;
    let Some(peer) = room::relations::peer_of(cx.room(), id).await? else { return Ok(None) };
    let peer = peers::find(cx.room(), peer).await?.ok_or_else(|| Failure::denied("denied-case"))?;
    let send = permit::of(cx, &stands, WriteAct::SendLetter(Zone::Shared))?;
    let scales = Scales::of(cx.room(), send, id, peer, cx.today()).await?;
    let one = |kind: &ItemKind| {
        let item = Item { id: ItemId(id.0), kind: *kind, drawn_up: cx.today() };
        let outcome = scales.weigh(cx.access(), cx.actor(), item, cx.today());
        let grounds = |it: access::gate::Passage| it.reasons().iter().map(|it| it.basis.clone()).collect();
        (*kind, outcome.map(grounds).map_err(|stopped| stopped.0))
    };
    Ok(Some(Preview { to: scales.peer.name.clone(), items: tells.iter().map(one).collect() }))
}

/// What a statement of a kind tells at most: for the page on which it is written.
pub fn tells(kind: &str) -> Vec<ItemKind> {
    kinds::at_most(kind)
}

/// What is needed to record the family's consent.
pub struct ConsentForm {
    /// The authority of this room, and its side.
    pub we: Authority,
    /// The authority at the other side.
    pub they: Authority,
    /// The pupil's id and name.
    pub child: (String, String),
    /// The child's age today, when it is known.
    pub age: Option<u8>,
    /// The guardians: ids and names. None in a room without a roster.
    pub guardians: Vec<(String, String)>,
    /// The kinds that a part can name, by the side that tells.
    pub items: Vec<(Side, Vec<Named>)>,
    /// The last day that is proposed.
    pub last: Day,
    /// The reminder that is proposed.
    pub remind: Day,
}

/// Months that a consent is proposed to hold: as long as the support lasts at most, with its answer and start.
const PROPOSED_MONTHS: i8 = 8;

/// What is needed to record the family's consent.
///
/// # Errors
/// Denied: the actor does not see to consents, or there is no other side. The room.
pub async fn consent_form(cx: &Cx, id: EpisodeId) -> Result<ConsentForm> {
    let stands = permit::stands(cx, id).await?;
    drop(permit::of(cx, &stands, WriteAct::ManageConsent)?);
    let here = side(cx)?;
    let no = || Failure::denied("denied-case");
    let peer = room::relations::peer_of(cx.room(), id).await?.ok_or_else(no)?;
    let peer = peers::find(cx.room(), peer).await?.ok_or_else(no)?;
    let mut reading = cx.room().reading(cx.now());
    let to_read = |zone| permit::of(cx, &stands, ReadAct::ReadEpisode(zone));
    let who = people::identity(&mut reading, to_read(Zone::Shared)?).await?;
    let guardians = match here {
        Side::School => people::guardians(&mut reading, to_read(own_zone(here))?).await?,
        Side::Social => Vec::new(),
    };
    let (who, guardians) = reading.show((who, guardians)).await?;
    let send = permit::of(cx, &stands, WriteAct::SendLetter(Zone::Shared))?;
    let grounds = grounds(cx.room(), send, cx.today()).await?;
    let (today, child) = (cx.today(), stands.first().map(|it| it.pupil.to_string()).unwrap_or_default());
    let last = match grounds.born {
        Some(born) => disclosure::proposed_last(today, PROPOSED_MONTHS, born),
        None => domain::deadline::months_after(today, 8),
    };
    let guardian = |it: domain::guardian::Guardian| (people::guardian_id(cx.room(), &it).to_string(), it.name);
    let we = Authority { id: cx.room().id().to_string(), name: cx.room().name().to_owned(), side: here };
    let they = Authority { id: peer.id.to_string(), name: peer.name, side: here.other() };
    let sides: &[Side] = if here == Side::School { &[Side::School, Side::Social] } else { &[Side::Social] };
    Ok(ConsentForm {
        we,
        they,
        child: (child, who.map(|it| it.name).unwrap_or_default()),
        age: grounds.born.map(|born| domain::consent::age_on(born, today)),
        guardians: guardians.into_iter().filter(|it| it.relation == Relation::Guardian).map(guardian).collect(),
        items: sides.iter().map(|side| (*side, Named::held_by(*side).collect())).collect(),
        last,
        remind: disclosure::proposed_reminder(today, last),
    })
}

/// What has come from the other side, when it came, and from whom: for the list of letters.
///
/// # Errors
/// Denied. The room.
pub async fn letters_that_came(cx: &Cx, id: EpisodeId) -> Result<Vec<(Uuid, Timestamp)>> {
    let stands = permit::stands(cx, id).await?;
    let mut reading = cx.room().reading(cx.now());
    let all = inbox::came(&mut reading, permit::of(cx, &stands, ReadAct::ReadEpisode(Zone::Shared))?).await?;
    Ok(reading.show(all).await?.into_iter().map(|(it, at)| (it.id, at)).collect())
}
