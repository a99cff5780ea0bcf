//! What a statement says, as labels and words: for the page, and as plain text for a record system.

use access::gate::{Gate, ItemKind};
use casework::{
    swedish_time,
    view::{
        choices,
        episode::{Line, Page},
    },
};
use domain::{
    consent::intervention::{Asked, Outcome},
    episode::Body,
    plan::{Agreement, Followed, Plan},
};

use text::{recall, render};

use super::kinds;
use crate::{session::Visit, words::tell, words::words};

/// A label and what stands there.
pub(super) type Said = (String, String);

/// What a kind of information is called.
pub(super) fn item(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Identity => "ep-item-identity",
        ItemKind::Contact => "ep-item-contact",
        ItemKind::Absence => "ep-item-absence",
        ItemKind::AbsenceInquiry => "ep-item-inquiry",
        ItemKind::Tried => "ep-item-tried",
        ItemKind::Request => "ep-item-request",
        ItemKind::PupilsWords => "ep-item-pupils-words",
        ItemKind::PupilHealth => "ep-item-pupil-health",
        ItemKind::MedicalExtract => "ep-item-medical",
        ItemKind::Home => "ep-item-home",
        ItemKind::Plan => "ep-item-plan",
        ItemKind::FollowUp => "ep-item-follow-up",
        ItemKind::Meeting => "ep-item-meeting",
        ItemKind::Progress => "ep-item-progress",
        ItemKind::ConsentPart => "ep-item-sheet",
        ItemKind::Concern => "ep-item-concern",
        ItemKind::ConcernFeedback => "ep-item-feedback",
        ItemKind::KnownToBoard => "ep-item-known",
        ItemKind::SharingEnded => "ep-item-sharing-ended",
    }
}

/// What a gate is called.
pub(super) fn gate(code: &str) -> &'static str {
    match Gate::from_code(code) {
        None | Some(Gate::Consent) => "ep-gate-consent",
        Some(Gate::GeneralClause) => "ep-gate-general-clause",
        Some(Gate::DutyToNotify) => "ep-gate-duty-to-notify",
        Some(Gate::DutyToInform) => "ep-gate-duty-to-inform",
        Some(Gate::OwnTask) => "ep-gate-own-task",
        Some(Gate::CareOfChild) => "ep-gate-care-of-child",
        Some(Gate::HealthCareOfChild) => "ep-gate-health-care",
        Some(Gate::Feedback) => "ep-gate-feedback",
        Some(Gate::PupilHealth) => "ep-gate-pupil-health",
        Some(Gate::Harmless) => "ep-gate-harmless",
        Some(Gate::Reservation) => "ep-gate-reservation",
        Some(Gate::SameBoard) => "ep-gate-same-board",
        Some(Gate::OtherBoard) => "ep-gate-other-board",
    }
}

/// Why something stayed or was stopped. The day or the age that some sentences name is not kept with the code.
pub(super) fn why(visit: &Visit, code: &str) -> String {
    let plain = match code {
        "consent-stops-not-yet" => "ep-stopped-not-yet",
        "consent-stops-ended" => "ep-stopped-ended",
        "consent-stops-withdrawn" => "ep-stopped-withdrawn",
        "consent-stops-age-step" => "ep-stopped-age-step",
        other => other,
    };
    let known = recall(plain, Vec::new());
    known.map_or_else(|| visit.say("ep-stopped-other"), |it| render(&it, visit.language()))
}

/// Who made it, and when it is about.
pub(super) fn by(body: &Body) -> (String, String) {
    let (by, day) = match body {
        Body::Referral(it) => (&it.by, it.day),
        Body::Received(it) => (&it.by, it.day),
        Body::Accepted(it) => (&it.by, it.day),
        Body::Declined(it) => (&it.by, it.day),
        Body::StartPlanned(it) => (&it.by, it.day),
        Body::StartHeld(it) => (&it.by, it.day),
        Body::InterventionConsent(it) => (&it.by, it.asked.day),
        Body::ConsentWithdrawn(it) => (&it.by, it.day),
        Body::MappingDone(it) => (&it.by, it.day),
        Body::PlanProposed(it) => (&it.by, it.day),
        Body::PlanConfirmed(it) => (&it.by, it.day),
        Body::ItemFollowed(it) => (&it.by, it.followed.day),
        Body::ReviewHeld(it) => (&it.by, it.day),
        Body::Prolonged(it) => (&it.by, it.day),
        Body::MaintenanceBegun(it) => (&it.by, it.day),
        Body::ClosingBegun(it) => (&it.by, it.day),
        Body::FileClosed(it) => (&it.by, it.day),
        Body::Paused(it) => (&it.by, it.day),
        Body::Resumed(it) => (&it.by, it.day),
        Body::Withdrawn(it) => (&it.by, it.day),
        Body::SharingEnded(it) => return (String::new(), it.day.to_string()),
        Body::Reopened(it) => (&it.by, it.day),
        Body::Converted(it) => (&it.by, it.day),
        Body::SchoolChanged(it) => (&it.by, it.day),
        Body::Retracted(it) => (&it.by, it.day),
    };
    (by.name.clone(), day.to_string())
}

/// What it says, in the order of the form; what was left empty is left out.
pub(super) fn said(visit: &Visit, page: &Page, body: &Body) -> Vec<Said> {
    let mut all = Vec::new();
    let mut add = |code: &'static str, value: String| {
        if !value.trim().is_empty() {
            all.push((visit.say(code), value));
        }
    };
    match body {
        Body::Referral(it) => {
            add("ep-asks", it.asks.clone());
            add("ep-tried", it.tried.clone());
            add("ep-pupils-words", it.pupil.clone());
        }
        Body::Declined(it) => add("ep-neutral", visit.say(it.reason.sentence())),
        Body::StartPlanned(it) => add("ep-meeting", it.meeting.to_string()),
        Body::StartHeld(it) => {
            let came = it.came.iter().map(|it| format!("{} ({})", it.name, it.capacity)).collect::<Vec<_>>();
            add("ep-came", came.join(", "));
            let told = [
                (it.told_of_application, "ep-told-application"),
                (it.told_of_duty, "ep-told-duty"),
                (it.told_how_to_say_no, "ep-told-no"),
            ];
            add(
                "ep-told",
                told.iter().filter(|(yes, _)| *yes).map(|(_, code)| visit.say(code)).collect::<Vec<_>>().join(". "),
            );
            add("ep-pupils-words", it.pupil.clone());
            if let Some(consent) = &it.consent {
                all.extend(asked(visit, &consent.asked, &consent.outcome));
            }
        }
        Body::InterventionConsent(it) => all.extend(asked(visit, &it.asked, &it.outcome)),
        Body::MappingDone(it) => {
            add("ep-pupils-words", it.pupil.clone());
            add("ep-mapping-words", it.words.clone());
        }
        Body::PlanProposed(it) => {
            all.extend(plan(visit, &it.plan));
            all.extend(agreed(visit, &it.agreement));
        }
        Body::ItemFollowed(it) => all.extend(followed(visit, page, &it.followed)),
        Body::ReviewHeld(it) => {
            add("ep-review-outcome", visit.say(it.outcome.sentence()));
            add("ep-pupils-words", it.pupil.clone());
            add("ep-words", it.words.clone());
            add("ep-next-review", it.next.to_string());
        }
        Body::Prolonged(it) => add("ep-until", it.until.to_string()),
        Body::ClosingBegun(it) => add("ep-neutral", visit.say(it.reason.sentence())),
        Body::Paused(it) => add("ep-recheck", it.recheck.to_string()),
        Body::Reopened(it) => add("ep-next-review", it.review.to_string()),
        Body::Retracted(it) => add("ep-why", it.reason.clone()),
        Body::Received(_)
        | Body::Accepted(_)
        | Body::ConsentWithdrawn(_)
        | Body::PlanConfirmed(_)
        | Body::MaintenanceBegun(_)
        | Body::FileClosed(_)
        | Body::Resumed(_)
        | Body::Withdrawn(_)
        | Body::SharingEnded(_)
        | Body::Converted(_)
        | Body::SchoolChanged(_) => {}
    }
    all
}

fn asked(visit: &Visit, it: &Asked, outcome: &Outcome) -> Vec<Said> {
    let answers = it.guardians.iter().map(|it| format!("{}: {}", it.name, visit.say(it.said.sentence())));
    let mut all = vec![
        (visit.say("ep-guardians-said"), answers.collect::<Vec<_>>().join(", ")),
        (visit.say("ep-child-said"), visit.say(it.child.sentence())),
    ];
    if !it.words.trim().is_empty() {
        all.push((visit.say("ep-pupils-words"), it.words.clone()));
    }
    if let Outcome::Blocked { why, .. } = outcome {
        all.push((visit.say("ep-outcome"), visit.say(why.sentence())));
    }
    all
}

fn plan(visit: &Visit, it: &Plan) -> Vec<Said> {
    let mut all: Vec<Said> = it.goals.iter().map(|it| (visit.say(it.kind.sentence()), it.words.clone())).collect();
    for item in &it.items {
        let often = format!("{} {}", item.frequency.times, visit.say(item.frequency.per.sentence()));
        let who = format!("{} ({})", item.person.name, visit.say(item.side.sentence()));
        let whom = visit.say(item.whom.sentence());
        let minutes = tell("ep-minutes", [("count", crate::words::count(i64::from(item.minutes)))], visit.language());
        let activity = activity(visit, &item.category, &item.activity);
        all.push((
            activity,
            [often, minutes, who, whom, item.words.clone()]
                .into_iter()
                .filter(|it| !it.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
        ));
    }
    all.push((visit.say("ep-next-review"), it.review.to_string()));
    if !it.words.trim().is_empty() {
        all.push((visit.say("ep-pupils-words"), it.words.clone()));
    }
    all
}

fn agreed(visit: &Visit, it: &Agreement) -> Vec<Said> {
    let voice = |it: &domain::plan::Voice| {
        let words = if it.words.is_empty() { String::new() } else { format!(" – {}", it.words) };
        (
            format!("{} ({})", it.name, visit.say(it.party.sentence())),
            format!("{}{words}", visit.say(it.word.sentence())),
        )
    };
    it.voices.iter().map(voice).collect()
}

fn followed(visit: &Visit, page: &Page, it: &Followed) -> Vec<Said> {
    let all = page.episode.plans.iter().flat_map(|it| &it.plan.items);
    let item = all.rev().find(|item| item.id == it.item);
    let name = item.map(|it| activity(visit, &it.category, &it.activity)).unwrap_or_default();
    let mut said = vec![(visit.say("ep-item"), name)];
    if it.minutes > 0 {
        said.push((visit.say("ep-dose"), it.minutes.to_string()));
    }
    said.extend(it.result.map(|it| (visit.say("ep-result"), visit.say(it.sentence()))));
    said.extend(it.next.map(|it| (visit.say("ep-next"), visit.say(it.sentence()))));
    let words = [("ep-pupils-words", &it.pupil), ("ep-words", &it.words)];
    said.extend(
        words.into_iter().filter(|(_, it)| !it.trim().is_empty()).map(|(code, it)| (visit.say(code), it.clone())),
    );
    said
}

/// A standard activity, as the method pack names it.
pub(super) fn activity(visit: &Visit, category: &str, code: &str) -> String {
    choices::activity(&visit.cx, category, code).text(visit.language()).to_owned()
}

/// The statement as lines of plain text, in the order that a record system wants: what, when, who, about whom, what was
/// said.
pub(super) fn plain(visit: &Visit, page: &Page, line: &Line) -> Vec<String> {
    let (by, day) = by(&line.body);
    let mut all = vec![visit.say(kinds::said(line.body.kind())), day, page.name.clone()];
    all.extend(page.number.clone());
    if !by.is_empty() {
        all.push(tell(
            "ep-plain-by",
            [("by", words(by)), ("side", words(visit.say(line.side.sentence())))],
            visit.language(),
        ));
    }
    all.extend(said(visit, page, &line.body).into_iter().map(|(label, value)| format!("{label}: {value}")));
    all.push(tell(
        "ep-plain-recorded",
        [("at", words(swedish_time(line.recorded).unwrap_or_default()))],
        visit.language(),
    ));
    all
}
