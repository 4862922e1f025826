//! `memcpy`, `memmove` and `memset`: LLVM's intrinsics, or vector moves where the size is known and those are better.

use super::function::Emit;
use super::ll::Value;
use vex_ir::cx::OptLevel;
use vex_ir::flow::{Intrinsic, Operand};
use vex_ir::pool::List;

/// LLVM itself expands copies of up to eight moves of 32 bytes, and can do more with its intrinsic than with moves.
const LLVM_EXPANDS: u64 = 8 * 32;

/// Copies of up to so many vector registers are expanded here: 2 KiB with registers of 64 bytes, 1 KiB with 32.
///
/// Measured on Zen 4 against glibc's `memcpy`, ns, everything in the first cache, 64-byte registers: 1.9 to 2.7 for 384
/// bytes, 4.4 to 6.0 for 1 KiB, 8.7 to 10.6 for 2 KiB; with a destination that straddles cache lines glibc, which
/// aligns its stores, wins between 768 bytes and 2 KiB (12.1 to 9.3 for 1 KiB). With 32-byte registers: 6.2 to 5.9 for
/// 1 KiB, so that beyond it the moves only cost space. `memset`: 4.4 to 4.7 for 1 KiB, 5.7 where it straddles.
const EXPANDED_REGISTERS: u64 = 32;

/// `memmove` reads everything before it writes anything, which takes as many registers as there are.
const MOVED_REGISTERS: u64 = 16;

/// How many loads stand together before their stores: enough to keep the machine busy, few enough for the registers.
const GROUP: usize = 8;

impl Emit<'_, '_> {
    /// `memcpy`, `memmove`, `memset` without a result.
    pub(super) fn memory_intrinsic(&mut self, op: Intrinsic, args: List<Operand>) {
        let [dest, second, len] = self.body.operands[args] else {
            return self.m.bug(format!("`{}` does not have three arguments", op.text()));
        };
        let (dest, second, len) = (self.scalar(dest), self.scalar(second), self.scalar(len));
        let len = self.b.int_cast(len, self.m.basic.usize, false);
        match op {
            Intrinsic::Memcpy => match self.expanded(len, EXPANDED_REGISTERS) {
                Some(size) => self.vector_copy(dest, second, size, GROUP),
                None => {
                    self.b.memcpy(dest, 1, second, 1, len);
                }
            },
            Intrinsic::Memmove => match self.expanded(len, MOVED_REGISTERS) {
                Some(size) => self.vector_copy(dest, second, size, MOVED_REGISTERS as usize),
                None => self.b.memmove(dest, 1, second, 1, len),
            },
            Intrinsic::Memset => {
                let byte = self.b.int_cast(second, self.m.basic.i8, false);
                self.memset(dest, byte, len);
            }
            // The others have results.
            _ => self.m.bug(format!("the result of `{}` is dropped", op.text())),
        }
    }

    /// The size, if it is known and worth expanding.
    fn expanded(&self, len: Value, registers: u64) -> Option<u64> {
        let vector = u64::from(self.m.cx.options.vector_bytes);
        let size = len.as_const_int()?;
        let fast = matches!(self.m.config.opt, OptLevel::O2 | OptLevel::O3);
        (fast && vector >= 32 && size > LLVM_EXPANDS && size <= registers * vector).then_some(size)
    }

    /// Copies by vector registers, `group` of them at a time. The last move overlaps the one before where the size is
    /// not a multiple of the register's.
    fn vector_copy(&mut self, dest: Value, src: Value, size: u64, group: usize) {
        let bytes = u64::from(self.m.cx.options.vector_bytes);
        let vector = self.m.basic.i8.vector(bytes as u32);
        let offsets: Vec<u64> = (0..size).step_by(bytes as usize).map(|o| o.min(size - bytes)).collect();
        for offsets in offsets.chunks(group) {
            let loads: Vec<Value> = offsets
                .iter()
                .map(|o| {
                    let at = self.offset(src, *o);
                    self.b.load(vector, at, 1)
                })
                .collect();
            for (load, offset) in loads.into_iter().zip(offsets) {
                let at = self.offset(dest, *offset);
                self.b.store(load, at, 1);
            }
        }
    }

    fn offset(&mut self, ptr: Value, offset: u64) -> Value {
        self.address(super::place::Addr { offset, ..super::place::Addr::new(ptr, 1) })
    }

    fn memset(&mut self, dest: Value, byte: Value, len: Value) {
        if self.expanded(len, EXPANDED_REGISTERS).is_none() {
            self.b.memset(dest, 1, byte, len);
            return;
        }
        // Of a size that is known this one never becomes a call.
        let basic = self.m.basic;
        let overload = [Some(basic.ptr), Some(basic.usize)];
        self.m.call_intrinsic(&self.b, "llvm.memset.inline", overload, &[dest, byte, len, basic.i1.int(0)]);
    }
}
