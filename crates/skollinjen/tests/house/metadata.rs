//! The workspace as Cargo sees it: each crate with what its manifest names.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// A crate of the workspace.
pub(crate) struct Crate {
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    pub(crate) needs: Vec<Need>,
}

/// A line in a manifest.
pub(crate) struct Need {
    /// The name of the package, also when the manifest renames it.
    pub(crate) name: String,
    /// Only tests see it.
    pub(crate) dev: bool,
}

impl Crate {
    /// What the crate itself is built from: not what only its tests see.
    pub(crate) fn built_from(&self) -> impl Iterator<Item = &str> {
        self.needs.iter().filter(|need| !need.dev).map(|need| need.name.as_str())
    }
}

/// A crate for the tests of the rules; `needs` beginning with `dev:` are seen by its tests only.
pub(crate) fn example(name: &str, needs: &[&str]) -> Crate {
    let needs = needs.iter().map(|need| match need.strip_prefix("dev:") {
        Some(name) => Need { name: name.to_string(), dev: true },
        None => Need { name: need.to_string(), dev: false },
    });
    Crate { name: name.to_string(), folder: PathBuf::new(), needs: needs.collect() }
}

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// The crates of this workspace. Errors: Cargo fails, or answers something else than expected.
pub(crate) fn workspace() -> Result<Vec<Crate>, String> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root()).args(["metadata", "--format-version", "1", "--no-deps", "--offline"]);
    let done = cargo.output().map_err(|error| format!("cargo metadata: {error}"))?;
    if !done.status.success() {
        return Err(format!("cargo metadata: {}", String::from_utf8_lossy(&done.stderr)));
    }
    let answer: Value = serde_json::from_slice(&done.stdout).map_err(|error| format!("cargo metadata: {error}"))?;
    read(&answer).ok_or_else(|| "cargo metadata has another form than expected".to_string())
}

fn read(answer: &Value) -> Option<Vec<Crate>> {
    let one = |package: &Value| {
        let needs = package.get("dependencies")?.as_array()?.iter();
        Some(Crate {
            name: package.get("name")?.as_str()?.to_string(),
            folder: Path::new(package.get("manifest_path")?.as_str()?).parent()?.to_path_buf(),
            needs: needs
                .map(|need| {
                    let dev = need.get("kind")?.as_str() == Some("dev");
                    Some(Need { name: need.get("name")?.as_str()?.to_string(), dev })
                })
                .collect::<Option<_>>()?,
        })
    };
    answer.get("packages")?.as_array()?.iter().map(one).collect()
}

#[test]
fn this_crate_and_its_dev_dependency_are_seen() -> Result<(), String> {
    let crates = workspace()?;
    let own = crates.iter().find(|it| it.name == env!("CARGO_PKG_NAME")).ok_or("this crate is not in the workspace")?;
    assert!(own.needs.iter().any(|need| need.name == "aho-corasick" && need.dev));
    assert!(own.built_from().any(|name| name == "domain"));
    assert_eq!(own.folder, Path::new(env!("CARGO_MANIFEST_DIR")));
    Ok(())
}
