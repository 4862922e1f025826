#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
typedef struct { int64_t a; uint64_t b; } L2;
typedef struct { int32_t a; int32_t b; int32_t c; } I3;
typedef struct { int32_t a; uint32_t b; int32_t c; uint32_t d; } I4;
typedef struct { int64_t a; int8_t b; } LC;
typedef struct { uint8_t a; int64_t b; } CL;
typedef struct { uint8_t a[9]; } B9;
typedef struct { int8_t a[16]; } B16;
typedef struct { int16_t a[8]; } H8;
typedef struct { int64_t a; int32_t b; int16_t c; } LIS;
L2 make_l2(int seed);
L2 bump_l2(L2 s);
double middle_l2(int a, L2 s, double b);
double late_l2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, L2 s, int64_t f, double g);
double float_late_l2(double a, double b, double c, double d, double e, double f, double g, L2 s, double h, int i);
double two_l2(L2 a, float x, L2 b);
L2 call_l2(L2 (*f)(L2, int), L2 s);
I3 make_i3(int seed);
I3 bump_i3(I3 s);
double middle_i3(int a, I3 s, double b);
double late_i3(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, I3 s, int64_t f, double g);
double float_late_i3(double a, double b, double c, double d, double e, double f, double g, I3 s, double h, int i);
double two_i3(I3 a, float x, I3 b);
I3 call_i3(I3 (*f)(I3, int), I3 s);
I4 make_i4(int seed);
I4 bump_i4(I4 s);
double middle_i4(int a, I4 s, double b);
double late_i4(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, I4 s, int64_t f, double g);
double float_late_i4(double a, double b, double c, double d, double e, double f, double g, I4 s, double h, int i);
double two_i4(I4 a, float x, I4 b);
I4 call_i4(I4 (*f)(I4, int), I4 s);
LC make_lc(int seed);
LC bump_lc(LC s);
double middle_lc(int a, LC s, double b);
double late_lc(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, LC s, int64_t f, double g);
double float_late_lc(double a, double b, double c, double d, double e, double f, double g, LC s, double h, int i);
double two_lc(LC a, float x, LC b);
LC call_lc(LC (*f)(LC, int), LC s);
CL make_cl(int seed);
CL bump_cl(CL s);
double middle_cl(int a, CL s, double b);
double late_cl(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, CL s, int64_t f, double g);
double float_late_cl(double a, double b, double c, double d, double e, double f, double g, CL s, double h, int i);
double two_cl(CL a, float x, CL b);
CL call_cl(CL (*f)(CL, int), CL s);
B9 make_b9(int seed);
B9 bump_b9(B9 s);
double middle_b9(int a, B9 s, double b);
double late_b9(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, B9 s, int64_t f, double g);
double float_late_b9(double a, double b, double c, double d, double e, double f, double g, B9 s, double h, int i);
double two_b9(B9 a, float x, B9 b);
B9 call_b9(B9 (*f)(B9, int), B9 s);
B16 make_b16(int seed);
B16 bump_b16(B16 s);
double middle_b16(int a, B16 s, double b);
double late_b16(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, B16 s, int64_t f, double g);
double float_late_b16(double a, double b, double c, double d, double e, double f, double g, B16 s, double h, int i);
double two_b16(B16 a, float x, B16 b);
B16 call_b16(B16 (*f)(B16, int), B16 s);
H8 make_h8(int seed);
H8 bump_h8(H8 s);
double middle_h8(int a, H8 s, double b);
double late_h8(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, H8 s, int64_t f, double g);
double float_late_h8(double a, double b, double c, double d, double e, double f, double g, H8 s, double h, int i);
double two_h8(H8 a, float x, H8 b);
H8 call_h8(H8 (*f)(H8, int), H8 s);
LIS make_lis(int seed);
LIS bump_lis(LIS s);
double middle_lis(int a, LIS s, double b);
double late_lis(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, LIS s, int64_t f, double g);
double float_late_lis(double a, double b, double c, double d, double e, double f, double g, LIS s, double h, int i);
double two_lis(LIS a, float x, LIS b);
LIS call_lis(LIS (*f)(LIS, int), LIS s);
static void show_l2(L2 s) {
    printf("L2: %lld %llu\n", (long long)s.a, (unsigned long long)s.b);
}
static L2 change_l2(L2 s, int by) {
    s.a = (int64_t)(s.a + by);
    s.b = (uint64_t)(s.b + by);
    return s;
}
static void test_l2(void) {
    L2 a = make_l2(3), b = make_l2(5);
    show_l2(a);
    show_l2(bump_l2(b));
    printf("%g %g %g %g\n", middle_l2(1, a, 0.5), late_l2(1, 2, 3, 4, 5, b, 6, 0.25), float_late_l2(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_l2(a, 1.5f, b));
    show_l2(call_l2(change_l2, a));
    printf("%zu %zu\n", sizeof(L2), _Alignof(L2));
}
static void show_i3(I3 s) {
    printf("I3: %d %d %d\n", s.a, s.b, s.c);
}
static I3 change_i3(I3 s, int by) {
    s.a = (int32_t)(s.a + by);
    s.b = (int32_t)(s.b + by);
    s.c = (int32_t)(s.c + by);
    return s;
}
static void test_i3(void) {
    I3 a = make_i3(3), b = make_i3(5);
    show_i3(a);
    show_i3(bump_i3(b));
    printf("%g %g %g %g\n", middle_i3(1, a, 0.5), late_i3(1, 2, 3, 4, 5, b, 6, 0.25), float_late_i3(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_i3(a, 1.5f, b));
    show_i3(call_i3(change_i3, a));
    printf("%zu %zu\n", sizeof(I3), _Alignof(I3));
}
static void show_i4(I4 s) {
    printf("I4: %d %u %d %u\n", s.a, s.b, s.c, s.d);
}
static I4 change_i4(I4 s, int by) {
    s.a = (int32_t)(s.a + by);
    s.b = (uint32_t)(s.b + by);
    s.c = (int32_t)(s.c + by);
    s.d = (uint32_t)(s.d + by);
    return s;
}
static void test_i4(void) {
    I4 a = make_i4(3), b = make_i4(5);
    show_i4(a);
    show_i4(bump_i4(b));
    printf("%g %g %g %g\n", middle_i4(1, a, 0.5), late_i4(1, 2, 3, 4, 5, b, 6, 0.25), float_late_i4(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_i4(a, 1.5f, b));
    show_i4(call_i4(change_i4, a));
    printf("%zu %zu\n", sizeof(I4), _Alignof(I4));
}
static void show_lc(LC s) {
    printf("LC: %lld %d\n", (long long)s.a, s.b);
}
static LC change_lc(LC s, int by) {
    s.a = (int64_t)(s.a + by);
    s.b = (int8_t)(s.b + by);
    return s;
}
static void test_lc(void) {
    LC a = make_lc(3), b = make_lc(5);
    show_lc(a);
    show_lc(bump_lc(b));
    printf("%g %g %g %g\n", middle_lc(1, a, 0.5), late_lc(1, 2, 3, 4, 5, b, 6, 0.25), float_late_lc(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_lc(a, 1.5f, b));
    show_lc(call_lc(change_lc, a));
    printf("%zu %zu\n", sizeof(LC), _Alignof(LC));
}
static void show_cl(CL s) {
    printf("CL: %u %lld\n", s.a, (long long)s.b);
}
static CL change_cl(CL s, int by) {
    s.a = (uint8_t)(s.a + by);
    s.b = (int64_t)(s.b + by);
    return s;
}
static void test_cl(void) {
    CL a = make_cl(3), b = make_cl(5);
    show_cl(a);
    show_cl(bump_cl(b));
    printf("%g %g %g %g\n", middle_cl(1, a, 0.5), late_cl(1, 2, 3, 4, 5, b, 6, 0.25), float_late_cl(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_cl(a, 1.5f, b));
    show_cl(call_cl(change_cl, a));
    printf("%zu %zu\n", sizeof(CL), _Alignof(CL));
}
static void show_b9(B9 s) {
    printf("B9: %u %u %u %u %u %u %u %u %u\n", s.a[0], s.a[1], s.a[2], s.a[3], s.a[4], s.a[5], s.a[6], s.a[7], s.a[8]);
}
static B9 change_b9(B9 s, int by) {
    s.a[0] = (uint8_t)(s.a[0] + by);
    s.a[1] = (uint8_t)(s.a[1] + by);
    s.a[2] = (uint8_t)(s.a[2] + by);
    s.a[3] = (uint8_t)(s.a[3] + by);
    s.a[4] = (uint8_t)(s.a[4] + by);
    s.a[5] = (uint8_t)(s.a[5] + by);
    s.a[6] = (uint8_t)(s.a[6] + by);
    s.a[7] = (uint8_t)(s.a[7] + by);
    s.a[8] = (uint8_t)(s.a[8] + by);
    return s;
}
static void test_b9(void) {
    B9 a = make_b9(3), b = make_b9(5);
    show_b9(a);
    show_b9(bump_b9(b));
    printf("%g %g %g %g\n", middle_b9(1, a, 0.5), late_b9(1, 2, 3, 4, 5, b, 6, 0.25), float_late_b9(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_b9(a, 1.5f, b));
    show_b9(call_b9(change_b9, a));
    printf("%zu %zu\n", sizeof(B9), _Alignof(B9));
}
static void show_b16(B16 s) {
    printf("B16: %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %d\n", s.a[0], s.a[1], s.a[2], s.a[3], s.a[4], s.a[5], s.a[6], s.a[7], s.a[8], s.a[9], s.a[10], s.a[11], s.a[12], s.a[13], s.a[14], s.a[15]);
}
static B16 change_b16(B16 s, int by) {
    s.a[0] = (int8_t)(s.a[0] + by);
    s.a[1] = (int8_t)(s.a[1] + by);
    s.a[2] = (int8_t)(s.a[2] + by);
    s.a[3] = (int8_t)(s.a[3] + by);
    s.a[4] = (int8_t)(s.a[4] + by);
    s.a[5] = (int8_t)(s.a[5] + by);
    s.a[6] = (int8_t)(s.a[6] + by);
    s.a[7] = (int8_t)(s.a[7] + by);
    s.a[8] = (int8_t)(s.a[8] + by);
    s.a[9] = (int8_t)(s.a[9] + by);
    s.a[10] = (int8_t)(s.a[10] + by);
    s.a[11] = (int8_t)(s.a[11] + by);
    s.a[12] = (int8_t)(s.a[12] + by);
    s.a[13] = (int8_t)(s.a[13] + by);
    s.a[14] = (int8_t)(s.a[14] + by);
    s.a[15] = (int8_t)(s.a[15] + by);
    return s;
}
static void test_b16(void) {
    B16 a = make_b16(3), b = make_b16(5);
    show_b16(a);
    show_b16(bump_b16(b));
    printf("%g %g %g %g\n", middle_b16(1, a, 0.5), late_b16(1, 2, 3, 4, 5, b, 6, 0.25), float_late_b16(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_b16(a, 1.5f, b));
    show_b16(call_b16(change_b16, a));
    printf("%zu %zu\n", sizeof(B16), _Alignof(B16));
}
static void show_h8(H8 s) {
    printf("H8: %d %d %d %d %d %d %d %d\n", s.a[0], s.a[1], s.a[2], s.a[3], s.a[4], s.a[5], s.a[6], s.a[7]);
}
static H8 change_h8(H8 s, int by) {
    s.a[0] = (int16_t)(s.a[0] + by);
    s.a[1] = (int16_t)(s.a[1] + by);
    s.a[2] = (int16_t)(s.a[2] + by);
    s.a[3] = (int16_t)(s.a[3] + by);
    s.a[4] = (int16_t)(s.a[4] + by);
    s.a[5] = (int16_t)(s.a[5] + by);
    s.a[6] = (int16_t)(s.a[6] + by);
    s.a[7] = (int16_t)(s.a[7] + by);
    return s;
}
static void test_h8(void) {
    H8 a = make_h8(3), b = make_h8(5);
    show_h8(a);
    show_h8(bump_h8(b));
    printf("%g %g %g %g\n", middle_h8(1, a, 0.5), late_h8(1, 2, 3, 4, 5, b, 6, 0.25), float_late_h8(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_h8(a, 1.5f, b));
    show_h8(call_h8(change_h8, a));
    printf("%zu %zu\n", sizeof(H8), _Alignof(H8));
}
static void show_lis(LIS s) {
    printf("LIS: %lld %d %d\n", (long long)s.a, s.b, s.c);
}
static LIS change_lis(LIS s, int by) {
    s.a = (int64_t)(s.a + by);
    s.b = (int32_t)(s.b + by);
    s.c = (int16_t)(s.c + by);
    return s;
}
static void test_lis(void) {
    LIS a = make_lis(3), b = make_lis(5);
    show_lis(a);
    show_lis(bump_lis(b));
    printf("%g %g %g %g\n", middle_lis(1, a, 0.5), late_lis(1, 2, 3, 4, 5, b, 6, 0.25), float_late_lis(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_lis(a, 1.5f, b));
    show_lis(call_lis(change_lis, a));
    printf("%zu %zu\n", sizeof(LIS), _Alignof(LIS));
}
int main(void) {
    test_l2();
    test_i3();
    test_i4();
    test_lc();
    test_cl();
    test_b9();
    test_b16();
    test_h8();
    test_lis();
}
