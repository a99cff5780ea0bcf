//! The figures as lines of plain text.

use super::measure::Cost;

/// The stages of a scan, each with all that comes before it: name and cost.
pub(super) type Stages = Vec<(&'static str, Cost)>;

/// What was measured on one file.
pub(super) struct Figures {
    pub(super) rows: u64,
    /// The whole command.
    pub(super) scan: Cost,
    pub(super) stages: Stages,
    /// DuckDB on signals.sql, and without P3 and P4.
    pub(super) duckdb: [Cost; 2],
}

/// What each step from one stage to the next is called.
const STEPS: &[(&str, &str, &str)] = &[
    ("", "decode", "read and decode"),
    ("decode", "days", "rules and days"),
    ("days", "signals", "signals"),
    ("signals", "peers", "peers"),
    ("peers", "all", "answers and CSV"),
];

impl Figures {
    fn cost(&self, stage: &str) -> Cost {
        self.stages.iter().find(|(name, _)| *name == stage).map(|(_, cost)| *cost).unwrap_or_default()
    }

    /// The table, line by line.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines =
            vec![format!("  {:<34} {:>8} {:>8} {:>9} {:>8}", "", "seconds", "CPU-s", "M rows/s", "peak MB")];
        let mut line = |name: &str, cost: Cost| {
            let speed = millions(self.rows) / cost.seconds.max(0.001);
            let Cost { seconds, cpu, peak_mb } = cost;
            lines.push(format!("  {name:<34} {seconds:>8.2} {cpu:>8.2} {speed:>9.1} {peak_mb:>8.0}"));
        };
        line("skollinjen absence scan", self.scan);
        line("parquet-rs, subject as text", self.cost("read"));
        line("parquet-rs, subject as dictionary", self.cost("read-dictionary"));
        let [whole, easier] = self.duckdb;
        line("DuckDB, signals.sql", whole);
        line("DuckDB, without P3 and P4", easier);
        lines.extend(self.ratios());
        lines.push(self.shares());
        lines
    }

    fn ratios(&self) -> Vec<String> {
        let (read, dictionary) = (self.cost("read"), self.cost("read-dictionary"));
        let [whole, easier] = self.duckdb;
        let ratio = |over: Cost, under: Cost| {
            let (time, cpu) = (over.seconds / under.seconds.max(0.001), over.cpu / under.cpu.max(0.001));
            format!("{time:.1} x (CPU {cpu:.1} x)")
        };
        vec![
            format!(
                "  DuckDB / scan: {}, goal at least 20; without P3 and P4 {}",
                ratio(whole, self.scan),
                ratio(easier, self.scan)
            ),
            format!(
                "  scan / parquet-rs: {}, goal at most 2; as dictionary {}",
                ratio(self.scan, read),
                ratio(self.scan, dictionary)
            ),
            format!("  peak memory: {:.0} MB, goal below 500", self.scan.peak_mb),
        ]
    }

    /// Where the processor time goes.
    fn shares(&self) -> String {
        let all = self.cost("all").cpu.max(0.01);
        let step = |(before, stage, name): &(&str, &str, &str)| {
            let spent = self.cost(stage).cpu - self.cost(before).cpu;
            format!("{name} {spent:.2} s ({:.0} %)", 100.0 * spent / all)
        };
        format!("  CPU time: {}", STEPS.iter().map(step).collect::<Vec<_>>().join(", "))
    }
}

fn millions(rows: u64) -> f64 {
    f64::from(u32::try_from(rows / 1000).unwrap_or(u32::MAX)) / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_steps_between_stages() {
        let cost = |cpu| Cost { seconds: cpu / 2.0, cpu, peak_mb: 100.0 };
        let cpu = [("read", 1.0), ("decode", 2.0), ("days", 2.5), ("signals", 3.5), ("peers", 3.75), ("all", 4.0)];
        let stages = cpu.map(|(name, spent)| (name, cost(spent))).to_vec();
        let figures = Figures { rows: 2_000_000, scan: cost(4.0), stages, duckdb: [cost(100.0), cost(80.0)] };
        let text = figures.lines().join("\n");
        for part in ["decode 2.00 s (50 %)", "days 0.50 s (12 %)", "DuckDB / scan: 25.0 x", "scan / parquet-rs: 4.0 x"]
        {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
    }
}
