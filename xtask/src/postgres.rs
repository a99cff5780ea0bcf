//! One PostgreSQL for a test run: its own cluster in a temporary folder, stopped and removed afterwards whatever
//! happens. It does not run as root, and listens only on a socket and on this machine's own address.

use std::{
    fs,
    net::TcpListener,
    os::unix::fs::{PermissionsExt, chown},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use crate::run;

/// The Debian package with the server, and why it is installed.
const PACKAGE: &str = "postgresql";
const WHY: &str = "every room test runs on SQLite and on PostgreSQL";

/// A running cluster. It stops when dropped, and when xtask itself is interrupted or killed.
pub(crate) struct Cluster {
    folder: PathBuf,
    port: u16,
    tools: Tools,
    guard: Option<Child>,
}

/// Where the server's programs are, and as whom they run.
struct Tools {
    folder: PathBuf,
    user: Option<User>,
}

/// An unprivileged user of this machine.
#[derive(Debug, PartialEq, Eq)]
struct User {
    uid: u32,
    gid: u32,
}

impl Cluster {
    /// Starts a cluster; installs the server first when it is missing and we may.
    pub(crate) fn start() -> Result<Cluster, String> {
        println!("xtask test: PostgreSQL: {WHY}.");
        let root = run::output(Command::new("id").arg("-u"))?.trim() == "0";
        let folder = match programs() {
            Some(folder) => folder,
            None => install(root)?,
        };
        let user = if root { Some(user()?) } else { None };
        let tools = Tools { folder, user };

        let folder = std::env::temp_dir().join(format!("skollinjen-postgres-{}", std::process::id()));
        let failed = |error| format!("{}: {error}", folder.display());
        fs::create_dir(&folder).map_err(failed)?;
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).map_err(failed)?;
        if let Some(User { uid, gid }) = tools.user {
            chown(&folder, Some(uid), Some(gid)).map_err(failed)?;
        }
        let mut cluster = Cluster { port: free_port()?, folder, tools, guard: None };
        // From here on everything is cleared away, also when a step fails.
        cluster.guard = Some(cluster.guard()?);
        cluster.run_server()?;
        Ok(cluster)
    }

    /// Where the tests find it.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// The folder of its files.
    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn run_server(&self) -> Result<(), String> {
        let mut init = self.tools.command("initdb");
        init.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
        run::output(init.arg("-D").arg(self.data()))?;
        let options = format!(
            "-c listen_addresses=127.0.0.1 -c port={} -c unix_socket_directories={} -c max_connections=200 \
             -c min_wal_size=32MB -c max_wal_size=64MB",
            self.port,
            self.folder.display()
        );
        let mut start = self.tools.command("pg_ctl");
        start.args(["start", "--wait", "--silent", "-o", &options]).arg("-D").arg(self.data());
        // The server inherits these: with a pipe, whoever reads our output would wait for the server.
        start.arg("-l").arg(self.folder.join("log")).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let status = start.status().map_err(|error| format!("pg_ctl: {error}"))?;
        if status.success() {
            return Ok(());
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(format!("PostgreSQL did not start ({status}): {}", log.trim()))
    }

    /// A shell beside us, in a session of its own, waits until its input closes: when the cluster is dropped, and also
    /// when Ctrl-C or a kill ends us. Then it stops the server and removes the folder.
    fn guard(&self) -> Result<Child, String> {
        let script = "trap '' INT TERM HUP; cat; \"$1\" stop --silent --mode=immediate -D \"$2\"; rm -rf \"$3\"";
        let mut guard = self.tools.wrap("setsid");
        guard.args(["sh", "-c", script, "guard"]).arg(self.tools.folder.join("pg_ctl"));
        guard.arg(self.data()).arg(&self.folder);
        guard.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        guard.spawn().map_err(|error| format!("setsid: {error}"))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut guard) = self.guard.take() {
            drop(guard.stdin.take());
            // Whatever fails here, the tests have had their answer.
            guard.wait().ok();
        }
    }
}

impl Tools {
    /// One of the server's programs, as the user that may run it.
    fn command(&self, program: &str) -> Command {
        self.wrap(self.folder.join(program))
    }

    fn wrap(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = match &self.user {
            None => Command::new(program),
            Some(User { uid, gid }) => {
                let mut command = Command::new("setpriv");
                command.args([&format!("--reuid={uid}"), &format!("--regid={gid}"), "--clear-groups"]);
                command.arg(program);
                command
            }
        };
        // The programs want a folder that they may stand in.
        command.current_dir("/");
        command
    }
}

/// The folder of the server's programs: on the path, or where Debian keeps the newest.
fn programs() -> Option<PathBuf> {
    let on_path = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let mut debian: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .collect();
    debian.sort();
    let newest = debian.into_iter().rev().map(|(_, folder)| folder);
    on_path.unwrap_or_default().into_iter().chain(newest).find(|folder| complete(folder))
}

fn complete(folder: &Path) -> bool {
    ["initdb", "pg_ctl", "postgres"].iter().all(|program| folder.join(program).is_file())
}

/// Installs the server from Debian's packages, or says what to run.
fn install(root: bool) -> Result<PathBuf, String> {
    if !Path::new("/etc/debian_version").exists() {
        return Err("PostgreSQL is missing. Install its server (initdb, pg_ctl, postgres), and run this again".into());
    }
    if !root {
        return Err(format!("PostgreSQL is missing. Run `sudo apt-get install -y {PACKAGE}`, and then this again"));
    }
    println!("  {PACKAGE} (Debian) is missing and is installed now: {WHY}.");
    run::run(Command::new("apt-get").args(["update", "-qq"]))?;
    let mut install = Command::new("apt-get");
    run::run(install.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "-y", "-qq", PACKAGE]))?;
    programs().ok_or_else(|| format!("{PACKAGE} was installed, but initdb is not in /usr/lib/postgresql/*/bin"))
}

/// PostgreSQL refuses to run as root: as whom it runs then.
fn user() -> Result<User, String> {
    let passwd = fs::read_to_string("/etc/passwd").map_err(|error| format!("/etc/passwd: {error}"))?;
    ["postgres", "nobody"]
        .iter()
        .find_map(|name| find_user(&passwd, name))
        .ok_or_else(|| "there is neither a user postgres nor a user nobody to run PostgreSQL as".into())
}

fn find_user(passwd: &str, wanted: &str) -> Option<User> {
    let mut lines = passwd.lines().map(|line| line.split(':'));
    lines.find_map(|mut fields| {
        let (name, _, uid, gid) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
        (name == wanted).then_some(User { uid: uid.parse().ok()?, gid: gid.parse().ok()? })
    })
}

/// A port that nobody has right now.
fn free_port() -> Result<u16, String> {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    free.map(|address| address.port()).map_err(|error| format!("finding a free port: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_are_found_by_their_whole_name() {
        let passwd = "root:x:0:0:root:/root:/bin/bash\npostgresql:x:7:8::/:/bin/sh\npostgres:x:101:104::/:/bin/bash\n";
        assert_eq!(find_user(passwd, "postgres"), Some(User { uid: 101, gid: 104 }));
        assert_eq!(find_user(passwd, "nobody"), None);
    }

    #[test]
    fn a_port_is_free() {
        assert!(TcpListener::bind(("127.0.0.1", free_port().unwrap())).is_ok());
    }
}
