//! Guardians (vårdnadshavare) and others who answer for a pupil, as a roster names them.

/// How somebody is related to the pupil: `RelationTypesEnum` of SS 12000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Vårdnadshavare.
    Guardian,
    /// Annan ansvarig.
    OtherResponsible,
    /// God man.
    Trustee,
    /// Utsedd behörig.
    Appointed,
    /// Some other word, which is not guessed at.
    Unknown,
}

/// One person who answers for one pupil.
#[derive(Clone, PartialEq, Eq)]
pub struct Guardian {
    /// Number of the pupil.
    pub pupil: i32,
    /// Personal number; empty when there is none.
    pub personal_number: String,
    /// Name as delivered.
    pub name: String,
    /// E-mail; empty when there is none.
    pub email: String,
    /// Telephone; empty when there is none.
    pub telephone: String,
    /// How the person is related to the pupil.
    pub relation: Relation,
}

impl std::fmt::Debug for Guardian {
    /// Only the pupil number: a name must not reach a log by way of `{:?}`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Guardian").field("pupil", &self.pupil).finish_non_exhaustive()
    }
}
