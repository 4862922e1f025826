//! Functions.

use super::super::print::{OPS, access_name, check_name, op_name};
use super::*;
use crate::tree::InlineHint;
use crate::ty::TyKind;

/// A body as far as it has been read.
#[derive(Default)]
struct Building {
    body: Body,
    /// Blocks that are mentioned, and where for the first time.
    mentioned: Vec<Option<Token>>,
}

/// The number behind a letter: of `_1`, `bb1`.
fn numbered(text: &str, prefix: &str) -> Option<u32> {
    let digits = text.strip_prefix(prefix)?;
    let canonical = digits == "0" || !digits.starts_with('0');
    if canonical && digits.bytes().all(|b| b.is_ascii_digit()) { digits.parse().ok() } else { None }
}

fn id<T>(number: u32) -> Idx<T> {
    Idx::from_raw(number.into())
}

impl Reader<'_> {
    pub(super) fn function(&mut self, first: usize, linkage: Linkage) -> Read<()> {
        let (handle, ty) = self.fn_header()?;
        let generics = self.generics.clone();
        let Some(&Named::Fn(id)) = self.symbols.get(&handle) else { return self.expected("a function") };
        let name = if self.eat("name") { self.string()? } else { handle.0 };
        let inline = self.inline_hint()?;
        let cold = self.eat("cold");
        let no_intrinsic = self.eat("no_intrinsic");
        let lib = if self.eat("lib") { Some(self.string()?) } else { None };
        let tag = self.tag()?;
        let abi = self.abi_number()?;
        let span = self.position(first)?;
        let body = if self.eat(";") { None } else { Some(self.body(span)?) };
        let symbol = handle.0;
        self.program.fns[id] =
            Function { symbol, name, generics, ty, linkage, span, inline, cold, no_intrinsic, lib, tag, abi };
        body.into_iter().for_each(|body| drop(self.program.bodies.insert(id, body)));
        self.defined += 1;
        self.generics.clear();
        Ok(())
    }

    /// `unsafe extern "C" fn @NAME<T>(A, B) -> R`; what it takes are the parameters of what is read.
    pub(super) fn fn_header(&mut self) -> Read<(Handle, Ty)> {
        let (is_unsafe, conv) = self.fn_qualifiers()?;
        self.expect("@")?;
        let handle = self.handle()?;
        self.generic_params()?;
        if self.eat(":") {
            return Ok((handle, self.ty()?));
        }
        let sig = self.sig(is_unsafe, conv)?;
        Ok((handle, self.program.types.intern(TyKind::Fn(Box::new(sig)))))
    }

    fn inline_hint(&mut self) -> Read<Option<InlineHint>> {
        if !self.eat("inline") {
            return Ok(None);
        }
        if !self.is("(") {
            return Ok(Some(InlineHint::Hint));
        }
        self.in_parens(|r| match r.word("`always` or `never`")? {
            "always" => Ok(Some(InlineHint::Always)),
            "never" => Ok(Some(InlineHint::Never)),
            _ => r.error_at(r.tokens[r.at - 1], "expected `always` or `never`"),
        })
    }

    fn tag(&mut self) -> Read<Option<InlineTag>> {
        if !self.eat("tag") {
            return Ok(None);
        }
        let tag = self.in_parens(|r| match r.word("`none`, `hint`, `always` or `never`")? {
            "none" => Ok(InlineTag::None),
            "hint" => Ok(InlineTag::Hint),
            "always" => Ok(InlineTag::Always),
            "never" => Ok(InlineTag::Never),
            _ => r.error_at(r.tokens[r.at - 1], "expected `none`, `hint`, `always` or `never`"),
        });
        tag.map(Some)
    }

    fn abi_number(&mut self) -> Read<Option<u32>> {
        if !self.eat("abi") {
            return Ok(None);
        }
        self.in_parens(|r| r.number("the number of a convention")).map(Some)
    }

    fn body(&mut self, span: Span) -> Read<Body> {
        self.assocs();
        self.expect("{")?;
        let mut to = Building::default();
        let params = if self.eat("params") { self.local_names(true)? } else { Vec::new() };
        let ret = if self.eat("ret") { self.local_names(false)?.pop() } else { None };
        while self.eat("known") {
            let assoc = self.ty()?;
            self.expect("=")?;
            let is = self.ty()?;
            self.expect(";")?;
            to.body.known.push((assoc, is));
        }
        while self.is("scope") {
            self.scope(&mut to.body)?;
        }
        if !self.has_positions {
            // Sources have no blocks then; the function itself is the scope of its variables.
            to.body.scopes.push(Scope { parent: None, span });
        }
        while self.is("let") || self.is("var") {
            self.local(&mut to.body)?;
        }
        for (number, token) in params {
            let local = self.known_local(&to.body, number, token)?;
            to.body.params.push(local);
        }
        if let Some((number, token)) = ret {
            to.body.ret = Some(self.known_local(&to.body, number, token)?);
        }
        while !self.eat("}") {
            self.block(&mut to)?;
        }
        for (number, token) in to.mentioned.iter().enumerate().skip(to.body.blocks.len()) {
            if let Some(token) = token {
                return self.error_at(*token, format!("there is no block `bb{number}`"));
            }
        }
        Ok(to.body)
    }

    /// Names of locals, up to the semicolon; just one unless there may be several.
    fn local_names(&mut self, several: bool) -> Read<Vec<(u32, Token)>> {
        let mut names = Vec::new();
        loop {
            let token = self.peek();
            let Some(number) = numbered(self.token_text(token), "_") else { return self.expected("a local") };
            self.at += 1;
            names.push((number, token));
            if !several || !self.eat(",") {
                self.expect(";")?;
                return Ok(names);
            }
        }
    }

    fn known_local(&self, body: &Body, number: u32, token: Token) -> Read<LocalId> {
        if (number as usize) < body.locals.len() {
            Ok(id(number))
        } else {
            self.error_at(token, format!("there is no local `_{number}`"))
        }
    }

    fn scope(&mut self, body: &mut Body) -> Read<()> {
        let first = self.at;
        self.at += 1;
        let token = self.peek();
        let number: usize = self.number("the number of a scope")?;
        if number != body.scopes.len() {
            return self.error_at(token, format!("expected scope {}", body.scopes.len()));
        }
        let parent = if self.eat("in") { Some(self.number("the number of a scope")?) } else { None };
        let span = self.position(first)?;
        self.expect(";")?;
        body.scopes.push(Scope { parent, span });
        Ok(())
    }

    fn local(&mut self, body: &mut Body) -> Read<()> {
        let first = self.at;
        let kind = if self.eat("var") { LocalKind::Memory } else { LocalKind::Value };
        self.at += usize::from(kind == LocalKind::Value);
        let expected = format!("_{}", body.locals.len());
        self.expect(&expected)?;
        self.expect(":")?;
        let ty = self.ty()?;
        let name = if self.peek().kind == Kind::Str { self.string()? } else { Symbol::EMPTY };
        let scope = if self.eat("in") { self.number("the number of a scope")? } else { 0 };
        let span = self.position(first)?;
        self.expect(";")?;
        body.locals.alloc(Local { name, ty, kind, span, scope });
        Ok(())
    }

    fn block(&mut self, to: &mut Building) -> Read<()> {
        let expected = format!("bb{}", to.body.blocks.len());
        self.expect(&expected)?;
        self.expect(":")?;
        let mut stmts = Vec::new();
        loop {
            let first = self.at;
            if let Some(term) = self.terminator(to)? {
                let term_span = self.position(first)?;
                self.expect(";")?;
                to.body.blocks.alloc(Block { stmts, term, term_span });
                return Ok(());
            }
            let kind = self.stmt(&mut to.body)?;
            let span = self.position(first)?;
            self.expect(";")?;
            stmts.push(Stmt { kind, span });
        }
    }

    fn target(&mut self, to: &mut Building) -> Read<BlockId> {
        let token = self.peek();
        let Some(number) = numbered(self.token_text(token), "bb") else { return self.expected("a block") };
        self.at += 1;
        // No text has more blocks than tokens: a larger number is wrong, and would take memory.
        if number as usize >= self.tokens.len() {
            return self.error_at(token, format!("there is no block `bb{number}`"));
        }
        let index = number as usize;
        if index >= to.mentioned.len() {
            to.mentioned.resize(index + 1, None);
        }
        to.mentioned[index].get_or_insert(token);
        Ok(id(number))
    }

    /// The terminator that begins here, if one does.
    fn terminator(&mut self, to: &mut Building) -> Read<Option<Terminator>> {
        if self.peek().kind != Kind::Word {
            return Ok(None);
        }
        let term = match self.peek_at(0) {
            "goto" => {
                self.at += 1;
                Terminator::Goto(self.target(to)?)
            }
            "if" => {
                self.at += 1;
                let cond = self.operand(&mut to.body)?;
                self.expect("goto")?;
                let then = self.target(to)?;
                self.expect("else")?;
                Terminator::Branch { cond, then, els: self.target(to)? }
            }
            "switch" => {
                self.at += 1;
                self.switch(to)?
            }
            "return" => {
                self.at += 1;
                Terminator::Return
            }
            "unreachable" => {
                self.at += 1;
                Terminator::Unreachable
            }
            // A statement.
            _ => return Ok(None),
        };
        Ok(Some(term))
    }

    fn switch(&mut self, to: &mut Building) -> Read<Terminator> {
        let on = self.operand(&mut to.body)?;
        self.expect("{")?;
        let mut cases = Vec::new();
        while !self.eat("else") {
            let value = self.case_value()?;
            self.expect("=>")?;
            cases.push((value, self.target(to)?));
            self.expect(",")?;
        }
        self.expect("=>")?;
        let default = self.target(to)?;
        self.expect("}")?;
        Ok(Terminator::Switch { on, cases: to.body.cases.alloc(cases), default })
    }

    fn case_value(&mut self) -> Read<u128> {
        let token = self.peek();
        if token.kind == Kind::Number && self.token_text(token).bytes().all(|b| b.is_ascii_digit()) {
            return self.number("a value");
        }
        match self.konst()?.kind {
            ConstData::Int(bits) => Ok(bits),
            // No other constant is an integer.
            _ => self.error_at(token, "this is not an integer"),
        }
    }

    fn stmt(&mut self, body: &mut Body) -> Read<StmtKind> {
        match self.peek_at(0) {
            "nop" => {
                self.at += 1;
                Ok(StmtKind::Nop)
            }
            "mark" => {
                self.at += 1;
                let mark = self.mark()?;
                let token = self.peek();
                let Some(number) = numbered(self.token_text(token), "_") else { return self.expected("a local") };
                self.at += 1;
                Ok(StmtKind::Mark(mark, self.known_local(body, number, token)?))
            }
            "store" => {
                self.at += 1;
                let access = self.access()?;
                let place = self.place(body)?;
                self.expect("=")?;
                Ok(StmtKind::Store { place, value: self.operand(body)?, access })
            }
            "drop" => {
                self.at += 1;
                body.moves = true;
                Ok(StmtKind::Drop(self.place(body)?))
            }
            "variant" => {
                self.at += 1;
                let place = self.place(body)?;
                self.expect("=")?;
                let ty = self.place_ty(body, place);
                Ok(StmtKind::SetVariant(place, self.variant_of(ty)?))
            }
            "call" => Ok(StmtKind::Call(self.call(body, None)?)),
            "check" => {
                self.at += 1;
                let cond = self.operand(body)?;
                self.expect("else")?;
                Ok(StmtKind::Check { cond, kind: self.check_kind(body)? })
            }
            "intrinsic" => {
                let (op, args) = self.intrinsic(body)?;
                Ok(StmtKind::Intrinsic { op, args })
            }
            // An assignment.
            _ => {
                let dest = self.place(body)?;
                self.expect("=")?;
                if self.is("call") {
                    return Ok(StmtKind::Call(self.call(body, Some(dest))?));
                }
                Ok(StmtKind::Assign(dest, self.rvalue(body)?))
            }
        }
    }

    fn mark(&mut self) -> Read<Mark> {
        Ok(match self.word("`declared`, `used` or `assigned`")? {
            "declared" => Mark::Declared { mutable: self.eat("mut") },
            "used" => Mark::Used,
            "assigned" => Mark::Assigned,
            _ => return self.error_at(self.tokens[self.at - 1], "expected `declared`, `used` or `assigned`"),
        })
    }

    fn access(&mut self) -> Read<Access> {
        [Access::Unaligned, Access::Volatile]
            .into_iter()
            .find(|access| self.eat(access_name(*access)))
            .map_or_else(|| self.expected("`volatile` or `unaligned`"), Ok)
    }

    fn check_kind(&mut self, body: &mut Body) -> Read<CheckKind> {
        let plain = [
            CheckKind::DivisionByZero,
            CheckKind::RemainderByZero,
            CheckKind::DivisionOverflow,
            CheckKind::Shift,
            CheckKind::NegOverflow,
        ];
        if let Some(kind) = plain.into_iter().find(|kind| self.eat(check_name(*kind))) {
            return Ok(kind);
        }
        let bounds = self.eat("bounds");
        if !bounds && !self.eat("slice_order") {
            return self.expected("what a check is for");
        }
        self.expect("(")?;
        let (a, b) = self.pair(body)?;
        self.expect(")")?;
        Ok(if bounds { CheckKind::Bounds(a, b) } else { CheckKind::SliceOrder(a, b) })
    }

    fn call(&mut self, body: &mut Body, dest: Option<Place>) -> Read<CallId> {
        self.expect("call")?;
        let callee: Callee = if self.eat("(") {
            let callee = self.operand(body)?;
            self.expect(")")?;
            Callee::Ptr(callee)
        } else {
            let id = self.fn_ref()?;
            self.generic_args()?.map_or(Callee::Fn(id), |args| Callee::Apply(id, args))
        };
        let args = self.args(body)?;
        let ty = match callee {
            _ if self.eat("as") => self.ty()?,
            Callee::Fn(callee) => self.program.fns[callee].ty,
            Callee::Apply(callee, args) => {
                let types = &self.program.types;
                types.substitute(self.program.fns[callee].ty, types.args(args))
            }
            Callee::Ptr(_) => return self.expected("`as` and the type of the function"),
        };
        let tag = self.tag()?.unwrap_or_default();
        let abi = self.abi_number()?;
        Ok(body.calls.alloc(Call { dest, callee, args, ty, tag, abi }))
    }

    fn args(&mut self, body: &mut Body) -> Read<List<Operand>> {
        self.expect("(")?;
        let args = self.list(")", |r| r.operand(body))?;
        Ok(body.operands.alloc(args))
    }

    fn pair(&mut self, body: &mut Body) -> Read<(Operand, Operand)> {
        let a = self.operand(body)?;
        self.expect(",")?;
        Ok((a, self.operand(body)?))
    }

    fn intrinsic(&mut self, body: &mut Body) -> Read<(Intrinsic, List<Operand>)> {
        self.expect("intrinsic")?;
        let token = self.peek();
        let word = self.word("the name of an intrinsic")?;
        let Some(op) = Intrinsic::ALL.iter().copied().find(|op| op.text() == word) else {
            return self.error_at(token, format!("there is no intrinsic `{word}`"));
        };
        Ok((op, self.args(body)?))
    }

    fn rvalue(&mut self, body: &mut Body) -> Read<Rvalue> {
        if self.eat("&") {
            return Ok(Rvalue::AddrOf(self.place(body)?));
        }
        if self.eat("[") {
            let value = self.operand(body)?;
            self.expect(";")?;
            let repeat = match self.eat("_") {
                true => Rvalue::Fill(value),
                false => Rvalue::Repeat(value, Count::new(self.number("a number of elements")?)),
            };
            self.expect("]")?;
            return Ok(repeat);
        }
        let moves = self.is("move");
        if self.peek().kind != Kind::Word || moves || self.at_const() || numbered(self.peek_at(0), "_").is_some() {
            return Ok(Rvalue::Use(self.operand(body)?));
        }
        if self.is("intrinsic") {
            let (op, args) = self.intrinsic(body)?;
            return Ok(Rvalue::Intrinsic { op, args });
        }
        let word = self.word("a value")?;
        Ok(match word {
            "load" => {
                let access = self.access()?;
                Rvalue::Load { place: self.place(body)?, access }
            }
            "arith" if self.eat("neg") => Rvalue::ArithNeg(self.operand(body)?),
            "arith" => self.operation(body, Rvalue::Arith)?,
            "checked" => self.operation(body, Rvalue::Checked)?,
            "neg" => Rvalue::Unary(UnOp::Neg, self.operand(body)?),
            "not" => Rvalue::Unary(UnOp::Not, self.operand(body)?),
            "cast" => Rvalue::Cast(self.operand(body)?),
            "variant" => Rvalue::Variant(self.place(body)?),
            "fat" => {
                let (address, len) = self.pair(body)?;
                Rvalue::Fat(address, len)
            }
            "fat_ptr" => Rvalue::FatPtr(self.operand(body)?),
            "fat_len" => Rvalue::FatLen(self.operand(body)?),
            "black_box" => Rvalue::BlackBox(self.operand(body)?),
            "ptr_add" | "ptr_sub" | "ptr_diff" => {
                let (a, b) = self.pair(body)?;
                self.expect("of")?;
                let elem = self.ty()?;
                match word {
                    "ptr_diff" => Rvalue::PtrDiff { a, b, elem },
                    _ => Rvalue::PtrOffset { ptr: a, index: b, elem, negate: word == "ptr_sub" },
                }
            }
            // An operator, or nothing known.
            _ => {
                self.at -= 1;
                self.operation(body, Rvalue::Binary)?
            }
        })
    }

    fn operation(&mut self, body: &mut Body, make: impl Fn(BinOp, Operand, Operand) -> Rvalue) -> Read<Rvalue> {
        let Some(op) = OPS.into_iter().find(|op| self.eat(op_name(*op).trim_end())) else {
            return self.expected("a value or an operation");
        };
        let (a, b) = self.pair(body)?;
        Ok(make(op, a, b))
    }

    pub(super) fn operand(&mut self, body: &mut Body) -> Read<Operand> {
        if self.at_const() {
            let konst = self.konst()?;
            return Ok(Operand::Const(body.consts.alloc(konst)));
        }
        if self.eat("move") {
            body.moves = true;
            let token = self.peek();
            let place = self.place(body)?;
            return match place.base {
                PlaceBase::Local(local) => Ok(Operand::Move(local, place.projs)),
                PlaceBase::Global(_) => self.error_at(token, "a static keeps its value"),
            };
        }
        Ok(Operand::Copy(self.place(body)?))
    }

    fn base_ty(&self, body: &Body, base: PlaceBase) -> Ty {
        match base {
            PlaceBase::Local(id) => body.locals[id].ty,
            PlaceBase::Global(id) => self.program.globals[id].ty,
        }
    }

    fn place_ty(&self, body: &Body, place: Place) -> Ty {
        body.place_ty(&self.program.place_types(), place)
    }

    /// A variant of an enum of this type, by its name.
    pub(super) fn variant_of(&mut self, ty: Ty) -> Read<u32> {
        let token = self.peek();
        let name = self.name()?;
        let found = self.program.types.variants(ty).iter().position(|variant| variant.name == name);
        let missing = || format!("there is no variant `{}` here", self.token_text(token));
        found.map_or_else(|| self.error_at(token, missing()), |found| Ok(found as u32))
    }

    fn place(&mut self, body: &mut Body) -> Read<Place> {
        let token = self.peek();
        let base = match numbered(self.token_text(token), "_").filter(|_| token.kind == Kind::Word) {
            Some(number) => {
                self.at += 1;
                PlaceBase::Local(self.known_local(body, number, token)?)
            }
            None if self.is("@") => PlaceBase::Global(self.global_ref()?),
            None => return self.expected("a place or a constant"),
        };
        let mut projs = Vec::new();
        // Where the place is that variants are asked of.
        let mut known = (self.base_ty(body, base), 0);
        loop {
            if self.eat(".") {
                projs.push(if self.eat("*") {
                    Proj::Deref
                } else if matches!(self.peek().kind, Kind::Word | Kind::Str) {
                    let types = &self.program.types;
                    let ty = projs[known.1..].iter().fold(known.0, |ty, proj| body.project(types, ty, *proj));
                    known = (ty, projs.len());
                    let variant = self.variant_of(ty)?;
                    self.expect(".")?;
                    Proj::Payload { variant, field: self.number("the number of a field")? }
                } else {
                    Proj::Field(self.number("`*`, the number of a field or the name of a variant")?)
                });
            } else if self.eat("[") {
                let index = self.deeper(|r| r.operand(body))?;
                self.expect("]")?;
                projs.push(Proj::Index(index));
            } else {
                return Ok(Place { base, projs: body.projs.alloc(projs) });
            }
        }
    }
}
