//! The pages where something is written: steps, the first sitting, the meeting, accounts. On a small real room.

#[cfg(test)]
mod shared;

use std::{collections::BTreeMap, sync::Arc};

use axum::http::{Method, StatusCode};
use shared::{City, Page, SLUG, run, shared};
use uuid::Uuid;
use web::Site;

/// The value of a form: what a browser makes of it.
fn encoded(fields: &[(&str, &str)]) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    let value = |text: &str| text.bytes().map(byte).collect::<String>();
    fields.iter().map(|(name, text)| format!("{name}={}", value(text))).collect::<Vec<_>>().join("&")
}

/// The addresses of pupils on somebody's list, without the room.
async fn pupils(city: &City, who: &str) -> Vec<String> {
    let list = city.get(who, &format!("/{SLUG}/narvaro")).await;
    let ids = list.all(&format!("href=\"/{SLUG}/elev/"), "\"");
    ids.into_iter().map(|id| format!("/{SLUG}/elev/{id}")).collect()
}

/// Sends the form on a page back with its token and its id, and with these fields.
async fn send(city: &City, who: &str, path: &str, page: &Page, fields: &[(&str, &str)]) -> Page {
    let (token, ids) = (page.token(), page.all("name=\"id\" value=\"", "\""));
    let id = ids.first().map(String::as_str).unwrap_or_default();
    let decided = page.all("name=\"decided\" value=\"", "\"");
    let decided = decided.first().map(String::as_str).unwrap_or_default();
    let seen = page.all("name=\"seen\" value=\"", "\"");
    let seen = seen.first().map(String::as_str).unwrap_or_default();
    let own = [("token", token.as_str()), ("id", id), ("decided", decided), ("seen", seen)];
    city.post(who, path, &encoded(&[&own, fields].concat())).await
}

const TALK: [(&str, &str); 4] =
    [("kind", "pupil_talk"), ("zone", "SchoolGeneral"), ("day", "2026-11-20"), ("follow_up", "2026-12-11")];

#[test]
fn a_documented_step_clears_the_pupil_and_a_form_sent_twice_is_one_step() {
    run(async {
        let (city, who) = (shared(), "maria");
        let pupil = pupils(city, who).await.into_iter().next_back().unwrap();
        let form = city.get(who, &format!("{pupil}/steg?slag=pupil_talk")).await;
        assert_eq!(form.status, StatusCode::OK);
        let fields = [&TALK[..], &[("text", "Mornarna är svåra.")]].concat();
        for _ in 0..2 {
            let answer = send(city, who, &format!("{pupil}/steg"), &form, &fields).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
            assert_eq!(answer.header("location"), format!("{pupil}?klart=steg"));
        }
        let page = city.get(who, &pupil).await;
        assert_eq!(page.html.matches("Mornarna är svåra.").count(), 1);
        assert!(!pupils(city, who).await.contains(&pupil), "a cleared pupil is not among what is left to do");
    });
}

#[test]
fn two_windows_of_a_form_are_two_steps_and_none_is_lost() {
    run(async {
        let (city, who) = (shared(), "maria");
        let pupil = pupils(city, who).await.into_iter().next_back().unwrap();
        let form = city.get(who, &format!("{pupil}/steg?slag=pupil_talk")).await;
        let fields = |text| [&TALK[..], &[("text", text)]].concat();
        let path = format!("{pupil}/steg");
        let first = send(city, who, &path, &form, &fields("Pratade på morgonen.")).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.html);
        let again = send(city, who, &path, &form, &fields("Pratade efter lunch.")).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.html.contains("inte sparat än") && again.html.contains("Pratade efter lunch."), "{}", again.html);
        let saved = send(city, who, &path, &again, &fields("Pratade efter lunch.")).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.html);
        let page = city.get(who, &pupil).await.html;
        assert!(page.contains("Pratade på morgonen.") && page.contains("Pratade efter lunch."), "{page}");
    });
}

#[test]
fn a_form_that_comes_back_still_carries_what_it_showed_first() {
    run(async {
        let pupil = pupils(shared(), "maria").await.remove(0);
        let path = format!("{pupil}/steg");
        let form = shared().get("maria", &format!("{path}?slag=pupil_talk")).await;
        let shown = |page: &Page| page.all("name=\"seen\" value=\"", "\"");
        let (first, earlier) = (shown(&form), "1-10-0".to_owned());
        assert!(first.len() == 1 && first[0] != earlier, "{first:?}");
        let fields = [("token", form.token()), ("kind", "pupil_talk".to_owned()), ("seen", earlier.clone())];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        let again = shared().post("maria", &path, &encoded(&fields)).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(shown(&again), [earlier]);
    });
}

#[test]
fn a_step_has_no_page_under_another_pupil() {
    run(async {
        let (city, who) = (shared(), "maria");
        let all = pupils(city, who).await;
        let (pupil, other) = (&all[3], &all[4]);
        let form = city.get(who, &format!("{pupil}/steg?slag=no_answer")).await;
        let fields =
            [("kind", "no_answer"), ("zone", "SchoolGeneral"), ("day", "2026-11-20"), ("text", "Ingen svarade.")];
        let saved = send(city, who, &format!("{pupil}/steg"), &form, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.html);
        let ways = city.get(who, pupil).await.all(&format!("{pupil}/steg/"), "\"");
        let way = ways.iter().find(|way| way.ends_with("/ta-tillbaka")).unwrap();
        let form = city.get(who, &format!("{pupil}/steg/{way}")).await;
        assert_eq!(form.status, StatusCode::OK);
        let path = format!("{other}/steg/{way}");
        assert_eq!(city.get(who, &path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(send(city, who, &path, &form, &[("reason", "Fel.")]).await.status, StatusCode::NOT_FOUND);
        assert!(!city.get(who, pupil).await.html.contains("Fel."));
    });
}

#[test]
fn who_reads_is_said_before_the_words() {
    run(async {
        let pupil = pupils(shared(), "maria").await.remove(0);
        let form = shared().get("maria", &format!("{pupil}/steg?slag=pupil_talk")).await.html;
        assert!(form.find("läser det här").unwrap() < form.find("<textarea").unwrap());
    });
}

#[test]
fn what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
    run(async {
        let (city, who) = (shared(), "maria");
        let pupil = pupils(city, who).await.remove(0);
        let form = city.get(who, &format!("{pupil}/steg?slag=pupil_talk")).await;
        for (field, value) in [("day", "2027-01-01"), ("day", ""), ("follow_up", "own"), ("follow_up", "2026-11-01")] {
            let mut fields = TALK.to_vec();
            fields.retain(|(name, _)| *name != field);
            fields.extend([(field, value), ("text", "Hen vill börja senare & oftare.")]);
            let answer = send(city, who, &format!("{pupil}/steg"), &form, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {value}");
            assert!(answer.html.contains(&format!("id=\"{field}-error\"")), "{field} {value}");
            assert!(answer.html.contains(&format!("href=\"#{field}\"")), "{field} {value}");
            assert!(answer.html.contains("Hen vill börja senare &amp; oftare."), "{field} {value}");
        }
    });
}

#[test]
fn a_draft_comes_back_and_is_nobody_elses() {
    run(async {
        let city = shared();
        let pupil = pupils(city, "maria").await.remove(1);
        let path = format!("{pupil}/steg?slag=adaptation");
        let form = city.get("maria", &path).await;
        let fields = [("kind", "adaptation"), ("text", "Senare start på"), ("day", "2026-11-19")];
        let kept = send(city, "maria", &format!("{pupil}/steg/utkast"), &form, &fields).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER);
        assert!(city.get("maria", &path).await.html.contains("Senare start på"));
        for other in ["amir", "birgitta"] {
            assert!(!city.get(other, &path).await.html.contains("Senare start på"), "{other}");
        }
        send(city, "maria", &format!("{pupil}/steg/utkast"), &form, &[("kind", "adaptation"), ("text", "")]).await;
        assert!(!city.get("maria", &path).await.html.contains("Senare start på"));
    });
}

#[test]
fn a_form_with_another_token_does_nothing_and_keeps_the_words() {
    run(async {
        let city = shared();
        let pupil = pupils(city, "maria").await.remove(2);
        let fields = encoded(&[&TALK[..], &[("token", "another"), ("text", "Ord som ska vara kvar här.")]].concat());
        let answer = city.post("maria", &format!("{pupil}/steg"), &fields).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert!(answer.html.contains("Ord som ska vara kvar här."));
        let signed_out = city.send(Method::POST, &format!("{pupil}/steg"), "", &fields).await;
        assert_eq!(signed_out.status, StatusCode::UNAUTHORIZED);
        assert!(signed_out.html.contains("Ord som ska vara kvar här."));
        assert!(!city.get("maria", &pupil).await.html.contains("Ord som ska vara kvar"));
    });
}

#[test]
fn only_the_head_teacher_decides_on_an_inquiry_and_says_why() {
    run(async {
        let city = shared();
        let pupil = pupils(city, "birgitta").await.remove(0);
        let path = format!("{pupil}/beslut");
        for other in ["maria", "amir", "jonas"] {
            assert_eq!(city.get(other, &path).await.status, StatusCode::NOT_FOUND, "{other}");
        }
        let form = city.get("birgitta", &path).await;
        assert!(form.html.contains("7 kap. 19 a §"));
        let day = [("kind", "inquiry_opened"), ("day", "2026-11-20"), ("follow_up", "2026-12-11")];
        let answer = send(city, "birgitta", &path, &form, &day).await;
        assert!(answer.html.contains("decision-error"));
        let without = [&day[..], &[("decision", "inquiry_not_needed")]].concat();
        let answer = send(city, "birgitta", &path, &form, &without).await;
        assert!(answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.html.contains("text-error"));
        let with = [&without[..], &[("text", "Eleven har opererats och följer planen.")]].concat();
        let answer = send(city, "birgitta", &path, &form, &with).await;
        assert_eq!(answer.header("location"), format!("{pupil}?klart=beslut"));
        assert!(city.get("birgitta", &pupil).await.html.contains("Eleven har opererats och följer planen."));
    });
}

#[test]
fn what_is_proposed_waits_for_the_head_teacher_with_a_reason_begun_and_a_report_after() {
    run(async {
        let (city, list) = (shared(), format!("/{SLUG}/mina-beslut"));
        for other in ["maria", "amir", "jonas", "olle"] {
            assert_eq!(city.get(other, &list).await.status, StatusCode::NOT_FOUND, "{other}");
        }
        let pupil = pupils(city, "birgitta").await.remove(5);
        let id = pupil.rsplit('/').next().unwrap();
        let (one, report) = (format!("{list}/{id}"), format!("{list}/{id}/anmalan"));
        assert_eq!(city.get("birgitta", &one).await.header("location"), list, "who does not wait is not there");
        assert_eq!(city.get("birgitta", &report).await.status, StatusCode::NOT_FOUND);

        let form = city.get("maria", &format!("{pupil}/steg?slag=inquiry_proposed")).await;
        let day = [("day", "2026-11-20"), ("follow_up", "2026-12-11"), ("zone", "SchoolSupport")];
        let said = [("kind", "inquiry_proposed"), ("text", "Har inte kommit sedan lovet.")];
        let proposed = send(city, "maria", &format!("{pupil}/steg"), &form, &[&day[..], &said].concat()).await;
        assert_eq!(proposed.status, StatusCode::SEE_OTHER, "{}", proposed.html);

        assert!(city.get("birgitta", &list).await.html.contains(&format!("href=\"{one}\"")));
        let form = city.get("birgitta", &one).await;
        let reason = form.all("<textarea", "</textarea>").remove(0);
        assert!(reason.contains("av Maria Lindgren: Har inte kommit sedan lovet."), "{reason}");
        assert!(reason.contains("av den rapporterade tiden från 2026-08-"), "{reason}");
        let without = send(city, "birgitta", &one, &form, &day).await;
        assert!(without.status == StatusCode::UNPROCESSABLE_ENTITY && without.html.contains("decision-error"));
        for other in ["maria", "jonas"] {
            assert_eq!(
                send(city, other, &one, &city.get(other, &pupil).await, &day).await.status,
                StatusCode::NOT_FOUND
            );
        }
        let decision = [("decision", "inquiry_opened"), ("text", "Skälen är okända.")];
        let saved = send(city, "birgitta", &one, &form, &[&day[..], &decision].concat()).await;
        assert!(saved.header("location").ends_with("?klart=beslut"), "{}", saved.html);
        assert!(!city.get("birgitta", &list).await.html.contains(&format!("href=\"{one}\"")));
        let report = city.get("birgitta", &report).await.html;
        for words in
            ["Skälen är okända.", "Björkskolan", "Birgitta Åström", "Utbildningsnämnden i Björkstad", "7 kap. 19 a §"]
        {
            assert!(report.contains(words), "{words}");
        }
    });
}

#[test]
fn a_sitting_marks_many_and_is_resumed_where_it_was_left() {
    run(async {
        let (city, who) = (shared(), "maria");
        let path = format!("/{SLUG}/narvaro/forsta-genomgang");
        let table = city.get(who, &format!("{path}?skola=90000102")).await;
        let boxes = table.all("name=\"pupil\" value=\"", "\"");
        assert!(boxes.len() > 3, "{}", table.html);
        let me = table.all("<option value=\"", "\"").into_iter().find(|it| it.len() == 36).unwrap();
        let fields: Vec<(&str, &str)> = boxes.iter().take(3).map(|it| ("pupil", it.as_str())).collect();
        let rest = [("school", "90000102"), ("assignee", me.as_str()), ("follow_up", "2026-12-11")];
        let nobody = send(city, who, &path, &table, &rest).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answer = send(city, who, &path, &table, &[&fields[..], &rest].concat()).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
        let again = city.get(who, answer.header("location")).await;
        assert!(again.html.contains("3 elever är markerade"), "{}", again.html);
        for gone in boxes.iter().take(3) {
            let pupil = gone.split('.').nth(1).unwrap();
            assert!(!again.html.contains(&format!(".{pupil}.")), "{pupil} is still to go through");
        }
    });
}

#[test]
fn a_meeting_becomes_its_minutes() {
    run(async {
        let (city, who) = (shared(), "amir");
        let begin = city.get(who, &format!("/{SLUG}/eht")).await;
        let begun = send(city, who, &format!("/{SLUG}/eht"), &begin, &[("school", "90000101")]).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.html);
        let first = begun.header("location").to_owned();
        let meeting = first.strip_suffix("/1").unwrap().to_owned();
        let item = city.get(who, &first).await;
        let empty = send(city, who, &first, &item, &[]).await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.html.contains("choice-error"));
        let wait = [("choice", "wait"), ("follow_up", "2026-12-11")];
        let decided = send(city, who, &first, &item, &wait).await;
        assert_eq!(decided.header("location"), format!("{meeting}/2"), "{}", decided.html);
        let back = city.get(who, &first).await;
        assert!(back.html.contains("Bestämt: ") && back.html.contains("fredag 11"), "{}", back.html);
        let inquiry = [("choice", "inquiry"), ("text", "Borta mer än halva tiden.")];
        send(city, who, &first, &back, &inquiry).await;
        let minutes = city.get(who, &format!("{meeting}/protokoll")).await;
        assert_eq!(minutes.html.matches("Borta mer än halva tiden.").count(), 1);
        assert!(minutes.html.contains("Beslut om 1 elev") && minutes.html.contains("Amir Haddad"), "{}", minutes.html);
        let ended = send(city, who, &format!("{meeting}/avsluta"), &minutes, &[]).await;
        assert_eq!(ended.header("location"), format!("{meeting}/protokoll?klart=mote"));
        assert_eq!(city.get("jonas", &format!("{meeting}/protokoll")).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn an_account_gets_a_password_that_is_shown_once() {
    run(async {
        let (city, who) = (shared(), "olle");
        let path = format!("/{SLUG}/konton/nytt");
        let form = city.get(who, &path).await;
        let fields = [("name", "Eva Ek"), ("login", "eva.ek"), ("roles", "HeadTeacher")];
        let without = send(city, who, &path, &form, &fields).await;
        assert!(without.status == StatusCode::UNPROCESSABLE_ENTITY && without.html.contains("school-error"));
        let made = send(city, who, &path, &form, &[&fields[..], &[("school", "90000101")]].concat()).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.html);
        assert_eq!(made.all("<code>", "</code>").first().map(String::len), Some(23));
        let list = city.get(who, &format!("/{SLUG}/konton")).await;
        assert!(list.html.contains("Eva Ek") && !list.html.contains("<code>"));
        assert_eq!(city.get("maria", &format!("/{SLUG}/konton")).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn nobody_is_chosen_where_there_is_no_demo() {
    run(async {
        let body = encoded(&[("rum", SLUG), ("person", "00000000-0000-0000-0000-000000000001")]);
        assert_eq!(shared().send(Method::POST, "/demo", "", &body).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn the_demo_lets_one_choose_who_to_be() {
    run(async {
        let site = Site {
            offices: BTreeMap::from([(SLUG.to_owned(), shared().office.clone())]),
            clock: Arc::new(|| (shared::now(), shared::today())),
            new_id: Arc::new(Uuid::new_v4),
            log: Arc::new(|_| ()),
            setup: BTreeMap::new(),
            demo: true,
            secure: false,
        };
        let router = web::router(site);
        let page = shared::send(&router, Method::GET, "/", "", "").await;
        assert!(page.html.contains("Maria Lindgren") && page.html.contains("2 skolor"), "{}", page.html);
        let body = encoded(&[("rum", SLUG), ("person", "00000000-0000-0000-0000-000000000001")]);
        let chosen = shared::send(&router, Method::POST, "/demo", "", &body).await;
        assert_eq!(chosen.header("location"), format!("/{SLUG}/"));
        let cookie = chosen.header("set-cookie").split(';').next().unwrap().to_owned();
        let start = shared::send(&router, Method::GET, &format!("/{SLUG}/"), &cookie, "").await;
        assert!(start.html.contains("Maria Lindgren"), "{}", start.html);
    });
}

#[test]
fn a_mentor_reads_nothing_of_what_pupil_health_writes() {
    run(async {
        let city = shared();
        let pupil = pupils(city, "jonas").await.remove(0);
        let path = format!("{pupil}/steg");
        let form = city.get("maria", &format!("{path}?slag=pupil_health_review")).await;
        let day = [("kind", "pupil_health_review"), ("day", "2026-11-20"), ("follow_up", "2026-12-11")];
        let said = [("zone", "PupilHealth"), ("text", "Utredning hos läkare pågår.")];
        let answer = send(city, "maria", &path, &form, &[&day[..], &said].concat()).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
        assert!(city.get("maria", &pupil).await.html.contains("Utredning hos läkare pågår."));
        let seen = city.get("jonas", &pupil).await;
        assert!(seen.status == StatusCode::OK && !seen.html.contains("läkare"), "{}", seen.html);
        let form = city.get("jonas", &format!("{path}?slag=pupil_health_review")).await;
        assert!(!form.html.contains("value=\"PupilHealth\""));
    });
}
