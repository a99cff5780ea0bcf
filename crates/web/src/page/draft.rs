//! Keeping what is being written, while it is being written.

use axum::{
    http::HeaderMap,
    response::{IntoResponse, Redirect},
};
use casework::{verb::draft, view::step_form::Draft};
use domain::step::StepKind;

use crate::{
    failure::{Answer, Stop},
    fields::Fields,
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

/// What is worth keeping: everything, once there are words. The form's own id goes along, so that a draft that was sent
/// from another window too is one step.
fn written(fields: &Fields) -> Draft {
    if !fields.has("text") {
        return Draft::default();
    }
    let kept = fields.0.iter().filter(|(name, _)| name != TOKEN && name != "kind");
    Draft { fields: kept.cloned().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_without_words_is_no_draft() {
        let fields = |text: &str| Fields(vec![(TOKEN.into(), "secret".into()), ("text".into(), text.into())]);
        assert_eq!(written(&fields(" ")), Draft::default());
        assert_eq!(written(&fields("Ringde")).fields, [("text".to_owned(), "Ringde".to_owned())]);
    }
}
