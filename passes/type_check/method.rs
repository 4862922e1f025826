//! Methods of built-in types.

use super::pending::Todo;
use super::want::Want;
use super::*;
use vex_ir::diag::closest;
use vex_ir::pool::List;
use vex_ir::tree::methods::{Pointee, Receiver, SigTy, Taken};

const NO_SUCH_METHOD: Code = Code("E0440");
const WRONG_METHOD_ARGUMENTS: Code = Code("E0441");

/// What a receiver is, as far as methods go, and what it leads to.
type Received = Option<(Receiver, Term)>;

impl TypeChecker<'_> {
    pub(super) fn method_call(&mut self, id: ExprId, name: Symbol, generics: List<TypeId>, args: List<ExprId>) -> Term {
        let Some(&receiver) = self.body.expr_lists[args].first() else { return Term::ERROR };
        self.infer(receiver, Want::Nothing);
        let found = self.method_of(id, name, generics, args, false);
        if found.is_err() {
            self.infer_args(args, 1);
        }
        self.or_later(found, id, || Todo::Method { id, name, generics, args })
    }

    /// The result of a method, whose receiver was inferred; its arguments may have been, too.
    pub(super) fn method_of(
        &mut self,
        id: ExprId,
        name: Symbol,
        generics: List<TypeId>,
        args: List<ExprId>,
        inferred: bool,
    ) -> Result<Term, Term> {
        let receiver = self.body.expr_lists[args][0];
        let text = self.name(name).to_string();
        let ty = self.expr_term(receiver);
        let ty = match self.behind_references(ty) {
            // Whatever it points to.
            Err(pointer)
                if self.var_kind(pointer) == Some(VarKind::Pointer)
                    && Method::named(&text, Receiver::Ptr) == Some(Method::IsNull) =>
            {
                pointer
            }
            found => found?,
        };
        let kind = self.receiver(ty);
        let method = kind
            .and_then(|(receiver, to)| Method::named(&text, receiver).filter(|method| !self.lacks_size(to, *method)));
        if self.var_kind(ty) == Some(VarKind::Float) && method.is_some_and(|m| m.declaration().ret == SigTy::Bits) {
            // How many depends on what it becomes.
            return Err(ty);
        }
        if method.is_none()
            && let Some(found) = self.method_of_type(id, (name, ty), generics, args, inferred)?
        {
            return Ok(found);
        }
        self.through_references(receiver);
        let (Some(method), Some((_, elem))) = (method, kind) else {
            if !inferred {
                self.infer_args(args, 1);
            }
            if ty != Ty::ERROR {
                self.no_method(id, receiver, ty, kind, name);
            }
            return Ok(Term::ERROR);
        };
        let span = self.body.exprs[id].span;
        let declaration = method.declaration();
        if declaration.ret == SigTy::Pointing {
            let rest = self.body.expr_lists[args][1..].to_vec();
            return Ok(self.pointer_cast(id, receiver, ty, generics, &rest));
        }
        self.takes_no_type(method, generics, span);
        self.method_arguments(method, (ty, elem), args, inferred, span);
        if declaration.taken == Taken::RefMut {
            self.require_writable(receiver, ty);
        }
        self.body.set(id, ExprKind::Method(method, args));
        Ok(self.sig_ty(declaration.ret, ty, elem))
    }

    fn takes_no_type(&mut self, method: Method, generics: List<TypeId>, span: Span) {
        if !generics.is_empty() {
            let message = format!("`{}` takes no type", method.name());
            self.error(WRONG_METHOD_ARGUMENTS, span, message, "not generic");
        }
    }

    /// Checks the arguments behind the receiver, which has the type `this` and leads to `elem`.
    fn method_arguments(
        &mut self,
        method: Method,
        (this, elem): (Term, Term),
        args: List<ExprId>,
        inferred: bool,
        span: Span,
    ) {
        let (params, given) = (method.declaration().params, args.len() - 1);
        if params.len() != given {
            let plural = if params.len() == 1 { "" } else { "s" };
            let message = format!("`{}` takes {} argument{plural}, {given} given", method.name(), params.len());
            self.error(WRONG_METHOD_ARGUMENTS, span, message, "wrong number of arguments");
        }
        for (i, position) in args.range().skip(1).enumerate() {
            let arg = *self.body.expr_lists.at(position);
            let param = params.get(i).map(|param| self.sig_ty(*param, this, elem));
            self.argument(arg, param, inferred);
        }
    }

    /// Checks an argument, which may have been inferred before it was known what it is for.
    pub(super) fn argument(&mut self, arg: ExprId, param: Option<Term>, inferred: bool) {
        match param {
            Some(param) if inferred => {
                let found = self.expr_term(arg);
                self.coerce(arg, found, param);
            }
            Some(param) => self.check(arg, param),
            None if inferred => {}
            None => _ = self.infer(arg, Want::Nothing),
        }
    }

    /// Infers arguments from one on, of which nothing is known.
    pub(super) fn infer_args(&mut self, args: List<ExprId>, from: usize) {
        for position in args.range().skip(from) {
            let arg = *self.body.expr_lists.at(position);
            self.infer(arg, Want::Nothing);
        }
    }

    /// What a receiver is behind references: slices, strings and arrays stay behind theirs.
    fn behind_references(&mut self, ty: Term) -> Result<Term, Term> {
        let mut ty = self.open(ty)?;
        while let Shape::Ref(_, to) = self.terms.shape(ty) {
            let to = self.open(to)?;
            if self.stays_behind(to) {
                break;
            }
            ty = to;
        }
        Ok(ty)
    }

    fn stays_behind(&self, to: Term) -> bool {
        matches!(self.terms.shape(to), Shape::Other(Ty::STR) | Shape::Slice(_) | Shape::Array(..))
    }

    /// Makes the dereferences explicit that lead to what a receiver is.
    pub(super) fn through_references(&mut self, receiver: ExprId) {
        let mut ty = self.expr_term(receiver);
        while let Shape::Ref(_, to) = self.terms.shape(ty) {
            if self.stays_behind(to) {
                break;
            }
            self.wrap(receiver, to, ExprKind::Deref);
            ty = to;
        }
    }

    pub(super) fn receiver(&mut self, ty: Term) -> Received {
        let of = |m: Mutability| if m == Mutability::Mut { Receiver::PtrMut } else { Receiver::Ptr };
        Some(match self.terms.shape(ty) {
            Shape::Ptr(m, to) => (of(m), to),
            Shape::Var(VarKind::Pointer) | Shape::Other(Ty::NULL) => (Receiver::Ptr, Ty::VOID.into()),
            Shape::Var(VarKind::Int) => (Receiver::Int, ty),
            Shape::Var(VarKind::Float) => (Receiver::Float, ty),
            Shape::Other(number) if number.as_int().is_some() => (Receiver::Int, ty),
            Shape::Other(number) if number.as_float().is_some() => (Receiver::Float, ty),
            Shape::Array(of, _) => (Receiver::Slice, of),
            Shape::Ref(_, to) => match self.terms.shape(to) {
                Shape::Other(Ty::STR) => (Receiver::Str, Ty::U8.into()),
                Shape::Slice(of) | Shape::Array(of, _) => (Receiver::Slice, of),
                _ => return None,
            },
            _ => return None,
        })
    }

    /// What a type in a signature is for a receiver of type `this`, which leads to `elem`.
    fn sig_ty(&mut self, ty: SigTy, this: Term, elem: Term) -> Term {
        match ty {
            SigTy::This => this,
            SigTy::Elem => elem,
            SigTy::Bool => Ty::BOOL.into(),
            SigTy::U32 => Ty::U32.into(),
            SigTy::Usize => Ty::USIZE.into(),
            SigTy::Isize => Ty::ISIZE.into(),
            SigTy::Void => Ty::VOID.into(),
            SigTy::Ptr => self.terms.ptr(Mutability::Const, elem),
            SigTy::PtrMut => self.terms.ptr(Mutability::Mut, elem),
            SigTy::Slice => {
                let slice = self.terms.slice(elem);
                self.terms.reference(Mutability::Const, slice)
            }
            SigTy::Bits => if this == Ty::F32 { Ty::U32 } else { Ty::U64 }.into(),
            // `pointer_cast` says which.
            SigTy::Pointing => Term::ERROR,
        }
    }

    /// `p.cast::<T>()` is a cast that keeps the permission.
    fn pointer_cast(
        &mut self,
        id: ExprId,
        receiver: ExprId,
        ty: Term,
        generics: List<TypeId>,
        rest: &[ExprId],
    ) -> Term {
        let span = self.body.exprs[id].span;
        let (&[to], true) = (&self.body.type_lists[generics], rest.is_empty()) else {
            self.error(WRONG_METHOD_ARGUMENTS, span, "`cast` takes a type and no arguments", "write `cast::<T>()`");
            return Term::ERROR;
        };
        let m = match self.terms.shape(ty) {
            Shape::Ptr(m, _) => m,
            _ => Mutability::Const,
        };
        let at = self.body.types[to].span;
        let pointee = self.type_term(to);
        let pointer = self.body.alloc_type(TypeKind::Ptr(m, to), at);
        let ty = self.terms.ptr(m, pointee);
        self.body.type_ty.resize(type_index(pointer) + 1, Ty::UNKNOWN);
        match ty.finished() {
            Some(ty) => self.body.type_ty[type_index(pointer)] = ty,
            None => _ = self.holes.insert(pointer, ty),
        }
        self.body.set(id, ExprKind::Cast(receiver, pointer));
        self.casts.push(id);
        ty
    }

    fn require_writable(&mut self, receiver: ExprId, ty: Term) {
        match self.terms.shape(ty) {
            Shape::Ref(Mutability::Mut, _) => {}
            Shape::Ref(Mutability::Const, _) => self.read_only(self.body.exprs[receiver].span, receiver),
            _ => self.require_mutable(receiver, ty),
        }
    }

    /// Whether a method of pointers needs the size of `to`, which they lead to, and it is unknown.
    fn lacks_size(&mut self, to: Term, method: Method) -> bool {
        let pointee = method.of().pointee;
        let to = self.resolve(to);
        let opaque = |adt: &AdtDef| adt.kind == AdtKind::Opaque;
        match pointee {
            Pointee::Any => false,
            Pointee::Counted if to == Ty::VOID => false,
            Pointee::Counted | Pointee::Sized => {
                to == Ty::VOID || self.terms.is_unsized(to) || self.adt(to).is_some_and(opaque)
            }
        }
    }

    /// Why a method is missing that a similar receiver has.
    fn almost(&mut self, kind: Receiver, to: Term, text: &str) -> Option<String> {
        match kind {
            Receiver::Ptr | Receiver::PtrMut => {
                let method = Method::named(text, Receiver::PtrMut)?;
                Some(if self.lacks_size(to, method) {
                    format!("`{}` has no size: cast the pointer to one to what is there", self.show(to))
                } else {
                    format!("writing takes a `*mut {}`", self.show(to))
                })
            }
            Receiver::Str if Method::named(text, Receiver::Slice).is_some() => {
                Some("a `&str` cannot be changed, and `.as_bytes()` gives its bytes".to_string())
            }
            Receiver::Slice
                if matches!(text, "push" | "push_back" | "append" | "add" | "insert" | "pop" | "remove") =>
            {
                Some(
                    "arrays and slices have as many elements as when they were made: `a[i] = x` replaces one"
                        .to_string(),
                )
            }
            // The others have no relatives.
            Receiver::Int | Receiver::Float | Receiver::Str | Receiver::Slice => None,
        }
    }

    fn no_method(&mut self, id: ExprId, receiver: ExprId, ty: Term, kind: Received, name: Symbol) {
        let text = &self.name(name).to_string();
        let text = text.as_str();
        let shown = self.show(ty);
        let span = self.body.exprs[id].span;
        let from = self.body.exprs[receiver].span.hi;
        let at = Span::new((from + 1).min(span.hi), (from + 1 + text.len() as u32).min(span.hi));
        let mut diagnostic =
            Diagnostic::error(NO_SUCH_METHOD, at, format!("`{shown}` has no method `{text}`")).label("no such method");
        let field = self.adt(ty).and_then(|adt| adt.fields().iter().find(|f| self.cx.text(f.name) == text));
        if let Some(field) = field {
            if self.types.sig(field.ty).is_some() {
                let base = self.cx.snippet(self.body.exprs[receiver].span).to_string();
                let whole = Span::new(span.lo, at.hi);
                diagnostic = diagnostic.fix(whole, format!("({base}.{text})"), "call the function in the field");
            } else {
                diagnostic = diagnostic.note(format!("`{text}` is a field"));
            }
        } else if let Shape::Ptr(_, to) = self.terms.shape(ty)
            && self.has_member(to, name)
        {
            let span = self.body.exprs[receiver].span;
            let base = self.cx.snippet(span).to_string();
            diagnostic = diagnostic.suggest(span, format!("(*{base})"), "what it points to has that method");
        } else if matches!(text, "clone" | "to_owned") && self.cx.snippet(span).ends_with("()") {
            let operand = self.cx.snippet(self.body.exprs[receiver].span).to_string();
            let referred = matches!(self.body.kind(receiver), ExprKind::Deref(inner)
                if self.body.span(inner) == self.body.span(receiver));
            let text = format!("{}{operand}", if referred { "*" } else { "" });
            diagnostic = diagnostic.suggest(span, text, "a value is copied where it is used");
        } else if let Some(known) = self.trait_with(diagnostic.clone(), ty, name) {
            diagnostic = known;
        } else if kind.is_none() {
            diagnostic = self.similar_member(diagnostic, ty, text, at);
        } else if let Some((kind, to)) = kind {
            if let Some(note) = self.almost(kind, to, text) {
                diagnostic = diagnostic.note(note);
            } else if let Some(ours) = Method::elsewhere(text, kind) {
                diagnostic = diagnostic.suggest(at, ours.name(), format!("it is called `{}` here", ours.name()));
            } else if let Some(close) = closest(text, Method::all_of(kind).map(Method::name)) {
                diagnostic = diagnostic.suggest(at, close, "a method with a similar name exists");
            }
        }
        self.report(diagnostic);
    }
}
