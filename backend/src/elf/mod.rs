//! ELF files: headers, symbols with their names and versions, and the dynamic section.
//!
//! The format is that of the System V ABI, chapters 4 and 5, with the versions of the LSB (core specification, section 10.7). Files
//! are read by way of their sections, except by [`sound`], which follows what a loader follows.

pub mod libc;
pub mod sound;
pub mod symbols;

use object::elf;
use object::read::elf::{DynamicTable, FileHeader, SectionHeader, SectionTable, Sym, SymbolTable, VersionTable};
use object::read::{ReadRef, Result, SymbolIndex};
use object::{Architecture, Endianness, SectionIndex};

/// The mark of FreeBSD's objects.
pub const FREEBSD: &str = "FreeBSD";
/// The largest table of names that is read, in bytes.
const MOST_NAMES: u64 = 1 << 27;

/// An ELF file: 64 bits or 32, as its header `H` has it.
pub struct Elf<'d, H: FileHeader<Endian = Endianness>, R: ReadRef<'d>> {
    pub header: &'d H,
    pub endian: Endianness,
    pub data: R,
    pub sections: SectionTable<'d, H, R>,
}

impl<'d, H: FileHeader<Endian = Endianness>, R: ReadRef<'d>> Elf<'d, H, R> {
    pub fn parse(data: R) -> Result<Self> {
        let header = H::parse(data)?;
        let endian = header.endian()?;
        Ok(Elf { header, endian, data, sections: header.sections(endian, data)? })
    }

    /// The table of symbols of a kind of section. A file without one has an empty table.
    pub fn symbols(&self, kind: elf::SectionType) -> Result<Symbols<'d, H, R>> {
        let Elf { endian, data, .. } = *self;
        let table = self.sections.symbols(endian, data, kind)?;
        Ok(Symbols { names: self.names(&table), versions: self.sections.versions(endian, data), table, endian })
    }

    /// The bytes in which a table has its names, read at once: each by itself would be a read of its own.
    fn names(&self, table: &SymbolTable<'d, H, R>) -> Option<&'d [u8]> {
        if table.string_section() == SectionIndex(0) {
            return None;
        }
        let (start, size) = self.sections.section(table.string_section()).ok()?.file_range(self.endian)?;
        (size <= MOST_NAMES).then(|| self.data.read_bytes_at(start, size).ok())?
    }

    pub fn dynamic(&self) -> Result<DynamicTable<'d, H, R>> {
        self.sections.dynamic_table(self.endian, self.data)
    }

    /// The strings that a tag of the dynamic section has.
    pub fn dynamic_strings(&self, tag: elf::DynamicTag) -> Result<Vec<String>> {
        let dynamic = self.dynamic()?;
        let entries = dynamic.iter().filter(|entry| entry.tag == tag);
        entries.map(|entry| Ok(String::from_utf8_lossy(dynamic.string(entry)?).into_owned())).collect()
    }
}

/// A table of symbols with their names.
pub struct Symbols<'d, H: FileHeader<Endian = Endianness>, R: ReadRef<'d>> {
    table: SymbolTable<'d, H, R>,
    /// `None`: they cannot be read.
    pub names: Option<&'d [u8]>,
    pub versions: Result<Option<VersionTable<'d, H>>>,
    endian: Endianness,
}

impl<'d, H: FileHeader<Endian = Endianness>, R: ReadRef<'d>> Symbols<'d, H, R> {
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    pub fn all(&self) -> impl Iterator<Item = (SymbolIndex, &'d H::Sym)> {
        self.table.enumerate()
    }

    /// The symbols that other files can see, and their names.
    pub fn visible(&self) -> impl Iterator<Item = (SymbolIndex, &'d H::Sym, &'d [u8])> {
        let named = |(index, symbol): (SymbolIndex, &'d H::Sym)| Some((index, symbol, self.name(symbol)?));
        self.all().filter(|(_, symbol)| !symbol.is_local()).filter_map(named)
    }

    fn name(&self, symbol: &H::Sym) -> Option<&'d [u8]> {
        let rest = self.names?.get(usize::try_from(symbol.st_name(self.endian)).ok()?..)?;
        rest.split(|byte| *byte == 0).next().filter(|name| !name.is_empty())
    }

    /// Whether a definition is an old version, for programs that were linked when it was the current one. Linkers take others.
    pub fn is_old(&self, index: SymbolIndex) -> bool {
        let versions = self.versions.as_ref().ok().and_then(Option::as_ref);
        versions.is_some_and(|versions| versions.version_index(self.endian, index).is_hidden())
    }
}

/// Calls `each` with the names that a linker finds defined in a shared library, as far as its tables can be read.
pub fn defined<'d, H: FileHeader<Endian = Endianness>, R: ReadRef<'d>>(
    file: &Elf<'d, H, R>,
    each: &mut dyn FnMut(&[u8]),
) -> Result<()> {
    let symbols = file.symbols(elf::SHT_DYNSYM)?;
    for (index, symbol, name) in symbols.visible() {
        if !symbol.is_undefined(file.endian) && !symbols.is_old(index) {
            each(name);
        }
    }
    Ok(())
}

/// Whether a file is meant to be an ELF file.
pub fn is_elf<'d, R: ReadRef<'d>>(data: R) -> bool {
    data.read_bytes_at(0, 4) == Ok(&b"\x7fELF"[..])
}

/// What the header says beyond the architecture.
pub fn mark(arch: Architecture, os_abi: u8, flags: u32) -> Option<&'static str> {
    // RISC-V ELF psABI, section 8.1: bits 1 and 2 are the float convention, bit 3 is RVE.
    let mark = match (arch, flags & 0x6) {
        (Architecture::Riscv64 | Architecture::Riscv32, _) if flags & 0x8 != 0 => Some("of RVE's 16 registers"),
        (Architecture::Riscv64 | Architecture::Riscv32, 0) => Some("floats in integer registers: LP64"),
        (Architecture::Riscv64 | Architecture::Riscv32, 2) => Some("doubles in integer registers: LP64F"),
        (Architecture::Riscv64 | Architecture::Riscv32, 6) => Some("with quad floats: LP64Q"),
        _ => None,
    };
    // System V ABI, chapter 4: the registered values of EI_OSABI. Linux's objects have 0 or, with GNU's extensions, 3.
    let system = match os_abi {
        os_abi::SYSV | os_abi::GNU => None,
        os_abi::FREEBSD => Some(FREEBSD),
        2 => Some("NetBSD"),
        6 => Some("Solaris"),
        12 => Some("OpenBSD"),
        _ => Some("another system"),
    };
    mark.or(system)
}

mod os_abi {
    pub const SYSV: u8 = 0;
    pub const GNU: u8 = 3;
    pub const FREEBSD: u8 = 9;
}
