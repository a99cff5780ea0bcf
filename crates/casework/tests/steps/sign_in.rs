//! Signing in: password, code, sessions, and what stops those who guess.

use access::{Actor, Place, Role, RoleAt};
use casework::verb::account::{self, New};
use casework::verb::sign_in::{self, Step, Token};
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use sha1::Sha1;

use crate::home::{Home, PASSWORD, denied, id, now, refused, today, user};

pub const LOGIN: &str = "maria@bjorkstad.example";

pub fn later(seconds: i64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds)
}

/// What an app shows: RFC 6238, written once more.
pub fn app(secret: &str, at: Timestamp) -> String {
    let key = BASE32_NOPAD.decode(secret.replace(' ', "").as_bytes()).unwrap();
    let mut mac = Hmac::<Sha1>::new_from_slice(&key).unwrap();
    mac.update(&(at.as_second() / 30).to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash[19] & 15);
    let number = u32::from_be_bytes([hash[at] & 0x7f, hash[at + 1], hash[at + 2], hash[at + 3]]);
    format!("{:06}", number % 1_000_000)
}

/// Signs in for the first time: the secret of the app, and the session.
pub async fn first(home: &Home, at: Timestamp) -> (String, Token) {
    let Step::SetUp(half, secret, address) = sign_in::password(&home.office, LOGIN, PASSWORD, at).await.unwrap() else {
        panic!("no second factor yet")
    };
    assert!(address.contains(&secret.replace(' ', "")), "the same secret in the picture");
    let again = sign_in::set_up(&home.office, &half, at).await.unwrap();
    assert_eq!(again, Some((secret.clone(), address)), "to be shown again");
    let token = sign_in::code(&home.office, &half, &app(&secret, at), at).await.unwrap();
    (secret, token)
}

pub async fn half(home: &Home, at: Timestamp) -> Token {
    match sign_in::password(&home.office, LOGIN, PASSWORD, at).await.unwrap() {
        Step::Code(half) => half,
        Step::SetUp(..) => panic!("the second factor is there"),
    }
}

testkit::on_both! {
    async fn the_second_factor_is_set_up_at_the_first_sign_in_and_asked_for_after(on) {
        let home = Home::new(on).await;
        let (secret, token) = first(&home, now()).await;
        let session = sign_in::session(&home.office, &token, now()).await.unwrap().unwrap();
        assert_eq!((session.who.user, session.who.name.as_str()), (user("maria"), "Maria Lindgren"));
        assert_eq!(session.ends, later(3600));
        let half = half(&home, later(60)).await;
        assert!(sign_in::session(&home.office, &half, later(60)).await.unwrap().is_none(), "a half is no session");
        let wrong = refused(sign_in::code(&home.office, &half, "000000", later(60)).await);
        assert_eq!(wrong, [("", "login-wrong-code")]);
        sign_in::code(&home.office, &half, &app(&secret, later(60)), later(60)).await.unwrap();
        let used = sign_in::code(&home.office, &half, &app(&secret, later(60)), later(60)).await;
        assert_eq!(refused(used), [("", "login-again")], "the half-open session is closed");
    }
}

testkit::on_both! {
    async fn one_code_is_good_once(on) {
        let home = Home::new(on).await;
        let (secret, _) = first(&home, now()).await;
        let half = half(&home, now()).await;
        let code = app(&secret, now());
        let again = refused(sign_in::code(&home.office, &half, &code, now()).await);
        assert_eq!(again, [("", "login-wrong-code")], "it set up the second factor");
        sign_in::code(&home.office, &half, &app(&secret, later(30)), later(30)).await.unwrap();
    }
}

testkit::on_both! {
    async fn a_half_open_session_lasts_ten_minutes_and_a_session_an_hour_without_use_and_twelve_in_all(on) {
        let home = Home::new(on).await;
        let (secret, token) = first(&home, now()).await;
        let half = half(&home, later(60)).await;
        let late = sign_in::code(&home.office, &half, &app(&secret, later(660)), later(660)).await;
        assert_eq!(refused(late), [("", "login-again")]);
        let holds =
            async |minutes: i64| sign_in::session(&home.office, &token, later(60 * minutes)).await.unwrap().is_some();
        for half_hour in 1..24 {
            assert!(holds(30 * half_hour).await, "in use, after {half_hour} half hours");
        }
        assert!(!holds(720).await, "twelve hours");
        let (_, token) = first(&Home::new(on).await, now()).await;
        let other = Home::new(on).await;
        assert!(sign_in::session(&other.office, &token, now()).await.unwrap().is_none(), "another room's");
    }
}

testkit::on_both! {
    async fn a_session_ends_an_hour_after_it_was_used_or_when_signed_out(on) {
        let home = Home::new(on).await;
        let (secret, token) = first(&home, now()).await;
        assert!(sign_in::session(&home.office, &token, later(3599)).await.unwrap().is_some());
        assert!(sign_in::session(&home.office, &token, later(3599 + 3601)).await.unwrap().is_none());
        let half = half(&home, later(60)).await;
        let token = sign_in::code(&home.office, &half, &app(&secret, later(60)), later(60)).await.unwrap();
        sign_in::out(&home.office, &token, later(60)).await.unwrap();
        assert!(sign_in::session(&home.office, &token, later(60)).await.unwrap().is_none());
    }
}

testkit::on_both! {
    async fn a_login_that_does_not_exist_gives_the_same_answers(on) {
        let home = Home::new(on).await;
        for (seconds, expected) in [
            (0, "login-wrong"),
            (1, "login-wrong"),
            (2, "login-wrong"),
            (3, "login-wrong"),
            (4, "login-wrong"),
            (5, "login-wait"),
            (63, "login-wait"),
            (64, "login-wrong"),
            (65, "login-wait"),
            (183, "login-wait"),
            (184, "login-wrong"),
        ] {
            for login in [LOGIN, "ingen@bjorkstad.example"] {
                let answer = sign_in::password(&home.office, login, "fel lösenord här", later(seconds)).await;
                assert_eq!(refused(answer), [("", expected)], "{login} after {seconds} s");
            }
        }
    }
}

testkit::on_both! {
    async fn five_failures_lock_a_login_also_for_another_process_and_whether_or_not_it_exists(on) {
        let home = Home::new(on).await;
        for login in [LOGIN, "ingen@bjorkstad.example"] {
            for _ in 0..5 {
                let _ = sign_in::password(&home.office, login, "fel lösenord här", now()).await;
            }
            let locked = sign_in::password(&home.office, login, PASSWORD, later(59)).await;
            assert_eq!(refused(locked), [("", "login-wait")]);
            let elsewhere = sign_in::password(&home.another(), login, PASSWORD, later(59)).await;
            assert_eq!(refused(elsewhere), [("", "login-wait")], "{login} in a process that was started since");
        }
        assert!(sign_in::password(&home.office, LOGIN, PASSWORD, later(60)).await.is_ok());
    }
}

testkit::on_both! {
    async fn a_closed_account_cannot_sign_in_and_its_sessions_end(on) {
        let home = Home::new(on).await;
        let (_, token) = first(&home, now()).await;
        let olle = home.cx("olle");
        account::disable(&olle, user("maria"), true).await.unwrap();
        assert!(sign_in::session(&home.office, &token, now()).await.unwrap().is_none());
        assert_eq!(refused(sign_in::password(&home.office, LOGIN, PASSWORD, now()).await), [("", "login-wrong")]);
        account::disable(&olle, user("maria"), false).await.unwrap();
        half(&home, now()).await;
        account::reset(&olle, user("maria"), "fyra ugglor i en ek".to_owned()).await.unwrap();
        let step = sign_in::password(&home.office, LOGIN, "fyra ugglor i en ek", now()).await.unwrap();
        assert!(matches!(step, Step::SetUp(..)), "the second factor is set up anew");
        assert_eq!(refused(account::disable(&olle, user("olle"), true).await), [("", "account-own")]);
        assert_eq!(denied(account::disable(&home.cx("maria"), user("olle"), true).await), "denied-settings");
    }
}

testkit::on_both! {
    async fn a_sign_in_that_waits_for_its_code_ends_with_a_new_password_and_when_the_account_is_closed(on) {
        let home = Home::new(on).await;
        let (secret, _) = first(&home, now()).await;
        let olle = home.cx("olle");
        let waiting = half(&home, later(60)).await;
        account::disable(&olle, user("maria"), true).await.unwrap();
        account::disable(&olle, user("maria"), false).await.unwrap();
        let code = sign_in::code(&home.office, &waiting, &app(&secret, later(60)), later(60)).await;
        assert_eq!(refused(code), [("", "login-again")]);
        // Whoever has the old password and never connected an app must not connect hers after the reset.
        account::reset(&olle, user("maria"), PASSWORD.to_owned()).await.unwrap();
        let Step::SetUp(waiting, secret, _) =
            sign_in::password(&home.office, LOGIN, PASSWORD, later(120)).await.unwrap()
        else {
            panic!("no second factor")
        };
        account::reset(&olle, user("maria"), "fyra ugglor i en ek".to_owned()).await.unwrap();
        let code = sign_in::code(&home.office, &waiting, &app(&secret, later(120)), later(120)).await;
        assert_eq!(refused(code), [("", "login-again")]);
    }
}

testkit::on_both! {
    async fn nobody_gives_herself_a_new_sign_in(on) {
        let home = Home::new(on).await;
        let own = account::reset(&home.cx("olle"), user("olle"), "fyra ugglor i en ek".to_owned()).await;
        assert_eq!(refused(own), [("", "account-own-reset")]);
        assert!(sign_in::password(&home.office, "olle@bjorkstad.example", PASSWORD, now()).await.is_ok());
    }
}

testkit::on_both! {
    async fn an_account_without_a_password_lets_nobody_in(on) {
        let home = Home::new(on).await;
        let operator = home.office.actor(Actor::Operator("test".to_owned()), now(), today());
        let new = New {
            user: access::UserId(id(7).as_u128()),
            name: "Nora Nyss".to_owned(),
            login: "nora".to_owned(),
            password: None,
            roles: vec![RoleAt { role: Role::Coordinator, place: Place::Room }],
        };
        account::create(&operator, new).await.unwrap();
        for typed in ["", PASSWORD] {
            let answer = sign_in::password(&home.office, "nora", typed, now()).await;
            assert_eq!(refused(answer), [("", "login-wrong")], "{typed:?}");
        }
    }
}

testkit::on_both! {
    async fn a_wrong_password_before_a_new_one_counts_as_at_the_sign_in_and_a_reset_ends_the_wait(on) {
        let home = Home::new(on).await;
        let maria = home.cx("maria");
        let choose = async |old: &str| sign_in::choose_password(&maria, &home.office, old, "fyra ugglor i en ek").await;
        for _ in 0..5 {
            assert_eq!(refused(choose("fel lösenord här").await), [("password", "password-wrong")]);
        }
        assert_eq!(refused(choose(PASSWORD).await), [("", "login-wait")]);
        assert_eq!(refused(sign_in::password(&home.office, LOGIN, PASSWORD, now()).await), [("", "login-wait")]);
        account::reset(&home.cx("olle"), user("maria"), PASSWORD.to_owned()).await.unwrap();
        assert!(choose(PASSWORD).await.is_ok());
    }
}

testkit::on_both! {
    async fn of_two_first_accounts_at_once_one_is_made(on) {
        for _ in 0..5 {
            let home = Home::empty(on, false).await;
            let office = &home.office;
            let first = |number: u128, login: &str| {
                let (cx, login) =
                    (office.actor(Actor::Operator("first run".to_owned()), now(), today()), login.to_owned());
                let roles = vec![RoleAt { role: Role::Administrator, place: Place::Room }];
                let (user, name) = (access::UserId(id(number).as_u128()), "Nyss Inne".to_owned());
                let new = New { user, name, login, password: Some(PASSWORD.to_owned()), roles };
                tokio::spawn(async move { account::first(&cx, new).await })
            };
            let (one, other) = (first(6, "nyss"), first(7, "också"));
            let (one, other) = (one.await.unwrap(), other.await.unwrap());
            let (won, lost) = if one.is_ok() { (one, other) } else { (other, one) };
            won.unwrap();
            assert_eq!(refused(lost), [("", "account-not-first")]);
        }
    }
}

testkit::on_both! {
    async fn a_first_account_is_refused_where_there_is_one(on) {
        let home = Home::new(on).await;
        let operator = home.office.actor(Actor::Operator("first run".to_owned()), now(), today());
        let new = New {
            user: access::UserId(id(6).as_u128()),
            name: "Nyss Inne".to_owned(),
            login: "nyss".to_owned(),
            password: Some(PASSWORD.to_owned()),
            roles: vec![RoleAt { role: Role::Administrator, place: Place::Room }],
        };
        // The page has looked before, and seen none: what counts is what the change sees.
        assert_eq!(refused(account::first(&operator, new).await), [("", "account-not-first")]);
    }
}

testkit::on_both! {
    async fn nobody_gives_herself_a_role(on) {
        let home = Home::new(on).await;
        let administrator = RoleAt { role: Role::Administrator, place: Place::Room };
        let more = vec![administrator.clone(), RoleAt { role: Role::Coordinator, place: Place::Room }];
        let answer = account::give(&home.cx("olle"), user("olle"), more.clone()).await;
        assert_eq!(refused(answer), [("roles", "account-own-role")]);
        account::give(&home.cx("olle"), user("olle"), vec![administrator]).await.unwrap();
        let operator = home.office.actor(Actor::Operator("test".to_owned()), now(), today());
        account::give(&operator, user("olle"), more).await.unwrap();
    }
}

testkit::on_both! {
    async fn an_account_is_refused_with_everything_that_is_wrong(on) {
        let home = Home::new(on).await;
        let cx = home.office.actor(Actor::Operator("test".to_owned()), now(), today());
        let new = New {
            user: access::UserId(id(5).as_u128()),
            name: " ".to_owned(),
            login: String::new(),
            password: Some("kort".to_owned()),
            roles: vec![RoleAt { role: Role::Mentor, place: Place::Room }],
        };
        assert_eq!(
            refused(account::create(&cx, new.clone()).await),
            [
                ("name", "account-name-missing"),
                ("login", "account-login-missing"),
                ("password", "account-password-short"),
                ("roles", "account-role-place"),
            ]
        );
        let taken = New {
            name: "Maria Lind".to_owned(),
            login: LOGIN.to_uppercase(),
            password: Some(PASSWORD.to_owned()),
            roles: vec![RoleAt { role: Role::Administrator, place: Place::Room }],
            ..new
        };
        assert_eq!(refused(account::create(&cx, taken.clone()).await), [("login", "account-login-taken")]);
        let usual = New { login: "nyss".to_owned(), password: Some("Sommaren2026".to_owned()), ..taken };
        assert_eq!(refused(account::create(&cx, usual).await), [("password", "account-password-usual")]);
        assert!(!account::none(&home.office).await.unwrap());
    }
}

testkit::on_both! {
    async fn choosing_who_one_is_goes_in_a_room_that_the_demo_made_and_nowhere_else(on) {
        let real = Home::new(on).await;
        assert_eq!(denied(sign_in::choices(&real.office).await), "login-not-demo");
        assert_eq!(denied(sign_in::chosen(&real.office, user("maria"), now()).await), "login-not-demo");
        let demo = Home::made(on, true).await;
        let names: Vec<_> = sign_in::choices(&demo.office).await.unwrap().into_iter().map(|it| it.name).collect();
        assert_eq!(names.len(), 5);
        let token = sign_in::chosen(&demo.office, user("maria"), now()).await.unwrap();
        let session = sign_in::session(&demo.office, &token, now()).await.unwrap().unwrap();
        assert_eq!(session.who.name, "Maria Lindgren");
    }
}
