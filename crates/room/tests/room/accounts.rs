//! Accounts and sessions: who it is, for how long, and never what was typed.

use access::{Class, Place, Role, RoleAt, UnitId, UserId};
use jiff::{SignedDuration, Timestamp};
use room::accounts::{self, New, Patience, Tries};
use room::sessions::{self, Lasts};
use room::{Room, drafts, journal};

use crate::home::{now, refusal};
use crate::permits::{SCHOOL, counsellor, id, may_list, may_manage, may_review_room, person};

const PATIENCE: Patience = Patience { too_many: 3, forgotten_after: SignedDuration::from_hours(12) };
const LASTS: Lasts = Lasts { idle: SignedDuration::from_mins(30), whole: SignedDuration::from_hours(10) };

fn later(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

/// Makes an account, and gives its id.
pub async fn account(room: &Room, number: u128, login: &str, roles: &[RoleAt]) -> UserId {
    make(room, number, login, roles).await.unwrap();
    UserId(id(number).as_u128())
}

async fn make(room: &Room, number: u128, login: &str, roles: &[RoleAt]) -> room::Result<()> {
    let name = format!("{} Lindgren", login.to_uppercase());
    let new = New { id: id(number), login, name: &name, password: Some("$argon2id$v=19$hemlig"), roles };
    let mut change = room.change(now()).await?;
    accounts::put(&mut change, may_manage(), &new).await?;
    change.commit().await
}

fn at(unit: i32, role: Role) -> RoleAt {
    RoleAt { role, place: Place::Unit(UnitId(unit)) }
}

on_both! {
    async fn an_account_comes_back_with_its_roles_in_order(home) {
        let room = home.create().await;
        let mentor = RoleAt { role: Role::Mentor, place: Place::Class(Class { unit: UnitId(SCHOOL), name: "7B".to_owned() }) };
        let roles = [at(SCHOOL, Role::SchoolCounsellor), mentor, RoleAt { role: Role::Coordinator, place: Place::Room }];
        let maria = account(&room, 1, " Maria.Lindgren@bjorkstad.se", &roles).await;
        account(&room, 2, "amir", &[]).await;
        assert_eq!(refusal(make(&room, 3, "maria.lindgren@BJORKSTAD.se ", &[]).await), "account-login-taken");
        let mut reading = room.reading(now());
        let all = accounts::list(&mut reading, may_manage()).await.unwrap();
        let all = reading.show(all).await.unwrap();
        assert_eq!(all.iter().map(|it| it.login.as_str()).collect::<Vec<_>>(), ["amir", "Maria.Lindgren@bjorkstad.se"], "by name");
        assert_eq!((all[1].id, &all[1].roles, all[1].has_password, all[1].has_totp), (maria, &roles.to_vec(), true, false));
        let found = accounts::for_sign_in(&room, "MARIA.lindgren@bjorkstad.se").await.unwrap().unwrap();
        assert_eq!((found.id, found.password.unwrap().as_str()), (maria, "$argon2id$v=19$hemlig"));
        assert!(accounts::for_sign_in(&room, "nobody").await.unwrap().is_none());
        assert!(!format!("{all:?}").contains("Maria"));
    }

    async fn tries_that_fail_are_counted_until_one_does_not(home) {
        let room = home.create().await;
        let maria = account(&room, 1, "maria", &[]).await;
        let failed = async |minutes| accounts::failed(&room, "Maria ", Some(maria), PATIENCE, later(minutes)).await.unwrap();
        assert_eq!(accounts::tries(&room, "maria").await.unwrap(), None);
        assert_eq!([failed(0).await, failed(1).await].map(|it| it.failures), [1, 2]);
        sessions::open(&room, maria, LASTS, now()).await.unwrap();
        assert_eq!(accounts::tries(&room, "maria").await.unwrap(), None, "forgotten when one does not fail");
        for number in 1..=3 {
            assert_eq!(failed(2).await, Tries { failures: number, latest: later(2) });
        }
        assert_eq!(accounts::tries(&room, "MARIA").await.unwrap(), Some(Tries { failures: 3, latest: later(2) }));
        assert_eq!(accounts::failed(&room, "nobody", None, PATIENCE, now()).await.unwrap().failures, 1);
        for number in 2..=5 {
            assert_eq!(accounts::failed(&room, "nobody", None, PATIENCE, now()).await.unwrap().failures, number);
        }
        let mut change = room.change(now()).await.unwrap();
        accounts::reset(&mut change, may_manage(), maria, None).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(accounts::tries(&room, "maria").await.unwrap(), None, "a reset forgets them");
        assert_eq!(failed(12 * 60 + 1).await.failures, 1);
        assert_eq!(home.count("SELECT COUNT(*) FROM sign_in_try").await, 1, "the other one was tried long ago");
        let mut reading = room.reading(now());
        let entries = journal::review(&mut reading, may_review_room(), None, 20).await.unwrap();
        let kinds: Vec<_> = entries.iter().rev().map(|it| it.kind.as_str()).collect();
        let failed = "sign-in-failed";
        let expected = ["write", failed, failed, "sign-in", failed, failed, failed, "locked-out"].into_iter();
        assert_eq!(kinds, expected.chain([failed; 5]).chain(["write", failed]).collect::<Vec<_>>());
        assert_eq!(entries[2].actor, "nobody");
        assert!(entries[0].actor.starts_with("person:") && entries[0].permitted.is_empty());
        drop(reading);
        assert!(matches!(journal::verify(&room, None).await.unwrap(), journal::Chain::Whole(_)));
    }

    async fn a_code_is_used_once(home) {
        let room = home.create().await;
        let maria = account(&room, 1, "maria", &[]).await;
        accounts::set_totp(&room, maria, b"a secret of twenty b", 100).await.unwrap();
        assert_eq!(refusal(accounts::set_totp(&room, maria, b"another", 100).await), "account-not-there", "only a reset takes it away");
        assert_eq!(accounts::for_sign_in(&room, "maria").await.unwrap().unwrap().totp.unwrap().as_slice(), b"a secret of twenty b");
        assert!(!accounts::totp_used(&room, maria, 100).await.unwrap(), "it set the factor up");
        let tries: Vec<_> = (0..6).map(|_| {
            let room = room.clone();
            tokio::spawn(async move { accounts::totp_used(&room, maria, 101).await.unwrap() })
        }).collect();
        let mut used = 0;
        for one in tries {
            used += u32::from(one.await.unwrap());
        }
        assert_eq!(used, 1, "of several at once only one");
        assert!(!accounts::totp_used(&room, maria, 99).await.unwrap());
        assert!(accounts::totp_used(&room, maria, 102).await.unwrap());
    }

    async fn a_session_lasts_while_it_is_used_and_not_for_ever(home) {
        let room = home.create().await;
        let roles = [at(SCHOOL, Role::SchoolCounsellor)];
        let maria = account(&room, 1, "maria", &roles).await;
        let token = sessions::open(&room, maria, LASTS, now()).await.unwrap();
        let find = async |minutes| sessions::find(&room, &token, LASTS, later(minutes)).await.unwrap();
        let found = find(0).await.unwrap();
        assert_eq!((found.account, found.name.as_str(), found.roles.as_slice()), (maria, "MARIA Lindgren", roles.as_slice()));
        assert_eq!((found.ends, found.csrf.len(), token.len()), (later(600), 64, 64));
        assert_ne!(found.csrf, **token);
        assert!(sessions::find(&room, &"0".repeat(64), LASTS, now()).await.unwrap().is_none());
        for minutes in (0..599).step_by(29) {
            assert!(find(minutes).await.is_some(), "{minutes}");
        }
        assert!(find(599).await.is_some());
        assert!(find(600).await.is_none(), "it has ended");
        let token = sessions::open(&room, maria, LASTS, later(600)).await.unwrap();
        assert_eq!(home.count("SELECT COUNT(*) FROM session").await, 1, "what has ended is cleared away");
        assert!(sessions::find(&room, &token, LASTS, later(631)).await.unwrap().is_none(), "nobody was there for half an hour");
        sessions::close(&room, &token).await.unwrap();
        assert!(sessions::find(&room, &token, LASTS, later(601)).await.unwrap().is_none());
    }

    async fn a_form_is_good_in_every_session_of_an_account_until_its_password_is_changed(home) {
        let room = home.create().await;
        let (maria, amir) = (account(&room, 1, "maria", &[]).await, account(&room, 2, "amir", &[]).await);
        let form = async |who| {
            let token = sessions::open(&room, who, LASTS, now()).await.unwrap();
            sessions::find(&room, &token, LASTS, now()).await.unwrap().unwrap().csrf
        };
        let before = form(maria).await;
        assert_eq!(form(maria).await, before);
        assert_ne!(form(amir).await, before);
        accounts::set_password(&room, maria, "another", now()).await.unwrap();
        assert_ne!(form(maria).await, before);
    }

    async fn a_reset_or_closed_account_is_out_at_once(home) {
        let room = home.create().await;
        let maria = account(&room, 1, "maria", &[]).await;
        accounts::set_totp(&room, maria, b"secret", 1).await.unwrap();
        let token = sessions::open(&room, maria, LASTS, now()).await.unwrap();
        let mut change = room.change(now()).await.unwrap();
        accounts::reset(&mut change, may_manage(), maria, None).await.unwrap();
        change.commit().await.unwrap();
        assert!(sessions::find(&room, &token, LASTS, now()).await.unwrap().is_none());
        let found = accounts::for_sign_in(&room, "maria").await.unwrap().unwrap();
        assert!(found.password.is_none() && found.totp.is_none());
        accounts::set_password(&room, maria, "$argon2id$ny", now()).await.unwrap();
        assert_eq!(accounts::for_sign_in(&room, "maria").await.unwrap().unwrap().password.unwrap().as_str(), "$argon2id$ny");
        let token = sessions::open(&room, maria, LASTS, now()).await.unwrap();
        let mut change = room.change(now()).await.unwrap();
        accounts::disable(&mut change, may_manage(), maria).await.unwrap();
        change.commit().await.unwrap();
        assert!(sessions::find(&room, &token, LASTS, now()).await.unwrap().is_none());
        assert_eq!(refusal(sessions::open(&room, maria, LASTS, now()).await), "account-not-there");
        assert!(accounts::for_sign_in(&room, "maria").await.unwrap().unwrap().disabled);
        let gone = UserId(77);
        let mut change = room.change(now()).await.unwrap();
        assert_eq!(refusal(accounts::set_roles(&mut change, may_manage(), gone, &[]).await), "account-not-there");
    }

    async fn what_is_done_with_an_account_is_journalled_with_which_account(home) {
        let room = home.create().await;
        let maria = account(&room, 1, "maria", &[]).await;
        let mut change = room.change(now()).await.unwrap();
        accounts::set_roles(&mut change, may_manage(), maria, &[at(SCHOOL, Role::SchoolCounsellor)]).await.unwrap();
        accounts::reset(&mut change, may_manage(), maria, Some("$argon2id$ny")).await.unwrap();
        accounts::disable(&mut change, may_manage(), maria).await.unwrap();
        accounts::enable(&mut change, may_manage(), maria).await.unwrap();
        change.commit().await.unwrap();
        accounts::set_password(&room, maria, "$argon2id$egen", now()).await.unwrap();
        let mut reading = room.reading(now());
        let entries = journal::review(&mut reading, may_review_room(), None, 20).await.unwrap();
        assert_eq!((entries[0].kind.as_str(), entries[0].actor.as_str()), ("own-password", format!("person:{maria}").as_str()));
        let said = |about: &serde_json::Value| {
            assert_eq!(about["account"], maria.to_string());
            about["change"].as_str().unwrap().to_owned()
        };
        let told: Vec<_> = entries.iter().rev().flat_map(|it| &it.permitted).map(|it| said(&it.about)).collect();
        assert_eq!(told, ["made", "roles", "reset", "closed", "opened"]);
        drop(reading);
        let mut reading = room.reading(now());
        let all = accounts::list(&mut reading, may_manage()).await.unwrap();
        let all = reading.show(all).await.unwrap();
        assert_eq!(all[0].made, now());
        let access::Actor::Person { user, .. } = person(Role::Administrator, Place::Room) else { panic!("a person") };
        assert_eq!(all[0].made_by, Some(user));
    }

    async fn new_roles_count_from_the_next_request(home) {
        let room = home.create().await;
        let maria = account(&room, 1, "maria", &[at(SCHOOL, Role::SchoolCounsellor)]).await;
        let token = sessions::open(&room, maria, LASTS, now()).await.unwrap();
        let mut change = room.change(now()).await.unwrap();
        accounts::set_roles(&mut change, may_manage(), maria, &[]).await.unwrap();
        change.commit().await.unwrap();
        assert!(sessions::find(&room, &token, LASTS, now()).await.unwrap().unwrap().roles.is_empty());
    }

    async fn colleagues_are_those_at_the_schools_of_the_scope(home) {
        let room = home.create().await;
        account(&room, 1, "maria", &[at(SCHOOL, Role::SchoolCounsellor)]).await;
        account(&room, 2, "petra", &[at(90_000_107, Role::SchoolNurse)]).await;
        account(&room, 3, "olle", &[RoleAt { role: Role::Administrator, place: Place::Room }]).await;
        let mentor = RoleAt { role: Role::Mentor, place: Place::Class(Class { unit: UnitId(SCHOOL), name: "7B".to_owned() }) };
        account(&room, 4, "jonas", &[mentor]).await;
        let mut reading = room.reading(now());
        let found = accounts::colleagues(&mut reading, may_list(&counsellor())).await.unwrap();
        let found = reading.show(found).await.unwrap();
        assert_eq!(found.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["JONAS Lindgren", "MARIA Lindgren"]);
    }

    async fn a_draft_is_its_writers_alone(home) {
        let room = home.create().await;
        let maria = account(&room, 1, "maria", &[]).await;
        let amir = account(&room, 2, "amir", &[]).await;
        drafts::put(&room, maria, "steg/1", b"text=halv", now()).await.unwrap();
        drafts::put(&room, maria, "steg/1", b"text=hel", later(1)).await.unwrap();
        let (body, saved) = drafts::get(&room, maria, "steg/1").await.unwrap().unwrap();
        assert_eq!((body.as_slice(), saved), (b"text=hel".as_slice(), later(1)));
        assert!(drafts::get(&room, amir, "steg/1").await.unwrap().is_none());
        assert!(drafts::get(&room, maria, "steg/2").await.unwrap().is_none());
        drafts::delete(&room, maria, "steg/1").await.unwrap();
        assert!(drafts::get(&room, maria, "steg/1").await.unwrap().is_none());
    }
}
