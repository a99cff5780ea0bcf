//! What stands between the fields of a CSV file, told by its first rows.

/// What separates fields, in the order of preference when nothing else tells.
const SEPARATORS: [char; 4] = [';', '\t', ',', '|'];

/// The separator: the one that occurs equally often in most rows.
pub(super) fn delimiter(text: &str) -> char {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(30).collect();
    if let Some(named) = lines.first().and_then(|line| line.strip_prefix("sep=")).and_then(|it| it.chars().next()) {
        return named;
    }
    let score = |separator: char| {
        let counts: Vec<usize> = lines.iter().map(|line| outside_quotes(line, separator)).collect();
        let same = |count: usize| counts.iter().filter(|other| **other == count).count();
        counts.iter().filter(|count| **count > 0).map(|count| (same(*count), *count)).max().unwrap_or((0, 0))
    };
    // later ones win only when they are better
    let mut best = (';', (0, 0));
    for separator in SEPARATORS {
        let found = score(separator);
        if found > best.1 {
            best = (separator, found);
        }
    }
    best.0
}

fn outside_quotes(line: &str, separator: char) -> usize {
    let mut inside = false;
    let mut count = 0;
    for c in line.chars() {
        match c {
            '"' => inside = !inside,
            c if c == separator && !inside => count += 1,
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::delimiter;

    #[test]
    fn the_separator_is_the_one_that_is_the_same_in_each_row() {
        assert_eq!(delimiter("namn;tid\n\"Lind, Saga\";1,5\n\"Berg, Ali\";0,75\n"), ';');
        assert_eq!(delimiter("namn,tid\n\"Lind; Saga\",50\n"), ',');
        assert_eq!(delimiter("id\tfname\tlname\n1\tSaga\tLind\n"), '\t');
        assert_eq!(delimiter("sep=|\na|b\n"), '|');
        assert_eq!(delimiter("en enda kolumn\nrad\n"), ';');
        assert_eq!(delimiter(""), ';');
    }
}
