//! Code that nests deeply, or goes on for long: an error or a tree, on the small stack that tests have, but never a crash.

mod common;
use common::codes;

const N: usize = 100_000;

fn nested(before: &str, open: &str, middle: &str, close: &str, after: &str) -> String {
    format!("{before}{}{middle}{}{after}", open.repeat(N), close.repeat(N))
}

/// Reported once as too deep, and nothing else.
#[track_caller]
fn too_deep(text: &str) {
    assert_eq!(codes(text), ["E0012"]);
}

#[test]
fn delimiters() {
    too_deep(&nested("fn f() { ", "(", "1", ")", "; }"));
    too_deep(&nested("fn f() { ", "[", "1", "]", "; }"));
    too_deep(&nested("fn f() { ", "{", "1", "}", "; }"));
    too_deep(&nested("fn f() { ", "unsafe {", "1", "}", "; }"));
    too_deep(&nested("fn f() { ", "f(", "1", ")", "; }"));
    too_deep(&nested("fn f() { ", "a[", "1", "]", "; }"));
    too_deep(&nested("fn f() { ", "S { x: ", "1", "}", "; }"));
    too_deep(&nested("fn f() { ", "if a {", "", "}", " }"));
    too_deep(&nested("fn f() { ", "match a { _ => ", "1", "}", "; }"));
    too_deep(&nested("fn f() { ", "match a { _ => {", "1", "}}", "; }"));
    too_deep(&nested("fn f() { ", "loop { ", "", "}", "; }"));
    too_deep(&nested("fn f() { ", "fn g() { ", "", "}", " }"));
    let modules: String = (0..N).map(|i| format!("mod m{i} {{ ")).collect();
    too_deep(&format!("{modules}{}", "}".repeat(N)));
}

#[test]
fn blocks_inside_conditions() {
    too_deep(&nested("fn f() { ", "if ({ ", "a", " }) {}", "; }"));
    too_deep(&nested("fn f() { let x = ", "if a { 1 } else { ", "2", " }", "; }"));
    too_deep(&format!("fn f() {{ {} }}", "if ".repeat(N)));
    too_deep(&format!("fn f() {{ {} a {{}} }}", "while ".repeat(N)));
    too_deep(&format!("fn f() {{ {} a {{}} }}", "match ".repeat(N)));
    too_deep(&format!("fn f() {{ {} a {{}} }}", "for x in ".repeat(N)));
}

#[test]
fn prefixes() {
    too_deep(&format!("fn f() {{ {}x; }}", "- ".repeat(N)));
    too_deep(&format!("fn f() {{ {}x; }}", "!".repeat(N)));
    too_deep(&format!("fn f() {{ {}x; }}", "&".repeat(N)));
    too_deep(&format!("fn f() {{ {}x; }}", "&mut ".repeat(N)));
    too_deep(&format!("fn f() {{ {}x; }}", "*".repeat(N)));
    too_deep(&format!("fn f() {{ {} x; }}", "return ".repeat(N)));
    too_deep(&format!("fn f() {{ {} x; }}", "break ".repeat(N)));
    too_deep(&format!("fn f() {{ {} 5; }}", "x = ".repeat(N)));
    too_deep(&format!("fn f() {{ {} 5; }}", "x += ".repeat(N)));
    assert_eq!(codes(&format!("fn f() {{ if {} x {{}} }}", "let y = ".repeat(N))), ["E0020"]);
    too_deep(&format!("fn f() {{ {} x {{}} }}", "if let y = ".repeat(N)));
}

#[test]
fn types() {
    too_deep(&nested("type T = ", "(", "A", ")", ";"));
    too_deep(&nested("type T = ", "[", "A", "]", ";"));
    too_deep(&nested("type T = ", "[", "A", "; 1]", ";"));
    too_deep(&nested("type T = ", "Vec<", "A", ">", ";"));
    too_deep(&nested("type T = ", "fn(", "A", ")", ";"));
    too_deep(&format!("type T = {}A;", "*".repeat(N)));
    too_deep(&format!("type T = {}A;", "&".repeat(N)));
    too_deep(&format!("type T = {}A;", "*mut ".repeat(N)));
    too_deep(&format!("type T = {}A;", "fn() -> ".repeat(N)));
    too_deep(&nested("fn f() { g::<", "Vec<", "A", ">", ">(); }"));
    too_deep(&nested("fn f() { ", "g::<[u8; ", "1", "]>()", "; }"));
}

#[test]
fn patterns() {
    too_deep(&nested("fn f() { let ", "(", "a", ")", " = 1; }"));
    too_deep(&nested("fn f() { let ", "Some(", "a", ")", " = 1; }"));
    too_deep(&nested("fn f() { let ", "P { x: ", "a", "}", " = 1; }"));
    too_deep(&format!("fn f() {{ let {}a = 1; }}", "&".repeat(N)));
    too_deep(&format!("fn f() {{ let {}a = 1; }}", "a @ ".repeat(N)));
}

#[test]
fn attributes() {
    too_deep(&nested("#[cfg(", "not(", "a", ")", ")] struct S;"));
    assert_eq!(codes(&format!("{}struct S;", "#[a]".repeat(N))), [""; 0]);
}

/// What stands in a row is a high tree, and nests no more than a short row does.
#[test]
fn rows_do_not_nest() {
    for op in ["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "&&", "||"] {
        assert_eq!(codes(&format!("fn f() {{ x{}; }}", format!(" {op} y").repeat(N))), [""; 0], "{op}");
    }
    for more in
        [".a", ".0", ".a()", ".a(1).b", "(1)", "[1]", "?", " as i32", " as i32 + 1", " * 2 + 3 - 4 << 5 | 6 && a"]
    {
        assert_eq!(codes(&format!("fn f() {{ x{}; }}", more.repeat(N))), [""; 0], "{more}");
    }
    assert_eq!(codes(&format!("fn f() {{ if a {{}} {} }}", "else if b {}".repeat(N))), [""; 0]);
    assert_eq!(codes(&format!("const C: u8 = {}1;", "1 + ".repeat(N))), [""; 0]);
    assert_eq!(codes(&format!("type T = [u8; {}1];", "1 + ".repeat(N))), [""; 0]);
    assert_eq!(codes(&format!("enum E {{ A = {}1 }}", "1 + ".repeat(N))), [""; 0]);
    assert_eq!(codes(&format!("#[cfg(all({}))] struct S;", "unix,".repeat(N))), [""; 0]);
}

/// What nests counts as much behind a row as alone, and in whatever mixture.
#[test]
fn nesting_counts_wherever_it_stands() {
    let row = " + 1".repeat(N);
    too_deep(&format!("fn f() {{ x{row} + {}1{}; }}", "(".repeat(N), ")".repeat(N)));
    too_deep(&format!("fn f() {{ x{row} + {}1; }}", "- ".repeat(N)));
    too_deep(&format!("fn f() {{ {}1{}; }}", "-(".repeat(400), ")".repeat(400)));
    too_deep(&format!("fn f() {{ {}1; }}", "-!*".repeat(N)));
    assert_eq!(codes(&format!("fn f() {{ {}1{}; }}", "-(".repeat(200), ")".repeat(200))), [""; 0]);
    assert_eq!(codes(&format!("fn f() {{ {}x; }}", "!".repeat(490))), [""; 0]);
    let text = format!("fn f() {{ {}x{} }}", "(".repeat(400), format!("{})", " + 1".repeat(1000)).repeat(400));
    assert_eq!(codes(&text), [""; 0]);
}

#[test]
fn what_is_long_but_flat_works() {
    assert_eq!(codes(&format!("fn f() {{ {} }}", "x;".repeat(N))), [""; 0]);
    assert_eq!(codes(&format!("fn f() {{ g({}1); }}", "1,".repeat(N))), [""; 0]);
    assert_eq!(codes(&format!("fn f() {{ match x {{ {}1 => 1 }} }}", "1|".repeat(N))), [""; 0]);
    assert_eq!(codes(&format!("fn f() {{ a{} ; }}", "::a".repeat(N))), [""; 0]);
    assert_eq!(codes(&format!("{}{}", "/*".repeat(N), "*/".repeat(N))), [""; 0]);
    assert_eq!(codes(&"// a\n".repeat(N)), [""; 0]);
    assert_eq!(codes(&(0..N).map(|i| format!("mod m = \"{i}\" {{}}\n")).collect::<String>()), [""; 0]);
    assert_eq!(codes(&"fn f() {}\n".repeat(10_000)), [""; 0]);
    assert_eq!(codes(&format!("fn f() {{ {}1; }}", "1 + ".repeat(1900))), [""; 0]);
    assert_eq!(codes(&format!("fn f() {{ {}1{}; }}", "(".repeat(450), ")".repeat(450))), [""; 0]);
}

#[test]
fn items_after_deep_code_are_parsed() {
    let text = format!("fn f() {{ {}1{}; }} fn g() {{ let x = ; }} fn h() {{}}", "(".repeat(N), ")".repeat(N));
    assert_eq!(codes(&text), ["E0012", "E0020"]);
    let (_, program) = common::parse(&text);
    assert_eq!(program.items.len(), 3);
}

#[test]
fn unclosed_and_stray_delimiters_are_one_mistake() {
    for open in ["(", "[", "{"] {
        let text = format!("fn f() {{ {}", open.repeat(N));
        let found = codes(&text);
        assert!(found.len() <= 2 && found.contains(&"E0010".to_string()), "{open}: {found:?}");
    }
    for close in [")", "]", "}"] {
        assert_eq!(codes(&format!("fn f() {{}} {}", close.repeat(N))), ["E0011"]);
    }
}

/// Mistakes of which there are very many, on one line or on many: nothing is searched again for each.
#[test]
fn many_mistakes_take_no_time() {
    let many = |piece: &str| piece.repeat(N);
    for text in [
        many("r#\"\n"),
        many("\"\\\"\n"),
        many("'\n"),
        many("$ "),
        many("/*"),
        format!("fn f() {{ {} }}", many("while x y ")),
        format!("fn f() {{ {} }}", many("match x { a b } ")),
        format!("fn f() {{ match x {{ {} }} }}", many("a b, ")),
        format!("fn f() {{ x{}; }}", many(".a::b")),
        format!("fn f() {{ {} }}", many("f(; ")),
        format!("fn f() {{ {} }}", many("f(;\n")),
        format!("fn f() {{ {} }}", many("if { ")),
        format!("fn f() {{ {} }}", many("x) ")),
        many("fn f() {\n"),
        many("fn f() { ) }\n"),
        many("}\n"),
        many("f\"{\" "),
        many("let x = 1 "),
        many("else "),
        many("#[a "),
    ] {
        assert!(!codes(&text).is_empty(), "{}", &text[..50]);
    }
}

#[test]
fn mixed_levels_fit_the_stack() {
    // Every kind of recursion at once, as deep as the limit lets it.
    let open = "{ match a { x => f(if b { [ P { y: (";
    let close = ") } ] } else { c }) } }";
    let text = format!("fn f() {{ {}1{} }}", open.repeat(5000), close.repeat(5000));
    too_deep(&text);
}
