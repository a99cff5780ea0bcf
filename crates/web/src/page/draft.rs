//! Keeping what is being written, while it is being written.

use axum::{
    http::HeaderMap,
    response::{IntoResponse, Redirect},
};
use casework::{verb::draft, view::step_form::Draft};
use domain::step::StepKind;

use crate::{
    failure::{Answer, Stop},
    fields::{Fields, SEEN},
    posted::{Posted, TOKEN},
    ui,
};

/// Keeps the form as typed and says so in its place; without JavaScript, goes to the pupil. A form without words goes.
pub(crate) async fn keep(headers: HeaderMap, Posted { visit, fields }: Posted) -> Answer {
    let pupil = visit.pupil()?;
    let kind = StepKind::from_code(fields.get("kind")).ok_or(Stop::Missing)?;
    draft::run(&visit.cx, pupil, kind, &written(&fields)).await?;
    if headers.get("hx-target").is_none_or(|target| target != ui::AUTOSAVED) {
        return Ok(Redirect::to(&visit.url(&format!("/elev/{pupil}"))).into_response());
    }
    let kept = visit.say("web-step-draft");
    Ok(ui::autosaved(if fields.has("text") { &kept } else { "" }).into_response())
}

/// What is worth keeping: everything, once there are words. Not the form's own id: two windows would share it, and the
/// words of the second be taken for the first's. Nor what it showed of the figures: a draft
/// that comes back stands in a form that shows them anew.
fn written(fields: &Fields) -> Draft {
    if !fields.has("text") {
        return Draft::default();
    }
    let kept = fields.0.iter().filter(|(name, _)| ![TOKEN, "kind", "id", SEEN].contains(&name.as_str()));
    Draft { fields: kept.cloned().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_without_words_is_no_draft() {
        let form = |text: &str| {
            [(TOKEN, "secret"), ("id", "0192d3a4-5b6c-7000-8000-000000000001"), ("text", text)]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        let fields = |text: &str| Fields(form(text).into());
        assert_eq!(written(&fields(" ")), Draft::default());
        assert_eq!(written(&fields("Ringde")).fields, [("text".to_owned(), "Ringde".to_owned())]);
    }
}
