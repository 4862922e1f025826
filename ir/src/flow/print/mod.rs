//! Flow as text, which [`read`](super::read) takes back.
//!
//! Everything that compilation needs afterwards is there. Numbering is by position, so that dead arena slots leave no
//! trace and a change in one function does not show in another:
//!
//! ```flow
//! main = @main;
//! link "z" static;
//!
//! struct Point { x: f64, y: f64 }
//!
//! static mut @COUNTER: u64 = 0u64;
//!
//! import extern "C" fn @malloc(usize) -> *mut u8;
//!
//! export fn @main() -> i32 {
//!     ret _0;
//!     var _0: i32;
//!     let _1: bool "small";
//!
//! bb0:
//!     _1 = lt @COUNTER, 10u64;
//!     if _1 goto bb1 else bb2;
//!
//! bb1:
//!     _0 = 1i32;
//!     return;
//!
//! bb2:
//!     unreachable;
//! }
//! ```
//!
//! - `let` is a local that is a value, `var` one in memory. Places are read from left to right: `_1.*` is what `_1`
//!   points to, `_1.0` a field, `_1[_2]` an element, `@COUNTER` a global.
//! - Constants of built-in types look as in source, `5u8`; others have their type before them, `<Color> 2`.
//! - What takes parameters has them behind its name, `fn @f<T, N: usize>(T)`, and is mentioned with what is given for them, `@f<i32, 3>`;
//!   `<T as Trait>::Name` is an associated type. `size_of`, `align_of`, `offset_of T.1`, `len_of` and `value_of` are numbers that types
//!   have, and `[a; _]` has as many elements as the array that it goes to.
//! - `mark declared _1`, `declared mut`, `used`, `assigned`: what source does with a variable that it declared without a value.
//! - `add a, b` wraps, `checked add a, b` panics, `arith add a, b` is undecided.
//! - Names of things are their symbols, behind `@`, in quotes where they are no plain path. If several have the same,
//!   all but the first have a number behind it: `@f#2`.
//! - Positions, on request: `at 0:12..15` are bytes of `source 0`, which stands with the others at the end of the text.

mod body;
mod generic;
mod konst;
mod shared;
mod used;

pub(super) use self::body::{OPS, access_name, check_name, op_name};
pub(super) use self::konst::measure_name;

use self::used::Used;
use super::*;
use crate::cx::Cx;
use crate::span::Span;
use crate::symbol::Interner;
use crate::tree::{LinkKind, Mutability};
use crate::ty::{AdtDef, AdtField, AdtKind, Conv, FnSig, IntTy, TyKind};
use rustc_hash::FxHashMap;
use std::fmt::Write;

/// What a dump contains besides the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PrintOptions {
    /// Whether source positions, lexical scopes and the sources themselves are printed, for panic messages and
    /// debuggers.
    pub positions: bool,
}

/// The program as text, without source positions.
pub fn print(cx: &Cx, program: &Program) -> String {
    print_with(cx, program, PrintOptions::default())
}

/// The program as text.
pub fn print_with(cx: &Cx, program: &Program, options: PrintOptions) -> String {
    let mut printer = Printer::new(cx, program, options);
    printer.program();
    printer.out
}

/// One function as text, without source positions.
pub fn print_fn(cx: &Cx, program: &Program, id: FnId) -> String {
    let mut printer = Printer::new(cx, program, PrintOptions::default());
    printer.function(id);
    printer.out
}

struct Printer<'a> {
    cx: &'a Cx,
    program: &'a Program,
    options: PrintOptions,
    /// What functions, globals and types are called in the text, by their number.
    fn_names: Vec<String>,
    global_names: Vec<String>,
    adt_names: Vec<String>,
    /// What the text has, by number.
    used: Used,
    /// Constants that the text would have more than once, with the number that each has got.
    shared: FxHashMap<*const Const, Option<u32>>,
    /// How many of those have one.
    numbered: u32,
    /// Source files that positions refer to, by their number in the text.
    files: Vec<usize>,
    out: String,
}

/// Words that cannot be the name of a type without quotes.
pub(super) const TYPE_WORDS: &[&str] =
    &["void", "bool", "char", "f32", "f64", "str", "null", "fn", "unsafe", "extern", "mut", "error", "byte"];

/// Gives each name a text that only it has.
fn unique(
    names: impl Iterator<Item = Symbol>,
    taken: &mut FxHashMap<Symbol, u32>,
    cx: &Cx,
    types: bool,
) -> Vec<String> {
    let mut texts = Vec::with_capacity(names.size_hint().0);
    for name in names {
        let text = cx.text(name);
        let reserved = types && (TYPE_WORDS.contains(&text) || IntTy::from_name(text).is_some());
        let mut unique = if is_plain(text) && !reserved { text.to_string() } else { quoted(text) };
        let count = taken.entry(name).or_insert(0);
        *count += 1;
        if *count > 1 {
            let _ = write!(unique, "#{count}");
        }
        texts.push(unique);
    }
    texts
}

/// Whether a name needs no quotes: `main`, `m::helper`.
fn is_plain(name: &str) -> bool {
    name.split("::").all(|part| {
        let mut bytes = part.bytes();
        bytes.next().is_some_and(|b| b.is_ascii_alphabetic() || b == b'_' || b == b'$')
            && bytes.all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'$')
    })
}

/// Text in quotes, on one line.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        escape(c, '"', &mut out);
    }
    out.push('"');
    out
}

/// A character as it stands between quotes.
fn escape(c: char, quote: char, out: &mut String) {
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\\' => out.push_str("\\\\"),
        _ if c == quote => {
            out.push('\\');
            out.push(c);
        }
        _ if c.is_control() || ('\u{2028}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c) => {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        }
        _ => out.push(c),
    }
}

impl<'a> Printer<'a> {
    fn new(cx: &'a Cx, program: &'a Program, options: PrintOptions) -> Printer<'a> {
        let mut taken = FxHashMap::default();
        let fn_names = unique(program.fns.values().map(|f| f.symbol), &mut taken, cx, false);
        let global_names = unique(program.globals.values().map(|g| g.symbol), &mut taken, cx, false);
        let adt_names = unique(program.types.adts.values().map(|a| a.name), &mut FxHashMap::default(), cx, true);
        let (used, shared) = Used::of(program);
        let (files, out) = (Vec::new(), String::new());
        Printer { cx, program, options, fn_names, global_names, adt_names, used, shared, numbered: 0, files, out }
    }

    fn interner(&self) -> &'a Interner {
        &self.cx.interner
    }

    fn program(&mut self) {
        let program = self.program;
        if let Some(main) = program.main {
            self.out.push_str("main = ");
            self.fn_ref(main);
            self.out.push_str(";\n");
        }
        if let Some(drop) = program.drop {
            self.out.push_str("drop = ");
            self.fn_ref(drop);
            self.out.push_str(";\n");
        }
        for lib in &program.libs {
            self.lib(lib);
        }
        self.gap();
        for (id, def) in program.types.adts.iter() {
            if self.used.adts[index_of(id)] {
                self.adt(index_of(id), def);
            }
        }
        self.gap();
        for (id, global) in program.globals.iter() {
            if self.used.globals[index_of(id)] {
                self.global(index_of(id), global);
            }
        }
        self.gap();
        for item in &program.impls {
            self.implementation(item);
        }
        self.gap();
        for (number, abi) in program.abis.iter().enumerate() {
            self.abi(number, abi);
        }
        for (id, _) in program.fns.iter() {
            if self.used.fns[index_of(id)] {
                self.gap();
                self.function(id);
            }
        }
        self.sources();
    }

    /// An empty line, unless the text has just begun or ends in one.
    fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn lib(&mut self, lib: &LinkLib) {
        let kind = match lib.kind {
            LinkKind::Default => "",
            LinkKind::Dylib => " dylib",
            LinkKind::Static => " static",
            LinkKind::Framework => " framework",
            LinkKind::Bitcode => " bitcode",
        };
        let name = quoted(self.interner().get(lib.name));
        let _ = write!(self.out, "link {name}{kind}");
        self.at(lib.span);
        self.out.push_str(";\n");
    }

    fn adt(&mut self, index: usize, def: &AdtDef) {
        let word = match def.kind {
            AdtKind::Struct(_) => "struct",
            AdtKind::Union(_) => "union",
            AdtKind::Enum { .. } | AdtKind::Sum(_) => "enum",
            AdtKind::Opaque => "opaque",
            AdtKind::Pending => "pending",
        };
        let _ = write!(self.out, "{word} {}", self.adt_names[index]);
        self.generics(&def.generics);
        if let Some(packed) = def.packed {
            let _ = write!(self.out, " packed({packed})");
        }
        if let Some(align) = def.align {
            let _ = write!(self.out, " align({align})");
        }
        match &def.kind {
            AdtKind::Struct(fields) | AdtKind::Union(fields) => {
                self.at(def.span);
                self.fields(fields);
                self.out.push('\n');
            }
            AdtKind::Sum(variants) => {
                self.at(def.span);
                self.out.push_str(" {");
                for (i, variant) in variants.iter().enumerate() {
                    let name = self.plain_or_quoted(variant.name);
                    let _ = write!(self.out, "{}{name}", if i > 0 { ", " } else { " " });
                    if !variant.fields.is_empty() {
                        self.fields(&variant.fields);
                    }
                    self.at(variant.span);
                }
                self.out.push_str(if variants.is_empty() { "}\n" } else { " }\n" });
            }
            AdtKind::Enum { repr, variants } => {
                let _ = write!(self.out, ": {}", repr.name());
                self.at(def.span);
                self.out.push_str(" {");
                for (i, (name, value)) in variants.iter().enumerate() {
                    let name = self.plain_or_quoted(*name);
                    let _ = write!(self.out, "{}{name} = {value}", if i > 0 { ", " } else { " " });
                }
                self.out.push_str(if variants.is_empty() { "}\n" } else { " }\n" });
            }
            AdtKind::Opaque | AdtKind::Pending => {
                self.at(def.span);
                self.out.push_str(";\n");
            }
        }
    }

    fn fields(&mut self, fields: &[AdtField]) {
        self.out.push_str(" {");
        for (i, field) in fields.iter().enumerate() {
            let name = self.interner().get(field.name);
            // Those of tuples.
            let number = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
            let name = if number { name.to_string() } else { self.plain_or_quoted(field.name) };
            let _ = write!(self.out, "{}{name}: ", if i > 0 { ", " } else { " " });
            self.ty(field.ty);
            self.at(field.span);
        }
        self.out.push_str(if fields.is_empty() { "}" } else { " }" });
    }

    fn plain_or_quoted(&self, name: Symbol) -> String {
        let text = self.interner().get(name);
        if is_plain(text) { text.to_string() } else { quoted(text) }
    }

    fn global(&mut self, index: usize, global: &Global) {
        self.linkage(global.linkage);
        self.out.push_str(if global.unnamed { "unnamed " } else { "" });
        self.out.push_str(if global.thread_local { "thread_local " } else { "" });
        self.out.push_str(if global.mutable { "static mut " } else { "static " });
        let _ = write!(self.out, "@{}: ", self.global_names[index]);
        self.ty(global.ty);
        self.source_name(global.name, global.symbol);
        if let Some(init) = &global.init {
            self.out.push_str(" = ");
            self.konst(init);
        }
        self.at(global.span);
        self.out.push_str(";\n");
    }

    fn linkage(&mut self, linkage: Linkage) {
        self.out.push_str(match linkage {
            Linkage::Internal => "",
            Linkage::Export => "export ",
            Linkage::Import => "import ",
        });
    }

    /// What source calls it, if that is not its symbol.
    fn source_name(&mut self, name: Symbol, symbol: Symbol) {
        if name != symbol {
            let text = quoted(self.interner().get(name));
            let _ = write!(self.out, " name {text}");
        }
    }

    fn abi(&mut self, number: usize, abi: &FnAbi) {
        let conv = conv_name(abi.conv);
        let _ = write!(self.out, "abi {number} = {conv}(");
        for (i, arg) in abi.params.iter().enumerate() {
            self.out.push_str(if i > 0 { ", " } else { "" });
            self.arg_abi(arg);
        }
        if abi.variadic {
            self.out.push_str(if abi.params.is_empty() { "..." } else { ", ..." });
        }
        self.out.push_str(") -> ");
        self.arg_abi(&abi.ret);
        self.out.push_str(";\n");
    }

    fn arg_abi(&mut self, arg: &ArgAbi) {
        match arg {
            ArgAbi::Ignore => self.out.push_str("ignore"),
            ArgAbi::Direct(Ext::None) => self.out.push_str("direct"),
            ArgAbi::Direct(Ext::Sign) => self.out.push_str("direct sext"),
            ArgAbi::Direct(Ext::Zero) => self.out.push_str("direct zext"),
            ArgAbi::Pair => self.out.push_str("pair"),
            ArgAbi::Cast(regs) => {
                self.out.push_str("cast {");
                for (i, reg) in regs.iter().enumerate() {
                    self.out.push_str(if i > 0 { ", " } else { "" });
                    self.reg(reg.kind);
                    let _ = write!(self.out, " + {}", reg.offset);
                }
                self.out.push('}');
            }
            ArgAbi::Indirect { align, by_val } => {
                let _ = write!(self.out, "indirect {align}{}", if *by_val { " byval" } else { "" });
            }
        }
    }

    fn reg(&mut self, kind: RegKind) {
        let _ = match kind {
            RegKind::Int(bits) => write!(self.out, "int {bits}"),
            RegKind::Ptr => write!(self.out, "ptr"),
            RegKind::F32 => write!(self.out, "f32"),
            RegKind::F64 => write!(self.out, "f64"),
            RegKind::F32Vec(n) => write!(self.out, "vec {n}"),
            RegKind::Array(ArrayOf::I64, n) => write!(self.out, "[int 64; {n}]"),
            RegKind::Array(ArrayOf::F32, n) => write!(self.out, "[f32; {n}]"),
            RegKind::Array(ArrayOf::F64, n) => write!(self.out, "[f64; {n}]"),
        };
    }

    /// A type, with everything that makes it differ from others.
    fn ty(&mut self, ty: Ty) {
        let program = self.program;
        if ty.index() >= program.types.len() {
            return self.out.push_str("{bad type}");
        }
        match program.types.kind(ty) {
            TyKind::Error => self.out.push_str("{error}"),
            TyKind::Void => self.out.push_str("void"),
            TyKind::Never => self.out.push('!'),
            TyKind::Bool => self.out.push_str("bool"),
            TyKind::Char => self.out.push_str("char"),
            TyKind::Int(int) => self.out.push_str(int.name()),
            TyKind::Float(float) => self.out.push_str(float.name()),
            TyKind::Str => self.out.push_str("str"),
            TyKind::Null => self.out.push_str("null"),
            TyKind::Ptr(m, to) => {
                self.out.push_str(if *m == Mutability::Mut { "*mut " } else { "*" });
                self.ty(*to);
            }
            TyKind::Ref(m, to) => {
                self.out.push_str(if *m == Mutability::Mut { "&mut " } else { "&" });
                self.ty(*to);
            }
            TyKind::Slice(of) => {
                self.out.push('[');
                self.ty(*of);
                self.out.push(']');
            }
            TyKind::Array(of, len) => {
                self.out.push('[');
                self.ty(*of);
                let _ = write!(self.out, "; {len}]");
            }
            TyKind::Tuple(tys) => {
                self.out.push('(');
                self.tys(tys);
                self.out.push_str(if tys.len() == 1 { ",)" } else { ")" });
            }
            TyKind::Adt(id) => match self.adt_names.get(index_of(*id)) {
                Some(name) => self.out.push_str(name),
                None => self.out.push_str("{bad type}"),
            },
            TyKind::Param(..) | TyKind::Apply(..) | TyKind::Assoc(..) | TyKind::OpenArray(..) | TyKind::Number(_) => {
                self.open_ty(ty);
            }
            TyKind::Fn(sig) => self.sig(sig, ""),
        }
    }

    fn tys(&mut self, tys: &[Ty]) {
        for (i, ty) in tys.iter().enumerate() {
            self.out.push_str(if i > 0 { ", " } else { "" });
            self.ty(*ty);
        }
    }

    /// `unsafe extern "C" fn NAME(A, B) -> R`
    fn sig(&mut self, sig: &FnSig, name: &str) {
        self.out.push_str(if sig.is_unsafe { "unsafe " } else { "" });
        match sig.conv {
            Conv::Vex => {}
            Conv::C | Conv::System | Conv::Runtime | Conv::Sysv64 | Conv::Win64 => {
                let _ = write!(self.out, "extern \"{}\" ", sig.conv.name().unwrap_or("C"));
            }
        }
        let _ = write!(self.out, "fn{name}(");
        self.tys(&sig.params);
        if sig.variadic {
            self.out.push_str(if sig.params.is_empty() { "..." } else { ", ..." });
        }
        self.out.push(')');
        if sig.ret != Ty::VOID {
            self.out.push_str(" -> ");
            self.ty(sig.ret);
        }
    }

    fn fn_ref(&mut self, id: FnId) {
        let name = self.fn_names.get(index_of(id)).map_or("{bad function}", |n| n);
        let _ = write!(self.out, "@{name}");
    }

    fn global_ref(&mut self, id: GlobalId) {
        let name = self.global_names.get(index_of(id)).map_or("{bad global}", |n| n);
        let _ = write!(self.out, "@{name}");
    }

    /// A position, if positions are wanted and it has one.
    fn at(&mut self, span: Span) {
        if !self.options.positions {
            return;
        }
        let Some(index) = self.cx.sources.file_index(span) else { return };
        let file = &self.cx.sources.files()[index];
        let len = file.text.len() as u32;
        let lo = span.lo - file.base;
        let hi = span.hi.saturating_sub(file.base).min(len);
        if lo > hi {
            return;
        }
        let number = self.files.iter().position(|&f| f == index).unwrap_or_else(|| {
            self.files.push(index);
            self.files.len() - 1
        });
        let _ = write!(self.out, " at {number}:{lo}..{hi}");
    }

    fn sources(&mut self) {
        for (number, &index) in self.files.clone().iter().enumerate() {
            let file = &self.cx.sources.files()[index];
            self.gap();
            let _ = writeln!(self.out, "source {number} {}", quoted(&file.path));
            for line in file.text.split('\n') {
                let _ = writeln!(self.out, "|{line}");
            }
        }
    }
}

pub(super) fn conv_name(conv: MachineConv) -> &'static str {
    match conv {
        MachineConv::C => "c",
        MachineConv::Fast => "fast",
        MachineConv::X86Stdcall => "x86_stdcall",
        MachineConv::X8664SysV => "x86_64_sysv",
        MachineConv::Win64 => "win64",
    }
}

fn index_of<T>(id: Idx<T>) -> usize {
    id.into_raw().into_u32() as usize
}
