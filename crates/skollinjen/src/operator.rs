//! Who runs a command, as the journal names her or him, and the runtime that commands on rooms run in.

use std::os::unix::fs::MetadataExt;
use std::time::Duration;

use access::Actor;
use anyhow::Context;

/// The user of the operating system that this process runs as. Asked of the system, for variables such as `USER` say
/// what anyone writes in them.
pub fn actor() -> anyhow::Result<Actor> {
    let uid = tempfile::tempfile().and_then(|file| file.metadata()).context("asking who runs the command")?.uid();
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    Ok(Actor::Operator(name(&users, uid).map_or_else(|| format!("uid-{uid}"), str::to_owned)))
}

/// The name of a user in the text of `/etc/passwd`.
fn name(users: &str, uid: u32) -> Option<&str> {
    let fields = |line: &'_ str| line.split(':').nth(2).and_then(|field| field.parse::<u32>().ok());
    let line = users.lines().find(|line| fields(line) == Some(uid))?;
    line.split(':').next().filter(|name| !name.is_empty())
}

/// How long a thread that still works may hold up the end: what it does counts only when it is done.
const LEAVE: Duration = Duration::from_secs(2);

/// Runs what waits for a database. Only commands on rooms do.
pub fn wait<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let done = runtime.block_on(work);
    runtime.shutdown_timeout(LEAVE);
    done
}

#[test]
fn a_user_is_found_by_number() {
    let users = "root:x:0:0:root:/root:/bin/bash\nbroken\nmaria:x:1000:1000::/home/maria:/bin/sh\n";
    assert_eq!(name(users, 1000), Some("maria"));
    assert_eq!(name(users, 0), Some("root"));
    assert_eq!(name(users, 7), None);
}
