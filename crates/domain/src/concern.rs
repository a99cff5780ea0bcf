//! The notification of concern (orosanmälan, SoL 19 kap. 1 §), beside everything else: prepared, notified, answered.
//!
//! It never replaces the municipality's own channel: it says that and when somebody used it. The duty is each person's
//! own, so nothing here waits for anybody's approval. The statements are private and lie in the zone of concern
//! (OSL 40 kap. 7 g §, 26 kap. 1 §).

use serde::{Deserialize, Serialize};

use crate::{Day, coded, statement::Statement, versioned};

coded! {
    /// How the municipality was notified.
    pub enum Channel {
        /// By telephone.
        Phone = "phone", "concern-channel-phone";
        /// In the municipality's own e-service.
        EService = "e_service", "concern-channel-e-service";
        /// On paper.
        Paper = "paper", "concern-channel-paper";
        /// In person.
        InPerson = "in_person", "concern-channel-in-person";
    }
}

coded! {
    /// What the social services answered whoever notified (SoL 19 kap. 6 §, OSL 26 kap. 9 a §).
    pub enum Feedback {
        /// An inquiry has been opened.
        Opened = "opened", "concern-feedback-opened";
        /// No inquiry has been opened.
        NotOpened = "not_opened", "concern-feedback-not-opened";
        /// One was already going on.
        Ongoing = "ongoing", "concern-feedback-ongoing";
    }
}

/// A notification is being prepared.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prepared {
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// Name of whoever prepares it.
    pub by: String,
    /// Her or his id in the room, as a UUID is written.
    pub by_id: String,
    /// What is to be told; may be empty.
    pub words: String,
}

/// The municipality has been notified, through its own channel.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notified {
    /// What was prepared, as a UUID is written; nothing when it was notified without.
    pub of: Option<String>,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// Through which channel.
    pub channel: Channel,
    /// Name of whoever notified.
    pub by: String,
    /// Her or his id in the room, as a UUID is written.
    pub by_id: String,
    /// Whether feedback was asked for. It then comes within a week of the decision (SoL 19 kap. 6 §).
    pub feedback_wanted: bool,
}

/// The social services have answered.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The statement that the municipality was notified, as a UUID is written.
    pub of: String,
    /// When the answer came.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// What it was.
    pub feedback: Feedback,
}

private_debug! {
    Prepared { day }
    Notified { day }
    Answered { day }
}

bodies! {
    /// What a statement about a concern says.
    pub enum Body {
        /// Being prepared.
        Prepared(Prepared) = "concern_prepared";
        /// The municipality has been notified.
        Notified(Notified) = "concern_notified";
        /// It has answered.
        Answered(Answered) = "concern_answered";
    }
}

/// The decision whether to open an inquiry comes within 14 days (SoL 20 kap. 2 §), feedback within a week of it.
const FEEDBACK_WITHIN: i32 = 14 + 7;

/// One concern, from the first word to the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    /// Id of its first statement.
    pub id: u128,
    /// What was prepared, if it was.
    pub prepared: Option<Prepared>,
    /// The notification, with the id of its statement.
    pub notified: Option<(u128, Notified)>,
    /// The answer.
    pub answered: Option<Answered>,
}

reasons! {
    /// What there is to do.
    pub enum ToDo {
        /// Notify at once: preparing is not notifying.
        Notify = "concern-notify-at-once";
        /// Ask for the feedback that has not come.
        AskForFeedback = "concern-ask-for-feedback";
    }
}

impl Concern {
    /// What there is to do, and by when. A prepared notification is to be made the same day.
    pub fn to_do(&self) -> Option<(ToDo, Day)> {
        match (&self.prepared, &self.notified, &self.answered) {
            (Some(prepared), None, _) => Some((ToDo::Notify, prepared.day)),
            (_, Some((_, notified)), None) if notified.feedback_wanted => {
                Some((ToDo::AskForFeedback, notified.day.plus(FEEDBACK_WITHIN)))
            }
            _ => None,
        }
    }
}

/// Folds statements about concerns; others are passed over. What answers something that is not there is kept out.
pub fn fold(statements: &[Statement<'_>]) -> Vec<Concern> {
    let (mut all, mut answers) = (Vec::<Concern>::new(), Vec::new());
    let mut notified = Vec::new();
    for statement in versioned::ordered(statements) {
        match Body::from_json(statement.body) {
            Some(Body::Prepared(it)) => {
                all.push(Concern { id: statement.id, prepared: Some(it), notified: None, answered: None });
            }
            Some(Body::Notified(it)) => notified.push((statement.id, it)),
            Some(Body::Answered(it)) => answers.push(it),
            None => {}
        }
    }
    for (id, it) in notified {
        let of = it.of.as_deref().and_then(versioned::id);
        match all.iter_mut().find(|concern| Some(concern.id) == of && concern.notified.is_none()) {
            Some(concern) => concern.notified = Some((id, it)),
            None => all.push(Concern { id, prepared: None, notified: Some((id, it)), answered: None }),
        }
    }
    for it in answers {
        let of = versioned::id(&it.of);
        let concern = all.iter_mut().find(|one| one.notified.as_ref().is_some_and(|(id, _)| Some(*id) == of));
        if let Some(concern) = concern {
            concern.answered = Some(it);
        }
    }
    all
}
