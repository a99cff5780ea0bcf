//! A connection that is as bad as it is told to be.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// It is closed at once.
    Refuses,
    /// Half of the request arrives.
    CutsTheRequest,
    /// The request arrives, and half of the answer comes back.
    CutsTheAnswer,
    /// Everything arrives, late and in pieces.
    Delays,
    /// Every request arrives twice; the second answer comes back.
    Repeats,
}

/// Between its pieces, when it delays.
const PIECE: Duration = Duration::from_millis(20);

pub struct Flaky {
    port: u16,
    mood: Arc<Mutex<Mood>>,
    seen: Arc<AtomicUsize>,
}

impl Flaky {
    /// To a port of this machine.
    pub fn to(port: u16) -> Flaky {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let own = listener.local_addr().unwrap().port();
        let flaky = Flaky { port: own, mood: Arc::new(Mutex::new(Mood::Repeats)), seen: Arc::default() };
        let (mood, seen, to) = (flaky.mood.clone(), flaky.seen.clone(), Arc::new(AtomicU16::new(port)));
        std::thread::spawn(move || {
            for from in listener.incoming().flatten() {
                let (mood, to) = (*mood.lock().unwrap(), to.load(Ordering::SeqCst));
                seen.fetch_add(1, Ordering::SeqCst);
                // What breaks off here is meant to.
                std::thread::spawn(move || carry(from, to, mood).ok());
            }
        });
        flaky
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn set(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    /// Connections so far.
    pub fn seen(&self) -> usize {
        self.seen.load(Ordering::SeqCst)
    }
}

/// One request and its answer; the connection is closed after it.
fn carry(mut from: TcpStream, to: u16, mood: Mood) -> std::io::Result<()> {
    if mood == Mood::Refuses {
        return from.shutdown(Shutdown::Both);
    }
    let request = request(&mut from)?;
    let half = |bytes: &[u8]| bytes.get(..bytes.len() / 2).unwrap_or_default().to_vec();
    if mood == Mood::CutsTheRequest {
        ask(&half(&request), to, Duration::ZERO, false)?;
        return from.shutdown(Shutdown::Both);
    }
    let pause = if mood == Mood::Delays { PIECE } else { Duration::ZERO };
    let mut answer = ask(&request, to, pause, true)?;
    if mood == Mood::Repeats {
        answer = ask(&request, to, pause, true)?;
    }
    if mood == Mood::CutsTheAnswer {
        answer = half(&answer);
    }
    in_pieces(&mut from, &answer, pause)?;
    from.shutdown(Shutdown::Both)
}

/// The request as it came, asking for the connection to be closed after its answer.
fn request(from: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let (mut bytes, mut piece) = (Vec::new(), [0; 4096]);
    loop {
        let read = from.read(&mut piece)?;
        bytes.extend_from_slice(piece.get(..read).unwrap_or_default());
        let text = String::from_utf8_lossy(&bytes).to_ascii_lowercase();
        let length = text.split_once("content-length: ").and_then(|(_, rest)| rest.lines().next()?.parse().ok());
        let whole = bytes.windows(4).position(|it| it == b"\r\n\r\n").map(|head| head + 4 + length.unwrap_or(0));
        if read == 0 || whole.is_some_and(|whole| bytes.len() >= whole) {
            let line = bytes.iter().position(|it| *it == b'\n').map_or(0, |at| at + 1);
            let (first, rest) = bytes.split_at(line);
            return Ok([first, b"connection: close\r\n", rest].concat());
        }
    }
}

fn ask(request: &[u8], to: u16, pause: Duration, whole: bool) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(("127.0.0.1", to))?;
    in_pieces(&mut stream, request, pause)?;
    let mut answer = Vec::new();
    if whole {
        stream.read_to_end(&mut answer)?;
    }
    Ok(answer)
}

fn in_pieces(to: &mut TcpStream, bytes: &[u8], pause: Duration) -> std::io::Result<()> {
    for piece in bytes.chunks(512) {
        to.write_all(piece)?;
        std::thread::sleep(pause);
    }
    Ok(())
}
