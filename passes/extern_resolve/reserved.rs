//! Symbols that others rely on: what generated code calls by itself, and what the C library calls within itself or lets a
//! program replace. A program may define one of them only as what it is in C.

use vex_ir::target::Target;
use vex_ir::ty::*;

/// A function with the letters of its result and its parameters: `v` void, `n` does not return, `p` pointer, `z` `size_t`,
/// `s` `ssize_t`, `i` `int`, `l` `long`, `b` 8 bits, `w` 16 bits, `q` 64 bits, `t` 128 bits, `o` `bool`, `d` `double`, `f` `float`,
/// `x` a type that Vex does not have, such as `long double` or `_Float16`.
struct Reserved(&'static str, &'static str);

/// What calls it.
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
            User::CLibrary => "the C library, and all code that uses it in this process, calls it",
        }
    }
}

/// LLVM's `RuntimeLibcalls.def`, whole, with what its optimiser makes of loops; sorted. Types of integers are those of libgcc's and
/// compiler-rt's definitions, in the sizes that the names tell.
#[rustfmt::skip]
static COMPILER: &[Reserved] = &[
    Reserved("_Unwind_Resume", "np"), Reserved("__adddf3", "ddd"), Reserved("__addsf3", "fff"), Reserved("__addtf3", "xxx"),
    Reserved("__addxf3", "xxx"), Reserved("__ashldi3", "qqi"), Reserved("__ashlhi3", "wwi"), Reserved("__ashlsi3", "iii"),
    Reserved("__ashlti3", "tti"), Reserved("__ashrdi3", "qqi"), Reserved("__ashrhi3", "wwi"), Reserved("__ashrsi3", "iii"),
    Reserved("__ashrti3", "tti"), Reserved("__atomic_compare_exchange", "ozpppii"), Reserved("__atomic_compare_exchange_1", "oppbii"),
    Reserved("__atomic_compare_exchange_16", "opptii"), Reserved("__atomic_compare_exchange_2", "oppwii"),
    Reserved("__atomic_compare_exchange_4", "oppiii"), Reserved("__atomic_compare_exchange_8", "oppqii"),
    Reserved("__atomic_exchange", "vzpppi"), Reserved("__atomic_exchange_1", "bpbi"), Reserved("__atomic_exchange_16", "tpti"),
    Reserved("__atomic_exchange_2", "wpwi"), Reserved("__atomic_exchange_4", "ipii"), Reserved("__atomic_exchange_8", "qpqi"),
    Reserved("__atomic_fetch_add_1", "bpbi"), Reserved("__atomic_fetch_add_16", "tpti"), Reserved("__atomic_fetch_add_2", "wpwi"),
    Reserved("__atomic_fetch_add_4", "ipii"), Reserved("__atomic_fetch_add_8", "qpqi"), Reserved("__atomic_fetch_and_1", "bpbi"),
    Reserved("__atomic_fetch_and_16", "tpti"), Reserved("__atomic_fetch_and_2", "wpwi"), Reserved("__atomic_fetch_and_4", "ipii"),
    Reserved("__atomic_fetch_and_8", "qpqi"), Reserved("__atomic_fetch_nand_1", "bpbi"), Reserved("__atomic_fetch_nand_16", "tpti"),
    Reserved("__atomic_fetch_nand_2", "wpwi"), Reserved("__atomic_fetch_nand_4", "ipii"), Reserved("__atomic_fetch_nand_8", "qpqi"),
    Reserved("__atomic_fetch_or_1", "bpbi"), Reserved("__atomic_fetch_or_16", "tpti"), Reserved("__atomic_fetch_or_2", "wpwi"),
    Reserved("__atomic_fetch_or_4", "ipii"), Reserved("__atomic_fetch_or_8", "qpqi"), Reserved("__atomic_fetch_sub_1", "bpbi"),
    Reserved("__atomic_fetch_sub_16", "tpti"), Reserved("__atomic_fetch_sub_2", "wpwi"), Reserved("__atomic_fetch_sub_4", "ipii"),
    Reserved("__atomic_fetch_sub_8", "qpqi"), Reserved("__atomic_fetch_xor_1", "bpbi"), Reserved("__atomic_fetch_xor_16", "tpti"),
    Reserved("__atomic_fetch_xor_2", "wpwi"), Reserved("__atomic_fetch_xor_4", "ipii"), Reserved("__atomic_fetch_xor_8", "qpqi"),
    Reserved("__atomic_load", "vzppi"), Reserved("__atomic_load_1", "bpi"), Reserved("__atomic_load_16", "tpi"),
    Reserved("__atomic_load_2", "wpi"), Reserved("__atomic_load_4", "ipi"), Reserved("__atomic_load_8", "qpi"),
    Reserved("__atomic_store", "vzppi"), Reserved("__atomic_store_1", "vpbi"), Reserved("__atomic_store_16", "vpti"),
    Reserved("__atomic_store_2", "vpwi"), Reserved("__atomic_store_4", "vpii"), Reserved("__atomic_store_8", "vpqi"),
    Reserved("__clear_cache", "vpp"), Reserved("__clzdi2", "iq"), Reserved("__clzsi2", "ii"), Reserved("__clzti2", "it"),
    Reserved("__ctzdi2", "iq"), Reserved("__cxa_end_cleanup", "nv"), Reserved("__divdf3", "ddd"), Reserved("__divdi3", "qqq"),
    Reserved("__divhi3", "www"), Reserved("__divqi3", "bbb"), Reserved("__divsf3", "fff"), Reserved("__divsi3", "iii"),
    Reserved("__divtf3", "xxx"), Reserved("__divti3", "ttt"), Reserved("__divxf3", "xxx"), Reserved("__eqdf2", "idd"),
    Reserved("__eqsf2", "iff"), Reserved("__eqtf2", "ixx"), Reserved("__exp2_finite", "dd"), Reserved("__exp2f_finite", "ff"),
    Reserved("__exp2l_finite", "xx"), Reserved("__exp_finite", "dd"), Reserved("__expf_finite", "ff"), Reserved("__expl_finite", "xx"),
    Reserved("__extendbfsf2", "fx"), Reserved("__extenddftf2", "xd"), Reserved("__extendhfdf2", "dx"), Reserved("__extendhftf2", "xx"),
    Reserved("__extendhfxf2", "xx"), Reserved("__extendkftf2", "xx"), Reserved("__extendsfdf2", "df"), Reserved("__extendsftf2", "xf"),
    Reserved("__extendxftf2", "xx"), Reserved("__fixdfdi", "qd"), Reserved("__fixdfsi", "id"), Reserved("__fixdfti", "td"),
    Reserved("__fixhfdi", "qx"), Reserved("__fixhfsi", "ix"), Reserved("__fixhfti", "tx"), Reserved("__fixsfdi", "qf"),
    Reserved("__fixsfsi", "if"), Reserved("__fixsfti", "tf"), Reserved("__fixtfdi", "qx"), Reserved("__fixtfsi", "ix"),
    Reserved("__fixtfti", "tx"), Reserved("__fixunsdfdi", "qd"), Reserved("__fixunsdfsi", "id"), Reserved("__fixunsdfti", "td"),
    Reserved("__fixunshfdi", "qx"), Reserved("__fixunshfsi", "ix"), Reserved("__fixunshfti", "tx"), Reserved("__fixunssfdi", "qf"),
    Reserved("__fixunssfsi", "if"), Reserved("__fixunssfti", "tf"), Reserved("__fixunstfdi", "qx"), Reserved("__fixunstfsi", "ix"),
    Reserved("__fixunstfti", "tx"), Reserved("__fixunsxfdi", "qx"), Reserved("__fixunsxfsi", "ix"), Reserved("__fixunsxfti", "tx"),
    Reserved("__fixxfdi", "qx"), Reserved("__fixxfsi", "ix"), Reserved("__fixxfti", "tx"), Reserved("__floatdidf", "dq"),
    Reserved("__floatdihf", "xq"), Reserved("__floatdisf", "fq"), Reserved("__floatditf", "xq"), Reserved("__floatdixf", "xq"),
    Reserved("__floatsidf", "di"), Reserved("__floatsihf", "xi"), Reserved("__floatsisf", "fi"), Reserved("__floatsitf", "xi"),
    Reserved("__floatsixf", "xi"), Reserved("__floattidf", "dt"), Reserved("__floattihf", "xt"), Reserved("__floattisf", "ft"),
    Reserved("__floattitf", "xt"), Reserved("__floattixf", "xt"), Reserved("__floatundidf", "dq"), Reserved("__floatundihf", "xq"),
    Reserved("__floatundisf", "fq"), Reserved("__floatunditf", "xq"), Reserved("__floatundixf", "xq"), Reserved("__floatunsidf", "di"),
    Reserved("__floatunsihf", "xi"), Reserved("__floatunsisf", "fi"), Reserved("__floatunsitf", "xi"), Reserved("__floatunsixf", "xi"),
    Reserved("__floatuntidf", "dt"), Reserved("__floatuntihf", "xt"), Reserved("__floatuntisf", "ft"), Reserved("__floatuntitf", "xt"),
    Reserved("__floatuntixf", "xt"), Reserved("__gcc_dtoq", "xd"), Reserved("__gcc_itoq", "xi"), Reserved("__gcc_qadd", "xxx"),
    Reserved("__gcc_qdiv", "xxx"), Reserved("__gcc_qeq", "ixx"), Reserved("__gcc_qge", "ixx"), Reserved("__gcc_qgt", "ixx"),
    Reserved("__gcc_qle", "ixx"), Reserved("__gcc_qlt", "ixx"), Reserved("__gcc_qmul", "xxx"), Reserved("__gcc_qne", "ixx"),
    Reserved("__gcc_qsub", "xxx"), Reserved("__gcc_qtod", "dx"), Reserved("__gcc_qtos", "fx"), Reserved("__gcc_qtou", "ix"),
    Reserved("__gcc_qunord", "ixx"), Reserved("__gcc_stoq", "xf"), Reserved("__gcc_utoq", "xi"), Reserved("__gedf2", "idd"),
    Reserved("__gesf2", "iff"), Reserved("__getf2", "ixx"), Reserved("__gnu_f2h_ieee", "xf"), Reserved("__gnu_h2f_ieee", "fx"),
    Reserved("__gtdf2", "idd"), Reserved("__gtsf2", "iff"), Reserved("__gttf2", "ixx"), Reserved("__ledf2", "idd"),
    Reserved("__lesf2", "iff"), Reserved("__letf2", "ixx"), Reserved("__llvm_deoptimize", "xv"),
    Reserved("__llvm_memcpy_element_unordered_atomic_1", "vppz"), Reserved("__llvm_memcpy_element_unordered_atomic_16", "vppz"),
    Reserved("__llvm_memcpy_element_unordered_atomic_2", "vppz"), Reserved("__llvm_memcpy_element_unordered_atomic_4", "vppz"),
    Reserved("__llvm_memcpy_element_unordered_atomic_8", "vppz"), Reserved("__llvm_memmove_element_unordered_atomic_1", "vppz"),
    Reserved("__llvm_memmove_element_unordered_atomic_16", "vppz"), Reserved("__llvm_memmove_element_unordered_atomic_2", "vppz"),
    Reserved("__llvm_memmove_element_unordered_atomic_4", "vppz"), Reserved("__llvm_memmove_element_unordered_atomic_8", "vppz"),
    Reserved("__llvm_memset_element_unordered_atomic_1", "vpbz"), Reserved("__llvm_memset_element_unordered_atomic_16", "vpbz"),
    Reserved("__llvm_memset_element_unordered_atomic_2", "vpbz"), Reserved("__llvm_memset_element_unordered_atomic_4", "vpbz"),
    Reserved("__llvm_memset_element_unordered_atomic_8", "vpbz"), Reserved("__log10_finite", "dd"), Reserved("__log10f_finite", "ff"),
    Reserved("__log10l_finite", "xx"), Reserved("__log2_finite", "dd"), Reserved("__log2f_finite", "ff"),
    Reserved("__log2l_finite", "xx"), Reserved("__log_finite", "dd"), Reserved("__logf_finite", "ff"), Reserved("__logl_finite", "xx"),
    Reserved("__lshrdi3", "qqi"), Reserved("__lshrhi3", "wwi"), Reserved("__lshrsi3", "iii"), Reserved("__lshrti3", "tti"),
    Reserved("__ltdf2", "idd"), Reserved("__ltsf2", "iff"), Reserved("__lttf2", "ixx"), Reserved("__moddi3", "qqq"),
    Reserved("__modhi3", "www"), Reserved("__modqi3", "bbb"), Reserved("__modsi3", "iii"), Reserved("__modti3", "ttt"),
    Reserved("__muldf3", "ddd"), Reserved("__muldi3", "qqq"), Reserved("__mulhi3", "www"), Reserved("__mulodi4", "qqqp"),
    Reserved("__mulosi4", "iiip"), Reserved("__muloti4", "tttp"), Reserved("__mulqi3", "bbb"), Reserved("__mulsf3", "fff"),
    Reserved("__mulsi3", "iii"), Reserved("__multf3", "xxx"), Reserved("__multi3", "ttt"), Reserved("__mulxf3", "xxx"),
    Reserved("__nedf2", "idd"), Reserved("__negdi2", "qq"), Reserved("__negsi2", "ii"), Reserved("__nesf2", "iff"),
    Reserved("__netf2", "ixx"), Reserved("__popcountdi2", "iq"), Reserved("__pow_finite", "ddd"), Reserved("__powf_finite", "fff"),
    Reserved("__powidf2", "ddi"), Reserved("__powisf2", "ffi"), Reserved("__powitf2", "xxi"), Reserved("__powixf2", "xxi"),
    Reserved("__powl_finite", "xxx"), Reserved("__riscv_flush_icache", "vppl"), Reserved("__stack_chk_fail", "nv"),
    Reserved("__subdf3", "ddd"), Reserved("__subsf3", "fff"), Reserved("__subtf3", "xxx"), Reserved("__subxf3", "xxx"),
    Reserved("__sync_fetch_and_add_1", "bpb"), Reserved("__sync_fetch_and_add_16", "tpt"), Reserved("__sync_fetch_and_add_2", "wpw"),
    Reserved("__sync_fetch_and_add_4", "ipi"), Reserved("__sync_fetch_and_add_8", "qpq"), Reserved("__sync_fetch_and_and_1", "bpb"),
    Reserved("__sync_fetch_and_and_16", "tpt"), Reserved("__sync_fetch_and_and_2", "wpw"), Reserved("__sync_fetch_and_and_4", "ipi"),
    Reserved("__sync_fetch_and_and_8", "qpq"), Reserved("__sync_fetch_and_max_1", "bpb"), Reserved("__sync_fetch_and_max_16", "tpt"),
    Reserved("__sync_fetch_and_max_2", "wpw"), Reserved("__sync_fetch_and_max_4", "ipi"), Reserved("__sync_fetch_and_max_8", "qpq"),
    Reserved("__sync_fetch_and_min_1", "bpb"), Reserved("__sync_fetch_and_min_16", "tpt"), Reserved("__sync_fetch_and_min_2", "wpw"),
    Reserved("__sync_fetch_and_min_4", "ipi"), Reserved("__sync_fetch_and_min_8", "qpq"), Reserved("__sync_fetch_and_nand_1", "bpb"),
    Reserved("__sync_fetch_and_nand_16", "tpt"), Reserved("__sync_fetch_and_nand_2", "wpw"), Reserved("__sync_fetch_and_nand_4", "ipi"),
    Reserved("__sync_fetch_and_nand_8", "qpq"), Reserved("__sync_fetch_and_or_1", "bpb"), Reserved("__sync_fetch_and_or_16", "tpt"),
    Reserved("__sync_fetch_and_or_2", "wpw"), Reserved("__sync_fetch_and_or_4", "ipi"), Reserved("__sync_fetch_and_or_8", "qpq"),
    Reserved("__sync_fetch_and_sub_1", "bpb"), Reserved("__sync_fetch_and_sub_16", "tpt"), Reserved("__sync_fetch_and_sub_2", "wpw"),
    Reserved("__sync_fetch_and_sub_4", "ipi"), Reserved("__sync_fetch_and_sub_8", "qpq"), Reserved("__sync_fetch_and_umax_1", "bpb"),
    Reserved("__sync_fetch_and_umax_16", "tpt"), Reserved("__sync_fetch_and_umax_2", "wpw"), Reserved("__sync_fetch_and_umax_4", "ipi"),
    Reserved("__sync_fetch_and_umax_8", "qpq"), Reserved("__sync_fetch_and_umin_1", "bpb"), Reserved("__sync_fetch_and_umin_16", "tpt"),
    Reserved("__sync_fetch_and_umin_2", "wpw"), Reserved("__sync_fetch_and_umin_4", "ipi"), Reserved("__sync_fetch_and_umin_8", "qpq"),
    Reserved("__sync_fetch_and_xor_1", "bpb"), Reserved("__sync_fetch_and_xor_16", "tpt"), Reserved("__sync_fetch_and_xor_2", "wpw"),
    Reserved("__sync_fetch_and_xor_4", "ipi"), Reserved("__sync_fetch_and_xor_8", "qpq"), Reserved("__sync_lock_test_and_set_1", "bpb"),
    Reserved("__sync_lock_test_and_set_16", "tpt"), Reserved("__sync_lock_test_and_set_2", "wpw"),
    Reserved("__sync_lock_test_and_set_4", "ipi"), Reserved("__sync_lock_test_and_set_8", "qpq"),
    Reserved("__sync_val_compare_and_swap_1", "bpbb"), Reserved("__sync_val_compare_and_swap_16", "tptt"),
    Reserved("__sync_val_compare_and_swap_2", "wpww"), Reserved("__sync_val_compare_and_swap_4", "ipii"),
    Reserved("__sync_val_compare_and_swap_8", "qpqq"), Reserved("__truncdfbf2", "xd"), Reserved("__truncdfhf2", "xd"),
    Reserved("__truncdfsf2", "fd"), Reserved("__truncsfbf2", "xf"), Reserved("__trunctfdf2", "dx"), Reserved("__trunctfhf2", "xx"),
    Reserved("__trunctfkf2", "xx"), Reserved("__trunctfsf2", "fx"), Reserved("__trunctfxf2", "xx"), Reserved("__truncxfdf2", "dx"),
    Reserved("__truncxfhf2", "xx"), Reserved("__truncxfsf2", "fx"), Reserved("__udivdi3", "qqq"), Reserved("__udivhi3", "www"),
    Reserved("__udivqi3", "bbb"), Reserved("__udivsi3", "iii"), Reserved("__udivti3", "ttt"), Reserved("__umoddi3", "qqq"),
    Reserved("__umodhi3", "www"), Reserved("__umodqi3", "bbb"), Reserved("__umodsi3", "iii"), Reserved("__umodti3", "ttt"),
    Reserved("__unorddf2", "idd"), Reserved("__unordsf2", "iff"), Reserved("__unordtf2", "ixx"), Reserved("acos", "dd"),
    Reserved("acosf", "ff"), Reserved("acosl", "xx"), Reserved("asin", "dd"), Reserved("asinf", "ff"), Reserved("asinl", "xx"),
    Reserved("atan", "dd"), Reserved("atanf", "ff"), Reserved("atanl", "xx"), Reserved("bcmp", "ippz"), Reserved("bzero", "vpz"),
    Reserved("calloc", "pzz"), Reserved("cbrt", "dd"), Reserved("cbrtf", "ff"), Reserved("cbrtl", "xx"), Reserved("ceil", "dd"),
    Reserved("ceilf", "ff"), Reserved("ceill", "xx"), Reserved("copysign", "ddd"), Reserved("copysignf", "fff"),
    Reserved("copysignl", "xxx"), Reserved("cos", "dd"), Reserved("cosf", "ff"), Reserved("cosh", "dd"), Reserved("coshf", "ff"),
    Reserved("coshl", "xx"), Reserved("cosl", "xx"), Reserved("exp", "dd"), Reserved("exp10", "dd"), Reserved("exp10f", "ff"),
    Reserved("exp10l", "xx"), Reserved("exp2", "dd"), Reserved("exp2f", "ff"), Reserved("exp2l", "xx"), Reserved("expf", "ff"),
    Reserved("expl", "xx"), Reserved("fegetenv", "ip"), Reserved("fegetmode", "ip"), Reserved("fesetenv", "ip"),
    Reserved("fesetmode", "ip"), Reserved("floor", "dd"), Reserved("floorf", "ff"), Reserved("floorl", "xx"), Reserved("fma", "dddd"),
    Reserved("fmaf", "ffff"), Reserved("fmal", "xxxx"), Reserved("fmax", "ddd"), Reserved("fmaxf", "fff"), Reserved("fmaxl", "xxx"),
    Reserved("fmin", "ddd"), Reserved("fminf", "fff"), Reserved("fminl", "xxx"), Reserved("fmod", "ddd"), Reserved("fmodf", "fff"),
    Reserved("fmodl", "xxx"), Reserved("frexp", "ddp"), Reserved("frexpf", "ffp"), Reserved("frexpl", "xxp"), Reserved("ldexp", "ddi"),
    Reserved("ldexpf", "ffi"), Reserved("ldexpl", "xxi"), Reserved("llrint", "qd"), Reserved("llrintf", "qf"), Reserved("llrintl", "qx"),
    Reserved("llround", "qd"), Reserved("llroundf", "qf"), Reserved("llroundl", "qx"), Reserved("log", "dd"), Reserved("log10", "dd"),
    Reserved("log10f", "ff"), Reserved("log10l", "xx"), Reserved("log2", "dd"), Reserved("log2f", "ff"), Reserved("log2l", "xx"),
    Reserved("logf", "ff"), Reserved("logl", "xx"), Reserved("lrint", "ld"), Reserved("lrintf", "lf"), Reserved("lrintl", "lx"),
    Reserved("lround", "ld"), Reserved("lroundf", "lf"), Reserved("lroundl", "lx"), Reserved("memcmp", "ippz"),
    Reserved("memcpy", "pppz"), Reserved("memmove", "pppz"), Reserved("memset", "ppiz"), Reserved("nearbyint", "dd"),
    Reserved("nearbyintf", "ff"), Reserved("nearbyintl", "xx"), Reserved("pow", "ddd"), Reserved("powf", "fff"), Reserved("powl", "xxx"),
    Reserved("rint", "dd"), Reserved("rintf", "ff"), Reserved("rintl", "xx"), Reserved("round", "dd"), Reserved("roundeven", "dd"),
    Reserved("roundevenf", "ff"), Reserved("roundevenl", "xx"), Reserved("roundf", "ff"), Reserved("roundl", "xx"), Reserved("sin", "dd"),
    Reserved("sinf", "ff"), Reserved("sinh", "dd"), Reserved("sinhf", "ff"), Reserved("sinhl", "xx"), Reserved("sinl", "xx"),
    Reserved("sqrt", "dd"), Reserved("sqrtf", "ff"), Reserved("sqrtl", "xx"), Reserved("strlen", "zp"), Reserved("tan", "dd"),
    Reserved("tanf", "ff"), Reserved("tanh", "dd"), Reserved("tanhf", "ff"), Reserved("tanhl", "xx"), Reserved("tanl", "xx"),
    Reserved("trunc", "dd"), Reserved("truncf", "ff"), Reserved("truncl", "xx"),
];

#[rustfmt::skip]
static C_LIBRARY: &[Reserved] = &[
    Reserved("malloc", "pz"), Reserved("realloc", "ppz"), Reserved("free", "vp"),
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

/// What starts the program, or is made by the linker: no other file can define it.
static START: &[&str] = &[
    "_start",
    "_init",
    "_fini",
    "__libc_start_main",
    "_DYNAMIC",
    "_GLOBAL_OFFSET_TABLE_",
    "__bss_start",
    "_edata",
    "_end",
    "__dso_handle",
    "__ehdr_start",
];

pub(super) fn is_start(name: &str) -> bool {
    START.contains(&name)
}

/// The use and the letters of a symbol that is needed. Without an operating system there is no C library to need any.
pub(super) fn find(name: &str, target: &Target) -> Option<(User, &'static str)> {
    let of = |list: &'static [Reserved], user| list.iter().find(|r| r.0 == name).map(|r| (user, r.1));
    of(COMPILER, User::Compiler).or_else(|| of(C_LIBRARY, User::CLibrary).filter(|_| target.os.is_hosted()))
}

/// The type that the letters tell; `None` if Vex cannot say it.
pub(super) fn signature(target: &Target, letters: &str) -> Option<FnSig> {
    let mut types = letters.chars().map(|letter| {
        Some(match letter {
            'v' => Ty::VOID,
            'n' => Ty::NEVER,
            'p' => Ty::MUT_VOID,
            'z' => Ty::USIZE,
            's' => Ty::ISIZE,
            'i' => Ty::I32,
            'l' if target.long_bits == 64 => Ty::I64,
            'l' => Ty::I32,
            'b' => Ty::U8,
            'w' => Ty::int(IntTy::U16),
            'q' => Ty::I64,
            't' => Ty::int(IntTy::I128),
            'o' => Ty::BOOL,
            'd' => Ty::F64,
            'f' => Ty::F32,
            _ => return None,
        })
    });
    let ret = types.next()??;
    let params = types.filter(|ty| *ty != Some(Ty::VOID)).collect::<Option<Vec<Ty>>>()?;
    Some(FnSig { params, ret, variadic: false, conv: Conv::C, is_unsafe: true })
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
        assert!(COMPILER.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    /// What LLVM's own header lists, where it is installed.
    #[test]
    fn every_runtime_function_of_llvm_is_known() {
        let headers = ["/usr/include/llvm-19", "/usr/lib/llvm-19/include"]
            .map(|dir| format!("{dir}/llvm/IR/RuntimeLibcalls.def"));
        let Some(text) = headers.iter().find_map(|path| std::fs::read_to_string(path).ok()) else { return };
        let rows = text.lines().filter_map(|line| line.trim().strip_prefix("HANDLE_LIBCALL("));
        let names: Vec<&str> = rows.filter_map(|row| row.split('"').nth(1)).collect();
        assert!(names.len() > 400, "the header reads otherwise: {}", names.len());
        for name in names {
            assert!(COMPILER.binary_search_by(|r| r.0.cmp(name)).is_ok(), "{name}");
        }
    }
}
