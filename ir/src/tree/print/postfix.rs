//! Calls, methods, fields and elements: what follows an expression.

use super::expr::At;
use super::operator::prec;
use super::*;
use crate::pool::List;
use crate::ty::TyKind;

/// How many implicit dereferences in a row are shown.
const MAX_DEREFS: u32 = 100;

impl<'a> Printer<'a> {
    /// Calls, fields, indexing, left to right and without recursion: method chains may be long.
    pub(super) fn postfix(&self, id: ExprId, at: At) -> Doc<'a> {
        let (mut inner, mut parts) = (id, Vec::new());
        let (mut goes_on, mut field) = (false, false);
        let bare = self.has_many_derefs(id);
        loop {
            while bare && let Some(pointer) = self.implied_deref(inner) {
                inner = pointer;
            }
            inner = self.shown(inner);
            if inner != id && self.is_mut_slicing(inner) {
                break;
            }
            let (next, part) = match *self.kind(inner) {
                ExprKind::Call(callee, args) => {
                    parts.push(self.list("(", self.arguments(&self.body.expr_lists[args]), ")", true));
                    inner = callee;
                    goes_on = false;
                    if matches!(self.kind(callee), ExprKind::Field(..)) {
                        // Without parentheses it would be a method call.
                        break;
                    }
                    continue;
                }
                ExprKind::MethodCall { name, generics, args } => {
                    let name = self.name(name).append(self.generics(generics, true));
                    self.method(name, args)
                }
                ExprKind::Method(method, args) => {
                    let name = self.text(method.name());
                    let name = if method == Method::Cast { name.append(self.cast_target(inner)) } else { name };
                    self.method(name, args)
                }
                ExprKind::Field(e, name) => (e, self.text(".").append(self.name(name))),
                ExprKind::Index(e, index) => (e, self.text("[").append(self.expr(index, At::default())).append("]")),
                ExprKind::Try(e) => (e, self.text("?")),
                _ => break,
            };
            parts.push(part);
            field = matches!(self.kind(inner), ExprKind::Field(..));
            goes_on = !matches!(self.kind(inner), ExprKind::Index(..));
            inner = next;
        }
        parts.reverse();
        // `.` and `?` go on with a block that begins a statement; nothing else does.
        let at = At { start: at.start && !goes_on, ..at };
        let callee = matches!(self.kind(inner), ExprKind::Field(..));
        // `1.x` begins like a float.
        let number = field && matches!(self.kind(inner), ExprKind::Int { .. });
        let base = if number {
            self.parens(self.expr(inner, At::default()))
        } else if callee {
            self.parens(self.postfix(inner, At::default()))
        } else {
            self.operand(inner, prec::POSTFIX, at)
        };
        base.append(self.seq(parts))
    }

    /// Whether a row of fields, elements and calls goes through more pointers than parentheses around each could show: the text
    /// would nest more deeply than any that is read. Without them it means the same.
    fn has_many_derefs(&self, mut id: ExprId) -> bool {
        let mut derefs = 0;
        loop {
            id = match *self.kind(id) {
                ExprKind::Field(e, _) | ExprKind::Index(e, _) | ExprKind::Try(e) | ExprKind::Call(e, _) => e,
                ExprKind::MethodCall { args, .. } | ExprKind::Method(_, args) => self.body.expr_lists[args][0],
                ExprKind::Deref(e) if self.implied_deref(id).is_some() => {
                    derefs += 1;
                    if derefs > MAX_DEREFS {
                        return true;
                    }
                    e
                }
                _ => return false,
            }
        }
    }

    /// The pointer of a dereference that `type-check` has added: it has the span of the pointer alone.
    fn implied_deref(&self, id: ExprId) -> Option<ExprId> {
        match self.body.exprs[id] {
            Expr { kind: ExprKind::Deref(pointer), span } if self.body.exprs[pointer].span == span => Some(pointer),
            _ => None,
        }
    }

    /// What begins like `a = …` would be read as an argument with a name.
    fn arguments(&self, args: &[ExprId]) -> Vec<Doc<'a>> {
        let min = |e| if matches!(self.kind(e), ExprKind::Assign(..)) { prec::RANGE } else { prec::ANY };
        self.deeper(|| args.iter().map(|&e| self.operand(e, min(e), At::default())).collect())
    }

    /// A receiver, and `.name(args)`.
    fn method(&self, name: Doc<'a>, args: List<ExprId>) -> (ExprId, Doc<'a>) {
        let args = &self.body.expr_lists[args];
        let rest = self.arguments(&args[1..]);
        (args[0], self.text(".").append(name).append(self.list("(", rest, ")", true)))
    }

    /// The `T` of `p.cast::<T>()` is in the type of the result alone.
    fn cast_target(&self, id: ExprId) -> Doc<'a> {
        let ty = self.body.expr_ty(id);
        let to = match self.program.types.kind(ty) {
            TyKind::Ptr(_, to) => self.sem_ty(*to, false),
            _ => self.text("_"),
        };
        self.text("::<").append(to).append(">")
    }
}
