//! What a job said, as it lies sealed in the history: a code and its arguments, so that it is read in any language.

use serde_json::{Value, json};
use text::{Arg, Message, Rounding};

use super::Stopped;
use crate::Failure;

/// What a job that stopped has to say.
pub(crate) fn why(stopped: &Stopped) -> Vec<Message> {
    match stopped {
        Stopped::Later(message) | Stopped::Failed(Failure::Denied(message)) => vec![message.clone()],
        Stopped::Failed(Failure::Refused(all)) => all.iter().map(|one| one.message.clone()).collect(),
        Stopped::Failed(Failure::Fault { .. }) => vec![Message::new("job-fault")],
    }
}

/// Messages as bytes.
pub(crate) fn write(messages: &[Message]) -> Vec<u8> {
    let one = |message: &Message| {
        let args = message.args.iter().map(|(name, arg)| json!([name, value(arg)])).collect::<Vec<_>>();
        json!({ "code": message.code, "args": args })
    };
    Value::from(messages.iter().map(one).collect::<Vec<_>>()).to_string().into_bytes()
}

/// The messages again. What no sentence says any longer, and what a newer program wrote, is left out.
pub(crate) fn message(bytes: &[u8]) -> Vec<Message> {
    let Ok(Value::Array(all)) = serde_json::from_slice::<Value>(bytes) else { return Vec::new() };
    all.iter().filter_map(read).collect()
}

fn read(value: &Value) -> Option<Message> {
    let args = value.get("args")?.as_array()?;
    let one = |pair: &Value| Some((pair.get(0)?.as_str()?.to_owned(), arg(pair.get(1)?)?));
    text::recall(value.get("code")?.as_str()?, args.iter().filter_map(one).collect())
}

const ROUNDINGS: [Rounding; 6] =
    [Rounding::Whole, Rounding::Tenth, Rounding::TenthDown, Rounding::TenthUp, Rounding::Down, Rounding::Up];

fn value(arg: &Arg) -> Value {
    match arg {
        Arg::Count(number) => json!({ "count": number }),
        Arg::Percent { part, whole, rounding } => {
            json!({ "percent": [part, whole], "rounding": ROUNDINGS.iter().position(|it| it == rounding) })
        }
        Arg::Tenths(number) => json!({ "tenths": number }),
        Arg::Hours(minutes) => json!({ "hours": minutes }),
        Arg::Day(date) => json!({ "day": date.to_string() }),
        Arg::Date(date) => json!({ "date": date.to_string() }),
        Arg::Weeks { from, to } => json!({ "weeks": [from, to] }),
        Arg::Code(code) => json!({ "code": code }),
        Arg::Text(text) => json!({ "text": text }),
    }
}

fn arg(value: &Value) -> Option<Arg> {
    let (kind, value_of) = value.as_object()?.iter().find(|(kind, _)| *kind != "rounding")?;
    let number = || value_of.as_i64();
    let date = || value_of.as_str()?.parse().ok();
    let pair = |at: usize| value_of.get(at)?.as_i64();
    Some(match kind.as_str() {
        "count" => Arg::Count(number()?),
        "percent" => {
            let at = usize::try_from(value.get("rounding")?.as_u64()?).ok()?;
            Arg::Percent { part: pair(0)?, whole: pair(1)?, rounding: *ROUNDINGS.get(at)? }
        }
        "tenths" => Arg::Tenths(number()?),
        "hours" => Arg::Hours(number()?),
        "day" => Arg::Day(date()?),
        "date" => Arg::Date(date()?),
        "weeks" => Arg::Weeks { from: u8::try_from(pair(0)?).ok()?, to: u8::try_from(pair(1)?).ok()? },
        "code" => Arg::Code(text::known(value_of.as_str()?)?),
        "text" => Arg::Text(value_of.as_str()?.to_owned()),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_read_again_whatever_its_arguments() {
        let date = "2026-11-22".parse().unwrap();
        let args = [
            Arg::Count(-3),
            Arg::Percent { part: 1, whole: 3, rounding: Rounding::TenthDown },
            Arg::Tenths(7),
            Arg::Hours(90),
            Arg::Day(date),
            Arg::Date(date),
            Arg::Weeks { from: 52, to: 2 },
            Arg::Code("job-fault"),
            Arg::Text("närvaro v. 47.csv".to_owned()),
        ];
        for one in args {
            let said = vec![Message::new("web-number").with("number", one), Message::new("job-fault")];
            assert_eq!(message(&write(&said)), said);
        }
    }

    #[test]
    fn what_cannot_be_read_says_nothing() {
        for bytes in [&b""[..], b"{}", b"[{}]", b"[{\"code\":\"no-such\",\"args\":[]}]", b"\xff"] {
            assert_eq!(message(bytes), []);
        }
    }
}
