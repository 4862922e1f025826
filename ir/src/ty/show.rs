//! Types as source writes them.

use super::{Conv, Mutability, Ty, TyKind, Types};
use crate::symbol::Interner;
use std::fmt::Write;

impl Types {
    /// The type as source writes it.
    pub fn show(&self, interner: &Interner, ty: Ty) -> String {
        let mut out = String::new();
        self.write(interner, ty, &mut out);
        out
    }

    // Long because it has an arm for each kind of type.
    fn write(&self, interner: &Interner, ty: Ty, out: &mut String) {
        if ty == Ty::UNKNOWN {
            return out.push('_');
        }
        let list = |tys: &[Ty], out: &mut String| {
            for (i, ty) in tys.iter().enumerate() {
                out.push_str(if i > 0 { ", " } else { "" });
                self.write(interner, *ty, out);
            }
        };
        match self.kind(ty) {
            TyKind::Error => out.push_str("{error}"),
            TyKind::Void => out.push_str("void"),
            TyKind::Never => out.push('!'),
            TyKind::Bool => out.push_str("bool"),
            TyKind::Char => out.push_str("char"),
            TyKind::Int(int) => out.push_str(int.name()),
            TyKind::Float(float) => out.push_str(float.name()),
            TyKind::Str => out.push_str("str"),
            TyKind::Null => out.push_str("null"),
            TyKind::Ptr(m, to) => {
                out.push_str(if *m == Mutability::Mut { "*mut " } else { "*" });
                self.write(interner, *to, out);
            }
            TyKind::Ref(m, to) => {
                out.push_str(if *m == Mutability::Mut { "&mut " } else { "&" });
                self.write(interner, *to, out);
            }
            TyKind::Slice(of) => {
                out.push('[');
                self.write(interner, *of, out);
                out.push(']');
            }
            TyKind::Array(of, len) => {
                out.push('[');
                self.write(interner, *of, out);
                let _ = write!(out, "; {len}]");
            }
            TyKind::Tuple(tys) => {
                out.push('(');
                list(tys, out);
                out.push_str(if tys.len() == 1 { ",)" } else { ")" });
            }
            TyKind::Adt(id) => out.push_str(interner.get(self.adts[*id].name)),
            TyKind::Param(_, name) => out.push_str(interner.get(*name)),
            TyKind::Apply(id, args) => {
                out.push_str(interner.get(self.adts[*id].name));
                out.push('<');
                list(self.args(*args), out);
                out.push('>');
            }
            TyKind::Assoc(of, name, args) => {
                let (ty, rest) = self.args(*args).split_first().unwrap_or((&Ty::ERROR, &[]));
                out.push('<');
                self.write(interner, *ty, out);
                let _ = write!(out, " as {}", interner.get(*of));
                if !rest.is_empty() {
                    out.push('<');
                    list(rest, out);
                    out.push('>');
                }
                let _ = write!(out, ">::{}", interner.get(*name));
            }
            TyKind::OpenArray(of, len) => {
                out.push('[');
                self.write(interner, *of, out);
                out.push_str("; ");
                self.write(interner, *len, out);
                out.push(']');
            }
            TyKind::Number(number) => {
                let _ = write!(out, "{number}");
            }
            TyKind::Fn(sig) => {
                if sig.is_unsafe && sig.conv == Conv::Vex {
                    out.push_str("unsafe ");
                }
                if let Some(name) = sig.conv.name() {
                    let _ = write!(out, "extern \"{name}\" ");
                }
                out.push_str("fn(");
                list(&sig.params, out);
                if sig.variadic {
                    out.push_str(if sig.params.is_empty() { "..." } else { ", ..." });
                }
                out.push(')');
                if sig.ret != Ty::VOID {
                    out.push_str(" -> ");
                    self.write(interner, sig.ret, out);
                }
            }
        }
    }
}
