//! Decides for every function and call how the optimiser may inline it.
//!
//! Language: Rewritten -> Tagged
//! Establishes: every function has its `InlineTag`; calls of functions in bitcode have one, too.
//! Preserves: everything else.
//!
//! What the source asks for decides; small functions that call nothing get a hint besides. A foreign function has no
//! body to inline, and its declaration can say no more than that it is not to be inlined. If its library comes as
//! bitcode, the body is there when the program is linked, and the calls ask for it. Coldness is an attribute of its
//! own.
//!
//! Before:
//! ```flow
//! import extern "C" fn @getpid() -> i32 inline(never);
//!
//! fn @half(i32) -> i32 {
//!     params _0;
//!     ret _1;
//!     let _0: i32 "x";
//!     var _1: i32;
//!
//! bb0:
//!     _1 = shr _0, 1i32;
//!     return;
//! }
//!
//! fn @pid() -> i32 inline(always) {
//!     ret _0;
//!     var _0: i32;
//!
//! bb0:
//!     _0 = call @getpid();
//!     return;
//! }
//! ```
//! After:
//! ```flow
//! import extern "C" fn @getpid() -> i32 inline(never) tag(never);
//!
//! fn @half(i32) -> i32 tag(hint) {
//!     params _0;
//!     ret _1;
//!     let _0: i32 "x";
//!     var _1: i32;
//!
//! bb0:
//!     _1 = shr _0, 1i32;
//!     return;
//! }
//!
//! fn @pid() -> i32 inline(always) tag(always) {
//!     ret _0;
//!     var _0: i32;
//!
//! bb0:
//!     _0 = call @getpid();
//!     return;
//! }
//! ```

mod recursion;

use vex_ir::flow::{Body, Callee, FnId, Function, InlineTag, Program};
use vex_ir::lang::{Rewritten, Step, Tagged};
use vex_ir::tree::{InlineHint, LinkKind};
use vex_ir::{Code, Cx, Diagnostic};

/// `#[inline(always)]` that cannot have an effect.
const INEFFECTIVE_INLINE: Code = Code("E0610");
/// `#[inline(always)]` on a function that calls itself.
const RECURSIVE_INLINE: Code = Code("E0611");

/// A function of no more statements, without a call, gets a hint: inlined, it is about as long as a call of it.
const SMALL: usize = 8;

pub fn run(cx: &mut Cx, ir: Step<Rewritten, Tagged, &mut Program>) {
    let ir = ir.into_inner();
    let bitcode = ir.libs.iter().any(|lib| lib.kind == LinkKind::Bitcode);
    let cycles = recursion::cycles(ir);
    for &id in cycles.keys() {
        warn_recursive(cx, ir, id, &cycles);
    }
    let main = ir.main;
    let mut ineffective = Vec::new();
    let mut on_calls = vec![InlineTag::None; ir.fns.len()];
    for (id, function) in ir.sigs.fns.iter_mut() {
        let wanted = wanted(function);
        if let Some(body) = ir.bodies.get(id) {
            let tag = match wanted {
                InlineTag::Always if cycles.contains_key(&id) => InlineTag::Hint,
                InlineTag::None if !function.cold && main != Some(id) && is_small_leaf(body) => InlineTag::Hint,
                _ => wanted,
            };
            function.tag = Some(tag);
            continue;
        }
        function.tag = Some(if wanted == InlineTag::Never { wanted } else { InlineTag::None });
        if bitcode {
            on_calls[index(id)] = wanted;
        } else if wanted == InlineTag::Always {
            ineffective.push(id);
        }
    }
    if !ineffective.is_empty() {
        let called = called(ir);
        ineffective.into_iter().filter(|id| called[index(*id)]).for_each(|id| warn_ineffective(cx, &ir.fns[id]));
    }
    // Calls have no tag until now.
    if on_calls.iter().any(|tag| *tag != InlineTag::None) {
        tag_calls(ir, &on_calls);
    }
}

fn index(id: FnId) -> usize {
    id.into_raw().into_u32() as usize
}

/// What the source asks for.
fn wanted(function: &Function) -> InlineTag {
    match function.inline {
        None => InlineTag::None,
        Some(InlineHint::Hint) => InlineTag::Hint,
        Some(InlineHint::Always) => InlineTag::Always,
        Some(InlineHint::Never) => InlineTag::Never,
    }
}

/// Calls `f` with the functions that a body calls by name.
fn callees(body: &Body, mut f: impl FnMut(FnId)) {
    for block in body.blocks.values() {
        for stmt in &block.stmts {
            if let Some(call) = stmt.as_call()
                && let Callee::Fn(callee) = body.calls[call].callee::<Rewritten>()
            {
                f(callee);
            }
        }
    }
}

/// By function: whether anything calls it by name.
fn called(ir: &Program) -> Vec<bool> {
    let mut called = vec![false; ir.fns.len()];
    for body in ir.bodies.values() {
        callees(body, |callee| called[index(callee)] = true);
    }
    called
}

fn is_small_leaf(body: &Body) -> bool {
    let mut count = 0;
    for block in body.blocks.values() {
        count += block.stmts.len() + 1;
        if count > SMALL || block.stmts.iter().any(|stmt| stmt.as_call().is_some()) {
            return false;
        }
    }
    true
}

/// Gives calls by name the tag of their callee, by its number.
fn tag_calls(ir: &mut Program, tags: &[InlineTag]) {
    for call in ir.bodies.values_mut().flat_map(|body| body.calls.values_mut()) {
        call.tag = match call.callee::<Rewritten>() {
            Callee::Fn(callee) => tags[index(callee)],
            Callee::Ptr(_) => InlineTag::None,
        };
    }
}

fn warn_ineffective(cx: &mut Cx, function: &Function) {
    let name = cx.text(function.name).to_string();
    let message = format!("`#[inline(always)]` has no effect on the extern function `{name}`");
    let mut warning = Diagnostic::warning(INEFFECTIVE_INLINE, "ineffective_inline", function.span, message)
        .label("has no body here that could be inlined");
    if function.no_intrinsic {
        warning = warning.note("`#[no_intrinsic]` keeps its calls from becoming an instruction; without it they may");
    }
    let note = "to have it inlined, link its library as bitcode: `#[link(name = \"…\", kind = \"bitcode\")]`";
    cx.emit(warning.note(note));
}

fn warn_recursive(cx: &mut Cx, ir: &Program, id: FnId, cycles: &recursion::Cycles) {
    let function = &ir.fns[id];
    let name = cx.text(function.name).to_string();
    let label = match cycles.get(&id) {
        Some(&next) if next != id => format!("calls itself through `{}`", cx.text(ir.fns[next].name)),
        Some(_) | None => "calls itself".to_string(),
    };
    let message = format!("the recursive function `{name}` cannot always be inlined");
    let warning = Diagnostic::warning(RECURSIVE_INLINE, "recursive_inline", function.span, message)
        .label(label)
        .note("`#[inline(always)]` is taken as `#[inline]` here");
    cx.emit(warning);
}
