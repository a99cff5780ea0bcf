//! Just enough of a browser: it keeps a cookie, fills in forms and sends them, and follows where it is led.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::server::Server;

pub struct Browser {
    port: u16,
    cookie: String,
}

struct Answer {
    status: u16,
    location: Option<String>,
    body: String,
}

impl Browser {
    pub fn of(server: &Server) -> Browser {
        Browser { port: server.port, cookie: String::new() }
    }

    /// Somebody of the cast, chosen on the page of the role chooser.
    pub fn chosen(server: &Server, chooser: &str, name: &str) -> Browser {
        let (before, _) = chooser.split_once(name).unwrap();
        let person = after(before, "name=\"person\" value=\"").pop().unwrap();
        let mut browser = Browser::of(server);
        browser.post("/demo", &[], &[("rum", "utbildning"), ("person", person)]);
        assert!(!browser.cookie.is_empty(), "{name} is not signed in");
        browser
    }

    pub fn get(&mut self, path: &str) -> String {
        self.ask("GET", path, "").body
    }

    /// Opens a page, fills in the form that is posted to a path, and sends it. Gives where it leads, or the page that is
    /// the answer.
    pub fn send(&mut self, page: &str, path: &str, filled: &[(&str, &str)]) -> String {
        let page = self.get(page);
        self.post(path, &form(&page, path), filled)
    }

    /// Posts fields to a path; what is filled in takes the place of what stood there.
    pub fn post(&mut self, path: &str, fields: &[(String, String)], filled: &[(&str, &str)]) -> String {
        let stays = fields.iter().filter(|(name, _)| filled.iter().all(|(other, _)| other != name));
        let all = stays.map(|(name, value)| (name.as_str(), value.as_str())).chain(filled.iter().copied());
        let body = all.map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&");
        let answer = self.ask("POST", path, &body);
        let is_refused = path.ends_with("/logga-in");
        assert!(
            matches!(answer.status, 200 | 303) || is_refused,
            "{path} {filled:?}: {}\n{}",
            answer.status,
            answer.body
        );
        answer.location.unwrap_or(answer.body)
    }

    /// Posts what no page asks for, and gives the status.
    pub fn wrong(&mut self, path: &str, body: &str) -> u16 {
        self.ask("POST", path, body).status
    }

    fn ask(&mut self, method: &str, path: &str, body: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let (port, cookie, length) = (self.port, &self.cookie, body.len());
        write!(
            stream,
            "{method} {} HTTP/1.1\r\nHost: localhost:{port}\r\nCookie: {cookie}\r\nConnection: close\r\nContent-Type: \
             application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}",
            path.replace('ö', "%C3%B6")
        )
        .unwrap();
        let mut said = String::new();
        stream.read_to_string(&mut said).unwrap();
        let (head, body) = said.split_once("\r\n\r\n").unwrap();
        let header = |wanted: &str| {
            let mut lines = head.split("\r\n").filter_map(|line| line.split_once(": "));
            lines.find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value.to_owned())
        };
        if let Some(cookie) = header("set-cookie") {
            self.cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, location: header("location"), body: body.to_owned() }
    }
}

/// What the form that is posted to a path holds: hidden fields, what is written and what is chosen.
pub fn form(page: &str, path: &str) -> Vec<(String, String)> {
    let (_, from) =
        page.split_once(&format!("action=\"{path}\"")).unwrap_or_else(|| panic!("no form to {path}:\n{page}"));
    let (form, _) = from.split_once("</form>").unwrap();
    let inputs = form.split("<input ").skip(1).filter_map(|rest| rest.split('>').next());
    let sent = |tag: &&str| {
        !tag.contains("type=\"radio\"") && !tag.contains("type=\"checkbox\"")
            || tag.split(' ').any(|it| it == "checked")
    };
    let value =
        |tag: &str, name: &str| after(&format!(" {tag}"), &format!(" {name}=\"")).first().map(|it| it.to_string());
    inputs.filter(sent).filter_map(|tag| Some((value(tag, "name")?, value(tag, "value").unwrap_or_default()))).collect()
}

/// Every value in a page that begins after some words, once each, in order: letters, digits, hyphens, underscores.
pub fn after<'a>(page: &'a str, words: &str) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for rest in page.split(words).skip(1) {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c)).unwrap_or(rest.len());
        let (value, _) = rest.split_at(end);
        if !value.is_empty() && !found.contains(&value) {
            found.push(value);
        }
    }
    found
}

/// A value as a form or an address has it.
pub fn encoded(value: &str) -> String {
    let mut text = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() { text.push(char::from(byte)) } else { write!(text, "%{byte:02X}").unwrap() }
    }
    text
}
