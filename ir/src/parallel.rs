//! Independent work on several threads.

use std::sync::{Mutex, PoisonError};

/// As the main thread of a process has it: what recurses further asks for more by itself.
const STACK: usize = 8 << 20;

/// What `work` makes of each job, in the order of the jobs. The jobs that take longest should come first.
pub fn map<J: Send, R: Send>(threads: usize, jobs: Vec<J>, work: impl Fn(J) -> R + Sync) -> Vec<R> {
    let mut results: Vec<Option<R>> = jobs.iter().map(|_| None).collect();
    let waiting = Mutex::new(jobs.into_iter().zip(&mut results));
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let run = || {
        while let Some((job, result)) = next() {
            *result = Some(work(job));
        }
    };
    std::thread::scope(|scope| {
        // Where the system gives no thread, those that there are do its work.
        let spawn = |_| std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run).ok();
        let others: Vec<_> = (1..threads).map_while(spawn).collect();
        run();
        for other in others {
            if let Err(panic) = other.join() {
                std::panic::resume_unwind(panic);
            }
        }
    });
    results.into_iter().flatten().collect()
}
