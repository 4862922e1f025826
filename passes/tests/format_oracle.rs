//! Asks Clang 19 what it says of generated formats and arguments, and compares with `format-check`.
//!
//! Needs `clang-19`, which knows every target without its headers. The cases are the same in every run. `i64` is `long` and `long
//! long` in C, so Clang accepts it if it accepts either; so for other types that have several names. Where we say something else
//! on purpose, [`Choice`] says which way and why; each of those must occur.

#[allow(dead_code)]
mod common;

use common::Random;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use vex_ir::Cx;
use vex_ir::cx::Options;
use vex_ir::lang::In;
use vex_ir::target::{LongDouble, Os, Target};
use vex_passes::runner::{Config, DumpStyle, Runner};

/// A type in Vex, and what C may call it.
type Pair = (&'static str, &'static [&'static str]);

const VALUES: &[Pair] = &[
    ("i32", &["int", "LONG32"]),
    ("u32", &["unsigned", "unsigned LONG32"]),
    // What C promotes them to is a `long` too, where that has 32 bits.
    ("i8", &["signed char", "LONG8"]),
    ("u8", &["unsigned char", "char", "LONG8"]),
    ("i16", &["short", "LONG16"]),
    ("u16", &["unsigned short", "LONG16"]),
    ("i64", &["long long", "LONG64"]),
    ("u64", &["unsigned long long", "unsigned LONG64"]),
    ("isize", &["__INTPTR_TYPE__", "LONGP", "OTHERP"]),
    ("usize", &["__UINTPTR_TYPE__", "__SIZE_TYPE__", "unsigned LONGP", "unsigned OTHERP"]),
    ("i128", &["__int128"]),
    ("bool", &["_Bool", "LONGB"]),
    ("f32", &["float"]),
    ("f64", &["double"]),
    ("E", &["enum E", "LONGE"]),
    ("P", &["struct P"]),
    ("*u8", &["const char *"]),
    ("*i8", &["const signed char *"]),
    ("*void", &["const void *"]),
    ("*char", &["const CHAR32 *"]),
    ("extern \"C\" fn()", &["F"]),
    ("&i32", &["const int *", "const LONG32 *"]),
];

const PLACES: &[Pair] = &[
    ("*mut i32", &["int *", "LONG32 *", "WCHAR32 *"]),
    ("&mut u32", &["unsigned *", "unsigned LONG32 *", "WCHAR32 *"]),
    ("*mut i8", &["signed char *"]),
    ("*mut u8", &["unsigned char *"]),
    ("*mut i16", &["short *"]),
    ("&mut u16", &["unsigned short *"]),
    ("&mut i64", &["long long *", "LONG64 *"]),
    ("*mut usize", &["__UINTPTR_TYPE__ *", "__SIZE_TYPE__ *", "unsigned LONGP *", "unsigned OTHERP *", "WCHARP *"]),
    ("*mut f32", &["float *"]),
    ("&mut f64", &["double *"]),
    ("*mut bool", &["_Bool *"]),
    ("*mut E", &["enum E *", "LONGE *"]),
    ("*mut P", &["struct P *"]),
    ("*mut void", &["void *"]),
    ("*mut *mut u8", &["char **"]),
    ("*mut *mut void", &["void **"]),
    ("*mut *mut i32", &["int **", "WCHAR32 **"]),
    ("*i32", &["const int *", "const LONG32 *", "const WCHAR32 *"]),
    ("*u8", &["const unsigned char *"]),
    ("i32", &["int", "LONG32"]),
    ("f64", &["double"]),
];

#[derive(Clone)]
struct Case {
    scan: bool,
    format: String,
    args: Vec<Pair>,
}

impl Case {
    fn shown(&self) -> String {
        let name = if self.scan { "scanf" } else { "printf" };
        let args: String = self.args.iter().map(|(vex, _)| format!(", {vex}")).collect();
        format!("{name}(\"{}\"{args})", self.format)
    }
}

/// Where we say something else than Clang on purpose.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Choice {
    /// "The complete conversion specification shall be `%%`" (C17 7.21.6.1 paragraph 8); Clang takes `%5%`.
    Percent,
    /// `%*n` and `%5n` of `scanf` are undefined (C17 7.21.6.2 paragraph 12); Clang takes them.
    Count,
    /// `long double` is `double` on this target; Clang looks at the type alone.
    LongDouble,
    /// POSIX has the length behind `m`; Clang does not know it.
    Allocate,
    /// Nothing goes with the `%m` of glibc but flags and a width; Clang looks at no length there.
    Errno,
    /// A precision that is a dot alone is one; Clang does not see it.
    Dot,
    /// POSIX's `%S` is `%ls` (POSIX, fprintf), which takes a precision; Clang looks at the letter.
    Wide,
    /// What is not stored is converted all the same; Clang looks at nothing behind `%*`.
    Suppressed,
    /// A `bool` is no wide character, either; Clang looks at `%c` alone.
    WideBool,
    /// `%hn` writes two bytes; Clang takes a pointer to one.
    Overrun,
    /// An enum is no character of a text.
    Enum,
    /// Not every byte is a `bool`.
    Invalid,
    /// What C promotes a `wint_t` of 16 bits to is an `int`.
    Wint,
    /// Clang looks at nothing behind the `I` of Windows in `scanf`.
    Native,
    /// Clang does not know `I32` in `scanf`; Microsoft's library does.
    Bits32,
    /// Apple's `%D %O %U` are `%ld %lo %lu` (its printf(3)); Clang takes an `int` for them. This goes both ways.
    Old,
    /// A `wint_t` is taken with any sign, as an `int` is; Clang looks at the sign where it is signed.
    WintSign,
    /// `wchar_t` is taken with any sign, as `char` is.
    Sign,
}

impl Choice {
    /// Whether it explains that we say something where Clang does not, or else the other way round.
    fn explains(self, stricter: bool) -> bool {
        match self {
            Choice::Old => true,
            Choice::LongDouble
            | Choice::Allocate
            | Choice::Wide
            | Choice::Wint
            | Choice::WintSign
            | Choice::Bits32
            | Choice::Sign => !stricter,
            _ => stricter,
        }
    }
}

/// The choices that a case of one conversion may show.
fn choices(case: &Case, target: &Target) -> Vec<Choice> {
    let format = case.format.as_str();
    let letter = format.bytes().last().unwrap_or(b' ');
    let plain = format.len() == 2;
    let has = |ty: &str| case.args.iter().any(|(vex, _)| *vex == ty);
    let float = b"aAeEfFgG".contains(&letter);
    let wide = letter == b'C' || format.ends_with("lc") || format.ends_with("wc");
    [
        (Choice::Percent, letter == b'%' && !plain),
        (Choice::Count, letter == b'n' && case.scan && !plain),
        (Choice::LongDouble, float && format.contains('L') && target.long_double == LongDouble::F64),
        (Choice::Allocate, case.scan && format.contains("ml")),
        (Choice::Errno, letter == b'm' && !case.scan && !plain),
        (Choice::Dot, format[..format.len() - 1].ends_with('.')),
        (Choice::Wide, letter == b'S' && format.contains('.')),
        (Choice::Suppressed, case.scan && format.starts_with("%*")),
        (Choice::WideBool, has("bool") && (letter == b'C' || format == "%lc")),
        (Choice::Overrun, format == "%hn" && (has("*mut u8") || has("*mut i8"))),
        (Choice::Enum, has("*mut E")),
        (Choice::Invalid, has("*mut bool")),
        (Choice::Wint, target.os == Os::Windows && wide),
        (Choice::WintSign, target.os != Os::Linux && wide && (has("u32") || has("usize"))),
        (Choice::Native, case.scan && format.contains('I') && !format.contains("I32") && !format.contains("I64")),
        (Choice::Bits32, case.scan && format.contains("I32")),
        (Choice::Old, target.os == Os::MacOs && b"DOU".contains(&letter)),
        (Choice::Sign, target.os == Os::Windows && has("*mut i16")),
    ]
    .into_iter()
    .filter_map(|(choice, holds)| holds.then_some(choice))
    .collect()
}

const PRINT_LETTERS: &[&str] = &[
    "d", "i", "u", "o", "x", "X", "b", "B", "a", "A", "e", "E", "f", "F", "g", "G", "c", "C", "s", "S", "p", "n", "m",
    "%", "y", "D", "U", "O", "k",
];
const SCAN_LETTERS: &[&str] = &[
    "d", "i", "u", "o", "x", "X", "b", "a", "e", "f", "g", "G", "c", "C", "s", "S", "[abc]", "[^]a]", "[]-]", "p", "n",
    "%", "y", "D", "-", "+", "'", "[^]", "[",
];

fn lengths(target: &Target) -> Vec<&'static str> {
    let mut all = vec!["", "hh", "h", "l", "ll", "q", "j", "z", "t", "L"];
    if target.os == Os::Windows {
        all.extend(["I", "I32", "I64", "w"]);
    }
    all
}

/// Every length and conversion with every type.
fn types(target: &Target) -> Vec<Case> {
    let mut cases = Vec::new();
    for length in lengths(target) {
        for letter in PRINT_LETTERS {
            for ty in VALUES.iter().chain(PLACES) {
                cases.push(Case { scan: false, format: format!("%{length}{letter}"), args: vec![*ty] });
            }
        }
        for letter in SCAN_LETTERS {
            for ty in PLACES {
                cases.push(Case { scan: true, format: format!("%{length}{letter}"), args: vec![*ty] });
            }
        }
    }
    cases
}

fn pair(vex: &str) -> Pair {
    *VALUES.iter().chain(PLACES).find(|(name, _)| *name == vex).expect("a type of the table")
}

/// An argument that goes with a conversion, so that only its form can be wrong.
fn right(letter: &str, scan: bool) -> Vec<Pair> {
    let name = match (letter, scan) {
        ("m" | "%", _) => return Vec::new(),
        ("n", _) => "*mut i32",
        ("a" | "A" | "e" | "E" | "f" | "F" | "g" | "G", false) => "f64",
        ("a" | "e" | "f" | "g" | "G", true) => "*mut f32",
        ("s", false) => "*u8",
        ("S", false) => "*char",
        ("p", false) => "*void",
        ("p", true) => "*mut *mut void",
        ("c" | "s" | "[abc]" | "[^]a]" | "[]-]", true) => "*mut u8",
        ("C" | "S", true) => "*mut i32",
        (_, false) => "i32",
        (_, true) => "*mut i32",
    };
    vec![pair(name)]
}

/// Every flag, width, precision and length with every conversion.
fn forms(target: &Target) -> Vec<Case> {
    let mut cases = Vec::new();
    for letter in PRINT_LETTERS {
        for flag in ["", "-", "+", " ", "#", "0", "'", "-0", "+ ", "0-#", "##", "'+"] {
            for width in ["", "5", "*"] {
                for precision in ["", ".", ".3", ".*", ".03", ".-1"] {
                    let mut args: Vec<Pair> =
                        (0..[width, precision].concat().matches('*').count()).map(|_| pair("i32")).collect();
                    args.extend(right(letter, false));
                    cases.push(Case { scan: false, format: format!("%{flag}{width}{precision}{letter}"), args });
                }
            }
        }
    }
    for letter in SCAN_LETTERS {
        for star in ["", "*"] {
            for width in ["", "5", "0", "12"] {
                for length in lengths(target).into_iter().chain(["m", "ml", "lm"]) {
                    let mut args = if star.is_empty() { right(letter, true) } else { Vec::new() };
                    if length.contains('m') && !args.is_empty() {
                        args = vec![pair(if length.contains('l') || "CS".contains(letter) {
                            "*mut *mut i32"
                        } else {
                            "*mut *mut u8"
                        })];
                    }
                    if letter.starts_with('[') && !letter.ends_with(']') || *letter == "[^]" {
                        args.clear();
                    }
                    cases.push(Case { scan: true, format: format!("%{star}{width}{length}{letter}"), args });
                }
            }
        }
    }
    cases
}

/// Formats of several conversions, arguments that are too few or too many, positions.
fn mixtures() -> Vec<Case> {
    let mut random = Random(17);
    let pieces = [
        "%d", "%s", "%f", "%u", "%c", "%lld", "%p", "text", "%%", "\\n", "%5d", "%-8s", "%*d", "%.*s", "%.2f", "%x",
        "%hhd", "%*.*f", "%1$d", "%2$d", "%2$s", "%1$s", "%3$f", "%1$*2$d", "%2$.*1$s", "%0$d", "%9$d", "% d", "%zu",
        "% s", "\u{e9}", "%",
    ];
    let types = ["i32", "*u8", "f64", "i64", "u8", "usize", "*void", "f32", "u32"].map(pair);
    (0..6000)
        .map(|_| {
            let format = (0..1 + random.below(4)).map(|_| random.pick(&pieces)).collect();
            let args = (0..random.below(5)).map(|_| random.pick(&types)).collect();
            Case { scan: false, format, args }
        })
        .collect()
}

/// The lines, from 0, of which Clang says something, with what it says.
// Long because it is the program that Clang reads.
fn clang(target: &Target, lines: &[(bool, &str, Vec<&str>)]) -> BTreeMap<usize, String> {
    let (long64, longp) = match (target.long_bits, target.pointer_bits) {
        (64, _) => ("long", "long"),
        (_, 32) => ("long long", "long"),
        _ => ("long long", "long long"),
    };
    let otherp = if target.pointer_bits == 64 { "long long" } else { "int" };
    let long32 = if target.long_bits == 32 { "long" } else { "int" };
    let wchar32 = if target.os == Os::Windows { "int" } else { "wchar_t" };
    let small = |ty| if target.long_bits == 32 { "long" } else { ty };
    let [long8, long16, longb, longe] = ["signed char", "short", "_Bool", "enum E"].map(small);
    let char32 = if target.os == Os::Windows { "unsigned" } else { "wchar_t" };
    let wcharp = if target.pointer_bits == 32 { "wchar_t" } else { "__UINTPTR_TYPE__" };
    let mut c =
        format!("#define LONG64 {long64}\n#define LONGP {longp}\n#define OTHERP {otherp}\n#define LONG32 {long32}\n");
    let _ = writeln!(
        c,
        "#define WCHAR32 {wchar32}\n#define WCHARP {wcharp}\n#define CHAR32 {char32}\n#define LONG8 {long8}\n#define LONG16 {long16}"
    );
    let _ = writeln!(c, "#define LONGB {longb}\n#define LONGE {longe}");
    c.push_str(
        "typedef __WCHAR_TYPE__ wchar_t;\ntypedef void (*F)(void);\nenum E { A = -1, B };\nstruct P { int x, y; };\n",
    );
    c.push_str("__attribute__((format(printf, 1, 2))) int print(const char *, ...);\n");
    c.push_str("__attribute__((format(scanf, 1, 2))) int scan(const char *, ...);\n");
    let mut head = c.lines().count();
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for ty in lines.iter().flat_map(|(_, _, args)| args) {
        let next = names.len();
        names.entry(ty).or_insert(next);
    }
    for (ty, number) in &names {
        let _ = writeln!(c, "extern {ty} v{number};");
        head += 1;
    }
    c.push_str("void test(void) {\n");
    for (scan, format, args) in lines {
        let args: String = args.iter().map(|ty| format!(", v{}", names[ty])).collect();
        let _ = writeln!(c, "{}(\"{format}\"{args});", if *scan { "scan" } else { "print" });
    }
    c.push_str("}\n");
    let mut child = Command::new("clang-19")
        .args([
            "-x",
            "c",
            "-fsyntax-only",
            "-Wformat",
            "-fno-caret-diagnostics",
            "-ferror-limit=0",
            "-Wno-pointer-sign",
        ])
        .arg(format!("--target={}", target.triple))
        .arg("-")
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("clang-19 is installed");
    let mut input = child.stdin.take().expect("piped");
    let writer = std::thread::spawn(move || input.write_all(c.as_bytes()).expect("clang reads"));
    let output = child.wait_with_output().expect("clang ends");
    writer.join().expect("written");
    let mut said = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stderr).lines() {
        let Some(rest) = line.strip_prefix("<stdin>:") else { continue };
        let (number, rest) = rest.split_once(':').expect("a line number");
        assert!(!rest.contains("error:"), "{line}");
        if rest.contains("warning:") {
            let number: usize = number.parse().expect("a line number");
            said.entry(number - head - 2).or_insert_with(|| rest.to_string());
        }
    }
    assert!(output.status.success(), "clang does not take the test");
    said
}

/// The lines, from 0, of which we say something.
fn ours(target: &Target, cases: &[Case]) -> BTreeMap<usize, String> {
    let mut vex = String::from("extern \"C\" {\n#[format(printf, 1)] fn print(format: *u8, ...) -> i32;\n");
    vex.push_str("#[format(scanf, 1)] fn scan(format: *u8, ...) -> i32;\n}\n#[repr(i32)] enum E { A = -1, B }\nstruct P { x: i32, y: i32 }\n");
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for (ty, _) in cases.iter().flat_map(|case| &case.args) {
        let next = names.len();
        names.entry(ty).or_insert(next);
    }
    let params: Vec<String> = names.iter().map(|(ty, number)| format!("v{number}: {ty}")).collect();
    // Large functions are no more work than small ones, but lines must be one for each case.
    let _ = write!(vex, "fn test({}) {{ unsafe {{", params.join(", "));
    let head = vex.lines().count();
    for case in cases {
        let args: String = case.args.iter().map(|(ty, _)| format!(", v{}", names[ty])).collect();
        let _ = write!(vex, "\n{}(c\"{}\"{args});", if case.scan { "scan" } else { "print" }, case.format);
    }
    vex.push_str("\n}}\n");
    let mut cx = Cx::new(target.clone(), Options::default());
    let program = vex_frontend::parse_module(&mut cx, "formats.vx", &vex);
    let config =
        Config { stop_after: vex_passes::runner::position("format-check"), verify_each: false, ..Config::default() };
    let mut sink = |_| {};
    let mut runner = Runner::new(&config, DumpStyle::default(), &mut sink);
    let _ = vex_passes::run(&mut runner, &mut cx, In::new(program));
    let mut said = BTreeMap::new();
    for diagnostic in cx.diags.take() {
        if !("E0443"..="E0449").contains(&diagnostic.code.0) {
            // That no variable is used, and the like.
            assert_eq!(diagnostic.severity, vex_ir::Severity::Warning, "{}: {}", diagnostic.code.0, diagnostic.message);
            continue;
        }
        let (_, place) = cx.sources.location(diagnostic.primary.span).expect("in the text");
        said.entry(place.line as usize - head - 1)
            .or_insert_with(|| format!("{}: {}", diagnostic.code.0, diagnostic.message));
    }
    said
}

/// Compares, and returns the choices that showed.
fn compare(target: &Target, cases: &[Case]) -> BTreeSet<Choice> {
    // Each case is one line for each way to write its types in C.
    let mut lines = Vec::new();
    let mut of_case = Vec::new();
    for case in cases {
        let ways = case.args.iter().map(|(_, c)| c.len()).max().unwrap_or(1);
        of_case.push(lines.len()..lines.len() + ways);
        for way in 0..ways {
            let args = case.args.iter().map(|(_, c)| c[way.min(c.len() - 1)]).collect();
            lines.push((case.scan, case.format.as_str(), args));
        }
    }
    let (theirs, ours) = (clang(target, &lines), ours(target, cases));
    let mut made = BTreeSet::new();
    let mut bad = String::new();
    for (i, case) in cases.iter().enumerate() {
        // Clang accepts what it accepts one way.
        let them = of_case[i].clone().map(|line| theirs.get(&line)).min_by_key(|said| said.is_some()).flatten();
        let us = ours.get(&i);
        if us.is_some() == them.is_some() {
            continue;
        }
        match choices(case, target).into_iter().find(|choice| choice.explains(us.is_some())) {
            Some(choice) => {
                made.insert(choice);
            }
            None => {
                let _ = writeln!(bad, "{}: {}\n  clang: {them:?}\n  here:  {us:?}", target.name, case.shown());
            }
        }
    }
    assert!(bad.is_empty(), "{} of {} cases differ:\n{bad}", bad.lines().count() / 3, cases.len());
    made
}

#[test]
fn types_are_judged_as_clang_judges_them() {
    let mut made = BTreeSet::new();
    for name in ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "wasm32-wasip1", "aarch64-apple-darwin"] {
        let target = Target::parse(name).expect("a supported target");
        made.extend(compare(&target, &types(&target)));
    }
    for choice in [
        Choice::LongDouble,
        Choice::WideBool,
        Choice::Overrun,
        Choice::Enum,
        Choice::Wint,
        Choice::Sign,
        Choice::Native,
        Choice::Bits32,
        Choice::WintSign,
        Choice::Old,
        Choice::Invalid,
    ] {
        assert!(made.contains(&choice), "{choice:?} is no difference any more");
    }
}

#[test]
fn forms_are_judged_as_clang_judges_them() {
    let target = Target::parse("x86_64-unknown-linux-gnu").expect("a supported target");
    let made = compare(&target, &forms(&target));
    let all = [
        Choice::Percent,
        Choice::Count,
        Choice::Errno,
        Choice::Allocate,
        Choice::Dot,
        Choice::Wide,
        Choice::Suppressed,
    ];
    for choice in all {
        assert!(made.contains(&choice), "{choice:?} is no difference any more");
    }
}

#[test]
fn counts_and_positions_are_judged_as_clang_judges_them() {
    let target = Target::parse("x86_64-unknown-linux-gnu").expect("a supported target");
    compare(&target, &mixtures());
}
