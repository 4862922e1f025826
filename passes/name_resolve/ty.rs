//! Names of types.

use super::path::{OUTER_PARAMETER, UNEXPECTED_TYPE_ARGUMENTS};
use super::*;
use vex_ir::pool::List;

/// A trait where a type is wanted.
const TRAIT_AS_TYPE: Code = Code("E0219");
/// Something else where a trait is wanted.
const NO_TRAIT: Code = Code("E0220");
/// What an associated type is, where no bound asks for it.
const MISPLACED_EQUALITY: Code = Code("E0382");
/// What holds of lengths, discriminants and numbers that are given.
const IN_ANON: &str = "what must be known when the program is compiled depends on no parameter";

/// Whether a bound may say what associated types are; the reason why not.
#[derive(Clone, Copy)]
enum Equalities {
    Yes,
    No(&'static str),
}

impl<'a> Resolver<'a, '_> {
    pub(super) fn type_named(&self, name: Symbol) -> Option<ItemId> {
        match self.block_item_named(name, Namespace::Type) {
            Some(item) => Some(item),
            None => self.scopes.lookup(self.module, Namespace::Type, name),
        }
    }

    pub(super) fn ty(&mut self, body: &mut Resolving<'_>, id: TypeId) {
        let span = body.types[id].span;
        match body.type_expr(id) {
            TypeKind::Path(path) => {
                let found = self.type_path(body, path, span, false);
                let found = match found {
                    TypeKind::Param(position, _) if self.number_as_type(position, span) => TypeKind::Error,
                    found => found,
                };
                body.set_type(id, found);
            }
            TypeKind::Array(of, len) => {
                self.ty(body, of);
                let len = self.number(body, len);
                body.set_type(id, TypeKind::Array(of, len));
            }
            TypeKind::Ptr(_, to) | TypeKind::Ref(_, to) | TypeKind::Slice(to) => self.ty(body, to),
            TypeKind::As(ty, of) => {
                self.ty(body, ty);
                self.bound(body, of, Equalities::No("it has one type of that name already"));
            }
            // Everything else has no names of its own.
            _ => {
                let mut inner = Vec::new();
                body.children(id.into(), &mut |node| inner.push(node));
                for node in inner {
                    if let walk::Node::Type(ty) = node {
                        self.ty(body, ty);
                    }
                }
            }
        }
    }

    /// What a path stands for; as an argument, that may be a number.
    fn type_path(&mut self, body: &mut Resolving<'_>, path: Path, span: Span, is_arg: bool) -> TypeKind<Resolved> {
        let count = path.segments.len();
        let last = body.segments[path.segments][count - 1];
        if count == 1 && !path.absolute {
            let name = last.name.name;
            if let Some(found) = self.self_type(name).or_else(|| self.param_named(name)) {
                self.no_generics(body, last.generics, span);
                return found;
            }
            let Some(item) = self.type_named(name).map(|item| self.no_trait(item, last.name)) else {
                if is_arg && let Some(found) = self.constant_arg(body, last, span) {
                    return found;
                }
                let found = self.scopes.builtin_types.get(&name).map(|ty| TypeKind::Prim(*ty));
                match found {
                    Some(_) => self.no_generics(body, last.generics, span),
                    // What stands behind it may be as unknown, for the same reason.
                    None => self.unresolved_param(last.name, "type"),
                }
                return found.unwrap_or(TypeKind::Error);
            };
            let Some(item) = item else { return TypeKind::Error };
            return TypeKind::Item(item, self.args_of(body, item, last.generics, span));
        }
        if let Some(found) = self.associated_type(body, path) {
            return found;
        }
        if is_arg && let Some(item) = self.constant_in_module(body, path) {
            return TypeKind::Item(item, List::default());
        }
        if !is_arg && let Some(found) = self.type_of_item(body, path) {
            return found;
        }
        match self.type_in_module(body, path, span, is_arg).and_then(|item| self.no_trait(item, last.name)) {
            Some(item) => TypeKind::Item(item, self.args_of(body, item, last.generics, span)),
            None => {
                self.types(body, last.generics);
                TypeKind::Error
            }
        }
    }

    /// What a path with several parts names.
    fn type_in_module(&mut self, body: &Resolving<'_>, path: Path, span: Span, is_arg: bool) -> Option<ItemId> {
        let (module, used) = self.path_module(body, path)?;
        let [name] = body.segments[path.segments][used..] else {
            let diagnostic = Diagnostic::error(NO_SUCH_ITEM, span, "this path names no type").label("not a type");
            self.cx.emit(match is_arg {
                true => {
                    let fixed = format!("{{ {} }}", self.cx.snippet(span));
                    diagnostic.suggest(span, fixed, "what a type has is an expression, which stands in braces")
                }
                false => diagnostic,
            });
            return None;
        };
        self.member(module, Namespace::Type, name.name, false)
    }

    /// `T::Name`, `Self::Name::Other`: an associated type.
    fn associated_type(&mut self, body: &mut Resolving<'_>, path: Path) -> Option<TypeKind<Resolved>> {
        let segments: Vec<PathSegment> = body.segments[path.segments].to_vec();
        let (of, last) = self.assoc_of(body, path, &segments)?;
        self.no_generics(body, last.generics, last.name.span);
        Some(TypeKind::Assoc(of, last.name.name))
    }

    /// The type that has the last part of a path that begins with `Self` or a parameter: what stands between is associated types.
    pub(super) fn assoc_of(
        &mut self,
        body: &mut Resolving<'_>,
        path: Path,
        segments: &[PathSegment],
    ) -> Option<(TypeId, PathSegment)> {
        let [ty, inner @ .., last] = segments else { return None };
        if path.absolute {
            return None;
        }
        let found = self.self_type(ty.name.name).or_else(|| self.param_named(ty.name.name))?;
        self.no_generics(body, ty.generics, ty.name.span);
        let mut of = body.alloc_type(found, ty.name.span);
        for name in inner {
            self.no_generics(body, name.generics, name.name.span);
            of = body.alloc_type(TypeKind::Assoc(of, name.name.name), ty.name.span.to(name.name.span));
        }
        Some((of, *last))
    }

    /// `Point::Name`: `sig-check` says of which trait it would be.
    fn type_of_item(&mut self, body: &mut Resolving<'_>, path: Path) -> Option<TypeKind<Resolved>> {
        let [ty, name] = body.segments[path.segments] else { return None };
        let first = ty.name.name;
        if path.absolute || self.scopes.lookup_module(self.module, first).is_some() {
            return None;
        }
        let of = match self.type_named(first).filter(|item| !self.ir.items[*item].is_trait()) {
            Some(item) => TypeKind::Item(item, self.args_of(body, item, ty.generics, ty.name.span)),
            None => TypeKind::Prim(*self.scopes.builtin_types.get(&first)?),
        };
        self.no_generics(body, name.generics, name.name.span);
        let of = body.alloc_type(of, ty.name.span);
        Some(TypeKind::Assoc(of, name.name.name))
    }

    /// The item, unless it is a trait: which is reported, for no value has it as its type.
    fn no_trait(&mut self, item: ItemId, name: Ident) -> Option<ItemId> {
        if !self.ir.items[item].is_trait() {
            return Some(item);
        }
        let text = self.cx.text(name.name);
        let diagnostic = Diagnostic::error(TRAIT_AS_TYPE, name.span, format!("`{text}` is a trait, not a type"));
        let note = format!("a parameter can be any type that has the trait: `fn f<T: {text}>(x: T)`");
        self.cx.emit(diagnostic.label("no value has this type").note(note));
        None
    }

    /// What is given for parameters: types, and numbers.
    pub(super) fn types(&mut self, body: &mut Resolving<'_>, list: List<TypeId>) {
        for i in list.range() {
            let arg = *body.type_lists.at(i);
            match body.type_expr(arg) {
                TypeKind::Path(path) => {
                    let found = self.type_path(body, path, body.types[arg].span, true);
                    body.set_type(arg, found);
                }
                TypeKind::Number(value) => {
                    let value = self.number(body, value);
                    body.set_type(arg, TypeKind::Number(value));
                }
                TypeKind::Equal(..) => self.no_equality(body, arg, "it has parameters, and no types of its own"),
                // A type.
                _ => self.ty(body, arg),
            }
        }
    }

    /// Reports `Name = T` among arguments of what is not bound by a trait.
    fn no_equality(&mut self, body: &mut Resolving<'_>, id: TypeId, note: &str) {
        self.ty(body, id);
        let span = body.types[id].span;
        let message = "what an associated type is belongs to a bound";
        self.cx.emit(Diagnostic::error(MISPLACED_EQUALITY, span, message).label("not possible here").note(note));
        body.set_type(id, TypeKind::Error);
    }

    /// The name of the only type that a trait has.
    fn only_type_of(&self, item: ItemId) -> Option<Symbol> {
        let ItemKind::Trait(def) = self.ir.items[item].kind::<Scoped>() else { return None };
        let members = def.members.iter().map(|member| &self.ir.items[*member]);
        let mut types = members.filter(|member| matches!(member.kind::<Scoped>(), ItemKind::AssocType(_)));
        let first = types.next()?.name.name;
        types.next().is_none().then_some(first)
    }

    /// What is given for the parameters of a trait, and behind it what its associated types are.
    fn trait_args(
        &mut self,
        body: &mut Resolving<'_>,
        (item, given): (ItemId, List<TypeId>),
        span: Span,
        equalities: Equalities,
    ) -> List<TypeId> {
        let all: Vec<TypeId> = body.type_lists[given].to_vec();
        let (equal, args): (Vec<TypeId>, Vec<TypeId>) =
            all.into_iter().partition(|arg| matches!(body.type_expr(*arg), TypeKind::Equal(..)));
        if equal.is_empty() {
            if let ([arg], [], Some(name)) = (&args[..], self.ir.items[item].params(), self.only_type_of(item)) {
                self.types(body, given);
                let at = body.types[*arg].span;
                let diagnostic = Diagnostic::error(UNEXPECTED_TYPE_ARGUMENTS, span, "this takes no type arguments");
                let fixed = format!("{} = ", self.cx.text(name));
                self.cx.emit(diagnostic.label("not generic").suggest(at.start(), fixed, "its type is named"));
                return List::default();
            }
            return self.args_of(body, item, given, span);
        }
        let args = body.type_lists.alloc(args);
        let args: Vec<TypeId> = {
            let args = self.args_of(body, item, args, span);
            body.type_lists[args].to_vec()
        };
        match equalities {
            Equalities::Yes => equal.iter().for_each(|one| self.ty(body, *one)),
            Equalities::No(note) => {
                equal.iter().for_each(|one| self.no_equality(body, *one, note));
                return body.type_lists.alloc(args);
            }
        }
        body.type_lists.alloc(args.into_iter().chain(equal))
    }

    /// The arguments that are given for the parameters of an item. `sig-check` and `type-check` look at their number.
    pub(super) fn args_of(
        &mut self,
        body: &mut Resolving<'_>,
        item: ItemId,
        given: List<TypeId>,
        span: Span,
    ) -> List<TypeId> {
        if self.ir.items[item].params().is_empty() {
            self.no_generics(body, given, span);
            return List::default();
        }
        self.types(body, given);
        given
    }

    /// The arguments of an item in an expression, where those that are left out are inferred.
    pub(super) fn or_inferred(
        &mut self,
        body: &mut Resolving<'_>,
        item: ItemId,
        given: List<TypeId>,
        span: Span,
    ) -> List<TypeId> {
        let params = self.ir.items[item].params();
        if params.is_empty() || !given.is_empty() {
            return given;
        }
        let made: Vec<TypeId> = params.iter().map(|_| body.alloc_type(TypeKind::Infer, span)).collect();
        body.type_lists.alloc(made)
    }

    /// The type that an item is where it has members, with what is given for its parameters or inferred; of a trait, some type that has it.
    pub(super) fn owner(&mut self, body: &mut Resolving<'_>, item: ItemId, given: List<TypeId>, span: Span) -> TypeId {
        let given = self.args_of(body, item, given, span);
        let given = self.or_inferred(body, item, given, span);
        if !self.ir.items[item].is_trait() {
            return body.alloc_type(TypeKind::Item(item, given), span);
        }
        let some = body.alloc_type(TypeKind::Infer, span);
        let of = body.alloc_type(TypeKind::Trait(item, given), span);
        body.alloc_type(TypeKind::As(some, of), span)
    }

    /// The type or the variant at the head of a literal or a pattern.
    pub(super) fn literal_type(&mut self, body: &mut Resolving<'_>, ty: TypeId) {
        if let TypeKind::Path(path) = body.type_expr(ty)
            && let Some(variant) = self.variant_at_head(body, path, body.types[ty].span)
        {
            return body.set_type(ty, variant);
        }
        self.ty(body, ty);
        // What is left out is inferred.
        if let TypeKind::Item(item, given) = body.type_expr(ty) {
            let args = self.or_inferred(body, item, given, body.types[ty].span);
            body.set_type(ty, TypeKind::Item(item, args));
        }
    }

    /// The parameter of the item around that has a name, unless an item of a block inside has it.
    pub(super) fn param_named(&self, name: Symbol) -> Option<TypeKind<Resolved>> {
        let (position, param) = self.params.all().enumerate().find(|(_, param)| param.name.name == name)?;
        let position = position + usize::from(self.params.open_self);
        let namespace = if param.number.is_some() { Namespace::Value } else { Namespace::Type };
        let hidden = self.block_items.get(name, namespace, self.own_items).is_some();
        (!hidden).then_some(TypeKind::Param(position as u32, name))
    }

    /// Reports a name that is no type; it may be a parameter that cannot be used here.
    pub(super) fn unresolved_param(&mut self, name: Ident, what: &str) {
        let found = self.outer_params.iter().rev().flat_map(|params| params.all()).find(|p| p.name.name == name.name);
        let Some(param) = found else { return self.unresolved_type(name, what) };
        let text = self.cx.text(name.name);
        let message = format!("`{text}` is a type parameter of the item around this one");
        let note = match self.in_anon {
            true => IN_ANON,
            false => {
                "items do not see the parameters of the function they stand in; give the item parameters of its own"
            }
        };
        let diagnostic = Diagnostic::error(OUTER_PARAMETER, name.span, message).label("not accessible here");
        self.cx.emit(diagnostic.secondary(param.name.span, "declared here").note(note));
    }

    /// Reports `Self` in what must be known when the program is compiled, where it depends on a parameter.
    pub(super) fn open_self(&mut self, name: Ident) -> bool {
        let block = self.outer_params.last().and_then(|params| params.this);
        let Some(block) = block.filter(|_| self.in_anon && name.name == sym::SELF_TYPE) else { return false };
        let message = "`Self` depends on the parameters of the `impl` around this";
        let mut diagnostic = Diagnostic::error(OUTER_PARAMETER, name.span, message).label("not accessible here");
        if let Some(first) = self.ir.items[block].params().first() {
            diagnostic = diagnostic.secondary(first.name.span, "declared here");
        }
        self.cx.emit(diagnostic.note(IN_ANON));
        true
    }

    /// Brings the parameters of an item into scope; what [`leave_params`](Self::leave_params) needs.
    pub(super) fn enter_params(&mut self, id: ItemId) -> usize {
        let mut params = Params::of(self.ir, id);
        if let ItemKind::Anon = self.ir.items[id].kind::<Scoped>() {
            // What must be known when the program is compiled depends on no parameter.
            let is_known = |block: &ItemId| self.ir.items[*block].params().is_empty() && !self.params.open_self;
            params.this = self.params.this.filter(is_known);
        }
        let around = std::mem::replace(&mut self.params, params);
        self.outer_params.push(around);
        self.check_params();
        std::mem::replace(&mut self.own_items, self.block_items.stack.len())
    }

    pub(super) fn leave_params(&mut self, own_items: usize) {
        self.params = self.outer_params.pop().unwrap_or_default();
        self.own_items = own_items;
    }

    /// `Self`, where something says what that is.
    pub(super) fn self_type(&self, name: Symbol) -> Option<TypeKind<Resolved>> {
        self.params.this.filter(|_| name == sym::SELF_TYPE).map(TypeKind::SelfType)
    }

    /// Resolves the bounds of an item, the trait that it is an implementation of, and the types of parameters that are numbers: they
    /// are no other types of the item.
    pub(super) fn params_of(&mut self, body: &mut Resolving<'_>, item: &Item, types: &mut Vec<TypeId>) {
        for (_, bound) in item.bounds() {
            types.retain(|ty| *ty != bound);
            self.bound(body, bound, Equalities::Yes);
        }
        if let Some(of) = item.trait_of() {
            types.retain(|ty| *ty != of);
            self.bound(body, of, Equalities::No("an implementation says it inside: `type Name = …;`"));
        }
        for number in item.params().iter().filter_map(|param| param.number) {
            types.retain(|ty| *ty != number);
            self.ty(body, number);
        }
    }

    /// What bounds a type: a trait.
    fn bound(&mut self, body: &mut Resolving<'_>, id: TypeId, equalities: Equalities) {
        let span = body.types[id].span;
        let TypeKind::Path(path) = body.type_expr(id) else {
            // What could not be read is reported.
            if body.type_expr(id) != TypeKind::Error {
                self.ty(body, id);
                self.cx.emit(Diagnostic::error(NO_TRAIT, span, "a trait is wanted here").label("not a trait"));
                body.set_type(id, TypeKind::Error);
            }
            return;
        };
        let segments = &body.segments[path.segments];
        let last = segments[segments.len() - 1];
        let found = match segments {
            [only] if !path.absolute => {
                let named = self.type_named(only.name.name);
                if named.is_none()
                    && let Some(marker) = Marker::from_name(self.cx.text(only.name.name))
                {
                    self.no_generics(body, last.generics, span);
                    return body.set_type(id, TypeKind::Marker(marker));
                }
                if named.is_none() {
                    self.unresolved_bound(last.name);
                }
                named
            }
            _ => self.type_in_module(body, path, span, false),
        };
        let kind = match found.filter(|item| self.is_trait(*item, last.name)) {
            Some(item) => TypeKind::Trait(item, self.trait_args(body, (item, last.generics), span, equalities)),
            None => {
                for i in last.generics.range() {
                    let arg = *body.type_lists.at(i);
                    if let TypeKind::Equal(..) = body.type_expr(arg) {
                        self.ty(body, arg);
                    } else {
                        let alone = body.type_lists.alloc([arg]);
                        self.types(body, alone);
                    }
                }
                TypeKind::Error
            }
        };
        body.set_type(id, kind);
    }

    /// Reports a bound that names nothing.
    fn unresolved_bound(&mut self, name: Ident) {
        if !self.scopes.builtin_types.contains_key(&name.name) && self.param_named(name.name).is_none() {
            return self.unresolved_type(name, "trait");
        }
        let message = format!("`{}` is a type, not a trait", self.cx.text(name.name));
        let diagnostic = Diagnostic::error(NO_TRAIT, name.span, message).label("not a trait");
        self.cx.emit(diagnostic.note("a parameter is bound by traits, and is one type where all of them are the same"));
    }

    /// Whether an item is a trait; reports it if it is something else.
    fn is_trait(&mut self, item: ItemId, name: Ident) -> bool {
        let found = &self.ir.items[item];
        // Something else of this name was taken out, which is reported.
        if found.is_trait() || matches!(found.kind::<Scoped>(), ItemKind::Error) {
            return found.is_trait();
        }
        let message = format!("`{}` is a type, not a trait", self.cx.text(name.name));
        let diagnostic = Diagnostic::error(NO_TRAIT, name.span, message).label("not a trait");
        self.cx.emit(diagnostic.secondary(found.name.span, "declared here"));
        false
    }

    /// Reports parameters of one item that have the same name.
    fn check_params(&mut self) {
        let all: Vec<&GenericParam> = self.params.all().collect();
        // Those around are looked at where they are declared.
        for (i, param) in all.iter().enumerate().skip(self.params.around.len()) {
            let Some(first) = all[..i].iter().find(|first| first.name.name == param.name.name) else {
                continue;
            };
            let text = self.cx.text(param.name.name);
            let message = format!("two parameters have the name `{text}`");
            let diagnostic =
                Diagnostic::error(DUPLICATE_NAME, param.name.span, message).label(format!("`{text}` again"));
            self.cx.emit(diagnostic.secondary(first.name.span, "first here"));
        }
    }
}
