//! Places: fields, elements, what pointers lead to, and whether it may be written.

use super::want::Want;
use super::*;
use vex_ir::stack::deep;
use vex_ir::diag::closest;

const NO_SUCH_FIELD: Code = Code("E0412");
const NOT_INDEXABLE: Code = Code("E0413");
const NOT_DEREFERENCEABLE: Code = Code("E0414");
const NOT_MUTABLE: Code = Code("E0415");
pub(super) const NOT_A_PLACE: Code = Code("E0416");

/// Among as many fields of a type a similar name is looked for: many errors about a type with many fields must not take long.
const NEAR_FIELDS: usize = 1000;

impl TypeChecker<'_> {
    pub(super) fn field(&mut self, id: ExprId, base: ExprId, name: Symbol) -> Ty {
        let ty = self.infer(base, Want::Nothing);
        let ty = self.known(base, ty);
        let (base, ty) = self.auto_deref(id, base, ty);
        if ty == Ty::ERROR {
            self.body.set(id, ExprKind::Field(base, name));
            return Ty::ERROR;
        }
        let found = match ty.as_var() {
            Some(_) => None,
            None => match self.types.kind(ty) {
                TyKind::Adt(_) => self.types.field(ty, name).map(|f| f.1.ty),
                TyKind::Tuple(parts) => self.name(name).parse::<usize>().ok().and_then(|i| parts.get(i).copied()),
                _ => None,
            },
        };
        self.body.set(id, ExprKind::Field(base, name));
        found.unwrap_or_else(|| {
            let span = self.body.exprs[id].span;
            let width = self.name(name).len() as u32;
            self.no_field(ty, name, Span::new(span.hi.saturating_sub(width).max(span.lo), span.hi));
            Ty::ERROR
        })
    }

    /// Makes the dereferences explicit that lead from `base` to a value with fields or elements.
    fn auto_deref(&mut self, id: ExprId, mut base: ExprId, ty: Ty) -> (ExprId, Ty) {
        let mut ty = self.resolve(ty);
        let span = self.body.exprs[id].span;
        while ty.as_var().is_none() {
            let (TyKind::Ref(_, to) | TyKind::Ptr(_, to)) = *self.types.kind(ty) else { break };
            let to = self.resolve(to);
            if self.types.is_unsized_or_var(to) {
                break;
            }
            let inner = self.body.exprs[base].span;
            base = self
                .body
                .exprs
                .alloc(Expr { kind: ExprKind::Deref(base), span: if inner.is_none() { span } else { inner } });
            self.set(base, to);
            ty = to;
        }
        (base, ty)
    }

    pub(super) fn no_field(&mut self, ty: Ty, name: Symbol, span: Span) {
        let shown = self.show(ty);
        let text = self.name(name).to_string();
        let mut diagnostic =
            Diagnostic::error(NO_SUCH_FIELD, span, format!("`{shown}` has no field `{text}`")).label("no such field");
        let ty = self.resolve(ty);
        if ty.as_var().is_none() && self.types.adt(ty).is_none() && Method::from_text(&text).is_some() {
            diagnostic = diagnostic.suggest(span, format!("{text}()"), "methods are called");
        } else if ty.as_var().is_none()
            && matches!(text.as_str(), "length" | "size" | "count")
            && (ty == Ty::REF_STR || self.element(ty).is_some())
        {
            diagnostic = diagnostic.suggest(span, "len()", "the number of elements is `len()`");
        }
        if ty.as_var().is_none()
            && let Some(adt) = self.types.adt(ty)
        {
            if let AdtKind::Opaque = adt.kind {
                diagnostic = diagnostic.note("it is an incomplete type: only C knows its fields");
            }
            let (items, of) = (self.items, adt.span);
            let is_it = |id: ItemId| items[id].name.span == of || items[id].span == of;
            let removed = self.removed.find(name, |from| matches!(from, RemovedFrom::Part(id) if is_it(id)));
            if !removed.is_empty() {
                diagnostic.suggestion = None;
                let diagnostic = self.removed.explain(self.cx, diagnostic, &removed);
                return self.cx.emit(diagnostic);
            }
            let names: Vec<&str> = adt.fields().iter().take(NEAR_FIELDS).map(|f| self.cx.text(f.name)).collect();
            if let Some(close) = closest(&text, names.iter().copied()) {
                diagnostic = diagnostic.suggest(span, close, "a field with a similar name exists");
            } else if !names.is_empty() && names.len() <= 8 {
                diagnostic = diagnostic.note(format!("its fields are: {}", names.join(", ")));
            }
        }
        self.cx.emit(diagnostic);
    }

    pub(super) fn index(&mut self, id: ExprId, base: ExprId, index: ExprId, want: Want) -> Ty {
        let ty = self.infer(base, Want::Nothing);
        let outer = self.known(base, ty);
        let (base, ty) = self.auto_deref(id, base, outer);
        self.body.set(id, ExprKind::Index(base, index));
        if let ExprKind::Range { lo, hi, .. } = self.body.kind(index) {
            return self.slice(id, base, (outer, ty), index, [lo, hi], want);
        }
        self.index_value(index);
        if ty == Ty::ERROR {
            return Ty::ERROR;
        }
        match self.element(ty) {
            Some(of) => of,
            None => {
                let shown = self.show(outer);
                let span = self.body.exprs[id].span;
                let mut diagnostic = Diagnostic::error(NOT_INDEXABLE, span, format!("`{shown}` cannot be indexed"))
                    .label("not an array or slice");
                if ty == Ty::REF_STR {
                    diagnostic = diagnostic.note("`.as_bytes()[i]` is a byte of it, `s[a..b]` a part of it");
                } else if outer.as_var().is_none() && self.types.is_raw_ptr(outer) {
                    diagnostic = diagnostic.note("`*p.add(i)` is the element `i` behind a pointer");
                } else if outer.as_var().is_none()
                    && let TyKind::Tuple(parts) = self.types.kind(outer)
                    && let ExprKind::Int { low, .. } = self.body.kind(index)
                    && low < parts.len() as u64
                {
                    let brackets = self.body.exprs[base].span.end().to(span.end());
                    diagnostic = diagnostic.suggest(brackets, format!(".{low}"), "fields of a tuple have numbers");
                }
                self.cx.emit(diagnostic);
                Ty::ERROR
            }
        }
    }

    fn index_value(&mut self, index: ExprId) {
        let ty = self.infer(index, Want::Value(Ty::USIZE));
        if !self.try_coerce(index, ty, Ty::USIZE) {
            self.mismatch(index, ty, Ty::USIZE);
        }
    }

    /// What an array or slice has as elements.
    pub(super) fn element(&mut self, ty: Ty) -> Option<Ty> {
        let ty = self.resolve(ty);
        if ty.as_var().is_some() {
            return None;
        }
        match *self.types.kind(ty) {
            TyKind::Array(of, _) | TyKind::Slice(of) => Some(of),
            TyKind::Ref(_, to) => match *self.kind_of(to) {
                TyKind::Slice(of) => Some(of),
                _ => None,
            },
            _ => None,
        }
    }

    /// `s[a..b]` is a slice reference, with the permission that is wanted and that the place gives.
    fn slice(
        &mut self,
        id: ExprId,
        base: ExprId,
        (outer, ty): (Ty, Ty),
        index: ExprId,
        ends: [Option<ExprId>; 2],
        want: Want,
    ) -> Ty {
        self.set(index, Ty::VOID);
        for end in ends.into_iter().flatten() {
            self.index_value(end);
        }
        if ty == Ty::ERROR {
            return Ty::ERROR;
        }
        let span = self.body.exprs[id].span;
        let inner = if ty == Ty::REF_STR { Some(Ty::STR) } else { self.element(ty).map(|of| self.types.slice(of)) };
        let Some(inner) = inner else {
            let shown = self.show(outer);
            let mut diagnostic = Diagnostic::error(NOT_INDEXABLE, span, format!("`{shown}` cannot be sliced"))
                .label("not an array, slice or string");
            let outer = self.resolve(outer);
            if outer.as_var().is_none() && self.types.is_raw_ptr(outer) {
                diagnostic = diagnostic.note("a pointer has no length: `*p.add(i)` is the element `i` behind it");
            }
            self.cx.emit(diagnostic);
            return Ty::ERROR;
        };
        let want = want.value().map(|w| self.resolve(w)).filter(|w| w.as_var().is_none());
        let mutable = want.is_some_and(|w| matches!(self.types.kind(w), TyKind::Ref(Mutability::Mut, _)));
        let from_ref = match self.types.kind(ty) {
            TyKind::Ref(m, _) => Some(*m),
            _ => None,
        };
        if mutable && from_ref == Some(Mutability::Const) {
            self.read_only(span, base);
        } else if mutable && from_ref.is_none() && self.is_place(base) {
            self.require_mutable(base, ty);
        }
        self.types.reference(if mutable { Mutability::Mut } else { Mutability::Const }, inner)
    }

    pub(super) fn reference(&mut self, id: ExprId, m: Mutability, e: ExprId, want: Want) -> Ty {
        let want = want.value().map(|w| self.resolve(w)).filter(|w| w.as_var().is_none());
        // `&s[a..b]` is the slice itself.
        if self.is_slicing(e) {
            let any = self.types.slice(Ty::ERROR);
            let hint = self.types.reference(m, any);
            let ty = self.infer(e, Want::Value(hint));
            self.body.set(id, ExprKind::Convert(e));
            return ty;
        }
        let inner = want.and_then(|w| self.types.pointee(w)).filter(|t| *t != Ty::VOID);
        let inner = inner.filter(|ty| !self.types.is_unsized_or_var(*ty) || self.is_sequence_literal(e));
        let ty = self.infer(e, Want::part(inner));
        if m == Mutability::Mut && self.is_place(e) {
            self.require_mutable(e, ty);
        }
        let ty = self.resolve(ty);
        if ty == Ty::ERROR {
            return Ty::ERROR;
        }
        if ty == Ty::VOID || ty == Ty::NEVER {
            let span = self.body.exprs[e].span;
            self.error(NOT_A_PLACE, span, "this has no value", "nothing to refer to");
            return Ty::ERROR;
        }
        self.types.reference(m, ty)
    }

    fn is_sequence_literal(&self, e: ExprId) -> bool {
        matches!(self.body.kind(e), ExprKind::Array(_) | ExprKind::Repeat(..))
    }

    fn is_slicing(&self, e: ExprId) -> bool {
        let ExprKind::Index(_, index) = self.body.kind(e) else { return false };
        matches!(self.body.kind(index), ExprKind::Range { .. })
    }

    pub(super) fn deref(&mut self, e: ExprId, span: Span) -> Ty {
        let ty = self.infer(e, Want::Nothing);
        let ty = self.known(e, ty);
        if ty == Ty::ERROR {
            return Ty::ERROR;
        }
        let to = if ty.as_var().is_some() { None } else { self.types.pointee(ty) };
        let Some(to) = to else {
            let shown = self.show(ty);
            self.error(NOT_DEREFERENCEABLE, span, format!("`{shown}` cannot be dereferenced"), "not a pointer or reference");
            return Ty::ERROR;
        };
        let to = self.resolve(to);
        let incomplete = to.as_var().is_none()
            && (to == Ty::VOID || self.types.adt(to).is_some_and(|adt| adt.kind == AdtKind::Opaque));
        if incomplete || self.types.is_unsized(to) {
            let (shown, pointer) = (self.show(to), self.show(ty));
            let note = if to == Ty::VOID {
                "cast it to a pointer to what is there"
            } else {
                "it is usable only behind a pointer"
            };
            let message = format!("`{pointer}` cannot be dereferenced");
            let label = format!("`{shown}` has no size");
            let diagnostic = Diagnostic::error(NOT_DEREFERENCEABLE, span, message).label(label).note(note);
            self.cx.emit(diagnostic);
            return Ty::ERROR;
        }
        to
    }

    /// Whether an expression names memory, rather than a value.
    pub(super) fn is_place(&self, mut e: ExprId) -> bool {
        loop {
            match self.body.kind(e) {
                ExprKind::Local(_) | ExprKind::Deref(_) => return true,
                ExprKind::Item(item, _) => return matches!(self.items[item].kind, ItemKind::Static { .. }),
                ExprKind::Field(base, _) => e = base,
                ExprKind::Index(base, _) => {
                    let ty = self.body.expr_ty(base);
                    if ty.as_var().is_none() && ty != Ty::UNKNOWN && self.types.is_fat(ty) {
                        return true;
                    }
                    e = base;
                }
                _ => return false,
            }
        }
    }

    /// Whether a place may be written; if not, why.
    pub(super) fn is_mutable(&mut self, e: ExprId) -> Result<(), Fixed> {
        deep(|| self.is_mutable_here(e))
    }

    fn is_mutable_here(&mut self, e: ExprId) -> Result<(), Fixed> {
        match self.body.kind(e) {
            ExprKind::Local(local) => {
                let info = self.body.locals[local];
                if info.mutable || info.synthetic { Ok(()) } else { Err(Fixed::Local(local)) }
            }
            ExprKind::Item(item, _) => match &self.items[item].kind {
                ItemKind::Static { mutable: true, .. } => Ok(()),
                ItemKind::Static { .. } => Err(Fixed::Static(item)),
                _ => Err(Fixed::Value),
            },
            ExprKind::Deref(pointer) => self.permits(pointer),
            ExprKind::Field(inner, _) => self.is_mutable(inner),
            ExprKind::Index(base, _) => {
                let ty = self.body.expr_ty(base);
                let ty = self.resolve(ty);
                if ty.as_var().is_none() && self.types.is_fat(ty) { self.permits(base) } else { self.is_mutable(base) }
            }
            ExprKind::Error(_) => Ok(()),
            _ => Err(Fixed::Value),
        }
    }

    fn permits(&mut self, pointer: ExprId) -> Result<(), Fixed> {
        let ty = self.body.expr_ty(pointer);
        let ty = self.resolve(ty);
        if ty.as_var().is_some() {
            return Ok(());
        }
        match self.types.kind(ty) {
            TyKind::Ptr(Mutability::Const, _) | TyKind::Ref(Mutability::Const, _) => Err(Fixed::Behind(pointer)),
            TyKind::Ref(Mutability::Mut, _) => self.reached(pointer),
            _ => Ok(()),
        }
    }

    /// Whether a `&mut` may be written through where it stands: not behind a `&`, which others may hold too.
    fn reached(&mut self, place: ExprId) -> Result<(), Fixed> {
        deep(|| self.reached_here(place))
    }

    fn reached_here(&mut self, place: ExprId) -> Result<(), Fixed> {
        match self.body.kind(place) {
            ExprKind::Field(base, _) => self.reached(base),
            ExprKind::Index(base, _) => {
                let ty = self.body.expr_ty(base);
                let ty = self.resolve(ty);
                let slice = ty.as_var().is_none() && self.types.is_fat(ty);
                if slice { self.permits(base) } else { self.reached(base) }
            }
            ExprKind::Deref(pointer) => self.permits(pointer),
            _ => Ok(()),
        }
    }

    /// Reports a write to what may not be written.
    pub(super) fn require_mutable(&mut self, place: ExprId, ty: Ty) {
        if self.resolve(ty) == Ty::ERROR {
            return;
        }
        let span = self.body.exprs[place].span;
        let diagnostic = match self.is_mutable(place) {
            Ok(()) => return,
            Err(Fixed::Local(local)) => {
                let info = self.body.locals[local];
                let text = self.name(info.name).to_string();
                Diagnostic::error(NOT_MUTABLE, span, format!("`{text}` is not mutable")).label("cannot be changed").fix(
                    info.span,
                    format!("mut {text}"),
                    "declare it `mut`",
                )
            }
            Err(Fixed::Static(item)) => {
                let name = self.items[item].name;
                let message = format!("static `{}` is not mutable", self.name(name.name));
                Diagnostic::error(NOT_MUTABLE, span, message)
                    .label("cannot be changed")
                    .secondary(name.span, "declared here, without `mut`")
            }
            Err(Fixed::Behind(pointer)) => return self.read_only(span, pointer),
            Err(Fixed::Value) => {
                Diagnostic::error(NOT_A_PLACE, span, "this is a value, not a place in memory").label("cannot be changed")
            }
        };
        self.cx.emit(diagnostic);
    }

    /// Reports a write through what permits none.
    pub(super) fn read_only(&mut self, span: Span, pointer: ExprId) {
        let ty = self.body.expr_ty(pointer);
        let shown = self.show(ty);
        let diagnostic = Diagnostic::error(NOT_MUTABLE, span, format!("what is behind a `{shown}` cannot be changed"))
            .label("read-only")
            .note("it takes `*mut T` or `&mut T`");
        self.cx.emit(diagnostic);
    }

    pub(super) fn assign(&mut self, place: ExprId, value: ExprId) -> Ty {
        let ty = self.infer(place, Want::Nothing);
        let resolved = self.resolve(ty);
        if let ExprKind::Local(_) = self.body.kind(place)
            && resolved.as_var().is_none()
            && let TyKind::Ptr(Mutability::Mut, to) | TyKind::Ref(Mutability::Mut, to) = *self.types.kind(resolved)
            && self.is_mutable(place).is_err()
            && !self.is_late(place)
        {
            return self.assign_behind(place, value, resolved, to);
        }
        if !self.is_place(place) && self.resolve(ty) != Ty::ERROR {
            let span = self.body.exprs[place].span;
            self.error(NOT_A_PLACE, span, "this cannot be assigned to", "not a place in memory");
        } else if !self.is_late(place) {
            self.require_mutable(place, ty);
        }
        self.check(value, ty);
        Ty::VOID
    }

    /// `p = 5` for a pointer that is not mutable: what it leads to may be meant.
    fn assign_behind(&mut self, place: ExprId, value: ExprId, ty: Ty, to: Ty) -> Ty {
        let found = self.infer(value, Want::Value(to));
        if self.converts(found, ty) || !self.try_coerce(value, found, to) {
            self.require_mutable(place, ty);
            self.coerce(value, found, ty);
            return Ty::VOID;
        }
        let (shown, wanted) = (self.show(found), self.show(ty));
        let span = self.body.exprs[place].span;
        let text = format!("*{}", self.cx.snippet(span));
        let diagnostic = Diagnostic::error(NOT_MUTABLE, span, format!("the pointer itself cannot be changed to `{shown}`"))
            .label(format!("`{wanted}`"))
            .suggest(span, text, "change what it leads to");
        self.cx.emit(diagnostic);
        Ty::VOID
    }

    /// Whether the place is a variable that was declared without a value: `init-check` sees that it is given one once.
    fn is_late(&self, e: ExprId) -> bool {
        let ExprKind::Local(local) = self.body.kind(e) else { return false };
        self.late.get(local_index(local)).copied().unwrap_or(false)
    }
}

/// Why a place may not be written.
pub(super) enum Fixed {
    Local(LocalId),
    Static(ItemId),
    /// Read-only behind this pointer.
    Behind(ExprId),
    /// Not in memory at all.
    Value,
}
