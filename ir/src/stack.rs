//! Recursion over expressions, whose height nothing bounds.
//!
//! Source bounds how deeply code *nests* (the parser's `MAX_NESTING`), but not how many operators, calls, casts or `else if`
//! stand in a row, and a row is a tree as high as it is long. Whatever recurses over expressions does it within [`deep`].

/// The stack, in bytes, that is free when the function given to [`deep`] begins: enough for all that
/// passes do with one node, recursion over types included (their size is bounded by `Types::MAX_EXTENT`).
const RED_ZONE: usize = 1 << 22;
/// The size of a further piece of stack, in bytes of address space: only what is touched takes memory.
const PIECE: usize = 1 << 25;

/// Runs `f`, on a new piece of stack if little is left of this one. A comparison with a thread-local number otherwise.
///
/// Panics where the system has no more memory for stacks.
#[inline]
pub fn deep<R>(f: impl FnOnce() -> R) -> R {
    stacker::maybe_grow(RED_ZONE, PIECE, f)
}

#[cfg(test)]
mod tests {
    fn depth(left: u32) -> u32 {
        // What a pass may have in its frame.
        let frame = std::hint::black_box([left; 64]);
        if left == 0 { 0 } else { super::deep(|| depth(left - 1)) + 1 + frame[0] - left }
    }

    /// A million frames are more than the stack of a test has.
    #[test]
    fn is_as_deep_as_it_takes() {
        assert_eq!(depth(1_000_000), 1_000_000);
    }
}
