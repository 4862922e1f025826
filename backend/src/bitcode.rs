//! Libraries that come as bitcode: they become part of the module, so that their functions are inlined like its own.

use crate::{BackendError, Module};
use inkwell::attributes::{Attribute, AttributeLoc};
use inkwell::memory_buffer::MemoryBuffer;

impl Module<'_> {
    /// Adds a library of `#[link(kind = "bitcode")]`. Before [`optimize`](Module::optimize).
    ///
    /// What the program asked to be inlined always, and only declared, has a body now.
    pub fn link_bitcode(&mut self, name: &str, bytes: &[u8]) -> Result<(), BackendError> {
        let failed =
            |what: &str, why: &str| BackendError::Llvm(format!("cannot {what} the bitcode library `{name}`: {why}"));
        let buffer = MemoryBuffer::create_from_memory_range_copy(bytes, name);
        let context = &self.session.context;
        let library = inkwell::module::Module::parse_bitcode_from_buffer(&buffer, context)
            .map_err(|e| failed("read", &e.to_string()))?;
        // Layout and triple of the program hold; a mere difference in spelling must not make the linker warn.
        library.set_triple(&self.session.machine.get_triple());
        library.set_data_layout(&self.session.machine.get_target_data().get_data_layout());
        self.module.link_in_module(library).map_err(|e| failed("link", &e.to_string()))?;
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
