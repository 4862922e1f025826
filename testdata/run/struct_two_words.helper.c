#include <stdbool.h>
#include <stdint.h>
typedef struct { int64_t a; uint64_t b; } L2;
typedef struct { int32_t a; int32_t b; int32_t c; } I3;
typedef struct { int32_t a; uint32_t b; int32_t c; uint32_t d; } I4;
typedef struct { int64_t a; int8_t b; } LC;
typedef struct { uint8_t a; int64_t b; } CL;
typedef struct { uint8_t a[9]; } B9;
typedef struct { int8_t a[16]; } B16;
typedef struct { int16_t a[8]; } H8;
typedef struct { int64_t a; int32_t b; int16_t c; } LIS;
L2 make_l2(int seed) {
    L2 s;
    s.a = (int64_t)(seed * 7);
    s.b = (uint64_t)(seed * 10);
    return s;
}
static double sum_l2(L2 s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
L2 bump_l2(L2 s) {
    s.a = (int64_t)(s.a + 1);
    s.b = (uint64_t)(s.b + 1);
    return s;
}
double middle_l2(int a, L2 s, double b) { return a + sum_l2(s) * 2 + b; }
double late_l2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, L2 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_l2(s) + (double)f * 6 + g;
}
double float_late_l2(double a, double b, double c, double d, double e, double f, double g, L2 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_l2(s) + h * 8 + i;
}
double two_l2(L2 a, float x, L2 b) { return sum_l2(a) * 3 - x + sum_l2(b); }
L2 call_l2(L2 (*f)(L2, int), L2 s) { return f(f(s, 2), -1); }
I3 make_i3(int seed) {
    I3 s;
    s.a = (int32_t)(seed * 7);
    s.b = (int32_t)(seed * -8);
    s.c = (int32_t)(seed * 13);
    return s;
}
static double sum_i3(I3 s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
I3 bump_i3(I3 s) {
    s.a = (int32_t)(s.a + 1);
    s.b = (int32_t)(s.b + 1);
    s.c = (int32_t)(s.c + 1);
    return s;
}
double middle_i3(int a, I3 s, double b) { return a + sum_i3(s) * 2 + b; }
double late_i3(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, I3 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_i3(s) + (double)f * 6 + g;
}
double float_late_i3(double a, double b, double c, double d, double e, double f, double g, I3 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_i3(s) + h * 8 + i;
}
double two_i3(I3 a, float x, I3 b) { return sum_i3(a) * 3 - x + sum_i3(b); }
I3 call_i3(I3 (*f)(I3, int), I3 s) { return f(f(s, 2), -1); }
I4 make_i4(int seed) {
    I4 s;
    s.a = (int32_t)(seed * 7);
    s.b = (uint32_t)(seed * 10);
    s.c = (int32_t)(seed * 13);
    s.d = (uint32_t)(seed * 16);
    return s;
}
static double sum_i4(I4 s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3 + (double)s.d * 4;
}
I4 bump_i4(I4 s) {
    s.a = (int32_t)(s.a + 1);
    s.b = (uint32_t)(s.b + 1);
    s.c = (int32_t)(s.c + 1);
    s.d = (uint32_t)(s.d + 1);
    return s;
}
double middle_i4(int a, I4 s, double b) { return a + sum_i4(s) * 2 + b; }
double late_i4(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, I4 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_i4(s) + (double)f * 6 + g;
}
double float_late_i4(double a, double b, double c, double d, double e, double f, double g, I4 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_i4(s) + h * 8 + i;
}
double two_i4(I4 a, float x, I4 b) { return sum_i4(a) * 3 - x + sum_i4(b); }
I4 call_i4(I4 (*f)(I4, int), I4 s) { return f(f(s, 2), -1); }
LC make_lc(int seed) {
    LC s;
    s.a = (int64_t)(seed * 7);
    s.b = (int8_t)(seed * -8);
    return s;
}
static double sum_lc(LC s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
LC bump_lc(LC s) {
    s.a = (int64_t)(s.a + 1);
    s.b = (int8_t)(s.b + 1);
    return s;
}
double middle_lc(int a, LC s, double b) { return a + sum_lc(s) * 2 + b; }
double late_lc(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, LC s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_lc(s) + (double)f * 6 + g;
}
double float_late_lc(double a, double b, double c, double d, double e, double f, double g, LC s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_lc(s) + h * 8 + i;
}
double two_lc(LC a, float x, LC b) { return sum_lc(a) * 3 - x + sum_lc(b); }
LC call_lc(LC (*f)(LC, int), LC s) { return f(f(s, 2), -1); }
CL make_cl(int seed) {
    CL s;
    s.a = (uint8_t)(seed * 7);
    s.b = (int64_t)(seed * -8);
    return s;
}
static double sum_cl(CL s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
CL bump_cl(CL s) {
    s.a = (uint8_t)(s.a + 1);
    s.b = (int64_t)(s.b + 1);
    return s;
}
double middle_cl(int a, CL s, double b) { return a + sum_cl(s) * 2 + b; }
double late_cl(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, CL s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_cl(s) + (double)f * 6 + g;
}
double float_late_cl(double a, double b, double c, double d, double e, double f, double g, CL s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_cl(s) + h * 8 + i;
}
double two_cl(CL a, float x, CL b) { return sum_cl(a) * 3 - x + sum_cl(b); }
CL call_cl(CL (*f)(CL, int), CL s) { return f(f(s, 2), -1); }
B9 make_b9(int seed) {
    B9 s;
    s.a[0] = (uint8_t)(seed * 7);
    s.a[1] = (uint8_t)(seed * 10);
    s.a[2] = (uint8_t)(seed * 13);
    s.a[3] = (uint8_t)(seed * 16);
    s.a[4] = (uint8_t)(seed * 19);
    s.a[5] = (uint8_t)(seed * 22);
    s.a[6] = (uint8_t)(seed * 25);
    s.a[7] = (uint8_t)(seed * 28);
    s.a[8] = (uint8_t)(seed * 31);
    return s;
}
static double sum_b9(B9 s) {
    return (double)s.a[0] * 1 + (double)s.a[1] * 2 + (double)s.a[2] * 3 + (double)s.a[3] * 4 + (double)s.a[4] * 5 + (double)s.a[5] * 6 + (double)s.a[6] * 7 + (double)s.a[7] * 8 + (double)s.a[8] * 9;
}
B9 bump_b9(B9 s) {
    s.a[0] = (uint8_t)(s.a[0] + 1);
    s.a[1] = (uint8_t)(s.a[1] + 1);
    s.a[2] = (uint8_t)(s.a[2] + 1);
    s.a[3] = (uint8_t)(s.a[3] + 1);
    s.a[4] = (uint8_t)(s.a[4] + 1);
    s.a[5] = (uint8_t)(s.a[5] + 1);
    s.a[6] = (uint8_t)(s.a[6] + 1);
    s.a[7] = (uint8_t)(s.a[7] + 1);
    s.a[8] = (uint8_t)(s.a[8] + 1);
    return s;
}
double middle_b9(int a, B9 s, double b) { return a + sum_b9(s) * 2 + b; }
double late_b9(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, B9 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_b9(s) + (double)f * 6 + g;
}
double float_late_b9(double a, double b, double c, double d, double e, double f, double g, B9 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_b9(s) + h * 8 + i;
}
double two_b9(B9 a, float x, B9 b) { return sum_b9(a) * 3 - x + sum_b9(b); }
B9 call_b9(B9 (*f)(B9, int), B9 s) { return f(f(s, 2), -1); }
B16 make_b16(int seed) {
    B16 s;
    s.a[0] = (int8_t)(seed * 7);
    s.a[1] = (int8_t)(seed * -8);
    s.a[2] = (int8_t)(seed * 13);
    s.a[3] = (int8_t)(seed * -14);
    s.a[4] = (int8_t)(seed * 19);
    s.a[5] = (int8_t)(seed * -20);
    s.a[6] = (int8_t)(seed * 25);
    s.a[7] = (int8_t)(seed * -26);
    s.a[8] = (int8_t)(seed * 31);
    s.a[9] = (int8_t)(seed * -32);
    s.a[10] = (int8_t)(seed * 37);
    s.a[11] = (int8_t)(seed * -38);
    s.a[12] = (int8_t)(seed * 43);
    s.a[13] = (int8_t)(seed * -44);
    s.a[14] = (int8_t)(seed * 49);
    s.a[15] = (int8_t)(seed * -50);
    return s;
}
static double sum_b16(B16 s) {
    return (double)s.a[0] * 1 + (double)s.a[1] * 2 + (double)s.a[2] * 3 + (double)s.a[3] * 4 + (double)s.a[4] * 5 + (double)s.a[5] * 6 + (double)s.a[6] * 7 + (double)s.a[7] * 8 + (double)s.a[8] * 9 + (double)s.a[9] * 10 + (double)s.a[10] * 11 + (double)s.a[11] * 12 + (double)s.a[12] * 13 + (double)s.a[13] * 14 + (double)s.a[14] * 15 + (double)s.a[15] * 16;
}
B16 bump_b16(B16 s) {
    s.a[0] = (int8_t)(s.a[0] + 1);
    s.a[1] = (int8_t)(s.a[1] + 1);
    s.a[2] = (int8_t)(s.a[2] + 1);
    s.a[3] = (int8_t)(s.a[3] + 1);
    s.a[4] = (int8_t)(s.a[4] + 1);
    s.a[5] = (int8_t)(s.a[5] + 1);
    s.a[6] = (int8_t)(s.a[6] + 1);
    s.a[7] = (int8_t)(s.a[7] + 1);
    s.a[8] = (int8_t)(s.a[8] + 1);
    s.a[9] = (int8_t)(s.a[9] + 1);
    s.a[10] = (int8_t)(s.a[10] + 1);
    s.a[11] = (int8_t)(s.a[11] + 1);
    s.a[12] = (int8_t)(s.a[12] + 1);
    s.a[13] = (int8_t)(s.a[13] + 1);
    s.a[14] = (int8_t)(s.a[14] + 1);
    s.a[15] = (int8_t)(s.a[15] + 1);
    return s;
}
double middle_b16(int a, B16 s, double b) { return a + sum_b16(s) * 2 + b; }
double late_b16(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, B16 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_b16(s) + (double)f * 6 + g;
}
double float_late_b16(double a, double b, double c, double d, double e, double f, double g, B16 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_b16(s) + h * 8 + i;
}
double two_b16(B16 a, float x, B16 b) { return sum_b16(a) * 3 - x + sum_b16(b); }
B16 call_b16(B16 (*f)(B16, int), B16 s) { return f(f(s, 2), -1); }
H8 make_h8(int seed) {
    H8 s;
    s.a[0] = (int16_t)(seed * 7);
    s.a[1] = (int16_t)(seed * -8);
    s.a[2] = (int16_t)(seed * 13);
    s.a[3] = (int16_t)(seed * -14);
    s.a[4] = (int16_t)(seed * 19);
    s.a[5] = (int16_t)(seed * -20);
    s.a[6] = (int16_t)(seed * 25);
    s.a[7] = (int16_t)(seed * -26);
    return s;
}
static double sum_h8(H8 s) {
    return (double)s.a[0] * 1 + (double)s.a[1] * 2 + (double)s.a[2] * 3 + (double)s.a[3] * 4 + (double)s.a[4] * 5 + (double)s.a[5] * 6 + (double)s.a[6] * 7 + (double)s.a[7] * 8;
}
H8 bump_h8(H8 s) {
    s.a[0] = (int16_t)(s.a[0] + 1);
    s.a[1] = (int16_t)(s.a[1] + 1);
    s.a[2] = (int16_t)(s.a[2] + 1);
    s.a[3] = (int16_t)(s.a[3] + 1);
    s.a[4] = (int16_t)(s.a[4] + 1);
    s.a[5] = (int16_t)(s.a[5] + 1);
    s.a[6] = (int16_t)(s.a[6] + 1);
    s.a[7] = (int16_t)(s.a[7] + 1);
    return s;
}
double middle_h8(int a, H8 s, double b) { return a + sum_h8(s) * 2 + b; }
double late_h8(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, H8 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_h8(s) + (double)f * 6 + g;
}
double float_late_h8(double a, double b, double c, double d, double e, double f, double g, H8 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_h8(s) + h * 8 + i;
}
double two_h8(H8 a, float x, H8 b) { return sum_h8(a) * 3 - x + sum_h8(b); }
H8 call_h8(H8 (*f)(H8, int), H8 s) { return f(f(s, 2), -1); }
LIS make_lis(int seed) {
    LIS s;
    s.a = (int64_t)(seed * 7);
    s.b = (int32_t)(seed * -8);
    s.c = (int16_t)(seed * 13);
    return s;
}
static double sum_lis(LIS s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
LIS bump_lis(LIS s) {
    s.a = (int64_t)(s.a + 1);
    s.b = (int32_t)(s.b + 1);
    s.c = (int16_t)(s.c + 1);
    return s;
}
double middle_lis(int a, LIS s, double b) { return a + sum_lis(s) * 2 + b; }
double late_lis(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, LIS s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_lis(s) + (double)f * 6 + g;
}
double float_late_lis(double a, double b, double c, double d, double e, double f, double g, LIS s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_lis(s) + h * 8 + i;
}
double two_lis(LIS a, float x, LIS b) { return sum_lis(a) * 3 - x + sum_lis(b); }
LIS call_lis(LIS (*f)(LIS, int), LIS s) { return f(f(s, 2), -1); }
