//! What object files, archives and libraries say of themselves: which machine they are for, which C library they need, what they
//! define.
//!
//! Files come as [`ReadRef`], so that of a large library only the tables that are looked at are read.

use crate::elf::libc::{c_library, itself};
use crate::elf::{self, Elf, FREEBSD};
use object::elf::{FileHeader32, FileHeader64};
use object::read::archive::ArchiveFile;
use object::read::macho::{FatArch, MachOFatFile32, MachOFatFile64};
use object::read::{NameOrOrdinal, Object, ObjectKind, ReadRef};
use object::{Architecture, Endianness, FileFlags, FileKind};
use std::fmt;
use vex_ir::target::{Arch, CAbi, ObjectFormat, Os, Target};

pub use crate::elf::libc::{CLibrary, Libc};

/// What is in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Content {
    Machine(Machine),
    /// The members that are objects, by name; of large archives the first [`MOST_MEMBERS`].
    Archive(Vec<(String, Machine)>, Option<CLibrary>),
    /// One file for several machines, as Apple has them.
    Universal(Vec<Machine>),
    /// LLVM's, which linkers that have LLVM in them take for an object.
    Bitcode,
    /// A text that linkers take: a script, or a list of what a library defines.
    Script,
    Text,
    Empty,
    /// None of these, with the reason if it is known.
    Unknown(String),
}

/// Members of an archive that are looked at to find out which machine it is for.
pub const MOST_MEMBERS: usize = 256;

/// Which machine a file is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Machine {
    pub format: ObjectFormat,
    pub kind: Kind,
    pub arch: MachineArch,
    pub big_endian: bool,
    /// What else in its header limits what it can be linked with: a calling convention, a system.
    pub mark: Option<&'static str>,
    /// The C library that it requires.
    pub libc: Option<CLibrary>,
}

/// The architecture of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MachineArch {
    Known(Arch),
    /// One that no target has, as messages name it.
    Other(String),
}

impl From<Arch> for MachineArch {
    fn from(arch: Arch) -> MachineArch {
        MachineArch::Known(arch)
    }
}

impl fmt::Display for MachineArch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MachineArch::Known(arch) => f.write_str(arch.name()),
            MachineArch::Other(name) => f.write_str(name),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Object,
    Shared,
    Executable,
    /// Neither kind is linked: a core dump, for example.
    Other,
}

/// Why a file is not part of a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Misfit {
    /// It is for another machine, which is described here.
    Machine(String),
    /// It is for another C library.
    Libc(CLibrary),
    /// It is not a file that can be linked; this says what it is.
    Nothing(String),
}

impl Machine {
    /// The machine as a phrase: an ELF object for 32-bit x86.
    pub fn describe(&self) -> String {
        let article = if self.format == ObjectFormat::Elf { "an" } else { "a" };
        let what = match self.kind {
            Kind::Object => "object",
            Kind::Shared => "shared library",
            Kind::Executable => "executable",
            Kind::Other => "file that is not linked",
        };
        let endian = if self.big_endian { "big-endian " } else { "" };
        let mark = self.mark.map_or(String::new(), |mark| format!(" ({mark})"));
        format!("{article} {} {what} for {endian}{}{mark}", self.format, self.arch)
    }

    fn fits(&self, target: &Target) -> bool {
        self.format == target.object
            && self.arch == MachineArch::Known(target.arch)
            && !self.big_endian
            && self.mark.is_none_or(|mark| {
                // An object of FreeBSD's says so; others say nothing.
                mark == FREEBSD && target.os == Os::FreeBsd
            })
            && self.kind != Kind::Other
    }
}

impl Content {
    /// Why the file cannot be part of a program for the target. From archives, linkers take the members they need: an archive is
    /// foreign only if no member fits.
    pub fn misfit(&self, target: &Target) -> Option<Misfit> {
        let foreign = |libc: &Option<CLibrary>| {
            let (libc, own) = (libc.as_ref()?, Libc::of(target));
            // For a target whose C library is unknown, any is accepted; a target without a system has none, so all are foreign.
            let is_foreign = own.map_or(target.os == Os::None, |own| libc.which != own);
            is_foreign.then(|| Misfit::Libc(libc.clone()))
        };
        match self {
            Content::Machine(machine) if !machine.fits(target) => Some(Misfit::Machine(machine.describe())),
            Content::Machine(machine) => foreign(&machine.libc),
            Content::Archive(members, libc) => match members.first() {
                Some((name, first)) if !members.iter().any(|(_, m)| m.fits(target)) => {
                    let (first, others) = (first.describe(), members.len() - 1);
                    let others = if others > 0 { ", and the others are not for it either" } else { "" };
                    Some(Misfit::Machine(format!("an archive in which `{name}` is {first}{others}")))
                }
                Some(_) | None => foreign(libc),
            },
            Content::Universal(all) if all.iter().any(|m| m.fits(target)) => None,
            Content::Universal(all) => {
                let all: Vec<String> = all.iter().map(|m| m.arch.to_string()).collect();
                Some(Misfit::Machine(format!("a Mach-O file for {}", all.join(" and "))))
            }
            Content::Bitcode | Content::Script => None,
            Content::Text => Some(Misfit::Nothing("it is text".into())),
            Content::Empty => Some(Misfit::Nothing("it is empty".into())),
            Content::Unknown(what) => Some(Misfit::Nothing(what.clone())),
        }
    }
}

/// What linkers of the target take, as a phrase: ELF for x86_64.
pub fn wanted(target: &Target) -> String {
    let mark = if target.c_abi == CAbi::Lp64d { " (floats in registers: LP64D)" } else { "" };
    format!("{} for {}{mark}", target.object, target.arch)
}

/// Looks at a file.
pub fn identify<'d, R: ReadRef<'d>>(data: R) -> Content {
    let len = data.len().unwrap_or(0);
    let start = data.read_bytes_at(0, len.min(4096)).unwrap_or(&[]);
    if start.is_empty() {
        return Content::Empty;
    }
    // An empty archive: glibc keeps one for each library that has become a part of `libc.so` (`libpthread.a`).
    if start == b"!<arch>\n" || start == b"!<thin>\n" {
        return Content::Archive(Vec::new(), None);
    }
    // The magic numbers of LLVM's bitcode, and of the wrapper that Apple puts around it.
    if start.starts_with(b"BC\xC0\xDE") || start.starts_with(&[0xDE, 0xC0, 0x17, 0x0B]) {
        return Content::Bitcode;
    }
    if start.starts_with(b"\0asm") {
        return Content::Machine(plain(ObjectFormat::Wasm, Kind::Object, Arch::Wasm32.into()));
    }
    let Ok(kind) = FileKind::parse(data) else { return text(start) };
    let damaged = |e: object::Error| Content::Unknown(format!("it is damaged: {e}"));
    match kind {
        FileKind::Archive => archive(data).unwrap_or_else(damaged),
        FileKind::MachOFat32 => match MachOFatFile32::parse(data) {
            Ok(fat) => Content::Universal(fat.arches().iter().map(|a| apple(a.architecture())).collect()),
            Err(e) => damaged(e),
        },
        FileKind::MachOFat64 => match MachOFatFile64::parse(data) {
            Ok(fat) => Content::Universal(fat.arches().iter().map(|a| apple(a.architecture())).collect()),
            Err(e) => damaged(e),
        },
        _ => machine(data, kind).map_or_else(damaged, Content::Machine),
    }
}

fn plain(format: ObjectFormat, kind: Kind, arch: MachineArch) -> Machine {
    Machine { format, kind, arch, big_endian: false, mark: None, libc: None }
}

fn apple(arch: Architecture) -> Machine {
    plain(ObjectFormat::MachO, Kind::Object, machine_arch(arch))
}

/// Text that linkers know what to do with begins with a command of GNU's scripts or is one of Apple's lists.
fn text(start: &[u8]) -> Content {
    let head = match std::str::from_utf8(start) {
        Ok(head) => head,
        // The last character may be cut off.
        Err(e) if e.valid_up_to() + 4 > start.len() => std::str::from_utf8(&start[..e.valid_up_to()]).unwrap_or(""),
        Err(_) => return Content::Unknown("its format is not known".into()),
    };
    if head.contains('\0') {
        return Content::Unknown("its format is not known".into());
    }
    const COMMANDS: &[&str] =
        &["INPUT", "GROUP", "OUTPUT_FORMAT", "SECTIONS", "VERSION", "SEARCH_DIR", "ENTRY", "OUTPUT_ARCH", "PROVIDE"];
    let words = || head.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    if head.starts_with("--- !tapi-tbd") || words().any(|word| COMMANDS.contains(&word)) {
        return Content::Script;
    }
    Content::Text
}

fn machine_arch(arch: Architecture) -> MachineArch {
    MachineArch::Other(match arch {
        Architecture::X86_64 => return Arch::X86_64.into(),
        Architecture::Aarch64 => return Arch::Aarch64.into(),
        Architecture::Riscv64 => return Arch::Riscv64.into(),
        Architecture::Wasm32 => return Arch::Wasm32.into(),
        Architecture::X86_64_X32 => "x86_64 with 32-bit pointers (x32)".into(),
        Architecture::I386 => "32-bit x86".into(),
        Architecture::Aarch64_Ilp32 => "aarch64 with 32-bit pointers (ILP32)".into(),
        Architecture::Arm => "32-bit arm".into(),
        Architecture::Unknown => "an unknown architecture".into(),
        other => format!("{other:?}").to_lowercase(),
    })
}

fn machine<'d, R: ReadRef<'d>>(data: R, kind: FileKind) -> object::read::Result<Machine> {
    let (mut libc, mut mark) = (None, None);
    let format = match kind {
        FileKind::Elf32 | FileKind::Elf64 => ObjectFormat::Elf,
        FileKind::MachO32 | FileKind::MachO64 => ObjectFormat::MachO,
        FileKind::Coff | FileKind::CoffBig | FileKind::CoffImport | FileKind::Pe32 | FileKind::Pe64 => {
            ObjectFormat::Coff
        }
        _ => {
            return Ok(Machine {
                kind: Kind::Other,
                ..plain(ObjectFormat::Elf, Kind::Other, MachineArch::Other("another system".into()))
            });
        }
    };
    if kind == FileKind::CoffImport {
        let import = object::read::coff::ImportFile::parse(data)?;
        return Ok(plain(format, Kind::Object, machine_arch(import.architecture())));
    }
    let file = object::File::parse(data)?;
    if kind == FileKind::Elf32 {
        libc = c_library(&Elf::<FileHeader32<Endianness>, R>::parse(data)?)?;
    } else if kind == FileKind::Elf64 {
        libc = c_library(&Elf::<FileHeader64<Endianness>, R>::parse(data)?)?;
    }
    if let FileFlags::Elf { os_abi, e_flags, .. } = file.flags() {
        mark = elf::mark(file.architecture(), os_abi.0, e_flags.0);
    }
    let kind = match file.kind() {
        ObjectKind::Relocatable => Kind::Object,
        ObjectKind::Dynamic => Kind::Shared,
        ObjectKind::Executable => Kind::Executable,
        _ => Kind::Other,
    };
    let arch = machine_arch(file.architecture());
    Ok(Machine { format, kind, arch, big_endian: !file.is_little_endian(), mark, libc })
}

fn archive<'d, R: ReadRef<'d>>(data: R) -> object::read::Result<Content> {
    let archive = ArchiveFile::parse(data)?;
    let mut members = Vec::new();
    if !archive.is_thin() {
        for member in archive.members().take(MOST_MEMBERS) {
            let member = member?;
            let (start, size) = member.file_range();
            let part = Part { data, start, size };
            let Ok(kind) = FileKind::parse(part) else { continue };
            if let Ok(machine) = machine(part, kind) {
                members.push((String::from_utf8_lossy(member.name()).into_owned(), machine));
            }
        }
    }
    let mut libc = None;
    for symbol in archive.symbols()?.into_iter().flatten() {
        libc = match symbol?.name() {
            b"gnu_get_libc_version" => Some(Libc::Glibc),
            b"__init_libc" => Some(Libc::Musl),
            _ => continue,
        };
        break;
    }
    Ok(Content::Archive(members, libc.map(itself)))
}

/// A member of an archive.
#[derive(Clone, Copy)]
struct Part<R> {
    data: R,
    start: u64,
    size: u64,
}

impl<'d, R: ReadRef<'d>> ReadRef<'d> for Part<R> {
    fn len(self) -> Result<u64, ()> {
        Ok(self.size)
    }

    fn read_bytes_at(self, offset: u64, size: u64) -> Result<&'d [u8], ()> {
        let end = offset.checked_add(size).ok_or(())?;
        if end > self.size {
            return Err(());
        }
        self.data.read_bytes_at(self.start.checked_add(offset).ok_or(())?, size)
    }

    fn read_bytes_at_until(self, range: std::ops::Range<u64>, delimiter: u8) -> Result<&'d [u8], ()> {
        let at = |offset: u64| self.start.checked_add(offset.min(self.size)).ok_or(());
        self.data.read_bytes_at_until(at(range.start)?..at(range.end)?, delimiter)
    }
}

/// Calls `each` with every name that a linker finds defined in a shared library or archive, as it is in the file. Of a
/// damaged table, what can be read.
pub fn defined<'d, R: ReadRef<'d>>(data: R, each: &mut dyn FnMut(&[u8])) -> object::read::Result<()> {
    match FileKind::parse(data)? {
        FileKind::Archive => {
            for symbol in ArchiveFile::parse(data)?.symbols()?.into_iter().flatten() {
                each(symbol?.name());
            }
            Ok(())
        }
        FileKind::Elf32 => elf::defined(&Elf::<FileHeader32<Endianness>, R>::parse(data)?, each),
        FileKind::Elf64 => elf::defined(&Elf::<FileHeader64<Endianness>, R>::parse(data)?, each),
        FileKind::MachO32 | FileKind::MachO64 | FileKind::Pe32 | FileKind::Pe64 => {
            for export in object::File::parse(data)?.exports()? {
                if let NameOrOrdinal::Name(name) = export?.name() {
                    each(name);
                }
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Why a file is not linked, as a clause: what it is, and what is needed.
pub fn reason(misfit: &Misfit, target: &Target) -> String {
    match misfit {
        Misfit::Machine(what) => format!("it is {what}, and {} is needed", wanted(target)),
        Misfit::Libc(libc) => {
            let own = Libc::of(target).map(|own| format!("and the target's C library is {}", own.name()));
            let own = own.unwrap_or_else(|| "and the target has no C library".into());
            format!("it is for {}: {}, {own}", libc.which.name(), libc.because)
        }
        Misfit::Nothing(what) => format!("{what}, and {} is needed", wanted(target)),
    }
}
