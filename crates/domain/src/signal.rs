//! The names of the signals (method, section 1.3). What each one measures stands in the crate `absence`.

/// A signal: a reason to ask, under skollagen 7 kap. 19 a §. Never a verdict on a pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signal {
    /// Nivå hittills i terminen.
    S01,
    /// Hög frånvaro två veckor.
    S02,
    /// Många frånvarodagar.
    S03,
    /// Upprepad frånvaro.
    S04,
    /// Lång sammanhängande frånvaro.
    S05,
    /// Upprepad ogiltig frånvaro.
    S06,
    /// Ett ämne sticker ut.
    S07,
    /// En veckodag sticker ut.
    S08,
    /// Sena ankomster.
    S09,
    /// Tydlig försämring.
    S10,
    /// Stärkt stöd: över 50 % under en termin.
    S11,
    /// Underlag att åtgärda, a: lessons that nobody reported.
    S12a,
    /// Underlag att åtgärda, b: a timetable far shorter than that of others in the grade.
    S12b,
}

impl Signal {
    /// Every signal, in order.
    pub const ALL: [Signal; 13] = [
        Signal::S01,
        Signal::S02,
        Signal::S03,
        Signal::S04,
        Signal::S05,
        Signal::S06,
        Signal::S07,
        Signal::S08,
        Signal::S09,
        Signal::S10,
        Signal::S11,
        Signal::S12a,
        Signal::S12b,
    ];

    /// The code in files, `S01` to `S12b`.
    pub fn code(self) -> &'static str {
        match self {
            Signal::S01 => "S01",
            Signal::S02 => "S02",
            Signal::S03 => "S03",
            Signal::S04 => "S04",
            Signal::S05 => "S05",
            Signal::S06 => "S06",
            Signal::S07 => "S07",
            Signal::S08 => "S08",
            Signal::S09 => "S09",
            Signal::S10 => "S10",
            Signal::S11 => "S11",
            Signal::S12a => "S12a",
            Signal::S12b => "S12b",
        }
    }

    /// The signal with that code, if any.
    pub fn from_code(code: &str) -> Option<Signal> {
        Signal::ALL.into_iter().find(|signal| signal.code() == code)
    }

    /// Whether the signal says something about the pupil's absence. S12 is a question about the reporting, for the
    /// head teacher, and never puts a pupil on a list.
    pub fn about_pupil(self) -> bool {
        !matches!(self, Signal::S12a | Signal::S12b)
    }

    /// The place of the signal in [`Signal::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }
}

/// A set of signals, as bits in the order of [`Signal::ALL`]: bit 0 is S01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signals(pub u16);

impl Signals {
    /// The signals that say something about the pupil's absence: all but S12a and S12b.
    pub const ABOUT_PUPIL: Signals = Signals(0b111_1111_1111);

    /// The set with one more.
    #[must_use]
    pub fn with(self, signal: Signal) -> Signals {
        Signals(self.0 | (1 << signal.index()))
    }

    /// Whether a signal is in the set.
    pub fn has(self, signal: Signal) -> bool {
        self.0 & (1 << signal.index()) != 0
    }

    /// Those that are in this set and not in the other.
    #[must_use]
    pub fn without(self, other: Signals) -> Signals {
        Signals(self.0 & !other.0)
    }

    /// Those that are in both.
    #[must_use]
    pub fn and(self, other: Signals) -> Signals {
        Signals(self.0 & other.0)
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The signals, in order.
    pub fn iter(self) -> impl Iterator<Item = Signal> {
        Signal::ALL.into_iter().filter(move |signal| self.has(*signal))
    }
}

impl FromIterator<Signal> for Signals {
    fn from_iter<I: IntoIterator<Item = Signal>>(signals: I) -> Signals {
        signals.into_iter().fold(Signals::default(), Signals::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_into_it() {
        let set: Signals = [Signal::S12a, Signal::S01, Signal::S05].into_iter().collect();
        assert_eq!(set.0, 0b1000_0001_0001);
        assert_eq!(set.iter().collect::<Vec<_>>(), [Signal::S01, Signal::S05, Signal::S12a]);
        assert_eq!(set.and(Signals::ABOUT_PUPIL).without(Signals(1)).iter().collect::<Vec<_>>(), [Signal::S05]);
        let about: Signals = Signal::ALL.into_iter().filter(|signal| signal.about_pupil()).collect();
        assert_eq!(about, Signals::ABOUT_PUPIL);
    }

    #[test]
    fn codes_and_places_are_their_own() {
        for (place, signal) in Signal::ALL.into_iter().enumerate() {
            assert_eq!(Signal::from_code(signal.code()), Some(signal));
            assert_eq!(signal.index(), place);
        }
    }
}
