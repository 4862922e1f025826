//! Numbers: parameters that are one, and what is given for them.

use super::path::OUTER_PARAMETER;
use super::*;
use vex_ir::pool::List;
use vex_ir::tree::generic;

/// A parameter in an expression that types depend on.
const COMPUTED_PARAMETER: Code = Code("E0353");
/// A parameter as a pattern.
const PARAMETER_IN_PATTERN: Code = Code("E0357");

impl Resolver<'_, '_> {
    /// The parameter of the item around that is a number and has a name.
    pub(super) fn number_named(&self, name: Symbol) -> Option<u32> {
        match self.param_named(name)? {
            TypeKind::Param(position, _) => self.is_number(position).then_some(position),
            // Nothing else is a parameter.
            _ => None,
        }
    }

    fn is_number(&self, position: u32) -> bool {
        self.params.at(position).is_some_and(|param| param.number.is_some())
    }

    /// A length, or what stands for one: it may be a parameter, and nothing that is computed with one.
    pub(super) fn number(&mut self, body: &mut Resolving<'_>, value: AnonConst) -> AnonConst {
        if let Some(name) = value.item().and_then(|item| self.name_alone(item))
            && let Some(position) = self.number_named(name)
        {
            return AnonConst::Param(position, name);
        }
        self.anon(body, value);
        value
    }

    /// The name that an anonymous constant is, if it is nothing else.
    fn name_alone(&self, item: ItemId) -> Option<Symbol> {
        let body = Read::<Scoped>::new(self.nest.body(item)?);
        let mut at = body.root?;
        while let ExprKind::Block(block) = body.kind(at)
            && block.stmts.len() == 1
            && let Some(tail) = body.tail(block)
        {
            at = tail;
        }
        let ExprKind::Path(path) = body.kind(at) else { return None };
        match body.segments[path.segments] {
            [only] if !path.absolute && only.generics.is_empty() => Some(only.name.name),
            _ => None,
        }
    }

    /// A constant that a name alone stands for as an argument. A variable is reported.
    pub(super) fn constant_arg(
        &mut self,
        body: &mut Resolving<'_>,
        segment: PathSegment,
        span: Span,
    ) -> Option<TypeKind<Resolved>> {
        let name = segment.name.name;
        if !segment.generics.is_empty() || self.scopes.builtin_types.contains_key(&name) {
            return None;
        }
        if let Some(found) = self.locals.get(name) {
            if let Ok(local) = found {
                body.locals[local].synthetic = true;
            }
            let in_anon = std::mem::replace(&mut self.in_anon, true);
            self.captured(name, span);
            self.in_anon = in_anon;
            return Some(TypeKind::Error);
        }
        let item = match self.block_item_named(name, Namespace::Value) {
            Some(item) => item,
            None => self.scopes.lookup(self.module, Namespace::Value, name)?,
        };
        let is_constant = matches!(self.ir.items[item].kind::<Scoped>(), ItemKind::Const { .. });
        is_constant.then_some(TypeKind::Item(item, List::default()))
    }

    /// A constant of another module as an argument, unless that has a type of its name.
    pub(super) fn constant_in_module(&mut self, body: &Resolving<'_>, path: Path) -> Option<ItemId> {
        let segments = &body.segments[path.segments];
        let own = if path.absolute { None } else { self.type_named(segments[0].name.name) };
        let start = (segments[0].name.name, segments.len(), path.absolute);
        let (module, used) = self.scopes.start_of(self.ir, self.module, start, own)?;
        let [segment] = segments[used..] else { return None };
        let name = segment.name;
        if !segment.generics.is_empty() || self.scopes.member(module, Namespace::Type, name.name, false).is_some() {
            return None;
        }
        let item = self.scopes.member(module, Namespace::Value, name.name, false)?;
        if !matches!(self.ir.items[item].kind::<Scoped>(), ItemKind::Const { .. }) {
            return None;
        }
        if path.absolute {
            self.scopes.mention(self.module, module, name.name);
        }
        self.check_visible(item, name.span);
        Some(item)
    }

    /// Reports a parameter that is a number where a type is wanted; whether it is one.
    pub(super) fn number_as_type(&mut self, position: u32, span: Span) -> bool {
        let Some(param) = self.params.at(position).filter(|param| param.number.is_some()) else {
            return false;
        };
        let text = self.cx.text(param.name.name);
        let message = format!("`{text}` is a number, and a type is wanted here");
        let diagnostic = Diagnostic::error(generic::WRONG_KIND, span, message).label("not a type");
        self.cx.emit(diagnostic.secondary(param.name.span, "declared here"));
        true
    }

    /// Reports a name that is no value because it is a parameter: of an item around, or a type.
    pub(super) fn parameter_as_value(&mut self, name: Ident) -> bool {
        let named = |param: &&GenericParam| param.name.name == name.name;
        let own = self.params.all().find(named);
        let outer = || self.outer_params.iter().rev().flat_map(|params| params.all()).find(named);
        let Some(param) = own.or_else(outer) else { return false };
        let text = self.cx.text(name.name);
        let diagnostic = match (param.number.is_some(), own.is_some() || self.in_anon) {
            (false, true) => {
                let message = format!("`{text}` is a type, and a value is wanted here");
                let note = format!("a parameter that is a number is declared with its type: `const {text}: usize`");
                Diagnostic::error(not_found::NAME_NOT_FOUND, name.span, message).label("not a value").note(note)
            }
            (_, false) => {
                let message = format!("`{text}` is a parameter of the item around this one");
                let note = "items do not see the parameters of the function they stand in; give the item parameters of its own";
                Diagnostic::error(OUTER_PARAMETER, name.span, message).label("not accessible here").note(note)
            }
            (true, true) => {
                let message = format!("types cannot depend on what is computed with the parameter `{text}`");
                let note = format!("it can be `{text}` alone; for another number, there can be another parameter");
                Diagnostic::error(COMPUTED_PARAMETER, name.span, message).label("not known yet").note(note)
            }
        };
        self.cx.emit(diagnostic.secondary(param.name.span, "declared here"));
        true
    }

    /// Reports a parameter as a pattern; whether the name of one is.
    pub(super) fn parameter_pattern(&mut self, name: Ident) -> bool {
        let Some(position) = self.number_named(name.name) else { return false };
        let text = self.cx.text(name.name);
        let message = format!("`{text}` would be a new variable here, not the parameter `{text}`");
        let mut diagnostic =
            Diagnostic::error(PARAMETER_IN_PATTERN, name.span, message).label("it would match every value");
        if let Some(param) = self.params.at(position) {
            diagnostic = diagnostic.secondary(param.name.span, "declared here");
        }
        let note =
            format!("patterns compare with constants; a parameter is compared in a guard: `n if n == {text} => …`");
        self.cx.emit(diagnostic.note(note));
        true
    }
}
