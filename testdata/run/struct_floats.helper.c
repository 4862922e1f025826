#include <stdbool.h>
#include <stdint.h>
typedef struct { float a; } F1;
typedef struct { float a; float b; } F2;
typedef struct { float a; float b; float c; } F3;
typedef struct { float a[4]; } F4;
typedef struct { double a; } D1;
typedef struct { double a; double b; } D2;
typedef struct { double a[2]; } DA;
typedef struct { float a; double b; } FD;
typedef struct { double a; float b; } DF;
F1 make_f1(int seed) {
    F1 s;
    s.a = (float)(seed + 0) / 2;
    return s;
}
static double sum_f1(F1 s) {
    return (double)s.a * 1;
}
F1 bump_f1(F1 s) {
    s.a = (float)(s.a + 1);
    return s;
}
double middle_f1(int a, F1 s, double b) { return a + sum_f1(s) * 2 + b; }
double late_f1(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, F1 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_f1(s) + (double)f * 6 + g;
}
double float_late_f1(double a, double b, double c, double d, double e, double f, double g, F1 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_f1(s) + h * 8 + i;
}
double two_f1(F1 a, float x, F1 b) { return sum_f1(a) * 3 - x + sum_f1(b); }
F1 call_f1(F1 (*f)(F1, int), F1 s) { return f(f(s, 2), -1); }
F2 make_f2(int seed) {
    F2 s;
    s.a = (float)(seed + 0) / 2;
    s.b = (float)(seed + 1) / 2;
    return s;
}
static double sum_f2(F2 s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
F2 bump_f2(F2 s) {
    s.a = (float)(s.a + 1);
    s.b = (float)(s.b + 1);
    return s;
}
double middle_f2(int a, F2 s, double b) { return a + sum_f2(s) * 2 + b; }
double late_f2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, F2 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_f2(s) + (double)f * 6 + g;
}
double float_late_f2(double a, double b, double c, double d, double e, double f, double g, F2 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_f2(s) + h * 8 + i;
}
double two_f2(F2 a, float x, F2 b) { return sum_f2(a) * 3 - x + sum_f2(b); }
F2 call_f2(F2 (*f)(F2, int), F2 s) { return f(f(s, 2), -1); }
F3 make_f3(int seed) {
    F3 s;
    s.a = (float)(seed + 0) / 2;
    s.b = (float)(seed + 1) / 2;
    s.c = (float)(seed + 2) / 2;
    return s;
}
static double sum_f3(F3 s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
F3 bump_f3(F3 s) {
    s.a = (float)(s.a + 1);
    s.b = (float)(s.b + 1);
    s.c = (float)(s.c + 1);
    return s;
}
double middle_f3(int a, F3 s, double b) { return a + sum_f3(s) * 2 + b; }
double late_f3(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, F3 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_f3(s) + (double)f * 6 + g;
}
double float_late_f3(double a, double b, double c, double d, double e, double f, double g, F3 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_f3(s) + h * 8 + i;
}
double two_f3(F3 a, float x, F3 b) { return sum_f3(a) * 3 - x + sum_f3(b); }
F3 call_f3(F3 (*f)(F3, int), F3 s) { return f(f(s, 2), -1); }
F4 make_f4(int seed) {
    F4 s;
    s.a[0] = (float)(seed + 0) / 2;
    s.a[1] = (float)(seed + 1) / 2;
    s.a[2] = (float)(seed + 2) / 2;
    s.a[3] = (float)(seed + 3) / 2;
    return s;
}
static double sum_f4(F4 s) {
    return (double)s.a[0] * 1 + (double)s.a[1] * 2 + (double)s.a[2] * 3 + (double)s.a[3] * 4;
}
F4 bump_f4(F4 s) {
    s.a[0] = (float)(s.a[0] + 1);
    s.a[1] = (float)(s.a[1] + 1);
    s.a[2] = (float)(s.a[2] + 1);
    s.a[3] = (float)(s.a[3] + 1);
    return s;
}
double middle_f4(int a, F4 s, double b) { return a + sum_f4(s) * 2 + b; }
double late_f4(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, F4 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_f4(s) + (double)f * 6 + g;
}
double float_late_f4(double a, double b, double c, double d, double e, double f, double g, F4 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_f4(s) + h * 8 + i;
}
double two_f4(F4 a, float x, F4 b) { return sum_f4(a) * 3 - x + sum_f4(b); }
F4 call_f4(F4 (*f)(F4, int), F4 s) { return f(f(s, 2), -1); }
D1 make_d1(int seed) {
    D1 s;
    s.a = (seed + 0) / 4.0;
    return s;
}
static double sum_d1(D1 s) {
    return (double)s.a * 1;
}
D1 bump_d1(D1 s) {
    s.a = (double)(s.a + 1);
    return s;
}
double middle_d1(int a, D1 s, double b) { return a + sum_d1(s) * 2 + b; }
double late_d1(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, D1 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_d1(s) + (double)f * 6 + g;
}
double float_late_d1(double a, double b, double c, double d, double e, double f, double g, D1 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_d1(s) + h * 8 + i;
}
double two_d1(D1 a, float x, D1 b) { return sum_d1(a) * 3 - x + sum_d1(b); }
D1 call_d1(D1 (*f)(D1, int), D1 s) { return f(f(s, 2), -1); }
D2 make_d2(int seed) {
    D2 s;
    s.a = (seed + 0) / 4.0;
    s.b = (seed + 1) / 4.0;
    return s;
}
static double sum_d2(D2 s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
D2 bump_d2(D2 s) {
    s.a = (double)(s.a + 1);
    s.b = (double)(s.b + 1);
    return s;
}
double middle_d2(int a, D2 s, double b) { return a + sum_d2(s) * 2 + b; }
double late_d2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, D2 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_d2(s) + (double)f * 6 + g;
}
double float_late_d2(double a, double b, double c, double d, double e, double f, double g, D2 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_d2(s) + h * 8 + i;
}
double two_d2(D2 a, float x, D2 b) { return sum_d2(a) * 3 - x + sum_d2(b); }
D2 call_d2(D2 (*f)(D2, int), D2 s) { return f(f(s, 2), -1); }
DA make_da(int seed) {
    DA s;
    s.a[0] = (seed + 0) / 4.0;
    s.a[1] = (seed + 1) / 4.0;
    return s;
}
static double sum_da(DA s) {
    return (double)s.a[0] * 1 + (double)s.a[1] * 2;
}
DA bump_da(DA s) {
    s.a[0] = (double)(s.a[0] + 1);
    s.a[1] = (double)(s.a[1] + 1);
    return s;
}
double middle_da(int a, DA s, double b) { return a + sum_da(s) * 2 + b; }
double late_da(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, DA s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_da(s) + (double)f * 6 + g;
}
double float_late_da(double a, double b, double c, double d, double e, double f, double g, DA s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_da(s) + h * 8 + i;
}
double two_da(DA a, float x, DA b) { return sum_da(a) * 3 - x + sum_da(b); }
DA call_da(DA (*f)(DA, int), DA s) { return f(f(s, 2), -1); }
FD make_fd(int seed) {
    FD s;
    s.a = (float)(seed + 0) / 2;
    s.b = (seed + 1) / 4.0;
    return s;
}
static double sum_fd(FD s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
FD bump_fd(FD s) {
    s.a = (float)(s.a + 1);
    s.b = (double)(s.b + 1);
    return s;
}
double middle_fd(int a, FD s, double b) { return a + sum_fd(s) * 2 + b; }
double late_fd(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, FD s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_fd(s) + (double)f * 6 + g;
}
double float_late_fd(double a, double b, double c, double d, double e, double f, double g, FD s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_fd(s) + h * 8 + i;
}
double two_fd(FD a, float x, FD b) { return sum_fd(a) * 3 - x + sum_fd(b); }
FD call_fd(FD (*f)(FD, int), FD s) { return f(f(s, 2), -1); }
DF make_df(int seed) {
    DF s;
    s.a = (seed + 0) / 4.0;
    s.b = (float)(seed + 1) / 2;
    return s;
}
static double sum_df(DF s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
DF bump_df(DF s) {
    s.a = (double)(s.a + 1);
    s.b = (float)(s.b + 1);
    return s;
}
double middle_df(int a, DF s, double b) { return a + sum_df(s) * 2 + b; }
double late_df(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, DF s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_df(s) + (double)f * 6 + g;
}
double float_late_df(double a, double b, double c, double d, double e, double f, double g, DF s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_df(s) + h * 8 + i;
}
double two_df(DF a, float x, DF b) { return sum_df(a) * 3 - x + sum_df(b); }
DF call_df(DF (*f)(DF, int), DF s) { return f(f(s, 2), -1); }
