//! One's own step on the pages that change it.

use casework::{
    view::pupil::{PupilPage, StepContent},
    words::kind_name,
};
use maud::{Markup, html};
use uuid::Uuid;

use crate::{
    failure::Stop,
    session::Visit,
    ui::{self, Event},
    words,
};

/// A step that the reader has documented and that still stands.
pub(super) struct OwnStep<'a> {
    pub(super) id: Uuid,
    pub(super) content: &'a StepContent,
    day: domain::Day,
    page: &'a PupilPage,
}

impl<'a> OwnStep<'a> {
    /// The step with that id.
    ///
    /// # Errors
    /// Missing: there is none, it is somebody else's, or it is taken back.
    pub(super) fn find(page: &'a PupilPage, id: Uuid) -> Result<OwnStep<'a>, Stop> {
        let step = page.steps.iter().find(|step| step.id == id).ok_or(Stop::Missing)?;
        let content = step.content.as_ref().filter(|it| it.own && it.retracted.is_none()).ok_or(Stop::Missing)?;
        Ok(OwnStep { id, content, day: step.day, page })
    }

    /// The address of the pupil's page.
    pub(super) fn back(&self, visit: &Visit) -> String {
        visit.url(&format!("/elev/{}", self.page.pupil))
    }

    /// The page above: the pupil's.
    pub(super) fn above(&self, visit: &Visit) -> Markup {
        let lead = [
            ("name", words::words(&self.page.name)),
            ("class", words::words(&self.page.class)),
            ("school", words::words(&self.page.school.name)),
        ];
        let name = words::tell("web-step-lead", lead, visit.language());
        ui::breadcrumbs(&[(&self.back(visit), &name)], visit.language())
    }

    /// What the step says.
    pub(super) fn shown(&self, visit: &Visit) -> Markup {
        let title = self.content.kind.map(|kind| visit.say(kind_name(kind))).unwrap_or_default();
        let step = ui::timeline(&[Event {
            when: self.day.to_string(),
            title,
            who: self.content.by.clone(),
            tags: html! {},
            content: if self.content.text.is_empty() {
                html! {}
            } else {
                ui::prose(&[&self.content.text])
            },
        }]);
        ui::section(&visit.say("web-pupil-steps"), step)
    }
}
