//! Calls of functions that the compiler needs: the runtime's, and libm's where LLVM has no operation of its own.

use super::*;

/// What the runtime's functions that end the program take before the place: a file's name and its length, line, column.
const PLACE: [Ty; 4] = [Ty::PTR_U8, Ty::USIZE, Ty::U32, Ty::U32];

impl Builder<'_> {
    /// The functions that checks call. Checks come later; what may need one shows already.
    pub(super) fn runtime_roots(&mut self) {
        let (mut plain, mut bounds, mut slice) = (false, false, false);
        for (_, function) in self.out.fns.iter() {
            let Some(body) = &function.body else { continue };
            bounds |= body.projs.all().iter().any(|p| matches!(p, flow::Proj::Index(_)));
            for stmt in body.blocks.iter().flat_map(|(_, b)| &b.stmts) {
                match stmt.kind {
                    flow::StmtKind::Assign(_, flow::Rvalue::Arith(..) | flow::Rvalue::ArithNeg(_)) => plain = true,
                    flow::StmtKind::Check { kind: flow::CheckKind::SliceOrder(..), .. } => slice = true,
                    flow::StmtKind::Check { kind: flow::CheckKind::Bounds(..), .. } => bounds = true,
                    flow::StmtKind::Check { .. } => plain = true,
                    _ => {}
                }
            }
        }
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
        if let Some(&known) = self.imports.get(&symbol) {
            return known;
        }
        let declared = self.tree.externs.symbols.iter().find(|s| s.symbol == symbol).map(|s| s.item);
        let made = match declared {
            Some(item) => self.function(item),
            None => self.import(symbol, params, ret),
        };
        self.imports.insert(symbol, made);
        made
    }

    fn import(&mut self, symbol: Symbol, params: &[Ty], ret: Ty) -> FnId {
        let sig = FnSig { params: params.to_vec(), ret, conv: Conv::Runtime, variadic: false, is_unsafe: false };
        let ty = self.out.types.intern(TyKind::Fn(Box::new(sig)));
        self.out.fns.alloc(Function {
            symbol,
            name: symbol,
            ty,
            linkage: Linkage::Import,
            span: vex_ir::Span::NONE,
            inline: None,
            cold: ret == Ty::NEVER,
            no_intrinsic: false,
            tag: InlineTag::None,
            abi: None,
            body: None,
        })
    }
}
