use super::*;
use crate::cx::{Cx, Options};
use crate::flow::read::read;
use crate::symbol::Symbol;
use crate::target::Target;

/// What the reader or the verifier says of declarations.
fn said(text: &str) -> String {
    let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), Options::default());
    match read(&mut cx, text, 1) {
        Err(error) => error.message,
        Ok(program) => verify_flow(&program, everything()).err().map_or(String::new(), |violation| violation.what),
    }
}

#[test]
fn thread_local_globals_have_no_constant_address() {
    for (text, wanted) in [
        (
            "thread_local static @t: i32 = 1i32; static @p: *i32 = <*i32> &@t;",
            "leads to no global, or to a thread-local one",
        ),
        (
            "import thread_local static @t: [i32; 2]; static @p: &[i32] = <&[i32]> @t[..2];",
            "leads to no global, or to a thread-local one",
        ),
        ("unnamed thread_local static @t: i32 = 1i32;", "a constant is thread-local"),
        ("static @t: i32 = 1i32; thread_local static @p: *i32 = <*i32> &@t;", ""),
    ] {
        let said = said(text);
        assert!(if wanted.is_empty() { said.is_empty() } else { said.contains(wanted) }, "{text}: {said}");
    }
}

#[test]
fn parameters_have_arguments_and_belong_to_their_definition() {
    let body =
        |ty: &str, stmt: &str| format!("fn @f<T, N: usize>() {{ var _0: {ty}; var _1: usize; bb0: {stmt} return; }}");
    for (text, wanted) in [
        (body("T", ""), ""),
        (body("[T; N]", ""), ""),
        (body("N", ""), "a number, is used as a type"),
        (body("[T; T]", ""), "a number where a type is wanted"),
        (body("P<T, 1>", "") + "struct P<A, B> { a: A, b: B }", "a number where a type is wanted"),
        (body("P<T>", "") + "struct P<A, B> { a: A, b: B }", "not as many arguments"),
        (body("P<T, N>", "") + "struct P<A, B: usize> { a: A, b: [A; B] }", ""),
        (body("P", "") + "struct P<A> { a: A }", "a type with parameters has no arguments"),
        (body("T", "call @f<T>();"), "not as many arguments"),
        (body("T", "call @f();"), "a function with parameters has no arguments"),
        (body("T", "call @f<u8, u8>();"), "a number where a type is wanted"),
        (body("T", "call @f<(T, u8), 9>();"), ""),
        (body("[T; N]", "_0 = [1u8; _];"), WRONG),
        (body("[u8; N]", "_0 = [1u8; _];"), ""),
        (body("T", "_1 = <usize> value_of N;"), ""),
        (body("T", "_1 = <usize> value_of T;"), "a number where a type is wanted"),
        (body("T", "_1 = <usize> len_of [T; N];"), ""),
        (body("T", "_1 = <usize> len_of T;"), "a constant is not a value of its type"),
        (body("T", "_1 = <usize> size_of T;"), ""),
        (body("T", "_1 = <usize> offset_of (u8, T).1;"), ""),
        (body("T", "_1 = <usize> offset_of (u8, T).2;"), "a constant is not a value of its type"),
        (body("T", "_0 = <T> size_of u8;"), "a constant is not a value of its type"),
        ("export fn @f<T>(T);".into(), "a function with parameters has a symbol of its own"),
        ("main = @f; fn @f<T>() { bb0: return; }".into(), "a function with parameters has no arguments"),
        ("struct P<A> { a: B } struct B {}".into(), ""),
        ("fn @m<S, T>(S, T); import fn @g(u8); impl X for u8 { fn @m = @g; }".into(), "has other parameters"),
        // It may be what implementations have that say nothing else.
        ("fn @m<S>(S) { params _0; var _0: S; bb0: return; } impl<T> X for T { fn @m = @m; }".into(), ""),
        ("impl X for u8 { type Out = [u8; 4]; }".into(), ""),
    ] {
        let said = said(&text);
        assert!(if wanted.is_empty() { said.is_empty() } else { said.contains(wanted) }, "{text}: {said}");
    }
}

#[test]
fn nothing_is_open_where_the_grammar_says_so() {
    for text in [
        "fn @f<T>(T);",
        "static @s: P<u8> = <P<u8>> zero; struct P<A> { a: A }",
        "fn @f() { var _0: <u8 as X>::Out; bb0: return; }",
        "static @s: usize = <usize> size_of u8;",
        "impl X for u8 { }",
        "fn @f() { var _0: [u8; 2]; bb0: _0 = [1u8; _]; return; }",
    ] {
        let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), Options::default());
        let program = read(&mut cx, text, 1).unwrap_or_else(|error| panic!("{text}: {}", error.message));
        assert_eq!(verify_flow(&program, everything()), Ok(()), "{text}");
        let grammar = everything().minus(Grammar::NONE.with(Production::Open));
        let found = verify_flow(&program, grammar).err().and_then(|violation| violation.production);
        assert_eq!(found, Some(Production::Open), "{text}");
    }
}

#[test]
fn types_of_values_have_a_size() {
    for (text, wanted) in [
        ("import fn @s(str) -> bool;", "a parameter has a type without a size"),
        ("import fn @s(i32) -> str;", "what is returned has a type without a size"),
        ("import fn @s(void) -> i32;", "a parameter has a type without a size"),
        ("import fn @s(i32, !) -> i32;", "a parameter has a type without a size"),
        ("opaque A; import fn @s(A) -> i32;", "a parameter has a type without a size"),
        ("opaque A; import fn @s() -> A;", "what is returned has a type without a size"),
        ("struct A { x: str } import fn @u(*A) -> i32;", "the type `str` has no size"),
        ("struct A { x: void } import fn @u(*A) -> i32;", "the type `void` has no size"),
        ("opaque O; union A { x: O } import fn @u(*A) -> i32;", "the type `O` has no size"),
        ("import fn @s((str, i32)) -> i32;", "the type `str` has no size"),
        ("import fn @s([str; 3]) -> i32;", "the type `str` has no size"),
        ("struct A { x: A } import fn @u(*A) -> i32;", "contains itself"),
        ("struct A { x: B } struct B { y: [A; 2] } import fn @u(*A) -> i32;", "contains itself"),
        ("import fn @s(*[[u8; 4294967295]; 4294967295]) -> i32;", "larger than half the address space"),
        ("struct A { x: *A, y: &str } opaque O; import fn @s(A, *O) -> void; import static @o: O;", ""),
        ("import fn @s() -> !;", ""),
    ] {
        let said = said(text);
        assert!(if wanted.is_empty() { said.is_empty() } else { said.contains(wanted) }, "{text}: {said}");
    }
}

const WRONG: &str = "an operation does not suit its operands";

fn verify_in(text: &str, grammar: Grammar) -> Result<(), Violation> {
    let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), Options::default());
    let program = read(&mut cx, text, 1).unwrap_or_else(|e| panic!("{}: {text}", e.message));
    verify_flow(&program, grammar)
}

fn everything() -> Grammar {
    [Production::Open, Production::Arith, Production::Checked].into_iter().fold(Grammar::NONE, Grammar::with)
}

/// A function with locals of many types around some statements.
fn body(stmts: &str) -> String {
    format!(
        "struct P {{ a: i32, b: f64 }}
        union U {{ a: i32, b: f32 }}
        enum E: i32 {{ A = 0, B = 1 }}
        opaque O;
        static mut @g: i32 = 0i32;
        import static @o: O;
        import extern \"C\" fn @printf(*u8, ...) -> i32;
        fn @f(i32, bool, &[u8], *mut P, usize, f64, P) -> i32 {{
            params _0, _1, _2, _3, _4, _5, _6;
            ret _7;
            let _0: i32;
            let _1: bool;
            let _2: &[u8];
            let _3: *mut P;
            let _4: usize;
            let _5: f64;
            var _6: P;
            var _7: i32;
            let _8: i32;
            let _9: i32;
            var _10: [u8; 4];
            let _11: *u8;
            let _12: usize;
            let _13: u8;
            let _14: isize;
            let _15: E;
            let _16: fn(i32) -> i32;
            let _17: bool;
            let _18: *P;
            let _19: f32;
            let _20: &[u8];
            let _21: *void;
        bb0:
            {stmts}
        }}"
    )
}

fn law(text: &str) -> String {
    match verify_in(text, everything()) {
        Ok(()) => panic!("holds: {text}"),
        Err(violation) => {
            assert_eq!(violation.production, None);
            violation.what
        }
    }
}

#[test]
fn accepts_what_is_right() {
    for stmts in [
        "return;",
        "_7 = _0; _8 = arith add _0, _7; _7 = checked sub _8, 1i32; _9 = arith neg _8; _7 = _9; return;",
        "_7 = _3.*.0; _3.*.1 = _5; _6 = _3.*; @g = _6.0; return;",
        "_13 = _2.*[_4]; _10[_4] = _13; _10[3usize] = 1u8; _10 = [_13; 4]; _10 = <[u8; 4]> b\"abcd\"; return;",
        "_8 = call @f(_0, _1, _2, _3, _4, _5, _6); call @printf(<*u8> zero, _0, 1.5f64, _3); return;",
        "_16 = <fn(i32) -> i32> 0x0; _8 = call (_16)(_0) as fn(i32) -> i32; return;",
        "_11 = fat_ptr _2; _12 = fat_len _2; _20 = fat _11, _12; _14 = ptr_diff _11, _11 of u8; return;",
        "_18 = &_3.*; _11 = &_10[_4]; _21 = cast _11; _19 = cast _0; _12 = cast _3; return;",
        "_17 = lt _0, 5i32; if _17 goto bb1 else bb2; bb1: _8 = 1i32; goto bb2; bb2: return;",
        "if _1 goto bb1 else bb2; bb1: return; bb2: _8 = 1i32; goto bb3; bb3: _7 = _8; return;",
        "goto bb2; bb1: _7 = _8; return; bb2: _8 = 1i32; goto bb1;",
        "_8 = 1i32; goto bb1; bb1: _7 = _8; if _1 goto bb1 else bb2; bb2: _7 = _8; return;",
        "return; bb1: _7 = _8; goto bb2; bb2: _8 = 1i32; goto bb1;",
        "_15 = <E> 1; switch _15 { <E> 0 => bb0, <E> 1 => bb0, else => bb0 };",
        "switch _0 { -1i32 => bb1, 0i32 => bb1, else => bb1 }; bb1: unreachable;",
        "check _1 else bounds(_4, 4usize); intrinsic memcpy(_3, _3, 8usize); _8 = intrinsic ctpop(_0); return;",
        "store volatile _3.*.0 = _0; _8 = load unaligned _3.*.0; _9 = black_box _0; return;",
        "_8 = shl _0, 3u8; return;",
    ] {
        assert_eq!(verify_in(&body(stmts), everything()), Ok(()), "{stmts}");
    }
}

#[test]
// Long because it is a table of broken bodies.
fn reports_what_is_wrong_in_a_body() {
    for (stmts, what) in [
        ("_7 = _8; return;", "the value `_8` is never assigned"),
        ("_7 = _8; _8 = 1i32; return;", "the value `_8` may be used before it is assigned"),
        ("_8 = add _8, 1i32; return;", "the value `_8` may be used before it is assigned"),
        ("_0 = 1i32; return;", "the value `_0` is assigned twice"),
        (
            "if _1 goto bb1 else bb2; bb1: _8 = 1i32; goto bb2; bb2: _7 = _8; return;",
            "the value `_8` may be used before it is assigned",
        ),
        (
            "if _1 goto bb1 else bb2; bb1: _7 = _8; return; bb2: _8 = 1i32; return;",
            "the value `_8` may be used before it is assigned",
        ),
        ("_11 = fat_ptr _2; _18 = &_6; _8 = 1i32; _18 = &_6; return;", "the value `_18` is assigned twice"),
        ("_7 = _5; return;", "what is assigned has another type than its place"),
        ("_7 = 1i64; return;", "what is assigned has another type than its place"),
        ("_7 = <i32> undef; _8 = add _0, 1i64; return;", WRONG),
        ("_8 = arith and _0, _0; return;", WRONG),
        ("_17 = arith lt _0, _0; return;", WRONG),
        ("_8 = checked div _0, _0; return;", WRONG),
        ("_12 = arith neg _4; return;", WRONG),
        ("_17 = not _5; return;", WRONG),
        ("_17 = lt _6, _6; return;", WRONG),
        ("_8 = cast _6; return;", WRONG),
        ("_21 = cast _5; return;", WRONG),
        ("_21 = cast _2; return;", WRONG),
        ("_11 = &_6; return;", WRONG),
        ("_11 = &_0; return;", WRONG),
        ("_20 = fat _3, _4; return;", WRONG),
        ("_14 = fat_len _2; return;", WRONG),
        ("_11 = fat_ptr _3; return;", WRONG),
        ("_10 = [1u8; 5]; return;", WRONG),
        ("_8 = intrinsic sqrt(_0); return;", WRONG),
        ("_8 = intrinsic memcpy(_3, _3, _4); return;", WRONG),
        ("intrinsic ctpop(_0); return;", "an intrinsic is no statement, or does not suit its arguments"),
        ("intrinsic memset(_3, 0i32); return;", "an intrinsic has not as many arguments as it takes"),
        ("_6 = _6.2; return;", "a projection does not suit the type of its place"),
        ("_8 = _0.*; return;", "a projection does not suit the type of its place"),
        ("_8 = _6[0usize]; return;", "a projection does not suit the type of its place"),
        ("_13 = _10[0i32]; return;", "an index is not a `usize`"),
        ("_13 = _2[0usize]; return;", "a projection does not suit the type of its place"),
        ("_8 = call @f(_0); return;", "a call has not as many arguments as its type"),
        ("_8 = call @printf(); return;", "a call has not as many arguments as its type"),
        ("_8 = call @printf(_3); return;", "an argument has another type than its parameter"),
        ("call @printf(<*u8> zero, 1.5f32); return;", "an argument for `...` is not promoted"),
        ("call @printf(<*u8> zero, true); return;", "an argument for `...` is not promoted"),
        ("_5 = call @printf(<*u8> zero); return;", "a result has another type than its place"),
        ("call (_3)() as fn(); return;", "a call is by another type than that of the pointer"),
        ("call @f() as i32; return;", "a call is not by a function type"),
        ("if _0 goto bb0 else bb0;", "a condition is not `bool`"),
        ("check _0 else shift; return;", "a condition is not `bool`"),
        ("check _1 else bounds(_0, _4); return;", "the operands of a check are not `usize`"),
        ("switch _5 { else => bb0 };", "what is switched on is no integer"),
        ("switch _0 { 1i32 => bb0, 1i32 => bb0, else => bb0 };", "two cases have the same value"),
        ("switch _0 { 1i64 => bb0, 4294967296i64 => bb0, else => bb0 };", "a case is not a value of its type"),
        ("_8 = 1i32; _11 = &_10[_12]; return;", "the value `_12` is never assigned"),
        ("_7 = <i32> 0x100000000; return;", "a constant is not a value of its type"),
        ("_17 = <bool> 2; return;", "a constant is not a value of its type"),
        ("_10 = <[u8; 4]> b\"abc\"; return;", "a constant is not a value of its type"),
        ("_6 = <P> {1i32}; return;", "a constant has not as many parts as its type"),
        ("_6 = <P> {1i32, 1i32}; return;", "a part of a constant has the wrong type"),
        ("_6 = <P> {.0 = 1i32}; return;", "a constant is not a value of its type"),
        ("_7 = @o; return;", "something without a size is read"),
        ("store volatile _0 = 1i32; return;", "the value `_0` is not assigned as a whole"),
        ("store volatile _3.*.0 = _5; return;", "what is stored has another type than its place"),
    ] {
        assert_eq!(law(&body(stmts)), what, "{stmts}");
    }
}

#[test]
fn reports_what_is_wrong_around_bodies() {
    for (text, what) in [
        ("fn @f: i32;", "a function has no function type"),
        ("fn @f();", "an import has a body, or another function none"),
        ("import fn @f() { bb0: return; }", "an import has a body, or another function none"),
        ("static @x: i32;", "an import has an initializer, or another global none"),
        ("import static @x: i32 = 1i32;", "an import has an initializer, or another global none"),
        ("static @x: i32 = 1i64;", "an initializer is not of its global's type"),
        ("static @x: str = <str> zero;", "a global has a type without a size"),
        ("static @x: {error} = <{error}> zero;", "a global has a type without a size"),
        ("import fn @f(); import fn @f#2();", "two functions have the same symbol"),
        ("main = @f; import fn @f();", "`main` has no body"),
        ("fn @f() { }", "a body has no blocks"),
        ("fn @f(i32) { bb0: return; }", "a body has not as many parameters as its signature"),
        ("fn @f(i32) { params _0; let _0: i64; bb0: return; }", "a parameter has another type than the signature says"),
        ("fn @f(i32, i32) { params _0, _0; let _0: i32; bb0: return; }", "a local is two parameters"),
        (
            "fn @f(i32) { params _0; var _0: i32; bb0: return; }",
            "a parameter is a value if and only if its type is that of one",
        ),
        ("fn @f() -> i32 { bb0: return; }", "a body returns nothing, its signature says otherwise"),
        (
            "fn @f() -> i32 { ret _0; var _0: i64; bb0: return; }",
            "what is returned has another type than the signature says",
        ),
        ("fn @f() -> i32 { ret _0; let _0: i32; bb0: return; }", "the value `_0` is never assigned"),
        ("fn @f() { let _0: [u8; 4]; bb0: return; }", "a local is a value, but its type is not that of one"),
        ("fn @f() { var _0: void; bb0: return; }", "a local has a type without a size"),
        ("fn @f() { var _0: i32 in 3; bb0: return; }", "a local is in a scope that does not exist"),
        ("fn @f() { scope 0 in 1; bb0: return; }", "a scope stands before its parent"),
    ] {
        assert_eq!(law(text), what, "{text}");
    }
}

#[test]
fn productions_need_the_grammar_to_have_them() {
    for (stmts, production) in [
        ("_8 = arith add _0, _0; return;", Production::Arith),
        ("_8 = arith neg _0; return;", Production::Arith),
        ("_8 = checked add _0, _0; return;", Production::Checked),
        ("mark used _8; return;", Production::Mark),
        ("call @printf(<*u8> &c\"text\"); return;", Production::Symbolic),
        ("call @printf(<*u8> &ref <*u8> &c\"text\"); return;", Production::Symbolic),
        ("call @printf(<*u8> zero) tag(always); return;", Production::InlineTags),
        ("call @printf(<*u8> zero) abi(0); return;", Production::Abi),
    ] {
        let text = body(stmts);
        let found = verify_in(&text, everything().minus(Grammar::default().with(production))).unwrap_err();
        assert_eq!(found.production, Some(production), "{stmts}");
        assert_eq!(found.what, format!("production `{}` must not occur here", production.name()));
        assert_ne!(found.span, Span::NONE);
    }
    let untagged = "import fn @f() tag(never);";
    assert_eq!(verify_in(untagged, everything()).unwrap_err().production, Some(Production::InlineTags));
    let tagged = everything().with(Production::InlineTags);
    assert_eq!(verify_in(untagged, tagged), Ok(()));
    assert_eq!(verify_in("import fn @f() tag(none);", tagged), Ok(()));
    assert_eq!(verify_in("import fn @f();", tagged).unwrap_err().what, "a function has no inlining decision");
}

#[test]
fn conventions_are_there_when_the_grammar_has_them() {
    let grammar = everything().with(Production::Abi);
    let missing = |text: &str| verify_in(text, grammar).map_err(|v| v.what);
    assert_eq!(missing("abi 0 = c(direct) -> ignore; import fn @f(i32) abi(0);"), Ok(()));
    assert_eq!(missing("import fn @f();"), Err("a convention is missing".into()));
    let other = Err("a convention does not exist, or is for other parameters".into());
    assert_eq!(missing("import fn @f() abi(0);"), other);
    assert_eq!(missing("abi 0 = c(direct) -> ignore; import fn @f() abi(0);"), other);
    let variadic = "abi 0 = c(direct) -> ignore; import extern \"C\" fn @f(i32, ...) abi(0);";
    assert_eq!(missing(variadic), other);
    assert_eq!(missing(&variadic.replace("c(direct)", "c(direct, ...)")), Ok(()));
    for wrong in ["pair", "ignore"] {
        assert_eq!(missing(&format!("abi 0 = c({wrong}) -> ignore; import fn @f(i32) abi(0);")), other);
    }
    let pointer = "abi 0 = c(direct zext) -> ignore; import fn @f(*u8) abi(0);";
    assert_eq!(missing(pointer), other);
    assert_eq!(missing(&pointer.replace("*u8", "u8")), Ok(()));
    let call = "abi 0 = c() -> ignore; import fn @f() abi(0); fn @g() abi(0) { bb0: call @f() ABI; return; }";
    assert_eq!(missing(&call.replace("ABI", "abi(0)")), Ok(()));
    assert_eq!(missing(&call.replace("ABI", "")), Err("a convention is missing".into()));
}

#[test]
fn holds_for_deep_and_long_chains() {
    // A chain of blocks as long as real functions never have: time must not grow with its square, nor the stack.
    let mut text = "fn @f() -> i32 { ret _0; var _0: i32; let _1: i32; bb0: _1 = 1i32; goto bb1;\n".to_string();
    for block in 1..20_000 {
        text.push_str(&format!("bb{block}: _0 = _1; goto bb{};\n", block + 1));
    }
    text.push_str("bb20000: return; }");
    assert_eq!(verify_in(&text, everything()), Ok(()));
    // The same with a way out of every block, as a `match` of ranges has.
    let text = text.replace("fn @f()", "fn @f(bool)").replace("{ ret _0;", "{ params _2; ret _0;");
    let text = text.replace("let _1: i32;", "let _1: i32; let _2: bool;");
    let text = text.replace("_0 = _1; goto", "_0 = _1; if _2 goto bb20000 else");
    assert_eq!(verify_in(&text, everything()), Ok(()));
}

#[test]
fn never_panics_on_ids_out_of_range() {
    use crate::flow::{Block, Body, Local, LocalKind, Operand, PlaceBase, Proj, Rvalue, Stmt, StmtKind, Terminator};
    use la_arena::Idx;
    let make = |edit: &mut dyn FnMut(&mut Body)| {
        let mut cx = Cx::new(Target::parse("x86_64-unknown-linux-gnu").unwrap(), Options::default());
        let mut program = read(&mut cx, "fn @f(i32) { params _0; let _0: i32; bb0: return; }", 1).unwrap();
        edit(program.bodies.values_mut().next().unwrap());
        verify_flow(&program, everything()).unwrap_err().what
    };
    let far = |n: u32| Idx::from_raw(n.into());
    let assign = |place, rvalue| Stmt { kind: StmtKind::Assign(place, rvalue), span: Span::NONE };
    fn first(body: &mut Body) -> &mut Block {
        body.blocks.values_mut().next().unwrap()
    }
    assert_eq!(make(&mut |b| first(b).term = Terminator::Goto(Idx::from_raw(9.into()))), "a jump leads to no block");
    assert_eq!(
        make(&mut |b| b.ret = Some(Idx::from_raw(9.into()))),
        "what is returned has another type than the signature says"
    );
    assert_eq!(make(&mut |b| b.params[0] = Idx::from_raw(9.into())), "a parameter is no local");
    let place = |b: &mut Body| b.place(far(0));
    assert_eq!(
        make(&mut |b| {
            let place = place(b);
            first(b).stmts.push(assign(place, Rvalue::Use(Operand::Const(Idx::from_raw(7.into())))));
        }),
        "a constant does not exist"
    );
    assert_eq!(
        make(&mut |b| {
            let mut to = place(b);
            to.base = PlaceBase::Global(Idx::from_raw(7.into()));
            first(b).stmts.push(assign(to, Rvalue::AddrOf(to)));
        }),
        "a global does not exist"
    );
    assert_eq!(
        make(&mut |b| {
            let mut to = place(b);
            let mut pool = crate::pool::Pool::default();
            to.projs = pool.alloc([Proj::Deref, Proj::Deref]);
            first(b).stmts.push(assign(to, Rvalue::AddrOf(to)));
        }),
        "a list of projections is out of range"
    );
    assert_eq!(
        make(&mut |b| {
            let local =
                Local { name: Symbol::EMPTY, ty: Ty::UNKNOWN, kind: LocalKind::Memory, span: Span::NONE, scope: 0 };
            b.locals.alloc(local);
        }),
        "a local has a type without a size"
    );
}

/// Programs whose blocks jump at random: a value may be used wherever no way from the entry avoids its assignment.
#[test]
fn dominance_is_that_of_its_definition() {
    let mut seed = 1u64;
    let mut random = move |below: usize| {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (seed >> 33) as usize % below
    };
    let mut answers = [0, 0];
    for _ in 0..3000 {
        let count = 2 + random(9);
        let jumps: Vec<[usize; 2]> = (0..count).map(|_| [random(count), random(count)]).collect();
        let (def, usage) = (random(count), random(count));
        if def == usage {
            continue;
        }
        let mut text = "fn @f(bool) -> i32 { params _0; ret _1; let _0: bool; var _1: i32; let _2: i32;\n".to_string();
        for (block, [then, els]) in jumps.iter().enumerate() {
            let assign = if block == def { "_2 = 1i32;" } else { "" };
            let read = if block == usage { "_1 = _2;" } else { "" };
            text.push_str(&format!("bb{block}: {assign} {read} if _0 goto bb{then} else bb{els};\n"));
        }
        let dominated = !reached(&jumps, def)[usage];
        answers[usize::from(dominated)] += 1;
        assert_eq!(verify_in(&(text.clone() + "}"), everything()).is_ok(), dominated, "{text}");
    }
    assert!(answers.iter().all(|&n| n > 500), "{answers:?}");
}

/// The blocks that are reached from the first one on ways that avoid another.
fn reached(jumps: &[[usize; 2]], avoided: usize) -> Vec<bool> {
    let mut seen = vec![false; jumps.len()];
    let mut stack = vec![0];
    while let Some(block) = stack.pop() {
        if block != avoided && !std::mem::replace(&mut seen[block], true) {
            stack.extend(jumps[block]);
        }
    }
    seen
}
