//! What `#[format(printf, N)]` says of a function must be so: parameter N is a C string, and `...` takes the arguments, or a
//! `va_list` behind it.

use super::*;

impl Merger<'_> {
    pub(super) fn check_format(&mut self, id: ItemId) {
        let item = &self.ir.items[id];
        let Some(function) = item.as_fn().filter(|_| !item.attrs.is_empty()) else { return };
        let found = item.attrs.iter().find_map(|attr| match *attr.typed() {
            TypedAttr::Format { param, at, .. } => Some((attr.span, param, at)),
            _ => None,
        });
        let (Some((span, param, at)), ItemTy::Fn(ty)) = (found, self.ir.item_ty(id)) else { return };
        let Some(sig) = self.ir.types.sig(ty) else { return };
        let is_text = |ty: Ty| self.ir.types.pointee(ty).is_some_and(|to| to == Ty::U8 || to == Ty::I8);
        let given = usize::try_from(param).ok().and_then(|n| sig.params.get(n.checked_sub(1)?)).copied();
        if given.is_some_and(|ty| ty == Ty::ERROR || is_text(ty)) {
            // A `va_list` counts as any parameter behind the format: its type differs from target to target.
            if !function.variadic && param as usize == sig.params.len() {
                let diagnostic =
                    Diagnostic::error(FORMAT_FIXED, span, "`format` on a function without arguments for it")
                        .label("there is nothing to check")
                        .secondary(item.name.span, "has no `...`, and no `va_list` behind the format")
                        .note("the arguments of a format are those that `...` stands for, or a `va_list`");
                self.cx.emit(diagnostic);
            }
            return;
        }
        let diagnostic = Diagnostic::error(FORMAT_PARAM, at, format!("parameter {param} is not a format"));
        let diagnostic = match given {
            Some(ty) => {
                let shown = self.ir.types.show(&self.cx.interner, ty);
                let place = function.params[param as usize - 1].span;
                diagnostic.label("not a C string").secondary(place, format!("`{shown}` is not a pointer to bytes"))
            }
            None if param == 0 => diagnostic.label("parameters are counted from 1"),
            None => {
                let count = sig.params.len();
                diagnostic.label(match count {
                    1 => "the function has 1 parameter".to_string(),
                    _ => format!("the function has {count} parameters"),
                })
            }
        };
        // The format is the last C string, nearly always.
        let meant = sig.params.iter().rposition(|ty| is_text(*ty));
        self.cx.emit(match meant {
            Some(position) => diagnostic.suggest(at, (position + 1).to_string(), "the parameter that is a C string"),
            None => diagnostic.note("a format is a `*u8` or a pointer to `c_char`"),
        });
    }
}
