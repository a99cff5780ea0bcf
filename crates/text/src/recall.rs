//! A message that was written down, made a message again: what a job said last night is read in the reader's language
//! today.

use crate::bundle::{arguments, keys};
use crate::message::{Arg, Message};

/// The message with that code and those arguments, by name. `None` when no sentence has that code any longer; arguments
/// that the sentence does not use are left out.
pub fn recall(code: &str, args: Vec<(String, Arg)>) -> Option<Message> {
    let code = known(code)?;
    let used: Vec<&'static str> = arguments(code).collect();
    let named = |(name, arg): (String, Arg)| Some((*used.iter().find(|known| **known == name)?, arg));
    Some(Message { code, args: args.into_iter().filter_map(named).collect() })
}

/// The code as the sentences have it; `None` when there is none such.
pub fn known(code: &str) -> Option<&'static str> {
    keys().find(|known| *known == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, render};

    #[test]
    fn a_message_that_was_written_down_says_the_same_again() {
        let message = Message::new("web-progress").with("done", Arg::Count(3)).with("whole", Arg::Count(5));
        let args = message.args.iter().map(|(name, arg)| ((*name).to_owned(), arg.clone())).collect();
        let again = recall("web-progress", args).unwrap();
        assert_eq!(again, message);
        assert_eq!(render(&again, Language::English), render(&message, Language::English));
    }

    #[test]
    fn what_is_no_sentence_any_longer_is_nothing() {
        assert_eq!(recall("web-no-such-thing", Vec::new()), None);
        let odd = vec![("odd".to_owned(), Arg::Count(1))];
        assert_eq!(recall("web-nav-start", odd).unwrap().args, []);
    }
}
