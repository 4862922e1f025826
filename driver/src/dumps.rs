//! Dumps: what the program is between passes, as text.

use crate::flags::passes::Dumps;
use crate::system::files::{self, Dest};
use crate::system::streams;
use vex_ir::Diagnostic;
use vex_ir::lang::IrKind;
use vex_passes::PASSES;
use vex_passes::runner::Dump;

/// Prints a dump, or puts it in its file.
pub fn write(dumps: &Dumps, dump: &Dump) -> Result<(), Box<Diagnostic>> {
    let pass = &PASSES[dump.pass];
    let when = if dump.before { "before" } else { "after" };
    if let Some(dir) = &dumps.dir {
        let ir = if dump.before { pass.from_ir } else { pass.to_ir };
        let ending = match ir {
            IrKind::Tree => "vx",
            IrKind::Flow => "flow",
            IrKind::Llvm => "ll",
        };
        files::create_dir(dir)?;
        let path = dir.join(format!("{:02}-{when}-{}.{ending}", dump.pass + 1, pass.name));
        return files::write(&Dest::File(path), dump.text.as_bytes());
    }
    if dumps.headings {
        let comment = if pass.to_ir == IrKind::Llvm && !dump.before { ";" } else { "//" };
        streams::print(format!("{comment} {when} {}\n\n", pass.name).as_bytes())?;
    }
    files::write(&dumps.dest, dump.text.as_bytes())?;
    if dumps.headings { streams::print(b"\n") } else { Ok(()) }
}
