//! How the episodes of the demo go: one walk, how far each has come along it, and what happened otherwise.

/// Something that is done in an episode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beat {
    /// The school begins to write.
    Begin,
    /// The family signs, and the school refers.
    Refer,
    /// The unit manager takes the referral in and gives it to somebody, who records the family's consent.
    TakeIn,
    /// The social side receives it.
    Receive,
    /// The social side says yes.
    SocialYes,
    /// The school says yes.
    SchoolYes,
    /// The start meeting is booked.
    Book,
    /// The start meeting is held, with consent to the support.
    Start,
    /// Pupil and family are met.
    Map,
    /// A plan is agreed at a meeting.
    Plan,
    /// A plan is proposed, and the family has not answered.
    Propose,
    /// The school confirms the plan.
    Confirm,
    /// An item is followed.
    Follow,
    /// The plan is looked at.
    Review,
    /// Sparse follow-up.
    Maintain,
    /// Closing begins, and the family agrees to the school's follow-up.
    Close,
    /// The school closes its file.
    SchoolCloses,
    /// The social side closes its file.
    SocialCloses,
    /// The social side says that it cannot begin.
    Decline,
    /// It is paused.
    Pause,
    /// The family takes the consent to tell back.
    EndSharing,
    /// A guardian takes the consent to the support back.
    Withdraw,
}

use Beat::{
    Begin, Book, Close, Confirm, Decline, EndSharing, Follow, Maintain, Map, Pause, Plan, Propose, Receive, Refer,
    Review, SchoolCloses, SchoolYes, SocialCloses, SocialYes, Start, TakeIn, Withdraw,
};

/// The walk: on which day after it began each thing is done.
pub const WALK: [(i32, Beat); 17] = [
    (0, Begin),
    (0, Refer),
    (1, TakeIn),
    (1, Receive),
    (2, SocialYes),
    (3, SchoolYes),
    (4, Book),
    (10, Start),
    (10, Map),
    (10, Plan),
    (12, Confirm),
    (24, Follow),
    (34, Review),
    (44, Maintain),
    (54, Close),
    (55, SchoolCloses),
    (57, SocialCloses),
];

/// An episode of the demo.
pub struct Story {
    /// How many days before the demo's day it began.
    pub began: i32,
    /// How far it came along the walk: the last thing that was done.
    pub until: Beat,
    /// What happened then, by days after it began.
    pub then: &'static [(i32, Beat)],
}

const fn story(began: i32, until: Beat, then: &'static [(i32, Beat)]) -> Story {
    Story { began, until, then }
}

/// Every story, in the order in which pupils are taken from the work list.
pub const STORIES: [Story; 40] = [
    story(63, Follow, &[(49, Review)]),
    story(0, Begin, &[]),
    story(2, Begin, &[]),
    story(1, Refer, &[]),
    story(2, Refer, &[]),
    story(3, Refer, &[]),
    story(2, Receive, &[]),
    story(6, Receive, &[]),
    story(3, SocialYes, &[]),
    story(4, SocialYes, &[]),
    story(7, SchoolYes, &[]),
    story(9, SchoolYes, &[]),
    story(14, SchoolYes, &[]),
    story(7, Book, &[]),
    story(8, Book, &[]),
    story(9, Book, &[]),
    story(11, Start, &[]),
    story(13, Start, &[]),
    story(14, Map, &[]),
    story(16, Map, &[]),
    story(17, Map, &[(13, Propose)]),
    story(14, Plan, &[]),
    story(18, Plan, &[]),
    story(21, Confirm, &[]),
    story(28, Confirm, &[]),
    story(31, Follow, &[]),
    story(35, Follow, &[]),
    story(42, Review, &[]),
    story(49, Review, &[]),
    story(56, Maintain, &[]),
    story(60, Maintain, &[]),
    story(61, Close, &[]),
    story(63, SchoolCloses, &[]),
    story(70, SocialCloses, &[]),
    story(77, SocialCloses, &[]),
    story(24, Receive, &[(3, Decline)]),
    story(38, Receive, &[(4, Decline)]),
    story(42, Follow, &[(36, Pause)]),
    story(45, Confirm, &[(30, Withdraw)]),
    story(50, Follow, &[(36, EndSharing)]),
];

/// What is done in a story, with the day after it began, in order.
pub fn beats(story: &Story) -> Vec<(i32, Beat)> {
    let walked = WALK.iter().take_while(|(_, beat)| *beat <= story.until);
    walked.chain(story.then).copied().collect()
}
