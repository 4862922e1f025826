//! Parameters, each of the definition around, and arguments, one for each parameter.

use super::*;
use crate::flow::{Impl, Measure, Proj, project};
use crate::ty::{Args, GenericParam};

impl Verifier<'_> {
    /// That what a type mentions is there: parameters among `generics`.
    pub(super) fn in_scope(&self, ty: Ty, generics: &[GenericParam], span: Span) -> Check {
        let types = &self.program.types;
        if ty.index() >= types.len() || !types.mentions_generic(ty) {
            if let Some(TyKind::Adt(id)) = self.kind(ty) {
                let plain = types.adts[*id].generics.is_empty();
                ensure(plain, span, || "a type with parameters has no arguments".into())?;
            }
            return Ok(());
        }
        self.allow(Production::Open, span)?;
        ensure(types.extent(ty) <= Types::MAX_EXTENT, span, || "a type is too large".into())?;
        match types.kind(ty) {
            TyKind::Param(..) => {
                let is_type = self.param(ty, generics).is_some_and(|param| param.number.is_none());
                ensure(is_type, span, || "a parameter of another definition, or a number, is used as a type".into())
            }
            TyKind::Number(_) => Err(Violation::law(span, "a number is used as a type")),
            TyKind::Apply(id, args) => self.args(*args, &types.adts[*id].generics, generics, span),
            TyKind::Assoc(_, _, args) => {
                let is_type = types.args(*args).first().is_some_and(|ty| !matches!(types.kind(*ty), TyKind::Number(_)));
                ensure(is_type, span, || "an associated type is of no type".into())?;
                types.args(*args).iter().try_for_each(|arg| self.arg(*arg, None, generics, span))
            }
            TyKind::OpenArray(of, len) => {
                self.in_scope(*of, generics, span)?;
                self.arg(*len, Some(true), generics, span)
            }
            // Everything else has parts that are types.
            kind => {
                let mut result = Ok(());
                kind.parts(&mut |part| {
                    if result.is_ok() {
                        result = self.in_scope(part, generics, span);
                    }
                });
                result
            }
        }
    }

    fn param<'a>(&self, ty: Ty, generics: &'a [GenericParam]) -> Option<&'a GenericParam> {
        match self.kind(ty) {
            Some(TyKind::Param(number, name)) => generics.get(*number as usize).filter(|param| param.name == *name),
            // No parameter.
            _ => None,
        }
    }

    /// One argument; `number`: whether it has to be one.
    fn arg(&self, arg: Ty, number: Option<bool>, generics: &[GenericParam], span: Span) -> Check {
        let is_number = match self.kind(arg) {
            Some(TyKind::Number(_)) => true,
            _ => self.param(arg, generics).is_some_and(|param| param.number.is_some()),
        };
        let right = number.is_none_or(|wanted| wanted == is_number);
        ensure(right, span, || "an argument is a number where a type is wanted, or the other way round".into())?;
        if is_number { self.allow(Production::Open, span) } else { self.in_scope(arg, generics, span) }
    }

    fn args(&self, args: Args, wanted: &[GenericParam], generics: &[GenericParam], span: Span) -> Check {
        let args = self.program.types.args(args);
        let count = args.len() == wanted.len() && !args.is_empty();
        ensure(count, span, || "there are not as many arguments as parameters".into())?;
        let mut pairs = args.iter().zip(wanted);
        pairs.try_for_each(|(arg, param)| self.arg(*arg, Some(param.number.is_some()), generics, span))
    }

    /// That there is a function which takes no arguments.
    pub(super) fn plain_fn(&self, id: FnId, span: Span) -> Check {
        let fns = &self.program.fns;
        ensure(index(id) < fns.len(), span, || "a function does not exist".into())?;
        ensure(fns[id].generics.is_empty(), span, || "a function with parameters has no arguments".into())
    }

    pub(super) fn applied_fn(&self, id: FnId, args: Args, generics: &[GenericParam], span: Span) -> Check {
        let fns = &self.program.fns;
        ensure(index(id) < fns.len(), span, || "a function does not exist".into())?;
        self.args(args, &fns[id].generics, generics, span)
    }

    /// Whether a constant of type `ty` is this number of a type.
    pub(super) fn measure(
        &self,
        ty: Ty,
        measure: Measure,
        of: Ty,
        generics: &[GenericParam],
        span: Span,
    ) -> Check<bool> {
        if measure == Measure::Value {
            self.arg(of, Some(true), generics, span)?;
            return Ok(match self.kind(of) {
                Some(TyKind::Number(number)) => number.fits(ty, 64),
                _ => self.param(of, generics).is_some_and(|param| param.number == Some(ty)),
            });
        }
        self.in_scope(of, generics, span)?;
        let has = match measure {
            Measure::Size | Measure::Align => self.is_sized(of),
            Measure::Offset(field) => project(&self.program.types, of, Proj::Field(field)) != Ty::ERROR,
            Measure::Len => matches!(self.kind(of), Some(TyKind::Array(..) | TyKind::OpenArray(..))),
            // Looked at above.
            Measure::Value => true,
        };
        Ok(has && ty == Ty::USIZE)
    }

    /// That an implementation is for a type, and its methods are functions with as many parameters as they get arguments.
    pub(super) fn implementation(&self, item: &Impl) -> Check {
        let Impl { generics, args, types, fns, span, of: _ } = item;
        self.allow(Production::Open, *span)?;
        let args = self.program.types.args(*args);
        ensure(!args.is_empty(), *span, || "an implementation is for no type".into())?;
        args.iter().try_for_each(|arg| self.arg(*arg, None, generics, *span))?;
        types.iter().try_for_each(|(_, ty)| self.in_scope(*ty, generics, *span))?;
        for (method, function) in fns {
            let all = &self.program.fns;
            let exist = index(*method) < all.len() && index(*function) < all.len();
            ensure(exist, *span, || "a function does not exist".into())?;
            let own = all[*method].generics.len().checked_sub(args.len());
            let fits = own.is_some_and(|own| all[*function].generics.len() == generics.len() + own);
            ensure(fits, *span, || {
                "what an implementation has is no method of a trait, or has other parameters".into()
            })?;
        }
        Ok(())
    }
}
