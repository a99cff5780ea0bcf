//! Every route, on one screen, grouped by who uses it; and what every request passes on its way.

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::StatusCode,
    middleware::from_fn,
    response::IntoResponse,
    routing::{get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, csrf::CsrfLayer};

use crate::{
    api, assets, errors,
    failure::Fault,
    gallery, letters,
    page::{
        about, account, accounts, code, decision, decisions, decisions_item, decisions_report, demo, draft, episode,
        first_run, follow_up, home, import, jobs, meeting, meeting_item, minutes, own_password, papers, peers,
        protected, pupil, quality, quality_calls, quality_school, recovery, retract, search, sign_in, sign_out,
        sitting, sources, start, step, thresholds, tokens, work_list,
    },
    preferences, security,
    site::{Shared, Site},
};

/// The largest body of a request, in bytes. Pages that take files set their own.
const BODY: usize = 256 * 1024;

/// The whole site.
#[rustfmt::skip]
pub fn router(site: Site) -> Router {
    let everybody = Router::new()
        .route("/", get(home::show))
        .route(demo::PATH, post(demo::choose))
        .route(preferences::PATH, post(preferences::choose))
        .route("/{rum}", get(home::to_start))
        .route("/{rum}/logga-in", get(sign_in::show).post(sign_in::send))
        .route("/{rum}/logga-in/kod", get(code::show).post(code::send))
        .route("/{rum}/forsta-gangen", get(first_run::show).post(first_run::send))
        .route("/{rum}/logga-ut", post(sign_out::send));
    let signed_in = Router::new()
        .route("/{rum}/", get(start::show))
        .route("/{rum}/nytt-losenord", get(own_password::show).post(own_password::save))
        .route("/{rum}/reservkoder", get(recovery::show).post(recovery::renew))
        .route("/{rum}/reservkoder/ny-app", post(recovery::another_app))
        .route("/{rum}/om", get(about::show));
    let school = Router::new()
        .route("/{rum}/narvaro", get(work_list::show))
        .route("/{rum}/narvaro/forsta-genomgang", get(sitting::show).post(sitting::save))
        .route("/{rum}/narvaro/forsta-genomgang/avsluta", post(sitting::end))
        .route("/{rum}/elev/{elev}", get(pupil::show))
        .route("/{rum}/elev/{elev}/steg", get(step::show).post(step::save))
        .route("/{rum}/elev/{elev}/steg/utkast", post(draft::keep))
        .route("/{rum}/elev/{elev}/steg/{steg}/uppfoljning", get(follow_up::show).post(follow_up::save))
        .route("/{rum}/elev/{elev}/steg/{steg}/ta-tillbaka", get(retract::show).post(retract::save))
        .route("/{rum}/elev/{elev}/beslut", get(decision::show).post(decision::save))
        .route("/{rum}/sok", post(search::send).get(search::show));
    let school_and_social = Router::new()
        .route("/{rum}/blanketter", get(papers::list))
        .route("/{rum}/blanketter/{blankett}", get(papers::show));
    let head_teacher = Router::new()
        .route("/{rum}/mina-beslut", get(decisions::show))
        .route("/{rum}/mina-beslut/{elev}", get(decisions_item::show).post(decisions_item::save))
        .route("/{rum}/mina-beslut/{elev}/anmalan", get(decisions_report::show));
    let pupil_health = Router::new()
        .route("/{rum}/eht", get(meeting::show).post(meeting::begin))
        .route("/{rum}/eht/{mote}/{nr}", get(meeting_item::show).post(meeting_item::decide))
        .route("/{rum}/eht/{mote}/protokoll", get(minutes::show))
        .route("/{rum}/eht/{mote}/avsluta", post(meeting::end));
    let data_quality = Router::new()
        .route("/{rum}/datakvalitet", get(quality::show))
        .route("/{rum}/datakvalitet/ringlista", get(quality_calls::show).post(quality_calls::note))
        .route("/{rum}/datakvalitet/{skola}", get(quality_school::show).post(quality_school::save));
    let episodes = Router::new()
        .route("/{rum}/arenden", get(episode::list::show))
        .route("/{rum}/arenden/remiss/{brev}", get(episode::referral::show).post(episode::referral::save))
        .route("/{rum}/elev/{elev}/nytt-arende", get(episode::begin::show).post(episode::begin::save))
        .route("/{rum}/arende/{arende}", get(episode::one::show))
        .route("/{rum}/arende/{arende}/gor/{vad}", get(episode::act::show).post(episode::act::save))
        .route("/{rum}/arende/{arende}/samtycke", get(episode::consent::show).post(episode::consent::save))
        .route("/{rum}/arende/{arende}/samtycke/{samtycke}/aterkalla", get(episode::consent_back::show).post(episode::consent_back::save))
        .route("/{rum}/arende/{arende}/del/{del}", post(episode::sheet::save))
        .route("/{rum}/arende/{arende}/ge", post(episode::note::give))
        .route("/{rum}/arende/{arende}/anteckning", post(episode::note::save))
        .route("/{rum}/arende/{arende}/skicka/{steg}", post(episode::letter::send))
        .route("/{rum}/arende/{arende}/brev/{steg}", get(episode::letter::show))
        .route("/{rum}/arende/{arende}/papper/{blankett}", get(episode::paper::show))
        .route("/{rum}/arende/{arende}/journal/{steg}", get(episode::journal::show).post(episode::journal::mark));
    let officer = Router::new()
        .route("/{rum}/skyddade", get(protected::show).post(protected::checked));
    let administrator = Router::new()
        .route("/{rum}/konton", get(accounts::show))
        .route("/{rum}/konton/nytt", get(accounts::new).post(accounts::create))
        .route("/{rum}/konton/{konto}", get(account::show).post(account::give))
        .route("/{rum}/konton/{konto}/ny-inloggning", post(account::reset))
        .route("/{rum}/konton/{konto}/oppna", post(account::reopen))
        .route("/{rum}/konton/{konto}/stang", post(account::close))
        .route("/{rum}/import", get(import::list::show).post(import::receive::send).layer(DefaultBodyLimit::disable()))
        .route("/{rum}/import/profil/{profil}/ta-bort", post(import::profile::delete))
        .route("/{rum}/import/kallor", get(sources::show))
        .route("/{rum}/import/kallor/ny", get(sources::new).post(sources::save))
        .route("/{rum}/import/kallor/{kalla}", get(sources::change).post(sources::save))
        .route("/{rum}/import/kallor/{kalla}/prova", post(sources::try_out))
        .route("/{rum}/import/kallor/{kalla}/las", post(sources::read_now))
        .route("/{rum}/import/kallor/{kalla}/paus", post(sources::pause))
        .route("/{rum}/import/kallor/{kalla}/fortsatt", post(sources::resume))
        .route("/{rum}/import/kallor/{kalla}/ta-bort", post(sources::remove))
        .route("/{rum}/import/{import}", get(import::one::show).post(import::one::read))
        .route("/{rum}/import/{import}/bekrafta", post(import::one::confirm))
        .route("/{rum}/import/{import}/kasta", post(import::one::discard))
        .route("/{rum}/import/{import}/angra", get(import::undo::show).post(import::undo::run))
        .route("/{rum}/import/{import}/fil/{fil}", get(import::mapping::show).post(import::mapping::send))
        .route("/{rum}/installningar/api", get(tokens::show))
        .route("/{rum}/installningar/api/ny", get(tokens::new).post(tokens::make))
        .route("/{rum}/installningar/api/{nyckel}/aterkalla", post(tokens::revoke))
        .route("/{rum}/installningar/rum", get(peers::show).post(peers::pair))
        .route("/{rum}/installningar/rum/fil", post(peers::offer))
        .route("/{rum}/installningar/rum/{annat}/avsluta", get(peers::end).post(peers::ended))
        .route("/{rum}/jobb", get(jobs::show))
        .route("/{rum}/jobb/{jobb}/igen", post(jobs::again))
        .route("/{rum}/installningar/gransvarden", get(thresholds::show).post(thresholds::simulate))
        .route("/{rum}/installningar/gransvarden/spara", post(thresholds::save))
        .route("/{rum}/installningar/gransvarden/ta-tillbaka", post(thresholds::take_back));
    // Other servers: signed letters, without cookies.
    let servers = Router::new().route(letters::PATH, post(letters::take)).layer(letters::way_in());
    // The components are for the demo and for looking at, not for a room at work.
    let developers = if site.demo || site.offices.is_empty() {
        Router::new().route("/komponenter", get(gallery::show))
    } else {
        Router::new()
    };

    let pages = everybody.merge(signed_in).merge(school).merge(school_and_social).merge(head_teacher).merge(pupil_health).merge(data_quality).merge(episodes).merge(officer).merge(administrator).merge(servers).merge(developers).nest(assets::PATH, assets::routes()).nest(api::PATH, api::routes());
    let site = Arc::new(site);
    protected(pages.with_state(site.clone()), site)
}

/// What every request passes, outermost last: a panic becomes an answer, a form from another site is refused, a
/// refusal becomes a page, and every answer gets its headers.
fn protected(pages: Router, site: Shared) -> Router {
    let https = site.secure;
    let broken = |_| {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(Fault("a panic".to_owned()));
        response
    };
    pages
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(DefaultBodyLimit::max(BODY))
        .layer(CatchPanicLayer::custom(broken))
        .layer(CsrfLayer::new())
        .layer(from_fn(move |request, next| errors::as_pages(site.clone(), request, next)))
        .layer(from_fn(move |request, next| security::headers(https, request, next)))
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, extract::Request, http::header};
    use tower::ServiceExt;

    use super::*;
    use crate::failure::Stop;

    async fn panics() -> StatusCode {
        panic!("a secret")
    }

    async fn page(path: &str) -> (StatusCode, String) {
        let broken = || async { Err::<StatusCode, Stop>(Stop::Broken("reading a secret", Some("a secret".into()))) };
        let pages = Router::new().route("/broken", get(broken)).route("/panics", get(panics));
        let site = protected(pages, Arc::new(Site::empty(true)));
        let request = Request::builder().uri(path).body(Body::empty()).unwrap();
        let answer = site.oneshot(request).await.unwrap();
        assert_eq!(answer.headers().get(header::CACHE_CONTROL).unwrap(), "no-store");
        let (status, body) = (answer.status(), axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap());
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn a_fault_tells_its_reference_and_nothing_more() {
        let (status, page) = page("/broken").await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(
            page.contains("Något gick fel hos oss") && page.contains("Referens: 00000000") && !page.contains("secret"),
            "{page}"
        );
    }

    #[tokio::test]
    async fn a_panic_is_an_answer_that_does_not_tell_what_happened() {
        let (status, page) = page("/panics").await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(page.contains("Något gick fel hos oss") && !page.contains("secret"), "{page}");
    }
}
