//! Work on many pupils in equal parts, one a thread, the results in order.

/// As [`in_parts`], on parts that are changed where they are.
pub fn in_parts_mut<T: Send>(items: &mut [T], threads: usize, work: impl Fn(&mut [T]) + Sync) {
    let part = items.len().div_ceil(threads.max(1)).max(1);
    if threads <= 1 {
        return work(items);
    }
    std::thread::scope(|scope| {
        let work = &work;
        items.chunks_mut(part).for_each(|part| _ = scope.spawn(move || work(part)));
    });
}

/// Cuts `items` into as many parts as threads and does `work` on each; gives the results in the order of the parts.
pub fn in_parts<T: Sync, R: Send>(items: &[T], threads: usize, work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    let part = items.len().div_ceil(threads.max(1)).max(1);
    if threads <= 1 {
        return vec![work(items)];
    }
    std::thread::scope(|scope| {
        let work = &work;
        let workers: Vec<_> = items.chunks(part).map(|part| scope.spawn(move || work(part))).collect();
        let join = |worker: std::thread::ScopedJoinHandle<'_, R>| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        workers.into_iter().map(join).collect()
    })
}
