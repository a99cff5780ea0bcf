//! Tokens: the one that was given, or one fetched with client credentials and fetched anew when it no longer holds.

use reqwest::StatusCode;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use serde::Deserialize;

use super::ask::{Asker, body};
use super::trouble::{Result, later, person};
use super::{SignIn, again};

#[derive(Deserialize)]
struct Handed {
    access_token: String,
}

/// What a token is fetched for, in messages.
const TOKEN: &str = "token";
/// More than this is no token.
const LARGEST: usize = 256 * 1024;

/// A token to ask with.
pub(super) async fn token(asker: &Asker) -> Result<String> {
    let SignIn::Client { address, id, secret, scope } = &asker.service.sign_in else {
        let SignIn::Token(token) = &asker.service.sign_in else { return Err(person("service-sign-in-refused", TOKEN)) };
        return Ok(token.clone());
    };
    let mut tries = 0;
    // In the form first, as most take it; then in the header, as the others do.
    let mut in_header = false;
    loop {
        tries += 1;
        let mut form = vec![("grant_type", "client_credentials")];
        if let Some(scope) = scope {
            form.push(("scope", scope));
        }
        let mut request = asker.http.post(super::ask::checked(address)?);
        if in_header {
            request = request.basic_auth(id, Some(secret));
        } else {
            form.extend([("client_id", id.as_str()), ("client_secret", secret)]);
        }
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(encoded(&form));
        let answer = match request.send().await {
            Ok(answer) => answer,
            Err(_) if tries < asker.service.patience.tries => {
                asker.wait(again::own(tries, &asker.service.patience)).await;
                continue;
            }
            Err(_) => return Err(later("service-token-silent", TOKEN)),
        };
        match answer.status() {
            StatusCode::OK => {
                let bytes = body(answer, LARGEST).await.map_err(|_| later("service-token-silent", TOKEN))?;
                let handed: Handed = serde_json::from_slice(&bytes).map_err(|_| person("service-token-odd", TOKEN))?;
                return Ok(handed.access_token);
            }
            StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED if !in_header => in_header = true,
            StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
                return Err(person("service-sign-in-refused", TOKEN));
            }
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => {
                return Err(person("service-token-nowhere", TOKEN));
            }
            _ if tries < asker.service.patience.tries => {
                let wait = again::asked(answer.headers(), &asker.service.patience);
                let wait = wait.unwrap_or_else(|| again::own(tries, &asker.service.patience));
                if wait > asker.service.patience.longest {
                    return Err(later("service-token-silent", TOKEN));
                }
                asker.wait(wait).await;
            }
            _ => return Err(later("service-token-silent", TOKEN)),
        }
    }
}

/// The header that a token goes in.
pub(super) fn header(token: &str) -> (reqwest::header::HeaderName, String) {
    (AUTHORIZATION, format!("Bearer {token}"))
}

/// A form as its bytes.
fn encoded(form: &[(&str, &str)]) -> String {
    let one = |(name, value): &(&str, &str)| format!("{}={}", escaped(name), escaped(value));
    form.iter().map(one).collect::<Vec<_>>().join("&")
}

/// Text as it stands in a form or an address.
pub(super) fn escaped(text: &str) -> String {
    let each = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(each).collect()
}
