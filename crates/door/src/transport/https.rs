//! To another server. The letter and the answer are signed, so what lies between may end the TLS, and repeating a request
//! gives the same answer and no other effect.

use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::CONTENT_TYPE;
use reqwest::redirect::Policy;
use reqwest::{Client, Url};
use room::door::peers::Peer;

use super::{Transport, Trouble};
use crate::failure::{Failure, Result};

/// Where a server takes letters, after the address of the room.
pub const PATH: &str = "dorr";
/// The most bytes of an answer.
const ANSWER: usize = 64 * 1024;
/// For a connection, and for each piece of an answer.
const SILENCE: Duration = Duration::from_secs(10);
/// For an answer as a whole.
const WHOLE: Duration = Duration::from_secs(60);

/// A way to rooms on other servers.
#[derive(Clone)]
pub struct Https {
    http: Client,
}

impl std::fmt::Debug for Https {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Https")
    }
}

impl Https {
    /// A client with the certificates of the system.
    ///
    /// # Errors
    /// Refused: the system has none.
    pub fn new() -> Result<Https> {
        // Once for the process; somebody may have been first, with the same.
        rustls::crypto::ring::default_provider().install_default().ok();
        let http = Client::builder()
            .redirect(Policy::none()) // a letter goes nowhere but where somebody has written that it should
            .connect_timeout(SILENCE)
            .read_timeout(SILENCE)
            .timeout(WHOLE)
            .user_agent(concat!("skollinjen/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|_| Failure::Refused("door-no-tls"))?;
        Ok(Https { http })
    }
}

/// Whether letters may be sent to an address: over TLS, or within the machine.
pub fn may_be_sent_to(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let own = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    let plain =
        url.query().is_none() && url.fragment().is_none() && url.username().is_empty() && url.password().is_none();
    plain && url.host_str().is_some() && (url.scheme() == "https" || (url.scheme() == "http" && own))
}

/// What a status other than 200 means.
pub(super) fn not_taken(status: u16) -> Trouble {
    Trouble::NoAnswer(match status {
        403 => "door-not-known-there",
        413 => "door-letter-too-large",
        501 => "door-newer-here",
        _ => "door-no-answer",
    })
}

impl Transport for Https {
    async fn send(&self, to: &Peer, letter: &[u8], _: Timestamp) -> std::result::Result<Vec<u8>, Trouble> {
        if !may_be_sent_to(&to.address) {
            return Err(Trouble::NotSent("door-address"));
        }
        let address = format!("{}/{PATH}", to.address.trim_end_matches('/'));
        let asked = self.http.post(address).header(CONTENT_TYPE, "application/octet-stream").body(letter.to_vec());
        let mut answer = asked.send().await.map_err(|error| {
            // The error itself holds the address, and goes no further.
            if error.is_connect() { Trouble::NotSent("door-unreachable") } else { Trouble::NoAnswer("door-no-answer") }
        })?;
        let status = answer.status().as_u16();
        if status != 200 {
            return Err(not_taken(status));
        }
        let mut body = Vec::new();
        while let Some(piece) = answer.chunk().await.map_err(|_| Trouble::NoAnswer("door-no-answer"))? {
            if body.len() + piece.len() > ANSWER {
                return Err(Trouble::NoAnswer("door-receipt-wrong"));
            }
            body.extend_from_slice(&piece);
        }
        Ok(body)
    }
}

#[test]
fn letters_go_over_tls_or_stay_in_the_machine() {
    for address in
        ["https://skola.example", "https://skola.example/rum/ett", "http://127.0.0.1:8080", "http://localhost"]
    {
        assert!(may_be_sent_to(address), "{address}");
    }
    for address in
        ["http://skola.example", "ftp://skola.example", "https://a:b@skola.example", "https://s.example?a=b", "", "x"]
    {
        assert!(!may_be_sent_to(address), "{address}");
    }
}
