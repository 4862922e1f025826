//! Work on one body at a time, on several threads.
//!
//! What such work gets is shared and does not change, or is its own: so nothing depends on which thread looks at a body when.
//! Results and diagnostics are put together in the order of the bodies.

use std::sync::{Mutex, PoisonError};
use vex_ir::Cx;
use vex_ir::diag::Diags;

/// Bodies differ in size: threads take them in portions, this many for each thread.
const PORTIONS: usize = 16;

/// As the main thread of a process has it: what recurses further asks for more by itself.
const STACK: usize = 8 << 20;

/// What one portion gave.
struct Found<R> {
    number: usize,
    results: Vec<R>,
    diags: Diags,
}

/// Calls `work` with each body, and returns what it gave, in the order of the bodies.
pub(crate) fn run<T: Send, R: Send>(
    cx: &mut Cx,
    bodies: impl Iterator<Item = T>,
    threads: usize,
    work: impl Fn(&mut Cx, T) -> R + Sync,
) -> Vec<R> {
    if threads <= 1 {
        return bodies.map(|body| work(cx, body)).collect();
    }
    let mut bodies: Vec<Option<T>> = bodies.map(Some).collect();
    let size = bodies.len().div_ceil(threads * PORTIONS).max(1);
    let portions = Mutex::new(bodies.chunks_mut(size).enumerate());
    let found: Mutex<Vec<Found<R>>> = Mutex::new(Vec::new());
    let shared = &*cx;
    let next = || portions.lock().unwrap_or_else(PoisonError::into_inner).next();
    let on_thread = || {
        while let Some((number, portion)) = next() {
            let mut cx = shared.fork();
            let results = portion.iter_mut().filter_map(Option::take).map(|body| work(&mut cx, body)).collect();
            found.lock().unwrap_or_else(PoisonError::into_inner).push(Found { number, results, diags: cx.diags });
        }
    };
    std::thread::scope(|scope| {
        let spawn = |_| std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, on_thread);
        // Where the system gives no thread, those that there are do its work.
        let others: Vec<_> = (1..threads).map_while(|number| spawn(number).ok()).collect();
        on_thread();
        for other in others {
            if let Err(panic) = other.join() {
                std::panic::resume_unwind(panic);
            }
        }
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort_by_key(|found| found.number);
    let mut results = Vec::new();
    for Found { number: _, results: some, mut diags } in found {
        results.extend(some);
        diags.take().into_iter().for_each(|diagnostic| cx.emit(diagnostic));
    }
    results
}
