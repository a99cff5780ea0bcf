//! What another system gets when its request could not be answered: `{code, message, reference}`, and nothing about whom.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use casework::Failure;
use serde::Serialize;
use text::{Language, Message, render};
use utoipa::ToSchema;

use super::answer;
use crate::failure::{Fault, Stop};

/// Why a request was not answered.
#[derive(Serialize, ToSchema)]
pub(crate) struct Problem {
    /// What kind of thing it was: `bad-request`, `unauthorized`, `forbidden`, `not-found`, `method`, `slow-down`, `fault`.
    #[schema(example = "not_found")]
    code: String,
    /// The same in words. They may change; the code does not.
    message: String,
    /// For a fault: what to give when asking about it.
    #[schema(required)]
    reference: Option<String>,
}

/// Why a handler stops.
pub(super) enum Refused {
    /// Only a status: the rest follows from it.
    With(StatusCode),
    /// Something that the site knows.
    Stop(Stop),
}

impl From<StatusCode> for Refused {
    fn from(status: StatusCode) -> Refused {
        Refused::With(status)
    }
}

impl From<Failure> for Refused {
    /// What is denied about a pupil or an import is not there; a list that is denied is refused to the token as such.
    fn from(failure: Failure) -> Refused {
        match failure {
            Failure::Denied(no) if ["denied-list", "denied-numbers"].contains(&no.code) => {
                Refused::With(StatusCode::FORBIDDEN)
            }
            Failure::Denied(_) => Refused::With(StatusCode::NOT_FOUND),
            other => Refused::Stop(other.into()),
        }
    }
}

impl axum::response::IntoResponse for Refused {
    fn into_response(self) -> Response {
        match self {
            Refused::With(status) => status.into_response(),
            Refused::Stop(stop) => stop.into_response(),
        }
    }
}

/// Whether an address is one of the API's.
pub(crate) fn is_api(path: &str) -> bool {
    let mut parts = path.split('/').skip(2);
    parts.next() == Some("api")
}

/// An answer that is not good, as JSON. `reference` numbers a fault and writes its line in the log.
pub(crate) fn as_json(response: &Response, language: Language, reference: impl Fn(&str) -> String) -> Response {
    let status = response.status();
    let (code, sentence) = codes(status);
    let fault = response.extensions().get::<Fault>().map(|fault| fault.0.clone());
    let fault = fault.or_else(|| status.is_server_error().then(|| "an answer without a cause".to_owned()));
    let problem = Problem {
        code: code.to_owned(),
        message: render(&Message::new(sentence), language),
        reference: fault.map(|fault| reference(&fault)),
    };
    let mut answer: Response<Body> = answer::json(status, &problem);
    kept(response.headers(), answer.headers_mut());
    if status == StatusCode::UNAUTHORIZED {
        answer.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    answer
}

fn kept(from: &HeaderMap, to: &mut HeaderMap) {
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = from.get(&name) {
            to.insert(name, value.clone());
        }
    }
}

fn codes(status: StatusCode) -> (&'static str, &'static str) {
    match status {
        StatusCode::UNAUTHORIZED => ("unauthorized", "api-unauthorized"),
        StatusCode::FORBIDDEN => ("forbidden", "api-forbidden"),
        StatusCode::NOT_FOUND => ("not_found", "api-not-found"),
        StatusCode::METHOD_NOT_ALLOWED => ("method", "api-method"),
        StatusCode::TOO_MANY_REQUESTS => ("too_many", "api-too-many"),
        status if status.is_server_error() => ("fault", "api-fault"),
        _ => ("bad_request", "api-bad-request"),
    }
}

#[cfg(test)]
mod tests {
    use super::is_api;

    #[test]
    fn only_addresses_under_api_are_the_apis() {
        assert!(is_api("/utbildning/api/v1/pupils") && is_api("/utbildning/api"));
        assert!(!is_api("/utbildning/narvaro") && !is_api("/api") && !is_api("/utbildning/elev/api"));
    }
}
