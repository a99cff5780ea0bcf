//! The journal of reads: one task that commits together what has gathered, before any of the answers is sent.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use super::{append, entry::Draft};
use crate::failure::{Failure, Result, broken};
use crate::seal::Keyring;
use crate::store::Store;

/// Entries that wait for each other at most; further readers wait to hand theirs over.
const QUEUE: usize = 1024;

/// An entry, and whom to tell when it is on disk.
type Waiting = (Draft, Option<oneshot::Sender<bool>>);

/// The way to the task. It ends when the last of these is gone.
#[derive(Clone, Debug)]
pub(crate) struct Writer(mpsc::Sender<Waiting>);

impl Writer {
    /// Starts the task.
    pub(crate) fn start(store: Store, keys: Arc<Keyring>) -> Writer {
        let (to, from) = mpsc::channel(QUEUE);
        tokio::spawn(run(store, keys, from));
        Writer(to)
    }

    /// Hands over an entry, and returns when it is on disk.
    pub(crate) async fn write(&self, draft: Draft) -> Result<()> {
        let (done, answer) = oneshot::channel();
        let closed = |_| broken("the journal is closed");
        self.0.send((draft, Some(done))).await.map_err(closed)?;
        if answer.await.unwrap_or(false) { Ok(()) } else { Err(broken("the journal could not be written")) }
    }

    /// Hands over an entry when nobody waits for the answer: a request that was given up half-way.
    pub(crate) fn leave(&self, draft: Draft) {
        let Err(mpsc::error::TrySendError::Full(waiting)) = self.0.try_send((draft, None)) else { return };
        let to = self.0.clone();
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { to.send(waiting).await.ok() });
        }
    }
}

/// While one commit runs, the next entries gather: nobody waits longer than for two commits.
async fn run(store: Store, keys: Arc<Keyring>, mut from: mpsc::Receiver<Waiting>) {
    let mut gathered = Vec::with_capacity(QUEUE);
    while from.recv_many(&mut gathered, QUEUE).await > 0 {
        let (drafts, waiting): (Vec<_>, Vec<_>) = gathered.drain(..).unzip();
        let written = commit(&store, &keys, &drafts).await.is_ok();
        for one in waiting.into_iter().flatten() {
            // Whoever has gone away needs no answer; the entry stays.
            one.send(written).ok();
        }
    }
}

async fn commit(store: &Store, keys: &Keyring, drafts: &[Draft]) -> std::result::Result<(), Failure> {
    let mut tx = store.begin().await?;
    append(&mut tx, keys, drafts).await?;
    tx.commit().await
}
