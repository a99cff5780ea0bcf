//! A lost second factor: codes that were printed, another app, and the operator's way in.

use access::Actor;
use casework::verb::recovery;
use casework::verb::sign_in::{self, Step, Token};

use crate::home::{Home, PASSWORD, denied, now, refused, today};
use crate::sign_in::{LOGIN, app, first, half, later};

testkit::on_both! {
    async fn a_recovery_code_opens_once_and_another_set_makes_it_worthless(on) {
        let home = Home::new(on).await;
        first(&home, now()).await;
        let codes = recovery::first(&home.cx("maria")).await.unwrap();
        assert_eq!(codes.len(), 10);
        let open = half(&home, now()).await;
        sign_in::code(&home.office, &open, &codes[3], now()).await.unwrap();
        assert_eq!(recovery::left(&home.cx("maria")).await.unwrap(), 9);
        let open = half(&home, now()).await;
        let again = sign_in::code(&home.office, &open, &codes[3], now()).await;
        assert_eq!(refused(again), [("", "login-wrong-code")], "used before");
        let renewed = recovery::renew(&home.cx("maria"), &home.office, PASSWORD).await.unwrap();
        let old = sign_in::code(&home.office, &open, &codes[4], now()).await;
        assert_eq!(refused(old), [("", "login-wrong-code")], "of the set before");
        sign_in::code(&home.office, &open, &renewed[0].replace(' ', ""), now()).await.unwrap();
    }
}

testkit::on_both! {
    async fn a_code_of_somebody_else_is_wrong_and_five_tries_lock_the_login(on) {
        let home = Home::new(on).await;
        first(&home, now()).await;
        let foreign = recovery::first(&home.cx("amir")).await.unwrap();
        let open = half(&home, later(60)).await;
        for code in &foreign[..5] {
            assert_eq!(refused(sign_in::code(&home.office, &open, code, later(60)).await), [("", "login-wrong-code")]);
        }
        let own = recovery::first(&home.cx("maria")).await.unwrap();
        assert_eq!(refused(sign_in::code(&home.office, &open, &own[0], later(61)).await), [("", "login-wait")]);
    }
}

testkit::on_both! {
    async fn a_recovery_code_does_not_replace_the_app_before_it_is_connected(on) {
        let home = Home::new(on).await;
        let codes = recovery::first(&home.cx("maria")).await.unwrap();
        let Step::SetUp(half, ..) = sign_in::password(&home.office, LOGIN, PASSWORD, now()).await.unwrap() else {
            panic!("no second factor yet")
        };
        assert_eq!(refused(sign_in::code(&home.office, &half, &codes[0], now()).await), [("", "login-wrong-code")]);
    }
}

testkit::on_both! {
    async fn another_app_is_connected_after_the_password_and_every_session_ends(on) {
        let home = Home::new(on).await;
        let (_, token) = first(&home, now()).await;
        let codes = recovery::first(&home.cx("maria")).await.unwrap();
        let wrong = recovery::another_app(&home.cx("maria"), &home.office, "fel lösenord här").await;
        assert_eq!(refused(wrong), [("password", "password-wrong")]);
        recovery::another_app(&home.cx("maria"), &home.office, PASSWORD).await.unwrap();
        assert!(sign_in::session(&home.office, &token, now()).await.unwrap().is_none());
        let (_, token) = first(&home, later(60)).await;
        assert!(sign_in::session(&home.office, &token, later(60)).await.unwrap().is_some());
        let open = half(&home, later(90)).await;
        assert_eq!(refused(sign_in::code(&home.office, &open, &codes[0], later(90)).await), [("", "login-wrong-code")]);
    }
}

testkit::on_both! {
    async fn the_operator_lets_the_last_administrator_in_again(on) {
        let home = Home::new(on).await;
        let (secret, _) = first(&home, now()).await;
        let operator = home.office.actor(Actor::Operator("test".to_owned()), now(), today());
        let new = "fyra ugglor i en ek";
        assert_eq!(refused(recovery::recover(&operator, "ingen", new).await), [("login", "recover-no-account")]);
        assert_eq!(denied(recovery::recover(&home.cx("maria"), LOGIN, new).await), "denied-settings");
        recovery::recover(&operator, LOGIN, new).await.unwrap();
        let step = sign_in::password(&home.office, LOGIN, new, later(60)).await.unwrap();
        let Step::SetUp(half, other, _) = step else { panic!("the second factor is gone") };
        assert_ne!(other, secret);
        let token: Token = sign_in::code(&home.office, &half, &app(&other, later(60)), later(60)).await.unwrap();
        assert!(sign_in::session(&home.office, &token, later(60)).await.unwrap().unwrap().choose_password);
    }
}
