//! Interpreting programs, and what they find outside then: as much of the C library as tests need.

// Each test uses a part of it.
#![allow(dead_code)]

use std::ffi::{CStr, CString};
use std::path::Path;
use std::sync::Arc;
use vex_frontend::{EVERY_PROGRAM, Files, Search, load};
use vex_ir::cx::Options;
use vex_ir::flow::interp::{
    Answer, Error, ErrorKind, Host, HostCall, Limits, Machine, Memory, Options as Rules, Value,
};
use vex_ir::flow::read::read;
use vex_ir::flow::{Global, Intrinsic, Program};
use vex_ir::lang::In;
use vex_ir::target::Target;
use vex_ir::ty::{FloatTy, Ty};
use vex_ir::{Cx, Severity};
use vex_passes::runner::{Config, Dump, DumpStyle, Runner, Selection, position};

/// What a program did.
#[derive(PartialEq, Debug, Default)]
pub struct Done {
    pub out: String,
    pub err: String,
    pub status: i32,
}

/// Files from the disk, the standard library from the repository.
struct Disk;

impl Files for Disk {
    fn read(&self, path: &str) -> Result<Option<Arc<str>>, String> {
        Ok(std::fs::read_to_string(path).ok().map(Arc::from))
    }

    fn embedded(&self, path: &str) -> Option<Arc<str>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        std::fs::read_to_string(root.join(path)).ok().map(Arc::from)
    }
}

/// The Flow of a program after a pass, read from its dump, positions included.
pub fn flow_of(name: &str, text: &str, flags: &str, pass: &str) -> Result<(Cx, Program), String> {
    let mut options = Options::default();
    for flag in flags.split_whitespace() {
        match flag {
            "--overflow-checks=on" => options.overflow_checks = Some(true),
            "--overflow-checks=off" => options.overflow_checks = Some(false),
            other => return Err(format!("`{other}` is given")),
        }
    }
    let overflow_checks = options.overflow_checks;
    let target = Target::parse("x86_64-unknown-linux-gnu").map_err(|e| e.to_string())?;
    let mut cx = Cx::new(target.clone(), options);
    let search = Search { always: EVERY_PROGRAM.map(String::from).to_vec(), ..Search::default() };
    let program = load(&mut cx, &Disk, name, text.into(), &search);
    let pass = position(pass).expect("there is such a pass");
    let config = Config {
        stop_after: Some(pass),
        dump_after: Selection::Some(vec![pass]),
        verify_each: true,
        ..Config::default()
    };
    let mut dumped = String::new();
    let mut sink = |dump: Dump| dumped = dump.text;
    let mut runner = Runner::new(&config, DumpStyle { whole_program: true, spans: true }, &mut sink);
    let stop = vex_passes::run(&mut runner, &mut cx, In::new(program)).err();
    if cx.diags.has_errors() || dumped.is_empty() {
        return Err(format!("it does not compile: {stop:?}\n{}", errors(&cx)));
    }
    let mut cx = Cx::new(target, Options { overflow_checks, ..Options::default() });
    let program = read(&mut cx, &dumped, 0).map_err(|e| format!("its dump is not accepted: {}", e.message))?;
    Ok((cx, program))
}

pub fn interpret(cx: &Cx, program: &Program) -> Result<Done, String> {
    let main = program.main.ok_or("it has no `main`")?;
    let limits = Limits { steps: 2_000_000_000, ..Limits::default() };
    let rules = Rules { overflow_checks: cx.options.overflow_checks() };
    let mut machine = Machine::new(program, &cx.target, World::new(cx), limits, rules);
    let result = machine.call(main, &[]);
    let (mut err, out) = (std::mem::take(&mut machine.host.err), std::mem::take(&mut machine.host.out));
    let status = match result {
        Ok(value) => value.as_ref().and_then(Value::as_scalar).unwrap_or(0) as u8 as i32,
        Err(Error { kind: ErrorKind::Exit(status), .. }) => i32::from(status as u8),
        Err(Error { kind: ErrorKind::Panic(panic), span, .. }) => {
            let at = cx.sources.location(span).map(|(f, l)| format!("{f}:{}:{}", l.line, l.col)).unwrap_or_default();
            err.extend(format!("panicked at {at}: {}\n", panic.text()).bytes());
            101
        }
        Err(Error { kind: ErrorKind::ForeignStatic(id), .. }) => {
            return Err(format!("`{}` is not there", cx.text(program.globals[id].symbol)));
        }
        Err(error) => return Err(describe(cx, program, &error)),
    };
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Ok(Done { out: text(out), err: text(err), status })
}

fn errors(cx: &Cx) -> String {
    let errors = cx.diags.list().iter().filter(|d| d.severity == Severity::Error);
    errors.map(|d| format!("{}: {}", cx.snippet(d.primary.span), d.message)).collect::<Vec<_>>().join("\n")
}

fn describe(cx: &Cx, program: &Program, error: &Error) -> String {
    if let ErrorKind::Foreign(_, reason) = &error.kind {
        return reason.clone();
    }
    let calls: Vec<String> = error
        .calls
        .iter()
        .take(8)
        .map(|(id, span)| {
            let at = cx.sources.location(*span).map_or("?".into(), |(f, l)| format!("{f}:{}:{}", l.line, l.col));
            format!("{} at {at} `{}`", cx.text(program.fns[*id].name), cx.snippet(*span))
        })
        .collect();
    format!("{} in {}", error.kind.text(), calls.join(", called by "))
}

unsafe extern "C" {
    fn snprintf(to: *mut u8, size: usize, format: *const std::ffi::c_char, ...) -> i32;
}

pub struct World<'a> {
    cx: &'a Cx,
    pub out: Vec<u8>,
    pub err: Vec<u8>,
    /// The addresses that stand for the streams.
    stdout: u64,
    stderr: u64,
    errno: u64,
    sorting: Vec<Sort>,
}

/// A `qsort` or `bsearch` between two calls of its comparison.
struct Sort {
    base: u64,
    size: u64,
    compare: u64,
    /// The element that is looked for, and where it may be.
    key: u64,
    range: std::ops::Range<usize>,
    /// Elements that are in order; `None`: as they stand (`bsearch`).
    sorted: Option<Vec<u64>>,
    count: u64,
}

type Called = Result<Answer, ErrorKind>;

impl<'a> World<'a> {
    pub fn new(cx: &'a Cx) -> World<'a> {
        World { cx, out: Vec::new(), err: Vec::new(), stdout: 0, stderr: 0, errno: 0, sorting: Vec::new() }
    }

    fn stream(&mut self, memory: &mut Memory<'_>, name: &str) -> Result<u64, ErrorKind> {
        let slot = if name == "stderr" { &mut self.stderr } else { &mut self.stdout };
        if *slot == 0 {
            *slot = memory.allocate(8, 8)?;
        }
        Ok(*slot)
    }

    fn print(&mut self, stream: u64, bytes: &[u8]) {
        if stream == self.stderr { &mut self.err } else { &mut self.out }.extend_from_slice(bytes);
    }

    fn memory_function(&mut self, memory: &mut Memory<'_>, name: &str, n: &[u64]) -> Result<Option<u64>, ErrorKind> {
        Ok(Some(match (name, n) {
            ("malloc", &[size]) => memory.allocate(size.max(1), 16)?,
            ("aligned_alloc", &[align, size]) => memory.allocate(size.max(1), align)?,
            ("calloc", &[count, size]) => {
                let all = count.saturating_mul(size).max(1);
                let at = memory.allocate(all, 16)?;
                memory.write(at, &vec![0; all as usize])?;
                at
            }
            ("realloc", &[old, size]) => {
                let new = memory.allocate(size.max(1), 16)?;
                if old != 0 {
                    let kept = memory.allocated_size(old).unwrap_or(0).min(size);
                    memory.transfer(new, old, kept)?;
                    memory.release(old)?;
                }
                new
            }
            ("free", &[0]) => 0,
            ("free", &[at]) => {
                memory.release(at)?;
                0
            }
            ("memcpy" | "memmove", &[to, from, size]) => {
                memory.transfer(to, from, size)?;
                to
            }
            ("memset", &[to, byte, size]) => {
                memory.write(to, &vec![byte as u8; size as usize])?;
                to
            }
            ("memcmp", &[a, b, size]) => {
                let left = memory.read(a, size)?.to_vec();
                order(left.as_slice().cmp(memory.read(b, size)?))
            }
            ("__errno_location", &[]) => {
                if self.errno == 0 {
                    self.errno = memory.allocate(4, 4)?;
                    memory.write(self.errno, &[0; 4])?;
                }
                self.errno
            }
            _ => return string_function(memory, name, n),
        }))
    }

    /// `printf` and its like: the text.
    // Long because it has an arm for each conversion.
    fn format(&self, memory: &mut Memory<'_>, format: u64, args: &[(Ty, Value)]) -> Result<Vec<u8>, ErrorKind> {
        let format = memory.read_c_string(format)?;
        let mut out = Vec::new();
        let mut args = args.iter();
        let mut next = || match args.next() {
            Some((_, Value::Scalar(bits))) => Ok(*bits as u64),
            _ => Err(ErrorKind::Host("printf has too few arguments".into())),
        };
        let mut rest = format.as_slice();
        while let Some((&byte, behind)) = rest.split_first() {
            rest = behind;
            if byte != b'%' {
                out.push(byte);
                continue;
            }
            let len = rest.iter().position(|b| b.is_ascii_alphabetic() && !b"hlzjtL".contains(b) || *b == b'%');
            let Some(len) = len else { return Err(ErrorKind::Host("an incomplete conversion".into())) };
            let (spec, conversion) = (&rest[..len], rest[len]);
            rest = &rest[len + 1..];
            if conversion == b'%' {
                out.push(b'%');
                continue;
            }
            // Width and precision as numbers.
            let mut flags = String::from("%");
            let mut length = String::new();
            for &b in spec {
                match b {
                    b'*' => flags.push_str(&(next()? as i32).to_string()),
                    b if b"hlzjtL".contains(&b) => length.push(b as char),
                    b => flags.push(b as char),
                }
            }
            let precision = flags.split_once('.').map(|(_, p)| p.parse::<usize>().unwrap_or(0));
            let bits = next()?;
            match conversion {
                b's' => {
                    let mut text = Vec::new();
                    while precision.is_none_or(|p| text.len() < p) {
                        match *memory.read(bits + text.len() as u64, 1)? {
                            [0] => break,
                            ref byte => text.extend_from_slice(byte),
                        }
                    }
                    let width =
                        flags.split('.').next().unwrap_or("").trim_start_matches(['%', '-', '0', ' ', '+', '#']);
                    let pad = width.parse::<usize>().unwrap_or(0).saturating_sub(text.len());
                    let left = flags.contains('-');
                    out.extend(std::iter::repeat_n(b' ', if left { 0 } else { pad }));
                    out.extend_from_slice(&text);
                    out.extend(std::iter::repeat_n(b' ', if left { pad } else { 0 }));
                }
                b'd' | b'i' => {
                    let wide = match length.as_str() {
                        "hh" => i64::from(bits as i8),
                        "h" => i64::from(bits as i16),
                        "" => i64::from(bits as i32),
                        _ => bits as i64,
                    };
                    let spec = CString::new(format!("{flags}ll{}", conversion as char)).unwrap_or_default();
                    // SAFETY: the conversion is for the argument, and the buffer has the size that is given.
                    out.extend(converted(|to, size| unsafe { snprintf(to, size, spec.as_ptr(), wide) }));
                }
                b'u' | b'x' | b'X' | b'o' => {
                    let wide = match length.as_str() {
                        "hh" => u64::from(bits as u8),
                        "h" => u64::from(bits as u16),
                        "" => u64::from(bits as u32),
                        _ => bits,
                    };
                    let spec = CString::new(format!("{flags}ll{}", conversion as char)).unwrap_or_default();
                    // SAFETY: as above.
                    out.extend(converted(|to, size| unsafe { snprintf(to, size, spec.as_ptr(), wide) }));
                }
                b'p' => {
                    let spec = CString::new(format!("{flags}p")).unwrap_or_default();
                    // SAFETY: as above; nothing is read through the pointer.
                    out.extend(converted(|to, size| unsafe { snprintf(to, size, spec.as_ptr(), bits as usize) }));
                }
                b'c' => {
                    let spec = CString::new(format!("{flags}c")).unwrap_or_default();
                    // SAFETY: as above.
                    out.extend(converted(|to, size| unsafe { snprintf(to, size, spec.as_ptr(), bits as i32) }));
                }
                b'f' | b'F' | b'e' | b'E' | b'g' | b'G' | b'a' | b'A' => {
                    let spec = CString::new(format!("{flags}{}", conversion as char)).unwrap_or_default();
                    let value = f64::from_bits(bits);
                    // SAFETY: as above.
                    out.extend(converted(|to, size| unsafe { snprintf(to, size, spec.as_ptr(), value) }));
                }
                other => return Err(ErrorKind::Host(format!("printf's `%{}`", other as char))),
            }
        }
        Ok(out)
    }

    fn start_sort(&mut self, memory: &mut Memory<'_>, sort: Sort) -> Called {
        self.sorting.push(sort);
        self.go_on_sorting(memory)
    }

    /// The next comparison, or the end.
    fn go_on_sorting(&mut self, memory: &mut Memory<'_>) -> Called {
        let Some(sort) = self.sorting.last_mut() else { return Ok(Answer::Return(None)) };
        let at = |number: usize| sort.base + sort.size * number as u64;
        if !sort.range.is_empty() {
            let middle = sort.range.start + sort.range.len() / 2;
            let other = sort.sorted.as_ref().map_or_else(|| at(middle), |sorted| sorted[middle]);
            let args = vec![Value::Scalar(sort.key.into()), Value::Scalar(other.into())];
            return Ok(Answer::Call { address: sort.compare, args });
        }
        let Some(sorted) = &mut sort.sorted else {
            self.sorting.pop();
            return Ok(Answer::Return(Some(Value::Scalar(0))));
        };
        if sort.key != 0 {
            sorted.insert(sort.range.start, sort.key);
        }
        if (sorted.len() as u64) < sort.count {
            sort.key = sort.base + sort.size * sorted.len() as u64;
            sort.range = 0..sorted.len();
            return self.go_on_sorting(memory);
        }
        let copy = memory.allocate((sort.size * sort.count).max(1), 16)?;
        memory.transfer(copy, sort.base, sort.size * sort.count)?;
        for (number, from) in sorted.iter().enumerate() {
            let from = copy + (from - sort.base);
            memory.transfer(sort.base + sort.size * number as u64, from, sort.size)?;
        }
        memory.release(copy)?;
        self.sorting.pop();
        Ok(Answer::Return(None))
    }
}

/// What `snprintf` writes.
fn converted(print: impl Fn(*mut u8, usize) -> i32) -> Vec<u8> {
    let len = print(std::ptr::null_mut(), 0).max(0) as usize;
    let mut buffer = vec![0; len + 1];
    print(buffer.as_mut_ptr(), buffer.len());
    buffer.truncate(len);
    buffer
}

fn order(order: std::cmp::Ordering) -> u64 {
    u64::from(order as i32 as u32)
}

fn string_function(memory: &mut Memory<'_>, name: &str, n: &[u64]) -> Result<Option<u64>, ErrorKind> {
    Ok(Some(match (name, n) {
        ("strlen", &[at]) => memory.read_c_string(at)?.len() as u64,
        ("strcmp", &[a, b]) => order(memory.read_c_string(a)?.cmp(&memory.read_c_string(b)?)),
        ("strncmp", &[a, b, most]) => {
            let (mut a, mut b) = (memory.read_c_string(a)?, memory.read_c_string(b)?);
            a.truncate(most as usize);
            b.truncate(most as usize);
            order(a.cmp(&b))
        }
        ("strcpy" | "strcat", &[to, from]) => {
            let mut text = memory.read_c_string(from)?;
            text.push(0);
            let behind = if name == "strcat" { memory.read_c_string(to)?.len() as u64 } else { 0 };
            memory.write(to + behind, &text)?;
            to
        }
        ("strchr" | "strrchr", &[at, byte]) => {
            let text = memory.read_c_string(at)?;
            let mut found = text.iter().enumerate().filter(|(_, b)| **b == byte as u8).map(|(i, _)| at + i as u64);
            if name == "strchr" { found.next() } else { found.next_back() }.unwrap_or(0)
        }
        ("atoi" | "atol" | "atoll", &[at]) => {
            let text = memory.read_c_string(at)?;
            let text =
                CStr::from_bytes_with_nul(&[text.as_slice(), &[0]].concat()).map(|t| t.to_string_lossy().into_owned());
            let text = text.unwrap_or_default();
            let text = text.trim_start();
            let digits = text[1.min(text.len())..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |i| i + 1);
            text[..digits].parse::<i64>().unwrap_or(0) as u64
        }
        ("abs" | "labs" | "llabs", &[x]) => {
            let x = if name == "abs" { i64::from(x as i32) } else { x as i64 };
            if name == "abs" { u64::from(x.wrapping_abs() as u32) } else { x.wrapping_abs() as u64 }
        }
        ("ffs", &[x]) => {
            if x as u32 == 0 {
                0
            } else {
                u64::from((x as u32).trailing_zeros() + 1)
            }
        }
        _ => return Ok(ctype(name, n)),
    }))
}

fn ctype(name: &str, n: &[u64]) -> Option<u64> {
    let &[c] = n else { return None };
    let c = c as u8;
    Some(match name {
        "toupper" => c.to_ascii_uppercase().into(),
        "tolower" => c.to_ascii_lowercase().into(),
        // Other functions answer with whatever is not zero, which programs print as it is.
        _ => return None,
    })
}

/// Functions of one or two floats.
fn math(name: &str, args: &[f64]) -> Option<f64> {
    Some(match (name, args) {
        ("sin", &[x]) => x.sin(),
        ("cos", &[x]) => x.cos(),
        ("tan", &[x]) => x.tan(),
        ("atan", &[x]) => x.atan(),
        ("asin", &[x]) => x.asin(),
        ("acos", &[x]) => x.acos(),
        ("sinh", &[x]) => x.sinh(),
        ("cosh", &[x]) => x.cosh(),
        ("tanh", &[x]) => x.tanh(),
        ("exp", &[x]) => x.exp(),
        ("exp2", &[x]) => x.exp2(),
        ("expm1", &[x]) => x.exp_m1(),
        ("log", &[x]) => x.ln(),
        ("log2", &[x]) => x.log2(),
        ("log10", &[x]) => x.log10(),
        ("log1p", &[x]) => x.ln_1p(),
        ("cbrt", &[x]) => x.cbrt(),
        ("sqrt", &[x]) => x.sqrt(),
        ("floor", &[x]) => x.floor(),
        ("ceil", &[x]) => x.ceil(),
        ("trunc", &[x]) => x.trunc(),
        ("round", &[x]) => x.round(),
        ("rint" | "nearbyint", &[x]) => x.round_ties_even(),
        ("fabs", &[x]) => x.abs(),
        ("pow", &[x, y]) => x.powf(y),
        ("atan2", &[x, y]) => x.atan2(y),
        ("hypot", &[x, y]) => x.hypot(y),
        ("fmod", &[x, y]) => x % y,
        ("fmin", &[x, y]) => x.min(y),
        ("fmax", &[x, y]) => x.max(y),
        ("copysign", &[x, y]) => x.copysign(y),
        ("fma", &[x, y, z]) => x.mul_add(y, z),
        _ => return None,
    })
}

fn math_f32(name: &str, args: &[f32]) -> Option<f32> {
    Some(match (name, args) {
        ("sin", &[x]) => x.sin(),
        ("cos", &[x]) => x.cos(),
        ("atan", &[x]) => x.atan(),
        ("exp", &[x]) => x.exp(),
        ("log", &[x]) => x.ln(),
        ("cbrt", &[x]) => x.cbrt(),
        ("sqrt", &[x]) => x.sqrt(),
        ("pow", &[x, y]) => x.powf(y),
        ("hypot", &[x, y]) => x.hypot(y),
        ("fma", &[x, y, z]) => x.mul_add(y, z),
        // Exact in the wider type.
        ("floor" | "ceil" | "trunc" | "round" | "rint" | "nearbyint" | "fabs" | "fmin" | "fmax" | "copysign", _) => {
            math(name, &args.iter().map(|x| f64::from(*x)).collect::<Vec<_>>())? as f32
        }
        _ => return None,
    })
}

fn floats(name: &str, ty: FloatTy, bits: &[u64]) -> Option<u64> {
    match ty {
        FloatTy::F64 => math(name, &bits.iter().map(|b| f64::from_bits(*b)).collect::<Vec<_>>()).map(f64::to_bits),
        FloatTy::F32 => math_f32(name, &bits.iter().map(|b| f32::from_bits(*b as u32)).collect::<Vec<_>>())
            .map(|x| x.to_bits().into()),
    }
}

impl Host for World<'_> {
    // Long because it has an arm for each function.
    fn call(&mut self, memory: &mut Memory<'_>, call: &HostCall<'_>) -> Called {
        let name = self.cx.text(call.function.symbol);
        let n: Vec<u64> = call.args.iter().filter_map(|(_, v)| v.as_scalar()).map(|bits| bits as u64).collect();
        let give = |value: u64| Ok(Answer::Return(Some(Value::Scalar(value.into()))));
        let printed = |text: &[u8]| text.len() as u64;
        match (name, n.as_slice()) {
            ("printf", &[format, ..]) => {
                let text = self.format(memory, format, &call.args[1..])?;
                self.out.extend_from_slice(&text);
                return give(printed(&text));
            }
            ("fprintf", &[stream, format, ..]) => {
                let text = self.format(memory, format, &call.args[2..])?;
                self.print(stream, &text);
                return give(printed(&text));
            }
            ("snprintf", &[to, size, format, ..]) => {
                let text = self.format(memory, format, &call.args[3..])?;
                let kept = text.len().min((size as usize).saturating_sub(1));
                if size > 0 {
                    memory.write(to, &[&text[..kept], &[0]].concat())?;
                }
                return give(printed(&text));
            }
            ("sprintf", &[to, format, ..]) => {
                let text = self.format(memory, format, &call.args[2..])?;
                memory.write(to, &[text.as_slice(), &[0]].concat())?;
                return give(printed(&text));
            }
            ("puts", &[text]) => {
                let text = memory.read_c_string(text)?;
                self.out.extend_from_slice(&text);
                self.out.push(b'\n');
                return give(1);
            }
            ("fputs", &[text, stream]) => {
                let text = memory.read_c_string(text)?;
                self.print(stream, &text);
                return give(1);
            }
            ("putchar", &[byte]) => {
                self.out.push(byte as u8);
                return give(byte & 0xff);
            }
            ("fwrite", &[data, size, count, stream]) => {
                let bytes = memory.read(data, size * count)?.to_vec();
                self.print(stream, &bytes);
                return give(count);
            }
            ("fflush", &[_]) => return give(0),
            ("exit" | "_exit", &[status]) => return Err(ErrorKind::Exit(status as i32)),
            ("qsort", &[base, count, size, compare]) => {
                let sorted = Some(Vec::new());
                return self.start_sort(memory, Sort { base, size, compare, key: 0, range: 0..0, sorted, count });
            }
            ("bsearch", &[key, base, count, size, compare]) => {
                let range = 0..count as usize;
                return self.start_sort(memory, Sort { base, size, compare, key, range, sorted: None, count });
            }
            _ => {}
        }
        if let Some(value) = self.memory_function(memory, name, &n)? {
            return give(value);
        }
        let float = call.returns.as_float();
        let base = if float == Some(FloatTy::F32) { name.strip_suffix('f').unwrap_or(name) } else { name };
        match float.and_then(|ty| floats(base, ty, &n)) {
            Some(bits) => give(bits),
            None => Err(ErrorKind::Foreign(call.id, format!("`{name}` is not there"))),
        }
    }

    fn resume(&mut self, memory: &mut Memory<'_>, result: Option<Value>) -> Called {
        let order = result.and_then(|v| v.as_scalar()).unwrap_or(0) as i32;
        let Some(sort) = self.sorting.last_mut() else { return Ok(Answer::Return(None)) };
        let middle = sort.range.start + sort.range.len() / 2;
        if sort.sorted.is_none() && order == 0 {
            let found = sort.base + sort.size * middle as u64;
            self.sorting.pop();
            return Ok(Answer::Return(Some(Value::Scalar(found.into()))));
        }
        if order < 0 {
            sort.range.end = middle;
        } else {
            sort.range.start = middle + 1;
        }
        self.go_on_sorting(memory)
    }

    fn foreign_static(&mut self, memory: &mut Memory<'_>, global: &Global) -> Option<Vec<u8>> {
        let name = self.cx.text(global.symbol);
        matches!(name, "stdout" | "stderr").then_some(())?;
        self.stream(memory, name).ok().map(|address| address.to_le_bytes().to_vec())
    }

    fn float(&mut self, op: Intrinsic, ty: FloatTy, args: &[u64]) -> Option<u64> {
        floats(op.text(), ty, args)
    }
}
