//! What a crate's sources must never mention: files, clocks and threads in the crates that only compute, printing in
//! the libraries, and personal data in the history.

use crate::{
    metadata::{Crate, workspace},
    rust,
};

/// A word that may not stand in some crates.
struct Rule {
    crates: Crates,
    words: &'static [&'static str],
    /// Beginnings of the paths, from `src/`, where the words may stand after all.
    except: &'static [&'static str],
    why: &'static str,
}

/// Which crates a rule is about.
enum Crates {
    These(&'static [&'static str]),
    AllBut(&'static [&'static str]),
}

use Crates::{AllBut, These};

const RULES: &[Rule] = &[
    Rule {
        crates: These(&["domain", "insight", "charts", "text", "cast"]),
        words: &["std::fs", "std::env", "std::net", "std::thread", "std::process", "std::io"],
        except: &[],
        why: "it computes from its arguments and nothing else, so it cannot fail and is tested with tables",
    },
    Rule {
        crates: These(&["pack", "access", "absence"]),
        words: &["std::env", "std::net", "std::process"],
        except: &[],
        why: "it works on the files it is given, and their paths come in as arguments",
    },
    Rule {
        crates: These(&["exchange"]),
        words: &["std::env", "std::fs", "std::net", "std::process"],
        except: &[],
        why: "it parses what it is given, so that every file can be tried without a disk or a network",
    },
    Rule {
        crates: AllBut(&["skollinjen"]),
        words: &["SystemTime", "Instant::now", "Timestamp::now", "Zoned::now"],
        except: &[],
        why: "time comes in as an argument, so that every day can be tried",
    },
    Rule {
        crates: AllBut(&["skollinjen"]),
        words: &["println!", "eprintln!", "print!", "eprint!"],
        except: &["synth/tests/"], // shows the measured figures with `cargo test -- --nocapture`
        why: "only the executable talks to the terminal; a library returns what there is to say",
    },
    Rule {
        crates: These(&["absence"]),
        words: &["personal_number"],
        except: &["canonical/", "synth/"],
        why: "the history knows pupil numbers, never who they are: only what reads or makes a roster sees more",
    },
    Rule {
        crates: These(&["web"]),
        words: &["class=", "style="],
        except: &["ui/"],
        why: "only the components know class names, so that the design system can be replaced in one folder",
    },
    Rule {
        crates: These(&["web"]),
        words: &["std::fs", "std::env", "std::process"],
        except: &["assets.rs"], // OUT_DIR, when it is built
        why: "what a page needs comes in with the request or the state",
    },
];

impl Rule {
    fn is_about(&self, name: &str) -> bool {
        match self.crates {
            These(names) => names.contains(&name),
            AllBut(names) => !names.contains(&name) && name != "xtask",
        }
    }
}

/// One line for each forbidden word in a source; `path` is counted from the crate's `src/`.
fn breaches(name: &str, path: &str, source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.is_about(name)) {
        if rule.except.iter().any(|start| path.starts_with(start)) {
            continue;
        }
        for word in rule.words.iter().filter(|word| rust::mentions(source, word)) {
            found.push(format!("crates/{name}/src/{path} mentions {word}: {}", rule.why));
        }
    }
    found
}

fn of_crate(it: &Crate) -> Result<Vec<String>, String> {
    let src = it.folder.join("src");
    let mut found = Vec::new();
    for file in rust::files(&src)? {
        let source = std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let path = file.strip_prefix(&src).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        found.extend(breaches(&it.name, &path, &source));
    }
    Ok(found)
}

#[test]
fn no_crate_mentions_what_it_must_not_know() -> Result<(), String> {
    let found = workspace()?.iter().map(of_crate).collect::<Result<Vec<_>, _>>()?;
    crate::none(&found.concat());
    Ok(())
}

#[test]
fn a_forbidden_word_is_noticed() {
    let count = |name, path, source| breaches(name, path, source).len();
    assert_eq!(count("domain", "day.rs", "use std::{env, fs};"), 2);
    assert_eq!(count("pack", "load.rs", "use std::fs;"), 0);
    assert_eq!(count("pack", "load.rs", "std::env::var(\"HOME\")"), 1);
    assert_eq!(count("absence", "scan/day.rs", "println!(\"{day}\");"), 1);
    assert_eq!(count("skollinjen", "main.rs", "println!(\"{day}\");"), 0);
    assert_eq!(count("absence", "scan/day.rs", "let now = Timestamp::now();"), 1);
    assert_eq!(count("absence", "history/write.rs", "row.personal_number"), 1);
    assert_eq!(count("absence", "canonical/read.rs", "row.personal_number"), 0);
    assert_eq!(count("web", "start.rs", "html! { p class=\"sl-lead\" { (lead) } }"), 1);
    assert_eq!(count("web", "ui/heading.rs", "html! { p class=\"sl-lead\" { (lead) } }"), 0);
    assert_eq!(count("xtask", "test.rs", "println!(\"{}\", std::time::Instant::now())"), 0);
}
