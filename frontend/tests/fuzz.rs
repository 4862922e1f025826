//! Mutations of real sources: whatever the text, the parser ends, does not panic, and points into the text.

mod common;
use vex_frontend::parse_module;
use vex_ir::Span;
use vex_ir::tree::*;

const SAMPLES: &[&str] = &[
    r##"
import { time, libc as c } from "std";
import * as z from "./zlib";
#[link(name = "z", kind = "static")]
extern "C" {
    /// Computes.
    fn crc32(crc: c_ulong, buf: *u8, len: c_uint) -> c_ulong;
    fn printf(fmt: *byte, ...) -> i32;
    static environ: *mut *mut u8;
    type gzFile_s;
}
pub extern "C" fn compare(a: *void, b: *void) -> i32 {
    let x = unsafe { *(a as *i32) };
    let y = unsafe { *(b as *i32) };
    if x < y { -1 } else if x > y { 1 } else { 0 }
}
"##,
    r##"
#[repr(i32)] enum Color { Red, Green = 5, Blue }
enum Shape { Dot, Circle(f64), Rect { w: f64, h: f64 } }
union Bits { f: f32, u: u32 }
struct Point<T: Ord + Copy> { x: T, #[cfg(unix)] pub y: [T; 4], }
impl<T> Area for Point<T> {
    pub fn area(&self, k: &mut [u8]) -> f64 { self.x.0.1 * 2.5e-3f64 }
}
trait Area { fn area(&self) -> f64; }
const LIMIT: usize = 1_000;
static mut COUNTER: u64 = 0xff_u64;
type Handle = Option<extern "C" fn(i32, ...) -> *mut void>;
"##,
    r##"
fn main() -> i32 {
    let mut sum: i32 = 0;
    'outer: for i in 0..=10 {
        match i % 4 {
            0 | 1 => continue 'outer,
            n @ 2..=3 if n > 2 => { sum += n << 1; }
            Shape::Rect { w, h: _, .. } => break,
            _ => return -1,
        }
    }
    let Some(v) = f::<u8, Vec<Vec<i32>>>(c"x"[..], 'a', '\n') else { return 1 };
    defer libc.free(p as *mut void);
    while let Some(x) = it.next() && x != null { print(f"{x:>8} {{}} {sum + 1:?}\n"); }
    let p = Point { x: 1, y, ..default() };
    let a = [1, 2, 3][0] + [0; 4][1] + (1, 2).0;
    x = y = make([u8], 1024).len() as usize * offset_of(Point, x) - size_of::<T>();
    #[cfg(unix)] unsafe { g(&mut a, &&b, **c, !d, r#"raw"#, b"b\xff")? }
    #[cfg(windows)] { /* c /* nested */ */ 3 }
}
"##,
];

const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "'",
    "\"",
    "f\"",
    "r#\"",
    "/*",
    "*/",
    "//",
    "#",
    "#[",
    "#![",
    ";",
    ",",
    "=",
    "==",
    "::",
    ":",
    ".",
    "..",
    "..=",
    "...",
    "->",
    "=>",
    "&&",
    "||",
    "|",
    "!",
    "-",
    "*",
    "as ",
    "fn ",
    "let ",
    "if ",
    "else ",
    "match ",
    "for ",
    "while ",
    "struct ",
    "enum ",
    "extern ",
    "unsafe ",
    "import ",
    "mod ",
    "pub ",
    "in ",
    "return ",
    "break ",
    "defer ",
    "'a ",
    "1.",
    "0x",
    "1e+",
    "\\",
    "\\u{",
    "\0",
    "é",
    "\u{feff}",
    "\r\n",
    "\n",
    " ",
    "@",
    "?",
    "$",
    "null",
    "union ",
    "where ",
    "make([",
    "offset_of(",
    "x",
    "self",
];

/// A linear congruential generator: the same numbers on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as usize) % n.max(1)
    }
}

fn mutate(text: &str, random: &mut Random) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..1 + random.below(6) {
        let at = random.below(chars.len() + 1);
        let piece: Vec<char> = PIECES[random.below(PIECES.len())].chars().collect();
        let end = (at + random.below(12)).min(chars.len());
        match random.below(6) {
            0 => drop(chars.splice(at..end, [])),
            1 => drop(chars.splice(at..at, piece)),
            2 => drop(chars.splice(at..end, piece)),
            3 => {
                let from = random.below(chars.len());
                let copied: Vec<char> = chars[from..(from + random.below(80)).min(chars.len())].to_vec();
                drop(chars.splice(at..at, copied));
            }
            4 => chars.truncate(chars.len() - random.below(chars.len() / 4 + 1)),
            _ => drop(chars.splice(at..(at + 1).min(chars.len()), [])),
        }
    }
    chars.into_iter().collect()
}

/// Everything that the parser promises of every text.
fn check(text: &str) {
    let mut cx = common::cx();
    let program = parse_module(&mut cx, "fuzz.vx", text);
    let base = cx.sources.files()[0].base;
    let whole = Span::new(base, base + text.len() as u32);
    let inside = |span: Span, what: &str| {
        let ok = span.lo <= span.hi && whole.lo <= span.lo && span.hi <= whole.hi;
        let boundaries =
            ok && text.is_char_boundary((span.lo - base) as usize) && text.is_char_boundary((span.hi - base) as usize);
        assert!(boundaries, "{what} has the span {span:?} of {whole:?} in: {text:?}");
    };
    for d in cx.diags.list() {
        inside(d.primary.span, &d.message);
        d.secondary.iter().for_each(|l| inside(l.span, &l.text));
        d.suggestion.iter().for_each(|s| inside(s.span, &s.message));
    }
    let mut errors = 0;
    for (id, item) in program.items.iter() {
        inside(item.span, "an item");
        inside(item.name.span, "the name of an item");
        errors += usize::from(matches!(item.raw(), ItemData::Error));
        let body = &program.bodies[id];
        for (_, e) in body.exprs.iter() {
            inside(e.span, "an expression");
            errors += usize::from(matches!(e.raw(), ExprKind::Error(_)));
        }
        for (_, p) in body.pats.iter() {
            inside(p.span, "a pattern");
            errors += usize::from(p.raw() == PatKind::Error);
        }
        for (_, t) in body.types.iter() {
            inside(t.span, "a type");
            errors += usize::from(t.raw() == TypeKind::Error);
        }
        body.stmts.all().iter().for_each(|s| inside(s.span, "a statement"));
        body.attrs.all().iter().chain(&item.attrs).for_each(|a| inside(a.span, "an attribute"));
    }
    assert!(errors == 0 || cx.diags.has_errors(), "an error node without a report in: {text:?}");
}

#[test]
fn samples_have_no_mistakes() {
    for sample in SAMPLES {
        assert_eq!(common::codes(sample), [""; 0]);
        check(sample);
    }
}

#[test]
fn mutations() {
    let mut random = Random(1);
    for round in 0..6000 {
        let mut text = mutate(SAMPLES[round % SAMPLES.len()], &mut random);
        if round % 3 == 0 {
            text = mutate(&text, &mut random);
        }
        check(&text);
    }
}

#[test]
fn every_prefix() {
    for sample in SAMPLES {
        for (end, _) in sample.char_indices() {
            check(&sample[..end]);
        }
    }
}

#[test]
fn without_one_token() {
    for sample in SAMPLES {
        let lexed = vex_frontend::lexer::lex(sample, 0);
        for span in &lexed.tokens.spans {
            let text = format!("{}{}", &sample[..span.lo as usize], &sample[span.hi as usize..]);
            check(&text);
        }
    }
}

/// A mistake is not reported many times over: one token less is a handful of reports at most.
#[test]
fn one_token_less_is_few_reports() {
    let mut worst: Vec<(usize, String)> = Vec::new();
    let mut total = 0;
    for sample in SAMPLES {
        let lexed = vex_frontend::lexer::lex(sample, 0);
        for span in &lexed.tokens.spans {
            let text = format!("{}\u{20}{}", &sample[..span.lo as usize], &sample[span.hi as usize..]);
            let found = common::codes(&text).len();
            total += found;
            worst.push((found, text));
        }
    }
    worst.sort();
    let (most, text) = worst.last().unwrap();
    assert!(*most <= 4, "{most} reports: {:?} in:\n{text}", common::errors(text));
    // Many tokens can be missing without a mistake; those that cannot are one report each, or little more.
    let wrong = worst.iter().filter(|(n, _)| *n > 0).count();
    assert!(total * 100 <= wrong * 120, "{total} reports for {wrong} mistakes");
}

#[test]
fn noise() {
    let mut random = Random(7);
    for _ in 0..3000 {
        let text: String = (0..random.below(60)).map(|_| PIECES[random.below(PIECES.len())]).collect();
        check(&text);
    }
}
