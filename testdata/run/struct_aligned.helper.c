#include <stdbool.h>
#include <stdint.h>
typedef struct __attribute__((aligned(8))) { int8_t a; } A8;
typedef struct __attribute__((aligned(16))) { int64_t a; int64_t b; } A16;
typedef struct __attribute__((aligned(16))) { float a; float b; } A16F;
typedef struct __attribute__((aligned(32))) { int32_t a; double b; } A32;
typedef struct { int8_t a; A16 b; } H;
typedef struct __attribute__((aligned(4))) { uint8_t a; uint8_t b; } A4;
typedef struct __attribute__((aligned(16))) { float a[4]; } V;
A8 make_a8(int seed) {
    A8 s;
    s.a = (int8_t)(seed * 7);
    return s;
}
static double sum_a8(A8 s) {
    return (double)s.a * 1;
}
A8 bump_a8(A8 s) {
    s.a = (int8_t)(s.a + 1);
    return s;
}
double middle_a8(int a, A8 s, double b) { return a + sum_a8(s) * 2 + b; }
double late_a8(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, A8 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_a8(s) + (double)f * 6 + g;
}
double float_late_a8(double a, double b, double c, double d, double e, double f, double g, A8 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_a8(s) + h * 8 + i;
}
double two_a8(A8 a, float x, A8 b) { return sum_a8(a) * 3 - x + sum_a8(b); }
A8 call_a8(A8 (*f)(A8, int), A8 s) { return f(f(s, 2), -1); }
A16 make_a16(int seed) {
    A16 s;
    s.a = (int64_t)(seed * 7);
    s.b = (int64_t)(seed * -8);
    return s;
}
static double sum_a16(A16 s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
A16 bump_a16(A16 s) {
    s.a = (int64_t)(s.a + 1);
    s.b = (int64_t)(s.b + 1);
    return s;
}
double middle_a16(int a, A16 s, double b) { return a + sum_a16(s) * 2 + b; }
double late_a16(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, A16 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_a16(s) + (double)f * 6 + g;
}
double float_late_a16(double a, double b, double c, double d, double e, double f, double g, A16 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_a16(s) + h * 8 + i;
}
double two_a16(A16 a, float x, A16 b) { return sum_a16(a) * 3 - x + sum_a16(b); }
A16 call_a16(A16 (*f)(A16, int), A16 s) { return f(f(s, 2), -1); }
A16F make_a16f(int seed) {
    A16F s;
    s.a = (float)(seed + 0) / 2;
    s.b = (float)(seed + 1) / 2;
    return s;
}
static double sum_a16f(A16F s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
A16F bump_a16f(A16F s) {
    s.a = (float)(s.a + 1);
    s.b = (float)(s.b + 1);
    return s;
}
double middle_a16f(int a, A16F s, double b) { return a + sum_a16f(s) * 2 + b; }
double late_a16f(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, A16F s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_a16f(s) + (double)f * 6 + g;
}
double float_late_a16f(double a, double b, double c, double d, double e, double f, double g, A16F s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_a16f(s) + h * 8 + i;
}
double two_a16f(A16F a, float x, A16F b) { return sum_a16f(a) * 3 - x + sum_a16f(b); }
A16F call_a16f(A16F (*f)(A16F, int), A16F s) { return f(f(s, 2), -1); }
A32 make_a32(int seed) {
    A32 s;
    s.a = (int32_t)(seed * 7);
    s.b = (seed + 1) / 4.0;
    return s;
}
static double sum_a32(A32 s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
A32 bump_a32(A32 s) {
    s.a = (int32_t)(s.a + 1);
    s.b = (double)(s.b + 1);
    return s;
}
double middle_a32(int a, A32 s, double b) { return a + sum_a32(s) * 2 + b; }
double late_a32(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, A32 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_a32(s) + (double)f * 6 + g;
}
double float_late_a32(double a, double b, double c, double d, double e, double f, double g, A32 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_a32(s) + h * 8 + i;
}
double two_a32(A32 a, float x, A32 b) { return sum_a32(a) * 3 - x + sum_a32(b); }
A32 call_a32(A32 (*f)(A32, int), A32 s) { return f(f(s, 2), -1); }
H make_h(int seed) {
    H s;
    s.a = (int8_t)(seed * 7);
    s.b.a = (int64_t)(seed * -8);
    s.b.b = (int64_t)(seed * 13);
    return s;
}
static double sum_h(H s) {
    return (double)s.a * 1 + (double)s.b.a * 2 + (double)s.b.b * 3;
}
H bump_h(H s) {
    s.a = (int8_t)(s.a + 1);
    s.b.a = (int64_t)(s.b.a + 1);
    s.b.b = (int64_t)(s.b.b + 1);
    return s;
}
double middle_h(int a, H s, double b) { return a + sum_h(s) * 2 + b; }
double late_h(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, H s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_h(s) + (double)f * 6 + g;
}
double float_late_h(double a, double b, double c, double d, double e, double f, double g, H s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_h(s) + h * 8 + i;
}
double two_h(H a, float x, H b) { return sum_h(a) * 3 - x + sum_h(b); }
H call_h(H (*f)(H, int), H s) { return f(f(s, 2), -1); }
A4 make_a4(int seed) {
    A4 s;
    s.a = (uint8_t)(seed * 7);
    s.b = (uint8_t)(seed * 10);
    return s;
}
static double sum_a4(A4 s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
A4 bump_a4(A4 s) {
    s.a = (uint8_t)(s.a + 1);
    s.b = (uint8_t)(s.b + 1);
    return s;
}
double middle_a4(int a, A4 s, double b) { return a + sum_a4(s) * 2 + b; }
double late_a4(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, A4 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_a4(s) + (double)f * 6 + g;
}
double float_late_a4(double a, double b, double c, double d, double e, double f, double g, A4 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_a4(s) + h * 8 + i;
}
double two_a4(A4 a, float x, A4 b) { return sum_a4(a) * 3 - x + sum_a4(b); }
A4 call_a4(A4 (*f)(A4, int), A4 s) { return f(f(s, 2), -1); }
V make_v(int seed) {
    V s;
    s.a[0] = (float)(seed + 0) / 2;
    s.a[1] = (float)(seed + 1) / 2;
    s.a[2] = (float)(seed + 2) / 2;
    s.a[3] = (float)(seed + 3) / 2;
    return s;
}
static double sum_v(V s) {
    return (double)s.a[0] * 1 + (double)s.a[1] * 2 + (double)s.a[2] * 3 + (double)s.a[3] * 4;
}
V bump_v(V s) {
    s.a[0] = (float)(s.a[0] + 1);
    s.a[1] = (float)(s.a[1] + 1);
    s.a[2] = (float)(s.a[2] + 1);
    s.a[3] = (float)(s.a[3] + 1);
    return s;
}
double middle_v(int a, V s, double b) { return a + sum_v(s) * 2 + b; }
double late_v(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, V s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_v(s) + (double)f * 6 + g;
}
double float_late_v(double a, double b, double c, double d, double e, double f, double g, V s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_v(s) + h * 8 + i;
}
double two_v(V a, float x, V b) { return sum_v(a) * 3 - x + sum_v(b); }
V call_v(V (*f)(V, int), V s) { return f(f(s, 2), -1); }
