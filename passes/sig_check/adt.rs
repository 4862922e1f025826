//! Structs, unions and enums.

use super::*;
use vex_ir::arith::fits;

const DUPLICATE_MEMBER: Code = Code("E0316");
const DUPLICATE_DISCRIMINANT: Code = Code("E0317");
const DISCRIMINANT_OUT_OF_RANGE: Code = Code("E0318");

/// `repr(packed(N))` and `repr(align(N))` of an item.
pub(super) fn repr_of(item: &Item) -> (Option<u32>, Option<u32>) {
    let mut found = (None, None);
    for attr in &item.attrs {
        match attr.kind {
            AttrKind::Repr(Repr::Packed(n)) => found.0 = Some(n),
            AttrKind::Repr(Repr::Align(n)) => found.1 = Some(n),
            _ => {}
        }
    }
    found
}

impl SignatureBuilder<'_> {
    fn define(&mut self, id: ItemId, kind: AdtKind) -> ItemTy {
        let named = self.ir.item_ty(id);
        if let ItemTy::Type(ty) = named
            && let TyKind::Adt(adt) = *self.ir.types.kind(ty)
        {
            self.ir.types_mut().adts[adt].kind = kind;
        }
        named
    }

    pub(super) fn structure(&mut self, id: ItemId) -> ItemTy {
        let ItemKind::Struct(item) = &self.ir.items[id].kind else { return ItemTy::None };
        let (is_union, fields) = (item.is_union, item.fields.clone());
        let mut lowered: Vec<AdtField> = Vec::with_capacity(fields.len());
        let mut seen: FxHashMap<Symbol, Span> = FxHashMap::default();
        for field in fields {
            let span = self.ir.bodies[id].types[field.ty].span;
            let ty = self.lower(id, field.ty);
            let ty = self.sized(ty, span, "a field");
            if let Some(&first) = seen.get(&field.name.name) {
                self.duplicate("field", field.name, first);
                continue;
            }
            seen.insert(field.name.name, field.name.span);
            lowered.push(AdtField { name: field.name.name, ty, span: field.name.span });
        }
        self.define(id, if is_union { AdtKind::Union(lowered) } else { AdtKind::Struct(lowered) })
    }

    fn duplicate(&mut self, what: &str, name: Ident, first: Span) {
        let text = self.cx.text(name.name);
        let diagnostic = Diagnostic::error(DUPLICATE_MEMBER, name.span, format!("{what} `{text}` is declared twice"))
            .label(format!("`{text}` again"))
            .secondary(first, "first declared here");
        self.cx.emit(diagnostic);
    }

    pub(super) fn enumeration(&mut self, id: ItemId) -> ItemTy {
        let item = &self.ir.items[id];
        let ItemKind::Enum(e) = &item.kind else { return ItemTy::None };
        let variants: Vec<(Ident, Option<ExprId>)> = e.variants.iter().map(|v| (v.name, v.discriminant)).collect();
        let named = item.attrs.iter().find_map(|a| match a.kind {
            AttrKind::Repr(Repr::Int(int)) => Some(int),
            _ => None,
        });
        // C's enums are `int` where that holds every value (C17, 6.7.2.2, and every ABI that is supported).
        let repr = named.unwrap_or(IntTy::I32);
        // Usable at once: a discriminant may mention an earlier variant of the same enum.
        self.define(id, AdtKind::Enum { repr, variants: Vec::new() });
        let mut spans: FxHashMap<Symbol, Span> = FxHashMap::default();
        let mut values: FxHashMap<i128, Ident> = FxHashMap::default();
        let mut next: i128 = 0;
        // Behind a discriminant in error, what the next ones are is not known.
        let mut known = true;
        for (name, discriminant) in variants {
            if let Some(expr) = discriminant {
                let value = self.eval(id, expr, repr);
                known = value.is_some();
                next = value.unwrap_or(next);
                if !known {
                    self.reported(id, expr);
                }
            }
            if known {
                self.check_discriminant(name, next, repr);
            }
            if let Some(&first) = spans.get(&name.name) {
                self.duplicate("variant", name, first);
            } else if let Some(&other) = values.get(&next).filter(|_| known) {
                self.same_value(name, other, next);
            }
            spans.insert(name.name, name.span);
            if known {
                values.insert(next, name);
            }
            self.add_variant(id, name.name, next);
            next += 1;
        }
        self.ir.item_ty(id)
    }

    /// Makes a variant known at once: the discriminants after it may mention it.
    fn add_variant(&mut self, id: ItemId, name: Symbol, value: i128) {
        if let ItemTy::Type(ty) = self.ir.item_ty(id)
            && let TyKind::Adt(adt) = *self.ir.types.kind(ty)
            && let AdtKind::Enum { variants, .. } = &mut self.ir.types_mut().adts[adt].kind
        {
            variants.push((name, value));
        }
    }

    fn check_discriminant(&mut self, name: Ident, value: i128, repr: IntTy) {
        if fits(value, repr, self.cx.target.pointer_bits) {
            return;
        }
        let message = format!("discriminant {value} of `{}` does not fit `{}`", self.cx.text(name.name), repr.name());
        let diagnostic = Diagnostic::error(DISCRIMINANT_OUT_OF_RANGE, name.span, message)
            .label("too large")
            .note("`#[repr(i64)]` on the enum gives it a wider integer");
        self.cx.emit(diagnostic);
    }

    fn same_value(&mut self, name: Ident, other: Ident, value: i128) {
        let (text, first) = (self.cx.text(name.name), self.cx.text(other.name));
        let diagnostic = Diagnostic::error(DUPLICATE_DISCRIMINANT, name.span, format!("discriminant {value} is used twice"))
            .label(format!("`{text}` has it too"))
            .secondary(other.span, format!("`{first}` has it"));
        self.cx.emit(diagnostic);
    }
}
