// What packed_aligned.vx does, in C.
#include <stdio.h>

#pragma pack(push, 1)
typedef struct { unsigned char f0; long f1; } P1;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct { unsigned char f0; int f1; } P2;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct { short f0; double f1; } P3;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct { unsigned char f0; float f1; unsigned char f2; } P4;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct { int f0; long f1; } P5;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct { unsigned char f0; short f1; } P6;
#pragma pack(pop)
#pragma pack(push, 2)
typedef struct { signed char f0; long f1; } P7;
#pragma pack(pop)
#pragma pack(push, 4)
typedef struct { int f0; double f1; } P8;
#pragma pack(pop)
#pragma pack(push, 4)
typedef struct { long f0; int f1; } P9;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct { long f0; long f1; unsigned char f2; } P10;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct { float f0; double f1; float f2; } P11;
#pragma pack(pop)
#pragma pack(push, 1)
typedef struct { long f0; double f1; } P12;
#pragma pack(pop)
typedef struct { unsigned char f0; } __attribute__((aligned(4))) G1;
typedef struct { float f0; } __attribute__((aligned(8))) G2;
typedef struct { int f0; } __attribute__((aligned(16))) G3;
typedef struct { double f0; } __attribute__((aligned(16))) G4;
typedef struct { long f0; long f1; } __attribute__((aligned(16))) G5;
typedef struct { float f0; float f1; float f2; } __attribute__((aligned(16))) G6;
typedef struct { unsigned char f0; } __attribute__((aligned(32))) G7;
typedef struct { unsigned char f0; unsigned char f1; } __attribute__((aligned(2))) G8;

void take_p1_1(P1 v);
P1 make_p1_1(void);
P1 pass_p1_1(P1 v);
P1 call_p1_1(P1 (*f)(P1, int), P1 v);
void take_p2_2(P2 v);
P2 make_p2_2(void);
P2 pass_p2_2(P2 v);
P2 call_p2_2(P2 (*f)(P2, int), P2 v);
void take_p3_3(P3 v);
P3 make_p3_3(void);
P3 pass_p3_3(P3 v);
P3 call_p3_3(P3 (*f)(P3, int), P3 v);
void take_p4_4(P4 v);
P4 make_p4_4(void);
P4 pass_p4_4(P4 v);
P4 call_p4_4(P4 (*f)(P4, int), P4 v);
void take_p5_5(P5 v);
P5 make_p5_5(void);
P5 pass_p5_5(P5 v);
P5 call_p5_5(P5 (*f)(P5, int), P5 v);
void take_p6_6(P6 v);
P6 make_p6_6(void);
P6 pass_p6_6(P6 v);
P6 call_p6_6(P6 (*f)(P6, int), P6 v);
void take_p7_7(P7 v);
P7 make_p7_7(void);
P7 pass_p7_7(P7 v);
P7 call_p7_7(P7 (*f)(P7, int), P7 v);
void take_p8_8(P8 v);
P8 make_p8_8(void);
P8 pass_p8_8(P8 v);
P8 call_p8_8(P8 (*f)(P8, int), P8 v);
void take_p9_9(P9 v);
P9 make_p9_9(void);
P9 pass_p9_9(P9 v);
P9 call_p9_9(P9 (*f)(P9, int), P9 v);
void take_p10_10(P10 v);
P10 make_p10_10(void);
P10 pass_p10_10(P10 v);
P10 call_p10_10(P10 (*f)(P10, int), P10 v);
void take_p11_11(P11 v);
P11 make_p11_11(void);
P11 pass_p11_11(P11 v);
P11 call_p11_11(P11 (*f)(P11, int), P11 v);
void take_p12_12(P12 v);
P12 make_p12_12(void);
P12 pass_p12_12(P12 v);
P12 call_p12_12(P12 (*f)(P12, int), P12 v);
void take_g1_13(G1 v);
G1 make_g1_13(void);
G1 pass_g1_13(G1 v);
G1 call_g1_13(G1 (*f)(G1, int), G1 v);
void take_g2_14(G2 v);
G2 make_g2_14(void);
G2 pass_g2_14(G2 v);
G2 call_g2_14(G2 (*f)(G2, int), G2 v);
void take_g3_15(G3 v);
G3 make_g3_15(void);
G3 pass_g3_15(G3 v);
G3 call_g3_15(G3 (*f)(G3, int), G3 v);
void take_g4_16(G4 v);
G4 make_g4_16(void);
G4 pass_g4_16(G4 v);
G4 call_g4_16(G4 (*f)(G4, int), G4 v);
void take_g5_17(G5 v);
G5 make_g5_17(void);
G5 pass_g5_17(G5 v);
G5 call_g5_17(G5 (*f)(G5, int), G5 v);
void take_g6_18(G6 v);
G6 make_g6_18(void);
G6 pass_g6_18(G6 v);
G6 call_g6_18(G6 (*f)(G6, int), G6 v);
void take_g7_19(G7 v);
G7 make_g7_19(void);
G7 pass_g7_19(G7 v);
G7 call_g7_19(G7 (*f)(G7, int), G7 v);
void take_g8_20(G8 v);
G8 make_g8_20(void);
G8 pass_g8_20(G8 v);
G8 call_g8_20(G8 (*f)(G8, int), G8 v);
G3 aligned_21(long a0, G5 a1, int a2, G5 a3);
G3 call_aligned_21(G3 (*f)(long, G5, int, G5));
G7 aligned_22(signed char a0, G3 a1, signed char a2, G7 a3, signed char a4);
G7 call_aligned_22(G7 (*f)(signed char, G3, signed char, G7, signed char));

static P1 back_p1_1(P1 v, int number) {
    printf("back_p1_1 %d\n", number);
    printf("  got %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
    P1 r = v;
    r.f0 = 187;
    return r;
}

static void test_p1_1(void) {
    P1 v = (P1){165, -6440695883147817499L};
    take_p1_1(v);
    P1 m = make_p1_1();
    printf("made_p1_1 %lu %ld\n", (unsigned long)m.f0, (long)m.f1);
    P1 q = pass_p1_1(m);
    printf("passed_p1_1 %lu %ld\n", (unsigned long)q.f0, (long)q.f1);
    P1 z = call_p1_1(back_p1_1, (P1){37, 661906188132091941L});
    printf("called_p1_1 %lu %ld\n", (unsigned long)z.f0, (long)z.f1);
    printf("still_p1_1 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
}

static P2 back_p2_2(P2 v, int number) {
    printf("back_p2_2 %d\n", number);
    printf("  got %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
    P2 r = v;
    r.f1 = -1847456880;
    return r;
}

static void test_p2_2(void) {
    P2 v = (P2){29, 1759665557};
    take_p2_2(v);
    P2 m = make_p2_2();
    printf("made_p2_2 %lu %ld\n", (unsigned long)m.f0, (long)m.f1);
    P2 q = pass_p2_2(m);
    printf("passed_p2_2 %lu %ld\n", (unsigned long)q.f0, (long)q.f1);
    P2 z = call_p2_2(back_p2_2, (P2){44, -284989605});
    printf("called_p2_2 %lu %ld\n", (unsigned long)z.f0, (long)z.f1);
    printf("still_p2_2 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
}

static P3 back_p3_3(P3 v, int number) {
    printf("back_p3_3 %d\n", number);
    printf("  got %ld %g\n", (long)v.f0, v.f1);
    P3 r = v;
    r.f0 = 29325;
    return r;
}

static void test_p3_3(void) {
    P3 v = (P3){-16995, -814.25};
    take_p3_3(v);
    P3 m = make_p3_3();
    printf("made_p3_3 %ld %g\n", (long)m.f0, m.f1);
    P3 q = pass_p3_3(m);
    printf("passed_p3_3 %ld %g\n", (long)q.f0, q.f1);
    P3 z = call_p3_3(back_p3_3, (P3){-28894, 693.375});
    printf("called_p3_3 %ld %g\n", (long)z.f0, z.f1);
    printf("still_p3_3 %ld %g\n", (long)v.f0, v.f1);
}

static P4 back_p4_4(P4 v, int number) {
    printf("back_p4_4 %d\n", number);
    printf("  got %lu %g %lu\n", (unsigned long)v.f0, v.f1, (unsigned long)v.f2);
    P4 r = v;
    r.f1 = -141.625f;
    return r;
}

static void test_p4_4(void) {
    P4 v = (P4){114, 291.5f, 31};
    take_p4_4(v);
    P4 m = make_p4_4();
    printf("made_p4_4 %lu %g %lu\n", (unsigned long)m.f0, m.f1, (unsigned long)m.f2);
    P4 q = pass_p4_4(m);
    printf("passed_p4_4 %lu %g %lu\n", (unsigned long)q.f0, q.f1, (unsigned long)q.f2);
    P4 z = call_p4_4(back_p4_4, (P4){23, 140.0f, 68});
    printf("called_p4_4 %lu %g %lu\n", (unsigned long)z.f0, z.f1, (unsigned long)z.f2);
    printf("still_p4_4 %lu %g %lu\n", (unsigned long)v.f0, v.f1, (unsigned long)v.f2);
}

static P5 back_p5_5(P5 v, int number) {
    printf("back_p5_5 %d\n", number);
    printf("  got %ld %ld\n", (long)v.f0, (long)v.f1);
    P5 r = v;
    r.f0 = 350470034;
    return r;
}

static void test_p5_5(void) {
    P5 v = (P5){-1527912795, -7050488843297201171L};
    take_p5_5(v);
    P5 m = make_p5_5();
    printf("made_p5_5 %ld %ld\n", (long)m.f0, (long)m.f1);
    P5 q = pass_p5_5(m);
    printf("passed_p5_5 %ld %ld\n", (long)q.f0, (long)q.f1);
    P5 z = call_p5_5(back_p5_5, (P5){1357752368, -5889558723019949419L});
    printf("called_p5_5 %ld %ld\n", (long)z.f0, (long)z.f1);
    printf("still_p5_5 %ld %ld\n", (long)v.f0, (long)v.f1);
}

static P6 back_p6_6(P6 v, int number) {
    printf("back_p6_6 %d\n", number);
    printf("  got %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
    P6 r = v;
    r.f0 = 105;
    return r;
}

static void test_p6_6(void) {
    P6 v = (P6){96, -8362};
    take_p6_6(v);
    P6 m = make_p6_6();
    printf("made_p6_6 %lu %ld\n", (unsigned long)m.f0, (long)m.f1);
    P6 q = pass_p6_6(m);
    printf("passed_p6_6 %lu %ld\n", (unsigned long)q.f0, (long)q.f1);
    P6 z = call_p6_6(back_p6_6, (P6){32, 4219});
    printf("called_p6_6 %lu %ld\n", (unsigned long)z.f0, (long)z.f1);
    printf("still_p6_6 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
}

static P7 back_p7_7(P7 v, int number) {
    printf("back_p7_7 %d\n", number);
    printf("  got %ld %ld\n", (long)v.f0, (long)v.f1);
    P7 r = v;
    r.f1 = -3693646940721862311L;
    return r;
}

static void test_p7_7(void) {
    P7 v = (P7){0, 585135223364038997L};
    take_p7_7(v);
    P7 m = make_p7_7();
    printf("made_p7_7 %ld %ld\n", (long)m.f0, (long)m.f1);
    P7 q = pass_p7_7(m);
    printf("passed_p7_7 %ld %ld\n", (long)q.f0, (long)q.f1);
    P7 z = call_p7_7(back_p7_7, (P7){-8, 7811114804498096594L});
    printf("called_p7_7 %ld %ld\n", (long)z.f0, (long)z.f1);
    printf("still_p7_7 %ld %ld\n", (long)v.f0, (long)v.f1);
}

static P8 back_p8_8(P8 v, int number) {
    printf("back_p8_8 %d\n", number);
    printf("  got %ld %g\n", (long)v.f0, v.f1);
    P8 r = v;
    r.f0 = 319647408;
    return r;
}

static void test_p8_8(void) {
    P8 v = (P8){-1080499592, 626.875};
    take_p8_8(v);
    P8 m = make_p8_8();
    printf("made_p8_8 %ld %g\n", (long)m.f0, m.f1);
    P8 q = pass_p8_8(m);
    printf("passed_p8_8 %ld %g\n", (long)q.f0, q.f1);
    P8 z = call_p8_8(back_p8_8, (P8){1201859105, -500.125});
    printf("called_p8_8 %ld %g\n", (long)z.f0, z.f1);
    printf("still_p8_8 %ld %g\n", (long)v.f0, v.f1);
}

static P9 back_p9_9(P9 v, int number) {
    printf("back_p9_9 %d\n", number);
    printf("  got %ld %ld\n", (long)v.f0, (long)v.f1);
    P9 r = v;
    r.f0 = 220121936330067729L;
    return r;
}

static void test_p9_9(void) {
    P9 v = (P9){464793394898346070L, -20975097};
    take_p9_9(v);
    P9 m = make_p9_9();
    printf("made_p9_9 %ld %ld\n", (long)m.f0, (long)m.f1);
    P9 q = pass_p9_9(m);
    printf("passed_p9_9 %ld %ld\n", (long)q.f0, (long)q.f1);
    P9 z = call_p9_9(back_p9_9, (P9){-3911857826176775109L, 467975421});
    printf("called_p9_9 %ld %ld\n", (long)z.f0, (long)z.f1);
    printf("still_p9_9 %ld %ld\n", (long)v.f0, (long)v.f1);
}

static P10 back_p10_10(P10 v, int number) {
    printf("back_p10_10 %d\n", number);
    printf("  got %ld %ld %lu\n", (long)v.f0, (long)v.f1, (unsigned long)v.f2);
    P10 r = v;
    r.f1 = -2763720901194227568L;
    return r;
}

static void test_p10_10(void) {
    P10 v = (P10){-6180358345446516503L, -2913556079204631296L, 77};
    take_p10_10(v);
    P10 m = make_p10_10();
    printf("made_p10_10 %ld %ld %lu\n", (long)m.f0, (long)m.f1, (unsigned long)m.f2);
    P10 q = pass_p10_10(m);
    printf("passed_p10_10 %ld %ld %lu\n", (long)q.f0, (long)q.f1, (unsigned long)q.f2);
    P10 z = call_p10_10(back_p10_10, (P10){1071308582281734815L, 5332846205669069811L, 160});
    printf("called_p10_10 %ld %ld %lu\n", (long)z.f0, (long)z.f1, (unsigned long)z.f2);
    printf("still_p10_10 %ld %ld %lu\n", (long)v.f0, (long)v.f1, (unsigned long)v.f2);
}

static P11 back_p11_11(P11 v, int number) {
    printf("back_p11_11 %d\n", number);
    printf("  got %g %g %g\n", v.f0, v.f1, v.f2);
    P11 r = v;
    r.f1 = -29.125;
    return r;
}

static void test_p11_11(void) {
    P11 v = (P11){217.25f, 17.125, 187.625f};
    take_p11_11(v);
    P11 m = make_p11_11();
    printf("made_p11_11 %g %g %g\n", m.f0, m.f1, m.f2);
    P11 q = pass_p11_11(m);
    printf("passed_p11_11 %g %g %g\n", q.f0, q.f1, q.f2);
    P11 z = call_p11_11(back_p11_11, (P11){720.25f, -808.375, 934.625f});
    printf("called_p11_11 %g %g %g\n", z.f0, z.f1, z.f2);
    printf("still_p11_11 %g %g %g\n", v.f0, v.f1, v.f2);
}

static P12 back_p12_12(P12 v, int number) {
    printf("back_p12_12 %d\n", number);
    printf("  got %ld %g\n", (long)v.f0, v.f1);
    P12 r = v;
    r.f1 = -417.25;
    return r;
}

static void test_p12_12(void) {
    P12 v = (P12){3028073829255698758L, -867.0};
    take_p12_12(v);
    P12 m = make_p12_12();
    printf("made_p12_12 %ld %g\n", (long)m.f0, m.f1);
    P12 q = pass_p12_12(m);
    printf("passed_p12_12 %ld %g\n", (long)q.f0, q.f1);
    P12 z = call_p12_12(back_p12_12, (P12){2714048251522346444L, 183.625});
    printf("called_p12_12 %ld %g\n", (long)z.f0, z.f1);
    printf("still_p12_12 %ld %g\n", (long)v.f0, v.f1);
}

static G1 back_g1_13(G1 v, int number) {
    printf("back_g1_13 %d\n", number);
    printf("  got %lu\n", (unsigned long)v.f0);
    G1 r = v;
    r.f0 = 181;
    return r;
}

static void test_g1_13(void) {
    G1 v = (G1){197};
    take_g1_13(v);
    G1 m = make_g1_13();
    printf("made_g1_13 %lu\n", (unsigned long)m.f0);
    G1 q = pass_g1_13(m);
    printf("passed_g1_13 %lu\n", (unsigned long)q.f0);
    G1 z = call_g1_13(back_g1_13, (G1){11});
    printf("called_g1_13 %lu\n", (unsigned long)z.f0);
    printf("still_g1_13 %lu\n", (unsigned long)v.f0);
}

static G2 back_g2_14(G2 v, int number) {
    printf("back_g2_14 %d\n", number);
    printf("  got %g\n", v.f0);
    G2 r = v;
    r.f0 = -879.375f;
    return r;
}

static void test_g2_14(void) {
    G2 v = (G2){-655.875f};
    take_g2_14(v);
    G2 m = make_g2_14();
    printf("made_g2_14 %g\n", m.f0);
    G2 q = pass_g2_14(m);
    printf("passed_g2_14 %g\n", q.f0);
    G2 z = call_g2_14(back_g2_14, (G2){-760.25f});
    printf("called_g2_14 %g\n", z.f0);
    printf("still_g2_14 %g\n", v.f0);
}

static G3 back_g3_15(G3 v, int number) {
    printf("back_g3_15 %d\n", number);
    printf("  got %ld\n", (long)v.f0);
    G3 r = v;
    r.f0 = 1023762919;
    return r;
}

static void test_g3_15(void) {
    G3 v = (G3){-1210288388};
    take_g3_15(v);
    G3 m = make_g3_15();
    printf("made_g3_15 %ld\n", (long)m.f0);
    G3 q = pass_g3_15(m);
    printf("passed_g3_15 %ld\n", (long)q.f0);
    G3 z = call_g3_15(back_g3_15, (G3){-912972902});
    printf("called_g3_15 %ld\n", (long)z.f0);
    printf("still_g3_15 %ld\n", (long)v.f0);
}

static G4 back_g4_16(G4 v, int number) {
    printf("back_g4_16 %d\n", number);
    printf("  got %g\n", v.f0);
    G4 r = v;
    r.f0 = -835.0;
    return r;
}

static void test_g4_16(void) {
    G4 v = (G4){-493.0};
    take_g4_16(v);
    G4 m = make_g4_16();
    printf("made_g4_16 %g\n", m.f0);
    G4 q = pass_g4_16(m);
    printf("passed_g4_16 %g\n", q.f0);
    G4 z = call_g4_16(back_g4_16, (G4){-199.375});
    printf("called_g4_16 %g\n", z.f0);
    printf("still_g4_16 %g\n", v.f0);
}

static G5 back_g5_17(G5 v, int number) {
    printf("back_g5_17 %d\n", number);
    printf("  got %ld %ld\n", (long)v.f0, (long)v.f1);
    G5 r = v;
    r.f1 = -2605212258551653557L;
    return r;
}

static void test_g5_17(void) {
    G5 v = (G5){-937327056304800997L, 912005387561085047L};
    take_g5_17(v);
    G5 m = make_g5_17();
    printf("made_g5_17 %ld %ld\n", (long)m.f0, (long)m.f1);
    G5 q = pass_g5_17(m);
    printf("passed_g5_17 %ld %ld\n", (long)q.f0, (long)q.f1);
    G5 z = call_g5_17(back_g5_17, (G5){6714328324215581361L, -4087409953925812128L});
    printf("called_g5_17 %ld %ld\n", (long)z.f0, (long)z.f1);
    printf("still_g5_17 %ld %ld\n", (long)v.f0, (long)v.f1);
}

static G6 back_g6_18(G6 v, int number) {
    printf("back_g6_18 %d\n", number);
    printf("  got %g %g %g\n", v.f0, v.f1, v.f2);
    G6 r = v;
    r.f0 = 348.625f;
    return r;
}

static void test_g6_18(void) {
    G6 v = (G6){398.125f, 810.75f, -220.875f};
    take_g6_18(v);
    G6 m = make_g6_18();
    printf("made_g6_18 %g %g %g\n", m.f0, m.f1, m.f2);
    G6 q = pass_g6_18(m);
    printf("passed_g6_18 %g %g %g\n", q.f0, q.f1, q.f2);
    G6 z = call_g6_18(back_g6_18, (G6){-830.125f, -639.125f, -690.25f});
    printf("called_g6_18 %g %g %g\n", z.f0, z.f1, z.f2);
    printf("still_g6_18 %g %g %g\n", v.f0, v.f1, v.f2);
}

static G7 back_g7_19(G7 v, int number) {
    printf("back_g7_19 %d\n", number);
    printf("  got %lu\n", (unsigned long)v.f0);
    G7 r = v;
    r.f0 = 134;
    return r;
}

static void test_g7_19(void) {
    G7 v = (G7){119};
    take_g7_19(v);
    G7 m = make_g7_19();
    printf("made_g7_19 %lu\n", (unsigned long)m.f0);
    G7 q = pass_g7_19(m);
    printf("passed_g7_19 %lu\n", (unsigned long)q.f0);
    G7 z = call_g7_19(back_g7_19, (G7){248});
    printf("called_g7_19 %lu\n", (unsigned long)z.f0);
    printf("still_g7_19 %lu\n", (unsigned long)v.f0);
}

static G8 back_g8_20(G8 v, int number) {
    printf("back_g8_20 %d\n", number);
    printf("  got %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1);
    G8 r = v;
    r.f0 = 27;
    return r;
}

static void test_g8_20(void) {
    G8 v = (G8){144, 2};
    take_g8_20(v);
    G8 m = make_g8_20();
    printf("made_g8_20 %lu %lu\n", (unsigned long)m.f0, (unsigned long)m.f1);
    G8 q = pass_g8_20(m);
    printf("passed_g8_20 %lu %lu\n", (unsigned long)q.f0, (unsigned long)q.f1);
    G8 z = call_g8_20(back_g8_20, (G8){189, 163});
    printf("called_g8_20 %lu %lu\n", (unsigned long)z.f0, (unsigned long)z.f1);
    printf("still_g8_20 %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1);
}

static G3 back_aligned_21(long a0, G5 a1, int a2, G5 a3) {
    printf("back aligned_21 a0 %ld\n", (long)a0);
    printf("back aligned_21 a1 %ld %ld\n", (long)a1.f0, (long)a1.f1);
    printf("back aligned_21 a2 %ld\n", (long)a2);
    printf("back aligned_21 a3 %ld %ld\n", (long)a3.f0, (long)a3.f1);
    return (G3){-1450396762};
}

static void test_aligned_21(void) {
    G3 r = aligned_21(7370083132217137758L, (G5){5164525489430758197L, 6908548852113920183L}, 775564160, (G5){1093370618243541412L, -1880283478743649884L});
    printf("aligned_21 gave %ld\n", (long)r.f0);
    G3 s = call_aligned_21(back_aligned_21);
    printf("aligned_21 back gave %ld\n", (long)s.f0);
}

static G7 back_aligned_22(signed char a0, G3 a1, signed char a2, G7 a3, signed char a4) {
    printf("back aligned_22 a0 %ld\n", (long)a0);
    printf("back aligned_22 a1 %ld\n", (long)a1.f0);
    printf("back aligned_22 a2 %ld\n", (long)a2);
    printf("back aligned_22 a3 %lu\n", (unsigned long)a3.f0);
    printf("back aligned_22 a4 %ld\n", (long)a4);
    return (G7){186};
}

static void test_aligned_22(void) {
    G7 r = aligned_22(-99, (G3){-686964330}, 26, (G7){26}, -101);
    printf("aligned_22 gave %lu\n", (unsigned long)r.f0);
    G7 s = call_aligned_22(back_aligned_22);
    printf("aligned_22 back gave %lu\n", (unsigned long)s.f0);
}

int main(void) {
    test_p1_1();
    test_p2_2();
    test_p3_3();
    test_p4_4();
    test_p5_5();
    test_p6_6();
    test_p7_7();
    test_p8_8();
    test_p9_9();
    test_p10_10();
    test_p11_11();
    test_p12_12();
    test_g1_13();
    test_g2_14();
    test_g3_15();
    test_g4_16();
    test_g5_17();
    test_g6_18();
    test_g7_19();
    test_g8_20();
    test_aligned_21();
    test_aligned_22();
    return 0;
}
