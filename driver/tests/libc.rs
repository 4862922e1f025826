//! `std/libc` against the headers of the C library at hand: Clang says what each constant, size, offset and signature is.
#![cfg(all(target_os = "linux", target_env = "gnu"))]

mod common;

use common::{run, vexc_in};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::process::Command;
use tempfile::TempDir;

const HEADERS: &[&str] = &[
    "stdlib",
    "string",
    "strings",
    "ctype",
    "stdio",
    "errno",
    "math",
    "time",
    "sys/time",
    "unistd",
    "fcntl",
    "sys/wait",
    "sys/ioctl",
    "poll",
    "sys/stat",
    "sys/mman",
    "signal",
    "dlfcn",
    "pthread",
    "limits",
    "float",
    "stdint",
    "wchar",
    "stddef",
    "setjmp",
    "dirent",
    "sys/socket",
    "netinet/in",
    "netinet/tcp",
    "arpa/inet",
    "netdb",
    "sys/un",
    "termios",
    "sys/resource",
    "sys/utsname",
    "locale",
    "sys/random",
    "sched",
    "libgen",
    "sys/select",
    "sys/uio",
    "getopt",
    "semaphore",
    "pwd",
    "grp",
    "regex",
    "glob",
    "fnmatch",
    "sys/file",
    "syslog",
    "spawn",
    "sys/sysinfo",
];

/// What `std/libc` has for this machine.
#[derive(Default)]
struct Names {
    /// With the type, as it is written.
    consts: Vec<(String, String)>,
    types: Vec<String>,
    structs: Vec<(String, Vec<String>)>,
    /// With the name that the linker knows.
    functions: Vec<(String, String)>,
}

/// From the module as `cfg` leaves it, one declaration a line.
fn names(dir: &TempDir) -> Names {
    let program = "import { libc } from \"std\";\nfn main() { unsafe { libc.abort(); } }\n";
    fs::write(dir.path().join("all.vx"), program).unwrap();
    let dump = vexc_in(dir.path(), &["--dump-after=cfg-prune", "--dump-modules=all", "all.vx"]).expect(0).stdout;
    let start = dump.find("= \"std/libc\" {").expect("the module is in the dump");
    let mut names = Names::default();
    let mut symbol = None;
    for line in dump[start..].lines().skip(1).take_while(|line| *line != "}").map(str::trim) {
        let (declaration, rest) = line.split_once([':', '=', '(', '{', '<']).unwrap_or((line, ""));
        let words: Vec<&str> = declaration.split_whitespace().collect();
        match words[..] {
            ["pub", "const", name] => {
                let ty = rest.split('=').next().unwrap_or("").trim();
                names.consts.push((name.into(), ty.into()));
            }
            ["pub", "type", name] => names.types.push(name.into()),
            ["pub", "struct" | "union", name] => names.structs.push((name.into(), Vec::new())),
            ["pub", field] if line.ends_with(',') => names.structs.last_mut().unwrap().1.push(field.into()),
            ["fn", name] if line.ends_with(';') => {
                names.functions.push((name.into(), symbol.take().unwrap_or(name.into())));
            }
            _ => symbol = line.split("link_name = \"").nth(1).and_then(|l| l.split('"').next()).map(String::from),
        }
    }
    let counts = [names.consts.len(), names.types.len(), names.structs.len(), names.functions.len()];
    assert!(counts.iter().zip([270, 40, 25, 370]).all(|(n, least)| *n >= least), "{counts:?}");
    names
}

/// `SockaddrIn6` → `struct sockaddr_in6`
fn c_struct(name: &str) -> Option<String> {
    let mut snake = String::new();
    for (i, c) in name.chars().enumerate() {
        if c.is_uppercase() && i > 0 {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    match name {
        // What C does not know by a name of its own.
        "FILE" => None,
        "Sigset" => Some("sigset_t".into()),
        "FdSet" => Some("fd_set".into()),
        "Div" | "Ldiv" | "Lldiv" => Some(format!("{snake}_t")),
        _ if name.starts_with("Pthread") => Some(format!("{snake}_t")),
        _ => Some(format!("struct {snake}")),
    }
}

/// `c_ulong` → `unsigned long`
fn c_type(name: &str) -> Option<String> {
    let Some(word) = name.strip_prefix("c_") else {
        return name.ends_with("_t").then(|| name.to_string());
    };
    Some(match word {
        "schar" => "signed char".into(),
        "longlong" => "long long".into(),
        "ulonglong" => "unsigned long long".into(),
        _ if word.ends_with("_t") => word.into(),
        _ => word.strip_prefix('u').map_or(word.into(), |word| format!("unsigned {word}")),
    })
}

fn headers() -> String {
    let mut c = "#define _GNU_SOURCE\n".to_string();
    HEADERS.iter().for_each(|header| writeln!(c, "#include <{header}.h>").unwrap());
    c
}

/// A program in Vex and one in C that print the same facts.
fn facts(names: &Names) -> (String, String) {
    let mut vex = "import { libc } from \"std\";\nfn main() { unsafe {\n".to_string();
    let mut c = headers() + "int main(void) {\n";
    let mut fact = |name: &str, format: &str, ours: String, theirs: String| {
        writeln!(vex, "libc.printf(c\"{name} {format}\\n\", {ours});").unwrap();
        writeln!(c, "printf(\"{name} {format}\\n\", {theirs});").unwrap();
    };
    for (name, ty) in &names.consts {
        match ty.as_str() {
            "f32" | "f64" => fact(name, "%.17g", format!("libc.{name}"), format!("(double){name}")),
            // Initializers have no value that C would print.
            _ if ty.starts_with("Pthread") => {}
            _ if ty.starts_with('*') || ty == "sighandler_t" => {
                fact(name, "%zd", format!("libc.{name} as usize"), format!("(size_t)({name})"));
            }
            _ => fact(name, "%lld", format!("libc.{name} as i64"), format!("(long long)({name})")),
        }
    }
    for name in &names.types {
        let Some(theirs) = c_type(name) else { continue };
        fact(name, "%zu", format!("size_of::<libc.{name}>()"), format!("sizeof({theirs})"));
        if name != "sighandler_t" {
            let sign = format!("((-1 as libc.{name}) < (0 as libc.{name})) as i32");
            fact(name, "%d", sign, format!("({theirs})-1 < ({theirs})0"));
        }
    }
    for (name, fields) in &names.structs {
        let Some(theirs) = c_struct(name) else { continue };
        fact(name, "%zu", format!("size_of::<libc.{name}>()"), format!("sizeof({theirs})"));
        fact(name, "%zu", format!("align_of::<libc.{name}>()"), format!("_Alignof({theirs})"));
        // Padding has other names in C.
        for field in fields.iter().filter(|field| !["ss_pad", "ss_align"].contains(&field.as_str())) {
            let (ours, theirs) = (format!("offset_of(libc.{name}, {field})"), format!("offsetof({theirs}, {field})"));
            fact(&format!("{name}.{field}"), "%zu", ours, theirs);
        }
    }
    (vex + "} }\n", c + "return 0; }\n")
}

fn clang(dir: &TempDir, args: &[&str]) {
    run(Command::new("clang-19").current_dir(dir.path()).arg("-w").args(args)).expect(0);
}

#[test]
fn constants_and_layouts() {
    let dir = tempfile::tempdir().unwrap();
    let (vex, c) = facts(&names(&dir));
    fs::write(dir.path().join("facts.vx"), vex).unwrap();
    fs::write(dir.path().join("facts.c"), c).unwrap();
    clang(&dir, &["facts.c", "-o", "facts"]);
    let theirs = run(&mut Command::new(dir.path().join("facts"))).expect(0).stdout;
    let ours = vexc_in(dir.path(), &["run", "facts.vx"]).expect(0).stdout;
    // No number has a sign that says anything.
    let (ours, theirs) = (ours.replace("-nan", "nan"), theirs.replace("-nan", "nan"));
    let wrong: Vec<_> = ours.lines().zip(theirs.lines()).filter(|(ours, theirs)| ours != theirs).collect();
    assert!(wrong.is_empty(), "Vex and C differ: {wrong:#?}");
    assert_eq!(ours.lines().count(), theirs.lines().count());
}

/// By symbol, what LLVM knows of a declaration but for promises: `i32 (ptr, i8 signext, ...)`.
fn declarations(ir: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for line in ir.lines().filter_map(|line| line.strip_prefix("declare ")) {
        let Some((before, rest)) = line.split_once(" @") else { continue };
        let Some((name, rest)) = rest.split_once('(') else { continue };
        let params = rest.rsplit_once(')').map_or("", |(params, _)| params);
        let params: Vec<String> = params.split(", ").map(essence).collect();
        all.insert(name.trim_matches('"').to_string(), format!("{} ({})", essence(before), params.join(", ")));
    }
    all
}

/// Types and what the convention is made of, without promises to the optimiser.
fn essence(text: &str) -> String {
    let words = ["ptr", "void", "float", "double", "x86_fp80", "fp128", "...", "signext", "zeroext", "{", "}"];
    let is_type = |word: &str| {
        let int = word.strip_prefix('i').is_some_and(|bits| bits.parse::<u32>().is_ok());
        int || words.contains(&word) || word.starts_with("byval") || word.starts_with("sret")
    };
    let mut words: Vec<&str> = text.split([' ', ',']).filter(|word| is_type(word)).collect();
    words.sort_unstable();
    words.join(" ")
}

#[test]
fn signatures() {
    let dir = tempfile::tempdir().unwrap();
    let names = names(&dir);
    let mut vex = "import { libc } from \"std\";\nfn main() { unsafe {\n".to_string();
    let mut c = headers();
    for (name, symbol) in &names.functions {
        writeln!(vex, "black_box(libc.{name} as usize);").unwrap();
        writeln!(c, "#undef {symbol}\nvoid *p_{symbol} = (void *)&{symbol};").unwrap();
    }
    // Names that headers give other functions: those that they redirect are declared under the symbol.
    let c = c.replace("&__isoc99_", "&").replace("&__xpg_strerror_r", "&strerror_r");
    fs::write(dir.path().join("all.vx"), vex + "} }\n").unwrap();
    fs::write(dir.path().join("all.c"), c).unwrap();
    clang(&dir, &["-fno-builtin", "-S", "-emit-llvm", "all.c", "-o", "theirs.ll"]);
    vexc_in(dir.path(), &["--emit-llvm", "all.vx", "-o", "ours.ll", "-Aall"]).expect(0);
    let ours = declarations(&fs::read_to_string(dir.path().join("ours.ll")).unwrap());
    let theirs = declarations(&fs::read_to_string(dir.path().join("theirs.ll")).unwrap());
    let shared = ours.iter().filter(|(symbol, _)| theirs.contains_key(*symbol)).count();
    assert!(shared > 350, "only {shared}");
    let wrong: Vec<_> = ours.iter().filter(|(s, ours)| theirs.get(*s).is_some_and(|t| t != *ours)).collect();
    let wrong: Vec<_> = wrong.iter().map(|(s, ours)| format!("{s}: {ours} here, {} in C", theirs[*s])).collect();
    assert!(wrong.is_empty(), "Vex and C differ: {wrong:#?}");
}
