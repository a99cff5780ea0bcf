//! How one file is read: a person says what its columns are, looks again, uses it, and saves it as a profile.

use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::{profile, upload},
    view::{
        School,
        imports::{self, Import, Look},
    },
};
use exchange::Profile;
use exchange::look::Look as Table;
use text::render;
use uuid::Uuid;

use super::{
    mapping_form::{self, Page},
    mapping_read as reading, shared,
};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::Problems,
    words::{tell, words},
};

/// What the pages of a file share.
struct Known {
    import: Import,
    place: i64,
    schools: Vec<School>,
    saved: Vec<(Uuid, Profile)>,
}

/// The file as it is read now: as somebody has said, as a saved profile does, or as it is guessed.
pub(crate) async fn show(visit: Visit) -> Answer {
    let known = known(&visit).await?;
    let asked = visit.view.query.split('&').find_map(|it| it.strip_prefix("profil=")?.parse::<Uuid>().ok());
    let chosen = known.saved.iter().find(|(id, _)| Some(*id) == asked).map(|(_, profile)| profile.clone());
    let (look, problems) = match look(&visit, &known, chosen).await? {
        Ok(look) => (look, Problems::default()),
        Err(problems) => (plain(&visit, &known).await?, problems),
    };
    let typed = look.table.as_ref().map(|table| reading::typed(table, stem(&look.name))).unwrap_or_default();
    visit.shown(&title(&visit, &look), content(&visit, &known, &look, &typed, &problems))
}

/// Looks again with what was answered; uses it, or saves and uses it, when that was asked for and nothing is missing.
pub(crate) async fn send(Posted { visit, fields }: Posted) -> Answer {
    let known = known(&visit).await?;
    let (look, typed, mut problems) = seen(&visit, &known, fields).await?;
    let to_do = visit.view.query.split('&').find_map(|it| it.strip_prefix("gor=")).unwrap_or_default();
    let Some(table) = look.table.as_ref().filter(|_| problems.is_empty() && ["anvand", "spara"].contains(&to_do))
    else {
        let page = visit.page(&title(&visit, &look), content(&visit, &known, &look, &typed, &problems));
        return Ok(if problems.is_empty() { page.into_response() } else { again(page) });
    };
    problems = missing(&visit, table);
    if problems.is_empty() {
        match answered(store(&visit, &known, &table.profile, to_do == "spara").await, visit.language())? {
            Ok(()) => {
                let flash = if to_do == "spara" { "?klart=profil" } else { "?klart=filen" };
                return Ok(Redirect::to(&shared::at(&visit, &known.import, flash)).into_response());
            }
            Err(why) => problems = why,
        }
    }
    Ok(again(visit.page(&title(&visit, &look), content(&visit, &known, &look, &typed, &problems))))
}

/// The file as the answers say, the answers, and what is wrong with them.
async fn seen(visit: &Visit, known: &Known, typed: Fields) -> Result<(Look, Fields, Problems), Stop> {
    let around = match reading::around(&typed) {
        Ok(around) => around,
        Err(wrong) => {
            let problems = Problems(wrong.into_iter().map(|(field, code)| (field, visit.say(code))).collect());
            return Ok((plain(visit, known).await?, typed, problems));
        }
    };
    let guess = match look(visit, known, Some(around.clone())).await? {
        Ok(look) => look,
        Err(problems) => return Ok((plain(visit, known).await?, typed, problems)),
    };
    let Some(table) = &guess.table else { return Ok((guess, typed, Problems::default())) };
    // When the table lies elsewhere than it did, its columns are others than the answers were about.
    if typed.get("shape") != reading::shape(&around) {
        let typed = reading::typed(table, stem(&guess.name));
        return Ok((guess, typed, Problems::default()));
    }
    let columns = match reading::columns(&typed, &table.header) {
        Ok(columns) => columns,
        Err(field) => {
            let twice = tell("web-import-twice", [("field", words(visit.say(field.sentence())))], visit.language());
            return Ok((guess, typed, Problems(vec![("columns", twice)])));
        }
    };
    // Without columns the guess would come back.
    if columns.is_empty() {
        let none = Problems(vec![("columns", visit.say("web-import-no-columns"))]);
        return Ok((guess, typed, none));
    }
    match look(visit, known, Some(Profile { columns, ..around })).await? {
        Ok(look) => Ok((look, typed, Problems::default())),
        Err(problems) => Ok((guess, typed, problems)),
    }
}

async fn store(visit: &Visit, known: &Known, profile: &Profile, save: bool) -> casework::Result<()> {
    if save {
        profile::save(&visit.cx, profile).await?;
    }
    let kept = Profile { name: if save { profile.name.trim().to_owned() } else { String::new() }, ..profile.clone() };
    upload::read_as(&visit.cx, known.import.id, known.place, Some(kept), None).await
}

async fn known(visit: &Visit) -> Result<Known, Stop> {
    let import = imports::one(&visit.cx, visit.id("import")?).await?;
    if !import.may_import {
        return Err(Stop::Missing);
    }
    let number: i64 = visit.param("fil").parse().map_err(|_| Stop::Missing)?;
    if import.state != casework::view::imports::State::Waiting {
        return Err(Stop::Elsewhere(shared::at(visit, &import, "")));
    }
    let schools = imports::schools(&visit.cx).await?;
    let saved = imports::list(&visit.cx).await?.profiles;
    Ok(Known { import, place: number.saturating_sub(1), schools, saved })
}

async fn look(visit: &Visit, known: &Known, profile: Option<Profile>) -> Result<Result<Look, Problems>, Stop> {
    let look = imports::look(&visit.cx, known.import.id, known.place, profile).await;
    answered(look, visit.language())
}

/// The file without anything that was answered. One that cannot be looked at at all has its reason on the import's page.
async fn plain(visit: &Visit, known: &Known) -> Result<Look, Stop> {
    match look(visit, known, None).await? {
        Ok(look) => Ok(look),
        Err(_) => Err(Stop::Elsewhere(shared::at(visit, &known.import, ""))),
    }
}

fn missing(visit: &Visit, table: &Table) -> Problems {
    let one = |it: &text::Message| (mapping_form::place(it.code), render(it, visit.language()));
    Problems(table.missing.iter().map(one).collect())
}

fn title(visit: &Visit, look: &Look) -> String {
    tell("web-import-how", [("file", words(&look.name))], visit.language())
}

/// A file's name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn content(visit: &Visit, known: &Known, look: &Look, typed: &Fields, problems: &Problems) -> maud::Markup {
    mapping_form::content(
        visit,
        &Page {
            import: &known.import,
            place: known.place,
            schools: &known.schools,
            saved: &known.saved,
            look,
            typed,
            problems,
            missing: &look.table.as_ref().map(|table| missing(visit, table)).unwrap_or_default(),
        },
    )
}
