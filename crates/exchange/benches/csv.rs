//! How many rows of a table are read in a second, from memory so that the disk does not count.
//!
//! `cargo bench -p exchange -- 20000000` reads so many rows that are made up on the way, in two shapes: with numbers
//! and minutes as the canonical file has them, and as schools export them, with personal numbers and hours.

use std::collections::HashMap;
use std::hint::black_box;
use std::io::{self, Read, Seek, SeekFrom};
use std::time::Instant;

use domain::guardian::Guardian;
use domain::lesson::Batch;
use domain::pupil::Pupil;
use exchange::sink::{School, Sink, Sum};
use exchange::{Job, Known, Numbers, Source};

/// Rows over and over, after a header.
struct Rows {
    header: Vec<u8>,
    block: Vec<u8>,
    blocks: usize,
    at: usize,
}

impl Read for Rows {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let (header, block) = (self.header.len(), self.block.len());
        let rest = if self.at < header {
            self.header.get(self.at..)
        } else if self.at < header + block * self.blocks {
            self.block.get((self.at - header) % block..)
        } else {
            None
        };
        let count = rest.unwrap_or_default().read(buffer)?;
        self.at += count;
        Ok(count)
    }
}

impl Seek for Rows {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = if let SeekFrom::Start(at) = to { at } else { 0 };
        self.at = usize::try_from(at).unwrap_or(usize::MAX);
        Ok(at)
    }
}

/// Counts.
#[derive(Default)]
struct Count(usize);

impl Sink for Count {
    fn lessons(&mut self, _: &[u64], batch: &Batch) {
        self.0 += black_box(batch).len();
    }
    fn pupil(&mut self, _: u64, _: Pupil) {}
    fn protected(&mut self, _: i32) {}
    fn unread(&mut self, _: i32) {}
    fn guardian(&mut self, _: Guardian) {}
    fn school(&mut self, _: School) {}
    fn sum(&mut self, _: Sum) {}
    fn progress(&mut self, _: u64, _: u64) -> bool {
        true
    }
}

fn main() {
    let rows = std::env::args().find_map(|arg| arg.parse::<usize>().ok()).unwrap_or(1_000_000);
    let shapes = HashMap::from([
        (
            "canonical",
            ("pupil,school,grade,date,start,subject,s,v,u,cancelled\n", |n: u32| {
                format!("{},90000101,7,2026-11-{:02},495,MA,50,0,{},false\n", 9_000_001 + n, 1 + n % 28, n % 50)
            }),
        ),
        (
            "exported",
            (
                "Personnummer;Skolenhetskod;Årskurs;Datum;Starttid;Ämne;Lektionslängd (min);Giltig (tim);Ogiltig (tim)\n",
                |n: u32| {
                    let who = match n % 4 {
                        0 => "201303149809",
                        1 => "20120902-9816",
                        2 => "110521-9826",
                        _ => "1411089830",
                    };
                    format!("{who};90000101;åk 7;2026-11-{:02};08:15;MA;50;0,{};0\n", 1 + n % 28, n % 9)
                },
            ),
        ),
    ] as [(&str, (&str, fn(u32) -> String)); 2]);
    for (name, (header, row)) in shapes {
        let block: String = (0..10_000).map(row).collect();
        let bytes = block.len() * (rows / 10_000);
        let file = Rows { header: header.as_bytes().to_vec(), block: block.into_bytes(), blocks: rows / 10_000, at: 0 };
        let profile = (name == "canonical").then(|| canonical(header));
        let mut known = Known::new(jiff::civil::date(2026, 11, 22), Numbers::default());
        let mut count = Count::default();
        let begun = Instant::now();
        let reports = exchange::read(vec![Job::new(Source::new(name, file), profile.as_ref())], &mut known, &mut count);
        let seconds = begun.elapsed().as_secs_f64();
        let bad = reports.map(|reports| reports.iter().map(|report| report.bad.count).sum::<u64>());
        let speed = count.0 as f64 / seconds / 1e6;
        println!(
            "{name}: {} rows, {bad:?} bad, {seconds:.1} s, {speed:.2} million rows/s, {:.0} MB/s",
            count.0,
            bytes as f64 / seconds / 1e6
        );
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("memory not known"));
}

/// The columns of the canonical file as a profile, with the clock in minutes as it has it.
fn canonical(header: &str) -> exchange::Profile {
    use exchange::profile::{Column, Field, Kind};
    let mut profile = exchange::Profile::of(Kind::Lessons);
    profile.start_in_minutes = true;
    for name in header.trim().split(',') {
        let field = Field::ALL.iter().find(|field| field.code() == name);
        if let Some(field) = field {
            profile.columns.insert(*field, Column { header: name.to_owned(), ..Column::default() });
        }
    }
    profile
}
