//! Types for messages, as far as they are known.

use super::{Len, Shape, Term, Terms, VarKind};
use vex_ir::stack::deep;
use vex_ir::symbol::Interner;
use vex_ir::tree::Mutability;
use vex_ir::ty::Ty;

impl Terms<'_> {
    /// The type for messages: `_` is what is not known.
    pub(in super::super) fn show(&self, interner: &Interner, term: Term) -> String {
        let mut out = String::new();
        match self.var_kind(term) {
            Some(VarKind::Int) => out.push_str("integer"),
            Some(VarKind::Float) => out.push_str("float"),
            Some(VarKind::Any | VarKind::Later | VarKind::Pointer | VarKind::Number) | None => {
                self.write(interner, term, &mut out)
            }
        }
        out
    }

    // Long because it has an arm for each shape.
    fn write(&self, interner: &Interner, term: Term, out: &mut String) {
        use std::fmt::Write;
        if let Some(ty) = self.root(term).finished() {
            return out.push_str(&self.types.show(interner, ty));
        }
        // A longer message helps no more.
        if out.len() > 4096 {
            return out.push('_');
        }
        deep(|| match self.shape(term) {
            Shape::Var(VarKind::Int) => out.push_str("i32"),
            Shape::Var(VarKind::Float) => out.push_str("f64"),
            Shape::Var(VarKind::Pointer) => out.push_str("*_"),
            Shape::Var(VarKind::Any | VarKind::Later | VarKind::Number) => out.push('_'),
            Shape::Ptr(m, to) => {
                out.push_str(if m == Mutability::Mut { "*mut " } else { "*" });
                self.write(interner, to, out);
            }
            Shape::Ref(m, to) => {
                out.push_str(if m == Mutability::Mut { "&mut " } else { "&" });
                self.write(interner, to, out);
            }
            Shape::Slice(of) => {
                out.push('[');
                self.write(interner, of, out);
                out.push(']');
            }
            Shape::Array(of, len) => {
                out.push('[');
                self.write(interner, of, out);
                out.push_str("; ");
                match len {
                    Len::Known(len) => _ = write!(out, "{len}"),
                    Len::Open(len) => self.write(interner, len, out),
                }
                out.push(']');
            }
            Shape::Tuple => {
                let parts = self.parts(term);
                out.push('(');
                self.write_list(interner, &parts, out);
                out.push_str(if parts.len() == 1 { ",)" } else { ")" });
            }
            Shape::Apply(adt) => {
                out.push_str(interner.get(self.types.adts[adt].name));
                out.push('<');
                self.write_list(interner, &self.parts(term), out);
                out.push('>');
            }
            Shape::Fn(_) => {
                out.push_str("fn(");
                let mut parts = self.parts(term);
                let ret = parts.pop();
                self.write_list(interner, &parts, out);
                out.push(')');
                if let Some(ret) = ret.filter(|ret| *ret != Ty::VOID) {
                    out.push_str(" -> ");
                    self.write(interner, ret, out);
                }
            }
            Shape::Other(ty) => out.push_str(&self.types.show(interner, ty)),
        });
    }

    fn write_list(&self, interner: &Interner, list: &[Term], out: &mut String) {
        for (i, part) in list.iter().enumerate() {
            out.push_str(if i > 0 { ", " } else { "" });
            self.write(interner, *part, out);
        }
    }
}
