//! Float literals: from their text to the nearest value, rounded once.

use crate::ty::FloatTy;

/// The bits of the value of `ty` that is nearest to a literal without sign, underscores and suffix: `1.5`, `2e-7`, `0x1.8p3`.
/// Of two that are equally near it is the even one (IEEE 754, `roundTiesToEven`). What is too large is infinity, what is too
/// small is zero. `None`: the text is no such literal.
pub fn from_text(text: &str, ty: FloatTy) -> Option<u64> {
    if let Some(hex) = text.strip_prefix("0x") {
        return hexadecimal(hex).map(|number| number.round(Format::of(ty)));
    }
    match ty {
        FloatTy::F32 => text.parse::<f32>().ok().map(|value| value.to_bits().into()),
        FloatTy::F64 => text.parse::<f64>().ok().map(f64::to_bits),
    }
}

/// Whether a literal is too large for a type.
pub fn is_too_large(text: &str, ty: FloatTy) -> bool {
    from_text(text, ty) == Some(Format::of(ty).infinity())
}

/// A float literal with the value of an integer literal without a suffix, which is written as `text`.
pub fn of_int_literal(text: &str, value: u128) -> String {
    match text.as_bytes() {
        [b'0', b'x', ..] => format!("{text}p0"),
        // There are no floats in these bases.
        [b'0', b'o' | b'b', ..] => format!("{value}.0"),
        _ => format!("{text}.0"),
    }
}

/// A binary format of IEEE 754.
#[derive(Clone, Copy)]
struct Format {
    /// Bits of the significand, the hidden one included.
    precision: u32,
    /// The exponent of the smallest number above 0.
    least: i64,
    /// The exponent field of infinity.
    top: u64,
}

impl Format {
    fn of(ty: FloatTy) -> Format {
        match ty {
            FloatTy::F32 => Format { precision: 24, least: -149, top: 0xff },
            FloatTy::F64 => Format { precision: 53, least: -1074, top: 0x7ff },
        }
    }

    fn infinity(self) -> u64 {
        self.top << (self.precision - 1)
    }
}

/// `significand * 2^exponent`, and less than one unit of the significand more if `more` is set.
struct Number {
    significand: u64,
    exponent: i64,
    more: bool,
}

/// Reads `1.8p3`.
fn hexadecimal(text: &str) -> Option<Number> {
    let (digits, exponent) = text.split_once(['p', 'P'])?;
    let mut number = Number { significand: 0, exponent: read_exponent(exponent)?, more: false };
    let mut behind_point = false;
    let mut empty = true;
    for c in digits.chars() {
        if c == '.' && !behind_point {
            behind_point = true;
            continue;
        }
        let digit = u64::from(c.to_digit(16)?);
        empty = false;
        let room = number.significand >> 60 == 0;
        if room {
            number.significand = number.significand << 4 | digit;
        } else {
            number.more |= digit != 0;
        }
        match (room, behind_point) {
            (true, true) => number.exponent -= 4,
            (false, false) => number.exponent += 4,
            (true, false) | (false, true) => {}
        }
    }
    (!empty).then_some(number)
}

fn read_exponent(text: &str) -> Option<i64> {
    /// More than four times the length of any source: no digits make up for it, and sums stay far from overflow.
    const MOST: i64 = 1 << 40;
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() {
        return None;
    }
    let mut value = 0i64;
    for c in digits.chars() {
        value = (value * 10 + i64::from(c.to_digit(10)?)).min(MOST);
    }
    Some(if text.starts_with('-') { -value } else { value })
}

impl Number {
    fn round(self, format: Format) -> u64 {
        if self.significand == 0 {
            return 0;
        }
        let zeros = self.significand.leading_zeros();
        let significand = self.significand << zeros;
        let exponent = self.exponent - i64::from(zeros);
        // The exponent of the last bit that is kept.
        let last = (exponent + 64 - i64::from(format.precision)).max(format.least);
        if last - format.least >= format.top as i64 {
            return format.infinity();
        }
        let dropped = last - exponent;
        if dropped > 64 {
            // Less than half of the smallest number.
            return 0;
        }
        let kept = significand.checked_shr(dropped as u32).unwrap_or(0);
        let half = 1 << (dropped - 1);
        let rest = significand & (half | (half - 1));
        let up = rest > half || rest == half && (self.more || kept & 1 == 1);
        // The hidden bit and a carry out of the significand count up the exponent field, which may become that of infinity.
        (((last - format.least) as u64) << (format.precision - 1)) + kept + u64::from(up)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn double(text: &str) -> f64 {
        f64::from_bits(from_text(text, FloatTy::F64).unwrap())
    }

    fn single(text: &str) -> f32 {
        f32::from_bits(from_text(text, FloatTy::F32).unwrap() as u32)
    }

    #[test]
    fn values() {
        assert_eq!(double("0x1.8p3"), 12.0);
        assert_eq!(double("0x1P+4"), 16.0);
        assert_eq!(double("0x0.8p0"), 0.5);
        assert_eq!(double("0xfF.Fp-4"), 255.9375 / 16.0);
        assert_eq!(double("0x0p999999999999999999999"), 0.0);
        assert_eq!(double("0x0.0p-5"), 0.0);
        assert_eq!(double("0x1.921fb54442d18p+1"), std::f64::consts::PI);
        assert_eq!(single("0x1.921fb6p+1"), std::f32::consts::PI);
        assert_eq!(double("0x1.fffffffffffffp1023"), f64::MAX);
        assert_eq!(double("0x1p-1022"), f64::MIN_POSITIVE);
        assert_eq!(single("0x1.fffffep127"), f32::MAX);
        for (text, ty) in [("0x", FloatTy::F64), ("0x1", FloatTy::F64), ("0x1p", FloatTy::F32), ("0xp1", FloatTy::F64)]
        {
            assert_eq!(from_text(text, ty), None, "{text}");
        }
    }

    /// Ties go to even; what is above a tie by any digit goes up.
    #[test]
    fn rounding() {
        assert_eq!(double("0x1.00000000000008p0"), 1.0);
        assert_eq!(double("0x1.00000000000018p0"), 1.0 + 2.0 * f64::EPSILON);
        assert_eq!(double(&format!("0x1.00000000000008{}1p0", "0".repeat(5000))), 1.0 + f64::EPSILON);
        assert_eq!(double("0x1.00000000000007ffffffffffffp0"), 1.0);
        assert_eq!(single("0x1.000001p0"), 1.0);
        assert_eq!(single("0x1.000003p0"), 1.0 + 2.0 * f32::EPSILON);
        assert_eq!(single("0x1.0000010000000000001p0"), 1.0 + f32::EPSILON);
        // Rounded once: by way of f64 it would be a tie.
        assert_eq!(single("0x1.00000100000000000000001p0"), 1.0 + f32::EPSILON);
        assert_eq!(double("0x1.fffffffffffff8p0"), 2.0);
        assert_eq!(single("0xffffff.8p0"), 16777216.0);
    }

    #[test]
    fn small_and_large() {
        assert_eq!(double("0x1p-1074").to_bits(), 1);
        assert_eq!(double("0x1p-1075").to_bits(), 0);
        assert_eq!(double("0x1.0000000000000000000001p-1075").to_bits(), 1);
        assert_eq!(double("0x1.8p-1074").to_bits(), 2);
        assert_eq!(double("0x0.fffffffffffff8p-1022"), f64::MIN_POSITIVE);
        assert_eq!(double("0x1p-1076").to_bits(), 0);
        assert_eq!(double("0x1p-99999999999999999999").to_bits(), 0);
        assert_eq!(single("0x1p-149").to_bits(), 1);
        assert_eq!(single("0x1p-150").to_bits(), 0);
        assert_eq!(single("0x1.2p-150").to_bits(), 1);
        assert_eq!(single("0x0.ffffffp-126"), f32::MIN_POSITIVE);
        let (zeros, digits) = ("0".repeat(20_000), "1".repeat(20_000));
        assert_eq!(double(&format!("0x0.{zeros}1p80004")), 1.0);
        assert_eq!(double(&format!("0x1{zeros}p-80000")), 1.0);
        assert_eq!(double(&format!("0x{digits}p-79996")), double("0x1.11111111111111111p0"));
        for (text, ty, too_large) in [
            ("0x1.fffffffffffff7p1023", FloatTy::F64, false),
            ("0x1.fffffffffffff8p1023", FloatTy::F64, true),
            ("0x1p1024", FloatTy::F64, true),
            ("0x1p99999999999999999999", FloatTy::F64, true),
            ("0x1.fffffefp127", FloatTy::F32, false),
            ("0x1.ffffffp127", FloatTy::F32, true),
            ("0x1p128", FloatTy::F32, true),
            ("1e39", FloatTy::F32, true),
            ("1e39", FloatTy::F64, false),
        ] {
            assert_eq!(is_too_large(text, ty), too_large, "{text}");
        }
    }

    /// Every value of few bits is read as what it is, at each exponent, and as decimals are.
    #[test]
    fn exponents() {
        for exponent in -1080..1024i32 {
            for digits in ["1", "3", "7.8", "0.01", "1.5555555555555555"] {
                let text = format!("0x{digits}p{exponent}");
                let Number { significand, exponent, .. } = hexadecimal(&text[2..]).unwrap();
                // A power of two is exact as long as it is a number; two factors reach where one does not.
                let half = exponent / 2;
                let (a, b) = (2f64.powi(half as i32), 2f64.powi((exponent - half) as i32));
                if f64::from_bits(from_text(&text, FloatTy::F64).unwrap()) >= f64::MIN_POSITIVE {
                    assert_eq!(double(&text), significand as f64 * a * b, "{text}");
                }
            }
        }
        for bits in (0..u32::MAX).step_by(65_521) {
            let value = f32::from_bits(bits);
            if value.is_finite() && value.is_sign_positive() {
                let fraction = (bits & 0x7f_ffff) << 1;
                let (whole, exponent) = match bits >> 23 {
                    0 => (0, -126),
                    field => (1, field as i32 - 127),
                };
                let text = format!("0x{whole}.{fraction:06x}p{exponent}");
                assert_eq!(single(&text).to_bits(), bits, "{text}");
                assert_eq!(double(&text), f64::from(value), "{text}");
            }
        }
    }
}
