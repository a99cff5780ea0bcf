//! How days, kinds and signals are written in statements: as text that people can read.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Kind;
use crate::{Day, Signal, Signals};

/// `2026-11-22`.
pub(super) mod day {
    use super::*;

    pub(in super::super) fn serialize<S: Serializer>(day: &Day, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(day)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Day, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(|_| D::Error::custom("no date"))
    }
}

/// `2026-11-22` or nothing.
pub(super) mod some_day {
    use super::*;

    pub(in super::super) fn serialize<S: Serializer>(day: &Option<Day>, to: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(to)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| text.parse()).transpose().map_err(|_| D::Error::custom("no date"))
    }
}

/// The code of a kind.
pub(super) mod kind {
    use super::*;

    pub(in super::super) fn serialize<S: Serializer>(kind: &Kind, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(kind.code())
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Kind, D::Error> {
        let code = String::deserialize(from)?;
        Kind::from_code(&code).ok_or_else(|| D::Error::custom("no kind of step"))
    }
}

/// The codes of a set of signals.
pub(super) mod signals {
    use super::*;

    pub(in super::super) fn serialize<S: Serializer>(signals: &Signals, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(signals.iter().map(Signal::code))
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Signals, D::Error> {
        let codes = Vec::<String>::deserialize(from)?;
        let signals = codes.iter().map(|code| Signal::from_code(code));
        signals.collect::<Option<_>>().ok_or_else(|| D::Error::custom("no signal"))
    }
}
