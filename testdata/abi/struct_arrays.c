// What struct_arrays.vx does, in C.
#include <stdio.h>

typedef struct { unsigned char f0[1]; } A1;
typedef struct { unsigned char f0[2]; } A2;
typedef struct { unsigned char f0[3]; } A3;
typedef struct { unsigned char f0[4]; } A4;
typedef struct { unsigned char f0[5]; } A5;
typedef struct { unsigned char f0[6]; } A6;
typedef struct { unsigned char f0[7]; } A7;
typedef struct { unsigned char f0[8]; } A8;
typedef struct { unsigned char f0[9]; } A9;
typedef struct { unsigned char f0[12]; } A12;
typedef struct { unsigned char f0[15]; } A15;
typedef struct { unsigned char f0[16]; } A16;
typedef struct { unsigned char f0[17]; } A17;
typedef struct { unsigned char f0[24]; } A24;
typedef struct { unsigned char f0[33]; } A33;
typedef struct { float f0[1]; } AF1;
typedef struct { float f0[2]; } AF2;
typedef struct { float f0[3]; } AF3;
typedef struct { float f0[4]; } AF4;
typedef struct { float f0[5]; } AF5;
typedef struct { double f0[2]; } AD2;
typedef struct { double f0[4]; } AD4;
typedef struct { short f0[3]; } AH3;
typedef struct { short f0[7]; } AH7;
typedef struct { int f0[3]; } AI3;
typedef struct { long f0[2]; } AL2;
typedef struct { unsigned char f0[2][3]; } AA;
typedef struct { float f0[2][2]; } AAF;
typedef struct { float f0; float f1[3]; } FAF;
typedef struct { unsigned char f0; signed char f1[6]; short f2; } CAC;
typedef struct { _Bool f0[4]; } AB4;

void take_a1_1(A1 v);
A1 make_a1_1(void);
A1 pass_a1_1(A1 v);
A1 call_a1_1(A1 (*f)(A1, int), A1 v);
void take_a2_2(A2 v);
A2 make_a2_2(void);
A2 pass_a2_2(A2 v);
A2 call_a2_2(A2 (*f)(A2, int), A2 v);
void take_a3_3(A3 v);
A3 make_a3_3(void);
A3 pass_a3_3(A3 v);
A3 call_a3_3(A3 (*f)(A3, int), A3 v);
void take_a4_4(A4 v);
A4 make_a4_4(void);
A4 pass_a4_4(A4 v);
A4 call_a4_4(A4 (*f)(A4, int), A4 v);
void take_a5_5(A5 v);
A5 make_a5_5(void);
A5 pass_a5_5(A5 v);
A5 call_a5_5(A5 (*f)(A5, int), A5 v);
void take_a6_6(A6 v);
A6 make_a6_6(void);
A6 pass_a6_6(A6 v);
A6 call_a6_6(A6 (*f)(A6, int), A6 v);
void take_a7_7(A7 v);
A7 make_a7_7(void);
A7 pass_a7_7(A7 v);
A7 call_a7_7(A7 (*f)(A7, int), A7 v);
void take_a8_8(A8 v);
A8 make_a8_8(void);
A8 pass_a8_8(A8 v);
A8 call_a8_8(A8 (*f)(A8, int), A8 v);
void take_a9_9(A9 v);
A9 make_a9_9(void);
A9 pass_a9_9(A9 v);
A9 call_a9_9(A9 (*f)(A9, int), A9 v);
void take_a12_10(A12 v);
A12 make_a12_10(void);
A12 pass_a12_10(A12 v);
A12 call_a12_10(A12 (*f)(A12, int), A12 v);
void take_a15_11(A15 v);
A15 make_a15_11(void);
A15 pass_a15_11(A15 v);
A15 call_a15_11(A15 (*f)(A15, int), A15 v);
void take_a16_12(A16 v);
A16 make_a16_12(void);
A16 pass_a16_12(A16 v);
A16 call_a16_12(A16 (*f)(A16, int), A16 v);
void take_a17_13(A17 v);
A17 make_a17_13(void);
A17 pass_a17_13(A17 v);
A17 call_a17_13(A17 (*f)(A17, int), A17 v);
void take_a24_14(A24 v);
A24 make_a24_14(void);
A24 pass_a24_14(A24 v);
A24 call_a24_14(A24 (*f)(A24, int), A24 v);
void take_a33_15(A33 v);
A33 make_a33_15(void);
A33 pass_a33_15(A33 v);
A33 call_a33_15(A33 (*f)(A33, int), A33 v);
void take_af1_16(AF1 v);
AF1 make_af1_16(void);
AF1 pass_af1_16(AF1 v);
AF1 call_af1_16(AF1 (*f)(AF1, int), AF1 v);
void take_af2_17(AF2 v);
AF2 make_af2_17(void);
AF2 pass_af2_17(AF2 v);
AF2 call_af2_17(AF2 (*f)(AF2, int), AF2 v);
void take_af3_18(AF3 v);
AF3 make_af3_18(void);
AF3 pass_af3_18(AF3 v);
AF3 call_af3_18(AF3 (*f)(AF3, int), AF3 v);
void take_af4_19(AF4 v);
AF4 make_af4_19(void);
AF4 pass_af4_19(AF4 v);
AF4 call_af4_19(AF4 (*f)(AF4, int), AF4 v);
void take_af5_20(AF5 v);
AF5 make_af5_20(void);
AF5 pass_af5_20(AF5 v);
AF5 call_af5_20(AF5 (*f)(AF5, int), AF5 v);
void take_ad2_21(AD2 v);
AD2 make_ad2_21(void);
AD2 pass_ad2_21(AD2 v);
AD2 call_ad2_21(AD2 (*f)(AD2, int), AD2 v);
void take_ad4_22(AD4 v);
AD4 make_ad4_22(void);
AD4 pass_ad4_22(AD4 v);
AD4 call_ad4_22(AD4 (*f)(AD4, int), AD4 v);
void take_ah3_23(AH3 v);
AH3 make_ah3_23(void);
AH3 pass_ah3_23(AH3 v);
AH3 call_ah3_23(AH3 (*f)(AH3, int), AH3 v);
void take_ah7_24(AH7 v);
AH7 make_ah7_24(void);
AH7 pass_ah7_24(AH7 v);
AH7 call_ah7_24(AH7 (*f)(AH7, int), AH7 v);
void take_ai3_25(AI3 v);
AI3 make_ai3_25(void);
AI3 pass_ai3_25(AI3 v);
AI3 call_ai3_25(AI3 (*f)(AI3, int), AI3 v);
void take_al2_26(AL2 v);
AL2 make_al2_26(void);
AL2 pass_al2_26(AL2 v);
AL2 call_al2_26(AL2 (*f)(AL2, int), AL2 v);
void take_aa_27(AA v);
AA make_aa_27(void);
AA pass_aa_27(AA v);
AA call_aa_27(AA (*f)(AA, int), AA v);
void take_aaf_28(AAF v);
AAF make_aaf_28(void);
AAF pass_aaf_28(AAF v);
AAF call_aaf_28(AAF (*f)(AAF, int), AAF v);
void take_faf_29(FAF v);
FAF make_faf_29(void);
FAF pass_faf_29(FAF v);
FAF call_faf_29(FAF (*f)(FAF, int), FAF v);
void take_cac_30(CAC v);
CAC make_cac_30(void);
CAC pass_cac_30(CAC v);
CAC call_cac_30(CAC (*f)(CAC, int), CAC v);
void take_ab4_31(AB4 v);
AB4 make_ab4_31(void);
AB4 pass_ab4_31(AB4 v);
AB4 call_ab4_31(AB4 (*f)(AB4, int), AB4 v);

static A1 back_a1_1(A1 v, int number) {
    printf("back_a1_1 %d\n", number);
    printf("  got %lu\n", (unsigned long)v.f0[0]);
    A1 r = v;
    r.f0[0] = 245;
    return r;
}

static void test_a1_1(void) {
    A1 v = (A1){{120}};
    take_a1_1(v);
    A1 m = make_a1_1();
    printf("made_a1_1 %lu\n", (unsigned long)m.f0[0]);
    A1 q = pass_a1_1(m);
    printf("passed_a1_1 %lu\n", (unsigned long)q.f0[0]);
    A1 z = call_a1_1(back_a1_1, (A1){{52}});
    printf("called_a1_1 %lu\n", (unsigned long)z.f0[0]);
    printf("still_a1_1 %lu\n", (unsigned long)v.f0[0]);
}

static A2 back_a2_2(A2 v, int number) {
    printf("back_a2_2 %d\n", number);
    printf("  got %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1]);
    A2 r = v;
    r.f0[0] = 113;
    return r;
}

static void test_a2_2(void) {
    A2 v = (A2){{79, 46}};
    take_a2_2(v);
    A2 m = make_a2_2();
    printf("made_a2_2 %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1]);
    A2 q = pass_a2_2(m);
    printf("passed_a2_2 %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1]);
    A2 z = call_a2_2(back_a2_2, (A2){{205, 148}});
    printf("called_a2_2 %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1]);
    printf("still_a2_2 %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1]);
}

static A3 back_a3_3(A3 v, int number) {
    printf("back_a3_3 %d\n", number);
    printf("  got %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2]);
    A3 r = v;
    r.f0[0] = 84;
    return r;
}

static void test_a3_3(void) {
    A3 v = (A3){{184, 141, 88}};
    take_a3_3(v);
    A3 m = make_a3_3();
    printf("made_a3_3 %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2]);
    A3 q = pass_a3_3(m);
    printf("passed_a3_3 %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2]);
    A3 z = call_a3_3(back_a3_3, (A3){{13, 133, 139}});
    printf("called_a3_3 %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2]);
    printf("still_a3_3 %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2]);
}

static A4 back_a4_4(A4 v, int number) {
    printf("back_a4_4 %d\n", number);
    printf("  got %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3]);
    A4 r = v;
    r.f0[2] = 3;
    return r;
}

static void test_a4_4(void) {
    A4 v = (A4){{158, 148, 190, 44}};
    take_a4_4(v);
    A4 m = make_a4_4();
    printf("made_a4_4 %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3]);
    A4 q = pass_a4_4(m);
    printf("passed_a4_4 %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3]);
    A4 z = call_a4_4(back_a4_4, (A4){{126, 242, 143, 45}});
    printf("called_a4_4 %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3]);
    printf("still_a4_4 %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3]);
}

static A5 back_a5_5(A5 v, int number) {
    printf("back_a5_5 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4]);
    A5 r = v;
    r.f0[3] = 143;
    return r;
}

static void test_a5_5(void) {
    A5 v = (A5){{149, 159, 99, 211, 216}};
    take_a5_5(v);
    A5 m = make_a5_5();
    printf("made_a5_5 %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3], (unsigned long)m.f0[4]);
    A5 q = pass_a5_5(m);
    printf("passed_a5_5 %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3], (unsigned long)q.f0[4]);
    A5 z = call_a5_5(back_a5_5, (A5){{156, 132, 22, 41, 23}});
    printf("called_a5_5 %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3], (unsigned long)z.f0[4]);
    printf("still_a5_5 %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4]);
}

static A6 back_a6_6(A6 v, int number) {
    printf("back_a6_6 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5]);
    A6 r = v;
    r.f0[2] = 121;
    return r;
}

static void test_a6_6(void) {
    A6 v = (A6){{241, 175, 74, 100, 34, 211}};
    take_a6_6(v);
    A6 m = make_a6_6();
    printf("made_a6_6 %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3], (unsigned long)m.f0[4], (unsigned long)m.f0[5]);
    A6 q = pass_a6_6(m);
    printf("passed_a6_6 %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3], (unsigned long)q.f0[4], (unsigned long)q.f0[5]);
    A6 z = call_a6_6(back_a6_6, (A6){{164, 101, 165, 51, 31, 117}});
    printf("called_a6_6 %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3], (unsigned long)z.f0[4], (unsigned long)z.f0[5]);
    printf("still_a6_6 %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5]);
}

static A7 back_a7_7(A7 v, int number) {
    printf("back_a7_7 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6]);
    A7 r = v;
    r.f0[2] = 69;
    return r;
}

static void test_a7_7(void) {
    A7 v = (A7){{62, 169, 90, 148, 235, 13, 21}};
    take_a7_7(v);
    A7 m = make_a7_7();
    printf("made_a7_7 %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3], (unsigned long)m.f0[4], (unsigned long)m.f0[5], (unsigned long)m.f0[6]);
    A7 q = pass_a7_7(m);
    printf("passed_a7_7 %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3], (unsigned long)q.f0[4], (unsigned long)q.f0[5], (unsigned long)q.f0[6]);
    A7 z = call_a7_7(back_a7_7, (A7){{164, 78, 210, 39, 150, 98, 227}});
    printf("called_a7_7 %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3], (unsigned long)z.f0[4], (unsigned long)z.f0[5], (unsigned long)z.f0[6]);
    printf("still_a7_7 %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6]);
}

static A8 back_a8_8(A8 v, int number) {
    printf("back_a8_8 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7]);
    A8 r = v;
    r.f0[7] = 127;
    return r;
}

static void test_a8_8(void) {
    A8 v = (A8){{128, 195, 81, 169, 4, 186, 22, 232}};
    take_a8_8(v);
    A8 m = make_a8_8();
    printf("made_a8_8 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3], (unsigned long)m.f0[4], (unsigned long)m.f0[5], (unsigned long)m.f0[6], (unsigned long)m.f0[7]);
    A8 q = pass_a8_8(m);
    printf("passed_a8_8 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3], (unsigned long)q.f0[4], (unsigned long)q.f0[5], (unsigned long)q.f0[6], (unsigned long)q.f0[7]);
    A8 z = call_a8_8(back_a8_8, (A8){{106, 58, 30, 31, 28, 86, 76, 20}});
    printf("called_a8_8 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3], (unsigned long)z.f0[4], (unsigned long)z.f0[5], (unsigned long)z.f0[6], (unsigned long)z.f0[7]);
    printf("still_a8_8 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7]);
}

static A9 back_a9_9(A9 v, int number) {
    printf("back_a9_9 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8]);
    A9 r = v;
    r.f0[3] = 213;
    return r;
}

static void test_a9_9(void) {
    A9 v = (A9){{164, 18, 62, 149, 209, 102, 244, 103, 123}};
    take_a9_9(v);
    A9 m = make_a9_9();
    printf("made_a9_9 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3], (unsigned long)m.f0[4], (unsigned long)m.f0[5], (unsigned long)m.f0[6], (unsigned long)m.f0[7], (unsigned long)m.f0[8]);
    A9 q = pass_a9_9(m);
    printf("passed_a9_9 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3], (unsigned long)q.f0[4], (unsigned long)q.f0[5], (unsigned long)q.f0[6], (unsigned long)q.f0[7], (unsigned long)q.f0[8]);
    A9 z = call_a9_9(back_a9_9, (A9){{110, 255, 96, 16, 18, 130, 129, 124, 106}});
    printf("called_a9_9 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3], (unsigned long)z.f0[4], (unsigned long)z.f0[5], (unsigned long)z.f0[6], (unsigned long)z.f0[7], (unsigned long)z.f0[8]);
    printf("still_a9_9 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8]);
}

static A12 back_a12_10(A12 v, int number) {
    printf("back_a12_10 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11]);
    A12 r = v;
    r.f0[6] = 111;
    return r;
}

static void test_a12_10(void) {
    A12 v = (A12){{133, 72, 166, 26, 161, 59, 206, 20, 253, 198, 47, 220}};
    take_a12_10(v);
    A12 m = make_a12_10();
    printf("made_a12_10 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3], (unsigned long)m.f0[4], (unsigned long)m.f0[5], (unsigned long)m.f0[6], (unsigned long)m.f0[7], (unsigned long)m.f0[8], (unsigned long)m.f0[9], (unsigned long)m.f0[10], (unsigned long)m.f0[11]);
    A12 q = pass_a12_10(m);
    printf("passed_a12_10 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3], (unsigned long)q.f0[4], (unsigned long)q.f0[5], (unsigned long)q.f0[6], (unsigned long)q.f0[7], (unsigned long)q.f0[8], (unsigned long)q.f0[9], (unsigned long)q.f0[10], (unsigned long)q.f0[11]);
    A12 z = call_a12_10(back_a12_10, (A12){{38, 143, 97, 22, 202, 65, 137, 30, 85, 237, 241, 206}});
    printf("called_a12_10 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3], (unsigned long)z.f0[4], (unsigned long)z.f0[5], (unsigned long)z.f0[6], (unsigned long)z.f0[7], (unsigned long)z.f0[8], (unsigned long)z.f0[9], (unsigned long)z.f0[10], (unsigned long)z.f0[11]);
    printf("still_a12_10 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11]);
}

static A15 back_a15_11(A15 v, int number) {
    printf("back_a15_11 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14]);
    A15 r = v;
    r.f0[1] = 100;
    return r;
}

static void test_a15_11(void) {
    A15 v = (A15){{1, 108, 80, 6, 131, 59, 202, 195, 113, 27, 103, 82, 169, 241, 225}};
    take_a15_11(v);
    A15 m = make_a15_11();
    printf("made_a15_11 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3], (unsigned long)m.f0[4], (unsigned long)m.f0[5], (unsigned long)m.f0[6], (unsigned long)m.f0[7], (unsigned long)m.f0[8], (unsigned long)m.f0[9], (unsigned long)m.f0[10], (unsigned long)m.f0[11], (unsigned long)m.f0[12], (unsigned long)m.f0[13], (unsigned long)m.f0[14]);
    A15 q = pass_a15_11(m);
    printf("passed_a15_11 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3], (unsigned long)q.f0[4], (unsigned long)q.f0[5], (unsigned long)q.f0[6], (unsigned long)q.f0[7], (unsigned long)q.f0[8], (unsigned long)q.f0[9], (unsigned long)q.f0[10], (unsigned long)q.f0[11], (unsigned long)q.f0[12], (unsigned long)q.f0[13], (unsigned long)q.f0[14]);
    A15 z = call_a15_11(back_a15_11, (A15){{232, 195, 105, 159, 198, 119, 249, 204, 48, 39, 58, 187, 222, 212, 227}});
    printf("called_a15_11 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3], (unsigned long)z.f0[4], (unsigned long)z.f0[5], (unsigned long)z.f0[6], (unsigned long)z.f0[7], (unsigned long)z.f0[8], (unsigned long)z.f0[9], (unsigned long)z.f0[10], (unsigned long)z.f0[11], (unsigned long)z.f0[12], (unsigned long)z.f0[13], (unsigned long)z.f0[14]);
    printf("still_a15_11 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14]);
}

static A16 back_a16_12(A16 v, int number) {
    printf("back_a16_12 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15]);
    A16 r = v;
    r.f0[11] = 47;
    return r;
}

static void test_a16_12(void) {
    A16 v = (A16){{154, 245, 216, 60, 85, 190, 83, 90, 76, 167, 253, 173, 132, 2, 86, 2}};
    take_a16_12(v);
    A16 m = make_a16_12();
    printf("made_a16_12 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3], (unsigned long)m.f0[4], (unsigned long)m.f0[5], (unsigned long)m.f0[6], (unsigned long)m.f0[7], (unsigned long)m.f0[8], (unsigned long)m.f0[9], (unsigned long)m.f0[10], (unsigned long)m.f0[11], (unsigned long)m.f0[12], (unsigned long)m.f0[13], (unsigned long)m.f0[14], (unsigned long)m.f0[15]);
    A16 q = pass_a16_12(m);
    printf("passed_a16_12 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3], (unsigned long)q.f0[4], (unsigned long)q.f0[5], (unsigned long)q.f0[6], (unsigned long)q.f0[7], (unsigned long)q.f0[8], (unsigned long)q.f0[9], (unsigned long)q.f0[10], (unsigned long)q.f0[11], (unsigned long)q.f0[12], (unsigned long)q.f0[13], (unsigned long)q.f0[14], (unsigned long)q.f0[15]);
    A16 z = call_a16_12(back_a16_12, (A16){{156, 225, 226, 200, 72, 128, 185, 174, 68, 221, 42, 73, 90, 146, 190, 101}});
    printf("called_a16_12 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3], (unsigned long)z.f0[4], (unsigned long)z.f0[5], (unsigned long)z.f0[6], (unsigned long)z.f0[7], (unsigned long)z.f0[8], (unsigned long)z.f0[9], (unsigned long)z.f0[10], (unsigned long)z.f0[11], (unsigned long)z.f0[12], (unsigned long)z.f0[13], (unsigned long)z.f0[14], (unsigned long)z.f0[15]);
    printf("still_a16_12 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15]);
}

static A17 back_a17_13(A17 v, int number) {
    printf("back_a17_13 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15], (unsigned long)v.f0[16]);
    A17 r = v;
    r.f0[8] = 247;
    return r;
}

static void test_a17_13(void) {
    A17 v = (A17){{39, 206, 91, 168, 190, 167, 89, 153, 11, 10, 45, 183, 50, 81, 93, 253, 39}};
    take_a17_13(v);
    A17 m = make_a17_13();
    printf("made_a17_13 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3], (unsigned long)m.f0[4], (unsigned long)m.f0[5], (unsigned long)m.f0[6], (unsigned long)m.f0[7], (unsigned long)m.f0[8], (unsigned long)m.f0[9], (unsigned long)m.f0[10], (unsigned long)m.f0[11], (unsigned long)m.f0[12], (unsigned long)m.f0[13], (unsigned long)m.f0[14], (unsigned long)m.f0[15], (unsigned long)m.f0[16]);
    A17 q = pass_a17_13(m);
    printf("passed_a17_13 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3], (unsigned long)q.f0[4], (unsigned long)q.f0[5], (unsigned long)q.f0[6], (unsigned long)q.f0[7], (unsigned long)q.f0[8], (unsigned long)q.f0[9], (unsigned long)q.f0[10], (unsigned long)q.f0[11], (unsigned long)q.f0[12], (unsigned long)q.f0[13], (unsigned long)q.f0[14], (unsigned long)q.f0[15], (unsigned long)q.f0[16]);
    A17 z = call_a17_13(back_a17_13, (A17){{145, 224, 210, 6, 128, 94, 234, 186, 206, 198, 14, 79, 34, 234, 177, 159, 46}});
    printf("called_a17_13 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3], (unsigned long)z.f0[4], (unsigned long)z.f0[5], (unsigned long)z.f0[6], (unsigned long)z.f0[7], (unsigned long)z.f0[8], (unsigned long)z.f0[9], (unsigned long)z.f0[10], (unsigned long)z.f0[11], (unsigned long)z.f0[12], (unsigned long)z.f0[13], (unsigned long)z.f0[14], (unsigned long)z.f0[15], (unsigned long)z.f0[16]);
    printf("still_a17_13 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15], (unsigned long)v.f0[16]);
}

static A24 back_a24_14(A24 v, int number) {
    printf("back_a24_14 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15], (unsigned long)v.f0[16], (unsigned long)v.f0[17], (unsigned long)v.f0[18], (unsigned long)v.f0[19], (unsigned long)v.f0[20], (unsigned long)v.f0[21], (unsigned long)v.f0[22], (unsigned long)v.f0[23]);
    A24 r = v;
    r.f0[9] = 211;
    return r;
}

static void test_a24_14(void) {
    A24 v = (A24){{113, 244, 33, 76, 122, 35, 153, 67, 24, 83, 203, 134, 9, 125, 80, 49, 105, 16, 162, 41, 62, 138, 31, 147}};
    take_a24_14(v);
    A24 m = make_a24_14();
    printf("made_a24_14 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3], (unsigned long)m.f0[4], (unsigned long)m.f0[5], (unsigned long)m.f0[6], (unsigned long)m.f0[7], (unsigned long)m.f0[8], (unsigned long)m.f0[9], (unsigned long)m.f0[10], (unsigned long)m.f0[11], (unsigned long)m.f0[12], (unsigned long)m.f0[13], (unsigned long)m.f0[14], (unsigned long)m.f0[15], (unsigned long)m.f0[16], (unsigned long)m.f0[17], (unsigned long)m.f0[18], (unsigned long)m.f0[19], (unsigned long)m.f0[20], (unsigned long)m.f0[21], (unsigned long)m.f0[22], (unsigned long)m.f0[23]);
    A24 q = pass_a24_14(m);
    printf("passed_a24_14 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3], (unsigned long)q.f0[4], (unsigned long)q.f0[5], (unsigned long)q.f0[6], (unsigned long)q.f0[7], (unsigned long)q.f0[8], (unsigned long)q.f0[9], (unsigned long)q.f0[10], (unsigned long)q.f0[11], (unsigned long)q.f0[12], (unsigned long)q.f0[13], (unsigned long)q.f0[14], (unsigned long)q.f0[15], (unsigned long)q.f0[16], (unsigned long)q.f0[17], (unsigned long)q.f0[18], (unsigned long)q.f0[19], (unsigned long)q.f0[20], (unsigned long)q.f0[21], (unsigned long)q.f0[22], (unsigned long)q.f0[23]);
    A24 z = call_a24_14(back_a24_14, (A24){{31, 216, 14, 142, 9, 155, 78, 43, 80, 59, 7, 118, 118, 4, 244, 94, 231, 194, 172, 88, 96, 54, 243, 182}});
    printf("called_a24_14 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3], (unsigned long)z.f0[4], (unsigned long)z.f0[5], (unsigned long)z.f0[6], (unsigned long)z.f0[7], (unsigned long)z.f0[8], (unsigned long)z.f0[9], (unsigned long)z.f0[10], (unsigned long)z.f0[11], (unsigned long)z.f0[12], (unsigned long)z.f0[13], (unsigned long)z.f0[14], (unsigned long)z.f0[15], (unsigned long)z.f0[16], (unsigned long)z.f0[17], (unsigned long)z.f0[18], (unsigned long)z.f0[19], (unsigned long)z.f0[20], (unsigned long)z.f0[21], (unsigned long)z.f0[22], (unsigned long)z.f0[23]);
    printf("still_a24_14 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15], (unsigned long)v.f0[16], (unsigned long)v.f0[17], (unsigned long)v.f0[18], (unsigned long)v.f0[19], (unsigned long)v.f0[20], (unsigned long)v.f0[21], (unsigned long)v.f0[22], (unsigned long)v.f0[23]);
}

static A33 back_a33_15(A33 v, int number) {
    printf("back_a33_15 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15], (unsigned long)v.f0[16], (unsigned long)v.f0[17], (unsigned long)v.f0[18], (unsigned long)v.f0[19], (unsigned long)v.f0[20], (unsigned long)v.f0[21], (unsigned long)v.f0[22], (unsigned long)v.f0[23], (unsigned long)v.f0[24], (unsigned long)v.f0[25], (unsigned long)v.f0[26], (unsigned long)v.f0[27], (unsigned long)v.f0[28], (unsigned long)v.f0[29], (unsigned long)v.f0[30], (unsigned long)v.f0[31], (unsigned long)v.f0[32]);
    A33 r = v;
    r.f0[20] = 168;
    return r;
}

static void test_a33_15(void) {
    A33 v = (A33){{19, 108, 130, 157, 244, 173, 42, 120, 161, 53, 19, 165, 243, 180, 41, 90, 22, 255, 127, 19, 102, 36, 172, 70, 157, 59, 0, 36, 115, 140, 9, 17, 5}};
    take_a33_15(v);
    A33 m = make_a33_15();
    printf("made_a33_15 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3], (unsigned long)m.f0[4], (unsigned long)m.f0[5], (unsigned long)m.f0[6], (unsigned long)m.f0[7], (unsigned long)m.f0[8], (unsigned long)m.f0[9], (unsigned long)m.f0[10], (unsigned long)m.f0[11], (unsigned long)m.f0[12], (unsigned long)m.f0[13], (unsigned long)m.f0[14], (unsigned long)m.f0[15], (unsigned long)m.f0[16], (unsigned long)m.f0[17], (unsigned long)m.f0[18], (unsigned long)m.f0[19], (unsigned long)m.f0[20], (unsigned long)m.f0[21], (unsigned long)m.f0[22], (unsigned long)m.f0[23], (unsigned long)m.f0[24], (unsigned long)m.f0[25], (unsigned long)m.f0[26], (unsigned long)m.f0[27], (unsigned long)m.f0[28], (unsigned long)m.f0[29], (unsigned long)m.f0[30], (unsigned long)m.f0[31], (unsigned long)m.f0[32]);
    A33 q = pass_a33_15(m);
    printf("passed_a33_15 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3], (unsigned long)q.f0[4], (unsigned long)q.f0[5], (unsigned long)q.f0[6], (unsigned long)q.f0[7], (unsigned long)q.f0[8], (unsigned long)q.f0[9], (unsigned long)q.f0[10], (unsigned long)q.f0[11], (unsigned long)q.f0[12], (unsigned long)q.f0[13], (unsigned long)q.f0[14], (unsigned long)q.f0[15], (unsigned long)q.f0[16], (unsigned long)q.f0[17], (unsigned long)q.f0[18], (unsigned long)q.f0[19], (unsigned long)q.f0[20], (unsigned long)q.f0[21], (unsigned long)q.f0[22], (unsigned long)q.f0[23], (unsigned long)q.f0[24], (unsigned long)q.f0[25], (unsigned long)q.f0[26], (unsigned long)q.f0[27], (unsigned long)q.f0[28], (unsigned long)q.f0[29], (unsigned long)q.f0[30], (unsigned long)q.f0[31], (unsigned long)q.f0[32]);
    A33 z = call_a33_15(back_a33_15, (A33){{15, 206, 134, 147, 67, 160, 44, 84, 47, 108, 129, 110, 255, 58, 174, 4, 233, 104, 85, 47, 125, 48, 58, 161, 151, 77, 38, 91, 13, 92, 105, 134, 17}});
    printf("called_a33_15 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3], (unsigned long)z.f0[4], (unsigned long)z.f0[5], (unsigned long)z.f0[6], (unsigned long)z.f0[7], (unsigned long)z.f0[8], (unsigned long)z.f0[9], (unsigned long)z.f0[10], (unsigned long)z.f0[11], (unsigned long)z.f0[12], (unsigned long)z.f0[13], (unsigned long)z.f0[14], (unsigned long)z.f0[15], (unsigned long)z.f0[16], (unsigned long)z.f0[17], (unsigned long)z.f0[18], (unsigned long)z.f0[19], (unsigned long)z.f0[20], (unsigned long)z.f0[21], (unsigned long)z.f0[22], (unsigned long)z.f0[23], (unsigned long)z.f0[24], (unsigned long)z.f0[25], (unsigned long)z.f0[26], (unsigned long)z.f0[27], (unsigned long)z.f0[28], (unsigned long)z.f0[29], (unsigned long)z.f0[30], (unsigned long)z.f0[31], (unsigned long)z.f0[32]);
    printf("still_a33_15 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15], (unsigned long)v.f0[16], (unsigned long)v.f0[17], (unsigned long)v.f0[18], (unsigned long)v.f0[19], (unsigned long)v.f0[20], (unsigned long)v.f0[21], (unsigned long)v.f0[22], (unsigned long)v.f0[23], (unsigned long)v.f0[24], (unsigned long)v.f0[25], (unsigned long)v.f0[26], (unsigned long)v.f0[27], (unsigned long)v.f0[28], (unsigned long)v.f0[29], (unsigned long)v.f0[30], (unsigned long)v.f0[31], (unsigned long)v.f0[32]);
}

static AF1 back_af1_16(AF1 v, int number) {
    printf("back_af1_16 %d\n", number);
    printf("  got %g\n", v.f0[0]);
    AF1 r = v;
    r.f0[0] = -667.5f;
    return r;
}

static void test_af1_16(void) {
    AF1 v = (AF1){{507.125f}};
    take_af1_16(v);
    AF1 m = make_af1_16();
    printf("made_af1_16 %g\n", m.f0[0]);
    AF1 q = pass_af1_16(m);
    printf("passed_af1_16 %g\n", q.f0[0]);
    AF1 z = call_af1_16(back_af1_16, (AF1){{242.625f}});
    printf("called_af1_16 %g\n", z.f0[0]);
    printf("still_af1_16 %g\n", v.f0[0]);
}

static AF2 back_af2_17(AF2 v, int number) {
    printf("back_af2_17 %d\n", number);
    printf("  got %g %g\n", v.f0[0], v.f0[1]);
    AF2 r = v;
    r.f0[0] = 401.0f;
    return r;
}

static void test_af2_17(void) {
    AF2 v = (AF2){{-648.125f, 547.0f}};
    take_af2_17(v);
    AF2 m = make_af2_17();
    printf("made_af2_17 %g %g\n", m.f0[0], m.f0[1]);
    AF2 q = pass_af2_17(m);
    printf("passed_af2_17 %g %g\n", q.f0[0], q.f0[1]);
    AF2 z = call_af2_17(back_af2_17, (AF2){{958.0f, -890.625f}});
    printf("called_af2_17 %g %g\n", z.f0[0], z.f0[1]);
    printf("still_af2_17 %g %g\n", v.f0[0], v.f0[1]);
}

static AF3 back_af3_18(AF3 v, int number) {
    printf("back_af3_18 %d\n", number);
    printf("  got %g %g %g\n", v.f0[0], v.f0[1], v.f0[2]);
    AF3 r = v;
    r.f0[2] = 726.625f;
    return r;
}

static void test_af3_18(void) {
    AF3 v = (AF3){{924.5f, 902.125f, -882.375f}};
    take_af3_18(v);
    AF3 m = make_af3_18();
    printf("made_af3_18 %g %g %g\n", m.f0[0], m.f0[1], m.f0[2]);
    AF3 q = pass_af3_18(m);
    printf("passed_af3_18 %g %g %g\n", q.f0[0], q.f0[1], q.f0[2]);
    AF3 z = call_af3_18(back_af3_18, (AF3){{442.375f, 886.375f, 368.125f}});
    printf("called_af3_18 %g %g %g\n", z.f0[0], z.f0[1], z.f0[2]);
    printf("still_af3_18 %g %g %g\n", v.f0[0], v.f0[1], v.f0[2]);
}

static AF4 back_af4_19(AF4 v, int number) {
    printf("back_af4_19 %d\n", number);
    printf("  got %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
    AF4 r = v;
    r.f0[2] = -258.25f;
    return r;
}

static void test_af4_19(void) {
    AF4 v = (AF4){{11.375f, -786.625f, 734.25f, -591.375f}};
    take_af4_19(v);
    AF4 m = make_af4_19();
    printf("made_af4_19 %g %g %g %g\n", m.f0[0], m.f0[1], m.f0[2], m.f0[3]);
    AF4 q = pass_af4_19(m);
    printf("passed_af4_19 %g %g %g %g\n", q.f0[0], q.f0[1], q.f0[2], q.f0[3]);
    AF4 z = call_af4_19(back_af4_19, (AF4){{231.5f, 118.5f, 15.5f, 107.125f}});
    printf("called_af4_19 %g %g %g %g\n", z.f0[0], z.f0[1], z.f0[2], z.f0[3]);
    printf("still_af4_19 %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
}

static AF5 back_af5_20(AF5 v, int number) {
    printf("back_af5_20 %d\n", number);
    printf("  got %g %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3], v.f0[4]);
    AF5 r = v;
    r.f0[4] = 772.0f;
    return r;
}

static void test_af5_20(void) {
    AF5 v = (AF5){{-119.375f, 523.0f, -169.0f, 717.0f, -925.875f}};
    take_af5_20(v);
    AF5 m = make_af5_20();
    printf("made_af5_20 %g %g %g %g %g\n", m.f0[0], m.f0[1], m.f0[2], m.f0[3], m.f0[4]);
    AF5 q = pass_af5_20(m);
    printf("passed_af5_20 %g %g %g %g %g\n", q.f0[0], q.f0[1], q.f0[2], q.f0[3], q.f0[4]);
    AF5 z = call_af5_20(back_af5_20, (AF5){{-266.5f, -551.0f, -392.5f, -512.125f, -255.25f}});
    printf("called_af5_20 %g %g %g %g %g\n", z.f0[0], z.f0[1], z.f0[2], z.f0[3], z.f0[4]);
    printf("still_af5_20 %g %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3], v.f0[4]);
}

static AD2 back_ad2_21(AD2 v, int number) {
    printf("back_ad2_21 %d\n", number);
    printf("  got %g %g\n", v.f0[0], v.f0[1]);
    AD2 r = v;
    r.f0[1] = 96.75;
    return r;
}

static void test_ad2_21(void) {
    AD2 v = (AD2){{-601.625, 923.125}};
    take_ad2_21(v);
    AD2 m = make_ad2_21();
    printf("made_ad2_21 %g %g\n", m.f0[0], m.f0[1]);
    AD2 q = pass_ad2_21(m);
    printf("passed_ad2_21 %g %g\n", q.f0[0], q.f0[1]);
    AD2 z = call_ad2_21(back_ad2_21, (AD2){{-295.375, -214.25}});
    printf("called_ad2_21 %g %g\n", z.f0[0], z.f0[1]);
    printf("still_ad2_21 %g %g\n", v.f0[0], v.f0[1]);
}

static AD4 back_ad4_22(AD4 v, int number) {
    printf("back_ad4_22 %d\n", number);
    printf("  got %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
    AD4 r = v;
    r.f0[1] = -392.125;
    return r;
}

static void test_ad4_22(void) {
    AD4 v = (AD4){{450.125, -771.0, 934.0, -540.25}};
    take_ad4_22(v);
    AD4 m = make_ad4_22();
    printf("made_ad4_22 %g %g %g %g\n", m.f0[0], m.f0[1], m.f0[2], m.f0[3]);
    AD4 q = pass_ad4_22(m);
    printf("passed_ad4_22 %g %g %g %g\n", q.f0[0], q.f0[1], q.f0[2], q.f0[3]);
    AD4 z = call_ad4_22(back_ad4_22, (AD4){{-564.625, -956.625, -944.875, -758.875}});
    printf("called_ad4_22 %g %g %g %g\n", z.f0[0], z.f0[1], z.f0[2], z.f0[3]);
    printf("still_ad4_22 %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
}

static AH3 back_ah3_23(AH3 v, int number) {
    printf("back_ah3_23 %d\n", number);
    printf("  got %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2]);
    AH3 r = v;
    r.f0[1] = 19686;
    return r;
}

static void test_ah3_23(void) {
    AH3 v = (AH3){{21327, 12452, 15158}};
    take_ah3_23(v);
    AH3 m = make_ah3_23();
    printf("made_ah3_23 %ld %ld %ld\n", (long)m.f0[0], (long)m.f0[1], (long)m.f0[2]);
    AH3 q = pass_ah3_23(m);
    printf("passed_ah3_23 %ld %ld %ld\n", (long)q.f0[0], (long)q.f0[1], (long)q.f0[2]);
    AH3 z = call_ah3_23(back_ah3_23, (AH3){{-174, 28913, -30057}});
    printf("called_ah3_23 %ld %ld %ld\n", (long)z.f0[0], (long)z.f0[1], (long)z.f0[2]);
    printf("still_ah3_23 %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2]);
}

static AH7 back_ah7_24(AH7 v, int number) {
    printf("back_ah7_24 %d\n", number);
    printf("  got %ld %ld %ld %ld %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2], (long)v.f0[3], (long)v.f0[4], (long)v.f0[5], (long)v.f0[6]);
    AH7 r = v;
    r.f0[5] = -5346;
    return r;
}

static void test_ah7_24(void) {
    AH7 v = (AH7){{14366, 19803, -7023, -22037, -23619, 32457, -8146}};
    take_ah7_24(v);
    AH7 m = make_ah7_24();
    printf("made_ah7_24 %ld %ld %ld %ld %ld %ld %ld\n", (long)m.f0[0], (long)m.f0[1], (long)m.f0[2], (long)m.f0[3], (long)m.f0[4], (long)m.f0[5], (long)m.f0[6]);
    AH7 q = pass_ah7_24(m);
    printf("passed_ah7_24 %ld %ld %ld %ld %ld %ld %ld\n", (long)q.f0[0], (long)q.f0[1], (long)q.f0[2], (long)q.f0[3], (long)q.f0[4], (long)q.f0[5], (long)q.f0[6]);
    AH7 z = call_ah7_24(back_ah7_24, (AH7){{-23835, -3444, -30817, 15947, 18593, 27707, 15221}});
    printf("called_ah7_24 %ld %ld %ld %ld %ld %ld %ld\n", (long)z.f0[0], (long)z.f0[1], (long)z.f0[2], (long)z.f0[3], (long)z.f0[4], (long)z.f0[5], (long)z.f0[6]);
    printf("still_ah7_24 %ld %ld %ld %ld %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2], (long)v.f0[3], (long)v.f0[4], (long)v.f0[5], (long)v.f0[6]);
}

static AI3 back_ai3_25(AI3 v, int number) {
    printf("back_ai3_25 %d\n", number);
    printf("  got %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2]);
    AI3 r = v;
    r.f0[1] = -1454526567;
    return r;
}

static void test_ai3_25(void) {
    AI3 v = (AI3){{-1239211544, -1653983156, -727969213}};
    take_ai3_25(v);
    AI3 m = make_ai3_25();
    printf("made_ai3_25 %ld %ld %ld\n", (long)m.f0[0], (long)m.f0[1], (long)m.f0[2]);
    AI3 q = pass_ai3_25(m);
    printf("passed_ai3_25 %ld %ld %ld\n", (long)q.f0[0], (long)q.f0[1], (long)q.f0[2]);
    AI3 z = call_ai3_25(back_ai3_25, (AI3){{-1914089903, 1695035866, -1810775609}});
    printf("called_ai3_25 %ld %ld %ld\n", (long)z.f0[0], (long)z.f0[1], (long)z.f0[2]);
    printf("still_ai3_25 %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2]);
}

static AL2 back_al2_26(AL2 v, int number) {
    printf("back_al2_26 %d\n", number);
    printf("  got %ld %ld\n", (long)v.f0[0], (long)v.f0[1]);
    AL2 r = v;
    r.f0[0] = -1162932367355053508L;
    return r;
}

static void test_al2_26(void) {
    AL2 v = (AL2){{3235893708621058126L, -8097125403628881465L}};
    take_al2_26(v);
    AL2 m = make_al2_26();
    printf("made_al2_26 %ld %ld\n", (long)m.f0[0], (long)m.f0[1]);
    AL2 q = pass_al2_26(m);
    printf("passed_al2_26 %ld %ld\n", (long)q.f0[0], (long)q.f0[1]);
    AL2 z = call_al2_26(back_al2_26, (AL2){{-3086713145320823436L, -8862166452918644520L}});
    printf("called_al2_26 %ld %ld\n", (long)z.f0[0], (long)z.f0[1]);
    printf("still_al2_26 %ld %ld\n", (long)v.f0[0], (long)v.f0[1]);
}

static AA back_aa_27(AA v, int number) {
    printf("back_aa_27 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0][0], (unsigned long)v.f0[0][1], (unsigned long)v.f0[0][2], (unsigned long)v.f0[1][0], (unsigned long)v.f0[1][1], (unsigned long)v.f0[1][2]);
    AA r = v;
    r.f0[1][1] = 100;
    return r;
}

static void test_aa_27(void) {
    AA v = (AA){{{118, 70, 21}, {68, 93, 146}}};
    take_aa_27(v);
    AA m = make_aa_27();
    printf("made_aa_27 %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0][0], (unsigned long)m.f0[0][1], (unsigned long)m.f0[0][2], (unsigned long)m.f0[1][0], (unsigned long)m.f0[1][1], (unsigned long)m.f0[1][2]);
    AA q = pass_aa_27(m);
    printf("passed_aa_27 %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0][0], (unsigned long)q.f0[0][1], (unsigned long)q.f0[0][2], (unsigned long)q.f0[1][0], (unsigned long)q.f0[1][1], (unsigned long)q.f0[1][2]);
    AA z = call_aa_27(back_aa_27, (AA){{{176, 132, 171}, {16, 77, 187}}});
    printf("called_aa_27 %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0][0], (unsigned long)z.f0[0][1], (unsigned long)z.f0[0][2], (unsigned long)z.f0[1][0], (unsigned long)z.f0[1][1], (unsigned long)z.f0[1][2]);
    printf("still_aa_27 %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0][0], (unsigned long)v.f0[0][1], (unsigned long)v.f0[0][2], (unsigned long)v.f0[1][0], (unsigned long)v.f0[1][1], (unsigned long)v.f0[1][2]);
}

static AAF back_aaf_28(AAF v, int number) {
    printf("back_aaf_28 %d\n", number);
    printf("  got %g %g %g %g\n", v.f0[0][0], v.f0[0][1], v.f0[1][0], v.f0[1][1]);
    AAF r = v;
    r.f0[0][1] = 222.375f;
    return r;
}

static void test_aaf_28(void) {
    AAF v = (AAF){{{12.25f, -35.125f}, {697.125f, -755.5f}}};
    take_aaf_28(v);
    AAF m = make_aaf_28();
    printf("made_aaf_28 %g %g %g %g\n", m.f0[0][0], m.f0[0][1], m.f0[1][0], m.f0[1][1]);
    AAF q = pass_aaf_28(m);
    printf("passed_aaf_28 %g %g %g %g\n", q.f0[0][0], q.f0[0][1], q.f0[1][0], q.f0[1][1]);
    AAF z = call_aaf_28(back_aaf_28, (AAF){{{-598.5f, -674.5f}, {-706.625f, 128.625f}}});
    printf("called_aaf_28 %g %g %g %g\n", z.f0[0][0], z.f0[0][1], z.f0[1][0], z.f0[1][1]);
    printf("still_aaf_28 %g %g %g %g\n", v.f0[0][0], v.f0[0][1], v.f0[1][0], v.f0[1][1]);
}

static FAF back_faf_29(FAF v, int number) {
    printf("back_faf_29 %d\n", number);
    printf("  got %g %g %g %g\n", v.f0, v.f1[0], v.f1[1], v.f1[2]);
    FAF r = v;
    r.f1[0] = 113.625f;
    return r;
}

static void test_faf_29(void) {
    FAF v = (FAF){716.25f, {-894.75f, 103.125f, 679.375f}};
    take_faf_29(v);
    FAF m = make_faf_29();
    printf("made_faf_29 %g %g %g %g\n", m.f0, m.f1[0], m.f1[1], m.f1[2]);
    FAF q = pass_faf_29(m);
    printf("passed_faf_29 %g %g %g %g\n", q.f0, q.f1[0], q.f1[1], q.f1[2]);
    FAF z = call_faf_29(back_faf_29, (FAF){452.375f, {928.5f, -903.75f, 607.5f}});
    printf("called_faf_29 %g %g %g %g\n", z.f0, z.f1[0], z.f1[1], z.f1[2]);
    printf("still_faf_29 %g %g %g %g\n", v.f0, v.f1[0], v.f1[1], v.f1[2]);
}

static CAC back_cac_30(CAC v, int number) {
    printf("back_cac_30 %d\n", number);
    printf("  got %lu %ld %ld %ld %ld %ld %ld %ld\n", (unsigned long)v.f0, (long)v.f1[0], (long)v.f1[1], (long)v.f1[2], (long)v.f1[3], (long)v.f1[4], (long)v.f1[5], (long)v.f2);
    CAC r = v;
    r.f1[4] = 8;
    return r;
}

static void test_cac_30(void) {
    CAC v = (CAC){90, {-60, 32, -113, -52, -6, 98}, 23983};
    take_cac_30(v);
    CAC m = make_cac_30();
    printf("made_cac_30 %lu %ld %ld %ld %ld %ld %ld %ld\n", (unsigned long)m.f0, (long)m.f1[0], (long)m.f1[1], (long)m.f1[2], (long)m.f1[3], (long)m.f1[4], (long)m.f1[5], (long)m.f2);
    CAC q = pass_cac_30(m);
    printf("passed_cac_30 %lu %ld %ld %ld %ld %ld %ld %ld\n", (unsigned long)q.f0, (long)q.f1[0], (long)q.f1[1], (long)q.f1[2], (long)q.f1[3], (long)q.f1[4], (long)q.f1[5], (long)q.f2);
    CAC z = call_cac_30(back_cac_30, (CAC){31, {100, -92, -54, 108, -21, -116}, -32594});
    printf("called_cac_30 %lu %ld %ld %ld %ld %ld %ld %ld\n", (unsigned long)z.f0, (long)z.f1[0], (long)z.f1[1], (long)z.f1[2], (long)z.f1[3], (long)z.f1[4], (long)z.f1[5], (long)z.f2);
    printf("still_cac_30 %lu %ld %ld %ld %ld %ld %ld %ld\n", (unsigned long)v.f0, (long)v.f1[0], (long)v.f1[1], (long)v.f1[2], (long)v.f1[3], (long)v.f1[4], (long)v.f1[5], (long)v.f2);
}

static AB4 back_ab4_31(AB4 v, int number) {
    printf("back_ab4_31 %d\n", number);
    printf("  got %d %d %d %d\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
    AB4 r = v;
    r.f0[0] = 0;
    return r;
}

static void test_ab4_31(void) {
    AB4 v = (AB4){{0, 0, 1, 1}};
    take_ab4_31(v);
    AB4 m = make_ab4_31();
    printf("made_ab4_31 %d %d %d %d\n", m.f0[0], m.f0[1], m.f0[2], m.f0[3]);
    AB4 q = pass_ab4_31(m);
    printf("passed_ab4_31 %d %d %d %d\n", q.f0[0], q.f0[1], q.f0[2], q.f0[3]);
    AB4 z = call_ab4_31(back_ab4_31, (AB4){{1, 0, 1, 1}});
    printf("called_ab4_31 %d %d %d %d\n", z.f0[0], z.f0[1], z.f0[2], z.f0[3]);
    printf("still_ab4_31 %d %d %d %d\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
}

int main(void) {
    test_a1_1();
    test_a2_2();
    test_a3_3();
    test_a4_4();
    test_a5_5();
    test_a6_6();
    test_a7_7();
    test_a8_8();
    test_a9_9();
    test_a12_10();
    test_a15_11();
    test_a16_12();
    test_a17_13();
    test_a24_14();
    test_a33_15();
    test_af1_16();
    test_af2_17();
    test_af3_18();
    test_af4_19();
    test_af5_20();
    test_ad2_21();
    test_ad4_22();
    test_ah3_23();
    test_ah7_24();
    test_ai3_25();
    test_al2_26();
    test_aa_27();
    test_aaf_28();
    test_faf_29();
    test_cac_30();
    test_ab4_31();
    return 0;
}
