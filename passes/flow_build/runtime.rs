//! Calls of functions that the compiler needs: the runtime's, and libm's where LLVM has no operation of its own.

use super::*;

impl Builder<'_> {
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
