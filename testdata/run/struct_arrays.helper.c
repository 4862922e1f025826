#include <stdbool.h>
#include <stdint.h>
typedef struct { int16_t a[3][2]; } M;
typedef struct { int8_t a; uint8_t b; } E;
typedef struct { E a[3]; } EA;
typedef struct { float a[2]; int32_t b[2]; } EF;
typedef struct { uint16_t a; float b; } T;
typedef struct { T a[2]; } TA;
typedef struct { bool a; T b[3]; } TB;
typedef struct { double a[2][2]; int8_t b; } G;
M make_m(int seed) {
    M s;
    s.a[0][0] = (int16_t)(seed * 7);
    s.a[0][1] = (int16_t)(seed * -8);
    s.a[1][0] = (int16_t)(seed * 13);
    s.a[1][1] = (int16_t)(seed * -14);
    s.a[2][0] = (int16_t)(seed * 19);
    s.a[2][1] = (int16_t)(seed * -20);
    return s;
}
static double sum_m(M s) {
    return (double)s.a[0][0] * 1 + (double)s.a[0][1] * 2 + (double)s.a[1][0] * 3 + (double)s.a[1][1] * 4 + (double)s.a[2][0] * 5 + (double)s.a[2][1] * 6;
}
M bump_m(M s) {
    s.a[0][0] = (int16_t)(s.a[0][0] + 1);
    s.a[0][1] = (int16_t)(s.a[0][1] + 1);
    s.a[1][0] = (int16_t)(s.a[1][0] + 1);
    s.a[1][1] = (int16_t)(s.a[1][1] + 1);
    s.a[2][0] = (int16_t)(s.a[2][0] + 1);
    s.a[2][1] = (int16_t)(s.a[2][1] + 1);
    return s;
}
double middle_m(int a, M s, double b) { return a + sum_m(s) * 2 + b; }
double late_m(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, M s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_m(s) + (double)f * 6 + g;
}
double float_late_m(double a, double b, double c, double d, double e, double f, double g, M s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_m(s) + h * 8 + i;
}
double two_m(M a, float x, M b) { return sum_m(a) * 3 - x + sum_m(b); }
M call_m(M (*f)(M, int), M s) { return f(f(s, 2), -1); }
E make_e(int seed) {
    E s;
    s.a = (int8_t)(seed * 7);
    s.b = (uint8_t)(seed * 10);
    return s;
}
static double sum_e(E s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
E bump_e(E s) {
    s.a = (int8_t)(s.a + 1);
    s.b = (uint8_t)(s.b + 1);
    return s;
}
double middle_e(int a, E s, double b) { return a + sum_e(s) * 2 + b; }
double late_e(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, E s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_e(s) + (double)f * 6 + g;
}
double float_late_e(double a, double b, double c, double d, double e, double f, double g, E s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_e(s) + h * 8 + i;
}
double two_e(E a, float x, E b) { return sum_e(a) * 3 - x + sum_e(b); }
E call_e(E (*f)(E, int), E s) { return f(f(s, 2), -1); }
EA make_ea(int seed) {
    EA s;
    s.a[0].a = (int8_t)(seed * 7);
    s.a[0].b = (uint8_t)(seed * 10);
    s.a[1].a = (int8_t)(seed * 13);
    s.a[1].b = (uint8_t)(seed * 16);
    s.a[2].a = (int8_t)(seed * 19);
    s.a[2].b = (uint8_t)(seed * 22);
    return s;
}
static double sum_ea(EA s) {
    return (double)s.a[0].a * 1 + (double)s.a[0].b * 2 + (double)s.a[1].a * 3 + (double)s.a[1].b * 4 + (double)s.a[2].a * 5 + (double)s.a[2].b * 6;
}
EA bump_ea(EA s) {
    s.a[0].a = (int8_t)(s.a[0].a + 1);
    s.a[0].b = (uint8_t)(s.a[0].b + 1);
    s.a[1].a = (int8_t)(s.a[1].a + 1);
    s.a[1].b = (uint8_t)(s.a[1].b + 1);
    s.a[2].a = (int8_t)(s.a[2].a + 1);
    s.a[2].b = (uint8_t)(s.a[2].b + 1);
    return s;
}
double middle_ea(int a, EA s, double b) { return a + sum_ea(s) * 2 + b; }
double late_ea(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, EA s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_ea(s) + (double)f * 6 + g;
}
double float_late_ea(double a, double b, double c, double d, double e, double f, double g, EA s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_ea(s) + h * 8 + i;
}
double two_ea(EA a, float x, EA b) { return sum_ea(a) * 3 - x + sum_ea(b); }
EA call_ea(EA (*f)(EA, int), EA s) { return f(f(s, 2), -1); }
EF make_ef(int seed) {
    EF s;
    s.a[0] = (float)(seed + 0) / 2;
    s.a[1] = (float)(seed + 1) / 2;
    s.b[0] = (int32_t)(seed * 13);
    s.b[1] = (int32_t)(seed * -14);
    return s;
}
static double sum_ef(EF s) {
    return (double)s.a[0] * 1 + (double)s.a[1] * 2 + (double)s.b[0] * 3 + (double)s.b[1] * 4;
}
EF bump_ef(EF s) {
    s.a[0] = (float)(s.a[0] + 1);
    s.a[1] = (float)(s.a[1] + 1);
    s.b[0] = (int32_t)(s.b[0] + 1);
    s.b[1] = (int32_t)(s.b[1] + 1);
    return s;
}
double middle_ef(int a, EF s, double b) { return a + sum_ef(s) * 2 + b; }
double late_ef(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, EF s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_ef(s) + (double)f * 6 + g;
}
double float_late_ef(double a, double b, double c, double d, double e, double f, double g, EF s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_ef(s) + h * 8 + i;
}
double two_ef(EF a, float x, EF b) { return sum_ef(a) * 3 - x + sum_ef(b); }
EF call_ef(EF (*f)(EF, int), EF s) { return f(f(s, 2), -1); }
T make_t(int seed) {
    T s;
    s.a = (uint16_t)(seed * 7);
    s.b = (float)(seed + 1) / 2;
    return s;
}
static double sum_t(T s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
T bump_t(T s) {
    s.a = (uint16_t)(s.a + 1);
    s.b = (float)(s.b + 1);
    return s;
}
double middle_t(int a, T s, double b) { return a + sum_t(s) * 2 + b; }
double late_t(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, T s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_t(s) + (double)f * 6 + g;
}
double float_late_t(double a, double b, double c, double d, double e, double f, double g, T s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_t(s) + h * 8 + i;
}
double two_t(T a, float x, T b) { return sum_t(a) * 3 - x + sum_t(b); }
T call_t(T (*f)(T, int), T s) { return f(f(s, 2), -1); }
TA make_ta(int seed) {
    TA s;
    s.a[0].a = (uint16_t)(seed * 7);
    s.a[0].b = (float)(seed + 1) / 2;
    s.a[1].a = (uint16_t)(seed * 13);
    s.a[1].b = (float)(seed + 3) / 2;
    return s;
}
static double sum_ta(TA s) {
    return (double)s.a[0].a * 1 + (double)s.a[0].b * 2 + (double)s.a[1].a * 3 + (double)s.a[1].b * 4;
}
TA bump_ta(TA s) {
    s.a[0].a = (uint16_t)(s.a[0].a + 1);
    s.a[0].b = (float)(s.a[0].b + 1);
    s.a[1].a = (uint16_t)(s.a[1].a + 1);
    s.a[1].b = (float)(s.a[1].b + 1);
    return s;
}
double middle_ta(int a, TA s, double b) { return a + sum_ta(s) * 2 + b; }
double late_ta(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, TA s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_ta(s) + (double)f * 6 + g;
}
double float_late_ta(double a, double b, double c, double d, double e, double f, double g, TA s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_ta(s) + h * 8 + i;
}
double two_ta(TA a, float x, TA b) { return sum_ta(a) * 3 - x + sum_ta(b); }
TA call_ta(TA (*f)(TA, int), TA s) { return f(f(s, 2), -1); }
TB make_tb(int seed) {
    TB s;
    s.a = (seed + 0) % 2;
    s.b[0].a = (uint16_t)(seed * 10);
    s.b[0].b = (float)(seed + 2) / 2;
    s.b[1].a = (uint16_t)(seed * 16);
    s.b[1].b = (float)(seed + 4) / 2;
    s.b[2].a = (uint16_t)(seed * 22);
    s.b[2].b = (float)(seed + 6) / 2;
    return s;
}
static double sum_tb(TB s) {
    return (double)s.a * 1 + (double)s.b[0].a * 2 + (double)s.b[0].b * 3 + (double)s.b[1].a * 4 + (double)s.b[1].b * 5 + (double)s.b[2].a * 6 + (double)s.b[2].b * 7;
}
TB bump_tb(TB s) {
    s.a = !s.a;
    s.b[0].a = (uint16_t)(s.b[0].a + 1);
    s.b[0].b = (float)(s.b[0].b + 1);
    s.b[1].a = (uint16_t)(s.b[1].a + 1);
    s.b[1].b = (float)(s.b[1].b + 1);
    s.b[2].a = (uint16_t)(s.b[2].a + 1);
    s.b[2].b = (float)(s.b[2].b + 1);
    return s;
}
double middle_tb(int a, TB s, double b) { return a + sum_tb(s) * 2 + b; }
double late_tb(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, TB s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_tb(s) + (double)f * 6 + g;
}
double float_late_tb(double a, double b, double c, double d, double e, double f, double g, TB s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_tb(s) + h * 8 + i;
}
double two_tb(TB a, float x, TB b) { return sum_tb(a) * 3 - x + sum_tb(b); }
TB call_tb(TB (*f)(TB, int), TB s) { return f(f(s, 2), -1); }
G make_g(int seed) {
    G s;
    s.a[0][0] = (seed + 0) / 4.0;
    s.a[0][1] = (seed + 1) / 4.0;
    s.a[1][0] = (seed + 2) / 4.0;
    s.a[1][1] = (seed + 3) / 4.0;
    s.b = (int8_t)(seed * 19);
    return s;
}
static double sum_g(G s) {
    return (double)s.a[0][0] * 1 + (double)s.a[0][1] * 2 + (double)s.a[1][0] * 3 + (double)s.a[1][1] * 4 + (double)s.b * 5;
}
G bump_g(G s) {
    s.a[0][0] = (double)(s.a[0][0] + 1);
    s.a[0][1] = (double)(s.a[0][1] + 1);
    s.a[1][0] = (double)(s.a[1][0] + 1);
    s.a[1][1] = (double)(s.a[1][1] + 1);
    s.b = (int8_t)(s.b + 1);
    return s;
}
double middle_g(int a, G s, double b) { return a + sum_g(s) * 2 + b; }
double late_g(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, G s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_g(s) + (double)f * 6 + g;
}
double float_late_g(double a, double b, double c, double d, double e, double f, double g, G s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_g(s) + h * 8 + i;
}
double two_g(G a, float x, G b) { return sum_g(a) * 3 - x + sum_g(b); }
G call_g(G (*f)(G, int), G s) { return f(f(s, 2), -1); }
