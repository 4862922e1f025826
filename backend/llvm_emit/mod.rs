//! Turns Flow into a module of LLVM IR that says everything the optimiser may know.
//!
//! Language: Lowered -> LLVM
//! Establishes: each function, static and constant of the program is in the module, with the target's layout and
//! convention; checks are branches to cold blocks that call the runtime; LLVM's verifier accepts the module.
//! Preserves: the order of functions, statics and blocks, so that equal programs give equal modules.
//!
//! | Flow | LLVM |
//! |---|---|
//! | local in memory | stack slot, allocated in the entry block |
//! | local that is a value | the value itself; a pointer with a length is two |
//! | place | address computed in bytes from the layouts of `vex_ir`, never from LLVM's struct types |
//! | copy of an aggregate | one `llvm.memcpy` |
//! | enum whose variants have fields | memory; its variant is a tag, or values of a field that it cannot have |
//! | `bool` | `i1` in registers, `i8` in memory |
//! | check | branch to a block that calls a cold function holding message and file |
//!
//! Before:
//! ```flow
//! abi 0 = fast(direct, direct zext) -> direct;
//!
//! fn @f(&mut u32, bool) -> u32 abi(0) {
//!     params _0, _1;
//!     ret _2;
//!     let _0: &mut u32 "x";
//!     let _1: bool "twice";
//!     var _2: u32;
//!
//! bb0:
//!     _2 = _0.*;
//!     if _1 goto bb1 else bb2;
//!
//! bb1:
//!     _2 = mul _2, 2u32;
//!     goto bb2;
//!
//! bb2:
//!     return;
//! }
//! ```
//! After:
//! ```llvm
//! define internal noundef i32 @f(ptr noundef nonnull align 4 dereferenceable(4) %0, i1 noundef zeroext %1) #0 {
//!   %3 = alloca i32, align 4
//!   %4 = load i32, ptr %0, align 4
//!   store i32 %4, ptr %3, align 4
//!   br i1 %1, label %5, label %8
//!
//! 5:                                                ; preds = %2
//!   %6 = load i32, ptr %3, align 4
//!   %7 = mul i32 %6, 2
//!   store i32 %7, ptr %3, align 4
//!   br label %8
//!
//! 8:                                                ; preds = %5, %2
//!   %9 = load i32, ptr %3, align 4
//!   ret i32 %9
//! }
//! ```

mod attrs;
mod call;
mod cast;
mod check;
mod consts;
mod debug;
mod debug_types;
mod function;
mod intrinsic;
mod libfuncs;
mod ll;
mod memory;
mod names;
mod place;
mod rvalue;
mod types;
mod variant;

use attrs::{Attrs, FUNCTION};
use call::Sig;
use debug::Debug;
use inkwell::context::Context;
use inkwell::llvm_sys::core::*;
use inkwell::llvm_sys::{LLVMLinkage, LLVMThreadLocalMode, LLVMUnnamedAddr};
use ll::{Attr, Basic, Type, Value, c_string};
pub use names::check_names;
use rustc_hash::FxHashMap;
use std::rc::Rc;
use types::TypeTable;
use vex_ir::cx::{Cx, OptLevel};
use vex_ir::flow::{FnId, Function, Global, GlobalId, InlineTag, Linkage, Program};
use vex_ir::target::{Arch, Env, ObjectFormat, Os};
use vex_ir::tree::InlineHint;
use vex_ir::ty::{Ty, TyKind};

/// What emission must know beside the program.
#[derive(Clone, Debug)]
pub struct Config {
    pub opt: OptLevel,
    /// DWARF for debuggers.
    pub debug: bool,
    /// Its version, 4 or 5; `None` is the target's usual one.
    pub dwarf: Option<u8>,
    /// Functions and lines alone: no variables, no types.
    pub lines_only: bool,
    /// Exported symbols may be replaced when the program is loaded: shared libraries.
    pub shared: bool,
    /// Position-independent code.
    pub pic: bool,
    /// Written into functions, so that link-time optimisation generates code for the same machine; empty if nothing will
    /// read it.
    pub cpu: String,
    pub features: String,
    /// Whether to run LLVM's verifier.
    pub verify: bool,
    /// The module's name: the main source file's.
    pub name: String,
    /// The working directory, for debuggers that look for sources.
    pub directory: String,
}

/// What the compiler did wrong, if Flow breaks one of its laws; not the user's doing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InternalError(pub String);

impl std::fmt::Display for InternalError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The module, and what its optimisation needs to know.
pub struct Emitted<'c> {
    pub module: inkwell::module::Module<'c>,
    /// Whether a function or call is to be inlined always.
    pub always_inline: bool,
    /// Symbols of functions without a body that are to be inlined always, should one be linked in.
    pub inline_imports: Vec<String>,
    /// What every function in the module has to say, those of libraries in bitcode too: which names of C's are the program's.
    pub no_builtins: Vec<String>,
}

/// Emits a program for a target machine.
pub fn run<'c>(
    cx: &Cx,
    program: &Program,
    config: &Config,
    context: &'c Context,
    machine: &inkwell::targets::TargetMachine,
) -> Result<Emitted<'c>, InternalError> {
    let module = context.create_module(&config.name);
    module.set_triple(&machine.get_triple());
    module.set_data_layout(&machine.get_target_data().get_data_layout());
    // SAFETY: the context outlives the module, and the module the emitter.
    let raw = unsafe { LLVMGetModuleContext(module.as_mut_ptr()) };
    let mut emitter = Module::new(cx, program, config, raw, module.as_mut_ptr());
    emitter.declare_all();
    emitter.define_all();
    if let Some(debug) = emitter.debug.take() {
        debug.finish();
    }
    if let Some(error) = emitter.error.take() {
        return Err(InternalError(error));
    }
    if config.verify {
        module.verify().map_err(|e| InternalError(format!("LLVM refuses the module: {}", e.to_string())))?;
    }
    let always = |f: &Function| f.tag == Some(InlineTag::Always) || f.inline == Some(InlineHint::Always);
    let imports = program.fns.iter().filter(|(_, f)| f.is_import() && always(f));
    let inline_imports = imports.map(|(_, f)| cx.text(f.symbol).to_string()).collect();
    let no_builtins = own_libfuncs(cx, program);
    Ok(Emitted { always_inline: emitter.always_inline, inline_imports, no_builtins, module })
}

/// The state of emission for a whole module.
struct Module<'a> {
    cx: &'a Cx,
    program: &'a Program,
    config: &'a Config,
    raw: inkwell::llvm_sys::prelude::LLVMModuleRef,
    basic: Basic,
    types: TypeTable<'a>,
    attrs: Attrs,
    /// What every function of the module gets.
    common_attrs: Vec<Attr>,
    /// By position in [`Program::fns`] and [`Program::globals`].
    fns: Vec<Value>,
    globals: Vec<Value>,
    sigs: FxHashMap<(u32, Ty), Rc<Sig>>,
    /// LLVM's intrinsics by name and the types that choose the overload.
    intrinsics: FxHashMap<intrinsic::Overload, (Type, Value)>,
    /// Functions that panic, by message and file.
    panics: FxHashMap<check::Panic, (Type, Value)>,
    /// Messages and file names of panics.
    texts: FxHashMap<&'a str, Value>,
    /// Exponentiation, by the types of base and exponent.
    int_pows: FxHashMap<(Type, Type), (Type, Value)>,
    shared: consts::Shared,
    metadata: check::Metadata,
    debug: Option<Debug>,
    always_inline: bool,
    /// The first broken law.
    error: Option<String>,
}

impl<'a> Module<'a> {
    fn new(
        cx: &'a Cx,
        program: &'a Program,
        config: &'a Config,
        context: inkwell::llvm_sys::prelude::LLVMContextRef,
        raw: inkwell::llvm_sys::prelude::LLVMModuleRef,
    ) -> Module<'a> {
        let basic = Basic::new(context, cx.target.pointer_bits);
        let attrs = Attrs::new(basic);
        let mut common_attrs = vec![attrs.nounwind];
        if cx.target.arch != Arch::Wasm32 {
            common_attrs.push(attrs.uwtable);
        }
        match config.opt {
            OptLevel::Os => common_attrs.push(attrs.optsize),
            OptLevel::Oz => common_attrs.extend([attrs.optsize, attrs.minsize]),
            OptLevel::O0 | OptLevel::O1 | OptLevel::O2 | OptLevel::O3 => {}
        }
        if cx.target.arch == Arch::Aarch64 {
            // Where there are registers to spare, functions that call others keep a chain of frames, as Clang has it.
            common_attrs.push(attrs.text("frame-pointer", "non-leaf"));
        }
        if !config.cpu.is_empty() {
            common_attrs.push(attrs.text("target-cpu", &config.cpu));
        }
        if !config.features.is_empty() {
            common_attrs.push(attrs.text("target-features", &config.features));
        }
        for attribute in own_libfuncs(cx, program) {
            common_attrs.push(attrs.text(&attribute, ""));
        }
        add_flags(basic, raw, cx, config);
        Module {
            cx,
            program,
            config,
            raw,
            basic,
            types: TypeTable::new(&program.types, &cx.target, basic),
            attrs,
            common_attrs,
            fns: Vec::with_capacity(program.fns.len()),
            globals: Vec::with_capacity(program.globals.len()),
            sigs: FxHashMap::default(),
            intrinsics: FxHashMap::default(),
            panics: FxHashMap::default(),
            texts: FxHashMap::default(),
            int_pows: FxHashMap::default(),
            shared: consts::Shared::default(),
            metadata: check::Metadata::new(basic),
            debug: config.debug.then(|| Debug::new(cx, config, basic, raw)),
            always_inline: false,
            error: None,
        }
    }

    /// Notes a broken law of Flow. Emission goes on, so that there is one exit; the module is thrown away.
    fn bug(&mut self, what: impl Into<String>) {
        if self.error.is_none() {
            self.error = Some(what.into());
        }
    }

    fn optimising(&self) -> bool {
        self.config.opt != OptLevel::O0
    }

    fn fn_value(&self, id: FnId) -> Value {
        self.fns[u32::from(id.into_raw()) as usize]
    }

    fn global_value(&self, id: GlobalId) -> Value {
        self.globals[u32::from(id.into_raw()) as usize]
    }

    fn declare_all(&mut self) {
        let program = self.program;
        for (id, function) in program.fns.iter() {
            let value = self.declare_fn(id, function);
            self.fns.push(value);
        }
        for (_, global) in program.globals.iter() {
            let value = self.declare_global(global);
            self.globals.push(value);
        }
    }

    fn declare_fn(&mut self, id: FnId, function: &Function) -> Value {
        let name = self.fn_symbol(id, function);
        let Some(abi) = function.abi else {
            self.bug(format!("function `{name}` has no convention"));
            return self.basic.ptr.null();
        };
        let sig = self.sig(abi, function.ty);
        let c_name = c_string(name);
        // SAFETY: module and type are alive; LLVM copies the name.
        let value = unsafe {
            let known = LLVMGetNamedFunction(self.raw, c_name.as_ptr());
            if !known.is_null() && function.is_import() {
                self.add_builtin_attr(Value(known), function);
                return Value(known);
            }
            LLVMAddFunction(self.raw, c_name.as_ptr(), sig.ty.0)
        };
        // LLVM says itself what its operations are, and some of that goes with nothing else.
        if function.is_import() && name.starts_with("llvm.") {
            return Value(value);
        }
        // SAFETY: `value` is the function just made.
        unsafe {
            LLVMSetFunctionCallConv(value, sig.conv);
            LLVMSetLinkage(value, linkage(function.linkage));
        }
        self.set_dso_local(value, function.linkage);
        self.add_fn_attrs(Value(value), function, &sig);
        self.debug_import(Value(value), function);
        Value(value)
    }

    /// The linker's name. The Vex `main` makes room for the `main` that C's startup code calls.
    fn fn_symbol(&self, id: FnId, function: &Function) -> &'a str {
        let name = self.cx.text(function.symbol);
        if Some(id) == self.program.main && name == "main" { "vex.main" } else { name }
    }

    /// Calls of what says `#[no_intrinsic]` stay calls, to whatever has the name. What the program defines is what its
    /// body says, and never what C calls so. What returns twice says so, as Clang's declarations do.
    fn add_builtin_attr(&self, value: Value, function: &Function) {
        let name = self.cx.text(function.symbol);
        let own = !function.is_import() && libfuncs::is_known(name);
        if own || function.no_intrinsic && function.is_import() {
            value.add_attr(FUNCTION, self.attrs.nobuiltin);
        }
        if self.returns_twice(function) {
            value.add_attr(FUNCTION, self.attrs.returns_twice);
        }
    }

    fn returns_twice(&self, function: &Function) -> bool {
        function.is_import() && libfuncs::returns_twice(self.cx.text(function.symbol), self.cx.target.family())
    }

    fn add_fn_attrs(&mut self, value: Value, function: &Function, sig: &Sig) {
        for attr in &self.common_attrs {
            value.add_attr(FUNCTION, *attr);
        }
        self.add_builtin_attr(value, function);
        self.always_inline |= function.tag == Some(InlineTag::Always) && !function.is_import();
        let attrs = &self.attrs;
        if sig.noreturn {
            value.add_attr(FUNCTION, attrs.noreturn);
        }
        if function.cold {
            value.add_attr(FUNCTION, attrs.cold);
        }
        let inline = match function.tag.unwrap_or_default() {
            InlineTag::None => None,
            InlineTag::Hint => Some(attrs.inlinehint),
            // Without a body there is nothing to inline.
            InlineTag::Always => (!function.is_import()).then_some(attrs.alwaysinline),
            InlineTag::Never => Some(attrs.noinline),
        };
        if let Some(inline) = inline {
            value.add_attr(FUNCTION, inline);
        }
        let of_body = if function.is_import() { &[] } else { sig.body_attrs.as_slice() };
        value.add_attrs(&[sig.abi_attrs.as_slice(), &sig.value_attrs, of_body].concat());
    }

    /// Definitions of an executable are found without the global offset table; those of a shared library may be
    /// replaced.
    fn set_dso_local(&self, value: inkwell::llvm_sys::prelude::LLVMValueRef, linkage: Linkage) {
        if linkage == Linkage::Export
            && !(self.config.shared && self.config.pic)
            && self.cx.target.object != ObjectFormat::MachO
        {
            // SAFETY: `value` is a global of this module.
            unsafe { set_dso_local(value) }
        }
    }

    fn declare_global(&mut self, global: &Global) -> Value {
        let name = c_string(self.cx.text(global.symbol));
        let ty = match &global.init {
            Some(init) => self.const_type(init),
            None => self.types.memory(global.ty),
        };
        let info = self.types.info(global.ty);
        // SAFETY: module and type are alive; LLVM copies the name; `value` is the global just made.
        unsafe {
            let known = LLVMGetNamedGlobal(self.raw, name.as_ptr());
            if global.linkage == Linkage::Import && !name.is_empty() && !known.is_null() {
                return Value(known);
            }
            let value = LLVMAddGlobal(self.raw, ty.0, name.as_ptr());
            LLVMSetAlignment(value, info.align as u32);
            LLVMSetLinkage(value, linkage(global.linkage));
            LLVMSetGlobalConstant(value, (global.init.is_some() && !global.mutable).into());
            if global.unnamed {
                LLVMSetUnnamedAddress(value, LLVMUnnamedAddr::LLVMGlobalUnnamedAddr);
                LLVMSetLinkage(value, LLVMLinkage::LLVMPrivateLinkage);
            }
            if global.thread_local {
                // How it is reached, the code generator decides from the relocation model (Drepper, "ELF Handling For
                // Thread-Local Storage", section 4), as in Clang without `-ftls-model`.
                LLVMSetThreadLocalMode(value, LLVMThreadLocalMode::LLVMGeneralDynamicTLSModel);
            }
            self.set_dso_local(value, global.linkage);
            Value(value)
        }
    }

    fn define_all(&mut self) {
        let program = self.program;
        for (id, global) in program.globals.iter() {
            if let Some(init) = &global.init {
                let value = self.const_memory(init);
                // SAFETY: both belong to this module, and `const_type` gave the global the type of `value`.
                unsafe { LLVMSetInitializer(self.global_value(id).0, value.0) }
                self.debug_global(id, global);
            }
        }
        for (id, body) in program.bodies.iter() {
            function::emit(self, id, &program.fns[id], body);
        }
        if let Some(main) = program.main {
            self.emit_main(main);
        }
    }

    /// The `main` that C's startup code calls: keeps the arguments where the library finds them, calls the program's.
    fn emit_main(&mut self, main: FnId) {
        let function = &self.program.fns[main];
        let (Some(abi), Some(ret)) = (function.abi, self.program.types.sig(function.ty).map(|s| s.ret)) else {
            return self.bug("`main` is not a function that can be called");
        };
        let basic = self.basic;
        let ty = basic.i32.function(&[basic.i32, basic.ptr], false);
        // WebAssembly has no C conventions that vary: its linker must know which `main` it is.
        // SAFETY: the module is alive, and so is all that is made here.
        let name = if self.cx.target.arch == Arch::Wasm32 { c"__main_argc_argv" } else { c"main" };
        let value = unsafe { Value(LLVMAddFunction(self.raw, name.as_ptr(), ty.0)) };
        self.set_dso_local(value.0, Linkage::Export);
        for attr in &self.common_attrs {
            value.add_attr(FUNCTION, *attr);
        }
        let builder = ll::Builder::new(basic.context);
        builder.at_end(value.append_block(basic.context));
        self.debug_entry(function, value, &builder);
        for (name, param) in [("__vex_argc", 0), ("__vex_argv", 1)] {
            if let Some(slot) = self.global_named(name) {
                let align = if param == 0 { 4 } else { self.types.pointer_size() };
                builder.store(value.param(param), slot, align);
            }
        }
        let sig = self.sig(abi, function.ty);
        let result = builder.call(sig.ty, self.fn_value(main), &[]);
        // SAFETY: `result` is the call just made.
        unsafe { LLVMSetInstructionCallConv(result.0, sig.conv) }
        match ret {
            Ty::NEVER => builder.unreachable(),
            Ty::I32 => builder.ret(Some(result)),
            _ => builder.ret(Some(basic.i32.int(0))),
        }
    }

    /// A static of the program, by its symbol.
    fn global_named(&self, name: &str) -> Option<Value> {
        let symbol = self.cx.interner.lookup(name)?;
        self.program.globals.iter().find(|(_, g)| g.symbol == symbol).map(|(id, _)| self.global_value(id))
    }

    /// A function that the runtime supplies: the program's own if it has one, else a declaration.
    fn runtime_fn(&mut self, name: &str, ty: Type) -> Value {
        let c_name = c_string(name);
        // SAFETY: module and type are alive; LLVM copies the name.
        let value = unsafe {
            let known = LLVMGetNamedFunction(self.raw, c_name.as_ptr());
            if !known.is_null() {
                return Value(known);
            }
            Value(LLVMAddFunction(self.raw, c_name.as_ptr(), ty.0))
        };
        for attr in [self.attrs.nounwind, self.attrs.noreturn, self.attrs.cold] {
            value.add_attr(FUNCTION, attr);
        }
        value
    }

    /// The pointee of a reference, and whether it may be written through.
    fn reference(&self, ty: Ty) -> Option<(bool, Ty)> {
        match self.types.kind(ty) {
            TyKind::Ref(m, to) => Some((*m == vex_ir::tree::Mutability::Mut, *to)),
            // Raw pointers promise nothing.
            _ => None,
        }
    }
}

/// LLVM's attributes for the names of C's under which the program defines functions: in none of its functions may LLVM make
/// calls of them, or think that it knows what they do.
fn own_libfuncs(cx: &Cx, program: &Program) -> Vec<String> {
    let defined = program.fns.values().filter(|f| !f.is_import()).map(|f| libfuncs::bare(cx.text(f.symbol)));
    let mut own: std::collections::BTreeSet<&str> = defined.filter(|name| libfuncs::is_known(name)).collect();
    if libfuncs::MEMORY.iter().any(|name| own.contains(name)) {
        own.extend(libfuncs::MEMORY);
    }
    own.into_iter().map(|name| format!("no-builtin-{name}")).collect()
}

fn linkage(linkage: Linkage) -> LLVMLinkage {
    match linkage {
        Linkage::Internal => LLVMLinkage::LLVMInternalLinkage,
        Linkage::Export | Linkage::Import => LLVMLinkage::LLVMExternalLinkage,
    }
}

/// LLVM's C interface has no `setDSOLocal`: hidden visibility implies it, and setting the default again keeps it.
///
/// # Safety
/// `value` must be a global of a live module.
unsafe fn set_dso_local(value: inkwell::llvm_sys::prelude::LLVMValueRef) {
    use inkwell::llvm_sys::LLVMVisibility::{LLVMDefaultVisibility, LLVMHiddenVisibility};
    // SAFETY: the caller's promise.
    unsafe {
        LLVMSetVisibility(value, LLVMHiddenVisibility);
        LLVMSetVisibility(value, LLVMDefaultVisibility);
    }
}

/// How flags of the same name are merged when modules are linked: LLVM's numbers.
#[derive(Clone, Copy)]
enum Merge {
    Warning = 2,
    Max = 7,
    Min = 8,
}

/// Flags that code generation and the linker read from the module, merged as those of Clang's modules are.
fn add_flags(basic: Basic, module: inkwell::llvm_sys::prelude::LLVMModuleRef, cx: &Cx, config: &Config) {
    // LLVM's C interface knows only the older ways of merging, so the list is written as the metadata that it is.
    let add = |merge: Merge, key: &str, value: u64| {
        // SAFETY: context and module are alive; LLVM copies key and array.
        unsafe {
            let key = LLVMMDStringInContext2(basic.context, key.as_ptr().cast(), key.len());
            let int = |n: u64| LLVMValueAsMetadata(basic.i32.int(n).0);
            let mut parts = [int(merge as u64), key, int(value)];
            let node = LLVMMDNodeInContext2(basic.context, parts.as_mut_ptr(), parts.len());
            let node = LLVMMetadataAsValue(basic.context, node);
            LLVMAddNamedMetadataOperand(module, c"llvm.module.flags".as_ptr(), node);
        }
    };
    if config.pic {
        add(Merge::Min, "PIC Level", 2);
        if !config.shared {
            add(Merge::Max, "PIE Level", 2);
        }
    }
    if cx.target.arch != Arch::Wasm32 {
        add(Merge::Max, "uwtable", 2);
    }
    if config.debug {
        // SAFETY: asks for a number.
        let version = unsafe { inkwell::llvm_sys::debuginfo::LLVMDebugMetadataVersion() };
        add(Merge::Warning, "Debug Info Version", version.into());
        if cx.target.env == Env::Msvc {
            add(Merge::Warning, "CodeView", 1);
        } else {
            let usual = if cx.target.os == Os::MacOs { 4 } else { 5 };
            add(Merge::Max, "Dwarf Version", config.dwarf.map_or(usual, u64::from));
        }
    }
}
