//! Gathers what the pages need beside HTML (styles, typeface, htmx, our own files), so that the executable carries it.
//!
//! Nothing of it by others lies in the repository: `package-lock.json` says which packages and what they hash to.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

/// What decides what comes from npm. When none of it has changed, npm is not run.
const INPUTS: &[&str] = &["package.json", "package-lock.json", "designsystemet.config.json"];

/// Folders of our own: the styles that are put together to one, and the files that are served as they are.
const STYLES: &str = "css";
const FILES: &str = "assets";

/// What is taken out of the packages: the path below `node_modules`, and what it is called here.
const TAKEN: &[(&str, &str)] = &[
    ("@digdir/designsystemet-css/dist/src/index.css", "components.css"),
    ("@digdir/designsystemet-css/LICENSE", "designsystemet.licence"),
    ("htmx.org/dist/htmx.min.js", "htmx.js"),
    ("htmx.org/LICENSE", "htmx.licence"),
    ("source-sans/WOFF2/VF/SourceSans3VF-Upright.ttf.woff2", "source-sans.woff2"),
    ("source-sans/LICENSE.md", "source-sans.licence"),
];

fn main() -> ExitCode {
    let (Some(here), Some(out)) = (env::var_os("CARGO_MANIFEST_DIR"), env::var_os("OUT_DIR")) else {
        eprintln!("build.rs is run by Cargo");
        return ExitCode::FAILURE;
    };
    match build(&PathBuf::from(here), &PathBuf::from(out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn build(here: &Path, out: &Path) -> Result<(), String> {
    let inputs = || INPUTS.iter().chain(&["build.rs"]);
    for input in inputs().chain(&[STYLES, FILES]) {
        println!("cargo::rerun-if-changed={input}");
    }
    let (packages, assets) = (out.join("packages"), out.join("assets"));
    let wanted = inputs().map(|input| read(&here.join(input))).collect::<Result<String, _>>()?;
    let stamp = out.join("packages.stamp");
    if fs::read_to_string(&stamp).ok().as_ref() != Some(&wanted) {
        fetch(here, &out.join("npm"), &packages)?;
        fs::write(&stamp, &wanted).map_err(failed(&stamp))?;
    }
    empty(&assets)?;
    for name in ["htmx.js", "source-sans.woff2"] {
        copy(&packages.join(name), &assets.join(name))?;
    }
    for file in list(&here.join(FILES))? {
        copy(&file, &assets.join(file.file_name().unwrap_or_default()))?;
    }
    let styles = [packages.join("theme.css"), packages.join("components.css")];
    join(styles.into_iter().chain(list(&here.join(STYLES))?), &assets.join("skollinjen.css"))?;
    let licences = list(&packages)?.into_iter().filter(|file| file.extension().is_some_and(|it| it == "licence"));
    join(licences, &assets.join("licences.txt"))?;

    // Not `load_directory`: it has Cargo watch the folder that is written here, and would so be run each time.
    let code = memory_serve::assets_to_code(&assets.to_string_lossy(), &assets, out, true, |_| ());
    let file = out.join("assets.rs");
    fs::write(&file, code).map_err(failed(&file))
}

/// Installs the packages as the lock says, makes the theme, and keeps what is needed of both.
fn fetch(here: &Path, npm: &Path, packages: &Path) -> Result<(), String> {
    empty(npm)?;
    empty(packages)?;
    for input in INPUTS {
        copy(&here.join(input), &npm.join(input))?;
    }
    run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(npm))?;
    let modules = npm.join("node_modules");
    for steps in [&["create"] as &[&str], &["build", "--out-dir", "theme"]] {
        let program = modules.join("@digdir/designsystemet/dist/bin/designsystemet.js");
        run(Command::new("node").arg(program).arg("tokens").args(steps).current_dir(npm))?;
    }
    let theme = packages.join("theme.css");
    fs::write(&theme, dark_on_screens(&read(&npm.join("theme/skollinjen.css"))?)?).map_err(failed(&theme))?;
    for (from, to) in TAKEN {
        copy(&modules.join(from), &packages.join(to))?;
    }
    // More than a hundred megabytes that nobody will read again.
    fs::remove_dir_all(npm).map_err(failed(npm))
}

/// The theme with its dark colours for screens only: paper is white, also for who has chosen dark.
fn dark_on_screens(theme: &str) -> Result<String, String> {
    let dark = "@layer ds.theme.color-scheme.dark {";
    let parts = theme.split_once(dark).and_then(|(before, rest)| Some((before, rest.split_once("\n@layer")?)));
    let (before, (colours, after)) = parts.ok_or("the theme has no layer of dark colours, or nothing after it")?;
    Ok(format!("{before}@media screen {{\n{dark}{colours}\n}}\n@layer{after}"))
}

fn run(command: &mut Command) -> Result<(), String> {
    let shown = format!("{command:?}");
    let help = "The build needs Node.js 20 or newer with npm on the path, and network the first time.";
    let done = command.output().map_err(|error| format!("{shown} could not be started: {error}. {help}"))?;
    if done.status.success() {
        return Ok(());
    }
    let said = [done.stdout, done.stderr].concat();
    Err(format!("{shown} failed ({}). {help} It said:\n{}", done.status, String::from_utf8_lossy(&said)))
}

/// The files of a folder, by name, so that every build puts them together in one order.
fn list(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(failed(folder))?;
    let mut files = entries.map(|it| it.map(|it| it.path()).map_err(failed(folder))).collect::<Result<Vec<_>, _>>()?;
    files.sort();
    Ok(files)
}

fn join(files: impl Iterator<Item = PathBuf>, to: &Path) -> Result<(), String> {
    let texts = files.map(|file| read(&file)).collect::<Result<Vec<_>, _>>()?;
    fs::write(to, texts.join("\n")).map_err(failed(to))
}

fn empty(folder: &Path) -> Result<(), String> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(failed(folder))?;
    }
    fs::create_dir_all(folder).map_err(failed(folder))
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(failed(file))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::copy(from, to).map(drop).map_err(failed(from))
}

fn failed(path: &Path) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{}: {error}", path.display())
}
