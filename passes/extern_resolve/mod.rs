//! Merges the foreign declarations of the whole program into one for each symbol.
//!
//! Language: Signed -> Linked
//! Establishes: every foreign item has a symbol in `externs`; `externs.libs` has the libraries in the order in which a linker needs them; whatever crosses to C can be passed to C.
//! Preserves: the tree itself.
//!
//! Before:
//! ```vex
//! #[link(name = "z")]
//! extern "C" {
//!     fn crc32(crc: u64, buf: *u8, len: u32) -> u64;
//! }
//! ```
//! After:
//! ```vex
//! #[link(name = "z")]
//! extern "C" {
//!     fn crc32(crc: u64, buf: *u8, len: u32) -> u64;
//! }
//! ```

mod classes;
mod format;
mod library;
mod names;
mod reserved;
mod safety;
mod same;

use rustc_hash::FxHashMap;
use same::Answer;
use vex_ir::cx::HeaderUse;
use vex_ir::lang::{Linked, Signed, Step};
use vex_ir::symbol::sym;
use vex_ir::tree::*;
use vex_ir::ty::*;
use vex_ir::{Code, Cx, Diagnostic, Span, Symbol};

const CANNOT_BE_VARIADIC: Code = Code("E0302");
const DUPLICATE_SYMBOL: Code = Code("E0303");
const CONFLICTING_DECLARATIONS: Code = Code("E0304");
const TYPE_NOT_FOR_C: Code = Code("E0305");
const CONFLICTING_LINK_KINDS: Code = Code("E0306");
/// `#[format]` with a number that is not that of a parameter for a C string.
const FORMAT_PARAM: Code = Code("E0331");
/// `#[format]` on a function without `...`.
const FORMAT_FIXED: Code = Code("E0332");
/// A declaration that is not what the C library has under its symbol.
const UNLIKE_C: Code = Code("E0333");

/// Declarations of one static that disagree about whether every thread has its own.
const THREAD_LOCAL_IN_ONE: Code = Code("E0345");

/// Looks at every foreign declaration and every exported definition of the program.
pub fn run(cx: &mut Cx, ir: Step<Signed, Linked, &mut Program>) {
    let ir = ir.into_inner();
    let mut merger = Merger {
        cx,
        ir,
        symbols: FxHashMap::default(),
        libs: Vec::new(),
        lib_of_name: FxHashMap::default(),
        externs: Externs::default(),
        sameness: same::Sameness::default(),
        gave_up: false,
        not_passable: FxHashMap::default(),
    };
    merger.externs.of_item = vec![0; merger.ir.items.len()];
    merger.library();
    let Sigs { live, items, modules, .. } = &mut merger.ir.sigs;
    live.retain(|id| !modules[items[*id].module].is_reference);
    for id in merger.ir.live.clone() {
        merger.item(id);
    }
    merger.reserved_main();
    merger.check_names();
    let mut externs = merger.externs;
    externs.libs = merger.libs.into_iter().flatten().collect();
    ir.externs = externs;
    for (_, module) in ir.modules.iter_mut().filter(|(_, m)| m.is_reference) {
        module.items.clear();
    }
}

struct Merger<'a> {
    cx: &'a mut Cx,
    ir: &'a mut Program,
    symbols: FxHashMap<Symbol, usize>,
    /// The libraries in order, with gaps where one was named again later.
    libs: Vec<Option<LinkLib>>,
    lib_of_name: FxHashMap<Symbol, usize>,
    externs: Externs,
    sameness: same::Sameness,
    /// Whether it was said that types are not compared any more.
    gave_up: bool,
    /// Structs and unions, and whether something in them keeps them from C.
    not_passable: FxHashMap<Ty, bool>,
}

impl Merger<'_> {
    fn item(&mut self, id: ItemId) {
        self.function_types(id);
        let item = &self.ir.items[id];
        match item.kind::<Signed>() {
            ItemKind::ExternBlock(_) => self.libraries(id),
            ItemKind::Fn(function) => {
                if function.variadic {
                    self.check_variadic(id);
                }
                self.check_format(id);
                if self.ir.conv(id) != Conv::Vex {
                    self.check_signature(id);
                }
                self.symbol(id);
            }
            ItemKind::Static { ty, .. } => {
                if item.is_foreign() {
                    self.check_static(id, ty);
                }
                self.symbol(id);
            }
            // Nothing else has a symbol.
            _ => {}
        }
    }

    /// Looks at the types of C functions that an item mentions.
    fn function_types(&mut self, id: ItemId) {
        let (item, body) = (&self.ir.items[id], &self.ir.bodies[id]);
        if !body.may_have(Shapes::EXTERN_FN) {
            return;
        }
        let types = Read::<Signed>::new(body);
        let foreign = |ty: TypeId| matches!(types.type_expr(ty), TypeKind::Fn(sig) if sig.abi != Abi::VEX);
        // Slots that nothing reaches may be of code that `cfg` removed.
        let mut found = Vec::new();
        item.walk(body, &mut |node| match node {
            walk::Node::Type(ty) if foreign(ty) => found.push(ty),
            walk::Node::Type(_) | walk::Node::Expr(_) | walk::Node::Pat(_) => {}
        });
        found.into_iter().for_each(|ty| self.check_function_type(id, ty));
    }

    fn check_variadic(&mut self, id: ItemId) {
        let item = &self.ir.items[id];
        let Some(function) = item.as_fn() else { return };
        let conv = self.ir.conv(id);
        let diagnostic = if !item.is_foreign() {
            Diagnostic::error(CANNOT_BE_VARIADIC, item.name.span, "only functions in `extern` blocks can be variadic")
                .label("defined here with `...`")
                .note("a definition cannot reach its variadic arguments; C's `va_list` functions can")
        } else if function.params.is_empty() {
            Diagnostic::error(CANNOT_BE_VARIADIC, item.name.span, "a variadic function needs a parameter before `...`")
                .label("has none")
        } else if !matches!(conv, Conv::C | Conv::Runtime) {
            let text = conv.name().unwrap_or_default();
            Diagnostic::error(
                CANNOT_BE_VARIADIC,
                item.name.span,
                format!("a function with ABI \"{text}\" cannot be variadic"),
            )
            .label("declared here with `...`")
            .note("only functions with ABI \"C\" can")
        } else {
            return;
        };
        self.cx.emit(diagnostic);
    }

    /// The libraries of a block: those named later may be used by those named before, so a library that is named again
    /// moves behind.
    fn libraries(&mut self, id: ItemId) {
        let attrs = self.ir.items[id].attrs.clone();
        for attr in attrs {
            let TypedAttr::Link { name, kind, header } = attr.typed() else { continue };
            let kind = *kind;
            self.cx.headers.extend(header.clone().map(|(name, span)| HeaderUse { name, span }));
            let last = self.libs.len();
            let Some(position) = self.lib_of_name.insert(name.name, last) else {
                self.libs.push(Some(LinkLib { name: name.name, kind, span: name.span }));
                continue;
            };
            let Some(mut lib) = self.libs[position].take() else { continue };
            let conflict = lib.kind != kind && lib.kind != LinkKind::Default && kind != LinkKind::Default;
            if lib.kind == LinkKind::Default {
                lib.kind = kind;
            }
            let first = lib.span;
            self.libs.push(Some(lib));
            if conflict {
                let message = format!("library `{}` is linked in two ways", self.cx.text(name.name));
                let diagnostic = Diagnostic::error(CONFLICTING_LINK_KINDS, name.span, message)
                    .label("with another `kind` here")
                    .secondary(first, "first here");
                self.cx.emit(diagnostic);
            }
        }
    }

    /// Enters an item that has a symbol of its own into the table.
    fn symbol(&mut self, id: ItemId) {
        let item = &self.ir.items[id];
        let foreign = item.is_foreign();
        if !foreign && !item.is_exported() {
            return;
        }
        let symbol = item.shared_symbol();
        if foreign {
            self.compare_with_library(symbol, id);
        }
        let Some(&known) = self.symbols.get(&symbol) else {
            self.symbols.insert(symbol, self.externs.symbols.len());
            self.externs.symbols.push(ExternSymbol { symbol, item: id, defined: !foreign });
            self.externs.of_item[item_index(id)] = self.externs.symbols.len() as u32;
            return;
        };
        self.externs.of_item[item_index(id)] = known as u32 + 1;
        let first = self.externs.symbols[known].item;
        let defined = self.externs.symbols[known].defined;
        if defined && !foreign {
            return self.defined_twice(symbol, first, id);
        }
        self.compare(symbol, first, id);
        if !foreign {
            let entry = &mut self.externs.symbols[known];
            entry.item = id;
            entry.defined = true;
        }
    }

    fn defined_twice(&mut self, symbol: Symbol, first: ItemId, second: ItemId) {
        let (a, b) = (self.ir.items[first].name.span, self.ir.items[second].name.span);
        let diagnostic = Diagnostic::error(
            DUPLICATE_SYMBOL,
            b,
            format!("symbol `{}` is defined twice in this program", self.cx.text(symbol)),
        )
        .label("again here")
        .secondary(a, "first defined here");
        self.cx.emit(diagnostic);
    }

    /// Declarations of one symbol must say the same.
    fn compare(&mut self, symbol: Symbol, first: ItemId, second: ItemId) {
        let (a, b) = (self.ir.item_ty(first), self.ir.item_ty(second));
        // Each was held against the library's declaration, which says more.
        if self.thread_local_in_one(symbol, first, second) {
            return;
        }
        let answer = self.same_for_c(a, b);
        if answer == Answer::Same || self.externs.library.contains_key(&symbol) {
            return;
        }
        if self.in_error(a) || self.in_error(b) {
            return;
        }
        if answer == Answer::TooMany {
            return self.cannot_compare(symbol, first, second);
        }
        let difference = self.difference(a, b);
        let (one, two) = (self.describe(first), self.describe(second));
        let text = self.cx.text(symbol).to_string();
        let mut diagnostic = Diagnostic::error(
            CONFLICTING_DECLARATIONS,
            self.ir.items[second].name.span,
            format!("symbol `{text}` is declared twice, with different types"),
        )
        .label(format!("here as `{two}`"))
        .secondary(self.ir.items[first].name.span, format!("here as `{one}`"));
        if let Some(note) = difference {
            diagnostic = diagnostic.note(note);
        }
        self.cx.emit(diagnostic);
    }

    /// Reports, once, types that lead to more pairs of others than are compared.
    fn cannot_compare(&mut self, symbol: Symbol, first: ItemId, second: ItemId) {
        if std::mem::replace(&mut self.gave_up, true) {
            return;
        }
        let [a, b] = [first, second].map(|id| self.ir.items[id].name.span);
        let message =
            format!("the types of two declarations of symbol `{}` are too intricate to compare", self.cx.text(symbol));
        let diagnostic = Diagnostic::error(CONFLICTING_DECLARATIONS, b, message)
            .label("declared again here")
            .secondary(a, "first declared here")
            .note(format!("at most {} parts of types are held against each other in a program", same::MAX_PARTS));
        self.cx.emit(diagnostic);
    }

    /// Reports two declarations of a static of which one says that every thread has its own, and the other not.
    fn thread_local_in_one(&mut self, symbol: Symbol, first: ItemId, second: ItemId) -> bool {
        let [one, two] = [first, second].map(|id| &self.ir.items[id]);
        let are_statics = [one, two].iter().all(|item| matches!(item.kind::<Signed>(), ItemKind::Static { .. }));
        if !are_statics || one.is_thread_local() == two.is_thread_local() {
            return false;
        }
        let say =
            |item: &Item| if item.is_thread_local() { "with `#[thread_local]`" } else { "without `#[thread_local]`" };
        let message =
            format!("symbol `{}` is thread-local in one declaration, and not in the other", self.cx.text(symbol));
        let diagnostic = Diagnostic::error(THREAD_LOCAL_IN_ONE, two.name.span, message)
            .label(format!("here {}", say(two)))
            .secondary(one.name.span, format!("here {}", say(one)))
            .note("both mean the same variable, so they are reached in the same way");
        self.cx.emit(diagnostic);
        true
    }

    /// Whether the type is in error, so that nothing can be concluded from it.
    fn in_error(&self, ty: ItemTy) -> bool {
        match ty {
            ItemTy::None => true,
            ItemTy::Value(ty) | ItemTy::Type(ty) => ty == Ty::ERROR,
            ItemTy::Fn(ty) => {
                self.ir.types.sig(ty).is_none_or(|sig| sig.params.contains(&Ty::ERROR) || sig.ret == Ty::ERROR)
            }
        }
    }

    fn same_for_c(&mut self, a: ItemTy, b: ItemTy) -> Answer {
        match (a, b) {
            (ItemTy::Fn(a), ItemTy::Fn(b)) | (ItemTy::Value(a), ItemTy::Value(b)) => {
                self.sameness.same(&self.ir.types, a, b)
            }
            _ if a == b => Answer::Same,
            _ => Answer::Different,
        }
    }

    fn describe(&self, id: ItemId) -> String {
        let show = |ty| self.ir.types.show(&self.cx.interner, ty);
        match (self.ir.item_ty(id), self.ir.items[id].kind::<Signed>()) {
            (ItemTy::Value(ty), _) => format!("static: {}", show(ty)),
            (ItemTy::Fn(ty) | ItemTy::Type(ty), _) => show(ty),
            (ItemTy::None, _) => String::new(),
        }
    }

    /// How two function types differ, as a clause.
    fn difference(&mut self, a: ItemTy, b: ItemTy) -> Option<String> {
        let (ItemTy::Fn(a), ItemTy::Fn(b)) = (a, b) else { return None };
        let (a, b) = (self.ir.types.sig(a)?, self.ir.types.sig(b)?);
        let show = |ty| self.ir.types.show(&self.cx.interner, ty);
        if a.conv != b.conv {
            return Some("their calling conventions differ".to_string());
        }
        if a.variadic != b.variadic {
            return Some("one is variadic, the other is not".to_string());
        }
        if a.params.len() != b.params.len() {
            let plural = if a.params.len() == 1 { "" } else { "s" };
            return Some(format!("one has {} parameter{plural}, the other {}", a.params.len(), b.params.len()));
        }
        let sameness = &mut self.sameness;
        if let Some(i) =
            (0..a.params.len()).find(|i| sameness.same(&self.ir.types, a.params[*i], b.params[*i]) == Answer::Different)
        {
            return Some(format!(
                "parameter {} is `{}` in one, `{}` in the other",
                i + 1,
                show(a.params[i]),
                show(b.params[i])
            ));
        }
        (a.ret != b.ret).then(|| format!("one returns `{}`, the other `{}`", show(a.ret), show(b.ret)))
    }

    /// The symbol `main` is the start code's: the compiler defines it around the program's `main`.
    fn reserved_main(&mut self) {
        let Some(&index) = self.symbols.get(&sym::MAIN) else { return };
        let (item, defined) = (self.externs.symbols[index].item, self.externs.symbols[index].defined);
        if defined && self.ir.main.is_some() && self.ir.items[item].as_fn().is_some() {
            let span = self.ir.items[item].name.span;
            let diagnostic =
                Diagnostic::error(DUPLICATE_SYMBOL, span, "symbol `main` is defined twice in this program")
                    .label("here")
                    .note("the compiler defines it for the program's own `fn main`");
            self.cx.emit(diagnostic);
        }
    }
}

/// The span of a parameter's type, or of the result's.
fn type_span(body: &Body, ty: TypeId) -> Span {
    body.types[ty].span
}
