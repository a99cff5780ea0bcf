//! What goes through the door and what does not: consent item by item, and the day that a letter leaves.

use casework::verb::episode::{
    Became, accept, agree, begin, note, receive, refer, register_sheet, send, withdraw_disclosure,
};
use casework::view::episode::{self, Went};
use domain::consent::disclosure::{ItemKind, Method, Signature, Signer};
use domain::episode::body::Private;
use text::Message;

use crate::town::{SCHOOL_TELLS, SOCIAL_TELLS, TEAM_PROGRAMME, Town, denied, episode_id, guardian, guardians, id};
use crate::walk::{accepted, referral, referred};

fn withdrawn(town: &Town, of: u128) -> withdraw_disclosure::Said {
    withdraw_disclosure::Said {
        of: id(of).to_string(),
        day: town.day,
        who: Signer::Guardian,
        name: "Per Nordin".to_owned(),
        words: String::new(),
    }
}

fn codes(became: &Became) -> Vec<&'static str> {
    match became {
        Became::Stays(why) => why.iter().map(|it: &Message| it.code).collect(),
        _ => Vec::new(),
    }
}

testkit::on_both! {
    async fn without_the_boards_part_it_receives_and_cannot_answer_by_letter(on) {
        let town = Town::new(on).await;
        let (cx, of) = (town.counsellor(), episode_id(1));
        begin::run(&cx, town.pupil("Elsa").await, of, TEAM_PROGRAMME).await.unwrap();
        town.sign(of, 100, SCHOOL_TELLS, &[]).await;
        assert_eq!(refer::run(&cx, of, id(110), referral()).await.unwrap(), Became::Sent);
        town.carry().await;
        town.take_in().await;
        let became = receive::run(&town.worker(), of, id(120), town.day).await.unwrap();
        assert_eq!(codes(&became), ["consent-stops-none"]);
        town.carry().await;
        assert_eq!(town.states(of).await, ("referred", "intake"), "its own file goes on, and the school has not heard");

        // The family signs the board's part later, with the board itself: then what has stayed can be sent.
        let social = town.worker();
        let form = episode::consent_form(&social, of).await.unwrap();
        let said = agree::Said {
            from: access::Side::Social,
            items: SOCIAL_TELLS.to_vec(),
            first: town.day,
            last: form.last,
            remind: form.remind,
            method: Method::AtMeeting,
            signatures: vec![Signature {
                who: Signer::Guardian,
                id: "Lena Nordin".to_owned(),
                name: "Lena Nordin".to_owned(),
                day: town.day,
            }],
            assessment: "Har fått frågan och vill".to_owned(),
        };
        agree::run(&social, of, id(121), said).await.unwrap();
        for _ in 0..2 {
            assert_eq!(send::run(&social, of, id(122), id(120)).await.unwrap(), Became::Sent);
        }
        town.carry().await;
        assert_eq!(town.states(of).await, ("intake", "intake"));
        assert_eq!(denied(send::run(&social, of, id(123), id(110)).await), "denied-case", "the school's is the school's");
    }

    async fn what_a_consent_does_not_name_keeps_the_letter_here(on) {
        let town = Town::new(on).await;
        let (cx, of) = (town.counsellor(), episode_id(1));
        begin::run(&cx, town.pupil("Elsa").await, of, TEAM_PROGRAMME).await.unwrap();
        let less: Vec<ItemKind> = SCHOOL_TELLS.iter().copied().filter(|it| *it != ItemKind::PupilsWords).collect();
        town.sign(of, 100, &less, SOCIAL_TELLS).await;
        let became = refer::run(&cx, of, id(110), referral()).await.unwrap();
        assert_eq!(codes(&became), ["consent-stops-not-named"]);
        let page = episode::view(&cx, of).await.unwrap();
        assert_eq!(page.lines[0].went, Went::Stays);
        let weighed = page.own.iter().find_map(|it| match &it.says {
            Private::LetterWeighed(it) => Some(it),
            _ => None,
        });
        let weighed = weighed.unwrap();
        assert!(weighed.letter.is_none() && weighed.to == "Björkstads socialnämnd");
        let missing: Vec<_> = weighed.items.iter().map(|it| (it.kind.as_str(), it.missing.len())).collect();
        assert!(missing.contains(&("pupils-words", 1)) && missing.contains(&("tried", 0)), "{missing:?}");
        assert!(weighed.items.iter().all(|it| it.tried.len() == 12), "every other gate was tried");
        town.carry().await;
        assert!(casework::view::episodes::view(&town.manager()).await.unwrap().referrals.is_empty());
    }

    async fn a_letter_that_waits_when_the_consent_is_taken_back_never_leaves(on) {
        let town = Town::new(on).await;
        let of = accepted(&town).await;
        let plan = casework::verb::episode::plan_start::Said { day: town.day, meeting: town.day.plus(3) };
        casework::verb::episode::plan_start::run(&town.counsellor(), of, id(130), plan).await.unwrap();
        let became = withdraw_disclosure::run(&town.counsellor(), of, id(160), withdrawn(&town, 100)).await.unwrap();
        assert_eq!((became.stopped, became.may_have_left), (1, 0));
        town.carry().await;
        assert_eq!(town.states(of).await, ("start_planned", "queued"), "the meeting was never told");
        let social = episode::view(&town.worker(), of).await.unwrap();
        assert_eq!(social.episode.sharing_ended, Some(town.day), "one last letter says that sharing has ended");
        assert!(social.lines.iter().all(|it| it.id != id(130)));
        // What is said from then on stays here.
        assert!(accept::run(&town.worker(), of, id(161), town.day).await.is_err());
        note::run(&town.worker(), of, id(162), town.day, "Avslutar själva").await.unwrap();
    }

    async fn where_sharing_has_ended_each_side_is_alone_and_what_waited_on_the_other_is_stopped(on) {
        let town = Town::new(on).await;
        let of = accepted(&town).await;
        // Said by the social side, and on its way when the family takes its consent to the school back.
        let plan = casework::verb::episode::plan_start::Said { day: town.day, meeting: town.day.plus(3) };
        let became = casework::verb::episode::plan_start::run(&town.worker(), of, id(130), plan).await.unwrap();
        assert_eq!(became, Became::Sent);
        withdraw_disclosure::run(&town.counsellor(), of, id(160), withdrawn(&town, 100)).await.unwrap();
        town.carry_one(&town.school).await;
        let social = episode::view(&town.worker(), of).await.unwrap();
        assert_eq!(social.episode.sharing_ended, Some(town.day));
        let went = social.lines.iter().find(|it| it.id == id(130)).map(|it| it.went.clone());
        assert_eq!(went, Some(Went::Stopped(Some("episode-sharing-ended".to_owned()))));
        let became = casework::verb::episode::close_file::run(&town.worker(), of, id(131), town.day).await.unwrap();
        assert_eq!(became, Became::Alone);
        town.carry().await;
        assert_eq!(town.states(of).await, ("queued", "closed"), "each closes its own file");
    }

    async fn a_new_guardian_stops_what_waits_on_the_day_that_it_leaves(on) {
        let town = Town::new(on).await;
        let of = accepted(&town).await;
        let plan = casework::verb::episode::plan_start::Said { day: town.day, meeting: town.day.plus(3) };
        casework::verb::episode::plan_start::run(&town.counsellor(), of, id(130), plan).await.unwrap();
        let mut all = guardians();
        all[1] = guardian("Karl Nordin", "197903039809");
        town.put_guardians(&all).await;
        town.carry().await;
        assert_eq!(town.states(of).await, ("start_planned", "queued"));
        let page = episode::view(&town.counsellor(), of).await.unwrap();
        let went = page.lines.iter().find(|it| it.id == id(130)).map(|it| it.went.clone());
        assert_eq!(went, Some(Went::Stopped(Some("consent-stops-guardians-changed".to_owned()))));
    }

    async fn a_protected_mark_stops_what_waits(on) {
        let town = Town::new(on).await;
        let (cx, of) = (town.counsellor(), episode_id(1));
        begin::run(&cx, town.pupil("Elsa").await, of, TEAM_PROGRAMME).await.unwrap();
        town.sign(of, 100, SCHOOL_TELLS, SOCIAL_TELLS).await;
        assert_eq!(refer::run(&cx, of, id(110), referral()).await.unwrap(), Became::Sent);
        town.roster(true).await;
        town.carry().await;
        assert!(casework::view::episodes::view(&town.manager()).await.unwrap().referrals.is_empty(), "nothing came");
    }

    async fn the_part_that_came_is_recorded_once_by_whoever_works_with_it(on) {
        let town = Town::new(on).await;
        let of = referred(&town).await;
        town.take_in().await;
        let social = town.worker();
        let page = episode::view(&social, of).await.unwrap();
        assert_eq!(page.sheets.len(), 1);
        assert_eq!(page.sheets[0].1.items, SOCIAL_TELLS);
        for _ in 0..2 {
            register_sheet::run(&social, of, page.sheets[0].0).await.unwrap();
        }
        let page = episode::view(&social, of).await.unwrap();
        assert!(page.sheets.is_empty());
        assert!(page.consents.len() == 1 && page.consents[0].ours && page.consents[0].stopped.is_none());
    }
}
