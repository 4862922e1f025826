// What struct_floats.vx does, in C.
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

void take_f1_1(F1 v);
F1 make_f1_1(void);
F1 pass_f1_1(F1 v);
F1 call_f1_1(F1 (*f)(F1, int), F1 v);
void take_f2_2(F2 v);
F2 make_f2_2(void);
F2 pass_f2_2(F2 v);
F2 call_f2_2(F2 (*f)(F2, int), F2 v);
void take_f3_3(F3 v);
F3 make_f3_3(void);
F3 pass_f3_3(F3 v);
F3 call_f3_3(F3 (*f)(F3, int), F3 v);
void take_f4_4(F4 v);
F4 make_f4_4(void);
F4 pass_f4_4(F4 v);
F4 call_f4_4(F4 (*f)(F4, int), F4 v);
void take_f5_5(F5 v);
F5 make_f5_5(void);
F5 pass_f5_5(F5 v);
F5 call_f5_5(F5 (*f)(F5, int), F5 v);
void take_d1_6(D1 v);
D1 make_d1_6(void);
D1 pass_d1_6(D1 v);
D1 call_d1_6(D1 (*f)(D1, int), D1 v);
void take_d2_7(D2 v);
D2 make_d2_7(void);
D2 pass_d2_7(D2 v);
D2 call_d2_7(D2 (*f)(D2, int), D2 v);
void take_d3_8(D3 v);
D3 make_d3_8(void);
D3 pass_d3_8(D3 v);
D3 call_d3_8(D3 (*f)(D3, int), D3 v);
void take_d4_9(D4 v);
D4 make_d4_9(void);
D4 pass_d4_9(D4 v);
D4 call_d4_9(D4 (*f)(D4, int), D4 v);
void take_fd_10(FD v);
FD make_fd_10(void);
FD pass_fd_10(FD v);
FD call_fd_10(FD (*f)(FD, int), FD v);
void take_df_11(DF v);
DF make_df_11(void);
DF pass_df_11(DF v);
DF call_df_11(DF (*f)(DF, int), DF v);
void take_ffd_12(FFD v);
FFD make_ffd_12(void);
FFD pass_ffd_12(FFD v);
FFD call_ffd_12(FFD (*f)(FFD, int), FFD v);
void take_dff_13(DFF v);
DFF make_dff_13(void);
DFF pass_dff_13(DFF v);
DFF call_dff_13(DFF (*f)(DFF, int), DFF v);

static F1 back_f1_1(F1 v, int number) {
    printf("back_f1_1 %d\n", number);
    printf("  got %g\n", v.f0);
    F1 r = v;
    r.f0 = -812.5f;
    return r;
}

static void test_f1_1(void) {
    F1 v = (F1){957.875f};
    take_f1_1(v);
    F1 m = make_f1_1();
    printf("made_f1_1 %g\n", m.f0);
    F1 q = pass_f1_1(m);
    printf("passed_f1_1 %g\n", q.f0);
    F1 z = call_f1_1(back_f1_1, (F1){941.125f});
    printf("called_f1_1 %g\n", z.f0);
    printf("still_f1_1 %g\n", v.f0);
}

static F2 back_f2_2(F2 v, int number) {
    printf("back_f2_2 %d\n", number);
    printf("  got %g %g\n", v.f0, v.f1);
    F2 r = v;
    r.f1 = -484.875f;
    return r;
}

static void test_f2_2(void) {
    F2 v = (F2){-826.25f, -260.625f};
    take_f2_2(v);
    F2 m = make_f2_2();
    printf("made_f2_2 %g %g\n", m.f0, m.f1);
    F2 q = pass_f2_2(m);
    printf("passed_f2_2 %g %g\n", q.f0, q.f1);
    F2 z = call_f2_2(back_f2_2, (F2){507.25f, 656.75f});
    printf("called_f2_2 %g %g\n", z.f0, z.f1);
    printf("still_f2_2 %g %g\n", v.f0, v.f1);
}

static F3 back_f3_3(F3 v, int number) {
    printf("back_f3_3 %d\n", number);
    printf("  got %g %g %g\n", v.f0, v.f1, v.f2);
    F3 r = v;
    r.f1 = 645.875f;
    return r;
}

static void test_f3_3(void) {
    F3 v = (F3){240.875f, -565.5f, 242.625f};
    take_f3_3(v);
    F3 m = make_f3_3();
    printf("made_f3_3 %g %g %g\n", m.f0, m.f1, m.f2);
    F3 q = pass_f3_3(m);
    printf("passed_f3_3 %g %g %g\n", q.f0, q.f1, q.f2);
    F3 z = call_f3_3(back_f3_3, (F3){-675.75f, -118.0f, 307.5f});
    printf("called_f3_3 %g %g %g\n", z.f0, z.f1, z.f2);
    printf("still_f3_3 %g %g %g\n", v.f0, v.f1, v.f2);
}

static F4 back_f4_4(F4 v, int number) {
    printf("back_f4_4 %d\n", number);
    printf("  got %g %g %g %g\n", v.f0, v.f1, v.f2, v.f3);
    F4 r = v;
    r.f0 = -254.5f;
    return r;
}

static void test_f4_4(void) {
    F4 v = (F4){480.625f, 761.75f, 42.5f, 944.25f};
    take_f4_4(v);
    F4 m = make_f4_4();
    printf("made_f4_4 %g %g %g %g\n", m.f0, m.f1, m.f2, m.f3);
    F4 q = pass_f4_4(m);
    printf("passed_f4_4 %g %g %g %g\n", q.f0, q.f1, q.f2, q.f3);
    F4 z = call_f4_4(back_f4_4, (F4){28.125f, -450.75f, 845.625f, -926.5f});
    printf("called_f4_4 %g %g %g %g\n", z.f0, z.f1, z.f2, z.f3);
    printf("still_f4_4 %g %g %g %g\n", v.f0, v.f1, v.f2, v.f3);
}

static F5 back_f5_5(F5 v, int number) {
    printf("back_f5_5 %d\n", number);
    printf("  got %g %g %g %g %g\n", v.f0, v.f1, v.f2, v.f3, v.f4);
    F5 r = v;
    r.f1 = -334.125f;
    return r;
}

static void test_f5_5(void) {
    F5 v = (F5){-48.0f, 908.375f, -347.875f, 859.0f, -221.75f};
    take_f5_5(v);
    F5 m = make_f5_5();
    printf("made_f5_5 %g %g %g %g %g\n", m.f0, m.f1, m.f2, m.f3, m.f4);
    F5 q = pass_f5_5(m);
    printf("passed_f5_5 %g %g %g %g %g\n", q.f0, q.f1, q.f2, q.f3, q.f4);
    F5 z = call_f5_5(back_f5_5, (F5){147.875f, -636.625f, -516.5f, -527.75f, -951.25f});
    printf("called_f5_5 %g %g %g %g %g\n", z.f0, z.f1, z.f2, z.f3, z.f4);
    printf("still_f5_5 %g %g %g %g %g\n", v.f0, v.f1, v.f2, v.f3, v.f4);
}

static D1 back_d1_6(D1 v, int number) {
    printf("back_d1_6 %d\n", number);
    printf("  got %g\n", v.f0);
    D1 r = v;
    r.f0 = 52.125;
    return r;
}

static void test_d1_6(void) {
    D1 v = (D1){-644.5};
    take_d1_6(v);
    D1 m = make_d1_6();
    printf("made_d1_6 %g\n", m.f0);
    D1 q = pass_d1_6(m);
    printf("passed_d1_6 %g\n", q.f0);
    D1 z = call_d1_6(back_d1_6, (D1){44.75});
    printf("called_d1_6 %g\n", z.f0);
    printf("still_d1_6 %g\n", v.f0);
}

static D2 back_d2_7(D2 v, int number) {
    printf("back_d2_7 %d\n", number);
    printf("  got %g %g\n", v.f0, v.f1);
    D2 r = v;
    r.f1 = 504.0;
    return r;
}

static void test_d2_7(void) {
    D2 v = (D2){381.25, 146.625};
    take_d2_7(v);
    D2 m = make_d2_7();
    printf("made_d2_7 %g %g\n", m.f0, m.f1);
    D2 q = pass_d2_7(m);
    printf("passed_d2_7 %g %g\n", q.f0, q.f1);
    D2 z = call_d2_7(back_d2_7, (D2){-87.375, 631.75});
    printf("called_d2_7 %g %g\n", z.f0, z.f1);
    printf("still_d2_7 %g %g\n", v.f0, v.f1);
}

static D3 back_d3_8(D3 v, int number) {
    printf("back_d3_8 %d\n", number);
    printf("  got %g %g %g\n", v.f0, v.f1, v.f2);
    D3 r = v;
    r.f1 = -670.0;
    return r;
}

static void test_d3_8(void) {
    D3 v = (D3){75.875, 856.625, 860.5};
    take_d3_8(v);
    D3 m = make_d3_8();
    printf("made_d3_8 %g %g %g\n", m.f0, m.f1, m.f2);
    D3 q = pass_d3_8(m);
    printf("passed_d3_8 %g %g %g\n", q.f0, q.f1, q.f2);
    D3 z = call_d3_8(back_d3_8, (D3){215.375, -275.5, -258.875});
    printf("called_d3_8 %g %g %g\n", z.f0, z.f1, z.f2);
    printf("still_d3_8 %g %g %g\n", v.f0, v.f1, v.f2);
}

static D4 back_d4_9(D4 v, int number) {
    printf("back_d4_9 %d\n", number);
    printf("  got %g %g %g %g\n", v.f0, v.f1, v.f2, v.f3);
    D4 r = v;
    r.f3 = 25.625;
    return r;
}

static void test_d4_9(void) {
    D4 v = (D4){955.625, 544.125, -181.125, 464.625};
    take_d4_9(v);
    D4 m = make_d4_9();
    printf("made_d4_9 %g %g %g %g\n", m.f0, m.f1, m.f2, m.f3);
    D4 q = pass_d4_9(m);
    printf("passed_d4_9 %g %g %g %g\n", q.f0, q.f1, q.f2, q.f3);
    D4 z = call_d4_9(back_d4_9, (D4){-488.25, 3.5, -428.5, 894.0});
    printf("called_d4_9 %g %g %g %g\n", z.f0, z.f1, z.f2, z.f3);
    printf("still_d4_9 %g %g %g %g\n", v.f0, v.f1, v.f2, v.f3);
}

static FD back_fd_10(FD v, int number) {
    printf("back_fd_10 %d\n", number);
    printf("  got %g %g\n", v.f0, v.f1);
    FD r = v;
    r.f1 = 842.5;
    return r;
}

static void test_fd_10(void) {
    FD v = (FD){55.5f, 702.875};
    take_fd_10(v);
    FD m = make_fd_10();
    printf("made_fd_10 %g %g\n", m.f0, m.f1);
    FD q = pass_fd_10(m);
    printf("passed_fd_10 %g %g\n", q.f0, q.f1);
    FD z = call_fd_10(back_fd_10, (FD){355.125f, 808.0});
    printf("called_fd_10 %g %g\n", z.f0, z.f1);
    printf("still_fd_10 %g %g\n", v.f0, v.f1);
}

static DF back_df_11(DF v, int number) {
    printf("back_df_11 %d\n", number);
    printf("  got %g %g\n", v.f0, v.f1);
    DF r = v;
    r.f1 = -3.5f;
    return r;
}

static void test_df_11(void) {
    DF v = (DF){849.625, -55.875f};
    take_df_11(v);
    DF m = make_df_11();
    printf("made_df_11 %g %g\n", m.f0, m.f1);
    DF q = pass_df_11(m);
    printf("passed_df_11 %g %g\n", q.f0, q.f1);
    DF z = call_df_11(back_df_11, (DF){486.5, 884.75f});
    printf("called_df_11 %g %g\n", z.f0, z.f1);
    printf("still_df_11 %g %g\n", v.f0, v.f1);
}

static FFD back_ffd_12(FFD v, int number) {
    printf("back_ffd_12 %d\n", number);
    printf("  got %g %g %g\n", v.f0, v.f1, v.f2);
    FFD r = v;
    r.f2 = -450.875;
    return r;
}

static void test_ffd_12(void) {
    FFD v = (FFD){349.375f, -545.75f, 926.25};
    take_ffd_12(v);
    FFD m = make_ffd_12();
    printf("made_ffd_12 %g %g %g\n", m.f0, m.f1, m.f2);
    FFD q = pass_ffd_12(m);
    printf("passed_ffd_12 %g %g %g\n", q.f0, q.f1, q.f2);
    FFD z = call_ffd_12(back_ffd_12, (FFD){710.125f, -660.0f, 795.375});
    printf("called_ffd_12 %g %g %g\n", z.f0, z.f1, z.f2);
    printf("still_ffd_12 %g %g %g\n", v.f0, v.f1, v.f2);
}

static DFF back_dff_13(DFF v, int number) {
    printf("back_dff_13 %d\n", number);
    printf("  got %g %g %g\n", v.f0, v.f1, v.f2);
    DFF r = v;
    r.f2 = 151.25f;
    return r;
}

static void test_dff_13(void) {
    DFF v = (DFF){583.0, 866.5f, -17.5f};
    take_dff_13(v);
    DFF m = make_dff_13();
    printf("made_dff_13 %g %g %g\n", m.f0, m.f1, m.f2);
    DFF q = pass_dff_13(m);
    printf("passed_dff_13 %g %g %g\n", q.f0, q.f1, q.f2);
    DFF z = call_dff_13(back_dff_13, (DFF){636.875, 446.25f, 702.0f});
    printf("called_dff_13 %g %g %g\n", z.f0, z.f1, z.f2);
    printf("still_dff_13 %g %g %g\n", v.f0, v.f1, v.f2);
}

int main(void) {
    test_f1_1();
    test_f2_2();
    test_f3_3();
    test_f4_4();
    test_f5_5();
    test_d1_6();
    test_d2_7();
    test_d3_8();
    test_d4_9();
    test_fd_10();
    test_df_11();
    test_ffd_12();
    test_dff_13();
    return 0;
}
