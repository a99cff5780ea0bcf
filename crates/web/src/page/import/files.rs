//! The files of a delivery that waits: what each is, how it is read, and what is missing.

use casework::{
    Failure,
    view::imports::{self, File, Import, Look},
};
use maud::{Markup, html};
use text::render;

use super::shared;
use crate::{
    failure::Stop,
    session::Visit,
    ui::{self, Hue, Problems, Weight},
    words::{tell, words},
};

/// A file, and what is seen of it or why it cannot be read. Nothing for who may not import.
pub(super) struct Read {
    file: File,
    look: Option<Result<Look, Vec<String>>>,
}

/// Looks at each file.
pub(super) async fn all(visit: &Visit, import: &Import) -> Result<Vec<Read>, Stop> {
    let mut all = Vec::new();
    for file in &import.files {
        let look = if import.may_import {
            Some(match imports::look(&visit.cx, import.id, file.place, None).await {
                Ok(look) => Ok(look),
                Err(Failure::Refused(all)) => {
                    Err(all.iter().map(|one| render(&one.message, visit.language())).collect())
                }
                Err(other) => return Err(other.into()),
            })
        } else {
            None
        };
        all.push(Read { file: file.clone(), look });
    }
    Ok(all)
}

impl Read {
    /// What is missing before it can be read, or why it cannot be.
    fn lacks(&self, visit: &Visit) -> Vec<String> {
        match &self.look {
            Some(Ok(look)) => {
                let missing = look.table.as_ref().map(|table| table.missing.as_slice()).unwrap_or_default();
                missing.iter().map(|message| render(message, visit.language())).collect()
            }
            Some(Err(why)) => why.clone(),
            None => Vec::new(),
        }
    }

    fn table(&self) -> Option<&exchange::look::Look> {
        self.look.as_ref()?.as_ref().ok()?.table.as_ref()
    }
}

/// What is missing of all, as the page's summary tells it.
pub(super) fn missing(visit: &Visit, all: &[Read]) -> Problems {
    let one = |read: &Read| {
        let name = read.file.name.clone();
        let told = move |why: String| {
            tell("web-import-missing-in", [("file", words(&name)), ("why", words(why))], visit.language())
        };
        read.lacks(visit).into_iter().map(told).collect::<Vec<_>>()
    };
    Problems(all.iter().flat_map(one).map(|sentence| ("filer", sentence)).collect())
}

/// Each file on a card.
pub(super) fn cards(visit: &Visit, import: &Import, all: &[Read]) -> Markup {
    html! { div id="filer" { (ui::choosable(all.iter().map(|read| card(visit, import, read)).collect())) } }
}

fn card(visit: &Visit, import: &Import, read: &Read) -> Markup {
    let lacks = read.lacks(visit);
    html! {
        (ui::small_heading(&read.file.name))
        (ui::quiet(&about(visit, read)))
        @if read.look.is_some() {
            @if lacks.is_empty() {
                (ui::tag(Hue::Success, &visit.say("web-import-ready")))
            } @else {
                (ui::tag(Hue::Warning, &visit.say("web-import-lacks")))
                (ui::lines(lacks.iter().map(|why| html! { (why) }).collect()))
            }
        }
        @if read.table().is_some() {
            @let to = shared::at(visit, import, &format!("/fil/{}", read.file.place + 1));
            @let weight = if lacks.is_empty() { Weight::Tertiary } else { Weight::Secondary };
            (ui::actions(ui::link_button(weight, &to, &visit.say("web-import-change"))))
        }
    }
}

/// What it is, how large, and how it is read.
fn about(visit: &Visit, read: &Read) -> String {
    let size = shared::size(visit, read.file.bytes);
    let Some(Ok(look)) = &read.look else { return size };
    let format = ("format", words(visit.say(look.format.sentence())));
    let how = match (&read.file.profile, &look.table) {
        (Some(profile), _) if !profile.name.is_empty() => {
            tell("web-import-with-profile", [("name", words(&profile.name))], visit.language())
        }
        (Some(profile), _) => {
            tell("web-import-with-own", [("kind", words(shared::kind(visit, profile.kind)))], visit.language())
        }
        (None, Some(table)) => {
            tell("web-import-with-guess", [("kind", words(shared::kind(visit, table.profile.kind)))], visit.language())
        }
        (None, None) => visit.say("web-import-as-it-is"),
    };
    tell("web-import-file-about", [format, ("size", words(size)), ("how", words(how))], visit.language())
}
