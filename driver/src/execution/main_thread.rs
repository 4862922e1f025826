//! The main thread, which waits while another one compiles, and then executes the program.

use crate::system::process;
use std::path::PathBuf;
use std::sync::mpsc;
use vex_backend::jit::{JitError, Libraries};

/// The main thread, for the one that compiles. The program is executed there, as every executable is: signals
/// find it there, and graphical libraries insist on it.
pub struct MainThread(mpsc::Sender<Loading>);

/// Libraries that the main thread is to load, and where it says what came of it.
pub struct Loading {
    libraries: Vec<PathBuf>,
    answer: mpsc::Sender<Result<Libraries, JitError>>,
}

impl MainThread {
    pub fn new() -> (MainThread, mpsc::Receiver<Loading>) {
        let (send, receive) = mpsc::channel();
        (MainThread(send), receive)
    }

    /// Loads libraries there: their constructors belong to the main thread.
    pub fn load(&self, libraries: &[PathBuf]) -> Result<Libraries, JitError> {
        let (answer, answered) = mpsc::channel();
        let asked = self.0.send(Loading { libraries: libraries.to_vec(), answer });
        let gone = || JitError::Llvm("the main thread has ended".into());
        asked.map_err(|_| gone()).and_then(|()| answered.recv().map_err(|_| gone())?)
    }
}

impl Loading {
    /// What the main thread does.
    pub fn load(self) {
        // The thread that asked waits for the answer.
        let _ = self.answer.send(process::with_own_floats(|| Libraries::load(&self.libraries)));
    }
}
