#include <stddef.h>
#include <stdint.h>
#define ID(n, t) t id_##n(t x) { return x; }
ID(i8, int8_t) ID(u8, uint8_t) ID(i16, int16_t) ID(u16, uint16_t) ID(i32, int32_t) ID(u32, uint32_t)
ID(i64, int64_t) ID(u64, uint64_t) ID(isize, ptrdiff_t) ID(usize, size_t)
#define WIDEN(n, t) int64_t widen_##n(t x) { return x; }
WIDEN(i8, int8_t) WIDEN(u8, uint8_t) WIDEN(i16, int16_t) WIDEN(u16, uint16_t) WIDEN(i32, int32_t) WIDEN(u32, uint32_t)
#define CUT(n, t) t cut_##n(int64_t x) { return (t)x; }
CUT(i8, int8_t) CUT(u8, uint8_t) CUT(i16, int16_t) CUT(u16, uint16_t)
int64_t mix(int8_t a, uint64_t b, int16_t c, uint32_t d, uint8_t e, int64_t f) {
    return a + (int64_t)b * 2 + c * 3 + (int64_t)d * 5 + e * 7 + f * 11;
}
