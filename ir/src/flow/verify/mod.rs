//! The verifier of Flow. It never panics, whatever the program, and takes time about linear in it.
//!
//! # The law
//!
//! Productions
//! - Statements of the productions `Arith`, `Checked`, `Check` and `IntrinsicOp` occur only where the grammar has them, and constants
//!   that lead to memory without a name where it has `Symbolic`.
//! - Parameters, types and functions with arguments, implementations and numbers of types occur only where it has `Open`; a parameter
//!   is one of the definition around, and every parameter of what is mentioned has an argument of its kind.
//! - Functions have an inlining decision if and only if it has `InlineTags`, calls only then; they have a convention that exists,
//!   with as many parameters as arguments, if and only if it has `Abi`.
//!
//! Programs
//! - Every id names something, every type is interned, and nothing has the type `{error}`.
//! - Functions have function types, globals have types with a size; no two of them share a symbol.
//! - Imports have no body and no initializer, everything else has one; in an open program, functions may lack it. `main` has a body.
//! - A constant is a value of its type.
//!
//! Bodies
//! - Locals have types with a size; those that are values, a scalar or fat type.
//! - Parameters are distinct locals of the types that the signature says; so is what is returned, unless nothing is.
//! - There is an entry, and every jump leads to a block.
//! - Places: a pointer is dereferenced, a struct, union, tuple or variant of an enum has the field, an array or slice is
//!   indexed by a `usize`. There is no field of an enum but those of its variants, whose names are distinct.
//! - Values are assigned once, as a whole, before every use in the order of dominance; their address is never taken, and they are
//!   neither moved nor dropped. A body that moves or drops says so.
//! - What is assigned, stored, passed or returned has the type of the place it goes to; operators get what they are
//!   for.
//! - Conditions are `bool`. What is switched on is represented by an integer; its cases are distinct and fit.
//! - Arguments beyond the parameters are passed only to variadic functions, and promoted as C does.
//! - Scopes and the scopes of locals exist; parents stand before their children.

mod body;
mod generic;
mod konst;
mod stmt;
mod value;

use crate::flow;
use crate::flow::{ArgAbi, Ext, FnId, Function, InlineTag, Linkage, Program};
use crate::lang::{Grammar, Production, Violation};
use crate::span::Span;
use crate::ty::{AdtKind, FnSig, Ty, TyKind, Types};
use rustc_hash::FxHashSet;

type Check<T = ()> = Result<T, Violation>;

/// Checks a program against a grammar and the laws of Flow. Reports the first violation.
pub fn verify_flow(program: &flow::Program, grammar: Grammar) -> Result<(), Violation> {
    let verifier = Verifier { program, grammar };
    verifier.types()?;
    let mut symbols = FxHashSet::default();
    for global in program.globals.values() {
        verifier.global(global)?;
        ensure(symbols.insert(global.symbol), global.span, || "two globals have the same symbol".into())?;
    }
    for (id, function) in program.fns.iter() {
        verifier.function(id, function)?;
        ensure(symbols.insert(function.symbol), function.span, || "two functions have the same symbol".into())?;
    }
    if let Some(main) = program.main {
        let found = index(main) < program.fns.len() && program.bodies.contains_idx(main);
        ensure(found, Span::NONE, || "`main` has no body".into())?;
        verifier.plain_fn(main, Span::NONE)?;
    }
    if let Some(drop) = program.drop {
        verifier.allow(Production::Open, Span::NONE)?;
        let found = index(drop) < program.fns.len() && !program.bodies.contains_idx(drop);
        ensure(found, Span::NONE, || "`drop` is no method of a trait".into())?;
    }
    program.impls.iter().try_for_each(|item| verifier.implementation(item))?;
    Ok(())
}

fn ensure(holds: bool, span: Span, what: impl FnOnce() -> String) -> Check {
    if holds { Ok(()) } else { Err(Violation::law(span, what())) }
}

fn index<T>(id: la_arena::Idx<T>) -> usize {
    id.into_raw().into_u32() as usize
}

#[derive(Clone, Copy)]
struct Verifier<'a> {
    program: &'a Program,
    grammar: Grammar,
}

impl<'a> Verifier<'a> {
    fn allow(&self, production: Production, span: Span) -> Check {
        if self.grammar.has(production) { Ok(()) } else { Err(Violation::forbidden(production, span)) }
    }

    /// What a type is, if it is one.
    fn kind(&self, ty: Ty) -> Option<&'a TyKind> {
        let program = self.program;
        (ty.index() < program.types.len()).then(|| program.types.kind(ty))
    }

    /// The fields of structs and the like have types.
    fn types(&self) -> Check {
        // Definitions with parameters stay where their instances are all that is used.
        let open = self.grammar.has(Production::Open);
        for def in self.program.types.adts.values().filter(|def| open || def.generics.is_empty()) {
            let mut names = FxHashSet::default();
            for variant in def.variants() {
                ensure(names.insert(variant.name), variant.span, || "two variants have the same name".into())?;
            }
            for field in def.all_fields() {
                ensure(self.kind(field.ty).is_some(), field.span, || "a field has a type that is not interned".into())?;
                self.in_scope(field.ty, &def.generics, field.span)?;
            }
        }
        Ok(())
    }

    /// Whether values of the type can be held, passed and stored.
    fn is_sized(&self, ty: Ty) -> bool {
        match self.kind(ty) {
            None | Some(TyKind::Error | TyKind::Void | TyKind::Never | TyKind::Str | TyKind::Slice(_)) => false,
            Some(TyKind::Number(_)) => false,
            Some(TyKind::Adt(id) | TyKind::Apply(id, _)) => match self.program.types.adts[*id].kind {
                AdtKind::Struct(_) | AdtKind::Union(_) | AdtKind::Enum { .. } | AdtKind::Sum(_) => true,
                AdtKind::Opaque | AdtKind::Pending => false,
            },
            Some(
                TyKind::Bool
                | TyKind::Char
                | TyKind::Int(_)
                | TyKind::Float(_)
                | TyKind::Null
                | TyKind::Ptr(..)
                | TyKind::Ref(..)
                | TyKind::Array(..)
                | TyKind::Tuple(_)
                | TyKind::Fn(_)
                | TyKind::Param(..)
                | TyKind::Assoc(..)
                | TyKind::OpenArray(..),
            ) => true,
        }
    }

    /// Whether it is a pointer without a length.
    fn is_thin_ptr(&self, ty: Ty) -> bool {
        self.pointee(ty).is_some_and(|to| !self.program.types.is_unsized(to))
    }

    fn is_fat(&self, ty: Ty) -> bool {
        self.pointee(ty).is_some_and(|to| self.program.types.is_unsized(to))
    }

    fn pointee(&self, ty: Ty) -> Option<Ty> {
        match self.kind(ty) {
            Some(TyKind::Ptr(_, to) | TyKind::Ref(_, to)) => Some(*to),
            // Not a pointer.
            _ => None,
        }
    }

    fn is_scalar(&self, ty: Ty) -> bool {
        self.kind(ty).is_some() && self.program.types.is_scalar(ty)
    }

    /// What an unsized type is made of.
    fn element(&self, ty: Ty) -> Option<Ty> {
        match self.kind(ty) {
            Some(TyKind::Slice(of)) => Some(*of),
            Some(TyKind::Str) => Some(Ty::U8),
            // Has no elements behind a fat pointer.
            _ => None,
        }
    }

    fn global(&self, global: &flow::Global) -> Check {
        let span = global.span;
        ensure(self.kind(global.ty).is_some(), span, || "a global has a type that is not interned".into())?;
        self.in_scope(global.ty, &[], span)?;
        let import = global.linkage == Linkage::Import;
        ensure(import == global.init.is_none(), span, || {
            "an import has an initializer, or another global none".into()
        })?;
        // Foreign ones may be of incomplete type: their address is all that is needed.
        ensure(import || self.is_sized(global.ty), span, || "a global has a type without a size".into())?;
        ensure(!(global.unnamed && global.thread_local), span, || "a constant is thread-local".into())?;
        let Some(init) = &global.init else { return Ok(()) };
        ensure(init.ty == global.ty, span, || "an initializer is not of its global's type".into())?;
        self.konst(init, &[], span)
    }

    fn function(&self, id: FnId, function: &Function) -> Check {
        let span = function.span;
        let Some(TyKind::Fn(sig)) = self.kind(function.ty) else {
            return Err(Violation::law(span, "a function has no function type"));
        };
        let import = function.is_import();
        let body = self.program.bodies.get(id);
        let generics = &function.generics;
        self.in_scope(function.ty, generics, span)?;
        let internal = generics.is_empty() || function.linkage == Linkage::Internal;
        ensure(internal, span, || "a function with parameters has a symbol of its own".into())?;
        // Without a body, it is a method of a trait.
        let may_lack = import || self.program.is_open || !generics.is_empty();
        ensure(if body.is_none() { may_lack } else { !import }, span, || {
            "an import has a body, or another function none".into()
        })?;
        match function.tag {
            Some(_) => self.allow(Production::InlineTags, span)?,
            None => {
                let open = !self.grammar.has(Production::InlineTags);
                ensure(open, span, || "a function has no inlining decision".into())?;
            }
        }
        self.convention(function.abi, &sig.params, sig, span)?;
        match body {
            Some(body) => body::BodyVerifier::new(*self, body, function).check(sig),
            None => Ok(()),
        }
    }

    /// That there is a convention if and only if there should be, and that it passes what is passed.
    fn convention(&self, abi: Option<u32>, params: &[Ty], sig: &FnSig, span: Span) -> Check {
        let held = params.iter().all(|ty| self.is_sized(*ty));
        ensure(held, span, || "a parameter has a type without a size".into())?;
        let returned = self.is_sized(sig.ret) || matches!(self.kind(sig.ret), Some(TyKind::Void | TyKind::Never));
        ensure(returned, span, || "what is returned has a type without a size".into())?;
        match abi {
            None if self.grammar.has(Production::Abi) => Err(Violation::law(span, "a convention is missing")),
            None => Ok(()),
            Some(abi) => {
                self.allow(Production::Abi, span)?;
                let fits = self.program.abis.get(abi as usize).is_some_and(|abi| {
                    abi.variadic == sig.variadic
                        && abi.params.len() == params.len()
                        && abi.params.iter().zip(params).all(|(abi, ty)| self.passes(abi, *ty))
                        && self.passes(&abi.ret, sig.ret)
                });
                ensure(fits, span, || "a convention does not exist, or is for other parameters".into())
            }
        }
    }

    /// Whether values of a type can be passed in this way.
    fn passes(&self, abi: &ArgAbi, ty: Ty) -> bool {
        match abi {
            ArgAbi::Ignore => !self.is_scalar(ty) && !self.is_fat(ty),
            ArgAbi::Direct(Ext::None) => self.is_scalar(ty),
            ArgAbi::Direct(Ext::Sign | Ext::Zero) => self.is_scalar(ty) && self.program.types.repr_int(ty).is_some(),
            ArgAbi::Pair => self.is_fat(ty),
            ArgAbi::Cast(_) | ArgAbi::Indirect { .. } => self.is_sized(ty),
        }
    }
}

#[cfg(test)]
mod tests;
