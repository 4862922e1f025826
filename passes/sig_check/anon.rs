//! Array lengths, discriminants, and numbers as arguments: values that types depend on, before all types are known.

use super::*;
use vex_ir::arith::{fits, sign_extend};
use vex_ir::flow::{self, Const, ConstData, Defs, Function, Global, Linkage};
use vex_ir::lang::Typed;
use vex_ir::pool::List;

/// A value that is too large for every length, discriminant and argument.
const TOO_LARGE_VALUE: Code = Code("E0319");

/// Constants that are other constants are looked through so far without being interpreted.
const MAX_HOPS: u32 = 16;

impl Demands for SignatureBuilder<'_> {
    fn parts(&mut self) -> (&mut Cx, &mut Program, &mut Engine) {
        (self.cx, self.ir, &mut self.engine)
    }

    fn flow(&mut self, id: ItemId) -> Option<flow::Body> {
        self.type_exprs(id);
        if !self.types_of_mentioned(id) {
            return None;
        }
        // The types of a body determine which definitions it needs, and some of them are only known once those definitions are.
        let (body, mentions) = loop {
            let mut body = self.ir.bodies[id].clone();
            (self.check)(&mut self.cx.fork(), &self.ir.sigs, id, &mut body);
            let mentions = self.ir.mentions_in(id, &body);
            match self.define_used(id, Read::new(&body), mentions.is_none()) {
                Defined::More => {}
                Defined::All => match mentions {
                    Some(mentions) => break (body, mentions),
                    None => return self.report_cycles(&body),
                },
                Defined::Cycle => return None,
            }
        };
        let known = mentions.into_iter().all(|mention| self.mentioned(mention)) && self.drops_known();
        known.then(|| (self.build)(&mut self.cx.fork(), &self.ir.sigs, id, self.engine.stands_for(), &body))
    }
}

/// The result of defining what a body needs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Defined {
    /// New definitions were made.
    More,
    All,
    /// A definition needs the value of this body: a cycle, which is reported.
    Cycle,
}

impl SignatureBuilder<'_> {
    /// A length, discriminant or argument of a type, if it has a value. If it has none, `const-eval` says why. `used`: what needs it, if
    /// that is elsewhere.
    pub(super) fn anon(&mut self, value: AnonConst, ty: Ty, used: Option<Span>) -> Option<i128> {
        let id = match value {
            AnonConst::Literal(value) => return Some(value.into()),
            AnonConst::Item(id) => id,
            // Its value is what is given for it.
            AnonConst::Param(..) => return None,
        };
        self.set(id, ItemTy::Value(ty));
        self.state[item_index(id)] = State::Done;
        if ty == Ty::ERROR {
            return None;
        }
        if let Some(known) = self.ir.anon_values.get(&id) {
            return Some(*known);
        }
        let span = used.unwrap_or(self.ir.items[id].span);
        let value = self.evaluated(id, ty, span)?;
        self.ir.anon_values.insert(id, value);
        Some(value)
    }

    /// The value of a constant that is a scalar.
    fn evaluated(&mut self, id: ItemId, ty: Ty, used: Span) -> Option<i128> {
        if let Some(value) = ty.as_int().and_then(|int| self.plain(id, int, MAX_HOPS)) {
            return Some(value);
        }
        self.prepare();
        if !demand::value(self, id, used) {
            return None;
        }
        let value = self.ir.defs.value(id)?.clone();
        self.scalar(id, &value, ty)
    }

    /// A constant as an argument: its number.
    pub(super) fn constant_arg(&mut self, id: ItemId, used: Span) -> Ty {
        if !self.need(Need::Type(id), used) {
            return Ty::ERROR;
        }
        let ItemTy::Value(ty) = self.ir.item_ty(id) else { return Ty::ERROR };
        if Number::of(ty, 0).is_none() {
            if ty != Ty::ERROR {
                let shown = self.ir.types.show(&self.cx.interner, ty);
                let message = format!("a constant of type `{shown}` cannot be given for a parameter");
                let diagnostic = Diagnostic::error(WRONG_NUMBER_TYPE, used, message);
                self.cx.emit(diagnostic.label("no integer, `bool` or `char`"));
            }
            return Ty::ERROR;
        }
        let number = self.evaluated(id, ty, used).and_then(|value| Number::of(ty, value));
        number.map_or(Ty::ERROR, |number| self.ir.types.number(number))
    }

    /// A number that an expression in a type is, as an argument. `None`: nothing says of which type it is.
    pub(super) fn number_arg(&mut self, value: AnonConst) -> Ty {
        let number = match value {
            AnonConst::Literal(value) => Some(Number::Int(value.into())),
            AnonConst::Param(position, name) => return self.ir.types.intern(TyKind::Param(position, name)),
            AnonConst::Item(id) => match self.ir.item_ty(id) {
                ItemTy::Value(ty) => self.anon(value, ty, None).and_then(|value| Number::of(ty, value)),
                // What it is given to is not found.
                ItemTy::None | ItemTy::Fn(_) | ItemTy::Type(_) => None,
            },
        };
        number.map_or(Ty::ERROR, |number| self.ir.types.number(number))
    }

    /// Gives the numbers among arguments the types of their parameters.
    pub(super) fn type_numbers(&mut self, owner: ItemId, args: List<TypeId>, params: &[vex_ir::ty::GenericParam]) {
        let args: Vec<TypeId> = self.ir.bodies[owner].type_lists[args].to_vec();
        for (arg, param) in args.into_iter().zip(params) {
            if let (Some(of), TypeKind::Number(value)) =
                (param.number, Read::<Closed>::new(&self.ir.bodies[owner]).type_expr(arg))
            {
                // `true` is of its own type, and is reported as such where another one is wanted.
                let root = value.item().and_then(|item| Some((&self.ir.bodies[item], self.ir.bodies[item].root?)));
                let ty = match root.map(|(body, root)| Read::<Closed>::new(body).kind(root)) {
                    Some(ExprKind::Bool(_)) => Ty::BOOL,
                    Some(ExprKind::Char(_)) => Ty::CHAR,
                    _ => of,
                };
                self.anon(value, ty, None);
            }
        }
    }

    /// The same of the own arguments of a member, of which only the name may be known.
    pub(super) fn type_member_numbers(&mut self, owner: ItemId, of: Option<TypeId>, name: Symbol, args: List<TypeId>) {
        let body = Read::<Closed>::new(&self.ir.bodies[owner]);
        let is_number = |arg: &TypeId| matches!(body.type_expr(*arg), TypeKind::Number(AnonConst::Item(_)));
        if !body.type_lists[args].iter().any(is_number) {
            return;
        }
        let of = of.map(|of| self.lower(owner, of));
        let Some(member) =
            self.members_named(of, name).into_iter().find(|m| self.ir.items[*m].params().len() == args.len())
        else {
            return;
        };
        let own = self.generics(member);
        let own = own[own.len() - args.len()..].to_vec();
        self.type_numbers(owner, args, &own);
    }

    /// The value of a constant that is a literal, or another such constant: as nearly all are.
    fn plain(&mut self, id: ItemId, int: IntTy, hops: u32) -> Option<i128> {
        let body = Read::<Closed>::new(&self.ir.bodies[id]);
        let literal = |e: ExprId| match body.kind(e) {
            ExprKind::Int { low, high, suffix: Suffix::None } => i128::try_from(BigInt::join(low, high)).ok(),
            // What else there is has to be computed.
            _ => None,
        };
        let root = body.root?;
        let value = match body.kind(root) {
            ExprKind::Unary(UnOp::Neg, e) => -literal(e)?,
            ExprKind::Item(other, _)
                if hops > 0 && matches!(self.ir.items[other].kind::<Closed>(), ItemKind::Const { .. }) =>
            {
                if self.state[item_index(other)] == State::Running {
                    return None;
                }
                self.used = body.span(root);
                self.item(other);
                let ItemTy::Value(ty) = self.ir.item_ty(other) else { return None };
                let from = ty.as_int().filter(|from| *from == int || from.widens_to(int))?;
                return self.plain(other, from, hops - 1);
            }
            _ => literal(root)?,
        };
        fits(value, int, self.cx.target.pointer_bits).then_some(value)
    }

    /// A constant that is a scalar, as a number.
    fn scalar(&mut self, id: ItemId, value: &Const, ty: Ty) -> Option<i128> {
        let bits = match value.raw() {
            ConstData::Int(bits) => *bits,
            ConstData::Zero => 0,
            // `type-check` made it a number.
            _ => return None,
        };
        if let Some(int) = ty.as_int().filter(|int| int.signed()) {
            return Some(sign_extend(bits, int.bits(self.cx.target.pointer_bits)));
        }
        let number = i128::try_from(bits).ok();
        if number.is_none() {
            let span = self.ir.items[id].span;
            let message = format!("{bits} is too large for a length, discriminant or argument");
            self.cx.emit(Diagnostic::error(TOO_LARGE_VALUE, span, message).label("2^127 or more"));
            demand::refuse(self.ir, id);
        }
        number
    }

    /// Makes room for what bodies of Flow refer to, once something has to be computed.
    fn prepare(&mut self) {
        if !self.ir.defs.fns.is_empty() {
            return;
        }
        let mut defs = Defs::with_room(self.ir.items.len());
        defs.sigs.types = self.ir.types.clone();
        flow::CalledByCompiler::all(self.cx).into_iter().for_each(|called| defs.declare_called(called, None));
        defs.sigs.types = Default::default();
        self.ir.defs = defs;
        self.engine.start(self.cx, self.ir);
    }

    /// Finds the types of the items that a body mentions. Whether they all have one.
    fn types_of_mentioned(&mut self, id: ItemId) -> bool {
        let (item, body) = (&self.ir.items[id], Read::<Closed>::new(&self.ir.bodies[id]));
        let (mut mentioned, mut names) = (Vec::new(), Vec::new());
        item.walk(&body, &mut |node| {
            let walk::Node::Expr(e) = node else { return };
            match body.kind(e) {
                ExprKind::Item(item, _) => mentioned.push((item, body.span(e))),
                ExprKind::Member { of, name, .. } => names.push((Some(of), name, body.span(e))),
                ExprKind::MethodCall { name, .. } => names.push((None, name, body.span(e))),
                // Nothing else mentions one.
                _ => {}
            }
        });
        for (of, name, span) in names {
            let of = of.map(|of| self.lower(id, of));
            mentioned.extend(self.ir.traits.named(name).iter().map(|member| (*member, span)));
            mentioned.extend(self.members_named(of, name).into_iter().map(|member| (member, span)));
        }
        mentioned.into_iter().all(|(item, span)| self.need(Need::Type(item), span))
    }

    /// Reports the methods in a body in error whose types are being found out.
    fn report_cycles(&mut self, body: &Body) -> Option<flow::Body> {
        for (_, expr) in body.exprs.iter() {
            if let Some(ExprKind::Item(item, _)) = expr.raw().narrow::<Closed>()
                && self.state[item_index(item)] == State::Running
            {
                self.need(Need::Type(item), expr.span);
            }
        }
        None
    }

    /// The members that a path or a method call may mean: those of a definition, if it is known, or else of any.
    fn members_named(&mut self, of: Option<Ty>, name: Symbol) -> Vec<ItemId> {
        // Arguments may be left out.
        let types = &self.ir.types;
        match of.filter(|of| *of != Ty::HOLE) {
            Some(ty) => {
                let (TyKind::Adt(of) | TyKind::Apply(of, _)) = *types.kind(ty) else { return Vec::new() };
                let members = self.ir.impls.named(of, name).iter().copied();
                members.filter(|member| types.overlap(self.ir.impls.owner(&self.ir.items[*member]), ty)).collect()
            }
            // One that is being looked at is hardly meant by a name alone.
            None => {
                let is_running = |member: &ItemId| self.state[item_index(*member)] == State::Running;
                self.ir.impls.all_named(name).filter(|member| !is_running(member)).collect()
            }
        }
    }

    /// Finds the type of an item, or its definition. `false`: that is going on already, and is reported.
    fn need(&mut self, need: Need, used: Span) -> bool {
        let id = need.item();
        match self.state[item_index(id)] {
            State::Done => true,
            State::Running => {
                self.engine.cycle(self.cx, self.ir, need, used);
                false
            }
            State::Waiting => {
                self.used = used;
                self.item(id);
                true
            }
        }
    }

    /// Makes the value of what a body mentions known to Flow. Whether it has one.
    fn mentioned(&mut self, mention: Mention) -> bool {
        let Mention { item: id, variant, span } = mention;
        if let Some(index) = variant {
            if !self.is_c_like(id) {
                return self.need(Need::Definition(id), span);
            }
            return self.state[item_index(id)] == State::Done || self.variant(id, index, span).is_some();
        }
        let item = &self.ir.items[id];
        let (index, name, is_foreign) = (item_index(id), item.name, item.is_foreign());
        let linkage = if is_foreign { Linkage::Import } else { Linkage::Internal };
        match (item.kind::<Closed>(), self.ir.item_ty(id)) {
            (ItemKind::Const { .. }, ty) if self.ir.is_open_const(id) => {
                if let (ItemTy::Value(ty), None) = (ty, self.ir.defs.fns[index]) {
                    return self.declare_const(id, ty, span);
                }
            }
            (ItemKind::Const { .. }, _) => return demand::value(self, id, span),
            (ItemKind::Fn(_), ItemTy::Fn(ty)) if self.ir.defs.fns[index].is_none() => {
                let function = Function { linkage, span: name.span, ..Function::new(name.name, ty) };
                let function = self.ir.defs.sigs.fns.alloc(function);
                self.ir.defs.fns[index] = Some(function);
                self.ir.defs.own.extend((!is_foreign).then_some((function, id)));
                if let Some(of) = self.ir.items[id].member_of.filter(|of| self.ir.items[*of].is_trait()) {
                    return self.declare_methods(of, id, span);
                }
            }
            // Its value is not that of a constant.
            (ItemKind::Static { mutable, .. }, ItemTy::Value(ty)) if self.ir.defs.globals[index].is_none() => {
                let (mutable, thread_local) = (mutable, item.is_thread_local());
                let global = Global { linkage, mutable, thread_local, span: name.span, ..Global::new(name.name, ty) };
                self.ir.defs.globals[index] = Some(self.ir.defs.sigs.globals.alloc(global));
            }
            // Known already.
            _ => {}
        }
        true
    }

    /// Whether an item is an enum that is an integer, whatever its variants are.
    fn is_c_like(&self, id: ItemId) -> bool {
        matches!(self.ir.items[id].kind::<Closed>(), ItemKind::Enum(def) if def.is_c_like())
    }

    /// Makes the drop functions of all types known to Flow: a body need not mention those that it calls.
    fn drops_known(&mut self) -> bool {
        if !self.ir.types.any_drop_fn() || self.ir.defs.sigs.drop.is_some() {
            return true;
        }
        let Some(of) = self.ir.scopes.lang_items.get(LangItem::Drop) else { return true };
        let ItemKind::Trait(def) = self.ir.items[of].kind::<Closed>() else { return true };
        let Some(&method) = def.members.first() else { return true };
        let span = self.ir.items[method].name.span;
        let known =
            self.need(Need::Type(method), span) && self.mentioned(Mention { item: method, variant: None, span });
        self.ir.defs.sigs.drop = self.ir.defs.function(method);
        known
    }

    /// Makes a constant known to Flow as a function.
    fn declare_const(&mut self, id: ItemId, ty: Ty, span: Span) -> bool {
        let name = self.ir.items[id].name;
        let ty = self.ir.types.const_fn(ty);
        let function = Function { span: name.span, ..Function::new(name.name, ty) };
        let function = self.ir.defs.sigs.fns.alloc(Function { linkage: Linkage::Internal, ..function });
        self.ir.defs.fns[item_index(id)] = Some(function);
        self.ir.defs.own.push((function, id));
        match self.ir.items[id].member_of.filter(|of| self.ir.items[*of].is_trait()) {
            Some(of) => self.declare_methods(of, id, span),
            None => true,
        }
    }

    /// Makes known to Flow what a method or constant of a trait is for types.
    fn declare_methods(&mut self, of: ItemId, method: ItemId, span: Span) -> bool {
        let name = self.ir.items[method].name.name;
        for id in self.ir.traits.impls_of(of).to_vec() {
            let Some(header) = self.ir.traits.header(id) else { continue };
            let Some(here) = self.ir.traits.member(id, name) else { continue };
            if !self.need(Need::Type(here), span) {
                return false;
            }
            let known = match (self.ir.items[here].kind::<Closed>(), self.ir.item_ty(here)) {
                // It has a value as well, which the function returns.
                (ItemKind::Const { .. }, ItemTy::Value(ty)) => {
                    self.ir.defs.function(here).is_some() || self.declare_const(here, ty, span)
                }
                _ => self.mentioned(Mention { item: here, variant: None, span }),
            };
            if !known {
                return false;
            }
            let Some(fns) = self.ir.defs.function(method).zip(self.ir.defs.function(here)) else { continue };
            let generics = self.generics(id).to_vec();
            let (of, span) = (self.ir.traits.name(of), self.ir.items[id].span);
            let made = flow::Impl { generics, of, args: header.args, types: Vec::new(), fns: vec![fns], span };
            self.ir.defs.sigs.impls.push(made);
        }
        true
    }

    /// Defines the structs whose fields a body needs, and the enums whose variants it tells apart. `broken`: it makes no sense as far
    /// as they are defined.
    fn define_used(&mut self, id: ItemId, body: Read<'_, Typed>, broken: bool) -> Defined {
        let mut used: Vec<(Ty, Span)> = Vec::new();
        let mut enums: Vec<(Ty, Span)> = Vec::new();
        self.ir.items[id].walk(&body, &mut |node| {
            let walk::Node::Expr(e) = node else { return };
            let span = body.span(e);
            used.push((body.expr_ty(e), span));
            match body.kind(e) {
                ExprKind::Match(on, _) => enums.push((body.expr_ty(on), span)),
                ExprKind::Builtin(_, types) => {
                    used.extend(body.type_lists[types].iter().map(|ty| (body.meaning(*ty), span)));
                }
                ExprKind::OffsetOf(ty, _) => used.push((body.meaning(ty), span)),
                ExprKind::Variant(item, ..) => {
                    if let ItemTy::Type(ty) = self.ir.item_ty(item) {
                        used.push((ty, span));
                    }
                }
                // Needs its own type alone.
                _ => {}
            }
        });
        used.extend(body.locals.values().map(|local| (local.ty, local.span)));
        if broken {
            used.extend(body.type_ty.iter().map(|ty| (*ty, self.ir.items[id].span)));
        }
        let mut defined = Defined::All;
        for (ty, span) in used {
            match self.define(ty, span, broken) {
                Defined::Cycle => return Defined::Cycle,
                Defined::More => defined = Defined::More,
                Defined::All => {}
            }
        }
        for (ty, span) in enums {
            if let Some(&item) = self.adts.get(&ty)
                && !self.need(Need::Definition(item), span)
            {
                return Defined::Cycle;
            }
        }
        defined
    }

    /// Defines the structs and enums that a type has in it by value; behind pointers, too, if what is there may matter.
    fn define(&mut self, ty: Ty, used: Span, behind_pointers: bool) -> Defined {
        let mut seen: FxHashSet<Ty> = FxHashSet::default();
        let mut left = vec![(ty, false)];
        let mut defined = Defined::All;
        while let Some((ty, behind)) = left.pop() {
            match self.ir.types.kind(ty) {
                TyKind::Array(of, _) | TyKind::OpenArray(of, _) => left.push((*of, behind)),
                TyKind::Tuple(parts) => left.extend(parts.iter().map(|part| (*part, behind))),
                TyKind::Ptr(_, to) | TyKind::Ref(_, to) | TyKind::Slice(to) if behind_pointers => {
                    left.push((*to, true))
                }
                TyKind::Adt(id) | TyKind::Apply(id, _) if seen.insert(ty) => {
                    let Some(&item) = self.adts.get(&self.ir.types.intern(TyKind::Adt(*id))) else { continue };
                    let is_opaque = matches!(self.ir.items[item].kind::<Closed>(), ItemKind::Opaque);
                    if is_opaque || self.is_c_like(item) {
                        continue;
                    }
                    let state = self.state[item_index(item)];
                    // Its definition is in progress, and may not be needed: the reference to it is behind a pointer.
                    if behind && state == State::Running {
                        continue;
                    }
                    if !self.need(Need::Definition(item), used) {
                        return Defined::Cycle;
                    }
                    if state == State::Waiting {
                        defined = Defined::More;
                    }
                    left.extend(self.ir.types.field_types(ty).into_iter().map(|field| (field, behind)));
                }
                // Nothing else holds a struct by value.
                _ => {}
            }
        }
        defined
    }
}
