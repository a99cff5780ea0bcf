//! Who calls: the token in the header, and nothing else. A cookie gives nobody a way in here.

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::{StatusCode, header, request::Parts},
};
use casework::{Cx, Failure};
use uuid::Uuid;

use super::errors::Refused;
use crate::site::Shared;

/// Another system, by its token.
pub(super) struct Caller {
    /// For views.
    pub(super) cx: Cx,
    /// What the address has for an id.
    id: Option<String>,
}

impl Caller {
    /// The id in the address; what is none is nothing that there is.
    pub(super) fn id(&self) -> Result<Uuid, Refused> {
        self.id.as_deref().and_then(|id| id.parse().ok()).ok_or(Refused::With(StatusCode::NOT_FOUND))
    }
}

impl FromRequestParts<Shared> for Caller {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, site: &Shared) -> Result<Caller, Refused> {
        let unauthorized = || Refused::With(StatusCode::UNAUTHORIZED);
        let params = RawPathParams::from_request_parts(parts, site).await.map_err(|_| unauthorized())?;
        let param = |name: &str| params.iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_owned());
        // A room that is not there is told as a token that is not valid.
        let office = param("rum").and_then(|slug| site.offices.get(&slug)).ok_or_else(unauthorized)?;
        let header = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let (scheme, secret) = header.and_then(|value| value.split_once(' ')).ok_or_else(unauthorized)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(unauthorized());
        }
        let (now, today) = (site.clock)();
        match office.token(secret.trim(), now, today).await {
            Ok(cx) => Ok(Caller { cx, id: param("id") }),
            Err(Failure::Denied(_)) => Err(unauthorized()),
            Err(Failure::Refused(_)) => Err(Refused::With(StatusCode::TOO_MANY_REQUESTS)),
            Err(fault) => Err(fault.into()),
        }
    }
}
