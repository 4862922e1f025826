//! Spans: every node covers exactly the text that it was made of.

mod common;
use vex_ir::tree::*;

const TEXT: &str = r#"
/// Docs.
#[cold]
pub extern "C" fn work(#[a] first: &mut [u8; 4], n: i32) -> *mut T<U> {
    let x: i32 = -a.b[c + 1] as u8 * 2;
    'l: while x < 3 && let Some(y) = z { break 'l; }
    #[cfg(unix)]
    match x { 1 | 2 if y => f(1, x)?, n @ 3..=4 => P { x, y: 1 }.x.0, _ => (1, [2; 3]) };
    unsafe { g::<T>() }
}
"#;

/// The texts that nodes cover, in the order in which they were made.
fn texts() -> (Vec<String>, Vec<String>, Vec<String>, Vec<String>, String) {
    let (cx, program) = common::parse(TEXT);
    assert_eq!(common::describe(&cx), "");
    let (id, item) = program.items.iter().next().unwrap();
    let body = &program.bodies[id];
    let text = |span| cx.snippet(span).to_string();
    (
        body.exprs.iter().map(|(_, e)| text(e.span)).collect(),
        body.types.iter().map(|(_, t)| text(t.span)).collect(),
        body.pats.iter().map(|(_, p)| text(p.span)).collect(),
        body.stmts.all().iter().map(|s| text(s.span)).collect(),
        text(item.span),
    )
}

#[test]
fn expressions() {
    let (exprs, ..) = texts();
    let mut short: Vec<&str> = exprs.iter().map(String::as_str).filter(|e| e.len() < 60).collect();
    short.sort();
    short.dedup();
    assert_eq!(
        short,
        [
            "'l: while x < 3 && let Some(y) = z { break 'l; }",
            "(1, [2; 3])",
            "-a.b[c + 1]",
            "-a.b[c + 1] as u8",
            "-a.b[c + 1] as u8 * 2",
            "1",
            "2",
            "3",
            "4",
            "P { x, y: 1 }",
            "P { x, y: 1 }.x",
            "P { x, y: 1 }.x.0",
            "Some",
            "[2; 3]",
            "a",
            "a.b",
            "a.b[c + 1]",
            "break 'l",
            "c",
            "c + 1",
            "f",
            "f(1, x)",
            "f(1, x)?",
            "g::<T>",
            "g::<T>()",
            "let Some(y) = z",
            "unsafe { g::<T>() }",
            "x",
            "x < 3",
            "x < 3 && let Some(y) = z",
            "y",
            "z",
            "{ break 'l; }",
        ]
    );
}

#[test]
fn types_and_patterns() {
    let (_, types, pats, ..) = texts();
    assert_eq!(types, ["u8", "[u8; 4]", "&mut [u8; 4]", "i32", "U", "T<U>", "*mut T<U>", "i32", "u8", "P", "T"]);
    assert_eq!(pats, ["first", "n", "x", "y", "Some(y)", "1", "2", "1 | 2", "3..=4", "n @ 3..=4", "_"]);
}

#[test]
fn statements_and_items() {
    let (_, _, _, stmts, item) = texts();
    assert_eq!(
        stmts,
        [
            "break 'l;",
            "g::<T>()",
            "let x: i32 = -a.b[c + 1] as u8 * 2;",
            "'l: while x < 3 && let Some(y) = z { break 'l; }",
            "match x { 1 | 2 if y => f(1, x)?, n @ 3..=4 => P { x, y: 1 }.x.0, _ => (1, [2; 3]) };",
            "unsafe { g::<T>() }",
        ]
    );
    assert!(item.starts_with("pub extern \"C\" fn work(#[a] first") && item.ends_with("unsafe { g::<T>() }\n}"));
}

#[test]
fn parts_of_items() {
    let (cx, program) = common::parse(TEXT);
    let (id, item) = program.items.iter().next().unwrap();
    let f = item.as_fn().unwrap();
    assert_eq!(cx.snippet(item.name.span), "work");
    assert_eq!(cx.snippet(item.attrs[0].span), "#[cold]");
    assert!(matches!(f.abi, Abi::Raw(text) if cx.snippet(text.span) == "\"C\""));
    let params: Vec<&str> = f.params.iter().map(|p| cx.snippet(p.span)).collect();
    assert_eq!(params, ["first: &mut [u8; 4]", "n: i32"]);
    let arms: Vec<&str> = program.bodies[id].arms.all().iter().map(|a| cx.snippet(a.span)).collect();
    assert_eq!(arms, ["1 | 2 if y => f(1, x)?", "n @ 3..=4 => P { x, y: 1 }.x.0", "_ => (1, [2; 3])"]);
}

#[test]
fn parts_of_types() {
    let text = "import { a as b } from \"p\";\nenum E { #[x] A(i32), B { c: u8 } = 3 }\nstruct S { #[y] pub z: i32 }\nextern \"C\" { fn f(x: i32, ...); }";
    let (cx, program) = common::parse(text);
    let items: Vec<&Item> = program.items.iter().map(|(_, i)| i).collect();
    let spans: Vec<&str> = items.iter().map(|i| cx.snippet(i.span)).collect();
    assert_eq!(
        spans,
        [
            "import { a as b } from \"p\";",
            "enum E { #[x] A(i32), B { c: u8 } = 3 }",
            "struct S { #[y] pub z: i32 }",
            "extern \"C\" { fn f(x: i32, ...); }",
            "fn f(x: i32, ...);",
        ]
    );
    let ItemData::Import(import) = items[0].raw() else { panic!() };
    assert_eq!(cx.snippet(import.path_span), "\"p\"");
    let ItemData::Enum(e) = items[1].raw() else { panic!() };
    assert_eq!(e.variants.iter().map(|v| cx.snippet(v.span)).collect::<Vec<_>>(), ["A(i32)", "B { c: u8 } = 3"]);
    let ItemData::Struct(s) = items[2].raw() else { panic!() };
    assert_eq!(cx.snippet(s.fields[0].span), "pub z: i32");
}

#[test]
fn comments_are_kept_aside() {
    use vex_frontend::lexer::{CommentKind, lex};
    let text = "// a\n/// b\n//! c\n/* d /* e */ */ fn /**/ f() {} // g";
    let found: Vec<(CommentKind, &str)> =
        lex(text, 0).comments.iter().map(|c| (c.kind, &text[c.span.lo as usize..c.span.hi as usize])).collect();
    assert_eq!(
        found,
        [
            (CommentKind::Line, "// a"),
            (CommentKind::Doc, "/// b"),
            (CommentKind::InnerDoc, "//! c"),
            (CommentKind::Block, "/* d /* e */ */"),
            (CommentKind::Block, "/**/"),
            (CommentKind::Line, "// g"),
        ]
    );
}
