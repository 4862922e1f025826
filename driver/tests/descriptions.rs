//! Structs of C that several modules describe: they are compared by all that they lead to, however much that is.

mod common;

use common::{Done, vexc_stdin};

/// A module that describes structs and declares `f` with a pointer to the first: by number, the fields of each.
fn described(name: &str, count: usize, fields: impl Fn(usize) -> String) -> String {
    let structs: String = (0..count).map(|i| format!("    pub struct S{i} {{ {} }}\n", fields(i))).collect();
    format!(
        "mod {name} = \"{name}\" {{\n    pub struct Hidden;\n{structs}    extern \"C\" {{ pub fn f(p: *S0); }}\n}}\n"
    )
}

fn check(modules: &[String]) -> Done {
    vexc_stdin(&["check", "-"], &format!("{}fn main() {{}}\n", modules.concat()))
}

#[track_caller]
fn differ(done: Done) {
    let done = done.expect(1);
    assert!(
        done.stderr.contains("error[E0304]: symbol `f` is declared twice, with different types"),
        "{}",
        done.stderr
    );
}

/// Chains of a thousand, alike but for the last: also where one hides what pointers lead to, and where a module of one struct
/// stands against each of a ring.
#[test]
fn a_difference_at_the_end_is_found() {
    let chain = |name: &str, hidden: &str, last: &str| {
        described(name, 1000, |i| {
            let next = if i == 999 { last.to_string() } else { format!("*S{}", i + 1) };
            format!("pub next: {next}, pub data: *{hidden}")
        })
    };
    differ(check(&[chain("a", "i64", "i32"), chain("b", "i64", "u32")]));
    differ(check(&[chain("a", "i64", "i32"), chain("b", "Hidden", "u32")]));
    check(&[chain("a", "i64", "i32"), chain("b", "Hidden", "i32")]).expect(0);
    let ring = |name: &str, count: usize, last: &str| {
        described(name, count, |i| {
            format!("pub next: *S{}, pub data: {}", (i + 1) % count, if i + 1 == count { last } else { "i32" })
        })
    };
    differ(check(&[ring("a", 1, "i32"), ring("b", 1000, "u32")]));
    check(&[ring("a", 1, "i32"), ring("b", 1000, "i32")]).expect(0);
}

/// Rings whose lengths have no common divisor lead to every pair of theirs: 16 million, unless they are known to be all alike.
#[test]
fn rings_of_different_lengths_are_alike() {
    let ring = |name: &str, count: usize| {
        described(name, count, |i| format!("pub next: *S{}, pub data: *i64", (i + 1) % count))
    };
    check(&[ring("a", 4000), ring("b", 3999)]).expect(0);
}

/// Only where incomplete types hide what differs, every pair has to be looked at; and that has an end.
#[test]
fn too_many_pairs_are_refused() {
    let ring = |name: &str, count: usize| {
        described(name, count, |i| {
            format!("pub next: *S{}, pub data: *{}", (i + 1) % count, if i == 0 { "i64" } else { "Hidden" })
        })
    };
    check(&[ring("a", 200), ring("b", 199)]).expect(0);
    let done = check(&[ring("a", 1000), ring("b", 999)]).expect(1);
    assert!(done.stderr.contains("too intricate to compare"), "{}", done.stderr);
    assert!(done.stderr.contains("at most 1000000 parts of types"), "{}", done.stderr);
}
