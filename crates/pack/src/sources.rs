//! The files of the pack: the embedded ones, and those of a folder in their place.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use crate::error::{PackError, Problem};

/// The file of thresholds.
pub(crate) const THRESHOLDS: &str = "thresholds.toml";
/// The file of work lists.
pub(crate) const LISTS: &str = "lists.toml";
/// The file of the toolbox.
pub(crate) const TOOLBOX: &str = "toolbox.toml";
/// The file of programmes.
pub(crate) const PROGRAMMES: &str = "programmes.toml";
/// The file of causes of absence.
pub(crate) const CAUSES: &str = "causes.toml";
/// The folder of presets. A file of a new name there is a new preset.
pub(crate) const PRESETS: &str = "presets";

macro_rules! embedded {
    ($($name:literal),* $(,)?) => { [$(($name, include_str!(concat!("../files/", $name)))),*] };
}

/// Every embedded file: its name in the pack and its text. A test compares with the folder `files`.
pub(crate) const EMBEDDED: [(&str, &str); 13] = embedded![
    "causes.toml",
    "lists.toml",
    "presets/boras.toml",
    "presets/danderyd.toml",
    "presets/goteborg-majorna-linne.toml",
    "presets/lidingo.toml",
    "presets/nationell-lag.toml",
    "presets/prestationsprinsen.toml",
    "presets/stockholm-starkt-stod.toml",
    "presets/toreboda.toml",
    "programmes.toml",
    "thresholds.toml",
    "toolbox.toml",
];

/// Names and texts of the pack's files.
pub(crate) type Sources = BTreeMap<String, String>;

/// The embedded files, with those of the folder in their place, and what in the folder could not be read.
pub(crate) fn sources(dir: Option<&Path>) -> (Sources, Vec<PackError>) {
    let mut files: Sources = EMBEDDED.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    let mut problems = Vec::new();
    let Some(dir) = dir else { return (files, problems) };
    let Ok(top) = toml_files(dir) else {
        return (files, vec![Problem::FileMissing.at(&dir.display().to_string(), "")]);
    };
    for (name, path) in top {
        if files.contains_key(&name) {
            read(&name, &path, &mut files, &mut problems);
        } else {
            problems.push(Problem::FileUnknown.at(&name, ""));
        }
    }
    match toml_files(&dir.join(PRESETS)) {
        Ok(presets) => {
            for (name, path) in presets {
                read(&format!("{PRESETS}/{name}"), &path, &mut files, &mut problems);
            }
        }
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => {}
        Err(_) => problems.push(Problem::FileMissing.at(PRESETS, "")),
    }
    (files, problems)
}

/// Whether a file is the embedded one.
pub(crate) fn is_embedded(name: &str, files: &Sources) -> bool {
    files.get(name).is_some_and(|text| EMBEDDED.contains(&(name, text.as_str())))
}

fn read(name: &str, path: &Path, files: &mut Sources, problems: &mut Vec<PackError>) {
    match fs::read_to_string(path) {
        Ok(text) => {
            files.insert(name.to_owned(), text);
        }
        Err(fault) if fault.kind() == io::ErrorKind::InvalidData => {
            problems.push(Problem::FileBroken.at(name, "UTF-8"))
        }
        Err(_) => problems.push(Problem::FileMissing.at(name, "")),
    }
}

/// The names and paths of the TOML files in a folder, in order of name.
fn toml_files(dir: &Path) -> io::Result<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml")
            && let Some(name) = path.file_name()
        {
            found.insert(name.to_string_lossy().into_owned(), path);
        }
    }
    Ok(found)
}
