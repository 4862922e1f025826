//! Takes the imports out of the program, of which paths have no need any more, and warns of those that brought nothing.
//!
//! Language: Resolved -> Closed
//! Establishes: no import is left; `live` lists the items that are part of the program.
//! Preserves: the order of items.
//!
//! Before:
//! ```vex
//! import { helper as h } from "./util";
//! fn main() -> i32 {
//!     ::util::helper(1)
//! }
//! mod util = "util" {
//!     pub fn helper(x: i32) -> i32 {
//!         x
//!     }
//! }
//! ```
//! After:
//! ```vex
//! fn main() -> i32 {
//!     ::util::helper(1)
//! }
//!
//! mod util = "util" {
//!     pub fn helper(x: i32) -> i32 {
//!         x
//!     }
//! }
//! ```

use vex_ir::lang::{Closed, Resolved, Step};
use vex_ir::tree::{ItemKind, Program, Sigs};
use vex_ir::{Code, Cx, Diagnostic};

const UNUSED_IMPORT: Code = Code("E0211");

/// Closes the whole program.
pub fn run(cx: &mut Cx, ir: Step<Resolved, Closed, &mut Program>) {
    let ir = ir.into_inner();
    for import in ir.scopes.imports.iter().filter(|import| !import.is_used()) {
        let message = format!("unused import: `{}`", cx.text(import.name));
        let diagnostic = Diagnostic::warning(UNUSED_IMPORT, "unused_imports", import.span, message).label("never used");
        cx.emit(diagnostic);
    }
    let Sigs { modules, items, .. } = &mut ir.sigs;
    for (_, module) in modules.iter_mut() {
        module.items.retain(|&id| !matches!(items[id].kind::<Resolved>(), ItemKind::Import(_)));
    }
    ir.live = ir.live_items();
}
