#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
typedef struct { int16_t a[3][2]; } M;
typedef struct { int8_t a; uint8_t b; } E;
typedef struct { E a[3]; } EA;
typedef struct { float a[2]; int32_t b[2]; } EF;
typedef struct { uint16_t a; float b; } T;
typedef struct { T a[2]; } TA;
typedef struct { bool a; T b[3]; } TB;
typedef struct { double a[2][2]; int8_t b; } G;
M make_m(int seed);
M bump_m(M s);
double middle_m(int a, M s, double b);
double late_m(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, M s, int64_t f, double g);
double float_late_m(double a, double b, double c, double d, double e, double f, double g, M s, double h, int i);
double two_m(M a, float x, M b);
M call_m(M (*f)(M, int), M s);
E make_e(int seed);
E bump_e(E s);
double middle_e(int a, E s, double b);
double late_e(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, E s, int64_t f, double g);
double float_late_e(double a, double b, double c, double d, double e, double f, double g, E s, double h, int i);
double two_e(E a, float x, E b);
E call_e(E (*f)(E, int), E s);
EA make_ea(int seed);
EA bump_ea(EA s);
double middle_ea(int a, EA s, double b);
double late_ea(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, EA s, int64_t f, double g);
double float_late_ea(double a, double b, double c, double d, double e, double f, double g, EA s, double h, int i);
double two_ea(EA a, float x, EA b);
EA call_ea(EA (*f)(EA, int), EA s);
EF make_ef(int seed);
EF bump_ef(EF s);
double middle_ef(int a, EF s, double b);
double late_ef(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, EF s, int64_t f, double g);
double float_late_ef(double a, double b, double c, double d, double e, double f, double g, EF s, double h, int i);
double two_ef(EF a, float x, EF b);
EF call_ef(EF (*f)(EF, int), EF s);
T make_t(int seed);
T bump_t(T s);
double middle_t(int a, T s, double b);
double late_t(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, T s, int64_t f, double g);
double float_late_t(double a, double b, double c, double d, double e, double f, double g, T s, double h, int i);
double two_t(T a, float x, T b);
T call_t(T (*f)(T, int), T s);
TA make_ta(int seed);
TA bump_ta(TA s);
double middle_ta(int a, TA s, double b);
double late_ta(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, TA s, int64_t f, double g);
double float_late_ta(double a, double b, double c, double d, double e, double f, double g, TA s, double h, int i);
double two_ta(TA a, float x, TA b);
TA call_ta(TA (*f)(TA, int), TA s);
TB make_tb(int seed);
TB bump_tb(TB s);
double middle_tb(int a, TB s, double b);
double late_tb(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, TB s, int64_t f, double g);
double float_late_tb(double a, double b, double c, double d, double e, double f, double g, TB s, double h, int i);
double two_tb(TB a, float x, TB b);
TB call_tb(TB (*f)(TB, int), TB s);
G make_g(int seed);
G bump_g(G s);
double middle_g(int a, G s, double b);
double late_g(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, G s, int64_t f, double g);
double float_late_g(double a, double b, double c, double d, double e, double f, double g, G s, double h, int i);
double two_g(G a, float x, G b);
G call_g(G (*f)(G, int), G s);
static void show_m(M s) {
    printf("M: %d %d %d %d %d %d\n", s.a[0][0], s.a[0][1], s.a[1][0], s.a[1][1], s.a[2][0], s.a[2][1]);
}
static M change_m(M s, int by) {
    s.a[0][0] = (int16_t)(s.a[0][0] + by);
    s.a[0][1] = (int16_t)(s.a[0][1] + by);
    s.a[1][0] = (int16_t)(s.a[1][0] + by);
    s.a[1][1] = (int16_t)(s.a[1][1] + by);
    s.a[2][0] = (int16_t)(s.a[2][0] + by);
    s.a[2][1] = (int16_t)(s.a[2][1] + by);
    return s;
}
static void test_m(void) {
    M a = make_m(3), b = make_m(5);
    show_m(a);
    show_m(bump_m(b));
    printf("%g %g %g %g\n", middle_m(1, a, 0.5), late_m(1, 2, 3, 4, 5, b, 6, 0.25), float_late_m(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_m(a, 1.5f, b));
    show_m(call_m(change_m, a));
    printf("%zu %zu\n", sizeof(M), _Alignof(M));
}
static void show_e(E s) {
    printf("E: %d %u\n", s.a, s.b);
}
static E change_e(E s, int by) {
    s.a = (int8_t)(s.a + by);
    s.b = (uint8_t)(s.b + by);
    return s;
}
static void test_e(void) {
    E a = make_e(3), b = make_e(5);
    show_e(a);
    show_e(bump_e(b));
    printf("%g %g %g %g\n", middle_e(1, a, 0.5), late_e(1, 2, 3, 4, 5, b, 6, 0.25), float_late_e(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_e(a, 1.5f, b));
    show_e(call_e(change_e, a));
    printf("%zu %zu\n", sizeof(E), _Alignof(E));
}
static void show_ea(EA s) {
    printf("EA: %d %u %d %u %d %u\n", s.a[0].a, s.a[0].b, s.a[1].a, s.a[1].b, s.a[2].a, s.a[2].b);
}
static EA change_ea(EA s, int by) {
    s.a[0].a = (int8_t)(s.a[0].a + by);
    s.a[0].b = (uint8_t)(s.a[0].b + by);
    s.a[1].a = (int8_t)(s.a[1].a + by);
    s.a[1].b = (uint8_t)(s.a[1].b + by);
    s.a[2].a = (int8_t)(s.a[2].a + by);
    s.a[2].b = (uint8_t)(s.a[2].b + by);
    return s;
}
static void test_ea(void) {
    EA a = make_ea(3), b = make_ea(5);
    show_ea(a);
    show_ea(bump_ea(b));
    printf("%g %g %g %g\n", middle_ea(1, a, 0.5), late_ea(1, 2, 3, 4, 5, b, 6, 0.25), float_late_ea(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_ea(a, 1.5f, b));
    show_ea(call_ea(change_ea, a));
    printf("%zu %zu\n", sizeof(EA), _Alignof(EA));
}
static void show_ef(EF s) {
    printf("EF: %g %g %d %d\n", s.a[0], s.a[1], s.b[0], s.b[1]);
}
static EF change_ef(EF s, int by) {
    s.a[0] = (float)(s.a[0] + by);
    s.a[1] = (float)(s.a[1] + by);
    s.b[0] = (int32_t)(s.b[0] + by);
    s.b[1] = (int32_t)(s.b[1] + by);
    return s;
}
static void test_ef(void) {
    EF a = make_ef(3), b = make_ef(5);
    show_ef(a);
    show_ef(bump_ef(b));
    printf("%g %g %g %g\n", middle_ef(1, a, 0.5), late_ef(1, 2, 3, 4, 5, b, 6, 0.25), float_late_ef(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_ef(a, 1.5f, b));
    show_ef(call_ef(change_ef, a));
    printf("%zu %zu\n", sizeof(EF), _Alignof(EF));
}
static void show_t(T s) {
    printf("T: %u %g\n", s.a, s.b);
}
static T change_t(T s, int by) {
    s.a = (uint16_t)(s.a + by);
    s.b = (float)(s.b + by);
    return s;
}
static void test_t(void) {
    T a = make_t(3), b = make_t(5);
    show_t(a);
    show_t(bump_t(b));
    printf("%g %g %g %g\n", middle_t(1, a, 0.5), late_t(1, 2, 3, 4, 5, b, 6, 0.25), float_late_t(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_t(a, 1.5f, b));
    show_t(call_t(change_t, a));
    printf("%zu %zu\n", sizeof(T), _Alignof(T));
}
static void show_ta(TA s) {
    printf("TA: %u %g %u %g\n", s.a[0].a, s.a[0].b, s.a[1].a, s.a[1].b);
}
static TA change_ta(TA s, int by) {
    s.a[0].a = (uint16_t)(s.a[0].a + by);
    s.a[0].b = (float)(s.a[0].b + by);
    s.a[1].a = (uint16_t)(s.a[1].a + by);
    s.a[1].b = (float)(s.a[1].b + by);
    return s;
}
static void test_ta(void) {
    TA a = make_ta(3), b = make_ta(5);
    show_ta(a);
    show_ta(bump_ta(b));
    printf("%g %g %g %g\n", middle_ta(1, a, 0.5), late_ta(1, 2, 3, 4, 5, b, 6, 0.25), float_late_ta(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_ta(a, 1.5f, b));
    show_ta(call_ta(change_ta, a));
    printf("%zu %zu\n", sizeof(TA), _Alignof(TA));
}
static void show_tb(TB s) {
    printf("TB: %d %u %g %u %g %u %g\n", s.a, s.b[0].a, s.b[0].b, s.b[1].a, s.b[1].b, s.b[2].a, s.b[2].b);
}
static TB change_tb(TB s, int by) {
    s.a = s.a != (by > 0);
    s.b[0].a = (uint16_t)(s.b[0].a + by);
    s.b[0].b = (float)(s.b[0].b + by);
    s.b[1].a = (uint16_t)(s.b[1].a + by);
    s.b[1].b = (float)(s.b[1].b + by);
    s.b[2].a = (uint16_t)(s.b[2].a + by);
    s.b[2].b = (float)(s.b[2].b + by);
    return s;
}
static void test_tb(void) {
    TB a = make_tb(3), b = make_tb(5);
    show_tb(a);
    show_tb(bump_tb(b));
    printf("%g %g %g %g\n", middle_tb(1, a, 0.5), late_tb(1, 2, 3, 4, 5, b, 6, 0.25), float_late_tb(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_tb(a, 1.5f, b));
    show_tb(call_tb(change_tb, a));
    printf("%zu %zu\n", sizeof(TB), _Alignof(TB));
}
static void show_g(G s) {
    printf("G: %g %g %g %g %d\n", s.a[0][0], s.a[0][1], s.a[1][0], s.a[1][1], s.b);
}
static G change_g(G s, int by) {
    s.a[0][0] = (double)(s.a[0][0] + by);
    s.a[0][1] = (double)(s.a[0][1] + by);
    s.a[1][0] = (double)(s.a[1][0] + by);
    s.a[1][1] = (double)(s.a[1][1] + by);
    s.b = (int8_t)(s.b + by);
    return s;
}
static void test_g(void) {
    G a = make_g(3), b = make_g(5);
    show_g(a);
    show_g(bump_g(b));
    printf("%g %g %g %g\n", middle_g(1, a, 0.5), late_g(1, 2, 3, 4, 5, b, 6, 0.25), float_late_g(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_g(a, 1.5f, b));
    show_g(call_g(change_g, a));
    printf("%zu %zu\n", sizeof(G), _Alignof(G));
}
int main(void) {
    test_m();
    test_e();
    test_ea();
    test_ef();
    test_t();
    test_ta();
    test_tb();
    test_g();
}
