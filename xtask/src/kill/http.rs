//! Just enough HTTP to be a browser for one form: one request on one connection, the whole answer as text.

use std::{
    io::{Error, ErrorKind, Read, Result, Write},
    net::TcpStream,
    time::Duration,
};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// What stands between the files of a form.
const BOUNDARY: &str = "xtask-kill-between-files";

/// What a server answered.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// Name and value of the first cookie that it set.
    pub(super) cookie: Option<String>,
    /// Where it leads.
    pub(super) location: Option<String>,
    pub(super) body: String,
}

/// Asks for a page, or posts a form to it, with a cookie or an empty one.
pub(super) fn ask(port: u16, path: &str, cookie: &str, form: Option<&str>) -> Result<Answer> {
    let (method, body) = form.map_or(("GET", ""), |form| ("POST", form));
    request(port, (method, path), cookie, "application/x-www-form-urlencoded", body.as_bytes())
}

/// Sends files as a form with a field for files does: first the token that stands in the form, then each file with its name
/// and content.
pub(super) fn send(port: u16, path: &str, (cookie, token): (&str, &str), files: &[(&str, Vec<u8>)]) -> Result<Answer> {
    let head = "Content-Disposition: form-data; name=\"token\"";
    let mut body = format!("--{BOUNDARY}\r\n{head}\r\n\r\n{token}\r\n").into_bytes();
    for (name, content) in files {
        let head = format!("Content-Disposition: form-data; name=\"files\"; filename=\"{name}\"");
        write!(body, "--{BOUNDARY}\r\n{head}\r\nContent-Type: application/octet-stream\r\n\r\n")?;
        body.extend_from_slice(content);
        write!(body, "\r\n")?;
    }
    write!(body, "--{BOUNDARY}--\r\n")?;
    request(port, ("POST", path), cookie, &format!("multipart/form-data; boundary={BOUNDARY}"), &body)
}

fn request(port: u16, (method, path): (&str, &str), cookie: &str, content: &str, body: &[u8]) -> Result<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nCookie: {cookie}\r\nConnection: close\r\n\
         Content-Type: {content}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    )?;
    stream.write_all(body)?;
    let mut said = String::new();
    stream.read_to_string(&mut said)?;
    read(&said).ok_or_else(|| Error::new(ErrorKind::UnexpectedEof, "half an answer"))
}

/// Reads an answer; nothing when it is cut off.
fn read(said: &str) -> Option<Answer> {
    let (head, body) = said.split_once("\r\n\r\n")?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let header = |wanted: &str| {
        let mut all = head.split("\r\n").skip(1).filter_map(|line| line.split_once(':'));
        all.find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value.trim())
    };
    let whole =
        header("content-length").and_then(|length| length.parse().ok()).is_none_or(|it: usize| it == body.len());
    let cookie = header("set-cookie").and_then(|value| value.split(';').next()).map(str::to_owned);
    let location = header("location").map(str::to_owned);
    whole.then(|| Answer { status, cookie, location, body: body.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_whole_or_not_at_all() {
        let said = "HTTP/1.1 303 See Other\r\nlocation: /\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 2\r\n\r\nok";
        let [cookie, location] = ["a=b", "/"].map(|it| Some(it.to_owned()));
        let answer = Answer { status: 303, cookie, location, body: "ok".to_owned() };
        assert_eq!(read(said), Some(answer));
        assert_eq!(read(&said.replace("\r\n\r\nok", "\r\n\r\no")), None);
        assert_eq!(read("HTTP/1.1 303 See"), None);
    }
}
