//! Consents. Two that are never mixed up: consent to the *support* ([`intervention`]) and consent that lifts secrecy
//! for *information* ([`disclosure`]). Neither is the ground on which personal data are processed ([`basis`]).

pub mod basis;
pub mod disclosure;
pub mod intervention;
mod matrix;

coded! {
    /// How somebody said yes or no.
    pub enum How {
        /// Present, at the meeting.
        OnTheSpot = "on_the_spot", "consent-how-on-the-spot";
        /// By telephone.
        Phone = "phone", "consent-how-phone";
        /// On a signed paper.
        Paper = "paper", "consent-how-paper";
    }
}

/// Years completed on a day; the years of a birthday are completed on the day itself. 0 before birth.
pub fn age_on(born: crate::Day, day: crate::Day) -> u8 {
    let (born, day) = (born.date(), day.date());
    // Whoever is born on 29 February completes the year on 1 March in a year without that day: the later of the days
    // that can be meant, so that nobody decides alone too early.
    let before_birthday = (day.month(), day.day()) < (born.month(), born.day());
    let years = i32::from(day.year()) - i32::from(born.year()) - i32::from(before_birthday);
    u8::try_from(years.max(0)).unwrap_or(u8::MAX)
}
