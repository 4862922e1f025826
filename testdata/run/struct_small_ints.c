#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
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
C1 make_c1(int seed);
C1 bump_c1(C1 s);
double middle_c1(int a, C1 s, double b);
double late_c1(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, C1 s, int64_t f, double g);
double float_late_c1(double a, double b, double c, double d, double e, double f, double g, C1 s, double h, int i);
double two_c1(C1 a, float x, C1 b);
C1 call_c1(C1 (*f)(C1, int), C1 s);
C2 make_c2(int seed);
C2 bump_c2(C2 s);
double middle_c2(int a, C2 s, double b);
double late_c2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, C2 s, int64_t f, double g);
double float_late_c2(double a, double b, double c, double d, double e, double f, double g, C2 s, double h, int i);
double two_c2(C2 a, float x, C2 b);
C2 call_c2(C2 (*f)(C2, int), C2 s);
C3 make_c3(int seed);
C3 bump_c3(C3 s);
double middle_c3(int a, C3 s, double b);
double late_c3(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, C3 s, int64_t f, double g);
double float_late_c3(double a, double b, double c, double d, double e, double f, double g, C3 s, double h, int i);
double two_c3(C3 a, float x, C3 b);
C3 call_c3(C3 (*f)(C3, int), C3 s);
SC make_sc(int seed);
SC bump_sc(SC s);
double middle_sc(int a, SC s, double b);
double late_sc(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, SC s, int64_t f, double g);
double float_late_sc(double a, double b, double c, double d, double e, double f, double g, SC s, double h, int i);
double two_sc(SC a, float x, SC b);
SC call_sc(SC (*f)(SC, int), SC s);
I1 make_i1(int seed);
I1 bump_i1(I1 s);
double middle_i1(int a, I1 s, double b);
double late_i1(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, I1 s, int64_t f, double g);
double float_late_i1(double a, double b, double c, double d, double e, double f, double g, I1 s, double h, int i);
double two_i1(I1 a, float x, I1 b);
I1 call_i1(I1 (*f)(I1, int), I1 s);
I2 make_i2(int seed);
I2 bump_i2(I2 s);
double middle_i2(int a, I2 s, double b);
double late_i2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, I2 s, int64_t f, double g);
double float_late_i2(double a, double b, double c, double d, double e, double f, double g, I2 s, double h, int i);
double two_i2(I2 a, float x, I2 b);
I2 call_i2(I2 (*f)(I2, int), I2 s);
L1 make_l1(int seed);
L1 bump_l1(L1 s);
double middle_l1(int a, L1 s, double b);
double late_l1(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, L1 s, int64_t f, double g);
double float_late_l1(double a, double b, double c, double d, double e, double f, double g, L1 s, double h, int i);
double two_l1(L1 a, float x, L1 b);
L1 call_l1(L1 (*f)(L1, int), L1 s);
ISC make_isc(int seed);
ISC bump_isc(ISC s);
double middle_isc(int a, ISC s, double b);
double late_isc(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, ISC s, int64_t f, double g);
double float_late_isc(double a, double b, double c, double d, double e, double f, double g, ISC s, double h, int i);
double two_isc(ISC a, float x, ISC b);
ISC call_isc(ISC (*f)(ISC, int), ISC s);
B5 make_b5(int seed);
B5 bump_b5(B5 s);
double middle_b5(int a, B5 s, double b);
double late_b5(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, B5 s, int64_t f, double g);
double float_late_b5(double a, double b, double c, double d, double e, double f, double g, B5 s, double h, int i);
double two_b5(B5 a, float x, B5 b);
B5 call_b5(B5 (*f)(B5, int), B5 s);
B7 make_b7(int seed);
B7 bump_b7(B7 s);
double middle_b7(int a, B7 s, double b);
double late_b7(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, B7 s, int64_t f, double g);
double float_late_b7(double a, double b, double c, double d, double e, double f, double g, B7 s, double h, int i);
double two_b7(B7 a, float x, B7 b);
B7 call_b7(B7 (*f)(B7, int), B7 s);
H3 make_h3(int seed);
H3 bump_h3(H3 s);
double middle_h3(int a, H3 s, double b);
double late_h3(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, H3 s, int64_t f, double g);
double float_late_h3(double a, double b, double c, double d, double e, double f, double g, H3 s, double h, int i);
double two_h3(H3 a, float x, H3 b);
H3 call_h3(H3 (*f)(H3, int), H3 s);
static void show_c1(C1 s) {
    printf("C1: %d\n", s.a);
}
static C1 change_c1(C1 s, int by) {
    s.a = (int8_t)(s.a + by);
    return s;
}
static void test_c1(void) {
    C1 a = make_c1(3), b = make_c1(5);
    show_c1(a);
    show_c1(bump_c1(b));
    printf("%g %g %g %g\n", middle_c1(1, a, 0.5), late_c1(1, 2, 3, 4, 5, b, 6, 0.25), float_late_c1(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_c1(a, 1.5f, b));
    show_c1(call_c1(change_c1, a));
    printf("%zu %zu\n", sizeof(C1), _Alignof(C1));
}
static void show_c2(C2 s) {
    printf("C2: %d %d\n", s.a, s.b);
}
static C2 change_c2(C2 s, int by) {
    s.a = (int8_t)(s.a + by);
    s.b = (int8_t)(s.b + by);
    return s;
}
static void test_c2(void) {
    C2 a = make_c2(3), b = make_c2(5);
    show_c2(a);
    show_c2(bump_c2(b));
    printf("%g %g %g %g\n", middle_c2(1, a, 0.5), late_c2(1, 2, 3, 4, 5, b, 6, 0.25), float_late_c2(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_c2(a, 1.5f, b));
    show_c2(call_c2(change_c2, a));
    printf("%zu %zu\n", sizeof(C2), _Alignof(C2));
}
static void show_c3(C3 s) {
    printf("C3: %u %u %u\n", s.a, s.b, s.c);
}
static C3 change_c3(C3 s, int by) {
    s.a = (uint8_t)(s.a + by);
    s.b = (uint8_t)(s.b + by);
    s.c = (uint8_t)(s.c + by);
    return s;
}
static void test_c3(void) {
    C3 a = make_c3(3), b = make_c3(5);
    show_c3(a);
    show_c3(bump_c3(b));
    printf("%g %g %g %g\n", middle_c3(1, a, 0.5), late_c3(1, 2, 3, 4, 5, b, 6, 0.25), float_late_c3(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_c3(a, 1.5f, b));
    show_c3(call_c3(change_c3, a));
    printf("%zu %zu\n", sizeof(C3), _Alignof(C3));
}
static void show_sc(SC s) {
    printf("SC: %d %u\n", s.a, s.b);
}
static SC change_sc(SC s, int by) {
    s.a = (int16_t)(s.a + by);
    s.b = (uint8_t)(s.b + by);
    return s;
}
static void test_sc(void) {
    SC a = make_sc(3), b = make_sc(5);
    show_sc(a);
    show_sc(bump_sc(b));
    printf("%g %g %g %g\n", middle_sc(1, a, 0.5), late_sc(1, 2, 3, 4, 5, b, 6, 0.25), float_late_sc(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_sc(a, 1.5f, b));
    show_sc(call_sc(change_sc, a));
    printf("%zu %zu\n", sizeof(SC), _Alignof(SC));
}
static void show_i1(I1 s) {
    printf("I1: %d\n", s.a);
}
static I1 change_i1(I1 s, int by) {
    s.a = (int32_t)(s.a + by);
    return s;
}
static void test_i1(void) {
    I1 a = make_i1(3), b = make_i1(5);
    show_i1(a);
    show_i1(bump_i1(b));
    printf("%g %g %g %g\n", middle_i1(1, a, 0.5), late_i1(1, 2, 3, 4, 5, b, 6, 0.25), float_late_i1(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_i1(a, 1.5f, b));
    show_i1(call_i1(change_i1, a));
    printf("%zu %zu\n", sizeof(I1), _Alignof(I1));
}
static void show_i2(I2 s) {
    printf("I2: %d %u\n", s.a, s.b);
}
static I2 change_i2(I2 s, int by) {
    s.a = (int32_t)(s.a + by);
    s.b = (uint32_t)(s.b + by);
    return s;
}
static void test_i2(void) {
    I2 a = make_i2(3), b = make_i2(5);
    show_i2(a);
    show_i2(bump_i2(b));
    printf("%g %g %g %g\n", middle_i2(1, a, 0.5), late_i2(1, 2, 3, 4, 5, b, 6, 0.25), float_late_i2(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_i2(a, 1.5f, b));
    show_i2(call_i2(change_i2, a));
    printf("%zu %zu\n", sizeof(I2), _Alignof(I2));
}
static void show_l1(L1 s) {
    printf("L1: %lld\n", (long long)s.a);
}
static L1 change_l1(L1 s, int by) {
    s.a = (int64_t)(s.a + by);
    return s;
}
static void test_l1(void) {
    L1 a = make_l1(3), b = make_l1(5);
    show_l1(a);
    show_l1(bump_l1(b));
    printf("%g %g %g %g\n", middle_l1(1, a, 0.5), late_l1(1, 2, 3, 4, 5, b, 6, 0.25), float_late_l1(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_l1(a, 1.5f, b));
    show_l1(call_l1(change_l1, a));
    printf("%zu %zu\n", sizeof(L1), _Alignof(L1));
}
static void show_isc(ISC s) {
    printf("ISC: %d %d %d\n", s.a, s.b, s.c);
}
static ISC change_isc(ISC s, int by) {
    s.a = (int32_t)(s.a + by);
    s.b = (int16_t)(s.b + by);
    s.c = (int8_t)(s.c + by);
    return s;
}
static void test_isc(void) {
    ISC a = make_isc(3), b = make_isc(5);
    show_isc(a);
    show_isc(bump_isc(b));
    printf("%g %g %g %g\n", middle_isc(1, a, 0.5), late_isc(1, 2, 3, 4, 5, b, 6, 0.25), float_late_isc(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_isc(a, 1.5f, b));
    show_isc(call_isc(change_isc, a));
    printf("%zu %zu\n", sizeof(ISC), _Alignof(ISC));
}
static void show_b5(B5 s) {
    printf("B5: %u %u %u %u %u\n", s.a[0], s.a[1], s.a[2], s.a[3], s.a[4]);
}
static B5 change_b5(B5 s, int by) {
    s.a[0] = (uint8_t)(s.a[0] + by);
    s.a[1] = (uint8_t)(s.a[1] + by);
    s.a[2] = (uint8_t)(s.a[2] + by);
    s.a[3] = (uint8_t)(s.a[3] + by);
    s.a[4] = (uint8_t)(s.a[4] + by);
    return s;
}
static void test_b5(void) {
    B5 a = make_b5(3), b = make_b5(5);
    show_b5(a);
    show_b5(bump_b5(b));
    printf("%g %g %g %g\n", middle_b5(1, a, 0.5), late_b5(1, 2, 3, 4, 5, b, 6, 0.25), float_late_b5(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_b5(a, 1.5f, b));
    show_b5(call_b5(change_b5, a));
    printf("%zu %zu\n", sizeof(B5), _Alignof(B5));
}
static void show_b7(B7 s) {
    printf("B7: %u %u %u %u %u %u %u\n", s.a[0], s.a[1], s.a[2], s.a[3], s.a[4], s.a[5], s.a[6]);
}
static B7 change_b7(B7 s, int by) {
    s.a[0] = (uint8_t)(s.a[0] + by);
    s.a[1] = (uint8_t)(s.a[1] + by);
    s.a[2] = (uint8_t)(s.a[2] + by);
    s.a[3] = (uint8_t)(s.a[3] + by);
    s.a[4] = (uint8_t)(s.a[4] + by);
    s.a[5] = (uint8_t)(s.a[5] + by);
    s.a[6] = (uint8_t)(s.a[6] + by);
    return s;
}
static void test_b7(void) {
    B7 a = make_b7(3), b = make_b7(5);
    show_b7(a);
    show_b7(bump_b7(b));
    printf("%g %g %g %g\n", middle_b7(1, a, 0.5), late_b7(1, 2, 3, 4, 5, b, 6, 0.25), float_late_b7(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_b7(a, 1.5f, b));
    show_b7(call_b7(change_b7, a));
    printf("%zu %zu\n", sizeof(B7), _Alignof(B7));
}
static void show_h3(H3 s) {
    printf("H3: %u %d %u\n", s.a, s.b, s.c);
}
static H3 change_h3(H3 s, int by) {
    s.a = (uint16_t)(s.a + by);
    s.b = (int16_t)(s.b + by);
    s.c = (uint16_t)(s.c + by);
    return s;
}
static void test_h3(void) {
    H3 a = make_h3(3), b = make_h3(5);
    show_h3(a);
    show_h3(bump_h3(b));
    printf("%g %g %g %g\n", middle_h3(1, a, 0.5), late_h3(1, 2, 3, 4, 5, b, 6, 0.25), float_late_h3(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_h3(a, 1.5f, b));
    show_h3(call_h3(change_h3, a));
    printf("%zu %zu\n", sizeof(H3), _Alignof(H3));
}
int main(void) {
    test_c1();
    test_c2();
    test_c3();
    test_sc();
    test_i1();
    test_i2();
    test_l1();
    test_isc();
    test_b5();
    test_b7();
    test_h3();
}
