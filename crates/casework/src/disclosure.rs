//! Small numbers: what a table of counts may show when its sums are shown too (method, section 3.7).
//!
//! A count of one to four is not shown. Where the sums of its row and column would tell it all the same, another count is
//! left out too. A left-out count can be worked out exactly when it is a bridge in the graph whose nodes are rows and
//! columns and whose edges are the left-out counts (Gusfield 1988); so the smallest counts that close a circle through
//! each bridge are left out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Fewer than this could point at somebody.
pub(crate) const LEAST: i64 = 5;
/// Of fewer pupils nothing is told, not even that there is nobody.
pub(crate) const LEAST_PUPILS: i64 = 10;

/// A count as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The count.
    Count(i64),
    /// One to four.
    Few,
    /// Left out, so that nothing else can be worked out.
    LeftOut,
}

impl Shown {
    /// A count that stands alone.
    pub(crate) fn alone(count: i64) -> Shown {
        if (1..LEAST).contains(&count) { Shown::Few } else { Shown::Count(count) }
    }
}

/// A table with the sums of its rows in the last column and those of its columns in the last row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summed {
    /// Row by row.
    pub rows: Vec<Vec<Shown>>,
}

/// What may be shown of counts, of so many pupils each, and of their sums.
pub(crate) fn summed(counts: &[Vec<i64>], pupils: &[Vec<i64>]) -> Summed {
    let (counts, pupils) = (with_sums(counts), with_sums(pupils));
    let mut hidden: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (at, row) in counts.iter().enumerate() {
        for (across, count) in row.iter().enumerate() {
            let of = pupils.get(at).and_then(|row| row.get(across)).copied().unwrap_or(0);
            let small = (1..LEAST_PUPILS).contains(&of);
            if small || (1..LEAST).contains(count) {
                hidden.insert((at, across));
            }
        }
    }
    let primary = hidden.clone();
    while let Some(bridge) = first_bridge(&hidden) {
        let Some(closing) = circle(&counts, &hidden, bridge) else { break };
        hidden.extend(closing);
    }
    let shown = |at: usize, across: usize, count: i64| match (
        hidden.contains(&(at, across)),
        primary.contains(&(at, across)),
    ) {
        (false, _) => Shown::Count(count),
        (true, true) if (1..LEAST).contains(&count) => Shown::Few,
        (true, _) => Shown::LeftOut,
    };
    let row = |(at, row): (usize, &Vec<i64>)| {
        row.iter().enumerate().map(|(across, count)| shown(at, across, *count)).collect()
    };
    Summed { rows: counts.iter().enumerate().map(row).collect() }
}

fn with_sums(table: &[Vec<i64>]) -> Vec<Vec<i64>> {
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    let column = |across: usize| table.iter().filter_map(|row| row.get(across)).sum::<i64>();
    let sums: Vec<i64> = (0..width).map(column).collect();
    let summed = |row: &Vec<i64>| row.iter().copied().chain([row.iter().sum()]).collect::<Vec<i64>>();
    table.iter().map(summed).chain([summed(&sums)]).collect()
}

/// A node of the graph: a row or a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Row(usize),
    Column(usize),
}

/// A left-out count that no circle of left-out counts goes through.
fn first_bridge(hidden: &BTreeSet<(usize, usize)>) -> Option<(usize, usize)> {
    let mut beside: BTreeMap<Node, Vec<Node>> = BTreeMap::new();
    for &(row, column) in hidden {
        beside.entry(Node::Row(row)).or_default().push(Node::Column(column));
        beside.entry(Node::Column(column)).or_default().push(Node::Row(row));
    }
    let mut walk = Walk { beside: &beside, met: BTreeMap::new() };
    beside.keys().find_map(|node| if walk.met.contains_key(node) { None } else { walk.from(*node, None).1 })
}

/// A walk through the graph that numbers the nodes as it meets them (Tarjan 1974).
struct Walk<'a> {
    beside: &'a BTreeMap<Node, Vec<Node>>,
    met: BTreeMap<Node, usize>,
}

impl Walk<'_> {
    /// The lowest number that can be reached from a node without the way that led there, and a bridge met on the way. As
    /// deep as the table has rows and columns at most.
    fn from(&mut self, node: Node, before: Option<Node>) -> (usize, Option<(usize, usize)>) {
        let own = self.met.len();
        self.met.insert(node, own);
        let mut lowest = own;
        for other in self.beside.get(&node).into_iter().flatten().filter(|other| Some(**other) != before) {
            if let Some(number) = self.met.get(other) {
                lowest = lowest.min(*number);
                continue;
            }
            let (reached, bridge) = self.from(*other, Some(node));
            if bridge.is_some() {
                return (lowest, bridge);
            }
            if reached > own {
                return (lowest, edge(node, *other));
            }
            lowest = lowest.min(reached);
        }
        (lowest, None)
    }
}

/// The count between a row and a column.
fn edge(one: Node, other: Node) -> Option<(usize, usize)> {
    match (one, other) {
        (Node::Row(row), Node::Column(column)) | (Node::Column(column), Node::Row(row)) => Some((row, column)),
        _ => None,
    }
}

/// The counts that close the cheapest circle through a bridge: left-out ones cost nothing, others what they count, and
/// zeros and sums are taken last.
fn circle(
    counts: &[Vec<i64>],
    hidden: &BTreeSet<(usize, usize)>,
    bridge: (usize, usize),
) -> Option<Vec<(usize, usize)>> {
    const LAST: i64 = 1_000_000_000;
    let (rows, columns) = (counts.len(), counts.first().map_or(0, Vec::len));
    let cost = |row: usize, column: usize| -> Option<i64> {
        if (row, column) == bridge {
            return None;
        }
        let count = *counts.get(row)?.get(column)?;
        let is_sum = row + 1 == rows || column + 1 == columns;
        Some(match (hidden.contains(&(row, column)), is_sum, count) {
            (true, ..) => 0,
            (false, false, 1..) => count,
            (false, false, _) => LAST,
            (false, true, _) => LAST * 10 + count,
        })
    };
    let (start, goal) = (Node::Row(bridge.0), Node::Column(bridge.1));
    let mut best = BTreeMap::from([(start, (0_i64, start))]);
    let mut queue = BinaryHeap::from([Reverse((0_i64, start))]);
    while let Some(Reverse((so_far, node))) = queue.pop() {
        if node == goal {
            break;
        }
        if best.get(&node).is_some_and(|(known, _)| *known < so_far) {
            continue;
        }
        let beside: Vec<(Node, Option<i64>)> = match node {
            Node::Row(row) => (0..columns).map(|column| (Node::Column(column), cost(row, column))).collect(),
            Node::Column(column) => (0..rows).map(|row| (Node::Row(row), cost(row, column))).collect(),
        };
        for (other, cost) in beside {
            let Some(total) = cost.map(|cost| so_far + cost) else { continue };
            if best.get(&other).is_none_or(|(known, _)| total < *known) {
                best.insert(other, (total, node));
                queue.push(Reverse((total, other)));
            }
        }
    }
    let (mut at, mut closing) = (goal, Vec::new());
    while at != start {
        let (_, before) = *best.get(&at)?;
        closing.push(edge(before, at)?);
        at = before;
    }
    Some(closing)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The table as text: `<5` for few, `-` for left out.
    fn told(counts: &[&[i64]], pupils: i64) -> Vec<String> {
        let counts: Vec<Vec<i64>> = counts.iter().map(|row| row.to_vec()).collect();
        let pupils: Vec<Vec<i64>> = counts.iter().map(|row| vec![pupils; row.len()]).collect();
        let one = |shown: &Shown| match shown {
            Shown::Count(count) => count.to_string(),
            Shown::Few => "<5".to_owned(),
            Shown::LeftOut => "-".to_owned(),
        };
        summed(&counts, &pupils).rows.iter().map(|row| row.iter().map(one).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn large_counts_and_zeros_are_shown_with_their_sums() {
        assert_eq!(told(&[&[10, 0], &[7, 20]], 100), ["10 0 10", "7 20 27", "17 20 37"]);
    }

    #[test]
    fn a_small_count_takes_others_with_it_so_that_no_sum_tells_it() {
        assert_eq!(told(&[&[3, 12, 30], &[9, 8, 40]], 100), ["<5 - 30 45", "- - 40 57", "12 20 70 102"]);
    }

    #[test]
    fn of_a_few_pupils_nothing_is_told() {
        let shown = summed(&[vec![0, 12], vec![9, 8]], &[vec![9, 100], vec![100, 100]]);
        assert_eq!(shown.rows[0][0], Shown::LeftOut);
    }

    #[test]
    fn a_school_alone_keeps_its_sum_from_telling() {
        // one school, one grade: its only sums are the same number
        assert_eq!(told(&[&[3]], 100), ["<5 <5", "<5 <5"]);
    }

    proptest! {
        /// Whatever the counts: no small count is shown, and no left-out count can be worked out from the sums.
        #[test]
        fn nothing_left_out_can_be_worked_out(rows in prop::collection::vec(prop::collection::vec(0..30_i64, 4), 1..9)) {
            let pupils: Vec<Vec<i64>> = rows.iter().map(|row| vec![100; row.len()]).collect();
            let shown = summed(&rows, &pupils);
            let mut hidden = BTreeSet::new();
            for (at, row) in shown.rows.iter().enumerate() {
                for (across, one) in row.iter().enumerate() {
                    match one {
                        Shown::Count(count) => prop_assert!(!(1..LEAST).contains(count)),
                        _ => { hidden.insert((at, across)); }
                    }
                }
            }
            prop_assert_eq!(first_bridge(&hidden), None);
        }
    }
}
