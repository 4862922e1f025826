//! Passes that see one body at a time, on several threads.
//!
//! What such a pass gets is shared and does not change, or is its own: so nothing depends on which thread looks at a body when.
//! Diagnostics are put together in the order of the bodies.

use crate::runner::{Bodies, BodyPass, call};
use std::sync::{Mutex, PoisonError};
use vex_ir::Cx;
use vex_ir::diag::Diags;

/// Bodies differ in size: threads take them in portions, this many for each thread.
const PORTIONS: usize = 16;

/// As the main thread of a process has it: what recurses further asks for more by itself.
const STACK: usize = 8 << 20;

pub(crate) fn run<I: Bodies>(cx: &mut Cx, passes: &[(usize, BodyPass<I>)], ir: &mut I, threads: usize) {
    let (sigs, bodies) = ir.split();
    let mut bodies: Vec<(I::Id, &mut I::Body)> = bodies.collect();
    let size = bodies.len().div_ceil(threads * PORTIONS).max(1);
    let portions = Mutex::new(bodies.chunks_mut(size).enumerate());
    let found: Mutex<Vec<(usize, Diags)>> = Mutex::new(Vec::new());
    let shared = &*cx;
    let next = || portions.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some((number, portion)) = next() {
            let mut cx = shared.fork();
            for (id, body) in portion {
                passes.iter().for_each(|pass| call::<I>(*pass, &mut cx, sigs, *id, body));
            }
            found.lock().unwrap_or_else(PoisonError::into_inner).push((number, cx.diags));
        }
    };
    std::thread::scope(|scope| {
        let spawn = |_| std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        // Where the system gives no thread, those that there are do its work.
        let others: Vec<_> = (1..threads).map_while(|number| spawn(number).ok()).collect();
        work();
        for other in others {
            if let Err(panic) = other.join() {
                std::panic::resume_unwind(panic);
            }
        }
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort_by_key(|(number, _)| *number);
    found.into_iter().for_each(|(_, mut diags)| diags.take().into_iter().for_each(|diagnostic| cx.emit(diagnostic)));
}
