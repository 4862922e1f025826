//! `std/libc` against the headers of the C library at hand: Clang says what each constant, size, offset and signature is.
#![cfg(all(target_os = "linux", target_env = "gnu"))]

mod common;

use common::{run, vexc_in};
use std::collections::{BTreeMap, HashMap};
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
    "err",
    "error",
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
    /// By name, the parameters and the result of a function, as they are written.
    signatures: HashMap<String, String>,
    /// What the name of a type stands for.
    aliases: HashMap<String, String>,
}

/// From the module as `cfg` leaves it, one declaration a line.
fn names(dir: &TempDir) -> Names {
    let names = names_for(dir, &[]);
    let counts = [names.consts.len(), names.types.len(), names.structs.len(), names.functions.len()];
    assert!(counts.iter().zip([270, 40, 25, 370]).all(|(n, least)| *n >= least), "{counts:?}");
    names
}

fn names_for(dir: &TempDir, flags: &[&str]) -> Names {
    let program = "import { libc } from \"std\";\nfn main() { unsafe { libc.abort(); } }\n";
    fs::write(dir.path().join("all.vx"), program).unwrap();
    let dump = vexc_in(dir.path(), &[&["--dump-after=cfg-prune", "--dump-modules=all", "all.vx"], flags].concat());
    let dump = dump.expect(0).stdout;
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
            ["pub", "type", name] => {
                names.types.push(name.into());
                names.aliases.insert(name.into(), rest.trim().trim_end_matches(';').into());
            }
            ["pub", "struct" | "union", name] => names.structs.push((name.into(), Vec::new())),
            ["pub", field] if line.ends_with(',') => names.structs.last_mut().unwrap().1.push(field.into()),
            ["fn", name] if line.ends_with(';') => {
                names.functions.push((name.into(), symbol.take().unwrap_or(name.into())));
                names.signatures.insert(name.into(), format!("({rest}"));
            }
            // Another attribute of the same declaration.
            _ if line.starts_with("#[") && !line.contains("link_name") => {}
            _ => symbol = line.split("link_name = \"").nth(1).and_then(|l| l.split('"').next()).map(String::from),
        }
    }
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

/// Types of functions in one form: from debug information for C, from text for Vex.
mod spelled {
    use std::collections::HashMap;

    /// The types of pointers `p_SYMBOL` in the debug information of LLVM IR.
    pub struct Metadata<'a>(pub HashMap<&'a str, &'a str>);

    impl<'a> Metadata<'a> {
        pub fn new(ir: &'a str) -> Self {
            Metadata(ir.lines().filter(|l| l.starts_with('!')).filter_map(|l| l.split_once(" = ")).collect())
        }

        fn field(node: &'a str, name: &str) -> Option<&'a str> {
            let rest = node.split(&format!("{name}: ")).nth(1)?;
            Some(rest.split([',', ')']).next()?.trim_matches('"'))
        }

        /// Symbols with the types of the functions.
        pub fn functions(&self) -> HashMap<String, String> {
            let variables = self.0.values().filter(|n| n.contains("!DIGlobalVariable("));
            variables
                .filter_map(|n| {
                    let symbol = Self::field(n, "name")?.strip_prefix("p_")?;
                    Some((symbol.to_string(), self.ty(Self::field(n, "type")).strip_prefix('*')?.to_string()))
                })
                .collect()
        }

        fn ty(&self, id: Option<&str>) -> String {
            let Some(node) = id.and_then(|id| self.0.get(id)) else { return "void".into() };
            let base = || self.ty(Self::field(node, "baseType"));
            let name = Self::field(node, "name").unwrap_or_default();
            if node.contains("DISubroutineType") {
                let list = self.0[Self::field(node, "types").unwrap()].trim_start_matches("!{").trim_end_matches('}');
                let mut parts = list.split(", ").map(|part| (part, self.ty(Some(part))));
                let ret = parts.next().map_or("void".into(), |(_, ty)| ty);
                let of = |(part, ty): (&str, String)| {
                    if part == "null" { "...".to_string() } else { ty.trim_start_matches("const ").into() }
                };
                return format!("fn({}) {ret}", parts.map(of).collect::<Vec<_>>().join(", "));
            }
            // glibc's functions take an address of any family: a union of pointers that is passed as one of them.
            if name.ends_with("SOCKADDR_ARG") {
                return if name.contains("CONST") { "*const void" } else { "*void" }.into();
            }
            if node.contains("DIBasicType") {
                let bits = Self::field(node, "size").unwrap();
                return match Self::field(node, "encoding").unwrap() {
                    "DW_ATE_float" => format!("f{bits}"),
                    // Bytes, whichever sign `char` has.
                    _ if bits == "8" => "byte".into(),
                    "DW_ATE_signed" => format!("i{bits}"),
                    _ => format!("u{bits}"),
                };
            }
            if node.contains("DW_TAG_pointer_type") {
                return format!("*{}", base());
            }
            if node.contains("DW_TAG_const_type") {
                return format!("const {}", base());
            }
            // A type of C that has no name but its typedef's.
            if node.contains("DW_TAG_typedef") {
                let target = self.0.get(Self::field(node, "baseType").unwrap_or_default());
                let unnamed = |n: &&'a str| n.contains("DICompositeType") && Self::field(n, "name").is_none();
                return if target.is_some_and(unnamed) { name.into() } else { base() };
            }
            if node.contains("DW_TAG_enumeration_type") || node.contains("DIDerivedType") {
                return base();
            }
            name.into()
        }
    }

    /// The types of Vex that functions here mention.
    pub struct Vex<'a> {
        /// What `type` names.
        pub aliases: &'a HashMap<String, String>,
        pub structs: &'a dyn Fn(&str) -> String,
    }

    impl Vex<'_> {
        /// What stands between brackets that match, and what follows.
        fn list(text: &str) -> (Vec<&str>, &str) {
            let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
            for (i, c) in text.char_indices() {
                match c {
                    ')' | ',' if depth == 0 => {
                        parts.push(text[start..i].trim());
                        start = i + 1;
                        if c == ')' {
                            parts.retain(|p| !p.is_empty());
                            return (parts, &text[i + 1..]);
                        }
                    }
                    '(' => depth += 1,
                    ')' => depth -= 1,
                    _ => {}
                }
            }
            panic!("no end of the list in `{text}`")
        }

        /// `(name: T, …) -> R`, the names left out in types.
        pub fn function(&self, text: &str) -> String {
            let (params, rest) = Self::list(text.trim().strip_prefix('(').unwrap());
            let param = |p: &str| match p.split_once(": ") {
                _ if p == "..." => p.to_string(),
                Some((_, ty)) => self.ty(ty),
                None => self.ty(p),
            };
            let params: Vec<String> = params.iter().map(|p| param(p)).collect();
            let ret = rest.trim().strip_prefix("->").map_or("void".into(), |ty| self.ty(ty.trim_end_matches(';')));
            format!("fn({}) {ret}", params.join(", "))
        }

        pub fn ty(&self, text: &str) -> String {
            let text = text.trim();
            if let Some(to) = text.strip_prefix("*mut ") {
                return format!("*{}", self.ty(to));
            }
            if let Some(to) = text.strip_prefix('*') {
                return format!("*const {}", self.ty(to));
            }
            if let Some(function) = text.strip_prefix("extern \"C\" fn") {
                return format!("*{}", self.function(function));
            }
            match text {
                "!" => "void".into(),
                "i8" | "u8" => "byte".into(),
                "usize" => "u64".into(),
                "isize" => "i64".into(),
                _ => self.aliases.get(text).map_or_else(|| (self.structs)(text), |to| self.ty(to)),
            }
        }
    }
}

/// Where a declaration differs from C's on purpose.
const ON_PURPOSE: &[(&str, &str)] = &[
    // The plan of the language has bytes for what allocates or copies them.
    ("malloc realloc calloc aligned_alloc memcpy memmove memset memchr memmem memccpy", "the result is bytes"),
    // The strings are not written to (POSIX, rationale of exec); only C's types cannot say so.
    ("execv execvp execve", "strings are read-only"),
    // POSIX leaves the type of a handler of signals to function pointers, which cannot be null or small numbers here.
    ("signal", "handlers are pointers to code"),
    // As `bind` and `connect`, with glibc's own types: an address of any family.
    ("getnameinfo", "an address of any family"),
    // POSIX has `int`; glibc an enum whose values are small.
    ("getrlimit setrlimit", "the resource is an int"),
];

#[test]
fn signatures_by_pointee() {
    let dir = tempfile::tempdir().unwrap();
    let names = names(&dir);
    let mut c = headers();
    let replaced = |s: &str| s.trim_start_matches("__isoc99_").replace("__xpg_strerror_r", "strerror_r");
    for (_, symbol) in &names.functions {
        // The declaration under the name that the header has for it.
        let name = replaced(symbol);
        writeln!(c, "#undef {name}\n__typeof__({name}) *p_{symbol};").unwrap();
    }
    // POSIX's own variant of `strerror_r`, which this name is in C without GNU's extensions.
    let c = c.replace("__typeof__(strerror_r)", "__typeof__(int(int, char *, size_t))");
    fs::write(dir.path().join("all.c"), c).unwrap();
    clang(&dir, &["-fno-builtin", "-g", "-S", "-emit-llvm", "all.c", "-o", "theirs.ll"]);
    let ir = fs::read_to_string(dir.path().join("theirs.ll")).unwrap();
    let theirs = spelled::Metadata::new(&ir).functions();
    let structs = |name: &str| match (name, c_struct(name)) {
        ("RuntimeFile", _) => "_IO_FILE".to_string(),
        ("DIR", _) => "__dirstream".to_string(),
        ("VaList", _) => "__va_list_tag".to_string(),
        ("Sigset", _) => "__sigset_t".to_string(),
        (_, Some(c)) if name.chars().next().is_some_and(char::is_uppercase) => c.trim_start_matches("struct ").into(),
        _ => name.to_string(),
    };
    let vex = spelled::Vex { aliases: &names.aliases, structs: &structs };
    let mut wrong = Vec::new();
    for (name, symbol) in &names.functions {
        let text = &names.signatures[name];
        let (ours, theirs) = (vex.function(text), &theirs[symbol]);
        let known = ON_PURPOSE.iter().any(|(list, _)| list.split(' ').any(|n| n == name));
        if (ours == *theirs) == known {
            wrong.push(format!("{name}: {ours} here, {theirs} in C"));
        }
    }
    assert!(wrong.is_empty(), "Vex and C differ, or agree against what was said: {wrong:#?}");
}

/// Wrong declarations are found for every function on every target, without an import.
#[test]
fn wrong_declarations() {
    let dir = tempfile::tempdir().unwrap();
    let targets = [
        "x86_64-unknown-linux-gnu",
        "aarch64-unknown-linux-musl",
        "aarch64-apple-darwin",
        "x86_64-apple-darwin",
        "x86_64-unknown-freebsd",
        "x86_64-pc-windows-msvc",
        "wasm32-wasip1",
    ];
    for target in targets {
        let names = names_for(&dir, &["--target", target]);
        let mut program = "extern \"C\" {\n".to_string();
        // No function of C's gives this.
        for (i, (_, symbol)) in names.functions.iter().enumerate() {
            writeln!(program, "#[link_name = \"{symbol}\"] fn f{i}() -> i128;").unwrap();
        }
        program += "}\nfn main() {}\n";
        fs::write(dir.path().join("wrong.vx"), program).unwrap();
        let found = vexc_in(dir.path(), &["check", "--target", target, "wrong.vx"]).expect(1).stderr;
        let count = |what: &str| found.lines().filter(|l| l.starts_with(what)).count();
        assert!(names.functions.len() > 100, "{target}: {}", names.functions.len());
        assert_eq!(count("error[E0333]"), names.functions.len(), "{target}");
        assert_eq!(count("error["), names.functions.len(), "{target}");
    }
}

/// What every target takes for the same is fine, and what is only there to compare with is no part of the program.
#[test]
fn own_declarations() {
    let dir = tempfile::tempdir().unwrap();
    let program = "struct When { sec: i64, nsec: i64 }
extern \"C\" {
    fn puts(s: *u8);
    fn write(fd: i32, buf: *u8, n: u64) -> i64;
    fn memcpy(a: *mut i32, b: *i32, n: usize) -> *mut i32;
    fn signal(sig: i32, handler: extern \"C\" fn(i32)) -> extern \"C\" fn(i32);
    fn pipe(fds: *mut [i32; 2]) -> i32;
    fn nanosleep(wanted: &When, left: *mut When) -> i32;
    fn qsort(base: *mut i32, n: usize, size: usize, compare: extern \"C\" fn(*i32, *i32) -> i32);
    fn exit(status: i32);
    fn abs(x: u32) -> i32;
    fn sin(x: f64) -> f64;
    static mut environ: **u8;
    // A name of std/libc that is no symbol.
    fn errno() -> i64;
}
fn main() { unsafe { puts(c\"x\"); } }
";
    fs::write(dir.path().join("own.vx"), program).unwrap();
    let done = vexc_in(dir.path(), &["check", "own.vx"]).expect(0);
    assert_eq!(done.stderr, "");
    let dump = vexc_in(dir.path(), &["--dump-after=sig-check", "--dump-modules=all", "own.vx"]).expect(0).stdout;
    assert!(!dump.contains("std/libc"), "{dump}");
}
