//! Trees of random matches over small domains do what trying one arm after another does.

use super::*;
use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum T {
    /// 0 to 5.
    Six,
    /// 0, 1, 3 and 4 of 0 to 5; the others occur as well.
    Enum,
    /// The same, and no others occur.
    Char,
    /// `A`, `B(Enum)`, `C(Six, Deep)`
    Sum,
    /// `D(Six)`, `E`
    Deep,
    Pair,
}

struct Types;

impl Domains<T> for Types {
    fn domain(&self, ty: T) -> Domain {
        match ty {
            T::Six => Domain::Numbers { ranges: vec![(0, 5)], largest: 5, foreign: false },
            T::Enum => Domain::Numbers { ranges: vec![(4, 4), (0, 0), (1, 1), (3, 3)], largest: 5, foreign: true },
            T::Char => Domain::Numbers { ranges: vec![(0, 1), (3, 4)], largest: 5, foreign: false },
            T::Sum | T::Deep | T::Pair => Domain::Constructors(constructors(ty).len() as u32),
        }
    }
    fn fields(&self, ty: T, constructor: u32) -> u32 {
        constructors(ty)[constructor as usize].len() as u32
    }
    fn field(&self, ty: T, constructor: u32, field: u32) -> T {
        constructors(ty)[constructor as usize][field as usize]
    }
}

/// The types of each constructor's fields.
fn constructors(ty: T) -> Vec<Vec<T>> {
    match ty {
        T::Six | T::Enum | T::Char => vec![],
        T::Sum => vec![vec![], vec![T::Enum], vec![T::Six, T::Deep]],
        T::Deep => vec![vec![T::Six], vec![]],
        T::Pair => vec![vec![T::Deep, T::Deep]],
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Value {
    Number(u128),
    Made(u32, Vec<Value>),
}

/// Every value of a type, or every one that can occur.
fn values(ty: T, foreign_too: bool) -> Vec<Value> {
    match Types.domain(ty) {
        Domain::Numbers { ranges, largest, foreign } => (0..=largest)
            .filter(|n| foreign && foreign_too || ranges.iter().any(|(lo, hi)| lo <= n && n <= hi))
            .map(Value::Number)
            .collect(),
        Domain::Constructors(_) => {
            let mut out = Vec::new();
            for (constructor, fields) in constructors(ty).into_iter().enumerate() {
                let mut rows = vec![Vec::new()];
                for field in fields {
                    let parts = values(field, foreign_too);
                    let with =
                        |row: &Vec<Value>| parts.iter().map(|p| [&row[..], std::slice::from_ref(p)].concat()).collect();
                    rows = rows.iter().flat_map(|row| -> Vec<Vec<Value>> { with(row) }).collect();
                }
                out.extend(rows.into_iter().map(|row| Value::Made(constructor as u32, row)));
            }
            out
        }
    }
}

struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % n
    }

    fn pat(&mut self, ty: T, tags: &mut u32, depth: u32) -> Pat {
        if depth > 0 && self.below(5) == 0 {
            let count = 2 + self.below(2);
            let alternatives = (0..count).map(|_| self.alternative(ty, tags, depth - 1)).collect();
            return Pat::Or(alternatives);
        }
        if self.below(4) == 0 {
            return Pat::Any;
        }
        match Types.domain(ty) {
            Domain::Numbers { ranges, .. } if ty == T::Enum => {
                let (one, _) = ranges[self.below(ranges.len() as u64) as usize];
                Pat::Range(one, one)
            }
            Domain::Numbers { largest, .. } => {
                let (a, b) = (u128::from(self.below(6)), u128::from(self.below(6)));
                Pat::Range(a.min(b), if self.below(5) == 0 { largest } else { a.max(b) })
            }
            Domain::Constructors(all) => {
                let constructor = self.below(all.into()) as usize;
                let fields = constructors(ty).swap_remove(constructor);
                let parts = fields.into_iter().map(|ty| self.pat(ty, tags, depth));
                Pat::Constructor(constructor as u32, (0..).zip(parts).collect())
            }
        }
    }

    fn alternative(&mut self, ty: T, tags: &mut u32, depth: u32) -> Alternative {
        *tags += 1;
        Alternative { tag: *tags - 1, pat: self.pat(ty, tags, depth) }
    }

    fn arms(&mut self, ty: T, tags: &mut u32) -> Vec<Arm> {
        let count = self.below(6);
        (0..count)
            .map(|_| {
                let alternatives = 1 + self.below(3) / 2;
                let alternatives: Vec<Alternative> = (0..alternatives).map(|_| self.alternative(ty, tags, 2)).collect();
                let mut arm = Arm { alternatives, guard: self.below(3) == 0 };
                if self.below(2) == 0 {
                    arm.alternatives.iter_mut().for_each(|a| self.bind(&mut a.pat));
                }
                arm
            })
            .collect()
    }

    /// Names one of the values of a pattern, the same in a match without parts.
    fn bind(&mut self, pat: &mut Pat) {
        if let Pat::Constructor(_, parts) = pat
            && !parts.is_empty()
            && self.below(2) == 0
        {
            let at = self.below(parts.len() as u64) as usize;
            if !matches!(parts[at].1, Pat::Or(_)) {
                return self.bind(&mut parts[at].1);
            }
        }
        let inner = std::mem::replace(pat, Pat::Any);
        *pat = Pat::Bind(Name { local: LocalId::from_raw(7.into()), by: None }, Box::new(inner));
    }
}

/// A way in which a value matches a pattern: the alternatives it chose, and what is named where.
type Way = (Vec<u32>, Names);

/// Names, and the ways to what they are given to.
type Names = Vec<(Name, Vec<u32>)>;

/// The ways in which a value matches a pattern, in order.
fn ways(pat: &Pat, value: &Value, path: &mut Vec<u32>) -> Vec<Way> {
    match (pat, value) {
        (Pat::Any, _) => vec![Way::default()],
        (Pat::Range(lo, hi), Value::Number(n)) if (lo..=hi).contains(&n) => vec![Way::default()],
        (Pat::Constructor(c, parts), Value::Made(made, values)) if c == made => {
            let mut all = vec![Way::default()];
            for (index, part) in parts {
                path.extend([*c, *index]);
                let found = ways(part, &values[*index as usize], path);
                path.truncate(path.len() - 2);
                let mut next = Vec::new();
                for (tags, names) in &all {
                    for (more, named) in &found {
                        next.push(([&tags[..], more].concat(), [&names[..], named].concat()));
                    }
                }
                all = next;
            }
            all
        }
        (Pat::Or(alternatives), _) => alternatives.iter().flat_map(|a| chosen(a, value, path)).collect(),
        (Pat::Bind(name, inner), _) => {
            let mut found = ways(inner, value, path);
            found.iter_mut().for_each(|(_, names)| names.push((*name, path.clone())));
            found
        }
        _ => Vec::new(),
    }
}

fn chosen(alternative: &Alternative, value: &Value, path: &mut Vec<u32>) -> Vec<Way> {
    let mut found = ways(&alternative.pat, value, path);
    found.iter_mut().for_each(|(tags, _)| tags.push(alternative.tag));
    found
}

/// Whether a guard holds: anything that depends on arm, value and names.
fn holds(arm: u32, names: &[(Name, Vec<u32>)], value: &Value, round: u64) -> bool {
    use std::hash::{BuildHasher, BuildHasherDefault};
    let text = format!("{arm} {names:?} {value:?} {round}");
    !BuildHasherDefault::<rustc_hash::FxHasher>::default().hash_one(text).is_multiple_of(3)
}

/// The arm that takes a value, with what it names; and the alternatives that are the first to match.
fn first(arms: &[Arm], value: &Value, round: u64, reached: &mut BTreeSet<u32>) -> Option<(u32, Names)> {
    let mut taken = None;
    for (index, arm) in arms.iter().enumerate() {
        let mut tried = Vec::new();
        for (tags, mut names) in arm.alternatives.iter().flat_map(|a| chosen(a, value, &mut Vec::new())) {
            names.sort_by(|(a, x), (b, y)| (a.local, x).cmp(&(b.local, y)));
            if tried.contains(&names) {
                continue;
            }
            reached.extend(tags);
            if taken.is_none() && (!arm.guard || holds(index as u32, &names, value, round)) {
                taken = Some((index as u32, names.clone()));
            }
            tried.push(names);
            if !arm.guard {
                // Other guards might fail, so that what is behind them is reached.
                return taken;
            }
        }
    }
    taken
}

fn path(tree: &Tree, on: Occurrence) -> Vec<u32> {
    match tree.positions[on] {
        Position::Root => Vec::new(),
        Position::Field { of, constructor, field } => {
            let mut found = path(tree, of);
            found.extend([constructor, field]);
            found
        }
    }
}

fn number(tree: &Tree, on: Occurrence, value: &Value) -> u128 {
    let mut at = value;
    for step in path(tree, on).chunks(2) {
        let Value::Made(made, parts) = at else { panic!("a number has no parts") };
        assert_eq!(*made, step[0], "a part of another constructor is looked at");
        at = &parts[step[1] as usize];
    }
    match at {
        Value::Number(n) => *n,
        Value::Made(made, _) => u128::from(*made),
    }
}

/// What a tree does with a value.
fn walk(tree: &Tree, value: &Value, round: u64) -> Option<(u32, Names)> {
    let mut at = tree.root;
    loop {
        match &tree.nodes[at] {
            Node::Fail => return None,
            Node::Never => panic!("{value:?} comes where nothing does"),
            Node::Arm { arm, bindings, otherwise } => {
                let mut names: Vec<_> = bindings.iter().map(|(local, on)| (*local, path(tree, *on))).collect();
                names.sort_by(|(a, x), (b, y)| (a.local, x).cmp(&(b.local, y)));
                match otherwise {
                    Some(next) if !holds(*arm, &names, value, round) => at = *next,
                    _ => return Some((*arm, names)),
                }
            }
            Node::Dispatch { on, pieces } => {
                assert!(pieces.len() > 1 && pieces[0].from == 0 && pieces.is_sorted_by_key(|p| p.from));
                assert!(pieces.windows(2).all(|two| two[0].to != two[1].to));
                let number = number(tree, *on, value);
                at = pieces[pieces.partition_point(|p| p.from <= number) - 1].to;
            }
        }
    }
}

fn is_witness(witness: &Witness, value: &Value) -> bool {
    match (witness, value) {
        (Witness::Any, _) => true,
        (Witness::Range(lo, hi), Value::Number(n)) => (lo..=hi).contains(&n),
        (Witness::Constructor(c, parts), Value::Made(made, values)) => {
            c == made && parts.iter().zip(values).all(|(part, value)| is_witness(part, value))
        }
        _ => false,
    }
}

fn check(ty: T, arms: &[Arm], tags: u32, tree: &Tree) {
    let mut reached = BTreeSet::new();
    for value in values(ty, true) {
        for round in 0..3 {
            assert_eq!(
                walk(tree, &value, round),
                first(arms, &value, round, &mut BTreeSet::new()),
                "{value:?} of {arms:#?}\n{tree:#?}"
            );
        }
    }
    for value in values(ty, false) {
        first(arms, &value, 0, &mut reached);
    }
    let found: BTreeSet<u32> = (0..tags).filter(|tag| tree.coverage.reached[*tag as usize]).collect();
    assert_eq!(found, reached, "{arms:#?}");
    let unguarded: Vec<Arm> = arms.iter().filter(|arm| !arm.guard).cloned().collect();
    for value in values(ty, false) {
        let left = first(&unguarded, &value, 0, &mut BTreeSet::new()).is_none();
        let named = tree.coverage.missing.iter().any(|w| is_witness(w, &value));
        assert_eq!(left, named, "{value:?} of {arms:#?}: {:?}", tree.coverage.missing);
    }
    // Each arm stands once, with what it names.
    let mut seen = Vec::new();
    for (_, node) in tree.nodes.iter() {
        if let Node::Arm { arm, bindings, .. } = node {
            let several = arms[*arm as usize].alternatives.len() > 1;
            assert!(several && arms[*arm as usize].guard || !seen.contains(&(*arm, bindings)), "{arms:#?}\n{tree:#?}");
            seen.push((*arm, bindings));
        }
    }
}

/// Patterns without parts, in both ways that trees are made.
#[test]
fn numbers() {
    let mut random = Random(11);
    for round in 0..3000 {
        let ty = [T::Six, T::Enum, T::Char][round % 3];
        let mut tags = 0;
        let mut arms = random.arms(ty, &mut tags);
        for arm in &mut arms {
            // What is named is the same in every alternative.
            let named = arm.alternatives.iter().any(|a| matches!(a.pat, Pat::Bind(..)));
            for alternative in arm.alternatives.iter_mut().filter(|a| named && !matches!(a.pat, Pat::Bind(..))) {
                random.bind(&mut alternative.pat);
            }
        }
        let tree = build(&Types, ty, &arms, tags as usize, usize::MAX).expect("no parts");
        check(ty, &arms, tags, &tree);
        assert_eq!(cover(&Types, ty, &arms, tags as usize, usize::MAX), Ok(tree.coverage));
        let tree = matrix::build(&Types, ty, &arms, tags as usize, usize::MAX).expect("small");
        check(ty, &arms, tags, &tree);
    }
}

#[test]
fn parts() {
    let mut random = Random(12);
    for round in 0..3000 {
        let ty = [T::Sum, T::Deep, T::Pair][round % 3];
        let mut tags = 0;
        let arms = random.arms(ty, &mut tags);
        let tree = build(&Types, ty, &arms, tags as usize, usize::MAX).expect("small");
        check(ty, &arms, tags, &tree);
    }
}

/// An arm that takes a range, with a guard or not.
fn arm(index: usize, lo: u128, hi: u128, guard: bool) -> Arm {
    Arm { alternatives: vec![Alternative { tag: index as u32, pat: Pat::Range(lo, hi) }], guard }
}

fn size(tree: &Tree) -> usize {
    tree.nodes.iter().map(|(_, node)| if let Node::Dispatch { pieces, .. } = node { pieces.len() } else { 1 }).sum()
}

struct Word;
impl Domains<()> for Word {
    fn domain(&self, (): ()) -> Domain {
        Domain::Numbers { ranges: vec![(0, u128::MAX)], largest: u128::MAX, foreign: false }
    }
    fn fields(&self, (): (), _: u32) -> u32 {
        0
    }
    fn field(&self, (): (), _: u32, _: u32) {}
}

/// Trees of patterns without parts grow as their matches do, whatever the guards.
#[test]
fn size_is_linear() {
    type Shape = fn(usize, usize) -> Arm;
    let shapes: [(&str, Shape); 6] = [
        ("values", |i, _| arm(i, i as u128 * 3, i as u128 * 3, false)),
        ("values with guards", |i, _| arm(i, i as u128 * 3, i as u128 * 3, true)),
        ("everything with a guard between values", |i, _| match i % 2 {
            0 => arm(i, i as u128, i as u128, false),
            _ => arm(i, 0, u128::MAX, true),
        }),
        ("values, then everything with guards", |i, n| match i < n / 2 {
            true => arm(i, i as u128 * 2, i as u128 * 2, true),
            false => arm(i, 0, u128::MAX, true),
        }),
        ("ranges in ranges", |i, n| arm(i, i as u128, (4 * n - i) as u128, true)),
        ("ranges around ranges", |i, n| arm(i, (4 * n - i) as u128, (4 * n + i) as u128, true)),
    ];
    for (name, shape) in shapes {
        let of = |n: usize| {
            let mut arms: Vec<Arm> = (0..n).map(|i| shape(i, n)).collect();
            arms.push(arm(n, 0, u128::MAX, false));
            size(&build(&Word, (), &arms, n + 1, 1).expect("no parts"))
        };
        let (small, large) = (of(500), of(2000));
        assert!(large < 2000 * 6 && large < small * 5, "{name}: {small}, {large}");
    }
}

/// Numbers up to `.0`, and tuples of them.
struct Numbers(u128);

impl Domains<u32> for Numbers {
    fn domain(&self, ty: u32) -> Domain {
        match ty {
            0 => Domain::Numbers { ranges: vec![(0, self.0)], largest: self.0, foreign: false },
            _ => Domain::Constructors(1),
        }
    }
    fn fields(&self, ty: u32, _: u32) -> u32 {
        ty
    }
    fn field(&self, _: u32, _: u32, _: u32) -> u32 {
        0
    }
}

/// What is the same on many ways is one node.
#[test]
fn rests_are_shared() {
    let count = 60;
    // Each arm asks for one flag: all ways on which it is off come together.
    let arms: Vec<Arm> = (0..=count)
        .map(|i| {
            let parts = if i < count { vec![(i as u32, Pat::Range(1, 1))] } else { Vec::new() };
            Arm {
                alternatives: vec![Alternative { tag: i as u32, pat: Pat::Constructor(0, parts) }],
                guard: i % 3 == 0,
            }
        })
        .collect();
    let tree = build(&Numbers(1), count as u32, &arms, count + 1, 1).expect("shared");
    assert!(tree.nodes.len() < 40 * count, "{}", tree.nodes.len());
}

/// A match whose every tree is exponential is refused.
#[test]
fn growth_has_a_limit() {
    let mut random = Random(3);
    let arms: Vec<Arm> = (0..200)
        .map(|i| {
            let mut parts = std::collections::BTreeMap::new();
            for _ in 0..8 {
                let lo = u128::from(random.below(60));
                parts.insert(random.below(40) as u32, Pat::Range(lo, lo + u128::from(random.below(40))));
            }
            let parts = parts.into_iter().collect();
            Arm { alternatives: vec![Alternative { tag: i, pat: Pat::Constructor(0, parts) }], guard: false }
        })
        .collect();
    assert_eq!(build(&Numbers(99), 40, &arms, 200, 1).map(|tree| tree.nodes.len()), Err(TooIntricate));
}
