//! Operations that LLVM has an intrinsic for, and those composed of a few.

use super::Module;
use super::attrs::FUNCTION;
use super::check::overflow_name;
use super::function::Emit;
use super::ll::{Builder, IntPred, Op, RealPred, Type, Value, c_string};
use inkwell::llvm_sys::LLVMLinkage;
use inkwell::llvm_sys::core::*;
use vex_ir::flow::{BinOp, Intrinsic, Operand};
use vex_ir::pool::List;
use vex_ir::ty::Ty;

/// An intrinsic of LLVM: its name, and the types that choose the variant.
pub(super) type Overload = (&'static str, [Option<Type>; 2]);

// Classes of floats, bits of LLVM's `FPClassTest`.
/// Both infinities.
const INFINITE: u64 = 0x204;
/// Normal and subnormal numbers and zeros, of both signs.
const FINITE: u64 = 0x1f8;

impl Module<'_> {
    /// Calls an intrinsic of LLVM; `overload` are the types that choose the variant.
    pub(super) fn call_intrinsic(
        &mut self,
        b: &Builder,
        name: &'static str,
        overload: [Option<Type>; 2],
        args: &[Value],
    ) -> Value {
        let (ty, value) = match self.intrinsics.get(&(name, overload)) {
            Some(known) => *known,
            None => {
                let declared = self.declare_intrinsic(name, overload);
                self.intrinsics.insert((name, overload), declared);
                declared
            }
        };
        b.call(ty, value, args)
    }

    fn declare_intrinsic(&mut self, name: &str, overload: [Option<Type>; 2]) -> (Type, Value) {
        let mut types: Vec<_> = overload.iter().flatten().map(|t| t.0).collect();
        // SAFETY: module, context and types are alive; name and length belong together; a number of 0 is not used.
        unsafe {
            let number = LLVMLookupIntrinsicID(name.as_ptr().cast(), name.len());
            if number == 0 {
                self.bug(format!("LLVM has no intrinsic `{name}`"));
                return (self.basic.void.function(&[], false), self.basic.ptr.null());
            }
            let value = LLVMGetIntrinsicDeclaration(self.raw, number, types.as_mut_ptr(), types.len());
            let ty = LLVMIntrinsicGetType(self.basic.context, number, types.as_mut_ptr(), types.len());
            (Type(ty), Value(value))
        }
    }

    /// Exponentiation by squaring, wrapping, as a function of its own.
    fn int_pow(&mut self, ty: Type, exponent: Type) -> (Type, Value) {
        if let Some(known) = self.int_pows.get(&(ty, exponent)) {
            return *known;
        }
        let basic = self.basic;
        let fn_ty = ty.function(&[ty, exponent], false);
        let name = c_string(&format!("vex.pow.{}", self.int_pows.len()));
        // SAFETY: module and type are alive; LLVM copies the name.
        let value = unsafe {
            let value = LLVMAddFunction(self.raw, name.as_ptr(), fn_ty.0);
            LLVMSetLinkage(value, LLVMLinkage::LLVMInternalLinkage);
            Value(value)
        };
        for attr in &self.common_attrs {
            value.add_attr(FUNCTION, *attr);
        }
        let b = Builder::new(basic.context);
        let [entry, head, body, done] = std::array::from_fn(|_| value.append_block(basic.context));
        b.at_end(entry);
        b.br(head);
        b.at_end(head);
        let result = b.phi(ty, &[(ty.int(1), entry)]);
        let base = b.phi(ty, &[(value.param(0), entry)]);
        let left = b.phi(exponent, &[(value.param(1), entry)]);
        let finished = b.icmp(IntPred::LLVMIntEQ, left, exponent.int(0));
        b.cond_br(finished, done, body);
        b.at_end(body);
        let bit = b.binary(Op::LLVMAnd, left, exponent.int(1));
        let odd = b.icmp(IntPred::LLVMIntNE, bit, exponent.int(0));
        let product = b.binary(Op::LLVMMul, result, base);
        b.add_incoming(result, b.select(odd, product, result), body);
        b.add_incoming(base, b.binary(Op::LLVMMul, base, base), body);
        b.add_incoming(left, b.binary(Op::LLVMLShr, left, exponent.int(1)), body);
        b.br(head);
        b.at_end(done);
        b.ret(Some(result));
        self.int_pows.insert((ty, exponent), (fn_ty, value));
        (fn_ty, value)
    }
}

/// The intrinsic of LLVM that takes floats and gives one of the same type.
fn float_name(op: Intrinsic) -> Option<&'static str> {
    Some(match op {
        Intrinsic::Sqrt => "llvm.sqrt",
        Intrinsic::Fabs => "llvm.fabs",
        Intrinsic::Floor => "llvm.floor",
        Intrinsic::Ceil => "llvm.ceil",
        Intrinsic::Trunc => "llvm.trunc",
        Intrinsic::Round => "llvm.round",
        Intrinsic::Rint => "llvm.rint",
        Intrinsic::Nearbyint => "llvm.nearbyint",
        Intrinsic::Fma => "llvm.fma",
        Intrinsic::Minnum => "llvm.minnum",
        Intrinsic::Maxnum => "llvm.maxnum",
        Intrinsic::Copysign => "llvm.copysign",
        Intrinsic::Sin => "llvm.sin",
        Intrinsic::Cos => "llvm.cos",
        Intrinsic::Exp => "llvm.exp",
        Intrinsic::Exp2 => "llvm.exp2",
        Intrinsic::Log => "llvm.log",
        Intrinsic::Log2 => "llvm.log2",
        Intrinsic::Log10 => "llvm.log10",
        Intrinsic::Pow => "llvm.pow",
        // On integers, or composed.
        _ => return None,
    })
}

impl Emit<'_, '_> {
    /// The value of an intrinsic whose destination has type `to`.
    pub(super) fn intrinsic(&mut self, op: Intrinsic, args: List<Operand>, to: Ty) -> Value {
        let operands = &self.body.operands[args];
        if operands.len() != op.arity() {
            self.m.bug(format!("`{}` has {} arguments", op.text(), operands.len()));
            return self.m.basic.usize.poison();
        }
        if let Intrinsic::Memcpy | Intrinsic::Memmove | Intrinsic::Memset = op {
            // As C has them, they return where they wrote.
            self.memory_intrinsic(op, args);
            return self.scalar(operands[0]);
        }
        let ty = self.operand_ty(operands[0]);
        let values: Vec<Value> = operands.iter().map(|o| self.scalar(*o)).collect();
        let value = if ty.as_float().is_some() {
            self.float_intrinsic(op, &values)
        } else {
            self.int_intrinsic(op, &values, self.m.types.signed(ty))
        };
        self.result_as(value, to)
    }

    /// Counts and classifications have a type of their own in C and another in Vex.
    fn result_as(&mut self, value: Value, to: Ty) -> Value {
        match self.m.types.scalar(to) {
            Some(ty) if self.m.types.int(to).is_some() => self.b.int_cast(value, ty, false),
            // Floats have the type of the argument.
            _ => value,
        }
    }

    fn float_intrinsic(&mut self, op: Intrinsic, args: &[Value]) -> Value {
        let ty = args[0].ty();
        if let Some(name) = float_name(op) {
            return self.m.call_intrinsic(&self.b, name, [Some(ty), None], args);
        }
        let abs = |e: &mut Self| e.m.call_intrinsic(&e.b, "llvm.fabs", [Some(ty), None], &args[..1]);
        match op {
            Intrinsic::Abs => abs(self),
            Intrinsic::Min => self.m.call_intrinsic(&self.b, "llvm.minnum", [Some(ty), None], args),
            Intrinsic::Max => self.m.call_intrinsic(&self.b, "llvm.maxnum", [Some(ty), None], args),
            Intrinsic::IsNan => self.b.fcmp(RealPred::LLVMRealUNO, args[0], args[0]),
            // Questions about the class raise no flag, not even for signalling NaNs (IEEE 754, section 5.7.2).
            Intrinsic::IsInfinite => self.is_class(args[0], INFINITE),
            Intrinsic::IsFinite => self.is_class(args[0], FINITE),
            // The rest are operations on bits.
            _ => {
                self.m.bug(format!("`{}` of floating-point numbers", op.text()));
                args[0]
            }
        }
    }

    fn is_class(&mut self, x: Value, classes: u64) -> Value {
        let classes = self.m.basic.i32.int(classes);
        self.m.call_intrinsic(&self.b, "llvm.is.fpclass", [Some(x.ty()), None], &[x, classes])
    }

    fn int_intrinsic(&mut self, op: Intrinsic, args: &[Value], signed: bool) -> Value {
        let x = args[0];
        let ty = x.ty();
        let no = self.m.basic.i1.int(0);
        let by_sign = |yes, no| if signed { yes } else { no };
        let (name, args): (&'static str, &[Value]) = match op {
            Intrinsic::Abs if signed => ("llvm.abs", &[x, no]),
            Intrinsic::Abs => return x,
            Intrinsic::Ctlz => ("llvm.ctlz", &[x, no]),
            Intrinsic::Cttz => ("llvm.cttz", &[x, no]),
            Intrinsic::Ctpop => ("llvm.ctpop", args),
            Intrinsic::Bswap if self.bits(x) == 8 => return x,
            Intrinsic::Bswap => ("llvm.bswap", args),
            Intrinsic::RotateLeft => ("llvm.fshl", &[x, x, self.b.int_cast(args[1], ty, false)]),
            Intrinsic::RotateRight => ("llvm.fshr", &[x, x, self.b.int_cast(args[1], ty, false)]),
            Intrinsic::SatAdd => (by_sign("llvm.sadd.sat", "llvm.uadd.sat"), args),
            Intrinsic::SatSub => (by_sign("llvm.ssub.sat", "llvm.usub.sat"), args),
            Intrinsic::Min => (by_sign("llvm.smin", "llvm.umin"), args),
            Intrinsic::Max => (by_sign("llvm.smax", "llvm.umax"), args),
            // What is left has no intrinsic of its own.
            _ => return self.composed(op, args, signed),
        };
        self.m.call_intrinsic(&self.b, name, [Some(ty), None], args)
    }

    fn composed(&mut self, op: Intrinsic, args: &[Value], signed: bool) -> Value {
        let x = args[0];
        let ty = x.ty();
        let no = self.m.basic.i1.int(0);
        match op {
            Intrinsic::Ffs => {
                let zeros = self.m.call_intrinsic(&self.b, "llvm.cttz", [Some(ty), None], &[x, no]);
                let place = self.b.binary(Op::LLVMAdd, zeros, ty.int(1));
                let none = self.b.icmp(IntPred::LLVMIntEQ, x, ty.int(0));
                self.b.select(none, ty.int(0), place)
            }
            Intrinsic::Parity => {
                let ones = self.m.call_intrinsic(&self.b, "llvm.ctpop", [Some(ty), None], &[x]);
                self.b.binary(Op::LLVMAnd, ones, ty.int(1))
            }
            Intrinsic::SatMul => self.saturating_mul(x, args[1], signed),
            Intrinsic::IntPow => {
                let (fn_ty, function) = self.m.int_pow(ty, args[1].ty());
                self.b.call(fn_ty, function, args)
            }
            // The rest are operations on floating-point numbers.
            _ => {
                self.m.bug(format!("`{}` of integers", op.text()));
                x
            }
        }
    }

    fn saturating_mul(&mut self, x: Value, y: Value, signed: bool) -> Value {
        let ty = x.ty();
        let name = overflow_name(BinOp::Mul, signed);
        let both = self.m.call_intrinsic(&self.b, name, [Some(ty), None], &[x, y]);
        let (product, overflows) = (self.b.extract(both, 0), self.b.extract(both, 1));
        let limit = if signed {
            // The sign that the exact product has: MAX, or MIN, which is its complement.
            let top = self.bits(x) - 1;
            let signs = self.b.binary(Op::LLVMXor, x, y);
            let mask = self.b.binary(Op::LLVMAShr, signs, ty.int(top.into()));
            self.b.binary(Op::LLVMXor, mask, self.int_const(ty, (1u128 << top) - 1))
        } else {
            ty.all_ones()
        };
        self.b.select(overflows, limit, product)
    }
}
