//! What every answer has, whichever page it is: headers, error pages, protection of forms, choices that are kept.

use axum::{
    body::{Body, to_bytes},
    http::{Method, Request, Response, StatusCode, header},
};
use tower::ServiceExt;
use web::{Site, router};

/// Sends a request to a site that is reached over HTTPS; the headers are name and value.
async fn send(method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Response<Body> {
    let mut request = Request::builder().method(method).uri(path).header(header::HOST, "skollinjen.example");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let app = router(Site::empty(true));
    app.oneshot(request.body(Body::from(body.to_owned())).unwrap_or_default())
        .await
        .unwrap_or_else(|never| match never {})
}

async fn get(path: &str) -> Response<Body> {
    send(Method::GET, path, &[], "").await
}

/// A form as a browser sends it from our own page.
async fn post(path: &str, body: &str) -> Response<Body> {
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
    send(Method::POST, path, &headers, body).await
}

fn value<'a>(answer: &'a Response<Body>, name: &str) -> &'a str {
    answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

async fn text(answer: Response<Body>) -> String {
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test]
async fn nothing_is_kept_and_nothing_comes_from_elsewhere() {
    for path in ["/komponenter", "/finns-inte", "/installningar/visning"] {
        let answer = get(path).await;
        assert_eq!(value(&answer, "cache-control"), "no-store", "{path}");
        let policy = value(&answer, "content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self';"), "{path}: {policy}");
        assert!(!policy.contains("unsafe") && !policy.contains('*'), "{path}: {policy}");
        assert_eq!(value(&answer, "referrer-policy"), "no-referrer", "{path}");
        assert_eq!(value(&answer, "x-content-type-options"), "nosniff", "{path}");
        assert!(value(&answer, "strict-transport-security").contains("max-age"), "{path}");
    }
}

#[tokio::test]
async fn a_page_holds_no_style_and_no_script_of_its_own() {
    let page = text(get("/komponenter").await).await;
    for word in [" style=", "<style", "onclick=", "hx-on", "javascript:"] {
        assert!(!page.contains(word), "{word}");
    }
    assert_eq!(page.matches("<script").count(), page.matches("<script src=\"/statiskt/").count());
    assert!(!page.contains("[web-"), "a sentence is missing");
}

#[tokio::test]
async fn what_a_page_refers_to_exists_and_may_be_kept() {
    let page = text(get("/komponenter").await).await;
    let addresses: Vec<_> = page.split('"').filter(|part| part.starts_with("/statiskt/")).collect();
    assert_eq!(addresses.len(), 4, "{addresses:?}");
    for address in addresses {
        let answer = get(address).await;
        assert_eq!(answer.status(), StatusCode::OK, "{address}");
        assert!(value(&answer, "cache-control").contains("immutable"), "{address}");
    }
}

#[tokio::test]
async fn what_cannot_be_answered_is_told_on_a_page() {
    let form = "application/x-www-form-urlencoded";
    let own = ("sec-fetch-site", "same-origin");
    for (method, path, headers, body, status, sentence) in [
        (Method::GET, "/finns-inte", vec![], String::new(), 404, "Sidan finns inte"),
        (Method::GET, "/statiskt/x.css", vec![], String::new(), 404, "Sidan finns inte"),
        (Method::DELETE, "/komponenter", vec![own], String::new(), 405, "Sidan går inte att öppna så"),
        (
            Method::POST,
            "/installningar/visning",
            vec![own, ("content-type", form)],
            "x=1".to_owned(),
            422,
            "gick inte att läsa",
        ),
        (
            Method::POST,
            "/installningar/visning",
            vec![own, ("content-type", form)],
            "x".repeat(300_000),
            413,
            "för stort",
        ),
        (Method::POST, "/installningar/visning", vec![own], "x=1".to_owned(), 415, "gick inte att läsa"),
    ] {
        let answer = send(method, path, &headers, &body).await;
        assert_eq!(answer.status(), status, "{path}");
        assert!(value(&answer, "content-type").starts_with("text/html"), "{path}");
        let page = text(answer).await;
        assert!(page.contains(sentence) && page.contains("<h1"), "{path}: {page}");
    }
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    let form = ("content-type", "application/x-www-form-urlencoded");
    for headers in [[form, ("sec-fetch-site", "cross-site")], [form, ("origin", "https://example.org")]] {
        let answer = send(Method::POST, "/installningar/visning", &headers, "scheme=dark&back=/").await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{headers:?}");
        assert!(text(answer).await.contains("gick inte att göra härifrån"));
    }
    let own = [form, ("origin", "https://skollinjen.example")];
    let answer = send(Method::POST, "/installningar/visning", &own, "scheme=dark&back=/").await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_choice_is_remembered_and_leads_back() {
    let answer = post("/installningar/visning", "language=en&back=/komponenter").await;
    assert_eq!((answer.status(), value(&answer, "location")), (StatusCode::SEE_OTHER, "/komponenter"));
    let cookie = value(&answer, "set-cookie").to_owned();
    assert!(cookie.starts_with("__Host-sprak=en;") && cookie.contains("HttpOnly"), "{cookie}");
    let page = text(send(Method::GET, "/komponenter", &[("cookie", "__Host-sprak=en")], "").await).await;
    assert!(page.contains("<html lang=\"en\"") && page.contains("Skip to content"));
    let away = post("/installningar/visning", "language=en&back=https://example.org").await;
    assert_eq!(value(&away, "location"), "/");
}

#[test]
fn every_component_is_in_the_gallery() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let page = runtime.block_on(async { text(get("/komponenter").await).await });
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.strip_suffix(".rs").unwrap();
        if name != "mod" {
            seen += 1;
            assert!(page.contains(&format!("data-component=\"{name}\"")), "{name} has no example in ui::EXAMPLES");
        }
    }
    assert!(seen > 20, "{seen}");
}
