//! Cycles of functions that are all to be inlined always.

use super::{callees, index};
use std::collections::BTreeMap;
use vex_ir::flow::{FnId, Function, Program};
use vex_ir::tree::InlineHint;

/// Functions in cycles, in order, and the next one on a way back to each.
pub(super) type Cycles = BTreeMap<FnId, FnId>;

/// The cycles among the functions with `#[inline(always)]`, found as strongly connected components (Tarjan 1972).
pub(super) fn cycles(ir: &Program) -> Cycles {
    let is_always = |(id, f): (FnId, &Function)| f.inline == Some(InlineHint::Always) && ir.bodies.contains_idx(id);
    let always: Vec<bool> = ir.fns.iter().map(is_always).collect();
    if !always.contains(&true) {
        return Cycles::new();
    }
    let mut edges: Vec<Vec<FnId>> = vec![Vec::new(); ir.fns.len()];
    for (id, body) in ir.bodies.iter().filter(|(id, _)| always[index(*id)]) {
        callees(body, |callee| {
            if always[index(callee)] {
                edges[index(id)].push(callee);
            }
        });
    }
    let component = components(ir, &edges);
    let mut cycles = Cycles::new();
    for (id, _) in ir.fns.iter() {
        let next = edges[index(id)].iter().find(|next| component[index(**next)] == component[index(id)]);
        cycles.extend(next.map(|next| (id, *next)));
    }
    cycles
}

/// By function, the number of its component.
fn components(ir: &Program, edges: &[Vec<FnId>]) -> Vec<u32> {
    let count = edges.len();
    let mut search = Search {
        edges,
        entered: vec![0; count],
        low: vec![0; count],
        component: vec![u32::MAX; count],
        next: 1,
        open: Vec::new(),
    };
    for (id, _) in ir.fns.iter() {
        if search.entered[index(id)] == 0 {
            search.from(id);
        }
    }
    search.component
}

struct Search<'a> {
    edges: &'a [Vec<FnId>],
    /// When the search came there, from 1 on.
    entered: Vec<u32>,
    /// The earliest that can be reached from there, as far as is known.
    low: Vec<u32>,
    component: Vec<u32>,
    next: u32,
    /// What has been entered and has no component yet.
    open: Vec<FnId>,
}

impl Search<'_> {
    fn enter(&mut self, id: FnId) {
        self.entered[index(id)] = self.next;
        self.low[index(id)] = self.next;
        self.next += 1;
        self.open.push(id);
    }

    /// Depth-first, with a stack of its own, since chains of calls may be long.
    fn from(&mut self, root: FnId) {
        let mut stack = vec![(root, 0)];
        self.enter(root);
        while let Some((id, edge)) = stack.last_mut() {
            let id = *id;
            let Some(&to) = self.edges[index(id)].get(*edge) else {
                stack.pop();
                self.leave(id);
                if let Some((parent, _)) = stack.last() {
                    self.low[index(*parent)] = self.low[index(*parent)].min(self.low[index(id)]);
                }
                continue;
            };
            *edge += 1;
            if self.entered[index(to)] == 0 {
                self.enter(to);
                stack.push((to, 0));
            } else if self.component[index(to)] == u32::MAX {
                self.low[index(id)] = self.low[index(id)].min(self.entered[index(to)]);
            }
        }
    }

    /// Closes the component that a function is the first of.
    fn leave(&mut self, id: FnId) {
        if self.low[index(id)] != self.entered[index(id)] {
            return;
        }
        while let Some(member) = self.open.pop() {
            self.component[index(member)] = self.entered[index(id)];
            if member == id {
                return;
            }
        }
    }
}
