//! What constants have of the world: the functions of the runtime that need none of it.

use std::cmp::Ordering;
use vex_ir::flow::interp::{Answer, Constants, ErrorKind, Host, HostCall, Memory, Value};
use vex_ir::flow::{Function, Runtime};
use vex_ir::{Cx, Symbol};

pub(super) struct World {
    panic: Symbol,
    compare: Symbol,
}

impl World {
    pub(super) fn new(cx: &Cx) -> World {
        let symbol = |function: Runtime| cx.interner.intern(function.symbol());
        World { panic: symbol(Runtime::Panic), compare: symbol(Runtime::Compare) }
    }
}

impl Host for World {
    fn call(&mut self, memory: &mut Memory<'_>, call: &HostCall<'_>) -> Result<Answer, ErrorKind> {
        let numbers: Vec<u64> = call.args.iter().filter_map(|(_, v)| v.as_scalar()).map(|bits| bits as u64).collect();
        match numbers[..] {
            [text, len, ..] if call.function.symbol == self.panic => {
                let text = String::from_utf8_lossy(memory.read(text, len)?).into_owned();
                Err(ErrorKind::Host(format!("it panics: {text}")))
            }
            [a, a_len, b, b_len] if call.function.symbol == self.compare => {
                let first = memory.read(a, a_len)?.to_vec();
                let order = match first.as_slice().cmp(memory.read(b, b_len)?) {
                    Ordering::Less => -1i32,
                    Ordering::Equal => 0,
                    Ordering::Greater => 1,
                };
                Ok(Answer::Return(Some(Value::Scalar((order as u32).into()))))
            }
            _ => Constants.call(memory, call),
        }
    }

    /// They are defined in terms of C's functions.
    fn intercepts(&mut self, function: &Function) -> bool {
        function.symbol == self.panic || function.symbol == self.compare
    }

    fn addresses_are_numbers(&self) -> bool {
        Constants.addresses_are_numbers()
    }
}
