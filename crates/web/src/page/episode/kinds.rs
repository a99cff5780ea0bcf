//! What can be said in an episode, as data: its address, and the sentences that name it.

use domain::episode::State;

/// One kind of statement.
pub(super) struct Kind {
    /// The kind in statements.
    pub(super) kind: &'static str,
    /// Its place in the address.
    pub(super) slug: &'static str,
    /// What it is called once it was said.
    pub(super) said: &'static str,
    /// What the button says that leads to its page, and the page's heading.
    pub(super) to_do: &'static str,
    /// What helps to do it.
    pub(super) lead: &'static str,
    /// Whether it changes the course, and is found under a heading of its own.
    pub(super) seldom: bool,
}

const fn kind(
    kind: &'static str,
    slug: &'static str,
    said: &'static str,
    to_do: &'static str,
    lead: &'static str,
) -> Kind {
    Kind { kind, slug, said, to_do, lead, seldom: false }
}

const fn seldom(
    kind: &'static str,
    slug: &'static str,
    said: &'static str,
    to_do: &'static str,
    lead: &'static str,
) -> Kind {
    Kind { kind, slug, said, to_do, lead, seldom: true }
}

/// Every kind, in the order in which they are offered.
#[rustfmt::skip]
pub(super) const KINDS: &[Kind] = &[
    kind("referral", "remittera", "ep-said-referral", "ep-do-referral", "ep-lead-referral"),
    kind("received", "ta-emot", "ep-said-received", "ep-do-received", "ep-lead-received"),
    kind("accepted", "sag-ja", "ep-said-accepted", "ep-do-accepted", "ep-lead-accepted"),
    seldom("declined", "kan-inte-starta", "ep-said-declined", "ep-do-declined", "ep-lead-declined"),
    kind("start_planned", "boka-start", "ep-said-start-planned", "ep-do-start-planned", "ep-lead-start-planned"),
    kind("start_held", "uppstart", "ep-said-start-held", "ep-do-start-held", "ep-lead-start-held"),
    kind("intervention_consent", "samtycke-till-stodet", "ep-said-consent", "ep-do-consent", "ep-lead-consent"),
    kind("mapping_done", "kartlaggning", "ep-said-mapping", "ep-do-mapping", "ep-lead-mapping"),
    kind("plan_proposed", "plan", "ep-said-plan", "ep-do-plan", "ep-lead-plan"),
    kind("plan_confirmed", "bekrafta-plan", "ep-said-confirmed", "ep-do-confirmed", "ep-lead-confirmed"),
    kind("item_followed", "folj-insats", "ep-said-followed", "ep-do-followed", "ep-lead-followed"),
    kind("review_held", "uppfoljning", "ep-said-review", "ep-do-review", "ep-lead-review"),
    kind("maintenance_begun", "glesare", "ep-said-maintenance", "ep-do-maintenance", "ep-lead-maintenance"),
    seldom("prolonged", "forlang", "ep-said-prolonged", "ep-do-prolonged", "ep-lead-prolonged"),
    seldom("paused", "pausa", "ep-said-paused", "ep-do-paused", "ep-lead-paused"),
    kind("resumed", "avsluta-paus", "ep-said-resumed", "ep-do-resumed", "ep-lead-resumed"),
    seldom("closing_begun", "avsluta", "ep-said-closing", "ep-do-closing", "ep-lead-closing"),
    kind("file_closed", "stang-akten", "ep-said-file-closed", "ep-do-file-closed", "ep-lead-file-closed"),
    kind("reopened", "oppna-igen", "ep-said-reopened", "ep-do-reopened", "ep-lead-reopened"),
    seldom("school_changed", "skolbyte", "ep-said-school-changed", "ep-do-school-changed", "ep-lead-school-changed"),
    seldom("converted", "gor-om", "ep-said-converted", "ep-do-converted", "ep-lead-converted"),
    seldom("consent_withdrawn", "aterkalla-samtycke", "ep-said-consent-withdrawn", "ep-do-consent-withdrawn", "ep-lead-consent-withdrawn"),
    seldom("withdrawn", "avbryt", "ep-said-withdrawn", "ep-do-withdrawn", "ep-lead-withdrawn"),
    kind("retracted", "ta-tillbaka", "ep-said-retracted", "ep-do-retracted", "ep-lead-retracted"),
    kind("sharing_ended", "", "ep-said-sharing-ended", "", ""),
];

/// What comes first where an episode stands.
pub(super) fn first(state: State, review_due: bool) -> &'static str {
    match state {
        State::New => "referral",
        State::Referred => "received",
        State::Intake => "accepted",
        State::Queued => "start_planned",
        State::StartPlanned => "start_held",
        State::Started => "mapping_done",
        State::Mapping => "plan_proposed",
        State::Planned => "plan_confirmed",
        State::Active | State::Maintenance if review_due => "review_held",
        State::Active | State::Maintenance => "item_followed",
        State::Closing | State::Declined | State::Withdrawn => "file_closed",
        State::Closed => "reopened",
    }
}

/// The kind with that place in the address.
pub(super) fn by_slug(slug: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|it| !it.slug.is_empty() && it.slug == slug)
}

/// What a kind of statement is called once it was said.
pub(super) fn said(kind: &str) -> &'static str {
    KINDS.iter().find(|it| it.kind == kind).map_or("ep-said-newer", |it| it.said)
}
