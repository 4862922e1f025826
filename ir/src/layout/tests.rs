//! Layouts of enums whose variants have fields: sizes are rustc's, and every variant is told from the others.

use super::*;
use crate::cx::{Cx, Options};
use crate::flow::read::read;
use crate::span::Span;
use crate::symbol::Symbol;
use crate::ty::{AdtField, Encoding, Mutability, SumLayout, Variant};

fn target(name: &str) -> Target {
    Target::parse(name).unwrap()
}

const TYPES: &str = r#"
enum Option<T> { None, Some { 0: T } }
enum Result<T, E> { Ok { 0: T }, Err { 0: E } }
enum Small: u8 { A = 0, B = 1, C = 2 }
enum Wide: i32 { A = -1, B = 0, C = 7 }
enum Long: i64 { A = -5, B = 9 }
struct Pair { 0: u8, 1: u32 }
struct Node { next: &u8, n: u32 }
struct Flagged { n: u64, set: bool }
enum Shape { Circle { 0: f64 }, Rect { 0: f64, 1: f64 }, Empty }
enum Mixed { A { 0: u8, 1: u32 }, B { 0: u32, 1: u8 } }
enum Msg { Quit, Move { 0: i32, 1: i32 }, Write { 0: &str }, Color { 0: u8, 1: u8, 2: u8 } }
enum Beside { A { 0: bool, 1: u32 }, B { 0: u8 }, C { 0: u32 }, D }
enum Behind { A { 0: u32, 1: bool, 2: u16 }, B { 0: u8 }, C }
enum Void {}
enum One { A { 0: u32 } }
enum Unit { A }
enum Units { A, B, C }
enum Tree { Leaf { 0: i64 }, Node { 0: &u8, 1: &u8 } }
enum Refs { None, A { 0: &u8 }, B { 0: &u8 } }
enum Never { A { 0: Void }, B { 0: u32 }, C { 0: Void, 1: u64 } }
enum Order { A { 0: u8, 1: u64, 2: u16 }, B }
enum Inner { X { 0: bool }, Y { 0: u8 } }
enum Outer { A { 0: Inner }, B, C }
enum Two { A { 0: Flagged }, B { 0: u32 }, C { 0: u8 } }
"#;

/// Size and alignment that rustc 1.9x gives the same types on x86-64, with `repr(C)` for structs, `*const u8` for `*u8`, and
/// `repr(u8)` and so on for enums of integers.
#[rustfmt::skip]
const OF_RUSTC: &[(&str, u64, u64)] = &[
    ("Option<&u8>", 8, 8),
    ("Option<fn()>", 8, 8),
    ("Option<&str>", 16, 8),
    ("Option<&[u32]>", 16, 8),
    ("Option<*u8>", 16, 8),
    ("Option<bool>", 1, 1),
    ("Option<Option<bool>>", 1, 1),
    ("Option<char>", 4, 4),
    ("Option<Option<char>>", 4, 4),
    ("Option<u8>", 2, 1),
    ("Option<u32>", 8, 4),
    ("Option<Option<Option<u32>>>", 8, 4),
    ("Option<u64>", 16, 8),
    ("Option<u128>", 32, 16),
    ("Option<f64>", 16, 8),
    ("Option<Small>", 1, 1),
    ("Option<Wide>", 4, 4),
    ("Option<Long>", 8, 8),
    ("Option<Pair>", 12, 4),
    ("Option<Node>", 16, 8),
    ("Option<Flagged>", 16, 8),
    ("Option<[bool; 3]>", 3, 1),
    ("Option<[bool; 0]>", 1, 1),
    ("Option<()>", 1, 1),
    ("Option<Void>", 0, 1),
    ("Result<u32, Small>", 8, 4),
    ("Result<u32, u8>", 8, 4),
    ("Result<(), Small>", 1, 1),
    ("Result<(), &u8>", 8, 8),
    ("Result<&u8, Small>", 16, 8),
    ("Result<u32, Void>", 4, 4),
    ("Result<void, Small>", 1, 1),
    ("Result<u32, !>", 4, 4),
    ("Result<&u8, &u8>", 16, 8),
    ("Option<Result<u32, u8>>", 8, 4),
    ("Option<Result<&u8, u64>>", 16, 8),
    ("Shape", 24, 8),
    ("Option<Shape>", 24, 8),
    ("Mixed", 8, 4),
    ("Msg", 24, 8),
    ("Beside", 8, 4),
    ("Option<Beside>", 8, 4),
    ("Behind", 8, 4),
    ("Void", 0, 1),
    ("One", 4, 4),
    ("Unit", 0, 1),
    ("Units", 1, 1),
    ("Option<Units>", 1, 1),
    ("Tree", 16, 8),
    ("Refs", 16, 8),
    ("Never", 16, 8),
    ("Order", 16, 8),
    ("Outer", 2, 1),
    ("Two", 16, 8),
];

#[test]
fn enums_are_as_small_as_rustc_makes_them() {
    let mut text = TYPES.to_string();
    for (number, (ty, ..)) in OF_RUSTC.iter().enumerate() {
        text += &format!("import static @\"{number}\": {ty};\n");
    }
    let mut cx = Cx::new(target("x86_64-unknown-linux-gnu"), Options::default());
    let program = read(&mut cx, &text, 0).unwrap_or_else(|e| panic!("{}", e.message));
    for (global, (name, size, align)) in program.globals.values().zip(OF_RUSTC) {
        let found = layout(&program.types, &cx.target, global.ty).unwrap();
        assert_eq!((found.size, found.align), (*size, *align), "{name}");
    }
}

/// A few numbers of no importance, the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % count
    }
}

fn field(ty: Ty) -> AdtField {
    AdtField { name: Symbol::EMPTY, ty, span: Span::NONE }
}

/// Some type, made of those that there are.
fn some_type(types: &mut Types, dice: &mut Dice, known: &[Ty]) -> Ty {
    let part = |dice: &mut Dice| known[dice.below(known.len() as u64) as usize];
    let kind = match dice.below(6) {
        0 => {
            let values = [0, 1, 5, 127].into_iter().take(1 + dice.below(4) as usize);
            let repr = IntTy::ALL[dice.below(12) as usize];
            AdtKind::Enum { repr, variants: values.map(|value| (Symbol::EMPTY, value)).collect() }
        }
        1 => AdtKind::Struct((0..dice.below(4)).map(|_| field(part(dice))).collect()),
        2 => {
            let (of, count) = (part(dice), dice.below(3));
            return types.array(of, count);
        }
        _ => {
            let variant = |dice: &mut Dice| {
                let fields = (0..dice.below(4)).map(|_| field(part(dice))).collect();
                Variant { name: Symbol::EMPTY, span: Span::NONE, fields }
            };
            AdtKind::Sum((0..dice.below(6)).map(|_| variant(dice)).collect())
        }
    };
    let def = AdtDef { name: Symbol::EMPTY, span: Span::NONE, generics: Vec::new(), kind, packed: None, align: None };
    let id = types.adts.alloc(def);
    types.intern(TyKind::Adt(id))
}

#[test]
fn every_variant_is_itself() {
    let mut seen = [0; 3];
    for name in ["x86_64-unknown-linux-gnu", "wasm32-unknown-unknown", "aarch64-apple-darwin"] {
        let target = target(name);
        for seed in 1..200u64 {
            let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let mut types = Types::default();
            let mut known =
                vec![Ty::BOOL, Ty::CHAR, Ty::U8, Ty::I16, Ty::U32, Ty::U64, Ty::F32, Ty::REF_STR, Ty::PTR_U8];
            known.push(types.reference(Mutability::Const, Ty::U8));
            known.push(types.intern(TyKind::Tuple(Box::new([]))));
            for _ in 0..24 {
                let ty = some_type(&mut types, &mut dice, &known);
                if layout(&types, &target, ty).is_ok_and(|layout| layout.size < 4096) {
                    known.push(ty);
                }
            }
            for ty in known {
                if let AdtKind::Sum(_) = types.adt(ty).map_or(&AdtKind::Opaque, |def| &def.kind) {
                    let found = sum(&types, &target, ty).unwrap();
                    seen[match found.encoding {
                        Encoding::Single(_) => 0,
                        Encoding::Direct(_) => 1,
                        Encoding::Niche { .. } => 2,
                    }] += 1;
                    check(&types, &target, ty, &found);
                }
            }
        }
    }
    assert!(seen.iter().all(|times| *times > 500), "{seen:?}");
}

/// That the fields of a variant have room of their own, and that what says which variant it is says that and nothing else.
fn check(types: &Types, target: &Target, ty: Ty, found: &SumLayout) {
    let variants = types.variant_types(ty);
    let tag = found.encoding.tag();
    let mut said = FxHashSet::default();
    for (number, fields) in variants.iter().enumerate() {
        // What no value can be need not be told from the others.
        if fields.iter().any(|field| !sum::validity(types, target, *field).inhabited) {
            continue;
        }
        let encoded = found.encoding.encode(number as u32);
        let mut taken: Vec<(u64, u64)> = Vec::new();
        if let Some((tag, value)) = encoded {
            assert_eq!(Some(tag), found.encoding.tag());
            assert_eq!(found.encoding.decode(value), number as u64, "{found:?}");
            assert!(said.insert(value), "{found:?}");
            taken.push((tag.offset, tag.offset + tag.size));
        }
        for (field, offset) in fields.iter().zip(&found.offsets[number]) {
            let layout = layout(types, target, *field).unwrap();
            assert!(offset.is_multiple_of(layout.align) && found.layout.align.is_multiple_of(layout.align));
            if layout.size > 0 && (encoded.is_some() || !matches!(found.encoding, Encoding::Single(_))) {
                taken.push((*offset, offset + layout.size));
            }
        }
        // What says by its own value that it is a variant is a part of it.
        if encoded.is_none()
            && let Some(tag) = tag
        {
            assert!(taken.iter().any(|(lo, hi)| *lo <= tag.offset && tag.offset + tag.size <= *hi), "{found:?}");
        }
        taken.sort_unstable();
        assert!(taken.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{taken:?} {found:?}");
        assert!(taken.last().is_none_or(|last| last.1 <= found.layout.size));
    }
    // What the niche has left stands for none of them, unless it is another scalar.
    if let (Some(niche), Some(tag)) = (found.validity.niche, tag)
        && niche.tag == tag
    {
        for more in [0, niche.count / 2, niche.count - 1] {
            let value = niche.after(more).start;
            assert!(!said.contains(&value), "{found:?}");
        }
    }
}
