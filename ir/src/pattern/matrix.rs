//! Patterns with parts: a matrix of tests, which is specialised for each answer to one of them.
//!
//! A row is an arm with the tests that are still to be made. The tree asks for what the first row asks for and most others do too. Each answer
//! leaves the rows that it suits, without that test and with those of the fields that it brings; an answer that leaves the same rows
//! as another is the same node. A row without tests ends the list: its arm is taken.
//!
//! Where a guard fails, everything starts anew with the rows behind it and what its row is known to have matched. The rows without guards before it
//! stay among them, since what they take does not come there; they then lead to [`Node::Never`].

use super::*;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Names, and what they are given to.
type Bindings = Vec<(Name, Occurrence)>;

/// One test: what is at a place must match.
type Test<'a> = (Occurrence, &'a Pat);

#[derive(Clone)]
struct Row<'a> {
    arm: u32,
    tests: Vec<Test<'a>>,
    bindings: Bindings,
    /// Its place in the list that this one was made of.
    parent: u32,
    /// The alternatives that it has chosen since.
    tags: Vec<u32>,
}

/// Where a list of rows leads, and which of them take some value.
type Made = (NodeId, Rc<[u32]>);

/// Arms that are tried where a guard has failed: those from `first` on. Those of it with these bindings have been tried, too.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Resume {
    first: u32,
    tried: Vec<Bindings>,
}

/// What makes two lists of rows equal.
type Key = (bool, Resume, Vec<(u32, Vec<(Occurrence, *const Pat)>, Bindings)>);

/// How many rows and tests in them are looked at, all lists taken together.
const WORK: usize = LIMIT * 32;

pub(super) fn build<T: Copy, D: Domains<T>>(
    domains: &D,
    ty: T,
    arms: &[Arm],
    tags: usize,
    missing: usize,
) -> Result<Tree, TooIntricate> {
    let mut matrix = Matrix::new(domains, ty, arms, tags);
    let start = Resume { first: 0, tried: Vec::new() };
    let rows = matrix.rows(0..arms.len());
    let root = matrix.top(&rows, &start)?;
    matrix.guards()?;
    // What no arm takes is what those without guards leave.
    let unguarded: Vec<usize> = (0..arms.len()).filter(|&arm| !arms[arm].guard).collect();
    let missing = if unguarded.len() == arms.len() {
        matrix.missing(root, missing)
    } else {
        let mut other = Matrix::new(domains, ty, arms, tags);
        let rows = other.rows(unguarded.into_iter());
        let root = other.top(&rows, &start)?;
        other.missing(root, missing)
    };
    let Matrix { nodes, positions, reached, unknown, .. } = matrix;
    Ok(Tree { nodes, positions, root, coverage: Coverage { reached, missing, unknown } })
}

struct Matrix<'a, T, D> {
    domains: &'a D,
    arms: &'a [Arm],
    nodes: Arena<Node>,
    fail: NodeId,
    never: NodeId,
    positions: Arena<Position>,
    root: Occurrence,
    /// By occurrence.
    types: Vec<T>,
    fields: FxHashMap<Position, Occurrence>,
    known: FxHashMap<Key, Made>,
    /// Nodes of arms.
    leaves: FxHashMap<(u32, Bindings, Resume), NodeId>,
    /// Arms with guards, whose `otherwise` is to be made.
    pending: Vec<(NodeId, u32, Resume)>,
    reached: Vec<bool>,
    unknown: bool,
    work: usize,
    /// Whether what is made is for foreign numbers alone, for which nothing needs to be there.
    quiet: bool,
}

impl<'a, T: Copy, D: Domains<T>> Matrix<'a, T, D> {
    fn new(domains: &'a D, ty: T, arms: &'a [Arm], tags: usize) -> Self {
        let mut nodes = Arena::new();
        let (fail, never) = (nodes.alloc(Node::Fail), nodes.alloc(Node::Never));
        let mut positions = Arena::new();
        let root = positions.alloc(Position::Root);
        Matrix {
            domains,
            arms,
            nodes,
            fail,
            never,
            positions,
            root,
            types: vec![ty],
            fields: FxHashMap::default(),
            known: FxHashMap::default(),
            leaves: FxHashMap::default(),
            pending: Vec::new(),
            reached: vec![false; tags],
            unknown: false,
            work: 0,
            quiet: false,
        }
    }

    fn rows(&mut self, arms: impl Iterator<Item = usize>) -> Vec<Row<'a>> {
        let mut out = Vec::new();
        for arm in arms {
            for Alternative { tag, pat } in &self.arms[arm].alternatives {
                let row = Row { arm: arm as u32, tests: Vec::new(), bindings: Vec::new(), parent: 0, tags: vec![*tag] };
                out.extend(self.with(row, self.root, pat));
            }
        }
        out
    }

    /// A row with one more test; none if what it asks is not known.
    fn with(&mut self, mut row: Row<'a>, on: Occurrence, mut pat: &'a Pat) -> Option<Row<'a>> {
        while let Pat::Bind(name, inner) = pat {
            row.bindings.push((*name, on));
            pat = inner;
        }
        match pat {
            Pat::Any => {}
            Pat::Unknown => {
                self.unknown = true;
                row.tags.iter().for_each(|tag| self.reached[*tag as usize] = true);
                return None;
            }
            _ => row.tests.push((on, pat)),
        }
        Some(row)
    }

    fn field(&mut self, of: Occurrence, constructor: u32, field: u32) -> Occurrence {
        let position = Position::Field { of, constructor, field };
        *self.fields.entry(position).or_insert_with(|| {
            self.types.push(self.domains.field(self.types[index(of)], constructor, field));
            self.positions.alloc(position)
        })
    }

    fn alloc(&mut self, node: Node) -> Result<NodeId, TooIntricate> {
        if self.nodes.len() >= LIMIT { Err(TooIntricate) } else { Ok(self.nodes.alloc(node)) }
    }

    /// Where all rows lead to.
    fn top(&mut self, rows: &[Row<'a>], resume: &Resume) -> Result<NodeId, TooIntricate> {
        let (node, reached) = self.node(rows, resume)?;
        self.mark(rows, &reached);
        Ok(node)
    }

    /// Notes the alternatives of rows that take some value.
    fn mark(&mut self, rows: &[Row<'a>], reached: &[u32]) {
        for tag in reached.iter().flat_map(|&row| &rows[row as usize].tags) {
            self.reached[*tag as usize] = true;
        }
    }

    /// Where rows lead to. As deep as the match has tests on one way.
    fn node(&mut self, rows: &[Row<'a>], resume: &Resume) -> Result<Made, TooIntricate> {
        crate::stack::deep(|| self.node_here(rows, resume))
    }

    fn node_here(&mut self, rows: &[Row<'a>], resume: &Resume) -> Result<Made, TooIntricate> {
        let tried =
            |row: &&Row<'a>| row.arm == resume.first && row.tests.is_empty() && resume.tried.contains(&row.bindings);
        let skipped = rows.iter().take_while(tried).count();
        let Some(first) = rows.get(skipped) else { return Ok((self.fail, Rc::default())) };
        if first.tests.is_empty() {
            return Ok((self.leaf(first, resume)?, Rc::new([skipped as u32])));
        }
        let key = |row: &Row<'a>| {
            let tests = row.tests.iter().map(|(on, pat)| (*on, std::ptr::from_ref(*pat))).collect();
            (row.arm, tests, row.bindings.clone())
        };
        let key = (self.quiet, resume.clone(), rows.iter().map(key).collect());
        if let Some(known) = self.known.get(&key) {
            return Ok(known.clone());
        }
        let made = self.dispatch(choose(&rows[skipped..]), rows, resume)?;
        self.known.insert(key, made.clone());
        Ok(made)
    }

    fn leaf(&mut self, row: &Row<'a>, resume: &Resume) -> Result<NodeId, TooIntricate> {
        let guard = self.arms[row.arm as usize].guard;
        if row.arm < resume.first {
            return Ok(self.never);
        }
        // What comes after a guard depends on what has been tried of the arm.
        let tried = if row.arm == resume.first { resume.tried.clone() } else { Vec::new() };
        let tried = Resume { first: row.arm, tried };
        let key = (row.arm, row.bindings.clone(), tried.clone());
        if let Some(known) = self.leaves.get(&key) {
            return Ok(*known);
        }
        let node = self.alloc(Node::Arm {
            arm: row.arm,
            bindings: row.bindings.clone(),
            otherwise: guard.then_some(self.fail),
        })?;
        self.leaves.insert(key, node);
        if guard {
            let mut resume = tried;
            resume.tried.push(row.bindings.clone());
            self.pending.push((node, row.arm, resume));
        }
        Ok(node)
    }

    /// Makes what comes after guards.
    fn guards(&mut self) -> Result<(), TooIntricate> {
        while let Some((node, arm, resume)) = self.pending.pop() {
            let arm = arm as usize;
            let first = if parts_bind(&self.arms[arm]) { arm } else { arm + 1 };
            let arms = self.arms;
            let mut rows = self.rows((0..arm).filter(|&a| !arms[a].guard).chain(first..arms.len()));
            if let [Alternative { pat, .. }] = &arms[arm].alternatives[..] {
                rows = self.assume(rows, self.root, pat)?;
            }
            let then = self.top(&rows, &resume)?;
            if let Node::Arm { otherwise, .. } = &mut self.nodes[node] {
                *otherwise = Some(then);
            }
        }
        Ok(())
    }

    /// Rows where a value is known to match a pattern.
    fn assume(
        &mut self,
        mut rows: Vec<Row<'a>>,
        on: Occurrence,
        mut pat: &'a Pat,
    ) -> Result<Vec<Row<'a>>, TooIntricate> {
        while let Pat::Bind(_, inner) = pat {
            pat = inner;
        }
        match pat {
            Pat::Range(lo, hi) if lo == hi => self.answer(&rows, on, *lo),
            Pat::Constructor(constructor, parts) => {
                rows = self.answer(&rows, on, u128::from(*constructor))?;
                for (index, part) in parts {
                    let field = self.field(on, *constructor, *index);
                    rows = self.assume(rows, field, part)?;
                }
                Ok(rows)
            }
            // Nothing certain is known of the rest.
            Pat::Range(..) | Pat::Any | Pat::Or(_) | Pat::Unknown | Pat::Bind(..) => Ok(rows),
        }
    }

    fn dispatch(&mut self, on: Occurrence, rows: &[Row<'a>], resume: &Resume) -> Result<Made, TooIntricate> {
        let domain = self.domains.domain(self.types[index(on)]);
        let (mut ranges, largest, foreign) = match domain {
            Domain::Numbers { ranges, largest, foreign } => (ranges, largest, foreign),
            Domain::Constructors(all) => {
                let all = u128::from(all);
                ((0..all).map(|c| (c, c)).collect(), all.saturating_sub(1), false)
            }
        };
        ranges.sort_unstable();
        let mut starts = vec![0];
        for &(lo, hi) in &ranges {
            starts.push(lo);
            starts.extend(hi.checked_add(1));
        }
        for row in rows {
            row.tests.iter().filter(|(at, _)| *at == on).for_each(|(_, pat)| bounds(pat, &mut starts));
        }
        starts.retain(|start| *start <= largest);
        starts.sort_unstable();
        starts.dedup();
        let mut pieces = Vec::with_capacity(starts.len());
        let classes = self.classes(rows, on, &starts)?;
        let mut reached = vec![false; rows.len()];
        for (&from, class) in starts.iter().zip(&classes) {
            let at = ranges.partition_point(|r| r.1 < from);
            let inside = ranges.get(at).is_some_and(|r| r.0 <= from);
            let to = if inside || foreign {
                let outer = self.quiet;
                self.quiet |= !inside;
                let made = self.node(class, resume);
                self.quiet = outer;
                let (to, taken) = made?;
                if inside && !outer {
                    self.mark(class, &taken);
                    taken.iter().for_each(|&row| reached[class[row as usize].parent as usize] = true);
                }
                to
            } else {
                self.never
            };
            pieces.push(Piece { from, to });
        }
        let pieces = simplify(&self.nodes, pieces);
        let node = match pieces[..] {
            [] => self.never,
            [one] => one.to,
            _ => self.alloc(Node::Dispatch { on, pieces })?,
        };
        let reached = reached.iter().enumerate().filter(|(_, taken)| **taken).map(|(row, _)| row as u32).collect();
        Ok((node, reached))
    }

    /// The rows that are left for the numbers from each start on.
    fn classes(
        &mut self,
        rows: &[Row<'a>],
        on: Occurrence,
        starts: &[u128],
    ) -> Result<Vec<Vec<Row<'a>>>, TooIntricate> {
        let mut classes: Vec<Vec<Row<'a>>> = vec![Vec::new(); starts.len()];
        for (index, row) in rows.iter().enumerate() {
            let (first, last) = match row.tests.iter().find(|(at, _)| *at == on).map(|(_, pat)| *pat) {
                Some(Pat::Range(lo, hi)) => (*lo, *hi),
                Some(Pat::Constructor(c, _)) => (u128::from(*c), u128::from(*c)),
                _ => (0, u128::MAX),
            };
            let classes = classes.iter_mut().zip(starts);
            let from = starts.partition_point(|start| *start < first);
            for (class, start) in classes.skip(from).take_while(|(_, start)| **start <= last) {
                // What is behind a row that takes all is not reached.
                if class.last().is_some_and(|row| row.tests.is_empty() && !self.arms[row.arm as usize].guard) {
                    continue;
                }
                let before = class.len();
                self.take(Row { parent: index as u32, tags: Vec::new(), ..row.clone() }, on, *start, class);
                self.work += class[before..].iter().map(|row| 1 + row.tests.len()).sum::<usize>();
                if self.work > WORK {
                    return Err(TooIntricate);
                }
            }
        }
        Ok(classes)
    }

    /// The rows that are left for one number.
    fn answer(&mut self, rows: &[Row<'a>], on: Occurrence, number: u128) -> Result<Vec<Row<'a>>, TooIntricate> {
        let mut out = Vec::new();
        rows.iter().for_each(|row| self.take(row.clone(), on, number, &mut out));
        self.work += out.iter().map(|row| 1 + row.tests.len()).sum::<usize>();
        if self.work > WORK { Err(TooIntricate) } else { Ok(out) }
    }

    /// Adds what is left of a row for a number: a row for each of its alternatives that suit it.
    fn take(&mut self, mut row: Row<'a>, on: Occurrence, number: u128, out: &mut Vec<Row<'a>>) {
        match row.tests.iter().position(|(at, _)| *at == on) {
            None => out.push(row),
            Some(at) => {
                let (_, pat) = row.tests.remove(at);
                self.matching(row, on, pat, number, out);
            }
        }
    }

    fn matching(&mut self, mut row: Row<'a>, on: Occurrence, pat: &'a Pat, number: u128, out: &mut Vec<Row<'a>>) {
        match pat {
            Pat::Range(lo, hi) if (lo..=hi).contains(&&number) => out.push(row),
            Pat::Constructor(constructor, parts) if u128::from(*constructor) == number => {
                for (index, part) in parts {
                    let field = self.field(on, *constructor, *index);
                    let Some(next) = self.with(row, field, part) else { return };
                    row = next;
                }
                out.push(row);
            }
            Pat::Range(..) | Pat::Constructor(..) => {}
            Pat::Or(alternatives) => {
                for Alternative { tag, pat } in alternatives {
                    let mut row = row.clone();
                    row.tags.push(*tag);
                    self.matching(row, on, pat, number, out);
                }
            }
            Pat::Bind(name, inner) => {
                row.bindings.push((*name, on));
                self.matching(row, on, inner, number, out);
            }
            Pat::Any => out.push(row),
            Pat::Unknown => {
                self.unknown = true;
                row.tags.iter().for_each(|tag| self.reached[*tag as usize] = true);
            }
        }
    }

    /// Some of the values that lead to nothing.
    fn missing(&self, root: NodeId, limit: usize) -> Vec<Witness> {
        let mut search = Search { matrix: self, limit, without: vec![false; self.nodes.len()], found: Vec::new() };
        search.run(root, &mut Vec::new());
        search.found
    }

    fn witness(&self, on: Occurrence, answers: &[(Occurrence, u128, u128)]) -> Witness {
        let answer = answers.iter().find(|(at, ..)| *at == on);
        let ty = self.types[index(on)];
        match (self.domains.domain(ty), answer) {
            (Domain::Numbers { .. }, Some((_, lo, hi))) => Witness::Range(*lo, *hi),
            (Domain::Constructors(_), Some((_, constructor, _))) => {
                let constructor = *constructor as u32;
                let count = self.domains.fields(ty, constructor);
                Witness::Constructor(constructor, self.parts(on, constructor, count, answers))
            }
            // The only constructor needs no test.
            (Domain::Constructors(1), None) => {
                let parts = self.parts(on, 0, self.domains.fields(ty, 0), answers);
                if parts.iter().all(|part| *part == Witness::Any) {
                    Witness::Any
                } else {
                    Witness::Constructor(0, parts)
                }
            }
            (_, None) => Witness::Any,
        }
    }

    fn parts(
        &self,
        of: Occurrence,
        constructor: u32,
        count: u32,
        answers: &[(Occurrence, u128, u128)],
    ) -> Vec<Witness> {
        let part = |field| {
            let known = self.fields.get(&Position::Field { of, constructor, field });
            known.map_or(Witness::Any, |on| self.witness(*on, answers))
        };
        (0..count).map(part).collect()
    }
}

fn index(id: Occurrence) -> usize {
    id.into_raw().into_u32() as usize
}

/// What the first row asks for and most rows do.
fn choose(rows: &[Row<'_>]) -> Occurrence {
    let first = rows[0].tests[0].0;
    if rows[0].tests.len() == 1 {
        return first;
    }
    let mut counts: FxHashMap<Occurrence, usize> = rows[0].tests.iter().map(|(on, _)| (*on, 0)).collect();
    for (on, _) in rows.iter().flat_map(|row| &row.tests) {
        if let Some(count) = counts.get_mut(on) {
            *count += 1;
        }
    }
    let mut best = (0, first);
    for (on, _) in &rows[0].tests {
        let count = counts[on];
        if count > best.0 {
            best = (count, *on);
        }
    }
    best.1
}

/// Whether alternatives of an arm may bind names at different places.
fn parts_bind(arm: &Arm) -> bool {
    fn binds(pat: &Pat) -> bool {
        match pat {
            Pat::Bind(..) => true,
            Pat::Or(alternatives) => alternatives.iter().any(|a| binds(&a.pat)),
            Pat::Constructor(_, parts) => parts.iter().any(|(_, part)| binds(part)),
            Pat::Any | Pat::Range(..) | Pat::Unknown => false,
        }
    }
    fn choice(pat: &Pat) -> bool {
        match pat {
            Pat::Or(_) => binds(pat),
            Pat::Constructor(_, parts) => parts.iter().any(|(_, part)| choice(part)),
            Pat::Bind(_, inner) => choice(inner),
            Pat::Any | Pat::Range(..) | Pat::Unknown => false,
        }
    }
    let several = arm.alternatives.len() > 1;
    arm.alternatives.iter().any(|a| choice(&a.pat) || several && binds(&a.pat))
}

/// Looks for the ways to [`Node::Fail`].
struct Search<'m, 'a, T, D> {
    matrix: &'m Matrix<'a, T, D>,
    limit: usize,
    /// By node: whether it is known that no way leads there.
    without: Vec<bool>,
    found: Vec<Witness>,
}

impl<T: Copy, D: Domains<T>> Search<'_, '_, T, D> {
    fn run(&mut self, id: NodeId, answers: &mut Vec<(Occurrence, u128, u128)>) {
        crate::stack::deep(|| self.run_here(id, answers));
    }

    fn run_here(&mut self, id: NodeId, answers: &mut Vec<(Occurrence, u128, u128)>) {
        let number = id.into_raw().into_u32() as usize;
        if self.without[number] || self.found.len() >= self.limit {
            return;
        }
        let before = self.found.len();
        match &self.matrix.nodes[id] {
            Node::Fail => self.found.push(self.matrix.witness(self.matrix.root, answers)),
            Node::Dispatch { on, pieces } => {
                let mut ranges = match self.matrix.domains.domain(self.matrix.types[index(*on)]) {
                    Domain::Numbers { ranges, .. } => ranges,
                    Domain::Constructors(all) => (0..u128::from(all)).map(|c| (c, c)).collect(),
                };
                ranges.retain(|(lo, hi)| lo <= hi);
                for (lo, hi) in ranges {
                    let first = pieces.partition_point(|p| p.from <= lo).saturating_sub(1);
                    for at in first..pieces.len() {
                        let end = pieces.get(at + 1).map_or(u128::MAX, |next| next.from - 1);
                        let (from, to) = (pieces[at].from.max(lo), end.min(hi));
                        if from > hi {
                            break;
                        }
                        answers.push((*on, from, to));
                        self.run(pieces[at].to, answers);
                        answers.pop();
                    }
                }
            }
            Node::Never | Node::Arm { .. } => {}
        }
        self.without[number] = self.found.len() == before && self.found.len() < self.limit;
    }
}
