//! One pupil from the first consent to the school's follow-up after closing, in both rooms.

use access::{EpisodeId, UserId};
use casework::verb::episode::{
    Became, accept, begin, begin_closing, close_file, confirm_plan, follow_item, hold_start, maintain, map, note,
    plan_start, propose_plan, receive, refer, register_sheet, review,
};
use casework::view::{episode, episodes};
use domain::closing::{self, FOLLOW_UP_PROPOSED};
use domain::consent::intervention::Said::Yes;
use domain::episode::body::{Came, Private, Review};
use domain::plan::{Followed, Next, Tried};

use crate::town::{
    SCHOOL_TELLS, SOCIAL_TELLS, TEAM_PROGRAMME, Town, agreed, asked, denied, episode_id, id, plan, refused,
};

/// A referral that is written and sent, with the family's whole sheet.
pub async fn referred(town: &Town) -> EpisodeId {
    let (cx, of) = (town.counsellor(), episode_id(1));
    begin::run(&cx, town.pupil("Elsa").await, of, TEAM_PROGRAMME).await.unwrap();
    town.sign(of, 100, SCHOOL_TELLS, SOCIAL_TELLS).await;
    let became = refer::run(&cx, of, id(110), referral()).await.unwrap();
    assert_eq!(became, Became::Sent);
    town.carry().await;
    of
}

pub fn referral() -> refer::Said {
    refer::Said {
        programme: TEAM_PROGRAMME.to_owned(),
        asks: "Hjälp på morgnarna".to_owned(),
        tried: "Samtal med mentor, anpassad idrott".to_owned(),
        pupil: "Det är tyst när jag kommer in.".to_owned(),
        continues: None,
    }
}

/// Until both sides have accepted.
pub async fn accepted(town: &Town) -> EpisodeId {
    let of = referred(town).await;
    assert_eq!(town.take_in().await, of);
    let (school, social) = (town.counsellor(), town.worker());
    let sheet = episode::view(&social, of).await.unwrap().sheets[0].0;
    register_sheet::run(&social, of, sheet).await.unwrap();
    assert_eq!(receive::run(&social, of, id(120), town.day).await.unwrap(), Became::Sent);
    assert_eq!(accept::run(&social, of, id(121), town.day).await.unwrap(), Became::Sent);
    town.carry().await;
    assert_eq!(accept::run(&school, of, id(122), town.day).await.unwrap(), Became::Sent);
    town.carry().await;
    assert_eq!(town.states(of).await, ("queued", "queued"));
    of
}

pub fn start_held(town: &Town) -> hold_start::Said {
    let came = [("Elsa", "elev"), ("Lena Nordin", "vårdnadshavare"), ("Maria Lindgren", "kurator")];
    hold_start::Said {
        day: town.day,
        came: came.map(|(name, capacity)| Came { name: name.to_owned(), capacity: capacity.to_owned() }).to_vec(),
        told_of_application: true,
        told_of_duty: true,
        told_how_to_say_no: true,
        asked: Some(asked(town.day, Yes, Yes)),
        pupil: "Jag vill prova.".to_owned(),
    }
}

/// Until the plan runs, agreed at the meeting.
pub async fn active(town: &mut Town) -> EpisodeId {
    let of = accepted(town).await;
    let day = town.day.plus(5);
    plan_start::run(&town.worker(), of, id(130), plan_start::Said { day: town.day, meeting: day }).await.unwrap();
    town.carry().await;
    assert_eq!(town.states(of).await, ("start_planned", "start_planned"));
    town.later(5);
    let social = town.worker();
    assert_eq!(hold_start::run(&social, of, id(131), start_held(town)).await.unwrap(), Became::Sent);
    let mapped =
        map::Said { day: town.day, pupil: "Morgnarna är värst.".to_owned(), words: "Sover dåligt.".to_owned() };
    map::run(&social, of, id(132), mapped).await.unwrap();
    let proposed = propose_plan::Said { day: town.day, plan: plan(town.day), agreement: agreed(town.day) };
    propose_plan::run(&social, of, id(133), proposed).await.unwrap();
    town.carry().await;
    assert_eq!(town.states(of).await, ("active", "active"));
    of
}

testkit::on_both! {
    async fn a_pupil_is_carried_from_the_first_consent_to_the_follow_up(on) {
        let mut town = Town::new(on).await;
        let of = active(&mut town).await;
        let waits = |cx| async move { episode::view(&cx, of).await.unwrap().episode.confirmation_waits() };
        assert!(waits(town.counsellor()).await && waits(town.worker()).await, "agreed at the meeting, confirmation waits");
        let confirmed = confirm_plan::Said { day: town.day, of: id(133).to_string() };
        confirm_plan::run(&town.counsellor(), of, id(140), confirmed).await.unwrap();
        town.carry().await;
        assert!(!waits(town.counsellor()).await && !waits(town.worker()).await);

        town.later(14);
        let followed = Followed {
            item: id(33).to_string(),
            day: town.day,
            minutes: 45,
            result: Some(Tried::Helped),
            next: Some(Next::Continue),
            review: Some(town.day.plus(14)),
            words: String::new(),
            pupil: "Lättare.".to_owned(),
        };
        follow_item::run(&town.worker(), of, id(141), followed).await.unwrap();
        let seen = review::Said {
            day: town.day,
            next: town.day.plus(28),
            outcome: Review::Continue,
            goals: Vec::new(),
            pupil: "Det går bättre.".to_owned(),
            words: String::new(),
        };
        review::run(&town.counsellor(), of, id(142), seen).await.unwrap();
        maintain::run(&town.worker(), of, id(143), town.day).await.unwrap();
        town.carry().await;
        assert_eq!(town.states(of).await, ("maintenance", "maintenance"));

        let closing = begin_closing::Said {
            day: town.day,
            reason: closing::Reason::GoalMet,
            text: "Kommer varje dag".to_owned(),
            follow_up: FOLLOW_UP_PROPOSED.to_vec(),
        };
        begin_closing::run(&town.counsellor(), of, id(144), closing).await.unwrap();
        close_file::run(&town.counsellor(), of, id(145), town.day).await.unwrap();
        town.carry().await;
        close_file::run(&town.worker(), of, id(146), town.day).await.unwrap();
        town.carry().await;
        assert_eq!(town.states(of).await, ("closed", "closed"));

        // The school's own: what the family agreed to, and why it ended. The social side has the neutral reason only.
        let school = episode::view(&town.counsellor(), of).await.unwrap();
        assert!(school.own.iter().any(|it| matches!(&it.says, Private::FollowUpAgreed(it) if it.months == [3, 6])));
        let social = episode::view(&town.worker(), of).await.unwrap();
        assert_eq!(social.episode.reason, Some(closing::Neutral::EndedAsPlanned));
        assert!(!social.own.iter().any(|it| matches!(&it.says, Private::OwnReason(_) | Private::FollowUpAgreed(_))));
        let ids = |page: &episode::Page| page.lines.iter().map(|it| it.id).collect::<Vec<_>>();
        assert_eq!(ids(&school), ids(&social), "both have the same statements in the same order");
        assert!(school.episode == social.episode, "and they come to the same");
    }

    async fn whoever_is_not_assigned_sees_nothing_and_the_list_has_what_is_due(on) {
        let town = Town::new(on).await;
        let of = referred(&town).await;
        assert_eq!(denied(episode::view(&town.worker(), of).await), "denied-case", "nobody has matched it");
        town.take_in().await;
        let rows = episodes::view(&town.worker()).await.unwrap().rows;
        assert_eq!((rows.len(), rows[0].name.as_str(), rows[0].state.code()), (1, "Elsa Nordin", "referred"));
        assert_eq!(rows[0].next.unwrap().to_string(), "2026-11-25", "three working days after Friday the 20th");
        let manager = town.manager();
        casework::verb::episode::assign::take_back(&manager, of, UserId(id(5).as_u128())).await.unwrap();
        assert_eq!(denied(episode::view(&town.worker(), of).await), "denied-case");
        assert!(episodes::view(&town.worker()).await.unwrap().rows.is_empty());
        assert!(episodes::view(&manager).await.unwrap().referrals.is_empty());
    }

    async fn the_same_form_twice_is_one_statement_and_a_stale_one_is_told(on) {
        let town = Town::new(on).await;
        let of = accepted(&town).await;
        let social = town.worker();
        assert_eq!(accept::run(&social, of, id(121), town.day).await.unwrap(), Became::Before);
        assert_eq!(refused(accept::run(&social, of, id(199), town.day).await), ["episode-not-now", "episode-key-turned"]);
        note::run(&social, of, id(150), town.day, "Ringde hem").await.unwrap();
        note::run(&social, of, id(150), town.day, "Ringde hem").await.unwrap();
        let notes = episode::view(&social, of).await.unwrap();
        assert_eq!(notes.own.iter().filter(|it| matches!(it.says, Private::Note(_))).count(), 1);
    }
}
