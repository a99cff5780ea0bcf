//! What version 1 stored: one file for each kind, read as it was and written the same to the last byte.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use domain::episode::{Body, body::Private};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1/episode")
}

#[test]
fn every_kind_of_version_1_is_read_and_written_as_it_was() {
    let mut found = BTreeSet::new();
    for file in fs::read_dir(folder()).unwrap() {
        let path = file.unwrap().path();
        let stored = fs::read_to_string(&path).unwrap();
        let line = stored.trim_end();
        let written = match (Body::from_json(line.as_bytes()), Private::from_json(line.as_bytes())) {
            (Some(body), None) => (body.kind(), body.to_json().unwrap(), format!("{body:?}")),
            (None, Some(body)) => (body.kind(), body.to_json().unwrap(), format!("{body:?}")),
            _ => panic!("{} is not read", path.display()),
        };
        assert_eq!(String::from_utf8(written.1).unwrap(), line);
        assert_eq!(path.file_stem().unwrap().to_str(), Some(written.0));
        assert!(!written.2.contains("Maria") && !written.2.contains("Elin"), "no names in a log");
        assert_eq!(Body::from_json(line.replace("\"v\":1", "\"v\":2").as_bytes()), None);
        found.insert(written.0);
    }
    let all: BTreeSet<_> = Body::KINDS.iter().chain(Private::KINDS).copied().collect();
    assert_eq!(found, all);
}
