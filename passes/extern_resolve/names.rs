//! Symbols that no definition may have, and those that only the right definition may have.

use super::library::Side;
use super::*;
use vex_ir::target::ObjectFormat;

/// A symbol that others need, defined as something else.
const NEEDED_SYMBOL: Code = Code("E0325");
/// A symbol that belongs to the start code or the linker.
const START_SYMBOL: Code = Code("E0326");
/// A symbol that means something to LLVM.
const LLVM_SYMBOL: Code = Code("E0327");
/// A symbol that means something to assemblers and object files.
const OBJECT_SYMBOL: Code = Code("E0328");

impl Merger<'_> {
    pub(super) fn check_names(&mut self) {
        for id in self.ir.live.clone() {
            let item = &self.ir.items[id];
            let named = item.is_foreign() || item.is_exported() || self.ir.is_library_root(id);
            if !named || self.ir.modules[item.module].is_std {
                continue;
            }
            let symbol = item.shared_symbol();
            let name = self.cx.text(symbol).to_string();
            if let Some(diagnostic) = self.bad_name(id, &name).or_else(|| self.needed(id, &name)) {
                self.cx.emit(diagnostic);
            }
        }
    }

    fn bad_name(&self, id: ItemId, name: &str) -> Option<Diagnostic> {
        let span = self.symbol_span(id);
        // A name behind this byte is taken as it is, without the target's prefix.
        let bare = name.strip_prefix('\x01').unwrap_or(name);
        if bare.starts_with("llvm.") {
            let error = Diagnostic::error(LLVM_SYMBOL, span, format!("the symbol `{name}` is LLVM's"));
            return Some(
                error
                    .label("names that begin with `llvm.` mean operations of the code generator")
                    .note("the methods of numbers and pointers, and `std/libc`, have what programs need of them"),
            );
        }
        if bare.is_empty() {
            let error = Diagnostic::error(OBJECT_SYMBOL, span, "an empty name cannot be a symbol");
            return Some(error.label("nothing is behind the `\\x01` that keeps the target's prefix away"));
        }
        let why = self.no_symbol(bare, bare.len() < name.len())?;
        let shown = name.escape_debug();
        Some(Diagnostic::error(OBJECT_SYMBOL, span, format!("`{shown}` cannot be a symbol")).label(why))
    }

    /// Why assemblers, object files or LLVM would take a name for something else. `bare`: it is taken as it is.
    fn no_symbol(&self, name: &str, bare: bool) -> Option<&'static str> {
        let object = self.cx.target.object;
        let first = name.chars().next()?;
        if first == '.' {
            return Some("names that begin with `.` are those of sections, and labels that no object file keeps");
        }
        // LLVM does not quote names that begin with a digit. What it quotes, GNU's assembler and its own read differently.
        if first.is_ascii_digit() && (bare || self.cx.target.symbol_prefix.is_empty()) {
            return Some("assemblers read a number where a name begins with a digit");
        }
        if name.contains(|c: char| c.is_control() || matches!(c, '"' | '\\')) {
            return Some("quotes, backslashes and control characters do not come through an assembler unchanged");
        }
        // LLVM defines the first itself, and Microsoft's linker takes both for words to it (PE format, "The .file Records").
        if object == ObjectFormat::Coff && matches!(name, "@feat.00" | "@comp.id") {
            return Some("compilers tell the linker of themselves by this name");
        }
        // Of C's names, the prefix makes others.
        if object == ObjectFormat::MachO && bare && matches!(first, 'L' | 'l') {
            return Some("names that begin with `L` or `l` are labels here, which no program keeps");
        }
        None
    }

    /// Where the symbol is written.
    fn symbol_span(&self, id: ItemId) -> Span {
        let item = &self.ir.items[id];
        let gives = |a: &&Attr| matches!(a.typed(), TypedAttr::LinkName(_) | TypedAttr::ExportName(_));
        item.attrs.iter().find(gives).map_or(item.name.span, |a| a.span)
    }

    /// A definition under a name that others rely on.
    fn needed(&mut self, id: ItemId, name: &str) -> Option<Diagnostic> {
        let item = &self.ir.items[id];
        if item.is_foreign() {
            return None;
        }
        let span = self.symbol_span(id);
        let function = item.as_fn().is_some();
        // Programs without C's start code have their own `_start`.
        if reserved::is_start(name) && !(function && name == "_start") || name == "main" && !function {
            let what = if function { "function" } else { "static" };
            let error = Diagnostic::error(START_SYMBOL, span, format!("a {what} cannot be exported as `{name}`"));
            return Some(
                error
                    .label("the code that starts a program, or the linker, needs this symbol")
                    .note("another name, or none for others to see, keeps the program able to start"),
            );
        }
        self.unlike_needed(id, name)
    }

    /// A definition that is not what `std/libc` declares for the target, or what generated code calls, under its symbol.
    fn unlike_needed(&mut self, id: ItemId, name: &str) -> Option<Diagnostic> {
        let ours = self.ir.item_ty(id);
        if self.in_error(ours) {
            return None;
        }
        // A name behind this byte is the linker's, which may have a prefix.
        let linker = name.strip_prefix('\x01');
        let name = linker.map_or(name, |bare| bare.strip_prefix(self.cx.target.symbol_prefix).unwrap_or(bare));
        let reserved = reserved::find(name, &self.cx.target);
        let declared = self.cx.interner.lookup(name).and_then(|symbol| self.externs.library.get(&symbol).copied());
        let declared = declared.filter(|known| !self.in_error(self.ir.item_ty(*known)));
        let (difference, shown) = match (declared, reserved) {
            (Some(known), _) => {
                if self.thread_local_in_one(self.ir.items[known].shared_symbol(), known, id) {
                    return None;
                }
                (self.unlike(ours, self.ir.item_ty(known), Side::Definition)?, self.describe(known))
            }
            (None, Some((_, letters))) => match reserved::signature(&self.cx.target, letters) {
                Some(theirs) => {
                    let theirs = ItemTy::Fn(self.ir.types.intern(TyKind::Fn(Box::new(theirs))));
                    let shown = match theirs {
                        ItemTy::Fn(ty) => self.ir.types.show(&self.cx.interner, ty),
                        _ => String::new(),
                    };
                    (self.unlike(ours, theirs, Side::Definition)?, shown)
                }
                None => ("it takes or returns what Vex has no type for".to_string(), String::new()),
            },
            (None, None) => return None,
        };
        let user = reserved.map_or(reserved::User::CLibrary, |(user, _)| user);
        let found = self.describe(id);
        let message = format!("the symbol `{name}` is C's, and must be what it is in C");
        let error =
            Diagnostic::error(NEEDED_SYMBOL, self.symbol_span(id), message).label(format!("defined here as `{found}`"));
        let error = if shown.is_empty() {
            error.note(format!("{difference}; {}", user.text()))
        } else {
            error.note(difference).note(format!("in C it is `{shown}`; {}", user.text()))
        };
        Some(if self.ir.items[id].is_exported() {
            error.note("`#[export_name = \"…\"]` gives it a symbol of its own")
        } else {
            error.note("without `main` the program is a library, which exports its `pub` functions under their names")
        })
    }
}
