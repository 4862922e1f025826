//! Paths in expressions: variables, items, members of modules, variants.

use super::*;
use vex_ir::pool::List;

/// A parameter of a function around the item that mentions it.
pub(super) const OUTER_PARAMETER: Code = Code("E0218");
const OUTER_VARIABLE: Code = Code("E0205");
pub(super) const UNEXPECTED_TYPE_ARGUMENTS: Code = Code("E0209");

impl Resolver<'_, '_> {
    /// `module.item` is no field access.
    pub(super) fn field(&mut self, body: &mut Resolving<'_>, id: ExprId, base: ExprId, name: Symbol) {
        let Some(module) = self.module_of(body, base) else {
            if !self.dotted_variant(body, id, base, name) {
                self.expr(body, base);
            }
            return;
        };
        let span = body.exprs[id].span;
        let name = Ident { name, span: Span::new(body.exprs[base].span.hi + 1, span.hi) };
        let kind = self.module_member(body, module, name, List::default());
        body.set(id, kind);
    }

    /// `Color.Red`, for `Color::Red`: reported, and taken for that.
    fn dotted_variant(&mut self, body: &mut Resolving<'_>, id: ExprId, base: ExprId, name: Symbol) -> bool {
        let span = body.exprs[id].span;
        let Some(variant) = self.variant_behind_dot(body, base, name, span) else { return false };
        body.set(id, variant);
        true
    }

    /// The variant that is meant by a name behind a dot, if a type stands in front of it: that is reported.
    fn variant_behind_dot(
        &mut self,
        body: &mut Resolving<'_>,
        base: ExprId,
        name: Symbol,
        span: Span,
    ) -> Option<ExprKind<Resolved>> {
        let (segment, named) = self.type_before_dot(body, base)?;
        let item = self.behind_aliases(named);
        let ItemKind::Enum(def) = self.ir.items[item].kind::<Scoped>() else { return None };
        let index = self.scopes.variant(item, def, name)?;
        let ty = self.cx.text(segment.name.name);
        let message = format!("`{ty}` is a type: its variants stand behind `::`");
        let at = body.exprs[base].span.hi;
        let diagnostic = Diagnostic::error(NAME_NOT_FOUND, span, message);
        self.cx.emit(diagnostic.fix(Span::new(at, at + 1), "::", "write it like this"));
        Some(self.variant_with(body, (named, item), index, segment.generics, segment.name.span))
    }

    /// A variant of an enum that an item names, with what is given for the enum's parameters.
    fn variant_with(
        &mut self,
        body: &mut Resolving<'_>,
        (named, item): (ItemId, ItemId),
        index: u32,
        given: List<TypeId>,
        span: Span,
    ) -> ExprKind<Resolved> {
        let of = match self.ir.items[item].params() {
            [] => {
                self.args_of(body, named, given, span);
                None
            }
            _ => Some(self.owner(body, named, given, span)),
        };
        ExprKind::Variant(item, index, of)
    }

    /// `Point.new(1)`, for `Point::new(1)`: reported, and taken for that.
    fn dotted_function(
        &mut self,
        body: &mut Resolving<'_>,
        (id, receiver): (ExprId, ExprId),
        name: Symbol,
        generics: List<TypeId>,
        args: List<ExprId>,
    ) -> bool {
        let span = body.exprs[receiver].span;
        let width = self.cx.text(name).len() as u32;
        let whole = Span::new(span.lo, span.hi + 1 + width);
        if let Some(variant) = self.variant_behind_dot(body, receiver, name, whole) {
            self.no_generics(body, generics, whole);
            let callee = body.alloc(variant, whole);
            self.call_instead(body, id, callee, args);
            return true;
        }
        if !self.scopes.members.contains(&name) {
            return false;
        }
        let Some((owner, item)) = self.type_before_dot(body, receiver) else { return false };
        let message = format!("`{}` is a type: its functions stand behind `::`", self.cx.text(owner.name.name));
        let dot = Span::new(span.hi, span.hi + 1);
        self.cx.emit(Diagnostic::error(NAME_NOT_FOUND, span, message).fix(dot, "::", "write it like this"));
        let of = self.owner(body, item, owner.generics, span);
        let callee = ExprKind::Member { of, name, generics };
        let callee = body.alloc(callee, whole);
        self.types(body, generics);
        self.call_instead(body, id, callee, args);
        true
    }

    /// The type that a name in front of a dot means, if it is no value.
    fn type_before_dot(&mut self, body: &Resolving<'_>, id: ExprId) -> Option<(PathSegment, ItemId)> {
        let ExprKind::Path(path) = body.kind(id) else { return None };
        let [segment] = body.segments[path.segments] else { return None };
        if path.absolute || self.plain_value(segment.name.name) {
            return None;
        }
        Some((segment, self.type_named(segment.name.name)?))
    }

    /// Makes a method call one of a function, without what stands before the dot.
    fn call_instead(&mut self, body: &mut Resolving<'_>, id: ExprId, callee: ExprId, args: List<ExprId>) {
        body.set(id, ExprKind::Call(callee, args.rest()));
        for i in args.rest().range() {
            let arg = *body.expr_lists.at(i);
            self.expr(body, arg);
        }
    }

    /// Whether a name alone is a value here.
    fn plain_value(&mut self, name: Symbol) -> bool {
        self.locals.get(name).is_some()
            || self.block_item_named(name, Namespace::Value).is_some()
            || self.scopes.module(self.module).values.contains_key(&name)
    }

    /// `module.function(args)` is no method call.
    pub(super) fn method_call(
        &mut self,
        body: &mut Resolving<'_>,
        id: ExprId,
        name: Symbol,
        generics: List<TypeId>,
        args: List<ExprId>,
    ) {
        let Some(&receiver) = body.expr_lists[args].first() else { return };
        let Some(module) = self.module_of(body, receiver) else {
            if self.dotted_function(body, (id, receiver), name, generics, args) {
                return;
            }
            self.types(body, generics);
            for i in args.range() {
                let arg = *body.expr_lists.at(i);
                self.expr(body, arg);
            }
            return;
        };
        let base = body.exprs[receiver].span;
        let width = self.cx.text(name).len() as u32;
        let ident = Ident { name, span: Span::new(base.hi + 1, base.hi + 1 + width) };
        let kind = self.module_member(body, module, ident, generics);
        let callee = body.alloc(kind, base.to(ident.span));
        self.call_instead(body, id, callee, args);
    }

    /// The module that an expression names, if it is a name that is nothing else here.
    fn module_of(&mut self, body: &Resolving<'_>, id: ExprId) -> Option<ModuleId> {
        let ExprKind::Path(path) = body.kind(id) else { return None };
        let [segment] = &body.segments[path.segments] else { return None };
        let name = segment.name.name;
        if path.absolute || self.locals.get(name).is_some() || self.block_item_named(name, Namespace::Value).is_some() {
            return None;
        }
        if self.scopes.module(self.module).values.contains_key(&name) {
            return None;
        }
        self.scopes.lookup_module(self.module, name)
    }

    fn module_member(
        &mut self,
        body: &mut Resolving<'_>,
        module: ModuleId,
        name: Ident,
        generics: List<TypeId>,
    ) -> ExprKind<Resolved> {
        let found = self.scopes.module(module).values.get(&name.name).filter(|b| b.import.is_none()).copied();
        match found {
            Some(binding) => {
                self.check_visible(binding.item, name.span);
                self.item_with(body, binding.item, generics, name.span)
            }
            None => {
                self.no_generics(body, generics, name.span);
                self.missing_item(module, name);
                ExprKind::ERROR
            }
        }
    }

    /// An item with what is given for its parameters, which is inferred if nothing is.
    fn item_with(
        &mut self,
        body: &mut Resolving<'_>,
        item: ItemId,
        given: List<TypeId>,
        span: Span,
    ) -> ExprKind<Resolved> {
        let given = self.args_of(body, item, given, span);
        ExprKind::Item(item, self.or_inferred(body, item, given, span))
    }

    pub(super) fn block_item_named(&self, name: Symbol, wanted: Namespace) -> Option<ItemId> {
        self.block_items.get(name, wanted, 0)
    }

    pub(super) fn no_generics(&mut self, body: &mut Resolving<'_>, generics: List<TypeId>, span: Span) {
        self.types(body, generics);
        if !generics.is_empty() {
            self.cx.emit(
                Diagnostic::error(UNEXPECTED_TYPE_ARGUMENTS, span, "this takes no type arguments").label("not generic"),
            );
        }
    }

    /// What a path in an expression stands for.
    pub(super) fn value_path(&mut self, body: &mut Resolving<'_>, path: Path, span: Span) -> ExprKind<Resolved> {
        let segments = path.segments;
        let last = body.segments[segments][segments.len() - 1];
        if segments.len() == 1 && !path.absolute {
            if let Some(kind) = self.plain_name(body, last, span) {
                return kind;
            }
            if !self.parameter_as_value(last.name) && !self.call_of_type(body, last) {
                self.unresolved_value(last.name, span);
            }
            return ExprKind::ERROR;
        }
        if let Some(found) = self.member_of_type(body, path) {
            return found;
        }
        if !self.scopes.members.contains(&last.name.name) && self.associated_call(body, path, span) {
            return ExprKind::ERROR;
        }
        let Some((module, used)) = self.path_module(body, path) else { return ExprKind::ERROR };
        let names: Vec<PathSegment> = body.segments[segments][used..].to_vec();
        match names[..] {
            [name] => {
                let own = module == self.module;
                match self.member(module, Namespace::Value, name.name, own) {
                    Some(item) => self.item_with(body, item, last.generics, span),
                    None => ExprKind::ERROR,
                }
            }
            [ty, name] => self.variant_path(body, module, used == 0 && !path.absolute, (ty, name)),
            _ => {
                self.cx.emit(Diagnostic::error(NO_SUCH_ITEM, span, "this path leads nowhere").label("too many parts"));
                ExprKind::ERROR
            }
        }
    }

    /// The module in which the rest of a path is to be looked up, and how many segments led there.
    pub(super) fn path_module(&mut self, body: &Resolving<'_>, path: Path) -> Option<(ModuleId, usize)> {
        let segments = &body.segments[path.segments];
        let first = segments[0].name.name;
        let own = if path.absolute { None } else { self.type_named(first) };
        let found = self.scopes.start_of(self.ir, self.module, (first, segments.len(), path.absolute), own);
        match found {
            Some((module, used)) if path.absolute => self.scopes.mention(self.module, module, segments[used].name.name),
            Some(_) => {}
            None => self.unresolved_param(segments[0].name, "type or module"),
        }
        found
    }

    /// A member of a module; what the module imports counts only inside it.
    pub(super) fn member(&mut self, module: ModuleId, namespace: Namespace, name: Ident, own: bool) -> Option<ItemId> {
        let block_item = if own { self.block_item_named(name.name, namespace) } else { None };
        let found = block_item.or_else(|| self.scopes.member(module, namespace, name.name, own));
        match found {
            Some(item) => self.check_visible(item, name.span),
            None => self.missing_item(module, name),
        }
        found
    }

    /// `Self::name`, `T::name`, `i32::name`: a member of what is no item; of an enum, it may be a variant.
    fn member_of_type(&mut self, body: &mut Resolving<'_>, path: Path) -> Option<ExprKind<Resolved>> {
        let segments: Vec<PathSegment> = body.segments[path.segments].to_vec();
        if let [ty, name] = segments[..]
            && !path.absolute
        {
            let text = ty.name.name;
            if let Some(variant) = self.variant_of_self(body, (ty, name)) {
                return Some(variant);
            }
            let is_named = self.type_named(text).is_some() || self.param_named(text).is_some();
            let is_member = self.scopes.members.contains(&name.name.name) && !is_named;
            if let Some(known) = self.scopes.builtin_types.get(&text).filter(|_| is_member) {
                self.no_generics(body, ty.generics, ty.name.span);
                self.types(body, name.generics);
                let of = body.alloc_type(TypeKind::Prim(*known), ty.name.span);
                return Some(ExprKind::Member { of, name: name.name.name, generics: name.generics });
            }
        }
        let (of, name) = self.assoc_of(body, path, &segments)?;
        self.types(body, name.generics);
        Some(ExprKind::Member { of, name: name.name.name, generics: name.generics })
    }

    /// `Self::Variant`
    fn variant_of_self(
        &mut self,
        body: &mut Resolving<'_>,
        (ty, variant): (PathSegment, PathSegment),
    ) -> Option<ExprKind<Resolved>> {
        let this = self.self_type(ty.name.name)?;
        let item = self.behind_aliases(self.self_item?);
        let ItemKind::Enum(def) = self.ir.items[item].kind::<Scoped>() else { return None };
        let index = self.scopes.variant(item, def, variant.name.name)?;
        self.no_generics(body, ty.generics, ty.name.span);
        self.no_generics(body, variant.generics, variant.name.span);
        let is_generic = !self.ir.items[item].params().is_empty();
        let of = is_generic.then(|| body.alloc_type(this, ty.name.span));
        Some(ExprKind::Variant(item, index, of))
    }

    /// The variant at the head of a literal or a pattern. `None`: its path leads to a type, or nowhere.
    pub(super) fn variant_at_head(
        &mut self,
        body: &mut Resolving<'_>,
        path: Path,
        span: Span,
    ) -> Option<TypeKind<Resolved>> {
        let found = match body.segments[path.segments] {
            [_] => return None,
            [ty, name] if !path.absolute && self.self_type(ty.name.name).is_some() => {
                self.variant_of_self(body, (ty, name))?
            }
            _ => {
                let Some((module, used)) = self.path_module(body, path) else { return Some(TypeKind::Error) };
                let [ty, name] = body.segments[path.segments][used..] else { return None };
                self.variant_path(body, module, used == 0 && !path.absolute, (ty, name))
            }
        };
        Some(match found {
            ExprKind::Variant(item, index, of) => TypeKind::Variant(item, index, of),
            ExprKind::Member { .. } => {
                let diagnostic = Diagnostic::error(NO_SUCH_ITEM, span, "this path names no type and no variant");
                self.cx.emit(diagnostic.label("has no fields"));
                TypeKind::Error
            }
            // Reported.
            _ => TypeKind::Error,
        })
    }

    fn variant_path(
        &mut self,
        body: &mut Resolving<'_>,
        module: ModuleId,
        own: bool,
        (owner, member): (PathSegment, PathSegment),
    ) -> ExprKind<Resolved> {
        let (ty, variant) = (owner.name, member.name);
        let Some(named) = self.member(module, Namespace::Type, ty, own || module == self.module) else {
            return ExprKind::ERROR;
        };
        let item = self.behind_aliases(named);
        let variants = match self.ir.items[item].kind::<Scoped>() {
            ItemKind::Enum(def) => Some(def),
            _ => None,
        };
        let index = variants.and_then(|def| self.scopes.variant(item, def, variant.name));
        // Of an enum, what no `impl` has was to be a variant; of others, it was to be a function, if there are any.
        let is_member = match variants {
            Some(_) => index.is_none() && self.scopes.members.contains(&variant.name),
            None => !self.scopes.members.is_empty(),
        };
        if is_member {
            let of = self.owner(body, named, owner.generics, ty.span);
            self.types(body, member.generics);
            return ExprKind::Member { of, name: variant.name, generics: member.generics };
        }
        if let Some(index) = index {
            // `Option::Some::<i32>` is `Option::<i32>::Some`.
            let (given, others) = match owner.generics.is_empty() {
                true => (member.generics, List::default()),
                false => (owner.generics, member.generics),
            };
            self.no_generics(body, others, variant.span);
            return self.variant_with(body, (named, item), index, given, ty.span);
        }
        self.types(body, owner.generics);
        self.types(body, member.generics);
        if variants.is_none() {
            let message =
                format!("`{}` is not an enum and has no `{}`", self.cx.text(ty.name), self.cx.text(variant.name));
            self.cx.emit(Diagnostic::error(NO_SUCH_ITEM, variant.span, message).label("not found"));
            return ExprKind::ERROR;
        }
        let text = self.cx.text(variant.name);
        let message = format!("enum `{}` has no variant `{text}`", self.cx.text(ty.name));
        let text = text.to_string();
        let mut diagnostic = Diagnostic::error(NO_SUCH_ITEM, variant.span, message).label("no such variant");
        let removed = self.ir.removed.find(variant.name, |from| from == RemovedFrom::Part(item));
        if !removed.is_empty() {
            diagnostic = self.ir.removed.explain(self.cx, diagnostic, &removed);
        } else {
            let among = Among::Variants(item);
            self.note_unknown(diagnostic, text, among, "a variant with a similar name exists", false);
            return ExprKind::ERROR;
        }
        self.cx.emit(diagnostic);
        ExprKind::ERROR
    }

    fn plain_name(&mut self, body: &mut Resolving<'_>, segment: PathSegment, span: Span) -> Option<ExprKind<Resolved>> {
        let name = segment.name.name;
        if let Some(found) = self.locals.get(name) {
            self.no_generics(body, segment.generics, span);
            return Some(match found {
                Ok(local) => ExprKind::Local(local),
                Err(()) => self.captured(name, span),
            });
        }
        if let Some(position) = self.number_named(name) {
            self.no_generics(body, segment.generics, span);
            return Some(ExprKind::Param(position, name));
        }
        let item = match self.block_item_named(name, Namespace::Value) {
            Some(item) => Some(item),
            None => self.scopes.lookup(self.module, Namespace::Value, name),
        };
        if let Some(item) = item {
            return Some(self.item_with(body, item, segment.generics, span));
        }
        let builtin = *self.scopes.builtin_fns.get(&name)?;
        self.types(body, segment.generics);
        Some(ExprKind::Builtin(builtin, segment.generics))
    }

    pub(super) fn captured(&mut self, name: Symbol, span: Span) -> ExprKind<Resolved> {
        let text = self.cx.text(name);
        let diagnostic = if self.in_anon {
            let message = format!("`{text}` is a variable, and this must be known when the program is compiled");
            Diagnostic::error(OUTER_VARIABLE, span, message)
                .label("known only when the program runs")
                .note("a `const` is known; memory whose size is known only then is allocated")
        } else {
            let message = format!("`{text}` is a variable of the function around this one");
            Diagnostic::error(OUTER_VARIABLE, span, message).label("not accessible here").note(
                "items do not see the variables of the function they stand in; pass it to a function as an argument",
            )
        };
        self.cx.emit(diagnostic);
        ExprKind::ERROR
    }
}
