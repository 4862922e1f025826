//! Structs, unions and enums.

use super::*;
use vex_ir::arith::fits;

const DUPLICATE_MEMBER: Code = Code("E0316");
const DUPLICATE_DISCRIMINANT: Code = Code("E0317");
const DISCRIMINANT_OUT_OF_RANGE: Code = Code("E0318");
/// A number of a variant, or a representation, of an enum whose variants have fields.
const NO_INTEGER: Code = Code("E0320");

/// `repr(packed(N))` and `repr(align(N))` of an item.
pub(super) fn repr_of(item: &Item) -> (Option<u32>, Option<u32>) {
    let mut found = (None, None);
    for attr in &item.attrs {
        match *attr.typed() {
            TypedAttr::Repr(Repr::Packed(n)) => found.0 = Some(n),
            TypedAttr::Repr(Repr::Align(n)) => found.1 = Some(n),
            _ => {}
        }
    }
    found
}

/// The integer that an enum is. C's enums are `int` where that holds every value (C17, 6.7.2.2, and every ABI that is supported).
fn repr_int(item: &Item) -> IntTy {
    let named = item.attrs.iter().find_map(|a| match *a.typed() {
        TypedAttr::Repr(Repr::Int(int)) => Some(int),
        _ => None,
    });
    named.unwrap_or(IntTy::I32)
}

/// An enum before the values or the fields of its variants are known.
pub(super) fn without_values(item: &Item, def: &EnumItem) -> AdtKind {
    if !def.is_c_like() {
        return AdtKind::Pending;
    }
    AdtKind::Enum { repr: repr_int(item), variants: def.variants.iter().map(|v| (v.name.name, 0)).collect() }
}

impl SignatureBuilder<'_> {
    fn set_kind(&mut self, id: ItemId, kind: AdtKind) -> ItemTy {
        let named = self.ir.item_ty(id);
        if let ItemTy::Type(ty) = named
            && let TyKind::Adt(adt) = *self.ir.types.kind(ty)
        {
            self.ir.types_mut().adts[adt].kind = kind;
        }
        named
    }

    pub(super) fn structure(&mut self, id: ItemId) -> ItemTy {
        let ItemKind::Struct(item) = self.ir.items[id].kind::<Closed>() else { return ItemTy::None };
        let (is_union, fields) = (item.is_union, item.fields.clone());
        let lowered = self.fields(id, fields);
        self.set_kind(id, if is_union { AdtKind::Union(lowered) } else { AdtKind::Struct(lowered) })
    }

    fn field_type(&mut self, id: ItemId, ty: TypeId) -> (Ty, Span) {
        let span = self.ir.bodies[id].types[ty].span;
        let ty = self.lower_written(id, ty);
        (self.sized(ty, span, "a field"), span)
    }

    fn fields(&mut self, id: ItemId, fields: Vec<FieldDef>) -> Vec<AdtField> {
        let mut lowered: Vec<AdtField> = Vec::with_capacity(fields.len());
        let mut seen: FxHashMap<Symbol, Span> = FxHashMap::default();
        for field in fields {
            let (ty, _) = self.field_type(id, field.ty);
            if let Some(&first) = seen.get(&field.name.name) {
                self.duplicate("field", field.name, first);
                continue;
            }
            seen.insert(field.name.name, field.name.span);
            lowered.push(AdtField { name: field.name.name, ty, span: field.name.span });
        }
        lowered
    }

    fn duplicate(&mut self, what: &str, name: Ident, first: Span) {
        let text = self.cx.text(name.name);
        let diagnostic = Diagnostic::error(DUPLICATE_MEMBER, name.span, format!("{what} `{text}` is declared twice"))
            .label(format!("`{text}` again"))
            .secondary(first, "first declared here");
        self.cx.emit(diagnostic);
    }

    /// Finds the values of an enum's variants, or their fields.
    pub(super) fn enumeration(&mut self, id: ItemId) -> ItemTy {
        let ItemKind::Enum(e) = self.ir.items[id].kind::<Closed>() else { return ItemTy::None };
        if !e.is_c_like() {
            return self.sum(id);
        }
        let variants: Vec<(Ident, Option<AnonConst>)> = e.variants.iter().map(|v| (v.name, v.discriminant)).collect();
        let repr = repr_int(&self.ir.items[id]);
        let mut spans: FxHashMap<Symbol, Span> = FxHashMap::default();
        let mut values: FxHashMap<i128, Ident> = FxHashMap::default();
        let mut next = Some(0);
        for (index, (name, discriminant)) in variants.into_iter().enumerate() {
            // Behind a discriminant in error, what the next ones are is not known.
            let value = discriminant.map_or(next, |value| self.anon(value, Ty::int(repr), None));
            next = value.and_then(|value| value.checked_add(1));
            if let Some(value) = value {
                self.check_discriminant(name, value, repr);
                self.set_variant(id, index, value);
            }
            if let Some(&first) = spans.get(&name.name) {
                self.duplicate("variant", name, first);
            } else if let Some((value, &other)) = value.and_then(|value| Some((value, values.get(&value)?))) {
                self.same_value(name, other, value);
            }
            spans.insert(name.name, name.span);
            values.extend(value.map(|value| (value, name)));
        }
        self.ir.item_ty(id)
    }

    /// Finds the fields of an enum's variants.
    fn sum(&mut self, id: ItemId) -> ItemTy {
        let ItemKind::Enum(e) = self.ir.items[id].kind::<Closed>() else { return ItemTy::None };
        let names: Vec<(Ident, Option<AnonConst>)> = e.variants.iter().map(|v| (v.name, v.discriminant)).collect();
        self.no_numbers(id);
        let mut variants = Vec::with_capacity(names.len());
        let mut seen: FxHashMap<Symbol, Span> = FxHashMap::default();
        for (index, (name, discriminant)) in names.into_iter().enumerate() {
            // It has a type all the same.
            discriminant.and_then(|value| self.anon(value, Ty::I32, None));
            if let Some(first) = seen.insert(name.name, name.span) {
                self.duplicate("variant", name, first);
            }
            let fields = self.payload(id, index);
            variants.push(vex_ir::ty::Variant { name: name.name, span: name.span, fields });
        }
        self.set_kind(id, AdtKind::Sum(variants))
    }

    fn payload(&mut self, id: ItemId, index: usize) -> Vec<AdtField> {
        let ItemKind::Enum(e) = self.ir.items[id].kind::<Closed>() else { return Vec::new() };
        let types = match &e.variants[index].payload {
            Payload::None => return Vec::new(),
            Payload::Struct(fields) => {
                let fields = fields.clone();
                return self.fields(id, fields);
            }
            Payload::Tuple(types) => types.clone(),
        };
        let mut fields = Vec::with_capacity(types.len());
        for (position, ty) in types.into_iter().enumerate() {
            let (ty, span) = self.field_type(id, ty);
            fields.push(AdtField { name: self.cx.interner.intern(&position.to_string()), ty, span });
        }
        fields
    }

    /// Reports what asks for integers in an enum that is none.
    fn no_numbers(&mut self, id: ItemId) {
        let item = &self.ir.items[id];
        let ItemKind::Enum(def) = item.kind::<Closed>() else { return };
        let repr = item.attrs.iter().find(|attr| matches!(attr.typed(), TypedAttr::Repr(_))).map(|attr| attr.span);
        let written = def.variants.iter().filter(|variant| variant.discriminant.is_some()).map(|variant| variant.span);
        let Some(span) = repr.into_iter().chain(written).next() else { return };
        let name = self.cx.text(item.name.name);
        let with_fields = def.variants.iter().find(|variant| variant.payload != Payload::None);
        let (why, at) = match with_fields {
            Some(variant) => ("this variant has fields", variant.span),
            None => ("it takes parameters", item.name.span),
        };
        let diagnostic = Diagnostic::error(NO_INTEGER, span, format!("`{name}` is no integer"))
            .label("how its variants are told apart is for the compiler to choose")
            .secondary(at, why);
        self.cx.emit(diagnostic);
    }

    /// The value of a variant: that of the last discriminant that is written, up to it, and one more for each variant since.
    pub(super) fn variant(&mut self, id: ItemId, index: u32, used: Span) -> Option<i128> {
        let repr = repr_int(&self.ir.items[id]);
        let (first, value) = match self.ir.written_discriminant(id, index) {
            Some((at, value)) => (at, self.anon(value, Ty::int(repr), Some(used))?),
            None => (0, 0),
        };
        let value = value.checked_add(i128::from(index - first))?;
        self.set_variant(id, index as usize, value);
        Some(value)
    }

    fn set_variant(&mut self, id: ItemId, index: usize, value: i128) {
        if let ItemTy::Type(ty) = self.ir.item_ty(id)
            && let TyKind::Adt(adt) = *self.ir.types.kind(ty)
            && let AdtKind::Enum { variants, .. } = &mut self.ir.types_mut().adts[adt].kind
            && let Some(variant) = variants.get_mut(index)
        {
            variant.1 = value;
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
        let diagnostic =
            Diagnostic::error(DUPLICATE_DISCRIMINANT, name.span, format!("discriminant {value} is used twice"))
                .label(format!("`{text}` has it too"))
                .secondary(other.span, format!("`{first}` has it"));
        self.cx.emit(diagnostic);
    }
}
