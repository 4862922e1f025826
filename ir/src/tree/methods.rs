//! The methods of built-in types, as they would be declared: [`Declaration`] says all that passes know of one.
//!
//! The table is in the shape of declarations in a module of the standard library, where `: …` behind a signature would be an
//! attribute that names what the method becomes in Flow.

use crate::flow::Access::{self, Unaligned, Volatile};
use crate::intrinsic::Intrinsic::{self, *};
use crate::op::BinOp::{self, Add, Div, Mul, Rem, Shl, Shr, Sub};
use crate::op::UnOp::{self, Neg};
use Elements::{All, IsEmpty, Len, Start};
use Lowering::*;

/// What has methods.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Receiver {
    Ptr,
    PtrMut,
    Int,
    Float,
    /// `&str`
    Str,
    /// A reference to a slice or an array, or an array.
    Slice,
}

/// How a method takes its receiver.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Taken {
    /// `self`
    Value,
    /// `&self`
    Ref,
    /// `&mut self`
    RefMut,
}

/// A type in a signature. `T` is what a pointer leads to, or the element of a slice; of a string, `u8`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SigTy {
    /// `Self`
    This,
    /// `T`
    Elem,
    Bool,
    U32,
    Usize,
    Isize,
    Void,
    /// `*T`
    Ptr,
    /// `*mut T`
    PtrMut,
    /// `&[T]`
    Slice,
    /// `Self`, leading to the type that the call names
    Pointing,
    /// The unsigned integer that is as wide as `Self`
    Bits,
}

/// What a method asks of the type `T` that a pointer leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pointee {
    Any,
    /// It counts in elements. `void` counts in bytes, as compilers for C have it.
    Counted,
    /// It reads or writes an element.
    Sized,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Safety {
    Safe,
    /// It relies on what the compiler does not check. It needs no `unsafe`, but one around it is not needless.
    Unchecked,
    Unsafe,
}

/// The lowering of a method.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lowering {
    /// An operator, which wraps.
    Unary(UnOp),
    Binary(BinOp),
    /// Division or remainder. The least value divided by -1 wraps.
    Division(BinOp),
    /// A shift by the amount modulo the width.
    Shift(BinOp),
    Intrinsic(Intrinsic),
    /// An intrinsic whose second argument has the type of the first.
    Rotation(Intrinsic),
    /// An intrinsic on `Self`, whose result is cast.
    Count(Intrinsic),
    /// The absolute value, which may overflow.
    Absolute,
    /// Exponentiation, which may overflow.
    Power,
    /// The function of C's libm that has this name, and an `f` behind it for `f32`.
    Libm,
    /// A cast of the receiver.
    Cast,
    /// The same bits as another type.
    Transmute,
    IsNull,
    PtrOffset {
        negate: bool,
    },
    PtrDiff,
    /// What a pointer leads to.
    Read,
    Write,
    Load(Access),
    Store(Access),
    Sequence(Elements),
}

/// What is asked of the elements of a slice, a string or an array.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Elements {
    Len,
    IsEmpty,
    /// The address of the first one.
    Start,
    /// Address and number.
    All,
}

/// What the methods of a block have in common.
#[derive(Debug)]
pub struct Impl {
    pub receivers: &'static [Receiver],
    pub pointee: Pointee,
    /// Whether they have no effect but their result.
    pub must_use: bool,
}

#[derive(Debug)]
pub struct Declaration {
    pub name: &'static str,
    /// Names of the same operation in other languages.
    pub aliases: &'static [&'static str],
    pub safety: Safety,
    pub taken: Taken,
    /// Those behind the receiver.
    pub params: &'static [SigTy],
    pub ret: SigTy,
    pub lowering: Lowering,
}

/// What the words of the table stand for.
macro_rules! word {
    (receiver (*T)) => { Receiver::Ptr };
    (receiver (*mut T)) => { Receiver::PtrMut };
    (receiver (&str)) => { Receiver::Str };
    (receiver (&[T])) => { Receiver::Slice };
    (receiver int) => { Receiver::Int };
    (receiver float) => { Receiver::Float };
    (pointee) => { Pointee::Any };
    (pointee $name:ident) => { Pointee::$name };
    (must_use) => { false };
    (must_use must_use) => { true };
    (safety safe) => { Safety::Safe };
    (safety unchecked) => { Safety::Unchecked };
    (safety unsafe) => { Safety::Unsafe };
    (taken (self $($params:tt)*)) => { Taken::Value };
    (taken (&self $($params:tt)*)) => { Taken::Ref };
    (taken (&mut self $($params:tt)*)) => { Taken::RefMut };
    (params ($(&)? self $(, $name:ident: $ty:tt)*)) => { &[$(word!(ty $ty)),*] };
    (params (&mut self $(, $name:ident: $ty:tt)*)) => { &[$(word!(ty $ty)),*] };
    (ty Self) => { SigTy::This };
    (ty T) => { SigTy::Elem };
    (ty bool) => { SigTy::Bool };
    (ty u32) => { SigTy::U32 };
    (ty usize) => { SigTy::Usize };
    (ty isize) => { SigTy::Isize };
    (ty void) => { SigTy::Void };
    (ty (*T)) => { SigTy::Ptr };
    (ty (*mut T)) => { SigTy::PtrMut };
    (ty (&[T])) => { SigTy::Slice };
    (ty Pointing) => { SigTy::Pointing };
    (ty Bits) => { SigTy::Bits };
}

macro_rules! methods {
    ($(
        $(#[$must_use:ident])?
        impl $($receiver:tt)|+ $(where T: $pointee:ident)? {
            $(
                $(#[alias($($alias:literal),+)])?
                $variant:ident = $safety:ident fn $name:ident $params:tt -> $ret:tt: $lowering:expr;
            )*
        }
    )*) => {
        /// A method of a built-in type.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum Method { $($($variant),*),* }

        impl Method {
            pub const ALL: &[Method] = &[$($(Method::$variant),*),*];

            /// The method of that name.
            pub fn named(name: &str, receiver: Receiver) -> Option<Method> {
                $(if let $(word!(receiver $receiver))|+ = receiver {
                    match name {
                        $(stringify!($name) => return Some(Method::$variant),)*
                        // It may be in another block.
                        _ => {}
                    }
                })*
                None
            }

            /// The block that it stands in.
            pub fn of(self) -> &'static Impl {
                match self {
                    $($(Method::$variant)|* => &Impl {
                        receivers: &[$(word!(receiver $receiver)),+],
                        pointee: word!(pointee $($pointee)?),
                        must_use: word!(must_use $($must_use)?),
                    }),*
                }
            }

            pub fn declaration(self) -> &'static Declaration {
                match self {
                    $($(Method::$variant => &Declaration {
                        name: stringify!($name),
                        aliases: &[$($($alias),+)?],
                        safety: word!(safety $safety),
                        taken: word!(taken $params),
                        params: word!(params $params),
                        ret: word!(ty $ret),
                        lowering: $lowering,
                    }),*),*
                }
            }
        }
    };
}

methods! {
    #[must_use]
    impl (*T) | (*mut T) {
        IsNull = safe fn is_null(self) -> bool: IsNull;
        Cast = safe fn cast(self) -> Pointing: Cast;
    }

    // They stay in the object that the pointer leads to.
    #[must_use]
    impl (*T) | (*mut T) where T: Counted {
        PtrAdd = unchecked fn add(self, count: usize) -> Self: PtrOffset { negate: false };
        PtrSub = unchecked fn sub(self, count: usize) -> Self: PtrOffset { negate: true };
        PtrOffset = unchecked fn offset(self, count: isize) -> Self: PtrOffset { negate: false };
        OffsetFrom = unchecked fn offset_from(self, origin: (*T)) -> isize: PtrDiff;
    }

    #[must_use]
    impl (*T) | (*mut T) where T: Sized {
        Read = unsafe fn read(self) -> T: Read;
        ReadUnaligned = unsafe fn read_unaligned(self) -> T: Load(Unaligned);
    }

    impl (*T) | (*mut T) where T: Sized {
        ReadVolatile = unsafe fn read_volatile(self) -> T: Load(Volatile);
    }

    impl (*mut T) where T: Sized {
        Write = unsafe fn write(self, value: T) -> void: Write;
        WriteUnaligned = unsafe fn write_unaligned(self, value: T) -> void: Store(Unaligned);
        WriteVolatile = unsafe fn write_volatile(self, value: T) -> void: Store(Volatile);
    }

    #[must_use]
    impl int {
        WrappingAdd = safe fn wrapping_add(self, other: Self) -> Self: Binary(Add);
        WrappingSub = safe fn wrapping_sub(self, other: Self) -> Self: Binary(Sub);
        WrappingMul = safe fn wrapping_mul(self, other: Self) -> Self: Binary(Mul);
        WrappingDiv = safe fn wrapping_div(self, other: Self) -> Self: Division(Div);
        WrappingRem = safe fn wrapping_rem(self, other: Self) -> Self: Division(Rem);
        WrappingNeg = safe fn wrapping_neg(self) -> Self: Unary(Neg);
        WrappingShl = safe fn wrapping_shl(self, amount: u32) -> Self: Shift(Shl);
        WrappingShr = safe fn wrapping_shr(self, amount: u32) -> Self: Shift(Shr);
        SaturatingAdd = safe fn saturating_add(self, other: Self) -> Self: Intrinsic(SatAdd);
        SaturatingSub = safe fn saturating_sub(self, other: Self) -> Self: Intrinsic(SatSub);
        SaturatingMul = safe fn saturating_mul(self, other: Self) -> Self: Intrinsic(SatMul);
        RotateLeft = safe fn rotate_left(self, amount: u32) -> Self: Rotation(RotateLeft);
        RotateRight = safe fn rotate_right(self, amount: u32) -> Self: Rotation(RotateRight);
        #[alias("clz")]
        LeadingZeros = safe fn leading_zeros(self) -> u32: Count(Ctlz);
        #[alias("ctz")]
        TrailingZeros = safe fn trailing_zeros(self) -> u32: Count(Cttz);
        #[alias("popcount")]
        CountOnes = safe fn count_ones(self) -> u32: Count(Ctpop);
        SwapBytes = safe fn swap_bytes(self) -> Self: Intrinsic(Bswap);
        Pow = safe fn pow(self, exponent: u32) -> Self: Power;
        #[alias("fabs")]
        Abs = safe fn abs(self) -> Self: Absolute;
        Min = safe fn min(self, other: Self) -> Self: Intrinsic(Min);
        Max = safe fn max(self, other: Self) -> Self: Intrinsic(Max);
    }

    #[must_use]
    impl float {
        #[alias("fabs")]
        FloatAbs = safe fn abs(self) -> Self: Intrinsic(Fabs);
        FloatMin = safe fn min(self, other: Self) -> Self: Intrinsic(Minnum);
        FloatMax = safe fn max(self, other: Self) -> Self: Intrinsic(Maxnum);
        Copysign = safe fn copysign(self, sign: Self) -> Self: Intrinsic(Copysign);
        Floor = safe fn floor(self) -> Self: Intrinsic(Floor);
        Ceil = safe fn ceil(self) -> Self: Intrinsic(Ceil);
        Trunc = safe fn trunc(self) -> Self: Intrinsic(Trunc);
        Round = safe fn round(self) -> Self: Intrinsic(Round);
        #[alias("fma")]
        MulAdd = safe fn mul_add(self, factor: Self, summand: Self) -> Self: Intrinsic(Fma);
        Sqrt = safe fn sqrt(self) -> Self: Intrinsic(Sqrt);
        Cbrt = safe fn cbrt(self) -> Self: Libm;
        Hypot = safe fn hypot(self, other: Self) -> Self: Libm;
        #[alias("pow", "powi")]
        Powf = safe fn powf(self, exponent: Self) -> Self: Intrinsic(Pow);
        Exp = safe fn exp(self) -> Self: Intrinsic(Exp);
        Exp2 = safe fn exp2(self) -> Self: Intrinsic(Exp2);
        #[alias("log")]
        Ln = safe fn ln(self) -> Self: Intrinsic(Log);
        Log2 = safe fn log2(self) -> Self: Intrinsic(Log2);
        Log10 = safe fn log10(self) -> Self: Intrinsic(Log10);
        Sin = safe fn sin(self) -> Self: Intrinsic(Sin);
        Cos = safe fn cos(self) -> Self: Intrinsic(Cos);
        Tan = safe fn tan(self) -> Self: Libm;
        Asin = safe fn asin(self) -> Self: Libm;
        Acos = safe fn acos(self) -> Self: Libm;
        Atan = safe fn atan(self) -> Self: Libm;
        Atan2 = safe fn atan2(self, x: Self) -> Self: Libm;
        #[alias("isnan", "is_NaN")]
        IsNan = safe fn is_nan(self) -> bool: Intrinsic(IsNan);
        IsInfinite = safe fn is_infinite(self) -> bool: Intrinsic(IsInfinite);
        IsFinite = safe fn is_finite(self) -> bool: Intrinsic(IsFinite);
        ToBits = safe fn to_bits(self) -> Bits: Transmute;
    }

    #[must_use]
    impl (&str) | (&[T]) {
        #[alias("length", "size", "count", "strlen")]
        Len = safe fn len(&self) -> usize: Sequence(Len);
        #[alias("empty", "isEmpty")]
        IsEmpty = safe fn is_empty(&self) -> bool: Sequence(IsEmpty);
        #[alias("data", "c_str", "as_pointer", "ptr")]
        AsPtr = safe fn as_ptr(&self) -> (*T): Sequence(Start);
    }

    #[must_use]
    impl (&str) {
        #[alias("bytes")]
        AsBytes = safe fn as_bytes(self) -> (&[T]): Cast;
    }

    #[must_use]
    impl (&[T]) {
        AsMutPtr = safe fn as_mut_ptr(&mut self) -> (*mut T): Sequence(Start);
        Iter = safe fn iter(&self) -> (&[T]): Sequence(All);
    }
}

impl Method {
    /// As source writes it.
    pub fn name(self) -> &'static str {
        self.declaration().name
    }

    pub fn lowering(self) -> Lowering {
        self.declaration().lowering
    }

    /// What such a receiver has.
    pub fn all_of(receiver: Receiver) -> impl Iterator<Item = Method> {
        Method::ALL.iter().copied().filter(move |method| method.of().receivers.contains(&receiver))
    }

    /// What other languages give that name to.
    pub fn elsewhere(name: &str, receiver: Receiver) -> Option<Method> {
        Method::all_of(receiver).find(|method| method.declaration().aliases.contains(&name))
    }

    /// Whether the result is an address in what the receiver refers to.
    pub fn lends(self) -> bool {
        let Declaration { taken, ret, .. } = self.declaration();
        *taken != Taken::Value && matches!(ret, SigTy::Ptr | SigTy::PtrMut | SigTy::Slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_declaration_is_found() {
        for method in Method::ALL.iter().copied() {
            for receiver in method.of().receivers {
                assert_eq!(Method::named(method.name(), *receiver), Some(method));
            }
        }
    }

    #[test]
    fn aliases_are_names_of_nothing_else() {
        for method in Method::ALL.iter().copied() {
            let aliases = method.declaration().aliases;
            for (alias, receiver) in
                aliases.iter().flat_map(|alias| method.of().receivers.iter().map(move |r| (*alias, *r)))
            {
                assert_eq!(Method::named(alias, receiver), None, "{alias}");
                assert_eq!(Method::elsewhere(alias, receiver), Some(method), "{alias}");
            }
        }
    }

    /// What the lowerings rely on.
    #[test]
    fn signatures_suit_what_methods_become() {
        for method in Method::ALL.iter().copied() {
            let Declaration { safety, taken, params, lowering, .. } = *method.declaration();
            let operands = params.len() + 1;
            let suits = match lowering {
                Intrinsic(op) | Rotation(op) | Count(op) => operands == op.arity(),
                Binary(_) | Division(_) | Shift(_) | Power | PtrOffset { .. } | PtrDiff => operands == 2,
                Write | Store(_) => operands == 2 && safety == Safety::Unsafe,
                Read | Load(_) => operands == 1 && safety == Safety::Unsafe,
                Libm => method.of().receivers == [Receiver::Float],
                Unary(_) | Absolute | Cast | Transmute | IsNull => operands == 1,
                Sequence(_) => operands == 1 && taken != Taken::Value,
            };
            assert!(suits, "{}", method.name());
        }
    }
}
