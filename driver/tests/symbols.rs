//! Where each symbol is found: under `vexc run` as in the executable, between the program, its libraries and the C library.

mod common;

#[cfg(target_os = "linux")]
mod linux {
    use crate::common::{Done, path, run, vexc};
    use std::path::Path;
    use std::process::Command;
    use tempfile::TempDir;

    /// Shared libraries in C: name, source, and words for the C compiler.
    type Sources<'a> = &'a [(&'a str, &'a str, &'a [&'a str])];

    fn dir(libraries: Sources, program: &str) -> TempDir {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("p.vx"), program).unwrap();
        for (name, source, words) in libraries {
            let file = format!("{name}.c");
            std::fs::write(dir.path().join(&file), source).unwrap();
            let output = format!("lib{name}.so");
            let mut cc = Command::new("cc");
            cc.current_dir(dir.path()).args(["-shared", "-fPIC", "-O1"]);
            cc.arg(format!("-Wl,-soname,{output}")).args(["-L.", "-o", &output, &file]).args(*words);
            run(&mut cc).expect(0);
        }
        dir
    }

    fn with_libraries(command: &mut Command, dir: &Path) -> Done {
        run(command.current_dir(dir).env("LD_LIBRARY_PATH", dir))
    }

    fn executed(dir: &Path, words: &[&str]) -> Done {
        with_libraries(vexc().arg("run").args(["-L", "."]).args(words).arg("p.vx"), dir)
    }

    fn executable(dir: &Path, words: &[&str]) -> Done {
        with_libraries(vexc().args(["-L", ".", "-o", "p", "p.vx"]).args(words), dir).expect(0);
        with_libraries(&mut Command::new("./p"), dir)
    }

    /// Executes both ways; they agree on everything, and print this.
    #[track_caller]
    fn agree(libraries: Sources, program: &str, words: &[&str], expected: &str) {
        let dir = dir(libraries, program);
        let executable = executable(dir.path(), words);
        assert_eq!(executable.stdout.trim_end(), expected, "the executable: {}", executable.stderr);
        for level in ["-O0", "-O2"] {
            let done = executed(dir.path(), &[&[level], words].concat());
            assert_eq!((done.stdout, done.status), (executable.stdout.clone(), executable.status), "{}", done.stderr);
        }
    }

    /// Without a linker, all that can be executed is what is executed in this process.
    #[track_caller]
    fn needs_no_linker(libraries: Sources, program: &str, words: &[&str], expected: &str) {
        let dir = dir(libraries, program);
        let mut command = vexc();
        command.env("PATH", path(dir.path(), "nowhere")).arg("run").args(["-L", "."]).args(words).arg("p.vx");
        let done = with_libraries(&mut command, dir.path());
        assert_eq!((done.stdout.trim_end(), done.status), (expected, Some(0)), "{}", done.stderr);
        agree(libraries, program, words, expected);
    }

    const PRINTF: &str = "extern \"C\" { fn printf(format: *u8, ...) -> i32; fn fflush(f: *mut void) -> i32; }\n";

    fn with_printf(program: &str) -> String {
        format!("{PRINTF}{program}")
    }

    #[test]
    fn ordinary_programs_are_executed_in_this_process() {
        needs_no_linker(&[], "fn main() { println(\"hello\"); }", &[], "hello");
        let exports = "#[no_mangle] pub extern \"C\" fn nobody_elses(x: i32) -> i32 { return x; }\n\
                       fn main() { unsafe { printf(c\"%d\\n\", nobody_elses(3)); } }";
        needs_no_linker(&[], &with_printf(exports), &[], "3");
        let apply = "int apply(int (*f)(int), int x) { return f(x); }";
        let callback = "extern \"C\" { fn apply(f: extern \"C\" fn(i32) -> i32, x: i32) -> i32; }\n\
                        extern \"C\" fn twice(x: i32) -> i32 { return x * 2; }\n\
                        fn main() { unsafe { printf(c\"%d\\n\", apply(twice, 4)); } }";
        needs_no_linker(&[("apply", apply, &[])], &with_printf(callback), &["-lapply"], "8");
        let zlib = "#[link(name = \"z\")] extern \"C\" { fn crc32(crc: u64, data: *u8, size: u32) -> u64; }\n\
                    fn main() { unsafe { printf(c\"%lx\\n\", crc32(0, c\"abc\", 3)); } }";
        needs_no_linker(&[], &with_printf(zlib), &[], "352441c2");
        // A library that is needed by another one, and one that needs nothing.
        let over = "int deep(int); int over(int x) { return deep(x) + 1; }";
        let libraries: Sources = &[("deep", "int deep(int x) { return x * 10; }", &[]), ("over", over, &["-ldeep"])];
        let program = "extern \"C\" { fn over(x: i32) -> i32; }\nfn main() { unsafe { printf(c\"%d\\n\", over(4)); } }";
        needs_no_linker(libraries, &with_printf(program), &["-lover"], "41");
    }

    #[test]
    fn what_is_linked_into_each_program() {
        let quick = "extern \"C\" { fn at_quick_exit(f: extern \"C\" fn()) -> i32; fn quick_exit(status: i32) -> !; \
                     fn atexit(f: extern \"C\" fn()) -> i32; }\n\
                     extern \"C\" fn quickly() { unsafe { printf(c\"quickly\\n\"); fflush(null_mut()); } }\n\
                     extern \"C\" fn slowly() { unsafe { printf(c\"slowly\\n\"); } }\n\
                     fn main() { unsafe { atexit(slowly); at_quick_exit(quickly); quick_exit(5); } }";
        agree(&[], &with_printf(quick), &[], "quickly");
        let forks = "extern \"C\" { fn pthread_atfork(a: extern \"C\" fn(), b: extern \"C\" fn(), c: extern \"C\" fn()) -> i32; \
                     fn fork() -> i32; fn wait(status: *mut i32) -> i32; fn _exit(status: i32) -> !; }\n\
                     extern \"C\" fn before() { unsafe { printf(c\"before \"); } }\n\
                     extern \"C\" fn parent() { unsafe { printf(c\"parent \"); } }\n\
                     extern \"C\" fn child() { unsafe { _exit(7); } }\n\
                     fn main() { unsafe { pthread_atfork(before, parent, child); fork(); let mut s = 0; wait(&mut s); \
                     printf(c\"%d\\n\", s >> 8); } }";
        agree(&[], &with_printf(forks), &[], "before parent 7");
    }

    #[test]
    fn the_compilers_runtime() {
        let program = "extern \"C\" { fn __udivti3(a: u128, b: u128) -> u128; fn __popcountdi2(x: u64) -> i32; \
                       fn __paritydi2(x: u64) -> i32; fn __powidf2(x: f64, n: i32) -> f64; fn __negvdi2(x: i64) -> i64; \
                       fn __clear_cache(a: *void, b: *void); }\n\
                       fn main() { unsafe { __clear_cache(null(), null());\n\
                       printf(c\"%lu %d %d %.1f %ld\\n\", __udivti3(1u128 << 100, 1u128 << 90) as u64, __popcountdi2(255), \
                       __paritydi2(7), __powidf2(1.5, 2), __negvdi2(9)); } }";
        agree(&[], &with_printf(program), &[], "1024 8 1 2.2 -9");
    }

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn what_only_archives_have() {
        // `libgcc_s.so` has it for programs of long ago; new ones find it in `libgcc.a`.
        let program = "extern \"C\" { fn __cpu_indicator_init() -> i32; static __cpu_model: [u32; 4]; }\n\
                       fn main() { unsafe { printf(c\"%d %d\\n\", __cpu_indicator_init(), (__cpu_model[0] != 0) as i32); } }";
        agree(&[], &with_printf(program), &[], "0 1");
    }

    #[test]
    fn what_linkers_define() {
        let program = "extern \"C\" { static etext: u8; static edata: u8; static end: u8; static __executable_start: u8; \
                       static __ehdr_start: [u8; 4]; static __dso_handle: *void; }\n\
                       fn at(p: *void) -> usize { return p as usize; }\n\
                       fn main() { unsafe { let inside = at(&__executable_start) < at(&etext) && at(&etext) < at(&end) && at(&edata) <= at(&end);\n\
                       printf(c\"%d %c%c%c\\n\", inside as i32, __ehdr_start[1] as i32, __ehdr_start[2] as i32, __ehdr_start[3] as i32); } }";
        agree(&[], &with_printf(program), &[], "1 ELF");
    }

    const HOST: &str = "extern int host_add(int); extern int host_count; extern const char *host_name;\n\
                        extern int maybe(void) __attribute__((weak)); extern int never(void) __attribute__((weak));\n\
                        #include <stdio.h>\n\
                        void plugin(void) { host_count += host_add(40); printf(\"%s %d %d %d\\n\", host_name, host_count, \
                        maybe ? maybe() : -1, never ? never() : -1); fflush(stdout); }";

    /// A library calls the program back by name, and uses its variables.
    #[test]
    fn what_a_library_needs_of_the_program() {
        let program = "#[link(name = \"host\")] extern \"C\" { fn plugin(); }\n\
                       #[no_mangle] pub extern \"C\" fn host_add(x: i32) -> i32 { return x + 2; }\n\
                       #[no_mangle] pub extern \"C\" fn maybe() -> i32 { return 9; }\n\
                       #[no_mangle] pub static mut host_count: i32 = 100;\n\
                       #[no_mangle] pub static mut host_name: *u8 = c\"first\";\n\
                       fn main() { unsafe { plugin(); host_name = c\"second\"; host_count += 1000; plugin(); printf(c\"%d\\n\", host_count); } }";
        agree(&[("host", HOST, &[])], &with_printf(program), &[], "first 142 9 -1\nsecond 1184 9 -1\n1184");
        // By path instead of by name; and in a library that the named one needs.
        let program = program.replace("#[link(name = \"host\")] ", "");
        agree(
            &[("host", HOST, &[])],
            &with_printf(&program),
            &["./libhost.so"],
            "first 142 9 -1\nsecond 1184 9 -1\n1184",
        );
    }

    /// C's entry is a function like others.
    #[test]
    fn a_library_that_looks_for_main() {
        let library = "extern int main() __attribute__((weak)); int has_main(void) { return main != 0; }";
        let program =
            "extern \"C\" { fn has_main() -> i32; }\nfn main() { unsafe { printf(c\"%d\\n\", has_main()); } }";
        agree(&[("m", library, &[])], &with_printf(program), &["-lm", "./libm.so"], "1");
    }

    /// What needs the program's symbols without being named to the linker gets what an executable gives it.
    #[test]
    fn a_library_of_a_library_that_calls_back() {
        let deep = "extern int hook(void) __attribute__((weak)); int deep(void) { return hook ? hook() : -1; }";
        let over = "int deep(void); int over(void) { return deep(); }";
        let program = "extern \"C\" { fn over() -> i32; }\n#[no_mangle] pub extern \"C\" fn hook() -> i32 { return 3; }\n\
                       fn main() { unsafe { printf(c\"%d\\n\", over()); } }";
        let dir = dir(&[("deep", deep, &[]), ("over", over, &["-ldeep"])], &with_printf(program));
        let words = ["-lover"];
        assert_eq!(executed(dir.path(), &words).stdout, executable(dir.path(), &words).stdout);
    }

    /// What the program defines comes before what the C library and others have.
    #[test]
    fn functions_of_the_c_library_are_replaced() {
        let allocator = "extern \"C\" { fn strdup(text: *u8) -> *mut u8; fn write(fd: i32, data: *u8, n: usize) -> isize; }\n\
            static mut HEAP: [u8; 65536] = [0; 65536];\nstatic mut USED: usize = 0;\nstatic mut CALLS: i32 = 0;\n\
            #[no_mangle] pub extern \"C\" fn malloc(n: usize) -> *mut void { unsafe { CALLS += 1; let p = &mut HEAP[USED] as *mut u8; \
            USED += (n + 15) / 16 * 16; return p as *mut void; } }\n\
            #[no_mangle] pub extern \"C\" fn free(_p: *mut void) { }\n\
            #[no_mangle] pub extern \"C\" fn calloc(n: usize, size: usize) -> *mut void { return malloc(n * size); }\n\
            #[no_mangle] pub extern \"C\" fn realloc(_p: *mut void, n: usize) -> *mut void { return malloc(n); }\n\
            fn calls() -> i32 { return unsafe { (&CALLS as *i32).read_volatile() }; }\n\
            fn main() { unsafe { let before = calls(); let copy = strdup(c\"text\"); \
            printf(c\"%s %d\\n\", copy, calls() - before); } }";
        agree(&[], &with_printf(allocator), &[], "text 1");
        let speak = "#include <stdio.h>\nvoid speak(void) { puts(\"spoken\"); }";
        let puts = "extern \"C\" { fn speak(); }\n\
                    #[no_mangle] pub extern \"C\" fn puts(text: *u8) -> i32 { unsafe { return printf(c\"<%s>\\n\", text); } }\n\
                    fn main() { unsafe { speak(); } }";
        agree(&[("speak", speak, &[])], &with_printf(puts), &["-lspeak"], "<spoken>");
        // A variable.
        let optind = "extern \"C\" { fn getopt(n: i32, words: *mut *u8, options: *u8) -> i32; }\n\
                      #[no_mangle] pub static mut optind: i32 = 2;\n\
                      fn main() { let mut words: [*u8; 4] = [c\"p\", c\"-a\", c\"-b\", null()]; \
                      unsafe { let found = getopt(3, &mut words as *mut *u8, c\"ab\"); printf(c\"%c %d\\n\", found, optind); } }";
        agree(&[], &with_printf(optind), &[], "b 3");
    }

    /// Of two libraries, the first one's definition is used by all, the second one's own calls included.
    #[test]
    fn the_first_library_counts() {
        let first = "int who(void) { return 1; }";
        let second = "int who(void) { return 2; } int second(void) { return who(); }";
        let libraries: Sources = &[("first", first, &[]), ("second", second, &[])];
        let program = "extern \"C\" { fn who() -> i32; fn second() -> i32; }\n\
                       fn main() { unsafe { printf(c\"%d %d\\n\", who(), second()); } }";
        agree(libraries, &with_printf(program), &["-lfirst", "-lsecond"], "1 1");
        agree(libraries, &with_printf(program), &["-lsecond", "-lfirst"], "2 2");
        // One that another one needs comes after those that are named.
        let over = "int who(void); int over(void) { return who(); }";
        let libraries: Sources = &[("first", first, &[]), ("second", second, &[]), ("over", over, &["-lfirst"])];
        let program = "extern \"C\" { fn over() -> i32; fn second() -> i32; }\n\
                       fn main() { unsafe { printf(c\"%d %d\\n\", over(), second()); } }";
        agree(libraries, &with_printf(program), &["-lover", "-lsecond"], "2 2");
    }

    /// A library may leave to the program to link what it needs.
    #[test]
    fn a_library_that_needs_a_later_one() {
        let first = "int later(void); int first(void) { return later() + 1; }";
        let weak = "int later(void) __attribute__((weak)); int first(void) { return later ? later() + 1 : 0; }";
        let program = "extern \"C\" { fn first() -> i32; fn later() -> i32; }\n\
                       fn main() { unsafe { printf(c\"%d %d\\n\", first(), later()); } }";
        for first in [first, weak] {
            let libraries: Sources = &[("first", first, &[]), ("later", "int later(void) { return 5; }", &[])];
            agree(libraries, &with_printf(program), &["-lfirst", "-llater"], "6 5");
        }
    }

    /// What `vexc` is linked with is not the program's, and does not come before it.
    #[test]
    fn libraries_of_the_compiler_are_not_the_programs() {
        let library =
            "const char *zlibVersion(void) { return \"mine\"; } const char *version(void) { return zlibVersion(); }";
        let program = "extern \"C\" { fn version() -> *u8; fn zlibVersion() -> *u8; }\n\
                       fn main() { unsafe { printf(c\"%s %s\\n\", version(), zlibVersion()); } }";
        agree(&[("mine", library, &[])], &with_printf(program), &["-lmine"], "mine mine");
        let weak = "const char *zlibVersion(void) __attribute__((weak)); const char *version(void) { return zlibVersion ? \"there\" : \"none\"; }";
        let program = "extern \"C\" { fn version() -> *u8; }\nfn main() { unsafe { printf(c\"%s\\n\", version()); } }";
        agree(&[("weak", weak, &[])], &with_printf(program), &["-lweak"], "none");
        agree(&[("weak", weak, &[])], &with_printf(program), &["-lweak", "-lz"], "there");
    }

    #[test]
    fn variables_of_libraries_are_one() {
        let library = "int level = 3; int *address(void) { return &level; } void raise_it(void) { level++; }";
        let program = "extern \"C\" { static mut level: i32; fn address() -> *mut i32; fn raise_it(); }\n\
                       fn main() { unsafe { level += 10; raise_it(); printf(c\"%d %d\\n\", level, (address() as usize == &level as *i32 as usize) as i32); } }";
        agree(&[("level", library, &[])], &with_printf(program), &["-llevel"], "14 1");
    }

    #[test]
    fn versions_and_resolvers() {
        let versions = "int old(void) { return 1; } int new(void) { return 2; }\n\
                        __asm__(\".symver old,answer@V1\"); __asm__(\".symver new,answer@@V2\");";
        let script = "V1 { global: answer; local: *; };\nV2 { global: answer; only_old; } V1;\n";
        let ifunc = "static int fast(void) { return 7; } static int (*pick(void))(void) { return fast; }\n\
                     int picked(void) __attribute__((ifunc(\"pick\")));";
        let program = "extern \"C\" { fn answer() -> i32; fn picked() -> i32; }\n\
                       fn main() { unsafe { printf(c\"%d %d\\n\", answer(), picked()); } }";
        let scripts = tempfile::tempdir().unwrap();
        let file = path(scripts.path(), "versions");
        std::fs::write(&file, script).unwrap();
        let word = format!("-Wl,--version-script={file}");
        let words = [word.as_str()];
        let libraries: Sources = &[("versions", versions, &words), ("ifunc", ifunc, &[])];
        agree(libraries, &with_printf(program), &["-lversions", "-lifunc"], "2 7");
        // An old version alone is not linked against.
        let versions = "int old(void) { return 1; }\n__asm__(\".symver old,answer@V1\");";
        let program = "extern \"C\" { fn answer() -> i32; }\nfn main() -> i32 { return unsafe { answer() }; }";
        let dir = dir(&[("versions", versions, &words)], program);
        let compiled = with_libraries(vexc().args(["-L", ".", "-lversions", "p.vx"]), dir.path()).expect(1);
        assert_eq!(executed(dir.path(), &["-lversions"]).expect(1).stderr, compiled.stderr);
        assert!(compiled.stderr.contains("undefined symbol `answer`"), "{}", compiled.stderr);
    }

    #[test]
    fn what_the_loader_says() {
        let program = "extern \"C\" { fn dlsym(handle: *mut void, name: *u8) -> *mut void; fn atoi(text: *u8) -> i32; }\n\
                       #[no_mangle] pub extern \"C\" fn mine() -> i32 { return 1; }\n\
                       #[no_mangle] pub extern \"C\" fn needed() -> i32 { return 2; }\n\
                       fn main() { unsafe { printf(c\"%d %d %d %d %d\\n\", dlsym(null_mut(), c\"mine\").is_null() as i32, \
                       dlsym(null_mut(), c\"needed\").is_null() as i32, dlsym(null_mut(), c\"zlibVersion\").is_null() as i32, \
                       dlsym(null_mut(), c\"main\").is_null() as i32, dlsym(null_mut(), c\"atoi\").is_null() as i32); } }";
        agree(&[], &with_printf(program), &[], "1 1 1 1 0");
        let library = "extern int needed(void); int use(void) { return needed(); }";
        let words = ["./libuse.so"];
        agree(&[("use", library, &[])], &with_printf(program), &words, "1 0 1 1 0");
        agree(&[], &with_printf(program), &["--link-arg=-rdynamic"], "0 0 1 0 0");
    }

    /// Libraries ask the loader too, and are told of the program's process, not of the compiler's.
    #[test]
    fn what_the_loader_says_to_libraries() {
        let library = "#define _GNU_SOURCE\n#include <dlfcn.h>\n\
                       int is_there(const char *name) { return dlsym(RTLD_DEFAULT, name) != 0; }\n\
                       int is_in_process(const char *name) { return dlsym(dlopen(0, RTLD_NOW), name) != 0; }";
        let over = "int is_there(const char *); int over(const char *name) { return is_there(name); }";
        let libraries: Sources = &[("asks", library, &[]), ("over", over, &["-lasks"])];
        // The compiler has zlib.
        let asks = "extern \"C\" { fn is_there(name: *u8) -> i32; fn is_in_process(name: *u8) -> i32; }\n\
                    fn main() { unsafe { printf(c\"%d %d %d\\n\", is_there(c\"zlibVersion\"), is_in_process(c\"zlibVersion\"), is_there(c\"atoi\")); } }";
        agree(libraries, &with_printf(asks), &["-lasks"], "0 0 1");
        agree(libraries, &with_printf(asks), &["-lasks", "-lz", "--link-arg=-Wl,--no-as-needed,-lz"], "1 1 1");
        let over = "extern \"C\" { fn over(name: *u8) -> i32; }\n\
                    fn main() { unsafe { printf(c\"%d %d\\n\", over(c\"zlibVersion\"), over(c\"atoi\")); } }";
        agree(libraries, &with_printf(over), &["-lover"], "0 1");
    }

    /// A plugin sees what the executable exports, which is what was asked for.
    #[test]
    fn plugins() {
        let plugin = "extern int host(void); int plugin(void) { return host() + 1; }";
        let program = "extern \"C\" { fn dlopen(path: *u8, flags: i32) -> *mut void; fn dlsym(handle: *mut void, name: *u8) -> *mut void; }\n\
                       #[no_mangle] pub extern \"C\" fn host() -> i32 { return 41; }\n\
                       fn main() { unsafe { let library = dlopen(c\"./libplugin.so\", 2); if library.is_null() { printf(c\"none\\n\"); return; }\n\
                       let f = dlsym(library, c\"plugin\") as extern \"C\" fn() -> i32; printf(c\"%d\\n\", f()); } }";
        let libraries: Sources = &[("plugin", plugin, &[])];
        agree(libraries, &with_printf(program), &[], "none");
        agree(libraries, &with_printf(program), &["--link-arg=-rdynamic"], "42");
    }

    #[test]
    fn constructors() {
        let library = |name: &str| {
            format!(
                "#include <stdio.h>\n__attribute__((constructor)) static void up(void) {{ puts(\"{name}\"); fflush(stdout); }}\n\
                     __attribute__((destructor)) static void down(void) {{ puts(\"end of {name}\"); fflush(stdout); }}\n\
                     int {name}(void) {{ return 0; }}"
            )
        };
        let (a, b) = (library("a"), library("b"));
        let program =
            "extern \"C\" { fn a() -> i32; fn b() -> i32; }\nfn main() -> i32 { return unsafe { a() + b() }; }";
        let dir = dir(&[("a", &a, &[]), ("b", &b, &[])], program);
        for words in [["-la", "-lb"], ["-lb", "-la"]] {
            let executable = executable(dir.path(), &words).expect(0).stdout;
            assert_eq!(executable.lines().count(), 4, "{executable}");
            assert_eq!(executed(dir.path(), &words).expect(0).stdout, executable);
        }
        // One that fails to be resolved has not been loaded before.
        let program = "extern \"C\" { fn a() -> i32; fn at_quick_exit(f: extern \"C\" fn()) -> i32; }\n\
                       extern \"C\" fn f() {}\nfn main() -> i32 { return unsafe { at_quick_exit(f) + a() }; }";
        agree(&[("a", &a, &[])], program, &["-la"], "a\nend of a");
    }

    #[test]
    fn thread_local_variables_of_libraries() {
        let library =
            "static __thread int n __attribute__((tls_model(\"initial-exec\"))) = 5; int next(void) { return n++; }";
        let program =
            "extern \"C\" { fn next() -> i32; }\nfn main() { unsafe { next(); printf(c\"%d\\n\", next()); } }";
        agree(&[("next", library, &[])], &with_printf(program), &["-lnext"], "6");
    }

    /// What no library has is reported in the same words by each way of linking, and where no linker is installed too.
    #[test]
    fn what_is_missing() {
        let program = "extern \"C\" { fn nowhere() -> i32; }\nfn main() -> i32 { return unsafe { nowhere() }; }";
        let dir = dir(&[], program);
        let compiled = with_libraries(vexc().args(["-L", ".", "p.vx"]), dir.path()).expect(1).stderr;
        assert!(compiled.contains("undefined symbol `nowhere`"), "{compiled}");
        assert_eq!(executed(dir.path(), &[]).expect(1).stderr, compiled);
        let mut alone = vexc();
        alone.env("PATH", path(dir.path(), "nowhere")).args(["run", "-L", ".", "p.vx"]);
        assert_eq!(with_libraries(&mut alone, dir.path()).expect(1).stderr, compiled);
    }

    /// What has to be linked says so, and why, where that is impossible.
    #[test]
    fn without_a_linker() {
        let program = "extern \"C\" { fn printf(format: *u8, ...) -> i32; }\n\
                       #[no_mangle] pub extern \"C\" fn puts(text: *u8) -> i32 { return 0; }\nfn main() -> i32 { return puts(c\"\"); }";
        let dir = dir(&[], program);
        let mut alone = vexc();
        alone.env("PATH", path(dir.path(), "nowhere")).args(["run", "p.vx"]);
        let said = with_libraries(&mut alone, dir.path()).expect(1).stderr;
        assert!(said.contains("E0805") && said.contains("it defines `puts`"), "{said}");
        assert!(!said.contains("`vexc run` executes without it"), "{said}");
    }
}
