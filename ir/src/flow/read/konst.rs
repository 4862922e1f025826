//! Constants.

use super::*;
use crate::arith::{sign_extend, truncate};
use crate::float;
use crate::ty::FloatTy;

impl<'a> Reader<'a> {
    /// Whether a constant begins here, rather than a place.
    pub(super) fn at_const(&self) -> bool {
        let token = self.peek();
        match token.kind {
            Kind::Number | Kind::Char => true,
            Kind::Punct | Kind::Word => matches!(self.token_text(token), "-" | "<" | "true" | "false"),
            Kind::Str | Kind::Bytes | Kind::Text | Kind::Unclosed | Kind::End => false,
        }
    }

    /// `5u8`, `'a'`, `true`, or `<type> value`
    pub(super) fn konst(&mut self) -> Read<Const> {
        if !self.eat("<") {
            return self.literal();
        }
        let ty = self.ty()?;
        self.expect(">")?;
        let kind = self.deeper(|r| r.const_kind(ty))?;
        Ok(Const { ty, kind })
    }

    fn literal(&mut self) -> Read<Const> {
        if let Some(value) = self.truth() {
            return Ok(Const { ty: Ty::BOOL, kind: ConstData::Int(value.into()) });
        }
        if self.peek().kind == Kind::Char {
            let c = self.character()?;
            return Ok(Const { ty: Ty::CHAR, kind: ConstData::Int(u32::from(c).into()) });
        }
        let negative = self.eat("-");
        let token = self.peek();
        if token.kind != Kind::Number {
            return self.expected("a constant");
        }
        self.at += 1;
        self.number_literal(negative, token)
    }

    /// `true` or `false`, if it is there.
    pub(super) fn truth(&mut self) -> Option<bool> {
        [false, true].into_iter().find(|value| self.eat(if *value { "true" } else { "false" }))
    }

    /// `'a'`
    pub(super) fn character(&mut self) -> Read<char> {
        let token = self.peek();
        self.at += 1;
        let text = self.token_text(token);
        let mut chars = lex::unescape(&text[1..text.len() - 1]).unwrap_or_default().chars().collect::<Vec<_>>();
        match (chars.pop(), chars.is_empty()) {
            (Some(c), true) => Ok(c),
            _ => self.error_at(token, "this is not one character"),
        }
    }

    fn number_literal(&mut self, negative: bool, token: Token) -> Read<Const> {
        let text = self.token_text(token);
        let suffixed = |float: FloatTy| Some((text.strip_suffix(float.name())?, float));
        if let Some((digits, float)) = [FloatTy::F32, FloatTy::F64].into_iter().find_map(suffixed) {
            let sign = u64::from(negative) << (float.bits() - 1);
            return match float::from_text(digits, float) {
                Some(bits) => Ok(Const { ty: Ty::float(float), kind: ConstData::Float(bits | sign) }),
                None => self.error_at(token, "this is not a number"),
            };
        }
        let Some(int) = IntTy::ALL.into_iter().find(|int| text.ends_with(int.name())) else {
            return self.error_at(token, "a number needs its type: `5u8`, or `<type> 5`");
        };
        let digits = &text[..text.len() - int.name().len()];
        let bits = digits.parse::<u128>().ok().and_then(|value| self.int_bits(negative, value, int));
        match bits {
            Some(bits) => Ok(Const { ty: Ty::int(int), kind: ConstData::Int(bits) }),
            None => self.error_at(token, format!("this is not a value of `{}`", int.name())),
        }
    }

    /// The bits of a number, if it is a value of the type.
    fn int_bits(&self, negative: bool, value: u128, int: IntTy) -> Option<u128> {
        let width = int.bits(self.cx.target.pointer_bits);
        let bits = truncate(if negative { value.wrapping_neg() } else { value }, width);
        let back = if int.signed() { sign_extend(bits, width) } else { bits as i128 };
        let same = if negative { 0i128.checked_sub_unsigned(value) == Some(back) } else { value == back as u128 };
        let sign = int.signed() && (back < 0) != negative && back != 0;
        (same && !sign && (int.signed() || !negative)).then_some(bits)
    }

    // Long because it has an arm for each kind of constant.
    fn const_kind(&mut self, ty: Ty) -> Read<ConstData> {
        match self.peek().kind {
            Kind::Bytes => return Ok(ConstData::Bytes(self.quoted_bytes()?.into())),
            Kind::Text => {
                let to = self.pointee()?;
                return self.slice(to);
            }
            Kind::Number | Kind::Char | Kind::Word | Kind::Str | Kind::Punct | Kind::Unclosed | Kind::End => {}
        }
        Ok(match self.peek_at(0) {
            "zero" => self.bare(ConstData::Zero),
            "undef" => self.bare(ConstData::Undef),
            "float" => {
                self.at += 1;
                let token = self.peek();
                let bits = self.hex().and_then(|bits| u64::try_from(bits).ok());
                return bits.map_or_else(|| self.error_at(token, "expected bits: `0x…`"), |b| Ok(ConstData::Float(b)));
            }
            "{" if self.peek_at(1) == "." => {
                self.at += 2;
                let field = self.number("the number of a field")?;
                self.expect("=")?;
                let value = Box::new(self.konst()?);
                self.expect("}")?;
                ConstData::Union(field, value)
            }
            "{" => {
                self.at += 1;
                ConstData::Aggregate(self.list("}", Self::konst)?.into())
            }
            "[" => {
                self.at += 1;
                let value = Box::new(self.konst()?);
                self.expect(";")?;
                let count = self.number("a number of elements")?;
                self.expect("]")?;
                ConstData::Repeat(value, count)
            }
            "&" => {
                self.at += 1;
                let to = self.pointee()?;
                ConstData::Addr(to, self.offset()?)
            }
            "@" => match self.symbol_ref()? {
                (Named::Fn(id), _) => self.generic_args()?.map_or(ConstData::Fn(id), |args| ConstData::Apply(id, args)),
                (Named::Global(id), _) => self.slice(PointeeData::Global(id))?,
            },
            "ref" => {
                let to = self.pointee()?;
                self.slice(to)?
            }
            "." => {
                self.at += 1;
                let variant = self.variant_of(ty)?;
                let parts = if self.eat("{") { self.list("}", Self::konst)? } else { Vec::new() };
                ConstData::Variant(variant, parts.into())
            }
            // A number, or nothing that is a constant.
            _ => match self.measure()? {
                Some(measure) => measure,
                None => ConstData::Int(self.typed_bits(ty)?),
            },
        })
    }

    /// `@global`, `c"text"`, `ref CONST`, `ref $0 = CONST`, `ref $0`
    fn pointee(&mut self) -> Read<PointeeData> {
        if self.peek().kind == Kind::Text {
            let mut bytes = self.quoted_bytes()?;
            bytes.push(0);
            let ty = self.program.types.array(Ty::U8, bytes.len() as u64);
            return Ok(PointeeData::Const(Arc::new(Const { ty, kind: ConstData::Bytes(bytes.into()) })));
        }
        if self.eat("ref") {
            let name = self.peek_at(0);
            if name.starts_with('$') {
                return self.shared_constant(name);
            }
            return Ok(PointeeData::Const(Arc::new(self.deeper(Self::konst)?)));
        }
        Ok(PointeeData::Global(self.global_ref()?))
    }

    /// `$0 = CONST`, or what that was.
    fn shared_constant(&mut self, name: &'a str) -> Read<PointeeData> {
        let token = self.bump();
        if !self.eat("=") {
            return match self.shared.get(name) {
                Some(constant) => Ok(PointeeData::Const(constant.clone())),
                None => self.error_at(token, format!("`{name}` has no value yet: `ref {name} = CONST`")),
            };
        }
        let constant = Arc::new(self.deeper(Self::konst)?);
        if self.shared.insert(name, constant.clone()).is_some() {
            return self.error_at(token, format!("`{name}` has a value already"));
        }
        Ok(PointeeData::Const(constant))
    }

    /// `+ 8`, if it is there
    fn offset(&mut self) -> Read<u64> {
        if self.eat("+") { self.number("an offset") } else { Ok(0) }
    }

    /// What is behind the start of a fat pointer: `+ 8[..3]`
    fn slice(&mut self, to: PointeeData) -> Read<ConstData> {
        let offset = self.offset()?;
        self.expect("[")?;
        self.expect("..")?;
        let len = self.number("a length")?;
        self.expect("]")?;
        Ok(ConstData::Slice(to, offset, len))
    }

    /// The bytes of `b"…"` or `c"…"`.
    fn quoted_bytes(&mut self) -> Read<Vec<u8>> {
        let token = self.bump();
        let text = self.token_text(token);
        let bytes = lex::unescape_bytes(&text[2..text.len() - 1]);
        bytes.map_or_else(|| self.error_at(token, "an escape in these bytes is not valid"), |bytes| Ok(bytes.into()))
    }

    fn bare(&mut self, kind: ConstData) -> ConstData {
        self.at += 1;
        kind
    }

    fn hex(&mut self) -> Option<u128> {
        let token = self.peek();
        let bits = u128::from_str_radix(self.token_text(token).strip_prefix("0x")?, 16).ok()?;
        self.at += 1;
        Some(bits)
    }

    /// A number of a type that stands before it; in hexadecimal, its bits.
    fn typed_bits(&mut self, ty: Ty) -> Read<u128> {
        if let Some(bits) = self.hex() {
            return Ok(bits);
        }
        let negative = self.eat("-");
        let token = self.peek();
        let value: u128 = self.number("a number, `zero`, `undef`, `{`, `[`, `@` or `&`")?;
        let Some(int) = self.program.types.repr_int(ty) else {
            return if negative { self.error_at(token, "this type has no negative values") } else { Ok(value) };
        };
        let bits = self.int_bits(negative, value, int);
        bits.map_or_else(|| self.error_at(token, "this is not a value of the type"), Ok)
    }
}
