//! Options of the longer commands, `--name value`, each at most once.

use std::{collections::BTreeMap, str::FromStr};

/// The values given, by name without dashes.
#[derive(Debug)]
pub(crate) struct Options(BTreeMap<String, String>);

impl Options {
    /// Reads the arguments after a command's name. Errors: an option that is not among `known`, or lacks a value.
    pub(crate) fn read(args: &[String], known: &[&str]) -> Result<Options, String> {
        let mut found = BTreeMap::new();
        let mut args = args.iter();
        while let Some(word) = args.next() {
            let name = word.strip_prefix("--").filter(|name| known.contains(name));
            let name = name.ok_or_else(|| format!("takes --{}, not {word}", known.join(", --")))?;
            let value = args.next().ok_or_else(|| format!("--{name} lacks its value"))?;
            if found.insert(name.to_owned(), value.clone()).is_some() {
                return Err(format!("--{name} is given twice"));
            }
        }
        Ok(Options(found))
    }

    /// The value of an option, if it was given. Errors: it cannot be read.
    pub(crate) fn get<T: FromStr>(&self, name: &str) -> Result<Option<T>, String> {
        let Some(text) = self.0.get(name) else { return Ok(None) };
        text.parse().map(Some).map_err(|_| format!("--{name} {text}: this cannot be read"))
    }

    /// The values of an option that takes several with commas between, if it was given.
    pub(crate) fn list<T: FromStr>(&self, name: &str) -> Result<Option<Vec<T>>, String> {
        let Some(text) = self.0.get(name) else { return Ok(None) };
        let values =
            text.split(',').map(|part| part.parse().map_err(|_| format!("--{name} {text}: this cannot be read")));
        values.collect::<Result<_, _>>().map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str) -> Result<(Option<u32>, Option<Vec<u32>>), String> {
        let args: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        let options = Options::read(&args, &["times", "pupils"])?;
        Ok((options.get("times")?, options.list("pupils")?))
    }

    #[test]
    fn options_have_a_name_and_a_value() {
        assert_eq!(check(""), Ok((None, None)));
        assert_eq!(check("--times 3 --pupils 10,20"), Ok((Some(3), Some(vec![10, 20]))));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in ["--tiems 3", "3", "--times", "--times x", "--pupils 10,", "--times 1 --times 2"] {
            assert!(check(line).is_err(), "{line}");
        }
    }
}
