//! Calls of functions, and of what the compiler supplies.

use super::function::FnBuilder;
use smallvec::SmallVec;
use vex_ir::flow::*;
use vex_ir::lang::Graph;
use vex_ir::pool::List;
use vex_ir::tree::{BinOp, Builtin, ExprId, ExprKind, ItemId, TypeId};
use vex_ir::ty::*;
use vex_ir::{Span, layout};

impl FnBuilder<'_> {
    /// A call whose result is one machine value.
    pub(super) fn call_value(&mut self, id: ExprId, callee: ExprId, args: List<ExprId>, ty: Ty) -> Operand {
        let span = self.span(id);
        if let ExprKind::Builtin(builtin, generics) = self.src.kind(callee) {
            return self.builtin(builtin, generics, args, ty, span);
        }
        let dest = self.temp(ty, span);
        self.emit_call(callee, args, Some(self.whole(dest)), span);
        self.copy(dest)
    }

    /// A call whose result is an aggregate.
    pub(super) fn call_into(&mut self, id: ExprId, callee: ExprId, args: List<ExprId>, dest: Place) {
        if self.ty(id) == Ty::NEVER {
            return self.call_effect(id, callee, args);
        }
        let span = self.span(id);
        if let ExprKind::Builtin(builtin, generics) = self.src.kind(callee) {
            let value = self.builtin(builtin, generics, args, self.ty(id), span);
            return self.assign(dest, Rvalue::Use(value), span);
        }
        if let ExprKind::Variant(_, index, _) = self.src.kind(callee) {
            return self.make_variant(index, args, dest, span);
        }
        self.emit_call(callee, args, Some(dest), span);
    }

    /// A call whose result nobody wants.
    pub(super) fn call_effect(&mut self, id: ExprId, callee: ExprId, args: List<ExprId>) {
        let span = self.span(id);
        let ty = self.ty(id);
        if ty != Ty::NEVER && self.is_dropped(ty) {
            self.temporary(id);
            return;
        }
        if let ExprKind::Builtin(builtin, generics) = self.src.kind(callee) {
            self.builtin(builtin, generics, args, ty, span);
            return;
        }
        if let ExprKind::Variant(_, index, _) = self.src.kind(callee) {
            let dest = self.slot(ty, span);
            return self.make_variant(index, args, dest, span);
        }
        let dest =
            if ty == Ty::VOID || ty == Ty::NEVER || self.is_value(ty) { None } else { Some(self.slot(ty, span)) };
        self.emit_call(callee, args, dest, span);
        if ty == Ty::NEVER {
            self.terminate(Terminator::Unreachable, span);
        }
    }

    /// Arguments in order, each read before a later one can change it.
    pub(super) fn arguments(&mut self, args: &[ExprId]) -> SmallVec<[Operand; 8]> {
        // The last argument that may change something: what comes before it has to be read at once.
        let last_effect = args.iter().rposition(|a| !self.is_simple(*a)).unwrap_or(0);
        let mut operands = SmallVec::with_capacity(args.len());
        for (i, &arg) in args.iter().enumerate() {
            operands.push(if i < last_effect { self.value(arg) } else { self.operand(arg) });
        }
        operands
    }

    fn emit_call(&mut self, callee: ExprId, args: List<ExprId>, dest: Option<Place>, span: Span) {
        let ty = self.ty(callee);
        let target = self.src.kind(callee);
        let callee = match target {
            ExprKind::Item(item, args) if self.tree.items[item].as_fn().is_some() => match args.is_empty() {
                true => Callee::Fn(self.function(item)),
                false => Callee::Apply(self.function(item), self.args_of(args)),
            },
            _ => Callee::Ptr(self.value(callee)),
        };
        let operands = self.arguments(&self.src.get().expr_lists[args]);
        if self.dead {
            return;
        }
        let args = self.body.operands.alloc(operands);
        self.push_call(Call::new::<Graph>(callee, ty, args, dest), span);
    }

    /// The value of a constant that depends on parameters.
    pub(super) fn open_constant(&mut self, item: ItemId, args: List<TypeId>, ty: Ty, span: Span) -> Operand {
        let callee = Callee::Apply(self.function(item), self.args_of(args));
        let dest = if self.is_value(ty) {
            let dest = self.temp(ty, span);
            self.whole(dest)
        } else {
            self.slot(ty, span)
        };
        let args = self.body.operands.alloc([]);
        self.push_call(Call::new::<Graph>(callee, self.types().const_fn(ty), args, Some(dest)), span);
        self.read(dest, ty)
    }

    fn push_call(&mut self, call: Call, span: Span) {
        if !self.dead {
            let call = self.body.calls.alloc(call);
            self.push(StmtKind::Call(call), span);
        }
    }

    /// A call of a function of the runtime.
    pub(super) fn call_runtime(&mut self, function: Runtime, args: &[Operand], span: Span) -> Operand {
        self.call_known(self.tree.defs.runtime(function), args, span)
    }

    /// A call of a function that the compiler supplies.
    pub(super) fn call_known(&mut self, function: FnId, args: &[Operand], span: Span) -> Operand {
        let ty = self.tree.defs.sigs.fns[function].ty;
        let ret = self.types().sig(ty).map_or(Ty::ERROR, |sig| sig.ret);
        let args = self.body.operands.alloc(args.iter().copied());
        let dest = (ret != Ty::VOID && ret != Ty::NEVER).then(|| self.temp(ret, span));
        let place = dest.map(|d| self.whole(d));
        self.push_call(Call::new::<Graph>(Callee::Fn(function), ty, args, place), span);
        match dest {
            Some(dest) => self.copy(dest),
            None => self.constant(ret, ConstData::Undef),
        }
    }

    /// Ends the program with a message that names the place.
    pub(super) fn panic(&mut self, message: &str, span: Span) {
        let text = self.text_constant(message.as_bytes(), Ty::PTR_U8);
        let len = self.int(message.len() as u128, Ty::USIZE);
        self.panic_with(text, len, span);
    }

    fn panic_with(&mut self, text: Operand, len: Operand, span: Span) {
        let (file, line, col) = match self.cx.sources.location(span) {
            Some((file, at)) => (file.to_string(), at.line, at.col),
            None => (String::new(), 0, 0),
        };
        let path = self.text_constant(file.as_bytes(), Ty::PTR_U8);
        let args = [
            text,
            len,
            path,
            self.int(file.len() as u128, Ty::USIZE),
            self.int(line.into(), Ty::U32),
            self.int(col.into(), Ty::U32),
        ];
        self.call_runtime(Runtime::Panic, &args, span);
        self.terminate(Terminator::Unreachable, span);
    }

    fn builtin(&mut self, builtin: Builtin, generics: List<TypeId>, args: List<ExprId>, ty: Ty, span: Span) -> Operand {
        let args: Vec<ExprId> = self.src.expr_lists[args].to_vec();
        match builtin {
            Builtin::Print => self.print(&args, 1, false, span),
            Builtin::Println => self.print(&args, 1, true, span),
            Builtin::Eprint => self.print(&args, 2, false, span),
            Builtin::Eprintln => self.print(&args, 2, true, span),
            Builtin::Panic => match args.first() {
                Some(&message) => {
                    let (text, len) = self.text(message, span);
                    self.panic_with(text, len, span);
                }
                None => self.panic("explicit panic", span),
            },
            Builtin::Unreachable => self.panic("entered unreachable code", span),
            Builtin::Assert => self.assert(&args, span),
            Builtin::AssertEq => self.assert_eq(&args, span),
            Builtin::SizeOf | Builtin::AlignOf => {
                let of = self.src.type_lists[generics].first().map_or(Ty::ERROR, |t| self.src.meaning(*t));
                let found = layout::layout(self.types(), &self.cx.target, of);
                // It depends on what a parameter is.
                if found.is_err() && self.types().mentions_generic(of) {
                    let measure = if builtin == Builtin::SizeOf { Measure::Size } else { Measure::Align };
                    return self.constant(ty, ConstData::Measure(measure, of));
                }
                let value = found.map_or(0, |l| if builtin == Builtin::SizeOf { l.size } else { l.align });
                return self.int(value.into(), ty);
            }
            Builtin::Default | Builtin::NullFn | Builtin::NullMut => return self.constant(ty, ConstData::Zero),
            Builtin::BlackBox => return self.black_box(args[0], ty, span),
        }
        self.constant(ty, ConstData::Undef)
    }

    fn black_box(&mut self, arg: ExprId, ty: Ty, span: Span) -> Operand {
        let value = self.operand(arg);
        if self.is_value(ty) {
            return self.compute(ty, Rvalue::BlackBox(value), span);
        }
        if ty == Ty::VOID || ty == Ty::NEVER {
            return value;
        }
        // An aggregate is hidden by hiding where it is.
        let slot = self.slot(ty, span);
        self.assign(slot, Rvalue::Use(value), span);
        let pointer = self.tree.types.ptr(vex_ir::tree::Mutability::Mut, ty);
        let address = self.compute(pointer, Rvalue::AddrOf(slot), span);
        let hidden = self.compute(pointer, Rvalue::BlackBox(address), span);
        let Operand::Copy(place) = hidden else { return hidden };
        Operand::Copy(self.project(place, Proj::Deref))
    }

    /// The address and length of a string.
    fn text(&mut self, id: ExprId, span: Span) -> (Operand, Operand) {
        if let ExprKind::Str { bytes, .. } = self.src.kind(id) {
            let bytes = &self.src.get().strings[bytes];
            let len = bytes.len();
            let text = self.text_constant(bytes, Ty::PTR_U8);
            return (text, self.int(len as u128, Ty::USIZE));
        }
        let value = self.value(id);
        let text = self.compute(Ty::PTR_U8, Rvalue::FatPtr(value), span);
        let len = self.compute(Ty::USIZE, Rvalue::FatLen(value), span);
        (text, len)
    }

    fn print(&mut self, args: &[ExprId], stream: u128, newline: bool, span: Span) {
        let literal = args.first().map(|a| self.src.kind(*a));
        match (literal, args.first()) {
            // One call where the text is known.
            (Some(ExprKind::Str { bytes, .. }), _) => {
                let mut bytes = self.src.strings[bytes].to_vec();
                if newline {
                    bytes.push(b'\n');
                }
                self.print_bytes(&bytes, stream, span);
            }
            (_, Some(&arg)) => {
                let (text, len) = self.text(arg, span);
                self.print_call(text, len, stream, span);
                if newline {
                    self.print_bytes(b"\n", stream, span);
                }
            }
            (_, None) if newline => self.print_bytes(b"\n", stream, span),
            (_, None) => {}
        }
    }

    fn print_bytes(&mut self, bytes: &[u8], stream: u128, span: Span) {
        let text = self.text_constant(bytes, Ty::PTR_U8);
        let len = self.int(bytes.len() as u128, Ty::USIZE);
        self.print_call(text, len, stream, span);
    }

    fn print_call(&mut self, text: Operand, len: Operand, stream: u128, span: Span) {
        if self.dead {
            return;
        }
        let stream = self.int(stream, Ty::I32);
        self.call_runtime(Runtime::Print, &[text, len, stream], span);
    }

    fn assert(&mut self, args: &[ExprId], span: Span) {
        let (fine, broken) = (self.new_block(), self.new_block());
        self.condition(args[0], fine, broken);
        self.enter(broken);
        let message = format!("assertion failed: {}", self.cx.snippet(self.span(args[0])));
        self.fail(args.get(1).copied(), &message, span);
        self.enter(fine);
    }

    fn assert_eq(&mut self, args: &[ExprId], span: Span) {
        let (a, b) = (args[0], args[1]);
        let ty = self.ty(a);
        let (x, y) = self.pair(a, b);
        let same = self.compare(BinOp::Eq, ty, x, y, span);
        let (fine, broken) = (self.new_block(), self.new_block());
        self.branch(same, fine, broken, span);
        self.enter(broken);
        let (left, right) = (self.cx.snippet(self.span(a)), self.cx.snippet(self.span(b)));
        let message = format!("assertion failed: {left} == {right}");
        self.fail(args.get(2).copied(), &message, span);
        self.enter(fine);
    }

    fn fail(&mut self, message: Option<ExprId>, otherwise: &str, span: Span) {
        match message {
            Some(message) => {
                let (text, len) = self.text(message, span);
                self.panic_with(text, len, span);
            }
            None => self.panic(otherwise, span),
        }
    }
}
