//! DWARF: functions, scopes, variables, types and lines, in Vex's names.

use super::Config;
use super::function::{Emit, Slot, index};
use super::ll::{Basic, Value};
use super::place::{Addr, Val};
use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::debuginfo::*;
use inkwell::llvm_sys::prelude::*;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::ffi::c_char;
use std::ptr;
use vex_ir::Span;
use vex_ir::cx::{Cx, OptLevel};
use vex_ir::flow::{Function, Linkage, LocalId, LocalKind, Operand, Place, PlaceBase, Rvalue, StmtKind};
use vex_ir::lang::Lowered;
use vex_ir::span::LineCol;
use vex_ir::symbol::Symbol;
use vex_ir::ty::Ty;

// Numbers of the DWARF standard, section 7.
pub(super) const DW_ATE_BOOLEAN: u32 = 0x02;
pub(super) const DW_ATE_FLOAT: u32 = 0x04;
pub(super) const DW_ATE_SIGNED: u32 = 0x05;
pub(super) const DW_ATE_UNSIGNED: u32 = 0x07;
pub(super) const DW_ATE_UTF: u32 = 0x10;
const DW_TAG_STRUCTURE_TYPE: u32 = 0x13;
/// There is no number for Vex; debuggers then write paths, types and values as Rust does, which is how Vex does.
const DW_LANG_RUST: u32 = 0x1c;
/// LLVM's own operation: the expression is about a part of the variable, from a bit on, so many bits wide.
const DW_OP_LLVM_FRAGMENT: u64 = 0x1000;
/// LLVM's number for the metadata that locates an instruction or describes a global.
pub(super) const MD_DBG: u32 = 0;

/// Every call in the function is described, `DW_AT_call_all_calls`: `DIFlagAllCallsDescribed` of LLVM, which its C interface
/// does not name.
const ALL_CALLS_DESCRIBED: LLVMDIFlags = 1 << 29;

unsafe extern "C" {
    /// Defined in `shim/llvm.cpp`.
    fn vexCompileUnit(
        builder: LLVMDIBuilderRef,
        language: u32,
        file: LLVMMetadataRef,
        producer: *const c_char,
        length: usize,
        optimised: bool,
        lines_only: bool,
    ) -> LLVMMetadataRef;
}

/// The state of debug information for a module.
pub(super) struct Debug {
    pub(super) builder: LLVMDIBuilderRef,
    context: LLVMContextRef,
    pub(super) unit: LLVMMetadataRef,
    directory: String,
    /// By position among the sources.
    files: Vec<Option<LLVMMetadataRef>>,
    /// For what has no place in the source.
    pub(super) main_file: LLVMMetadataRef,
    pub(super) types: FxHashMap<Ty, LLVMMetadataRef>,
    optimised: bool,
    lines_only: bool,
}

// SAFETY for every `unsafe` below: builder, context, module and all metadata are alive until emission ends, and each
// text is passed with its own length; LLVM copies texts and arrays.
impl Debug {
    pub(super) fn new(cx: &Cx, config: &Config, basic: Basic, module: LLVMModuleRef) -> Debug {
        let producer = concat!("vexc ", env!("CARGO_PKG_VERSION"));
        let optimised = config.opt != OptLevel::O0;
        unsafe {
            LLVMSetIsNewDbgInfoFormat(module, 1);
            let builder = LLVMCreateDIBuilder(module);
            let main_file = file(builder, &config.name, &config.directory);
            let unit = vexCompileUnit(
                builder,
                DW_LANG_RUST,
                main_file,
                producer.as_ptr().cast(),
                producer.len(),
                optimised,
                config.lines_only,
            );
            Debug {
                builder,
                context: basic.context,
                unit,
                directory: config.directory.clone(),
                files: vec![None; cx.sources.files().len()],
                main_file,
                types: FxHashMap::default(),
                optimised,
                lines_only: config.lines_only,
            }
        }
    }

    /// A function as debuggers know it.
    fn subprogram(&self, place: &Described<'_>, symbol: &str, of: &Subprogram) -> LLVMMetadataRef {
        // As Clang has it: calls are described where optimisation may have taken frames away.
        let calls = if self.optimised && !self.lines_only { ALL_CALLS_DESCRIBED } else { 0 };
        let symbol = if self.lines_only { "" } else { symbol };
        unsafe {
            LLVMDIBuilderCreateFunction(
                self.builder,
                place.file,
                place.name.as_ptr().cast(),
                place.name.len(),
                symbol.as_ptr().cast(),
                symbol.len(),
                place.file,
                place.line,
                of.ty,
                of.local.into(),
                of.defined.into(),
                place.line,
                of.flags | if of.defined { calls } else { 0 },
                self.optimised.into(),
            )
        }
    }

    pub(super) fn finish(self) {
        unsafe {
            LLVMDIBuilderFinalize(self.builder);
            LLVMDisposeDIBuilder(self.builder);
        }
    }

    pub(super) fn file_of(&mut self, cx: &Cx, span: Span) -> LLVMMetadataRef {
        let Some(index) = cx.sources.file_index(span) else { return self.main_file };
        let (builder, directory) = (self.builder, &self.directory);
        *self.files[index].get_or_insert_with(|| file(builder, &cx.sources.files()[index].path, directory))
    }

    fn location(&self, at: LineCol, scope: LLVMMetadataRef) -> LLVMMetadataRef {
        unsafe { LLVMDIBuilderCreateDebugLocation(self.context, at.line, at.col, scope, ptr::null_mut()) }
    }

    pub(super) fn expression(&self, ops: &mut [u64]) -> LLVMMetadataRef {
        unsafe { LLVMDIBuilderCreateExpression(self.builder, ops.as_mut_ptr(), ops.len()) }
    }

    pub(super) fn basic_type(&self, name: &str, bits: u64, encoding: u32) -> LLVMMetadataRef {
        unsafe { LLVMDIBuilderCreateBasicType(self.builder, name.as_ptr().cast(), name.len(), bits, encoding, 0) }
    }

    pub(super) fn pointer_type(&self, to: LLVMMetadataRef, bits: u64, name: &str) -> LLVMMetadataRef {
        unsafe { LLVMDIBuilderCreatePointerType(self.builder, to, bits, 0, 0, name.as_ptr().cast(), name.len()) }
    }

    pub(super) fn member(&self, place: &Described<'_>, size: u64, offset: u64, ty: LLVMMetadataRef) -> LLVMMetadataRef {
        let (name, len) = (place.name.as_ptr().cast(), place.name.len());
        unsafe {
            let (file, bits) = (place.file, size * 8);
            LLVMDIBuilderCreateMemberType(self.builder, file, name, len, file, place.line, bits, 0, offset * 8, 0, ty)
        }
    }

    pub(super) fn aggregate(
        &self,
        place: &Described<'_>,
        size: u64,
        align: u64,
        union: bool,
        members: &mut [LLVMMetadataRef],
    ) -> LLVMMetadataRef {
        let (name, len) = (place.name.as_ptr().cast(), place.name.len());
        let (bits, align) = (size * 8, align as u32 * 8);
        let (parts, count) = (members.as_mut_ptr(), members.len() as u32);
        let (b, file, line) = (self.builder, place.file, place.line);
        let none = ptr::null_mut();
        unsafe {
            if union {
                LLVMDIBuilderCreateUnionType(
                    b,
                    file,
                    name,
                    len,
                    file,
                    line,
                    bits,
                    align,
                    0,
                    parts,
                    count,
                    0,
                    ptr::null(),
                    0,
                )
            } else {
                LLVMDIBuilderCreateStructType(
                    b,
                    file,
                    name,
                    len,
                    file,
                    line,
                    bits,
                    align,
                    0,
                    none,
                    parts,
                    count,
                    0,
                    none,
                    ptr::null(),
                    0,
                )
            }
        }
    }

    pub(super) fn forward(&self, place: &Described<'_>, replaceable: bool) -> LLVMMetadataRef {
        let (name, len) = (place.name.as_ptr().cast(), place.name.len());
        let (b, tag, file, line) = (self.builder, DW_TAG_STRUCTURE_TYPE, place.file, place.line);
        unsafe {
            if replaceable {
                LLVMDIBuilderCreateReplaceableCompositeType(
                    b,
                    tag,
                    name,
                    len,
                    file,
                    file,
                    line,
                    0,
                    0,
                    0,
                    0,
                    ptr::null(),
                    0,
                )
            } else {
                LLVMDIBuilderCreateForwardDecl(b, tag, name, len, file, file, line, 0, 0, 0, ptr::null(), 0)
            }
        }
    }
}

fn file(builder: LLVMDIBuilderRef, path: &str, directory: &str) -> LLVMMetadataRef {
    let (name, dir) = (path.as_ptr().cast(), directory.as_ptr().cast());
    // SAFETY: see `Debug`.
    unsafe { LLVMDIBuilderCreateFile(builder, name, path.len(), dir, directory.len()) }
}

/// The linker's name as DWARF has it: nothing, where it is the source's.
pub(super) fn linkage_name<'n>(name: &str, symbol: &'n str) -> &'n str {
    if symbol == name { "" } else { symbol }
}

/// What a function is to debuggers, beside its name and place.
struct Subprogram {
    ty: LLVMMetadataRef,
    local: bool,
    defined: bool,
    flags: LLVMDIFlags,
}

impl super::Module<'_> {
    /// Whether debuggers are told of variables and types, not of functions and lines alone.
    pub(super) fn describes_variables(&self) -> bool {
        self.debug.as_ref().is_some_and(|debug| !debug.lines_only)
    }

    /// Describes the entry that C's startup code calls. What of the program is inlined into it has a place only inside a
    /// function that is described, too.
    pub(super) fn debug_entry(&mut self, main: &Function, value: Value, builder: &super::ll::Builder) {
        if self.debug.is_none() {
            return;
        }
        let (cx, line) = (self.cx, self.line(main.span));
        let ty = self.debug_signature(&[], Ty::I32, ptr::null_mut());
        let Some(debug) = &mut self.debug else { return };
        let file = debug.file_of(cx, main.span);
        // The name `main` is for the function of the program: a breakpoint there stops once.
        let place = Described { name: "vex.entry", file, line };
        let of = Subprogram { ty, local: false, defined: true, flags: LLVMDIFlagArtificial };
        let function = debug.subprogram(&place, "main", &of);
        let at = debug.location(LineCol { line, col: 0 }, function);
        // SAFETY: see `Debug`; `value` is the function that is being emitted, with `builder` in it.
        unsafe {
            LLVMSetSubprogram(value.0, function);
            LLVMSetCurrentDebugLocation2(builder.raw, at);
        }
    }

    /// Describes a function that is defined elsewhere, so that calls of it can be: where optimisation has taken frames away.
    pub(super) fn debug_import(&mut self, value: Value, function: &Function) {
        let wanted = function.is_import() && self.optimising() && !self.config.lines_only;
        if !wanted || self.debug.is_none() {
            return;
        }
        let Some(sig) = self.program.types.sig(function.ty) else { return };
        let (cx, line) = (self.cx, self.line(function.span));
        let ty = self.debug_signature(&sig.params, sig.ret, ptr::null_mut());
        let Some(debug) = &mut self.debug else { return };
        let (name, symbol) = (cx.text(function.name), cx.text(function.symbol));
        let place = Described { name, file: debug.file_of(cx, function.span), line };
        let of = Subprogram { ty, local: false, defined: false, flags: LLVMDIFlagPrototyped };
        let made = debug.subprogram(&place, linkage_name(name, symbol), &of);
        // SAFETY: see `Debug`.
        unsafe { LLVMSetSubprogram(value.0, made) }
    }
}

/// A name and its place.
pub(super) struct Described<'n> {
    pub(super) name: &'n str,
    pub(super) file: LLVMMetadataRef,
    pub(super) line: u32,
}

/// The locals of a statement that copies one to another.
fn local_copy(stmt: StmtKind<Lowered>) -> Option<(LocalId, LocalId)> {
    let local = |place: Place| match place.base {
        PlaceBase::Local(id) if place.projs.is_empty() => Some(id),
        PlaceBase::Local(_) | PlaceBase::Global(_) => None,
    };
    match stmt {
        StmtKind::Assign(to, Rvalue::Use(Operand::Copy(from))) => Some((local(to)?, local(from)?)),
        // Everything else computes something.
        _ => None,
    }
}

impl Emit<'_, '_> {
    /// Describes the function and its scopes.
    pub(super) fn begin_debug(&mut self) {
        if self.m.debug.is_none() {
            return;
        }
        let cx = self.m.cx;
        let span = self.function.span;
        let (params, ret) = match self.m.program.types.sig(self.function.ty) {
            Some(sig) => (&sig.params[..], sig.ret),
            None => (&[][..], Ty::VOID),
        };
        let ty = self.m.debug_signature(params, ret, ptr::null_mut());
        let line = self.m.line(span);
        let Some(debug) = &mut self.m.debug else { return };
        let file = debug.file_of(cx, span);
        let name = cx.text(self.function.name);
        let symbol = linkage_name(name, cx.text(self.function.symbol));
        // SAFETY: see `Debug`; `value` is the function that is being emitted.
        let function = unsafe {
            let local = self.function.linkage == Linkage::Internal;
            let of = Subprogram { ty, local, defined: true, flags: LLVMDIFlagPrototyped };
            let function = debug.subprogram(&Described { name, file, line }, symbol, &of);
            LLVMSetSubprogram(self.value.0, function);
            function
        };
        self.make_scopes(function, file);
        self.number_params();
    }

    /// Which variables are parameters: those of the parameters themselves, and where these have no name, the variables
    /// that they are copied to first thing.
    fn number_params(&mut self) {
        let body = self.body;
        self.param_numbers = vec![0; body.locals.len()];
        for (i, id) in body.params.iter().enumerate() {
            if body.locals[*id].name != Symbol::EMPTY {
                self.param_numbers[index(*id)] = i as u32 + 1;
            }
        }
        let Some(entry) = body.blocks.values().next() else { return };
        for (to, from) in entry.stmts.iter().map_while(|stmt| local_copy(stmt.kind())) {
            if let Some(i) = body.params.iter().position(|p| *p == from)
                && body.locals[from].name == Symbol::EMPTY
            {
                self.param_numbers[index(to)] = i as u32 + 1;
            }
        }
    }

    /// Whether a statement gives a parameter's variable its value: it belongs to the function's beginning, which
    /// debuggers let pass before they stop.
    pub(super) fn receives_param(&self, stmt: StmtKind<Lowered>) -> bool {
        let number = |to| self.param_numbers.get(index(to)).is_some_and(|n| *n > 0);
        local_copy(stmt).is_some_and(|(to, from)| number(to) && self.body.params.contains(&from))
    }

    fn make_scopes(&mut self, function: LLVMMetadataRef, file: LLVMMetadataRef) {
        let Some(debug) = &self.m.debug else { return };
        for scope in &self.body.scopes {
            let made = match scope.parent.and_then(|p| self.debug_scopes.get(p as usize)) {
                None => function,
                Some(parent) => {
                    let at = self.m.cx.sources.location(scope.span).map_or(LineCol { line: 0, col: 0 }, |(_, at)| at);
                    // SAFETY: see `Debug`.
                    unsafe { LLVMDIBuilderCreateLexicalBlock(debug.builder, *parent, file, at.line, at.col) }
                }
            };
            self.debug_scopes.push(made);
        }
        if self.debug_scopes.is_empty() {
            self.debug_scopes.push(function);
        }
        let scopes = &self.body.scopes;
        self.scopes_by_place = (0..scopes.len() as u32).collect();
        self.scopes_by_place.sort_by_key(|i| {
            let span = scopes[*i as usize].span;
            (span.lo, Reverse(span.hi))
        });
    }

    /// The innermost scope around a place. Parents stand before their children, but what is deferred is built, scopes included,
    /// behind what follows it in the source: hence the order by place.
    fn scope_at(&self, span: Span) -> LLVMMetadataRef {
        let scopes = &self.body.scopes;
        let ordered = &self.scopes_by_place;
        let begun = ordered.partition_point(|i| scopes[*i as usize].span.lo <= span.lo);
        let mut at = begun.checked_sub(1).map(|i| ordered[i]);
        while let Some(i) = at {
            let scope = &scopes[i as usize];
            if span.hi <= scope.span.hi {
                return self.debug_scopes[i as usize];
            }
            at = scope.parent;
        }
        self.debug_scopes[0]
    }

    /// What is emitted from here on comes from there.
    pub(super) fn at(&mut self, span: Span) {
        let Some(debug) = &self.m.debug else { return };
        let (at, scope) = match self.m.cx.sources.location(span) {
            Some((_, at)) => (at, self.scope_at(span)),
            None => (LineCol { line: 0, col: 0 }, self.debug_scopes[0]),
        };
        let location = debug.location(at, scope);
        // SAFETY: see `Debug`.
        unsafe { LLVMSetCurrentDebugLocation2(self.b.raw, location) }
    }

    /// Describes parameters, and variables in memory.
    pub(super) fn declare_variables(&mut self) {
        if !self.m.describes_variables() {
            return;
        }
        let body = self.body;
        for id in &body.params {
            match self.slot(*id) {
                Slot::Memory(at) => self.declare(*id, at),
                Slot::One(_) | Slot::Pair(..) | Slot::Unit | Slot::Unset => self.describe_value(*id),
            }
        }
        for (id, _) in body.locals.iter() {
            if let Slot::Memory(at) = self.slot(id)
                && !body.params.contains(&id)
            {
                self.declare(id, at);
            }
        }
    }

    /// Describes a value once it is computed. Parameters are described together at the start.
    pub(super) fn debug_value(&mut self, id: LocalId) {
        if self.m.describes_variables() && !self.body.params.contains(&id) {
            self.describe_value(id);
        }
    }

    /// Unoptimised, a value lives in a register for a few instructions only: a copy in memory is what debuggers see.
    fn describe_value(&mut self, id: LocalId) {
        let local = self.local(id);
        if local.name == Symbol::EMPTY || local.kind != LocalKind::Value {
            return;
        }
        let value = match self.slot(id) {
            Slot::One(v) => Val::One(v),
            Slot::Pair(ptr, len) => Val::Pair(ptr, len),
            Slot::Unset | Slot::Unit | Slot::Memory(_) => return,
        };
        if !self.m.optimising() {
            let align = self.m.types.info(local.ty).align;
            let slot = self.alloca_for(local.ty);
            self.write_memory(Addr::new(slot, align), local.ty, value, false);
            return self.declare(id, slot);
        }
        let bits = self.m.types.pointer_size() * 8;
        match value {
            Val::One(v) => self.record_value(id, v, &mut []),
            Val::Pair(ptr, len) => {
                self.record_value(id, ptr, &mut [DW_OP_LLVM_FRAGMENT, 0, bits]);
                self.record_value(id, len, &mut [DW_OP_LLVM_FRAGMENT, bits, bits]);
            }
            Val::Unit | Val::Memory(_) => {}
        }
    }

    /// The description of a variable, and the place of its declaration.
    fn variable(&mut self, id: LocalId) -> Option<(LLVMMetadataRef, LLVMMetadataRef)> {
        let local = self.local(id);
        if local.name == Symbol::EMPTY {
            return None;
        }
        let ty = self.m.debug_type(local.ty);
        let cx = self.m.cx;
        let at = cx.sources.location(local.span).map_or(LineCol { line: 0, col: 0 }, |(_, at)| at);
        let scope = self.debug_scopes.get(local.scope as usize).copied().unwrap_or(self.debug_scopes[0]);
        let param = self.param_numbers.get(index(id)).copied().unwrap_or(0);
        let debug = self.m.debug.as_mut()?;
        let file = debug.file_of(cx, local.span);
        let name = cx.text(local.name);
        let (text, len) = (name.as_ptr().cast(), name.len());
        // SAFETY: see `Debug`.
        let variable = unsafe {
            match param {
                0 => LLVMDIBuilderCreateAutoVariable(debug.builder, scope, text, len, file, at.line, ty, 1, 0, 0),
                _ => LLVMDIBuilderCreateParameterVariable(
                    debug.builder,
                    scope,
                    text,
                    len,
                    param,
                    file,
                    at.line,
                    ty,
                    1,
                    0,
                ),
            }
        };
        Some((variable, debug.location(at, scope)))
    }

    /// The variable is at an address from here on.
    fn declare(&mut self, id: LocalId, at: Value) {
        let Some((variable, location)) = self.variable(id) else { return };
        let Some(debug) = &self.m.debug else { return };
        let expression = debug.expression(&mut []);
        let block = self.b.block();
        // SAFETY: see `Debug`; the block is the one that is being filled.
        unsafe { LLVMDIBuilderInsertDeclareRecordAtEnd(debug.builder, at.0, variable, expression, location, block.0) };
    }

    /// The variable, or a part of it, has a value from here on.
    fn record_value(&mut self, id: LocalId, value: Value, ops: &mut [u64]) {
        let Some((variable, location)) = self.variable(id) else { return };
        let Some(debug) = &self.m.debug else { return };
        let expression = debug.expression(ops);
        let block = self.b.block();
        // SAFETY: as above.
        unsafe {
            LLVMDIBuilderInsertDbgValueRecordAtEnd(debug.builder, value.0, variable, expression, location, block.0)
        };
    }
}
