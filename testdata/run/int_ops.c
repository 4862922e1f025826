// cflags: -fwrapv
#include <stdint.h>
#include <stdio.h>
static uint64_t hash = 14695981039346656037u;
static void mix(uint64_t v) { hash = (hash ^ v) * 1099511628211u; }
#define CMP(a, b) mix((uint64_t)((a < b) + (a <= b) * 2 + (a > b) * 4 + (a >= b) * 8 + (a == b) * 16 + (a != b) * 32))
static void test_i8(int8_t a, int8_t b) {
    mix((uint64_t)(int8_t)(a + b)); mix((uint64_t)(int8_t)(a - b)); mix((uint64_t)(int8_t)(a * b));
    if (b != 0 && !(a == -128 && b == -1)) { mix((uint64_t)(int8_t)(a / b)); mix((uint64_t)(int8_t)(a % b)); }
    mix((uint64_t)(int8_t)(a & b)); mix((uint64_t)(int8_t)(a | b)); mix((uint64_t)(int8_t)(a ^ b)); mix((uint64_t)(int8_t)~a);
    mix((uint64_t)(int8_t)-a); mix((uint64_t)(int8_t)(a >> (b & 7))); mix((uint64_t)(int8_t)(a << (b & 7)));
    CMP(a, b);
}
static void test_u16(uint16_t a, uint16_t b) {
    mix((uint16_t)(a + b)); mix((uint16_t)(a - b)); mix((uint16_t)((unsigned)a * b));
    if (b) { mix((uint16_t)(a / b)); mix((uint16_t)(a % b)); }
    mix((uint16_t)(a & b)); mix((uint16_t)(a | b)); mix((uint16_t)(a ^ b)); mix((uint16_t)~a);
    mix((uint16_t)(a >> (b & 15))); mix((uint16_t)(a << (b & 15)));
    CMP(a, b);
}
static void test_i32(int32_t a, int32_t b) {
    mix((uint64_t)(a + b)); mix((uint64_t)(a - b)); mix((uint64_t)(a * b));
    if (b != 0 && !(a == INT32_MIN && b == -1)) { mix((uint64_t)(a / b)); mix((uint64_t)(a % b)); }
    mix((uint64_t)(a & b)); mix((uint64_t)(a | b)); mix((uint64_t)(a ^ b)); mix((uint64_t)~a);
    mix((uint64_t)(a >> (b & 31))); mix((uint64_t)(a << (b & 31)));
    CMP(a, b);
}
static void test_u64(uint64_t a, uint64_t b) {
    mix(a + b); mix(a - b); mix(a * b);
    if (b) { mix(a / b); mix(a % b); }
    mix(a & b); mix(a | b); mix(a ^ b); mix(~a);
    mix(a >> (b & 63)); mix(a << (b & 63));
    CMP(a, b);
}
static void test_i64(int64_t a, int64_t b) {
    mix((uint64_t)(a + b)); mix((uint64_t)(a * b));
    if (b != 0 && b != -1) { mix((uint64_t)(a / b)); mix((uint64_t)(a % b)); }
    mix((uint64_t)(a >> (b & 63)));
    mix((uint64_t)((a < b) + (a > b) * 4));
}
int main(void) {
    uint64_t in[] = {0, 1, 2, 3, 7, 10, 63, 127, 128, 255, 0x7fff, 0x80000000, 0x7fffffffffffffff, ~0ull};
    for (int i = 0; i < 14; i++) {
        for (int j = 0; j < 14; j++) {
            uint64_t a = in[i], b = in[j];
            test_i8((int8_t)a, (int8_t)b); test_u16((uint16_t)a, (uint16_t)b); test_i32((int32_t)a, (int32_t)b);
            test_u64(a, b); test_i64((int64_t)a, (int64_t)b);
        }
        printf("row %016llx\n", (unsigned long long)hash);
        hash = 14695981039346656037u;
    }
    int x = 100;
    x += 7; x -= 3; x *= 5; x /= 4; x %= 71; x <<= 3; x >>= 1; x &= 0xff; x |= 0x100; x ^= 0x55;
    printf("%d\n", x);
    printf("%d %d %d %d\n", 2 + 3 * 4 - 10 / 3 % 2, 1 << (2 + 1), (7 & 3) | (8 ^ 1), -7 / 2 * 2 + -7 % 2);
    printf("%d %d\n", ~5 & 0xf, (1 + 2 == 3 && 4 > 3) || 0);
}
