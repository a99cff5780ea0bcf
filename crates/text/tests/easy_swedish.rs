//! Easy Swedish is easy: short sentences, and no abbreviations or words of the law.

const PAPER: &str = include_str!("../ftl/sv/paper.ftl");
/// The most words in a sentence.
const MOST: usize = 15;
/// What nobody who reads with effort should meet. The law stands in small print at the end, which is not rewritten.
const HARD: [&str; 16] = [
    "t.ex.",
    "bl.a.",
    "m.m.",
    "dvs",
    "kap.",
    "§",
    "SoL",
    "OSL",
    "GDPR",
    "LVU",
    "sekretess",
    "insats",
    "myndighet",
    "behovspröv",
    "aktualiser",
    "avslag",
];

/// The sentences in easy Swedish, each with its code.
fn easy(ftl: &str) -> Vec<(&str, &str)> {
    let said = ftl.lines().filter_map(|line| line.split_once(" = ")).filter(|(code, _)| code.ends_with("-latt"));
    said.flat_map(|(code, words)| words.split_inclusive(['.', '?', '!']).map(move |it| (code, it.trim()))).collect()
}

fn too_long(ftl: &str) -> Vec<&str> {
    easy(ftl).into_iter().map(|(_, sentence)| sentence).filter(|it| it.split_whitespace().count() > MOST).collect()
}

fn hard(ftl: &str) -> Vec<&str> {
    let is_hard = |sentence: &str| HARD.iter().any(|word| sentence.to_lowercase().contains(&word.to_lowercase()));
    easy(ftl).into_iter().map(|(_, sentence)| sentence).filter(|it| is_hard(it)).collect()
}

#[test]
fn no_sentence_in_easy_swedish_is_long_or_hard() {
    assert!(easy(PAPER).len() > 150, "{}", easy(PAPER).len());
    assert_eq!(too_long(PAPER), Vec::<&str>::new());
    assert_eq!(hard(PAPER), Vec::<&str>::new());
}

#[test]
fn a_long_or_hard_sentence_is_noticed() {
    let long = "a-latt = Ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton.\n";
    assert_eq!(too_long(long).len(), 1);
    assert_eq!(too_long(&long.replace(" sexton", "")).len(), 0);
    assert_eq!(too_long(&long.replace("-latt", "")).len(), 0);
    assert_eq!(hard("a-latt = Vi har sekretess. Vi ringer dig.\n").len(), 1);
}

#[test]
fn each_has_the_plain_sentence_beside_it() {
    let codes: Vec<_> = PAPER.lines().filter_map(|line| line.split_once(" = ")).map(|(code, _)| code).collect();
    for code in codes.iter().filter_map(|code| code.strip_suffix("-latt")) {
        assert!(codes.contains(&code), "{code}");
    }
}
