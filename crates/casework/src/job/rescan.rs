//! Counting the lists again, by thresholds that hold from the day that they were saved.

use std::num::NonZero;

use text::{Arg, Message};

use super::{Done, Run, Worked, import};
use crate::verb::import::rescan;

/// Counts. Twice does no harm: what is the same is not written.
pub(super) async fn run(run: Run) -> Worked {
    let tell = run.teller();
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let listed = rescan::run(&run.cx, threads, &|stage| tell(import::at(stage))).await?;
    let listed = Arg::Count(i64::try_from(listed).unwrap_or(i64::MAX));
    Ok(Done::Said(Message::new("job-rescan-done").with("listed", listed)))
}
