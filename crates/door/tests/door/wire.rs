//! Letters over HTTP between two servers, on a line that breaks.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use door::accept::answer;
use door::deliver::Round;
use door::pair;
use door::transport::Https;
use jiff::Timestamp;
use room::Room;
use room::door::outbox;
use testkit::on_both;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::town::{Lots, Town, id, introduce, later, start};

/// A server that takes letters for a room, and breaks off by lot.
struct Server {
    address: String,
    task: JoinHandle<()>,
}

/// How often something else than an answer comes, in nine.
struct Line(Mutex<Lots>, u64);

impl Server {
    async fn start(room: Room, breaks: u64) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let line = Arc::new(Line(Mutex::new(Lots::new()), breaks));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (room, line) = (room.clone(), Arc::clone(&line));
                tokio::spawn(async move { serve(stream, &room, &line).await });
            }
        });
        Server { address, task }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// One request on a connection of its own.
async fn serve(mut stream: TcpStream, room: &Room, line: &Line) -> Option<()> {
    let lot = line.0.lock().unwrap().below(9);
    let lot = if lot < line.1 { lot } else { 9 };
    if lot == 0 {
        return None; // closed before it was read
    }
    let mut bytes = Vec::new();
    let (head, length) = loop {
        stream.read_buf(&mut bytes).await.ok().filter(|read| *read > 0)?;
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        assert!(head.starts_with("post /dorr http/1.1"), "{head}");
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "))?.parse::<usize>().unwrap();
        break (end + 4, length);
    };
    while bytes.len() < head + length {
        if lot == 1 {
            return None; // closed in the middle of the letter
        }
        stream.read_buf(&mut bytes).await.ok().filter(|read| *read > 0)?;
    }
    if lot == 2 {
        return say(&mut stream, "HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n").await;
    }
    let reply = answer(room, &bytes[head..], start()).await.unwrap();
    match lot {
        3 => None, // the answer is lost
        4 => say(&mut stream, "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n").await,
        5 => say(&mut stream, "HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n<html></html>").await,
        6 => {
            say(&mut stream, &format!("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n{}", "x".repeat(100_000))).await
        }
        7 => {
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n").await.ok()?;
            stream.write_all(&reply.body[..reply.body.len() / 2]).await.ok() // closed in the middle of the answer
        }
        _ => {
            let head = format!(
                "HTTP/1.1 {} It\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
                reply.status,
                reply.body.len()
            );
            stream.write_all(&[head.as_bytes(), &reply.body].concat()).await.ok()
        }
    }
}

async fn say(stream: &mut TcpStream, text: &str) -> Option<()> {
    stream.write_all(text.as_bytes()).await.ok()
}

/// Lets the school's letters go to a server.
async fn move_to(town: &Town, address: &str) {
    introduce(&town.school.room, &town.social.room, address).await.unwrap();
}

async fn round(town: &Town, now: Timestamp) -> Round {
    tokio::time::timeout(Duration::from_secs(60), town.round(&Https::new().unwrap(), now)).await.unwrap()
}

on_both! {
    async fn letters_go_over_http_and_are_answered(kind) {
        let town = Town::new(kind).await;
        let server = Server::start(town.social.room.clone(), 0).await;
        move_to(&town, &server.address).await;
        town.send(1).await;
        town.send(2).await;
        assert_eq!(round(&town, start()).await, Round { delivered: 2, ..Round::default() });
        assert_eq!(town.arrived().await, [id(1), id(2)]);
    }

    async fn letters_arrive_once_and_in_order_over_a_line_that_breaks(kind) {
        let town = Town::new(kind).await;
        let server = Server::start(town.social.room.clone(), 8).await;
        move_to(&town, &server.address).await;
        let mut letters = Vec::new();
        for number in 0..5 {
            letters.push(town.send(number).await);
        }
        let mut hours = 0;
        while !outbox::waiting(&town.school.room).await.unwrap().is_empty() {
            hours += 1;
            assert!(hours < 900, "it never ends");
            round(&town, later(hours)).await;
        }
        assert_eq!(town.arrived().await, (0..5).map(id).collect::<Vec<_>>());
        for (number, letter) in (0..).zip(&letters) {
            assert_eq!(town.take(number).await.unwrap(), *letter);
        }
    }

    async fn what_stands_in_the_way_is_told_by_a_code(kind) {
        let town = Town::new(kind).await;
        town.send(1).await;
        let gone = Server::start(town.social.room.clone(), 0).await.address.clone();
        // A port that nobody listens on, as the server has been dropped.
        move_to(&town, &gone).await;
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(round(&town, start()).await.troubles, [(town.social.room.id(), "door-unreachable")]);
        let server = Server::start(town.social.room.clone(), 0).await;
        move_to(&town, &server.address).await;
        let mut change = town.social.room.change(start()).await.unwrap();
        pair::unpair(&mut change, crate::town::may_configure(), town.school.room.id()).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(round(&town, later(1)).await.troubles, [(town.social.room.id(), "door-not-known-there")]);
    }
}
