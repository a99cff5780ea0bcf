//! What the commands say: messages in the reader's language, errors with what to do.

use std::io::{ErrorKind, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use absence::Failure;
use pack::PackError;
use text::{Arg, Language, Message, render};

/// A refusal of the executable itself.
pub fn refusal(message: Message) -> anyhow::Error {
    anyhow::Error::new(Failure::Refused(message))
}

/// The language of a code, for the command line.
pub fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "sv | en".to_owned())
}

/// Words of the pack in the reader's language.
pub fn in_language(words: &pack::Words, language: Language) -> &str {
    match language {
        Language::Swedish => &words.sv,
        Language::English => &words.en,
    }
}

/// Prints a message.
pub fn say(message: &Message, language: Language) {
    line(&render(message, language));
}

/// Notes a fault for the one who looks after the machine. What it is told holds no content.
pub fn log(text: &str) {
    eprintln!("{text}");
}

/// Whether something said could not be written, other than that nobody reads any longer.
static UNSAID: AtomicBool = AtomicBool::new(false);

/// Prints a line. When nobody reads any longer (`| head`) the work goes on without words; any other failure to write
/// is told when the work is done, see [`was_heard`].
pub fn line(text: &str) {
    if let Err(error) = writeln!(std::io::stdout().lock(), "{text}")
        && error.kind() != ErrorKind::BrokenPipe
    {
        UNSAID.store(true, Ordering::Relaxed);
    }
}

/// Refuses with `output-unwritten` when something that was said could not be written.
pub fn was_heard() -> anyhow::Result<()> {
    match UNSAID.load(Ordering::Relaxed) {
        false => Ok(()),
        true => Err(Failure::Refused(Message::new("output-unwritten")).into()),
    }
}

/// A problem of a method pack as a message.
pub fn of_pack(problem: &PackError) -> Message {
    let args = problem.args().into_iter().map(|(name, value)| (name, Arg::Text(value)));
    Message { code: problem.code(), args: args.collect() }
}

/// An error as the reader meets it: a refusal says what to do, a fault says what was being done.
pub fn error(error: &anyhow::Error, language: Language) -> String {
    if let Some(problem) = error.downcast_ref::<PackError>() {
        return render(&of_pack(problem), language);
    }
    if let Some(::room::Failure::Refused(message)) = error.downcast_ref() {
        return render(message, language);
    }
    match error.downcast_ref::<casework::Failure>() {
        Some(casework::Failure::Refused(all)) => {
            return all.iter().map(|one| render(&one.message, language)).collect::<Vec<_>>().join("\n");
        }
        Some(casework::Failure::Denied(message)) => return render(message, language),
        _ => {}
    }
    if let Some(denied) = error.downcast_ref::<access::Denied>() {
        return render(&Message::new(denied.code()), language);
    }
    match error.downcast_ref::<Failure>() {
        Some(Failure::Refused(message)) => render(message, language),
        _ => {
            let details = Arg::Text(format!("{error:#}"));
            render(&Message::new("fault").with("details", details), language)
        }
    }
}
