//! S08 En veckodag sticker ut: absent days gather on one weekday.
//!
//! Window: known days, Monday to Friday, of the last 15 school weeks; a miss is an absent day (P8). Fires when some
//! weekday stands out by [`super::contrast`]. Needs 28 such days. Source: method, section 1.3; a normal Friday lies
//! 1–2 points above other days.

use domain::Answer;
use text::{Arg, Message};

use super::contrast::{Contrast, Outstanding};
use crate::explain::{self, Explained};
use crate::scan::view::WEEKS_15;
use crate::scan::{View, Window};

const LEAST_DAYS: i64 = 28;
const WEEKDAYS: [&str; 5] = ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5"];

/// The numbers behind S08.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The last fifteen school weeks.
    pub window: Window,
    /// Known days per weekday.
    pub contrast: Contrast,
}

impl Figures {
    /// Measures the last fifteen school weeks.
    pub fn measure(view: &View<'_>) -> Figures {
        let days = view.last_weeks(WEEKS_15);
        let weekdays = days.iter().filter(|day| day.known()).map(|day| (u16::from(day.date.weekday()), day));
        let weekdays = weekdays.filter(|(weekday, _)| *weekday <= 5);
        let contrast = Contrast::of(weekdays.map(|(weekday, day)| (weekday, day.is_absent_day())));
        Figures { window: view.windows.weeks15, contrast }
    }

    /// What could stand out by some limits. Nothing when there is too little data.
    pub fn reach(&self) -> Vec<Outstanding> {
        if self.contrast.total() >= LEAST_DAYS { self.contrast.candidates() } else { Vec::new() }
    }

    /// Whether a weekday stands out.
    pub fn judge(&self, limit: &pack::thresholds::Contrast) -> Answer {
        Answer::when(self.contrast.total() >= LEAST_DAYS, !self.which(limit).is_empty())
    }

    /// The weekdays that stand out, Monday 1 to Friday 5.
    pub fn which(&self, limit: &pack::thresholds::Contrast) -> Vec<u16> {
        let mut days: Vec<u16> = self.contrast.outstanding(limit).iter().map(|found| found.part.key).collect();
        days.sort_unstable();
        days
    }

    /// What the school is told: one sentence a weekday.
    pub fn explain(&self, limit: &pack::thresholds::Contrast) -> Explained {
        let mut found = self.contrast.outstanding(limit);
        found.sort_by_key(|found| found.part.key);
        let weekday = |found: &Outstanding| {
            let place = usize::from(found.part.key).saturating_sub(1);
            WEEKDAYS.get(place).copied().unwrap_or("weekday-1")
        };
        let sentence = |found: &Outstanding| {
            Message::new("explain-s08")
                .with("weekday", Arg::Code(weekday(found)))
                .with("missed", Arg::Count(found.part.missed))
                .with("days", Arg::Count(found.part.of))
                .with("other-missed", Arg::Count(found.others_missed))
                .with("other-days", Arg::Count(found.others_of))
                .with("weeks", Arg::Count(self.window.weeks))
        };
        let none = Message::new("explain-s08-none")
            .with("days", Arg::Count(self.contrast.total()))
            .with("weeks", Arg::Count(self.window.weeks));
        let sentences = if found.is_empty() { vec![none] } else { found.iter().map(sentence).collect() };
        let missing = explain::too_few_days(self.contrast.total(), LEAST_DAYS);
        explain::many_with_basis(self.judge(limit), sentences, missing, &self.window, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, said, thresholds};

    #[track_caller]
    fn check(days: &Days, answer: Answer, weekdays: &[u16]) {
        let (figures, limit) = (days.see(Figures::measure), thresholds().s08);
        assert_eq!((figures.judge(&limit), figures.which(&limit)), (answer, weekdays.to_vec()));
    }

    /// A week with a quarter of Friday missed.
    fn friday_away(days: Days) -> Days {
        days.present(4).absent(1, 75)
    }

    #[test]
    fn four_of_eight_fridays_fire() {
        check(&Days::autumn().repeat(4, friday_away).present(20), Answer::Yes, &[5]);
        check(&Days::autumn().repeat(3, friday_away).present(25), Answer::No, &[]);
        check(&Days::autumn().repeat(4, friday_away).present(15), Answer::No, &[]); // seven Fridays only
        // 74 of 300 minutes on the fourth Friday is no absent day
        check(&Days::autumn().repeat(3, friday_away).present(4).absent(1, 74).present(20), Answer::No, &[]);
    }

    #[test]
    fn twenty_eight_days_are_enough() {
        // 4 whole weeks, then Thursday and Friday of 4 weeks: 8 Fridays and 16 + 4 other days
        let four = Days::autumn().repeat(4, friday_away);
        let seven = four.on("2025-09-18").present(2).on("2025-09-25").present(2).on("2025-10-02").present(2);
        check(&seven.on("2025-10-09").present(2), Answer::Yes, &[5]);
        let four = Days::autumn().repeat(4, friday_away);
        let seven = four.on("2025-09-18").present(2).on("2025-09-25").present(2).on("2025-10-02").present(2);
        check(&seven.on("2025-10-10").present(1), Answer::TooLittleData, &[]); // 8 + 19
    }

    #[test]
    fn weekends_do_not_count() {
        let saturdays = [
            "2025-08-23",
            "2025-08-30",
            "2025-09-06",
            "2025-09-13",
            "2025-09-20",
            "2025-09-27",
            "2025-10-04",
            "2025-10-11",
        ];
        let days = saturdays.iter().fold(Days::autumn(), |days, saturday| days.present(5).on(saturday).full(1));
        check(&days, Answer::No, &[]);
        assert_eq!(days.see(Figures::measure).contrast.total(), 40); // 8 weeks of 5 days
    }

    #[test]
    fn unknown_days_do_not_count() {
        // the eighth Friday is unreported: seven are left
        check(&Days::autumn().repeat(4, friday_away).present(19).unreported(1), Answer::No, &[]);
    }

    #[test]
    fn only_the_last_fifteen_school_weeks_are_seen() {
        check(&Days::autumn().repeat(5, friday_away).present(50), Answer::Yes, &[5]); // 5 of 15 = 33 %
        check(&Days::autumn().repeat(5, friday_away).present(55), Answer::No, &[]); // 4 of 15 = 27 %
    }

    #[test]
    fn the_school_is_told_both_counts_and_never_a_cause() {
        // 40 days, all reported: D = 12000; V = 4·75 = 300 = 2.5 %
        let days = Days::autumn().repeat(4, friday_away).present(20);
        assert_eq!(
            said(&days.see(Figures::measure).explain(&thresholds().s08)),
            "Borta minst en fjärdedel av dagen 4 av 8 fredagar men 0 av 32 andra skoldagar, under de senaste 8 \
             skolveckorna. Giltig 3 %, ogiltig 0 %. Hela elevens egna schemalagda tid är rapporterad."
        );
    }

    #[test]
    fn that_no_weekday_stands_out_is_told_with_what_it_was_counted_on() {
        assert_eq!(
            said(&Days::autumn().present(40).see(Figures::measure).explain(&thresholds().s08)),
            "Ingen veckodag sticker ut bland 40 rapporterade skoldagar, under de senaste 8 skolveckorna. Giltig 0 %, \
             ogiltig 0 %. Hela elevens egna schemalagda tid är rapporterad."
        );
    }
}
