//! Every message that any crate can give has its sentence in both languages.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use domain::Signal;
use domain::bad_row::Problem;

#[cfg(test)]
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The codes written in a source: strings of the form of a code that begin with the first word of some sentence's key
/// (`explain-…`, `file-…`, `list-…`). Argument names such as `other-missed` begin with none.
#[cfg(test)]
fn codes<'a>(source: &'a str, keys: &BTreeSet<&str>) -> Vec<&'a str> {
    let first = |code: &str| code.split('-').next().unwrap().to_owned();
    let beginnings: BTreeSet<String> = keys.iter().map(|key| first(key)).collect();
    let of_form = |text: &&str| {
        // What ends so is put together with a name that comes last.
        text.contains('-')
            && !text.ends_with('-')
            && text.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit())
    };
    let strings = source.lines().flat_map(|line| line.split('"').skip(1).step_by(2));
    strings.filter(of_form).filter(|code| beginnings.contains(&first(code))).collect()
}

#[test]
fn every_code_in_the_sources_has_a_sentence() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for name in ["absence", "access", "casework", "domain", "exchange", "pack", "room", "skollinjen", "web"] {
        sources(&crates.join(name).join("src"), &mut files);
    }
    let keys: BTreeSet<&str> = text::keys().collect();
    let mut seen = 0;
    for path in files {
        let source = std::fs::read_to_string(&path).unwrap();
        for code in codes(&source, &keys) {
            seen += 1;
            assert!(keys.contains(code), "{}: no sentence for {code}", path.display());
        }
    }
    assert!(seen > 150, "only {seen} codes found: the search has gone blind");
}

#[test]
fn every_bad_row_and_every_signal_has_its_sentences() {
    let keys: BTreeSet<&str> = text::keys().collect();
    for problem in Problem::ALL {
        assert!(keys.contains(problem.code()), "{}", problem.code());
    }
    for problem in pack::Problem::ALL {
        assert!(keys.contains(problem.code()), "{}", problem.code());
    }
    for signal in Signal::ALL {
        let code = signal.code().to_lowercase();
        assert!(keys.contains(format!("signal-{code}-name").as_str()), "{code}");
        assert!(keys.contains(format!("signal-{code}-short").as_str()), "{code}");
    }
}

#[test]
fn every_no_has_its_sentence() {
    let keys: BTreeSet<&str> = text::keys().collect();
    for code in access::Denied::CODES.iter().chain(&access::gate::Refused::CODES) {
        assert!(keys.contains(code), "{code}");
    }
}

#[test]
fn the_search_finds_codes_and_nothing_else() {
    let source = "Message::new(\"explain-nonsense\").with(\"other-missed\", Arg::Code(\"term-autumn\"));";
    let found = codes(source, &BTreeSet::from(["explain-s01", "term-autumn", "term-spring"]));
    assert_eq!(found, ["explain-nonsense", "term-autumn"]);
}
