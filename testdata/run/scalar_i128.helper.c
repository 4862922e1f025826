#include <stdint.h>
typedef __int128 i128;
typedef unsigned __int128 u128;
i128 add128(i128 a, i128 b) { return a + b; }
u128 mul128(uint64_t a, uint64_t b) { return (u128)a * b; }
uint64_t high(u128 x) { return (uint64_t)(x >> 64); }
int64_t after_one(int a, i128 b, int c) { return a + (int64_t)b * 2 + c * 3; }
int64_t after_five(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, i128 f, double g) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + (int64_t)f * 6 + (int64_t)(g * 8);
}
int64_t load128(const i128 *p) { return (int64_t)*p; }
void fill128(u128 *p) { *p = ((u128)0xdeadbeef << 96) | 0xcafe; }
i128 negate128(i128 x) { return -x; }
