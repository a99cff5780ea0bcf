//! The pages as each of the cast sees them, over a small real room: what is shown, to whom, and what never is.

#[cfg(test)]
mod shared;

use axum::http::{Method, StatusCode};
use shared::{Page, SLUG, run, shared};

/// Everybody of the room, and nobody.
const ALL: [&str; 13] = [
    "maria", "amir", "birgitta", "jonas", "selam", "petra", "olle", "gunilla", "erik", "karin", "stina", "", "unknown",
];

fn url(path: &str) -> String {
    format!("/{SLUG}{path}")
}

/// The address of the first pupil on somebody's list.
async fn pupil(who: &str) -> String {
    let list = shared().get(who, &url("/narvaro?agerat=alla")).await;
    list.all("href=\"", "\"").into_iter().find(|href| href.starts_with(&url("/elev/"))).unwrap_or_default()
}

/// Status of pages for somebody.
#[track_caller]
fn check(who: &str, expected: &[(&str, u16)]) {
    for (path, status) in expected {
        let page = run(shared().get(who, &url(path)));
        assert_eq!(page.status.as_u16(), *status, "{who} {path}");
        if page.status == StatusCode::OK {
            sound(&page, path);
        }
    }
}

/// What holds for every page.
#[track_caller]
fn sound(page: &Page, path: &str) {
    let html = &page.html;
    assert!(html.contains("<html lang=\"sv\"") || html.contains("<html lang=\"en\""), "{path} has no language");
    assert_eq!(html.matches("<h1").count(), 1, "{path}");
    assert_eq!(html.matches("<main").count(), 1, "{path}");
    assert!(!html.contains("[web-") && !html.contains("[step-") && !html.contains("[signal-"), "{path} lacks words");
    for word in [" style=", "<style", "onclick=", "javascript:", "http://", "https://"] {
        let found = html.replace("http://www.w3.org/2000/svg", "").contains(word);
        assert!(!found, "{path} has {word}");
    }
    assert_eq!(page.header("cache-control"), "no-store", "{path}");
    assert!(page.header("content-security-policy").starts_with("default-src 'none'"), "{path}");
    for field in ["<input", "<select", "<textarea"] {
        for found in page.all(field, ">") {
            labelled(html, &found, path);
        }
    }
    ids(page, path);
}

#[track_caller]
fn labelled(html: &str, field: &str, path: &str) {
    let id = field.split("id=\"").nth(1).and_then(|rest| rest.split('"').next());
    let named = field.contains("aria-label") || id.is_some_and(|id| html.contains(&format!("for=\"{id}\"")));
    assert!(field.contains("type=\"hidden\"") || named, "{path}: {field}");
}

#[track_caller]
fn ids(page: &Page, path: &str) {
    let mut ids = page.all(" id=\"", "\"");
    let many = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), many, "{path} has an id twice");
}

#[test]
fn a_counsellor_sees_lists_and_pupils_of_her_schools() {
    check(
        "maria",
        &[("/", 200), ("/narvaro", 200), ("/narvaro?lista=team&agerat=alla", 200), ("/sok", 200), ("/om", 200)],
    );
    let pupil = run(pupil("maria"));
    let page = run(shared().get("maria", &pupil));
    assert_eq!(page.status, StatusCode::OK);
    sound(&page, &pupil);
    assert!(page.html.contains("skollinje-wide") && page.html.contains("skollinje-narrow"));
    assert!(page.html.contains("slag=pupil_talk") && !page.html.contains("/beslut"));
}

#[test]
fn the_head_teacher_decides_and_sees_the_school_in_numbers() {
    check("birgitta", &[("/", 200), ("/narvaro", 200)]);
    let page = run(async { shared().get("birgitta", &pupil("birgitta").await).await });
    assert!(page.html.contains("/beslut"));
}

#[test]
fn who_lists_nobody_is_given_no_list_and_no_link_to_it() {
    for who in ["olle", "gunilla", "erik", "petra", "karin", "stina"] {
        check(who, &[("/", 200), ("/om", 200), ("/narvaro", 404)]);
        let start = run(shared().get(who, &url("/")));
        assert!(!start.html.contains(&url("/narvaro")) && !start.html.contains(&url("/sok")), "{who}");
    }
}

#[test]
fn a_pupil_one_may_not_see_and_one_that_is_not_there_look_the_same() {
    run(async {
        let theirs = pupil("maria").await;
        let none = url("/elev/0192d3a4-5b6c-7d8e-9f01-23456789abcd");
        for who in ["olle", "erik", "petra", "selam"] {
            let (forbidden, missing) = (shared().get(who, &theirs).await, shared().get(who, &none).await);
            assert_eq!(forbidden.status, StatusCode::NOT_FOUND, "{who}");
            assert_eq!(missing.status, StatusCode::NOT_FOUND, "{who}");
            assert_eq!(forbidden.html.replace(&theirs, ""), missing.html.replace(&none, ""), "{who}");
        }
    });
}

#[test]
fn who_has_not_signed_in_is_sent_to_sign_in_and_learns_nothing() {
    run(async {
        let theirs = pupil("maria").await;
        for who in ["", "unknown"] {
            for path in [url("/"), url("/narvaro?klass=7B"), theirs.clone(), url("/elev/x"), url("/om")] {
                let page = shared().get(who, &path).await;
                let to = page.header("location");
                assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}");
                assert!(to.starts_with(&url("/logga-in?till=/")) && !to.contains("7B"), "{to}");
                assert_eq!(page.html, "", "{path}");
            }
        }
        let sign_in = shared().get("", &url("/logga-in")).await;
        assert_eq!(sign_in.status, StatusCode::OK);
        sound(&sign_in, "/logga-in");
    });
}

#[test]
fn no_name_of_a_pupil_stands_in_an_address() {
    run(async {
        let list = shared().get("maria", &url("/narvaro?agerat=alla")).await;
        let links = list.all(&format!("href=\"{}", url("/elev/")), "</a>");
        let names: Vec<&str> = links.iter().filter_map(|link| link.split('>').nth(1)).collect();
        assert!(names.len() > 3, "{} names", names.len());
        let page = shared().get("maria", &pupil("maria").await).await;
        let addresses = [list.all("href=\"", "\""), list.all("action=\"", "\""), page.all("href=\"", "\"")].concat();
        for name in names.iter().flat_map(|name| name.split(' ')).filter(|name| name.chars().count() > 3) {
            assert!(!addresses.iter().any(|address| address.contains(name)), "{name}");
        }
    });
}

#[test]
fn what_was_typed_is_kept_when_the_session_has_ended() {
    run(async {
        let body = "ord=En+l%C3%A5ng+text+om+n%C3%A5got&token=old&password=hemligt-ord&id=7";
        for (who, signed_in) in [("", false), ("maria", true)] {
            let page = shared().post(who, &url("/sok"), body).await;
            assert_eq!(page.status, StatusCode::UNAUTHORIZED);
            assert!(page.html.contains("En lång text om något") && page.html.contains("name=\"id\" value=\"7\""));
            assert!(!page.html.contains("hemligt-ord"));
            assert_eq!(page.token() == "old", !signed_in, "the token of somebody who is signed in is her own");
            sound(&Page { status: StatusCode::OK, ..page }, "/sok");
        }
    });
}

#[test]
fn a_search_is_by_post_only_and_says_what_is_missing() {
    run(async {
        let form = shared().get("maria", &url("/sok?ord=And")).await;
        assert!(!form.html.contains("value=\"And\""));
        let token = form.token();
        let short = shared().post("maria", &url("/sok"), &format!("token={token}&ord=a")).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(short.html.contains("ds-error-summary") && short.html.contains("href=\"#ord\""));
        let found = shared().post("maria", &url("/sok"), &format!("token={token}&ord=an")).await;
        assert_eq!(found.status, StatusCode::OK);
        assert!(found.html.contains(&url("/elev/")));
        sound(&found, "/sok");
    });
}

#[test]
fn every_page_is_there_in_english_too() {
    run(async {
        let cookie = format!("{}; sprak=en", shared().cookie("maria"));
        for path in ["/", "/narvaro", "/sok", "/om"] {
            let page = shared().send(Method::GET, &url(path), &cookie, "").await;
            assert!(page.html.contains("<html lang=\"en\""), "{path}");
            sound(&page, path);
        }
        let start = shared().send(Method::GET, &url("/"), &cookie, "").await;
        assert!(start.html.contains("Hello Maria!"));
    });
}

#[test]
fn after_signing_in_nobody_is_sent_to_another_site() {
    run(async {
        for till in
            ["https://example.org/", "//example.org", "/annat/", "/utbildning//example.org", "/utbildning/\\x", "x"]
        {
            let page = shared().get("", &url(&format!("/logga-in?till={till}"))).await;
            assert!(page.html.contains(&format!("name=\"till\" value=\"{}\"", url("/"))), "{till}");
        }
        let page = shared().get("", &url(&format!("/logga-in?till={}?x=1", url("/narvaro")))).await;
        assert!(page.html.contains(&format!("value=\"{}\"", url("/narvaro"))));
    });
}

#[test]
fn nothing_that_is_sent_breaks_a_page() {
    let long = "x".repeat(5_000);
    let odd = ["%00", "%ff", "'--", "%3Cscript%3E", "-1", "999999999999999999999", "å", &long];
    run(async {
        for who in ["maria", "olle", ""] {
            for value in odd.iter().filter(|value| value.is_ascii()) {
                let query = format!(
                    "/narvaro?skola={value}&klass={value}&arskurs={value}&signal={value}&efter={value}&klart={value}"
                );
                for path in [query, format!("/elev/{value}"), format!("/logga-in?till={value}"), format!("/{value}")] {
                    let page = shared().get(who, &url(&path)).await;
                    assert!(page.status.as_u16() < 500, "{who} {path}: {}", page.status);
                    assert!(!page.html.contains("<script>"), "{who} {path}");
                }
            }
            for body in ["", "token", "token=%ff&ord=%00", "&&&==", "ord=%3Cscript%3Ealert(1)%3C/script%3E+x"] {
                for path in ["/sok", "/logga-in", "/logga-in/kod", "/forsta-gangen"] {
                    let page = shared().post(who, &url(path), body).await;
                    assert!(page.status.as_u16() < 500, "{who} {path} {body}: {}", page.status);
                    assert!(!page.html.contains("<script>alert"), "{who} {path} {body}");
                }
            }
        }
    });
}

#[test]
fn a_room_that_is_not_there_is_a_page_that_is_not_there() {
    for who in ALL {
        for path in ["/annat/", "/annat/logga-in", "/utbildning/finns-inte", "/Utbildning/"] {
            assert_eq!(run(shared().get(who, path)).status, StatusCode::NOT_FOUND, "{who} {path}");
        }
    }
}

#[test]
fn the_first_account_is_made_only_where_there_is_none() {
    check("", &[("/forsta-gangen", 404)]);
    assert_eq!(run(shared().post("", &url("/forsta-gangen"), "code=&name=x")).status, StatusCode::NOT_FOUND);
}

#[test]
fn every_page_about_pupils_leaves_its_entry_in_the_journal() {
    run(async {
        let entries = async || match room::journal::verify(shared().office.room(), None).await {
            Ok(room::journal::Chain::Whole(last)) => last.seq,
            other => panic!("{other:?}"),
        };
        let theirs = pupil("maria").await;
        for path in [url("/narvaro"), theirs] {
            let before = entries().await;
            assert_eq!(shared().get("maria", &path).await.status, StatusCode::OK, "{path}");
            assert!(entries().await > before, "{path}");
        }
    });
}

#[test]
fn an_empty_page_of_the_list_does_not_say_that_everybody_is_seen_to() {
    let page = run(shared().get("maria", &url("/narvaro?signal=S12a")));
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.html.contains("sl-empty"), "there is nobody with S12a on a list");
    assert!(!page.html.contains("omhändertagna"));
}

#[test]
fn who_may_not_search_is_given_no_form_for_it() {
    for who in ["olle", "karin", "stina", "petra"] {
        check(who, &[("/sok", 404), ("/narvaro/forsta-genomgang", 404)]);
    }
    check("maria", &[("/sok", 200), ("/narvaro/forsta-genomgang", 200)]);
}

#[test]
fn a_page_that_is_not_there_leads_back_to_the_room() {
    let page = run(shared().get("maria", &url("/elev/x")));
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.html.contains(&format!("href=\"{}\"", url("/"))));
}

#[test]
fn a_page_that_is_not_there_has_the_menu_for_whoever_is_signed_in() {
    for path in ["/elev/x", "/finns-inte", "/konton", "/narvaro/forsta-genomgang/avsluta"] {
        let page = |who| run(shared().get(who, &url(path)));
        let maria = page("maria");
        assert!(maria.status.is_client_error(), "{path}");
        for shown in [
            format!("href=\"{}\"", url("/narvaro")),
            "Maria Lindgren".to_owned(),
            format!("action=\"{}\"", url("/sok")),
        ] {
            assert!(maria.html.contains(&shown), "{path}: {shown}");
        }
        assert!(!page("").html.contains(&url("/narvaro\"")), "{path}");
    }
    let elsewhere = run(shared().get("maria", "/annan-kommun/narvaro"));
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
    assert!(!elsewhere.html.contains("Maria Lindgren"));
}

#[test]
fn a_choice_of_language_leads_back_to_the_list_as_it_was_asked_for() {
    let asked = url("/narvaro?skola=90000101&klass=7B&agerat=alla");
    let page = run(shared().get("maria", &asked));
    let back = page.all("name=\"back\" value=\"", "\"");
    let escaped = asked.replace('&', "&amp;");
    assert_eq!(back, [escaped.as_str(), escaped.as_str()]);
    let sent = format!("language=en&back={}", asked.replace('&', "%26"));
    let answer = run(shared().post("maria", "/installningar/visning", &sent));
    assert_eq!(answer.header("location"), asked);
}
