//! The other ways that an episode can go.

use casework::verb::episode::{
    Became, accept, begin, change_school, convert, decline, hold_start, note, pause, plan_start, prolong, receive,
    refer, register_sheet, reopen, resume, retract, withdraw_consent,
};
use casework::verb::episode::{begin_closing, close_file};
use casework::view::episode;
use domain::closing;
use domain::consent::intervention::Said::{No, Yes};
use room::RoomKind;

use crate::town::{Town, asked, denied, episode_id, id, refused};
use crate::walk::{accepted, active, referral, referred, start_held};

testkit::on_both! {
    async fn it_is_declined_with_the_same_words_whatever_the_board_knows(on) {
        let mut seen = Vec::new();
        for found in [true, false] {
            let town = Town::new(on).await;
            let of = referred(&town).await;
            town.take_in().await;
            let social = town.worker();
            let sheet = episode::view(&social, of).await.unwrap().sheets[0].0;
            register_sheet::run(&social, of, sheet).await.unwrap();
            receive::run(&social, of, id(120), town.day).await.unwrap();
            note::conflict(&social, of, id(121), town.day, found, "Pågående utredning").await.unwrap();
            let reason = if found { closing::Reason::NeedsAssessedSupport } else { closing::Reason::OutOfTarget };
            let said = decline::Said { day: town.day, reason, text: "Kattuggla".to_owned() };
            assert_eq!(decline::run(&social, of, id(122), said).await.unwrap(), Became::Sent);
            town.carry().await;
            assert_eq!(town.states(of).await, ("declined", "declined"));
            let school = episode::view(&town.counsellor(), of).await.unwrap();
            let heard: Vec<_> = school.lines.iter().map(|it| it.body.to_json().unwrap()).collect();
            assert!(heard.iter().all(|it| !String::from_utf8_lossy(it).contains("Kattuggla")));
            seen.push((heard, school.due));
        }
        assert!(seen[0] == seen[1], "the school cannot tell the two apart");
    }

    async fn one_guardian_takes_the_consent_to_the_support_back(on) {
        let mut town = Town::new(on).await;
        let of = active(&mut town).await;
        withdraw_consent::run(&town.counsellor(), of, id(170), town.day).await.unwrap();
        town.carry().await;
        assert_eq!(town.states(of).await, ("withdrawn", "withdrawn"));
    }

    async fn a_guardians_no_blocks_the_start(on) {
        let mut town = Town::new(on).await;
        let of = accepted(&town).await;
        town.later(1);
        let said = hold_start::Said { asked: Some(asked(town.day, Yes, No)), ..start_held(&town) };
        assert_eq!(refused(hold_start::run(&town.worker(), of, id(131), said).await), ["consent-guardian-says-no"]);
        assert_eq!(town.states(of).await, ("queued", "queued"));
    }

    async fn it_is_paused_and_goes_on(on) {
        let mut town = Town::new(on).await;
        let of = active(&mut town).await;
        let said = pause::Said { day: town.day, recheck: town.day.plus(20), text: "Sjukhus".to_owned() };
        pause::run(&town.worker(), of, id(171), said).await.unwrap();
        town.carry().await;
        let school = episode::view(&town.counsellor(), of).await.unwrap();
        assert_eq!(school.due, Some(town.day.plus(20)));
        assert!(!school.may.contains(&"plan_proposed") && school.may.contains(&"resumed"));
        resume::run(&town.counsellor(), of, id(172), town.day).await.unwrap();
        town.carry().await;
        assert!(episode::view(&town.worker(), of).await.unwrap().episode.pause.is_none());
    }

    async fn it_is_prolonged_as_often_as_the_programme_says(on) {
        let mut town = Town::new(on).await;
        let of = active(&mut town).await;
        let until = |town: &Town| {
            let cx = town.worker();
            async move { episode::view(&cx, of).await.unwrap().episode.until.unwrap() }
        };
        for number in 0..2 {
            let last = domain::deadline::months_after(until(&town).await, 2);
            let said = prolong::Said { day: town.day, until: last };
            prolong::run(&town.worker(), of, id(180 + number), said).await.unwrap();
        }
        let said = prolong::Said { day: town.day, until: until(&town).await.plus(10) };
        let refused = refused(prolong::run(&town.worker(), of, id(189), said).await);
        assert!(refused.contains(&"episode-no-prolongation-left"), "{refused:?}");
    }

    async fn it_is_reopened_within_three_months_with_a_fresh_consent(on) {
        let mut town = Town::new(on).await;
        let of = active(&mut town).await;
        let said = begin_closing::Said {
            day: town.day,
            reason: closing::Reason::Improved,
            text: String::new(),
            follow_up: Vec::new(),
        };
        begin_closing::run(&town.worker(), of, id(190), said).await.unwrap();
        close_file::run(&town.worker(), of, id(191), town.day).await.unwrap();
        town.carry().await;
        close_file::run(&town.counsellor(), of, id(192), town.day).await.unwrap();
        town.carry().await;
        town.later(30);
        let without = reopen::Said { day: town.day, review: town.day.plus(14), asked: None };
        assert_eq!(refused(reopen::run(&town.worker(), of, id(193), without).await), ["episode-fresh-consent-missing"]);
        let said = reopen::Said { day: town.day, review: town.day.plus(14), asked: Some(asked(town.day, Yes, Yes)) };
        reopen::run(&town.worker(), of, id(194), said).await.unwrap();
        town.carry().await;
        assert_eq!(town.states(of).await, ("active", "active"));
    }

    async fn a_change_of_school_within_the_huvudman_stays_and_to_another_ends(on) {
        for (same, state) in [(true, "active"), (false, "closing")] {
            let mut town = Town::new(on).await;
            let of = active(&mut town).await;
            let said = change_school::Said { day: town.day.plus(7), same_authority: same };
            change_school::run(&town.counsellor(), of, id(195), said).await.unwrap();
            town.carry().await;
            assert_eq!(town.states(of).await, (state, state));
        }
    }

    async fn a_programme_of_the_school_becomes_a_referral(on) {
        let town = Town::new(on).await;
        let (cx, of, to) = (town.counsellor(), episode_id(1), episode_id(2));
        begin::run(&cx, town.pupil("Elsa").await, of, "attendance_team").await.unwrap();
        let said = refer::Said { programme: "attendance_team".to_owned(), ..referral() };
        assert_eq!(refer::run(&cx, of, id(110), said).await.unwrap(), Became::Alone);
        receive::run(&cx, of, id(111), town.day).await.unwrap();
        accept::run(&cx, of, id(112), town.day).await.unwrap();
        let ahead = convert::run(&cx, of, id(113), town.day.plus(1), crate::town::TEAM_PROGRAMME, to).await;
        assert_eq!(refused(ahead), ["episode-day-ahead"]);
        assert_eq!(denied(episode::view(&cx, to).await), "denied-case", "nothing was begun");
        convert::run(&cx, of, id(113), town.day, crate::town::TEAM_PROGRAMME, to).await.unwrap();
        let old = episode::view(&cx, of).await.unwrap();
        assert_eq!((old.episode.state.code(), old.episode.continues_in), ("closed", Some(to.to_string())));
        let said = refer::Said { continues: Some(of), ..referral() };
        assert!(matches!(refer::run(&cx, to, id(114), said).await.unwrap(), Became::Stays(_)), "no consent yet");
        assert_eq!(episode::view(&cx, to).await.unwrap().episode.continues, Some(of.to_string()));
    }

    async fn a_mistake_is_taken_back_while_nothing_builds_on_it(on) {
        let town = Town::new(on).await;
        let of = accepted(&town).await;
        let said = plan_start::Said { day: town.day, meeting: town.day.plus(3) };
        plan_start::run(&town.worker(), of, id(130), said).await.unwrap();
        let said = retract::Said { day: town.day, of: id(130).to_string(), reason: "Fel dag".to_owned() };
        retract::run(&town.worker(), of, id(131), said).await.unwrap();
        town.carry().await;
        assert_eq!(town.states(of).await, ("queued", "queued"));
    }

    async fn a_joint_board_has_two_rooms_all_the_same(on) {
        let mut town = Town::of(on, RoomKind::School, "Björkstads barn- och socialnämnd", "Björkstads barn- och socialnämnd").await;
        active(&mut town).await;
    }

    async fn an_independent_school_refers_under_its_own_duty_before_2027_and_under_osl_after(on) {
        let mut town = Town::of(on, RoomKind::Independent, "Stiftelsen Kompassen", "Björkstads socialnämnd").await;
        town.day = "2026-12-10".parse().unwrap();
        let of = referred(&town).await;
        let before = grounds(&town, of).await;
        assert!(before.iter().any(|it| it.contains("29 kap. 14 §")), "{before:?}");
        let mut town = Town::of(on, RoomKind::Independent, "Stiftelsen Kompassen", "Björkstads socialnämnd").await;
        town.day = "2027-01-11".parse().unwrap();
        let of = referred(&town).await;
        let after = grounds(&town, of).await;
        assert!(after.iter().any(|it| it.contains("OSL 10 kap. 1 §")) && !after.iter().any(|it| it.contains("29 kap.")), "{after:?}");
    }
}

/// The provisions by which the referral went.
async fn grounds(town: &Town, of: access::EpisodeId) -> Vec<String> {
    let page = episode::view(&town.counsellor(), of).await.unwrap();
    let weighed = page.own.into_iter().find_map(|it| match it.says {
        domain::episode::body::Private::LetterWeighed(it) => Some(it),
        _ => None,
    });
    weighed.unwrap().items.into_iter().flat_map(|it| it.grounds).collect()
}
