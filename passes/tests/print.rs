//! `parse(print(x))` is `x`: every Vex source in the repository is printed, read again and printed again.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use vex_ir::cx::Options;
use vex_ir::target::Target;
use vex_ir::tree::walk::Node;
use vex_ir::tree::*;
use vex_ir::{Cx, tree};

fn cx() -> Cx {
    Cx::new(Target::parse("x86_64-unknown-linux-gnu").expect("it is listed"), Options::default())
}

/// What a program is, without positions and parentheses: node kinds, names and values in order.
fn shape(cx: &Cx, program: &Program) -> String {
    let mut out = String::new();
    for id in program.live_items() {
        let (item, body) = (&program.items[id], &program.bodies[id]);
        let _ = writeln!(out, "item {} pub={} docs={:?}", cx.text(item.name.name), item.is_pub, item.docs);
        for attr in item.attrs.iter().chain(body.attrs.all()) {
            let _ = writeln!(out, "  {}", without_spans(&format!("{:?}", attr.raw())));
        }
        item.walk(body, &mut |node| {
            let line = match node {
                Node::Expr(id) => expr_shape(cx, body, &body.exprs[id].raw()),
                Node::Pat(id) => head(&format!("{:?}", body.pats[id].raw())),
                Node::Type(id) => head(&format!("{:?}", body.types[id].raw())),
            };
            if !line.is_empty() {
                let _ = writeln!(out, "  {line}");
            }
        });
    }
    out
}

fn expr_shape(cx: &Cx, body: &Body, kind: &ExprKind) -> String {
    match *kind {
        ExprKind::Int { low, high, suffix } => format!("{} {suffix:?}", BigInt::join(low, high)),
        ExprKind::Float { text, suffix } => format!("{} {suffix:?}", cx.text(text)),
        ExprKind::Str { kind, bytes } => format!("{kind:?} {:?}", &body.strings[bytes]),
        ExprKind::Path(path) => {
            let names: Vec<&str> = body.segments[path.segments].iter().map(|s| cx.text(s.name.name)).collect();
            format!("{} {}", path.absolute, names.join("::"))
        }
        ExprKind::Binary(op, ..) | ExprKind::AssignOp(op, ..) => format!("{} {op:?}", head(&format!("{kind:?}"))),
        ExprKind::Unary(op, _) => format!("{op:?}"),
        ExprKind::Field(_, name) | ExprKind::MethodCall { name, .. } => {
            format!("{} {}", head(&format!("{kind:?}")), cx.text(name))
        }
        ExprKind::Block(Block { label, is_unsafe, stmts }) => {
            let kinds: Vec<String> = body.stmts[stmts]
                .iter()
                .map(|s| match s.kind {
                    StmtKind::Expr { semi, .. } => format!("expr {semi}"),
                    _ => head(&format!("{:?}", s.kind)),
                })
                .collect();
            format!("block {} {is_unsafe} {}", cx.text(label), kinds.join(","))
        }
        _ => head(&format!("{kind:?}")),
    }
}

/// The name of a variant.
fn head(debug: &str) -> String {
    debug.split(['(', ' ', '{']).next().unwrap_or("").to_string()
}

fn without_spans(debug: &str) -> String {
    let mut out = String::new();
    let mut rest = debug;
    while let Some(at) = rest.find("Span {") {
        out.push_str(&rest[..at]);
        rest = &rest[at + rest[at..].find('}').map_or(0, |end| end + 1)..];
    }
    out + rest
}

fn check(name: &str, text: &str) {
    let mut cx1 = cx();
    let first = vex_frontend::parse_module(&mut cx1, name, text);
    if cx1.diags.has_errors() {
        return;
    }
    let printed = tree::print::print(&cx1, &first);
    let mut cx2 = cx();
    let second = vex_frontend::parse_module(&mut cx2, name, &printed);
    if cx2.diags.has_errors() {
        panic!("{name}: does not parse again: {:#?}\n{printed}", cx2.diags.list()[0]);
    }
    let again = tree::print::print(&cx2, &second);
    assert_eq!(printed, again, "{name}: printed twice is not printed once");
    assert_eq!(shape(&cx1, &first), shape(&cx2, &second), "{name}: means something else\n{printed}");
    assert!(!printed.lines().any(|line| line.ends_with(' ')), "{name}: blanks at the end of a line");
}

fn sources(dir: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for path in entries.filter_map(|e| e.ok()).map(|e| e.path()) {
        if path.is_dir() && path.file_name().is_some_and(|n| n != "target") {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "vx") {
            out.push(path);
        }
    }
}

#[test]
fn every_source_in_the_repository() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    sources(&root, &mut files);
    files.sort();
    assert!(files.len() > 20, "{}", root.display());
    for file in files {
        let text = std::fs::read_to_string(&file).expect("sources are readable");
        check(&file.to_string_lossy(), &text);
    }
}

/// Expressions as they stand, each as a statement and as a value.
const EXPRS: &[&str] = &[
    "a + b * c - (d - e)",
    "(a + b) * c",
    "a - (b - c) - d",
    "-a.b()",
    "(-1).abs()",
    "-(-a)",
    "- -a",
    "!(a && b) || c",
    "(a || b) && c",
    "a == b && c != d",
    "(a == b) == c",
    "(a as usize) < b",
    "a as usize < b",
    "a as *u8 as usize + 1",
    "(a as *u8) < b",
    "(a as *u8) << 2",
    "(a + b) as u8",
    "-a as u8",
    "(-a as u8) as i32",
    "&a[1]",
    "(&a)[1]",
    "&&a",
    "& &mut a",
    "&(a + b)",
    "*a.b",
    "(*a).b",
    "**a",
    "a.0.1",
    "(a.0)(1)",
    "a.f(1)",
    "(a.f)(1)",
    "a.f::<u8, *T>(1)",
    "f::<Vec<Vec<u8>>>()",
    "a = b = c",
    "a = (b == c)",
    "a += b << 3",
    "a..b",
    "a..=b + 1",
    "..b",
    "a..",
    "..",
    "(a..b).len()",
    "f(a..b)",
    "x[a..]",
    "a = ..b",
    "if a { b } else { c }",
    "if (P { x: 1 }).x == 1 { b } else { c }",
    "if a == (P { x: 1 }) { b } else if c { d } else { e }",
    "if f(P { x: 1 }) { b } else { c }",
    "while a < b { a += 1; }",
    "'outer: while true { break 'outer; }",
    "loop { break 1; }",
    "'l: loop { continue 'l; }",
    "'l: { break 'l 2; }",
    "break 'l: loop { break 1; }",
    "for i in 0..n { f(i); }",
    "for i in (P { x: 1 }).iter() { f(i); }",
    "match a { 1 => b, 2 | 3 if c => { d } _ => {} }",
    "match (P { x: 1 }) { _ => 1 }",
    "match a { -1 => b, -5..=-2 => c, 'x' => d, E::A => e, x @ 1..=3 => x, ..=9 => 1, 10.. => 2, _ => 0 }",
    "match a { (1, _) => b, P { x, y: 2, .. } => x, S(1, ref_) => c, &x => x, &(mut y) => y, null => d, _ => e }",
    "(match a { _ => b }) + 1",
    "1 + match a { _ => b }",
    "match a { _ => b }.c()",
    "a = match a { _ => b } + 1",
    "{ 1 }.c()",
    "({ 1 } + 2) * 3",
    "unsafe { *p }",
    "a = unsafe { *p } as i32",
    "return",
    "return a + b",
    "a || return",
    "f(return 1)",
    "break",
    "[1, 2, 3]",
    "[0u8; 4]",
    "[[0; 2]; 3]",
    "(1,)",
    "(1, 2)",
    "((1))",
    "P { x: 1, y, ..base }",
    "m.P { x: 1 }",
    "G::<u8> { x: 1 }",
    "a?.b()?",
    "offset_of(P, x)",
    "make([u8], n + 1)",
    "null",
    "null()",
    "::m::f(::g)",
    "f(\"a\\n\\\"\\\\\\u{1f600}é\\0\\x7f\")",
    "f(b\"a\\xff\\n\", c\"x\\ty\")",
    "f(r#\"raw \"quoted\" \\n\"#)",
    "'\\''",
    "'\"'",
    "b'a'",
    "1_000u64 + 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_ffffu128",
    "1.5e3 + 2.0f32 + 1e9 + 3f64",
    "f\"a{x}b{y + 1:>8}c{{}}\\n{z:?}\"",
    "a as fn(u8, *T) -> u8",
    "a as extern \"C\" fn(i32, ...) -> *mut void",
    "a as unsafe fn()",
    "a as *G::<u8>",
    "a as [u8; 4]",
    "if let 1 = a { b } else { c }",
    "if let Some(x) = a && b && let Some(y) = c { d } else { e }",
    "if let x = (a && b) { c } else { d }",
    "while let 1 | 2 = a {}",
    "a & b == c",
    "(a & b) == c",
    "a & (b == c)",
    "a ^ b | c & d",
    "a << b + c >> d",
    "a % b / c * d",
    "a.b[c].d(e)?.f",
    "(a.b)()[0]()",
    // Parentheses are not kept: those that mean something are printed.
    "((a))",
    "-(1)",
    "-(-a)",
    "(1).x",
    "(a.b)(c)",
    "((a.b))((c))",
    "(a < b) == (c < d)",
    "(a as i32) < b",
    "(a..b).c",
    "(P { x: 1 }).x",
    "({ a }) as i32",
    "(a = b)",
    "*(&a)",
    "&(&a)",
    "(return a)(b)",
    "f\"{({ a })} {(P { x: 1 })}\"",
];

#[test]
fn expressions_in_every_place() {
    for expr in EXPRS {
        // What begins like an argument with a name is read as one.
        let arg = if expr.starts_with("a = ") { format!("({expr})") } else { expr.to_string() };
        let text = format!(
            "fn f() {{\n    {expr};\n    let x = {expr};\n    g({arg}, 1);\n    if (c) {{ {expr} }} else {{ ({expr}) }}\n    \
             match x {{ 1 => {expr}, _ => 2 }}\n    defer {expr};\n    let y: [u8; {expr}] = z;\n    {expr}\n}}\n"
        );
        let mut cx = cx();
        vex_frontend::parse_module(&mut cx, "expr.vx", &text);
        let errors: Vec<_> = cx.diags.list().iter().map(|d| (&d.message, cx.snippet(d.primary.span))).collect();
        assert!(errors.is_empty(), "{expr}: {errors:?}");
        check(expr, &text);
    }
}

#[test]
// Long because it is a table of items.
fn items_of_every_kind() {
    check(
        "items.vx",
        r#"
        import { a, b as c } from "./x";
        import * as z from "std";
        /// Says what it is.
        ///
        ///   Indented.
        pub const LIMIT: usize = 1_000;
        const _: () = f();
        static mut COUNTER: u64 = 0;
        pub type Handle = *mut void;
        type List<T> = [T; 3];
        struct Opaque;
        struct Empty {}
        #[repr(C)] pub struct Point { pub x: f64, #[cfg(unix)] y: f64 }
        struct Pair(pub i32, #[cfg(unix)] *const u8);
        union Bits { f: f32, u: u32 }
        #[repr(i32)] enum Color { Red, Green = 5, #[cfg(any())] Blue = -1 }
        enum Shape { Dot, Circle(f64), Rect { w: f64, h: f64 } }
        enum Maybe<T: A + B, U> { No, Yes(T, U) }
        impl Point { pub fn len(&self) -> f64 { 1.0 } fn origin() -> Self { P { x: 1 } } fn set(&mut self, mut a: i32) {} }
        trait Area { fn area(&self) -> f64; type Unit; const N: i32 = 1; fn own(mut self, other: &Self) {} }
        impl<T: Ord> Area for List<T> { fn area(self: *Self) -> f64 { 0.0 } }
        fn largest<T: Ord>(items: &[T]) -> &T { items }
        #[link(name = "z")]
        #[a(1, "x", b = 2, c(d), true)]
        extern "C" {
            fn crc32(crc: c_ulong, buf: *u8, len: z.c_uint) -> c_ulong;
            fn printf(fmt: *byte, ...) -> i32;
            #[cfg(unix)] static environ: *mut *mut u8;
            static mut errno: i32;
            type gzFile_s;
        }
        extern "system" {}
        #[export_name = "vex_compare"]
        pub extern "C" fn compare(a: *void, _: *void) -> i32 { 0 }
        unsafe extern fn raw(f: unsafe extern "C" fn(i32, ...), g: fn() -> !, t: (i32,), u: (i32, &mut [u8])) -> ! { loop {} }
        fn nested() {
            #[inline]
            /// Inner.
            fn inner() {}
            struct Local { a: i32 }
            extern "C" { fn puts(s: *u8) -> i32; }
            const N: usize = 3;
            import { q } from "./q";
            let (a, b): (i32, i32) = c;
            let _ = d;
            let mut e: u8;
            let Some(x) = y else { return; };
            let Some(x) = (if a { b } else { c }) else { return; };
            #[cfg(unix)]
            let k = P { #[cfg(unix)] x: 1, y };
            inner()
        }
        fn a_function_with_a_long_name(first_parameter: *mut SomeLongTypeName, second_parameter: &[AnotherLongTypeName], third: i32) -> i32 {
            some_function(first_argument_expression + 1, second_argument_expression, third_argument, fourth_argument(1, 2));
            let sum = first_operand_of_a_long_sum + second_operand_of_a_long_sum * third_operand_of_it + fourth_operand_of_it;
        }
        mod inner = "some/inner" {
            pub fn f() {}
            import { g } from "./other";
            fn h() { loop {} }
        }
        mod other = "other" {}
        "#,
    );
}

/// Trees higher than any that people write are printed without exhausting the stack, in time proportional to their size.
#[test]
fn high_trees() {
    let print = || {
        let high = 900;
        for (open, core, close) in [
            ("(", "x", ")"),
            ("-", "x", ""),
            ("f(", "x", ")"),
            ("[", "x", "]"),
            ("{ ", "x", " }"),
            ("", "x", ".f(1)"),
            ("", "x", " + y"),
            ("P { a: ", "x", " }"),
        ] {
            let text = format!("fn f() {{ let v = {}{core}{}; }}", open.repeat(high), close.repeat(high));
            check(open, &text);
        }
        let chain = format!("fn f() {{ {} else {{}} }}", "if a {} else ".repeat(1500).trim_end_matches(" else "));
        check("else if", &chain);
    };
    std::thread::Builder::new().stack_size(1 << 28).spawn(print).expect("threads start").join().expect("it ends");
}
