//! Lists without an allocation of their own: a [`List`] is a range of a [`Pool`].

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A run of values in a [`Pool`]. Eight bytes, whatever it holds.
pub struct List<T> {
    start: u32,
    len: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for List<T> {}
impl<T> Default for List<T> {
    fn default() -> Self {
        List::EMPTY
    }
}
impl<T> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.len) == (other.start, other.len)
    }
}
impl<T> std::fmt::Debug for List<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "[{}; {}]", self.start, self.len)
    }
}

impl<T> List<T> {
    pub const EMPTY: List<T> = List { start: 0, len: 0, of: PhantomData };

    pub fn len(self) -> usize {
        self.len as usize
    }
    pub fn is_empty(self) -> bool {
        self.len == 0
    }
    /// Positions in the pool, for loops that need the pool's owner mutably meanwhile: `for i in list.range() { let x = pool.at(i); … }`.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..(self.start + self.len) as usize
    }
    /// The first so many values.
    pub fn first(self, count: usize) -> List<T> {
        List { len: self.len.min(count as u32), ..self }
    }
    /// The list without its first value.
    pub fn rest(self) -> List<T> {
        self.skip(1)
    }
    /// The first values of the list.
    pub fn take(self, count: usize) -> List<T> {
        List { len: self.len.min(count as u32), ..self }
    }
    /// The list without its first values.
    pub fn skip(self, count: usize) -> List<T> {
        let skip = self.len.min(count as u32);
        List { start: self.start + skip, len: self.len - skip, of: PhantomData }
    }
}

/// Where the lists of one owner live, one after another.
#[derive(Clone)]
pub struct Pool<T>(Vec<T>);

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Pool(Vec::new())
    }
}

impl<T> Pool<T> {
    pub fn alloc(&mut self, values: impl IntoIterator<Item = T>) -> List<T> {
        let start = self.0.len() as u32;
        self.0.extend(values);
        List { start, len: self.0.len() as u32 - start, of: PhantomData }
    }

    /// The list with one more value. Costs nothing if the list is the last one made.
    pub fn append(&mut self, list: List<T>, value: T) -> List<T>
    where
        T: Copy,
    {
        let end = list.range().end;
        if list.is_empty() {
            return self.alloc([value]);
        }
        if end == self.0.len() {
            self.0.push(value);
            return List { len: list.len + 1, ..list };
        }
        let start = self.0.len() as u32;
        self.0.extend_from_within(list.range());
        self.0.push(value);
        List { start, len: list.len + 1, of: PhantomData }
    }

    pub fn at(&self, position: usize) -> &T {
        &self.0[position]
    }

    pub fn at_mut(&mut self, position: usize) -> &mut T {
        &mut self.0[position]
    }

    /// Forgets every list, and keeps the room.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Every value of every list, those no list reaches any more included.
    pub fn all(&self) -> &[T] {
        &self.0
    }

    pub fn all_mut(&mut self) -> &mut [T] {
        &mut self.0
    }

    /// Drops from a list what `keep` refuses, in place and in order.
    pub fn retain(&mut self, list: &mut List<T>, mut keep: impl FnMut(&mut T) -> bool) {
        let range = list.range();
        let mut kept = range.start;
        for i in range.clone() {
            if keep(&mut self.0[i]) {
                self.0.swap(kept, i);
                kept += 1;
            }
        }
        list.len = (kept - range.start) as u32;
    }
}

impl<T> Index<List<T>> for Pool<T> {
    type Output = [T];
    fn index(&self, list: List<T>) -> &[T] {
        &self.0[list.range()]
    }
}
impl<T> IndexMut<List<T>> for Pool<T> {
    fn index_mut(&mut self, list: List<T>) -> &mut [T] {
        &mut self.0[list.range()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retain_keeps_order() {
        let mut pool = Pool::default();
        let _before = pool.alloc([9, 9]);
        let mut list = pool.alloc([1, 2, 3, 4, 5]);
        pool.retain(&mut list, |x| *x % 2 == 1);
        assert_eq!(pool[list], [1, 3, 5]);
    }
}
