// cflags: -fwrapv
#include <stdint.h>
#include <stdio.h>
int main(void) {
    int a = 2147483600;
    uint8_t b = 250;
    uint32_t d = 0x12345678;
    printf("%d %d %d\n", a + 100, a * 3, 1);
    printf("%u %u %u\n", (uint8_t)(b + 10), (uint8_t)(b - 251), (uint8_t)(b * b));
    printf("%d %u %d\n", INT32_MAX, 255, -128);
    printf("%u %lld %d\n", 0, (long long)INT64_MIN, 127);
    printf("%d %d\n", INT32_MIN, 0);
    printf("%x %x %x\n", d << 12 | d >> 20, d >> 4 | d << 28, 3);
    printf("%d %d %d\n", __builtin_clz(d), __builtin_ctz(d), __builtin_popcount(d));
    printf("%d %d %d\n", 32, 16, __builtin_popcountll(-1));
    printf("%x %llx %x\n", __builtin_bswap32(d), (unsigned long long)__builtin_bswap64(0x0102030405060708), __builtin_bswap16(0xabcd));
    printf("%d %lld %u\n", 81, -8589934592LL, 1);
    printf("%d %d\n", 5, 7);
    printf("%d %d %u\n", -5, 3, 250);
    printf("%d %u\n", 2, 0x40);
    printf("%d %d\n", 127, 100);
}
