//! The API as Schemathesis tries it: a started demo, a token, and requests made from the description, right and wrong.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use crate::run;

/// The demo's room, as its addresses have it.
const ROOM: &str = "utbildning";
/// Pupils of the demo: enough for every page of a list.
const PUPILS: &str = "600";
/// The same requests in every run.
const SEED: &str = "20261120";
/// Requests to make for each operation and way of making them, at most.
const EXAMPLES: &str = "40";

/// Tries every operation of the API. Fails on a fault, on a status or content type that is not described, on an answer
/// that is not as described, on a wrong request that is taken, and on an answer without a token.
pub(crate) fn test(python: &Path, root: &Path) -> Result<(), String> {
    let program = run::target(root).join("debug").join(format!("skollinjen{}", std::env::consts::EXE_SUFFIX));
    let demo = Demo::start(&program, &run::target(root).join("xtask").join("api"))?;
    let mut command = Command::new(python.with_file_name("schemathesis"));
    command.current_dir(&demo.folder).args(["run", "--no-color", "--checks", "all", "--workers", "1"]);
    // Links between operations are followed in the fuzzing of states, which needs many more requests.
    command.args(["--phases", "examples,coverage,fuzzing", "--generation-deterministic"]);
    command.args(["--seed", SEED, "--max-examples", EXAMPLES, "--suppress-health-check", "all"]);
    command.args(["--header", &format!("Authorization: Bearer {}", demo.token)]);
    run::run(command.arg(format!("{}/{ROOM}/api/v1/openapi.json", demo.address.trim_end_matches('/'))))
}

/// A running demo with a token of its own. It ends, and its folder goes, when dropped.
struct Demo {
    server: Child,
    folder: PathBuf,
    address: String,
    token: String,
}

impl Demo {
    fn start(program: &Path, folder: &Path) -> Result<Demo, String> {
        let told = |error: std::io::Error| format!("{}: {error}", folder.display());
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(told)?;
        }
        fs::create_dir_all(folder).map_err(told)?;
        let mut command = Command::new(program);
        command.args(["--language", "en", "demo", "--port", "0", "--pupils", PUPILS, "--token"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let server = command.spawn().map_err(|error| format!("the demo does not start: {error}"))?;
        let mut demo = Demo { server, folder: folder.to_owned(), address: String::new(), token: String::new() };
        let said = demo.server.stdout.take().map(BufReader::new).into_iter().flat_map(BufReader::lines);
        for line in said.map_while(Result::ok) {
            if let Some(token) = word(&line, "slj_") {
                demo.token = token.to_owned();
            }
            if let Some(address) = word(&line, "http://") {
                demo.address = address.to_owned();
                break;
            }
        }
        if demo.address.is_empty() || demo.token.is_empty() {
            return Err("the demo ended before it told its address and a token".into());
        }
        Ok(demo)
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        // What fails here leaves a process or a folder behind, and changes no result.
        self.server.kill().ok();
        self.server.wait().ok();
        fs::remove_dir_all(&self.folder).ok();
    }
}

/// The word of a line that begins so.
fn word<'a>(line: &'a str, beginning: &str) -> Option<&'a str> {
    let word = line.split_whitespace().find(|word| word.trim_start_matches(isolation).starts_with(beginning))?;
    Some(word.trim_matches(isolation).trim_end_matches(['.', ',']))
}

/// The signs that surround what is put into a sentence.
fn isolation(sign: char) -> bool {
    matches!(sign, '\u{2068}' | '\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn address_and_token_are_found_in_what_the_demo_says() {
        assert_eq!(word("Open http://127.0.0.1:7878/ in the browser.", "http://"), Some("http://127.0.0.1:7878/"));
        assert_eq!(word("Token for the API: \u{2068}slj_abc\u{2069}", "slj_"), Some("slj_abc"));
        assert_eq!(word("Nothing here", "slj_"), None);
    }
}
