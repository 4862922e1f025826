//! Linking: which command makes an executable or a library of the objects, and what the linker's complaints mean.
//!
//! The commands are run by the driver; here they are only put together, from what it says is installed.

mod command;
mod complaints;
mod explain;
mod foreign;
mod missing;

pub use command::*;
pub use complaints::{Problem, named_files, parse_errors};
pub use explain::*;
pub use foreign::*;
pub use missing::*;
