//! What lies in a history's folder, read without the program that wrote it: Parquet files, half-written files, and the
//! files that the manifest names.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// What a history's folder holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Held {
    /// Content hashes of the Parquet files.
    pub(super) parquet: BTreeSet<String>,
    /// Files that are half written.
    pub(super) unfinished: Vec<PathBuf>,
    /// Content hashes of the files that count, by the manifest.
    pub(super) counting: BTreeSet<String>,
    /// Content hashes of the files that no longer count, by the manifest.
    pub(super) loose: BTreeSet<String>,
}

impl Held {
    /// Looks through a history's folder.
    pub(super) fn of(history: &Path) -> Result<Held, String> {
        let mut held = Held::default();
        look(history, &mut held)?;
        let manifest = history.join("manifest.json");
        if manifest.exists() {
            let text = fs::read_to_string(&manifest).map_err(|error| format!("{}: {error}", manifest.display()))?;
            let (files, rest) = text.split_once("\"imports\"").ok_or("manifest.json names no imports")?;
            let (_, loose) = rest.split_once("\"loose\"").ok_or("manifest.json names no loose files")?;
            (held.counting, held.loose) = (contents(files), contents(loose));
        }
        Ok(held)
    }

    /// Parquet files that the manifest does not name: written by an import that never came to its end.
    pub(super) fn unnamed(&self) -> usize {
        self.parquet.iter().filter(|it| !self.counting.contains(*it) && !self.loose.contains(*it)).count()
    }
}

fn look(folder: &Path, held: &mut Held) -> Result<(), String> {
    let wrong = |error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let path = entry.map_err(wrong)?.path();
        if path.is_dir() {
            look(&path, held)?;
        } else if path.extension().is_some_and(|ending| ending == "parquet") {
            held.parquet.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
        } else if path.extension().is_some_and(|ending| ending == "part") {
            held.unfinished.push(path);
        }
    }
    Ok(())
}

/// The values of `"content"` in a piece of the manifest.
fn contents(json: &str) -> BTreeSet<String> {
    json.split("\"content\": \"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_apart_by_what_the_manifest_says() {
        let folder = std::env::temp_dir().join(format!("xtask-kill-disk-{}", std::process::id()));
        let school = folder.join("school_year=2025").join("school=1");
        fs::create_dir_all(&school).unwrap();
        for name in ["aa.parquet", "bb.parquet", "cc.parquet", "new.part"] {
            fs::write(school.join(name), "").unwrap();
        }
        let manifest =
            r#"{ "files": [{ "content": "aa" }], "imports": [{ "before": "bb" }], "loose": [{ "content": "bb" }] }"#;
        fs::write(folder.join("manifest.json"), manifest).unwrap();
        let held = Held::of(&folder);
        fs::remove_dir_all(&folder).unwrap();
        let held = held.unwrap();
        let set = |names: &[&str]| names.iter().map(|name| name.to_string()).collect::<BTreeSet<_>>();
        assert_eq!((&held.parquet, &held.counting), (&set(&["aa", "bb", "cc"]), &set(&["aa"])));
        assert_eq!((held.loose.clone(), held.unfinished.len(), held.unnamed()), (set(&["bb"]), 1, 1));
    }
}
