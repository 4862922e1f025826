// What struct_ints.vx does, in C.
#include <stdio.h>

typedef struct { _Bool f0; } B1;
typedef struct { unsigned char f0; } C1;
typedef struct { signed char f0; unsigned char f1; } C2;
typedef struct { unsigned char f0; signed char f1; unsigned char f2; } C3;
typedef struct { unsigned char f0; unsigned char f1; unsigned char f2; unsigned char f3; unsigned char f4; } C5;
typedef struct { signed char f0; signed char f1; signed char f2; signed char f3; signed char f4; signed char f5; signed char f6; } C7;
typedef struct { unsigned char f0; unsigned char f1; unsigned char f2; unsigned char f3; unsigned char f4; unsigned char f5; unsigned char f6; unsigned char f7; } C8;
typedef struct { unsigned char f0; unsigned char f1; unsigned char f2; unsigned char f3; unsigned char f4; unsigned char f5; unsigned char f6; unsigned char f7; unsigned char f8; } C9;
typedef struct { short f0; } H1;
typedef struct { short f0; unsigned short f1; short f2; } H3;
typedef struct { signed char f0; short f1; } CH;
typedef struct { unsigned char f0; int f1; } CI;
typedef struct { unsigned short f0; unsigned f1; } HI;
typedef struct { int f0; } I1;
typedef struct { int f0; unsigned f1; } I2;
typedef struct { int f0; int f1; unsigned f2; } I3;
typedef struct { unsigned f0; int f1; unsigned f2; int f3; } I4;
typedef struct { long f0; } L1;
typedef struct { long f0; int f1; } LI;
typedef struct { unsigned long f0; signed char f1; } LC;
typedef struct { long f0; unsigned long f1; } L2;
typedef struct { signed char f0; long f1; } CL;
typedef struct { int f0; short f1; signed char f2; } IHC;
typedef struct { _Bool f0; int f1; unsigned long f2; } BIL;
typedef struct { long f0; long f1; unsigned long f2; } L3;
typedef struct { long f0; long f1; long f2; long f3; } L4;

void take_b1_1(B1 v);
B1 make_b1_1(void);
B1 pass_b1_1(B1 v);
B1 call_b1_1(B1 (*f)(B1, int), B1 v);
void take_c1_2(C1 v);
C1 make_c1_2(void);
C1 pass_c1_2(C1 v);
C1 call_c1_2(C1 (*f)(C1, int), C1 v);
void take_c2_3(C2 v);
C2 make_c2_3(void);
C2 pass_c2_3(C2 v);
C2 call_c2_3(C2 (*f)(C2, int), C2 v);
void take_c3_4(C3 v);
C3 make_c3_4(void);
C3 pass_c3_4(C3 v);
C3 call_c3_4(C3 (*f)(C3, int), C3 v);
void take_c5_5(C5 v);
C5 make_c5_5(void);
C5 pass_c5_5(C5 v);
C5 call_c5_5(C5 (*f)(C5, int), C5 v);
void take_c7_6(C7 v);
C7 make_c7_6(void);
C7 pass_c7_6(C7 v);
C7 call_c7_6(C7 (*f)(C7, int), C7 v);
void take_c8_7(C8 v);
C8 make_c8_7(void);
C8 pass_c8_7(C8 v);
C8 call_c8_7(C8 (*f)(C8, int), C8 v);
void take_c9_8(C9 v);
C9 make_c9_8(void);
C9 pass_c9_8(C9 v);
C9 call_c9_8(C9 (*f)(C9, int), C9 v);
void take_h1_9(H1 v);
H1 make_h1_9(void);
H1 pass_h1_9(H1 v);
H1 call_h1_9(H1 (*f)(H1, int), H1 v);
void take_h3_10(H3 v);
H3 make_h3_10(void);
H3 pass_h3_10(H3 v);
H3 call_h3_10(H3 (*f)(H3, int), H3 v);
void take_ch_11(CH v);
CH make_ch_11(void);
CH pass_ch_11(CH v);
CH call_ch_11(CH (*f)(CH, int), CH v);
void take_ci_12(CI v);
CI make_ci_12(void);
CI pass_ci_12(CI v);
CI call_ci_12(CI (*f)(CI, int), CI v);
void take_hi_13(HI v);
HI make_hi_13(void);
HI pass_hi_13(HI v);
HI call_hi_13(HI (*f)(HI, int), HI v);
void take_i1_14(I1 v);
I1 make_i1_14(void);
I1 pass_i1_14(I1 v);
I1 call_i1_14(I1 (*f)(I1, int), I1 v);
void take_i2_15(I2 v);
I2 make_i2_15(void);
I2 pass_i2_15(I2 v);
I2 call_i2_15(I2 (*f)(I2, int), I2 v);
void take_i3_16(I3 v);
I3 make_i3_16(void);
I3 pass_i3_16(I3 v);
I3 call_i3_16(I3 (*f)(I3, int), I3 v);
void take_i4_17(I4 v);
I4 make_i4_17(void);
I4 pass_i4_17(I4 v);
I4 call_i4_17(I4 (*f)(I4, int), I4 v);
void take_l1_18(L1 v);
L1 make_l1_18(void);
L1 pass_l1_18(L1 v);
L1 call_l1_18(L1 (*f)(L1, int), L1 v);
void take_li_19(LI v);
LI make_li_19(void);
LI pass_li_19(LI v);
LI call_li_19(LI (*f)(LI, int), LI v);
void take_lc_20(LC v);
LC make_lc_20(void);
LC pass_lc_20(LC v);
LC call_lc_20(LC (*f)(LC, int), LC v);
void take_l2_21(L2 v);
L2 make_l2_21(void);
L2 pass_l2_21(L2 v);
L2 call_l2_21(L2 (*f)(L2, int), L2 v);
void take_cl_22(CL v);
CL make_cl_22(void);
CL pass_cl_22(CL v);
CL call_cl_22(CL (*f)(CL, int), CL v);
void take_ihc_23(IHC v);
IHC make_ihc_23(void);
IHC pass_ihc_23(IHC v);
IHC call_ihc_23(IHC (*f)(IHC, int), IHC v);
void take_bil_24(BIL v);
BIL make_bil_24(void);
BIL pass_bil_24(BIL v);
BIL call_bil_24(BIL (*f)(BIL, int), BIL v);
void take_l3_25(L3 v);
L3 make_l3_25(void);
L3 pass_l3_25(L3 v);
L3 call_l3_25(L3 (*f)(L3, int), L3 v);
void take_l4_26(L4 v);
L4 make_l4_26(void);
L4 pass_l4_26(L4 v);
L4 call_l4_26(L4 (*f)(L4, int), L4 v);

static B1 back_b1_1(B1 v, int number) {
    printf("back_b1_1 %d\n", number);
    printf("  got %d\n", v.f0);
    B1 r = v;
    r.f0 = 1;
    return r;
}

static void test_b1_1(void) {
    B1 v = (B1){1};
    take_b1_1(v);
    B1 m = make_b1_1();
    printf("made_b1_1 %d\n", m.f0);
    B1 q = pass_b1_1(m);
    printf("passed_b1_1 %d\n", q.f0);
    B1 z = call_b1_1(back_b1_1, (B1){0});
    printf("called_b1_1 %d\n", z.f0);
    printf("still_b1_1 %d\n", v.f0);
}

static C1 back_c1_2(C1 v, int number) {
    printf("back_c1_2 %d\n", number);
    printf("  got %lu\n", (unsigned long)v.f0);
    C1 r = v;
    r.f0 = 48;
    return r;
}

static void test_c1_2(void) {
    C1 v = (C1){230};
    take_c1_2(v);
    C1 m = make_c1_2();
    printf("made_c1_2 %lu\n", (unsigned long)m.f0);
    C1 q = pass_c1_2(m);
    printf("passed_c1_2 %lu\n", (unsigned long)q.f0);
    C1 z = call_c1_2(back_c1_2, (C1){194});
    printf("called_c1_2 %lu\n", (unsigned long)z.f0);
    printf("still_c1_2 %lu\n", (unsigned long)v.f0);
}

static C2 back_c2_3(C2 v, int number) {
    printf("back_c2_3 %d\n", number);
    printf("  got %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
    C2 r = v;
    r.f1 = 136;
    return r;
}

static void test_c2_3(void) {
    C2 v = (C2){-3, 14};
    take_c2_3(v);
    C2 m = make_c2_3();
    printf("made_c2_3 %ld %lu\n", (long)m.f0, (unsigned long)m.f1);
    C2 q = pass_c2_3(m);
    printf("passed_c2_3 %ld %lu\n", (long)q.f0, (unsigned long)q.f1);
    C2 z = call_c2_3(back_c2_3, (C2){-17, 1});
    printf("called_c2_3 %ld %lu\n", (long)z.f0, (unsigned long)z.f1);
    printf("still_c2_3 %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
}

static C3 back_c3_4(C3 v, int number) {
    printf("back_c3_4 %d\n", number);
    printf("  got %lu %ld %lu\n", (unsigned long)v.f0, (long)v.f1, (unsigned long)v.f2);
    C3 r = v;
    r.f1 = 48;
    return r;
}

static void test_c3_4(void) {
    C3 v = (C3){117, 24, 52};
    take_c3_4(v);
    C3 m = make_c3_4();
    printf("made_c3_4 %lu %ld %lu\n", (unsigned long)m.f0, (long)m.f1, (unsigned long)m.f2);
    C3 q = pass_c3_4(m);
    printf("passed_c3_4 %lu %ld %lu\n", (unsigned long)q.f0, (long)q.f1, (unsigned long)q.f2);
    C3 z = call_c3_4(back_c3_4, (C3){13, 39, 4});
    printf("called_c3_4 %lu %ld %lu\n", (unsigned long)z.f0, (long)z.f1, (unsigned long)z.f2);
    printf("still_c3_4 %lu %ld %lu\n", (unsigned long)v.f0, (long)v.f1, (unsigned long)v.f2);
}

static C5 back_c5_5(C5 v, int number) {
    printf("back_c5_5 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2, (unsigned long)v.f3, (unsigned long)v.f4);
    C5 r = v;
    r.f1 = 151;
    return r;
}

static void test_c5_5(void) {
    C5 v = (C5){110, 216, 14, 113, 224};
    take_c5_5(v);
    C5 m = make_c5_5();
    printf("made_c5_5 %lu %lu %lu %lu %lu\n", (unsigned long)m.f0, (unsigned long)m.f1, (unsigned long)m.f2, (unsigned long)m.f3, (unsigned long)m.f4);
    C5 q = pass_c5_5(m);
    printf("passed_c5_5 %lu %lu %lu %lu %lu\n", (unsigned long)q.f0, (unsigned long)q.f1, (unsigned long)q.f2, (unsigned long)q.f3, (unsigned long)q.f4);
    C5 z = call_c5_5(back_c5_5, (C5){235, 148, 11, 213, 51});
    printf("called_c5_5 %lu %lu %lu %lu %lu\n", (unsigned long)z.f0, (unsigned long)z.f1, (unsigned long)z.f2, (unsigned long)z.f3, (unsigned long)z.f4);
    printf("still_c5_5 %lu %lu %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2, (unsigned long)v.f3, (unsigned long)v.f4);
}

static C7 back_c7_6(C7 v, int number) {
    printf("back_c7_6 %d\n", number);
    printf("  got %ld %ld %ld %ld %ld %ld %ld\n", (long)v.f0, (long)v.f1, (long)v.f2, (long)v.f3, (long)v.f4, (long)v.f5, (long)v.f6);
    C7 r = v;
    r.f3 = 89;
    return r;
}

static void test_c7_6(void) {
    C7 v = (C7){-97, 63, -42, 102, 57, 122, 55};
    take_c7_6(v);
    C7 m = make_c7_6();
    printf("made_c7_6 %ld %ld %ld %ld %ld %ld %ld\n", (long)m.f0, (long)m.f1, (long)m.f2, (long)m.f3, (long)m.f4, (long)m.f5, (long)m.f6);
    C7 q = pass_c7_6(m);
    printf("passed_c7_6 %ld %ld %ld %ld %ld %ld %ld\n", (long)q.f0, (long)q.f1, (long)q.f2, (long)q.f3, (long)q.f4, (long)q.f5, (long)q.f6);
    C7 z = call_c7_6(back_c7_6, (C7){44, -79, -50, -55, 23, 122, 98});
    printf("called_c7_6 %ld %ld %ld %ld %ld %ld %ld\n", (long)z.f0, (long)z.f1, (long)z.f2, (long)z.f3, (long)z.f4, (long)z.f5, (long)z.f6);
    printf("still_c7_6 %ld %ld %ld %ld %ld %ld %ld\n", (long)v.f0, (long)v.f1, (long)v.f2, (long)v.f3, (long)v.f4, (long)v.f5, (long)v.f6);
}

static C8 back_c8_7(C8 v, int number) {
    printf("back_c8_7 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2, (unsigned long)v.f3, (unsigned long)v.f4, (unsigned long)v.f5, (unsigned long)v.f6, (unsigned long)v.f7);
    C8 r = v;
    r.f0 = 102;
    return r;
}

static void test_c8_7(void) {
    C8 v = (C8){201, 17, 245, 124, 206, 212, 88, 187};
    take_c8_7(v);
    C8 m = make_c8_7();
    printf("made_c8_7 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0, (unsigned long)m.f1, (unsigned long)m.f2, (unsigned long)m.f3, (unsigned long)m.f4, (unsigned long)m.f5, (unsigned long)m.f6, (unsigned long)m.f7);
    C8 q = pass_c8_7(m);
    printf("passed_c8_7 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0, (unsigned long)q.f1, (unsigned long)q.f2, (unsigned long)q.f3, (unsigned long)q.f4, (unsigned long)q.f5, (unsigned long)q.f6, (unsigned long)q.f7);
    C8 z = call_c8_7(back_c8_7, (C8){15, 240, 22, 157, 201, 87, 86, 116});
    printf("called_c8_7 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0, (unsigned long)z.f1, (unsigned long)z.f2, (unsigned long)z.f3, (unsigned long)z.f4, (unsigned long)z.f5, (unsigned long)z.f6, (unsigned long)z.f7);
    printf("still_c8_7 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2, (unsigned long)v.f3, (unsigned long)v.f4, (unsigned long)v.f5, (unsigned long)v.f6, (unsigned long)v.f7);
}

static C9 back_c9_8(C9 v, int number) {
    printf("back_c9_8 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2, (unsigned long)v.f3, (unsigned long)v.f4, (unsigned long)v.f5, (unsigned long)v.f6, (unsigned long)v.f7, (unsigned long)v.f8);
    C9 r = v;
    r.f1 = 130;
    return r;
}

static void test_c9_8(void) {
    C9 v = (C9){118, 207, 176, 180, 235, 137, 2, 196, 66};
    take_c9_8(v);
    C9 m = make_c9_8();
    printf("made_c9_8 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0, (unsigned long)m.f1, (unsigned long)m.f2, (unsigned long)m.f3, (unsigned long)m.f4, (unsigned long)m.f5, (unsigned long)m.f6, (unsigned long)m.f7, (unsigned long)m.f8);
    C9 q = pass_c9_8(m);
    printf("passed_c9_8 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0, (unsigned long)q.f1, (unsigned long)q.f2, (unsigned long)q.f3, (unsigned long)q.f4, (unsigned long)q.f5, (unsigned long)q.f6, (unsigned long)q.f7, (unsigned long)q.f8);
    C9 z = call_c9_8(back_c9_8, (C9){212, 177, 0, 169, 234, 14, 117, 90, 92});
    printf("called_c9_8 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0, (unsigned long)z.f1, (unsigned long)z.f2, (unsigned long)z.f3, (unsigned long)z.f4, (unsigned long)z.f5, (unsigned long)z.f6, (unsigned long)z.f7, (unsigned long)z.f8);
    printf("still_c9_8 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2, (unsigned long)v.f3, (unsigned long)v.f4, (unsigned long)v.f5, (unsigned long)v.f6, (unsigned long)v.f7, (unsigned long)v.f8);
}

static H1 back_h1_9(H1 v, int number) {
    printf("back_h1_9 %d\n", number);
    printf("  got %ld\n", (long)v.f0);
    H1 r = v;
    r.f0 = -27313;
    return r;
}

static void test_h1_9(void) {
    H1 v = (H1){-30640};
    take_h1_9(v);
    H1 m = make_h1_9();
    printf("made_h1_9 %ld\n", (long)m.f0);
    H1 q = pass_h1_9(m);
    printf("passed_h1_9 %ld\n", (long)q.f0);
    H1 z = call_h1_9(back_h1_9, (H1){29070});
    printf("called_h1_9 %ld\n", (long)z.f0);
    printf("still_h1_9 %ld\n", (long)v.f0);
}

static H3 back_h3_10(H3 v, int number) {
    printf("back_h3_10 %d\n", number);
    printf("  got %ld %lu %ld\n", (long)v.f0, (unsigned long)v.f1, (long)v.f2);
    H3 r = v;
    r.f2 = -20669;
    return r;
}

static void test_h3_10(void) {
    H3 v = (H3){24123, 2187, -3080};
    take_h3_10(v);
    H3 m = make_h3_10();
    printf("made_h3_10 %ld %lu %ld\n", (long)m.f0, (unsigned long)m.f1, (long)m.f2);
    H3 q = pass_h3_10(m);
    printf("passed_h3_10 %ld %lu %ld\n", (long)q.f0, (unsigned long)q.f1, (long)q.f2);
    H3 z = call_h3_10(back_h3_10, (H3){-15162, 14350, 19484});
    printf("called_h3_10 %ld %lu %ld\n", (long)z.f0, (unsigned long)z.f1, (long)z.f2);
    printf("still_h3_10 %ld %lu %ld\n", (long)v.f0, (unsigned long)v.f1, (long)v.f2);
}

static CH back_ch_11(CH v, int number) {
    printf("back_ch_11 %d\n", number);
    printf("  got %ld %ld\n", (long)v.f0, (long)v.f1);
    CH r = v;
    r.f0 = 41;
    return r;
}

static void test_ch_11(void) {
    CH v = (CH){-39, -13743};
    take_ch_11(v);
    CH m = make_ch_11();
    printf("made_ch_11 %ld %ld\n", (long)m.f0, (long)m.f1);
    CH q = pass_ch_11(m);
    printf("passed_ch_11 %ld %ld\n", (long)q.f0, (long)q.f1);
    CH z = call_ch_11(back_ch_11, (CH){-87, -16042});
    printf("called_ch_11 %ld %ld\n", (long)z.f0, (long)z.f1);
    printf("still_ch_11 %ld %ld\n", (long)v.f0, (long)v.f1);
}

static CI back_ci_12(CI v, int number) {
    printf("back_ci_12 %d\n", number);
    printf("  got %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
    CI r = v;
    r.f1 = -1657038528;
    return r;
}

static void test_ci_12(void) {
    CI v = (CI){139, 636526180};
    take_ci_12(v);
    CI m = make_ci_12();
    printf("made_ci_12 %lu %ld\n", (unsigned long)m.f0, (long)m.f1);
    CI q = pass_ci_12(m);
    printf("passed_ci_12 %lu %ld\n", (unsigned long)q.f0, (long)q.f1);
    CI z = call_ci_12(back_ci_12, (CI){164, -15059617});
    printf("called_ci_12 %lu %ld\n", (unsigned long)z.f0, (long)z.f1);
    printf("still_ci_12 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
}

static HI back_hi_13(HI v, int number) {
    printf("back_hi_13 %d\n", number);
    printf("  got %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1);
    HI r = v;
    r.f1 = 89413096U;
    return r;
}

static void test_hi_13(void) {
    HI v = (HI){3097, 1340050970U};
    take_hi_13(v);
    HI m = make_hi_13();
    printf("made_hi_13 %lu %lu\n", (unsigned long)m.f0, (unsigned long)m.f1);
    HI q = pass_hi_13(m);
    printf("passed_hi_13 %lu %lu\n", (unsigned long)q.f0, (unsigned long)q.f1);
    HI z = call_hi_13(back_hi_13, (HI){14255, 4195058968U});
    printf("called_hi_13 %lu %lu\n", (unsigned long)z.f0, (unsigned long)z.f1);
    printf("still_hi_13 %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1);
}

static I1 back_i1_14(I1 v, int number) {
    printf("back_i1_14 %d\n", number);
    printf("  got %ld\n", (long)v.f0);
    I1 r = v;
    r.f0 = 939891178;
    return r;
}

static void test_i1_14(void) {
    I1 v = (I1){-2070756106};
    take_i1_14(v);
    I1 m = make_i1_14();
    printf("made_i1_14 %ld\n", (long)m.f0);
    I1 q = pass_i1_14(m);
    printf("passed_i1_14 %ld\n", (long)q.f0);
    I1 z = call_i1_14(back_i1_14, (I1){-1518435243});
    printf("called_i1_14 %ld\n", (long)z.f0);
    printf("still_i1_14 %ld\n", (long)v.f0);
}

static I2 back_i2_15(I2 v, int number) {
    printf("back_i2_15 %d\n", number);
    printf("  got %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
    I2 r = v;
    r.f0 = 102630125;
    return r;
}

static void test_i2_15(void) {
    I2 v = (I2){1975226761, 688172268U};
    take_i2_15(v);
    I2 m = make_i2_15();
    printf("made_i2_15 %ld %lu\n", (long)m.f0, (unsigned long)m.f1);
    I2 q = pass_i2_15(m);
    printf("passed_i2_15 %ld %lu\n", (long)q.f0, (unsigned long)q.f1);
    I2 z = call_i2_15(back_i2_15, (I2){2048596978, 2218778023U});
    printf("called_i2_15 %ld %lu\n", (long)z.f0, (unsigned long)z.f1);
    printf("still_i2_15 %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
}

static I3 back_i3_16(I3 v, int number) {
    printf("back_i3_16 %d\n", number);
    printf("  got %ld %ld %lu\n", (long)v.f0, (long)v.f1, (unsigned long)v.f2);
    I3 r = v;
    r.f1 = -1843714047;
    return r;
}

static void test_i3_16(void) {
    I3 v = (I3){637830232, -2015626971, 2709900430U};
    take_i3_16(v);
    I3 m = make_i3_16();
    printf("made_i3_16 %ld %ld %lu\n", (long)m.f0, (long)m.f1, (unsigned long)m.f2);
    I3 q = pass_i3_16(m);
    printf("passed_i3_16 %ld %ld %lu\n", (long)q.f0, (long)q.f1, (unsigned long)q.f2);
    I3 z = call_i3_16(back_i3_16, (I3){2009629429, -1236384960, 3760390973U});
    printf("called_i3_16 %ld %ld %lu\n", (long)z.f0, (long)z.f1, (unsigned long)z.f2);
    printf("still_i3_16 %ld %ld %lu\n", (long)v.f0, (long)v.f1, (unsigned long)v.f2);
}

static I4 back_i4_17(I4 v, int number) {
    printf("back_i4_17 %d\n", number);
    printf("  got %lu %ld %lu %ld\n", (unsigned long)v.f0, (long)v.f1, (unsigned long)v.f2, (long)v.f3);
    I4 r = v;
    r.f0 = 1623363792U;
    return r;
}

static void test_i4_17(void) {
    I4 v = (I4){3687291312U, -814482027, 679495568U, 278918296};
    take_i4_17(v);
    I4 m = make_i4_17();
    printf("made_i4_17 %lu %ld %lu %ld\n", (unsigned long)m.f0, (long)m.f1, (unsigned long)m.f2, (long)m.f3);
    I4 q = pass_i4_17(m);
    printf("passed_i4_17 %lu %ld %lu %ld\n", (unsigned long)q.f0, (long)q.f1, (unsigned long)q.f2, (long)q.f3);
    I4 z = call_i4_17(back_i4_17, (I4){3519356806U, 1985138697, 1979346392U, 1408376269});
    printf("called_i4_17 %lu %ld %lu %ld\n", (unsigned long)z.f0, (long)z.f1, (unsigned long)z.f2, (long)z.f3);
    printf("still_i4_17 %lu %ld %lu %ld\n", (unsigned long)v.f0, (long)v.f1, (unsigned long)v.f2, (long)v.f3);
}

static L1 back_l1_18(L1 v, int number) {
    printf("back_l1_18 %d\n", number);
    printf("  got %ld\n", (long)v.f0);
    L1 r = v;
    r.f0 = -5642515009156769331L;
    return r;
}

static void test_l1_18(void) {
    L1 v = (L1){-7396676475340949899L};
    take_l1_18(v);
    L1 m = make_l1_18();
    printf("made_l1_18 %ld\n", (long)m.f0);
    L1 q = pass_l1_18(m);
    printf("passed_l1_18 %ld\n", (long)q.f0);
    L1 z = call_l1_18(back_l1_18, (L1){7315346832980527798L});
    printf("called_l1_18 %ld\n", (long)z.f0);
    printf("still_l1_18 %ld\n", (long)v.f0);
}

static LI back_li_19(LI v, int number) {
    printf("back_li_19 %d\n", number);
    printf("  got %ld %ld\n", (long)v.f0, (long)v.f1);
    LI r = v;
    r.f1 = 481587622;
    return r;
}

static void test_li_19(void) {
    LI v = (LI){-7297085236913196306L, 1880997674};
    take_li_19(v);
    LI m = make_li_19();
    printf("made_li_19 %ld %ld\n", (long)m.f0, (long)m.f1);
    LI q = pass_li_19(m);
    printf("passed_li_19 %ld %ld\n", (long)q.f0, (long)q.f1);
    LI z = call_li_19(back_li_19, (LI){-3690779196445135L, -2073609354});
    printf("called_li_19 %ld %ld\n", (long)z.f0, (long)z.f1);
    printf("still_li_19 %ld %ld\n", (long)v.f0, (long)v.f1);
}

static LC back_lc_20(LC v, int number) {
    printf("back_lc_20 %d\n", number);
    printf("  got %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
    LC r = v;
    r.f1 = 111;
    return r;
}

static void test_lc_20(void) {
    LC v = (LC){333756635560716929UL, -76};
    take_lc_20(v);
    LC m = make_lc_20();
    printf("made_lc_20 %lu %ld\n", (unsigned long)m.f0, (long)m.f1);
    LC q = pass_lc_20(m);
    printf("passed_lc_20 %lu %ld\n", (unsigned long)q.f0, (long)q.f1);
    LC z = call_lc_20(back_lc_20, (LC){12441500155679320773UL, 87});
    printf("called_lc_20 %lu %ld\n", (unsigned long)z.f0, (long)z.f1);
    printf("still_lc_20 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
}

static L2 back_l2_21(L2 v, int number) {
    printf("back_l2_21 %d\n", number);
    printf("  got %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
    L2 r = v;
    r.f0 = 704826870448160474L;
    return r;
}

static void test_l2_21(void) {
    L2 v = (L2){-2880462502390316946L, 9856649548668498934UL};
    take_l2_21(v);
    L2 m = make_l2_21();
    printf("made_l2_21 %ld %lu\n", (long)m.f0, (unsigned long)m.f1);
    L2 q = pass_l2_21(m);
    printf("passed_l2_21 %ld %lu\n", (long)q.f0, (unsigned long)q.f1);
    L2 z = call_l2_21(back_l2_21, (L2){-8478115128217692618L, 2453730806731741853UL});
    printf("called_l2_21 %ld %lu\n", (long)z.f0, (unsigned long)z.f1);
    printf("still_l2_21 %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
}

static CL back_cl_22(CL v, int number) {
    printf("back_cl_22 %d\n", number);
    printf("  got %ld %ld\n", (long)v.f0, (long)v.f1);
    CL r = v;
    r.f1 = -7122049699458257169L;
    return r;
}

static void test_cl_22(void) {
    CL v = (CL){-73, 4779849953610321059L};
    take_cl_22(v);
    CL m = make_cl_22();
    printf("made_cl_22 %ld %ld\n", (long)m.f0, (long)m.f1);
    CL q = pass_cl_22(m);
    printf("passed_cl_22 %ld %ld\n", (long)q.f0, (long)q.f1);
    CL z = call_cl_22(back_cl_22, (CL){88, -2432977974268869631L});
    printf("called_cl_22 %ld %ld\n", (long)z.f0, (long)z.f1);
    printf("still_cl_22 %ld %ld\n", (long)v.f0, (long)v.f1);
}

static IHC back_ihc_23(IHC v, int number) {
    printf("back_ihc_23 %d\n", number);
    printf("  got %ld %ld %ld\n", (long)v.f0, (long)v.f1, (long)v.f2);
    IHC r = v;
    r.f1 = -23897;
    return r;
}

static void test_ihc_23(void) {
    IHC v = (IHC){-896723495, -17354, 95};
    take_ihc_23(v);
    IHC m = make_ihc_23();
    printf("made_ihc_23 %ld %ld %ld\n", (long)m.f0, (long)m.f1, (long)m.f2);
    IHC q = pass_ihc_23(m);
    printf("passed_ihc_23 %ld %ld %ld\n", (long)q.f0, (long)q.f1, (long)q.f2);
    IHC z = call_ihc_23(back_ihc_23, (IHC){1951235649, 14098, 100});
    printf("called_ihc_23 %ld %ld %ld\n", (long)z.f0, (long)z.f1, (long)z.f2);
    printf("still_ihc_23 %ld %ld %ld\n", (long)v.f0, (long)v.f1, (long)v.f2);
}

static BIL back_bil_24(BIL v, int number) {
    printf("back_bil_24 %d\n", number);
    printf("  got %d %ld %lu\n", v.f0, (long)v.f1, (unsigned long)v.f2);
    BIL r = v;
    r.f1 = 1678336337;
    return r;
}

static void test_bil_24(void) {
    BIL v = (BIL){1, 1160728511, 5916349650057675823UL};
    take_bil_24(v);
    BIL m = make_bil_24();
    printf("made_bil_24 %d %ld %lu\n", m.f0, (long)m.f1, (unsigned long)m.f2);
    BIL q = pass_bil_24(m);
    printf("passed_bil_24 %d %ld %lu\n", q.f0, (long)q.f1, (unsigned long)q.f2);
    BIL z = call_bil_24(back_bil_24, (BIL){1, 494720247, 17565842506374783049UL});
    printf("called_bil_24 %d %ld %lu\n", z.f0, (long)z.f1, (unsigned long)z.f2);
    printf("still_bil_24 %d %ld %lu\n", v.f0, (long)v.f1, (unsigned long)v.f2);
}

static L3 back_l3_25(L3 v, int number) {
    printf("back_l3_25 %d\n", number);
    printf("  got %ld %ld %lu\n", (long)v.f0, (long)v.f1, (unsigned long)v.f2);
    L3 r = v;
    r.f0 = -905576119945316196L;
    return r;
}

static void test_l3_25(void) {
    L3 v = (L3){1188834205634221556L, 7841106006855090423L, 15269627374870094504UL};
    take_l3_25(v);
    L3 m = make_l3_25();
    printf("made_l3_25 %ld %ld %lu\n", (long)m.f0, (long)m.f1, (unsigned long)m.f2);
    L3 q = pass_l3_25(m);
    printf("passed_l3_25 %ld %ld %lu\n", (long)q.f0, (long)q.f1, (unsigned long)q.f2);
    L3 z = call_l3_25(back_l3_25, (L3){7103104539300764002L, -8485068117352549015L, 10824418020914885789UL});
    printf("called_l3_25 %ld %ld %lu\n", (long)z.f0, (long)z.f1, (unsigned long)z.f2);
    printf("still_l3_25 %ld %ld %lu\n", (long)v.f0, (long)v.f1, (unsigned long)v.f2);
}

static L4 back_l4_26(L4 v, int number) {
    printf("back_l4_26 %d\n", number);
    printf("  got %ld %ld %ld %ld\n", (long)v.f0, (long)v.f1, (long)v.f2, (long)v.f3);
    L4 r = v;
    r.f2 = -8720466752558560000L;
    return r;
}

static void test_l4_26(void) {
    L4 v = (L4){3336832295676519435L, -6291358722248820649L, 6364475463749284937L, -1197141413702969674L};
    take_l4_26(v);
    L4 m = make_l4_26();
    printf("made_l4_26 %ld %ld %ld %ld\n", (long)m.f0, (long)m.f1, (long)m.f2, (long)m.f3);
    L4 q = pass_l4_26(m);
    printf("passed_l4_26 %ld %ld %ld %ld\n", (long)q.f0, (long)q.f1, (long)q.f2, (long)q.f3);
    L4 z = call_l4_26(back_l4_26, (L4){926194112208904484L, 3903532971392466075L, -3422613664667183763L, -5393558335760756643L});
    printf("called_l4_26 %ld %ld %ld %ld\n", (long)z.f0, (long)z.f1, (long)z.f2, (long)z.f3);
    printf("still_l4_26 %ld %ld %ld %ld\n", (long)v.f0, (long)v.f1, (long)v.f2, (long)v.f3);
}

int main(void) {
    test_b1_1();
    test_c1_2();
    test_c2_3();
    test_c3_4();
    test_c5_5();
    test_c7_6();
    test_c8_7();
    test_c9_8();
    test_h1_9();
    test_h3_10();
    test_ch_11();
    test_ci_12();
    test_hi_13();
    test_i1_14();
    test_i2_15();
    test_i3_16();
    test_i4_17();
    test_l1_18();
    test_li_19();
    test_lc_20();
    test_l2_21();
    test_cl_22();
    test_ihc_23();
    test_bil_24();
    test_l3_25();
    test_l4_26();
    return 0;
}
