//! The C functions that LLVM has an intrinsic for: one row each, with the signature that C gives them.

use Found::{Anywhere, Unix, Windows};
use Gives::{First, Value};
use Type::*;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;
use vex_ir::flow::Intrinsic::{self, *};
use vex_ir::target::Family;

pub(super) struct Row {
    /// The symbol.
    pub(super) name: &'static str,
    pub(super) params: &'static [Type],
    pub(super) ret: Type,
    pub(super) op: Intrinsic,
    pub(super) result: Gives,
    /// Where the symbol means this function.
    pub(super) found: Found,
}

/// The type of a parameter or result in C.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Type {
    /// `void *`: any pointer.
    MutPtr,
    /// `const void *`: any pointer.
    Ptr,
    /// `size_t`
    Size,
    Int,
    Long,
    ULong,
    LongLong,
    U8,
    U16,
    U32,
    U64,
    /// An integer of so many bits, signed or not: what libgcc calls a mode.
    Mode(u32),
    F32,
    F64,
}

/// What a call gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Gives {
    /// What the intrinsic gives, converted to the type of the result.
    Value,
    /// The first argument; the intrinsic gives nothing.
    First,
}

/// The systems whose libraries have a symbol. Elsewhere it may be anything.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Found {
    Anywhere,
    Unix,
    Windows,
}

type Params = &'static [Type];

const fn row(found: Found, name: &'static str, params: Params, ret: Type, op: Intrinsic, result: Gives) -> Row {
    Row { name, params, ret, op, result, found }
}

const D: Params = &[F64];
const DD: Params = &[F64, F64];
const DDD: Params = &[F64, F64, F64];
const F: Params = &[F32];
const FF: Params = &[F32, F32];
const FFF: Params = &[F32, F32, F32];

#[rustfmt::skip]
pub(super) static TABLE: &[Row] = &[
    // string.h
    row(Anywhere, "memcpy",     &[MutPtr, Ptr, Size],   MutPtr, Memcpy,   First),
    row(Anywhere, "memmove",    &[MutPtr, Ptr, Size],   MutPtr, Memmove,  First),
    row(Anywhere, "memset",     &[MutPtr, Int, Size],   MutPtr, Memset,   First),

    // math.h. No function here sets `errno`; `sqrt` of a negative number would.
    row(Anywhere, "sqrt",       D,                      F64,    Sqrt,     Value),
    row(Anywhere, "sqrtf",      F,                      F32,    Sqrt,     Value),
    row(Anywhere, "fabs",       D,                      F64,    Fabs,     Value),
    row(Anywhere, "fabsf",      F,                      F32,    Fabs,     Value),
    row(Anywhere, "floor",      D,                      F64,    Floor,    Value),
    row(Anywhere, "floorf",     F,                      F32,    Floor,    Value),
    row(Anywhere, "ceil",       D,                      F64,    Ceil,     Value),
    row(Anywhere, "ceilf",      F,                      F32,    Ceil,     Value),
    row(Anywhere, "trunc",      D,                      F64,    Trunc,    Value),
    row(Anywhere, "truncf",     F,                      F32,    Trunc,    Value),
    row(Anywhere, "round",      D,                      F64,    Round,    Value),
    row(Anywhere, "roundf",     F,                      F32,    Round,    Value),
    row(Anywhere, "rint",       D,                      F64,    Rint,     Value),
    row(Anywhere, "rintf",      F,                      F32,    Rint,     Value),
    // Like `rint`, but that it does not raise the inexact flag (C11 7.12.9.3).
    row(Anywhere, "nearbyint",  D,                      F64,    Nearbyint, Value),
    row(Anywhere, "nearbyintf", F,                      F32,    Nearbyint, Value),
    row(Anywhere, "fma",        DDD,                    F64,    Fma,      Value),
    row(Anywhere, "fmaf",       FFF,                    F32,    Fma,      Value),
    row(Anywhere, "fmin",       DD,                     F64,    Minnum,   Value),
    row(Anywhere, "fminf",      FF,                     F32,    Minnum,   Value),
    row(Anywhere, "fmax",       DD,                     F64,    Maxnum,   Value),
    row(Anywhere, "fmaxf",      FF,                     F32,    Maxnum,   Value),
    row(Anywhere, "copysign",   DD,                     F64,    Copysign, Value),
    row(Anywhere, "copysignf",  FF,                     F32,    Copysign, Value),

    // stdlib.h
    row(Anywhere, "abs",        &[Int],                 Int,      Abs,    Value),
    row(Anywhere, "labs",       &[Long],                Long,     Abs,    Value),
    row(Anywhere, "llabs",      &[LongLong],            LongLong, Abs,    Value),

    // strings.h
    row(Unix, "ffs",            &[Int],                 Int,    Ffs,      Value),
    row(Unix, "ffsl",           &[Long],                Int,    Ffs,      Value),
    row(Unix, "ffsll",          &[LongLong],            Int,    Ffs,      Value),

    // arpa/inet.h. Every supported target is little-endian.
    row(Anywhere, "htons",      &[U16],                 U16,    Bswap,    Value),
    row(Anywhere, "ntohs",      &[U16],                 U16,    Bswap,    Value),
    row(Unix, "htonl",          &[U32],                 U32,    Bswap,    Value),
    row(Unix, "ntohl",          &[U32],                 U32,    Bswap,    Value),
    row(Windows, "htonl",       &[ULong],               ULong,  Bswap,    Value),
    row(Windows, "ntohl",       &[ULong],               ULong,  Bswap,    Value),
    row(Windows, "_byteswap_ushort", &[U16],            U16,    Bswap,    Value),
    row(Windows, "_byteswap_ulong",  &[ULong],          ULong,  Bswap,    Value),
    row(Windows, "_byteswap_uint64", &[U64],            U64,    Bswap,    Value),

    // stdbit.h
    row(Anywhere, "stdc_count_ones_uc",      &[U8],     U32,    Ctpop,    Value),
    row(Anywhere, "stdc_count_ones_us",      &[U16],    U32,    Ctpop,    Value),
    row(Anywhere, "stdc_count_ones_ui",      &[U32],    U32,    Ctpop,    Value),
    row(Anywhere, "stdc_count_ones_ul",      &[ULong],  U32,    Ctpop,    Value),
    row(Anywhere, "stdc_count_ones_ull",     &[U64],    U32,    Ctpop,    Value),
    row(Anywhere, "stdc_leading_zeros_uc",   &[U8],     U32,    Ctlz,     Value),
    row(Anywhere, "stdc_leading_zeros_us",   &[U16],    U32,    Ctlz,     Value),
    row(Anywhere, "stdc_leading_zeros_ui",   &[U32],    U32,    Ctlz,     Value),
    row(Anywhere, "stdc_leading_zeros_ul",   &[ULong],  U32,    Ctlz,     Value),
    row(Anywhere, "stdc_leading_zeros_ull",  &[U64],    U32,    Ctlz,     Value),
    row(Anywhere, "stdc_trailing_zeros_uc",  &[U8],     U32,    Cttz,     Value),
    row(Anywhere, "stdc_trailing_zeros_us",  &[U16],    U32,    Cttz,     Value),
    row(Anywhere, "stdc_trailing_zeros_ui",  &[U32],    U32,    Cttz,     Value),
    row(Anywhere, "stdc_trailing_zeros_ul",  &[ULong],  U32,    Cttz,     Value),
    row(Anywhere, "stdc_trailing_zeros_ull", &[U64],    U32,    Cttz,     Value),

    // libgcc and compiler-rt
    row(Anywhere, "__popcountsi2", &[Mode(32)],         Int,      Ctpop,  Value),
    row(Anywhere, "__popcountdi2", &[Mode(64)],         Int,      Ctpop,  Value),
    row(Anywhere, "__popcountti2", &[Mode(128)],        Int,      Ctpop,  Value),
    row(Anywhere, "__paritysi2",   &[Mode(32)],         Int,      Parity, Value),
    row(Anywhere, "__paritydi2",   &[Mode(64)],         Int,      Parity, Value),
    row(Anywhere, "__parityti2",   &[Mode(128)],        Int,      Parity, Value),
    row(Anywhere, "__clzsi2",      &[Mode(32)],         Int,      Ctlz,   Value),
    row(Anywhere, "__clzdi2",      &[Mode(64)],         Int,      Ctlz,   Value),
    row(Anywhere, "__clzti2",      &[Mode(128)],        Int,      Ctlz,   Value),
    row(Anywhere, "__ctzsi2",      &[Mode(32)],         Int,      Cttz,   Value),
    row(Anywhere, "__ctzdi2",      &[Mode(64)],         Int,      Cttz,   Value),
    row(Anywhere, "__ctzti2",      &[Mode(128)],        Int,      Cttz,   Value),
    row(Anywhere, "__ffssi2",      &[Mode(32)],         Int,      Ffs,    Value),
    row(Anywhere, "__ffsdi2",      &[Mode(64)],         Int,      Ffs,    Value),
    row(Anywhere, "__ffsti2",      &[Mode(128)],        Int,      Ffs,    Value),
    row(Anywhere, "__bswapsi2",    &[Mode(32)],         Mode(32), Bswap,  Value),
    row(Anywhere, "__bswapdi2",    &[Mode(64)],         Mode(64), Bswap,  Value),
];

/// The row of a symbol on a system.
pub(super) fn find(name: &str, family: Option<Family>) -> Option<&'static Row> {
    static INDEX: OnceLock<FxHashMap<&'static str, Vec<&'static Row>>> = OnceLock::new();
    let index = INDEX.get_or_init(|| {
        let mut index: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for row in TABLE {
            index.entry(row.name).or_default().push(row);
        }
        index
    });
    index.get(name)?.iter().copied().find(|row| match row.found {
        Anywhere => true,
        Unix => family == Some(Family::Unix),
        Windows => family == Some(Family::Windows),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_intrinsic_gets_the_arguments_it_takes() {
        for row in TABLE {
            assert_eq!(row.params.len(), row.op.arity(), "{}", row.name);
        }
    }

    #[test]
    fn no_symbol_has_two_meanings_on_one_system() {
        for (i, row) in TABLE.iter().enumerate() {
            for other in TABLE[..i].iter().filter(|other| other.name == row.name) {
                let apart = matches!((row.found, other.found), (Windows, Unix) | (Unix, Windows));
                assert!(apart, "{}", row.name);
            }
        }
    }
}
