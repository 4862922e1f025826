use super::*;
pub fn verify_flow(_: &flow::Program, _: Grammar) -> Result<(), Violation> {
    todo!()
}
