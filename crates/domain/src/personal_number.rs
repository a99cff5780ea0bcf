//! Personal numbers (personnummer), coordination numbers (samordningsnummer) and temporary numbers: our own check.
//!
//! Written with ten digits and a sign, or with twelve. The last digit is a check digit over the nine before it
//! (Skatteverket, SKV 704 and SKV 707). A coordination number has 60 added to the day, and its month and day may be
//! unknown: then they are 00 and 60. Schools give a temporary number to who has none yet: letters stand where the
//! birth number would, as in `20130101TF01`, and there is no check digit.

use std::fmt;

use jiff::civil::Date;

/// What sort of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Personnummer.
    Personal,
    /// Samordningsnummer: the day is 60 too high.
    Coordination,
    /// Given by the school: letters after the date.
    Temporary,
}

/// Why a text is no personal number. The text itself is never repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slip {
    /// Not ten or twelve digits (or letters where a temporary number has them).
    Form,
    /// The first digits are no date, or a date that has not been.
    Date,
    /// The check digit does not fit: a digit is wrong or two are swapped.
    CheckDigit,
}

/// A number that has passed the check, in its one form of twelve characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonalNumber([u8; 12]);

/// A day in a coordination number is this much too high.
const COORDINATION_DAY: u8 = 60;

impl PersonalNumber {
    /// Reads any of the usual writings: `20130314-9809`, `201303149809`, `130314-9809`, `1303149809`, and `130314+9809`
    /// for who is a hundred or older. `today` settles the century of the short forms, and no number is from after it.
    pub fn read(text: &str, today: Date) -> Result<PersonalNumber, Slip> {
        let (front, sign, back) = parts(text.trim()).ok_or(Slip::Form)?;
        let mut number = [b'0'; 12];
        let (head, tail) = number.split_at_mut(8);
        tail.copy_from_slice(back);
        match (front.len(), sign) {
            (8, None | Some(b'-')) => head.copy_from_slice(front),
            (6, _) => {
                let (century, rest) = head.split_at_mut(2);
                rest.copy_from_slice(front);
                century.copy_from_slice(&century_of(front, sign == Some(b'+'), today).ok_or(Slip::Date)?);
            }
            _ => return Err(Slip::Form),
        }
        let number = PersonalNumber(number);
        number.check(today)?;
        Ok(number)
    }

    /// Twelve characters without a separator: the form in SS 12000 and in the room.
    pub fn as_str(&self) -> &str {
        // every character has been seen to be an ASCII digit or letter
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// What sort of number it is.
    pub fn kind(&self) -> Kind {
        let [_, _, _, _, _, _, day, _, tail @ ..] = self.0;
        if tail.iter().any(u8::is_ascii_alphabetic) {
            Kind::Temporary
        } else if day >= b'6' {
            Kind::Coordination
        } else {
            Kind::Personal
        }
    }

    /// The date of birth, if the number has a whole one: that of a coordination number may be unknown.
    pub fn birth(&self) -> Option<Date> {
        let [a, b, c, d, e, f, g, h, ..] = self.0.map(|digit| i16::from(digit.wrapping_sub(b'0')));
        let coordination = i16::from(COORDINATION_DAY);
        let day = g * 10 + h;
        let day = if day > coordination { day - coordination } else { day };
        let [month, day] = [e * 10 + f, day].map(|part| i8::try_from(part).unwrap_or(0));
        Date::new(a * 1000 + b * 100 + c * 10 + d, month, day).ok()
    }

    fn check(&self, today: Date) -> Result<(), Slip> {
        let year = self.0.iter().take(4).fold(0_i16, |year, digit| year * 10 + i16::from(digit.wrapping_sub(b'0')));
        let [month, day] = [4, 6]
            .map(|at| self.0.iter().skip(at).take(2).fold(0_u8, |part, digit| part * 10 + digit.wrapping_sub(b'0')));
        let unknown = self.kind() == Kind::Coordination && month <= 12 && (month == 0 || day == COORDINATION_DAY);
        let dated = match self.birth() {
            Some(date) => date <= today,
            None => unknown && day <= COORDINATION_DAY + 31 && year <= today.year(),
        };
        if !dated || !(1840..=9999).contains(&year) {
            return Err(Slip::Date);
        }
        if self.kind() == Kind::Temporary || luhn(self.0.iter().skip(2)) { Ok(()) } else { Err(Slip::CheckDigit) }
    }
}

/// Date, sign and the last four characters: digits, or one or two capital letters and then digits.
fn parts(text: &str) -> Option<(&[u8], Option<u8>, &[u8])> {
    let bytes = text.as_bytes();
    let (front, back) = bytes.split_at_checked(bytes.len().checked_sub(4)?)?;
    let (front, sign) = match front {
        [date @ .., sign @ (b'-' | b'+')] => (date, Some(*sign)),
        // a hyphen as some programs write it
        [date @ .., 0xE2, 0x80, 0x90..=0x93] => (date, Some(b'-')),
        date => (date, None),
    };
    let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    let letters = match back {
        [a, b, rest @ ..] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => digits(rest),
        [a, rest @ ..] if a.is_ascii_uppercase() => digits(rest),
        all => digits(all),
    };
    (digits(front) && letters).then_some((front, sign, back))
}

/// The century of a short form: the latest in which the date has been; with a plus, a hundred years before that or more.
fn century_of(front: &[u8], plus: bool, today: Date) -> Option<[u8; 2]> {
    let number =
        |from: usize| front.iter().skip(from).take(2).fold(0_i16, |n, digit| n * 10 + i16::from(*digit - b'0'));
    let (year, month, day) = (number(0), number(2), number(4));
    let day = if day >= 60 { (day - 60).max(1) } else { day };
    let latest = (today.year(), i16::from(today.month()), i16::from(today.day()));
    let limit = if plus { (latest.0 - 100, 12, 31) } else { latest };
    let century = (18..=limit.0 / 100).rev().find(|century| (century * 100 + year, month, day) <= limit)?;
    let digit = |n: i16| u8::try_from(n).ok().map(|n| b'0' + n);
    Some([digit(century / 10)?, digit(century % 10)?])
}

/// Whether ten digits fit together: every other one doubled, the sum of all digits a multiple of ten.
fn luhn<'a>(digits: impl Iterator<Item = &'a u8>) -> bool {
    let sum: u32 = digits
        .zip([2, 1].into_iter().cycle())
        .map(|(digit, times)| {
            let product = u32::from(digit.wrapping_sub(b'0')) * times;
            product / 10 + product % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

impl fmt::Debug for PersonalNumber {
    /// Only the kind: a personal number must not reach a log by way of `{:?}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonalNumber({:?})", self.kind())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    #[track_caller]
    fn check(text: &str, expected: Result<(&str, Kind), Slip>) {
        let found = PersonalNumber::read(text, TODAY);
        assert_eq!(found.as_ref().map(|it| (it.as_str(), it.kind())).map_err(|slip| *slip), expected, "{text}");
    }

    #[test]
    fn the_tax_agencys_own_examples_pass() {
        // SKV 704 and SKV 707
        check("640823-3234", Ok(("196408233234", Kind::Personal)));
        check("811218-9876", Ok(("198112189876", Kind::Personal)));
        check("701063-2391", Ok(("197010632391", Kind::Coordination)));
    }

    #[test]
    fn all_four_writings_are_the_same_number() {
        for text in ["201303149809", "20130314-9809", "130314-9809", "1303149809", " 130314\u{2013}9809 "] {
            check(text, Ok(("201303149809", Kind::Personal)));
        }
    }

    #[test]
    fn the_sign_tells_who_is_a_hundred() {
        check("121212+1212", Ok(("191212121212", Kind::Personal)));
        check("121212-1212", Ok(("201212121212", Kind::Personal)));
        check("121212+121", Err(Slip::Form));
    }

    #[test]
    fn a_short_date_later_this_year_was_a_hundred_years_ago() {
        let numbers = (0..10).filter_map(|last| PersonalNumber::read(&format!("261224-980{last}"), TODAY).ok());
        assert_eq!(numbers.filter_map(|it| it.birth()).collect::<Vec<_>>(), [date(1926, 12, 24)]);
    }

    #[test]
    fn a_coordination_number_may_lack_month_and_day() {
        let any = |front: &str| {
            (0..10).find_map(|last| PersonalNumber::read(&format!("{front}239{last}"), TODAY).ok()).map(|it| it.kind())
        };
        assert_eq!(any("19700060"), Some(Kind::Coordination));
        assert_eq!(any("19701060"), Some(Kind::Coordination));
        assert_eq!(any("19701391"), None, "no thirteenth month");
        assert_eq!(any("19701092"), None, "no day 32");
    }

    #[test]
    fn temporary_numbers_have_letters_and_no_check_digit() {
        check("20130101TF01", Ok(("20130101TF01", Kind::Temporary)));
        check("130101-TF01", Ok(("20130101TF01", Kind::Temporary)));
        check("20130101-T123", Ok(("20130101T123", Kind::Temporary)));
        check("20131301TF01", Err(Slip::Date));
        check("20130101FTF1", Err(Slip::Form));
    }

    #[test]
    fn slips_are_named() {
        check("", Err(Slip::Form));
        check("Elsa Nordin", Err(Slip::Form));
        check("130314 9809", Err(Slip::Form));
        check("201302309809", Err(Slip::Date));
        check("203003149809", Err(Slip::Date));
        check("201303149808", Err(Slip::CheckDigit));
        check("201303148909", Err(Slip::CheckDigit));
        check("2.01303E+11", Err(Slip::Form));
        check("åäöåäöåäö", Err(Slip::Form));
    }

    #[test]
    fn the_people_of_the_cast_pass_and_no_number_is_shown() {
        for pupil in cast::pupils::PUPILS {
            let number = PersonalNumber::read(pupil.personal_number, TODAY).unwrap();
            assert_eq!(number.as_str(), pupil.personal_number);
            assert_eq!(format!("{number:?}"), "PersonalNumber(Personal)");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_fall(text in "\\PC{0,16}") {
            let _ = PersonalNumber::read(&text, TODAY);
        }

        #[test]
        fn one_wrong_digit_is_always_noticed(at in 2_usize..12, other in 0_u8..10) {
            let mut bytes = *b"201303149809";
            let before = bytes[at];
            bytes[at] = b'0' + other;
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            proptest::prop_assert_eq!(PersonalNumber::read(&text, TODAY).is_ok(), before == b'0' + other);
        }
    }
}
