//! `/rum/arende/…`: where an episode stands, what can be done now, what has been said and whether the other side has it.

use casework::{
    swedish_time,
    view::episode::{self, Given, Line, Own, Page, Went},
};
use domain::{Side, closing::FOLLOW_UP_MONTHS, episode::body::Private};
use maud::{Markup, html};
use text::render;

use super::{id, kinds, lines, made, paper, path};
use crate::{
    failure::{Answer, Stop},
    fields::Fields,
    session::Visit,
    ui::{self, Choice, Event, Fact, Field, Hue, Problems, Tone, Weight},
    words::{tell, words},
};

/// The page.
pub(crate) async fn show(visit: Visit) -> Answer {
    page(&visit, &Fields::default(), &Problems::default()).await.map(axum::response::IntoResponse::into_response)
}

/// The same, with what was typed in a form on it.
pub(super) async fn page(visit: &Visit, typed: &Fields, problems: &Problems) -> Result<Markup, Stop> {
    let page = episode::view(&visit.cx, id(visit)?).await?;
    let state = visit.say(page.episode.state.sentence());
    let content = html! {
        (ui::breadcrumbs(&[(&visit.url("/arenden"), &visit.say("ep-list-title"))], visit.language()))
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading {
            title: &page.name,
            lead: &page.programme,
            tags: ui::tag(Hue::Lake, &state),
            ..ui::Heading::default()
        }))
        (standing(visit, &page))
        (to_do(visit, &page))
        (consents(visit, &page))
        (paper::links(visit, &page))
        (said(visit, &page))
        (own(visit, &page, typed, problems))
        (give(visit, &page))
    };
    Ok(visit.page(&page.name, content))
}

fn standing(visit: &Visit, page: &Page) -> Markup {
    let fact = |code, value: String| Fact { term: visit.say(code), value: html! { (value) }, action: None };
    let mut facts = Vec::new();
    facts.extend(page.due.map(|day| fact("ep-due", day.to_string())));
    facts.extend(page.episode.until.map(|day| fact("ep-until", day.to_string())));
    facts.extend(page.peer.as_ref().map(|peer| fact("ep-peer", peer.clone())));
    html! {
        @if let Some(day) = page.episode.sharing_ended {
            (ui::notice(Tone::Warning, &visit.say("ep-sharing-ended"), ui::prose(&[&tell("ep-sharing-ended-help", [("day", words(day.to_string()))], visit.language())])))
        }
        @if page.episode.confirmation_waits() {
            (ui::notice(Tone::Info, &visit.say("ep-confirmation-waits"), ui::prose(&[&visit.say("ep-confirmation-waits-help")])))
        }
        (ui::summary(&facts))
    }
}

fn to_do(visit: &Visit, page: &Page) -> Markup {
    let holds = page.episode.consent_holds();
    let first = kinds::first(page.episode.state, page.episode.review_due);
    let offered = kinds::KINDS.iter().filter(|it| !it.slug.is_empty() && page.may.contains(&it.kind));
    // A statement is taken back where it stands, and whoever has consented is not asked again.
    let offered = offered.filter(|it| it.kind != "retracted" && !(holds && it.kind == "intervention_consent"));
    let (usual, seldom): (Vec<_>, Vec<_>) = offered.partition(|it| it.kind == first || !it.seldom);
    let button = |it: &kinds::Kind| {
        let weight = if it.kind == first { Weight::Primary } else { Weight::Secondary };
        ui::link_button(weight, &visit.url(&format!("{}/gor/{}", path(page.id), it.slug)), &visit.say(it.to_do))
    };
    html! {
        @if !usual.is_empty() || !seldom.is_empty() {
            (ui::section(&visit.say("ep-to-do"), html! {
                (ui::cluster(html! {
                    @for it in usual.iter().filter(|it| it.kind == first) { (button(it)) }
                    @for it in usual.iter().filter(|it| it.kind != first) { (button(it)) }
                }))
                @if !seldom.is_empty() {
                    (ui::details(&visit.say("ep-seldom"), ui::cluster(html! { @for it in &seldom { (button(it)) } })))
                }
            }))
        }
    }
}

fn consents(visit: &Visit, page: &Page) -> Markup {
    let here = path(page.id);
    let Some(peer) = page.peer.as_ref().filter(|_| page.sees_to_consents) else { return html! {} };
    let ours = page.consents.iter().any(|it| it.ours && it.stopped.is_none());
    html! {
        (ui::section(&visit.say("ep-consents"), html! {
            @for (id, consent) in &page.sheets {
                (ui::notice(Tone::Info, &visit.say("ep-sheet-came"), html! {
                    (ui::prose(&[&tell("ep-sheet-came-help", [("last", words(consent.last.to_string()))], visit.language())]))
                    (ui::post_button(&visit.view, &visit.url(&format!("{here}/del/{id}")), Weight::Primary, &visit.say("ep-sheet-record"), &[]))
                }))
            }
            @if !ours && page.sheets.is_empty() {
                (ui::notice(Tone::Warning, &visit.say("ep-no-consent"), ui::prose(&[&tell("ep-no-consent-help", [("peer", words(peer))], visit.language())])))
            }
            @for it in &page.consents { (consent(visit, &here, it)) }
            (ui::cluster(html! {
                (ui::link_button(Weight::Secondary, &visit.url(&format!("{here}/samtycke")), &visit.say("ep-consent-record")))
                @if page.side == Side::School {
                    (ui::link_button(Weight::Secondary, &visit.url(&format!("{here}/samtycke?del=social")), &visit.say("ep-consent-record-board")))
                }
            }))
        }))
    }
}

fn consent(visit: &Visit, here: &str, it: &Given) -> Markup {
    let named: Vec<String> = it.consent.items.iter().map(|it| visit.say(it.sentence())).collect();
    let holds = match &it.stopped {
        None => tell("ep-consent-holds", [("last", words(it.consent.last.to_string()))], visit.language()),
        Some(why) => render(why, visit.language()),
    };
    let between = tell(
        "ep-consent-between",
        [("from", words(&it.consent.from.name)), ("to", words(&it.consent.to.name))],
        visit.language(),
    );
    html! {
        (ui::details(&between, html! {
            (ui::prose(&[&holds]))
            @if it.renew { (ui::prose(&[&visit.say("ep-consent-renew")])) }
            (ui::lines(named.iter().map(|it| html! { (it) }).collect()))
            @if it.ours && it.stopped.is_none() {
                (ui::link_button(Weight::Secondary, &visit.url(&format!("{here}/samtycke/{}/aterkalla", it.id)), &visit.say("ep-back-title")))
            }
        }))
    }
}

fn said(visit: &Visit, page: &Page) -> Markup {
    let events: Vec<Event> = page.lines.iter().rev().map(|it| event(visit, page, it)).collect();
    html! { @if !events.is_empty() { (ui::section(&visit.say("ep-said"), ui::timeline(&events))) } }
}

fn event(visit: &Visit, page: &Page, it: &Line) -> Event {
    let here = path(page.id);
    let (by, day) = lines::by(&it.body);
    let side = visit.say(it.side.sentence());
    let own = it.side == page.side;
    Event {
        when: day,
        title: visit.say(kinds::said(it.body.kind())),
        who: if by.is_empty() { side } else { format!("{by}, {side}") },
        tags: went(visit, it),
        content: html! {
            @if let Some(idle) = it.idle { (ui::quiet(&visit.say(idle.sentence()))) }
            (ui::written(&lines::said(visit, page, &it.body)))
            (ui::cluster(html! {
                (ui::link(&visit.url(&format!("{here}/journal/{}", it.id)), &visit.say("ep-journal-title")))
                @if let Some(day) = it.copied { (ui::tag(Hue::Success, &format!("{} {day}", visit.say("ep-journal-copied")))) }
                @if own && it.went != Went::NotOurs {
                    (ui::link(&visit.url(&format!("{here}/brev/{}", it.id)), &visit.say("ep-letter-title")))
                }
                @if own && matches!(it.went, Went::Stays | Went::Stopped(_)) && page.episode.sharing_ended.is_none() {
                    (ui::post_button(
                        &visit.view,
                        &visit.url(&format!("{here}/skicka/{}", it.id)),
                        Weight::Secondary,
                        &visit.say("ep-send"),
                        &[("id", &visit.site.fresh().to_string())],
                    ))
                }
                @if own && page.may.contains(&"retracted") {
                    (ui::link(&visit.url(&format!("{here}/gor/ta-tillbaka?av={}", it.id)), &visit.say("ep-do-retracted")))
                }
            }))
        },
    }
}

fn went(visit: &Visit, it: &Line) -> Markup {
    match &it.went {
        Went::NotOurs => html! {},
        Went::Stays => ui::tag(Hue::Neutral, &visit.say("ep-went-stays")),
        Went::Waits => ui::tag(Hue::Clay, &visit.say("ep-went-waits")),
        Went::Delivered(at) => {
            let at = swedish_time(*at).unwrap_or_default();
            ui::tag(Hue::Success, &tell("ep-went-delivered", [("at", words(at))], visit.language()))
        }
        Went::Stopped(why) => html! {
            (ui::tag(Hue::Warning, &visit.say("ep-went-stopped")))
            @if let Some(why) = why { " " (lines::why(visit, why)) }
        },
    }
}

fn own(visit: &Visit, page: &Page, typed: &Fields, problems: &Problems) -> Markup {
    let action = visit.url(&format!("{}/anteckning", path(page.id)));
    let notes: Vec<Event> = page.own.iter().rev().filter_map(|it| note(visit, it)).collect();
    let months: Vec<(String, String)> = FOLLOW_UP_MONTHS
        .iter()
        .map(|it| {
            (it.to_string(), tell("ep-months", [("count", crate::words::count(i64::from(*it)))], visit.language()))
        })
        .collect();
    let months: Vec<Choice<'_>> = months.iter().map(|(value, label)| Choice::new(value, label)).collect();
    html! {
        @if page.sees_to_consents || !page.own.is_empty() {
            (ui::section(&visit.say("ep-own"), html! {
                (ui::prose(&[&visit.say("ep-own-help")]))
                (ui::timeline(&notes))
                @if page.sees_to_consents {
                    (ui::form(&visit.view, &action, html! {
                        (ui::hidden("id", &made(visit, typed).to_string()))
                        (ui::textarea(&Field { name: "text", label: &visit.say("ep-note"), hint: "", error: problems.of("text") }, 3, typed.get("text")))
                        @if page.side == Side::Social {
                            (ui::radios(&Field { name: "what", label: &visit.say("ep-note-kind"), ..Field::default() }, &[
                                Choice::new("note", &visit.say("ep-note")),
                                Choice::new("conflict", &visit.say("ep-conflict")),
                            ], "note"))
                            (ui::checkbox(&Field { name: "found", label: &visit.say("ep-conflict-found"), ..Field::default() }, false))
                        }
                        (ui::actions(ui::button(Weight::Secondary, &visit.say("ep-note-save"))))
                    }))
                    @if page.side == Side::School && !page.episode.state.is_new() {
                        (ui::details(&visit.say("ep-follow-up"), ui::form(&visit.view, &action, html! {
                            (ui::hidden("id", &visit.site.fresh().to_string()))
                            (ui::hidden("what", "follow-up"))
                            (ui::checkboxes(&Field { name: "months", label: &visit.say("ep-follow-up-when"), hint: "", error: problems.of("months") }, &months, &["3", "6"]))
                            (ui::actions(ui::button(Weight::Secondary, &visit.say("ep-follow-up-save"))))
                        })))
                    }
                }
            }))
        }
    }
}

fn note(visit: &Visit, it: &Own) -> Option<Event> {
    let (title, who, when, text) = match &it.says {
        Private::Note(it) => ("ep-note", &it.by.name, it.day, it.text.clone()),
        Private::ConflictCheck(it) => {
            let found = visit.say(if it.found { "ep-conflict-found" } else { "ep-conflict-none" });
            ("ep-conflict", &it.by.name, it.day, format!("{found}. {}", it.text))
        }
        Private::FollowUpAgreed(it) => {
            let months = it.months.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            (
                "ep-follow-up",
                &it.by.name,
                it.day,
                tell("ep-follow-up-agreed", [("months", words(months))], visit.language()),
            )
        }
        Private::OwnReason(reason) => {
            let named = reason.reason.map(|it| visit.say(it.sentence())).unwrap_or_default();
            let (title, text) = ("ep-own-reason", format!("{named} {}", reason.text).trim().to_owned());
            return Some(private(visit, title, &reason.by.name, swedish_time(it.recorded).ok()?, &text));
        }
        Private::CopiedToJournal(_) | Private::LetterWeighed(_) => return None,
    };
    Some(private(visit, title, who, when.to_string(), &text))
}

fn private(visit: &Visit, title: &'static str, who: &str, when: String, text: &str) -> Event {
    Event { when, title: visit.say(title), who: who.to_owned(), tags: html! {}, content: ui::prose(&[text]) }
}

fn give(visit: &Visit, page: &Page) -> Markup {
    let choices: Vec<(String, &str)> =
        page.colleagues.iter().map(|(id, name)| (id.to_string(), name.as_str())).collect();
    let choices: Vec<Choice<'_>> = choices.iter().map(|(id, name)| Choice::new(id, name)).collect();
    html! {
        @if !choices.is_empty() {
            (ui::section(&visit.say("ep-give"), ui::form(&visit.view, &visit.url(&format!("{}/ge", path(page.id))), html! {
                (ui::select(&Field { name: "to", label: &visit.say("ep-give-to"), ..Field::default() }, &choices, ""))
                (ui::actions(ui::button(Weight::Secondary, &visit.say("ep-give-save"))))
            })))
        }
    }
}
