#include <stdbool.h>
#include <stdint.h>
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
DL make_dl(int seed) {
    DL s;
    s.a = (seed + 0) / 4.0;
    s.b = (int64_t)(seed * -8);
    return s;
}
static double sum_dl(DL s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
DL bump_dl(DL s) {
    s.a = (double)(s.a + 1);
    s.b = (int64_t)(s.b + 1);
    return s;
}
double middle_dl(int a, DL s, double b) { return a + sum_dl(s) * 2 + b; }
double late_dl(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, DL s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_dl(s) + (double)f * 6 + g;
}
double float_late_dl(double a, double b, double c, double d, double e, double f, double g, DL s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_dl(s) + h * 8 + i;
}
double two_dl(DL a, float x, DL b) { return sum_dl(a) * 3 - x + sum_dl(b); }
DL call_dl(DL (*f)(DL, int), DL s) { return f(f(s, 2), -1); }
LD make_ld(int seed) {
    LD s;
    s.a = (int64_t)(seed * 7);
    s.b = (seed + 1) / 4.0;
    return s;
}
static double sum_ld(LD s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
LD bump_ld(LD s) {
    s.a = (int64_t)(s.a + 1);
    s.b = (double)(s.b + 1);
    return s;
}
double middle_ld(int a, LD s, double b) { return a + sum_ld(s) * 2 + b; }
double late_ld(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, LD s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_ld(s) + (double)f * 6 + g;
}
double float_late_ld(double a, double b, double c, double d, double e, double f, double g, LD s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_ld(s) + h * 8 + i;
}
double two_ld(LD a, float x, LD b) { return sum_ld(a) * 3 - x + sum_ld(b); }
LD call_ld(LD (*f)(LD, int), LD s) { return f(f(s, 2), -1); }
FI make_fi(int seed) {
    FI s;
    s.a = (float)(seed + 0) / 2;
    s.b = (int32_t)(seed * -8);
    return s;
}
static double sum_fi(FI s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
FI bump_fi(FI s) {
    s.a = (float)(s.a + 1);
    s.b = (int32_t)(s.b + 1);
    return s;
}
double middle_fi(int a, FI s, double b) { return a + sum_fi(s) * 2 + b; }
double late_fi(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, FI s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_fi(s) + (double)f * 6 + g;
}
double float_late_fi(double a, double b, double c, double d, double e, double f, double g, FI s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_fi(s) + h * 8 + i;
}
double two_fi(FI a, float x, FI b) { return sum_fi(a) * 3 - x + sum_fi(b); }
FI call_fi(FI (*f)(FI, int), FI s) { return f(f(s, 2), -1); }
IFD make_ifd(int seed) {
    IFD s;
    s.a = (int32_t)(seed * 7);
    s.b = (float)(seed + 1) / 2;
    s.c = (seed + 2) / 4.0;
    return s;
}
static double sum_ifd(IFD s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
IFD bump_ifd(IFD s) {
    s.a = (int32_t)(s.a + 1);
    s.b = (float)(s.b + 1);
    s.c = (double)(s.c + 1);
    return s;
}
double middle_ifd(int a, IFD s, double b) { return a + sum_ifd(s) * 2 + b; }
double late_ifd(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, IFD s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_ifd(s) + (double)f * 6 + g;
}
double float_late_ifd(double a, double b, double c, double d, double e, double f, double g, IFD s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_ifd(s) + h * 8 + i;
}
double two_ifd(IFD a, float x, IFD b) { return sum_ifd(a) * 3 - x + sum_ifd(b); }
IFD call_ifd(IFD (*f)(IFD, int), IFD s) { return f(f(s, 2), -1); }
FFI make_ffi(int seed) {
    FFI s;
    s.a = (float)(seed + 0) / 2;
    s.b = (float)(seed + 1) / 2;
    s.c = (int32_t)(seed * 13);
    return s;
}
static double sum_ffi(FFI s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
FFI bump_ffi(FFI s) {
    s.a = (float)(s.a + 1);
    s.b = (float)(s.b + 1);
    s.c = (int32_t)(s.c + 1);
    return s;
}
double middle_ffi(int a, FFI s, double b) { return a + sum_ffi(s) * 2 + b; }
double late_ffi(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, FFI s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_ffi(s) + (double)f * 6 + g;
}
double float_late_ffi(double a, double b, double c, double d, double e, double f, double g, FFI s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_ffi(s) + h * 8 + i;
}
double two_ffi(FFI a, float x, FFI b) { return sum_ffi(a) * 3 - x + sum_ffi(b); }
FFI call_ffi(FFI (*f)(FFI, int), FFI s) { return f(f(s, 2), -1); }
FFII make_ffii(int seed) {
    FFII s;
    s.a = (float)(seed + 0) / 2;
    s.b = (float)(seed + 1) / 2;
    s.c = (int32_t)(seed * 13);
    s.d = (int32_t)(seed * -14);
    return s;
}
static double sum_ffii(FFII s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3 + (double)s.d * 4;
}
FFII bump_ffii(FFII s) {
    s.a = (float)(s.a + 1);
    s.b = (float)(s.b + 1);
    s.c = (int32_t)(s.c + 1);
    s.d = (int32_t)(s.d + 1);
    return s;
}
double middle_ffii(int a, FFII s, double b) { return a + sum_ffii(s) * 2 + b; }
double late_ffii(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, FFII s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_ffii(s) + (double)f * 6 + g;
}
double float_late_ffii(double a, double b, double c, double d, double e, double f, double g, FFII s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_ffii(s) + h * 8 + i;
}
double two_ffii(FFII a, float x, FFII b) { return sum_ffii(a) * 3 - x + sum_ffii(b); }
FFII call_ffii(FFII (*f)(FFII, int), FFII s) { return f(f(s, 2), -1); }
CFL make_cfl(int seed) {
    CFL s;
    s.a = (int8_t)(seed * 7);
    s.b = (float)(seed + 1) / 2;
    s.c = (int64_t)(seed * 13);
    return s;
}
static double sum_cfl(CFL s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
CFL bump_cfl(CFL s) {
    s.a = (int8_t)(s.a + 1);
    s.b = (float)(s.b + 1);
    s.c = (int64_t)(s.c + 1);
    return s;
}
double middle_cfl(int a, CFL s, double b) { return a + sum_cfl(s) * 2 + b; }
double late_cfl(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, CFL s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_cfl(s) + (double)f * 6 + g;
}
double float_late_cfl(double a, double b, double c, double d, double e, double f, double g, CFL s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_cfl(s) + h * 8 + i;
}
double two_cfl(CFL a, float x, CFL b) { return sum_cfl(a) * 3 - x + sum_cfl(b); }
CFL call_cfl(CFL (*f)(CFL, int), CFL s) { return f(f(s, 2), -1); }
DC make_dc(int seed) {
    DC s;
    s.a = (seed + 0) / 4.0;
    s.b = (int8_t)(seed * -8);
    return s;
}
static double sum_dc(DC s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
DC bump_dc(DC s) {
    s.a = (double)(s.a + 1);
    s.b = (int8_t)(s.b + 1);
    return s;
}
double middle_dc(int a, DC s, double b) { return a + sum_dc(s) * 2 + b; }
double late_dc(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, DC s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_dc(s) + (double)f * 6 + g;
}
double float_late_dc(double a, double b, double c, double d, double e, double f, double g, DC s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_dc(s) + h * 8 + i;
}
double two_dc(DC a, float x, DC b) { return sum_dc(a) * 3 - x + sum_dc(b); }
DC call_dc(DC (*f)(DC, int), DC s) { return f(f(s, 2), -1); }
BF make_bf(int seed) {
    BF s;
    s.a = (seed + 0) % 2;
    s.b = (float)(seed + 1) / 2;
    return s;
}
static double sum_bf(BF s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
BF bump_bf(BF s) {
    s.a = !s.a;
    s.b = (float)(s.b + 1);
    return s;
}
double middle_bf(int a, BF s, double b) { return a + sum_bf(s) * 2 + b; }
double late_bf(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, BF s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_bf(s) + (double)f * 6 + g;
}
double float_late_bf(double a, double b, double c, double d, double e, double f, double g, BF s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_bf(s) + h * 8 + i;
}
double two_bf(BF a, float x, BF b) { return sum_bf(a) * 3 - x + sum_bf(b); }
BF call_bf(BF (*f)(BF, int), BF s) { return f(f(s, 2), -1); }
FCD make_fcd(int seed) {
    FCD s;
    s.a = (float)(seed + 0) / 2;
    s.b = (uint8_t)(seed * 10);
    s.c = (seed + 2) / 4.0;
    return s;
}
static double sum_fcd(FCD s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
FCD bump_fcd(FCD s) {
    s.a = (float)(s.a + 1);
    s.b = (uint8_t)(s.b + 1);
    s.c = (double)(s.c + 1);
    return s;
}
double middle_fcd(int a, FCD s, double b) { return a + sum_fcd(s) * 2 + b; }
double late_fcd(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, FCD s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_fcd(s) + (double)f * 6 + g;
}
double float_late_fcd(double a, double b, double c, double d, double e, double f, double g, FCD s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_fcd(s) + h * 8 + i;
}
double two_fcd(FCD a, float x, FCD b) { return sum_fcd(a) * 3 - x + sum_fcd(b); }
FCD call_fcd(FCD (*f)(FCD, int), FCD s) { return f(f(s, 2), -1); }
