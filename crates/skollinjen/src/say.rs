//! What the commands say: messages in the reader's language, errors with what to do.

use absence::Failure;
use text::{Language, Message, render};

/// The language of a code, for the command line.
pub fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "sv | en".to_owned())
}

/// Prints a message.
pub fn say(message: &Message, language: Language) {
    println!("{}", render(message, language));
}

/// An error as the reader meets it: a refusal says what to do, a fault says what was being done.
pub fn error(error: &anyhow::Error, language: Language) -> String {
    match error.downcast_ref::<Failure>() {
        Some(Failure::Refused(message)) => render(message, language),
        _ => {
            let details = text::Arg::Text(format!("{error:#}"));
            render(&Message::new("fault").with("details", details), language)
        }
    }
}
