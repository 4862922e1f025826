//! Patterns: names, values, ranges, alternatives, tuples, structs and variants.

use super::pending::{Access, Todo};
use super::variant::Named;
use super::want::Want;
use super::*;
use vex_ir::pool::List;

const NOT_MATCHABLE: Code = Code("E0425");
const ALTERNATIVES_DIFFER: Code = Code("E0362");
pub(super) const WRONG_PATTERN: Code = Code("E0363");
pub(super) const WRONG_FIELD_PATTERNS: Code = Code("E0364");

/// Where a pattern stands in what is matched.
#[derive(Clone, Copy, Default)]
pub(super) struct Site {
    /// Whether names stand for references, and which, because what they are given to is behind one.
    by: Option<Mutability>,
    /// What may be done with what is behind the references around.
    behind: Option<Mutability>,
}

impl<'a> TypeChecker<'a> {
    /// Checks a pattern against the type it is matched with.
    pub(super) fn pattern(&mut self, id: PatId, ty: Term) {
        self.pattern_at(id, ty, Site::default());
    }

    pub(super) fn pattern_at(&mut self, id: PatId, ty: Term, site: Site) {
        let (id, ty, site) = self.past_references(id, ty, site);
        let span = self.body.pats[id].span;
        match self.body.pat(id) {
            PatKind::Error | PatKind::Wild => {}
            PatKind::Local(local, sub) => {
                let bound = match site.by.filter(|_| !self.body.locals[local].mutable) {
                    Some(m) => {
                        self.wrap_pat(id, |inner| PatKind::Borrow(m, inner));
                        self.terms.reference(m, ty)
                    }
                    None => ty,
                };
                self.bind(local, bound, span);
                if let Some(sub) = sub {
                    self.pattern_at(sub, ty, site);
                }
            }
            PatKind::Borrow(m, inner) => self.borrow_pattern((id, inner), m, ty, site),
            PatKind::Ref(inner) => self.reference_pattern(id, inner, ty),
            PatKind::Value(expr) => match self.variant_named(expr) {
                Some(named) if !self.is_c_like(named) => self.variant_pattern(id, (expr, named), ty),
                _ => self.pattern_value(expr, ty),
            },
            PatKind::Range { lo, hi, .. } => {
                for end in [lo, hi].into_iter().flatten() {
                    self.infer(end, Want::Value(ty));
                }
                if let Err(on) = self.pattern_range_of(span, [lo, hi], ty) {
                    self.queue(Todo::PatternRange { span, ends: [lo, hi] }, ty, on);
                }
            }
            PatKind::Or(list) => {
                for position in list.range() {
                    let inner = *self.body.pat_lists.at(position);
                    self.pattern_at(inner, ty, site);
                }
            }
            PatKind::Tuple(list) => self.tuple_pattern(id, list, ty, site),
            PatKind::TupleStruct { path, pats } => self.tuple_variant_pattern(id, (path, pats), ty, site),
            PatKind::Struct { ty: named, fields, rest } => self.struct_pattern(id, (named, fields, rest), ty, site),
        }
    }

    /// What a pattern looks into is behind references: it becomes a pattern of these, and the names in it stand for references.
    fn past_references(&mut self, mut id: PatId, mut ty: Term, mut site: Site) -> (PatId, Term, Site) {
        let looks_into = match self.body.pat(id) {
            PatKind::Value(_) | PatKind::Range { .. } | PatKind::Tuple(_) => true,
            PatKind::TupleStruct { .. } | PatKind::Struct { .. } => true,
            PatKind::Error
            | PatKind::Wild
            | PatKind::Local(..)
            | PatKind::Or(_)
            | PatKind::Borrow(..)
            | PatKind::Ref(_) => false,
        };
        if !looks_into {
            return (id, ty, site);
        }
        ty = self.settled(ty);
        while let Shape::Ref(m, to) = self.terms.shape(ty) {
            // A text is matched as the reference that it is.
            if to == Ty::STR {
                break;
            }
            id = self.wrap_pat(id, PatKind::Ref);
            ty = self.settled(to);
            let least =
                |known: Option<Mutability>| if known == Some(Mutability::Const) { Mutability::Const } else { m };
            site = Site { by: Some(least(site.by)), behind: Some(least(site.behind)) };
        }
        (id, ty, site)
    }

    /// Puts a pattern around another, in its place; gives the other.
    fn wrap_pat(&mut self, id: PatId, make: impl FnOnce(PatId) -> PatKind<Typed>) -> PatId {
        let pat = self.body.pats[id];
        let inner = self.body.pats.alloc(pat);
        self.body.set_pat(id, make(inner));
        inner
    }

    /// `ref p`, `ref mut p`
    fn borrow_pattern(&mut self, (id, inner): (PatId, PatId), m: Mutability, ty: Term, site: Site) {
        let span = self.body.pats[id].span;
        // What is no name was reported.
        let PatKind::Local(local, sub) = self.body.pat(inner) else { return };
        if m == Mutability::Mut && site.behind == Some(Mutability::Const) {
            let message = "a reference to write cannot be made of what is behind `&`";
            self.error(super::place::NOT_MUTABLE, span, message, "not mutable");
        }
        let bound = self.terms.reference(m, ty);
        self.bind(local, bound, span);
        if let Some(sub) = sub {
            self.pattern_at(sub, ty, Site { by: Some(m), ..site });
        }
    }

    /// `&p`
    fn reference_pattern(&mut self, id: PatId, inner: PatId, ty: Term) {
        let ty = self.settled(ty);
        let span = self.body.pats[id].span;
        let (m, to) = match self.terms.shape(ty) {
            Shape::Ref(m, to) => (m, to),
            Shape::Other(Ty::ERROR | Ty::NEVER) => (Mutability::Const, Term::ERROR),
            Shape::Var(VarKind::Any | VarKind::Later) => {
                let to = self.fresh(VarKind::Any, span);
                let reference = self.terms.reference(Mutability::Const, to);
                self.unify(ty, reference);
                (Mutability::Const, to)
            }
            _ => {
                self.other_pattern(span, ty, "a reference");
                self.body.set_pat(id, PatKind::Error);
                (Mutability::Const, Term::ERROR)
            }
        };
        self.pattern_at(inner, to, Site { by: None, behind: Some(m) });
    }

    /// Asks for a value that may be written where a pattern makes references for that to it, or to parts of it.
    pub(super) fn lent(&mut self, pat: PatId, on: ExprId) {
        if self.body.may_have(Shapes::DEEP) && self.borrows_to_write(pat) {
            self.access(on, Access::Borrow);
        }
    }

    fn borrows_to_write(&self, pat: PatId) -> bool {
        let mut left = vec![walk::Node::Pat(pat)];
        while let Some(node) = left.pop() {
            let walk::Node::Pat(pat) = node else { continue };
            match self.body.pats[pat].raw() {
                PatKind::Borrow(Mutability::Mut, _) => return true,
                // What is behind a reference is written through it.
                PatKind::Ref(_) => {}
                _ => self.body.children(node, &mut |child| left.push(child)),
            }
        }
        false
    }

    /// Gives a variable its type; in a later alternative, it has one.
    fn bind(&mut self, local: LocalId, ty: Term, span: Span) {
        let known = self.locals[local_index(local)];
        if known == Term::ERROR {
            self.locals[local_index(local)] = ty;
        } else if !self.unify(known, ty) {
            let (first, here) = (self.show(known), self.show(ty));
            let info = self.body.locals[local];
            let message = format!("`{}` has another type in each alternative", self.name(info.name));
            let diagnostic = Diagnostic::error(ALTERNATIVES_DIFFER, span, message).label(format!("`{here}` here"));
            self.report(diagnostic.secondary(info.span, format!("`{first}` here")));
        }
    }

    /// The types of what a tuple is made of, for so many patterns.
    fn tuple_pattern(&mut self, id: PatId, list: List<PatId>, ty: Term, site: Site) {
        let (ty, span) = (self.settled(ty), self.body.pats[id].span);
        let parts = self.tuple_parts(list.len(), ty, span);
        if parts.is_none() {
            self.body.set_pat(id, PatKind::Error);
        }
        for (i, position) in list.range().enumerate() {
            let inner = *self.body.pat_lists.at(position);
            let part = parts.as_ref().and_then(|parts| parts.get(i)).copied();
            self.pattern_at(inner, part.unwrap_or(Term::ERROR), site);
        }
    }

    fn tuple_parts(&mut self, count: usize, ty: Term, span: Span) -> Option<Vec<Term>> {
        match self.terms.shape(ty) {
            Shape::Other(Ty::ERROR | Ty::NEVER) => return Some(Vec::new()),
            Shape::Other(Ty::VOID) if count == 0 => return Some(Vec::new()),
            Shape::Var(VarKind::Any | VarKind::Later) => {
                let parts: Vec<Term> = (0..count).map(|_| self.fresh(VarKind::Any, span)).collect();
                let made = if count == 0 { Ty::VOID.into() } else { self.terms.tuple(&parts) };
                if self.unify(ty, made) {
                    return Some(parts);
                }
            }
            Shape::Tuple => {
                let parts = self.terms.parts(ty);
                if parts.len() == count {
                    return Some(parts);
                }
                let shown = self.show(ty);
                let message = format!("`{shown}` has {}", many(parts.len(), "element"));
                let diagnostic = Diagnostic::error(WRONG_PATTERN, span, message);
                self.report(diagnostic.label(format!("a pattern of {}", many(count, "element"))));
                self.terms.taint(ty);
                return None;
            }
            _ => {}
        }
        self.other_pattern(span, ty, "a tuple");
        None
    }

    fn struct_pattern(
        &mut self,
        id: PatId,
        (named, fields, rest): (TypeId, List<FieldPat>, bool),
        ty: Term,
        site: Site,
    ) {
        let meaning = self.type_term(named);
        let ty = self.settled(ty);
        let variant = self.variant_at_head(named);
        let fits = self.fits_struct((meaning, variant), (id, named, fields), ty);
        if !fits {
            self.body.set_pat(id, PatKind::Error);
        }
        let count = self.fields_at_head(meaning, variant).len();
        let mut given: Vec<Option<Span>> = vec![None; if fits { count } else { 0 }];
        let mut all_known = fits;
        for position in fields.range() {
            let field = *self.body.field_pats.at(position);
            let found =
                if fits { self.field_pattern((meaning, variant), field.name, &mut given) } else { Some(Term::ERROR) };
            all_known &= found.is_some();
            self.pattern_at(field.pat, found.unwrap_or(Term::ERROR), site);
        }
        if all_known && !rest {
            self.unmentioned(id, (meaning, variant), &given);
        }
    }

    /// Whether what a struct pattern names is a struct, and the type that is matched.
    fn fits_struct(
        &mut self,
        (meaning, variant): (Term, Option<Named>),
        (id, named, fields): (PatId, TypeId, List<FieldPat>),
        ty: Term,
    ) -> bool {
        let (span, name) = (self.body.pats[id].span, self.body.types[named].span);
        if meaning == Ty::ERROR {
            return false;
        }
        if let Some(variant) = variant {
            let parts: Vec<Span> =
                self.body.field_pats[fields].iter().map(|field| self.body.pats[field.pat].span).collect();
            if !self.has_named_fields(variant, (span, name), &parts) {
                self.terms.taint(ty);
                self.terms.taint(meaning);
                return false;
            }
            return self.is_matched(meaning, ty, span);
        }
        match self.adt(meaning).map(|adt| &adt.kind) {
            Some(AdtKind::Struct(_)) => {}
            Some(AdtKind::Union(_)) => {
                let shown = self.show(meaning);
                let message = format!("`{shown}` is a union, which patterns do not look into");
                let diagnostic = Diagnostic::error(WRONG_PATTERN, name, message).label("a union");
                self.report(diagnostic.note("its fields are read one by one, in `unsafe`"));
                return false;
            }
            _ => {
                let shown = self.show(meaning);
                let message = format!("`{shown}` is not a struct");
                let diagnostic = Diagnostic::error(WRONG_PATTERN, name, message).label("has no fields");
                let diagnostic = self.incomplete(meaning, diagnostic);
                self.report(diagnostic);
                return false;
            }
        }
        self.is_matched(meaning, ty, span)
    }

    /// The fields of the struct or the variant that a pattern names.
    fn fields_at_head(&self, ty: Term, variant: Option<Named>) -> &'a [AdtField] {
        match variant {
            Some(variant) => self.fields_of_variant(ty, variant.index).unwrap_or_default(),
            None => self.adt(ty).map_or(&[], AdtDef::fields),
        }
    }

    /// The type of a field that a pattern names.
    fn field_pattern(
        &mut self,
        (of, variant): (Term, Option<Named>),
        name: Ident,
        given: &mut [Option<Span>],
    ) -> Option<Term> {
        let Some((index, ty)) = self.field_in(of, variant, name.name) else {
            self.no_field_in((of, variant), name.name, name.span);
            return None;
        };
        if let Some(first) = given[index] {
            let message = format!("field `{}` is matched twice", self.name(name.name));
            let diagnostic = Diagnostic::error(WRONG_FIELD_PATTERNS, name.span, message).label("again");
            self.report(diagnostic.secondary(first, "first here"));
            return None;
        }
        given[index] = Some(name.span);
        Some(ty)
    }

    /// Reports fields that a pattern leaves out without `..`.
    fn unmentioned(&mut self, id: PatId, (ty, variant): (Term, Option<Named>), given: &[Option<Span>]) {
        let fields = self.fields_at_head(ty, variant);
        let left: Vec<&str> =
            fields.iter().zip(given).filter(|(_, g)| g.is_none()).map(|(f, _)| self.name(f.name)).collect();
        if left.is_empty() {
            return;
        }
        let listed = match &left[..] {
            [one] => format!("field `{one}`"),
            few if few.len() <= 4 => format!("fields `{}`", few.join("`, `")),
            many => format!("fields `{}` and {} more", many[..3].join("`, `"), many.len() - 3),
        };
        let span = self.body.pats[id].span;
        let text = self.cx.snippet(Span::new(span.lo, span.hi.saturating_sub(1)));
        let parts = text.trim_end();
        let end = span.lo + parts.len() as u32;
        let dots = if parts.ends_with(['{', ',']) { " .." } else { ", .." };
        let diagnostic =
            Diagnostic::error(WRONG_FIELD_PATTERNS, span, format!("the pattern does not mention {listed}"))
                .label("incomplete")
                .suggest(Span::new(end, end), dots, "`..` leaves the others out");
        self.report(diagnostic);
    }

    /// Reports a pattern of something else than what is matched.
    pub(super) fn other_pattern(&mut self, span: Span, ty: Term, what: &str) {
        self.terms.taint(ty);
        if self.terms.mentions_error(ty) {
            return;
        }
        let shown = self.show(ty);
        let diagnostic = Diagnostic::error(MISMATCHED_TYPES, span, "the pattern is of another type")
            .label(format!("expected `{shown}`, found {what}"));
        let pointer = matches!(self.terms.shape(ty), Shape::Ptr(..));
        self.report(if pointer { diagnostic.note("match what the pointer leads to, `*…`") } else { diagnostic });
    }

    /// A type as far as it is known by now.
    pub(super) fn settled(&mut self, ty: Term) -> Term {
        if self.terms.is_ready() {
            self.settle();
        }
        self.resolve(ty)
    }

    /// The variables of a pattern that are declared without a value.
    pub(super) fn declared_late(&mut self, pat: PatId) {
        let mut found = Vec::new();
        self.body.walk(pat, &mut |node| {
            if let walk::Node::Pat(pat) = node
                && let PatKind::Local(local, _) = self.body.pats[pat].raw()
            {
                found.push(local_index(local));
            }
        });
        for index in found {
            if self.late.len() <= index {
                self.late.resize(index + 1, false);
            }
            self.late[index] = true;
        }
    }

    pub(super) fn pattern_range_of(&mut self, span: Span, ends: [Option<ExprId>; 2], ty: Term) -> Result<(), Term> {
        let ty = self.resolve(ty);
        let fine = match self.var_kind(ty) {
            Some(VarKind::Later) => return self.open(ty).map(drop),
            Some(kind) => kind == VarKind::Int || kind == VarKind::Any,
            None => ty == Ty::ERROR || ty.as_int().is_some() || ty == Ty::CHAR,
        };
        if !fine {
            let shown = self.show(ty);
            self.error(NOT_MATCHABLE, span, format!("`{shown}` has no ranges"), "only integers and characters do");
            return Ok(());
        }
        for end in ends.into_iter().flatten() {
            self.pattern_value_of(end, ty)?;
        }
        Ok(())
    }

    fn pattern_value(&mut self, expr: ExprId, ty: Term) {
        self.infer(expr, Want::Value(ty));
        if let Err(on) = self.pattern_value_of(expr, ty) {
            self.queue(Todo::PatternValue { expr }, ty, on);
        }
    }

    pub(super) fn pattern_value_of(&mut self, expr: ExprId, wanted: Term) -> Result<(), Term> {
        let (found, wanted) = (self.expr_term(expr), self.resolve(wanted));
        if self.var_kind(wanted) == Some(VarKind::Later) {
            let wanted = self.open(wanted)?;
            return self.pattern_value_of(expr, wanted);
        }
        if !self.unify(found, wanted) {
            // A pattern has no `as`.
            let converted = self.is_number(wanted) || wanted == Ty::CHAR;
            let byte = wanted == Ty::U8 && self.as_byte(expr).is_some();
            self.mismatch_with(expr, found, wanted, byte || !converted);
            return Ok(());
        }
        if let ExprKind::Item(item, _) = self.body.kind(expr)
            && self.sigs.is_open_const(item)
        {
            self.pattern_constants.push(expr);
        }
        let ty = self.open(wanted)?;
        let fine = ty == Ty::ERROR || ty == Ty::REF_STR || self.var_kind(ty) == Some(VarKind::Int);
        if !fine && self.repr_int(ty).is_none() {
            let shown = self.show(ty);
            let span = self.body.exprs[expr].span;
            self.error(
                NOT_MATCHABLE,
                span,
                format!("`{shown}` cannot be matched by value"),
                "compare with `==` in a guard",
            );
        }
        Ok(())
    }
}

pub(super) fn many(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
