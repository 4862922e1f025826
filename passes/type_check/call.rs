//! Calls of functions, and of what the compiler supplies.

use super::pending::{CoercionSite, Todo};
use super::want::Want;
use super::*;
use vex_ir::layout::{LayoutError, layout};
use vex_ir::pool::List;

const NOT_CALLABLE: Code = Code("E0430");
const WRONG_ARGUMENT_COUNT: Code = Code("E0431");
const TOO_MANY_ARGS: Code = Code("E0335");
const NOT_VARIADIC_ARGUMENT: Code = Code("E0432");
const WRONG_TYPE_ARGUMENT: Code = Code("E0433");

impl TypeChecker<'_> {
    pub(super) fn call(&mut self, id: ExprId, callee: ExprId, args: List<ExprId>, want: Want) -> Term {
        if let ExprKind::Builtin(builtin, generics) = self.body.kind(callee) {
            self.set(callee, Ty::VOID.into());
            return self.builtin(id, builtin, generics, args, want);
        }
        if let Some(named) = self.variant_named(callee) {
            return self.variant_call(id, (callee, named), args, want);
        }
        let ty = self.infer(callee, Want::Nothing);
        if let (Shape::Fn(_), Some(want)) = (self.terms.shape(ty), want.value()) {
            self.expect_result(ty, want);
        }
        let found = self.call_of(id, callee, args, 0, false);
        if found.is_err() {
            self.infer_args(args, 0);
        }
        self.or_later(found, id, || Todo::Call { id, callee, args })
    }

    /// What is wanted of the result says what the arguments of its type are: nothing is converted between types that have some.
    fn expect_result(&mut self, callee: Term, want: Term) {
        let Some((_, ret, _)) = self.terms.signature(callee) else { return };
        if let (Shape::Apply(one), Shape::Apply(other)) = (self.terms.shape(ret), self.terms.shape(want))
            && one == other
        {
            self.unify(ret, want);
        }
    }

    /// The result of a call, whose callee was inferred; its arguments may have been, too. A receiver is an argument that stands `before` the
    /// callee, and was inferred.
    pub(super) fn call_of(
        &mut self,
        id: ExprId,
        callee: ExprId,
        args: List<ExprId>,
        before: usize,
        inferred: bool,
    ) -> Result<Term, Term> {
        let ty = self.expr_term(callee);
        let ty = self.open(ty)?;
        // Of a function whose parameters are inferred, what it takes and what it gives.
        let (sig, open) = match ty.finished() {
            Some(ty) => (self.types.sig(ty), None),
            None => match self.terms.signature(ty) {
                Some((params, ret, like)) => (Some(like), Some((params, ret))),
                None => (None, None),
            },
        };
        let Some(sig) = sig else {
            if ty != Ty::ERROR {
                let shown = self.show(ty);
                let span = self.body.exprs[callee].span;
                self.error(NOT_CALLABLE, span, format!("`{shown}` cannot be called"), "not a function");
            }
            if !inferred {
                self.infer_args(args, before);
            }
            return Ok(Term::ERROR);
        };
        let (count, variadic) = (sig.params.len(), sig.variadic);
        let ret = open.as_ref().map_or(sig.ret.into(), |(_, ret)| *ret);
        let param = |i: usize| match &open {
            Some((params, _)) => params.get(i).copied(),
            None => sig.params.get(i).map(|param| (*param).into()),
        };
        if variadic || self.may_take_format(callee, count) {
            self.body.format_calls.push(id);
        }
        if args.len() != count && !(variadic && args.len() > count) {
            let missing: Vec<Term> = (args.len()..count).filter_map(param).collect();
            self.wrong_count(id, callee, sig, (args, before), &missing);
            self.terms.taint(ty);
        }
        if let Some(&first) = self.body.expr_lists[args].get(vex_ir::layout::MAX_ARGS).filter(|_| variadic) {
            let span = self.body.exprs[first].span;
            let message =
                format!("a call has at most {} arguments, and this has {}", vex_ir::layout::MAX_ARGS, args.len());
            self.error(TOO_MANY_ARGS, span, message, "the first of too many");
        }
        for (i, position) in args.range().enumerate() {
            let arg = *self.body.expr_lists.at(position);
            let param = param(i);
            self.argument(arg, param, inferred || i < before);
            if variadic && param.is_none() {
                self.promote(arg);
            }
        }
        Ok(ret)
    }

    /// Whether it is a foreign function that may have a format and a `va_list` among its parameters.
    fn may_take_format(&self, callee: ExprId, params: usize) -> bool {
        params >= 2 && matches!(self.body.kind(callee), ExprKind::Item(item, _) if self.items[item].is_foreign())
    }

    /// Reports a call with the wrong number of arguments, of which those before the callee are not counted.
    fn wrong_count(
        &mut self,
        id: ExprId,
        callee: ExprId,
        sig: &FnSig,
        (args, before): (List<ExprId>, usize),
        missing: &[Term],
    ) {
        let (given, wanted) = (args.len() - before, sig.params.len() - before);
        let span = self.body.exprs[id].span;
        let least = if sig.variadic { "at least " } else { "" };
        let plural = if wanted == 1 { "" } else { "s" };
        let variant = self.variant_named(callee).and_then(|named| self.declared_variant(named));
        let message = match variant {
            Some(_) => format!("this variant has {wanted} field{plural}, {given} given"),
            None => format!("this function takes {least}{wanted} argument{plural}, {given} given"),
        };
        let mut diagnostic = if given > wanted {
            let first = self.body.expr_lists[args][wanted + before];
            Diagnostic::error(WRONG_ARGUMENT_COUNT, self.body.exprs[first].span, message).label("not expected")
        } else {
            let close = span.end().to(Span::new(span.hi.saturating_sub(1), span.hi));
            Diagnostic::error(WRONG_ARGUMENT_COUNT, close, message).label(self.missing(missing))
        };
        if let Some(variant) = variant {
            diagnostic = diagnostic.secondary(variant.name.span, "declared here");
        }
        if let ExprKind::Item(item, _) = self.body.kind(callee) {
            diagnostic = diagnostic.secondary(self.items[item].name.span, "declared here");
            if given > wanted
                && let Some(removed) = self.removed.part_of(|id| id == item)
            {
                diagnostic = self.removed.explain(self.cx, diagnostic, &[removed]);
            }
        }
        self.report(diagnostic);
    }

    fn missing(&mut self, params: &[Term]) -> String {
        if params.iter().any(|ty| self.terms.mentions_error(*ty)) {
            // Their types are reported where they are declared.
            return "arguments are missing".to_string();
        }
        let types: Vec<String> = params.iter().take(4).map(|ty| format!("`{}`", self.show(*ty))).collect();
        format!("missing: {}", types.join(", "))
    }

    /// The default argument promotions (C17, 6.5.2.2 paragraph 6), and what cannot be passed through `...` at all.
    fn promote(&mut self, arg: ExprId) {
        let ty = self.expr_term(arg);
        if self.var_kind(ty).is_some() {
            return self.open_args.push(arg);
        }
        self.promote_from(arg, ty);
    }

    pub(super) fn promote_from(&mut self, arg: ExprId, term: Term) {
        // A type that is still open but for a number's default is not promoted yet.
        let Some(ty) = self.terms.defaulted(term) else { return self.open_args.push(arg) };
        if self.types.mentions_error(ty) {
            return;
        }
        if ty == Ty::REF_STR && self.try_coerce(arg, term, Ty::PTR_U8.into()) {
            return;
        }
        let to = match self.types.kind(ty) {
            TyKind::Float(FloatTy::F32) => Some(Ty::F64),
            TyKind::Bool => Some(Ty::I32),
            TyKind::Int(int) if int.bits(64) < 32 => Some(Ty::I32),
            TyKind::Null => Some(Ty::PTR_VOID),
            TyKind::Adt(_) => match self.types.repr_int(ty) {
                Some(int) if int.bits(64) < 32 => Some(Ty::I32),
                Some(int) => Some(Ty::int(int)),
                None => None,
            },
            _ => None,
        };
        if let Some(to) = to {
            return self.wrap(arg, to.into(), ExprKind::Convert);
        }
        let reason = match self.types.kind(ty) {
            TyKind::Ref(_, to) if *to == Ty::STR => {
                "a `&str` is a pointer with a length: pass `.as_ptr()` of one that ends with a NUL"
            }
            TyKind::Ref(_, to) | TyKind::Ptr(_, to) if self.types.is_unsized(*to) => {
                "a slice is a pointer with a length: pass `.as_ptr()`"
            }
            TyKind::Adt(_) | TyKind::Apply(..) if self.types.nullable(ty).is_some() => return,
            TyKind::Adt(_) | TyKind::Apply(..) if self.types.applied(ty).0.is_some_and(AdtDef::is_sum) => {
                "an enum with fields, whose layout C does not know"
            }
            TyKind::Param(..) => "C needs to know what it is, and it may be any type",
            TyKind::Char => "a `char` is no C type: cast it to `i32`",
            TyKind::Tuple(_) => "tuples have no C counterpart: use a struct",
            TyKind::Array(..) | TyKind::OpenArray(..) => "C passes arrays by pointer: use `.as_ptr()`",
            TyKind::Void | TyKind::Never => "this has no value",
            TyKind::Fn(sig) if sig.conv == Conv::Vex => "a Vex function, whose convention C does not know",
            _ => return,
        };
        let shown = self.show(term);
        let span = self.body.exprs[arg].span;
        let message = format!("`{shown}` cannot be passed to a variadic function");
        self.error(NOT_VARIADIC_ARGUMENT, span, message, reason);
        // The format is not checked against this argument, which is in error.
        self.set(arg, Term::ERROR);
    }

    // Long because it has an arm for each built-in function.
    fn builtin(
        &mut self,
        id: ExprId,
        builtin: Builtin,
        generics: List<TypeId>,
        args: List<ExprId>,
        want: Want,
    ) -> Term {
        let span = self.body.exprs[id].span;
        let takes_type = matches!(builtin, Builtin::SizeOf | Builtin::AlignOf);
        let optional_type =
            matches!(builtin, Builtin::Default | Builtin::NullFn | Builtin::NullMut | Builtin::BlackBox);
        if generics.len() != usize::from(takes_type) && !(optional_type && generics.len() <= 1) {
            let text = builtin.text();
            let message = match (takes_type, optional_type) {
                (true, _) => format!("`{text}` takes one type: `{text}::<T>()`"),
                (false, true) => format!("`{text}` takes at most one type"),
                (false, false) => format!("`{text}` takes no type"),
            };
            self.error(WRONG_TYPE_ARGUMENT, span, message, "wrong number of type arguments");
            // `size_of(x)`: the surplus argument is reported with this.
            if takes_type && generics.is_empty() {
                self.infer_args(args, 0);
                return Ty::USIZE.into();
            }
        }
        let given = self.body.type_lists[generics].first().copied().map(|t| self.type_term(t));
        let args: Vec<ExprId> = self.body.expr_lists[args].to_vec();
        match builtin {
            Builtin::Print | Builtin::Println | Builtin::Eprint | Builtin::Eprintln => {
                let right = self.arity(builtin, &args, 0, 1, span);
                match args.first() {
                    Some(&arg) if right => self.printed(arg),
                    Some(&arg) => drop(self.infer(arg, Want::Nothing)),
                    None => {}
                }
                Ty::VOID.into()
            }
            Builtin::Panic => {
                self.arity(builtin, &args, 0, 1, span);
                if let Some(&arg) = args.first() {
                    self.check(arg, Ty::REF_STR.into());
                }
                Ty::NEVER.into()
            }
            Builtin::Unreachable => {
                self.arity(builtin, &args, 0, 0, span);
                Ty::NEVER.into()
            }
            Builtin::Assert => {
                self.arity(builtin, &args, 1, 2, span);
                if let Some(&arg) = args.first() {
                    self.condition(arg);
                }
                if let Some(&arg) = args.get(1) {
                    self.check(arg, Ty::REF_STR.into());
                }
                Ty::VOID.into()
            }
            Builtin::AssertEq => self.assert_eq(id, &args, span),
            Builtin::SizeOf | Builtin::AlignOf => {
                self.arity(builtin, &args, 0, 0, span);
                if let Some(ty) = given.and_then(Term::finished).filter(|t| *t != Ty::ERROR) {
                    self.needs_layout(ty, span);
                }
                Ty::USIZE.into()
            }
            Builtin::Default => {
                self.arity(builtin, &args, 0, 0, span);
                self.defaults.push((id, Vec::new()));
                let otherwise = if args.is_empty() { None } else { Some(Term::ERROR) };
                given.or(want.value()).or(otherwise).unwrap_or_else(|| self.fresh(VarKind::Any, span))
            }
            Builtin::NullFn | Builtin::NullMut => {
                self.arity(builtin, &args, 0, 0, span);
                let m = if builtin == Builtin::NullMut { Mutability::Mut } else { Mutability::Const };
                match given {
                    Some(ty) => self.terms.ptr(m, ty),
                    None => self.null(want),
                }
            }
            Builtin::BlackBox => {
                self.arity(builtin, &args, 1, 1, span);
                match (args.first(), given) {
                    (Some(&arg), Some(ty)) => {
                        self.check(arg, ty);
                        ty
                    }
                    (Some(&arg), None) => self.infer(arg, Want::Nothing),
                    (None, _) => Term::ERROR,
                }
            }
        }
    }

    /// Reports a wrong number of arguments. Returns whether it is right.
    fn arity(&mut self, builtin: Builtin, args: &[ExprId], least: usize, most: usize, span: Span) -> bool {
        if (least..=most).contains(&args.len()) {
            return true;
        }
        let wanted = if least == most { least.to_string() } else { format!("{least} or {most}") };
        let plural = if most == 1 && least == 1 { "" } else { "s" };
        let message = format!("`{}` takes {wanted} argument{plural}, {} given", builtin.text(), args.len());
        let mut diagnostic = Diagnostic::error(WRONG_ARGUMENT_COUNT, span, message).label("wrong number of arguments");
        if matches!(builtin, Builtin::Print | Builtin::Println | Builtin::Eprint | Builtin::Eprintln) {
            diagnostic = diagnostic.note("`printf` of \"std/libc\" formats values");
        }
        self.report(diagnostic);
        for &arg in &args[most.min(args.len())..] {
            self.infer(arg, Want::Nothing);
        }
        false
    }

    fn printed(&mut self, arg: ExprId) {
        let ty = self.infer(arg, Want::Value(Ty::REF_STR.into()));
        self.coerce_in(arg, ty, Ty::REF_STR.into(), CoercionSite::Printed);
    }

    pub(super) fn not_printed(&mut self, arg: ExprId, ty: Term) {
        let shown = self.show(ty);
        let span = self.body.exprs[arg].span;
        let diagnostic = Diagnostic::error(MISMATCHED_TYPES, span, "mismatched types")
            .label(format!("expected `&str`, found `{shown}`"))
            .note("`printf` of \"std/libc\" formats numbers");
        let text = ty.finished().is_some_and(|ty| self.types.pointee(ty) == Some(Ty::REF_STR));
        let diagnostic = match text {
            true => self.hint(Diagnostic { notes: Vec::new(), ..diagnostic }, arg, ty, Ty::REF_STR.into()),
            false => diagnostic,
        };
        self.report(diagnostic);
    }

    fn needs_layout(&mut self, ty: Ty, span: Span) {
        let Err(error) = layout(self.types, &self.cx.target, ty) else { return };
        let shown = self.show(ty.into());
        match error {
            LayoutError::TooLarge(_) | LayoutError::TooDeep(_) => {
                self.error(WRONG_TYPE_ARGUMENT, span, format!("`{shown}` is too large for the target"), "no such size");
            }
            // Known where there is a type for it.
            LayoutError::Unsized(part) if self.types.mentions_generic(part) => {}
            LayoutError::Unsized(_) | LayoutError::Recursive(_) => {
                self.error(WRONG_TYPE_ARGUMENT, span, format!("`{shown}` has no size"), "not known");
            }
        }
    }

    fn assert_eq(&mut self, id: ExprId, args: &[ExprId], span: Span) -> Term {
        self.arity(Builtin::AssertEq, args, 2, 3, span);
        if let [a, b, ..] = *args {
            // Compared like `a == b`: the same conversions, the same errors.
            self.binary(id, BinOp::Eq, a, b);
        }
        if let Some(&arg) = args.get(2) {
            self.check(arg, Ty::REF_STR.into());
        }
        Ty::VOID.into()
    }
}
