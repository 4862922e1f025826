#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
typedef struct { uint8_t a[17]; } B17;
typedef struct { int64_t a; int64_t b; int64_t c; } L3;
typedef struct { double a; double b; double c; } D3;
typedef struct { double a[4]; } D4;
typedef struct { float a[5]; } F5;
typedef struct { int64_t a[8]; } L8;
typedef struct { double a; double b; float c; } DDF;
typedef struct { int8_t a; double b; int8_t c; } CDC;
typedef struct { int32_t a; uint8_t b[24]; double c; } W;
B17 make_b17(int seed);
B17 bump_b17(B17 s);
double middle_b17(int a, B17 s, double b);
double late_b17(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, B17 s, int64_t f, double g);
double float_late_b17(double a, double b, double c, double d, double e, double f, double g, B17 s, double h, int i);
double two_b17(B17 a, float x, B17 b);
B17 call_b17(B17 (*f)(B17, int), B17 s);
L3 make_l3(int seed);
L3 bump_l3(L3 s);
double middle_l3(int a, L3 s, double b);
double late_l3(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, L3 s, int64_t f, double g);
double float_late_l3(double a, double b, double c, double d, double e, double f, double g, L3 s, double h, int i);
double two_l3(L3 a, float x, L3 b);
L3 call_l3(L3 (*f)(L3, int), L3 s);
D3 make_d3(int seed);
D3 bump_d3(D3 s);
double middle_d3(int a, D3 s, double b);
double late_d3(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, D3 s, int64_t f, double g);
double float_late_d3(double a, double b, double c, double d, double e, double f, double g, D3 s, double h, int i);
double two_d3(D3 a, float x, D3 b);
D3 call_d3(D3 (*f)(D3, int), D3 s);
D4 make_d4(int seed);
D4 bump_d4(D4 s);
double middle_d4(int a, D4 s, double b);
double late_d4(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, D4 s, int64_t f, double g);
double float_late_d4(double a, double b, double c, double d, double e, double f, double g, D4 s, double h, int i);
double two_d4(D4 a, float x, D4 b);
D4 call_d4(D4 (*f)(D4, int), D4 s);
F5 make_f5(int seed);
F5 bump_f5(F5 s);
double middle_f5(int a, F5 s, double b);
double late_f5(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, F5 s, int64_t f, double g);
double float_late_f5(double a, double b, double c, double d, double e, double f, double g, F5 s, double h, int i);
double two_f5(F5 a, float x, F5 b);
F5 call_f5(F5 (*f)(F5, int), F5 s);
L8 make_l8(int seed);
L8 bump_l8(L8 s);
double middle_l8(int a, L8 s, double b);
double late_l8(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, L8 s, int64_t f, double g);
double float_late_l8(double a, double b, double c, double d, double e, double f, double g, L8 s, double h, int i);
double two_l8(L8 a, float x, L8 b);
L8 call_l8(L8 (*f)(L8, int), L8 s);
DDF make_ddf(int seed);
DDF bump_ddf(DDF s);
double middle_ddf(int a, DDF s, double b);
double late_ddf(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, DDF s, int64_t f, double g);
double float_late_ddf(double a, double b, double c, double d, double e, double f, double g, DDF s, double h, int i);
double two_ddf(DDF a, float x, DDF b);
DDF call_ddf(DDF (*f)(DDF, int), DDF s);
CDC make_cdc(int seed);
CDC bump_cdc(CDC s);
double middle_cdc(int a, CDC s, double b);
double late_cdc(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, CDC s, int64_t f, double g);
double float_late_cdc(double a, double b, double c, double d, double e, double f, double g, CDC s, double h, int i);
double two_cdc(CDC a, float x, CDC b);
CDC call_cdc(CDC (*f)(CDC, int), CDC s);
W make_w(int seed);
W bump_w(W s);
double middle_w(int a, W s, double b);
double late_w(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, W s, int64_t f, double g);
double float_late_w(double a, double b, double c, double d, double e, double f, double g, W s, double h, int i);
double two_w(W a, float x, W b);
W call_w(W (*f)(W, int), W s);
static void show_b17(B17 s) {
    printf("B17: %u %u %u %u %u %u %u %u %u %u %u %u %u %u %u %u %u\n", s.a[0], s.a[1], s.a[2], s.a[3], s.a[4], s.a[5], s.a[6], s.a[7], s.a[8], s.a[9], s.a[10], s.a[11], s.a[12], s.a[13], s.a[14], s.a[15], s.a[16]);
}
static B17 change_b17(B17 s, int by) {
    s.a[0] = (uint8_t)(s.a[0] + by);
    s.a[1] = (uint8_t)(s.a[1] + by);
    s.a[2] = (uint8_t)(s.a[2] + by);
    s.a[3] = (uint8_t)(s.a[3] + by);
    s.a[4] = (uint8_t)(s.a[4] + by);
    s.a[5] = (uint8_t)(s.a[5] + by);
    s.a[6] = (uint8_t)(s.a[6] + by);
    s.a[7] = (uint8_t)(s.a[7] + by);
    s.a[8] = (uint8_t)(s.a[8] + by);
    s.a[9] = (uint8_t)(s.a[9] + by);
    s.a[10] = (uint8_t)(s.a[10] + by);
    s.a[11] = (uint8_t)(s.a[11] + by);
    s.a[12] = (uint8_t)(s.a[12] + by);
    s.a[13] = (uint8_t)(s.a[13] + by);
    s.a[14] = (uint8_t)(s.a[14] + by);
    s.a[15] = (uint8_t)(s.a[15] + by);
    s.a[16] = (uint8_t)(s.a[16] + by);
    return s;
}
static void test_b17(void) {
    B17 a = make_b17(3), b = make_b17(5);
    show_b17(a);
    show_b17(bump_b17(b));
    printf("%g %g %g %g\n", middle_b17(1, a, 0.5), late_b17(1, 2, 3, 4, 5, b, 6, 0.25), float_late_b17(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_b17(a, 1.5f, b));
    show_b17(call_b17(change_b17, a));
    printf("%zu %zu\n", sizeof(B17), _Alignof(B17));
}
static void show_l3(L3 s) {
    printf("L3: %lld %lld %lld\n", (long long)s.a, (long long)s.b, (long long)s.c);
}
static L3 change_l3(L3 s, int by) {
    s.a = (int64_t)(s.a + by);
    s.b = (int64_t)(s.b + by);
    s.c = (int64_t)(s.c + by);
    return s;
}
static void test_l3(void) {
    L3 a = make_l3(3), b = make_l3(5);
    show_l3(a);
    show_l3(bump_l3(b));
    printf("%g %g %g %g\n", middle_l3(1, a, 0.5), late_l3(1, 2, 3, 4, 5, b, 6, 0.25), float_late_l3(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_l3(a, 1.5f, b));
    show_l3(call_l3(change_l3, a));
    printf("%zu %zu\n", sizeof(L3), _Alignof(L3));
}
static void show_d3(D3 s) {
    printf("D3: %g %g %g\n", s.a, s.b, s.c);
}
static D3 change_d3(D3 s, int by) {
    s.a = (double)(s.a + by);
    s.b = (double)(s.b + by);
    s.c = (double)(s.c + by);
    return s;
}
static void test_d3(void) {
    D3 a = make_d3(3), b = make_d3(5);
    show_d3(a);
    show_d3(bump_d3(b));
    printf("%g %g %g %g\n", middle_d3(1, a, 0.5), late_d3(1, 2, 3, 4, 5, b, 6, 0.25), float_late_d3(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_d3(a, 1.5f, b));
    show_d3(call_d3(change_d3, a));
    printf("%zu %zu\n", sizeof(D3), _Alignof(D3));
}
static void show_d4(D4 s) {
    printf("D4: %g %g %g %g\n", s.a[0], s.a[1], s.a[2], s.a[3]);
}
static D4 change_d4(D4 s, int by) {
    s.a[0] = (double)(s.a[0] + by);
    s.a[1] = (double)(s.a[1] + by);
    s.a[2] = (double)(s.a[2] + by);
    s.a[3] = (double)(s.a[3] + by);
    return s;
}
static void test_d4(void) {
    D4 a = make_d4(3), b = make_d4(5);
    show_d4(a);
    show_d4(bump_d4(b));
    printf("%g %g %g %g\n", middle_d4(1, a, 0.5), late_d4(1, 2, 3, 4, 5, b, 6, 0.25), float_late_d4(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_d4(a, 1.5f, b));
    show_d4(call_d4(change_d4, a));
    printf("%zu %zu\n", sizeof(D4), _Alignof(D4));
}
static void show_f5(F5 s) {
    printf("F5: %g %g %g %g %g\n", s.a[0], s.a[1], s.a[2], s.a[3], s.a[4]);
}
static F5 change_f5(F5 s, int by) {
    s.a[0] = (float)(s.a[0] + by);
    s.a[1] = (float)(s.a[1] + by);
    s.a[2] = (float)(s.a[2] + by);
    s.a[3] = (float)(s.a[3] + by);
    s.a[4] = (float)(s.a[4] + by);
    return s;
}
static void test_f5(void) {
    F5 a = make_f5(3), b = make_f5(5);
    show_f5(a);
    show_f5(bump_f5(b));
    printf("%g %g %g %g\n", middle_f5(1, a, 0.5), late_f5(1, 2, 3, 4, 5, b, 6, 0.25), float_late_f5(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_f5(a, 1.5f, b));
    show_f5(call_f5(change_f5, a));
    printf("%zu %zu\n", sizeof(F5), _Alignof(F5));
}
static void show_l8(L8 s) {
    printf("L8: %lld %lld %lld %lld %lld %lld %lld %lld\n", (long long)s.a[0], (long long)s.a[1], (long long)s.a[2], (long long)s.a[3], (long long)s.a[4], (long long)s.a[5], (long long)s.a[6], (long long)s.a[7]);
}
static L8 change_l8(L8 s, int by) {
    s.a[0] = (int64_t)(s.a[0] + by);
    s.a[1] = (int64_t)(s.a[1] + by);
    s.a[2] = (int64_t)(s.a[2] + by);
    s.a[3] = (int64_t)(s.a[3] + by);
    s.a[4] = (int64_t)(s.a[4] + by);
    s.a[5] = (int64_t)(s.a[5] + by);
    s.a[6] = (int64_t)(s.a[6] + by);
    s.a[7] = (int64_t)(s.a[7] + by);
    return s;
}
static void test_l8(void) {
    L8 a = make_l8(3), b = make_l8(5);
    show_l8(a);
    show_l8(bump_l8(b));
    printf("%g %g %g %g\n", middle_l8(1, a, 0.5), late_l8(1, 2, 3, 4, 5, b, 6, 0.25), float_late_l8(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_l8(a, 1.5f, b));
    show_l8(call_l8(change_l8, a));
    printf("%zu %zu\n", sizeof(L8), _Alignof(L8));
}
static void show_ddf(DDF s) {
    printf("DDF: %g %g %g\n", s.a, s.b, s.c);
}
static DDF change_ddf(DDF s, int by) {
    s.a = (double)(s.a + by);
    s.b = (double)(s.b + by);
    s.c = (float)(s.c + by);
    return s;
}
static void test_ddf(void) {
    DDF a = make_ddf(3), b = make_ddf(5);
    show_ddf(a);
    show_ddf(bump_ddf(b));
    printf("%g %g %g %g\n", middle_ddf(1, a, 0.5), late_ddf(1, 2, 3, 4, 5, b, 6, 0.25), float_late_ddf(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_ddf(a, 1.5f, b));
    show_ddf(call_ddf(change_ddf, a));
    printf("%zu %zu\n", sizeof(DDF), _Alignof(DDF));
}
static void show_cdc(CDC s) {
    printf("CDC: %d %g %d\n", s.a, s.b, s.c);
}
static CDC change_cdc(CDC s, int by) {
    s.a = (int8_t)(s.a + by);
    s.b = (double)(s.b + by);
    s.c = (int8_t)(s.c + by);
    return s;
}
static void test_cdc(void) {
    CDC a = make_cdc(3), b = make_cdc(5);
    show_cdc(a);
    show_cdc(bump_cdc(b));
    printf("%g %g %g %g\n", middle_cdc(1, a, 0.5), late_cdc(1, 2, 3, 4, 5, b, 6, 0.25), float_late_cdc(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_cdc(a, 1.5f, b));
    show_cdc(call_cdc(change_cdc, a));
    printf("%zu %zu\n", sizeof(CDC), _Alignof(CDC));
}
static void show_w(W s) {
    printf("W: %d %u %u %u %u %u %u %u %u %u %u %u %u %u %u %u %u %u %u %u %u %u %u %u %u %g\n", s.a, s.b[0], s.b[1], s.b[2], s.b[3], s.b[4], s.b[5], s.b[6], s.b[7], s.b[8], s.b[9], s.b[10], s.b[11], s.b[12], s.b[13], s.b[14], s.b[15], s.b[16], s.b[17], s.b[18], s.b[19], s.b[20], s.b[21], s.b[22], s.b[23], s.c);
}
static W change_w(W s, int by) {
    s.a = (int32_t)(s.a + by);
    s.b[0] = (uint8_t)(s.b[0] + by);
    s.b[1] = (uint8_t)(s.b[1] + by);
    s.b[2] = (uint8_t)(s.b[2] + by);
    s.b[3] = (uint8_t)(s.b[3] + by);
    s.b[4] = (uint8_t)(s.b[4] + by);
    s.b[5] = (uint8_t)(s.b[5] + by);
    s.b[6] = (uint8_t)(s.b[6] + by);
    s.b[7] = (uint8_t)(s.b[7] + by);
    s.b[8] = (uint8_t)(s.b[8] + by);
    s.b[9] = (uint8_t)(s.b[9] + by);
    s.b[10] = (uint8_t)(s.b[10] + by);
    s.b[11] = (uint8_t)(s.b[11] + by);
    s.b[12] = (uint8_t)(s.b[12] + by);
    s.b[13] = (uint8_t)(s.b[13] + by);
    s.b[14] = (uint8_t)(s.b[14] + by);
    s.b[15] = (uint8_t)(s.b[15] + by);
    s.b[16] = (uint8_t)(s.b[16] + by);
    s.b[17] = (uint8_t)(s.b[17] + by);
    s.b[18] = (uint8_t)(s.b[18] + by);
    s.b[19] = (uint8_t)(s.b[19] + by);
    s.b[20] = (uint8_t)(s.b[20] + by);
    s.b[21] = (uint8_t)(s.b[21] + by);
    s.b[22] = (uint8_t)(s.b[22] + by);
    s.b[23] = (uint8_t)(s.b[23] + by);
    s.c = (double)(s.c + by);
    return s;
}
static void test_w(void) {
    W a = make_w(3), b = make_w(5);
    show_w(a);
    show_w(bump_w(b));
    printf("%g %g %g %g\n", middle_w(1, a, 0.5), late_w(1, 2, 3, 4, 5, b, 6, 0.25), float_late_w(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_w(a, 1.5f, b));
    show_w(call_w(change_w, a));
    printf("%zu %zu\n", sizeof(W), _Alignof(W));
}
int main(void) {
    test_b17();
    test_l3();
    test_d3();
    test_d4();
    test_f5();
    test_l8();
    test_ddf();
    test_cdc();
    test_w();
}
