//! The operations for which LLVM has intrinsics, as Flow and the methods of built-in types name them.

/// The signature of an intrinsic.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// It writes memory: two addresses, or an address and a byte, and a length.
    Memory,
    /// Floating-point numbers to one of their type.
    Float,
    /// A question about a floating-point number.
    Class,
    /// Integers to one of their type.
    Int,
    /// Integers to one of any type that holds the result: the unsigned one, or that of a count.
    Count,
    /// An integer and a count, of any type, to one of the first's type.
    Shift,
}

macro_rules! intrinsics {
    ($($shape:ident { $($variant:ident = $text:literal / $args:literal),* $(,)? })*) => {
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum Intrinsic { $($($variant),*),* }
        impl Intrinsic {
            pub const ALL: &[Intrinsic] = &[$($(Intrinsic::$variant),*),*];
            /// As Flow text writes it.
            pub fn text(self) -> &'static str {
                match self { $($(Intrinsic::$variant => $text),*),* }
            }
            /// How many arguments it takes.
            pub fn arity(self) -> usize {
                match self { $($(Intrinsic::$variant => $args),*),* }
            }
            pub fn shape(self) -> Shape {
                match self { $($(Intrinsic::$variant)|* => Shape::$shape),* }
            }
        }
    };
}

intrinsics! {
    Memory { Memcpy = "memcpy" / 3, Memmove = "memmove" / 3, Memset = "memset" / 3 }
    Float {
        Sqrt = "sqrt" / 1, Fabs = "fabs" / 1, Floor = "floor" / 1, Ceil = "ceil" / 1, Trunc = "trunc" / 1,
        Round = "round" / 1, Rint = "rint" / 1, Nearbyint = "nearbyint" / 1, Fma = "fma" / 3, Minnum = "minnum" / 2,
        Maxnum = "maxnum" / 2, Copysign = "copysign" / 2, Sin = "sin" / 1, Cos = "cos" / 1, Exp = "exp" / 1,
        Exp2 = "exp2" / 1, Log = "log" / 1, Log2 = "log2" / 1, Log10 = "log10" / 1, Pow = "pow" / 2,
    }
    Class { IsNan = "is_nan" / 1, IsInfinite = "is_infinite" / 1, IsFinite = "is_finite" / 1 }
    Int {
        Bswap = "bswap" / 1, SatAdd = "sat_add" / 2, SatSub = "sat_sub" / 2, SatMul = "sat_mul" / 2, Min = "min" / 2,
        Max = "max" / 2,
    }
    Count {
        Abs = "abs" / 1, Ctlz = "ctlz" / 1, Cttz = "cttz" / 1, Ctpop = "ctpop" / 1, Ffs = "ffs" / 1, Parity = "parity" / 1,
    }
    Shift { RotateLeft = "rotl" / 2, RotateRight = "rotr" / 2, IntPow = "int_pow" / 2 }
}
