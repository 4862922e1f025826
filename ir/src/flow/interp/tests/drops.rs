//! Moves and drops; instances.

use super::*;

const DROPS: &str = r#"
drop = @Drop::drop;

struct Noisy { n: i64 }
struct Outer { a: Noisy, b: Noisy }
enum Maybe { None, Some { 0: Noisy } }

static mut @LOG: i64 = 0i64;

impl Drop for Noisy { fn @Drop::drop = @noisy; }
impl Drop for Outer { fn @Drop::drop = @outer; }

fn @Drop::drop<Self>(&mut Self);

fn @noisy(&mut Noisy) {
    params _0;
    let _0: &mut Noisy;
    let _1: i64;

bb0:
    _1 = mul @LOG, 10i64;
    @LOG = add _1, _0.*.0;
    return;
}

fn @outer(&mut Outer) {
    params _0;
    let _0: &mut Outer;
    let _1: i64;

bb0:
    _1 = mul @LOG, 10i64;
    @LOG = add _1, 9i64;
    // What a drop function leaves is dropped.
    _0.*.0.0 = 8i64;
    return;
}

fn @take(Noisy) {
    params _0;
    var _0: Noisy;

bb0:
    drop _0;
    return;
}

// Each once, parts in order, what was moved not at all.
fn @all() -> i64 {
    ret _0;
    let _0: i64;
    var _1: Noisy;
    var _2: (Noisy, Noisy);
    var _3: [Noisy; 2];
    var _4: Maybe;
    var _5: Noisy;
    var _6: Outer;
    var _7: Noisy;
    var _8: Maybe;

bb0:
    _1 = <Noisy> {1i64};
    _2 = <(Noisy, Noisy)> {<Noisy> {2i64}, <Noisy> {3i64}};
    _3 = <[Noisy; 2]> {<Noisy> {4i64}, <Noisy> {5i64}};
    _4 = <Maybe> .Some {<Noisy> {6i64}};
    _6 = <Outer> {<Noisy> {1i64}, <Noisy> {2i64}};
    _7 = <Noisy> {7i64};
    _8 = <Maybe> .Some {<Noisy> {1i64}};
    _5 = move _2.0;
    _5 = move _5;
    call @take(move _7);
    _7 = move _8.Some.0;
    drop _8;
    variant _8 = None;
    drop _8;
    drop _7;
    drop _6;
    drop _5;
    drop _4;
    drop _3;
    drop _2;
    drop _1;
    drop _1;
    _0 = @LOG;
    return;
}
"#;

#[test]
fn what_is_dropped_is_dropped_once() {
    let value = run_with(DROPS, World::default(), Limits::default());
    assert_eq!(value, Ok(Some(Value::Scalar(71982264531))));
}

/// What statements do after something was moved: nothing, or they use it.
fn after_moves(stmts: &str) -> Result<String, ErrorKind> {
    let text = format!(
        "static @A: i64 = 0i64;
         struct Inner {{ c: i64, d: u8 }}
         struct Pair {{ a: u8, b: Inner }}
         enum Maybe {{ None, Some {{ 0: Pair }} }}
         fn @take(Inner) {{ params _0; var _0: Inner; bb0: return; }}
         fn @tested() -> i64 {{
             ret _0;
             var _0: i64;
             var _1: Pair;
             var _2: Pair;
             var _3: Maybe;
             var _4: i64;
             let _5: u32;
         bb0:
             _1 = <Pair> {{1u8, <Inner> {{2i64, 3u8}}}};
             _2 = <Pair> {{1u8, <Inner> {{2i64, 3u8}}}};
             _3 = <Maybe> .Some {{<Pair> {{1u8, <Inner> {{2i64, 3u8}}}}}};
             _4 = 4i64;
             _0 = 0i64;
             {stmts}
             return;
         }}"
    );
    constant_of(&text, "tested", &[])
}

#[test]
fn what_is_gone_is_not_used() {
    let gone = Err(Fault::Gone.into());
    for stmts in [
        "_2 = move _1; _2 = _1;",
        "_2 = move _1; _2 = move _1;",
        "_2 = move _1; _0 = _1.1.0;",
        "_2.1 = move _1.1; _2 = _1;",
        "_2.1 = move _1.1; _2.1 = _1.1;",
        "call @take(move _1.1); _0 = _1.1.0;",
        "call @take(move _1.1); call @take(move _1.1);",
        "_0 = move _4; _0 = _4;",
        "drop _1; _2 = _1;",
        "_2 = move _3.Some.0; _3 = _3;",
        "_3.Some.0 = move _1; variant _3 = Some; _2 = _1;",
        "_4 = move _0;",
    ] {
        assert_eq!(after_moves(stmts), gone, "{stmts}");
    }
    for stmts in [
        "_2 = move _1; _1 = move _2; _2 = _1;",
        "_1 = move _1; _2 = _1;",
        "_2.1 = move _1.1; _2.0 = _1.0;",
        // Padding is nothing that could be gone.
        "_2 = move _1; _1.0 = 1u8; _1.1.0 = 1i64; _1.1.1 = 1u8; _2 = _1;",
        "_2 = move _3.Some.0; variant _3 = None; _3 = _3;",
        "_2 = move _3.Some.0; _3.Some.0 = move _2; variant _3 = Some; _3 = _3;",
        "_0 = move _4; _4 = 1i64; _0 = _4;",
        "drop _1; drop _1;",
    ] {
        assert!(after_moves(stmts).is_ok(), "{stmts}: {:?}", after_moves(stmts));
    }
}

#[test]
fn instances_alone_are_executed() {
    let text = "static @A: i32 = 0i32;
        struct Pair<T> { a: T, b: T }
        fn @same<T>(T) -> T { params _1; ret _0; var _0: T; var _1: T; bb0: _0 = _1; return; }
        fn @calls() -> i32 { ret _0; var _0: i32; bb0: _0 = call @same<i32>(1i32); return; }
        fn @holds() -> i32 { ret _0; var _0: i32; var _1: Pair<i32>; bb0: _1 = <Pair<i32>> {1i32, 2i32}; _0 = _1.1; return; }
        fn @asks() -> usize { ret _0; let _0: usize; bb0: _0 = <usize> size_of Pair<i32>; return; }";
    for function in ["same", "calls", "asks"] {
        let args: &[u128] = if function == "same" { &[1] } else { &[] };
        assert_eq!(constant_of(text, function, args), Err(OPEN), "{function}");
    }
    // A type with what it takes has a layout.
    assert_eq!(constant_of(text, "holds", &[]), Ok("2i32;".to_string()));
}
