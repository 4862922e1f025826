//! Independent work on several threads.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// As the main thread of a process has it: what recurses further asks for more by itself.
const STACK: usize = 8 << 20;

/// What `work` makes of each job, in the order of the jobs.
///
/// Each thread begins with a share of neighbours, and helps others when it has done that. So a thread meets what it made
/// in an earlier call, which is in its cache, and whose memory it may free without asking another thread's allocator.
pub fn map<J: Send, R: Send>(threads: usize, jobs: Vec<J>, work: impl Fn(J) -> R + Sync) -> Vec<R> {
    let mut results: Vec<Option<R>> = jobs.iter().map(|_| None).collect();
    let share = jobs.len().div_ceil(threads.max(1)).max(1);
    let mut all = jobs.into_iter().zip(&mut results);
    let shares: Vec<_> = (0..threads.max(1)).map(|_| Mutex::new(all.by_ref().take(share).collect())).collect();
    let take = |of: usize, own: bool| {
        let mut share: MutexGuard<'_, VecDeque<_>> = shares[of].lock().unwrap_or_else(PoisonError::into_inner);
        if own { share.pop_front() } else { share.pop_back() }
    };
    let run = |thread: usize| {
        let others = || (1..shares.len()).map(|i| (thread + i) % shares.len());
        while let Some((job, result)) = take(thread, true).or_else(|| others().find_map(|of| take(of, false))) {
            *result = Some(work(job));
        }
    };
    std::thread::scope(|scope| {
        // Where the system gives no thread, those that there are do its work.
        let run = &run;
        let spawn =
            |thread| std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, move || run(thread)).ok();
        let others: Vec<_> = (1..threads).map_while(spawn).collect();
        run(0);
        for other in others {
            if let Err(panic) = other.join() {
                std::panic::resume_unwind(panic);
            }
        }
    });
    results.into_iter().flatten().collect()
}

/// From so many values on, it pays to start a thread to free them.
const MANY: usize = 4096;

/// Frees values of which each has memory of its own, on two threads if they are many.
pub fn discard<T: Send>(mut values: Vec<T>) {
    if values.len() >= MANY {
        let others = values.split_off(values.len() / 2);
        map(2, vec![values, others], drop);
    }
}
