//! The codes of what the parser reports.

pub(super) use crate::delim::UNEXPECTED_TOKEN;
use vex_ir::Code;

pub(super) const MISSING_SEMICOLON: Code = Code("E0021");
pub(super) const KEYWORD_AS_NAME: Code = Code("E0022");
pub(super) const CHAINED_OPERATORS: Code = Code("E0023");
pub(super) const ASSIGNMENT_AS_CONDITION: Code = Code("E0024");
pub(super) const FOREIGN_SYNTAX: Code = Code("E0025");
pub(super) const FOREIGN_DECLARATION: Code = Code("E0026");
pub(super) const RESULT_TYPE: Code = Code("E0027");
pub(super) const PARAMETER: Code = Code("E0028");
pub(super) const STRUCT_LITERAL_IN_HEAD: Code = Code("E0029");
pub(super) const MALFORMED_ATTRIBUTE: Code = Code("E0030");
pub(super) const MISPLACED_ATTRIBUTE: Code = Code("E0031");
pub(super) const VARIADIC_NOT_LAST: Code = Code("E0032");
pub(super) const MISPLACED_ITEM: Code = Code("E0033");
pub(super) const MALFORMED_FORMAT: Code = Code("E0034");
pub(super) const NO_SUCH_FORM: Code = Code("E0035");
pub(super) const NOT_TAKEN_FROM_RUST: Code = Code("E0036");
pub(super) const DUPLICATE_KEY: Code = Code("E0041");
