//! The files that pages refer to: styles, typeface, htmx, the mark. `build.rs` gathers them, the executable holds them.

use std::sync::LazyLock;

use axum::Router;
use memory_serve::{Asset, CacheControl, Manifest, MemoryServe};

/// Where the files are served.
pub const PATH: &str = "/statiskt";

static FILES: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

static MANIFEST: LazyLock<Manifest> = LazyLock::new(|| files().manifest());

/// The address of a file, which changes with its content, so that browsers may keep it for ever. A name that does not
/// exist gives an address that answers 404; a test follows every address of the gallery.
pub fn href(name: &str) -> String {
    let route = format!("/{name}");
    let route = MANIFEST.get(&route).unwrap_or(&route);
    format!("{PATH}{route}")
}

/// The routes of the files, below [`PATH`].
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    files().into_router()
}

fn files() -> MemoryServe {
    // The typeface is named by the styles, which do not know its hash: kept for a day, then asked for again.
    MemoryServe::new(FILES).index_file(None).enable_hashed_routes(true).cache_control(CacheControl::Medium)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_changes_with_the_content() {
        for name in ["skollinjen.css", "htmx.js", "source-sans.woff2", "mark.svg"] {
            let stem = name.split('.').next().unwrap();
            let address = href(name);
            assert!(address.starts_with(&format!("/statiskt/{stem}.")), "{address}");
            assert!(address.len() > name.len() + "/statiskt/".len() + 16, "{address} has no hash");
        }
    }

    #[test]
    fn licences_of_what_is_embedded_are_embedded_too() {
        assert!(FILES.iter().any(|file| file.route == "/licences.txt"));
    }
}
