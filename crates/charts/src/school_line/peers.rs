//! The level of others: a quiet surface behind the bars, and a thin line before them. Weeks in which it is not known
//! interrupt both.

use maud::{Markup, html};

use super::{Drawing, input::Peers, year::Year};
use crate::px::{Px, svg};

/// The surface from low to high.
pub(super) fn surface(drawing: &Drawing<'_>) -> Markup {
    let colours = drawing.colours;
    html! {
        g class="peer-band" {
            @for run in runs(drawing) {
                @let low = run.path(|peers| peers.low, drawing);
                @let high = run.path(|peers| peers.high, drawing);
                path d=(closed(&low, &high)) fill=(colours.peer_band) {}
                path d={ (open(&high)) (open(&low)) } fill="none" stroke=(colours.peer) stroke-width="0.5" {}
            }
        }
    }
}

/// The line of the level, with a thin edge that keeps it off the bars.
pub(super) fn level(drawing: &Drawing<'_>) -> Markup {
    let colours = drawing.colours;
    let path: String = runs(drawing).iter().map(|run| open(&run.path(|peers| peers.mid, drawing))).collect();
    html! {
        @if !path.is_empty() {
            g class="peer-level" fill="none" stroke-linejoin="round" pointer-events="none" {
                path d=(path) stroke=(colours.background) stroke-width="2.6" {}
                path d=(path) stroke=(colours.peer) stroke-width="1.2" {}
            }
        }
    }
}

/// Known weeks in a row.
struct Run<'a> {
    year: &'a Year,
    first: usize,
    peers: Vec<Peers>,
}

impl Run<'_> {
    /// One point a week in its middle, and the edges of the first and last week.
    fn path(&self, share: fn(&Peers) -> i64, drawing: &Drawing<'_>) -> Vec<(Px, Px)> {
        let layout = &drawing.layout;
        let left = self.year.place(self.first, layout.pitch);
        let y = |peers: &Peers| self.year.base - layout.plot * share(peers) / 1_000;
        let mut x = left - layout.pitch / 2;
        let mut points = Vec::with_capacity(self.peers.len() + 2);
        points.extend(self.peers.first().map(|peers| (left, y(peers))));
        for peers in &self.peers {
            x += layout.pitch;
            points.push((x, y(peers)));
        }
        points.extend(self.peers.last().map(|peers| (x + layout.pitch / 2, y(peers))));
        points
    }
}

fn runs<'a>(drawing: &'a Drawing<'_>) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    for year in &drawing.layout.years {
        let mut before = false;
        for (place, peers) in year.of(&drawing.line.peers).iter().enumerate() {
            match (peers.map(possible), runs.last_mut().filter(|_| before)) {
                (Some(peers), Some(run)) => run.peers.push(peers),
                (Some(peers), None) => runs.push(Run { year, first: year.from + place, peers: vec![peers] }),
                (None, _) => {}
            }
            before = peers.is_some();
        }
    }
    runs
}

/// Shares between nothing and everything, and in order.
fn possible(peers: Peers) -> Peers {
    let mid = peers.mid.clamp(0, 1_000);
    Peers { low: peers.low.clamp(0, mid), mid, high: peers.high.clamp(mid, 1_000) }
}

fn open(points: &[(Px, Px)]) -> String {
    let step = |(number, (x, y)): (usize, &(Px, Px))| {
        let letter = if number == 0 { 'M' } else { 'L' };
        format!("{letter}{} {}", svg(*x), svg(*y))
    };
    points.iter().enumerate().map(step).collect()
}

fn closed(there: &[(Px, Px)], back: &[(Px, Px)]) -> String {
    let around: Vec<(Px, Px)> = there.iter().copied().chain(back.iter().rev().copied()).collect();
    format!("{}Z", open(&around))
}
