//! What a module can be written as, each into memory.

use crate::{AsmSyntax, BackendError, Module};
use inkwell::targets::FileType;
use std::sync::Once;

/// Tells LLVM how to write assembly for x86. The setting is LLVM's own for the whole process, and is made once: two
/// sessions with different syntaxes in one process share that of the first that wanted Intel's.
pub(crate) fn set_asm_syntax(syntax: AsmSyntax) {
    static INTEL: Once = Once::new();
    if syntax == AsmSyntax::Intel {
        INTEL.call_once(|| {
            let args = [c"vexc".as_ptr(), c"--x86-asm-syntax=intel".as_ptr()];
            // SAFETY: two arguments, as said; they and the title are static.
            unsafe {
                inkwell::llvm_sys::support::LLVMParseCommandLineOptions(2, args.as_ptr(), c"vexc".as_ptr());
            }
        });
    }
}

impl Module<'_> {
    /// An object file.
    pub fn object(&self) -> Result<Vec<u8>, BackendError> {
        self.write(FileType::Object)
    }

    /// Assembly.
    pub fn assembly(&self) -> Result<Vec<u8>, BackendError> {
        self.write(FileType::Assembly)
    }

    fn write(&self, kind: FileType) -> Result<Vec<u8>, BackendError> {
        let machine = &self.session.machine;
        machine.set_asm_verbosity(true);
        let buffer = machine
            .write_to_memory_buffer(&self.module, kind)
            .map_err(|e| BackendError::Llvm(format!("LLVM generates no code: {}", e.to_string())))?;
        Ok(buffer.as_slice().to_vec())
    }

    /// LLVM IR as text.
    pub fn llvm_ir(&self) -> String {
        self.module.print_to_string().to_string()
    }

    /// LLVM bitcode.
    pub fn bitcode(&self) -> Vec<u8> {
        self.module.write_bitcode_to_memory().as_slice().to_vec()
    }

    /// Runs LLVM's verifier: after optimisation, say, in tests.
    pub fn verify(&self) -> Result<(), BackendError> {
        self.module.verify().map_err(|e| BackendError::Internal(e.to_string()))
    }
}
