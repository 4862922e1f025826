#include <stdbool.h>
#include <stdint.h>
typedef struct { int8_t a; } C1;
typedef struct { int8_t a; int8_t b; } C2;
typedef struct { uint8_t a; uint8_t b; uint8_t c; } C3;
typedef struct { int16_t a; uint8_t b; } SC;
typedef struct { int32_t a; } I1;
typedef struct { int32_t a; uint32_t b; } I2;
typedef struct { int64_t a; } L1;
typedef struct { int32_t a; int16_t b; int8_t c; } ISC;
typedef struct { uint8_t a[5]; } B5;
typedef struct { uint8_t a[7]; } B7;
typedef struct { uint16_t a; int16_t b; uint16_t c; } H3;
C1 make_c1(int seed) {
    C1 s;
    s.a = (int8_t)(seed * 7);
    return s;
}
static double sum_c1(C1 s) {
    return (double)s.a * 1;
}
C1 bump_c1(C1 s) {
    s.a = (int8_t)(s.a + 1);
    return s;
}
double middle_c1(int a, C1 s, double b) { return a + sum_c1(s) * 2 + b; }
double late_c1(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, C1 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_c1(s) + (double)f * 6 + g;
}
double float_late_c1(double a, double b, double c, double d, double e, double f, double g, C1 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_c1(s) + h * 8 + i;
}
double two_c1(C1 a, float x, C1 b) { return sum_c1(a) * 3 - x + sum_c1(b); }
C1 call_c1(C1 (*f)(C1, int), C1 s) { return f(f(s, 2), -1); }
C2 make_c2(int seed) {
    C2 s;
    s.a = (int8_t)(seed * 7);
    s.b = (int8_t)(seed * -8);
    return s;
}
static double sum_c2(C2 s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
C2 bump_c2(C2 s) {
    s.a = (int8_t)(s.a + 1);
    s.b = (int8_t)(s.b + 1);
    return s;
}
double middle_c2(int a, C2 s, double b) { return a + sum_c2(s) * 2 + b; }
double late_c2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, C2 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_c2(s) + (double)f * 6 + g;
}
double float_late_c2(double a, double b, double c, double d, double e, double f, double g, C2 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_c2(s) + h * 8 + i;
}
double two_c2(C2 a, float x, C2 b) { return sum_c2(a) * 3 - x + sum_c2(b); }
C2 call_c2(C2 (*f)(C2, int), C2 s) { return f(f(s, 2), -1); }
C3 make_c3(int seed) {
    C3 s;
    s.a = (uint8_t)(seed * 7);
    s.b = (uint8_t)(seed * 10);
    s.c = (uint8_t)(seed * 13);
    return s;
}
static double sum_c3(C3 s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
C3 bump_c3(C3 s) {
    s.a = (uint8_t)(s.a + 1);
    s.b = (uint8_t)(s.b + 1);
    s.c = (uint8_t)(s.c + 1);
    return s;
}
double middle_c3(int a, C3 s, double b) { return a + sum_c3(s) * 2 + b; }
double late_c3(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, C3 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_c3(s) + (double)f * 6 + g;
}
double float_late_c3(double a, double b, double c, double d, double e, double f, double g, C3 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_c3(s) + h * 8 + i;
}
double two_c3(C3 a, float x, C3 b) { return sum_c3(a) * 3 - x + sum_c3(b); }
C3 call_c3(C3 (*f)(C3, int), C3 s) { return f(f(s, 2), -1); }
SC make_sc(int seed) {
    SC s;
    s.a = (int16_t)(seed * 7);
    s.b = (uint8_t)(seed * 10);
    return s;
}
static double sum_sc(SC s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
SC bump_sc(SC s) {
    s.a = (int16_t)(s.a + 1);
    s.b = (uint8_t)(s.b + 1);
    return s;
}
double middle_sc(int a, SC s, double b) { return a + sum_sc(s) * 2 + b; }
double late_sc(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, SC s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_sc(s) + (double)f * 6 + g;
}
double float_late_sc(double a, double b, double c, double d, double e, double f, double g, SC s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_sc(s) + h * 8 + i;
}
double two_sc(SC a, float x, SC b) { return sum_sc(a) * 3 - x + sum_sc(b); }
SC call_sc(SC (*f)(SC, int), SC s) { return f(f(s, 2), -1); }
I1 make_i1(int seed) {
    I1 s;
    s.a = (int32_t)(seed * 7);
    return s;
}
static double sum_i1(I1 s) {
    return (double)s.a * 1;
}
I1 bump_i1(I1 s) {
    s.a = (int32_t)(s.a + 1);
    return s;
}
double middle_i1(int a, I1 s, double b) { return a + sum_i1(s) * 2 + b; }
double late_i1(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, I1 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_i1(s) + (double)f * 6 + g;
}
double float_late_i1(double a, double b, double c, double d, double e, double f, double g, I1 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_i1(s) + h * 8 + i;
}
double two_i1(I1 a, float x, I1 b) { return sum_i1(a) * 3 - x + sum_i1(b); }
I1 call_i1(I1 (*f)(I1, int), I1 s) { return f(f(s, 2), -1); }
I2 make_i2(int seed) {
    I2 s;
    s.a = (int32_t)(seed * 7);
    s.b = (uint32_t)(seed * 10);
    return s;
}
static double sum_i2(I2 s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
I2 bump_i2(I2 s) {
    s.a = (int32_t)(s.a + 1);
    s.b = (uint32_t)(s.b + 1);
    return s;
}
double middle_i2(int a, I2 s, double b) { return a + sum_i2(s) * 2 + b; }
double late_i2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, I2 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_i2(s) + (double)f * 6 + g;
}
double float_late_i2(double a, double b, double c, double d, double e, double f, double g, I2 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_i2(s) + h * 8 + i;
}
double two_i2(I2 a, float x, I2 b) { return sum_i2(a) * 3 - x + sum_i2(b); }
I2 call_i2(I2 (*f)(I2, int), I2 s) { return f(f(s, 2), -1); }
L1 make_l1(int seed) {
    L1 s;
    s.a = (int64_t)(seed * 7);
    return s;
}
static double sum_l1(L1 s) {
    return (double)s.a * 1;
}
L1 bump_l1(L1 s) {
    s.a = (int64_t)(s.a + 1);
    return s;
}
double middle_l1(int a, L1 s, double b) { return a + sum_l1(s) * 2 + b; }
double late_l1(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, L1 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_l1(s) + (double)f * 6 + g;
}
double float_late_l1(double a, double b, double c, double d, double e, double f, double g, L1 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_l1(s) + h * 8 + i;
}
double two_l1(L1 a, float x, L1 b) { return sum_l1(a) * 3 - x + sum_l1(b); }
L1 call_l1(L1 (*f)(L1, int), L1 s) { return f(f(s, 2), -1); }
ISC make_isc(int seed) {
    ISC s;
    s.a = (int32_t)(seed * 7);
    s.b = (int16_t)(seed * -8);
    s.c = (int8_t)(seed * 13);
    return s;
}
static double sum_isc(ISC s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
ISC bump_isc(ISC s) {
    s.a = (int32_t)(s.a + 1);
    s.b = (int16_t)(s.b + 1);
    s.c = (int8_t)(s.c + 1);
    return s;
}
double middle_isc(int a, ISC s, double b) { return a + sum_isc(s) * 2 + b; }
double late_isc(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, ISC s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_isc(s) + (double)f * 6 + g;
}
double float_late_isc(double a, double b, double c, double d, double e, double f, double g, ISC s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_isc(s) + h * 8 + i;
}
double two_isc(ISC a, float x, ISC b) { return sum_isc(a) * 3 - x + sum_isc(b); }
ISC call_isc(ISC (*f)(ISC, int), ISC s) { return f(f(s, 2), -1); }
B5 make_b5(int seed) {
    B5 s;
    s.a[0] = (uint8_t)(seed * 7);
    s.a[1] = (uint8_t)(seed * 10);
    s.a[2] = (uint8_t)(seed * 13);
    s.a[3] = (uint8_t)(seed * 16);
    s.a[4] = (uint8_t)(seed * 19);
    return s;
}
static double sum_b5(B5 s) {
    return (double)s.a[0] * 1 + (double)s.a[1] * 2 + (double)s.a[2] * 3 + (double)s.a[3] * 4 + (double)s.a[4] * 5;
}
B5 bump_b5(B5 s) {
    s.a[0] = (uint8_t)(s.a[0] + 1);
    s.a[1] = (uint8_t)(s.a[1] + 1);
    s.a[2] = (uint8_t)(s.a[2] + 1);
    s.a[3] = (uint8_t)(s.a[3] + 1);
    s.a[4] = (uint8_t)(s.a[4] + 1);
    return s;
}
double middle_b5(int a, B5 s, double b) { return a + sum_b5(s) * 2 + b; }
double late_b5(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, B5 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_b5(s) + (double)f * 6 + g;
}
double float_late_b5(double a, double b, double c, double d, double e, double f, double g, B5 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_b5(s) + h * 8 + i;
}
double two_b5(B5 a, float x, B5 b) { return sum_b5(a) * 3 - x + sum_b5(b); }
B5 call_b5(B5 (*f)(B5, int), B5 s) { return f(f(s, 2), -1); }
B7 make_b7(int seed) {
    B7 s;
    s.a[0] = (uint8_t)(seed * 7);
    s.a[1] = (uint8_t)(seed * 10);
    s.a[2] = (uint8_t)(seed * 13);
    s.a[3] = (uint8_t)(seed * 16);
    s.a[4] = (uint8_t)(seed * 19);
    s.a[5] = (uint8_t)(seed * 22);
    s.a[6] = (uint8_t)(seed * 25);
    return s;
}
static double sum_b7(B7 s) {
    return (double)s.a[0] * 1 + (double)s.a[1] * 2 + (double)s.a[2] * 3 + (double)s.a[3] * 4 + (double)s.a[4] * 5 + (double)s.a[5] * 6 + (double)s.a[6] * 7;
}
B7 bump_b7(B7 s) {
    s.a[0] = (uint8_t)(s.a[0] + 1);
    s.a[1] = (uint8_t)(s.a[1] + 1);
    s.a[2] = (uint8_t)(s.a[2] + 1);
    s.a[3] = (uint8_t)(s.a[3] + 1);
    s.a[4] = (uint8_t)(s.a[4] + 1);
    s.a[5] = (uint8_t)(s.a[5] + 1);
    s.a[6] = (uint8_t)(s.a[6] + 1);
    return s;
}
double middle_b7(int a, B7 s, double b) { return a + sum_b7(s) * 2 + b; }
double late_b7(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, B7 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_b7(s) + (double)f * 6 + g;
}
double float_late_b7(double a, double b, double c, double d, double e, double f, double g, B7 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_b7(s) + h * 8 + i;
}
double two_b7(B7 a, float x, B7 b) { return sum_b7(a) * 3 - x + sum_b7(b); }
B7 call_b7(B7 (*f)(B7, int), B7 s) { return f(f(s, 2), -1); }
H3 make_h3(int seed) {
    H3 s;
    s.a = (uint16_t)(seed * 7);
    s.b = (int16_t)(seed * -8);
    s.c = (uint16_t)(seed * 13);
    return s;
}
static double sum_h3(H3 s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
H3 bump_h3(H3 s) {
    s.a = (uint16_t)(s.a + 1);
    s.b = (int16_t)(s.b + 1);
    s.c = (uint16_t)(s.c + 1);
    return s;
}
double middle_h3(int a, H3 s, double b) { return a + sum_h3(s) * 2 + b; }
double late_h3(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, H3 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_h3(s) + (double)f * 6 + g;
}
double float_late_h3(double a, double b, double c, double d, double e, double f, double g, H3 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_h3(s) + h * 8 + i;
}
double two_h3(H3 a, float x, H3 b) { return sum_h3(a) * 3 - x + sum_h3(b); }
H3 call_h3(H3 (*f)(H3, int), H3 s) { return f(f(s, 2), -1); }
