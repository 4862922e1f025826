//! The C library that an ELF file cannot do without.

use super::{Elf, defined};
use object::Endianness;
use object::elf;
use object::read::elf::{FileHeader, ProgramHeader};
use object::read::{ReadRef, Result};
use vex_ir::target::{Env, Os, Target};

/// A C library, and how it is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CLibrary {
    pub which: Libc,
    /// As a clause: it needs `libc.so.6`.
    pub because: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Libc {
    Glibc,
    Musl,
    Bionic,
    FreeBsd,
}

impl Libc {
    pub fn name(self) -> &'static str {
        match self {
            Libc::Glibc => "glibc",
            Libc::Musl => "musl",
            Libc::Bionic => "Android's C library",
            Libc::FreeBsd => "FreeBSD's C library",
        }
    }

    /// The C library of a target, where there is one that files say they need.
    pub fn of(target: &Target) -> Option<Libc> {
        match (target.os, target.env) {
            (Os::Linux, Env::Gnu) => Some(Libc::Glibc),
            (Os::Linux, Env::Musl) => Some(Libc::Musl),
            (Os::Linux, Env::None | Env::Msvc | Env::P1) => None,
            (Os::FreeBsd, _) => Some(Libc::FreeBsd),
            (Os::MacOs | Os::Windows | Os::Wasi | Os::None | Os::Unknown, _) => None,
        }
    }
}

pub fn itself(which: Libc) -> CLibrary {
    CLibrary { which, because: "it is that C library itself".into() }
}

/// The C library that an ELF file names: as its interpreter, as a library or a version that it needs. A startup object of
/// glibc's has a note; musl's have none.
pub fn c_library<'d, H: FileHeader<Endian = Endianness>, R: ReadRef<'d>>(
    file: &Elf<'d, H, R>,
) -> Result<Option<CLibrary>> {
    let Elf { header, endian, data, ref sections } = *file;
    if header.e_type(endian) == elf::ET_REL {
        let note = sections.section_by_name(endian, b".note.ABI-tag");
        let because = "it has the note that glibc's startup code has".to_string();
        return Ok(note.map(|_| CLibrary { which: Libc::Glibc, because }));
    }
    let mut found: Option<CLibrary> = None;
    let mut say = |which: Option<Libc>, because: String| {
        if let Some(which) = which {
            found.get_or_insert(CLibrary { which, because });
        }
    };
    if let Some((which, file, version)) = needed_version(file)? {
        say(Some(which), format!("it needs `{file}`, version `{version}`"));
    }
    for name in file.dynamic_strings(elf::DT_NEEDED)? {
        say(libc_named(&name), format!("it needs `{name}`"));
    }
    for segment in header.program_headers(endian, data)? {
        if let Some(path) = segment.interpreter(endian, data)? {
            let path = String::from_utf8_lossy(path).into_owned();
            let name = path.rsplit('/').next().unwrap_or(&path);
            say(libc_named(name), format!("it is started by `{path}`"));
        }
    }
    for name in file.dynamic_strings(elf::DT_SONAME)? {
        say(libc_named(&name), format!("its name for the loader is `{name}`"));
    }
    if found.is_none() && sections.gnu_verdef(endian, data)?.is_none() {
        // musl's own has no name for the loader, no versions, and needs nothing. The second name is its alone.
        let (mut start, mut own) = (false, false);
        defined(file, &mut |name| {
            start |= name == b"__libc_start_main";
            own |= name == b"__optpos";
        })?;
        if start && own {
            found = Some(itself(Libc::Musl));
        }
    }
    Ok(found)
}

/// The newest of the C library's versions that an ELF file needs, and the library's file.
fn needed_version<'d, H: FileHeader<Endian = Endianness>, R: ReadRef<'d>>(
    file: &Elf<'d, H, R>,
) -> Result<Option<(Libc, String, String)>> {
    let Elf { endian, data, ref sections, .. } = *file;
    let Some((mut needs, strings)) = sections.gnu_verneed(endian, data)? else { return Ok(None) };
    let strings = sections.strings(endian, data, strings)?;
    let mut newest: Option<(Libc, String, String)> = None;
    while let Some((need, mut aux)) = needs.next()? {
        let file = String::from_utf8_lossy(need.file(endian, strings)?).into_owned();
        while let Some(version) = aux.next()? {
            let name = String::from_utf8_lossy(version.name(endian, strings)?).into_owned();
            let which = match () {
                () if name.starts_with("GLIBC_") => Libc::Glibc,
                () if name.starts_with("FBSD_") => Libc::FreeBsd,
                () if name == "LIBC" => Libc::Bionic,
                () => continue,
            };
            if newest.as_ref().is_none_or(|(_, _, before)| numbers(before) < numbers(&name)) {
                newest = Some((which, file.clone(), name));
            }
        }
    }
    Ok(newest)
}

/// `GLIBC_2.34` is newer than `GLIBC_2.4`.
fn numbers(version: &str) -> Vec<u32> {
    version.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect()
}

fn libc_named(name: &str) -> Option<Libc> {
    Some(match name {
        "libc.so.6" => Libc::Glibc,
        "libc.so" => Libc::Musl,
        "libc.so.7" => Libc::FreeBsd,
        "ld-elf.so.1" => Libc::FreeBsd,
        "linker64" | "linker" => Libc::Bionic,
        _ if name.starts_with("libc.musl-") || name.starts_with("ld-musl-") => Libc::Musl,
        _ if name.starts_with("ld-linux") => Libc::Glibc,
        _ => return None,
    })
}
