//! Sets of small numbers that share what they have in common.
//!
//! A data-flow analysis keeps one set for each block, and each differs from its neighbours in a few members. A set is a tree
//! whose leaves are 512 bits; a copy is one pointer, and a change copies only the few nodes that lead to it. Operations on two
//! sets skip the parts they share, so they cost what the sets differ in.

use std::rc::Rc;

const FAN: usize = 8;
const LEAF: usize = 64 * FAN;

/// A set of numbers below a bound.
#[derive(Clone)]
pub struct BitSet {
    root: Tree,
    /// How many levels of branches are above the leaves.
    height: u32,
    /// What members are below.
    bound: usize,
}

/// `None` has no members.
type Tree = Option<Rc<Node>>;

#[derive(Clone)]
enum Node {
    Leaf([u64; FAN]),
    Branch([Tree; FAN]),
}

/// How many numbers a tree of a height is for.
fn extent(height: u32) -> usize {
    LEAF.saturating_mul(FAN.saturating_pow(height))
}

impl BitSet {
    /// The empty set.
    pub fn new(bound: usize) -> BitSet {
        let height = (0..).find(|height| extent(*height) >= bound).unwrap_or(0);
        BitSet { root: None, height, bound }
    }

    /// The set of all numbers below the bound. Costs the logarithm of it.
    pub fn full(bound: usize) -> BitSet {
        let empty = BitSet::new(bound);
        BitSet { root: full(empty.height, bound), ..empty }
    }

    pub fn bound(&self) -> usize {
        self.bound
    }

    pub fn contains(&self, member: usize) -> bool {
        let (mut tree, mut height) = (&self.root, self.height);
        loop {
            match tree.as_deref() {
                None => return false,
                Some(Node::Leaf(words)) => return words[member % LEAF / 64] >> (member % 64) & 1 != 0,
                Some(Node::Branch(parts)) => {
                    height -= 1;
                    tree = &parts[member / extent(height) % FAN];
                }
            }
        }
    }

    /// Adds a member; whether it is new.
    ///
    /// # Panics
    ///
    /// If it is not below the bound.
    pub fn insert(&mut self, member: usize) -> bool {
        assert!(member < self.bound, "{member} is not below {}", self.bound);
        let new = !self.contains(member);
        if new {
            set(&mut self.root, self.height, member);
        }
        new
    }

    /// Removes a member; whether there was one.
    pub fn remove(&mut self, member: usize) -> bool {
        let there = member < self.bound && self.contains(member);
        if there {
            unset(&mut self.root, self.height, member);
        }
        there
    }

    /// Adds the members of a set with the same bound; whether there were new ones.
    pub fn union(&mut self, other: &BitSet) -> bool {
        debug_assert_eq!(self.bound, other.bound);
        union(&mut self.root, &other.root)
    }

    /// Removes what is not in a set with the same bound; whether there was something.
    pub fn intersect(&mut self, other: &BitSet) -> bool {
        debug_assert_eq!(self.bound, other.bound);
        intersect(&mut self.root, &other.root)
    }

    pub fn is_empty(&self) -> bool {
        self.root.is_none()
    }

    /// Calls `f` with every member, in order.
    pub fn each(&self, mut f: impl FnMut(usize)) {
        each(&self.root, self.height, 0, &mut f);
    }

    /// Calls `f` with the address of every node, for measurements of what sets share.
    #[cfg(test)]
    pub(crate) fn nodes(&self, f: &mut impl FnMut(*const ()) -> bool) {
        fn visit(tree: &Tree, f: &mut impl FnMut(*const ()) -> bool) {
            let Some(node) = tree else { return };
            if f(Rc::as_ptr(node).cast())
                && let Node::Branch(parts) = &**node
            {
                parts.iter().for_each(|part| visit(part, f));
            }
        }
        visit(&self.root, f);
    }
}

impl PartialEq for BitSet {
    fn eq(&self, other: &BitSet) -> bool {
        self.bound == other.bound && equal(&self.root, &other.root)
    }
}
impl Eq for BitSet {}

impl std::fmt::Debug for BitSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut members = Vec::new();
        self.each(|member| members.push(member));
        f.debug_set().entries(members).finish()
    }
}

/// A tree of the first numbers.
fn full(height: u32, count: usize) -> Tree {
    if count == 0 {
        return None;
    }
    if height == 0 {
        let word = |at: usize| match count.saturating_sub(at * 64) {
            left if left >= 64 => u64::MAX,
            left => (1 << left) - 1,
        };
        return Some(Rc::new(Node::Leaf(std::array::from_fn(word))));
    }
    let part = extent(height - 1);
    let whole = Rc::new(of_all(height - 1));
    let parts = std::array::from_fn(|at| match count.saturating_sub(at * part) {
        left if left >= part => Some(whole.clone()),
        left => full(height - 1, left),
    });
    Some(Rc::new(Node::Branch(parts)))
}

/// A node with every number of its height.
fn of_all(height: u32) -> Node {
    if height == 0 {
        return Node::Leaf([u64::MAX; FAN]);
    }
    let part = Rc::new(of_all(height - 1));
    Node::Branch(std::array::from_fn(|_| Some(part.clone())))
}

fn set(tree: &mut Tree, height: u32, member: usize) {
    if height == 0 {
        let node = tree.get_or_insert_with(|| Rc::new(Node::Leaf([0; FAN])));
        if let Node::Leaf(words) = Rc::make_mut(node) {
            words[member % LEAF / 64] |= 1 << (member % 64);
        }
        return;
    }
    let node = tree.get_or_insert_with(|| Rc::new(Node::Branch(Default::default())));
    if let Node::Branch(parts) = Rc::make_mut(node) {
        set(&mut parts[member / extent(height - 1) % FAN], height - 1, member);
    }
}

/// Removes a member; a node without members goes.
fn unset(tree: &mut Tree, height: u32, member: usize) {
    let Some(node) = tree else { return };
    let empty = match Rc::make_mut(node) {
        Node::Leaf(words) => {
            words[member % LEAF / 64] &= !(1 << (member % 64));
            words.iter().all(|word| *word == 0)
        }
        Node::Branch(parts) => {
            unset(&mut parts[member / extent(height - 1) % FAN], height - 1, member);
            parts.iter().all(Option::is_none)
        }
    };
    if empty {
        *tree = None;
    }
}

/// Whether two trees are one and the same.
fn shared(a: &Tree, b: &Tree) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => Rc::ptr_eq(a, b),
        _ => false,
    }
}

fn equal(a: &Tree, b: &Tree) -> bool {
    shared(a, b)
        || match (a.as_deref(), b.as_deref()) {
            (Some(Node::Leaf(a)), Some(Node::Leaf(b))) => a == b,
            (Some(Node::Branch(a)), Some(Node::Branch(b))) => a.iter().zip(b).all(|(a, b)| equal(a, b)),
            _ => false,
        }
}

fn union(ours: &mut Tree, theirs: &Tree) -> bool {
    if shared(ours, theirs) || theirs.is_none() {
        return false;
    }
    let (Some(node), Some(other)) = (&mut *ours, theirs) else {
        ours.clone_from(theirs);
        return true;
    };
    // A node that has all members of the other stays as it is, shared with other sets.
    match (&**node, &**other) {
        (Node::Leaf(a), Node::Leaf(b)) => {
            let all: [u64; FAN] = std::array::from_fn(|at| a[at] | b[at]);
            let changed = all != *a;
            if changed {
                *node = if all == *b { other.clone() } else { Rc::new(Node::Leaf(all)) };
            }
            changed
        }
        (Node::Branch(a), Node::Branch(b)) => {
            let mut parts = a.clone();
            let mut changed = false;
            parts.iter_mut().zip(b).for_each(|(ours, theirs)| changed |= union(ours, theirs));
            if changed {
                let same = parts.iter().zip(b).all(|(a, b)| shared(a, b));
                *node = if same { other.clone() } else { Rc::new(Node::Branch(parts)) };
            }
            changed
        }
        // Sets with one bound have trees of one height.
        _ => false,
    }
}

fn intersect(ours: &mut Tree, theirs: &Tree) -> bool {
    if shared(ours, theirs) {
        return false;
    }
    let (Some(node), Some(other)) = (&mut *ours, theirs) else {
        return ours.take().is_some();
    };
    match (&**node, &**other) {
        (Node::Leaf(a), Node::Leaf(b)) => {
            let both: [u64; FAN] = std::array::from_fn(|at| a[at] & b[at]);
            let changed = both != *a;
            if both == [0; FAN] {
                *ours = None;
            } else if changed {
                *node = if both == *b { other.clone() } else { Rc::new(Node::Leaf(both)) };
            }
            changed
        }
        (Node::Branch(a), Node::Branch(b)) => {
            let mut parts = a.clone();
            let mut changed = false;
            parts.iter_mut().zip(b).for_each(|(ours, theirs)| changed |= intersect(ours, theirs));
            if parts.iter().all(Option::is_none) {
                *ours = None;
            } else if changed {
                let same = parts.iter().zip(b).all(|(a, b)| shared(a, b));
                *node = if same { other.clone() } else { Rc::new(Node::Branch(parts)) };
            }
            changed
        }
        // Sets with one bound have trees of one height.
        _ => false,
    }
}

fn each(tree: &Tree, height: u32, from: usize, f: &mut impl FnMut(usize)) {
    match tree.as_deref() {
        None => {}
        Some(Node::Leaf(words)) => {
            for (at, word) in words.iter().enumerate() {
                let mut left = *word;
                while left != 0 {
                    f(from + at * 64 + left.trailing_zeros() as usize);
                    left &= left - 1;
                }
            }
        }
        Some(Node::Branch(parts)) => {
            for (at, part) in parts.iter().enumerate() {
                each(part, height - 1, from + at * extent(height - 1), f);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn members(set: &BitSet) -> Vec<usize> {
        let mut out = Vec::new();
        set.each(|member| out.push(member));
        out
    }

    /// Random operations on some sets do what they do on `BTreeSet`s.
    #[test]
    fn does_what_sets_do() {
        for bound in [1, 64, 511, 512, 513, 4096, 5000, 40_000] {
            let mut seed = bound as u64;
            let mut random = |below: usize| {
                seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                (seed >> 33) as usize % below
            };
            let mut ours: Vec<BitSet> = (0..4).map(|_| BitSet::new(bound)).collect();
            let mut theirs: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); 4];
            for _ in 0..2000 {
                let (a, b) = (random(4), random(4));
                let member = if random(2) == 0 { random(bound) } else { random(bound.min(40)) };
                match random(9) {
                    0..4 => assert_eq!(ours[a].insert(member), theirs[a].insert(member)),
                    4 | 5 => assert_eq!(ours[a].remove(member), theirs[a].remove(&member)),
                    6 => {
                        let before = theirs[a].len();
                        let other = theirs[b].clone();
                        theirs[a].extend(other);
                        let other = ours[b].clone();
                        assert_eq!(ours[a].union(&other), theirs[a].len() != before);
                    }
                    7 => {
                        let before = theirs[a].len();
                        let other = theirs[b].clone();
                        theirs[a].retain(|member| other.contains(member));
                        let other = ours[b].clone();
                        assert_eq!(ours[a].intersect(&other), theirs[a].len() != before);
                    }
                    _ => {
                        ours[a] = ours[b].clone();
                        theirs[a] = theirs[b].clone();
                    }
                }
                assert_eq!(members(&ours[a]), Vec::from_iter(theirs[a].iter().copied()));
                assert_eq!(ours[a] == ours[b], theirs[a] == theirs[b]);
                assert_eq!(ours[a].contains(member), theirs[a].contains(&member));
                assert_eq!(ours[a].is_empty(), theirs[a].is_empty());
            }
        }
    }

    #[test]
    fn full_has_all() {
        for bound in [0, 1, 63, 64, 65, 512, 513, 4096, 4097, 100_000] {
            let set = BitSet::full(bound);
            assert_eq!(members(&set), Vec::from_iter(0..bound), "{bound}");
            let mut other = BitSet::new(bound);
            (0..bound).for_each(|member| {
                other.insert(member);
            });
            assert_eq!(set, other);
        }
        let mut nodes = 0;
        let mut seen = BTreeSet::new();
        BitSet::full(1 << 30).nodes(&mut |node| {
            nodes += 1;
            seen.insert(node)
        });
        assert!(seen.len() < 100, "{} nodes", seen.len());
    }
}
