#include <stdint.h>
#include <stdio.h>
typedef __int128 i128;
typedef unsigned __int128 u128;
i128 add128(i128 a, i128 b);
u128 mul128(uint64_t a, uint64_t b);
uint64_t high(u128 x);
int64_t after_one(int a, i128 b, int c);
int64_t after_five(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, i128 f, double g);
int64_t load128(const i128 *p);
void fill128(u128 *p);
i128 negate128(i128 x);
static void show(u128 x) { printf("%016llx%016llx\n", (unsigned long long)(x >> 64), (unsigned long long)x); }
int main(void) {
    show(add128(1, -1));
    show(add128(0x7fffffffffffffff, 1));
    show(add128((i128)1 << 127, 1));
    show(mul128(UINT64_MAX, UINT64_MAX));
    printf("%llx\n", (unsigned long long)high(((u128)0x0123456789abcdef << 64) | 0xfedcba9876543210));
    printf("%lld\n", (long long)after_one(1, 1000, 3));
    printf("%lld\n", (long long)after_five(1, 2, 3, 4, 5, -6, 7.5));
    i128 stored = -42;
    printf("%lld\n", (long long)load128(&stored));
    u128 filled = 0;
    fill128(&filled);
    show(filled);
    show(negate128(5));
    i128 product = (i128)10000000000 * 10000000000 * 3;
    show(product);
    show(product / 7);
    show(product % 1000000007);
    u128 ones = ~(u128)0;
    show(ones >> 100);
    show(ones << 100);
}
