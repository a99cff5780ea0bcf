//! What goes into a letter, and how it is read again: a statement with what it tells, who the pupil is, and the other
//! authority's part of the family's sheet.

use access::gate::ItemKind;
use door::letter::Item;
use room::people::Identity;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::own::unwritable;
use crate::Result;

/// The version of every item that this program writes.
const V: u32 = 1;

/// A shared statement, byte for byte as it was made.
#[derive(Serialize, Deserialize)]
pub(crate) struct Told {
    /// Its id.
    pub(crate) statement: Uuid,
    /// Its Lamport number.
    pub(crate) lamport: u32,
    /// What else it tells, besides the kind of the item.
    pub(crate) also: Vec<String>,
    /// Its body.
    pub(crate) body: Box<RawValue>,
}

/// What the other side needs to recognise the pupil.
#[derive(Serialize, Deserialize)]
pub(crate) struct Recognised {
    /// Name.
    pub(crate) name: String,
    /// Personal number; empty when there is none.
    pub(crate) number: String,
}

/// The other authority's part of the family's sheet, which a messenger hands on.
#[derive(Serialize, Deserialize)]
pub(crate) struct Sheet {
    /// The id of the statement that the messenger keeps.
    pub(crate) statement: Uuid,
    /// The consent, as a statement about disclosure.
    pub(crate) body: Box<RawValue>,
}

/// A statement as an item: of the first kind, with the others named.
pub(crate) fn statement(kinds: &[ItemKind], id: Uuid, lamport: u32, body: &[u8]) -> Result<Item> {
    let first = kinds.first().copied().unwrap_or(ItemKind::Progress);
    // Who the pupil is goes as an item of its own.
    let also = kinds.iter().skip(1).filter(|it| **it != ItemKind::Identity).map(|it| it.code().to_owned()).collect();
    item(first, &Told { statement: id, lamport, also, body: raw(body)? })
}

/// Who the pupil is.
pub(crate) fn identity(who: Identity) -> Result<Item> {
    item(ItemKind::Identity, &Recognised { name: who.name, number: who.personal_number.unwrap_or_default() })
}

/// The other authority's part.
pub(crate) fn sheet(id: Uuid, body: &[u8]) -> Result<Item> {
    item(ItemKind::ConsentPart, &Sheet { statement: id, body: raw(body)? })
}

/// What an item says, when it is of a version that this program knows.
pub(crate) fn says<T: for<'de> Deserialize<'de>>(item: &Item) -> Option<T> {
    (item.v <= V).then(|| serde_json::from_str(item.value.get()).ok()).flatten()
}

/// Everything that an item tells, as kinds; nothing when one of them is not known here.
pub(crate) fn kinds(item: &Item) -> Option<Vec<ItemKind>> {
    let also = says::<Told>(item).map(|it| it.also).unwrap_or_default();
    std::iter::once(item.kind.as_str()).chain(also.iter().map(String::as_str)).map(ItemKind::from_code).collect()
}

fn item<T: Serialize>(kind: ItemKind, value: &T) -> Result<Item> {
    let value = serde_json::to_vec(value).map_err(unwritable)?;
    Ok(Item::new(kind.code(), V, &value)?)
}

fn raw(body: &[u8]) -> Result<Box<RawValue>> {
    serde_json::from_slice(body).map_err(unwritable)
}
