#include <stdbool.h>
#include <stdint.h>
typedef struct { __int128 a; } X1;
typedef struct { __int128 a; int64_t b; } XL;
typedef struct { int64_t a; unsigned __int128 b; } LX;
typedef struct { int8_t a; __int128 b; } CX;
typedef struct { unsigned __int128 a; __int128 b; } X2;
X1 make_x1(int seed) {
    X1 s;
    s.a = (__int128)(seed * 7);
    return s;
}
static double sum_x1(X1 s) {
    return (double)s.a * 1;
}
X1 bump_x1(X1 s) {
    s.a = (__int128)(s.a + 1);
    return s;
}
double middle_x1(int a, X1 s, double b) { return a + sum_x1(s) * 2 + b; }
double late_x1(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, X1 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_x1(s) + (double)f * 6 + g;
}
double float_late_x1(double a, double b, double c, double d, double e, double f, double g, X1 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_x1(s) + h * 8 + i;
}
double two_x1(X1 a, float x, X1 b) { return sum_x1(a) * 3 - x + sum_x1(b); }
X1 call_x1(X1 (*f)(X1, int), X1 s) { return f(f(s, 2), -1); }
XL make_xl(int seed) {
    XL s;
    s.a = (__int128)(seed * 7);
    s.b = (int64_t)(seed * -8);
    return s;
}
static double sum_xl(XL s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
XL bump_xl(XL s) {
    s.a = (__int128)(s.a + 1);
    s.b = (int64_t)(s.b + 1);
    return s;
}
double middle_xl(int a, XL s, double b) { return a + sum_xl(s) * 2 + b; }
double late_xl(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, XL s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_xl(s) + (double)f * 6 + g;
}
double float_late_xl(double a, double b, double c, double d, double e, double f, double g, XL s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_xl(s) + h * 8 + i;
}
double two_xl(XL a, float x, XL b) { return sum_xl(a) * 3 - x + sum_xl(b); }
XL call_xl(XL (*f)(XL, int), XL s) { return f(f(s, 2), -1); }
LX make_lx(int seed) {
    LX s;
    s.a = (int64_t)(seed * 7);
    s.b = (unsigned __int128)(seed * 10);
    return s;
}
static double sum_lx(LX s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
LX bump_lx(LX s) {
    s.a = (int64_t)(s.a + 1);
    s.b = (unsigned __int128)(s.b + 1);
    return s;
}
double middle_lx(int a, LX s, double b) { return a + sum_lx(s) * 2 + b; }
double late_lx(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, LX s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_lx(s) + (double)f * 6 + g;
}
double float_late_lx(double a, double b, double c, double d, double e, double f, double g, LX s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_lx(s) + h * 8 + i;
}
double two_lx(LX a, float x, LX b) { return sum_lx(a) * 3 - x + sum_lx(b); }
LX call_lx(LX (*f)(LX, int), LX s) { return f(f(s, 2), -1); }
CX make_cx(int seed) {
    CX s;
    s.a = (int8_t)(seed * 7);
    s.b = (__int128)(seed * -8);
    return s;
}
static double sum_cx(CX s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
CX bump_cx(CX s) {
    s.a = (int8_t)(s.a + 1);
    s.b = (__int128)(s.b + 1);
    return s;
}
double middle_cx(int a, CX s, double b) { return a + sum_cx(s) * 2 + b; }
double late_cx(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, CX s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_cx(s) + (double)f * 6 + g;
}
double float_late_cx(double a, double b, double c, double d, double e, double f, double g, CX s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_cx(s) + h * 8 + i;
}
double two_cx(CX a, float x, CX b) { return sum_cx(a) * 3 - x + sum_cx(b); }
CX call_cx(CX (*f)(CX, int), CX s) { return f(f(s, 2), -1); }
X2 make_x2(int seed) {
    X2 s;
    s.a = (unsigned __int128)(seed * 7);
    s.b = (__int128)(seed * -8);
    return s;
}
static double sum_x2(X2 s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
X2 bump_x2(X2 s) {
    s.a = (unsigned __int128)(s.a + 1);
    s.b = (__int128)(s.b + 1);
    return s;
}
double middle_x2(int a, X2 s, double b) { return a + sum_x2(s) * 2 + b; }
double late_x2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, X2 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_x2(s) + (double)f * 6 + g;
}
double float_late_x2(double a, double b, double c, double d, double e, double f, double g, X2 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_x2(s) + h * 8 + i;
}
double two_x2(X2 a, float x, X2 b) { return sum_x2(a) * 3 - x + sum_x2(b); }
X2 call_x2(X2 (*f)(X2, int), X2 s) { return f(f(s, 2), -1); }
