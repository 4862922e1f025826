#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
typedef struct { double a; int64_t b; } DL;
typedef struct { int64_t a; double b; } LD;
typedef struct { float a; int32_t b; } FI;
typedef struct { int32_t a; float b; double c; } IFD;
typedef struct { float a; float b; int32_t c; } FFI;
typedef struct { float a; float b; int32_t c; int32_t d; } FFII;
typedef struct { int8_t a; float b; int64_t c; } CFL;
typedef struct { double a; int8_t b; } DC;
typedef struct { bool a; float b; } BF;
typedef struct { float a; uint8_t b; double c; } FCD;
DL make_dl(int seed);
DL bump_dl(DL s);
double middle_dl(int a, DL s, double b);
double late_dl(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, DL s, int64_t f, double g);
double float_late_dl(double a, double b, double c, double d, double e, double f, double g, DL s, double h, int i);
double two_dl(DL a, float x, DL b);
DL call_dl(DL (*f)(DL, int), DL s);
LD make_ld(int seed);
LD bump_ld(LD s);
double middle_ld(int a, LD s, double b);
double late_ld(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, LD s, int64_t f, double g);
double float_late_ld(double a, double b, double c, double d, double e, double f, double g, LD s, double h, int i);
double two_ld(LD a, float x, LD b);
LD call_ld(LD (*f)(LD, int), LD s);
FI make_fi(int seed);
FI bump_fi(FI s);
double middle_fi(int a, FI s, double b);
double late_fi(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, FI s, int64_t f, double g);
double float_late_fi(double a, double b, double c, double d, double e, double f, double g, FI s, double h, int i);
double two_fi(FI a, float x, FI b);
FI call_fi(FI (*f)(FI, int), FI s);
IFD make_ifd(int seed);
IFD bump_ifd(IFD s);
double middle_ifd(int a, IFD s, double b);
double late_ifd(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, IFD s, int64_t f, double g);
double float_late_ifd(double a, double b, double c, double d, double e, double f, double g, IFD s, double h, int i);
double two_ifd(IFD a, float x, IFD b);
IFD call_ifd(IFD (*f)(IFD, int), IFD s);
FFI make_ffi(int seed);
FFI bump_ffi(FFI s);
double middle_ffi(int a, FFI s, double b);
double late_ffi(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, FFI s, int64_t f, double g);
double float_late_ffi(double a, double b, double c, double d, double e, double f, double g, FFI s, double h, int i);
double two_ffi(FFI a, float x, FFI b);
FFI call_ffi(FFI (*f)(FFI, int), FFI s);
FFII make_ffii(int seed);
FFII bump_ffii(FFII s);
double middle_ffii(int a, FFII s, double b);
double late_ffii(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, FFII s, int64_t f, double g);
double float_late_ffii(double a, double b, double c, double d, double e, double f, double g, FFII s, double h, int i);
double two_ffii(FFII a, float x, FFII b);
FFII call_ffii(FFII (*f)(FFII, int), FFII s);
CFL make_cfl(int seed);
CFL bump_cfl(CFL s);
double middle_cfl(int a, CFL s, double b);
double late_cfl(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, CFL s, int64_t f, double g);
double float_late_cfl(double a, double b, double c, double d, double e, double f, double g, CFL s, double h, int i);
double two_cfl(CFL a, float x, CFL b);
CFL call_cfl(CFL (*f)(CFL, int), CFL s);
DC make_dc(int seed);
DC bump_dc(DC s);
double middle_dc(int a, DC s, double b);
double late_dc(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, DC s, int64_t f, double g);
double float_late_dc(double a, double b, double c, double d, double e, double f, double g, DC s, double h, int i);
double two_dc(DC a, float x, DC b);
DC call_dc(DC (*f)(DC, int), DC s);
BF make_bf(int seed);
BF bump_bf(BF s);
double middle_bf(int a, BF s, double b);
double late_bf(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, BF s, int64_t f, double g);
double float_late_bf(double a, double b, double c, double d, double e, double f, double g, BF s, double h, int i);
double two_bf(BF a, float x, BF b);
BF call_bf(BF (*f)(BF, int), BF s);
FCD make_fcd(int seed);
FCD bump_fcd(FCD s);
double middle_fcd(int a, FCD s, double b);
double late_fcd(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, FCD s, int64_t f, double g);
double float_late_fcd(double a, double b, double c, double d, double e, double f, double g, FCD s, double h, int i);
double two_fcd(FCD a, float x, FCD b);
FCD call_fcd(FCD (*f)(FCD, int), FCD s);
static void show_dl(DL s) {
    printf("DL: %g %lld\n", s.a, (long long)s.b);
}
static DL change_dl(DL s, int by) {
    s.a = (double)(s.a + by);
    s.b = (int64_t)(s.b + by);
    return s;
}
static void test_dl(void) {
    DL a = make_dl(3), b = make_dl(5);
    show_dl(a);
    show_dl(bump_dl(b));
    printf("%g %g %g %g\n", middle_dl(1, a, 0.5), late_dl(1, 2, 3, 4, 5, b, 6, 0.25), float_late_dl(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_dl(a, 1.5f, b));
    show_dl(call_dl(change_dl, a));
    printf("%zu %zu\n", sizeof(DL), _Alignof(DL));
}
static void show_ld(LD s) {
    printf("LD: %lld %g\n", (long long)s.a, s.b);
}
static LD change_ld(LD s, int by) {
    s.a = (int64_t)(s.a + by);
    s.b = (double)(s.b + by);
    return s;
}
static void test_ld(void) {
    LD a = make_ld(3), b = make_ld(5);
    show_ld(a);
    show_ld(bump_ld(b));
    printf("%g %g %g %g\n", middle_ld(1, a, 0.5), late_ld(1, 2, 3, 4, 5, b, 6, 0.25), float_late_ld(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_ld(a, 1.5f, b));
    show_ld(call_ld(change_ld, a));
    printf("%zu %zu\n", sizeof(LD), _Alignof(LD));
}
static void show_fi(FI s) {
    printf("FI: %g %d\n", s.a, s.b);
}
static FI change_fi(FI s, int by) {
    s.a = (float)(s.a + by);
    s.b = (int32_t)(s.b + by);
    return s;
}
static void test_fi(void) {
    FI a = make_fi(3), b = make_fi(5);
    show_fi(a);
    show_fi(bump_fi(b));
    printf("%g %g %g %g\n", middle_fi(1, a, 0.5), late_fi(1, 2, 3, 4, 5, b, 6, 0.25), float_late_fi(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_fi(a, 1.5f, b));
    show_fi(call_fi(change_fi, a));
    printf("%zu %zu\n", sizeof(FI), _Alignof(FI));
}
static void show_ifd(IFD s) {
    printf("IFD: %d %g %g\n", s.a, s.b, s.c);
}
static IFD change_ifd(IFD s, int by) {
    s.a = (int32_t)(s.a + by);
    s.b = (float)(s.b + by);
    s.c = (double)(s.c + by);
    return s;
}
static void test_ifd(void) {
    IFD a = make_ifd(3), b = make_ifd(5);
    show_ifd(a);
    show_ifd(bump_ifd(b));
    printf("%g %g %g %g\n", middle_ifd(1, a, 0.5), late_ifd(1, 2, 3, 4, 5, b, 6, 0.25), float_late_ifd(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_ifd(a, 1.5f, b));
    show_ifd(call_ifd(change_ifd, a));
    printf("%zu %zu\n", sizeof(IFD), _Alignof(IFD));
}
static void show_ffi(FFI s) {
    printf("FFI: %g %g %d\n", s.a, s.b, s.c);
}
static FFI change_ffi(FFI s, int by) {
    s.a = (float)(s.a + by);
    s.b = (float)(s.b + by);
    s.c = (int32_t)(s.c + by);
    return s;
}
static void test_ffi(void) {
    FFI a = make_ffi(3), b = make_ffi(5);
    show_ffi(a);
    show_ffi(bump_ffi(b));
    printf("%g %g %g %g\n", middle_ffi(1, a, 0.5), late_ffi(1, 2, 3, 4, 5, b, 6, 0.25), float_late_ffi(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_ffi(a, 1.5f, b));
    show_ffi(call_ffi(change_ffi, a));
    printf("%zu %zu\n", sizeof(FFI), _Alignof(FFI));
}
static void show_ffii(FFII s) {
    printf("FFII: %g %g %d %d\n", s.a, s.b, s.c, s.d);
}
static FFII change_ffii(FFII s, int by) {
    s.a = (float)(s.a + by);
    s.b = (float)(s.b + by);
    s.c = (int32_t)(s.c + by);
    s.d = (int32_t)(s.d + by);
    return s;
}
static void test_ffii(void) {
    FFII a = make_ffii(3), b = make_ffii(5);
    show_ffii(a);
    show_ffii(bump_ffii(b));
    printf("%g %g %g %g\n", middle_ffii(1, a, 0.5), late_ffii(1, 2, 3, 4, 5, b, 6, 0.25), float_late_ffii(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_ffii(a, 1.5f, b));
    show_ffii(call_ffii(change_ffii, a));
    printf("%zu %zu\n", sizeof(FFII), _Alignof(FFII));
}
static void show_cfl(CFL s) {
    printf("CFL: %d %g %lld\n", s.a, s.b, (long long)s.c);
}
static CFL change_cfl(CFL s, int by) {
    s.a = (int8_t)(s.a + by);
    s.b = (float)(s.b + by);
    s.c = (int64_t)(s.c + by);
    return s;
}
static void test_cfl(void) {
    CFL a = make_cfl(3), b = make_cfl(5);
    show_cfl(a);
    show_cfl(bump_cfl(b));
    printf("%g %g %g %g\n", middle_cfl(1, a, 0.5), late_cfl(1, 2, 3, 4, 5, b, 6, 0.25), float_late_cfl(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_cfl(a, 1.5f, b));
    show_cfl(call_cfl(change_cfl, a));
    printf("%zu %zu\n", sizeof(CFL), _Alignof(CFL));
}
static void show_dc(DC s) {
    printf("DC: %g %d\n", s.a, s.b);
}
static DC change_dc(DC s, int by) {
    s.a = (double)(s.a + by);
    s.b = (int8_t)(s.b + by);
    return s;
}
static void test_dc(void) {
    DC a = make_dc(3), b = make_dc(5);
    show_dc(a);
    show_dc(bump_dc(b));
    printf("%g %g %g %g\n", middle_dc(1, a, 0.5), late_dc(1, 2, 3, 4, 5, b, 6, 0.25), float_late_dc(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_dc(a, 1.5f, b));
    show_dc(call_dc(change_dc, a));
    printf("%zu %zu\n", sizeof(DC), _Alignof(DC));
}
static void show_bf(BF s) {
    printf("BF: %d %g\n", s.a, s.b);
}
static BF change_bf(BF s, int by) {
    s.a = s.a != (by > 0);
    s.b = (float)(s.b + by);
    return s;
}
static void test_bf(void) {
    BF a = make_bf(3), b = make_bf(5);
    show_bf(a);
    show_bf(bump_bf(b));
    printf("%g %g %g %g\n", middle_bf(1, a, 0.5), late_bf(1, 2, 3, 4, 5, b, 6, 0.25), float_late_bf(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_bf(a, 1.5f, b));
    show_bf(call_bf(change_bf, a));
    printf("%zu %zu\n", sizeof(BF), _Alignof(BF));
}
static void show_fcd(FCD s) {
    printf("FCD: %g %u %g\n", s.a, s.b, s.c);
}
static FCD change_fcd(FCD s, int by) {
    s.a = (float)(s.a + by);
    s.b = (uint8_t)(s.b + by);
    s.c = (double)(s.c + by);
    return s;
}
static void test_fcd(void) {
    FCD a = make_fcd(3), b = make_fcd(5);
    show_fcd(a);
    show_fcd(bump_fcd(b));
    printf("%g %g %g %g\n", middle_fcd(1, a, 0.5), late_fcd(1, 2, 3, 4, 5, b, 6, 0.25), float_late_fcd(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_fcd(a, 1.5f, b));
    show_fcd(call_fcd(change_fcd, a));
    printf("%zu %zu\n", sizeof(FCD), _Alignof(FCD));
}
int main(void) {
    test_dl();
    test_ld();
    test_fi();
    test_ifd();
    test_ffi();
    test_ffii();
    test_cfl();
    test_dc();
    test_bf();
    test_fcd();
}
