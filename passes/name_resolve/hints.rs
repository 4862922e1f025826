//! Names that other languages or other parts of Vex have: what to write instead.

use super::*;
use vex_ir::c_names::type_elsewhere;
use vex_ir::pool::List;
use vex_ir::tree::methods::Receiver;
use vex_ir::tree::{Declared, Method};

impl Resolver<'_, '_> {
    /// Says what is meant, or not there yet, by a name that other languages, or other parts of Vex, have; and whether it is
    /// such a name.
    pub(super) fn known_elsewhere(&self, diagnostic: Diagnostic, text: &str, span: Span) -> (Diagnostic, bool) {
        // The functions of C's `math.h` are methods here.
        let number = Receiver::Float;
        if let Some(method) = Method::named(text, number).or_else(|| Method::elsewhere(text, number)) {
            let method = method.name();
            return (diagnostic.note(format!("numbers have the method `{method}`: `x.{method}(…)`")), true);
        }
        if let Some(declared) = self.ir.c_library.find(text) {
            return (self.offer_import(diagnostic, declared, text, span), true);
        }
        let diagnostic = match text {
            "NULL" | "nullptr" | "nil" => diagnostic.fix(span, "null", "the null pointer is `null`"),
            "TRUE" | "True" | "YES" => diagnostic.fix(span, "true", "it is written `true`"),
            "FALSE" | "False" | "NO" => diagnostic.fix(span, "false", "it is written `false`"),
            "stdin" | "stdout" | "stderr" => {
                diagnostic.note(format!("C's `{text}` is what `{text}_file()` of \"std/libc\" returns"))
            }
            // Methods of integers and pointers have names that mean other things, too.
            name if Method::named(name, Receiver::Slice).is_some() => {
                diagnostic.note(format!("it is a method: `x.{name}(…)`"))
            }
            "sizeof" => diagnostic.note("the size of a type is `size_of::<T>()`"),
            "Some" | "None" | "Ok" | "Err" | "Option" | "Result" | "Vec" | "String" | "CString" => {
                diagnostic.note(format!("`{text}` is not supported by this version of vexc"))
            }
            _ => match self.variant_named(text) {
                Some(path) => diagnostic.fix(span, path, "an enum has a variant of that name"),
                None => match closest(text, ["break", "continue", "return"]) {
                    Some(word) if self.cx.snippet(Span::new(span.hi, span.hi + 1)) == ";" => {
                        diagnostic.suggest(span, word, "a keyword is spelled like this")
                    }
                    _ => return (diagnostic, false),
                },
            },
        };
        (diagnostic, true)
    }

    /// Offers the import of what the C library has.
    pub(super) fn offer_import(
        &self,
        diagnostic: Diagnostic,
        declared: Declared,
        name: &str,
        span: Span,
    ) -> Diagnostic {
        let import = format!("import {{ {name} }} from \"std/libc\";\n");
        let what = match declared {
            Declared::Function => "C function",
            Declared::Type => "C type",
            Declared::Value => "value",
        };
        diagnostic.fix(self.file_start(span), import, format!("import the {what} `{name}`"))
    }

    /// `int(x)`, `u8(x)`, `sizeof(int)`, where a function of that name is not found: reported, and the argument resolved.
    pub(super) fn call_of_type(&mut self, body: &mut Resolving<'_>, segment: PathSegment) -> bool {
        let Some((id, args)) = self.calling else { return false };
        let name = segment.name.name;
        let text = self.cx.text(name).to_string();
        let text = text.as_str();
        if !segment.generics.is_empty() || self.may_be_lost(name) {
            return false;
        }
        let span = body.exprs[id].span;
        if text == "range" {
            return self.range_call(body, span, args);
        }
        let [arg] = body.expr_lists[args] else { return false };
        if matches!(text, "sizeof" | "alignof" | "_Alignof") {
            let ours = if text == "sizeof" { "size_of" } else { "align_of" };
            let Some(ty) = self.type_as_value(body, arg) else { return false };
            self.size_in_brackets(span, ours, &ty);
            self.calling = None;
            return true;
        }
        let ty = match type_elsewhere(text) {
            Some((ty, _)) => ty.to_string(),
            None if self.scopes.builtin_types.contains_key(&name) => text.to_string(),
            None => return false,
        };
        let message = format!("`{text}` is a type, not a function");
        let inner = self.cx.bare_snippet(body.exprs[arg].span);
        let inner = if is_operand(inner) { inner.to_string() } else { format!("({inner})") };
        let diagnostic = Diagnostic::error(NAME_NOT_FOUND, span, message);
        self.cx.emit(match ty.as_str() {
            "str" | "&str" => diagnostic.note("`printf` of \"std/libc\" formats numbers"),
            "void" => diagnostic,
            _ => diagnostic.suggest(span, format!("{inner} as {ty}"), "a cast is written with `as`"),
        });
        self.calling = None;
        self.expr(body, arg);
        true
    }

    /// `f64::min(a, b)`, `Point::default()`: reported, and the arguments resolved.
    pub(super) fn associated_call(&mut self, body: &mut Resolving<'_>, path: Path, span: Span) -> bool {
        let Some((id, args)) = self.calling else { return false };
        let [owner, name] = body.segments[path.segments] else { return false };
        if path.absolute {
            return false;
        }
        let (ty, text) = (self.cx.text(owner.name.name), self.cx.text(name.name.name));
        let message = format!("cannot find `{ty}::{text}` in this scope");
        let diagnostic = Diagnostic::error(NAME_NOT_FOUND, span, message).label("not found");
        let args = body.expr_lists[args].to_vec();
        let whole = body.exprs[id].span;
        let diagnostic = match self.type_named(owner.name.name) {
            Some(item) if text == "default" && args.is_empty() => {
                let ItemKind::Struct(_) = self.ir.items[item].kind::<Scoped>() else { return false };
                diagnostic.suggest(whole, format!("{ty} {{ ..default() }}"), "zero in every field is written like this")
            }
            None if self.scopes.builtin_types.contains_key(&owner.name.name) => {
                let kind = match ty {
                    "f32" | "f64" => Receiver::Float,
                    "str" => Receiver::Str,
                    _ => Receiver::Int,
                };
                let Some(method) = Method::named(text, kind).or_else(|| Method::elsewhere(text, kind)) else {
                    return false;
                };
                let method = method.name();
                let texts: Vec<&str> = args.iter().map(|arg| self.cx.snippet(body.exprs[*arg].span)).collect();
                match &texts[..] {
                    [value, rest @ ..] if value.starts_with(char::is_alphabetic) && is_operand(value) => {
                        let call = format!("{value}.{method}({})", rest.join(", "));
                        diagnostic.suggest(whole, call, "it is a method")
                    }
                    _ => diagnostic.note(format!("numbers have the method `{method}`: `x.{method}(…)`")),
                }
            }
            _ => return false,
        };
        self.cx.emit(diagnostic);
        self.calling = None;
        args.into_iter().for_each(|arg| self.expr(body, arg));
        true
    }

    /// `range(n)`, `range(a, b)`: reported, and the arguments resolved.
    fn range_call(&mut self, body: &mut Resolving<'_>, span: Span, args: List<ExprId>) -> bool {
        let args = body.expr_lists[args].to_vec();
        let text = |e: &ExprId| self.cx.snippet(body.exprs[*e].span).to_string();
        let range = match &args[..] {
            [end] => format!("0..{}", text(end)),
            [start, end] => format!("{}..{}", text(start), text(end)),
            _ => return false,
        };
        let diagnostic = Diagnostic::error(NAME_NOT_FOUND, span, "a range is written `a..b`");
        self.cx.emit(diagnostic.suggest(span, range, "it ends before its second number"));
        self.calling = None;
        args.into_iter().for_each(|arg| self.expr(body, arg));
        true
    }

    /// `size_of(i32)`: reported.
    pub(super) fn size_of_value(
        &mut self,
        body: &Resolving<'_>,
        id: ExprId,
        callee: ExprId,
        args: List<ExprId>,
    ) -> bool {
        let ExprKind::Builtin(builtin @ (Builtin::SizeOf | Builtin::AlignOf), generics) = body.kind(callee) else {
            return false;
        };
        let [arg] = body.expr_lists[args] else { return false };
        match self.type_as_value(body, arg) {
            Some(ty) if generics.is_empty() => {
                self.size_in_brackets(body.exprs[id].span, builtin.text(), &ty);
                true
            }
            _ => false,
        }
    }

    fn size_in_brackets(&mut self, span: Span, function: &str, ty: &str) {
        let diagnostic =
            Diagnostic::error(NAME_NOT_FOUND, span, format!("`{function}` takes a type: `{function}::<{ty}>()`"));
        self.cx.emit(diagnostic.suggest(span, format!("{function}::<{ty}>()"), "write it like this"));
    }

    /// The type that a name in a value's place means, if no value has that name.
    fn type_as_value(&mut self, body: &Resolving<'_>, arg: ExprId) -> Option<String> {
        let ExprKind::Path(path) = body.kind(arg) else { return None };
        let [PathSegment { name, .. }] = body.segments[path.segments] else { return None };
        let name = name.name;
        let value = self.locals.get(name).is_some()
            || self.block_item_named(name, Namespace::Value).is_some()
            || self.scopes.lookup(self.module, Namespace::Value, name).is_some();
        let known = self.scopes.builtin_types.contains_key(&name) || self.type_named(name).is_some();
        let text = self.cx.text(name);
        match type_elsewhere(text) {
            _ if value || path.absolute => None,
            _ if known => Some(text.to_string()),
            other => other.map(|(ty, _)| ty.to_string()),
        }
    }

    /// The key of a module of the program that is called so, and not imported here.
    pub(super) fn own_module(&self, text: &str) -> Option<&str> {
        let here = self.module;
        let imported = self.scopes.module(here).modules.keys().any(|name| self.cx.text(*name) == text);
        let mut others = self.ir.modules.iter().filter(|(id, module)| *id != here && !module.is_std);
        let (_, module) = others.find(|(_, module)| self.cx.text(module.key) == text)?;
        (!imported).then(|| self.cx.text(module.key))
    }

    /// The path of a variant with this name, if an enum of the module has one.
    pub(super) fn variant_named(&self, text: &str) -> Option<String> {
        let items = &self.ir.modules[self.module].items;
        // Suggestions must not make many errors slow.
        items.iter().take(1000).find_map(|id| {
            let item = &self.ir.items[*id];
            let ItemKind::Enum(def) = item.kind::<Scoped>() else { return None };
            let found = def.variants.iter().take(1000).any(|v| self.cx.text(v.name.name) == text);
            found.then(|| format!("{}::{text}", self.cx.text(item.name.name)))
        })
    }
}

/// Whether a text needs no parentheses as the operand of a cast or a method.
fn is_operand(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.'))
}
