//! TLS with given certificates: a real handshake, what is told when the files do not do, and another certificate while
//! the server runs.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking, as tests do")]

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

/// A desk with a room and certificates for this machine.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        let made = desk.command(&["room", "create", "bjorkstad", "--kind", "school", "--name", "Björkstad"]).output();
        assert!(made.unwrap().status.success());
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_skollinjen"));
        command.args(arguments).current_dir(self.0.path()).env_remove("SKOLLINJEN_DATA");
        command
    }

    /// Writes `cert.pem` and `key.pem`, valid in these years.
    fn certificate(&self, from: i32, to: i32) -> CertificateDer<'static> {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        (params.not_before, params.not_after) = (date_time_ymd(from, 1, 1), date_time_ymd(to, 1, 1));
        let cert = params.self_signed(&key).unwrap();
        fs::write(self.path("cert.pem"), cert.pem()).unwrap();
        fs::write(self.path("key.pem"), key.serialize_pem()).unwrap();
        cert.der().clone()
    }

    /// What `serve` says when it does not start.
    fn refuses(&self) -> String {
        let output = self.command(&SERVE).output().unwrap();
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    }

    fn serve(&self) -> Server {
        let out = self.path("out");
        let mut command = self.command(&SERVE);
        let child = command.stdin(Stdio::null()).stdout(File::create(&out).unwrap()).spawn().unwrap();
        let (mut server, began) = (Server { child, port: 0, out }, Instant::now());
        while server.port == 0 {
            assert!(server.child.try_wait().unwrap().is_none() && began.elapsed() < PATIENCE, "it does not start");
            std::thread::sleep(Duration::from_millis(20));
            let said = fs::read_to_string(&server.out).unwrap();
            let address = said.split_once("svarar på https://localhost:");
            server.port = address.and_then(|(_, rest)| rest.split('.').next()?.parse().ok()).unwrap_or(0);
        }
        server
    }
}

const SERVE: [&str; 7] = ["serve", "--listen", "127.0.0.1:0", "--cert", "cert.pem", "--key", "key.pem"];
const PATIENCE: Duration = Duration::from_secs(30);

struct Server {
    child: Child,
    port: u16,
    out: PathBuf,
}

impl Server {
    /// A page, as a browser that trusts this certificate gets it; `None` when the handshake fails.
    fn get(&self, path: &str, trusted: &CertificateDer<'static>) -> Option<String> {
        let mut roots = RootCertStore::empty();
        roots.add(trusted.clone()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
        let config = Arc::new(config.with_root_certificates(roots).with_no_client_auth());
        let client = ClientConnection::new(config, ServerName::try_from("localhost").unwrap()).unwrap();
        let mut stream = StreamOwned::new(client, TcpStream::connect(("127.0.0.1", self.port)).unwrap());
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).ok()?;
        Some(String::from_utf8_lossy(&answer).into_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

#[test]
fn a_page_comes_over_tls_with_strict_headers_and_nothing_comes_in_the_clear() {
    let desk = Desk::new();
    let cert = desk.certificate(2020, 2090);
    let server = desk.serve();
    let page = server.get("/bjorkstad/logga-in", &cert).expect("the handshake").to_ascii_lowercase();
    assert!(page.starts_with("http/1.1 303"), "to the first account: {page}");
    let page = server.get("/bjorkstad/forsta-gangen", &cert).expect("the handshake");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Gör det första kontot"), "{page}");
    let headers = page.to_ascii_lowercase();
    assert!(headers.contains("strict-transport-security: max-age=63072000"), "{headers}");
    assert!(headers.contains("content-security-policy: default-src 'none'"), "{headers}");

    let mut plain = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    plain.write_all(b"GET /bjorkstad/logga-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    plain.read_to_end(&mut answer).ok();
    assert!(!String::from_utf8_lossy(&answer).contains("HTTP/1.1 200"), "nothing in the clear");
}

#[test]
fn a_silent_connection_keeps_nobody_waiting() {
    let desk = Desk::new();
    let cert = desk.certificate(2020, 2090);
    let server = desk.serve();
    let silent: Vec<TcpStream> = (0..20).map(|_| TcpStream::connect(("127.0.0.1", server.port)).unwrap()).collect();
    let began = Instant::now();
    assert!(server.get("/", &cert).is_some());
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    drop(silent);
}

#[test]
fn a_new_certificate_is_shown_when_the_process_is_told() {
    let desk = Desk::new();
    let old = desk.certificate(2020, 2090);
    let server = desk.serve();
    assert!(server.get("/", &old).is_some());
    fs::write(desk.path("key.pem"), "broken").unwrap();
    let told = || Command::new("kill").args(["-HUP", &server.child.id().to_string()]).status().unwrap();
    assert!(told().success());
    std::thread::sleep(Duration::from_millis(300));
    assert!(server.get("/", &old).is_some(), "what cannot be used changes nothing");
    let new = desk.certificate(2021, 2091);
    assert!(told().success());
    let began = Instant::now();
    while !fs::read_to_string(&server.out).unwrap().contains("läst på nytt") {
        assert!(began.elapsed() < PATIENCE, "it is not read");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(server.get("/", &new).is_some() && server.get("/", &old).is_none());
}

#[test]
fn what_is_wrong_with_the_files_is_told_at_the_start() {
    let desk = Desk::new();
    let check = |expected: &str| {
        let said = desk.refuses();
        assert!(said.contains(expected), "{expected} is not in {said}");
    };
    check("cert.pem");
    desk.certificate(2020, 2021);
    check("har gått ut");
    desk.certificate(2080, 2090);
    check("gäller inte än");
    desk.certificate(2020, 2090);
    fs::write(desk.path("key.pem"), KeyPair::generate().unwrap().serialize_pem()).unwrap();
    check("hör inte ihop");
    fs::write(desk.path("key.pem"), "hemligt").unwrap();
    check("ingen privat nyckel");
    fs::write(desk.path("cert.pem"), "hemligt").unwrap();
    check("inget certifikat");
    let half = desk.command(&["serve", "--cert", "cert.pem"]).output().unwrap();
    assert!(String::from_utf8_lossy(&half.stderr).contains("--key"), "the two go together");
}
