//! A program that the system's linker has made, executed without leaving a file.

use crate::system::scratch::Scratch;
use std::ffi::OsString;
use std::io;

/// The bytes of an executable. No file of it is left.
pub struct Executable(pub Vec<u8>);

impl Executable {
    /// Executes the program instead of this one; comes back if that cannot be.
    #[cfg(target_os = "linux")]
    pub fn execute(&self, args: &[OsString]) -> io::Result<i32> {
        use std::ffi::CString;
        use std::os::fd::AsRawFd;
        unsafe extern "C" {
            /// POSIX: the environment as it was given, malformed entries included.
            static environ: *const *const libc::c_char;
        }
        let args: Vec<CString> = args.iter().map(|a| CString::new(a.as_encoded_bytes()).unwrap_or_default()).collect();
        let argv: Vec<*const libc::c_char> = args.iter().map(|s| s.as_ptr()).chain([std::ptr::null()]).collect();
        let mut why = io::Error::from(io::ErrorKind::Unsupported);
        // Some administrators allow no execution of what is no file.
        for file in [self.in_memory(), self.on_disk()] {
            match file {
                // SAFETY: both lists end with a null pointer, and are of C strings; nothing changes the environment here.
                Ok(file) => unsafe {
                    libc::fexecve(file.as_raw_fd(), argv.as_ptr(), environ);
                    why = io::Error::last_os_error();
                },
                Err(error) => why = error,
            }
        }
        Err(why)
    }

    #[cfg(target_os = "linux")]
    fn in_memory(&self) -> io::Result<std::fs::File> {
        use std::io::Write;
        use std::os::fd::FromRawFd;
        /// Linux 6.3: where files in memory are not executable by default. Older kernels refuse what they do not know.
        const MFD_EXEC: libc::c_uint = 0x10;
        for flags in [libc::MFD_CLOEXEC | MFD_EXEC, libc::MFD_CLOEXEC] {
            // SAFETY: the name is a C string; nothing else has the descriptor.
            let mut file = unsafe {
                let fd = libc::memfd_create(c"vexc".as_ptr(), flags);
                if fd < 0 {
                    continue;
                }
                std::fs::File::from_raw_fd(fd)
            };
            file.write_all(&self.0)?;
            return Ok(file);
        }
        Err(io::Error::last_os_error())
    }

    /// The program as a file that has no name any more.
    #[cfg(target_os = "linux")]
    fn on_disk(&self) -> io::Result<std::fs::File> {
        use std::os::unix::fs::PermissionsExt;
        let scratch = Scratch::new().map_err(|error| io::Error::other(error.message))?;
        let path = scratch.path().join("program");
        std::fs::write(&path, &self.0)?;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700))?;
        // What is open for writing is not executed.
        std::fs::File::open(&path)
    }

    /// Executes the program as a process of its own.
    #[cfg(not(target_os = "linux"))]
    pub fn execute(&self, args: &[OsString]) -> io::Result<i32> {
        let scratch = Scratch::new().map_err(|error| io::Error::other(error.message))?;
        let path = scratch.path().join("program");
        std::fs::write(&path, &self.0)?;
        let mut command = std::process::Command::new(&path);
        #[cfg(unix)]
        {
            use std::os::unix::{fs::PermissionsExt, process::CommandExt};
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700))?;
            command.arg0(&args[0]);
        }
        let status = command.args(&args[1..]).status()?;
        #[cfg(unix)]
        if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
            // What shells say of a process that a signal ended.
            return Ok(128 + signal);
        }
        Ok(status.code().unwrap_or(1))
    }
}
