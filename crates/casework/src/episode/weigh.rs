//! Weighing what a letter would tell, item by item: first by the family's consent as it stands today, then at the gate.
//! What is in doubt stays.

use std::collections::BTreeSet;

use access::gate::{ChildsSay, Consent, Crossing, Evidence, Gate, ItemFacts, ItemKind, Passage, Regime};
use access::{Access, Actor, EpisodeId, ItemId, Job, PeerId, Permit, Write, WriteAct, Zone};
use domain::Day;
use domain::consent::disclosure::{Circumstances, Disclosures, Given, Signer, Why, fold};
use domain::episode::body::ItemWeighed;
use door::letter::Opened;
use room::door::outbox::Waiting;
use room::door::peers::{self, Peer};
use room::episodes::{Grounds, grounds};
use room::{Room, RoomKind};
use text::{Arg, Message};
use uuid::Uuid;

use super::read::folded;
use super::{kinds, letter, permit};
use crate::{Cx, Failure, Result};

/// From which age a child is asked (OSL 12 kap. 3 §): a younger one counts as too young when nothing else is written.
const ASKED: u8 = 12;

/// One item, before it is weighed.
#[derive(Clone, Copy)]
pub(crate) struct Item {
    pub(crate) id: ItemId,
    pub(crate) kind: ItemKind,
    /// When the document was drawn up.
    pub(crate) drawn_up: Day,
}

/// What stands in the way of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stopped(pub(crate) Vec<Message>);

impl Stopped {
    /// The code that says most.
    pub(crate) fn code(&self) -> &'static str {
        self.0.first().map_or("gate-fault", |it| it.code)
    }
}

/// All that an item of one episode, on its way to one room, is weighed by.
pub(crate) struct Scales {
    pub(crate) peer: Peer,
    crossing: Crossing,
    grounds: Grounds,
    known: Disclosures,
    room: Uuid,
}

impl Scales {
    /// With the permit to send in the episode.
    pub(crate) async fn of(
        room: &Room,
        permit: Permit<Write>,
        episode: EpisodeId,
        peer: Peer,
        day: Day,
    ) -> Result<Scales> {
        let grounds = grounds(room, permit, day).await?;
        let known = fold(&folded(&grounds.consents));
        let crossing = Crossing {
            episode,
            from: regime(room.kind()),
            to: regime(peer.kind),
            recipient: PeerId(peer.id.as_u128()),
            same_authority: room.name() == peer.name,
            same_municipality: room.name() == peer.name,
        };
        Ok(Scales { peer, crossing, grounds, known, room: room.id() })
    }

    /// Whether an item may go today.
    pub(crate) fn weigh(
        &self,
        access: &Access,
        actor: &Actor,
        item: Item,
        day: Day,
    ) -> std::result::Result<Passage, Stopped> {
        if let Some(why) = self.stopped(item.kind, day) {
            return Err(Stopped(vec![said(why)]));
        }
        let facts = self.facts(item);
        access
            .weigh(actor, Gate::Consent, &self.crossing, &facts, &self.evidence(item.kind, day), day)
            .map_err(|no| Stopped(no.codes().iter().map(|code| Message::new(code)).collect()))
    }

    /// What became of an item, for the page about its letter.
    pub(crate) fn record(
        &self,
        access: &Access,
        actor: &Actor,
        item: Item,
        day: Day,
        outcome: &std::result::Result<Passage, Stopped>,
    ) -> ItemWeighed {
        let others = access.tried(actor, &self.crossing, &self.facts(item), &self.evidence(item.kind, day), day);
        let tried = others.into_iter().filter(|it| it.gate != Gate::Consent).map(|it| {
            let missing = it.outcome.err().map(|no| no.codes().iter().map(ToString::to_string).collect());
            (it.gate.code().to_owned(), missing.unwrap_or_default())
        });
        let grounds = outcome.iter().flat_map(Passage::reasons).map(|it| it.basis.clone()).collect();
        let given = self.given(item.kind).filter(|_| outcome.is_ok());
        ItemWeighed {
            kind: item.kind.code().to_owned(),
            gate: Gate::Consent.code().to_owned(),
            grounds,
            evidence: given.map(|it| Uuid::from_u128(it.id.0).to_string()),
            missing: outcome
                .as_ref()
                .err()
                .map(|no| no.0.iter().map(|it| it.code.to_owned()).collect())
                .unwrap_or_default(),
            tried: tried.collect(),
        }
    }

    fn facts(&self, item: Item) -> ItemFacts {
        ItemFacts {
            item: item.id,
            kind: item.kind,
            zone: Zone::Shared,
            drawn_up: item.drawn_up,
            protected: self.grounds.protected,
        }
    }

    /// The consent to this room for that one: the latest that names the kind, or the latest of all.
    fn given(&self, kind: ItemKind) -> Option<&Given> {
        let ours =
            |it: &&Given| it.consent.from.id == self.room.to_string() && it.consent.to.id == self.peer.id.to_string();
        let all: Vec<_> = self.known.given.iter().filter(ours).collect();
        let names = |it: &&&Given| kinds::named(kind).is_some_and(|named| it.consent.items.contains(&named));
        all.iter().rev().find(names).or(all.last()).copied()
    }

    /// Why the family's consent does not let a kind through today. That sharing has ended is told to whoever it was
    /// shared with: the sheet says so before anybody signs.
    fn stopped(&self, kind: ItemKind, day: Day) -> Option<Why> {
        if kind == ItemKind::SharingEnded {
            return None;
        }
        let Some(named) = kinds::named(kind) else { return Some(Why::NotNamed) };
        let given = self.given(kind).map(|it| &it.consent);
        // A room without a roster knows the guardians and the school from the consent itself.
        let no_roster = self.grounds.school.is_empty();
        let signed: BTreeSet<String> = given
            .filter(|_| no_roster)
            .map(|it| it.signatures.iter().filter(|it| it.who == Signer::Guardian).map(|it| it.id.clone()).collect())
            .unwrap_or_default();
        let school = given.filter(|_| no_roster).map_or(self.grounds.school.as_str(), |it| it.school.as_str());
        let now = Circumstances {
            authority: &self.room.to_string(),
            born: self.grounds.born,
            guardians: if no_roster { &signed } else { &self.grounds.guardians },
            school,
            protected: self.grounds.protected,
        };
        self.known.allows(&self.peer.id.to_string(), named, day, &now).err()
    }

    fn evidence(&self, kind: ItemKind, day: Day) -> Evidence {
        let Some(given) = self.given(kind) else { return Evidence::default() };
        let consent = &given.consent;
        let age = self.grounds.born.map(|born| domain::consent::age_on(born, consent.first));
        let child = if consent.signatures.iter().any(|it| it.who == Signer::Child) {
            ChildsSay::Yes
        } else if !consent.assessment.trim().is_empty() || age.is_some_and(|age| age < ASKED) {
            ChildsSay::TooYoung
        } else {
            ChildsSay::NotAsked
        };
        let consent = Consent {
            id: given.id.0,
            held_by_sender: consent.from.id == self.room.to_string(),
            recipient: self.crossing.recipient,
            kinds: consent.items.iter().flat_map(|it| kinds::lets_through(*it)).copied().collect(),
            from: consent.first,
            until: consent.last,
            withdrawn: given.withdrawn.as_ref().is_some_and(|it| it.day <= day),
            guardians: self.stopped(kind, day) != Some(Why::GuardiansChanged),
            child,
            others: true, // the sheet says that nothing about anybody else is told
        };
        Evidence { consent: Some(consent), ..Evidence::default() }
    }
}

/// Why a letter that waits may not leave any more; nothing when it may. As the job that carries it, which weighs consent
/// only: a letter through another gate is weighed by a person, and stays.
pub(crate) async fn still(cx: &Cx, waiting: &Waiting) -> Result<Option<&'static str>> {
    let door = cx.as_job(Job::Door);
    let id = EpisodeId(waiting.episode.as_u128());
    let stands = permit::stands(&door, id).await?;
    let permit = permit::of(&door, &stands, WriteAct::SendLetter(Zone::Shared))?;
    let Ok(Opened::Letter(letter)) = door::letter::read(&waiting.letter) else { return Ok(Some("gate-fault")) };
    if letter.gate != Gate::Consent.code() {
        return Ok(Some("gate-person-only"));
    }
    let peer = peers::find(cx.room(), waiting.peer).await?.ok_or_else(|| Failure::denied("denied-case"))?;
    let scales = Scales::of(cx.room(), permit, id, peer, cx.today()).await?;
    for item in &letter.items {
        let Some(kinds) = letter::kinds(item) else { return Ok(Some("gate-fault")) };
        for kind in kinds {
            let item = Item { id: ItemId(waiting.id.as_u128()), kind, drawn_up: cx.today() };
            if let Err(stopped) = scales.weigh(cx.access(), door.actor(), item, cx.today()) {
                return Ok(Some(stopped.code()));
            }
        }
    }
    Ok(None)
}

fn regime(kind: RoomKind) -> Regime {
    match kind {
        RoomKind::Independent => Regime::IndependentSchool,
        RoomKind::Social => Regime::OpenCare,
        RoomKind::School | RoomKind::Region => Regime::MunicipalSchool,
    }
}

pub(crate) fn said(why: Why) -> Message {
    let message = Message::new(why.code());
    let message = match why.day() {
        Some(day) => message.with("day", Arg::Date(day.date())),
        None => message,
    };
    match why.age() {
        Some(age) => message.with("age", Arg::Count(i64::from(age))),
        None => message,
    }
}
