//! Comparisons of everything that consists of elements, of every kind of element: what `type-check` lets through is Flow that the
//! verifier takes after each pass, and LLVM too; the rest is an error of the program.

mod common;

use common::{run, vexc};

/// Element types with a value, and whether slices of them are compared for equality (`docs/reference.md`).
const ELEMENTS: &[(&str, &str, bool)] = &[
    ("u8", "1", true),
    ("i8", "1", true),
    ("u16", "1", true),
    ("i32", "1", true),
    ("u64", "1", true),
    ("isize", "1", true),
    ("i128", "1", true),
    ("bool", "true", true),
    ("char", "'a'", true),
    ("Color", "Color::Red", true),
    ("f32", "1.0", false),
    ("f64", "1.0", false),
    ("*u8", "null()", false),
    ("*mut i32", "null_mut()", false),
    ("&i32", "&ONE", false),
    ("&str", "\"a\"", false),
    ("&[u8]", "b\"a\"", false),
    ("[u8; 1]", "[1]", false),
    ("[[i32; 2]; 1]", "[[1, 2]]", false),
    ("Point", "Point { x: 1, y: 2 }", false),
    ("Empty", "Empty {}", false),
    ("Bits", "Bits { u: 1 }", false),
    ("(u8, i32)", "(1, 2)", false),
    ("fn()", "nothing", false),
    ("Void", "Void {}", false),
];

/// What is made of elements: its type, how it comes from `e`, a mutable array of two, and whether it is a slice.
const SHAPES: &[(&str, &str, bool)] = &[
    ("&[T]", "&e", true),
    ("&mut [T]", "&mut e", true),
    ("[T; 2]", "e", false),
    ("&[T; 2]", "&e", false),
    ("[[T; 2]; 1]", "[e]", false),
    ("&[[T; 2]]", "&[e]", false),
    ("&[&[T]]", "&[&e]", false),
    ("([T; 2], u8)", "(e, 1)", false),
];

fn program(of: &str, value: &str, shape: &str, from: &str, op: &str) -> String {
    let ty = shape.replace('T', of);
    format!(
        "static ONE: i32 = 1;\n#[repr(i32)] enum Color {{ Red, Green = 5 }}\nstruct Point {{ x: i32, y: i64 }}\nstruct Empty {{}}\n\
         union Bits {{ f: f32, u: u32 }}\nstruct Void {{ a: [u64; 0] }}\nfn nothing() {{}}\n\
         fn same(a: {ty}, b: {ty}) -> bool {{ return a {op} b; }}\n\
         fn main() -> i32 {{\n    let mut e: [{of}; 2] = [{value}, {value}];\n    let mut f: [{of}; 2] = [{value}, {value}];\n    \
         return same({from}, {}) as i32;\n}}\n",
        from.replace('e', "f")
    )
}

#[test]
fn comparisons_are_errors_or_valid_in_every_pass() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("p.vx");
    for (of, value, equal) in ELEMENTS {
        for (shape, from, slice) in SHAPES {
            for op in ["==", "<"] {
                let text = program(of, value, shape, from, op);
                std::fs::write(&file, &text).unwrap();
                let mut command = vexc();
                command.args(["-Awarnings", "--verify-each", "-c", "-o"]).arg(dir.path().join("o")).arg(&file);
                let done = run(&mut command);
                let fine = *slice && (op == "==" && *equal || *of == "u8");
                assert_eq!(done.status, Some(if fine { 0 } else { 1 }), "{text}{}", done.stderr);
                if !fine {
                    assert!(done.stderr.starts_with("error[E0"), "{text}{}", done.stderr);
                    assert!(done.stderr.contains(" operator `"), "{text}{}", done.stderr);
                }
            }
        }
    }
}

/// What is equal is so whatever is beside it in memory.
#[test]
fn equal_slices_are_equal() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("p.vx");
    for (of, value, _) in ELEMENTS.iter().filter(|(_, _, equal)| *equal) {
        let text = program(of, value, "&[T]", "&e", "==");
        let other =
            text.replace("return same(&e, &f) as i32", "return same(&e, &f) as i32 * 3 + same(&e[..1], &f) as i32");
        std::fs::write(&file, &other).unwrap();
        for level in ["-O0", "-O2"] {
            run(vexc().args(["run", "-Awarnings", level]).arg(&file)).expect(3);
        }
    }
}
