//! Pseudorandom numbers, the same on each run.

/// A generator of numbers (xorshift), from a seed that is not 0.
pub struct Random(pub u64);

impl Random {
    /// A number below a limit; 0 if that is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    #[allow(dead_code)]
    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}
