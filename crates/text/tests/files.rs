//! Both languages have the same sentences with the same arguments, and every one of them renders.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use text::{Arg, Language, Message, keys, render};

/// File, key and the names of its arguments.
type Sentences = BTreeMap<(String, String), BTreeSet<String>>;

fn sentences(language: Language) -> Sentences {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ftl").join(language.code());
    let mut found = Sentences::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let file = entry.file_name().to_string_lossy().into_owned();
        let mut current = None;
        for line in fs::read_to_string(entry.path()).unwrap_or_default().lines() {
            if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
                let key = line.split_once(" =").map_or(line, |(key, _)| key).to_owned();
                let twice = found.insert((file.clone(), key.clone()), BTreeSet::new());
                assert_eq!(twice, None, "{key} occurs twice in {file}");
                current = Some((file.clone(), key));
            }
            if let Some(names) = current.as_ref().and_then(|key| found.get_mut(key)) {
                names.extend(line.split('$').skip(1).map(name));
            }
        }
    }
    found
}

/// The name at the start of what follows a `$`.
fn name(text: &str) -> String {
    text.chars().take_while(|&letter| letter.is_ascii_alphanumeric() || letter == '-').collect()
}

#[test]
fn both_languages_have_the_same_sentences_with_the_same_arguments() {
    let swedish = sentences(Language::Swedish);
    assert!(swedish.len() > 80, "{} sentences found", swedish.len());
    assert_eq!(swedish, sentences(Language::English));
}

#[test]
fn every_sentence_renders_for_every_number() {
    let sentences = sentences(Language::Swedish);
    let listed: BTreeSet<&str> = keys().collect();
    assert_eq!(listed.len(), sentences.len(), "a key stands in two files, or a file is not embedded");
    for ((_, key), names) in &sentences {
        let code = *listed.get(key.as_str()).unwrap();
        for number in [0, 1, 2, 20_000] {
            for language in Language::ALL {
                let mut message = Message::new(code);
                for name in names {
                    message = message.with(name.clone().leak(), Arg::Count(number));
                }
                let text = render(&message, language);
                assert!(!text.is_empty() && !text.starts_with('['), "{code} in {language:?}: {text}");
                assert!(!text.contains(['{', '}', '$', '\u{2068}', '\n']), "{code} in {language:?}: {text}");
            }
        }
    }
}

#[test]
fn a_sentence_that_lacks_an_argument_is_never_shown() {
    for ((_, key), names) in sentences(Language::Swedish) {
        if !names.is_empty() {
            let code = keys().find(|known| *known == key).unwrap();
            assert_eq!(render(&Message::new(code), Language::Swedish), format!("[{key}]"));
        }
    }
}

#[test]
fn chips_are_short() {
    for code in keys().filter(|key| key.starts_with("signal-") && key.ends_with("-short")) {
        for language in Language::ALL {
            let chip = render(&Message::new(code), language);
            assert!(chip.chars().count() <= 18, "{chip}");
        }
    }
}

#[test]
fn a_percent_sign_stays_with_its_number_in_swedish() {
    for ((file, _), _) in sentences(Language::Swedish) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ftl/sv").join(file);
        assert!(!fs::read_to_string(path).unwrap().contains(" %"));
    }
}
