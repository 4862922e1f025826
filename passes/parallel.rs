//! Work on one body at a time, on several threads.
//!
//! What such work gets is shared and does not change, or is its own: so nothing depends on which thread looks at a body when.
//! Results and diagnostics are put together in the order of the bodies.

use vex_ir::Cx;
use vex_ir::parallel::map;

/// Bodies differ in size: threads take them in portions, this many for each thread.
const PORTIONS: usize = 16;

/// Calls `work` with each body, and `take` with what that gave, in the order of the bodies.
pub(crate) fn run<T: Send, R: Send>(
    cx: &mut Cx,
    bodies: impl Iterator<Item = T>,
    threads: usize,
    work: impl Fn(&mut Cx, T) -> R + Sync,
    mut take: impl FnMut(R),
) {
    if threads <= 1 {
        return bodies.for_each(|body| take(work(cx, body)));
    }
    let bodies: Vec<T> = bodies.collect();
    let size = bodies.len().div_ceil(threads * PORTIONS).max(1);
    let count = bodies.len().div_ceil(size);
    let mut bodies = bodies.into_iter();
    let portions: Vec<Vec<T>> = (0..count).map(|_| bodies.by_ref().take(size).collect()).collect();
    let shared = &*cx;
    let found = map(threads, portions, |portion| {
        let mut cx = shared.fork();
        let results: Vec<R> = portion.into_iter().map(|body| work(&mut cx, body)).collect();
        (results, cx.diags)
    });
    for (results, mut diags) in found {
        results.into_iter().for_each(&mut take);
        diags.take().into_iter().for_each(|diagnostic| cx.emit(diagnostic));
    }
}
