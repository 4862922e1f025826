//! Variants of enums: values of them, and patterns.

use super::pattern::{Site, WRONG_FIELD_PATTERNS, WRONG_PATTERN, many};
use super::want::Want;
use super::*;
use vex_ir::pool::List;

/// A variant that is not written as it is declared: with fields, without, with their names.
const WRONG_VARIANT: Code = Code("E0434");

/// A variant as a node names it.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) item: ItemId,
    pub(super) index: u32,
    pub(super) of: Option<TypeId>,
}

impl<'a> TypeChecker<'a> {
    /// The variant that an expression names.
    pub(super) fn variant_named(&self, id: ExprId) -> Option<Named> {
        match self.body.kind(id) {
            ExprKind::Variant(item, index, of) => Some(Named { item, index, of }),
            // Names no variant.
            _ => None,
        }
    }

    /// The variant that the head of a literal or a pattern names.
    pub(super) fn variant_at_head(&self, ty: TypeId) -> Option<Named> {
        match self.body.type_expr(ty) {
            TypeKind::Variant(item, index, of) => Some(Named { item, index, of }),
            // Names a type.
            _ => None,
        }
    }

    pub(super) fn declared_variant(&self, of: Named) -> Option<&'a vex_ir::tree::Variant> {
        match self.items[of.item].kind::<Linked>() {
            ItemKind::Enum(def) => def.variants.get(of.index as usize),
            // Nothing else has variants.
            _ => None,
        }
    }

    /// Whether it is one of an enum that is an integer.
    pub(super) fn is_c_like(&self, of: Named) -> bool {
        matches!(self.items[of.item].kind::<Linked>(), ItemKind::Enum(def) if def.is_c_like())
    }

    fn payload(&self, of: Named) -> &'a Payload {
        self.declared_variant(of).map_or(&Payload::None, |variant| &variant.payload)
    }

    /// The type of the enum.
    pub(super) fn enum_of(&mut self, named: Named) -> Term {
        match (named.of, self.item_ty(named.item)) {
            (Some(of), _) => self.type_term(of),
            (None, ItemTy::Type(ty)) => ty.into(),
            (None, ItemTy::None | ItemTy::Fn(_) | ItemTy::Value(_)) => Term::ERROR,
        }
    }

    /// The fields of a variant as they are declared. `None`: they are not known yet.
    pub(super) fn fields_of_variant(&self, ty: Term, index: u32) -> Option<&'a [AdtField]> {
        let variant = self.adt(ty)?.variants().get(index as usize)?;
        Some(&variant.fields)
    }

    /// `Enum::Variant`, for messages.
    pub(super) fn show_variant(&self, named: Named) -> String {
        let variant = self.declared_variant(named).map_or("_", |variant| self.name(variant.name.name));
        format!("{}::{variant}", self.name(self.items[named.item].name.name))
    }

    /// A variant as a value: one without fields.
    pub(super) fn variant_value(&mut self, id: ExprId, named: Named) -> Term {
        let ty = self.enum_of(named);
        if *self.payload(named) != Payload::None {
            self.terms.taint(ty);
            self.wrong_variant(named, self.body.span(id), None);
        }
        ty
    }

    /// Reports a variant that is not written as it is declared; `span`: its name, or all of it with what is to be written `instead`.
    fn wrong_variant(&mut self, named: Named, span: Span, instead: Option<String>) {
        let shown = self.show_variant(named);
        let (message, label) = match self.payload(named) {
            Payload::None => (format!("`{shown}` has no fields"), "not expected"),
            Payload::Tuple(types) => {
                (format!("`{shown}` has {} without a name", many(types.len(), "field")), "they stand in parentheses")
            }
            Payload::Struct(_) => (format!("the fields of `{shown}` have names"), "they stand in braces"),
        };
        let mut diagnostic = Diagnostic::error(WRONG_VARIANT, span, message).label(label);
        if let Some(variant) = self.declared_variant(named) {
            diagnostic = diagnostic.secondary(variant.name.span, "declared here");
        }
        let written = self.as_declared(named, &shown, "…");
        self.report(match instead {
            Some(instead) => diagnostic.suggest(span, instead, "write it as it is declared"),
            None if written != shown => diagnostic.note(format!("as in `{written}`")),
            None => diagnostic,
        });
    }

    /// A variant as it is declared, with the same for each field.
    fn as_declared(&self, named: Named, path: &str, part: &str) -> String {
        match self.payload(named) {
            Payload::None => path.to_string(),
            Payload::Tuple(types) => format!("{path}({})", vec![part; types.len()].join(", ")),
            Payload::Struct(_) if part == "_" => format!("{path} {{ .. }}"),
            Payload::Struct(fields) => {
                let names = fields.iter().map(|field| format!("{}: {part}", self.name(field.name.name)));
                format!("{path} {{ {} }}", names.collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// A variant with what stands in its place for its fields, if these are as many as are declared.
    fn with_parts(&self, named: Named, path: Span, parts: &[Span]) -> Option<String> {
        let path = self.cx.snippet(path);
        let texts: Vec<&str> = parts.iter().map(|span| self.cx.snippet(*span)).collect();
        match self.payload(named) {
            Payload::None => parts.is_empty().then(|| path.to_string()),
            Payload::Tuple(types) => (types.len() == parts.len()).then(|| format!("{path}({})", texts.join(", "))),
            Payload::Struct(fields) => {
                let field = |(field, text): (&FieldDef, &&str)| {
                    let name = self.name(field.name.name);
                    if name == *text { name.to_string() } else { format!("{name}: {text}") }
                };
                let given: Vec<String> = fields.iter().zip(&texts).map(field).collect();
                (fields.len() == parts.len()).then(|| format!("{path} {{ {} }}", given.join(", ")))
            }
        }
    }

    /// `Enum::Variant(a, b)`
    pub(super) fn variant_call(
        &mut self,
        id: ExprId,
        (callee, named): (ExprId, Named),
        args: List<ExprId>,
        want: Want,
    ) -> Term {
        let ty = self.enum_of(named);
        self.as_wanted(ty, want);
        let fields = match self.payload(named) {
            Payload::Tuple(_) => self.fields_of_variant(ty, named.index),
            Payload::None | Payload::Struct(_) => {
                let parts: Vec<Span> = self.body.expr_lists[args].iter().map(|arg| self.body.span(*arg)).collect();
                let instead = self.with_parts(named, self.body.span(callee), &parts);
                self.wrong_variant(named, self.body.span(id), instead);
                self.terms.taint(ty);
                None
            }
        };
        let Some(fields) = fields else {
            self.set(callee, ty);
            self.infer_args(args, 0);
            return ty;
        };
        let mut parts: Vec<Term> = self.variant_terms(ty, named.index, fields.len());
        parts.push(ty);
        let like = self.types.vex_fn(vec![Ty::BOOL; fields.len()], Ty::BOOL);
        let made = self.terms.function(like, &parts);
        self.set(callee, made);
        self.call_of(id, callee, args, 0, false).unwrap_or(ty)
    }

    /// What is wanted of a value says what is given for the parameters of its type.
    pub(super) fn as_wanted(&mut self, ty: Term, want: Want) {
        if let (Shape::Apply(one), Some(want)) = (self.terms.shape(ty), want.value())
            && self.terms.shape(want) == Shape::Apply(one)
        {
            self.unify(ty, want);
        }
    }

    fn variant_terms(&mut self, ty: Term, index: u32, count: usize) -> Vec<Term> {
        let field = |field| self.terms.variant_field(ty, index, field).unwrap_or(Term::ERROR);
        let found = (0..count).map(field).collect();
        self.wait_for_assocs();
        found
    }

    /// Whether a literal or a pattern with names of fields is right for a variant; reports it if not. `parts`: what it gives for them.
    pub(super) fn has_named_fields(&mut self, named: Named, (whole, head): (Span, Span), parts: &[Span]) -> bool {
        let right = matches!(self.payload(named), Payload::Struct(_));
        if !right {
            let instead = self.with_parts(named, head, parts);
            self.wrong_variant(named, whole, instead);
        }
        right
    }

    /// The position and the type of a field of a struct or union, or of a variant.
    pub(super) fn field_in(&mut self, of: Term, variant: Option<Named>, name: Symbol) -> Option<(usize, Term)> {
        let Some(variant) = variant else { return self.field_named(of, name) };
        let fields = self.fields_of_variant(of, variant.index)?;
        let position = fields.iter().position(|field| field.name == name)?;
        let found = self.terms.variant_field(of, variant.index, position)?;
        self.wait_for_assocs();
        Some((position, found))
    }

    /// A variant in a pattern that has no fields, or should have none.
    pub(super) fn variant_pattern(&mut self, id: PatId, (path, named): (ExprId, Named), ty: Term) {
        let meaning = self.enum_of(named);
        self.set(path, meaning);
        let span = self.body.pats[id].span;
        if *self.payload(named) != Payload::None {
            let instead = self.as_declared(named, self.cx.snippet(span), "_");
            self.wrong_variant(named, span, Some(instead));
            self.terms.taint(ty);
            self.terms.taint(meaning);
        } else if self.is_matched(meaning, ty, span) {
            return;
        }
        self.body.set_pat(id, PatKind::Error);
    }

    /// Whether the matched type is what a pattern names; reports it if not.
    pub(super) fn is_matched(&mut self, meaning: Term, ty: Term, span: Span) -> bool {
        let ty = self.settled(ty);
        if meaning == Ty::ERROR {
            return false;
        }
        if ty == Ty::NEVER || self.unify(meaning, ty) {
            return true;
        }
        let shown = self.show(meaning);
        self.other_pattern(span, ty, &format!("`{shown}`"));
        self.terms.taint(meaning);
        false
    }

    /// `Enum::Variant(p, q)`
    pub(super) fn tuple_variant_pattern(
        &mut self,
        id: PatId,
        (path, pats): (ExprId, List<PatId>),
        ty: Term,
        site: Site,
    ) {
        let fields = self.fields_of_pattern(id, path, pats, ty);
        if fields.is_none() {
            self.body.set_pat(id, PatKind::Error);
        }
        for (i, position) in pats.range().enumerate() {
            let inner = *self.body.pat_lists.at(position);
            let field = fields.as_ref().and_then(|fields| fields.get(i)).copied();
            self.pattern_at(inner, field.unwrap_or(Term::ERROR), site);
        }
    }

    /// The types of the fields that a pattern looks into. `None`: it does not fit, which is reported.
    fn fields_of_pattern(&mut self, id: PatId, path: ExprId, pats: List<PatId>, ty: Term) -> Option<Vec<Term>> {
        let count = pats.len();
        let (span, head) = (self.body.pats[id].span, self.body.span(path));
        let Some(named) = self.variant_named(path) else {
            self.terms.taint(ty);
            if !matches!(self.body.kind(path), ExprKind::Error(_)) {
                let name = self.cx.snippet(head).to_string();
                let message = format!("`{name}` is no variant of an enum");
                self.error(WRONG_PATTERN, head, message, "a pattern cannot look into it");
            }
            self.body.set(path, ExprKind::ERROR);
            return None;
        };
        let meaning = self.enum_of(named);
        self.set(path, meaning);
        let Payload::Tuple(types) = self.payload(named) else {
            let parts: Vec<Span> = self.body.pat_lists[pats].iter().map(|pat| self.body.pats[*pat].span).collect();
            let instead = self.with_parts(named, head, &parts);
            self.wrong_variant(named, span, instead);
            self.terms.taint(ty);
            self.terms.taint(meaning);
            return None;
        };
        if !self.is_matched(meaning, ty, span) {
            return None;
        }
        if types.len() != count {
            let shown = self.show_variant(named);
            let message = format!("`{shown}` has {}", many(types.len(), "field"));
            let diagnostic = Diagnostic::error(WRONG_FIELD_PATTERNS, span, message);
            let diagnostic = diagnostic.label(format!("a pattern of {}", many(count, "field")));
            let declared = self.declared_variant(named).map_or(head, |variant| variant.name.span);
            self.report(diagnostic.secondary(declared, "declared here"));
            return None;
        }
        self.fields_of_variant(meaning, named.index)?;
        Some(self.variant_terms(meaning, named.index, count))
    }
}
