//! Calls of functions that the compiler needs: the runtime's, and libm's where LLVM has no operation of its own.

use super::*;

/// What the runtime's functions that end the program take before the place: a file's name and its length, line, column.
const PLACE: [Ty; 4] = [Ty::PTR_U8, Ty::USIZE, Ty::U32, Ty::U32];

/// The runtime's functions that checks call. Checks come later; what may need one shows already.
#[derive(Clone, Copy, Default)]
pub(super) struct Needs {
    plain: bool,
    bounds: bool,
    slice: bool,
}

impl Needs {
    pub(super) fn note(&mut self, body: &flow::Body) {
        self.bounds |= body.projs.all().iter().any(|p| matches!(p, flow::Proj::Index(_)));
        for stmt in body.blocks.values().flat_map(|b| &b.stmts) {
            match stmt.kind {
                flow::StmtKind::Assign(_, flow::Rvalue::Arith(..) | flow::Rvalue::ArithNeg(_)) => self.plain = true,
                flow::StmtKind::Check { kind: flow::CheckKind::SliceOrder(..), .. } => self.slice = true,
                flow::StmtKind::Check { kind: flow::CheckKind::Bounds(..), .. } => self.bounds = true,
                flow::StmtKind::Check { .. } => self.plain = true,
                // Nothing else can fail.
                _ => {}
            }
        }
    }
}

impl Builder<'_> {
    pub(super) fn runtime_roots(&mut self) {
        let Needs { plain, bounds, slice } = self.made.needs;
        let two = [Ty::USIZE, Ty::USIZE];
        for (needed, symbol, first) in [
            (plain, "__vex_panic", [Ty::PTR_U8, Ty::USIZE]),
            (bounds, "__vex_panic_bounds", two),
            (slice, "__vex_panic_slice", two),
        ] {
            if needed {
                let params: Vec<Ty> = first.into_iter().chain(PLACE).collect();
                self.runtime(symbol, &params, Ty::NEVER);
            }
        }
    }

    /// The function with a symbol: the program's own definition, if the standard library has it, or an import.
    pub(super) fn runtime(&mut self, symbol: &str, params: &[Ty], ret: Ty) -> FnId {
        let symbol = self.cx.interner.intern(symbol);
        if let Some(&known) = self.made.imports.get(&symbol) {
            return known;
        }
        let declared = self.tree.externs.symbols.iter().find(|s| s.symbol == symbol).map(|s| s.item);
        let made = match declared {
            Some(item) => self.function(item),
            None => self.import(symbol, params, ret),
        };
        self.made.imports.insert(symbol, made);
        made
    }

    fn import(&mut self, symbol: Symbol, params: &[Ty], ret: Ty) -> FnId {
        let sig = FnSig { params: params.to_vec(), ret, conv: Conv::Runtime, variadic: false, is_unsafe: false };
        let ty = self.made.out.types.intern(TyKind::Fn(Box::new(sig)));
        self.made.out.fns.alloc(Function {
            symbol,
            name: symbol,
            ty,
            linkage: Linkage::Import,
            span: vex_ir::Span::NONE,
            inline: None,
            cold: ret == Ty::NEVER,
            no_intrinsic: false,
            tag: None,
            abi: None,
        })
    }
}
