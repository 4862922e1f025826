#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#define ID(n, t) t id_##n(t x);
ID(i8, int8_t) ID(u8, uint8_t) ID(i16, int16_t) ID(u16, uint16_t) ID(i32, int32_t) ID(u32, uint32_t)
ID(i64, int64_t) ID(u64, uint64_t) ID(isize, ptrdiff_t) ID(usize, size_t)
#define WIDEN(n, t) int64_t widen_##n(t x);
WIDEN(i8, int8_t) WIDEN(u8, uint8_t) WIDEN(i16, int16_t) WIDEN(u16, uint16_t) WIDEN(i32, int32_t) WIDEN(u32, uint32_t)
#define CUT(n, t) t cut_##n(int64_t x);
CUT(i8, int8_t) CUT(u8, uint8_t) CUT(i16, int16_t) CUT(u16, uint16_t)
int64_t mix(int8_t a, uint64_t b, int16_t c, uint32_t d, uint8_t e, int64_t f);
int main(void) {
    printf("%d %d %d\n", id_i8(-128), id_i8(127), id_i8(-1));
    printf("%u %u\n", id_u8(0), id_u8(255));
    printf("%d %d\n", id_i16(-32768), id_i16(32767));
    printf("%u %u\n", id_u16(0), id_u16(65535));
    printf("%d %d\n", id_i32(INT32_MIN), id_i32(INT32_MAX));
    printf("%u %u\n", id_u32(0), id_u32(UINT32_MAX));
    printf("%lld %lld\n", (long long)id_i64(INT64_MIN), (long long)id_i64(INT64_MAX));
    printf("%llu\n", (unsigned long long)id_u64(UINT64_MAX));
    printf("%td %zu\n", id_isize(-5), id_usize(5));
    printf("%lld %lld\n", (long long)widen_i8(-3), (long long)widen_u8(253));
    printf("%lld %lld\n", (long long)widen_i16(-300), (long long)widen_u16(65236));
    printf("%lld %lld\n", (long long)widen_i32(-70000), (long long)widen_u32(4294897296u));
    int64_t wide = 0x123456789abcdef0;
    printf("%d %d %d %d\n", cut_i8(wide), cut_u8(wide), cut_i16(wide), cut_u16(wide));
    if (cut_i8(0x1ff) == -1 && cut_u8(0x1ff) == 255 && cut_i16(0x1ffff) == -1) puts("narrow results are extended");
    printf("%lld\n", (long long)mix(-1, 1000, -2, 3000000000u, 200, -5));
    int8_t small = -7;
    printf("%lld\n", (long long)widen_i32(small));
}
