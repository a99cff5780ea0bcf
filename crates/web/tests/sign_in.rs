//! Signing in as a browser does it: password, second factor, code, out again, and in again.

#[cfg(test)]
mod browser;

use axum::http::StatusCode;
use browser::{Browser, OWN, PASSWORD, URL, app, form};

#[tokio::test]
async fn one_gets_in_by_password_and_code_and_out_and_in_again() {
    let mut browser = Browser::new().await;
    let page = browser.post("/logga-in", &form(&[("login", "maria"), ("password", PASSWORD)])).await;
    assert_eq!(page.status, StatusCode::OK);
    let key = page.between("<code>", "</code>");
    let groups: Vec<usize> = key.split(' ').map(str::len).collect();
    assert_eq!(groups, [4; 8], "in groups of four: {key}");

    let wrong = browser.post("/logga-in/kod", "code=000000").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.between("<code>", "</code>"), key, "the same key is shown again");
    assert!(wrong.html.contains("sl-square"), "and the square");

    let right = browser.post("/logga-in/kod", &form(&[("code", &app(&key, browser.now()))])).await;
    assert_eq!(right.status, StatusCode::OK);
    assert_eq!(right.html.matches("<code>").count(), 10, "ten recovery codes, shown once");
    assert!(right.html.contains(&format!("href=\"{}/\"", URL)), "and the way on");
    let recovery = right.between("<code>", "</code>");
    // A password that somebody else made opens nothing but the page where it is changed.
    for path in ["/", "/narvaro", "/om"] {
        assert_eq!(browser.get(path).await.location(), format!("{URL}/nytt-losenord"));
    }
    let token = browser.get("/nytt-losenord").await.between("name=\"token\" value=\"", "\"");
    for (old, new) in [("fel", OWN), (PASSWORD, PASSWORD), (PASSWORD, "kort")] {
        let sent = form(&[("token", &token), ("password", old), ("new", new)]);
        assert_eq!(browser.post("/nytt-losenord", &sent).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(browser.choose_password().await, format!("{URL}/?klart=losenord"));
    let start = browser.get("/").await;
    assert_eq!(start.status, StatusCode::OK);
    assert!(start.html.contains("Maria Lindgren"));

    browser.post("/logga-ut", "").await;
    assert_eq!(browser.get("/").await.status, StatusCode::SEE_OTHER, "signed out");
    browser.wait(60);
    let old = browser.post("/logga-in", &form(&[("login", "maria"), ("password", PASSWORD)])).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY, "the password before is none");
    let page = browser.post("/logga-in", &form(&[("login", "maria"), ("password", OWN)])).await;
    assert_eq!(page.location(), format!("{URL}/logga-in/kod?till={URL}/"));
    assert!(!browser.get("/logga-in/kod").await.html.contains("<code>"), "the key is not shown any more");
    let right = browser.post("/logga-in/kod", &form(&[("code", &app(&key, browser.now()))])).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/").await.status, StatusCode::OK);

    browser.post("/logga-ut", "").await;
    browser.wait(60);
    browser.post("/logga-in", &form(&[("login", "maria"), ("password", OWN)])).await;
    let right = browser.post("/logga-in/kod", &form(&[("code", &recovery)])).await;
    assert_eq!(right.location(), format!("{URL}/reservkoder?klart=reservkod"), "without the telephone");
    let page = browser.get("/reservkoder").await;
    assert!(page.html.contains("Du har 9 reservkoder kvar."));
    let token = page.between("name=\"token\" value=\"", "\"");
    let refused = browser.post("/reservkoder/ny-app", &form(&[("token", &token), ("app-password", "fel")])).await;
    assert!(refused.html.contains("app-password-error"), "told at the question that was answered wrong");
    let gone = browser.post("/reservkoder/ny-app", &form(&[("token", &token), ("app-password", OWN)])).await;
    assert_eq!(gone.location(), format!("{URL}/logga-in?klart=ny-app"));
    let page = browser.post("/logga-in", &form(&[("login", "maria"), ("password", OWN)])).await;
    assert_ne!(page.between("<code>", "</code>"), key, "another app is connected");
}

#[tokio::test]
async fn a_form_of_an_account_that_is_sent_twice_leads_to_the_account() {
    let mut browser = Browser::new().await;
    browser.enter("olle").await;
    let page = browser.get("/konton/nytt").await;
    let (id, token) = (page.between("name=\"id\" value=\"", "\""), page.between("name=\"token\" value=\"", "\""));
    let sent =
        form(&[("token", &token), ("id", &id), ("name", "Karin Ek"), ("login", "karin"), ("roles", "Coordinator")]);
    assert_eq!(browser.post("/konton/nytt", &sent).await.status, StatusCode::OK);
    let twice = browser.post("/konton/nytt", &sent).await;
    assert_eq!(twice.location(), format!("{URL}/konton/{id}?klart=konto-finns"));
    let account = browser.get(&format!("/konton/{id}?klart=konto-finns")).await;
    assert!(account.html.contains("formuläret skickades två gånger") && account.html.contains("/ny-inloggning"));
}

#[tokio::test]
async fn an_administrator_gives_herself_neither_roles_nor_a_new_sign_in() {
    let mut browser = Browser::new().await;
    browser.enter("olle").await;
    let own = "/konton/00000000-0000-0000-0000-000000000002";
    let page = browser.get(own).await;
    assert!(page.html.contains("ditt eget konto") && !page.html.contains("/ny-inloggning"), "{}", page.html);
    let token = page.between("name=\"token\" value=\"", "\"");
    let sent = [("token", token.as_str()), ("roles", "Administrator"), ("roles-2", "HeadTeacher"), ("school-2", "1")];
    let sent = form(&sent);
    let refused = browser.post(own, &sent).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.html.contains("Du kan inte ge dig själv ett uppdrag."), "{}", refused.html);
    let reset = browser.post(&format!("{own}/ny-inloggning"), &form(&[("token", &token)])).await;
    assert_eq!(reset.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reset.html.contains("Du kan inte ge dig själv en ny inloggning."), "{}", reset.html);
    assert!(!reset.html.contains("<code>"));
}

#[tokio::test]
async fn every_administrator_sees_who_made_an_account_and_when() {
    let mut browser = Browser::new().await;
    browser.enter("olle").await;
    let page = browser.get("/konton/nytt").await;
    let (id, token) = (page.between("name=\"id\" value=\"", "\""), page.between("name=\"token\" value=\"", "\""));
    let sent =
        form(&[("token", &token), ("id", &id), ("name", "Karin Ek"), ("login", "karin"), ("roles", "Coordinator")]);
    assert_eq!(browser.post("/konton/nytt", &sent).await.status, StatusCode::OK);
    let list = browser.get("/konton").await.html;
    assert!(list.contains("av Olle Berg") && list.contains("på servern"), "{list}");
}

#[tokio::test]
async fn the_session_before_ends_when_somebody_else_signs_in_in_the_same_browser() {
    let mut browser = Browser::new().await;
    browser.enter("maria").await;
    let before = browser.cookie();
    browser.post("/logga-in", &form(&[("login", "olle"), ("password", PASSWORD)])).await;
    browser.take(&before);
    assert_eq!(browser.get("/").await.status, StatusCode::SEE_OTHER, "its cookie is good for nothing");
}

#[tokio::test]
async fn what_came_back_is_sent_once_by_the_same_person_and_looked_at_by_another() {
    let mut browser = Browser::new().await;
    let key = browser.enter("olle").await;
    let page = browser.get("/konton/nytt").await;
    let (id, token) = (page.between("name=\"id\" value=\"", "\""), page.between("name=\"token\" value=\"", "\""));
    let sent = |token: &str| {
        form(&[("token", token), ("id", &id), ("name", "Karin Ek"), ("login", "karin"), ("roles", "Coordinator")])
    };
    browser.post("/logga-ut", "").await;
    let kept = browser.post("/konton/nytt", &sent(&token)).await;
    assert_eq!(kept.status, StatusCode::UNAUTHORIZED);
    let along = kept.between("name=\"token\" value=\"", "\"");

    browser.enter("maria").await;
    let other = browser.post("/konton/nytt", &sent(&along)).await;
    assert_eq!(other.status, StatusCode::UNAUTHORIZED, "it was not Maria's form");
    assert!(other.html.contains("Karin Ek") && !other.html.contains(&token));

    browser.post("/logga-ut", "").await;
    browser.wait(60);
    browser.post("/logga-in", &form(&[("login", "olle"), ("password", OWN)])).await;
    browser.post("/logga-in/kod", &form(&[("code", &app(&key, browser.now()))])).await;
    let made = browser.post("/konton/nytt", &sent(&along)).await;
    assert_eq!(made.status, StatusCode::OK);
    assert!(made.html.contains("karin"));
}
