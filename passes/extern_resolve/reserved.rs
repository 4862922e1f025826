//! Symbols that others rely on: what generated code calls by itself, and what the C library calls within itself or lets a
//! program replace. A program may define one of them only as what it is in C.

use vex_ir::target::Target;
use vex_ir::ty::*;

/// A function with the letters of its result and its parameters: `v` void, `n` does not return, `p` pointer, `z` `size_t`,
/// `s` `ssize_t`, `i` `int`, `u` `unsigned int`, `l` `long`, `q` 64 bits, `t` 128 bits (either sign), `d` `double`, `f` `float`.
struct Reserved(&'static str, &'static str);

/// Who calls it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum User {
    /// The code that the compiler generates for operators, copies and comparisons.
    Compiler,
    CLibrary,
}

impl User {
    pub(super) fn text(self) -> &'static str {
        match self {
            User::Compiler => "code that the compiler generates calls it",
            User::CLibrary => "the C library, and whoever uses it in this process, calls it",
        }
    }
}

/// LLVM's `RuntimeLibcalls.def`, as far as code from Vex can come to need it.
#[rustfmt::skip]
static COMPILER: &[Reserved] = &[
    Reserved("memcpy", "pppz"), Reserved("memmove", "pppz"), Reserved("memset", "ppiz"), Reserved("memcmp", "ippz"),
    Reserved("bcmp", "ippz"), Reserved("bzero", "vpz"), Reserved("strlen", "zp"),
    Reserved("fmod", "ddd"), Reserved("fmodf", "fff"), Reserved("fma", "dddd"), Reserved("fmaf", "ffff"),
    Reserved("fmin", "ddd"), Reserved("fminf", "fff"), Reserved("fmax", "ddd"), Reserved("fmaxf", "fff"),
    Reserved("floor", "dd"), Reserved("floorf", "ff"), Reserved("ceil", "dd"), Reserved("ceilf", "ff"),
    Reserved("trunc", "dd"), Reserved("truncf", "ff"), Reserved("round", "dd"), Reserved("roundf", "ff"),
    Reserved("roundeven", "dd"), Reserved("roundevenf", "ff"), Reserved("rint", "dd"), Reserved("rintf", "ff"),
    Reserved("nearbyint", "dd"), Reserved("nearbyintf", "ff"), Reserved("sqrt", "dd"), Reserved("sqrtf", "ff"),
    Reserved("sin", "dd"), Reserved("sinf", "ff"), Reserved("cos", "dd"), Reserved("cosf", "ff"),
    Reserved("tan", "dd"), Reserved("tanf", "ff"),
    Reserved("exp", "dd"), Reserved("expf", "ff"), Reserved("exp2", "dd"), Reserved("exp2f", "ff"),
    Reserved("exp10", "dd"), Reserved("exp10f", "ff"),
    Reserved("log", "dd"), Reserved("logf", "ff"), Reserved("log2", "dd"), Reserved("log2f", "ff"),
    Reserved("log10", "dd"), Reserved("log10f", "ff"), Reserved("pow", "ddd"), Reserved("powf", "fff"),
    Reserved("ldexp", "ddi"), Reserved("ldexpf", "ffi"), Reserved("copysign", "ddd"), Reserved("copysignf", "fff"),
    Reserved("fabs", "dd"), Reserved("fabsf", "ff"),
    Reserved("__divti3", "ttt"), Reserved("__udivti3", "ttt"), Reserved("__modti3", "ttt"), Reserved("__umodti3", "ttt"),
    Reserved("__multi3", "ttt"), Reserved("__ashlti3", "tti"), Reserved("__ashrti3", "tti"), Reserved("__lshrti3", "tti"),
    Reserved("__divdi3", "qqq"), Reserved("__udivdi3", "qqq"), Reserved("__moddi3", "qqq"), Reserved("__umoddi3", "qqq"),
    Reserved("__floattidf", "dt"), Reserved("__floatuntidf", "dt"), Reserved("__floattisf", "ft"), Reserved("__floatuntisf", "ft"),
    Reserved("__fixdfti", "td"), Reserved("__fixunsdfti", "td"), Reserved("__fixsfti", "tf"), Reserved("__fixunssfti", "tf"),
    Reserved("__stack_chk_fail", "nv"),
];

#[rustfmt::skip]
static C_LIBRARY: &[Reserved] = &[
    Reserved("malloc", "pz"), Reserved("calloc", "pzz"), Reserved("realloc", "ppz"), Reserved("free", "vp"),
    Reserved("aligned_alloc", "pzz"), Reserved("posix_memalign", "ipzz"), Reserved("memalign", "pzz"),
    Reserved("valloc", "pz"), Reserved("pvalloc", "pz"), Reserved("malloc_usable_size", "zp"), Reserved("reallocarray", "ppzz"),
    Reserved("exit", "ni"), Reserved("_exit", "ni"), Reserved("_Exit", "ni"), Reserved("abort", "nv"),
    Reserved("atexit", "ip"), Reserved("__cxa_atexit", "ippp"), Reserved("__cxa_finalize", "vp"),
    Reserved("memchr", "ppiz"), Reserved("memrchr", "ppiz"), Reserved("strnlen", "zpz"), Reserved("strcmp", "ipp"),
    Reserved("strncmp", "ippz"), Reserved("strcpy", "ppp"), Reserved("strncpy", "pppz"), Reserved("strcat", "ppp"),
    Reserved("strchr", "ppi"), Reserved("strrchr", "ppi"), Reserved("strdup", "pp"), Reserved("strstr", "ppp"),
    Reserved("read", "sipz"), Reserved("write", "sipz"), Reserved("close", "ii"), Reserved("lseek", "lili"),
    Reserved("fork", "iv"), Reserved("vfork", "iv"), Reserved("getpid", "iv"), Reserved("kill", "iii"), Reserved("raise", "ii"),
    Reserved("munmap", "ipz"), Reserved("signal", "pip"), Reserved("sigaction", "iipp"),
    Reserved("fwrite", "zpzzp"), Reserved("fread", "zpzzp"), Reserved("fflush", "ip"), Reserved("fclose", "ip"),
    Reserved("puts", "ip"), Reserved("fputs", "ipp"), Reserved("putchar", "ii"), Reserved("fputc", "iip"),
    Reserved("getenv", "pp"), Reserved("setlocale", "pip"), Reserved("longjmp", "npi"),
    Reserved("__errno_location", "pv"),
    Reserved("pthread_create", "ipppp"), Reserved("pthread_mutex_lock", "ip"), Reserved("pthread_mutex_unlock", "ip"),
];

/// What starts the program, or is made by the linker: nobody else can define it.
static START: &[&str] = &[
    "_start", "_init", "_fini", "__libc_start_main", "_DYNAMIC", "_GLOBAL_OFFSET_TABLE_", "__bss_start", "_edata", "_end",
    "__dso_handle", "__ehdr_start",
];

pub(super) fn is_start(name: &str) -> bool {
    START.contains(&name)
}

/// The use and the letters of a symbol that is needed.
pub(super) fn find(name: &str) -> Option<(User, &'static str)> {
    let of = |list: &'static [Reserved], user| list.iter().find(|r| r.0 == name).map(|r| (user, r.1));
    of(COMPILER, User::Compiler).or_else(|| of(C_LIBRARY, User::CLibrary))
}

/// Whether a function's type is the one that the letters tell.
pub(super) fn fits(types: &Types, target: &Target, sig: &FnSig, letters: &str) -> bool {
    let mut letters = letters.chars();
    let ret = letters.next().unwrap_or('v');
    let params: Vec<char> = letters.filter(|c| *c != 'v').collect();
    !sig.variadic
        && sig.params.len() == params.len()
        && is(types, target, sig.ret, ret)
        && sig.params.iter().zip(params).all(|(ty, letter)| is(types, target, *ty, letter))
}

fn is(types: &Types, target: &Target, ty: Ty, letter: char) -> bool {
    let int = |bits, signed| ty.as_int().is_some_and(|i| i.bits(target.pointer_bits) == bits && i.signed() == signed);
    match letter {
        'v' => ty == Ty::VOID,
        // A function that comes back where C's does not is none of that name; one that never does is no harm.
        'n' => ty == Ty::NEVER,
        'p' => !types.is_fat(ty) && (types.pointee(ty).is_some() || matches!(types.kind(ty), TyKind::Fn(_))),
        'z' => int(target.pointer_bits, false),
        's' => int(target.pointer_bits, true),
        'i' => int(32, true),
        'u' => int(32, false),
        'l' => int(target.long_bits, true),
        'q' => int(64, true) || int(64, false),
        't' => int(128, true) || int(128, false),
        'd' => ty == Ty::F64,
        'f' => ty == Ty::F32,
        _ => false,
    }
}

/// The signature in Vex.
pub(super) fn show(letters: &str) -> String {
    let name = |c| match c {
        'n' => "!",
        'p' => "*mut void",
        'z' => "usize",
        's' => "isize",
        'i' => "i32",
        'u' => "u32",
        'l' => "c_long",
        'q' => "i64",
        't' => "i128",
        'd' => "f64",
        'f' => "f32",
        _ => "void",
    };
    let params: Vec<&str> = letters.chars().skip(1).filter(|c| *c != 'v').map(name).collect();
    match letters.chars().next() {
        None | Some('v') => format!("fn({})", params.join(", ")),
        Some(ret) => format!("fn({}) -> {}", params.join(", "), name(ret)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_symbol_is_there_twice() {
        let all: Vec<&str> = COMPILER.iter().chain(C_LIBRARY).map(|r| r.0).collect();
        for (i, name) in all.iter().enumerate() {
            assert!(!all[..i].contains(name) && !is_start(name), "{name}");
        }
    }
}
