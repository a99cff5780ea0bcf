//! What the load generator tells, as lines of plain text.

/// How long the requests of one kind took, in milliseconds.
struct Times {
    kind: String,
    requests: f64,
    /// Half of them, nine of ten, 99 of 100, all.
    within: [f64; 4],
}

/// What was told of one run.
pub(super) struct Told {
    kinds: Vec<Times>,
    errors: f64,
    /// Processor time of the server for a request, in milliseconds, and of the load generator.
    cpu: f64,
    own_cpu: f64,
    /// The same by the name of the thread: whose work it is.
    threads: Vec<(String, f64)>,
    /// Processor time of a page of each kind, one at a time, in milliseconds.
    alone: Vec<(String, f64)>,
    /// The most memory that the server used, in megabytes.
    mb: f64,
    /// Requests that must each have left an entry in the journal.
    journalled: u64,
}

impl Told {
    /// Reads the lines of `name=value`.
    pub(super) fn read(said: &str) -> Result<Told, String> {
        let failed = || format!("this is not what the load generator tells: {said}");
        let kinds: Option<Vec<Times>> = said.lines().filter(|line| line.starts_with("kind=")).map(times).collect();
        let last = said.lines().find(|line| line.starts_with("errors=")).ok_or_else(failed)?;
        let number = |name| value(last, name).and_then(|it| it.parse::<f64>().ok()).ok_or_else(failed);
        Ok(Told {
            kinds: kinds.ok_or_else(failed)?,
            errors: number("errors")?,
            cpu: number("cpu")?,
            threads: costs(said, "thread").ok_or_else(failed)?,
            alone: costs(said, "alone").ok_or_else(failed)?,
            own_cpu: number("own_cpu")?,
            mb: number("mb")?,
            journalled: value(last, "journalled").and_then(|it| it.parse().ok()).ok_or_else(failed)?,
        })
    }

    /// The table, with the goal for 99 of 100 and the entries that the journal got.
    pub(super) fn lines(&self, goal: f64, entries: u64) -> Vec<String> {
        let mut lines = vec![format!(
            "  {:<8} {:>9} {:>8} {:>8} {:>8} {:>8} {:>10}",
            "ms", "requests", "p50", "p90", "p99", "max", "p99/goal"
        )];
        lines.extend(self.kinds.iter().map(|Times { kind, requests, within: [p50, p90, p99, max] }| {
            let share = p99 / goal;
            format!("  {kind:<8} {requests:>9.0} {p50:>8.1} {p90:>8.1} {p99:>8.1} {max:>8.1} {share:>10.2}")
        }));
        let Told { errors, cpu, threads, alone, own_cpu, mb, journalled, .. } = self;
        let listed = |costs: &[(String, f64)]| {
            costs.iter().map(|(name, cpu)| format!("{name} {cpu:.2}")).collect::<Vec<_>>().join(", ")
        };
        lines.push(format!("  goal: p99 below {goal:.0} ms; errors: {errors:.0}"));
        lines.push(format!("  journal: {entries} entries for {journalled} requests"));
        lines.push(format!(
            "  server: {cpu:.2} CPU-ms a request, {mb:.0} MB; load generator: {own_cpu:.2} CPU-ms a request"
        ));
        lines.push(format!("  of that by thread: {}", listed(threads)));
        lines.push(format!("  one page at a time, CPU-ms: {}", listed(alone)));
        lines
    }
}

fn times(line: &str) -> Option<Times> {
    let number = |name| value(line, name)?.parse::<f64>().ok();
    let within = [number("p50")?, number("p90")?, number("p99")?, number("max")?];
    Some(Times { kind: value(line, "kind")?.to_owned(), requests: number("requests")?, within })
}

/// The lines that begin with a name: what each is about, and its processor time.
fn costs(said: &str, name: &str) -> Option<Vec<(String, f64)>> {
    let lines = said.lines().filter(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with('=')));
    lines.map(|line| Some((value(line, name)?.to_owned(), value(line, "cpu")?.parse().ok()?))).collect()
}

fn value<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let words = line.split_whitespace().filter_map(|word| word.split_once('='));
    words.filter(|(known, _)| *known == name).map(|(_, value)| value).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_what_was_told() {
        let said = "pages start=2 list=9 pupil=90\nkind=list requests=100 p50=4.10 p90=8.00 p99=15.00 max=21.50\n\
                    thread=tokio-rt-worker cpu=1.250\nthread=sqlx-sqlite-wor cpu=2.000\nalone=list cpu=4.50\n\
                    errors=0 cpu=3.250 mb=140 journalled=130 own_cpu=1.100\n";
        let text = Told::read(said).unwrap().lines(30.0, 130).join("\n");
        for part in [
            "list           100      4.1      8.0     15.0     21.5       0.50",
            "130 entries for 130",
            "3.25 CPU-ms",
            "by thread: tokio-rt-worker 1.25, sqlx-sqlite-wor 2.00",
            "one page at a time, CPU-ms: list 4.50",
        ] {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
    }

    #[test]
    fn half_an_answer_is_refused() {
        assert!(Told::read("kind=list requests=100 p50=4.10\nerrors=0 cpu=1 mb=1 journalled=1 own_cpu=1\n").is_err());
        assert!(Told::read("kind=list requests=1 p50=4 p90=4 p99=4 max=4\n").is_err());
    }
}
