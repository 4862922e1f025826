#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef __int128 i128;
typedef unsigned __int128 u128;

static int mi(int x) { return x == -128 ? 1 : x < 0 ? 2 : x == 0 ? 3 : x < 127 ? 4 : 5; }
static int mu(uint64_t x) {
    return x == 0 ? 1 : x == UINT64_MAX ? 2 : x >= 5 && x <= 10 ? (int)x + 100 : 4;
}
static int mc(uint32_t x) {
    return x >= 'a' && x <= 'z' ? 1 : x == '0' || x == '1' ? 2 : x == 0x10FFFF ? 3 : 4;
}
static int mk(int x) { return x == 42 ? 1 : x > 100 ? 2 : x < 0 ? 3 : x < 42 ? 5 : 4; }
static int ms(const char *s) {
    return !*s ? 0 : !strcmp(s, "abc") ? 1 : !strcmp(s, "abd") ? 2 : !strcmp(s, "abcd") ? 3 : 9;
}
static int mb(int a, int b) { return a ? b ? 1 : 2 : 3; }
static int m128(i128 x) {
    i128 most = (i128)(((u128)1 << 127) - 1);
    return x == -most - 1 ? 1 : x == most ? 2 : x == (i128)1 << 64 ? 3 : 4;
}
enum C { C_A = -5, C_B, C_D = 100 };
static int me(int c) { return c == C_A ? 1 : c == C_B ? 2 : 3; }
struct Z2 {};
struct ZA { int a[0]; struct Z2 z; };
struct __attribute__((packed)) Pk { uint8_t a; uint32_t b; uint16_t c; double d; };
#pragma pack(push, 2)
struct Pk2 { uint8_t a; uint32_t b; uint64_t c[3]; };
#pragma pack(pop)
struct __attribute__((aligned(64))) Al { uint8_t a; };
union U { uint32_t i; float f; uint8_t b[4]; struct { uint8_t first; uint16_t second; } p; };
static int inc(int x) { return x + 1; }
static int dbl(int x) { return x * 2; }
static int neg(int x) { return -x; }
static int (*const TAB[3])(int) = {inc, dbl, neg};
static int G[4] = {1, 2, 3, 4};
static const int CST = 77;
static const int *const PT = &CST;
static const int PG[3] = {4, 5, 6};
static const int CA[3] = {10, 20, 30};
static const uint8_t NEST[2][3] = {{1, 2, 3}, {4, 5, 6}};
static int *PP = &G[2];
static uint64_t fact(uint64_t n) { return n < 2 ? 1 : n * fact(n - 1); }
static int odd(int n);
static int even(int n) { return n == 0 ? 1 : odd(n - 1); }
static int odd(int n) { return n == 0 ? 0 : even(n - 1); }
static void pk(struct Pk *p) { p->b = 0x12345678; p->d = 1.25; p->c += 1; }
static int inner(int x) {
    static int count = 0;
    count += x;
    return count * 3;
}
// Vex's conversions saturate, and make zero of what is no number.
static double clamp(double x, double least, double most) {
    return isnan(x) ? 0 : x < least ? least : x > most ? most : x;
}
static int f32_i(float x) { return (int)clamp(x, INT_MIN, INT_MAX); }
static void halves(u128 w) { printf("%llx %llx\n", (unsigned long long)(w >> 64), (unsigned long long)w); }

int main(void) {
    for (int i = -128; i <= 127; i++) printf("%d", mi(i));
    printf("\n%d %d %d %d %d\n", mu(0), mu(UINT64_MAX), mu(7), mu(11), mu(10));
    printf("%d %d %d %d\n", mc('q'), mc('1'), mc(0x10FFFF), mc('A'));
    printf("%d %d %d %d %d\n", mk(42), mk(1000), mk(-5), mk(41), mk(43));
    printf("%d %d %d %d %d %d\n", ms(""), ms("abc"), ms("abd"), ms("abcd"), ms("ab"), ms("abce"));
    printf("%d %d %d\n", mb(1, 1), mb(1, 0), mb(0, 1));
    u128 top = (u128)1 << 127;
    printf("%d %d %d %d\n", m128((i128)top), m128((i128)~top), m128((i128)1 << 64), m128(5));
    printf("%d %d %d %d\n", me(C_A), me(C_B), me(C_D), C_B);
    printf("%zu %zu %zu %zu %zu %zu %zu %zu\n", sizeof(struct Z2), sizeof(struct ZA), sizeof(struct Pk), sizeof(struct Pk2),
           _Alignof(struct Pk2), sizeof(struct Al), _Alignof(struct Al), sizeof(union U));
    printf("%zu %zu %zu\n", offsetof(struct Pk, d), offsetof(struct Pk2, c), _Alignof(struct ZA));
    printf("%d %zu\n", 3, sizeof(struct ZA[3]));
    struct Pk p = {1, 2, 3, 4.0};
    pk(&p);
    struct Pk q = p;
    printf("%x %d %g %d\n", q.b, q.c, q.d, q.a);
    struct Pk ps[3] = {p, p, p};
    ps[1].d = 9.5;
    ps[2].b += 1;
    ps[0].c = ps[1].c * 2;
    for (int i = 0; i < 3; i++) printf("%x %d %g\n", ps[i].b, ps[i].c, ps[i].d);
    struct Pk *pp = &ps[1];
    pp->d *= 2.0;
    pp->b -= 1;
    printf("%x %g\n", pp->b, pp->d);
    union U u = {.f = 1.0f};
    printf("%x %d %d\n", u.i, u.b[3], u.p.second);
    union U u2 = u;
    u2.b[3] = 0x40;
    printf("%g\n", u2.f);
    for (int i = 0; i < 3; i++) printf("%d ", TAB[i](21));
    printf("%d\n", TAB[2](5));
    G[1] += 10;
    *PP = 33;
    G[3] = G[0] - G[1];
    printf("%d %d %d %d %d\n", G[0], G[1], G[2], G[3], *PT);
    printf("%d %d %d %s %s\n", CA[1] + 3, PG[2], CA[2], "hello", "stat");
    printf("%d %d\n", NEST[1][2], NEST[0][1]);
    printf("%llu %d %d\n", (unsigned long long)fact(20), even(1000), odd(1000));
    printf("%d %d %d %d\n", f32_i(1e20f), f32_i(-1e20f), f32_i(NAN), f32_i(2.9f));
    printf("%d %d %d\n", (int)clamp(300.7, 0, 255), (int)clamp(300.7, 0, 255), (int)clamp(-3.0, 0, 255));
    printf("%llx %llx\n", (unsigned long long)INT64_MAX, (unsigned long long)UINT64_MAX);
    volatile double large = 1e38;
    halves((u128)large);
    halves((u128)(i128)-large);
    volatile u128 ones = ~(u128)0;
    printf("%g %g\n", (double)(float)ones, (double)(i128)top);
    printf("%.9g %.17g %.17g %g %g\n", 0.1f, 0.1, 1e-320, 1.7976931348623157e308, 5e-324);
    printf("%s|%s|%d\n", "a\tb\x41\u00e9\U0001F600\0z", "raw\\n\"q\"", 3);
    printf("%d %d\n", 0xff, 3);
    printf("%d %u %c %d %f %f %p %lld %llu %s %hhd\n", -1, 200, 'x', 1, 1.5f, 2.5, (void *)1, -5LL, 7ULL, "s", -3);
    inner(1);
    inner(2);
    printf("%d\n", inner(3));
    return 0;
}
