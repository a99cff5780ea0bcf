//! The pages of imports over HTTP: files in, what is missing in plain words, what is read, held, failed and undone.

#[cfg(test)]
mod shared;
#[cfg(test)]
mod upload;

use axum::http::StatusCode;
use shared::{run, shared};
use upload::{Import, Part, ROSTER, files_on_disk, lessons, multipart, roster};

#[test]
fn only_who_may_import_gets_the_form_and_nobody_else_can_send() {
    run(async {
        let import = Import::new().await;
        assert!(import.get("/import").await.html.contains("enctype=\"multipart/form-data\""));
        for who in ["maria", "jonas", ""] {
            let page = shared().get(who, "/utbildning/import").await;
            assert_ne!(page.status, StatusCode::OK, "{who}");
        }
        let seen = shared().get("gunilla", "/utbildning/import").await;
        assert!(seen.status == StatusCode::NOT_FOUND || !seen.html.contains("multipart"), "gunilla");
        let operator =
            shared().office.actor(access::Actor::Operator("tests".to_owned()), shared::now(), shared::today());
        for who in ["maria", "jonas", "gunilla"] {
            assert_eq!(shared().post(who, "/utbildning/import", "").await.status, StatusCode::NOT_FOUND, "{who}");
        }
        assert_eq!(casework::view::imports::list(&operator).await.unwrap().imports.len(), 1, "only the city's own");
        let sent = import.send_as("maria", &[Part::file("a.csv", b"a;b\n1;2\n")]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND);
        assert_eq!(files_on_disk(&import), 0);
    });
}

#[test]
fn files_that_are_not_there_or_empty_or_too_many_are_refused_and_leave_nothing() {
    run(async {
        let import = Import::new().await;
        for parts in [vec![], vec![Part::file("", b"")], vec![Part::file("tom.csv", b"")]] {
            let page = import.send(&parts).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.html.contains("Välj minst en fil."), "{}", page.html);
        }
        let many: Vec<Part> = (0..60).map(|number| Part::file(&format!("{number}.csv"), b"a;b\n1;2\n")).collect();
        let page = import.send(&many).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.html.contains("Högst 50 filer"));
        assert_eq!((files_on_disk(&import), import.count().await), (0, 0));
    });
}

#[test]
fn a_form_that_is_cut_off_or_broken_or_anothers_leaves_nothing() {
    run(async {
        let import = Import::new().await;
        let whole = multipart(&import.token().await, &[Part::file("elever.csv", ROSTER.as_bytes())]);
        for bytes in [&whole[..whole.len() / 2], &whole[..whole.len() - 8], b"--x\r\nnonsense", b""] {
            let page = import.raw(bytes).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.html.contains("kom inte fram hela") || page.html.contains("loggat in på nytt"));
        }
        let page = import.raw(&multipart("another", &[Part::file("elever.csv", ROSTER.as_bytes())])).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.html.contains("loggat in på nytt"));
        assert_eq!((files_on_disk(&import), import.count().await), (0, 0));
    });
}

#[test]
fn a_heading_without_an_end_is_not_kept_for_ever() {
    run(async {
        let import = Import::new().await;
        let page = import.endless().await;
        assert!(page.status.is_client_error(), "{}", page.status);
        assert_eq!(files_on_disk(&import), 0);
    });
}

#[test]
fn a_name_as_long_as_a_book_and_a_path_are_names_and_not_places() {
    run(async {
        let import = Import::new().await;
        let name = format!("../../{}.csv", "x".repeat(20_000));
        let page = import.delivered(&[Part::file(&name, ROSTER.as_bytes())]).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.html.contains("../") && !page.html.contains(&"x".repeat(300)));
    });
}

#[test]
fn what_is_missing_is_told_and_the_files_are_not_read_until_it_is_there() {
    run(async {
        let import = Import::new().await;
        let page = import.delivered(&[Part::file("elever.csv", ROSTER.as_bytes())]).await;
        assert!(page.html.contains("Något saknas") && page.html.contains("/fil/1"), "{}", page.html);
        let refused = import.post("", &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.html.contains("skyddade personuppgifter"));
        let form = import.page("/fil/1").await;
        assert!(form.html.contains("0000000…") || form.html.contains("00000000"), "{}", form.html);
        for secret in ["Elsa", "Nordin", "9809"] {
            assert!(!form.html.contains(secret), "{secret} is masked");
        }
        assert!(form.html.contains("href=\"#protected_left_out\""));
    });
}

#[test]
fn nothing_that_was_answered_is_lost_and_what_is_used_is_kept() {
    run(async {
        let import = Import::new().await;
        import.delivered(&[Part::file("elever.csv", ROSTER.as_bytes())]).await;
        let mut answers = import.answers("/fil/1").await;
        answers.retain(|(name, _)| name != "most_bad_percent" && name != "word_1");
        answers.push(("most_bad_percent".to_owned(), "tusen".to_owned()));
        answers.push(("word_1".to_owned(), "borta".to_owned()));
        let page = import.post_all("/fil/1?gor=anvand", &answers).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.html.contains("value=\"tusen\"") && page.html.contains("value=\"borta\""));
        assert!(page.html.contains("Skriv ett tal från 1 till 100"));

        answers.retain(|(name, _)| name != "most_bad_percent");
        let page = import.post_all("/fil/1?gor=anvand", &answers).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "protection marks are missing");
        answers.push(("protected_left_out".to_owned(), "yes".to_owned()));
        let page = import.post_all("/fil/1?gor=spara", &answers).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.html);
        let page = import.page("").await;
        assert!(page.html.contains("profilen elever") && page.html.contains("Kan läsas"), "{}", page.html);
        assert!(import.get("/import").await.html.contains("Ta bort elever"));
    });
}

#[test]
fn two_columns_that_are_the_same_are_told_of() {
    run(async {
        let import = Import::new().await;
        import.delivered(&[Part::file("elever.csv", ROSTER.as_bytes())]).await;
        let mut answers = import.answers("/fil/1").await;
        answers.retain(|(name, _)| !name.starts_with("column_"));
        answers.extend([1, 2].map(|at| (format!("column_{at}"), "class".to_owned())));
        let page = import.post_all("/fil/1?gor=anvand", &answers).await;
        assert!(
            page.status == StatusCode::UNPROCESSABLE_ENTITY && page.html.contains("Två kolumner är satta som klass")
        );
    });
}

#[test]
fn an_import_goes_from_files_to_lists_is_held_and_confirmed_and_undone() {
    run(async {
        let import = Import::new().await;
        import
            .delivered(&[
                Part::file("elever.csv", roster(40).as_bytes()),
                Part::file("v47.csv", lessons(40, 16).as_bytes()),
            ])
            .await;
        import.read().await;
        let page = import.page("").await;
        assert!(page.html.contains("Läses in") && page.html.contains("hx-get"), "{}", page.html);
        import.work().await;
        let polled = import.polled().await;
        assert_eq!(polled.header("hx-refresh"), "true");
        let page = import.page("").await;
        assert!(page.html.contains("Inläst") && page.html.contains("Rader som inte gick att läsa"), "{}", page.html);
        assert!(page.html.contains("rad") && !page.html.contains("Efternamn"), "no value is shown");

        // fewer pupils: held, compared, thrown away
        import.delivered(&[Part::file("elever.csv", roster(10).as_bytes())]).await;
        import.read().await;
        import.work().await;
        let page = import.page("").await;
        assert!(page.html.contains("Stoppad") && page.html.contains("/bekrafta"), "{}", page.html);
        assert_eq!(import.post("/kasta", &[]).await.status, StatusCode::SEE_OTHER);
        assert!(import.page("").await.html.contains("Importen är kastad"));

        // the same again, confirmed
        import.delivered(&[Part::file("elever.csv", roster(10).as_bytes())]).await;
        import.read().await;
        import.work().await;
        assert_eq!(import.post("/bekrafta", &[]).await.status, StatusCode::SEE_OTHER);
        import.work().await;
        assert!(import.page("").await.html.contains("Inläst"));

        // another week, undone
        import.delivered(&[Part::file("v46.csv", lessons(10, 9).as_bytes())]).await;
        import.read().await;
        import.work().await;
        let page = import.page("").await;
        assert!(page.html.contains("/angra"), "{}", page.html);
        let asked = import.page("/angra").await;
        assert!(asked.html.contains("Elevlistan ligger kvar"));
        let undone = import.post("/angra", &[]).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.html);
        let page = import.page("").await;
        assert!(page.html.contains("Importen ångras") && page.html.contains("hx-get"), "{}", page.html);
        assert!(!page.html.contains("/angra"), "it goes on already");
        assert_eq!(import.page("/angra").await.status, StatusCode::SEE_OTHER);
        import.work().await;
        assert_eq!(import.polled().await.header("hx-refresh"), "true");
        assert!(import.page("").await.html.contains("Importen är ångrad"));
    });
}

#[test]
fn a_file_that_nobody_can_read_says_why() {
    run(async {
        let import = Import::new().await;
        let page = import.delivered(&[Part::file("elever.pdf", b"%PDF-1.7 nothing")]).await;
        assert!(page.html.contains("är en PDF"), "{}", page.html);
        assert_eq!(import.post("", &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(import.page("/fil/1").await.status, StatusCode::SEE_OTHER);
        assert_eq!(import.page("/fil/9").await.status, StatusCode::NOT_FOUND);
    });
}
