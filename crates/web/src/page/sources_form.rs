//! The form of a source: what is asked of a watched folder and of a service, and reading what was answered.

use casework::verb::sources::Save;
use casework::view::sources::{After, Often, Settings, SignIn, Source, What};
use maud::{Markup, html};
use uuid::Uuid;

use super::sources::PATH;
use crate::{
    fields::Fields,
    session::Visit,
    ui::{self, Choice, Field, Kind, Problems, Weight},
};

/// The kind that was asked for; a folder when it is none that we know.
pub(super) fn kind_of(asked: &str) -> &'static str {
    if asked == "ss12000" { "ss12000" } else { "folder" }
}

/// What was sent, or what is no number or time.
pub(super) fn read(visit: &Visit, fields: &Fields, before: Option<&Source>) -> Result<Save, Problems> {
    let text = |name: &str| fields.get(name).trim().to_owned();
    let maybe = |name: &str| Some(text(name)).filter(|it| !it.is_empty());
    let mut wrong = Vec::new();
    let mut number = |name: &'static str, most: u32| {
        let number = text(name).parse().ok().filter(|it| (1..=most).contains(it));
        number.unwrap_or_else(|| {
            wrong.push((name, visit.say("web-source-number-odd")));
            1_u32
        })
    };
    let expect = maybe("expect").map(|_| number("expect", 9_000));
    let (what, often) = if kind_of(fields.get("kind")) == "folder" {
        let after = if fields.get("after") == "delete" { After::Delete } else { After::Keep };
        let (settle, minutes) = (number("settle", 86_400), number("minutes", 1_440));
        let what = What::Folder {
            path: text("path").into(),
            settle,
            marker: fields.has("marker"),
            after,
            profile: fields.id("profile"),
        };
        (what, Often::Every(minutes * 60))
    } else {
        let sign_in = match fields.get("by") {
            "token" => SignIn::Token,
            _ => SignIn::Client { address: text("token_address"), id: text("client"), scope: maybe("scope") },
        };
        let weeks = u16::try_from(number("weeks", 60)).unwrap_or(60);
        let (base, lessons, sums) = (text("base"), maybe("lessons"), maybe("sums"));
        let minute = minute(fields.get("at")).unwrap_or_else(|| {
            wrong.push(("at", visit.say("web-source-time-odd")));
            0
        });
        (What::Ss12000 { base, lessons, sums, sign_in, weeks }, Often::Daily(minute))
    };
    if !wrong.is_empty() {
        return Err(Problems(wrong));
    }
    let fresh = || fields.id("id").unwrap_or_else(|| visit.site.fresh());
    let id = before.map_or_else(fresh, |source| source.id);
    let secret = Some(fields.get("secret").to_owned()).filter(|it| !it.is_empty());
    Ok(Save { id, settings: Settings { name: text("name"), what }, secret, often, expect })
}

fn minute(written: &str) -> Option<u16> {
    let (hour, minute) = written.split_once(':')?;
    let (hour, minute) = (hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// A source as its form has it. There is no secret here to show.
pub(super) fn written(source: &Source) -> Fields {
    let mut all = vec![("name", source.settings.name.clone())];
    match &source.settings.what {
        What::Folder { path, settle, marker, after, profile } => {
            all.extend([("kind", "folder".to_owned()), ("path", path.display().to_string())]);
            all.push(("settle", settle.to_string()));
            all.push(("after", if *after == After::Delete { "delete" } else { "keep" }.to_owned()));
            all.extend(profile.map(|it| ("profile", it.to_string())));
            all.extend(marker.then(|| ("marker", "yes".to_owned())));
        }
        What::Ss12000 { base, lessons, sums, sign_in, weeks } => {
            all.extend([("kind", "ss12000".to_owned()), ("base", base.clone()), ("weeks", weeks.to_string())]);
            all.extend(lessons.clone().map(|it| ("lessons", it)));
            all.extend(sums.clone().map(|it| ("sums", it)));
            match sign_in {
                SignIn::Token => all.push(("by", "token".to_owned())),
                SignIn::Client { address, id, scope } => {
                    all.extend([
                        ("by", "client".to_owned()),
                        ("token_address", address.clone()),
                        ("client", id.clone()),
                    ]);
                    all.extend(scope.clone().map(|it| ("scope", it)));
                }
            }
        }
    }
    match source.often {
        Often::Every(seconds) => all.push(("minutes", (seconds / 60).to_string())),
        Often::Daily(minute) => all.push(("at", format!("{:02}:{:02}", minute / 60, minute % 60))),
    }
    all.extend(source.expect.map(|hours| ("expect", hours.to_string())));
    Fields(all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// The form, with what was typed.
pub(super) fn form(
    visit: &Visit,
    typed: &Fields,
    (source, profiles): (Option<&Source>, &[(Uuid, String)]),
    problems: &Problems,
) -> Markup {
    let kind = kind_of(typed.get("kind"));
    let new = visit.say(if kind == "folder" { "web-sources-new-folder" } else { "web-sources-new-service" });
    let title = source.map_or(new, |source| source.settings.name.clone());
    let own = source.map_or_else(|| format!("{PATH}/ny"), |source| format!("{PATH}/{}", source.id));
    let remove = visit.url(&format!("{own}/ta-bort"));
    let line =
        |name, label, hint: &'static str, kind, or: &str| line(visit, typed, problems, (name, label, hint), kind, or);
    html! {
        (ui::breadcrumbs(&[(&visit.url(PATH), &visit.say("web-sources-title"))], visit.language()))
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, ..ui::Heading::default() }))
        (ui::form(&visit.view, &visit.url(&own), html! {
            @if source.is_none() { (ui::hidden("id", &super::step::id(visit))) }
            (ui::hidden("kind", kind))
            (line("name", "web-source-name", "", Kind::Text, ""))
            @if kind == "folder" { (folder(visit, typed, profiles, problems)) }
            @else { (service(visit, typed, source.is_some_and(|it| it.has_secret), problems)) }
            (line("expect", "web-source-expect", "web-source-expect-hint", Kind::Number, ""))
            (ui::actions(ui::button(Weight::Primary, &visit.say("web-source-save"))))
        }))
        @if source.is_some() {
            (ui::details(&visit.say("web-sources-remove"), html! {
                (ui::prose(&[&visit.say("web-sources-removing")]))
                (ui::post_button(&visit.view, &remove, Weight::Secondary, &visit.say("web-sources-remove"), &[]))
            }))
        }
    }
}

fn folder(visit: &Visit, typed: &Fields, profiles: &[(Uuid, String)], problems: &Problems) -> Markup {
    let line =
        |name, label, hint: &'static str, kind, or: &str| line(visit, typed, problems, (name, label, hint), kind, or);
    let (marker, hint) = (visit.say("web-source-marker"), visit.say("web-source-marker-hint"));
    let (keep, delete) = (visit.say("web-source-after-keep"), visit.say("web-source-after-delete"));
    let after = visit.say("web-source-after");
    let (profile, any) = (visit.say("web-source-profile"), visit.say("web-source-profile-any"));
    let profile_hint = visit.say("web-source-profile-hint");
    let ids: Vec<String> = profiles.iter().map(|(id, _)| id.to_string()).collect();
    let named = ids.iter().zip(profiles).map(|(id, (_, name))| Choice::new(id, name));
    let choices: Vec<Choice<'_>> = [Choice::new("", &any)].into_iter().chain(named).collect();
    let chosen = if typed.get("after") == "delete" { "delete" } else { "keep" };
    html! {
        (line("path", "web-source-path", "web-source-path-hint", Kind::Text, ""))
        (line("minutes", "web-source-minutes", "", Kind::Number, "5"))
        (line("settle", "web-source-settle", "", Kind::Number, "120"))
        (ui::checkbox(&Field { name: "marker", label: &marker, hint: &hint, error: None }, typed.has("marker")))
        (ui::select(
            &Field { name: "profile", label: &profile, hint: &profile_hint, error: problems.of("profile") },
            &choices,
            typed.get("profile"),
        ))
        (ui::radios(
            &Field { name: "after", label: &after, hint: "", error: problems.of("after") },
            &[Choice::new("keep", &keep), Choice::new("delete", &delete)],
            chosen,
        ))
    }
}

fn service(visit: &Visit, typed: &Fields, has_secret: bool, problems: &Problems) -> Markup {
    let line =
        |name, label, hint: &'static str, kind, or: &str| line(visit, typed, problems, (name, label, hint), kind, or);
    let (by, client, token) =
        (visit.say("web-source-by"), visit.say("web-source-by-client"), visit.say("web-source-by-token"));
    let chosen = if typed.get("by") == "token" { "token" } else { "client" };
    let secret = visit.say("web-source-secret");
    let kept = visit.say(if has_secret { "web-source-secret-kept" } else { "web-source-secret-hint" });
    html! {
        (line("base", "web-source-base", "web-source-base-hint", Kind::Text, ""))
        (line("lessons", "web-source-lessons", "", Kind::Text, ""))
        (line("sums", "web-source-sums", "", Kind::Text, ""))
        (ui::radios(
            &Field { name: "by", label: &by, hint: "", error: problems.of("by") },
            &[Choice::new("client", &client), Choice::new("token", &token)],
            chosen,
        ))
        (line("token_address", "web-source-token-address", "", Kind::Text, ""))
        (line("client", "web-source-client", "", Kind::Text, ""))
        (line("scope", "web-source-scope", "", Kind::Text, ""))
        (ui::input(
            &Field { name: "secret", label: &secret, hint: &kept, error: problems.of("secret") },
            Kind::NewPassword,
            "",
        ))
        (line("weeks", "web-source-weeks", "", Kind::Number, "4"))
        (line("at", "web-source-at", "", Kind::Time, "04:30"))
    }
}

/// A field of one line, with what was typed, or what most want before anybody has typed.
fn line(
    visit: &Visit,
    typed: &Fields,
    problems: &Problems,
    (name, label, hint): (&'static str, &'static str, &'static str),
    kind: Kind,
    or: &str,
) -> Markup {
    let hint = if hint.is_empty() { String::new() } else { visit.say(hint) };
    let value = if typed.has(name) { typed.get(name) } else { or };
    ui::input(&Field { name, label: &visit.say(label), hint: &hint, error: problems.of(name) }, kind, value)
}
