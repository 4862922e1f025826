//! Every constant is what the same expression is at run time: constants, statics, array lengths, discriminants and patterns of
//! generated expressions, against the expression with its literals hidden from the optimiser.

mod common;

use common::{Random, run, vexc};
use std::fmt::Write;

const TYPES: [(&str, u32); 8] =
    [("u8", 8), ("i8", 7), ("u16", 16), ("i16", 15), ("u32", 32), ("i32", 31), ("u64", 64), ("i64", 63)];

/// An expression of a type without overflow, as a constant and as it is computed at run time.
fn expression(random: &mut Random, ty: usize, depth: u32) -> (String, String) {
    let (name, bits) = TYPES[ty];
    if depth == 0 || random.below(8) == 0 {
        let value = random.next() & (u64::MAX >> (64 - bits));
        let text = format!("{value}{name}");
        return (text.clone(), format!("black_box({text})"));
    }
    let part = |random: &mut Random, ty| expression(random, ty, depth - 1);
    let both = |f: &dyn Fn(&str) -> String, (a, b): (String, String)| (f(&a), f(&b));
    match random.below(10) {
        0 => both(&|a| format!("{{ {a} }}"), part(random, ty)),
        1 => both(&|a| format!("(!{a})"), part(random, ty)),
        2 => {
            let op = if random.below(2) == 0 { "<<" } else { ">>" };
            let by = random.below(7);
            both(&|a| format!("({a} {op} {by})"), part(random, ty))
        }
        3 | 4 => {
            let op = ["&", "|", "^"][random.below(3)];
            let ((a, x), (b, y)) = (part(random, ty), part(random, ty));
            (format!("({a} {op} {b})"), format!("({x} {op} {y})"))
        }
        5 => {
            let (by, op) = (3 + random.below(90), ["/", "%"][random.below(2)]);
            both(&|a| format!("({a} {op} {by})"), part(random, ty))
        }
        6 | 7 => {
            let from = random.below(8);
            both(&|a| format!("({a} as {name})"), part(random, from))
        }
        8 => {
            let from = random.below(8);
            let ((a, x), (b, y)) = (part(random, from), part(random, from));
            let ((c, z), (d, w)) = (part(random, ty), part(random, ty));
            (format!("(if {a} < {b} {{ {c} }} else {{ {d} }})"), format!("(if {x} < {y} {{ {z} }} else {{ {w} }})"))
        }
        // Widened, where a narrower type is one of its operands.
        _ => {
            let narrow = if ty >= 2 { ty - 2 } else { ty };
            let ((a, x), (b, y)) = (part(random, narrow), part(random, ty));
            (format!("({a} ^ {b})"), format!("({x} ^ {y})"))
        }
    }
}

/// A program that compares `count` expressions, which prints those that differ.
fn program(seed: u64, count: u32) -> String {
    let mut random = Random(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) | 1);
    let (mut items, mut main) = (String::new(), String::new());
    for i in 0..count {
        let ty = random.below(8);
        let (constant, hidden) = expression(&mut random, ty, 4);
        let name = TYPES[ty].0;
        // A literal in front of an operand without a type of its own.
        let (constant, hidden) = if random.below(4) == 0 {
            (format!("(1 ^ {{ {constant} }})"), format!("(1 ^ {{ {hidden} }})"))
        } else {
            (constant, hidden)
        };
        _ = writeln!(items, "const C{i}: {name} = {constant};\nstatic S{i}: {name} = {constant};");
        _ = writeln!(items, "const L{i}: usize = size_of::<[u8; ({constant}) as u8 as usize]>();");
        _ = writeln!(items, "#[repr(i32)] enum E{i} {{ X = ({constant}) as i32, Y = 77777777 }}");
        _ = writeln!(
            main,
            "    let v: {name} = {hidden}; let m = match v {{ C{i} => true, _ => false }};
    let f: {name} = {constant};
    if C{i} != v || S{i} != v || f != v || !m || L{i} != v as u8 as usize || E{i}::X as i32 != v as i32 {{ println(\"{i}\"); }}"
        );
    }
    format!("{items}\nfn main() {{\n{main}}}\n")
}

#[test]
fn are_what_they_are_at_run_time() {
    let seeds = std::env::var("VEXC_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(6u64);
    let dir = tempfile::tempdir().expect("a directory");
    for seed in 1..=seeds {
        let path = dir.path().join("constants.vx");
        std::fs::write(&path, program(seed, 40)).expect("written");
        for level in ["-O0", "-O2"] {
            let done = run(vexc().arg("run").arg(level).arg("--overflow-checks=on").arg(&path));
            let (out, err) = (&done.stdout, &done.stderr);
            assert!(done.status == Some(0) && out.is_empty(), "seed {seed}, {level}: differ: {out}\n{err}");
        }
    }
}
