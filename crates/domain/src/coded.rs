//! How the words of statements are made: a choice is a code that never changes and a sentence that people read; a day
//! is text that people can read; what holds names and text says nothing of them in a log.

/// An enum whose variants have a code in statements and forms, and the code of the sentence that names them to people:
/// `Variant = "code", "sentence";`.
macro_rules! coded {
    ($(#[$about:meta])* pub enum $Name:ident { $($(#[$says:meta])* $Variant:ident = $code:literal, $sentence:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        pub enum $Name {
            $($(#[$says])* #[serde(rename = $code)] $Variant,)+
        }

        impl $Name {
            /// Every one, in the order in which they are offered.
            pub const ALL: &'static [$Name] = &[$($Name::$Variant,)+];

            /// The code in statements and forms. It never changes.
            pub fn code(self) -> &'static str {
                match self { $($Name::$Variant => $code,)+ }
            }

            /// The one with that code, if any.
            pub fn from_code(code: &str) -> Option<$Name> {
                $Name::ALL.iter().copied().find(|it| it.code() == code)
            }

            /// The code of the sentence that names it to people.
            pub fn sentence(self) -> &'static str {
                match self { $($Name::$Variant => $sentence,)+ }
            }
        }
    };
}

/// An enum of refusals: the code of a sentence that says what is missing and what to do.
macro_rules! reasons {
    ($(#[$about:meta])* pub enum $Name:ident { $($(#[$says:meta])* $Variant:ident = $code:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Name {
            $($(#[$says])* $Variant,)+
        }

        impl $Name {
            /// Every one.
            pub const ALL: &'static [$Name] = &[$($Name::$Variant,)+];

            /// The code of the sentence that says what is missing and what to do.
            pub fn code(self) -> &'static str {
                match self { $($Name::$Variant => $code,)+ }
            }
        }
    };
}

/// What statements of one area say, all in version 1: an enum over the bodies, each with its kind.
macro_rules! bodies {
    ($(#[$about:meta])* pub enum $Name:ident { $($(#[$says:meta])* $Variant:ident($Type:ty) = $kind:literal;)+ }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $Name {
            $($(#[$says])* $Variant($Type),)+
        }

        impl $Name {
            /// The kinds.
            pub const KINDS: &'static [&'static str] = &[$($kind,)+];

            /// Its kind.
            pub fn kind(&self) -> &'static str {
                match self { $($Name::$Variant(_) => $kind,)+ }
            }

            /// The body as it is to be stored.
            ///
            /// # Errors
            /// None that can happen: a body of text and dates is always JSON.
            pub fn to_json(&self) -> Result<Vec<u8>, ::serde_json::Error> {
                match self { $($Name::$Variant(it) => $crate::versioned::write($kind, 1, it),)+ }
            }

            /// What a stored body says. `None` for a kind or version that this program does not know.
            pub fn from_json(body: &[u8]) -> Option<$Name> {
                let head = $crate::versioned::head(body)?;
                match (head.kind.as_str(), head.v) {
                    $(($kind, 1) => $crate::versioned::says(body).map($Name::$Variant),)+
                    _ => None,
                }
            }
        }
    };
}

/// `Debug` of what holds names or text: the name of the type and the fields that are given, no others.
macro_rules! private_debug {
    ($($Name:ident { $($field:ident),* })+) => {$(
        impl ::std::fmt::Debug for $Name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($Name))$(.field(stringify!($field), &self.$field))*.finish_non_exhaustive()
            }
        }
    )+};
}

/// A day as `2026-11-22`.
pub(crate) mod day {
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::Day;

    pub(crate) fn serialize<S: Serializer>(day: &Day, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(day)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Day, D::Error> {
        String::deserialize(from)?.parse().map_err(|_| D::Error::custom("no date"))
    }
}

/// A day as `2026-11-22`, or nothing.
pub(crate) mod some_day {
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::Day;

    pub(crate) fn serialize<S: Serializer>(day: &Option<Day>, to: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| text.parse()).transpose().map_err(|_| D::Error::custom("no date"))
    }
}
