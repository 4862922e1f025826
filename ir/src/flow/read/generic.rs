//! Parameters, what is given for them, and implementations.

use super::*;
use crate::flow::print::measure_name;
use crate::ty::{Args, Number};

impl Reader<'_> {
    /// `<T, C: Copy, N: usize>`, if it is there: the parameters of what is read.
    pub(super) fn generic_params(&mut self) -> Read<()> {
        self.generics.clear();
        if !self.eat("<") {
            return Ok(());
        }
        let generics = self.list(">", |r| {
            let name = r.name()?;
            let (mut number, mut copy) = (None, false);
            if r.eat(":") {
                copy = r.eat("Copy");
                number = if copy { None } else { Some(r.ty()?) };
            }
            Ok(GenericParam { name, number, copy })
        })?;
        self.generics = generics;
        Ok(())
    }

    /// The parameter that has a name.
    pub(super) fn generic_param(&self, name: Symbol) -> Option<Ty> {
        let number = self.generics.iter().position(|param| param.name == name)?;
        Some(self.program.types.intern(TyKind::Param(number as u32, name)))
    }

    /// `<i32, 3>`, if it is there.
    pub(super) fn generic_args(&mut self) -> Read<Option<Args>> {
        if !self.eat("<") {
            return Ok(None);
        }
        let args = self.generic_list()?;
        Ok(Some(self.program.types.make_args(args)))
    }

    /// Arguments up to the `>`.
    fn generic_list(&mut self) -> Read<Vec<Ty>> {
        self.list(">", |r| {
            if let Some(value) = r.truth() {
                return Ok(r.program.types.number(Number::Bool(value)));
            }
            match r.peek().kind {
                Kind::Number => r.number_arg(),
                Kind::Char => {
                    let value = r.character()?;
                    Ok(r.program.types.number(Number::Char(value)))
                }
                _ if r.is("-") => r.number_arg(),
                _ => r.ty(),
            }
        })
    }

    fn number_arg(&mut self) -> Read<Ty> {
        let token = self.peek();
        let negative = self.eat("-");
        let magnitude: u128 = self.number("a number")?;
        let number = if negative { 0i128.checked_sub_unsigned(magnitude) } else { magnitude.try_into().ok() };
        match number {
            Some(number) => Ok(self.program.types.number(Number::Int(number))),
            None => self.error_at(token, "this number is too large"),
        }
    }

    /// What stands in `[T; …]`: a number or a parameter.
    pub(super) fn array_len(&mut self, of: Ty) -> Read<Ty> {
        if self.peek().kind == Kind::Number {
            let len = self.number("a number of elements")?;
            return Ok(self.program.types.array(of, len));
        }
        let len = self.ty()?;
        Ok(self.program.types.array_of(of, len))
    }

    /// `T as Trait<A>>::Name`, behind its `<`
    pub(super) fn assoc_ty(&mut self) -> Read<Ty> {
        let mut args = vec![self.ty()?];
        self.expect("as")?;
        let of = self.name()?;
        if self.eat("<") {
            args.extend(self.generic_list()?);
        }
        self.expect(">")?;
        self.expect(":")?;
        self.expect(":")?;
        let name = self.name()?;
        let args = self.program.types.make_args(args);
        Ok(self.program.types.intern(TyKind::Assoc(of, name, args)))
    }

    /// `size_of T`, `offset_of T.1` and their like, if that is here.
    pub(super) fn measure(&mut self) -> Read<Option<ConstData>> {
        let all = [Measure::Size, Measure::Align, Measure::Offset(0), Measure::Len, Measure::Value];
        let Some(measure) = all.into_iter().find(|measure| self.eat(measure_name(*measure))) else { return Ok(None) };
        let of = self.ty()?;
        let measure = match measure {
            Measure::Offset(_) => {
                self.expect(".")?;
                Measure::Offset(self.number("the number of a field")?)
            }
            Measure::Size | Measure::Align | Measure::Len | Measure::Value => measure,
        };
        Ok(Some(ConstData::Measure(measure, of)))
    }

    /// `impl<T> Trait<A> for Type { type Name = B; fn @method = @function; }`
    pub(super) fn implementation(&mut self) -> Read<()> {
        let first = self.at;
        self.expect("impl")?;
        self.generic_params()?;
        let of = self.name()?;
        let mut args = vec![Ty::ERROR];
        if self.eat("<") {
            args.extend(self.generic_list()?);
        }
        self.expect("for")?;
        args[0] = self.ty()?;
        let span = self.position(first)?;
        self.expect("{")?;
        let (mut types, mut fns) = (Vec::new(), Vec::new());
        while !self.eat("}") {
            if self.eat("type") {
                let name = self.name()?;
                self.expect("=")?;
                types.push((name, self.ty()?));
            } else {
                self.expect("fn")?;
                let method = self.fn_ref()?;
                self.expect("=")?;
                fns.push((method, self.fn_ref()?));
            }
            self.expect(";")?;
        }
        let args = self.program.types.make_args(args);
        let generics = std::mem::take(&mut self.generics);
        self.program.impls.push(Impl { generics, of, args, types, fns, span });
        Ok(())
    }
}
