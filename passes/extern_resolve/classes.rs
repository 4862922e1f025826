//! Types that lead to exactly the same, by refinement of a partition: types of one shape are one class until their parts turn out
//! to be of different ones.
//!
//! It is Hopcroft's algorithm for the states of an automaton whose letters are the positions of parts (J. Hopcroft, "An n log n
//! algorithm for minimizing states in a finite automaton", 1971): of a class that falls apart, all pieces but the largest are
//! looked at again, so a part is looked at as often as its class can be halved.

use rustc_hash::FxHashMap;
use vex_ir::ty::Ty;

/// By type, the first type of its class. `shape` gives what a type is but for its parts, and its parts; what has equal shapes
/// has equally many.
pub(super) fn of(count: usize, shape: impl Fn(usize) -> (Vec<u64>, Vec<Ty>)) -> Vec<u32> {
    // By type, what it is a part of, and where.
    let mut part_of: Vec<Vec<(u32, u32)>> = vec![Vec::new(); count];
    let mut groups: Vec<Vec<u32>> = Vec::new();
    let mut group_of: FxHashMap<Vec<u64>, usize> = FxHashMap::default();
    for ty in 0..count {
        let (what, parts) = shape(ty);
        for (position, part) in parts.iter().enumerate() {
            part_of[part.index()].push((position as u32, ty as u32));
        }
        let group = *group_of.entry(what).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(ty as u32);
    }
    let mut partition = Partition::new(count, &groups);
    let mut waiting: Vec<u32> = (0..groups.len() as u32).collect();
    let mut is_waiting = vec![true; groups.len()];
    let mut users: Vec<(u32, u32)> = Vec::new();
    while let Some(class) = waiting.pop() {
        is_waiting[class as usize] = false;
        users.clear();
        users.extend(partition.members(class).iter().flat_map(|ty| &part_of[*ty as usize]));
        users.sort_unstable();
        for with_position in users.chunk_by(|a, b| a.0 == b.0) {
            for (_, user) in with_position {
                partition.mark(*user);
            }
            partition.split(|old, new, smaller| {
                is_waiting.push(false);
                let again = if is_waiting[old as usize] { new } else { smaller };
                is_waiting[again as usize] = true;
                waiting.push(again);
            });
        }
    }
    partition.firsts()
}

struct Partition {
    /// All types, those of a class beside each other.
    order: Vec<u32>,
    place: Vec<u32>,
    class: Vec<u32>,
    classes: Vec<Class>,
    /// Classes of which some members are marked.
    touched: Vec<u32>,
}

struct Class {
    start: u32,
    end: u32,
    /// How many of its members, the first in order, are marked.
    marked: u32,
}

impl Partition {
    fn new(count: usize, groups: &[Vec<u32>]) -> Partition {
        let order: Vec<u32> = groups.iter().flatten().copied().collect();
        let (mut place, mut class) = (vec![0; count], vec![0; count]);
        for (at, ty) in order.iter().enumerate() {
            place[*ty as usize] = at as u32;
        }
        let mut classes = Vec::new();
        let mut start = 0;
        for (number, group) in groups.iter().enumerate() {
            let end = start + group.len() as u32;
            group.iter().for_each(|ty| class[*ty as usize] = number as u32);
            classes.push(Class { start, end, marked: 0 });
            start = end;
        }
        Partition { order, place, class, classes, touched: Vec::new() }
    }

    fn members(&self, class: u32) -> &[u32] {
        let Class { start, end, .. } = self.classes[class as usize];
        &self.order[start as usize..end as usize]
    }

    /// Marks a type that is not marked yet.
    fn mark(&mut self, ty: u32) {
        let number = self.class[ty as usize];
        let class = &mut self.classes[number as usize];
        if class.marked == 0 {
            self.touched.push(number);
        }
        let (from, to) = (self.place[ty as usize], class.start + class.marked);
        class.marked += 1;
        let other = self.order[to as usize];
        self.order.swap(from as usize, to as usize);
        self.place[ty as usize] = to;
        self.place[other as usize] = from;
    }

    /// Makes a class of its own of the marked members of each class, and removes the marks. Calls `split` with the old class, the
    /// new one, and the smaller of these.
    fn split(&mut self, mut split: impl FnMut(u32, u32, u32)) {
        for old in std::mem::take(&mut self.touched) {
            let class = &mut self.classes[old as usize];
            let (start, middle) = (class.start, class.start + std::mem::take(&mut class.marked));
            if middle == class.end {
                continue;
            }
            class.start = middle;
            let is_smaller = middle - start <= class.end - middle;
            let new = self.classes.len() as u32;
            self.classes.push(Class { start, end: middle, marked: 0 });
            for at in start..middle {
                self.class[self.order[at as usize] as usize] = new;
            }
            split(old, new, if is_smaller { new } else { old });
        }
    }

    fn firsts(&self) -> Vec<u32> {
        let firsts: Vec<u32> =
            (0..self.classes.len() as u32).map(|c| self.members(c).iter().copied().min().unwrap_or(0)).collect();
        self.class.iter().map(|class| firsts[*class as usize]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The classes of an automaton: by state, its shape and where it leads.
    fn classes(states: &[(u64, Vec<usize>)]) -> Vec<u32> {
        of(states.len(), |s| (vec![states[s].0], states[s].1.iter().map(|part| Ty::from_index(*part)).collect()))
    }

    #[test]
    fn rings_of_different_lengths_are_one_class() {
        let ring = |start: usize, len: usize| (0..len).map(move |i| (0, vec![start + (i + 1) % len]));
        let states: Vec<_> = ring(0, 7).chain(ring(7, 5)).chain(ring(12, 1)).collect();
        assert_eq!(classes(&states), [0; 13]);
    }

    #[test]
    fn a_difference_at_the_end_of_a_chain_is_one_of_all() {
        let chain = |start: usize, end: u64| {
            (0..100).map(move |i| if i == 99 { (end, vec![]) } else { (0, vec![start + i + 1]) })
        };
        let states: Vec<_> = chain(0, 1).chain(chain(100, 2)).chain(chain(200, 1)).collect();
        let found = classes(&states);
        for i in 0..100 {
            assert_eq!(found[i], i as u32);
            assert_eq!((found[100 + i], found[200 + i]), (100 + i as u32, i as u32));
        }
    }

    /// Against the plain algorithm: rounds over all states until nothing changes.
    #[test]
    fn the_classes_are_the_coarsest() {
        let mut seed = 1u32;
        let mut next = |n: usize| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) as usize % n
        };
        for _ in 0..500 {
            let count = 1 + next(30);
            let states: Vec<_> = (0..count)
                .map(|_| {
                    let shape = next(3);
                    (shape as u64, (0..shape).map(|_| next(count)).collect::<Vec<_>>())
                })
                .collect();
            let mut class: Vec<usize> = states.iter().map(|s| s.0 as usize).collect();
            for _ in 0..count {
                let keys: Vec<_> = states
                    .iter()
                    .enumerate()
                    .map(|(i, s)| (class[i], s.1.iter().map(|p| class[*p]).collect::<Vec<_>>()))
                    .collect();
                class = keys.iter().map(|key| keys.iter().position(|k| k == key).unwrap()).collect();
            }
            let found: Vec<usize> = classes(&states).into_iter().map(|c| c as usize).collect();
            assert_eq!(found, class);
        }
    }
}
