//! Types and machine conventions.

use super::super::print::conv_name;
use super::*;
use crate::tree::Mutability;
use crate::ty::{Conv, FnSig, TyKind};

/// Bounds of conventions in text, far beyond what any ABI has: aggregates in registers are at most some 64 bytes.
const MAX_OFFSET: u64 = 1 << 16;
const MAX_PIECES: u64 = 64;
/// LLVM's largest alignment.
const MAX_ALIGN: u64 = 1 << 32;

impl Reader<'_> {
    pub(super) fn ty(&mut self) -> Read<Ty> {
        self.deeper(|r| {
            let token = r.peek();
            match token.kind {
                Kind::Punct => r.punct_ty(),
                Kind::Word => r.word_ty(),
                Kind::Str => r.adt_ty(),
                // Cannot begin a type.
                _ => r.expected("a type"),
            }
        })
    }

    fn intern(&mut self, kind: TyKind) -> Ty {
        self.program.types.intern(kind)
    }

    /// Types that begin with punctuation.
    fn punct_ty(&mut self) -> Read<Ty> {
        let kind = if self.eat("!") {
            TyKind::Never
        } else if self.eat("*") {
            let mutability = self.mutability();
            TyKind::Ptr(mutability, self.ty()?)
        } else if self.eat("&") {
            let mutability = self.mutability();
            TyKind::Ref(mutability, self.ty()?)
        } else if self.eat("[") {
            let of = self.ty()?;
            let ty = if self.eat(";") { self.array_len(of)? } else { self.intern(TyKind::Slice(of)) };
            self.expect("]")?;
            return Ok(ty);
        } else if self.eat("<") {
            return self.assoc_ty();
        } else if self.eat("(") {
            TyKind::Tuple(self.list(")", Self::ty)?.into_boxed_slice())
        } else if self.eat("{") {
            self.expect("error")?;
            self.expect("}")?;
            TyKind::Error
        } else {
            return self.expected("a type");
        };
        Ok(self.intern(kind))
    }

    fn mutability(&mut self) -> Mutability {
        if self.eat("mut") { Mutability::Mut } else { Mutability::Const }
    }

    fn word_ty(&mut self) -> Read<Ty> {
        let word = self.peek_at(0);
        let known = match word {
            "void" => Some(Ty::VOID),
            "bool" => Some(Ty::BOOL),
            "char" => Some(Ty::CHAR),
            "f32" => Some(Ty::F32),
            "f64" => Some(Ty::F64),
            "str" => Some(Ty::STR),
            "null" => Some(Ty::NULL),
            "fn" | "unsafe" | "extern" => return self.fn_ty(),
            // An integer, or a name.
            _ => IntTy::from_name(word).map(Ty::int),
        };
        match known {
            Some(ty) => {
                self.at += 1;
                Ok(ty)
            }
            None => self.adt_ty(),
        }
    }

    fn adt_ty(&mut self) -> Read<Ty> {
        let token = self.peek();
        let handle = self.handle()?;
        if let Some(param) = self.generic_param(handle.0) {
            return Ok(param);
        }
        match self.adts.get(&handle) {
            Some(&id) => {
                let args = self.generic_args()?;
                Ok(self.intern(args.map_or(TyKind::Adt(id), |args| TyKind::Apply(id, args))))
            }
            None => self.error_at(token, format!("no type is called `{}`", self.token_text(token))),
        }
    }

    fn fn_ty(&mut self) -> Read<Ty> {
        let (is_unsafe, conv) = self.fn_qualifiers()?;
        let sig = self.sig(is_unsafe, conv)?;
        Ok(self.intern(TyKind::Fn(Box::new(sig))))
    }

    /// `unsafe extern "C" fn`
    pub(super) fn fn_qualifiers(&mut self) -> Read<(bool, Conv)> {
        let is_unsafe = self.eat("unsafe");
        let mut conv = Conv::Vex;
        if self.eat("extern") {
            let token = self.peek();
            let name = self.string()?;
            let Some(found) = Conv::from_name(self.cx.text(name)) else {
                return self.error_at(token, "there is no such calling convention");
            };
            conv = found;
        }
        self.expect("fn")?;
        Ok((is_unsafe, conv))
    }

    /// `(A, B) -> R`
    pub(super) fn sig(&mut self, is_unsafe: bool, conv: Conv) -> Read<FnSig> {
        self.expect("(")?;
        let mut variadic = false;
        let params = self.list(")", |r| {
            variadic = r.eat("...");
            if variadic { Ok(Ty::ERROR) } else { r.ty() }
        })?;
        let named = params.len() - usize::from(variadic);
        let params = params[..named].to_vec();
        let ret = if self.eat("->") { self.ty()? } else { Ty::VOID };
        Ok(FnSig { params, ret, conv, variadic, is_unsafe })
    }

    /// `abi 0 = c(direct sext) -> ignore;`
    pub(super) fn abi(&mut self) -> Read<()> {
        self.expect("abi")?;
        let token = self.peek();
        let number: usize = self.number("the number of a convention")?;
        if number != self.program.abis.len() {
            return self.error_at(token, format!("expected number {}", self.program.abis.len()));
        }
        self.expect("=")?;
        let conv = self.machine_conv()?;
        self.expect("(")?;
        let mut variadic = false;
        let mut params = self.list(")", |r| {
            variadic = r.eat("...");
            if variadic { Ok(ArgAbi::Ignore) } else { r.arg_abi() }
        })?;
        params.truncate(params.len() - usize::from(variadic));
        self.expect("->")?;
        let ret = self.arg_abi()?;
        self.expect(";")?;
        self.program.abis.push(FnAbi { params, ret, variadic, conv });
        Ok(())
    }

    fn machine_conv(&mut self) -> Read<MachineConv> {
        let all =
            [MachineConv::C, MachineConv::Fast, MachineConv::X86Stdcall, MachineConv::X8664SysV, MachineConv::Win64];
        for conv in all {
            if self.eat(conv_name(conv)) {
                return Ok(conv);
            }
        }
        self.expected("`c`, `fast`, `x86_stdcall`, `x86_64_sysv` or `win64`")
    }

    fn arg_abi(&mut self) -> Read<ArgAbi> {
        Ok(match self.word("`direct`, `pair`, `cast`, `indirect` or `ignore`")? {
            "ignore" => ArgAbi::Ignore,
            "direct" if self.eat("sext") => ArgAbi::Direct(Ext::Sign),
            "direct" if self.eat("zext") => ArgAbi::Direct(Ext::Zero),
            "direct" => ArgAbi::Direct(Ext::None),
            "pair" => ArgAbi::Pair,
            "cast" => {
                self.expect("{")?;
                ArgAbi::Cast(self.list("}", |r| {
                    let kind = r.reg()?;
                    r.expect("+")?;
                    Ok(Reg { kind, offset: r.within("an offset", 0, MAX_OFFSET)? })
                })?)
            }
            "indirect" => {
                let align = self.within("an alignment", 1, MAX_ALIGN)?;
                if !align.is_power_of_two() {
                    return self.error_at(self.tokens[self.at - 1], "an alignment is a power of two");
                }
                ArgAbi::Indirect { align, by_val: self.eat("byval") }
            }
            _ => return self.error_at(self.tokens[self.at - 1], "there is no such way to pass an argument"),
        })
    }

    /// A number that is at least `least` and at most `most`.
    pub(super) fn within(&mut self, what: &str, least: u64, most: u64) -> Read<u64> {
        let number: u64 = self.number(what)?;
        if (least..=most).contains(&number) {
            return Ok(number);
        }
        self.error_at(self.tokens[self.at - 1], format!("{what} is from {least} to {most} here"))
    }

    fn reg(&mut self) -> Read<RegKind> {
        if self.eat("[") {
            // No arrays of arrays: nothing here nests.
            let of = match self.word("`int 64`, `f32` or `f64`")? {
                "int" if self.within("a number of bits", 64, 64).is_ok() => ArrayOf::I64,
                "f32" => ArrayOf::F32,
                "f64" => ArrayOf::F64,
                _ => return self.expected("`int 64`, `f32` or `f64` before this"),
            };
            self.expect(";")?;
            let count = self.within("a number of elements", 1, MAX_PIECES)? as u32;
            self.expect("]")?;
            return Ok(RegKind::Array(of, count));
        }
        Ok(match self.word("`int`, `ptr`, `f32`, `f64`, `vec` or `[`")? {
            "int" => RegKind::Int(self.within("a number of bits", 1, 128)? as u32),
            "ptr" => RegKind::Ptr,
            "f32" => RegKind::F32,
            "f64" => RegKind::F64,
            "vec" => RegKind::F32Vec(self.within("a number of elements", 1, MAX_PIECES)? as u32),
            _ => return self.error_at(self.tokens[self.at - 1], "there is no such register"),
        })
    }
}
