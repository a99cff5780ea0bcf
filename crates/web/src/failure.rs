//! From what went wrong below to what a person sees: the same form again, a page that does not exist, or a reference.

use std::error::Error;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use casework::{Failure, Refusal};
use maud::Markup;
use text::{Language, render};

use crate::ui::Problems;

/// What a handler answers.
pub type Answer = Result<Response, Stop>;

/// Why a handler stops before its page is made.
#[derive(Debug)]
pub enum Stop {
    /// There is nothing here for whoever asks; never told apart from what may not be seen.
    Missing,
    /// Go there instead.
    Elsewhere(String),
    /// The answer is made already.
    Answered(Box<Response>),
    /// The machine failed while something was being done; the cause says what, without content.
    Broken(&'static str, Option<Box<dyn Error + Send + Sync>>),
}

/// Marks an answer about a fault, until it has got its reference and its line in the log.
#[derive(Clone, Debug)]
pub(crate) struct Fault(pub(crate) String);

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Stop {
        match failure {
            Failure::Denied(_) => Stop::Missing,
            Failure::Refused(_) => Stop::Broken("a refusal that the page does not show", None),
            Failure::Fault { context, source } => Stop::Broken(context, Some(source)),
        }
    }
}

impl IntoResponse for Stop {
    fn into_response(self) -> Response {
        match self {
            Stop::Missing => StatusCode::NOT_FOUND.into_response(),
            Stop::Elsewhere(to) => Redirect::to(&to).into_response(),
            Stop::Answered(response) => *response,
            Stop::Broken(context, source) => {
                let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
                response.extensions_mut().insert(Fault(told(context, source.as_deref())));
                response
            }
        }
    }
}

/// What was being done, and if the machine said what went wrong, what kind of thing. The causes' own words are left
/// out: they could quote what somebody wrote.
fn told(context: &str, source: Option<&(dyn Error + Send + Sync + 'static)>) -> String {
    let mut cause = source.map(|it| it as &(dyn Error + 'static));
    while let Some(error) = cause {
        if let Some(error) = error.downcast_ref::<std::io::Error>() {
            return format!("{context}: {}", error.kind());
        }
        cause = error.source();
    }
    context.to_owned()
}

/// What a verb or view gave, or what stands in the way as the form shows it.
///
/// # Errors
/// Everything but a refusal.
pub fn answered<T>(result: casework::Result<T>, language: Language) -> Result<Result<T, Problems>, Stop> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Failure::Refused(all)) => Ok(Err(problems(&all, language))),
        Err(other) => Err(other.into()),
    }
}

/// The refusals as the summary of errors shows them. One about the whole leads to the top of the page.
pub fn problems(refusals: &[Refusal], language: Language) -> Problems {
    let one = |it: &Refusal| (it.field.unwrap_or("innehall"), render(&it.message, language));
    Problems(refusals.iter().map(one).collect())
}

/// The same page again, with what stands in the way.
pub fn again(page: Markup) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}
