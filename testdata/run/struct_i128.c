#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
typedef struct { __int128 a; } X1;
typedef struct { __int128 a; int64_t b; } XL;
typedef struct { int64_t a; unsigned __int128 b; } LX;
typedef struct { int8_t a; __int128 b; } CX;
typedef struct { unsigned __int128 a; __int128 b; } X2;
X1 make_x1(int seed);
X1 bump_x1(X1 s);
double middle_x1(int a, X1 s, double b);
double late_x1(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, X1 s, int64_t f, double g);
double float_late_x1(double a, double b, double c, double d, double e, double f, double g, X1 s, double h, int i);
double two_x1(X1 a, float x, X1 b);
X1 call_x1(X1 (*f)(X1, int), X1 s);
XL make_xl(int seed);
XL bump_xl(XL s);
double middle_xl(int a, XL s, double b);
double late_xl(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, XL s, int64_t f, double g);
double float_late_xl(double a, double b, double c, double d, double e, double f, double g, XL s, double h, int i);
double two_xl(XL a, float x, XL b);
XL call_xl(XL (*f)(XL, int), XL s);
LX make_lx(int seed);
LX bump_lx(LX s);
double middle_lx(int a, LX s, double b);
double late_lx(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, LX s, int64_t f, double g);
double float_late_lx(double a, double b, double c, double d, double e, double f, double g, LX s, double h, int i);
double two_lx(LX a, float x, LX b);
LX call_lx(LX (*f)(LX, int), LX s);
CX make_cx(int seed);
CX bump_cx(CX s);
double middle_cx(int a, CX s, double b);
double late_cx(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, CX s, int64_t f, double g);
double float_late_cx(double a, double b, double c, double d, double e, double f, double g, CX s, double h, int i);
double two_cx(CX a, float x, CX b);
CX call_cx(CX (*f)(CX, int), CX s);
X2 make_x2(int seed);
X2 bump_x2(X2 s);
double middle_x2(int a, X2 s, double b);
double late_x2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, X2 s, int64_t f, double g);
double float_late_x2(double a, double b, double c, double d, double e, double f, double g, X2 s, double h, int i);
double two_x2(X2 a, float x, X2 b);
X2 call_x2(X2 (*f)(X2, int), X2 s);
static void show_x1(X1 s) {
    printf("X1: %lld\n", (long long)s.a);
}
static X1 change_x1(X1 s, int by) {
    s.a = (__int128)(s.a + by);
    return s;
}
static void test_x1(void) {
    X1 a = make_x1(3), b = make_x1(5);
    show_x1(a);
    show_x1(bump_x1(b));
    printf("%g %g %g %g\n", middle_x1(1, a, 0.5), late_x1(1, 2, 3, 4, 5, b, 6, 0.25), float_late_x1(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_x1(a, 1.5f, b));
    show_x1(call_x1(change_x1, a));
    printf("%zu %zu\n", sizeof(X1), _Alignof(X1));
}
static void show_xl(XL s) {
    printf("XL: %lld %lld\n", (long long)s.a, (long long)s.b);
}
static XL change_xl(XL s, int by) {
    s.a = (__int128)(s.a + by);
    s.b = (int64_t)(s.b + by);
    return s;
}
static void test_xl(void) {
    XL a = make_xl(3), b = make_xl(5);
    show_xl(a);
    show_xl(bump_xl(b));
    printf("%g %g %g %g\n", middle_xl(1, a, 0.5), late_xl(1, 2, 3, 4, 5, b, 6, 0.25), float_late_xl(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_xl(a, 1.5f, b));
    show_xl(call_xl(change_xl, a));
    printf("%zu %zu\n", sizeof(XL), _Alignof(XL));
}
static void show_lx(LX s) {
    printf("LX: %lld %llu\n", (long long)s.a, (unsigned long long)s.b);
}
static LX change_lx(LX s, int by) {
    s.a = (int64_t)(s.a + by);
    s.b = (unsigned __int128)(s.b + by);
    return s;
}
static void test_lx(void) {
    LX a = make_lx(3), b = make_lx(5);
    show_lx(a);
    show_lx(bump_lx(b));
    printf("%g %g %g %g\n", middle_lx(1, a, 0.5), late_lx(1, 2, 3, 4, 5, b, 6, 0.25), float_late_lx(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_lx(a, 1.5f, b));
    show_lx(call_lx(change_lx, a));
    printf("%zu %zu\n", sizeof(LX), _Alignof(LX));
}
static void show_cx(CX s) {
    printf("CX: %d %lld\n", s.a, (long long)s.b);
}
static CX change_cx(CX s, int by) {
    s.a = (int8_t)(s.a + by);
    s.b = (__int128)(s.b + by);
    return s;
}
static void test_cx(void) {
    CX a = make_cx(3), b = make_cx(5);
    show_cx(a);
    show_cx(bump_cx(b));
    printf("%g %g %g %g\n", middle_cx(1, a, 0.5), late_cx(1, 2, 3, 4, 5, b, 6, 0.25), float_late_cx(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_cx(a, 1.5f, b));
    show_cx(call_cx(change_cx, a));
    printf("%zu %zu\n", sizeof(CX), _Alignof(CX));
}
static void show_x2(X2 s) {
    printf("X2: %llu %lld\n", (unsigned long long)s.a, (long long)s.b);
}
static X2 change_x2(X2 s, int by) {
    s.a = (unsigned __int128)(s.a + by);
    s.b = (__int128)(s.b + by);
    return s;
}
static void test_x2(void) {
    X2 a = make_x2(3), b = make_x2(5);
    show_x2(a);
    show_x2(bump_x2(b));
    printf("%g %g %g %g\n", middle_x2(1, a, 0.5), late_x2(1, 2, 3, 4, 5, b, 6, 0.25), float_late_x2(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_x2(a, 1.5f, b));
    show_x2(call_x2(change_x2, a));
    printf("%zu %zu\n", sizeof(X2), _Alignof(X2));
}
int main(void) {
    test_x1();
    test_xl();
    test_lx();
    test_cx();
    test_x2();
}
