//! Methods of built-in types.

use super::pending::Todo;
use super::want::Want;
use super::*;
use vex_ir::diag::closest;
use vex_ir::pool::List;

const NO_SUCH_METHOD: Code = Code("E0440");
const WRONG_METHOD_ARGUMENTS: Code = Code("E0441");

/// What a receiver is, as far as methods go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Receiver {
    Pointer(Mutability, Term),
    Int,
    Float,
    Str,
    /// A slice or array of these; whether it may be written.
    Slice(Term),
    Other,
}

impl TypeChecker<'_> {
    pub(super) fn method_call(
        &mut self,
        id: ExprId,
        name: Symbol,
        generics: List<TypeId>,
        args: List<ExprId>,
    ) -> Term {
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
        let method = Method::from_text(&text);
        let ty = self.expr_term(receiver);
        let ty = match self.behind_references(ty) {
            // Whatever it points to.
            Err(pointer) if self.var_kind(pointer) == Some(VarKind::Pointer) && method == Some(Method::IsNull) => pointer,
            found => found?,
        };
        let kind = self.receiver(ty);
        let method = method.filter(|m| has_method(kind, *m) && !self.lacks_size(kind, *m));
        if method == Some(Method::ToBits) && self.var_kind(ty) == Some(VarKind::Float) {
            // How many depends on what it becomes.
            return Err(ty);
        }
        self.through_references(receiver);
        let rest = 1..args.len();
        let Some(method) = method else {
            if !inferred {
                self.infer_args(args, 1);
            }
            // Methods of types of the program would stand in `impl` blocks, which are reported as not supported.
            let gated = self.adt(ty).is_some() && self.impls_removed;
            if ty != Ty::ERROR && !gated {
                self.no_method(id, receiver, ty, kind, &text);
            }
            return Ok(Term::ERROR);
        };
        let span = self.body.exprs[id].span;
        if method == Method::Cast {
            let rest = self.body.expr_lists[args][rest].to_vec();
            return Ok(self.pointer_cast(id, receiver, ty, generics, &rest));
        }
        if !generics.is_empty() {
            self.error(WRONG_METHOD_ARGUMENTS, span, format!("`{text}` takes no type"), "not generic");
        }
        let (params, ret) = self.signature(method, kind, ty);
        if params.len() != rest.len() {
            let plural = if params.len() == 1 { "" } else { "s" };
            let message = format!("`{text}` takes {} argument{plural}, {} given", params.len(), rest.len());
            self.error(WRONG_METHOD_ARGUMENTS, span, message, "wrong number of arguments");
        }
        for (i, position) in args.range().skip(1).enumerate() {
            let arg = *self.body.expr_lists.at(position);
            self.argument(arg, params.get(i).copied(), inferred);
        }
        if method == Method::AsMutPtr {
            self.require_writable(receiver, ty);
        }
        self.body.set(id, ExprKind::Method(method, args));
        Ok(ret)
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
    fn through_references(&mut self, receiver: ExprId) {
        let mut ty = self.expr_term(receiver);
        while let Shape::Ref(_, to) = self.terms.shape(ty) {
            if self.stays_behind(to) {
                break;
            }
            self.wrap(receiver, to, ExprKind::Deref);
            ty = to;
        }
    }

    fn receiver(&mut self, ty: Term) -> Receiver {
        match self.terms.shape(ty) {
            Shape::Ptr(m, to) => Receiver::Pointer(m, to),
            Shape::Var(VarKind::Pointer) | Shape::Other(Ty::NULL) => Receiver::Pointer(Mutability::Const, Ty::VOID.into()),
            Shape::Var(VarKind::Int) => Receiver::Int,
            Shape::Var(VarKind::Float) => Receiver::Float,
            Shape::Other(ty) if ty.as_int().is_some() => Receiver::Int,
            Shape::Other(ty) if ty.as_float().is_some() => Receiver::Float,
            Shape::Array(of, _) => Receiver::Slice(of),
            Shape::Ref(_, to) => match self.terms.shape(to) {
                Shape::Other(Ty::STR) => Receiver::Str,
                Shape::Slice(of) | Shape::Array(of, _) => Receiver::Slice(of),
                _ => Receiver::Other,
            },
            _ => Receiver::Other,
        }
    }

    /// The types of the arguments behind the receiver, and of the result.
    fn signature(&mut self, method: Method, kind: Receiver, ty: Term) -> (Vec<Term>, Term) {
        use Method::*;
        let of = Term::from;
        match (method, kind) {
            (IsNull, _) => (vec![], of(Ty::BOOL)),
            (PtrAdd | PtrSub, _) => (vec![of(Ty::USIZE)], ty),
            (PtrOffset, _) => (vec![of(Ty::ISIZE)], ty),
            (OffsetFrom, Receiver::Pointer(_, to)) => (vec![self.terms.ptr(Mutability::Const, to)], of(Ty::ISIZE)),
            (Read | ReadUnaligned | ReadVolatile, Receiver::Pointer(_, to)) => (vec![], to),
            (Write | WriteUnaligned | WriteVolatile, Receiver::Pointer(_, to)) => (vec![to], of(Ty::VOID)),
            (WrappingShl | WrappingShr | RotateLeft | RotateRight | Pow, _) => (vec![of(Ty::U32)], ty),
            (LeadingZeros | TrailingZeros | CountOnes, _) => (vec![], of(Ty::U32)),
            (
                WrappingAdd | WrappingSub | WrappingMul | WrappingDiv | WrappingRem | SaturatingAdd | SaturatingSub
                | SaturatingMul | Min | Max | Copysign | Atan2 | Powf | Hypot,
                _,
            ) => (vec![ty], ty),
            (MulAdd, _) => (vec![ty, ty], ty),
            (IsNan | IsInfinite | IsFinite, _) => (vec![], of(Ty::BOOL)),
            (ToBits, _) => (vec![], of(if ty == Ty::F32 { Ty::U32 } else { Ty::U64 })),
            (Len, _) => (vec![], of(Ty::USIZE)),
            (IsEmpty, _) => (vec![], of(Ty::BOOL)),
            (AsPtr, Receiver::Str) => (vec![], of(Ty::PTR_U8)),
            (AsPtr, Receiver::Slice(of)) => (vec![], self.terms.ptr(Mutability::Const, of)),
            (AsMutPtr, Receiver::Slice(of)) => (vec![], self.terms.ptr(Mutability::Mut, of)),
            (AsBytes, _) => {
                let bytes = self.types.slice(Ty::U8);
                (vec![], self.types.reference(Mutability::Const, bytes).into())
            }
            (Iter, Receiver::Slice(of)) => {
                let slice = self.terms.slice(of);
                (vec![], self.terms.reference(Mutability::Const, slice))
            }
            // All others give what they take.
            _ => (vec![], ty),
        }
    }

    /// `p.cast::<T>()` is a cast that keeps the permission.
    fn pointer_cast(&mut self, id: ExprId, receiver: ExprId, ty: Term, generics: List<TypeId>, rest: &[ExprId]) -> Term {
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
        let pointee = self.body.meaning(to);
        let pointer = self.body.types.alloc(TypeExpr { kind: TypeKind::Ptr(m, to), span: at });
        let ty = self.types.ptr(m, pointee);
        self.body.type_ty.resize(type_index(pointer) + 1, Ty::UNKNOWN);
        self.body.type_ty[type_index(pointer)] = ty;
        self.body.set(id, ExprKind::Cast(receiver, pointer));
        self.casts.push(id);
        ty.into()
    }

    fn require_writable(&mut self, receiver: ExprId, ty: Term) {
        match self.terms.shape(ty) {
            Shape::Ref(Mutability::Mut, _) => {}
            Shape::Ref(Mutability::Const, _) => self.read_only(self.body.exprs[receiver].span, receiver),
            _ => self.require_mutable(receiver, ty),
        }
    }

    /// Whether a method needs the size of what is pointed to, and it is unknown. A `*void` counts in bytes, as
    /// compilers for C have it, but has nothing to read.
    fn lacks_size(&mut self, kind: Receiver, method: Method) -> bool {
        use Method::*;
        let Receiver::Pointer(_, to) = kind else { return false };
        let to = self.resolve(to);
        let opaque = |adt: &AdtDef| adt.kind == AdtKind::Opaque;
        match method {
            PtrAdd | PtrSub | PtrOffset | OffsetFrom if to == Ty::VOID => false,
            PtrAdd | PtrSub | PtrOffset | OffsetFrom | Read | ReadUnaligned | ReadVolatile | Write | WriteUnaligned
            | WriteVolatile => {
                to == Ty::VOID || self.terms.is_unsized(to) || self.adt(to).is_some_and(opaque)
            }
            _ => false,
        }
    }

    /// Why a method is missing that a similar receiver has.
    fn almost(&mut self, kind: Receiver, text: &str) -> Option<String> {
        let method = Method::from_text(text)?;
        match kind {
            Receiver::Pointer(_, to) if self.lacks_size(kind, method) => {
                Some(format!("`{}` has no size: cast the pointer to one to what is there", self.show(to)))
            }
            Receiver::Pointer(Mutability::Const, to) if has_method(Receiver::Pointer(Mutability::Mut, to), method) => {
                Some(format!("writing takes a `*mut {}`", self.show(to)))
            }
            Receiver::Str if has_method(Receiver::Slice(Ty::U8.into()), method) => {
                Some("a `&str` cannot be changed, and `.as_bytes()` gives its bytes".to_string())
            }
            _ => None,
        }
    }

    fn no_method(&mut self, id: ExprId, receiver: ExprId, ty: Term, kind: Receiver, text: &str) {
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
        } else if let Some(note) = self.almost(kind, text) {
            diagnostic = diagnostic.note(note);
        } else if let Some(ours) = elsewhere(text).filter(|method| has_method(kind, *method)) {
            diagnostic = diagnostic.suggest(at, ours.text(), format!("it is called `{}` here", ours.text()));
        } else if let Some(close) =
            closest(text, Method::ALL.iter().filter(|m| has_method(kind, **m)).map(|m| m.text()))
        {
            diagnostic = diagnostic.suggest(at, close, "a method with a similar name exists");
        }
        self.cx.emit(diagnostic);
    }
}

/// What methods of other languages are called here.
pub(super) fn elsewhere(text: &str) -> Option<Method> {
    Some(match text {
        "length" | "size" | "count" | "strlen" => Method::Len,
        "empty" | "isEmpty" => Method::IsEmpty,
        "data" | "c_str" | "as_pointer" | "ptr" => Method::AsPtr,
        "bytes" => Method::AsBytes,
        "log" => Method::Ln,
        "fabs" => Method::Abs,
        "popcount" => Method::CountOnes,
        "clz" => Method::LeadingZeros,
        "ctz" => Method::TrailingZeros,
        "isnan" | "is_NaN" => Method::IsNan,
        "fma" => Method::MulAdd,
        "powi" => Method::Powf,
        // Every other name is Vex's own, or unknown.
        _ => return None,
    })
}

/// Which methods a receiver has.
fn has_method(kind: Receiver, method: Method) -> bool {
    use Method::*;
    match method {
        IsNull | PtrAdd | PtrSub | PtrOffset | OffsetFrom | Read | ReadUnaligned | ReadVolatile | Cast => {
            matches!(kind, Receiver::Pointer(..))
        }
        Write | WriteUnaligned | WriteVolatile => matches!(kind, Receiver::Pointer(Mutability::Mut, _)),
        WrappingAdd | WrappingSub | WrappingMul | WrappingDiv | WrappingRem | WrappingNeg | WrappingShl
        | WrappingShr | SaturatingAdd | SaturatingSub | SaturatingMul | RotateLeft | RotateRight | LeadingZeros
        | TrailingZeros | CountOnes | SwapBytes | Pow => kind == Receiver::Int,
        Abs | Min | Max => matches!(kind, Receiver::Int | Receiver::Float),
        Sqrt | Floor | Ceil | Trunc | Round | MulAdd | Copysign | Sin | Cos | Tan | Asin | Acos | Atan | Atan2
        | Exp | Exp2 | Ln | Log2 | Log10 | Powf | Hypot | Cbrt | IsNan | IsInfinite | IsFinite | ToBits => {
            kind == Receiver::Float
        }
        Len | IsEmpty | AsPtr => matches!(kind, Receiver::Str | Receiver::Slice(_)),
        AsMutPtr | Iter => matches!(kind, Receiver::Slice(_)),
        AsBytes => kind == Receiver::Str,
    }
}
