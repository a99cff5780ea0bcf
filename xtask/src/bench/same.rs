//! Whether two CSV files without quotes hold the same cells.

/// The number of cells, when all are equal. Errors: the first place where they differ, without what stands there.
pub(super) fn cells(mine: &str, theirs: &str) -> Result<usize, String> {
    let (mut mine, mut theirs) = (mine.lines(), theirs.lines());
    let (mut cells, mut line) = (0, 0);
    loop {
        line += 1;
        match (mine.next(), theirs.next()) {
            (None, None) => return Ok(cells),
            (Some(a), Some(b)) if a == b => cells += if line > 1 { a.split(',').count() } else { 0 },
            (Some(a), Some(b)) => {
                let column = a.split(',').zip(b.split(',')).take_while(|(a, b)| a == b).count() + 1;
                return Err(format!("the answers differ in line {line}, column {column}"));
            }
            _ => return Err(format!("one file of answers ends before line {line}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_files_are_counted_without_their_header() {
        assert_eq!(cells("pupil,s01\n1,true\n2,\n", "pupil,s01\n1,true\n2,\n"), Ok(4));
    }

    #[test]
    fn a_difference_is_found() {
        let check = |mine: &str, theirs: &str, place: &str| {
            let reason = cells(mine, theirs).unwrap_err();
            assert!(reason.contains(place), "{reason}");
        };
        check("pupil,s01\n1,true\n", "pupil,s01\n1,false\n", "line 2, column 2");
        check("pupil,s01\n1,true\n", "pupil,s02\n1,true\n", "line 1, column 2");
        check("pupil,s01\n1,true\n", "pupil,s01\n", "line 2");
    }
}
