//! What a program finds of its process: under `vexc run` the same as in an executable.

mod common;

#[cfg(target_os = "linux")]
mod linux {
    use crate::common::{run, vexc_in};
    use std::process::Command;

    /// Prints everything about its process that the kernel and the C library tell, and waits for a signal.
    const PROBE: &str = r#"
extern "C" {
    fn printf(format: *u8, ...) -> i32;
    fn getpid() -> i32;
    fn gettid() -> i32;
    fn sigaction(signal: i32, new: *void, old: *mut void) -> i32;
    fn sigprocmask(how: i32, new: *void, old: *mut void) -> i32;
    fn sigaltstack(new: *void, old: *mut void) -> i32;
    fn __errno_location() -> *mut i32;
    fn fcntl(fd: i32, command: i32, ...) -> i32;
    fn raise(signal: i32) -> i32;
    fn alarm(seconds: u32) -> u32;
    fn pause() -> i32;
    fn atexit(f: extern "C" fn()) -> i32;
    fn opendir(path: *u8) -> *mut void;
    fn readdir(dir: *mut void) -> *mut void;
    fn closedir(dir: *mut void) -> i32;
    fn getrlimit(which: i32, limit: *mut void) -> i32;
    #[link_name = "signal"]
    fn handle(signal: i32, handler: extern "C" fn(i32)) -> *void;
}

static mut CAME: i32 = 0;

extern "C" fn note(signal: i32) {
    unsafe { CAME = signal; }
}

extern "C" fn last() {
    unsafe { printf(c"at exit on %s\n", if getpid() == gettid() { c"the main thread" } else { c"another thread" }); }
}

fn threads() -> i32 {
    let mut count = -2;
    unsafe {
        let dir = opendir(c"/proc/self/task");
        while !readdir(dir).is_null() {
            count += 1;
        }
        closedir(dir);
    }
    return count;
}

fn main() -> i32 {
    unsafe {
        printf(c"errno %d, %d threads, main %d\n", *__errno_location(), threads(), (getpid() == gettid()) as i32);
        for fd in 0..3 {
            printf(c"descriptor %d: %d\n", fd, fcntl(fd, 1));
        }
        let mut mask: [u64; 16] = [0; 16];
        sigprocmask(0, null, &mut mask as *mut void);
        printf(c"mask %lx\n", mask[0]);
        for signal in 1..65 {
            let mut old: [u64; 20] = [0; 20];
            if sigaction(signal, null, &mut old as *mut void) == 0 {
                printf(c"signal %d: %lx\n", signal, old[0]);
            }
        }
        let mut stack: [u64; 3] = [0; 3];
        sigaltstack(null, &mut stack as *mut void);
        printf(c"alternate stack %lx\n", stack[1]);
        let mut limit: [u64; 2] = [0; 2];
        getrlimit(3, &mut limit as *mut void);
        printf(c"stack %lu %lu\n", limit[0], limit[1]);
        atexit(last);
        handle(14, note);
        alarm(1);
        pause();
        printf(c"came %d\n", CAME);
    }
    return 7;
}
"#;

    /// What a shell does to a process before it executes something else in it.
    const STARTS: &[&str] = &[
        r#"exec "$@""#,
        r#"trap '' PIPE USR1 INT; exec "$@""#,
        r#"exec "$@" <&-"#,
        r#"exec "$@" 2>&-"#,
        r#"ulimit -S -s 1000; exec "$@""#,
    ];

    #[test]
    fn the_process_is_as_an_executable_finds_it() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("probe.vx"), PROBE).unwrap();
        vexc_in(dir.path(), &["probe.vx", "-o", "probe"]).expect(0);
        for start in STARTS {
            let shell = |words: &[&str]| {
                run(Command::new("sh").current_dir(dir.path()).args(["-c", start, "sh"]).args(words)).expect(7).stdout
            };
            let executable = shell(&["./probe"]);
            assert!(
                executable.contains("main 1") && executable.ends_with("at exit on the main thread\n"),
                "{executable}"
            );
            assert_eq!(shell(&[env!("CARGO_BIN_EXE_vexc"), "run", "probe.vx"]), executable, "{start}");
        }
    }

    /// A signal that ends the program ends the process that the shell sees.
    #[test]
    fn signals_end_the_process() {
        let dir = tempfile::tempdir().unwrap();
        let program = "extern \"C\" { fn raise(signal: i32) -> i32; }\nfn deep(n: u64) -> u64 { let a = [n; 100]; \
                       return deep(n + 1) + black_box(a)[3]; }\nfn main(){ if DEEP { black_box(deep(0)); } unsafe { raise(15); } }";
        for (deep, signal) in [("true", 11), ("false", 15)] {
            let text = format!("const DEEP: bool = {deep};\n{program}");
            std::fs::write(dir.path().join("ends.vx"), text).unwrap();
            let done =
                Command::new(env!("CARGO_BIN_EXE_vexc")).args(["run", "ends.vx"]).current_dir(dir.path()).status();
            let ended = std::os::unix::process::ExitStatusExt::signal(&done.unwrap());
            assert_eq!(ended, Some(signal), "{deep}");
        }
    }

    /// Without a standard output, what is to be printed is not taken for printed, and no file becomes it.
    #[test]
    fn closed_standard_output_is_an_error() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("p.vx"), "fn main() {}\n").unwrap();
        for words in [
            &["--version"][..],
            &["--help"],
            &["--print=targets"],
            &["explain", "E0801"],
            &["opt", "--passes=loop-lower", "p.vx"],
        ] {
            let vexc = env!("CARGO_BIN_EXE_vexc");
            let done = run(Command::new("sh")
                .current_dir(dir.path())
                .args(["-c", r#"exec "$@" >&-"#, "sh", vexc])
                .args(words));
            assert!(done.expect(1).stderr.contains("standard output is closed"), "{words:?}");
        }
    }
}
