//! What the compiler knows of a target: decided from the triple alone, never from the host.

/// A target, as its triple describes it.
#[derive(Clone, PartialEq, Debug)]
pub struct Target {
    /// Normalised, as LLVM wants it: `x86_64-unknown-linux-gnu`.
    pub triple: String,
    /// `x86_64`, `aarch64`, `riscv64`, `wasm32`
    pub arch: &'static str,
    /// `linux`, `macos`, `windows`, `wasi`, `none`, …
    pub os: &'static str,
    /// `gnu`, `musl`, `msvc`, or empty
    pub env: &'static str,
    /// `unknown`, `pc`, `apple`
    pub vendor: &'static str,
    /// `unix`, `windows`, `wasm`, or empty
    pub family: &'static str,
    /// Width of pointers and of `usize`, in bits.
    pub pointer_bits: u32,
    /// Alignment of `i128` in bytes.
    pub i128_align: u64,
}
