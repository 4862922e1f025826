#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
typedef struct __attribute__((aligned(8))) { int8_t a; } A8;
typedef struct __attribute__((aligned(16))) { int64_t a; int64_t b; } A16;
typedef struct __attribute__((aligned(16))) { float a; float b; } A16F;
typedef struct __attribute__((aligned(32))) { int32_t a; double b; } A32;
typedef struct { int8_t a; A16 b; } H;
typedef struct __attribute__((aligned(4))) { uint8_t a; uint8_t b; } A4;
typedef struct __attribute__((aligned(16))) { float a[4]; } V;
A8 make_a8(int seed);
A8 bump_a8(A8 s);
double middle_a8(int a, A8 s, double b);
double late_a8(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, A8 s, int64_t f, double g);
double float_late_a8(double a, double b, double c, double d, double e, double f, double g, A8 s, double h, int i);
double two_a8(A8 a, float x, A8 b);
A8 call_a8(A8 (*f)(A8, int), A8 s);
A16 make_a16(int seed);
A16 bump_a16(A16 s);
double middle_a16(int a, A16 s, double b);
double late_a16(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, A16 s, int64_t f, double g);
double float_late_a16(double a, double b, double c, double d, double e, double f, double g, A16 s, double h, int i);
double two_a16(A16 a, float x, A16 b);
A16 call_a16(A16 (*f)(A16, int), A16 s);
A16F make_a16f(int seed);
A16F bump_a16f(A16F s);
double middle_a16f(int a, A16F s, double b);
double late_a16f(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, A16F s, int64_t f, double g);
double float_late_a16f(double a, double b, double c, double d, double e, double f, double g, A16F s, double h, int i);
double two_a16f(A16F a, float x, A16F b);
A16F call_a16f(A16F (*f)(A16F, int), A16F s);
A32 make_a32(int seed);
A32 bump_a32(A32 s);
double middle_a32(int a, A32 s, double b);
double late_a32(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, A32 s, int64_t f, double g);
double float_late_a32(double a, double b, double c, double d, double e, double f, double g, A32 s, double h, int i);
double two_a32(A32 a, float x, A32 b);
A32 call_a32(A32 (*f)(A32, int), A32 s);
H make_h(int seed);
H bump_h(H s);
double middle_h(int a, H s, double b);
double late_h(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, H s, int64_t f, double g);
double float_late_h(double a, double b, double c, double d, double e, double f, double g, H s, double h, int i);
double two_h(H a, float x, H b);
H call_h(H (*f)(H, int), H s);
A4 make_a4(int seed);
A4 bump_a4(A4 s);
double middle_a4(int a, A4 s, double b);
double late_a4(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, A4 s, int64_t f, double g);
double float_late_a4(double a, double b, double c, double d, double e, double f, double g, A4 s, double h, int i);
double two_a4(A4 a, float x, A4 b);
A4 call_a4(A4 (*f)(A4, int), A4 s);
V make_v(int seed);
V bump_v(V s);
double middle_v(int a, V s, double b);
double late_v(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, V s, int64_t f, double g);
double float_late_v(double a, double b, double c, double d, double e, double f, double g, V s, double h, int i);
double two_v(V a, float x, V b);
V call_v(V (*f)(V, int), V s);
static void show_a8(A8 s) {
    printf("A8: %d\n", s.a);
}
static A8 change_a8(A8 s, int by) {
    s.a = (int8_t)(s.a + by);
    return s;
}
static void test_a8(void) {
    A8 a = make_a8(3), b = make_a8(5);
    show_a8(a);
    show_a8(bump_a8(b));
    printf("%g %g %g %g\n", middle_a8(1, a, 0.5), late_a8(1, 2, 3, 4, 5, b, 6, 0.25), float_late_a8(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_a8(a, 1.5f, b));
    show_a8(call_a8(change_a8, a));
    printf("%zu %zu\n", sizeof(A8), _Alignof(A8));
}
static void show_a16(A16 s) {
    printf("A16: %lld %lld\n", (long long)s.a, (long long)s.b);
}
static A16 change_a16(A16 s, int by) {
    s.a = (int64_t)(s.a + by);
    s.b = (int64_t)(s.b + by);
    return s;
}
static void test_a16(void) {
    A16 a = make_a16(3), b = make_a16(5);
    show_a16(a);
    show_a16(bump_a16(b));
    printf("%g %g %g %g\n", middle_a16(1, a, 0.5), late_a16(1, 2, 3, 4, 5, b, 6, 0.25), float_late_a16(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_a16(a, 1.5f, b));
    show_a16(call_a16(change_a16, a));
    printf("%zu %zu\n", sizeof(A16), _Alignof(A16));
}
static void show_a16f(A16F s) {
    printf("A16F: %g %g\n", s.a, s.b);
}
static A16F change_a16f(A16F s, int by) {
    s.a = (float)(s.a + by);
    s.b = (float)(s.b + by);
    return s;
}
static void test_a16f(void) {
    A16F a = make_a16f(3), b = make_a16f(5);
    show_a16f(a);
    show_a16f(bump_a16f(b));
    printf("%g %g %g %g\n", middle_a16f(1, a, 0.5), late_a16f(1, 2, 3, 4, 5, b, 6, 0.25), float_late_a16f(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_a16f(a, 1.5f, b));
    show_a16f(call_a16f(change_a16f, a));
    printf("%zu %zu\n", sizeof(A16F), _Alignof(A16F));
}
static void show_a32(A32 s) {
    printf("A32: %d %g\n", s.a, s.b);
}
static A32 change_a32(A32 s, int by) {
    s.a = (int32_t)(s.a + by);
    s.b = (double)(s.b + by);
    return s;
}
static void test_a32(void) {
    A32 a = make_a32(3), b = make_a32(5);
    show_a32(a);
    show_a32(bump_a32(b));
    printf("%g %g %g %g\n", middle_a32(1, a, 0.5), late_a32(1, 2, 3, 4, 5, b, 6, 0.25), float_late_a32(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_a32(a, 1.5f, b));
    show_a32(call_a32(change_a32, a));
    printf("%zu %zu\n", sizeof(A32), _Alignof(A32));
}
static void show_h(H s) {
    printf("H: %d %lld %lld\n", s.a, (long long)s.b.a, (long long)s.b.b);
}
static H change_h(H s, int by) {
    s.a = (int8_t)(s.a + by);
    s.b.a = (int64_t)(s.b.a + by);
    s.b.b = (int64_t)(s.b.b + by);
    return s;
}
static void test_h(void) {
    H a = make_h(3), b = make_h(5);
    show_h(a);
    show_h(bump_h(b));
    printf("%g %g %g %g\n", middle_h(1, a, 0.5), late_h(1, 2, 3, 4, 5, b, 6, 0.25), float_late_h(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_h(a, 1.5f, b));
    show_h(call_h(change_h, a));
    printf("%zu %zu\n", sizeof(H), _Alignof(H));
}
static void show_a4(A4 s) {
    printf("A4: %u %u\n", s.a, s.b);
}
static A4 change_a4(A4 s, int by) {
    s.a = (uint8_t)(s.a + by);
    s.b = (uint8_t)(s.b + by);
    return s;
}
static void test_a4(void) {
    A4 a = make_a4(3), b = make_a4(5);
    show_a4(a);
    show_a4(bump_a4(b));
    printf("%g %g %g %g\n", middle_a4(1, a, 0.5), late_a4(1, 2, 3, 4, 5, b, 6, 0.25), float_late_a4(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_a4(a, 1.5f, b));
    show_a4(call_a4(change_a4, a));
    printf("%zu %zu\n", sizeof(A4), _Alignof(A4));
}
static void show_v(V s) {
    printf("V: %g %g %g %g\n", s.a[0], s.a[1], s.a[2], s.a[3]);
}
static V change_v(V s, int by) {
    s.a[0] = (float)(s.a[0] + by);
    s.a[1] = (float)(s.a[1] + by);
    s.a[2] = (float)(s.a[2] + by);
    s.a[3] = (float)(s.a[3] + by);
    return s;
}
static void test_v(void) {
    V a = make_v(3), b = make_v(5);
    show_v(a);
    show_v(bump_v(b));
    printf("%g %g %g %g\n", middle_v(1, a, 0.5), late_v(1, 2, 3, 4, 5, b, 6, 0.25), float_late_v(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_v(a, 1.5f, b));
    show_v(call_v(change_v, a));
    printf("%zu %zu\n", sizeof(V), _Alignof(V));
}
int main(void) {
    test_a8();
    test_a16();
    test_a16f();
    test_a32();
    test_h();
    test_a4();
    test_v();
}
