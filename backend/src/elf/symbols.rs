//! What ELF files say of symbols: the program's object, and the shared libraries that it is linked with.
//!
//! Which definition a symbol is bound to is decided from this, before anything is loaded: see [`crate::jit`] for what is found in a
//! process.

use super::Elf;
use object::elf::{self, FileHeader64};
use object::read::elf::{FileHeader, ProgramHeader, SectionHeader, Sym};
use object::{Endianness, ReadRef};

/// A file of which only what is asked for is read.
pub use object::ReadCache;

type Elf64<'d, R> = Elf<'d, FileHeader64<Endianness>, R>;

/// A symbol that a file uses and leaves to others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Need<'d> {
    pub name: &'d [u8],
    /// It may be missing, and is null then.
    pub weak: bool,
}

/// A symbol that a shared library defines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Definition<'d> {
    pub name: &'d [u8],
    /// An old version, for programs that were linked when it was the current one.
    pub old: bool,
}

/// What a relocatable object says.
#[derive(Default, Debug)]
pub struct Object<'d> {
    /// What it defines for others.
    pub defined: Vec<&'d [u8]>,
    pub needs: Vec<Need<'d>>,
    /// It has constructors or thread-local variables, or uses those of others: the loader's work.
    pub needs_loader: bool,
}

/// What a shared library says.
#[derive(Default, Debug)]
pub struct Library<'d> {
    /// The name by which others ask for it.
    pub name: Option<&'d [u8]>,
    /// What it defines for others. Not what linkers define in each file for itself.
    pub defined: Vec<Definition<'d>>,
    pub needs: Vec<Need<'d>>,
    /// The libraries that it needs, as it names them.
    pub libraries: Vec<&'d [u8]>,
    /// The directories where the loader looks for them, as `DT_RUNPATH` has them, or else `DT_RPATH`.
    pub path: Option<&'d [u8]>,
    /// Code of its own runs when it is loaded.
    pub has_constructors: bool,
    /// It has thread-local variables that must be there when the process starts.
    pub has_static_tls: bool,
}

/// What linkers define in each executable and library (GNU's exported them for long): each file uses its own.
const LINKERS_OWN: &[&[u8]] =
    &[b"_init", b"_fini", b"_edata", b"edata", b"_end", b"end", b"_etext", b"etext", b"__bss_start", b"_DYNAMIC"];

impl<'d> Object<'d> {
    /// `None`: it is no ELF file of 64 bits.
    pub fn read(bytes: &'d [u8]) -> Option<Object<'d>> {
        let file = Elf64::parse(bytes).ok()?;
        let Elf { endian, ref sections, .. } = file;
        let mut object = Object::default();
        for section in sections.iter() {
            let runs = [elf::SHT_INIT_ARRAY, elf::SHT_FINI_ARRAY, elf::SHT_PREINIT_ARRAY];
            let name = sections.section_name(endian, section).unwrap_or_default();
            let old = [&b".ctors"[..], b".dtors", b".init", b".fini"].iter().any(|n| name.starts_with(n));
            let is_local = section.sh_flags(endian).0 & elf::SHF_TLS.0 != 0;
            object.needs_loader |= runs.contains(&section.sh_type(endian)) || old || is_local;
        }
        let symbols = file.symbols(elf::SHT_SYMTAB).ok()?;
        symbols.names?;
        let by_loader =
            |symbol: &elf::Sym64<Endianness>| [elf::STT_TLS, elf::STT_GNU_IFUNC].contains(&symbol.st_type());
        object.needs_loader |= symbols.all().any(|(_, symbol)| by_loader(symbol));
        for (_, symbol, name) in symbols.visible() {
            if symbol.is_undefined(endian) {
                object.needs.push(Need { name, weak: symbol.is_weak() });
            } else if !matches!(symbol.st_visibility(), elf::STV_HIDDEN | elf::STV_INTERNAL) {
                object.defined.push(name);
            }
        }
        Some(object)
    }
}

impl<'d> Library<'d> {
    /// `None`: it is no ELF file of 64 bits, or has no section headers to read it by.
    pub fn read<R: ReadRef<'d>>(data: R) -> Option<Library<'d>> {
        let file = Elf64::parse(data).ok()?;
        let endian = file.endian;
        let symbols = file.symbols(elf::SHT_DYNSYM).ok()?;
        if symbols.is_empty() || symbols.names.is_none() || symbols.versions.is_err() {
            return None;
        }
        let mut library = Library::default();
        for (index, symbol, name) in symbols.visible() {
            if symbol.is_undefined(endian) {
                library.needs.push(Need { name, weak: symbol.is_weak() });
            } else if !(LINKERS_OWN.contains(&name) || symbol.is_absolute(endian) && symbol.st_value(endian) == 0) {
                // The names of versions are absolute symbols too.
                library.defined.push(Definition { name, old: symbols.is_old(index) });
            }
        }
        let dynamic = file.dynamic().ok()?;
        let mut old_path = None;
        for entry in dynamic.iter() {
            let text = || dynamic.string(entry).ok();
            match entry.tag {
                elf::DT_NEEDED => library.libraries.extend(text()),
                elf::DT_SONAME => library.name = text(),
                elf::DT_RUNPATH => library.path = text(),
                elf::DT_RPATH => old_path = text(),
                // C compilers put one of their own into each library.
                elf::DT_INIT_ARRAYSZ => library.has_constructors = entry.val > 8,
                elf::DT_FLAGS => library.has_static_tls = entry.val & elf::DF_STATIC_TLS.0 != 0,
                _ => {}
            }
        }
        library.path = library.path.or(old_path);
        // Otherwise it only uses thread-local variables of the C library, which are there already.
        library.has_static_tls &=
            file.header.program_headers(endian, data).ok()?.iter().any(|segment| segment.p_type(endian) == elf::PT_TLS);
        Some(library)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Damaged bytes are read, or refused.
    #[test]
    fn damaged_files_are_no_fault() {
        let bytes = std::fs::read(std::env::current_exe().unwrap()).unwrap();
        let header = &bytes[..64.min(bytes.len())];
        assert!(Object::read(header).is_none() && Library::read(header).is_none());
        assert!(Object::read(b"").is_none() && Library::read(&b"INPUT(libx.so)"[..]).is_none());
        for at in 0..64 {
            let mut damaged = bytes[..bytes.len().min(1 << 16)].to_vec();
            damaged[at] ^= 0xff;
            let _ = (Object::read(&damaged), Library::read(&damaged[..]));
        }
    }
}
