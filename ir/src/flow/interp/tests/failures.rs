//! What has no result, and why.

use super::*;

#[test]
fn what_overflows_is_an_error() {
    let body = |stmt: &str| format!("fn @f() -> i32 {{ ret _0; var _0: i32; bb0: {stmt}; return; }}");
    fails(
        &body("_0 = arith add 2147483647i32, 1i32"),
        ErrorKind::Panic(Panic::Overflow(Some(BinOp::Add))),
        "_0 = arith add 2147483647i32, 1i32",
    );
    fails(
        &body("_0 = checked sub -2147483648i32, 1i32"),
        ErrorKind::Panic(Panic::Overflow(Some(BinOp::Sub))),
        "_0 = checked sub -2147483648i32, 1i32",
    );
    fails(
        &body("_0 = arith neg -2147483648i32"),
        ErrorKind::Panic(Panic::Overflow(None)),
        "_0 = arith neg -2147483648i32",
    );
    fails(&body("_0 = arith div 1i32, 0i32"), ErrorKind::Panic(Panic::DivisionByZero), "_0 = arith div 1i32, 0i32");
    fails(&body("_0 = arith rem 1i32, 0i32"), ErrorKind::Panic(Panic::RemainderByZero), "_0 = arith rem 1i32, 0i32");
    fails(
        &body("_0 = arith div -2147483648i32, -1i32"),
        ErrorKind::Panic(Panic::DivisionOverflow),
        "_0 = arith div -2147483648i32, -1i32",
    );
    fails(&body("_0 = arith shl 1i32, 32u8"), ErrorKind::Panic(Panic::Shift), "_0 = arith shl 1i32, 32u8");
    fails(&body("_0 = arith shl 1i32, -1i8"), ErrorKind::Panic(Panic::Shift), "_0 = arith shl 1i32, -1i8");
    fails(
        &body("_0 = shl 1i32, 32i32"),
        ErrorKind::Undefined("a shift is by the width or more"),
        "_0 = shl 1i32, 32i32",
    );
    fails(&body("_0 = div 1i32, 0i32"), ErrorKind::Undefined("a division is by zero"), "_0 = div 1i32, 0i32");
    fails(&body("check false else shift"), ErrorKind::Panic(Panic::Shift), "check false else shift");
    fails(
        &body("check false else bounds(5usize, 3usize)"),
        ErrorKind::Panic(Panic::Bounds { index: 5, len: 3 }),
        "check false else bounds(5usize, 3usize)",
    );
    fails(
        "fn @f() { var _0: [u8; 2]; var _1: usize; bb0: _1 = 2usize; _0[_1] = 1u8; return; }",
        ErrorKind::Panic(Panic::Bounds { index: 2, len: 2 }),
        "_0[_1] = 1u8",
    );
}

#[test]
fn what_memory_does_not_hold_is_an_error() {
    let body = |locals: &str, stmts: &str| {
        format!("fn @f() -> i32 {{ ret _0; var _0: i32; {locals}; bb0: {stmts}; return; }}")
    };
    fails(&body("var _1: i32", "_0 = arith add _1, 1i32"), Fault::Unset, "_0 = arith add _1, 1i32");
    fails(&body("var _1: [i32; 2]", "_1[0usize] = 1i32; _0 = _1[1usize]"), Fault::Unset, "_0 = _1[1usize]");
    fails(&body("var _1: *i32", "_1 = <*i32> zero; _0 = _1.*"), Fault::Null, "_0 = _1.*");
    fails(&body("var _1: *i32", "_1 = <*i32> 65536; _0 = _1.*"), Fault::Nowhere, "_0 = _1.*");
    fails(
        &body(
            "var _1: i32; let _2: *i32; let _3: *i32",
            "_1 = 1i32; _2 = &_1; _3 = ptr_add _2, 1usize of i32; _0 = _3.*",
        ),
        Fault::OutOfBounds,
        "_0 = _3.*",
    );
    fails(
        &body(
            "var _1: i32; let _2: *i32; let _3: *i32",
            "_1 = 1i32; _2 = &_1; _3 = ptr_add _2, 2usize of i32; _0 = _3.*",
        ),
        ErrorKind::Undefined("a pointer leaves its object"),
        "_3 = ptr_add _2, 2usize of i32",
    );
    fails(
        &body(
            "var _1: [i32; 2]; let _2: *[i32; 2]; let _3: *u8; let _4: *u8; let _5: *i32",
            "_1 = [1i32; 2]; _2 = &_1; _3 = cast _2; _4 = ptr_add _3, 1usize of u8; _5 = cast _4; _0 = _5.*",
        ),
        Fault::Misaligned,
        "_0 = _5.*",
    );
    fails(
        &body(
            "var _1: bool; let _2: *bool; let _3: *mut u8; let _4: i32",
            "_2 = &_1; _3 = cast _2; _3.* = 2u8; _4 = cast _1; _0 = _4",
        ),
        Fault::NotBool(2),
        "_4 = cast _1",
    );
    fails("static @G: i32 = 1i32; fn @f() { bb0: @G = 2i32; return; }", Fault::ReadOnly, "@G = 2i32");
    let dangling = "fn @leak() -> *i32 { ret _1; var _0: i32; var _1: *i32; bb0: _0 = 5i32; _1 = &_0; return; }
fn @f() -> i32 { ret _1; let _0: *i32; var _1: i32; bb0: _0 = call @leak(); _1 = _0.*; return; }";
    fails(dangling, Fault::Dangling, "_1 = _0.*");
    fails(
        "fn @f() -> char { ret _0; var _0: char; let _1: *char; let _2: *mut u32; bb0: _1 = &_0; _2 = cast _1; _2.* = 55296u32; return; }",
        Fault::NotChar(0xd800),
        "return",
    );
    fails(
        "fn @f() { var _0: [u8; 8]; let _1: *u8; let _2: *u8; bb0: _0 = [1u8; 8]; _1 = &_0[0usize]; _2 = &_0[1usize]; intrinsic memcpy(_1, _2, 4usize); return; }",
        Fault::Overlap,
        "intrinsic memcpy(_1, _2, 4usize)",
    );
}

/// A variable that only some ways write is read where it was written, and an error where it was not.
#[test]
fn variables_that_may_be_unset() {
    let text = |cond: &str| {
        format!(
            "fn @f() -> i32 {{ ret _0; var _0: i32; var _1: i32; bb0: if {cond} goto bb1 else bb2; bb1: _1 = 3i32; goto bb2; bb2: _0 = _1; return; }}"
        )
    };
    assert_eq!(run(&text("true")), Ok(Some(Value::Scalar(3))));
    fails(&text("false"), Fault::Unset, "_0 = _1");
}

#[test]
fn the_host_is_asked() {
    let text = "import extern \"C\" fn @service(i64, ...) -> *mut u8; import static @outside: i32; import static @unknown: i64;
fn @ten(i32) -> i32 { params _0; ret _1; let _0: i32; var _1: i32; bb0: _1 = arith add _0, 1i32; return; }
fn @f() -> i32 { ret _0; var _0: i32; let _1: *mut u8; let _2: *mut i32; let _3: *mut u8; let _4: *mut u8; let _5: usize; let _6: i32;
bb0: _1 = call @service(0i64); _2 = cast _1; _2.* = 30i32; _0 = _2.*; _3 = call @service(1i64, _1); _4 = call @service(2i64, <fn(i32) -> i32> @ten);
 _5 = cast _4; _6 = cast _5; _0 = arith add _0, _6; _0 = arith add _0, @outside; STMT return; }";
    // 20 + 1, then 210 + 1
    assert_eq!(run(&text.replace("STMT", "")), Ok(Some(Value::Scalar(30 + 211 + 9))));
    fails(&text.replace("STMT", "_0 = _2.*;"), Fault::Dangling, "_0 = _2.*");
    let twice = text.replace("STMT", "call @service(1i64, _1);");
    fails(&twice, Fault::Dangling, "call @service(1i64, _1)");
    let (kind, _) = run(&text.replace("STMT", "call @service(9i64, 1i32);")).unwrap_err();
    assert!(matches!(&kind, ErrorKind::Foreign(_, reason) if reason == "no such service"), "{kind:?}");
    let read = "import static @unknown: i64; fn @f() -> i64 { ret _0; var _0: i64; bb0: _0 = @unknown; return; }";
    assert!(matches!(run(read), Err((ErrorKind::ForeignStatic(_), _))));
    let address = "import static @unknown: i64; fn @f() -> bool { ret _0; var _0: bool; let _1: *i64; bb0: _1 = &@unknown; _0 = eq _1, <*i64> zero; return; }";
    assert_eq!(run(address), Ok(Some(Value::Scalar(0))));
    // A function that the host takes over.
    let taken = "fn @mine(i64) -> *mut u8 cold { params _0; ret _1; let _0: i64; var _1: *mut u8; bb0: _1 = <*mut u8> zero; return; }
fn @f() -> bool { ret _0; var _0: bool; let _1: *mut u8; bb0: _1 = call @mine(0i64); _0 = ne _1, <*mut u8> zero; return; }";
    assert_eq!(run(taken), Ok(Some(Value::Scalar(1))));
    let sin = "fn @f() -> f64 { ret _0; var _0: f64; bb0: _0 = intrinsic sin(1.0f64); return; }";
    fails(sin, ErrorKind::HostDependent(Intrinsic::Sin), "_0 = intrinsic sin(1.0f64)");
}

#[test]
fn addresses_are_no_numbers_in_constants() {
    let strict = |text: &str| run_with(text, World { strict: true, ..World::default() }, Limits::default());
    let body = |stmts: &str| {
        format!(
            "static @G: i32 = 1i32; static @H: i32 = 1i32; fn @f() -> usize {{ ret _0; var _0: usize; let _1: *i32; let _2: *i32; let _3: bool; bb0: _1 = &@G; _2 = &@H; {stmts} return; }}"
        )
    };
    let fails = |stmts: &str| assert_eq!(strict(&body(stmts)).unwrap_err().0, Fault::AddressAsNumber.into(), "{stmts}");
    fails("_0 = cast _1;");
    fails("_3 = lt _1, _2; _0 = 1usize;");
    fails("_3 = eq _1, _2; _0 = 1usize;");
    fails("_0 = 1usize; _3 = eq _1, <*i32> 65536;");
    assert_eq!(strict(&body("_3 = eq _1, <*i32> zero; _0 = cast _3;")), Ok(Some(Value::Scalar(0))));
    assert_eq!(strict(&body("_3 = eq _1, _1; _0 = cast _3;")), Ok(Some(Value::Scalar(1))));
    let punned = "union U { p: *i32, u: usize, b: [u8; 8] } static @G: i32 = 1i32; fn @f() -> BACK { ret _0; var _0: BACK; var _1: U; bb0: _1.0 = <*i32> &@G; _0 = _1.FIELD; return; }";
    assert_eq!(
        strict(&punned.replace("BACK", "usize").replace("FIELD", "1")).unwrap_err().0,
        Fault::AddressAsNumber.into()
    );
    assert_eq!(
        strict(&punned.replace("BACK", "u8").replace("FIELD", "2[3usize]")).unwrap_err().0,
        Fault::AddressAsNumber.into()
    );
    assert!(strict(&punned.replace("BACK", "*i32").replace("FIELD", "0")).is_ok());
}

#[test]
fn there_are_limits() {
    let limits = |steps, memory, depth| Limits { steps, memory, depth };
    let forever = "fn @f() { bb0: goto bb0; }";
    assert_eq!(run_with(forever, World::default(), limits(1000, 1 << 20, 100)).unwrap_err().0, ErrorKind::StepLimit);
    let deep = "fn @f() { bb0: call @f(); return; }";
    assert_eq!(run_with(deep, World::default(), limits(1 << 20, 1 << 30, 100)).unwrap_err().0, ErrorKind::DepthLimit);
    assert_eq!(
        run_with(deep, World::default(), limits(1 << 20, 1 << 12, 1 << 30)).unwrap_err().0,
        ErrorKind::MemoryLimit
    );
    let large = "fn @f() { var _0: [u8; 1000000]; bb0: return; }";
    assert_eq!(run_with(large, World::default(), limits(1 << 20, 1 << 20, 100)).unwrap_err().0, ErrorKind::MemoryLimit);
    let huge = "static @Z: [u8; 1000000000000] = <[u8; 1000000000000]> zero; fn @f() -> *u8 { ret _0; var _0: *u8; bb0: _0 = &@Z[5usize]; return; }";
    assert!(run(huge).is_ok());
    let copies = "fn @f() { var _0: [u8; 100000]; bb0: _0 = <[u8; 100000]> zero; goto bb0; }";
    let (kind, _) = run_with(copies, World::default(), limits(100_000, 1 << 20, 100)).unwrap_err();
    assert_eq!(kind, ErrorKind::StepLimit);
}

/// A million calls deep: the machine has its own stack. Frames that end leave nothing behind.
#[test]
fn frames_are_the_machines_own() {
    let deep = "fn @down(u32) -> u32 { params _0; ret _1; let _0: u32; var _1: u32; let _2: *u32; let _3: bool; let _4: u32; var _5: u32;
bb0: _5 = _0; _2 = &_5; _3 = eq _0, 0u32; if _3 goto bb1 else bb2; bb1: _1 = 0u32; return; bb2: _4 = arith sub _2.*, 1u32; _1 = call @down(_4); _1 = arith add _1, 1u32; return; }
fn @f() -> u32 { ret _0; var _0: u32; bb0: _0 = call @down(300000u32); return; }";
    let limits = Limits { depth: 1 << 20, ..Limits::default() };
    assert_eq!(run_with(deep, World::default(), limits), Ok(Some(Value::Scalar(300_000))));
    let many = "fn @leaf() -> i32 { ret _0; var _0: i32; let _1: *mut i32; bb0: _1 = &_0; _1.* = 1i32; return; }
fn @f() -> i32 { ret _0; var _0: i32; let _1: bool; let _2: i32; bb0: _0 = 0i32; goto bb1; bb1: _2 = call @leaf(); _0 = arith add _0, _2; _1 = lt _0, 300000i32; if _1 goto bb1 else bb2; bb2: return; }";
    let limits = Limits { memory: 1 << 14, ..Limits::default() };
    assert_eq!(run_with(many, World::default(), limits), Ok(Some(Value::Scalar(300_000))));
}

#[test]
fn errors_know_the_calls() {
    let text =
        "fn @inner(i32) -> i32 { params _0; ret _1; let _0: i32; var _1: i32; bb0: _1 = arith div 1i32, _0; return; }
fn @outer() -> i32 { ret _0; var _0: i32; bb0: _0 = call @inner(0i32); return; }";
    let (cx, program) = program(text, X86);
    let target = cx.target.clone();
    let mut machine = Machine::new(&program, &target, Constants, Limits::default(), Options::default());
    let outer = program.fns.iter().next_back().unwrap().0;
    let error = machine.call(outer, &[]).unwrap_err();
    let calls: Vec<_> =
        error.calls.iter().map(|(f, span)| (cx.text(program.fns[*f].name), cx.snippet(*span))).collect();
    assert_eq!(calls, [("inner", "_1 = arith div 1i32, _0"), ("outer", "_0 = call @inner(0i32)")]);
    assert_eq!(error.kind.text(), "attempt to divide by zero");
    let checks = Options { overflow_checks: false };
    let text = "fn @f() -> u8 { ret _0; var _0: u8; bb0: _0 = arith add 255u8, 2u8; _0 = arith shl _0, 9i32; return; }";
    let (_, program) = self::program(text, X86);
    let mut machine = Machine::new(&program, &target, Constants, Limits::default(), checks);
    assert_eq!(machine.call(program.fns.iter().next().unwrap().0, &[]), Ok(Some(Value::Scalar(2))));
}

#[test]
fn pointers_have_the_targets_width() {
    let text = "struct S { p: *i32, n: usize } static @G: i32 = 7i32; fn @f() -> i32 { ret _0; var _0: i32; var _1: S; let _2: usize; let _3: *i32; var _4: &[i32]; let _5: &[i32];
bb0: _1.0 = <*i32> &@G; _1.1 = arith add 4294967290usize, 5usize; _2 = cast _1.0; _3 = cast _2; _4 = fat _3, 1usize; _5 = _4; _0 = _5.*[0usize]; return; }";
    let (cx, program) = program(text, "wasm32-unknown-unknown");
    let target = cx.target.clone();
    let world = World::default();
    let mut machine = Machine::new(&program, &target, world, Limits::default(), Options::default());
    assert_eq!(machine.call(program.fns.iter().next().unwrap().0, &[]), Ok(Some(Value::Scalar(7))));
    let text = "fn @f() -> usize { ret _0; var _0: usize; bb0: _0 = arith add 4294967290usize, 6usize; return; }";
    let (_, program) = self::program(text, "wasm32-unknown-unknown");
    let mut machine = Machine::new(&program, &target, Constants, Limits::default(), Options::default());
    let error = machine.call(program.fns.iter().next().unwrap().0, &[]).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Panic(Panic::Overflow(Some(BinOp::Add))));
}
