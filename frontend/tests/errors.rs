//! Mistakes: each reported once, with its code, at the very place.

mod common;
use common::{codes, errors, fixed, parse};

/// In a function: the code, and the text that the report points to.
#[track_caller]
fn stmt(text: &str, expected: &[(&str, &str)]) {
    item(&format!("fn f() {{ {text} }}\nfn g() {{}}"), expected);
}

#[track_caller]
fn item(text: &str, expected: &[(&str, &str)]) {
    let found = errors(text);
    let found: Vec<(&str, &str)> = found.iter().map(|(c, s)| (c.as_str(), s.as_str())).collect();
    assert_eq!(found, expected, "in: {text}");
}

/// Applying the suggestions makes `right` of `wrong`, which has no mistakes left.
#[track_caller]
fn fix(wrong: &str, right: &str) {
    assert_eq!(fixed(wrong), right);
    assert_eq!(codes(right), [""; 0], "in: {right}");
}

#[test]
fn characters() {
    stmt("let x = $;", &[("E0001", "$")]);
    stmt("a $ b;", &[("E0001", "$")]);
    stmt("let x = €€;", &[("E0001", "€€")]);
    stmt("x\0;", &[("E0001", "\0")]);
    stmt("x\u{feff};", &[("E0001", "\u{feff}")]);
    stmt("x;\u{200b}", &[("E0001", "\u{200b}")]);
    fix("fn f() { g(x)\u{37e} }", "fn f() { g(x); }");
    fix("fn f() {\u{a0}a – b; }", "fn f() { a - b; }");
}

#[test]
fn directions_of_text() {
    for c in
        ['\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']
    {
        let at = c.to_string();
        for literal in [format!("\"a{c}b{c}\""), format!("c\"{c}\""), format!("f\"{c}{{x}}\""), format!("'{c}'")] {
            stmt(&format!("let x = {literal};"), &[("E0043", &at)]);
            let escaped = literal.replace(c, &format!("\\u{{{:x}}}", c as u32));
            fix(&format!("fn f() {{ let y = {literal}; }}"), &format!("fn f() {{ let y = {escaped}; }}"));
        }
        stmt(&format!("let x = r\"{c}\";"), &[("E0043", &at)]);
        stmt(&format!("a(); // {c} x {c}\n"), &[("E0043", &at)]);
        stmt(&format!("a(); /* {c} */ b();"), &[("E0043", &at)]);
        item(&format!("/// {c}\nfn f() {{}}"), &[("E0043", &at)]);
        fix(&format!("// is{c} fine\nfn f() {{}}"), "// is fine\nfn f() {}");
        // Between tokens it is no character of the language.
        stmt(&format!("a(); {c} b();"), &[("E0001", &at)]);
    }
    // Other characters that take three bytes.
    stmt("let x = \"\u{201c}\u{20ac}\u{2030}\u{2065}\u{206a}\"; // \u{200f}\n", &[]);
}

#[test]
fn unterminated() {
    item("fn f() {\n  a(\"abc);\n  b(\"def\");\n}\nfn g() { let x = ; }", &[("E0002", "\"abc);"), ("E0020", ";")]);
    item("fn f() { a(\"x\ny\", \"z\"); }\nfn g() { \"abc }\n", &[("E0002", "\"abc }")]);
    item("fn f() { \"abc", &[("E0010", "{"), ("E0002", "\"abc")]);
    item("fn f() { \"abc\\", &[("E0010", "{"), ("E0002", "\"abc\\")]);
    item("fn f() {\n r#\"abc\";\n}\nfn g() {}", &[("E0002", "r#\"")]);
    item("fn f() {}\n/* a /* b */ c", &[("E0003", "/*")]);
    stmt("x = 'a;", &[("E0020", "'a")]);
    stmt("x = ';", &[("E0002", "'")]);
    stmt("x = ' ;", &[("E0002", "'")]);
}

#[test]
fn char_literals() {
    stmt("'ab';", &[("E0004", "'ab'")]);
    stmt("'';", &[("E0004", "''")]);
    stmt(r"'\u{41}b';", &[("E0004", r"'\u{41}b'")]);
    stmt(r"b'é';", &[("E0009", "é")]);
    stmt(r"'\q';", &[("E0005", r"\q")]);
    fix("fn f() { g('abc'); }", "fn f() { g(\"abc\"); }");
}

#[test]
fn escapes() {
    stmt(r#""a\qb";"#, &[("E0005", r"\q")]);
    stmt(r#""\x4";"#, &[("E0005", r"\x4")]);
    stmt(r#""\xff";"#, &[("E0005", r"\xff")]);
    stmt(r#""\u12";"#, &[("E0006", r"\u")]);
    stmt(r#""\u{}";"#, &[("E0006", r"\u{}")]);
    stmt(r#""\u{110000}";"#, &[("E0006", r"\u{110000}")]);
    stmt(r#""\u{d800}";"#, &[("E0006", r"\u{d800}")]);
    stmt(r#""\u{1234567}";"#, &[("E0006", r"\u{1234567}")]);
    stmt(r#""\u{12";"#, &[("E0006", r"\u{12")]);
    stmt(r#"b"\u{41}";"#, &[("E0006", r"\u{41}")]);
    stmt(r#"b"é";"#, &[("E0009", "é")]);
    stmt(r#"c"a\0b";"#, &[("E0009", r"\0")]);
    stmt(r#"c"\x00";"#, &[("E0009", r"\x00")]);
    stmt("c\"a\0b\";", &[("E0009", "\0")]);
    stmt(r#""\q\w";"#, &[("E0005", r"\q"), ("E0005", r"\w")]);
    stmt(r#"f"\q{x}\w";"#, &[("E0005", r"\q"), ("E0005", r"\w")]);
    fix(r#"fn f() { "\e[0m"; }"#, r#"fn f() { "\x1b[0m"; }"#);
}

#[test]
fn numbers() {
    stmt("0b12;", &[("E0007", "2")]);
    stmt("0o9;", &[("E0007", "9")]);
    stmt("0x;", &[("E0007", "0x")]);
    stmt("0b_;", &[("E0007", "0b_")]);
    stmt("0X1f;", &[("E0007", "X")]);
    stmt("1u7;", &[("E0007", "u7")]);
    stmt("1f;", &[("E0007", "f")]);
    stmt("1.5u8;", &[("E0007", "1.5u8")]);
    stmt("1e;", &[("E0007", "1e")]);
    stmt("1e+;", &[("E0007", "1e+")]);
    stmt("0x1.8;", &[("E0046", "0x1.8")]);
    stmt("0x1.8f32;", &[("E0046", "0x1.8f32")]);
    stmt("0x1.8u8;", &[("E0046", "0x1.8u8")]);
    stmt("0x.8;", &[("E0046", "0x.8")]);
    stmt("0x1p;", &[("E0007", "0x1p")]);
    stmt("0x1P;", &[("E0007", "0x1P")]);
    stmt("0x1p+;", &[("E0007", "0x1p+")]);
    stmt("0x1.8p-;", &[("E0007", "0x1.8p-")]);
    stmt("0x1.8p;", &[("E0007", "0x1.8p")]);
    stmt("0x1p_3; 0x1p3_;", &[]);
    stmt("0x1.p3;", &[("E0007", ".")]);
    stmt("0x.8p3;", &[("E0007", "0x.8")]);
    stmt("0xp3;", &[("E0007", "0xp3")]);
    stmt("0x.p3;", &[("E0007", "0x.p3")]);
    stmt("0x_._p3;", &[("E0007", "0x_._p3")]);
    stmt("0x1.8p3u8;", &[("E0007", "0x1.8p3u8")]);
    stmt("0x1.8p3f;", &[("E0007", "f")]);
    stmt("0X1.8p3;", &[("E0007", "X")]);
    stmt("0x1.0gp3;", &[("E0007", "g")]);
    stmt("x.0x1p3;", &[("E0020", "0x1p3")]);
    fix("fn f() { 0x1.p3; 0xf.p+1_0f32; }", "fn f() { 0x1p3; 0xfp+1_0f32; }");
    fix("fn f() { 0x.8p3; 0x_.8p3; }", "fn f() { 0x0.8p3; 0x0.8p3; }");
    fix("fn f() { let x = 1.; }", "fn f() { let x = 1.0; }");
    fix("fn f() { let x = 0x1f.; }", "fn f() { let x = 0x1fp0; }");
    fix("fn f() { let x = 0b11.; 0.; }", "fn f() { let x = 3.0; 0.0; }");
    fix("fn f() { let x = 0x1.f32; 0o17.f64; }", "fn f() { let x = 0x1p0f32; 15.0f64; }");
    fix("fn f() { 0x.8; 0x1.8; }", "fn f() { 0x0.8p0; 0x1.8p0; }");
    fix("fn f() { 0X1.8P3; }", "fn f() { 0x1.8P3; }");
    // What is no float, though it looks a little like one.
    stmt("0xff.abs(); 0x1.pow(2); 0x1.p; 0xe+1; 0x1..0x2; 0x1p3..0x1p4;", &[]);
    stmt("0b1f32;", &[("E0007", "0b1f32")]);
    stmt("340282366920938463463374607431768211456;", &[("E0008", "340282366920938463463374607431768211456")]);
    stmt("0x1_0000_0000_0000_0000_0000_0000_0000_0000;", &[("E0008", "0x1_0000_0000_0000_0000_0000_0000_0000_0000")]);
    stmt("x = 1.;", &[("E0025", "1.")]);
    stmt("x.0x1;", &[("E0020", "0x1")]);
    stmt("x.1e5;", &[("E0020", "1e5")]);
    fix("fn f() { x = 1.; }", "fn f() { x = 1.0; }");
}

#[test]
fn delimiters() {
    stmt("foo(a, b;", &[("E0010", "(")]);
    stmt("let x = [1, 2;\n y();", &[("E0010", "[")]);
    stmt("foo((a);", &[("E0010", "(")]);
    stmt("foo([a);", &[("E0010", "[")]);
    stmt("foo(a];", &[("E0011", "]")]);
    stmt("foo(a]);", &[("E0011", "]")]);
    stmt("if (x)) { }", &[("E0011", ")")]);
    stmt("x))]);", &[("E0011", "))])")]);
    stmt("let x = 1);", &[("E0011", ")")]);
    item(
        "fn f() {\n    if a {\n        b();\n\n    c();\n}\n\nfn g() { let z = ; }\n",
        &[("E0010", "{"), ("E0020", ";")],
    );
    item(
        "fn f() {\n    if a {\n        b();\n}\n\n#[x]\npub fn g() { let z = ; }\n",
        &[("E0010", "{"), ("E0020", ";")],
    );
    item(
        "fn f() {\n    if a {\n    }\n    }\n    foo();\n}\nfn g() { let z = ; }\n",
        &[("E0011", "}"), ("E0020", ";")],
    );
    item("struct S {\n    x: i32,\n\nfn g() { let z = ; }\n", &[("E0010", "{"), ("E0020", ";")]);
    item("fn f() {", &[("E0010", "{")]);
    item("fn f() {}}", &[("E0011", "}")]);
    item("fn f(a: i32 {}\nfn g() {}", &[("E0010", "(")]);
    item("extern \"C\" {\n    fn f(a: i32;\n    fn g();\n}", &[("E0010", "(")]);
}

#[test]
fn semicolons() {
    item("fn f() {\n    let x = 5\n    let y = 6;\n    foo(x)\n    bar(y);\n}", &[("E0021", ""), ("E0021", "")]);
    fix("fn f() {\n    let x = 5\n    foo(x)\n    bar(y)\n}", "fn f() {\n    let x = 5;\n    foo(x);\n    bar(y)\n}");
    fix("const A: i32 = 1\nstatic B: i32 = 2\nfn f() {}", "const A: i32 = 1;\nstatic B: i32 = 2;\nfn f() {}");
    fix("import { a } from \"a\"\nfn f() {}", "import { a } from \"a\";\nfn f() {}");
    fix("extern \"C\" { fn f()\n fn g(); }", "extern \"C\" { fn f();\n fn g(); }");
    fix("struct A {};\nfn f() {};", "struct A {}\nfn f() {}");
    let (cx, _) = parse("fn f() {\n    foo(x)\n    bar();\n}");
    let span = cx.diags.list()[0].primary.span;
    assert_eq!(cx.sources.location(span).map(|(_, l)| (l.line, l.col)), Some((2, 11)));
    stmt("a b;", &[("E0021", "")]);
    // Values of which `cfg` leaves one stand side by side, at the end of a block alone.
    item("fn f() -> i32 { #[cfg(a)] 1 #[cfg(b)] g() + 1 #[cfg(c)] return 3; }", &[]);
    item("fn f() { let x = { #[cfg(a)] -1 #[cfg_attr(b, cfg(c))] [0][0] }; }", &[]);
    item("fn f() { #[cfg(a)] g() #[cfg(b)] g() let x = 1; }", &[("E0021", ""), ("E0021", "")]);
    item("fn f() { #[cfg(a)] g() #[cfg(b)] let x = 1; #[cfg(c)] 2 }", &[("E0021", "")]);
    item("fn f() { #[cfg(a)] g() #[allow(b)] 1 }", &[("E0021", "")]);
    item("fn f() { 1 #[cfg(b)] 2 }", &[("E0021", "")]);
    stmt("let x = 1 2 3; let y = ;", &[("E0021", ""), ("E0020", ";")]);
}

#[test]
fn keywords_as_names() {
    stmt("let type = 3; x.match = 4;", &[("E0022", "type"), ("E0022", "match")]);
    item("fn loop(in: i32) {}", &[("E0022", "loop"), ("E0022", "in")]);
    item("struct S { type: i32, b: u8 }", &[("E0022", "type")]);
    item("enum E { in, B }", &[("E0022", "in")]);
    item("struct\nfn f() { let x = ; }", &[("E0020", "fn"), ("E0020", ";")]);
}

#[test]
fn lets() {
    stmt("let x: i32 5;", &[("E0020", "5")]);
    stmt("let x 5;", &[("E0020", "5")]);
    stmt("let x i32 = 3;", &[("E0020", "i32")]);
    stmt("let = 5; g();", &[("E0020", "=")]);
    stmt("let mut = 5;", &[("E0020", "=")]);
    stmt("let x == 5;", &[("E0020", "==")]);
    stmt("let x: = 5;", &[("E0020", "=")]);
    stmt("let x = ;", &[("E0020", ";")]);
    stmt("let x := 5;", &[("E0026", ":=")]);
    stmt("let", &[("E0020", "}")]);
    fix("fn f() { let x: i32 5; let y == 6; }", "fn f() { let x: i32 = 5; let y = 6; }");
}

#[test]
fn other_languages() {
    stmt(
        "int x = 5; i32 y; char *p = q; var z = 3; x := 4; mut t = 3;",
        &[
            ("E0026", "int x"),
            ("E0026", "i32 y"),
            ("E0026", "char *p"),
            ("E0026", "var z"),
            ("E0026", "x :="),
            ("E0026", "mut t"),
        ],
    );
    stmt(
        "unsigned long x = 5; const char *p; struct S s; static int n = 0; double d = 1.0, e = 2.0; int a[2] = {1, 2};",
        &[
            ("E0026", "unsigned long x"),
            ("E0026", "const char *p"),
            ("E0026", "struct S s"),
            ("E0026", "static int n"),
            ("E0026", "double d"),
            ("E0026", "int a[2] = {1, 2}"),
        ],
    );
    item(
        "const int N = 4; static int f(void) { 1 } int g(int x) { 2 } typedef struct { int x; } S; const M i32 = 3;",
        &[
            ("E0026", "const int N"),
            ("E0026", "static int f(void)"),
            ("E0026", "int g(int x)"),
            ("E0026", "typedef struct { int x; } S;"),
            ("E0020", "i32"),
        ],
    );
    stmt(
        "let p = (u8) x; foo((int) 3); let q = (*mut u8) p;",
        &[("E0026", "(u8)"), ("E0026", "(int)"), ("E0025", "*mut u8")],
    );
}

/// Functions may have the names of statements that other languages have.
#[test]
fn calls_of_functions_named_like_statements() {
    stmt("raise(15); throw(x); when(x); if a { b(); } until(x); if a { b(); }", &[]);
    stmt("unless(x); while a { b(); } switch(x); loop { b(); }", &[]);
    stmt("throw 3; raise x;", &[("E0025", "throw"), ("E0025", "raise")]);
    stmt(
        "until (a) { b(); } unless (a) { b(); } when (a) { b(); }",
        &[("E0025", "until"), ("E0025", "unless"), ("E0025", "when")],
    );
}

#[test]
fn other_statements() {
    stmt(
        "switch (x) { case 1: break; } do { f(); } while (x); goto end; try { g(); } catch (e) { h(); }",
        &[("E0025", "switch"), ("E0025", "do"), ("E0025", "goto"), ("E0025", "try")],
    );
    stmt(
        "let p = new P(1); let q = not p; vec![1, 2]; println!(\"{}\", x); let f = fn(x: i32) -> i32 { x };",
        &[("E0025", "new"), ("E0025", "not"), ("E0025", "vec!"), ("E0025", "println!"), ("E0036", "fn")],
    );
    stmt("let p = P { .x = 1, .y = 2 };", &[("E0020", ".x =")]);
    fix("fn f() { let p = P { .x = 1, y: 2 }; }", "fn f() { let p = P { x: 1, y: 2 }; }");
    item("struct S { x: i32; y: i32; z: i32; }", &[("E0020", ";")]);
    item("struct S { int x; int y; }", &[("E0026", "int x")]);
    stmt("x++; ++x; i--; a[i++] = 3;", &[("E0025", "++"), ("E0025", "++"), ("E0025", "--"), ("E0025", "++")]);
    stmt("let x = a ? b : c; let y = ~x; p->y = 3;", &[("E0025", "?"), ("E0025", "~"), ("E0025", "->")]);
    stmt("if a and b or c {}", &[("E0025", "and")]);
    stmt("if a === b {} if a !== b {} if a <> b {}", &[("E0025", "==="), ("E0025", "!=="), ("E0025", "<>")]);
    stmt("if a {} elif b {} else {}", &[("E0025", "elif")]);
    stmt("for (i = 0; i < 3; i++) { let x = ; }", &[("E0025", "("), ("E0020", ";")]);
    stmt("x = +1;", &[("E0025", "+")]);
    stmt("let g = |x| x + 1; h(|| 3);", &[("E0036", "|"), ("E0036", "||")]);
    fix("fn f() { if a > 0 and b > 0 {} x = ~p->y; }", "fn f() { if a > 0 && b > 0 {} x = !p.y; }");
    item(
        "#include <stdio.h>\nint main(int argc, char **argv) {\n    return 0;\n}\nfn f() {}",
        &[("E0030", "include"), ("E0026", "int main(int argc, char **argv)")],
    );
    item(
        "function f() {}\nuse std::io;\nclass C {}\nstrcut A {}\nfn g() { let x = ; }",
        &[("E0020", "function"), ("E0020", "use"), ("E0020", "class"), ("E0020", "strcut"), ("E0020", ";")],
    );
}

#[test]
fn conditions() {
    stmt("if x = 5 {}", &[("E0024", "x = 5")]);
    stmt("while a.b = c {}", &[("E0024", "a.b = c")]);
    stmt("if p == P { x: 1 } {}", &[("E0029", "P { x: 1 }")]);
    stmt("if let A = x || b {}", &[("E0036", "let A = x")]);
    stmt("foo(let A = x);", &[("E0020", "let")]);
    stmt("if x foo();", &[("E0020", "foo")]);
    stmt("if x return 5;", &[("E0020", "return")]);
    stmt("while x\n  y();", &[("E0020", "y")]);
    stmt("if {}", &[("E0020", "{")]);
    fix("fn f() { if x = 5 {} while y = z {} }", "fn f() { if x == 5 {} while y == z {} }");
    fix("fn f() { if p == P { x: 1 } {} }", "fn f() { if p == (P { x: 1 }) {} }");
}

#[test]
fn operators() {
    stmt("a < b < c;", &[("E0023", "< b <")]);
    stmt("a == b != c;", &[("E0023", "== b !=")]);
    stmt("foo<i32>(x);", &[("E0023", "<i32>")]);
    stmt("0..1..2;", &[("E0023", "..")]);
    stmt("a + ; b * ;", &[("E0020", ";"), ("E0020", ";")]);
    stmt("foo(,); bar(a,,b);", &[("E0020", ","), ("E0020", ",")]);
    stmt("x = ..=;", &[("E0020", ";")]);
    stmt("x = a...b;", &[("E0025", "...")]);
    stmt("a.;", &[("E0020", ";")]);
    fix("fn f() { foo<i32>(x); }", "fn f() { foo::<i32>(x); }");
}

#[test]
fn functions() {
    item("fn f() i32 {}", &[("E0027", "i32")]);
    item("fn f(): i32 {}", &[("E0027", ":")]);
    item("fn f() => i32 {}", &[("E0027", "=>")]);
    item("fn f(x) {}", &[("E0028", ")")]);
    item("fn f(i32 x, int y) {}", &[("E0026", "i32 x")]);
    item("fn f(*u8) {}", &[("E0028", "*u8")]);
    item("extern \"C\" { fn f(*u8, i32) -> i32; }", &[("E0028", "*u8"), ("E0028", "i32")]);
    item("extern \"C\" { fn f(a: i32, ..., b: i32); }", &[("E0032", "...")]);
    item("extern \"C\" { fn f() {} }", &[("E0033", "{}")]);
    item("extern \"C\" { static x: i32 = 4; }", &[("E0033", "= 4")]);
    item("extern \"C\" { struct S {} let x; fn g(); }", &[("E0033", "struct S {}"), ("E0020", "let")]);
    item("fn f();\nfn g() {}", &[("E0033", ";")]);
    item("fn f(self) {}", &[("E0028", "self")]);
    item("fn f() return 5;", &[("E0020", "return")]);
    item("fn (a: i32) {}", &[("E0020", "(")]);
    item("fn f<'a>(x: &'a T) {}", &[("E0036", "'a")]);
    item("fn f<T>() where T {}", &[("E0020", "{")]);
    fix("fn f() i32 { 1 }\nfn g(): i32 { 1 }", "fn f() -> i32 { 1 }\nfn g() -> i32 { 1 }");
    fix("extern \"C\" { fn f(*u8); }", "extern \"C\" { fn f(_: *u8); }");
}

#[test]
fn data() {
    item("struct S { x: i32; y: i32 }", &[("E0020", ";")]);
    item("struct S { x: i32\n y: i32\n z: i32 }", &[("E0020", "y"), ("E0020", "z")]);
    item("struct S { x i32, int y }", &[("E0020", "i32"), ("E0026", "int y")]);
    item("struct S { fn f() {}, x: i32 }", &[("E0033", "fn")]);
    item("struct S { x: i32 = 3 }", &[("E0035", "=")]);
    item("enum E { A B, C = , D }", &[("E0020", "B"), ("E0020", ",")]);
    item("union U;", &[("E0020", ";")]);
    item("type T;", &[("E0033", "type T;")]);
    item("const X = 5;", &[("E0020", "")]);
    item("const X: i32;", &[("E0020", "")]);
    item("const mut X: i32 = 1;", &[("E0035", "mut")]);
    item("static X: i32;", &[("E0020", "")]);
    item("const fn f() {}", &[("E0035", "const")]);
    item("pub(crate) fn f() {}", &[("E0035", "(crate)")]);
    item("impl S { let x = 3; fn f() {} }", &[("E0020", "let")]);
    fix("struct S { x: i32\n y: i32; z: i32 }", "struct S { x: i32,\n y: i32, z: i32 }");
}

#[test]
fn types() {
    item("type A = u8*;", &[("E0026", "u8*")]);
    item("type A = u8[4];", &[("E0026", "u8[4]")]);
    item("type A = ;", &[("E0020", ";")]);
    item("type A = Vec<;", &[("E0020", ";")]);
    item("type A = fn(..., i32);", &[("E0032", "...")]);
    item("type A = [u8;];", &[("E0020", "]")]);
}

#[test]
fn matches() {
    stmt("match x { 1 -> 2, 3 => 4 }", &[("E0020", "->")]);
    stmt("match x { 1 => 2 3 => 4 }", &[("E0020", "3")]);
    stmt("match x { 1 => 2; 3 => 4 }", &[("E0020", ";")]);
    stmt("match x { A(..) => 1, [a] => 2, 1...3 => 4 }", &[("E0036", ".."), ("E0036", "["), ("E0036", "...")]);
    stmt("match x { => 1, _ => 2 }", &[("E0020", "=>")]);
    stmt("match x { 1 => , _ => 2 }", &[("E0020", ",")]);
    stmt("match x;", &[("E0020", ";")]);
    fix("fn f() { match x { 1 -> 2, 3 => 4; _ => 1 } }", "fn f() { match x { 1 => 2, 3 => 4, _ => 1 } }");
}

#[test]
fn attributes() {
    item("#[a, b] fn f() {}", &[("E0030", ",")]);
    item("#[] fn f() {}", &[("E0030", "]")]);
    item("#[a = b] fn f() {}", &[("E0030", "b")]);
    item("#[a = 1.5] fn f() {}", &[("E0030", "1.5")]);
    item("# fn f() {}", &[("E0030", "fn")]);
    item("fn f() {}\n#[cfg(test)]", &[("E0031", "#[cfg(test)]")]);
    item("fn f() {}\n#![cfg(test)]\nfn g() {}", &[("E0031", "#![cfg(test)]")]);
    item("#![no_std]\nfn g() {}", &[("E0031", "#![no_std]")]);
    stmt("#[a]", &[("E0031", "#[a]")]);
    stmt("g(#[a] x);", &[("E0031", "#[a]")]);
    stmt("match x { #[a] }", &[("E0031", "#[a]")]);
    item("struct S { #[a] }", &[("E0031", "#[a]")]);
}

#[test]
fn imports() {
    item("import x from \"y\";", &[("E0020", "x")]);
    item("import \"y\";", &[("E0020", "\"y\"")]);
    item("import { a } \"c\";", &[("E0020", "\"c\"")]);
    item("import * m from \"d\";", &[("E0020", "m")]);
    item("import { a as } from \"e\";", &[("E0020", "}")]);
    item("import { a } from e;", &[("E0020", "e")]);
    fix("import x from \"y\";\nimport { a } \"c\";", "import { x } from \"y\";\nimport { a } from \"c\";");
    item("mod a;\nfn f() {}", &[("E0020", ";")]);
    item("mod a = \"k\" {}\nmod b = \"k\" {}", &[("E0041", "\"k\"")]);
    item("fn f() { mod a {} }", &[("E0033", "mod a")]);
    item("fn f() { import * as m from \"./m\"; }", &[("E0033", "import * as m from \"./m\";")]);
}

#[test]
fn format_strings() {
    stmt(r#"f"{}";"#, &[("E0034", "{}")]);
    stmt(r#"f"{x";"#, &[("E0034", "{")]);
    stmt(r#"f"x}";"#, &[("E0034", "}")]);
    stmt(r#"f"{a b}";"#, &[("E0034", "b")]);
    stmt(r#"f"{a +}{b}";"#, &[("E0020", "")]);
    stmt(r#"f"{x["k"]} {y}";"#, &[("E0034", "{")]);
    stmt(r#"f"{$}";"#, &[("E0001", "$")]);
    fix("fn f() { f\"}\"; }", "fn f() { f\"}}\"; }");
}

#[test]
fn spans_in_format_strings() {
    let (cx, _) = parse("fn f() { f\"äö {1 + } b\"; }");
    let d = &cx.diags.list()[0];
    assert_eq!(cx.sources.location(d.primary.span).map(|(_, l)| l.col), Some(20));
}

#[test]
fn top_level() {
    item("let x = 5;\nfoo();\nfn f() {}", &[("E0033", "let"), ("E0020", "foo")]);
    item("if x { y(); }\nfn f() {}", &[("E0020", "if")]);
    item("pub x;\nfn f() {}", &[("E0020", "x")]);
    item("extern crate x;\nfn f() {}", &[("E0020", "crate")]);
}

/// `n` independent mistakes are `n` reports.
#[test]
fn independent_mistakes() {
    let mistakes = [
        ("fn a() { let x = ; }", "E0020"),
        ("fn b() { foo(1 2 3); }", "E0020"),
        ("fn c(x) {}", "E0028"),
        ("struct D { x: i32 y: u8 }", "E0020"),
        ("fn e() { \"\\q\"; }", "E0005"),
        ("fn g() { if x = 1 {} }", "E0024"),
        ("fn h() i32 { 1 }", "E0027"),
        ("fn i() { match x { 1 -> 2 } }", "E0020"),
        ("const J = 5;", "E0020"),
        ("fn k() { $ }", "E0001"),
        ("extern \"C\" { fn l(*u8); }", "E0028"),
        ("#[a b] fn m() {}", "E0030"),
        ("fn n() { x++; }", "E0025"),
        ("fn o() { a b }", "E0021"),
        ("fn p() { 99999999999999999999999999999999999999999999; }", "E0008"),
        ("import { x } fron \"y\";", "E0020"),
        ("type T = [u8;", "E0010"),
        ("fn last() {}", ""),
    ];
    let text: String = mistakes.iter().map(|(m, _)| format!("{m}\n\n")).collect();
    let expected: Vec<&str> = mistakes.iter().map(|(_, c)| *c).filter(|c| !c.is_empty()).collect();
    assert_eq!(codes(&text), expected);
    let (_, program) = parse(&text);
    let last = program.items.iter().last().unwrap().1;
    assert!(last.as_fn().is_some());
}
