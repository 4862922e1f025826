//! Types do not depend on the order of statements that do not depend on each other: what is known only later is the same as
//! what was known from the start.

#[allow(dead_code)]
mod common;

use std::collections::BTreeMap;
use std::path::Path;

/// A multiplicative generator: the same programs on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % n
    }
    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const INTS: [&str; 5] = ["u8", "i16", "i32", "u64", "usize"];

/// A statement, what it declares with which type, and the variables that it uses.
struct Statement {
    text: String,
    declares: Option<(String, String)>,
    uses: Vec<String>,
}

/// A random type that zero is a value of.
fn some_type(random: &mut Random, depth: usize) -> String {
    match random.below(if depth == 0 { 2 } else { 6 }) {
        0 | 1 => random.pick(&INTS).to_string(),
        2 => "f32".to_string(),
        3 => format!("({}, {})", some_type(random, depth - 1), some_type(random, depth - 1)),
        4 => format!("[{}; 3]", some_type(random, depth - 1)),
        _ => random.pick(&["P", "*mut P", "bool", "*u8"]).to_string(),
    }
}

/// The parts of `(A, B)`.
fn parts(ty: &str) -> Option<(&str, &str)> {
    let inner = ty.strip_prefix('(')?.strip_suffix(')')?;
    let mut depth = 0;
    let comma = inner.char_indices().find(|(_, c)| {
        depth += i32::from(matches!(c, '(' | '[')) - i32::from(matches!(c, ')' | ']'));
        *c == ',' && depth == 0
    })?;
    Some((&inner[..comma.0], inner[comma.0 + 2..].trim()))
}

/// A value that has to do with a variable of a type, and its type.
fn use_of(random: &mut Random, name: &str, ty: &str) -> (String, String) {
    let own = |text: String| (text, ty.to_string());
    if INTS.contains(&ty) {
        let choice = random.below(7);
        return match choice {
            0 => own(format!("{name}.max(1)")),
            1 => own(format!("{name}.wrapping_mul({name})")),
            2 => (format!("{name}.count_ones()"), "u32".to_string()),
            3 => own(format!("{name} << 1")),
            4 => (format!("{name} as i64"), "i64".to_string()),
            5 => own(format!("if {name}.min(2) == 3 {{ {name}.max(5) }} else {{ {name} }}")),
            _ => own(format!("!{name}")),
        };
    }
    if let Some((first, second)) = parts(ty) {
        return if random.below(2) == 0 {
            (format!("{name}.0"), first.to_string())
        } else {
            (format!("{name}.1"), second.to_string())
        };
    }
    if let Some(of) = ty.strip_prefix('[').and_then(|t| t.strip_suffix("; 3]")) {
        return match random.below(3) {
            0 => (format!("{name}[1]"), of.to_string()),
            1 => (format!("{name}[1..]"), format!("&[{of}]")),
            _ => (format!("{name}.len()"), "usize".to_string()),
        };
    }
    match ty {
        "f32" if random.below(2) == 0 => (format!("{name}.to_bits()"), "u32".to_string()),
        "f32" => own(format!("{name}.sqrt()")),
        "P" if random.below(2) == 0 => (format!("{name}.a"), "i32".to_string()),
        "P" => (format!("{name}.next"), "*mut P".to_string()),
        "*mut P" if random.below(2) == 0 => (format!("unsafe {{ {name}.a }}"), "i32".to_string()),
        "*mut P" => (format!("unsafe {{ (*{name}).next }}"), "*mut P".to_string()),
        "*u8" if random.below(2) == 0 => (format!("unsafe {{ {name}.read() }}"), "u8".to_string()),
        _ => own(format!("loop {{ break {name}; }}")),
    }
}

/// Variables whose types other statements decide, what is done with them, and what decides.
fn statements(random: &mut Random) -> Vec<Statement> {
    let mut all: Vec<Statement> = Vec::new();
    let mut known: Vec<(String, String)> = Vec::new();
    for i in 0..4 {
        let (name, ty) = (format!("v{i}"), some_type(random, 2));
        all.push(Statement {
            text: format!("let mut {name} = default();"),
            declares: Some((name.clone(), ty.clone())),
            uses: Vec::new(),
        });
        // A variable that is no number cannot be given one that is, and a number may become a wider one: it decides exactly.
        let decides = format!("decide_{i}(&mut {name});");
        all.push(Statement { text: decides, declares: None, uses: vec![name.clone()] });
        known.push((name, ty));
    }
    for i in 0..12 {
        let (of, ty) = known[random.below(known.len())].clone();
        let (text, result) = use_of(random, &of, &ty);
        let name = format!("w{i}");
        all.push(Statement {
            text: format!("let {name} = {text};"),
            declares: Some((name.clone(), result.clone())),
            uses: vec![of.clone()],
        });
        known.push((name, result));
        if INTS.contains(&ty.as_str()) && of.starts_with('v') {
            all.push(Statement { text: format!("{of} += 1;"), declares: None, uses: vec![of] });
        }
    }
    all
}

/// A random order in which everything is declared before it is used.
fn shuffled<'a>(random: &mut Random, all: &'a [Statement]) -> Vec<&'a Statement> {
    let (mut left, mut order): (Vec<&Statement>, Vec<&Statement>) = (all.iter().collect(), Vec::new());
    while !left.is_empty() {
        let declared = |name: &String| order.iter().any(|s| s.declares.as_ref().is_some_and(|d| d.0 == *name));
        let ready: Vec<usize> = (0..left.len()).filter(|i| left[*i].uses.iter().all(declared)).collect();
        let next = ready[random.below(ready.len())];
        order.push(left.remove(next));
    }
    order
}

/// The types of variables that `flow-build` has.
fn types(text: &str) -> BTreeMap<String, String> {
    let mut case = common::Case::new(Path::new("inference.vx"), text);
    let dump = case.run("flow-build").unwrap_or_else(|e| panic!("{e}\n{text}"));
    assert!(!case.cx.diags.has_errors(), "{}\n{text}", common::render(&case.cx));
    let line = |line: &str| {
        let (head, name) = line.trim().strip_suffix("\";")?.split_once(" \"")?;
        let (_, ty) = head.split_once(": ")?;
        Some((name.to_string(), ty.to_string()))
    };
    dump.lines().filter_map(line).collect()
}

#[test]
fn types_do_not_depend_on_order() {
    let mut random = Random(7);
    for _ in 0..100 {
        let all = statements(&mut random);
        let declared: BTreeMap<String, String> = all.iter().filter_map(|s| s.declares.clone()).collect();
        let deciders: String = (0..4)
            .map(|i| format!("fn decide_{i}(x: &mut {}) {{ black_box(x); }}\n", declared[&format!("v{i}")]))
            .collect();
        for _ in 0..3 {
            let order = shuffled(&mut random, &all);
            let body: String = order.iter().map(|s| format!("    {}\n", s.text)).collect();
            let text = format!("struct P {{ a: i32, next: *mut P }}\n{deciders}pub fn all() {{\n{body}}}\n");
            let found = types(&text);
            for (name, ty) in &declared {
                assert_eq!(found.get(name), Some(ty), "`{name}` in\n{text}");
            }
        }
    }
}
