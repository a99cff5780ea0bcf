//! Asking for a job, together with the change that needs it.

use jiff::Timestamp;
use uuid::Uuid;

use crate::change::Change;
use crate::failure::{Result, fault};
use crate::store::on_tx;

/// Asks for a job at the earliest `run_at`. The same id again changes nothing.
///
/// # Errors
/// The database.
pub async fn enqueue(change: &mut Change<'_>, id: Uuid, kind: &str, args: &[Uuid], run_at: Timestamp) -> Result<()> {
    let args = written(args);
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO job (id, kind, args, run_at, attempts) VALUES ($1, $2, $3, $4, 0) ON CONFLICT (id) DO NOTHING")
        .bind(id).bind(kind).bind(args).bind(run_at.as_microsecond()).execute(on).await.map(drop))
    .map_err(fault("asking for a job"))
}

/// Arguments as they lie in the database.
pub(super) fn written(args: &[Uuid]) -> String {
    args.iter().map(Uuid::to_string).collect::<Vec<_>>().join(" ")
}
