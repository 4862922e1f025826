//! Every construct of the language, and the tree that it becomes.

mod common;
use common::{expr, items, pat, ty};

#[track_caller]
fn check(shown: String, expected: &str) {
    assert_eq!(shown, expected);
}

#[test]
fn literals() {
    check(expr("42"), "42");
    check(expr("1_000_000u64"), "1000000Int(U64)");
    check(expr("0xff_u8"), "255Int(U8)");
    check(expr("0o17"), "15");
    check(expr("0b1010"), "10");
    check(expr("340282366920938463463374607431768211455"), "340282366920938463463374607431768211455");
    check(expr("18446744073709551616"), "18446744073709551616");
    check(expr("1.5"), "1.5");
    check(expr("1_0.5e-3"), "10.5e-3");
    check(expr("1e9"), "1e9");
    check(expr("2.0f32"), "2.0Float(F32)");
    check(expr("3f64"), "3Float(F64)");
    check(expr("0xe+1"), "(+ 14 1)");
    check(expr("0x1.8p3"), "0x1.8p3");
    check(expr("0xF_F.8_0P-1_0f32"), "0xFF.80P-10Float(F32)");
    check(expr("0x1p+3f64"), "0x1p+3Float(F64)");
    check(expr("-0xep-1-1"), "(- (- 0xep-1) 1)");
    check(expr("true && false"), "(&& true false)");
    check(expr(r"'a'"), "'a'");
    check(expr(r"'\n'"), r"'\n'");
    check(expr(r"'\''"), r"'\''");
    check(expr(r"'\u{1F600}'"), "'\u{1F600}'");
    check(expr("'\u{1F600}'"), "'\u{1F600}'");
    check(expr("b'a'"), "97Int(U8)");
    check(expr(r"b'\xff'"), "255Int(U8)");
    check(expr("null"), "null");
}

#[test]
fn strings() {
    check(expr(r#""a\n\t\\\"\'\0\x41\u{e9}é""#), "Str\"a\\n\\t\\\\\\\"'\\0Aéé\"");
    check(expr("\"a\nb\""), "Str\"a\\nb\"");
    check(expr("\"a\r\nb\""), "Str\"a\\nb\"");
    check(expr("\"a \\\n   b\""), "Str\"a b\"");
    check(expr(r##"r"\n""##), r#"Str"\\n""#);
    check(expr(r###"r#"a"b"#"###), r#"Str"a\"b""#);
    check(expr(r#"b"ab\x01""#), "Bytes\"ab\\u{1}\"");
    check(expr(r##"br#"a"#"##), "Bytes\"a\"");
    check(expr(r#"c"ab""#), "C\"ab\"");
    check(expr(r##"cr"a\b""##), "C\"a\\\\b\"");
    check(expr(r#""""#), "Str\"\"");
}

#[test]
fn format_strings() {
    check(expr(r#"f"a{x}b""#), "(format \"a\" {x:} \"b\")");
    check(expr(r#"f"{x:>8} {y:08.3}""#), "(format {x:>8} \" \" {y:08.3})");
    check(expr(r#"f"{x:#x}{x:?}{x:e}""#), "(format {x:#x} {x:?} {x:e})");
    check(expr(r#"f"{{}} {a + b * 2}""#), "(format \"{} \" {(+ a (* b 2)):})");
    check(expr(r#"f"{m::f(1)}""#), "(format {(call m::f 1):})");
    check(expr(r#"f"{P { x: 1 }.x}""#), "(format {(struct P x: 1).x:})");
    check(expr(r#"f"{':'}{'}'}""#), "(format {':':} {'}':})");
    check(expr(r#"f"\u{41}\n""#), "(format \"A\\n\")");
    check(expr(r#"f"""#), "(format )");
}

#[test]
fn precedence() {
    check(expr("a + b * c"), "(+ a (* b c))");
    check(expr("a * b + c"), "(+ (* a b) c)");
    check(expr("a - b - c"), "(- (- a b) c)");
    check(expr("a << b + c & d ^ e | f"), "(| (^ (& (<< a (+ b c)) d) e) f)");
    check(expr("a == b | c"), "(== a (| b c))");
    check(expr("a < b && c >= d || e != f"), "(|| (&& (< a b) (>= c d)) (!= e f))");
    check(expr("a || b && c"), "(|| a (&& b c))");
    check(expr("-a as u32 * b"), "(* (as (- a) u32) b)");
    check(expr("!a.b[0]"), "(! (index a.b 0))");
    check(expr("-1 - -x"), "(- (- 1) (- x))");
    check(expr("&a as *u8"), "(as (& a) *u8)");
    check(expr("&mut *p"), "(&mut (* p))");
    check(expr("&&a"), "(& (& a))");
    check(expr("a && &b"), "(&& a (& b))");
    check(expr("**p"), "(* (* p))");
    check(expr("a..b + 1"), "(.. a (+ b 1))");
    check(expr("a || b..c"), "(.. (|| a b) c)");
    check(expr("..=b"), "(..= - b)");
    check(expr("x[a..]"), "(index x (.. a -))");
    check(expr("x[..]"), "(index x (.. - -))");
    check(expr("a = b = c"), "(= a (= b c))");
    check(expr("a += b << 2"), "(+= a (<< b 2))");
    check(expr("a >>= 1"), "(>>= a 1)");
    check(expr("(a + b) * c"), "(* (+ a b) c)");
    check(expr("return a = b"), "(return (= a b))");
    check(expr("a + return b"), "(+ a (return b))");
}

#[test]
fn casts_before_less() {
    check(expr("a as u32 < b"), "(< (as a u32) b)");
    check(expr("a as c_int << 3"), "(<< (as a c_int) 3)");
    check(expr("p as *mut u8 < q"), "(< (as p *mut u8) q)");
    check(expr("p as *mut Vec<u8>"), "(as p *mut Vec<u8>)");
    check(expr("p as *Vec<Vec<u8>> == q"), "(== (as p *Vec<Vec<u8>>) q)");
    check(expr("a as u32 as u8"), "(as (as a u32) u8)");
    check(expr("a as usize * b"), "(* (as a usize) b)");
    check(expr("a as fn(i32) -> i32"), "(as a fn(i32) -> i32)");
    check(expr("a as libc.c_int + 1"), "(+ (as a libc::c_int) 1)");
}

#[test]
fn postfix() {
    check(expr("f(a, b,)"), "(call f a b)");
    check(expr("f()()"), "(call (call f))");
    check(expr("a.b.c"), "a.b.c");
    check(expr("x.0.1"), "x.0.1");
    check(expr("x.0.1.2"), "x.0.1.2");
    check(expr("x.0 .1"), "x.0.1");
    check(expr("1.max(2)"), "(.max 1 2)");
    check(expr("1.5.sqrt()"), "(.sqrt 1.5)");
    check(expr("a.f(b)?.g()"), "(.g (? (.f a b)))");
    check(expr("p.cast::<u8>()"), "(.cast<u8> p)");
    check(expr("(a.f)(b)"), "(call a.f b)");
    check(expr("a[i][j]"), "(index (index a i) j)");
    check(expr("f::<u8, Vec<Vec<i32>>>(x)"), "(call f<u8, Vec<Vec<i32>>> x)");
    check(expr("size_of::<*mut void>()"), "(call size_of<*mut void>)");
    check(expr("Type::new(1)"), "(call Type::new 1)");
    check(expr("::libc::malloc(1)"), "(call ::libc::malloc 1)");
    check(expr("Vec::<u8>::new()"), "(call Vec<u8>::new)");
    check(expr("libc.c_int::MAX"), "libc::c_int::MAX");
    check(expr("time.monotonic_nanos()"), "(.monotonic_nanos time)");
    check(expr("1..2"), "(.. 1 2)");
    check(expr("a\n.b()\n.c()"), "(.c (.b a))");
}

#[test]
fn special_calls() {
    check(expr("offset_of(Point, y)"), "(offset_of Point y)");
    check(expr("offset_of((i32, u8), 1)"), "(offset_of (i32, u8) 1)");
    check(expr("make([u8], 1024)"), "(make u8 1024)");
    check(expr("make([*mut T], n + 1)"), "(make *mut T (+ n 1))");
    check(expr("make([1, 2], n)"), "(call make (array 1 2) n)");
    check(expr("make(n)"), "(call make n)");
    check(expr("null()"), "(call null)");
    check(expr("null_mut()"), "(call null_mut)");
    check(expr("default()"), "(call default)");
    check(expr("x.make"), "x.make");
}

#[test]
fn groups() {
    check(expr("()"), "(tuple)");
    check(expr("(a,)"), "(tuple a)");
    check(expr("(a, b)"), "(tuple a b)");
    check(expr("((a))"), "a");
    check(expr("[]"), "(array)");
    check(expr("[1, 2,]"), "(array 1 2)");
    check(expr("[0; n]"), "(repeat 0 n)");
    check(expr("Point { x: 1, y }"), "(struct Point x: 1 ~y: y)");
    check(expr("Point { x: 1, ..base }"), "(struct Point x: 1 ..base)");
    check(expr("Point {}"), "(struct Point)");
    check(expr("P { #[cfg(unix)] x: 1 }"), "(struct P #cfg(unix) x: 1)");
    check(expr("z.Point { x: 1 }"), "(struct z::Point x: 1)");
    check(expr("m::Pair::<u8> { a: 1 }"), "(struct m::Pair<u8> a: 1)");
    check(expr("P { x: 1 }.x"), "(struct P x: 1).x");
}

#[test]
fn control_flow() {
    check(expr("if a { 1 } else { 2 }"), "(if a (block 1) (block 2))");
    check(expr("if a { } else if b { } else { }"), "(if a (block) (if b (block) (block)))");
    check(expr("if x == y { }"), "(if (== x y) (block))");
    check(expr("if (P { x: 1 }).x == 1 { }"), "(if (== (struct P x: 1).x 1) (block))");
    check(expr("if f(P { x: 1 }) { }"), "(if (call f (struct P x: 1)) (block))");
    check(expr("if let Some(x) = y { x }"), "(if (let Some(x) y) (block x))");
    check(expr("if let A = x && let B = y && z { }"), "(if (&& (&& (let A x) (let B y)) z) (block))");
    check(expr("if a && let Some(b) = c == d { }"), "(if (&& a (let Some(b) (== c d))) (block))");
    check(expr("while a { b(); }"), "(while a (block (call b);))");
    check(expr("while let Some(x) = it.next() { }"), "(while (let Some(x) (.next it)) (block))");
    check(expr("'outer: loop { break 'outer; }"), "(loop 'outer (block (break 'outer);))");
    check(expr("loop { break 5; }"), "(loop (block (break 5);))");
    check(expr("loop { break 'a 5 }"), "(loop (block (break 'a 5)))");
    check(expr("'a: while x { continue 'a }"), "(while 'a x (block (continue 'a)))");
    check(expr("for i in 0..n { }"), "(for i (.. 0 n) (block))");
    check(expr("for (a, b) in pairs { }"), "(for (a, b) pairs (block))");
    check(expr("for i in 0.. { }"), "(for i (.. 0 -) (block))");
    check(expr("'a: { break 'a 1; }"), "(block 'a (break 'a 1);)");
    check(expr("unsafe { f() }"), "(unsafe block (call f))");
    check(expr("{ 1 }"), "(block 1)");
    check(expr("return"), "(return)");
    check(expr("return (1)"), "(return 1)");
    check(expr("x = if a { 1 } else { 2 } + 3"), "(= x (+ (if a (block 1) (block 2)) 3))");
    check(expr("if a { return } else { return; }"), "(if a (block (return)) (block (return);))");
}

#[test]
fn matches() {
    check(expr("match x { 1 => a, _ => b }"), "(match x [=1 => a] [_ => b])");
    check(expr("match x { 1 => { a } _ => b, }"), "(match x [=1 => (block a)] [_ => b])");
    check(expr("match x { n if n > 3 => 1, _ => 2 }"), "(match x [n if (> n 3) => 1] [_ => 2])");
    check(expr("match x { #[cfg(unix)] 1 => a, _ => b }"), "(match x [#cfg(unix) =1 => a] [_ => b])");
    check(expr("match x {}"), "(match x )");
    check(expr("match x { 1 => {}.f(), _ => if a { b } else { c } d => e }"), {
        "(match x [=1 => (.f (block))] [_ => (if a (block b) (block c))] [d => e])"
    });
    check(expr("match x { _ => y = 3, }"), "(match x [_ => (= y 3)])");
}

#[test]
fn statements() {
    check(expr("let x = 1;"), "let x = 1;");
    check(expr("let mut x: i32 = 1;"), "let mut x: i32 = 1;");
    check(expr("let x: [u8; 4];"), "let x: [u8; 4] = -;");
    check(expr("let (a, b) = c;"), "let (a, b) = c;");
    check(expr("let _ = f();"), "let _ = (call f);");
    check(expr("let Some(x) = y else { return };"), "let Some(x) = y else (block (return));");
    check(expr("let x = if a { 1 } else { 2 };"), "let x = (if a (block 1) (block 2));");
    check(expr("defer free(p);"), "defer (call free p);");
    check(expr("defer x = 1;"), "defer (= x 1);");
    check(expr("defer { a(); };"), "defer (block (call a););");
    check(expr("a(); ; b()"), "(call a); (call b)");
    check(expr("if a { } -1"), "(if a (block)) (- 1)");
    check(expr("{ a } (b)"), "(block a) b");
    check(expr("match a { } [0]"), "(match a ) (array 0)");
    check(expr("{ a }.f() + 1"), "(+ (.f (block a)) 1)");
    check(expr("unsafe { a }; b"), "(unsafe block a); b");
    check(expr("struct S; const N: i32 = 1; fn g() {} S"), "{opaque S} {const N: i32 = 1} {fn g() (block)} S");
    check(expr("#[cfg(a)] x(); #[cfg(b)] let y = 1; #[cfg(c)] { 1 }"), {
        "#cfg(a) (call x); #cfg(b) let y = 1; #cfg(c) (block 1)"
    });
    check(expr("#[cfg(a)] unsafe { 1 } #[cfg(b)] unsafe { 2 }"), {
        "#cfg(a) (unsafe block 1) #cfg(b) (unsafe block 2)"
    });
    check(expr("#[inline] fn g() {}"), "{#inline fn g() (block)}");
}

#[test]
fn patterns() {
    check(pat("_"), "_");
    check(pat("x"), "x");
    check(pat("mut x"), "mut x");
    check(pat("ref x"), "ref x");
    check(pat("A { ref mut x, y: ref z }"), "A {x: ref mut x, y: ref z}");
    check(pat("n @ 1..=5"), "n @ 1..=5");
    check(pat("-1"), "=(- 1)");
    check(pat("'a'..='z' | 'A'..='Z'"), "'a'..='z' | 'A'..='Z'");
    check(pat("| 1 | 2"), "=1 | =2");
    check(pat("1.."), "1..");
    check(pat("..=9"), "..=9");
    check(pat("LO..HI"), "LO..HI");
    check(pat("Color::Red"), "=Color::Red");
    check(pat("color.Color::Red"), "=color::Color::Red");
    check(pat("Some((a, _))"), "Some((a, _))");
    check(pat("Shape::Circle(r)"), "Shape::Circle(r)");
    check(pat("Rect { w, h: 0, .. }"), "Rect {w: w, h: =0, ..}");
    check(pat("P { mut x, #[cfg(a)] y }"), "P {x: mut x, #cfg(a) y: y}");
    check(pat("(a, b)"), "(a, b)");
    check(pat("(a)"), "a");
    check(pat("(a,)"), "(a)");
    check(pat("()"), "()");
    check(pat("&x"), "&x");
    check(pat("&&mut x"), "&&x");
    check(pat("null"), "=null");
    check(pat("true"), "=true");
    check(pat("\"a\""), "=Str\"a\"");
}

#[test]
fn types() {
    check(ty("Buf<u8, 16, -1, true, 'a', { N }>"), "Buf<u8, 16, (- 1), true, 'a', N>");
    check(ty("Buf<Buf<u8, { N + 1 }>>"), "Buf<Buf<u8, (+ N 1)>>");
    check(ty("i32"), "i32");
    check(ty("*T"), "*T");
    check(ty("*const T"), "*T");
    check(ty("*mut *u8"), "*mut *u8");
    check(ty("**T"), "**T");
    check(ty("&T"), "&T");
    check(ty("&&mut T"), "&&mut T");
    check(ty("&mut [u8]"), "&mut [u8]");
    check(ty("[[u8; 4]; N * 2]"), "[[u8; 4]; (* N 2)]");
    check(ty("()"), "()");
    check(ty("(A,)"), "(A)");
    check(ty("(A)"), "A");
    check(ty("(A, B)"), "(A, B)");
    check(ty("fn(A, b: B) -> R"), "fn(A, B) -> R");
    check(ty("fn()"), "fn()");
    check(ty("extern \"C\" fn(fmt: *u8, ...) -> i32"), "extern C fn(*u8, ...) -> i32");
    check(ty("extern fn(i32)"), "extern C fn(i32)");
    check(ty("unsafe extern \"system\" fn()"), "unsafe extern system fn()");
    check(ty("Option<extern \"C\" fn(i32) -> Option<fn()>>"), "Option<extern C fn(i32) -> Option<fn()>>");
    check(ty("!"), "!");
    check(ty("_"), "_");
    check(ty("::m::T"), "::m::T");
    check(ty("m.T"), "m::T");
    check(ty("Vec::<u8>"), "Vec<u8>");
    check(ty("Map<K, Vec<Vec<V>>>"), "Map<K, Vec<Vec<V>>>");
    check(ty("A<B<C<D>>>"), "A<B<C<D>>>");
}

#[test]
fn functions() {
    check(items("fn f() {}"), "fn f() (block)");
    check(items("pub fn f(a: i32, mut b: &T,) -> i32 { a }"), "pub fn f(a: i32, mut b: &T) -> i32 (block a)");
    check(items("export fn f() {}"), "pub fn f() (block)");
    check(items("unsafe fn f() {}"), "unsafe fn f() (block)");
    check(items("pub extern \"C\" fn f(a: *void) -> i32 { 1 }"), "pub extern C fn f(a: *void) -> i32 (block 1)");
    check(items("extern fn f() {}"), "extern C fn f() (block)");
    check(items("unsafe extern \"C\" fn f() {}"), "unsafe extern C fn f() (block)");
    check(items("fn f<T: Ord + Copy, U>(x: &[T]) -> &U {}"), "fn f<T: Ord + Copy, U>(x: &[T]) -> &U (block)");
    check(items("fn f(#[cfg(unix)] a: i32, (b, c): (i32, i32), _: u8) {}"), {
        "fn f(#cfg(unix) a: i32, (b, c): (i32, i32), _: u8) (block)"
    });
    check(items("fn f() -> ! { loop {} }"), "fn f() -> ! (block (loop (block)))");
}

#[test]
fn extern_blocks() {
    check(items("extern \"C\" { fn f(a: i32) -> i32; }"), "extern C {pub foreign fn f(a: i32) -> i32}");
    check(
        items("extern { static mut x: i32; type T; }"),
        "extern C {pub foreign static mut x: i32 = none pub opaque T}",
    );
    check(items("#[link(name = \"z\")] extern \"system\" { #[cold] fn f(fmt: *byte, ...); }"), {
        "#link(name=\"z\") extern system {#cold pub foreign fn f(fmt: *byte, ...)}"
    });
    check(items("fn g() { extern \"C\" { fn f(); } }"), "fn g() (block {extern C {foreign fn f()}})");
    check(items("extern \"C\" { pub fn f(#[cfg(unix)] a: i32); }"), "extern C {pub foreign fn f(#cfg(unix) a: i32)}");
}

#[test]
fn data() {
    check(items("struct S;"), "opaque S");
    check(items("struct P { x: f64, pub y: f64 }"), "struct P {x: f64, pub y: f64}");
    check(items("struct P { #[cfg(unix)] x: f64, }"), "struct P {#cfg(unix) x: f64}");
    check(items("struct P(f64, pub i32);"), "struct tuple P {0: f64, pub 1: i32}");
    check(items("struct P<T: A> { x: T }"), "struct P<T: A> {x: T}");
    check(items("struct E {}"), "struct E {}");
    check(items("union U { f: f32, u: u32 }"), "union U {f: f32, u: u32}");
    check(items("#[repr(i32)] enum C { Red, #[cfg(a)] Green = 5, Blue, }"), {
        "#repr(i32) enum C {Red, #cfg(a) Green = 5, Blue}"
    });
    check(items("enum S { Dot, Circle(f64), Rect { w: f64, h: f64 } }"), {
        "enum S {Dot, Circle(f64), Rect{w: f64, h: f64}}"
    });
    check(items("enum O<T> { None, Some(T) }"), "enum O<T> {None, Some(T)}");
    check(items("const N: usize = 1_000;"), "const N: usize = 1000");
    check(items("static mut C: u64 = 0;"), "static mut C: u64 = 0");
    check(items("pub static S: &str = \"x\";"), "pub static S: &str = Str\"x\"");
    check(items("type H = *mut void;"), "type H = *mut void");
    check(items("fn union(union: i32) { union }"), "fn union(union: i32) (block union)");
}

#[test]
fn impls_and_traits() {
    check(items("impl P { pub fn len(&self) -> f64 { 1.0 } fn new() -> Self { P {} } }"), {
        "impl P {pub fn len(self: &Self) -> f64 (block 1.0) fn new() -> Self (block (struct P))}"
    });
    check(items("impl P { fn a(self) {} fn b(mut self) {} fn c(&mut self, x: i32) {} fn d(self: *Self) {} }"), {
        "impl P {fn a(self: Self) (block) fn b(mut self: Self) (block) \
         fn c(self: &mut Self, x: i32) (block) fn d(self: *Self) (block)}"
    });
    check(
        items("impl<T> Area for Vec<T> { fn area(&self) {} }"),
        "impl<T> Area for Vec<T> {fn area(self: &Self) (block)}",
    );
    check(items("trait A { fn area(&self) -> f64; fn two() {} }"), {
        "trait A {fn area(self: &Self) -> f64 fn two() (block)}"
    });
    check(expr("self.x + Self::N"), "(+ self.x Self::N)");
}

#[test]
fn imports() {
    check(items("import { time, libc } from \"std\";"), "import time, libc from \"std\"");
    check(items("import { a as b, c, } from \"./util\";"), "import a as b, c from \"./util\"");
    check(items("import * as z from \"./zlib\";"), "import * as z from \"./zlib\"");
    check(items("#[cfg(unix)] pub import { a } from \"a\";"), "#cfg(unix) pub import a from \"a\"");
}

#[test]
fn attributes() {
    check(items("#[a] #[b = \"x\"] #[c(d, e = 3, f(g), \"h\", 5)] struct S;"), {
        "#a #b=\"x\" #c(d e=3 f(g) =\"h\" =5) opaque S"
    });
    check(items("#[cfg(all(unix, not(windows), any(true, feature = \"x\")))] fn f() {}"), {
        "#cfg(all(unix not(windows) any(true feature=\"x\"))) fn f() (block)"
    });
    check(items("#[repr(packed(2))] #[static] struct S {}"), "#repr(packed(=2)) #static struct S {}");
    check(items("#![cfg(unix)]\nfn f() {}\n#[a] fn g() {}"), "#cfg(unix) fn f() (block)\n#cfg(unix) #a fn g() (block)");
}

#[test]
fn docs() {
    let (_, program) = common::parse(
        "//! the file\n\n/// One.\n///\n///  Two.\n#[a]\n/// Three.\nfn f() {\n    /// Inner.\n    struct S;\n}\n// no\n//// no\nfn g() {}\nextern \"C\" {\n    /// H.\n    fn h();\n}",
    );
    let docs: Vec<&str> = program.items.iter().map(|(_, i)| i.docs.as_str()).collect();
    assert_eq!(docs, ["One.\n\n Two.", "Inner.", "", "", "H."]);
}

#[test]
fn layout_of_a_file() {
    check(items("#!/usr/bin/env -S vexc run\nfn f() {}"), "fn f() (block)");
    check(items("\u{feff}fn f() {}"), "fn f() (block)");
    check(items("/* a /* nested */ comment */ fn f() /* b */ {} // c"), "fn f() (block)");
    check(items("fn f() {}\r\n\r\nfn g() {}\r\n"), "fn f() (block)\nfn g() (block)");
    check(items(""), "");
    check(items("fn größe(λ: i32) {}"), "fn größe(λ: i32) (block)");
}

#[test]
fn sections() {
    let (cx, program) = common::parse(
        "import { f } from \"./util\"; import * as z from \"std/z\"; import { z as y } from \"std\";\n\
         mod util = \"util\" { pub fn f() { ::z::g(); } }\n mod z = \"std/z\" { fn g() {} }\n mod plain { fn h() {} }",
    );
    assert_eq!(common::describe(&cx), "");
    let shown: Vec<(&str, &str, bool, usize)> =
        program.modules.iter().map(|(_, m)| (cx.text(m.name), cx.text(m.key), m.is_std, m.items.len())).collect();
    assert_eq!(
        shown,
        [("", "test", false, 3), ("util", "util", false, 1), ("z", "std/z", true, 1), ("plain", "plain", false, 1)]
    );
    use vex_ir::tree::{ImportNames, ImportTarget, ItemData};
    let targets: Vec<String> = program
        .items
        .iter()
        .filter_map(|(_, i)| match i.raw() {
            ItemData::Import(import) => Some(match (&import.target, &import.names) {
                (ImportTarget::Module(m), _) => cx.text(program.modules[*m].name).to_string(),
                (ImportTarget::Folder, ImportNames::Items(names)) => {
                    format!("folder {}", cx.text(program.modules[names[0].module.unwrap()].name))
                }
                _ => "missing".to_string(),
            }),
            _ => None,
        })
        .collect();
    assert_eq!(targets, ["util", "z", "folder z"]);
}
