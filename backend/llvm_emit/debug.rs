//! DWARF: functions, scopes, variables, types and lines, in Vex's names.

use super::function::{Emit, Slot};
use super::ll::{Basic, Value};
use super::place::{Addr, Val};
use super::{Config, Module};
use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::debuginfo::*;
use inkwell::llvm_sys::prelude::*;
use rustc_hash::FxHashMap;
use std::ptr;
use vex_ir::Span;
use vex_ir::cx::{Cx, OptLevel};
use vex_ir::flow::{Global, GlobalId, Linkage, LocalId, LocalKind};
use vex_ir::span::LineCol;
use vex_ir::symbol::Symbol;
use vex_ir::ty::{AdtDef, AdtKind, Ty, TyKind};

// Numbers of the DWARF standard, section 7.
const DW_ATE_BOOLEAN: u32 = 0x02;
const DW_ATE_FLOAT: u32 = 0x04;
const DW_ATE_SIGNED: u32 = 0x05;
const DW_ATE_UNSIGNED: u32 = 0x07;
const DW_ATE_UTF: u32 = 0x10;
const DW_TAG_STRUCTURE_TYPE: u32 = 0x13;
/// LLVM's own operation: the expression is about a part of the variable, from a bit on, so many bits wide.
const DW_OP_LLVM_FRAGMENT: u64 = 0x1000;
/// LLVM's number for the metadata that locates an instruction or describes a global.
const MD_DBG: u32 = 0;

/// The state of debug information for a module.
pub(super) struct Debug {
    builder: LLVMDIBuilderRef,
    context: LLVMContextRef,
    unit: LLVMMetadataRef,
    directory: String,
    /// By position among the sources.
    files: Vec<Option<LLVMMetadataRef>>,
    /// For what has no place in the source.
    main_file: LLVMMetadataRef,
    types: FxHashMap<Ty, LLVMMetadataRef>,
    optimised: bool,
}

// SAFETY for every `unsafe` below: builder, context, module and all metadata are alive until emission ends, and each text is
// passed with its own length; LLVM copies texts and arrays.
impl Debug {
    pub(super) fn new(cx: &Cx, config: &Config, basic: Basic, module: LLVMModuleRef) -> Debug {
        let producer = concat!("vexc ", env!("CARGO_PKG_VERSION"));
        let optimised = config.opt != OptLevel::O0;
        unsafe {
            LLVMSetIsNewDbgInfoFormat(module, 1);
            let builder = LLVMCreateDIBuilder(module);
            let main_file = file(builder, &config.name, &config.directory);
            let unit = LLVMDIBuilderCreateCompileUnit(
                builder,
                // There is no number for Vex; debuggers then write paths, types and values as Rust does, which is how Vex does.
                LLVMDWARFSourceLanguage::LLVMDWARFSourceLanguageRust,
                main_file,
                producer.as_ptr().cast(),
                producer.len(),
                optimised.into(),
                ptr::null(),
                0,
                0,
                ptr::null(),
                0,
                LLVMDWARFEmissionKind::LLVMDWARFEmissionKindFull,
                0,
                1,
                0,
                ptr::null(),
                0,
                ptr::null(),
                0,
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
            }
        }
    }

    pub(super) fn finish(self) {
        unsafe {
            LLVMDIBuilderFinalize(self.builder);
            LLVMDisposeDIBuilder(self.builder);
        }
    }

    fn file_of(&mut self, cx: &Cx, span: Span) -> LLVMMetadataRef {
        let Some(index) = cx.sources.file_index(span) else { return self.main_file };
        let (builder, directory) = (self.builder, &self.directory);
        *self.files[index].get_or_insert_with(|| file(builder, &cx.sources.files()[index].path, directory))
    }

    fn location(&self, at: LineCol, scope: LLVMMetadataRef) -> LLVMMetadataRef {
        unsafe { LLVMDIBuilderCreateDebugLocation(self.context, at.line, at.col, scope, ptr::null_mut()) }
    }

    fn expression(&self, ops: &mut [u64]) -> LLVMMetadataRef {
        unsafe { LLVMDIBuilderCreateExpression(self.builder, ops.as_mut_ptr(), ops.len()) }
    }

    fn basic_type(&self, name: &str, bits: u64, encoding: u32) -> LLVMMetadataRef {
        unsafe { LLVMDIBuilderCreateBasicType(self.builder, name.as_ptr().cast(), name.len(), bits, encoding, 0) }
    }

    fn pointer_type(&self, to: LLVMMetadataRef, bits: u64, name: &str) -> LLVMMetadataRef {
        unsafe { LLVMDIBuilderCreatePointerType(self.builder, to, bits, 0, 0, name.as_ptr().cast(), name.len()) }
    }

    fn member(&self, place: &Described<'_>, size: u64, offset: u64, ty: LLVMMetadataRef) -> LLVMMetadataRef {
        let (name, len) = (place.name.as_ptr().cast(), place.name.len());
        unsafe {
            let (file, bits) = (place.file, size * 8);
            LLVMDIBuilderCreateMemberType(self.builder, file, name, len, file, place.line, bits, 0, offset * 8, 0, ty)
        }
    }

    fn aggregate(
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

    fn forward(&self, place: &Described<'_>, replaceable: bool) -> LLVMMetadataRef {
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

/// A name and its place.
struct Described<'n> {
    name: &'n str,
    file: LLVMMetadataRef,
    line: u32,
}

impl<'a> Module<'a> {
    fn line(&self, span: Span) -> u32 {
        self.cx.sources.location(span).map_or(0, |(_, at)| at.line)
    }

    /// Debug information for a static.
    pub(super) fn debug_global(&mut self, id: GlobalId, global: &Global) {
        if global.unnamed || self.debug.is_none() {
            return;
        }
        let ty = self.debug_type(global.ty);
        let (cx, line) = (self.cx, self.line(global.span));
        let (name, mut symbol) = (cx.text(global.name), cx.text(global.symbol));
        if symbol == name {
            symbol = "";
        }
        let value = self.global_value(id);
        let Some(debug) = &mut self.debug else { return };
        let file = debug.file_of(cx, global.span);
        let expression = debug.expression(&mut []);
        let local = global.linkage == Linkage::Internal;
        // SAFETY: see `Debug`.
        unsafe {
            let described = LLVMDIBuilderCreateGlobalVariableExpression(
                debug.builder,
                debug.unit,
                name.as_ptr().cast(),
                name.len(),
                symbol.as_ptr().cast(),
                symbol.len(),
                file,
                line,
                ty,
                local.into(),
                expression,
                ptr::null_mut(),
                0,
            );
            LLVMGlobalSetMetadata(value.0, MD_DBG, described);
        }
    }

    /// The description of a type; null for `void`.
    fn debug_type(&mut self, ty: Ty) -> LLVMMetadataRef {
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        if let Some(known) = debug.types.get(&ty) {
            return *known;
        }
        let made = self.make_debug_type(ty);
        if let Some(debug) = &mut self.debug {
            debug.types.insert(ty, made);
        }
        made
    }

    fn make_debug_type(&mut self, ty: Ty) -> LLVMMetadataRef {
        let info = self.types.info(ty);
        let bits = info.size * 8;
        let kind = self.types.kind(ty);
        let basic = |m: &Self, name: &str, encoding| {
            m.debug.as_ref().map_or(ptr::null_mut(), |d| d.basic_type(name, bits, encoding))
        };
        match kind {
            TyKind::Bool => basic(self, "bool", DW_ATE_BOOLEAN),
            TyKind::Char => basic(self, "char", DW_ATE_UTF),
            TyKind::Float(float) => basic(self, float.name(), DW_ATE_FLOAT),
            TyKind::Int(int) => basic(self, int.name(), if int.signed() { DW_ATE_SIGNED } else { DW_ATE_UNSIGNED }),
            TyKind::Ptr(_, to) | TyKind::Ref(_, to) if self.types.types.is_unsized(*to) => self.debug_fat(ty, *to),
            TyKind::Ptr(_, to) | TyKind::Ref(_, to) => self.debug_pointer(ty, *to),
            TyKind::Null => self.debug_pointer(ty, Ty::VOID),
            TyKind::Array(of, len) => self.debug_array(*of, *len, bits, info.align),
            TyKind::Tuple(fields) => self.debug_tuple(ty, fields),
            TyKind::Adt(id) => self.debug_adt(ty, &self.program.types.adts[*id]),
            TyKind::Fn(sig) => {
                let code = self.debug_signature(&sig.params, sig.ret, ptr::null_mut());
                let name = self.types.types.show(&self.cx.interner, ty);
                self.debug.as_ref().map_or(ptr::null_mut(), |d| d.pointer_type(code, bits, &name))
            }
            // No value has these; a pointer to them is one to `void`.
            TyKind::Void | TyKind::Never | TyKind::Error | TyKind::Str | TyKind::Slice(_) => ptr::null_mut(),
        }
    }

    fn debug_pointer(&mut self, ty: Ty, to: Ty) -> LLVMMetadataRef {
        let to = self.debug_type(to);
        let bits = self.types.pointer_size() * 8;
        let name = self.types.types.show(&self.cx.interner, ty);
        self.debug.as_ref().map_or(ptr::null_mut(), |d| d.pointer_type(to, bits, &name))
    }

    fn debug_array(&mut self, of: Ty, len: u64, bits: u64, align: u64) -> LLVMMetadataRef {
        let of = self.debug_type(of);
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        // SAFETY: see `Debug`.
        unsafe {
            let mut range = LLVMDIBuilderGetOrCreateSubrange(debug.builder, 0, len as i64);
            LLVMDIBuilderCreateArrayType(debug.builder, bits, align as u32 * 8, of, &mut range, 1)
        }
    }

    /// A pointer with a length: a struct of both, with the field names by which debuggers know to show what is behind.
    fn debug_fat(&mut self, ty: Ty, to: Ty) -> LLVMMetadataRef {
        let element = match self.types.kind(to) {
            TyKind::Slice(of) => *of,
            // `str`
            _ => Ty::U8,
        };
        let (element, len) = (self.debug_type(element), self.debug_type(Ty::USIZE));
        let word = self.types.pointer_size();
        let name = self.types.types.show(&self.cx.interner, ty);
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        let ptr = debug.pointer_type(element, word * 8, "");
        let named = |name| Described { name, file: debug.main_file, line: 0 };
        let mut members =
            [debug.member(&named("data_ptr"), word, 0, ptr), debug.member(&named("length"), word, word, len)];
        debug.aggregate(&named(&name), word * 2, word, false, &mut members)
    }

    fn debug_tuple(&mut self, ty: Ty, fields: &[Ty]) -> LLVMMetadataRef {
        let info = self.types.info(ty);
        let name = self.types.types.show(&self.cx.interner, ty);
        let mut members = Vec::new();
        for (i, field) in fields.iter().enumerate() {
            let of = self.debug_type(*field);
            let (size, offset) = (self.types.info(*field).size, self.types.offset(ty, i as u32));
            if let Some(debug) = &self.debug {
                // A name by which debuggers know a tuple.
                let name = format!("__{i}");
                members.push(debug.member(
                    &Described { name: &name, file: debug.main_file, line: 0 },
                    size,
                    offset,
                    of,
                ));
            }
        }
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        let place = Described { name: &name, file: debug.main_file, line: 0 };
        debug.aggregate(&place, info.size, info.align, false, &mut members)
    }

    fn debug_adt(&mut self, ty: Ty, def: &'a AdtDef) -> LLVMMetadataRef {
        let (cx, line) = (self.cx, self.line(def.span));
        let Some(debug) = &mut self.debug else { return ptr::null_mut() };
        let place = Described { name: cx.text(def.name), file: debug.file_of(cx, def.span), line };
        match &def.kind {
            AdtKind::Struct(_) => self.debug_fields(ty, def, place, false),
            AdtKind::Union(_) => self.debug_fields(ty, def, place, true),
            AdtKind::Enum { repr, variants } => self.debug_enum(Ty::int(*repr), variants, place),
            AdtKind::Opaque | AdtKind::Pending => debug.forward(&place, false),
        }
    }

    fn debug_fields(&mut self, ty: Ty, def: &'a AdtDef, place: Described<'_>, union: bool) -> LLVMMetadataRef {
        let info = self.types.info(ty);
        let Some(debug) = &mut self.debug else { return ptr::null_mut() };
        // A struct may lead to itself through a pointer: until it is complete, a placeholder stands for it.
        let placeholder = debug.forward(&place, true);
        debug.types.insert(ty, placeholder);
        let mut members = Vec::new();
        for (i, field) in def.fields().iter().enumerate() {
            let of = self.debug_type(field.ty);
            let (size, offset) = (self.types.info(field.ty).size, self.types.offset(ty, i as u32));
            let (cx, line) = (self.cx, self.line(field.span));
            if let Some(debug) = &self.debug {
                members.push(debug.member(&Described { name: cx.text(field.name), line, ..place }, size, offset, of));
            }
        }
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        let made = debug.aggregate(&place, info.size, info.align, union, &mut members);
        // SAFETY: see `Debug`; the placeholder is temporary, and nothing holds it any more.
        unsafe { LLVMMetadataReplaceAllUsesWith(placeholder, made) }
        made
    }

    fn debug_enum(&mut self, repr: Ty, variants: &[(Symbol, i128)], place: Described<'_>) -> LLVMMetadataRef {
        let (info, of, signed) = (self.types.info(repr), self.debug_type(repr), self.types.signed(repr));
        let cx = self.cx;
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        // SAFETY: see `Debug`.
        unsafe {
            let mut parts: Vec<_> = variants
                .iter()
                .map(|(name, value)| {
                    let (name, unsigned) = (cx.text(*name), !signed);
                    let (text, len) = (name.as_ptr().cast(), name.len());
                    LLVMDIBuilderCreateEnumerator(debug.builder, text, len, *value as i64, unsigned.into())
                })
                .collect();
            let (name, len) = (place.name.as_ptr().cast(), place.name.len());
            let (b, file, line, bits, align) =
                (debug.builder, place.file, place.line, info.size * 8, info.align as u32 * 8);
            let (list, count) = (parts.as_mut_ptr(), parts.len() as u32);
            LLVMDIBuilderCreateEnumerationType(b, file, name, len, file, line, bits, align, list, count, of)
        }
    }

    fn debug_signature(&mut self, params: &[Ty], ret: Ty, file: LLVMMetadataRef) -> LLVMMetadataRef {
        let mut types = vec![self.debug_type(ret)];
        types.extend(params.iter().map(|p| self.debug_type(*p)));
        let Some(debug) = &self.debug else { return ptr::null_mut() };
        // SAFETY: see `Debug`.
        unsafe { LLVMDIBuilderCreateSubroutineType(debug.builder, file, types.as_mut_ptr(), types.len() as u32, 0) }
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
        let (name, mut symbol) = (cx.text(self.function.name), cx.text(self.function.symbol));
        if symbol == name {
            symbol = "";
        }
        // SAFETY: see `Debug`; `value` is the function that is being emitted.
        let function = unsafe {
            let function = LLVMDIBuilderCreateFunction(
                debug.builder,
                file,
                name.as_ptr().cast(),
                name.len(),
                symbol.as_ptr().cast(),
                symbol.len(),
                file,
                line,
                ty,
                (self.function.linkage == Linkage::Internal).into(),
                1,
                line,
                LLVMDIFlagPrototyped,
                debug.optimised.into(),
            );
            LLVMSetSubprogram(self.value.0, function);
            function
        };
        self.make_scopes(function, file);
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
    }

    /// The innermost scope around a place. Scopes are listed outermost first, in the order of the source.
    fn scope_at(&self, span: Span) -> LLVMMetadataRef {
        let scopes = &self.body.scopes;
        let mut at = scopes.partition_point(|s| s.span.lo <= span.lo).checked_sub(1).map(|i| i as u32);
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
        if self.m.debug.is_none() {
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
        if self.m.debug.is_some() && !self.body.params.contains(&id) {
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
        let param = self.body.params.iter().position(|p| *p == id);
        let debug = self.m.debug.as_mut()?;
        let file = debug.file_of(cx, local.span);
        let name = cx.text(local.name);
        let (text, len) = (name.as_ptr().cast(), name.len());
        // SAFETY: see `Debug`.
        let variable = unsafe {
            match param {
                Some(i) => LLVMDIBuilderCreateParameterVariable(
                    debug.builder,
                    scope,
                    text,
                    len,
                    i as u32 + 1,
                    file,
                    at.line,
                    ty,
                    1,
                    0,
                ),
                None => LLVMDIBuilderCreateAutoVariable(debug.builder, scope, text, len, file, at.line, ty, 1, 0, 0),
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
