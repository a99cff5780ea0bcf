//! A token for the API of the demo, so that it can be tried, and is tried by the tests.

use access::Purpose;
use casework::Cx;
use casework::verb::token::{self, New, ZONES};

use crate::ids;

/// Days that it holds: a token that nobody revokes should not hold long.
const DAYS: i32 = 30;

/// Makes it over the whole room, and gives its secret.
pub async fn make(cx: &Cx) -> anyhow::Result<String> {
    let new = New {
        id: ids::new(),
        owner: "Olle Sandin".to_owned(),
        what_for: "Prova API:et".to_owned(),
        purpose: Purpose::Deliveries,
        zones: ZONES.to_vec(),
        units: None,
        ends: Some(cx.today().plus(DAYS)),
    };
    Ok(token::make(cx, new).await?)
}
