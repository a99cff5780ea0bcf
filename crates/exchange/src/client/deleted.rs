//! What was deleted while we read: it is not handed on.

use std::collections::HashSet;

use jiff::Timestamp;
use serde_json::Value;

use super::ask::{Answer, Asker};
use super::sign_in::escaped;
use super::trouble::Result;
use super::{Group, page};
use crate::ss12000::number_of;

const NAME: &str = "deletedEntities";
/// Pages at most: what was deleted in an hour is not more.
const PAGES: u32 = 200;

/// The ids of everything deleted since an instant, of whatever kind: an id is one and the same in all systems. Nothing when
/// the service does not tell.
pub(super) async fn since(asker: &Asker, since: Timestamp) -> Result<HashSet<u128>> {
    let base = asker.service.prefixes.get(&Group::Roster).unwrap_or(&asker.service.base);
    let address = format!("{}/{NAME}", base.trim_end_matches('/'));
    let mut query = format!("after={}", escaped(&since.to_string()));
    let mut ids = HashSet::new();
    for _ in 0..PAGES {
        let asked = format!("{address}?{query}");
        let Answer::Came((found, token)) = asker.ask(NAME, &asked, None, page::object).await? else { break };
        // The kinds are fields, and one of them is misspelled in the standard: all are read alike.
        let lists = found.as_object().into_iter().flat_map(|kinds| kinds.values()).filter_map(Value::as_array);
        ids.extend(lists.flatten().filter_map(|id| id.as_str().map(number_of)));
        let Some(token) = token else { break };
        query = format!("pageToken={}", escaped(&token));
    }
    Ok(ids)
}
