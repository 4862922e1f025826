#include <stdbool.h>
#include <stdint.h>
typedef struct { uint8_t a[17]; } B17;
typedef struct { int64_t a; int64_t b; int64_t c; } L3;
typedef struct { double a; double b; double c; } D3;
typedef struct { double a[4]; } D4;
typedef struct { float a[5]; } F5;
typedef struct { int64_t a[8]; } L8;
typedef struct { double a; double b; float c; } DDF;
typedef struct { int8_t a; double b; int8_t c; } CDC;
typedef struct { int32_t a; uint8_t b[24]; double c; } W;
B17 make_b17(int seed) {
    B17 s;
    s.a[0] = (uint8_t)(seed * 7);
    s.a[1] = (uint8_t)(seed * 10);
    s.a[2] = (uint8_t)(seed * 13);
    s.a[3] = (uint8_t)(seed * 16);
    s.a[4] = (uint8_t)(seed * 19);
    s.a[5] = (uint8_t)(seed * 22);
    s.a[6] = (uint8_t)(seed * 25);
    s.a[7] = (uint8_t)(seed * 28);
    s.a[8] = (uint8_t)(seed * 31);
    s.a[9] = (uint8_t)(seed * 34);
    s.a[10] = (uint8_t)(seed * 37);
    s.a[11] = (uint8_t)(seed * 40);
    s.a[12] = (uint8_t)(seed * 43);
    s.a[13] = (uint8_t)(seed * 46);
    s.a[14] = (uint8_t)(seed * 49);
    s.a[15] = (uint8_t)(seed * 52);
    s.a[16] = (uint8_t)(seed * 55);
    return s;
}
static double sum_b17(B17 s) {
    return (double)s.a[0] * 1 + (double)s.a[1] * 2 + (double)s.a[2] * 3 + (double)s.a[3] * 4 + (double)s.a[4] * 5 + (double)s.a[5] * 6 + (double)s.a[6] * 7 + (double)s.a[7] * 8 + (double)s.a[8] * 9 + (double)s.a[9] * 10 + (double)s.a[10] * 11 + (double)s.a[11] * 12 + (double)s.a[12] * 13 + (double)s.a[13] * 14 + (double)s.a[14] * 15 + (double)s.a[15] * 16 + (double)s.a[16] * 17;
}
B17 bump_b17(B17 s) {
    s.a[0] = (uint8_t)(s.a[0] + 1);
    s.a[1] = (uint8_t)(s.a[1] + 1);
    s.a[2] = (uint8_t)(s.a[2] + 1);
    s.a[3] = (uint8_t)(s.a[3] + 1);
    s.a[4] = (uint8_t)(s.a[4] + 1);
    s.a[5] = (uint8_t)(s.a[5] + 1);
    s.a[6] = (uint8_t)(s.a[6] + 1);
    s.a[7] = (uint8_t)(s.a[7] + 1);
    s.a[8] = (uint8_t)(s.a[8] + 1);
    s.a[9] = (uint8_t)(s.a[9] + 1);
    s.a[10] = (uint8_t)(s.a[10] + 1);
    s.a[11] = (uint8_t)(s.a[11] + 1);
    s.a[12] = (uint8_t)(s.a[12] + 1);
    s.a[13] = (uint8_t)(s.a[13] + 1);
    s.a[14] = (uint8_t)(s.a[14] + 1);
    s.a[15] = (uint8_t)(s.a[15] + 1);
    s.a[16] = (uint8_t)(s.a[16] + 1);
    return s;
}
double middle_b17(int a, B17 s, double b) { return a + sum_b17(s) * 2 + b; }
double late_b17(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, B17 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_b17(s) + (double)f * 6 + g;
}
double float_late_b17(double a, double b, double c, double d, double e, double f, double g, B17 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_b17(s) + h * 8 + i;
}
double two_b17(B17 a, float x, B17 b) { return sum_b17(a) * 3 - x + sum_b17(b); }
B17 call_b17(B17 (*f)(B17, int), B17 s) { return f(f(s, 2), -1); }
L3 make_l3(int seed) {
    L3 s;
    s.a = (int64_t)(seed * 7);
    s.b = (int64_t)(seed * -8);
    s.c = (int64_t)(seed * 13);
    return s;
}
static double sum_l3(L3 s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
L3 bump_l3(L3 s) {
    s.a = (int64_t)(s.a + 1);
    s.b = (int64_t)(s.b + 1);
    s.c = (int64_t)(s.c + 1);
    return s;
}
double middle_l3(int a, L3 s, double b) { return a + sum_l3(s) * 2 + b; }
double late_l3(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, L3 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_l3(s) + (double)f * 6 + g;
}
double float_late_l3(double a, double b, double c, double d, double e, double f, double g, L3 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_l3(s) + h * 8 + i;
}
double two_l3(L3 a, float x, L3 b) { return sum_l3(a) * 3 - x + sum_l3(b); }
L3 call_l3(L3 (*f)(L3, int), L3 s) { return f(f(s, 2), -1); }
D3 make_d3(int seed) {
    D3 s;
    s.a = (seed + 0) / 4.0;
    s.b = (seed + 1) / 4.0;
    s.c = (seed + 2) / 4.0;
    return s;
}
static double sum_d3(D3 s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
D3 bump_d3(D3 s) {
    s.a = (double)(s.a + 1);
    s.b = (double)(s.b + 1);
    s.c = (double)(s.c + 1);
    return s;
}
double middle_d3(int a, D3 s, double b) { return a + sum_d3(s) * 2 + b; }
double late_d3(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, D3 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_d3(s) + (double)f * 6 + g;
}
double float_late_d3(double a, double b, double c, double d, double e, double f, double g, D3 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_d3(s) + h * 8 + i;
}
double two_d3(D3 a, float x, D3 b) { return sum_d3(a) * 3 - x + sum_d3(b); }
D3 call_d3(D3 (*f)(D3, int), D3 s) { return f(f(s, 2), -1); }
D4 make_d4(int seed) {
    D4 s;
    s.a[0] = (seed + 0) / 4.0;
    s.a[1] = (seed + 1) / 4.0;
    s.a[2] = (seed + 2) / 4.0;
    s.a[3] = (seed + 3) / 4.0;
    return s;
}
static double sum_d4(D4 s) {
    return (double)s.a[0] * 1 + (double)s.a[1] * 2 + (double)s.a[2] * 3 + (double)s.a[3] * 4;
}
D4 bump_d4(D4 s) {
    s.a[0] = (double)(s.a[0] + 1);
    s.a[1] = (double)(s.a[1] + 1);
    s.a[2] = (double)(s.a[2] + 1);
    s.a[3] = (double)(s.a[3] + 1);
    return s;
}
double middle_d4(int a, D4 s, double b) { return a + sum_d4(s) * 2 + b; }
double late_d4(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, D4 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_d4(s) + (double)f * 6 + g;
}
double float_late_d4(double a, double b, double c, double d, double e, double f, double g, D4 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_d4(s) + h * 8 + i;
}
double two_d4(D4 a, float x, D4 b) { return sum_d4(a) * 3 - x + sum_d4(b); }
D4 call_d4(D4 (*f)(D4, int), D4 s) { return f(f(s, 2), -1); }
F5 make_f5(int seed) {
    F5 s;
    s.a[0] = (float)(seed + 0) / 2;
    s.a[1] = (float)(seed + 1) / 2;
    s.a[2] = (float)(seed + 2) / 2;
    s.a[3] = (float)(seed + 3) / 2;
    s.a[4] = (float)(seed + 4) / 2;
    return s;
}
static double sum_f5(F5 s) {
    return (double)s.a[0] * 1 + (double)s.a[1] * 2 + (double)s.a[2] * 3 + (double)s.a[3] * 4 + (double)s.a[4] * 5;
}
F5 bump_f5(F5 s) {
    s.a[0] = (float)(s.a[0] + 1);
    s.a[1] = (float)(s.a[1] + 1);
    s.a[2] = (float)(s.a[2] + 1);
    s.a[3] = (float)(s.a[3] + 1);
    s.a[4] = (float)(s.a[4] + 1);
    return s;
}
double middle_f5(int a, F5 s, double b) { return a + sum_f5(s) * 2 + b; }
double late_f5(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, F5 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_f5(s) + (double)f * 6 + g;
}
double float_late_f5(double a, double b, double c, double d, double e, double f, double g, F5 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_f5(s) + h * 8 + i;
}
double two_f5(F5 a, float x, F5 b) { return sum_f5(a) * 3 - x + sum_f5(b); }
F5 call_f5(F5 (*f)(F5, int), F5 s) { return f(f(s, 2), -1); }
L8 make_l8(int seed) {
    L8 s;
    s.a[0] = (int64_t)(seed * 7);
    s.a[1] = (int64_t)(seed * -8);
    s.a[2] = (int64_t)(seed * 13);
    s.a[3] = (int64_t)(seed * -14);
    s.a[4] = (int64_t)(seed * 19);
    s.a[5] = (int64_t)(seed * -20);
    s.a[6] = (int64_t)(seed * 25);
    s.a[7] = (int64_t)(seed * -26);
    return s;
}
static double sum_l8(L8 s) {
    return (double)s.a[0] * 1 + (double)s.a[1] * 2 + (double)s.a[2] * 3 + (double)s.a[3] * 4 + (double)s.a[4] * 5 + (double)s.a[5] * 6 + (double)s.a[6] * 7 + (double)s.a[7] * 8;
}
L8 bump_l8(L8 s) {
    s.a[0] = (int64_t)(s.a[0] + 1);
    s.a[1] = (int64_t)(s.a[1] + 1);
    s.a[2] = (int64_t)(s.a[2] + 1);
    s.a[3] = (int64_t)(s.a[3] + 1);
    s.a[4] = (int64_t)(s.a[4] + 1);
    s.a[5] = (int64_t)(s.a[5] + 1);
    s.a[6] = (int64_t)(s.a[6] + 1);
    s.a[7] = (int64_t)(s.a[7] + 1);
    return s;
}
double middle_l8(int a, L8 s, double b) { return a + sum_l8(s) * 2 + b; }
double late_l8(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, L8 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_l8(s) + (double)f * 6 + g;
}
double float_late_l8(double a, double b, double c, double d, double e, double f, double g, L8 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_l8(s) + h * 8 + i;
}
double two_l8(L8 a, float x, L8 b) { return sum_l8(a) * 3 - x + sum_l8(b); }
L8 call_l8(L8 (*f)(L8, int), L8 s) { return f(f(s, 2), -1); }
DDF make_ddf(int seed) {
    DDF s;
    s.a = (seed + 0) / 4.0;
    s.b = (seed + 1) / 4.0;
    s.c = (float)(seed + 2) / 2;
    return s;
}
static double sum_ddf(DDF s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
DDF bump_ddf(DDF s) {
    s.a = (double)(s.a + 1);
    s.b = (double)(s.b + 1);
    s.c = (float)(s.c + 1);
    return s;
}
double middle_ddf(int a, DDF s, double b) { return a + sum_ddf(s) * 2 + b; }
double late_ddf(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, DDF s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_ddf(s) + (double)f * 6 + g;
}
double float_late_ddf(double a, double b, double c, double d, double e, double f, double g, DDF s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_ddf(s) + h * 8 + i;
}
double two_ddf(DDF a, float x, DDF b) { return sum_ddf(a) * 3 - x + sum_ddf(b); }
DDF call_ddf(DDF (*f)(DDF, int), DDF s) { return f(f(s, 2), -1); }
CDC make_cdc(int seed) {
    CDC s;
    s.a = (int8_t)(seed * 7);
    s.b = (seed + 1) / 4.0;
    s.c = (int8_t)(seed * 13);
    return s;
}
static double sum_cdc(CDC s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
CDC bump_cdc(CDC s) {
    s.a = (int8_t)(s.a + 1);
    s.b = (double)(s.b + 1);
    s.c = (int8_t)(s.c + 1);
    return s;
}
double middle_cdc(int a, CDC s, double b) { return a + sum_cdc(s) * 2 + b; }
double late_cdc(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, CDC s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_cdc(s) + (double)f * 6 + g;
}
double float_late_cdc(double a, double b, double c, double d, double e, double f, double g, CDC s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_cdc(s) + h * 8 + i;
}
double two_cdc(CDC a, float x, CDC b) { return sum_cdc(a) * 3 - x + sum_cdc(b); }
CDC call_cdc(CDC (*f)(CDC, int), CDC s) { return f(f(s, 2), -1); }
W make_w(int seed) {
    W s;
    s.a = (int32_t)(seed * 7);
    s.b[0] = (uint8_t)(seed * 10);
    s.b[1] = (uint8_t)(seed * 13);
    s.b[2] = (uint8_t)(seed * 16);
    s.b[3] = (uint8_t)(seed * 19);
    s.b[4] = (uint8_t)(seed * 22);
    s.b[5] = (uint8_t)(seed * 25);
    s.b[6] = (uint8_t)(seed * 28);
    s.b[7] = (uint8_t)(seed * 31);
    s.b[8] = (uint8_t)(seed * 34);
    s.b[9] = (uint8_t)(seed * 37);
    s.b[10] = (uint8_t)(seed * 40);
    s.b[11] = (uint8_t)(seed * 43);
    s.b[12] = (uint8_t)(seed * 46);
    s.b[13] = (uint8_t)(seed * 49);
    s.b[14] = (uint8_t)(seed * 52);
    s.b[15] = (uint8_t)(seed * 55);
    s.b[16] = (uint8_t)(seed * 58);
    s.b[17] = (uint8_t)(seed * 61);
    s.b[18] = (uint8_t)(seed * 64);
    s.b[19] = (uint8_t)(seed * 67);
    s.b[20] = (uint8_t)(seed * 70);
    s.b[21] = (uint8_t)(seed * 73);
    s.b[22] = (uint8_t)(seed * 76);
    s.b[23] = (uint8_t)(seed * 79);
    s.c = (seed + 25) / 4.0;
    return s;
}
static double sum_w(W s) {
    return (double)s.a * 1 + (double)s.b[0] * 2 + (double)s.b[1] * 3 + (double)s.b[2] * 4 + (double)s.b[3] * 5 + (double)s.b[4] * 6 + (double)s.b[5] * 7 + (double)s.b[6] * 8 + (double)s.b[7] * 9 + (double)s.b[8] * 10 + (double)s.b[9] * 11 + (double)s.b[10] * 12 + (double)s.b[11] * 13 + (double)s.b[12] * 14 + (double)s.b[13] * 15 + (double)s.b[14] * 16 + (double)s.b[15] * 17 + (double)s.b[16] * 18 + (double)s.b[17] * 19 + (double)s.b[18] * 20 + (double)s.b[19] * 21 + (double)s.b[20] * 22 + (double)s.b[21] * 23 + (double)s.b[22] * 24 + (double)s.b[23] * 25 + (double)s.c * 26;
}
W bump_w(W s) {
    s.a = (int32_t)(s.a + 1);
    s.b[0] = (uint8_t)(s.b[0] + 1);
    s.b[1] = (uint8_t)(s.b[1] + 1);
    s.b[2] = (uint8_t)(s.b[2] + 1);
    s.b[3] = (uint8_t)(s.b[3] + 1);
    s.b[4] = (uint8_t)(s.b[4] + 1);
    s.b[5] = (uint8_t)(s.b[5] + 1);
    s.b[6] = (uint8_t)(s.b[6] + 1);
    s.b[7] = (uint8_t)(s.b[7] + 1);
    s.b[8] = (uint8_t)(s.b[8] + 1);
    s.b[9] = (uint8_t)(s.b[9] + 1);
    s.b[10] = (uint8_t)(s.b[10] + 1);
    s.b[11] = (uint8_t)(s.b[11] + 1);
    s.b[12] = (uint8_t)(s.b[12] + 1);
    s.b[13] = (uint8_t)(s.b[13] + 1);
    s.b[14] = (uint8_t)(s.b[14] + 1);
    s.b[15] = (uint8_t)(s.b[15] + 1);
    s.b[16] = (uint8_t)(s.b[16] + 1);
    s.b[17] = (uint8_t)(s.b[17] + 1);
    s.b[18] = (uint8_t)(s.b[18] + 1);
    s.b[19] = (uint8_t)(s.b[19] + 1);
    s.b[20] = (uint8_t)(s.b[20] + 1);
    s.b[21] = (uint8_t)(s.b[21] + 1);
    s.b[22] = (uint8_t)(s.b[22] + 1);
    s.b[23] = (uint8_t)(s.b[23] + 1);
    s.c = (double)(s.c + 1);
    return s;
}
double middle_w(int a, W s, double b) { return a + sum_w(s) * 2 + b; }
double late_w(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, W s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_w(s) + (double)f * 6 + g;
}
double float_late_w(double a, double b, double c, double d, double e, double f, double g, W s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_w(s) + h * 8 + i;
}
double two_w(W a, float x, W b) { return sum_w(a) * 3 - x + sum_w(b); }
W call_w(W (*f)(W, int), W s) { return f(f(s, 2), -1); }
