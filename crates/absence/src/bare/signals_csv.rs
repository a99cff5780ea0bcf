//! The answers of a bare scan as CSV.

use std::io::Write;

use domain::Signal;
use pack::Thresholds;

use super::{BareScan, Found, field};
use crate::scan::threads::in_parts;

const HEADER: [&str; 18] = [
    "pupil", "grade", "s01_band", "s01", "s02", "s03", "s04", "s05_run", "s05", "s06", "s07", "s08", "s09", "s10",
    "s10_cus", "s11", "s12a", "s12b",
];

pub(super) fn write(scan: &BareScan, mut to: impl Write, thresholds: &Thresholds) -> std::io::Result<()> {
    let lines = |part: &[Found]| {
        let mut csv = csv::Writer::from_writer(Vec::new());
        part.iter().try_for_each(|found| csv.write_record(record(found, thresholds)))?;
        csv.into_inner().map_err(|error| error.into_error())
    };
    writeln!(to, "{}", HEADER.join(","))?;
    for part in in_parts(&scan.pupils, scan.threads, lines) {
        to.write_all(&part?)?;
    }
    to.flush()
}

fn record(found: &Found, thresholds: &Thresholds) -> [String; 18] {
    let answer = |signal| field(found.answers.of(signal).known());
    [
        found.pupil.to_string(),
        found.grade.to_string(),
        field(found.own.s01.band(&thresholds.s01)),
        answer(Signal::S01),
        answer(Signal::S02),
        answer(Signal::S03),
        answer(Signal::S04),
        field(found.own.s05.run),
        answer(Signal::S05),
        answer(Signal::S06),
        answer(Signal::S07),
        answer(Signal::S08),
        answer(Signal::S09),
        answer(Signal::S10),
        field(found.peers.s10.cusum),
        answer(Signal::S11),
        answer(Signal::S12a),
        answer(Signal::S12b),
    ]
}
