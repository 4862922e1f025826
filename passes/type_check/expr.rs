//! Expressions, one arm each.

use super::pending::Holder;
use super::variant::Named;
use super::want::Want;
use super::*;
use vex_ir::pool::List;
use vex_ir::stack::deep;

const BUILTIN_NOT_VALUE: Code = Code("E0405");
const RANGE_NOT_VALUE: Code = Code("E0406");
const NOT_A_STRUCT: Code = Code("E0407");
const WRONG_FIELDS: Code = Code("E0408");

impl<'a> TypeChecker<'a> {
    /// The type of an expression, which need not be what its place wants.
    pub(super) fn infer(&mut self, id: ExprId, want: Want) -> Term {
        let ty = deep(|| self.infer_kind(id, want));
        if ty == Ty::NEVER {
            self.diverges = true;
        }
        self.set(id, ty)
    }

    // Long because it has one arm for each kind of expression.
    fn infer_kind(&mut self, id: ExprId, want: Want) -> Term {
        let span = self.body.span(id);
        match self.body.kind(id) {
            ExprKind::Error(inner) => self.inside_error(inner),
            ExprKind::Int { suffix, .. } => self.int_literal(id, suffix, want, span),
            ExprKind::Float { suffix, .. } => self.float_literal(id, suffix, want, span),
            ExprKind::Bool(_) => Ty::BOOL.into(),
            ExprKind::Char(_) => Ty::CHAR.into(),
            ExprKind::Str { kind, bytes } => self.string_literal(kind, bytes.len()),
            ExprKind::Null => self.null(want),
            ExprKind::Local(local) => self.locals[local_index(local)],
            ExprKind::Param(position, _) => self.number_param(position).unwrap_or(Ty::ERROR).into(),
            ExprKind::Item(item, args) if args.is_empty() => self.item_value(item),
            ExprKind::Item(item, args) => self.generic_item(item, args, span),
            ExprKind::Member { of, name, generics } => self.member(id, of, name, generics),
            ExprKind::Variant(item, index, of) => self.variant_value(id, Named { item, index, of }),
            ExprKind::Builtin(builtin, _) => {
                let text = builtin.text();
                self.error(
                    BUILTIN_NOT_VALUE,
                    span,
                    format!("`{text}` is built in and can only be called"),
                    "not a value",
                );
                Term::ERROR
            }
            ExprKind::Convert(e) => self.infer(e, want),
            ExprKind::Unary(op, e) => self.unary(id, op, e, want),
            ExprKind::Binary(op, a, b) => self.binary(id, op, a, b),
            ExprKind::And(a, b) | ExprKind::Or(a, b) => self.short_circuit(a, b),
            ExprKind::Assign(place, value) => self.assign(place, value),
            ExprKind::AssignOp(op, place, value) => self.assign_op(id, op, place, value),
            ExprKind::Call(callee, args) => self.call(id, callee, args, want),
            ExprKind::MethodCall { name, generics, args } => self.method_call(id, name, generics, args),
            // Made by this pass alone.
            ExprKind::Method(..) => Term::ERROR,
            ExprKind::Field(base, name) => self.field(id, base, name),
            ExprKind::Index(base, index) => self.index(id, base, index, want),
            ExprKind::Cast(e, ty) => self.cast(id, e, ty),
            ExprKind::Ref(m, e) => self.reference(id, m, e, want),
            ExprKind::Deref(e) => self.deref(id, e),
            ExprKind::Block(block) => self.block(block, want, span),
            ExprKind::If { cond, then, els } => self.if_else(id, cond, then, els, want),
            ExprKind::Let(pat, value) => self.let_condition(pat, value),
            ExprKind::While { label, cond, body } => self.while_loop(label, cond, body),
            ExprKind::Loop { label, body } => self.endless_loop(label, body, want, span),
            ExprKind::For { label, pat, iter, body } => self.for_loop(label, pat, iter, body),
            ExprKind::Match(on, arms) => self.match_arms(on, arms, want, span),
            ExprKind::Break { label, value } => self.break_with(label, value, span),
            ExprKind::Continue { .. } => Ty::NEVER.into(),
            ExprKind::Return(value) => self.return_value(id, value),
            ExprKind::Range { .. } => {
                self.error(
                    RANGE_NOT_VALUE,
                    span,
                    "a range stands only in `for`, in an index, or in a pattern",
                    "not a value here",
                );
                Term::ERROR
            }
            ExprKind::Tuple(list) => self.tuple(list, want, span),
            ExprKind::Array(list) => self.array(list, want, span),
            ExprKind::Repeat(value, count) => self.repeat(value, count, want, span),
            ExprKind::Struct { ty, fields, base } => self.struct_literal(id, ty, fields, base, want),
            ExprKind::OffsetOf(ty, field) => self.offset_of(ty, field, span),
        }
    }

    /// The parts of an expression in error are checked on their own.
    fn inside_error(&mut self, inner: List<ExprId>) -> Term {
        for i in inner.range() {
            let expr = *self.body.expr_lists.at(i);
            self.infer(expr, Want::Nothing);
        }
        Term::ERROR
    }

    fn int_literal(&mut self, id: ExprId, suffix: Suffix, want: Want, span: Span) -> Term {
        self.literals.push((id, false));
        match suffix {
            Suffix::Int(int) => Ty::int(int).into(),
            Suffix::Float(float) => Ty::float(float).into(),
            Suffix::None => match want.literal().map(|w| self.resolve(w)) {
                Some(want) if want.as_int().is_some() || self.var_kind(want) == Some(VarKind::Int) => want,
                _ => self.fresh(VarKind::Int, span),
            },
        }
    }

    fn float_literal(&mut self, id: ExprId, suffix: Suffix, want: Want, span: Span) -> Term {
        self.literals.push((id, false));
        match suffix {
            Suffix::Float(float) => Ty::float(float).into(),
            Suffix::Int(int) => Ty::int(int).into(),
            Suffix::None => match want.literal().map(|w| self.resolve(w)) {
                Some(want) if want.as_float().is_some() || self.var_kind(want) == Some(VarKind::Float) => want,
                _ => self.fresh(VarKind::Float, span),
            },
        }
    }

    fn string_literal(&mut self, kind: StrKind, len: usize) -> Term {
        match kind {
            StrKind::Str => Ty::REF_STR.into(),
            StrKind::C => Ty::PTR_U8.into(),
            StrKind::Bytes => {
                let array = self.types.array(Ty::U8, len as u64);
                self.types.reference(Mutability::Const, array).into()
            }
        }
    }

    /// `null` is whatever raw pointer is wanted.
    pub(super) fn null(&mut self, want: Want) -> Term {
        match want.value().map(|w| self.resolve(w)) {
            Some(want) if self.terms.is_raw_ptr(want) => want,
            _ => Ty::NULL.into(),
        }
    }

    fn item_value(&mut self, item: ItemId) -> Term {
        match self.item_ty(item) {
            ItemTy::Fn(ty) | ItemTy::Value(ty) => ty.into(),
            ItemTy::None | ItemTy::Type(_) => Term::ERROR,
        }
    }

    fn tuple(&mut self, list: List<ExprId>, want: Want, span: Span) -> Term {
        let wanted = match want.value() {
            Some(want) if self.terms.shape(want) == Shape::Tuple => self.terms.parts(want),
            Some(_) | None => Vec::new(),
        };
        let wanted = if wanted.len() == list.len() { wanted } else { Vec::new() };
        let (mut parts, mut never) = (Vec::with_capacity(list.len()), false);
        for (i, position) in list.range().enumerate() {
            let part = *self.body.expr_lists.at(position);
            let want = wanted.get(i).copied();
            let mut ty = self.infer(part, Want::part(want));
            if let Some(want) = want
                && self.try_coerce(part, ty, want)
            {
                ty = want;
            }
            let ty = self.part(part, ty);
            never |= ty == Ty::NEVER;
            parts.push(ty);
        }
        if never {
            return Ty::NEVER.into();
        }
        if parts.is_empty() {
            return Ty::VOID.into();
        }
        let ty = self.terms.tuple(&parts);
        if self.terms.extent(ty) > Types::MAX_EXTENT {
            self.error(
                super::infer::VARIABLE_TOO_LARGE,
                span,
                "the type of this tuple is too large",
                "made of too many types",
            );
            return Term::ERROR;
        }
        ty
    }

    /// The type of a part of a tuple or array, which must be one that values have.
    fn part(&mut self, part: ExprId, ty: Term) -> Term {
        if self.held(part, ty, Holder::Part) { self.resolve(ty) } else { Term::ERROR }
    }

    fn wanted_element(&mut self, want: Want) -> Option<Term> {
        match self.terms.shape(want.value()?) {
            Shape::Array(of, _) | Shape::Slice(of) => Some(of),
            // The wanted type is in error, and so is its element type.
            Shape::Other(Ty::ERROR) => Some(Term::ERROR),
            _ => None,
        }
    }

    fn array(&mut self, list: List<ExprId>, want: Want, span: Span) -> Term {
        let wanted = self.wanted_element(want);
        let (mut of, mut never) = (wanted, false);
        for position in list.range() {
            let element = *self.body.expr_lists.at(position);
            match of {
                Some(ty) => self.check(element, ty),
                None => {
                    let ty = self.infer(element, Want::Nothing);
                    of = Some(self.part(element, ty)).filter(|t| *t != Ty::NEVER);
                    never |= of.is_none();
                }
            }
        }
        if of.is_none() && never {
            return Ty::NEVER.into();
        }
        let of = of.unwrap_or_else(|| self.fresh(VarKind::Any, span));
        self.terms.array(of, list.len() as u64)
    }

    fn repeat(&mut self, value: ExprId, count: AnonConst, want: Want, span: Span) -> Term {
        let wanted = self.wanted_element(want);
        let of = match wanted {
            Some(ty) => {
                self.check(value, ty);
                ty
            }
            None => {
                let ty = self.infer(value, Want::Nothing);
                self.part(value, ty)
            }
        };
        if of == Ty::NEVER {
            return Ty::NEVER.into();
        }
        if !matches!(count, AnonConst::Literal(0 | 1)) {
            self.bounds.push((of, self.body.span(value)));
        }
        // `const-eval` says why it has no value.
        self.len_of(count, span).map_or(Term::ERROR, |count| self.terms.array_of(of, count))
    }

    fn struct_literal(
        &mut self,
        id: ExprId,
        ty: TypeId,
        fields: List<FieldInit>,
        base: Option<ExprId>,
        want: Want,
    ) -> Term {
        let meaning = self.type_term(ty);
        self.as_wanted(meaning, want);
        let variant = self.variant_at_head(ty);
        let Some((def, is_union)) = self.literal_fields(id, (meaning, variant), ty, fields) else {
            for position in fields.range() {
                let value = self.body.fields.at(position).value;
                self.infer(value, Want::Nothing);
            }
            // The variant may say of which type it was to be.
            return if variant.is_some() { meaning } else { Term::ERROR };
        };
        let mut given: Vec<Option<Span>> = vec![None; def.len()];
        for position in fields.range() {
            let field = *self.body.fields.at(position);
            self.field_init((meaning, variant), field, &mut given);
        }
        if let (Some(base), Some(_)) = (base, variant) {
            let given = self.infer(base, Want::Nothing);
            self.terms.taint(given);
            let span = self.body.span(base);
            self.error(
                WRONG_FIELDS,
                span,
                "a variant takes no fields from another value",
                "which may be another variant",
            );
        } else if let Some(base) = base {
            self.check(base, meaning);
            self.zero_base(base, &given);
        }
        self.missing_fields(id, (meaning, variant), def, &given, is_union, base.is_some());
        meaning
    }

    /// The fields that a literal gives, and whether they are a union's. `None`: it is a literal of nothing, which is reported.
    fn literal_fields(
        &mut self,
        id: ExprId,
        (meaning, variant): (Term, Option<Named>),
        head: TypeId,
        given: List<FieldInit>,
    ) -> Option<(&'a [AdtField], bool)> {
        let span = self.body.types[head].span;
        if meaning == Ty::ERROR {
            return None;
        }
        if let Some(variant) = variant {
            let parts: Vec<Span> = self.body.fields[given].iter().map(|field| self.body.span(field.value)).collect();
            if !self.has_named_fields(variant, (self.body.span(id), span), &parts) {
                self.terms.taint(meaning);
                return None;
            }
            return Some((self.fields_of_variant(meaning, variant.index)?, false));
        }
        match self.adt(meaning).map(|adt| &adt.kind) {
            Some(AdtKind::Struct(fields)) => Some((fields.as_slice(), false)),
            Some(AdtKind::Union(fields)) => Some((fields.as_slice(), true)),
            Some(AdtKind::Enum { .. } | AdtKind::Sum(_) | AdtKind::Opaque | AdtKind::Pending) | None => {
                let shown = self.show(meaning);
                let diagnostic = Diagnostic::error(NOT_A_STRUCT, span, format!("`{shown}` is not a struct or union"));
                let diagnostic = self.incomplete(meaning, diagnostic.label("has no fields"));
                self.report(diagnostic);
                None
            }
        }
    }

    /// Says what is missing from a struct that was declared without a body, as one does in Rust.
    pub(super) fn incomplete(&self, ty: Term, diagnostic: Diagnostic) -> Diagnostic {
        let Some(adt) = self.adt(ty).filter(|adt| adt.kind == AdtKind::Opaque) else { return diagnostic };
        let head = Span::new(adt.span.lo.saturating_sub(7), adt.span.lo);
        if self.cx.snippet(head) != "struct " {
            return diagnostic;
        }
        let name = self.cx.snippet(adt.span);
        let note = format!("`struct {name};` is incomplete: write `struct {name} {{}}` for a struct without fields");
        diagnostic.note(note)
    }

    fn field_init(&mut self, (ty, variant): (Term, Option<Named>), field: FieldInit, given: &mut [Option<Span>]) {
        let Some((index, wanted)) = self.field_in(ty, variant, field.name.name) else {
            self.no_field_in((ty, variant), field.name.name, field.name.span);
            self.terms.taint(ty);
            self.infer(field.value, Want::Nothing);
            return;
        };
        if let Some(first) = given[index] {
            let message = format!("field `{}` is given twice", self.name(field.name.name));
            let diagnostic =
                Diagnostic::error(WRONG_FIELDS, field.name.span, message).label("again").secondary(first, "first here");
            self.report(diagnostic);
        }
        given[index] = Some(field.name.span);
        self.check(field.value, wanted);
    }

    /// The position and the type of a field.
    pub(super) fn field_named(&mut self, of: Term, name: Symbol) -> Option<(usize, Term)> {
        if let Shape::Other(ty) = self.terms.shape(of) {
            return self.types.field(ty, name).map(|(position, field)| (position, field.ty.into()));
        }
        let adt = self.types.intern(TyKind::Adt(self.terms.adt(of)?));
        let (position, _) = self.types.field(adt, name)?;
        let ty = self.terms.field(of, position)?;
        self.wait_for_assocs();
        Some((position, ty))
    }

    fn missing_fields(
        &mut self,
        id: ExprId,
        (ty, variant): (Term, Option<Named>),
        def: &[AdtField],
        given: &[Option<Span>],
        is_union: bool,
        has_base: bool,
    ) {
        let span = self.body.exprs[id].span;
        let count = given.iter().flatten().count();
        if is_union {
            if count != 1 || has_base {
                let label =
                    if has_base { "and takes nothing from another".to_string() } else { format!("gives {count}") };
                self.error(WRONG_FIELDS, span, "a union literal gives exactly one field", label);
            }
            return;
        }
        if has_base || count == def.len() {
            return;
        }
        let missing: Vec<String> = def
            .iter()
            .zip(given)
            .filter(|(_, g)| g.is_none())
            .map(|(f, _)| format!("`{}`", self.name(f.name)))
            .collect();
        let shown = variant.map_or_else(|| self.show(ty), |variant| self.show_variant(variant));
        let listed = if missing.len() > 5 {
            format!("{} and {} more", missing[..4].join(", "), missing.len() - 4)
        } else {
            missing.join(", ")
        };
        let diagnostic = Diagnostic::error(WRONG_FIELDS, span, format!("fields of `{shown}` are missing: {listed}"))
            .label("incomplete");
        let diagnostic = match variant {
            Some(_) => diagnostic,
            None => diagnostic.note("`..default()` as the last part makes all others zero"),
        };
        let removed = self.removed.from_expr(span);
        let diagnostic = self.removed.explain(self.cx, diagnostic, &removed);
        self.terms.taint(ty);
        self.report(diagnostic);
    }

    fn offset_of(&mut self, ty: TypeId, field: Symbol, span: Span) -> Term {
        let meaning = self.type_term(ty);
        if meaning == Ty::ERROR {
            return Ty::USIZE.into();
        }
        let found = self.adt(meaning).is_some_and(|adt| adt.fields().iter().any(|f| f.name == field));
        if !found {
            self.no_field(meaning, field, span);
        }
        Ty::USIZE.into()
    }
}
