//! Functions.

use super::super::visit::get;
use super::*;

impl<'a> Printer<'a> {
    pub(super) fn function(&mut self, id: FnId) {
        let program = self.program;
        let function = &program.fns[id];
        self.linkage(function.linkage);
        let generics = self.aside(|p| p.generics(&function.generics));
        let handle = format!(" @{}{generics}", self.fn_names[index_of(id)]);
        match self.sig_of(function.ty) {
            Some(sig) => self.sig(sig, &handle),
            None => {
                let _ = write!(self.out, "fn{handle}: ");
                self.ty(function.ty);
            }
        }
        self.fn_attributes(function);
        self.at(function.span);
        match self.program.bodies.get(id) {
            None => self.out.push_str(";\n"),
            Some(body) => {
                self.out.push_str(" {\n");
                self.body(body);
                self.out.push_str("}\n");
            }
        }
    }

    /// What is printed by `f`.
    fn aside(&mut self, f: impl FnOnce(&mut Self)) -> String {
        let before = std::mem::take(&mut self.out);
        f(self);
        std::mem::replace(&mut self.out, before)
    }

    fn sig_of(&self, ty: Ty) -> Option<&'a FnSig> {
        let program = self.program;
        if ty.index() < program.types.len() { program.types.sig(ty) } else { None }
    }

    fn fn_attributes(&mut self, function: &Function) {
        self.source_name(function.name, function.symbol);
        self.out.push_str(match function.inline {
            None => "",
            Some(InlineHint::Hint) => " inline",
            Some(InlineHint::Always) => " inline(always)",
            Some(InlineHint::Never) => " inline(never)",
        });
        self.out.push_str(if function.cold { " cold" } else { "" });
        self.out.push_str(if function.no_intrinsic { " no_intrinsic" } else { "" });
        if let Some(lib) = function.lib {
            let _ = write!(self.out, " lib {}", quoted(self.interner().get(lib)));
        }
        self.tag_and_abi(function.tag, function.abi);
    }

    fn tag_and_abi(&mut self, tag: Option<InlineTag>, abi: Option<u32>) {
        self.out.push_str(match tag {
            None => "",
            Some(InlineTag::None) => " tag(none)",
            Some(InlineTag::Hint) => " tag(hint)",
            Some(InlineTag::Always) => " tag(always)",
            Some(InlineTag::Never) => " tag(never)",
        });
        if let Some(abi) = abi {
            let _ = write!(self.out, " abi({abi})");
        }
    }

    fn body(&mut self, body: &Body) {
        if !body.params.is_empty() {
            self.out.push_str("    params ");
            for (i, param) in body.params.iter().enumerate() {
                let _ = write!(self.out, "{}_{}", if i > 0 { ", " } else { "" }, index_of(*param));
            }
            self.out.push_str(";\n");
        }
        if let Some(ret) = body.ret {
            let _ = writeln!(self.out, "    ret _{};", index_of(ret));
        }
        for (assoc, is) in &body.known {
            self.out.push_str("    known ");
            self.ty(*assoc);
            self.out.push_str(" = ");
            self.ty(*is);
            self.out.push_str(";\n");
        }
        if self.options.positions {
            self.scopes(&body.scopes);
        }
        for (id, local) in body.locals.iter() {
            self.local(index_of(id), local);
        }
        for (id, block) in body.blocks.iter() {
            self.gap_in_body();
            let _ = writeln!(self.out, "bb{}:", index_of(id));
            for stmt in &block.stmts {
                self.out.push_str("    ");
                self.stmt(body, &stmt.kind);
                self.at(stmt.span);
                self.out.push_str(";\n");
            }
            self.out.push_str("    ");
            self.terminator(body, &block.term);
            self.at(block.term_span);
            self.out.push_str(";\n");
        }
    }

    /// An empty line before a block, unless nothing stands between it and the brace.
    fn gap_in_body(&mut self) {
        if !self.out.ends_with("{\n") {
            self.out.push('\n');
        }
    }

    fn scopes(&mut self, scopes: &[Scope]) {
        for (i, scope) in scopes.iter().enumerate() {
            let _ = write!(self.out, "    scope {i}");
            if let Some(parent) = scope.parent {
                let _ = write!(self.out, " in {parent}");
            }
            self.at(scope.span);
            self.out.push_str(";\n");
        }
    }

    fn local(&mut self, number: usize, local: &Local) {
        let word = match local.kind {
            LocalKind::Memory => "var",
            LocalKind::Value => "let",
        };
        let _ = write!(self.out, "    {word} _{number}: ");
        self.ty(local.ty);
        if local.name != Symbol::EMPTY {
            let name = quoted(self.interner().get(local.name));
            let _ = write!(self.out, " {name}");
        }
        if self.options.positions && local.scope != 0 {
            let _ = write!(self.out, " in {}", local.scope);
        }
        self.at(local.span);
        self.out.push_str(";\n");
    }

    fn stmt(&mut self, body: &Body, stmt: &StmtKind) {
        match *stmt {
            StmtKind::Nop => self.out.push_str("nop"),
            StmtKind::Mark(mark, local) => {
                let _ = write!(self.out, "mark {} _{}", mark_name(mark), index_of(local));
            }
            StmtKind::Assign(dest, rvalue) => {
                self.place(body, dest);
                self.out.push_str(" = ");
                self.rvalue(body, rvalue);
            }
            StmtKind::Store { place, value, access } => {
                let _ = write!(self.out, "store {} ", access_name(access));
                self.place(body, place);
                self.out.push_str(" = ");
                self.operand(body, value);
            }
            StmtKind::Drop(place) => {
                self.out.push_str("drop ");
                self.place(body, place);
            }
            StmtKind::SetVariant(place, variant) => {
                self.out.push_str("variant ");
                self.place(body, place);
                self.out.push_str(" = ");
                let ty = self.operand_ty(body, Operand::Copy(place));
                self.variant_name(ty, variant);
            }
            StmtKind::Call(call) => self.call(body, &body.calls[call]),
            StmtKind::Check { cond, kind } => {
                self.out.push_str("check ");
                self.operand(body, cond);
                let _ = write!(self.out, " else {}", check_name(kind));
                if let CheckKind::Bounds(a, b) | CheckKind::SliceOrder(a, b) = kind {
                    self.out.push('(');
                    self.pair(body, a, b);
                    self.out.push(')');
                }
            }
            StmtKind::Intrinsic { op, args } => {
                let _ = write!(self.out, "intrinsic {}", op.text());
                self.args(body, args);
            }
        }
    }

    fn call(&mut self, body: &Body, call: &Call) {
        if let Some(dest) = call.dest {
            self.place(body, dest);
            self.out.push_str(" = ");
        }
        self.out.push_str("call ");
        let mut own_ty = None;
        match call.callee {
            Callee::Fn(id) => {
                own_ty = (index_of(id) < self.program.fns.len()).then(|| self.program.fns[id].ty);
                self.fn_ref(id);
            }
            Callee::Apply(id, args) => {
                let types = &self.program.types;
                let known = self.program.fns.values().nth(index_of(id));
                own_ty = known.map(|function| types.substitute(function.ty, types.args(args)));
                self.fn_ref(id);
                self.generic_args(types.args(args));
            }
            Callee::Ptr(callee) => {
                self.out.push('(');
                self.operand(body, callee);
                self.out.push(')');
            }
        }
        self.args(body, call.args);
        if own_ty != Some(call.ty) {
            self.out.push_str(" as ");
            self.ty(call.ty);
        }
        self.tag_and_abi(Some(call.tag).filter(|tag| *tag != InlineTag::None), call.abi);
    }

    fn args(&mut self, body: &Body, args: List<Operand>) {
        self.out.push('(');
        for (i, arg) in get(&body.operands, args).iter().enumerate() {
            self.out.push_str(if i > 0 { ", " } else { "" });
            self.operand(body, *arg);
        }
        self.out.push(')');
    }

    fn pair(&mut self, body: &Body, a: Operand, b: Operand) {
        self.operand(body, a);
        self.out.push_str(", ");
        self.operand(body, b);
    }

    fn rvalue(&mut self, body: &Body, rvalue: Rvalue) {
        let word = match rvalue {
            Rvalue::Use(_) | Rvalue::AddrOf(_) | Rvalue::Repeat(..) | Rvalue::Fill(_) => "",
            Rvalue::Load { access, .. } => {
                self.out.push_str("load ");
                self.out.push_str(access_name(access));
                " "
            }
            Rvalue::Unary(UnOp::Neg, _) => "neg ",
            Rvalue::Unary(UnOp::Not, _) => "not ",
            Rvalue::Binary(op, ..) => op_name(op),
            Rvalue::Arith(op, ..) => {
                self.out.push_str("arith ");
                op_name(op)
            }
            Rvalue::ArithNeg(_) => "arith neg ",
            Rvalue::Checked(op, ..) => {
                self.out.push_str("checked ");
                op_name(op)
            }
            Rvalue::Cast(_) => "cast ",
            Rvalue::Variant(_) => "variant ",
            Rvalue::Fat(..) => "fat ",
            Rvalue::FatPtr(_) => "fat_ptr ",
            Rvalue::FatLen(_) => "fat_len ",
            Rvalue::PtrOffset { negate: false, .. } => "ptr_add ",
            Rvalue::PtrOffset { negate: true, .. } => "ptr_sub ",
            Rvalue::PtrDiff { .. } => "ptr_diff ",
            Rvalue::BlackBox(_) => "black_box ",
            Rvalue::Intrinsic { op, .. } => {
                self.out.push_str("intrinsic ");
                op.text()
            }
        };
        self.out.push_str(word);
        self.rvalue_operands(body, rvalue);
    }

    fn rvalue_operands(&mut self, body: &Body, rvalue: Rvalue) {
        match rvalue {
            Rvalue::Load { place, .. } | Rvalue::Variant(place) => self.place(body, place),
            Rvalue::AddrOf(place) => {
                self.out.push('&');
                self.place(body, place);
            }
            Rvalue::Use(a)
            | Rvalue::Unary(_, a)
            | Rvalue::ArithNeg(a)
            | Rvalue::Cast(a)
            | Rvalue::FatPtr(a)
            | Rvalue::FatLen(a)
            | Rvalue::BlackBox(a) => self.operand(body, a),
            Rvalue::Binary(_, a, b) | Rvalue::Arith(_, a, b) | Rvalue::Checked(_, a, b) | Rvalue::Fat(a, b) => {
                self.pair(body, a, b);
            }
            Rvalue::PtrOffset { ptr: a, index: b, elem, negate: _ } | Rvalue::PtrDiff { a, b, elem } => {
                self.pair(body, a, b);
                self.out.push_str(" of ");
                self.ty(elem);
            }
            Rvalue::Repeat(a, count) => {
                self.out.push('[');
                self.operand(body, a);
                let _ = write!(self.out, "; {}]", count.get());
            }
            Rvalue::Fill(a) => {
                self.out.push('[');
                self.operand(body, a);
                self.out.push_str("; _]");
            }
            Rvalue::Intrinsic { op: _, args } => self.args(body, args),
        }
    }

    fn terminator(&mut self, body: &Body, term: &Terminator) {
        match *term {
            Terminator::Goto(to) => {
                let _ = write!(self.out, "goto bb{}", index_of(to));
            }
            Terminator::Branch { cond, then, els } => {
                self.out.push_str("if ");
                self.operand(body, cond);
                let _ = write!(self.out, " goto bb{} else bb{}", index_of(then), index_of(els));
            }
            Terminator::Switch { on, cases, default } => {
                self.out.push_str("switch ");
                self.operand(body, on);
                self.out.push_str(" { ");
                let ty = self.operand_ty(body, on);
                for (value, to) in get(&body.cases, cases) {
                    match ty {
                        Some(ty) => self.konst(&Const { ty, kind: ConstData::Int(*value) }),
                        None => {
                            let _ = write!(self.out, "{value}");
                        }
                    }
                    let _ = write!(self.out, " => bb{}, ", index_of(*to));
                }
                let _ = write!(self.out, "else => bb{} }}", index_of(default));
            }
            Terminator::Return => self.out.push_str("return"),
            Terminator::Unreachable => self.out.push_str("unreachable"),
        }
    }

    /// The type of an operand, if nothing that it depends on is broken.
    fn operand_ty(&self, body: &Body, operand: Operand) -> Option<Ty> {
        let program = self.program;
        let place = match operand {
            Operand::Const(id) => return (index_of(id) < body.consts.len()).then(|| body.consts[id].ty),
            Operand::Copy(place) => place,
            Operand::Move(local, projs) => Place { base: PlaceBase::Local(local), projs },
        };
        let known = match place.base {
            PlaceBase::Local(id) => index_of(id) < body.locals.len(),
            PlaceBase::Global(id) => index_of(id) < program.globals.len(),
        };
        let types = ProgramTypes { types: &program.types, globals: &program.globals };
        (known && place.projs.range().end <= body.projs.all().len()).then(|| body.place_ty(&types, place))
    }

    fn operand(&mut self, body: &Body, operand: Operand) {
        match operand {
            Operand::Copy(place) => self.place(body, place),
            Operand::Move(local, projs) => {
                self.out.push_str("move ");
                self.place(body, Place { base: PlaceBase::Local(local), projs });
            }
            Operand::Const(id) if index_of(id) < body.consts.len() => self.konst(&body.consts[id]),
            Operand::Const(_) => self.out.push_str("{bad constant}"),
        }
    }

    fn place(&mut self, body: &Body, place: Place) {
        match place.base {
            PlaceBase::Local(id) => {
                let _ = write!(self.out, "_{}", index_of(id));
            }
            PlaceBase::Global(id) => self.global_ref(id),
        }
        for (at, proj) in get(&body.projs, place.projs).iter().enumerate() {
            match proj {
                Proj::Payload { variant, field } => {
                    let around = Place { projs: place.projs.first(at), ..place };
                    let ty = self.operand_ty(body, Operand::Copy(around));
                    self.out.push('.');
                    self.variant_name(ty, *variant);
                    let _ = write!(self.out, ".{field}");
                }
                Proj::Deref => self.out.push_str(".*"),
                Proj::Field(number) => {
                    let _ = write!(self.out, ".{number}");
                }
                Proj::Index(index) => {
                    self.out.push('[');
                    self.operand(body, *index);
                    self.out.push(']');
                }
            }
        }
    }
}

impl Printer<'_> {
    /// A variant of an enum.
    pub(super) fn variant_name(&mut self, ty: Option<Ty>, variant: u32) {
        let types = &self.program.types;
        let known = ty.filter(|ty| ty.index() < types.len()).and_then(|ty| types.variants(ty).get(variant as usize));
        match known {
            Some(variant) => {
                let name = self.plain_or_quoted(variant.name);
                self.out.push_str(&name);
            }
            None => self.out.push_str("{bad variant}"),
        }
    }
}

pub(in super::super) fn access_name(access: Access) -> &'static str {
    match access {
        Access::Unaligned => "unaligned",
        Access::Volatile => "volatile",
    }
}

fn mark_name(mark: Mark) -> &'static str {
    match mark {
        Mark::Declared { mutable: false } => "declared",
        Mark::Declared { mutable: true } => "declared mut",
        Mark::Used => "used",
        Mark::Assigned => "assigned",
    }
}

pub(in super::super) fn check_name(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::DivisionByZero => "division_by_zero",
        CheckKind::RemainderByZero => "remainder_by_zero",
        CheckKind::DivisionOverflow => "division_overflow",
        CheckKind::Shift => "shift",
        CheckKind::Bounds(..) => "bounds",
        CheckKind::SliceOrder(..) => "slice_order",
        CheckKind::NegOverflow => "neg_overflow",
    }
}

/// Operators by the name that the text gives them, a space behind it.
pub(in super::super) fn op_name(op: BinOp) -> &'static str {
    match op {
        BinOp::Add => "add ",
        BinOp::Sub => "sub ",
        BinOp::Mul => "mul ",
        BinOp::Div => "div ",
        BinOp::Rem => "rem ",
        BinOp::And => "and ",
        BinOp::Or => "or ",
        BinOp::Xor => "xor ",
        BinOp::Shl => "shl ",
        BinOp::Shr => "shr ",
        BinOp::Eq => "eq ",
        BinOp::Ne => "ne ",
        BinOp::Lt => "lt ",
        BinOp::Le => "le ",
        BinOp::Gt => "gt ",
        BinOp::Ge => "ge ",
    }
}

/// Every operator, for the reader.
pub(in super::super) const OPS: [BinOp; 16] = [
    BinOp::Add,
    BinOp::Sub,
    BinOp::Mul,
    BinOp::Div,
    BinOp::Rem,
    BinOp::And,
    BinOp::Or,
    BinOp::Xor,
    BinOp::Shl,
    BinOp::Shr,
    BinOp::Eq,
    BinOp::Ne,
    BinOp::Lt,
    BinOp::Le,
    BinOp::Gt,
    BinOp::Ge,
];
