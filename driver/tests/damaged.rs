//! Objects, archives and shared libraries that are damaged: what is linked with them comes out, or there are diagnostics, in
//! bounded time and memory, and never an internal error.
//!
//! The files are changed at random, always the same way: bits and bytes anywhere, fields of headers and tables set to extremes,
//! pieces taken out, doubled, cut off. `MUTANTS` says how many there are of each file and way, `MUTANTS_FROM` with which number
//! they begin.
//!
//! Nothing of a damaged file is meant to be executed: programs refer to it and call nothing, and the files have no startup code.
//! Damage that makes the linker or the loader execute something all the same (a section that has become a constructor) is the
//! program's, and is known by the executable's ending the same way.

mod common;

use common::Random;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

const LIBRARY: &str = "
static int own = 4;
int w_variable = 3;
int *w_pointer = &own;
__thread int w_thread = 5;
int w_other(int);
int w_add(int a, int b) { return a + b + own; }
int w_both(int a) { return w_add(a, w_variable) + w_thread; }
__attribute__((weak)) int w_weak(void) { return w_both(1); }
";

/// It needs each kind of symbol, and does nothing.
const PROGRAM: &str = r#"
#[link(name = "w")]
extern "C" {
    fn w_add(a: i32, b: i32) -> i32;
    fn w_weak() -> i32;
    static w_variable: i32;
}
fn main() -> i32 {
    if black_box(false) {
        return unsafe { w_add(w_variable, w_weak()) };
    }
    return 0;
}
"#;

/// What a process may use: seconds of CPU and KiB of addresses. `vexc` sets a GiB aside for a stack.
const SECONDS: u32 = 20;
const KIB: u32 = 4 << 20;

fn tool(dir: &Path, words: &[&str]) {
    let status = Command::new(words[0]).current_dir(dir).args(&words[1..]).status();
    assert!(status.is_ok_and(|status| status.success()), "{words:?}");
}

/// A file that is damaged, and the ways to use it.
struct Case {
    name: &'static str,
    /// The name under which the damaged file is found.
    file: &'static str,
    whole: Vec<u8>,
    /// Command lines, in a directory with the program and the damaged file.
    ways: &'static [&'static [&'static str]],
}

fn cases(dir: &Path) -> Vec<Case> {
    std::fs::write(dir.join("w.c"), LIBRARY).unwrap();
    std::fs::write(dir.join("v.c"), "int w_other(int a) { return a; }\n").unwrap();
    tool(dir, &["cc", "-O1", "-fPIC", "-c", "w.c", "v.c"]);
    tool(dir, &["cc", "-O1", "-g", "-c", "w.c", "-o", "debug.o"]);
    tool(dir, &["ar", "rcs", "libw.a", "w.o", "v.o"]);
    tool(dir, &["ar", "rcS", "plain.a", "v.o", "w.o"]);
    tool(dir, &["ar", "rcsT", "thin.a", "w.o", "v.o"]);
    tool(dir, &["cc", "-shared", "-nostdlib", "w.o", "-Wl,-soname,libw.so", "-o", "libw.so"]);
    tool(dir, &["cc", "-shared", "-nostdlib", "w.o", "-Wl,--hash-style=both", "-lc", "-o", "needs.so"]);
    let script =
        "/* GNU ld script */\nOUTPUT_FORMAT(elf64-x86-64)\nGROUP ( libreal.so AS_NEEDED ( -lm ./libreal.so ) )\n";
    let read = |name: &str| std::fs::read(dir.join(name)).unwrap();
    const GIVEN: &[&[&str]] = &[&["given.o", "object.vx", "-o", "made"], &["run", "given.o", "object.vx"]];
    const ARCHIVE: &[&[&str]] = &[&["-L.", "main.vx", "-o", "made"], &["run", "-L.", "main.vx"]];
    vec![
        Case { name: "object", file: "given.o", whole: read("w.o"), ways: GIVEN },
        Case { name: "object with debug information", file: "given.o", whole: read("debug.o"), ways: GIVEN },
        Case { name: "archive", file: "libw.a", whole: read("libw.a"), ways: ARCHIVE },
        Case { name: "archive without symbols", file: "libw.a", whole: read("plain.a"), ways: ARCHIVE },
        Case { name: "thin archive", file: "libw.a", whole: read("thin.a"), ways: ARCHIVE },
        Case { name: "shared library", file: "libw.so", whole: read("libw.so"), ways: ARCHIVE },
        Case { name: "shared library that needs another", file: "libw.so", whole: read("needs.so"), ways: ARCHIVE },
        Case { name: "script", file: "libw.so", whole: script.into(), ways: ARCHIVE },
    ]
}

fn number(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    let field = bytes.get(at..at.checked_add(size)?)?;
    usize::try_from(field.iter().rev().fold(0_u64, |value, byte| value << 8 | u64::from(*byte))).ok()
}

/// The tables of an ELF file (System V ABI, chapters 4 and 5) that begins here: the header, those of programs and sections, and
/// what sections have but code and text.
fn tables(bytes: &[u8], start: usize) -> Vec<Range<usize>> {
    let field = |at: usize, size| number(bytes, start + at, size).unwrap_or(0);
    let (programs, sections) = (field(32, 8), field(40, 8));
    let mut found = vec![0..64, programs..programs + 56 * field(56, 2), sections..sections + 64 * field(60, 2)];
    for header in (0..field(60, 2)).map(|number| sections + 64 * number) {
        // Neither instructions and data nor what has no bytes: symbols, relocations, notes, the loader's tables.
        if ![0, 1, 8].contains(&field(header + 4, 4)) {
            found.push(field(header + 24, 8)..field(header + 24, 8) + field(header + 32, 8));
        }
    }
    found.iter().map(|range| start + range.start..start + range.end).collect()
}

/// Where damage is most likely to be read.
fn places(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if bytes.starts_with(b"\x7fELF") {
        found = tables(bytes, 0);
    } else if bytes.starts_with(b"!<") {
        let mut at = 8;
        // Each member has a header of 60 bytes; its size stands in decimal digits at 48.
        while let Some(header) = bytes.get(at..at + 60) {
            found.extend([at..at + 60, at + 48..at + 60]);
            let digits: String = header[48..58].iter().map(|byte| char::from(*byte)).collect();
            let size: usize = digits.trim().parse().unwrap();
            let special = header.starts_with(b"/ ") || header.starts_with(b"//");
            if special {
                found.push(at + 60..at + 60 + size);
            } else if bytes.starts_with(b"!<arch>") {
                found.extend(tables(bytes, at + 60));
            }
            at += 60 + if special || bytes.starts_with(b"!<arch>") { size.next_multiple_of(2) } else { 0 };
        }
    }
    found.retain(|range| !range.is_empty() && range.end <= bytes.len());
    found.push(0..bytes.len());
    found
}

/// The bytes with something changed.
// Long because it is a list of ways to damage a file.
fn mutate(whole: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    let places = places(whole);
    for _ in 0..1 + random.below(3) {
        let place = places[random.below(places.len())].clone();
        let at = place.start + random.below(place.len());
        let length = bytes.len() as u64;
        let extremes = [
            0,
            1,
            2,
            length,
            length - 1,
            0x7f,
            0xff,
            0x7fff,
            0xffff,
            0x7fff_ffff,
            0xffff_ffff,
            1 << 32,
            i64::MAX as u64,
            u64::MAX,
            u64::MAX - 7,
            1 << 63,
        ];
        match random.below(12) {
            0..2 => bytes[at] ^= 1 << random.below(8),
            2 => bytes[at] = [0, 0xff, b' ', b'9', b'-', b'/', 0x80][random.below(7)],
            3..7 => {
                let size = [2, 4, 8][random.below(3)];
                let at = place.start + (at - place.start) / size * size;
                let value = extremes[random.below(extremes.len())].to_le_bytes();
                bytes.iter_mut().skip(at).zip(&value[..size]).for_each(|(byte, new)| *byte = *new);
            }
            // Archives have numbers the other way round, and in digits.
            7 => {
                let value = (extremes[random.below(extremes.len())] as u32).to_be_bytes();
                let at = place.start + (at - place.start) / 4 * 4;
                bytes.iter_mut().skip(at).zip(value).for_each(|(byte, new)| *byte = new);
            }
            8 => {
                let digits = [&b"9999999999"[..], b"0         ", b"-1        ", b"4294967295", b"          "];
                bytes.iter_mut().skip(at).zip(digits[random.below(5)]).for_each(|(byte, new)| *byte = *new);
            }
            9 => {
                let from = random.below(bytes.len());
                let copy: Vec<u8> = bytes[from..bytes.len().min(from + 1 + random.below(64))].to_vec();
                bytes.iter_mut().skip(at).zip(copy).for_each(|(byte, new)| *byte = new);
            }
            10 => bytes.truncate(at),
            _ => {
                let end = bytes.len().min(at + 1 + random.below(16));
                match random.below(2) {
                    0 => drop(bytes.drain(at..end)),
                    _ => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
                }
            }
        }
        if bytes.len() < whole.len() / 2 + 1 || places.iter().any(|place| place.end > bytes.len()) {
            break;
        }
    }
    bytes
}

/// How a process ended, and what it said.
fn outcome(dir: &Path, program: &str, args: &[&str]) -> (Option<i32>, String) {
    let limited = format!("ulimit -c 0; ulimit -t {SECONDS}; ulimit -v {KIB}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.current_dir(dir).args(["-c", &limited, program]).args(args).env_remove("CC").stdin(Stdio::null());
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// What is wrong with what `vexc` did.
fn fault(dir: &Path, way: &[&str]) -> Option<String> {
    let (status, said) = outcome(dir, env!("CARGO_BIN_EXE_vexc"), way);
    let told = said.contains("error[E") || said.contains("error: ");
    match status {
        Some(0) => None,
        Some(1) if told && !said.contains("panicked") => None,
        status if way[0] == "run" => {
            // The executable may end the same way.
            let link: Vec<&str> = [&way[1..], &["-o", "again"]].concat();
            let (linked, why) = outcome(dir, env!("CARGO_BIN_EXE_vexc"), &link);
            let mut ended = None;
            if linked == Some(0) {
                let (by_itself, _) = outcome(dir, "env", &["LD_LIBRARY_PATH=.", "./again"]);
                if by_itself == status || by_itself.is_none() || by_itself.is_some_and(|status| status > 1) {
                    return None;
                }
                ended = by_itself;
            }
            Some(format!("{way:?} ends with {status:?}: {said}\nlinked {linked:?} {why}, executed {ended:?}"))
        }
        status => Some(format!("{way:?} ends with {status:?}: {said}")),
    }
}

fn variable(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn damaged_files_are_no_fault_of_ours() {
    let dir = tempfile::tempdir().unwrap();
    let all = cases(dir.path());
    let (count, from) = (variable("MUTANTS").unwrap_or(6), variable("MUTANTS_FROM").unwrap_or(0));
    let next = AtomicUsize::new(0);
    let faults = Mutex::new(Vec::new());
    let work = |place: PathBuf| {
        std::fs::create_dir(&place).unwrap();
        std::fs::write(place.join("main.vx"), PROGRAM).unwrap();
        std::fs::write(place.join("object.vx"), PROGRAM.replace("#[link(name = \"w\")]\n", "")).unwrap();
        for name in ["w.o", "v.o"] {
            std::fs::copy(dir.path().join(name), place.join(name)).unwrap();
        }
        std::fs::copy(dir.path().join("libw.so"), place.join("libreal.so")).unwrap();
        loop {
            let turn = next.fetch_add(1, Ordering::Relaxed);
            let (Some(case), number) = (all.get(turn / (count + 1)), turn % (count + 1)) else { return };
            // The first is whole.
            let mut random =
                Random((from + number).wrapping_mul(0x9e37_79b9).wrapping_add(turn / (count + 1)) as u64 + 1);
            (0..3).for_each(|_| _ = random.next());
            let bytes = if number == 0 { case.whole.clone() } else { mutate(&case.whole, &mut random) };
            let _ = std::fs::remove_file(place.join("libw.so"));
            let _ = std::fs::remove_file(place.join("libw.a"));
            std::fs::write(place.join(case.file), &bytes).unwrap();
            for way in case.ways {
                if number == 0 {
                    let (status, said) = outcome(&place, env!("CARGO_BIN_EXE_vexc"), way);
                    assert_eq!(status, Some(0), "{} is whole: {way:?}: {said}", case.name);
                } else if let Some(fault) = fault(&place, way) {
                    if let Some(keep) = std::env::var_os("KEEP_MUTANTS") {
                        let name = format!("{}-{}-{}", from + number, case.name.replace(' ', "-"), case.file);
                        std::fs::write(Path::new(&keep).join(name), &bytes).unwrap();
                    }
                    faults.lock().unwrap().push(format!("{}, number {}: {fault}", case.name, from + number));
                }
            }
        }
    };
    std::thread::scope(|scope| {
        for number in 0..2 {
            let place = dir.path().join(number.to_string());
            scope.spawn(|| work(place));
        }
    });
    let faults = faults.into_inner().unwrap();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
