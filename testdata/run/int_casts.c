#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
int main(void) {
    int64_t wide = -0x0123456789abcdef;
    double f = -1234.75;
    printf("%d %u %d %u\n", (int8_t)wide, (uint8_t)wide, (int16_t)wide, (uint16_t)wide);
    printf("%d %u %llu\n", (int32_t)wide, (uint32_t)wide, (unsigned long long)wide);
    uint8_t b = 0xf0;
    int8_t s = (int8_t)b;
    printf("%d %d %u %llu\n", s, (int)s, (unsigned)s, (unsigned long long)s);
    printf("%d %llu\n", (int)b, (unsigned long long)b);
    printf("%lld %llu %d %d %lld %lld %g %zu\n", -1LL, 255ULL, -300, 65535, -70000LL, 4000000000LL, 0.5, (size_t)4000000000u);
    printf("%d %lld %lld %g\n", -301, -70001LL, -4000000000LL, 0.25);
    printf("%d %lld %d\n", (int)f, (long long)f, 255);
    printf("%g %g %g\n", (double)wide, (double)(float)16777217, (double)UINT64_MAX);
    printf("%d %d %u %lld\n", INT32_MAX, INT32_MIN, 0u, (long long)INT64_MAX);
    printf("%d %u %d\n", 0, 255u, -128);
    printf("%d %d\n", (int)2.9999999, (int)-2.9999999);
    printf("%.9g\n", (double)(float)0.1);
    printf("%d %d %d\n", 1, 0, 1);
    printf("%d %d %u\n", 'A', 0xe9, 0x1F600);
    printf("%d %d %d %d\n", -5, -4, 1000, (uint8_t)-5);
    printf("%zu %d\n", (size_t)4097, 4096);
    printf("%d %d\n", 1, 65);
    printf("%lld %llu\n", (long long)wide * 2, (unsigned long long)((unsigned __int128)(__int128)wide >> 64));
}
