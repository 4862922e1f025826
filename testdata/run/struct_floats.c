#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
typedef struct { float a; } F1;
typedef struct { float a; float b; } F2;
typedef struct { float a; float b; float c; } F3;
typedef struct { float a[4]; } F4;
typedef struct { double a; } D1;
typedef struct { double a; double b; } D2;
typedef struct { double a[2]; } DA;
typedef struct { float a; double b; } FD;
typedef struct { double a; float b; } DF;
F1 make_f1(int seed);
F1 bump_f1(F1 s);
double middle_f1(int a, F1 s, double b);
double late_f1(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, F1 s, int64_t f, double g);
double float_late_f1(double a, double b, double c, double d, double e, double f, double g, F1 s, double h, int i);
double two_f1(F1 a, float x, F1 b);
F1 call_f1(F1 (*f)(F1, int), F1 s);
F2 make_f2(int seed);
F2 bump_f2(F2 s);
double middle_f2(int a, F2 s, double b);
double late_f2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, F2 s, int64_t f, double g);
double float_late_f2(double a, double b, double c, double d, double e, double f, double g, F2 s, double h, int i);
double two_f2(F2 a, float x, F2 b);
F2 call_f2(F2 (*f)(F2, int), F2 s);
F3 make_f3(int seed);
F3 bump_f3(F3 s);
double middle_f3(int a, F3 s, double b);
double late_f3(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, F3 s, int64_t f, double g);
double float_late_f3(double a, double b, double c, double d, double e, double f, double g, F3 s, double h, int i);
double two_f3(F3 a, float x, F3 b);
F3 call_f3(F3 (*f)(F3, int), F3 s);
F4 make_f4(int seed);
F4 bump_f4(F4 s);
double middle_f4(int a, F4 s, double b);
double late_f4(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, F4 s, int64_t f, double g);
double float_late_f4(double a, double b, double c, double d, double e, double f, double g, F4 s, double h, int i);
double two_f4(F4 a, float x, F4 b);
F4 call_f4(F4 (*f)(F4, int), F4 s);
D1 make_d1(int seed);
D1 bump_d1(D1 s);
double middle_d1(int a, D1 s, double b);
double late_d1(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, D1 s, int64_t f, double g);
double float_late_d1(double a, double b, double c, double d, double e, double f, double g, D1 s, double h, int i);
double two_d1(D1 a, float x, D1 b);
D1 call_d1(D1 (*f)(D1, int), D1 s);
D2 make_d2(int seed);
D2 bump_d2(D2 s);
double middle_d2(int a, D2 s, double b);
double late_d2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, D2 s, int64_t f, double g);
double float_late_d2(double a, double b, double c, double d, double e, double f, double g, D2 s, double h, int i);
double two_d2(D2 a, float x, D2 b);
D2 call_d2(D2 (*f)(D2, int), D2 s);
DA make_da(int seed);
DA bump_da(DA s);
double middle_da(int a, DA s, double b);
double late_da(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, DA s, int64_t f, double g);
double float_late_da(double a, double b, double c, double d, double e, double f, double g, DA s, double h, int i);
double two_da(DA a, float x, DA b);
DA call_da(DA (*f)(DA, int), DA s);
FD make_fd(int seed);
FD bump_fd(FD s);
double middle_fd(int a, FD s, double b);
double late_fd(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, FD s, int64_t f, double g);
double float_late_fd(double a, double b, double c, double d, double e, double f, double g, FD s, double h, int i);
double two_fd(FD a, float x, FD b);
FD call_fd(FD (*f)(FD, int), FD s);
DF make_df(int seed);
DF bump_df(DF s);
double middle_df(int a, DF s, double b);
double late_df(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, DF s, int64_t f, double g);
double float_late_df(double a, double b, double c, double d, double e, double f, double g, DF s, double h, int i);
double two_df(DF a, float x, DF b);
DF call_df(DF (*f)(DF, int), DF s);
static void show_f1(F1 s) {
    printf("F1: %g\n", s.a);
}
static F1 change_f1(F1 s, int by) {
    s.a = (float)(s.a + by);
    return s;
}
static void test_f1(void) {
    F1 a = make_f1(3), b = make_f1(5);
    show_f1(a);
    show_f1(bump_f1(b));
    printf("%g %g %g %g\n", middle_f1(1, a, 0.5), late_f1(1, 2, 3, 4, 5, b, 6, 0.25), float_late_f1(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_f1(a, 1.5f, b));
    show_f1(call_f1(change_f1, a));
    printf("%zu %zu\n", sizeof(F1), _Alignof(F1));
}
static void show_f2(F2 s) {
    printf("F2: %g %g\n", s.a, s.b);
}
static F2 change_f2(F2 s, int by) {
    s.a = (float)(s.a + by);
    s.b = (float)(s.b + by);
    return s;
}
static void test_f2(void) {
    F2 a = make_f2(3), b = make_f2(5);
    show_f2(a);
    show_f2(bump_f2(b));
    printf("%g %g %g %g\n", middle_f2(1, a, 0.5), late_f2(1, 2, 3, 4, 5, b, 6, 0.25), float_late_f2(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_f2(a, 1.5f, b));
    show_f2(call_f2(change_f2, a));
    printf("%zu %zu\n", sizeof(F2), _Alignof(F2));
}
static void show_f3(F3 s) {
    printf("F3: %g %g %g\n", s.a, s.b, s.c);
}
static F3 change_f3(F3 s, int by) {
    s.a = (float)(s.a + by);
    s.b = (float)(s.b + by);
    s.c = (float)(s.c + by);
    return s;
}
static void test_f3(void) {
    F3 a = make_f3(3), b = make_f3(5);
    show_f3(a);
    show_f3(bump_f3(b));
    printf("%g %g %g %g\n", middle_f3(1, a, 0.5), late_f3(1, 2, 3, 4, 5, b, 6, 0.25), float_late_f3(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_f3(a, 1.5f, b));
    show_f3(call_f3(change_f3, a));
    printf("%zu %zu\n", sizeof(F3), _Alignof(F3));
}
static void show_f4(F4 s) {
    printf("F4: %g %g %g %g\n", s.a[0], s.a[1], s.a[2], s.a[3]);
}
static F4 change_f4(F4 s, int by) {
    s.a[0] = (float)(s.a[0] + by);
    s.a[1] = (float)(s.a[1] + by);
    s.a[2] = (float)(s.a[2] + by);
    s.a[3] = (float)(s.a[3] + by);
    return s;
}
static void test_f4(void) {
    F4 a = make_f4(3), b = make_f4(5);
    show_f4(a);
    show_f4(bump_f4(b));
    printf("%g %g %g %g\n", middle_f4(1, a, 0.5), late_f4(1, 2, 3, 4, 5, b, 6, 0.25), float_late_f4(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_f4(a, 1.5f, b));
    show_f4(call_f4(change_f4, a));
    printf("%zu %zu\n", sizeof(F4), _Alignof(F4));
}
static void show_d1(D1 s) {
    printf("D1: %g\n", s.a);
}
static D1 change_d1(D1 s, int by) {
    s.a = (double)(s.a + by);
    return s;
}
static void test_d1(void) {
    D1 a = make_d1(3), b = make_d1(5);
    show_d1(a);
    show_d1(bump_d1(b));
    printf("%g %g %g %g\n", middle_d1(1, a, 0.5), late_d1(1, 2, 3, 4, 5, b, 6, 0.25), float_late_d1(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_d1(a, 1.5f, b));
    show_d1(call_d1(change_d1, a));
    printf("%zu %zu\n", sizeof(D1), _Alignof(D1));
}
static void show_d2(D2 s) {
    printf("D2: %g %g\n", s.a, s.b);
}
static D2 change_d2(D2 s, int by) {
    s.a = (double)(s.a + by);
    s.b = (double)(s.b + by);
    return s;
}
static void test_d2(void) {
    D2 a = make_d2(3), b = make_d2(5);
    show_d2(a);
    show_d2(bump_d2(b));
    printf("%g %g %g %g\n", middle_d2(1, a, 0.5), late_d2(1, 2, 3, 4, 5, b, 6, 0.25), float_late_d2(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_d2(a, 1.5f, b));
    show_d2(call_d2(change_d2, a));
    printf("%zu %zu\n", sizeof(D2), _Alignof(D2));
}
static void show_da(DA s) {
    printf("DA: %g %g\n", s.a[0], s.a[1]);
}
static DA change_da(DA s, int by) {
    s.a[0] = (double)(s.a[0] + by);
    s.a[1] = (double)(s.a[1] + by);
    return s;
}
static void test_da(void) {
    DA a = make_da(3), b = make_da(5);
    show_da(a);
    show_da(bump_da(b));
    printf("%g %g %g %g\n", middle_da(1, a, 0.5), late_da(1, 2, 3, 4, 5, b, 6, 0.25), float_late_da(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_da(a, 1.5f, b));
    show_da(call_da(change_da, a));
    printf("%zu %zu\n", sizeof(DA), _Alignof(DA));
}
static void show_fd(FD s) {
    printf("FD: %g %g\n", s.a, s.b);
}
static FD change_fd(FD s, int by) {
    s.a = (float)(s.a + by);
    s.b = (double)(s.b + by);
    return s;
}
static void test_fd(void) {
    FD a = make_fd(3), b = make_fd(5);
    show_fd(a);
    show_fd(bump_fd(b));
    printf("%g %g %g %g\n", middle_fd(1, a, 0.5), late_fd(1, 2, 3, 4, 5, b, 6, 0.25), float_late_fd(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_fd(a, 1.5f, b));
    show_fd(call_fd(change_fd, a));
    printf("%zu %zu\n", sizeof(FD), _Alignof(FD));
}
static void show_df(DF s) {
    printf("DF: %g %g\n", s.a, s.b);
}
static DF change_df(DF s, int by) {
    s.a = (double)(s.a + by);
    s.b = (float)(s.b + by);
    return s;
}
static void test_df(void) {
    DF a = make_df(3), b = make_df(5);
    show_df(a);
    show_df(bump_df(b));
    printf("%g %g %g %g\n", middle_df(1, a, 0.5), late_df(1, 2, 3, 4, 5, b, 6, 0.25), float_late_df(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_df(a, 1.5f, b));
    show_df(call_df(change_df, a));
    printf("%zu %zu\n", sizeof(DF), _Alignof(DF));
}
int main(void) {
    test_f1();
    test_f2();
    test_f3();
    test_f4();
    test_d1();
    test_d2();
    test_da();
    test_fd();
    test_df();
}
