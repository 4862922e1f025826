//! Statements: that operators get the types that they are for, and places what has their type.

use super::body::BodyVerifier;
use super::*;
use crate::flow::visit::get;
use crate::flow::{BinOp, Call, Callee, CheckKind, Intrinsic, Operand, Rvalue, StmtKind, UnOp};
use crate::intrinsic::Shape;
use crate::pool::List;
use crate::ty::IntTy;

const WRONG: &str = "an operation does not suit its operands";

impl BodyVerifier<'_> {
    pub(super) fn stmt(&self, stmt: &StmtKind) -> Check {
        if let Some(production) = stmt.production() {
            self.verifier.allow(production, self.span)?;
        }
        match *stmt {
            StmtKind::Nop => Ok(()),
            StmtKind::Mark(_, local) => self.ensure(index(local) < self.body.locals.len(), "a local does not exist"),
            StmtKind::Assign(dest, rvalue) => {
                let dest = self.place(dest)?;
                self.ensure(self.verifier.is_sized(dest), "something without a size is assigned")?;
                self.rvalue(dest, rvalue)
            }
            StmtKind::Store { place, value, access: _ } => {
                let dest = self.place(place)?;
                self.ensure(self.operand(value)? == dest, "what is stored has another type than its place")
            }
            StmtKind::Drop(place) => {
                self.ensure(self.body.moves, "a body drops, and does not say so")?;
                let ty = self.place(place)?;
                self.ensure(self.verifier.is_sized(ty), "something without a size is dropped")
            }
            StmtKind::SetVariant(place, variant) => {
                let ty = self.place(place)?;
                let variants = self.verifier.program.types.variants(ty).len();
                self.ensure((variant as usize) < variants, "a variant is set of something that does not have it")
            }
            StmtKind::Call(call) => {
                self.ensure(index(call) < self.body.calls.len(), "a call does not exist")?;
                self.call(&self.body.calls[call])
            }
            StmtKind::Check { cond, kind } => {
                self.ensure(self.operand(cond)? == Ty::BOOL, "a condition is not `bool`")?;
                if let CheckKind::Bounds(a, b) | CheckKind::SliceOrder(a, b) = kind {
                    let both = self.operand(a)? == Ty::USIZE && self.operand(b)? == Ty::USIZE;
                    self.ensure(both, "the operands of a check are not `usize`")?;
                }
                Ok(())
            }
            StmtKind::Intrinsic { op, args } => {
                let tys = self.intrinsic_args(op, args)?;
                self.memory_intrinsic(op, &tys)
            }
        }
    }

    fn call(&self, call: &Call) -> Check {
        let Some(TyKind::Fn(sig)) = self.verifier.kind(call.ty) else {
            return self.fail("a call is not by a function type");
        };
        if let Some(production) = call.callee.production() {
            self.verifier.allow(production, self.span)?;
        }
        match call.callee {
            Callee::Fn(id) => self.verifier.plain_fn(id, self.span)?,
            Callee::Apply(id, args) => self.verifier.applied_fn(id, args, self.generics, self.span)?,
            Callee::Ptr(callee) => {
                self.ensure(self.operand(callee)? == call.ty, "a call is by another type than that of the pointer")?;
            }
        }
        self.ensure(call.args.range().end <= self.body.operands.all().len(), "a list of arguments is out of range")?;
        let args = get(&self.body.operands, call.args);
        let enough = if sig.variadic { args.len() >= sig.params.len() } else { args.len() == sig.params.len() };
        self.ensure(enough, "a call has not as many arguments as its type")?;
        let mut tys = Vec::with_capacity(args.len());
        for (number, arg) in args.iter().enumerate() {
            let ty = self.operand(*arg)?;
            tys.push(ty);
            match sig.params.get(number) {
                Some(param) => self.ensure(ty == *param, "an argument has another type than its parameter")?,
                None => self.ensure(self.is_promoted(ty), "an argument for `...` is not promoted")?,
            }
        }
        if let Some(dest) = call.dest {
            let same = self.place(dest)? == sig.ret && self.verifier.is_sized(sig.ret);
            self.ensure(same, "a result has another type than its place")?;
        }
        if call.tag != InlineTag::None {
            self.verifier.allow(Production::InlineTags, self.span)?;
        }
        self.verifier.convention(call.abi, &tys, sig, self.span)
    }

    /// Whether C's default argument promotions leave the type as it is.
    fn is_promoted(&self, ty: Ty) -> bool {
        let narrow = self.verifier.program.types.repr_int(ty).is_some_and(|int| int.bits(32) < 32);
        !narrow && ty != Ty::F32
    }

    // Long because it has an arm for each kind of operation.
    fn rvalue(&self, dest: Ty, rvalue: Rvalue) -> Check {
        let verifier = &self.verifier;
        let ok = match rvalue {
            Rvalue::Use(a) | Rvalue::BlackBox(a) => {
                return self.ensure(self.operand(a)? == dest, "what is assigned has another type than its place");
            }
            Rvalue::Load { place, access: _ } => self.place(place)? == dest,
            Rvalue::Unary(op, a) => self.operand(a)? == dest && is_unary(op, dest),
            Rvalue::Binary(op, a, b) => return self.binary(dest, op, a, b),
            Rvalue::Arith(op, a, b) => {
                let suits =
                    matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::Rem) || op.is_shift();
                self.ensure(suits && dest.as_int().is_some(), WRONG)?;
                return self.binary(dest, op, a, b);
            }
            Rvalue::ArithNeg(a) => self.operand(a)? == dest && dest.as_int().is_some_and(IntTy::signed),
            Rvalue::Checked(op, a, b) => {
                let suits = matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul);
                self.ensure(suits && dest.as_int().is_some(), WRONG)?;
                return self.binary(dest, op, a, b);
            }
            Rvalue::Cast(a) => self.is_cast(self.operand(a)?, dest),
            Rvalue::Variant(place) => {
                let ty = self.place(place)?;
                dest == Ty::U32 && !verifier.program.types.variants(ty).is_empty()
            }
            Rvalue::AddrOf(place) => {
                let ty = self.place(place)?;
                verifier.is_thin_ptr(dest) && verifier.pointee(dest) == Some(ty)
            }
            Rvalue::Fat(address, len) => {
                let address = self.operand(address)?;
                self.operand(len)? == Ty::USIZE && self.is_fat_from(dest, address)
            }
            Rvalue::FatPtr(a) => {
                let element = verifier.pointee(self.operand(a)?).and_then(|to| verifier.element(to));
                element.is_some() && verifier.pointee(dest) == element
            }
            Rvalue::FatLen(a) => verifier.is_fat(self.operand(a)?) && dest == Ty::USIZE,
            Rvalue::PtrOffset { ptr, index, elem, negate: _ } => {
                let (ptr, index) = (self.operand(ptr)?, self.operand(index)?);
                ptr == dest && verifier.is_thin_ptr(ptr) && index.as_int().is_some() && verifier.is_sized(elem)
            }
            Rvalue::PtrDiff { a, b, elem } => {
                let (a, b) = (self.operand(a)?, self.operand(b)?);
                let pointers = verifier.is_thin_ptr(a) && verifier.is_thin_ptr(b);
                pointers && dest == Ty::ISIZE && verifier.is_sized(elem)
            }
            Rvalue::Repeat(a, count) => {
                let of = self.operand(a)?;
                matches!(verifier.kind(dest), Some(TyKind::Array(ty, len)) if *ty == of && *len == count.get())
            }
            Rvalue::Fill(a) => {
                let of = self.operand(a)?;
                matches!(verifier.kind(dest), Some(TyKind::Array(ty, _) | TyKind::OpenArray(ty, _)) if *ty == of)
            }
            Rvalue::Intrinsic { op, args } => {
                let tys = self.intrinsic_args(op, args)?;
                is_intrinsic(op, dest, &tys)
            }
        };
        self.ensure(ok, WRONG)
    }

    fn binary(&self, dest: Ty, op: BinOp, a: Operand, b: Operand) -> Check {
        let (a, b) = (self.operand(a)?, self.operand(b)?);
        let ok = match op {
            BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::Rem => {
                a == b && a == dest && (a.as_int().is_some() || a.as_float().is_some())
            }
            BinOp::And | BinOp::Or | BinOp::Xor => a == b && a == dest && (a.as_int().is_some() || a == Ty::BOOL),
            BinOp::Shl | BinOp::Shr => a == dest && a.as_int().is_some() && b.as_int().is_some(),
            BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge => {
                a == b && dest == Ty::BOOL && self.verifier.is_scalar(a)
            }
        };
        self.ensure(ok, WRONG)
    }

    /// Whether a cast exists: between scalars, but not between floats and addresses, and between fat pointers.
    fn is_cast(&self, from: Ty, to: Ty) -> bool {
        let verifier = &self.verifier;
        if verifier.is_fat(from) || verifier.is_fat(to) {
            return verifier.is_fat(from) && verifier.is_fat(to);
        }
        let is_address = |ty: Ty| self.verifier.program.types.repr_int(ty).is_none() && ty.as_float().is_none();
        let float = from.as_float().is_some() || to.as_float().is_some();
        verifier.is_scalar(from) && verifier.is_scalar(to) && !(float && (is_address(from) || is_address(to)))
    }

    /// Whether a fat pointer can be made of such an address: that of an element, or of an array.
    fn is_fat_from(&self, fat: Ty, address: Ty) -> bool {
        let element = self.verifier.pointee(fat).and_then(|to| self.verifier.element(to));
        let Some((element, to)) = element.zip(self.verifier.pointee(address)) else { return false };
        to == element
            || matches!(self.verifier.kind(to), Some(TyKind::Array(of, _) | TyKind::OpenArray(of, _)) if *of == element)
    }

    fn intrinsic_args(&self, op: Intrinsic, args: List<Operand>) -> Check<Vec<Ty>> {
        self.ensure(args.range().end <= self.body.operands.all().len(), "a list of arguments is out of range")?;
        self.ensure(args.len() == op.arity(), "an intrinsic has not as many arguments as it takes")?;
        get(&self.body.operands, args).iter().map(|arg| self.operand(*arg)).collect()
    }

    fn memory_intrinsic(&self, op: Intrinsic, tys: &[Ty]) -> Check {
        let thin = |ty: Ty| self.verifier.is_thin_ptr(ty);
        let ok = match (op, tys) {
            (Intrinsic::Memcpy | Intrinsic::Memmove, [to, from, len]) => {
                thin(*to) && thin(*from) && len.as_int().is_some()
            }
            (Intrinsic::Memset, [to, value, len]) => thin(*to) && value.as_int().is_some() && len.as_int().is_some(),
            // The others have a result.
            _ => false,
        };
        self.ensure(ok, "an intrinsic is no statement, or does not suit its arguments")
    }
}

fn is_unary(op: UnOp, ty: Ty) -> bool {
    match op {
        UnOp::Neg => ty.as_int().is_some() || ty.as_float().is_some(),
        UnOp::Not => ty.as_int().is_some() || ty == Ty::BOOL,
    }
}

/// Whether an intrinsic with these arguments gives a result of this type.
fn is_intrinsic(op: Intrinsic, dest: Ty, tys: &[Ty]) -> bool {
    let int = |ty: &Ty| ty.as_int().is_some();
    let float = |ty: &Ty| ty.as_float().is_some();
    let same = tys.iter().all(|ty| *ty == dest);
    match op.shape() {
        // A statement.
        Shape::Memory => false,
        Shape::Float => same && float(&dest),
        Shape::Class => dest == Ty::BOOL && tys.iter().all(float),
        Shape::Int => same && int(&dest),
        Shape::Count => int(&dest) && tys.iter().all(int),
        Shape::Shift => tys.first() == Some(&dest) && tys.iter().all(int),
    }
}
