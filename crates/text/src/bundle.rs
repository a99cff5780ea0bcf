//! The sentences of each language, parsed once, and the rendering of a message.

use std::{borrow::Cow, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::{
    date::{day, weeks},
    message::{Arg, Language, Message},
    number::{grouped, hours, tenths},
    percent::percent,
};

type Bundle = FluentBundle<FluentResource>;

/// The Fluent files of one language, by topic.
macro_rules! files {
    ($folder:literal) => {
        &[
            include_str!(concat!("../ftl/", $folder, "/api.ftl")),
            include_str!(concat!("../ftl/", $folder, "/bad_rows.ftl")),
            include_str!(concat!("../ftl/", $folder, "/casework.ftl")),
            include_str!(concat!("../ftl/", $folder, "/casework_sign_in.ftl")),
            include_str!(concat!("../ftl/", $folder, "/casework_steps.ftl")),
            include_str!(concat!("../ftl/", $folder, "/command.ftl")),
            include_str!(concat!("../ftl/", $folder, "/episode.ftl")),
            include_str!(concat!("../ftl/", $folder, "/decisions.ftl")),
            include_str!(concat!("../ftl/", $folder, "/door.ftl")),
            include_str!(concat!("../ftl/", $folder, "/exchange.ftl")),
            include_str!(concat!("../ftl/", $folder, "/gates.ftl")),
            include_str!(concat!("../ftl/", $folder, "/import.ftl")),
            include_str!(concat!("../ftl/", $folder, "/explanations.ftl")),
            include_str!(concat!("../ftl/", $folder, "/jobs.ftl")),
            include_str!(concat!("../ftl/", $folder, "/pairing.ftl")),
            include_str!(concat!("../ftl/", $folder, "/paper.ftl")),
            include_str!(concat!("../ftl/", $folder, "/plan.ftl")),
            include_str!(concat!("../ftl/", $folder, "/refusals.ftl")),
            include_str!(concat!("../ftl/", $folder, "/room.ftl")),
            include_str!(concat!("../ftl/", $folder, "/room_codes.ftl")),
            include_str!(concat!("../ftl/", $folder, "/serve.ftl")),
            include_str!(concat!("../ftl/", $folder, "/room_work.ftl")),
            include_str!(concat!("../ftl/", $folder, "/signals.ftl")),
            include_str!(concat!("../ftl/", $folder, "/sources.ftl")),
            include_str!(concat!("../ftl/", $folder, "/stored_figures.ftl")),
            include_str!(concat!("../ftl/", $folder, "/trial.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_about.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_accounts.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_demo.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_going.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_import.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_jobs.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_episode.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_list.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_meeting.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_peers.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_protected.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_pupil.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_recovery.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_quality.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_shell.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_sign_in.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_sitting.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_start.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_steps.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_thresholds.ftl")),
            include_str!(concat!("../ftl/", $folder, "/web_words.ftl")),
        ]
    };
}

static SWEDISH: LazyLock<Bundle> = LazyLock::new(|| build(Language::Swedish));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| build(Language::English));

/// The sentence of a message. A code that does not exist, or an argument that is missing, gives the code in brackets
/// instead of a sentence: never a panic and never half a sentence.
pub fn render(message: &Message, language: Language) -> String {
    match try_render(message, language) {
        Ok(text) => text,
        Err(_) => format!("[{}]", message.code),
    }
}

/// The sentences of several messages, one after the other.
pub fn render_all(messages: &[Message], language: Language) -> String {
    messages.iter().map(|message| render(message, language)).collect::<Vec<_>>().join(" ")
}

/// The codes of every sentence, in the order of the Swedish files.
pub fn keys() -> impl Iterator<Item = &'static str> {
    sources(Language::Swedish).iter().flat_map(|source| source.lines()).filter_map(key)
}

/// The names of the arguments of a sentence, in the order of its Swedish text; a name may come several times.
pub(crate) fn arguments(code: &str) -> impl Iterator<Item = &'static str> {
    let lines = sources(Language::Swedish).iter().flat_map(|source| source.lines());
    let mut lines = lines.skip_while(move |line| key(line) != Some(code));
    let first = lines.next();
    let rest = lines.take_while(|line| key(line).is_none());
    let name = |after: &'static str| after.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next();
    first.into_iter().chain(rest).flat_map(move |line| line.split('$').skip(1).filter_map(name))
}

/// The key that a line of a Fluent file begins, if it does: comments, attributes and continued lines do not.
fn key(line: &str) -> Option<&str> {
    line.starts_with(|first: char| first.is_ascii_alphabetic()).then(|| line.split_once(" ="))?.map(|(key, _)| key)
}

fn sources(language: Language) -> &'static [&'static str] {
    match language {
        Language::Swedish => files!("sv"),
        Language::English => files!("en"),
    }
}

fn build(language: Language) -> Bundle {
    let locale = LanguageIdentifier::from_bytes(language.code().as_bytes()).unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    match language {
        Language::Swedish => bundle.set_formatter(Some(|value, _| whole(value, Language::Swedish))),
        Language::English => bundle.set_formatter(Some(|value, _| whole(value, Language::English))),
    }
    for source in sources(language) {
        // A faulty entry is left out here and found by the tests; the rest still renders.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Numbers in our own style; everything else as Fluent does.
#[expect(clippy::cast_possible_truncation, reason = "Fluent keeps numbers as f64; ours are counts, far below 2^53")]
fn whole(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(number.value as i128, language)),
        _ => None,
    }
}

fn try_render(message: &Message, language: Language) -> Result<String, Vec<FluentError>> {
    let bundle = match language {
        Language::Swedish => &*SWEDISH,
        Language::English => &*ENGLISH,
    };
    let pattern = bundle.get_message(message.code).and_then(|found| found.value()).ok_or_else(Vec::new)?;
    let args: FluentArgs<'_> =
        message.args.iter().map(|(name, arg)| (Cow::Borrowed(*name), value(arg, language))).collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    if errors.is_empty() { Ok(text) } else { Err(errors) }
}

fn value(arg: &Arg, language: Language) -> FluentValue<'_> {
    match arg {
        Arg::Count(number) => FluentValue::from(*number),
        Arg::Percent { part, whole, rounding } => percent(*part, *whole, *rounding, language).into(),
        Arg::Hours(minutes) => FluentValue::from(hours(*minutes)),
        Arg::Tenths(number) => tenths(*number, language).into(),
        Arg::Day(date) => day(*date, language).into(),
        Arg::Date(date) => date.to_string().into(),
        Arg::Weeks { from, to } => weeks(*from, *to, language).into(),
        Arg::Code(code) => render(&Message::new(code), language).into(),
        Arg::Text(text) => text.as_str().into(),
    }
}
