//! Computes the values of constants and statics, by interpreting their Flow.
//!
//! Language: Declared -> Valued
//! Establishes: every constant that depends on no parameter, and every static with an initializer, has its value in `defs`.
//! Preserves: the tree itself.
//!
//! Before:
//! ```vex
//! const N: i32 = 2 + 3 * 4;
//! ```
//! After:
//! ```vex
//! const N: i32 = 2 + 3 * 4;
//! ```

use crate::demand::{self, Build, Demands, Engine};
use vex_ir::flow;
use vex_ir::lang::{Declared, Step, Valued};
use vex_ir::tree::*;
use vex_ir::{Cx, Diagnostic, Span};

/// Evaluates every constant and static of the program.
pub fn run(cx: &mut Cx, ir: Step<Declared, Valued, &mut Program>, build: Build) {
    let ir = ir.into_inner();
    let mut engine = Engine::new(false);
    engine.start(cx, ir);
    let impls = ir.defs.sigs.impls.len();
    let mut evaluator = Evaluator { cx, ir, engine, build };
    for id in evaluator.ir.live.clone() {
        match evaluator.ir.items[id].kind::<Declared>() {
            ItemKind::Const { .. } if evaluator.ir.is_open_const(id) => {}
            ItemKind::Const { .. } | ItemKind::Static { .. } => drop(demand::value(&mut evaluator, id, Span::NONE)),
            ItemKind::Anon if !evaluator.ir.anon_values.contains_key(&id) => evaluator.without_value(id),
            // The others have no value, or `sig-check` knows it.
            _ => {}
        }
    }
    // What the evaluator needed of its own.
    evaluator.ir.defs.sigs.impls.truncate(impls);
}

struct Evaluator<'a> {
    cx: &'a mut Cx,
    ir: &'a mut Program,
    engine: Engine,
    build: Build,
}

impl Demands for Evaluator<'_> {
    fn parts(&mut self) -> (&mut Cx, &mut Program, &mut Engine) {
        (self.cx, self.ir, &mut self.engine)
    }

    fn flow(&mut self, id: ItemId) -> Option<flow::Body> {
        let mut known = true;
        for Mention { item, variant, span } in self.ir.mentions_in(id, &self.ir.bodies[id])? {
            match self.ir.items[item].kind::<Declared>() {
                ItemKind::Const { .. } if self.ir.is_open_const(item) => {}
                ItemKind::Const { .. } => known &= demand::value(self, item, span),
                ItemKind::Enum(_) => known &= variant.is_none_or(|index| self.ir.variant_has_value(item, index)),
                // The others can be mentioned without their value.
                _ => {}
            }
        }
        known.then(|| (self.build)(self.cx, &self.ir.sigs, id, self.engine.stands_for(), &self.ir.bodies[id]))
    }
}

impl Evaluator<'_> {
    /// Reports why a length or discriminant has no value.
    fn without_value(&mut self, id: ItemId) {
        if demand::value(self, id, Span::NONE) {
            // Now that every type is known, it has one.
            let span = self.ir.items[id].span;
            let diagnostic = Diagnostic::error(
                demand::CYCLIC_TYPE,
                span,
                "this value is needed to define a type that it depends on",
            );
            self.cx.emit(diagnostic.label("takes part in what it is computed from"));
        }
    }
}
