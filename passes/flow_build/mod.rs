//! Builds Flow of a function: a graph, with control flow made explicit.
//!
//! Language: Looped -> Graph
//! Establishes: the function is a graph of blocks over typed places; `defer` has run on every way out of its scope.
//! Preserves: evaluation order. What an integer operation does on overflow stays undecided.
//!
//! Before:
//! ```vex
//! pub fn least(a: i32, b: i32) -> i32 {
//!     if a < b {
//!         a
//!     } else {
//!         b
//!     }
//! }
//! ```
//! After:
//! ```flow
//! export fn @least(i32, i32) -> i32 {
//!     params _1, _2;
//!     ret _0;
//!     let _0: i32;
//!     let _1: i32 "a";
//!     let _2: i32 "b";
//!     var _3: i32;
//!     let _4: bool;
//!
//! bb0:
//!     _4 = lt _1, _2;
//!     if _4 goto bb1 else bb3;
//!
//! bb1:
//!     _3 = _1;
//!     goto bb2;
//!
//! bb2:
//!     _0 = _3;
//!     return;
//!
//! bb3:
//!     _3 = _2;
//!     goto bb2;
//! }
//! ```

mod call;
mod control;
mod exits;
mod expr;
mod function;
mod known;
mod matching;
mod method;
mod pattern;
mod place;
mod promote;
mod ranges;

use vex_ir::Cx;
use vex_ir::flow::Body;
use vex_ir::lang::{Graph, In, Looped};
use vex_ir::tree::{ItemId, Read, Sigs};

pub fn run(cx: &mut Cx, sigs: &Sigs, id: ItemId, body: Read<'_, Looped>) -> In<Graph, Body> {
    In::new(function::build(cx, sigs, id, body))
}
