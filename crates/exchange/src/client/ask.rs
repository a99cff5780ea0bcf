//! One question to a service: asked again when it does not answer, signed in anew when the token no longer holds.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode, Url};

use super::page::NotAPage;
use super::trouble::{Result, Trouble, later, person, status};
use super::{Endpoint, Service, again, sign_in};

/// Whoever asks a service, with the token that holds.
pub(super) struct Asker {
    pub(super) http: Client,
    pub(super) service: Service,
    token: Mutex<Option<String>>,
    /// The clock of the service, as its first answer told it.
    clock: Mutex<Option<Timestamp>>,
}

/// What a question came to.
#[derive(Debug)]
pub(super) enum Answer<T> {
    /// A page, or what else was asked for.
    Came(T),
    /// There is no such endpoint, or not for us.
    Lacking,
    /// The question itself is not understood: a filter that the service does not know.
    NotUnderstood,
    /// The page token has expired: the list begins anew.
    Gone,
    /// The page is larger than may be.
    TooLarge,
}

impl Asker {
    pub(super) fn new(service: &Service) -> Result<Asker> {
        // Once for the process; somebody may have been first, with the same.
        rustls::crypto::ring::default_provider().install_default().ok();
        let patience = &service.patience;
        let http = Client::builder()
            .redirect(Policy::none()) // a secret goes nowhere but where somebody has written that it should
            .connect_timeout(patience.silence)
            .read_timeout(patience.silence)
            .timeout(patience.answer)
            .user_agent(concat!("skollinjen/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|_| person("service-no-tls", "tls"))?;
        Ok(Asker { http, service: service.clone(), token: Mutex::default(), clock: Mutex::default() })
    }

    pub(super) async fn wait(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }

    /// The clock of the service, when an answer has told it.
    pub(super) fn clock(&self) -> Option<Timestamp> {
        *self.clock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The address of an endpoint.
    pub(super) fn address(&self, endpoint: Endpoint) -> String {
        let base = self.service.prefixes.get(&endpoint.group()).unwrap_or(&self.service.base);
        format!("{}/{}", base.trim_end_matches('/'), endpoint.path())
    }

    /// Asks for something and reads the answer; with a body it is sent.
    pub(super) async fn ask<T>(
        &self,
        what: &str,
        address: &str,
        body: Option<String>,
        read: fn(&[u8]) -> std::result::Result<T, NotAPage>,
    ) -> Result<Answer<T>> {
        let patience = self.service.patience;
        let (mut tries, mut renewed) = (0, false);
        loop {
            tries += 1;
            let came = match self.once(address, body.as_deref()).await? {
                Ok(answer) => self.came(what, answer, read).await?,
                Err(()) => Came::Again(None, later("service-silent", what)),
            };
            let (wait, trouble) = match came {
                Came::Answered(answer) => return Ok(answer),
                Came::SignInAnew if renewed => return Err(person("service-token-refused", what)),
                Came::SignInAnew => {
                    renewed = true;
                    self.token.lock().unwrap_or_else(PoisonError::into_inner).take();
                    continue;
                }
                Came::Again(wait, trouble) => (wait, trouble),
            };
            let wait = wait.unwrap_or_else(|| again::own(tries, &patience));
            if tries >= patience.tries || wait > patience.longest {
                return Err(trouble);
            }
            self.wait(wait).await;
        }
    }

    /// Asks once; nothing when there was no answer at all.
    async fn once(&self, address: &str, body: Option<&str>) -> Result<std::result::Result<Response, ()>> {
        let held = self.token.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let token = match held {
            Some(token) => token,
            None => {
                let token = sign_in::token(self).await?;
                *self.token.lock().unwrap_or_else(PoisonError::into_inner) = Some(token.clone());
                token
            }
        };
        let (name, value) = sign_in::header(&token);
        let address = checked(address)?;
        let request = match body {
            None => self.http.get(address),
            Some(body) => self.http.post(address).header(CONTENT_TYPE, "application/json").body(body.to_owned()),
        };
        Ok(request.header(name, value).header(ACCEPT, "application/json").send().await.map_err(drop))
    }

    async fn came<T>(
        &self,
        what: &str,
        answer: Response,
        read: fn(&[u8]) -> std::result::Result<T, NotAPage>,
    ) -> Result<Came<T>> {
        self.note_clock(answer.headers());
        let (code, wait) = (answer.status(), again::asked(answer.headers(), &self.service.patience));
        Ok(match code {
            StatusCode::OK => match body(answer, self.service.patience.bytes).await {
                Ok(bytes) => match read(&bytes) {
                    Ok(read) => Came::Answered(Answer::Came(read)),
                    Err(NotAPage::Truncated) => Came::Again(None, later("service-truncated", what)),
                    Err(NotAPage::Other) => return Err(person("service-not-json", what)),
                },
                Err(Cut::TooLarge) => Came::Answered(Answer::TooLarge),
                Err(Cut::Broken) => Came::Again(None, later("service-truncated", what)),
            },
            StatusCode::NO_CONTENT => match read(b"[]") {
                Ok(read) => Came::Answered(Answer::Came(read)),
                Err(_) => Came::Answered(Answer::Lacking),
            },
            StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => Came::Answered(Answer::NotUnderstood),
            StatusCode::UNAUTHORIZED => Came::SignInAnew,
            StatusCode::FORBIDDEN
            | StatusCode::NOT_FOUND
            | StatusCode::METHOD_NOT_ALLOWED
            | StatusCode::NOT_IMPLEMENTED => Came::Answered(Answer::Lacking),
            StatusCode::GONE => Came::Answered(Answer::Gone),
            StatusCode::TOO_MANY_REQUESTS => Came::Again(wait, later("service-busy", what)),
            StatusCode::SERVICE_UNAVAILABLE => Came::Again(wait, later("service-unavailable", what)),
            code if code.is_server_error() || code == StatusCode::REQUEST_TIMEOUT => {
                Came::Again(wait, Trouble::Later(status("service-broken", what, code.as_u16())))
            }
            code if code.is_redirection() => return Err(person("service-moved", what)),
            code => return Err(Trouble::Person(status("service-odd", what, code.as_u16()))),
        })
    }

    fn note_clock(&self, headers: &HeaderMap) {
        let mut clock = self.clock.lock().unwrap_or_else(PoisonError::into_inner);
        if clock.is_none() {
            *clock = again::clock(headers);
        }
    }
}

/// What one try came to.
enum Came<T> {
    Answered(Answer<T>),
    SignInAnew,
    /// Asked again after the wait that the service asks for, or our own; what to say when that was the last time.
    Again(Option<Duration>, Trouble),
}

/// Why an answer has no whole body.
pub(super) enum Cut {
    TooLarge,
    Broken,
}

/// The body of an answer, so long as it is not larger than may be.
pub(super) async fn body(mut answer: Response, largest: usize) -> std::result::Result<Vec<u8>, Cut> {
    let mut bytes = Vec::new();
    while let Some(piece) = answer.chunk().await.map_err(|_| Cut::Broken)? {
        if bytes.len() + piece.len() > largest {
            return Err(Cut::TooLarge);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

/// An address that pupils and secrets may be asked of: encrypted, or on this machine.
pub(super) fn checked(address: &str) -> Result<Url> {
    let url = Url::parse(address).map_err(|_| person("service-address-odd", "url"))?;
    let here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    if url.scheme() == "https" || (url.scheme() == "http" && here) {
        Ok(url)
    } else {
        Err(person("service-address-open", "url"))
    }
}

/// Whether pupils and secrets may be asked of an address: it is encrypted, or on this machine.
pub fn may_be_asked(address: &str) -> bool {
    checked(address).is_ok()
}
