use super::super::print::{PrintOptions, print, print_with};
use super::read;
use crate::cx::{Cx, Options};
use crate::flow::{ConstData, Global, PointeeData, Program};
use crate::span::Span;
use crate::target::Target;
use std::sync::Arc;

const SAMPLE: &str = include_str!("sample.flow");

fn cx() -> Cx {
    let target = Target::parse("x86_64-unknown-linux-gnu").unwrap();
    Cx::new(target, Options::default())
}

/// The message of the error and the text that it is about.
fn error(text: &str) -> (String, String) {
    let mut cx = cx();
    cx.sources.add("in.flow".into(), text.into()).unwrap();
    let error = read(&mut cx, text, 1).err().expect("the text should be refused");
    (error.message.clone(), cx.snippet(error.primary.span).to_string())
}

fn reads(text: &str) -> (Cx, Program) {
    let mut cx = cx();
    let program = read(&mut cx, text, 0).unwrap_or_else(|e| {
        let at = e.primary.span.lo as usize;
        panic!("{} before `{}`", e.message, text[at..].lines().next().unwrap_or(""))
    });
    (cx, program)
}

#[test]
fn prints_what_it_read() {
    let (cx, program) = reads(SAMPLE);
    let printed = print(&cx, &program);
    for (line, (a, b)) in printed.lines().zip(SAMPLE.lines()).enumerate() {
        assert_eq!(a, b, "line {}", line + 1);
    }
    assert_eq!(printed, SAMPLE);
    let (cx, again) = reads(&printed);
    assert_eq!(print(&cx, &again), printed);
}

#[test]
fn keeps_positions_and_sources() {
    let (mut cx, mut program) = reads(SAMPLE);
    cx.sources.add("unused".into(), "nothing".into()).unwrap();
    let text = "fn main() {\n  \"ä|\r\n\";\nsource 1 \"x\"\n|}\n";
    let file = cx.sources.add("dir/\"a\".vx".into(), text.into()).unwrap();
    let base = cx.sources.files()[file].base;
    let mut next = base;
    let crate::flow::Program { sigs, bodies } = &mut program;
    for (id, function) in sigs.fns.iter_mut() {
        function.span = Span::new(next, next + 3);
        let Some(body) = bodies.get_mut(id) else { continue };
        body.scopes.push(crate::flow::Scope { parent: Some(0), span: Span::NONE });
        for local in body.locals.values_mut() {
            local.scope = 1;
            local.span = Span::new(base, base);
        }
        for block in body.blocks.values_mut() {
            block.term_span = Span::new(base + text.len() as u32, base + text.len() as u32);
            for stmt in &mut block.stmts {
                next = base + (next + 1 - base) % 20;
                stmt.span = Span::new(next, next + 2);
            }
        }
    }
    let options = PrintOptions { positions: true };
    let printed = print_with(&cx, &program, options);
    let (cx2, again) = reads(&printed);
    assert_eq!(print_with(&cx2, &again, options), printed);
    for ((id, a), b) in program.fns.iter().zip(again.fns.values()) {
        assert_eq!(cx.sources.location(a.span), cx2.sources.location(b.span));
        let (Some(a), Some(b)) = (program.bodies.get(id), again.bodies.get(id)) else { continue };
        assert_eq!(a.scopes.len(), b.scopes.len());
        for (a, b) in a.blocks.values().flat_map(|b| &b.stmts).zip(b.blocks.values().flat_map(|b| &b.stmts)) {
            assert_eq!(cx.sources.location(a.span), cx2.sources.location(b.span));
            assert_eq!(cx.snippet(a.span), cx2.snippet(b.span));
        }
    }
    assert_eq!(&*cx2.sources.files()[0].text, text);
}

#[test]
fn without_sources_positions_are_those_of_the_text() {
    let text = "fn @f() {\nbb0:\n    nop;\n    return;\n}\n";
    let mut cx = cx();
    cx.sources.add("first".into(), "first".into()).unwrap();
    let file = cx.sources.add("in.flow".into(), text.into()).unwrap();
    let base = cx.sources.files()[file].base;
    let program = read(&mut cx, text, base).map_err(|e| e.message).unwrap();
    let function = program.fns.values().next().unwrap();
    assert_eq!(cx.snippet(function.span), "fn @f()");
    let block = program.bodies.values().next().unwrap().blocks.values().next().unwrap();
    assert_eq!(cx.snippet(block.stmts[0].span), "nop");
    assert_eq!(cx.snippet(block.term_span), "return");
}

#[test]
fn leaves_out_types_that_nothing_uses() {
    let (cx, program) = reads("struct Used { a: *Inner }\nstruct Inner {}\nstruct Unused {}\nimport fn @f(*Used);\n");
    let printed = print(&cx, &program);
    assert_eq!(printed, "struct Used { a: *Inner }\nstruct Inner {}\n\nimport fn @f(*Used);\n");
}

#[test]
fn what_is_shared_is_shared_again() {
    let text = "static @a: *i32 = <*i32> &ref $0 = <i32> 7;\nstatic @b: *i32 = <*i32> &ref $0;\nstatic @c: *i32 = <*i32> &ref <i32> 7;\n";
    let (cx, program) = reads(text);
    let leads_to = |global: &Global| match &global.init.as_ref().unwrap().kind {
        ConstData::Addr(PointeeData::Const(to), 0) => Arc::as_ptr(to),
        other => panic!("{other:?}"),
    };
    let to: Vec<_> = program.globals.values().map(leads_to).collect();
    assert!(to[0] == to[1] && to[0] != to[2], "{to:?}");
    assert_eq!(print(&cx, &program).trim_end(), text.replace("<i32> 7", "7i32").trim_end());
}

#[test]
fn floats_keep_every_bit() {
    for bits in
        [0u64, 1, 1 << 63, 0x3ff8_0000_0000_0000, 0x7fef_ffff_ffff_ffff, 0x7ff0_0000_0000_0000, 0x7ff8_0000_0000_0001]
    {
        let (cx, program) = reads(&format!("static @x: f64 = <f64> float {bits:#x};\n"));
        let (_, again) = reads(&print(&cx, &program));
        let init = again.globals.values().next().unwrap().init.as_ref().unwrap();
        assert_eq!(init.kind, ConstData::Float(bits));
    }
}

#[test]
fn says_what_is_wrong_and_where() {
    let body =
        |stmts: &str| format!("fn @f(i32) {{\n    params _0;\n    let _0: i32;\nbb0:\n    {stmts}\n    return;\n}}\n");
    for (text, message, at) in [
        ("fn @f(".to_string(), "expected a type, found the end of the text", ""),
        ("fn @f() -> Missing;".into(), "no type is called `Missing`", "Missing"),
        ("fn @f(); fn @f();".into(), "`@f` is defined twice", "f"),
        ("struct A {} struct A {}".into(), "the type `A` is defined twice", "A"),
        ("main = @f;".into(), "nothing is called `@f`", "f"),
        ("static @x: i8 = 300i8;".into(), "this is not a value of `i8`", "300i8"),
        ("static @x: u8 = -1u8;".into(), "this is not a value of `u8`", "1u8"),
        ("static @x: *i32 = <*i32> &ref $0;".into(), "`$0` has no value yet: `ref $0 = CONST`", "$0"),
        ("static @x: i32 = 5;".into(), "a number needs its type: `5u8`, or `<type> 5`", "5"),
        (
            "static @x: *u8 = <*u8> \"\";".into(),
            "expected a number, `zero`, `undef`, `{`, `[`, `@` or `&`, found `\"\"`",
            "\"\"",
        ),
        ("link \"z".into(), "expected a name in quotes, found a quote that is not closed", "\"z"),
        (body("goto bb7; bb1:"), "there is no block `bb7`", "bb7"),
        (body("_1 = 5i32;"), "there is no local `_1`", "_1"),
        (body("_0 = frob _0;"), "expected a value or an operation, found `frob`", "frob"),
        (body("mark lost _0;"), "expected `declared`, `used` or `assigned`", "lost"),
        (body("mark used 5;"), "expected a local, found `5`", "5"),
        (body("mark declared mut _1;"), "there is no local `_1`", "_1"),
        (body("check _0 else luck;"), "expected what a check is for, found `luck`", "luck"),
        (body("nop at 0:1..2;"), "there is no such position in the sources below", "0"),
        (body("call (_0)();"), "expected `as` and the type of the function, found `;`", ";"),
        (
            "source 0 \"x\"\n|x\nfn @f();\n".into(),
            "only sources may stand here: lines that begin with `source` or `|`",
            "fn @f();",
        ),
        (format!("static @x: {}u8;", "*".repeat(100_000)), "this is nested too deeply", "*"),
        (format!("static @x: u8 = {}", "<u8> {".repeat(100_000)), "this is nested too deeply", "u8"),
        (body(&format!("_0 = {};", "_0[".repeat(100_000))), "this is nested too deeply", "_0"),
    ] {
        assert_eq!(error(&text), (message.to_string(), at.to_string()), "{}", &text[..text.len().min(200)]);
    }
}

/// Deterministic pseudorandom numbers (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

#[test]
fn no_input_makes_it_panic() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let lines: Vec<&str> = SAMPLE.lines().collect();
    let bits = [
        "@",
        "<",
        ">",
        "{",
        "}",
        "(",
        ")",
        "..",
        "\"",
        "'",
        "#",
        "at 0:0..1",
        "source 0 \"x\"\n",
        "|",
        "-",
        "0x",
        "ä",
        "_0",
        "bb0",
        ";",
    ];
    for round in 0..4000 {
        let mut text: String = if round % 2 == 0 {
            SAMPLE.to_string()
        } else {
            (0..20).map(|_| format!("{}\n", lines[random.below(lines.len())])).collect()
        };
        for _ in 0..1 + random.below(4) {
            let mut cut = random.below(text.len());
            while !text.is_char_boundary(cut) {
                cut -= 1;
            }
            match random.below(4) {
                0 => text.insert_str(cut, bits[random.below(bits.len())]),
                1 => drop(text.remove(cut.min(text.len() - 1))),
                2 => text.truncate(cut.max(1)),
                _ => {
                    let end = text[cut..].find('\n').map_or(text.len(), |n| cut + n);
                    text.replace_range(cut..end, lines[random.below(lines.len())]);
                }
            }
            if text.len() < 2 {
                text.push_str("x y");
            }
        }
        let mut cx = cx();
        if let Ok(program) = read(&mut cx, &text, 0) {
            let printed = print(&cx, &program);
            let (cx, again) = reads(&printed);
            assert_eq!(print(&cx, &again), printed);
        }
    }
}

#[test]
fn conventions_have_bounds() {
    let said = |arg: &str| {
        let mut cx = Cx::new(crate::target::Target::parse("x86_64-unknown-linux-gnu").unwrap(), Default::default());
        read(&mut cx, &format!("abi 0 = c({arg}) -> direct;"), 1).err().map_or(String::new(), |e| e.message)
    };
    for good in ["cast {int 64 + 0, f64 + 8}", "cast {[int 64; 2] + 0}", "cast {vec 2 + 0}", "indirect 8 byval"] {
        assert_eq!(said(good), "", "{good}");
    }
    for bad in [
        "cast {int 8 + 18446744073709551615}",
        "cast {int 0 + 0}",
        "cast {int 4294967295 + 0}",
        "cast {vec 0 + 0}",
        "cast {vec 4294967295 + 0}",
        "cast {[f32; 4294967295] + 0}",
        "cast {[[f32; 2]; 2] + 0}",
        "indirect 0",
        "indirect 3",
        "indirect 9223372036854775808",
        &format!("cast {{{}f32", "[".repeat(200_000)),
    ] {
        assert_ne!(said(bad), "", "{}", &bad[..bad.len().min(60)]);
    }
}

#[test]
fn alignments_have_bounds() {
    let said = |target: &str, word: &str| {
        let mut cx = Cx::new(crate::target::Target::parse(target).unwrap(), Default::default());
        read(&mut cx, &format!("struct S {word} {{ a: i32 }}\n"), 1).err().map_or(String::new(), |e| e.message)
    };
    let (elf, coff) = ("x86_64-unknown-linux-gnu", "x86_64-pc-windows-gnu");
    for (target, good) in [(elf, "align(268435456)"), (elf, "packed(1)"), (coff, "align(8192)")] {
        assert_eq!(said(target, good), "", "{good}");
    }
    for (target, bad) in
        [(elf, "align(0)"), (elf, "align(24)"), (elf, "packed(3)"), (elf, "align(536870912)"), (coff, "align(16384)")]
    {
        assert!(said(target, bad).contains("alignment"), "{bad}: {}", said(target, bad));
    }
}
