#include <stdbool.h>
#include <stdint.h>
typedef union { float f; uint32_t u; } Bits;
typedef union { int64_t i; double f; } Number;
typedef union { float f; double d; } Floats;
typedef union { uint8_t bytes[16]; uint64_t words[2]; double d; } Wide;
typedef union { uint8_t bytes[24]; double d; } Huge;
typedef struct { int32_t kind; Number value; } Tagged;
Bits swap_bits(Bits b) { b.u = __builtin_bswap32(b.u); return b; }
Number double_number(Number n, bool real) { if (real) n.f *= 2; else n.i *= 2; return n; }
Floats half_floats(Floats f, bool single) { if (single) f.f /= 2; else f.d /= 2; return f; }
Wide reverse_wide(Wide w) { Wide r; for (int i = 0; i < 16; i++) r.bytes[i] = w.bytes[15 - i]; return r; }
double sum_huge(Huge h, double x) { return h.d + h.bytes[23] + x; }
Tagged negate_tagged(Tagged t) { if (t.kind == 1) t.value.i = -t.value.i; else t.value.f = -t.value.f; return t; }
double tagged_value(const Tagged *t) { return t->kind == 1 ? (double)t->value.i : t->value.f; }
