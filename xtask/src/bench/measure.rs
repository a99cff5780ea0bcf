//! What a run of a program costs: time, processor time and memory.

use std::{
    fs,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// What one run cost.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Cost {
    /// Time by the clock on the wall.
    pub(super) seconds: f64,
    /// Processor time of all threads: what other programs do meanwhile disturbs it less.
    pub(super) cpu: f64,
    /// The most memory in use at once, in megabytes.
    pub(super) peak_mb: f64,
}

impl Cost {
    /// The shorter of two runs.
    pub(super) fn best(first: Option<Cost>, second: Cost) -> Cost {
        match first {
            Some(first) if first.seconds <= second.seconds => Cost { cpu: first.cpu.min(second.cpu), ..first },
            Some(first) => Cost { cpu: first.cpu.min(second.cpu), ..second },
            None => second,
        }
    }
}

/// Runs a program that tells its own cost in a line `seconds=1.5 cpu=2.9 peak_mb=120`, among other words.
pub(super) fn told(command: &mut Command) -> Result<Cost, String> {
    let said = crate::run::output(command)?;
    cost(&said).ok_or_else(|| format!("this is not a cost: {said}"))
}

fn cost(said: &str) -> Option<Cost> {
    let value = |name: &str| {
        let words = said.split_whitespace().filter_map(|word| word.split_once('='));
        words.filter(|(known, _)| *known == name).find_map(|(_, value)| value.parse::<f64>().ok())
    };
    Some(Cost { seconds: value("seconds")?, cpu: value("cpu")?, peak_mb: value("peak_mb")? })
}

/// How often a program that runs is asked for its memory.
const LOOK: Duration = Duration::from_millis(2);

/// Runs a program from start to end and takes its cost from outside. Memory and processor time are 0 where the system
/// does not tell them as Linux does.
pub(super) fn watched(command: &mut Command) -> Result<Cost, String> {
    let cpu_before = children_cpu();
    let began = Instant::now();
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let mut child = command.spawn().map_err(|error| format!("{:?}: {error}", command.get_program()))?;
    let mut peak_mb: f64 = 0.0;
    let status = loop {
        peak_mb = peak_mb.max(peak(child.id()).unwrap_or(0.0));
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) => thread::sleep(LOOK),
            Err(error) => return Err(format!("{:?}: {error}", command.get_program())),
        }
    };
    let seconds = began.elapsed().as_secs_f64();
    let cost = Cost { seconds, cpu: children_cpu() - cpu_before, peak_mb };
    if status.success() { Ok(cost) } else { Err(format!("{:?} failed ({status})", command.get_program())) }
}

/// The most memory that a running program has used so far, in megabytes.
fn peak(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(kilobytes.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
}

/// Processor time of the programs that have been run to their end, in seconds.
fn children_cpu() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // after the program's name, which may hold anything; the times are counted in hundredths
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(13).take(2).filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// How busy the machine is: programs that wanted a processor in the last minute, on average.
pub(super) fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split_whitespace().next().unwrap_or("unknown").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cost_is_read_from_a_line() {
        let expected = Cost { seconds: 1.5, cpu: 2.9, peak_mb: 120.0 };
        assert_eq!(cost("stage=all rows=12 seconds=1.500 cpu=2.90 peak_mb=120\n"), Some(expected));
        assert_eq!(cost("stage=all seconds=1.5\n"), None);
    }

    #[test]
    fn the_best_run_is_the_shortest() {
        let run = |seconds, cpu| Cost { seconds, cpu, peak_mb: 1.0 };
        assert_eq!(Cost::best(None, run(2.0, 3.0)), run(2.0, 3.0));
        assert_eq!(Cost::best(Some(run(2.0, 3.0)), run(1.0, 4.0)), run(1.0, 3.0));
        assert_eq!(Cost::best(Some(run(1.0, 3.0)), run(2.0, 4.0)), run(1.0, 3.0));
    }

    #[test]
    fn a_program_is_watched_to_its_end() {
        let cost = watched(crate::run::cargo().arg("--version")).unwrap();
        assert!(cost.seconds > 0.0);
        assert!(watched(crate::run::cargo().arg("no-such-command").stderr(Stdio::null())).is_err());
    }
}
