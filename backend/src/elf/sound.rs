//! Whether a shared library can be loaded into this process: loaders trust what they load, and a table that leads out of the file
//! ends the process that has asked for it.
//!
//! What is checked is what loaders follow: segments, the dynamic section and its tables, as the System V ABI, chapter 5, has them,
//! with the versions and hashes of the LSB (core specification, section 10.7) and GNU. The meaning of code and data is not checked.

use object::ReadRef;
use object::elf::{self, FileHeader64};
use object::endian::Endianness;
use object::read::elf::{FileHeader, ProgramHeader, SectionHeader};

type Header = FileHeader64<Endianness>;

/// Bytes of a symbol, a relocation with addend, an entry of the dynamic section.
const SYMBOL: u64 = 24;
const RELOCATION: u64 = 24;
const ENTRY: usize = 16;

/// A part of the file that is in memory.
struct Load {
    address: u64,
    offset: u64,
    in_file: u64,
    in_memory: u64,
    writable: bool,
    code: bool,
}

struct Image<'d, R: ReadRef<'d>> {
    data: R,
    little: bool,
    loads: Vec<Load>,
    of: std::marker::PhantomData<&'d ()>,
}

impl<'d, R: ReadRef<'d>> Image<'d, R> {
    fn load(&self, address: u64, size: u64) -> Option<&Load> {
        let end = address.checked_add(size)?;
        self.loads.iter().find(|load| load.address <= address && end <= load.address + load.in_memory)
    }

    /// What the file has at an address.
    fn bytes(&self, address: u64, size: u64) -> Option<&'d [u8]> {
        let load = self.load(address, size)?;
        let inside = address - load.address;
        if inside.checked_add(size)? > load.in_file {
            return None;
        }
        self.data.read_bytes_at(load.offset + inside, size).ok()
    }

    fn writable(&self, address: u64, size: u64) -> Option<()> {
        self.load(address, size)?.writable.then_some(())
    }

    fn code(&self, address: u64) -> Option<()> {
        self.load(address, 1)?.code.then_some(())
    }

    fn number(&self, bytes: &[u8], at: usize, size: usize) -> Option<u64> {
        let field = bytes.get(at..at.checked_add(size)?)?;
        let add = |value: u64, byte: &u8| value << 8 | u64::from(*byte);
        Some(if self.little { field.iter().rev().fold(0, add) } else { field.iter().fold(0, add) })
    }

    /// A number of 4 bytes in a table of such.
    fn word(&self, table: &[u8], index: usize) -> Option<u64> {
        self.number(table, index.checked_mul(4)?, 4)
    }
}

/// The dynamic section, and what it leads to.
struct Dynamic<'d> {
    /// Tags and values; of tags that stand there more than once, loaders take the last.
    entries: Vec<(u64, u64)>,
    strings: &'d [u8],
    symbols: u64,
}

impl Dynamic<'_> {
    fn get(&self, tag: elf::DynamicTag) -> Option<u64> {
        let tag = tag.0 as u64;
        self.entries.iter().rev().find(|entry| entry.0 == tag).map(|entry| entry.1)
    }

    fn string(&self, at: u64) -> Option<&[u8]> {
        self.strings.get(usize::try_from(at).ok()?..)?.split(|byte| *byte == 0).next()
    }
}

/// Whether a loader can follow all that is in a library. `false` is no error: the library may only be unusual.
pub fn is_sound<'d, R: ReadRef<'d>>(data: R) -> bool {
    check(data).is_some()
}

fn check<'d, R: ReadRef<'d>>(data: R) -> Option<()> {
    let header = Header::parse(data).ok()?;
    let endian = header.endian().ok()?;
    let machine = header.e_machine(endian);
    let segments = header.program_headers(endian, data).ok()?;
    let mut image = Image { data, little: header.is_little_endian(), loads: Vec::new(), of: std::marker::PhantomData };
    image.loads = loads(segments, endian, data.len().ok()?)?;
    let mut found = None;
    for segment in segments {
        let (address, in_file) = (segment.p_vaddr(endian), segment.p_filesz(endian));
        match segment.p_type(endian) {
            elf::PT_DYNAMIC => found = Some(image.bytes(address, in_file)?),
            elf::PT_NOTE | elf::PT_GNU_PROPERTY => {
                notes(&image, image.bytes(address, in_file)?, segment.p_align(endian))?;
                (segment.p_memsz(endian) == in_file).then_some(())?;
            }
            elf::PT_TLS => {
                image.bytes(address, in_file)?;
                let align = segment.p_align(endian);
                (in_file <= segment.p_memsz(endian) && (align == 0 || align.is_power_of_two())).then_some(())?;
            }
            elf::PT_GNU_RELRO => {
                let memory = segment.p_memsz(endian);
                (memory == 0 || image.load(address, memory.min(in_file).max(1)).is_some()).then_some(())?;
                // The end is that of a page.
                (memory <= in_file.checked_add(1 << 16)?).then_some(())?;
            }
            // Nothing of other segments is followed.
            _ => {}
        }
    }
    let dynamic = dynamic(&image, found?)?;
    let sections = header.sections(endian, data).ok()?;
    // What is said of the symbols is read by way of the section.
    let table = sections.iter().find(|section| section.sh_type(endian) == elf::SHT_DYNSYM)?;
    let symbols = dynamic.get(elf::DT_SYMTAB)?;
    (table.sh_addr(endian) == symbols && table.sh_size(endian) / SYMBOL == dynamic.symbols).then_some(())?;
    symbols_of(&image, &dynamic)?;
    hashes(&image, &dynamic)?;
    versions(&image, &dynamic)?;
    relocations(&image, &dynamic, machine)
}

/// The parts that are in memory, in order.
fn loads(segments: &[elf::ProgramHeader64<Endianness>], endian: Endianness, length: u64) -> Option<Vec<Load>> {
    let (mut loads, mut end) = (Vec::new(), 0);
    for segment in segments.iter().filter(|segment| segment.p_type(endian) == elf::PT_LOAD) {
        let load = Load {
            address: segment.p_vaddr(endian),
            offset: segment.p_offset(endian),
            in_file: segment.p_filesz(endian),
            in_memory: segment.p_memsz(endian),
            writable: segment.p_flags(endian).0 & elf::PF_W.0 != 0,
            code: segment.p_flags(endian).0 & elf::PF_X.0 != 0,
        };
        let align = segment.p_align(endian).max(1);
        let fits = load.offset.checked_add(load.in_file)? <= length && load.in_file <= load.in_memory;
        // Loaders map from the first to the last, page by page.
        let pages = align.is_power_of_two() && align < 1 << 32 && load.address % align == load.offset % align;
        if !fits || !pages || load.address < end {
            return None;
        }
        end = load.address.checked_add(load.in_memory)?;
        loads.push(load);
    }
    Some(loads)
}

/// The notes of a segment: none is longer than it.
fn notes<'d, R: ReadRef<'d>>(image: &Image<'d, R>, bytes: &[u8], align: u64) -> Option<()> {
    let align = if align == 8 { 8 } else { 4 };
    let mut at = 0_usize;
    while at + 12 <= bytes.len() {
        let name = usize::try_from(image.number(bytes, at, 4)?).ok()?;
        let content = usize::try_from(image.number(bytes, at + 4, 4)?).ok()?;
        let start = (at + 12 + name).next_multiple_of(align);
        (start + content <= bytes.len()).then_some(())?;
        // GNU's properties are a list in the note: type, size, content.
        if image.number(bytes, at + 8, 4)? == 5 && bytes.get(at + 12..at + 16) == Some(b"GNU\0") {
            let mut property = start;
            while property < start + content {
                let size = usize::try_from(image.number(bytes, property + 4, 4)?).ok()?;
                property = (property + 8 + size).next_multiple_of(8);
            }
            (property == start + content).then_some(())?;
        }
        at = (start + content).next_multiple_of(align);
    }
    Some(())
}

fn dynamic<'d, R: ReadRef<'d>>(image: &Image<'d, R>, bytes: &'d [u8]) -> Option<Dynamic<'d>> {
    let mut entries = Vec::new();
    for entry in bytes.chunks_exact(ENTRY) {
        entries.push((image.number(entry, 0, 8)?, image.number(entry, 8, 8)?));
        if entries.last()?.0 == 0 {
            break;
        }
    }
    (entries.last()?.0 == 0).then_some(())?;
    let mut dynamic = Dynamic { entries, strings: &[], symbols: 0 };
    dynamic.strings = image.bytes(dynamic.get(elf::DT_STRTAB)?, dynamic.get(elf::DT_STRSZ)?)?;
    (dynamic.strings.last() == Some(&0)).then_some(())?;
    let is_size = |tag, size| dynamic.get(tag).is_none_or(|value| value == size);
    let kind = dynamic.get(elf::DT_PLTREL).is_none_or(|value| value == elf::DT_RELA.0 as u64);
    (is_size(elf::DT_SYMENT, SYMBOL) && is_size(elf::DT_RELAENT, RELOCATION) && kind).then_some(())?;
    // Relocations without an addend: no 64-bit target that is supported has them.
    dynamic.get(elf::DT_REL).is_none().then_some(())?;
    let texts = [elf::DT_NEEDED, elf::DT_SONAME, elf::DT_RPATH, elf::DT_RUNPATH, elf::DT_AUXILIARY, elf::DT_FILTER];
    for (_, at) in dynamic.entries.iter().filter(|entry| texts.iter().any(|tag| tag.0 as u64 == entry.0)) {
        dynamic.string(*at)?;
    }
    // How many symbols there are follows from where the table of names begins or the hashes say.
    dynamic.symbols = symbol_count(image, &dynamic)?;
    Some(dynamic)
}

/// The number of symbols, as the hash tables have it.
fn symbol_count<'d, R: ReadRef<'d>>(image: &Image<'d, R>, dynamic: &Dynamic) -> Option<u64> {
    if let Some(at) = dynamic.get(elf::DT_HASH) {
        return image.number(image.bytes(at, 8)?, 4, 4);
    }
    let at = dynamic.get(elf::DT_GNU_HASH)?;
    let (head, buckets) = gnu_buckets(image, at)?;
    let last = buckets.chunks_exact(4).filter_map(|b| image.number(b, 0, 4)).max().unwrap_or(0);
    if last < head.first {
        return Some(head.first);
    }
    let mut chain = head.chains.checked_add(4 * (last - head.first))?;
    let mut count = last + 1;
    while image.number(image.bytes(chain, 4)?, 0, 4)? & 1 == 0 {
        chain += 4;
        count += 1;
    }
    Some(count)
}

struct GnuHash {
    first: u64,
    /// Where the chains are, of 4 bytes for each symbol from the first on.
    chains: u64,
}

fn gnu_buckets<'d, R: ReadRef<'d>>(image: &Image<'d, R>, at: u64) -> Option<(GnuHash, &'d [u8])> {
    let head = image.bytes(at, 16)?;
    let field = |n: usize| image.word(head, n);
    let (count, first, bloom, shift) = (field(0)?, field(1)?, field(2)?, field(3)?);
    // Loaders divide by the first, and mask with the third.
    (count > 0 && bloom.is_power_of_two() && shift < 64).then_some(())?;
    let buckets = at + 16 + 8 * bloom;
    image.bytes(at + 16, 8 * bloom)?;
    Some((GnuHash { first, chains: buckets + 4 * count }, image.bytes(buckets, 4 * count)?))
}

fn hashes<'d, R: ReadRef<'d>>(image: &Image<'d, R>, dynamic: &Dynamic) -> Option<()> {
    let symbols = dynamic.symbols;
    if let Some(at) = dynamic.get(elf::DT_GNU_HASH) {
        let (head, buckets) = gnu_buckets(image, at)?;
        for bucket in buckets.chunks_exact(4) {
            let bucket = image.number(bucket, 0, 4)?;
            (bucket == 0 || (head.first..symbols).contains(&bucket)).then_some(())?;
        }
        let hashed = symbols.saturating_sub(head.first);
        let chains = image.bytes(head.chains, 4 * hashed)?;
        // The last chain ends, and so does each before it.
        (hashed == 0 || image.word(chains, usize::try_from(hashed - 1).ok()?)? & 1 == 1).then_some(())?;
    }
    if let Some(at) = dynamic.get(elf::DT_HASH) {
        let count = image.number(image.bytes(at, 8)?, 0, 4)?;
        (count > 0).then_some(())?;
        let buckets = image.bytes(at + 8, 4 * count)?;
        let chains = image.bytes(at + 8 + 4 * count, 4 * symbols)?;
        let mut seen = vec![false; usize::try_from(symbols).ok()?];
        for bucket in buckets.chunks_exact(4) {
            let mut at = usize::try_from(image.number(bucket, 0, 4)?).ok()?;
            // A chain that comes back to itself has no end.
            while at != 0 {
                let seen = seen.get_mut(at)?;
                (!std::mem::replace(seen, true)).then_some(())?;
                at = usize::try_from(image.word(chains, at)?).ok()?;
            }
        }
    }
    Some(())
}

fn symbols_of<'d, R: ReadRef<'d>>(image: &Image<'d, R>, dynamic: &Dynamic) -> Option<()> {
    let table = image.bytes(dynamic.get(elf::DT_SYMTAB)?, dynamic.symbols.checked_mul(SYMBOL)?)?;
    for symbol in table.chunks_exact(SYMBOL as usize) {
        dynamic.string(image.number(symbol, 0, 4)?)?;
        let (info, section, value) = (symbol[4], image.number(symbol, 6, 2)?, image.number(symbol, 8, 8)?);
        // It is executed to find out where the function is.
        if info & 0xf == elf::STT_GNU_IFUNC.0 && section != 0 {
            image.code(value)?;
        }
    }
    Some(())
}

fn versions<'d, R: ReadRef<'d>>(image: &Image<'d, R>, dynamic: &Dynamic) -> Option<()> {
    let mut known = vec![0, 1];
    let needed: Vec<&[u8]> = dynamic
        .entries
        .iter()
        .filter(|entry| entry.0 == elf::DT_NEEDED.0 as u64)
        .filter_map(|entry| dynamic.string(entry.1))
        .collect();
    let mut at = dynamic.get(elf::DT_VERNEED);
    while let Some(need) = at {
        let entry = image.bytes(need, 16)?;
        let field = |at: usize, size| image.number(entry, at, size);
        // Loaders insist that the file is one of those that are needed.
        let file = dynamic.string(field(4, 4)?)?;
        (field(0, 2)? == 1 && needed.contains(&file)).then_some(())?;
        let mut inner = Some(need.checked_add(field(8, 4)?)?);
        while let Some(version) = inner {
            let entry = image.bytes(version, 16)?;
            dynamic.string(image.number(entry, 8, 4)?)?;
            known.push(image.number(entry, 6, 2)? & 0x7fff);
            let next = image.number(entry, 12, 4)?;
            inner = (next != 0).then_some(version.checked_add(next)?);
        }
        let next = field(12, 4)?;
        at = (next != 0).then_some(need.checked_add(next)?);
    }
    let mut at = dynamic.get(elf::DT_VERDEF);
    while let Some(definition) = at {
        let entry = image.bytes(definition, 20)?;
        let field = |at: usize, size| image.number(entry, at, size);
        (field(0, 2)? == 1).then_some(())?;
        known.push(field(4, 2)? & 0x7fff);
        let mut names = field(6, 2)?;
        let mut inner = Some(definition.checked_add(field(12, 4)?)?);
        while let Some(name) = inner.filter(|_| names > 0) {
            let entry = image.bytes(name, 8)?;
            dynamic.string(image.number(entry, 0, 4)?)?;
            let next = image.number(entry, 4, 4)?;
            inner = (next != 0).then_some(name.checked_add(next)?);
            names -= 1;
        }
        let next = field(16, 4)?;
        at = (next != 0).then_some(definition.checked_add(next)?);
    }
    if let Some(at) = dynamic.get(elf::DT_VERSYM) {
        (known.len() > 2).then_some(())?;
        for version in image.bytes(at, 2 * dynamic.symbols)?.chunks_exact(2) {
            known.contains(&(image.number(version, 0, 2)? & 0x7fff)).then_some(())?;
        }
    }
    Some(())
}

fn relocations<'d, R: ReadRef<'d>>(image: &Image<'d, R>, dynamic: &Dynamic, machine: elf::Machine) -> Option<()> {
    // The base and the address of a function that finds the address, of each machine that programs are executed on in memory.
    let (relative, indirect) = match machine {
        elf::EM_X86_64 => (elf::R_X86_64_RELATIVE.0, elf::R_X86_64_IRELATIVE.0),
        elf::EM_AARCH64 => (elf::R_AARCH64_RELATIVE.0, elf::R_AARCH64_IRELATIVE.0),
        elf::EM_RISCV => (elf::R_RISCV_RELATIVE.0, elf::R_RISCV_IRELATIVE.0),
        _ => return None,
    };
    let calls = calls(image, dynamic)?;
    for function in [elf::DT_INIT, elf::DT_FINI] {
        dynamic.get(function).map_or(Some(()), |at| image.code(at))?;
    }
    let mut made = 0;
    for (table, size) in [(elf::DT_RELA, elf::DT_RELASZ), (elf::DT_JMPREL, elf::DT_PLTRELSZ)] {
        let Some(at) = dynamic.get(table) else { continue };
        let bytes = image.bytes(at, dynamic.get(size)?)?;
        (bytes.len() % RELOCATION as usize == 0).then_some(())?;
        let mut first = if table == elf::DT_RELA { dynamic.get(elf::DT_RELACOUNT).unwrap_or(0) } else { 0 };
        (first <= bytes.len() as u64 / RELOCATION).then_some(())?;
        for relocation in bytes.chunks_exact(RELOCATION as usize) {
            let field = |n: usize| image.number(relocation, 8 * n, 8);
            let (place, info, addend) = (field(0)?, field(1)?, field(2)?);
            let kind = (info & 0xffff_ffff) as u32;
            (info >> 32 < dynamic.symbols.max(1) && (first == 0 || kind == relative)).then_some(())?;
            first = first.saturating_sub(1);
            if kind == 0 {
                continue;
            }
            image.writable(place, 8)?;
            if kind == indirect {
                image.code(addend)?;
            }
            if calls.iter().any(|range| range.contains(&place)) {
                made += 1;
                (kind != relative).then_some(()).or_else(|| image.code(addend))?;
            }
        }
    }
    made += relative_words(image, dynamic, &calls)?;
    if dynamic.get(elf::DT_JMPREL).is_some()
        && let Some(table) = dynamic.get(elf::DT_PLTGOT)
    {
        // The loader writes its own there.
        image.writable(table, 8)?;
    }
    // Whatever is called has to be moved to where the library is.
    let all: u64 = calls.iter().map(|range| (range.end - range.start) / 8).sum();
    (made == all).then_some(())
}

/// The lists of functions that are called when the library is loaded and left.
fn calls<'d, R: ReadRef<'d>>(image: &Image<'d, R>, dynamic: &Dynamic) -> Option<Vec<std::ops::Range<u64>>> {
    let mut calls = Vec::new();
    for (array, size) in [
        (elf::DT_INIT_ARRAY, elf::DT_INIT_ARRAYSZ),
        (elf::DT_FINI_ARRAY, elf::DT_FINI_ARRAYSZ),
        (elf::DT_PREINIT_ARRAY, elf::DT_PREINIT_ARRAYSZ),
    ] {
        if let Some(start) = dynamic.get(array) {
            let size = dynamic.get(size)?;
            image.bytes(start, size)?;
            calls.push(start..start + size / 8 * 8);
        }
    }
    Some(calls)
}

/// `DT_RELR`, a list of words to which the base is added; how many of them are among those that are called.
fn relative_words<'d, R: ReadRef<'d>>(
    image: &Image<'d, R>,
    dynamic: &Dynamic,
    calls: &[std::ops::Range<u64>],
) -> Option<u64> {
    let (mut made, mut next) = (0, 0_u64);
    let Some(at) = dynamic.get(elf::DT_RELR) else { return Some(0) };
    for entry in image.bytes(at, dynamic.get(elf::DT_RELRSZ)?)?.chunks_exact(8) {
        let entry = image.number(entry, 0, 8)?;
        // An address, or a map of the 63 words behind the last one.
        let places: Vec<u64> = match entry & 1 {
            0 => vec![entry],
            _ => (0..63).filter(|bit| entry >> (bit + 1) & 1 == 1).map(|bit| next.wrapping_add(8 * bit)).collect(),
        };
        next = if entry & 1 == 0 { entry.wrapping_add(8) } else { next.wrapping_add(8 * 63) };
        for place in places {
            image.writable(place, 8)?;
            if calls.iter().any(|range| range.contains(&place)) {
                made += 1;
                image.code(image.number(image.bytes(place, 8)?, 0, 8)?)?;
            }
        }
    }
    Some(made)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// The libraries of this machine are sound, and none is with its end missing.
    #[test]
    fn what_is_installed_is_sound() {
        let (mut sound, mut seen) = (0, 0);
        let dirs = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/lib"];
        for entry in dirs.iter().filter_map(|dir| std::fs::read_dir(Path::new(dir)).ok()).flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let small = entry.metadata().is_ok_and(|meta| meta.is_file() && meta.len() < 4 << 20);
            let Some(bytes) = std::fs::read(entry.path()).ok().filter(|_| small && name.contains(".so")) else {
                continue;
            };
            if !bytes.starts_with(b"\x7fELF") {
                continue;
            }
            seen += 1;
            if is_sound(&bytes[..]) {
                sound += 1;
            } else {
                println!("{name}");
            }
            let half = &bytes[..bytes.len() / 2];
            assert!(!is_sound(half), "{name}");
        }
        // The check also rejects a few libraries that are unusual, but sound.
        assert!(sound * 10 >= seen * 9, "{sound} of {seen}");
    }
}
