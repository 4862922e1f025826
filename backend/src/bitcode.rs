//! Libraries that come as bitcode: they become part of the module, so that their functions are inlined like its own.

use crate::kinds::{Kind, Known};
use crate::{BackendError, Module, Session};
use inkwell::GlobalVisibility;
use inkwell::attributes::{Attribute, AttributeLoc};
use inkwell::memory_buffer::MemoryBuffer;
use inkwell::module::Linkage;
use std::ffi::CString;
use vex_ir::target::Arch;

/// The symbols that a library defines for others.
fn definitions(library: &inkwell::module::Module<'_>) -> Vec<CString> {
    let functions = library.get_functions().map(|f| (f.as_global_value(), f.count_basic_blocks() > 0));
    let globals = library.get_globals().map(|g| (g, g.get_initializer().is_some()));
    let defined = functions.chain(globals).filter(|(value, defined)| *defined && is_visible(value.get_linkage()));
    // `llvm.used`, `llvm.global_ctors` and their like are lists for LLVM, not definitions.
    defined.map(|(value, _)| value.get_name().to_owned()).filter(|n| !n.to_bytes().starts_with(b"llvm.")).collect()
}

fn is_visible(linkage: Linkage) -> bool {
    match linkage {
        Linkage::Common
        | Linkage::DLLExport
        | Linkage::DLLImport
        | Linkage::External
        | Linkage::LinkOnceAny
        | Linkage::LinkOnceODR
        | Linkage::WeakAny
        | Linkage::WeakODR => true,
        Linkage::Appending
        | Linkage::AvailableExternally
        | Linkage::ExternalWeak
        | Linkage::Ghost
        | Linkage::Internal
        | Linkage::LinkerPrivate
        | Linkage::LinkerPrivateWeak
        | Linkage::LinkOnceODRAutoHide
        | Linkage::Private => false,
    }
}

/// Reads a library, and lets LLVM look whether it follows its laws.
fn read<'c>(
    context: &'c inkwell::context::Context,
    name: &str,
    bytes: &[u8],
) -> Result<inkwell::module::Module<'c>, BackendError> {
    let failed = |why: &str| BackendError::Llvm(format!("cannot read the bitcode library `{name}`: {why}"));
    // The magic numbers of LLVM's bitcode, and of the wrapper that Apple puts around it.
    if !bytes.starts_with(b"BC\xC0\xDE") && !bytes.starts_with(&[0xDE, 0xC0, 0x17, 0x0B]) {
        return Err(failed("it is not bitcode; `clang -emit-llvm -c` makes some"));
    }
    let buffer = MemoryBuffer::create_from_memory_range_copy(bytes, name);
    let library =
        inkwell::module::Module::parse_bitcode_from_buffer(&buffer, context).map_err(|e| failed(&e.to_string()))?;
    library.verify().map_err(|e| failed(&format!("it is damaged: {}", e.to_string().trim_end())))?;
    Ok(library)
}

/// A library that is read, and not part of a program yet.
pub struct Bitcode<'s> {
    /// As messages call it.
    name: String,
    module: inkwell::module::Module<'s>,
}

impl Session {
    /// Reads a library of `#[link(kind = "bitcode")]`.
    pub fn read_bitcode(&self, name: &str, bytes: &[u8]) -> Result<Bitcode<'_>, BackendError> {
        Ok(Bitcode { name: name.to_string(), module: read(&self.context, name, bytes)? })
    }
}

/// Does with a library alone what is done with it in a program, and throws the result away.
///
/// LLVM trusts bitcode: a damaged file may end the process, whatever its verifier says. So this is for a process that may be lost.
pub fn rehearse(
    target: &vex_ir::target::Target,
    options: crate::Options,
    name: &str,
    bytes: &[u8],
) -> Result<(), BackendError> {
    let session = Session::new(target, options)?;
    let mut module = Module {
        module: session.context.create_module("rehearsal"),
        session: &session,
        always_inline: false,
        inline_imports: Vec::new(),
        no_builtins: Vec::new(),
        libraries: Vec::new(),
    };
    module.module.set_triple(&session.machine.get_triple());
    module.module.set_data_layout(&session.machine.get_target_data().get_data_layout());
    module.link_bitcode(session.read_bitcode(name, bytes)?)?;
    module.optimize()?;
    module.object()?;
    match session.messages().into_iter().find(|message| message.is_error) {
        Some(error) => Err(BackendError::Llvm(format!("cannot use the bitcode library `{name}`: {}", error.text))),
        None => Ok(()),
    }
}

/// What two modules must have in common to be linked: the architecture, and how symbols are written.
fn kind_of_machine(triple: &str, layout: &str) -> (String, String) {
    let arch = match (Arch::from_triple(triple), triple.split('-').next().unwrap_or("")) {
        (Some(arch), _) => arch.name(),
        // Apple's name for the instructions of Haswell.
        (None, "x86_64h") => Arch::X86_64.name(),
        (None, other) => other,
    };
    let mangling = layout.split('-').find(|part| part.starts_with("m:")).unwrap_or("");
    (arch.to_string(), mangling.to_string())
}

impl<'s> Module<'s> {
    /// Decides the linkage of what the libraries define, once all of them are there. Before [`optimize`](Module::optimize).
    ///
    /// `others`: whether other objects of the same executable or library may define the same symbols, of which the linker
    /// keeps one. Without them, the program may drop what it does not use. Nothing is exported either way.
    pub fn close_libraries(&mut self, others: bool) {
        for name in std::mem::take(&mut self.libraries) {
            let Ok(name) = name.to_str() else { continue };
            let function = self.module.get_function(name).map(|f| f.as_global_value());
            let Some(value) = function.or_else(|| self.module.get_global(name)) else { continue };
            let (linkage, visibility) = match others {
                true => (Linkage::WeakODR, GlobalVisibility::Hidden),
                false => (Linkage::Internal, GlobalVisibility::Default),
            };
            value.set_visibility(GlobalVisibility::Default);
            value.set_linkage(linkage);
            value.set_visibility(visibility);
        }
    }

    /// What a library defines for others.
    pub fn bitcode_symbols(&self, library: &Bitcode) -> Vec<Known> {
        let data = self.session.machine.get_target_data();
        let symbols = definitions(&library.module).into_iter().filter_map(|symbol| {
            let symbol = symbol.into_string().ok()?;
            let kind = match library.module.get_global(&symbol) {
                None => Kind::Function,
                Some(global) => {
                    let size = data.get_store_size(&global.get_initializer()?.get_type());
                    if global.is_thread_local() { Kind::ThreadLocal(size) } else { Kind::Data(size) }
                }
            };
            Some(Known::defined(symbol, kind))
        });
        symbols.collect()
    }

    /// Adds a library of `#[link(kind = "bitcode")]`. Before [`optimize`](Module::optimize).
    ///
    /// What the program asked to be inlined always, and only declared, has a body now.
    pub fn link_bitcode(&mut self, library: Bitcode<'s>) -> Result<(), BackendError> {
        let Bitcode { name, module: library } = library;
        let failed =
            |what: &str, why: &str| BackendError::Llvm(format!("cannot {what} the bitcode library `{name}`: {why}"));
        let context = &self.session.context;
        let (triple, ours) = (library.get_triple(), self.session.machine.get_triple());
        let (triple, ours) = (triple.as_str().to_string_lossy(), ours.as_str().to_string_lossy());
        let layout = self.session.machine.get_target_data().get_data_layout();
        let theirs = library.get_data_layout().as_str().to_string_lossy().into_owned();
        // Without a triple, it is for no machine in particular.
        if !triple.is_empty()
            && kind_of_machine(&triple, &theirs) != kind_of_machine(&ours, &layout.as_str().to_string_lossy())
        {
            return Err(failed("link", &format!("it was compiled for `{triple}`, and the program is for `{ours}`")));
        }
        // Layout and triple of the program hold; a mere difference in spelling must not make the linker warn.
        library.set_triple(&self.session.machine.get_triple());
        library.set_data_layout(&self.session.machine.get_target_data().get_data_layout());
        self.libraries.extend(definitions(&library));
        // A C name that the program defines itself means the program's definition to the library's functions, too.
        let own = self.no_builtins.iter().map(|name| context.create_string_attribute(name, ""));
        for attribute in own {
            for function in library.get_functions().filter(|f| f.count_basic_blocks() > 0) {
                function.add_attribute(AttributeLoc::Function, attribute);
            }
        }
        let linked = self.module.link_in_module(library);
        // It has collected the diagnostics of linking for itself.
        self.session.messages.listen(context);
        linked.map_err(|e| failed("link", &e.to_string()))?;
        let always = context.create_enum_attribute(Attribute::get_named_enum_kind_id("alwaysinline"), 0);
        let never = Attribute::get_named_enum_kind_id("noinline");
        let unoptimised = Attribute::get_named_enum_kind_id("optnone");
        for symbol in &self.inline_imports {
            if let Some(function) = self.module.get_function(symbol)
                && function.count_basic_blocks() > 0
            {
                function.remove_enum_attribute(AttributeLoc::Function, never);
                function.remove_enum_attribute(AttributeLoc::Function, unoptimised);
                function.add_attribute(AttributeLoc::Function, always);
                self.always_inline = true;
            }
        }
        Ok(())
    }
}
