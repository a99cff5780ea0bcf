//! The figures behind the answers of a bare scan as CSV: window sums, counts and bounds, also for too little data.

use std::io::Write;

use pack::Thresholds;

use super::{BareScan, Found, field};
use crate::scan::Window;

pub(super) fn write(scan: &BareScan, to: impl Write, thresholds: &Thresholds) -> std::io::Result<()> {
    let mut csv = csv::Writer::from_writer(to);
    let mut headed = false;
    for found in &scan.pupils {
        let columns = columns(found, scan, thresholds);
        if !headed {
            csv.write_record(columns.iter().map(|(name, _)| *name))?;
            headed = true;
        }
        csv.write_record(columns.iter().map(|(_, value)| value.as_str()))?;
    }
    csv.flush()
}

type Column = (&'static str, String);

/// S, D, V and U of a window, under the names given.
fn sums(names: [&'static str; 4], window: &Window) -> [Column; 4] {
    let values = [window.scheduled, window.reported, window.valid, window.invalid];
    let [s, d, v, u] = names;
    let [scheduled, reported, valid, invalid] = values.map(|value| value.to_string());
    [(s, scheduled), (d, reported), (v, valid), (u, invalid)]
}

fn columns(found: &Found, scan: &BareScan, thresholds: &Thresholds) -> Vec<Column> {
    let (own, peers) = (&found.own, &found.peers);
    let one = |name: &'static str, value: i64| [(name, value.to_string())];
    let maybe = |name: &'static str, value: String| [(name, value)];
    let weekdays: Vec<String> = own.s08.which(&thresholds.s08).iter().map(ToString::to_string).collect();
    let ran = own.s05.run.is_some_and(|run| run > 0);
    let compared = peers.s12b.compared;
    [
        one("pupil", i64::from(found.pupil)).to_vec(),
        one("s01_known", own.s01.window.known).to_vec(),
        sums(["s01_s", "s01_d", "s01_v", "s01_u"], &own.s01.window).to_vec(),
        one("s02_days", own.s02.window.days).to_vec(),
        sums(["s02_s", "s02_d", "s02_v", "s02_u"], &own.s02.window).to_vec(),
        one("s03_known", own.s03.window.known).to_vec(),
        one("s03_absent", own.s03.absent_days).to_vec(),
        one("s04_weeks", own.s04.window.weeks).to_vec(),
        one("s04_absent_weeks", own.s04.absent_weeks).to_vec(),
        maybe("s05_run", field(own.s05.run)).to_vec(),
        one("s05_unknown", own.s05.unknown).to_vec(),
        maybe("s05_from", field(own.s05.from.filter(|_| ran))).to_vec(),
        one("s06_days", own.s06.window.days).to_vec(),
        sums(["s06_s", "s06_d", "s06_v", "s06_u"], &own.s06.window).to_vec(),
        one("s06_invalid_days", own.s06.invalid_days).to_vec(),
        one("s07_n", own.s07.contrast.total()).to_vec(),
        maybe("s07_which", own.s07.which(&thresholds.s07, &scan.subjects).join(",")).to_vec(),
        one("s08_n", own.s08.contrast.total()).to_vec(),
        maybe("s08_which", weekdays.join(",")).to_vec(),
        one("s09_reported", own.s09.reported).to_vec(),
        one("s09_late", own.s09.late).to_vec(),
        one("s09_late_minutes", own.s09.minutes).to_vec(),
        one("s10_weeks", peers.s10.weeks).to_vec(),
        maybe("s10_base", field(peers.s10.base)).to_vec(),
        maybe("s10_season", field(peers.s10.baseline.others)).to_vec(),
        maybe("s10_cus", field(peers.s10.cusum)).to_vec(),
        maybe("s11_planned", field(own.s11.planned)).to_vec(),
        maybe("s11_verdict", field(own.s11.verdict(&thresholds.s11).map(|verdict| verdict.code()))).to_vec(),
        one("s12a_s", own.s12a.window.scheduled).to_vec(),
        one("s12a_d", own.s12a.window.reported).to_vec(),
        maybe("s12b_own", field(compared.map(|c| c.own))).to_vec(),
        maybe("s12b_median", field(compared.map(|c| c.median.minutes))).to_vec(),
        maybe("s12b_peers", field(compared.map(|c| c.median.pupils))).to_vec(),
        maybe("stale_since", field(peers.stale_since)).to_vec(),
    ]
    .concat()
}
