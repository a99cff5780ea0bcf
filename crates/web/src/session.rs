//! Who asks: from the address and the cookie to a room, a person and what surrounds her or his pages.

use std::sync::Arc;

use access::PupilId;
use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::{HeaderMap, Uri, request::Parts},
    response::IntoResponse,
};
use casework::{
    Cx, Office,
    verb::sign_in::{self, Token},
    view::decisions,
};
use domain::Day;
use jiff::Timestamp;
use maud::{Markup, html};
use text::Language;
use uuid::Uuid;

use crate::{
    failure::{Answer, Stop},
    flash::flash,
    nav::nav,
    page::own_password,
    preferences::Preferences,
    site::{Shared, Site},
    ui::{self, Person, View},
    words,
};

/// A room that is visited, by anybody: what the pages before signing in need.
#[derive(Clone)]
pub struct Door {
    /// The site.
    pub site: Arc<Site>,
    /// The room.
    pub office: Office,
    /// Its short name.
    pub slug: String,
    /// The instant.
    pub now: Timestamp,
    /// The day.
    pub today: Day,
    /// What surrounds the page.
    pub view: View,
    /// The session's cookie.
    pub token: Option<Token>,
    /// What an address has in the places of its route.
    params: Vec<(String, String)>,
}

/// A room that is visited by somebody who has signed in.
#[derive(Clone)]
pub struct Visit {
    /// The room and its address.
    pub door: Door,
    /// Who asks, for verbs and views.
    pub cx: Cx,
}

impl Door {
    /// The address of a page of the room: `/narvaro` gives `/bjorkstad/narvaro`.
    pub fn url(&self, path: &str) -> String {
        format!("/{}{path}", self.slug)
    }

    /// The address of this page, with what it asks for after `?`.
    pub fn here(&self) -> String {
        self.view.here()
    }

    /// The language of the page.
    pub fn language(&self) -> Language {
        self.view.language()
    }

    /// A sentence without arguments.
    pub fn say(&self, code: &'static str) -> String {
        ui::say(code, self.language())
    }

    /// What stands in the address in a place of its route.
    pub fn param(&self, name: &str) -> &str {
        self.params.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The id in the address; what is none is nothing that there is.
    ///
    /// # Errors
    /// Missing.
    pub fn id(&self, name: &str) -> Result<Uuid, Stop> {
        self.param(name).parse().map_err(|_| Stop::Missing)
    }

    /// A whole page, under what was just done.
    pub fn page(&self, title: &str, content: Markup) -> Markup {
        ui::page(&self.view, title, html! { (flash(&self.view.query, self.language())) (content) })
    }

    /// The same page as an answer.
    ///
    /// # Errors
    /// None.
    pub fn shown(&self, title: &str, content: Markup) -> Answer {
        Ok(self.page(title, content).into_response())
    }

    /// The name of the session's cookie. Each room has its own, so that one is signed in to one room at a time.
    pub fn cookie(&self) -> String {
        format!("skollinjen_{}", self.slug)
    }

    fn of((headers, uri): (&HeaderMap, &Uri), site: &Shared, params: Vec<(String, String)>) -> Result<Door, Stop> {
        let slug = params.iter().find(|(name, _)| name == "rum").map(|(_, slug)| slug.clone()).ok_or(Stop::Missing)?;
        let office = site.offices.get(&slug).cloned().ok_or(Stop::Missing)?;
        let (now, today) = (site.clock)();
        let view = View {
            preferences: Preferences::read(headers, site.cookies()),
            path: uri.path().to_owned(),
            query: uri.query().unwrap_or_default().to_owned(),
            room: Some(office.room().name().to_owned()),
            home: Some(format!("/{slug}/")),
            ..View::default()
        };
        let mut door = Door { site: site.clone(), office, slug, now, today, view, token: None, params };
        door.token = site.cookies().get(headers, &door.cookie()).map(|it| Token(it.to_owned()));
        Ok(door)
    }

    /// The visit of whoever the cookie is, if its session holds.
    ///
    /// # Errors
    /// The room.
    pub async fn visit(mut self) -> Result<Result<Visit, Door>, Stop> {
        let Some(token) = &self.token else { return Ok(Err(self)) };
        let Some(session) = sign_in::session(&self.office, token, self.now).await? else { return Ok(Err(self)) };
        let language = self.language();
        self.view.person = Some(Person {
            name: session.who.name.clone(),
            role: session.who.roles.first().map(|it| words::role(it.role, language)).unwrap_or_default(),
            sign_out: self.url("/logga-ut"),
        });
        // Until then nothing but that page opens.
        let choose = self.url(own_password::PATH);
        if session.choose_password && self.view.path != choose {
            return Err(Stop::Elsewhere(choose));
        }
        let roles = session.who.roles.clone();
        let cx = self.office.person(session.who, self.now, self.today);
        self.view.nav = nav(&self, &roles, decisions::waiting(&cx).await?);
        self.view.search = self.view.nav.iter().any(|it| it.href == self.url("/narvaro")).then(|| self.url("/sok"));
        self.view.token = Some(session.form_token);
        Ok(Ok(Visit { door: self, cx }))
    }

    /// The page where one signs in, and comes back to this one from.
    pub fn sign_in(&self) -> String {
        format!("{}?till={}", self.url("/logga-in"), self.view.path)
    }
}

impl std::ops::Deref for Visit {
    type Target = Door;

    fn deref(&self) -> &Door {
        &self.door
    }
}

impl Visit {
    /// The pupil in the address.
    ///
    /// # Errors
    /// Missing.
    pub fn pupil(&self) -> Result<PupilId, Stop> {
        self.id("elev").map(|id| PupilId(id.as_u128()))
    }
}

/// What surrounds a page about something that could not be answered: the menu too, for whoever is signed in to the room
/// that the address begins with.
pub(crate) async fn around((headers, uri): (&HeaderMap, &Uri), site: &Shared) -> Option<View> {
    let slug = uri.path().split('/').nth(1)?.to_owned();
    let door = Door::of((headers, uri), site, vec![("rum".to_owned(), slug)]).ok()?;
    match door.visit().await.ok()? {
        Ok(visit) => Some(visit.door.view),
        Err(door) => Some(door.view),
    }
}

async fn door(parts: &mut Parts, site: &Shared) -> Result<Door, Stop> {
    let params = RawPathParams::from_request_parts(parts, site).await.map_err(|_| Stop::Missing)?;
    let params = params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    Door::of((&parts.headers, &parts.uri), site, params)
}

impl FromRequestParts<Shared> for Door {
    type Rejection = Stop;

    async fn from_request_parts(parts: &mut Parts, site: &Shared) -> Result<Door, Stop> {
        door(parts, site).await
    }
}

impl FromRequestParts<Shared> for Visit {
    type Rejection = Stop;

    /// Whoever has not signed in is sent to where one does.
    async fn from_request_parts(parts: &mut Parts, site: &Shared) -> Result<Visit, Stop> {
        match door(parts, site).await?.visit().await? {
            Ok(visit) => Ok(visit),
            Err(door) => Err(Stop::Elsewhere(door.sign_in())),
        }
    }
}
