//! Values that come back as constants.

use super::*;

#[test]
fn results_are_constants() {
    let text = "struct S { a: u8, p: *i32, s: &[u8], t: (bool, char), f: f32, g: fn(i32), n: *i32, z: [u64; 3], w: [u16; 4] }
static @G: [i32; 4] = <[i32; 4]> zero; unnamed static @text: [u8; 3] = <[u8; 3]> b\"hi\\x00\"; fn @g(i32) { params _0; let _0: i32; bb0: return; }
fn @f() -> S { ret _0; var _0: S; bb0: _0.0 = 3u8; _0.1 = <*i32> &@G + 8; _0.2 = <&[u8]> @text[..2]; _0.3.0 = true; _0.3.1 = 'x'; _0.4 = 1.5f32; _0.5 = <fn(i32)> @g; _0.6 = <*i32> 0x1000; _0.7 = <[u64; 3]> zero; _0.8 = [7u16; 4]; return; }";
    let printed = constant(text).unwrap();
    assert_eq!(
        printed,
        "<S> {3u8, <*i32> &@G + 8, <&[u8]> @text[..2], <(bool, char)> {true, 'x'}, 1.5f32, <fn(i32)> @g, <*i32> 0x1000, <[u64; 3]> zero, <[u16; 4]> [7u16; 4]}"
    );
    let unions = "union U { small: u8, p: *i32, n: u64 } static @G: i32 = 1i32; fn @f() -> [U; 4] { ret _0; var _0: [U; 4]; bb0: _0[0usize].0 = 1u8; _0[1usize].1 = <*i32> &@G; _0[2usize].2 = 5u64; return; }";
    let printed = constant(unions).unwrap();
    assert_eq!(printed, "<[U; 4]> {<U> {.0 = 1u8}, <U> {.1 = <*i32> &@G}, <U> {.1 = <*i32> 0x5}, <U> undef}");
}

#[test]
fn what_results_lead_to_is_part_of_them() {
    let text = "struct N { next: *N, v: &mut i32 } fn @f() -> (*N, *i32) { ret _0; var _0: (*N, *i32); var _1: N; var _2: N; var _3: i32; let _4: *mut [i32; 2]; var _5: [i32; 2]; let _6: &mut i32; let _7: *i32; let _8: *N; let _9: *N;
bb0: _3 = 5i32; _6 = &_3; _8 = &_1; _9 = &_2; _7 = &_5[1usize]; _1 = <N> undef; _1.0 = _9; _1.1 = _6; _2.0 = <*N> zero; _2.1 = _6; _5 = <[i32; 2]> {1i32, 2i32}; _0.0 = _8; _0.1 = _7; return; }";
    assert_eq!(
        constant(text).unwrap(),
        "<(*N, *i32)> {<*N> &ref <N> {<*N> &ref <N> {<*N> zero, <&mut i32> &ref $0 = 5i32}, <&mut i32> &ref $0}, <*i32> &ref <[i32; 2]> {1i32, 2i32} + 4}"
    );
    let literals = "fn @f() -> (*u8, &[u8], &[i32]) { ret _0; var _0: (*u8, &[u8], &[i32]); let _1: *u8; let _2: *i32; bb0: _1 = ptr_add <*u8> &c\"text\", 1usize of u8; _0.0 = _1; _0.1 = <&[u8]> c\"text\" + 2[..2]; _2 = <*i32> &ref <[i32; 2]> {1i32, 2i32}; _0.2 = fat _2, 2usize; return; }";
    assert_eq!(
        constant(literals).unwrap(),
        "<(*u8, &[u8], &[i32])> {<*u8> &c\"text\" + 1, <&[u8]> c\"text\" + 2[..2], <&[i32]> ref $0 = <[i32; 2]> {1i32, 2i32}[..2]}"
    );
    let constant_in_code = "fn @g() -> *[i32; 2] { ret _0; var _0: *[i32; 2]; var _1: [i32; 2]; bb0: _1 = <[i32; 2]> {3i32, 4i32}; _0 = &_1; return; } fn @f() -> *[i32; 2] { ret _0; var _0: *[i32; 2]; bb0: _0 = call @g(); return; }";
    assert_eq!(constant(constant_in_code), Err(Fault::Dangling.into()));
    let cycle =
        "struct N { next: *N } fn @f() -> *N { ret _0; var _0: *N; var _1: N; bb0: _0 = &_1; _1.0 = _0; return; }";
    assert_eq!(constant(cycle), Err(ErrorKind::Host("a constant refers to itself".into())));
    let local =
        "thread_local static mut @T: i32 = 1i32; fn @f() -> *i32 { ret _0; var _0: *i32; bb0: _0 = &@T; return; }";
    assert!(matches!(constant(local), Err(ErrorKind::ThreadLocal(_))));
    let unset = "fn @f() -> (u8, u8) { ret _0; var _0: (u8, u8); bb0: _0.0 = 1u8; return; }";
    assert_eq!(constant(unset), Err(Fault::Unset.into()));
    let text_inside = "unnamed static @text: [u8; 3] = <[u8; 3]> b\"hi\\x00\"; fn @f() -> *u8 { ret _0; var _0: *u8; bb0: _0 = &@text[1usize]; return; }";
    assert_eq!(constant(text_inside).unwrap(), "<*u8> &@text + 1");
}

const ENUMS: &str = r#"
enum Shape { Empty, Circle { r: i32 }, Rect { w: i32, h: u8 } }
enum Maybe { None, Some { 0: &i32 } }

static @ONE: i32 = 1i32;

fn @made(bool) -> (Shape, Maybe, Maybe) {
    params _1;
    ret _0;
    var _0: (Shape, Maybe, Maybe);
    let _1: bool;

bb0:
    _0.1.Some.0 = <&i32> &@ONE;
    variant _0.1 = Some;
    variant _0.2 = None;
    if _1 goto bb1 else bb2;

bb1:
    variant _0.0 = Empty;
    return;

bb2:
    _0.0.Rect.0 = 3i32;
    _0.0.Rect.1 = 4u8;
    variant _0.0 = Rect;
    return;
}

fn @tag(u8) -> u32 {
    params _1;
    ret _0;
    let _0: u32;
    let _1: u8;
    var _2: Shape;
    let _3: *mut Shape;
    let _4: *mut u8;

bb0:
    _3 = &_2;
    _4 = cast _3;
    _4.* = _1;
    _0 = variant _3.*;
    return;
}

fn @unset() -> u32 {
    ret _0;
    let _0: u32;
    var _1: Shape;

bb0:
    _0 = variant _1;
    return;
}
"#;

#[test]
fn variants_are_told_apart() {
    let made = |empty| constant_of(ENUMS, "made", &[empty]).unwrap();
    let maybes = "<Maybe> .Some {<&i32> &@ONE}, <Maybe> .None};";
    assert_eq!(made(1), format!("<(Shape, Maybe, Maybe)> {{<Shape> .Empty, {maybes}"));
    assert_eq!(made(0), format!("<(Shape, Maybe, Maybe)> {{<Shape> .Rect {{3i32, 4u8}}, {maybes}"));
    assert_eq!(constant_of(ENUMS, "tag", &[2]), Ok("2u32;".into()));
    assert_eq!(constant_of(ENUMS, "tag", &[3]), Err(NO_VARIANT));
    assert_eq!(constant_of(ENUMS, "unset", &[]), Err(Fault::Unset.into()));
}
