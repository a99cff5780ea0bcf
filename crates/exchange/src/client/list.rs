//! A list from its first page to its last.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::ask::{Answer, Asker};
use super::page::Known;
use super::sign_in::escaped;
use super::trouble::{Result, person};
use super::{Endpoint, Spool, page};

/// How often a list may begin anew because its page token has expired.
const ANEW: u32 = 3;
/// Pages after each other that bring nothing new: then it is the same page over and over.
const EMPTY: u32 = 20;
/// The fewest entities to a page that are asked for when pages are too large.
const FEWEST: u32 = 10;

/// What a list came to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Listed {
    /// Read to its end: so many entities, with their ids where they have them.
    Whole(u64, HashSet<u128>),
    /// The service does not have it, or not for us.
    Lacking,
}

/// Which parts of a question a service understands. What it does not is left out, in this order.
#[derive(Clone, Copy)]
struct Asked {
    limit: Option<u32>,
    expand: bool,
}

/// Reads a list. `filter` is what is asked for on the first page only; each entity is looked at by `look` on its way.
pub(super) async fn list(
    asker: &Asker,
    spool: &mut dyn Spool,
    endpoint: Endpoint,
    filter: &[(&str, String)],
    first_only: bool,
    look: &mut (dyn FnMut(&Known) -> bool + Send),
) -> Result<Listed> {
    let mut asked = Asked { limit: Some(asker.service.patience.page), expand: true };
    let mut anew = 0;
    loop {
        match through(asker, spool, endpoint, filter, asked, first_only, look).await? {
            Through::Whole(count, ids) => return Ok(Listed::Whole(count, ids)),
            Through::Lacking => return Ok(Listed::Lacking),
            Through::Gone if anew < ANEW => anew += 1,
            Through::Gone => return Err(super::trouble::later("service-gone", endpoint.path())),
            Through::NotUnderstood => {
                asked = match asked {
                    Asked { limit: Some(_), expand } => Asked { limit: None, expand },
                    Asked { limit: None, expand: true } if !endpoint.expand().is_empty() => {
                        Asked { limit: Some(asker.service.patience.page), expand: false }
                    }
                    Asked { .. } => return Err(person("service-not-understood", endpoint.path())),
                }
            }
            Through::TooLarge => {
                let fewer = asked.limit.unwrap_or(asker.service.patience.page) / 4;
                if fewer < FEWEST {
                    return Err(person("service-too-large", endpoint.path()));
                }
                asked.limit = Some(fewer);
            }
        }
        spool.forget(endpoint)?;
    }
}

enum Through {
    Whole(u64, HashSet<u128>),
    Lacking,
    Gone,
    NotUnderstood,
    TooLarge,
}

/// Goes through a list once.
async fn through(
    asker: &Asker,
    spool: &mut dyn Spool,
    endpoint: Endpoint,
    filter: &[(&str, String)],
    asked: Asked,
    first_only: bool,
    look: &mut (dyn FnMut(&Known) -> bool + Send),
) -> Result<Through> {
    let address = asker.address(endpoint);
    let (mut tokens, mut seen) = (HashSet::new(), HashSet::new());
    let (mut token, mut count, mut empty): (Option<String>, u64, u32) = (None, 0, 0);
    loop {
        let query = match &token {
            None => question(endpoint, filter, asked),
            Some(token) => following(token, asked),
        };
        let asked_for = if query.is_empty() { address.clone() } else { format!("{address}?{query}") };
        let page = match asker.ask(endpoint.path(), &asked_for, None, page::read).await? {
            Answer::Came(page) => page,
            Answer::Lacking if token.is_none() => return Ok(Through::Lacking),
            // What was there a moment ago is no longer there, or no longer for us.
            Answer::Lacking => return Err(super::trouble::later("service-stopped-midway", endpoint.path())),
            Answer::Gone => return Ok(Through::Gone),
            // Some say so of a token that has expired.
            Answer::NotUnderstood if token.is_some() && asked.limit.is_none() => return Ok(Through::Gone),
            Answer::NotUnderstood => return Ok(Through::NotUnderstood),
            Answer::TooLarge => return Ok(Through::TooLarge),
        };
        let before = count;
        for entity in &page.entities {
            let known = Known::of(entity);
            // The same page twice, or an entity that moved to a later one: the first counts, changes come next time.
            let new = match known.id().filter(|_| endpoint.has_ids()) {
                Some(id) => seen.insert(id),
                None => true,
            };
            if new && look(&known) {
                spool.put(endpoint, entity.get())?;
            }
            count += u64::from(new);
        }
        spool.progress(endpoint, count);
        empty = if count > before { 0 } else { empty + 1 };
        let Some(next) = page.token.filter(|_| !first_only) else {
            return Ok(Through::Whole(count, seen));
        };
        // A token that has been there leads in a circle; a service that says the same for ever says nothing.
        if !tokens.insert(hashed(&next)) || empty >= EMPTY {
            return Err(person("service-loop", endpoint.path()));
        }
        token = Some(next);
    }
}

fn hashed(token: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    token.hash(&mut hasher);
    hasher.finish()
}

/// The question for the first page. Values that repeat are repeated, as OpenAPI has it, and not put in one.
fn question(endpoint: Endpoint, filter: &[(&str, String)], asked: Asked) -> String {
    let mut parts: Vec<String> = filter.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
    if asked.expand {
        parts.extend(endpoint.expand().iter().map(|name| format!("expand={name}")));
    }
    parts.extend(asked.limit.map(|limit| format!("limit={limit}")));
    parts.join("&")
}

/// The question for a page after the first: nothing may stand beside the token but the limit.
fn following(token: &str, asked: Asked) -> String {
    let limit = asked.limit.map(|limit| format!("&limit={limit}")).unwrap_or_default();
    format!("pageToken={}{limit}", escaped(token))
}
