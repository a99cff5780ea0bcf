//! Enums without content that have a code for files, tables and journal entries.

/// An enum of plain variants with `ALL`, `code` and `from_code`. Codes never change: the journal holds them.
macro_rules! coded {
    (
        $(#[$of:meta])*
        $name:ident { $( $(#[$doc:meta])* $variant:ident = $code:literal, )+ }
    ) => {
        $(#[$of])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$doc])* $variant, )+ }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [$name] = &[ $( $name::$variant, )+ ];

            /// The code in files, tables and the journal.
            pub fn code(self) -> &'static str {
                match self { $( $name::$variant => $code, )+ }
            }

            /// The one with that code, if any.
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|it| it.code() == code)
            }
        }
    };
}

pub(crate) use coded;

#[cfg(test)]
mod tests {
    use crate::{Job, Role, Zone};

    #[test]
    fn codes_lead_back_to_what_they_stand_for() {
        assert!(Zone::ALL.iter().all(|zone| Zone::from_code(zone.code()) == Some(*zone)));
        assert!(Role::ALL.iter().all(|role| Role::from_code(role.code()) == Some(*role)));
        assert!(Job::ALL.iter().all(|job| Job::from_code(job.code()) == Some(*job)));
        assert_eq!(Zone::from_code("EMI"), None);
    }
}
