//! The settings of a source, as they lie sealed in the room.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Failure, Result};

/// A source. Its secret is kept apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// What people call it.
    pub name: String,
    /// What it is.
    pub what: What,
}

/// What a source is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum What {
    /// A folder of the machine that files are put in.
    Folder {
        /// Where.
        path: PathBuf,
        /// A file counts when it has lain unchanged for so many seconds.
        settle: u32,
        /// A file counts only when there is a file of the same name that ends in `.klar`, or one that is named so for all.
        marker: bool,
        /// What becomes of files that have been taken.
        after: After,
        /// The saved profile that reads the tables whose header it fits, before any other.
        #[serde(default, with = "id")]
        profile: Option<Uuid>,
    },
    /// A service that speaks SS 12000.
    Ss12000 {
        /// Where its endpoints are.
        base: String,
        /// Where those of lessons are, when they are elsewhere.
        #[serde(default)]
        lessons: Option<String>,
        /// Where that of sums is, when it is elsewhere.
        #[serde(default)]
        sums: Option<String>,
        /// How one signs in.
        sign_in: SignIn,
        /// How many weeks back lessons are read each time.
        weeks: u16,
    },
}

/// What becomes of files that have been taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum After {
    /// They are moved to the folder `klart` beside them.
    Keep,
    /// They are deleted.
    Delete,
}

/// How one signs in to a service; the token or the secret itself is kept apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum SignIn {
    /// With a token that somebody has been given once and for all.
    Token,
    /// With client credentials.
    Client {
        /// Where tokens are handed out.
        address: String,
        /// The client.
        id: String,
        /// The scope to ask for, where one is needed.
        #[serde(default)]
        scope: Option<String>,
    },
}

impl Settings {
    /// The kind of the job that reads it.
    pub fn kind(&self) -> &'static str {
        match self.what {
            What::Folder { .. } => "folder",
            What::Ss12000 { .. } => "ss12000",
        }
    }

    pub(crate) fn from_json(json: &[u8]) -> Result<Settings> {
        serde_json::from_slice(json).map_err(odd)
    }

    pub(crate) fn to_json(&self) -> Result<Vec<u8>> {
        serde_json::to_vec(self).map_err(odd)
    }
}

/// An id as its usual text.
mod id {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use uuid::Uuid;

    #[expect(clippy::ref_option, reason = "serde says how it is called")]
    pub(super) fn serialize<S: Serializer>(id: &Option<Uuid>, to: S) -> Result<S::Ok, S::Error> {
        id.map(|id| id.to_string()).serialize(to)
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Option<Uuid>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| Uuid::parse_str(&text)).transpose().map_err(D::Error::custom)
    }
}

fn odd(error: serde_json::Error) -> Failure {
    Failure::Fault { context: "the settings of a source", source: Box::new(error) }
}
