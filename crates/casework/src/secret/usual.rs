//! Passwords that are too usual to be any good.

use std::collections::BTreeSet;

/// Passwords of twelve characters or more that are guessed first, one a line.
const USUAL: &str = include_str!("../../files/usual_passwords.txt");

/// Whether a password is among the most usual, holds the login, or has hardly more than one character in it.
pub(crate) fn is_usual(password: &str, login: &str) -> bool {
    let password = password.to_lowercase();
    let few = password.chars().collect::<BTreeSet<_>>().len() < 5;
    few || holds(&password, login) || USUAL.lines().any(|usual| usual == password)
}

/// Whether the login, or what stands before its @, is part of the password.
fn holds(password: &str, login: &str) -> bool {
    let login = login.to_lowercase();
    let name = login.split('@').next().unwrap_or(&login);
    name.chars().count() >= 3 && password.contains(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_passwords_are_noticed() {
        let check = |password| is_usual(password, "alva.lind@bjorkstad.example");
        assert!(check("Password1234") && check("qwertyuiop123") && check("sommaren2026"));
        assert!(check("ababababababab"), "two characters");
        assert!(check("jag-heter-Alva.Lind"), "the login");
        assert!(!check("tre grodor på en sten"));
    }

    #[test]
    fn the_list_holds_only_what_could_be_chosen() {
        let all: Vec<&str> = USUAL.lines().collect();
        assert!(all.len() >= 100, "{}", all.len());
        for usual in &all {
            assert!(usual.chars().count() >= 12, "{usual}");
            assert_eq!(usual.to_lowercase(), *usual);
        }
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    }
}
