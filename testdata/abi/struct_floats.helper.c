// The C side of struct_floats.vx.
#include <stdarg.h>
#include <stdio.h>

typedef struct { float f0; } F1;
typedef struct { float f0; float f1; } F2;
typedef struct { float f0; float f1; float f2; } F3;
typedef struct { float f0; float f1; float f2; float f3; } F4;
typedef struct { float f0; float f1; float f2; float f3; float f4; } F5;
typedef struct { double f0; } D1;
typedef struct { double f0; double f1; } D2;
typedef struct { double f0; double f1; double f2; } D3;
typedef struct { double f0; double f1; double f2; double f3; } D4;
typedef struct { float f0; double f1; } FD;
typedef struct { double f0; float f1; } DF;
typedef struct { float f0; float f1; double f2; } FFD;
typedef struct { double f0; float f1; float f2; } DFF;

void take_f1_1(F1 v) {
    printf("take_f1_1 %g\n", v.f0);
}

F1 make_f1_1(void) {
    return (F1){767.625f};
}

F1 pass_f1_1(F1 v) {
    printf("pass_f1_1 %g\n", v.f0);
    return v;
}

F1 call_f1_1(F1 (*f)(F1, int), F1 v) {
    F1 r = f(v, 1);
    printf("returned_f1_1 %g\n", r.f0);
    return f(r, 101);
}

void take_f2_2(F2 v) {
    printf("take_f2_2 %g %g\n", v.f0, v.f1);
}

F2 make_f2_2(void) {
    return (F2){711.0f, -653.75f};
}

F2 pass_f2_2(F2 v) {
    printf("pass_f2_2 %g %g\n", v.f0, v.f1);
    return v;
}

F2 call_f2_2(F2 (*f)(F2, int), F2 v) {
    F2 r = f(v, 2);
    printf("returned_f2_2 %g %g\n", r.f0, r.f1);
    return f(r, 102);
}

void take_f3_3(F3 v) {
    printf("take_f3_3 %g %g %g\n", v.f0, v.f1, v.f2);
}

F3 make_f3_3(void) {
    return (F3){-926.875f, 190.25f, 395.125f};
}

F3 pass_f3_3(F3 v) {
    printf("pass_f3_3 %g %g %g\n", v.f0, v.f1, v.f2);
    return v;
}

F3 call_f3_3(F3 (*f)(F3, int), F3 v) {
    F3 r = f(v, 3);
    printf("returned_f3_3 %g %g %g\n", r.f0, r.f1, r.f2);
    return f(r, 103);
}

void take_f4_4(F4 v) {
    printf("take_f4_4 %g %g %g %g\n", v.f0, v.f1, v.f2, v.f3);
}

F4 make_f4_4(void) {
    return (F4){-238.125f, 114.375f, 916.25f, -89.0f};
}

F4 pass_f4_4(F4 v) {
    printf("pass_f4_4 %g %g %g %g\n", v.f0, v.f1, v.f2, v.f3);
    return v;
}

F4 call_f4_4(F4 (*f)(F4, int), F4 v) {
    F4 r = f(v, 4);
    printf("returned_f4_4 %g %g %g %g\n", r.f0, r.f1, r.f2, r.f3);
    return f(r, 104);
}

void take_f5_5(F5 v) {
    printf("take_f5_5 %g %g %g %g %g\n", v.f0, v.f1, v.f2, v.f3, v.f4);
}

F5 make_f5_5(void) {
    return (F5){-132.5f, 826.375f, 810.5f, 76.625f, -663.25f};
}

F5 pass_f5_5(F5 v) {
    printf("pass_f5_5 %g %g %g %g %g\n", v.f0, v.f1, v.f2, v.f3, v.f4);
    return v;
}

F5 call_f5_5(F5 (*f)(F5, int), F5 v) {
    F5 r = f(v, 5);
    printf("returned_f5_5 %g %g %g %g %g\n", r.f0, r.f1, r.f2, r.f3, r.f4);
    return f(r, 105);
}

void take_d1_6(D1 v) {
    printf("take_d1_6 %g\n", v.f0);
}

D1 make_d1_6(void) {
    return (D1){-720.125};
}

D1 pass_d1_6(D1 v) {
    printf("pass_d1_6 %g\n", v.f0);
    return v;
}

D1 call_d1_6(D1 (*f)(D1, int), D1 v) {
    D1 r = f(v, 6);
    printf("returned_d1_6 %g\n", r.f0);
    return f(r, 106);
}

void take_d2_7(D2 v) {
    printf("take_d2_7 %g %g\n", v.f0, v.f1);
}

D2 make_d2_7(void) {
    return (D2){-627.625, 830.0};
}

D2 pass_d2_7(D2 v) {
    printf("pass_d2_7 %g %g\n", v.f0, v.f1);
    return v;
}

D2 call_d2_7(D2 (*f)(D2, int), D2 v) {
    D2 r = f(v, 7);
    printf("returned_d2_7 %g %g\n", r.f0, r.f1);
    return f(r, 107);
}

void take_d3_8(D3 v) {
    printf("take_d3_8 %g %g %g\n", v.f0, v.f1, v.f2);
}

D3 make_d3_8(void) {
    return (D3){562.375, -254.125, 617.375};
}

D3 pass_d3_8(D3 v) {
    printf("pass_d3_8 %g %g %g\n", v.f0, v.f1, v.f2);
    return v;
}

D3 call_d3_8(D3 (*f)(D3, int), D3 v) {
    D3 r = f(v, 8);
    printf("returned_d3_8 %g %g %g\n", r.f0, r.f1, r.f2);
    return f(r, 108);
}

void take_d4_9(D4 v) {
    printf("take_d4_9 %g %g %g %g\n", v.f0, v.f1, v.f2, v.f3);
}

D4 make_d4_9(void) {
    return (D4){512.625, -55.125, 341.25, 86.125};
}

D4 pass_d4_9(D4 v) {
    printf("pass_d4_9 %g %g %g %g\n", v.f0, v.f1, v.f2, v.f3);
    return v;
}

D4 call_d4_9(D4 (*f)(D4, int), D4 v) {
    D4 r = f(v, 9);
    printf("returned_d4_9 %g %g %g %g\n", r.f0, r.f1, r.f2, r.f3);
    return f(r, 109);
}

void take_fd_10(FD v) {
    printf("take_fd_10 %g %g\n", v.f0, v.f1);
}

FD make_fd_10(void) {
    return (FD){630.625f, -275.25};
}

FD pass_fd_10(FD v) {
    printf("pass_fd_10 %g %g\n", v.f0, v.f1);
    return v;
}

FD call_fd_10(FD (*f)(FD, int), FD v) {
    FD r = f(v, 10);
    printf("returned_fd_10 %g %g\n", r.f0, r.f1);
    return f(r, 110);
}

void take_df_11(DF v) {
    printf("take_df_11 %g %g\n", v.f0, v.f1);
}

DF make_df_11(void) {
    return (DF){-281.625, 162.625f};
}

DF pass_df_11(DF v) {
    printf("pass_df_11 %g %g\n", v.f0, v.f1);
    return v;
}

DF call_df_11(DF (*f)(DF, int), DF v) {
    DF r = f(v, 11);
    printf("returned_df_11 %g %g\n", r.f0, r.f1);
    return f(r, 111);
}

void take_ffd_12(FFD v) {
    printf("take_ffd_12 %g %g %g\n", v.f0, v.f1, v.f2);
}

FFD make_ffd_12(void) {
    return (FFD){-335.125f, 668.375f, 432.625};
}

FFD pass_ffd_12(FFD v) {
    printf("pass_ffd_12 %g %g %g\n", v.f0, v.f1, v.f2);
    return v;
}

FFD call_ffd_12(FFD (*f)(FFD, int), FFD v) {
    FFD r = f(v, 12);
    printf("returned_ffd_12 %g %g %g\n", r.f0, r.f1, r.f2);
    return f(r, 112);
}

void take_dff_13(DFF v) {
    printf("take_dff_13 %g %g %g\n", v.f0, v.f1, v.f2);
}

DFF make_dff_13(void) {
    return (DFF){-366.125, -378.875f, 960.625f};
}

DFF pass_dff_13(DFF v) {
    printf("pass_dff_13 %g %g %g\n", v.f0, v.f1, v.f2);
    return v;
}

DFF call_dff_13(DFF (*f)(DFF, int), DFF v) {
    DFF r = f(v, 13);
    printf("returned_dff_13 %g %g %g\n", r.f0, r.f1, r.f2);
    return f(r, 113);
}
