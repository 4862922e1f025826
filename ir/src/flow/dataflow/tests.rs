use super::*;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Sets by place: what statements and ends of blocks add and take away. The end of a block has the index after its last statement.
#[derive(Default)]
struct Changes {
    bound: usize,
    add: BTreeMap<(usize, usize), Vec<usize>>,
    take: BTreeMap<(usize, usize), Vec<usize>>,
    start: BTreeSet<usize>,
    steps: Cell<usize>,
}

impl Changes {
    fn apply(&self, at: (usize, usize), set: &mut BitSet) {
        self.steps.set(self.steps.get() + 1);
        self.take.get(&at).into_iter().flatten().for_each(|member| {
            set.remove(*member);
        });
        self.add.get(&at).into_iter().flatten().for_each(|member| {
            set.insert(*member);
        });
    }

    fn apply_plain(&self, at: (usize, usize), set: &mut BTreeSet<usize>) {
        self.take.get(&at).into_iter().flatten().for_each(|member| {
            set.remove(member);
        });
        set.extend(self.add.get(&at).into_iter().flatten());
    }

    fn start(&self) -> BitSet {
        let mut set = BitSet::new(self.bound);
        self.start.iter().for_each(|member| {
            set.insert(*member);
        });
        set
    }
}

macro_rules! analysis {
    ($name:ident, $direction:ident) => {
        struct $name<'a>(&'a Changes, &'a Body);
        impl Analysis for $name<'_> {
            type State = (May, Must);
            const DIRECTION: Direction = Direction::$direction;
            fn start(&self) -> (May, Must) {
                (May(self.0.start()), Must(self.0.start()))
            }
            fn neutral(&self) -> (May, Must) {
                (May(BitSet::new(self.0.bound)), Must(BitSet::full(self.0.bound)))
            }
            fn stmt(&self, state: &mut (May, Must), at: Location, _: &Stmt) {
                self.0.apply((index(at.block), at.index), &mut state.0.0);
                self.0.apply((index(at.block), at.index), &mut state.1.0);
            }
            fn term(&self, state: &mut (May, Must), block: BlockId, _: &Terminator) {
                let at = (index(block), self.1.blocks[block].stmts.len());
                self.0.apply(at, &mut state.0.0);
                self.0.apply(at, &mut state.1.0);
            }
        }
    };
}
analysis!(Ahead, Forward);
analysis!(Back, Backward);

struct Random(u64);
impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % n
    }
}

fn block(n: usize) -> BlockId {
    Idx::from_raw((n as u32).into())
}

/// A body of empty statements, and what they are said to do.
fn random_body(random: &mut Random) -> (Body, Changes) {
    let mut body = Body::default();
    let count = 1 + random.below(9);
    let mut changes = Changes { bound: 6, ..Changes::default() };
    let nothing = body.constant(Ty::BOOL, ConstData::Int(0));
    for at in 0..count {
        let made = body.new_block();
        let stmts = random.below(3);
        body.blocks[made].stmts = vec![Stmt { kind: StmtKind::Nop, span: Span::NONE }; stmts];
        for index in 0..=stmts {
            let some = |random: &mut Random| (0..random.below(3)).map(|_| random.below(6)).collect();
            changes.add.insert((at, index), some(random));
            changes.take.insert((at, index), some(random));
        }
    }
    for at in 0..count {
        let mut to = || block(random.below(count));
        let (first, second, third) = (to(), to(), to());
        body.blocks[block(at)].term = match random.below(8) {
            0 => Terminator::Return,
            1 => Terminator::Unreachable,
            2 | 3 => Terminator::Goto(first),
            4 => Terminator::Switch {
                on: nothing,
                cases: body.cases.alloc([(0, first), (1, second), (2, first)]),
                default: third,
            },
            _ => Terminator::Branch { cond: nothing, then: first, els: second },
        };
    }
    changes.start = (0..6).filter(|_| random.below(2) == 0).collect();
    (body, changes)
}

type Sets = BTreeSet<usize>;

/// By block: what holds on some way and on every way, by going round until nothing changes.
fn plain(body: &Body, changes: &Changes, direction: Direction) -> Vec<Option<(Sets, Sets)>> {
    let count = body.blocks.len();
    let mut reached = vec![false; count];
    reached[0] = true;
    let next = |at: usize| {
        let mut out = Vec::new();
        visit::successors(body, &body.blocks[block(at)].term, &mut |to| out.push(index(to)));
        out
    };
    for _ in 0..count {
        for at in (0..count).filter(|at| reached[*at]).collect::<Vec<_>>() {
            next(at).into_iter().for_each(|to| reached[to] = true);
        }
    }
    let through = |at: usize, set: &Sets| {
        let mut set = set.clone();
        let end = body.blocks[block(at)].stmts.len();
        for step in 0..=end {
            changes.apply_plain((at, if direction == Direction::Forward { step } else { end - step }), &mut set);
        }
        set
    };
    let all: Sets = (0..changes.bound).collect();
    let mut some = vec![Sets::new(); count];
    let mut every = vec![all.clone(); count];
    loop {
        let before = (some.clone(), every.clone());
        for at in (0..count).filter(|at| reached[*at]) {
            let from: Vec<usize> = match direction {
                Direction::Forward => (0..count).filter(|from| reached[*from] && next(*from).contains(&at)).collect(),
                Direction::Backward => next(at),
            };
            let begins = match direction {
                Direction::Forward => at == 0,
                Direction::Backward => from.is_empty(),
            };
            let (mut any, mut must) =
                if begins { (changes.start.clone(), changes.start.clone()) } else { (Sets::new(), all.clone()) };
            for from in from {
                any.extend(through(from, &some[from]));
                let these = through(from, &every[from]);
                must.retain(|member| these.contains(member));
            }
            (some[at], every[at]) = (any, must);
        }
        if (&some, &every) == (&before.0, &before.1) {
            break;
        }
    }
    (0..count).map(|at| reached[at].then(|| (some[at].clone(), every[at].clone()))).collect()
}

fn set(of: &BitSet) -> Sets {
    let mut out = Sets::new();
    of.each(|member| {
        out.insert(member);
    });
    out
}

fn agrees<A: Analysis<State = (May, Must)>>(body: &Body, changes: &Changes, analysis: &A) {
    let wanted = plain(body, changes, A::DIRECTION);
    let found = solve(body, analysis);
    for (at, wanted) in wanted.iter().enumerate() {
        let state = found.blocks.get(block(at));
        assert_eq!(&state.map(|(may, must)| (set(&may.0), set(&must.0))), wanted, "block {at} {:?}", A::DIRECTION);
        let Some((mut some, _)) = wanted.clone() else { continue };
        // Inside of the block.
        let mut places = 0;
        found.visit(body, analysis, block(at), &mut |(may, _), point| {
            assert_eq!(set(&may.0), some);
            let place = match point {
                Point::Stmt(at, _) => (index(at.block), at.index),
                Point::Term(at, _) => (index(at), body.blocks[at].stmts.len()),
            };
            changes.apply_plain(place, &mut some);
            places += 1;
        });
        assert_eq!(places, body.blocks[block(at)].stmts.len() + 1);
    }
}

#[test]
fn agrees_with_going_round() {
    let mut random = Random(5);
    for _ in 0..3000 {
        let (body, changes) = random_body(&mut random);
        agrees(&body, &changes, &Ahead(&changes, &body));
        agrees(&body, &changes, &Back(&changes, &body));
    }
}

#[test]
fn each_block_comes_before_those_it_leads_to() {
    let mut body = Body::default();
    let cond = body.constant(Ty::BOOL, ConstData::Int(0));
    (0..5).for_each(|_| {
        body.new_block();
    });
    body.blocks[block(0)].term = Terminator::Branch { cond, then: block(3), els: block(1) };
    body.blocks[block(1)].term = Terminator::Goto(block(3));
    body.blocks[block(3)].term = Terminator::Branch { cond, then: block(3), els: block(2) };
    body.blocks[block(2)].term = Terminator::Return;
    let order = reverse_postorder(&body);
    // Block 4 is not reached.
    assert_eq!(order.iter().map(|b| index(*b)).collect::<Vec<_>>(), [0, 1, 3, 2]);
}

/// A row of blocks, each of which adds a member of its own; `back` leads from blocks to earlier ones.
fn row(count: usize, back: impl Fn(usize) -> Option<usize>) -> (Body, Changes) {
    let mut body = Body::default();
    let cond = body.constant(Ty::BOOL, ConstData::Int(0));
    (0..count).for_each(|_| {
        body.new_block();
    });
    for at in 0..count - 1 {
        body.blocks[block(at)].term = match back(at) {
            None => Terminator::Goto(block(at + 1)),
            Some(to) => Terminator::Branch { cond, then: block(at + 1), els: block(to) },
        };
    }
    body.blocks[block(count - 1)].term = Terminator::Return;
    let mut changes = Changes { bound: count, ..Changes::default() };
    (0..count).for_each(|at| {
        changes.add.insert((at, 0), vec![at]);
    });
    (body, changes)
}

/// Memory and steps grow with the function, not with blocks times variables.
#[test]
fn is_proportional() {
    let of = |count: usize, back: fn(usize) -> Option<usize>| {
        let (body, changes) = row(count, back);
        let forward = solve(&body, &Ahead(&changes, &body));
        let backward = solve(&body, &Back(&changes, &body));
        let mut nodes = HashSet::new();
        for (_, (may, must)) in forward.blocks.iter().chain(backward.blocks.iter()) {
            may.0.nodes(&mut |node| nodes.insert(node));
            must.0.nodes(&mut |node| nodes.insert(node));
        }
        assert_eq!(forward.blocks.iter().count(), count);
        (nodes.len(), changes.steps.get())
    };
    // A straight row; one where every tenth block begins a loop over the ten before it; one loop around all.
    let shapes: [fn(usize) -> Option<usize>; 3] =
        [|_| None, |at| (at % 10 == 9).then(|| at - 9), |at| (at == 49_998).then_some(0)];
    for (shape, back) in shapes.into_iter().enumerate() {
        let (nodes, steps) = of(50_000, back);
        assert!(nodes < 50_000 * 20, "shape {shape}: {nodes} nodes");
        assert!(steps < 50_000 * 16, "shape {shape}: {steps} steps");
    }
}
