//! Names of types.

use super::*;
use vex_ir::pool::List;

/// A parameter of a function around the item that mentions it.
const OUTER_PARAMETER: Code = Code("E0218");

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
                let found = self.type_path(body, path, span);
                body.set_type(id, found);
            }
            TypeKind::Array(of, len) => {
                self.ty(body, of);
                self.anon(body, len);
            }
            TypeKind::Ptr(_, to) | TypeKind::Ref(_, to) | TypeKind::Slice(to) => self.ty(body, to),
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

    fn type_path(&mut self, body: &mut Resolving<'_>, path: Path, span: Span) -> TypeKind<Resolved> {
        let count = path.segments.len();
        let last = body.segments[path.segments][count - 1];
        if count == 1 && !path.absolute {
            let name = last.name.name;
            if let Some(found) = self.self_type(name).or_else(|| self.param_named(name)) {
                self.no_generics(body, last.generics, span);
                return found;
            }
            let Some(item) = self.type_named(name) else {
                let found = self.scopes.builtin_types.get(&name).map(|ty| TypeKind::Prim(*ty));
                match found {
                    Some(_) => self.no_generics(body, last.generics, span),
                    // What stands behind it may be as unknown, for the same reason.
                    None => self.unresolved_param(last.name),
                }
                return found.unwrap_or(TypeKind::Error);
            };
            return TypeKind::Item(item, self.args_of(body, item, last.generics, span));
        }
        let Some((module, used)) = self.path_module(body, path) else {
            self.types(body, last.generics);
            return TypeKind::Error;
        };
        if count - used != 1 {
            self.types(body, last.generics);
            self.cx.emit(Diagnostic::error(NO_SUCH_ITEM, span, "this path names no type").label("not a type"));
            return TypeKind::Error;
        }
        match self.member(module, Namespace::Type, last.name, false) {
            Some(item) => TypeKind::Item(item, self.args_of(body, item, last.generics, span)),
            None => {
                self.types(body, last.generics);
                TypeKind::Error
            }
        }
    }

    pub(super) fn types(&mut self, body: &mut Resolving<'_>, list: List<TypeId>) {
        for i in list.range() {
            let ty = *body.type_lists.at(i);
            self.ty(body, ty);
        }
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

    /// The type that an item is where it has members, with what is given for its parameters or inferred.
    pub(super) fn owner(&mut self, body: &mut Resolving<'_>, item: ItemId, given: List<TypeId>, span: Span) -> TypeId {
        let given = self.args_of(body, item, given, span);
        let given = self.or_inferred(body, item, given, span);
        body.alloc_type(TypeKind::Item(item, given), span)
    }

    /// The same in the type at the head of a literal.
    pub(super) fn literal_args(&mut self, body: &mut Resolving<'_>, ty: TypeId) {
        if let TypeKind::Item(item, given) = body.type_expr(ty) {
            let args = self.or_inferred(body, item, given, body.types[ty].span);
            body.set_type(ty, TypeKind::Item(item, args));
        }
    }

    /// The parameter of the item around that has a name, unless an item of a block inside has it.
    pub(super) fn param_named(&self, name: Symbol) -> Option<TypeKind<Resolved>> {
        let position = self.params.all().position(|param| param.name.name == name)?;
        let hidden = self.block_items.get(name, Namespace::Type, self.own_items).is_some();
        (!hidden).then_some(TypeKind::Param(position as u32, name))
    }

    /// Reports a name that is no type; it may be a parameter that cannot be used here.
    fn unresolved_param(&mut self, name: Ident) {
        let found = self.outer_params.iter().rev().flat_map(|params| params.all()).find(|p| p.name.name == name.name);
        let Some(param) = found else { return self.unresolved_type(name, "type") };
        let text = self.cx.text(name.name);
        let message = format!("`{text}` is a type parameter of the item around this one");
        let note = match self.in_anon {
            true => "what must be known when the program is compiled depends on no parameter",
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
        self.cx.emit(diagnostic.note("what must be known when the program is compiled depends on no parameter"));
        true
    }

    /// Brings the parameters of an item into scope; what [`leave_params`](Self::leave_params) needs.
    pub(super) fn enter_params(&mut self, id: ItemId) -> usize {
        let mut params = Params::of(self.ir, id);
        if let ItemKind::Anon = self.ir.items[id].kind::<Scoped>() {
            // What must be known when the program is compiled depends on no parameter.
            params.this = self.params.this.filter(|block| self.ir.items[*block].params().is_empty());
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

    /// Resolves the bounds of the parameters, which are no other types of the item.
    pub(super) fn bounds(&mut self, body: &mut Resolving<'_>, types: &mut Vec<TypeId>) {
        for bound in self.params.own.iter().flat_map(|param| &param.bounds) {
            types.retain(|ty| ty != bound);
            self.bound(body, *bound);
        }
    }

    /// A bound of a parameter.
    fn bound(&mut self, body: &mut Resolving<'_>, id: TypeId) {
        // `feature-gate` has refused all others.
        if let TypeKind::Path(path) = body.type_expr(id)
            && let [only] = body.segments[path.segments]
            && let Some(marker) = Marker::from_name(self.cx.text(only.name.name))
        {
            body.set_type(id, TypeKind::Marker(marker));
        }
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
