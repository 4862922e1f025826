//! Programs that are executed at once, in this process or in its place.

pub mod executable;
pub mod linked;
pub mod main_thread;
pub mod resolve;
