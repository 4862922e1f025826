// The C side of packed_aligned.vx.
#include <stdarg.h>
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

void take_p1_1(P1 v) {
    printf("take_p1_1 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
}

P1 make_p1_1(void) {
    return (P1){202, -8332644676416592815L};
}

P1 pass_p1_1(P1 v) {
    printf("pass_p1_1 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
    return v;
}

P1 call_p1_1(P1 (*f)(P1, int), P1 v) {
    P1 r = f(v, 1);
    printf("returned_p1_1 %lu %ld\n", (unsigned long)r.f0, (long)r.f1);
    return f(r, 101);
}

void take_p2_2(P2 v) {
    printf("take_p2_2 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
}

P2 make_p2_2(void) {
    return (P2){109, -1986440999};
}

P2 pass_p2_2(P2 v) {
    printf("pass_p2_2 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
    return v;
}

P2 call_p2_2(P2 (*f)(P2, int), P2 v) {
    P2 r = f(v, 2);
    printf("returned_p2_2 %lu %ld\n", (unsigned long)r.f0, (long)r.f1);
    return f(r, 102);
}

void take_p3_3(P3 v) {
    printf("take_p3_3 %ld %g\n", (long)v.f0, v.f1);
}

P3 make_p3_3(void) {
    return (P3){3346, -130.625};
}

P3 pass_p3_3(P3 v) {
    printf("pass_p3_3 %ld %g\n", (long)v.f0, v.f1);
    return v;
}

P3 call_p3_3(P3 (*f)(P3, int), P3 v) {
    P3 r = f(v, 3);
    printf("returned_p3_3 %ld %g\n", (long)r.f0, r.f1);
    return f(r, 103);
}

void take_p4_4(P4 v) {
    printf("take_p4_4 %lu %g %lu\n", (unsigned long)v.f0, v.f1, (unsigned long)v.f2);
}

P4 make_p4_4(void) {
    return (P4){203, -898.5f, 113};
}

P4 pass_p4_4(P4 v) {
    printf("pass_p4_4 %lu %g %lu\n", (unsigned long)v.f0, v.f1, (unsigned long)v.f2);
    return v;
}

P4 call_p4_4(P4 (*f)(P4, int), P4 v) {
    P4 r = f(v, 4);
    printf("returned_p4_4 %lu %g %lu\n", (unsigned long)r.f0, r.f1, (unsigned long)r.f2);
    return f(r, 104);
}

void take_p5_5(P5 v) {
    printf("take_p5_5 %ld %ld\n", (long)v.f0, (long)v.f1);
}

P5 make_p5_5(void) {
    return (P5){304571993, 1111550559870560825L};
}

P5 pass_p5_5(P5 v) {
    printf("pass_p5_5 %ld %ld\n", (long)v.f0, (long)v.f1);
    return v;
}

P5 call_p5_5(P5 (*f)(P5, int), P5 v) {
    P5 r = f(v, 5);
    printf("returned_p5_5 %ld %ld\n", (long)r.f0, (long)r.f1);
    return f(r, 105);
}

void take_p6_6(P6 v) {
    printf("take_p6_6 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
}

P6 make_p6_6(void) {
    return (P6){49, 3129};
}

P6 pass_p6_6(P6 v) {
    printf("pass_p6_6 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
    return v;
}

P6 call_p6_6(P6 (*f)(P6, int), P6 v) {
    P6 r = f(v, 6);
    printf("returned_p6_6 %lu %ld\n", (unsigned long)r.f0, (long)r.f1);
    return f(r, 106);
}

void take_p7_7(P7 v) {
    printf("take_p7_7 %ld %ld\n", (long)v.f0, (long)v.f1);
}

P7 make_p7_7(void) {
    return (P7){-18, -3428379579663223015L};
}

P7 pass_p7_7(P7 v) {
    printf("pass_p7_7 %ld %ld\n", (long)v.f0, (long)v.f1);
    return v;
}

P7 call_p7_7(P7 (*f)(P7, int), P7 v) {
    P7 r = f(v, 7);
    printf("returned_p7_7 %ld %ld\n", (long)r.f0, (long)r.f1);
    return f(r, 107);
}

void take_p8_8(P8 v) {
    printf("take_p8_8 %ld %g\n", (long)v.f0, v.f1);
}

P8 make_p8_8(void) {
    return (P8){-1375391333, 431.5};
}

P8 pass_p8_8(P8 v) {
    printf("pass_p8_8 %ld %g\n", (long)v.f0, v.f1);
    return v;
}

P8 call_p8_8(P8 (*f)(P8, int), P8 v) {
    P8 r = f(v, 8);
    printf("returned_p8_8 %ld %g\n", (long)r.f0, r.f1);
    return f(r, 108);
}

void take_p9_9(P9 v) {
    printf("take_p9_9 %ld %ld\n", (long)v.f0, (long)v.f1);
}

P9 make_p9_9(void) {
    return (P9){-2887363929312787768L, 985460001};
}

P9 pass_p9_9(P9 v) {
    printf("pass_p9_9 %ld %ld\n", (long)v.f0, (long)v.f1);
    return v;
}

P9 call_p9_9(P9 (*f)(P9, int), P9 v) {
    P9 r = f(v, 9);
    printf("returned_p9_9 %ld %ld\n", (long)r.f0, (long)r.f1);
    return f(r, 109);
}

void take_p10_10(P10 v) {
    printf("take_p10_10 %ld %ld %lu\n", (long)v.f0, (long)v.f1, (unsigned long)v.f2);
}

P10 make_p10_10(void) {
    return (P10){-203594906249540637L, -8500125831892013974L, 39};
}

P10 pass_p10_10(P10 v) {
    printf("pass_p10_10 %ld %ld %lu\n", (long)v.f0, (long)v.f1, (unsigned long)v.f2);
    return v;
}

P10 call_p10_10(P10 (*f)(P10, int), P10 v) {
    P10 r = f(v, 10);
    printf("returned_p10_10 %ld %ld %lu\n", (long)r.f0, (long)r.f1, (unsigned long)r.f2);
    return f(r, 110);
}

void take_p11_11(P11 v) {
    printf("take_p11_11 %g %g %g\n", v.f0, v.f1, v.f2);
}

P11 make_p11_11(void) {
    return (P11){632.0f, -65.75, -859.25f};
}

P11 pass_p11_11(P11 v) {
    printf("pass_p11_11 %g %g %g\n", v.f0, v.f1, v.f2);
    return v;
}

P11 call_p11_11(P11 (*f)(P11, int), P11 v) {
    P11 r = f(v, 11);
    printf("returned_p11_11 %g %g %g\n", r.f0, r.f1, r.f2);
    return f(r, 111);
}

void take_p12_12(P12 v) {
    printf("take_p12_12 %ld %g\n", (long)v.f0, v.f1);
}

P12 make_p12_12(void) {
    return (P12){4264137054642243596L, 436.625};
}

P12 pass_p12_12(P12 v) {
    printf("pass_p12_12 %ld %g\n", (long)v.f0, v.f1);
    return v;
}

P12 call_p12_12(P12 (*f)(P12, int), P12 v) {
    P12 r = f(v, 12);
    printf("returned_p12_12 %ld %g\n", (long)r.f0, r.f1);
    return f(r, 112);
}

void take_g1_13(G1 v) {
    printf("take_g1_13 %lu\n", (unsigned long)v.f0);
}

G1 make_g1_13(void) {
    return (G1){177};
}

G1 pass_g1_13(G1 v) {
    printf("pass_g1_13 %lu\n", (unsigned long)v.f0);
    return v;
}

G1 call_g1_13(G1 (*f)(G1, int), G1 v) {
    G1 r = f(v, 13);
    printf("returned_g1_13 %lu\n", (unsigned long)r.f0);
    return f(r, 113);
}

void take_g2_14(G2 v) {
    printf("take_g2_14 %g\n", v.f0);
}

G2 make_g2_14(void) {
    return (G2){251.125f};
}

G2 pass_g2_14(G2 v) {
    printf("pass_g2_14 %g\n", v.f0);
    return v;
}

G2 call_g2_14(G2 (*f)(G2, int), G2 v) {
    G2 r = f(v, 14);
    printf("returned_g2_14 %g\n", r.f0);
    return f(r, 114);
}

void take_g3_15(G3 v) {
    printf("take_g3_15 %ld\n", (long)v.f0);
}

G3 make_g3_15(void) {
    return (G3){1152051906};
}

G3 pass_g3_15(G3 v) {
    printf("pass_g3_15 %ld\n", (long)v.f0);
    return v;
}

G3 call_g3_15(G3 (*f)(G3, int), G3 v) {
    G3 r = f(v, 15);
    printf("returned_g3_15 %ld\n", (long)r.f0);
    return f(r, 115);
}

void take_g4_16(G4 v) {
    printf("take_g4_16 %g\n", v.f0);
}

G4 make_g4_16(void) {
    return (G4){-185.125};
}

G4 pass_g4_16(G4 v) {
    printf("pass_g4_16 %g\n", v.f0);
    return v;
}

G4 call_g4_16(G4 (*f)(G4, int), G4 v) {
    G4 r = f(v, 16);
    printf("returned_g4_16 %g\n", r.f0);
    return f(r, 116);
}

void take_g5_17(G5 v) {
    printf("take_g5_17 %ld %ld\n", (long)v.f0, (long)v.f1);
}

G5 make_g5_17(void) {
    return (G5){7072183418114570016L, 5889673505243240319L};
}

G5 pass_g5_17(G5 v) {
    printf("pass_g5_17 %ld %ld\n", (long)v.f0, (long)v.f1);
    return v;
}

G5 call_g5_17(G5 (*f)(G5, int), G5 v) {
    G5 r = f(v, 17);
    printf("returned_g5_17 %ld %ld\n", (long)r.f0, (long)r.f1);
    return f(r, 117);
}

void take_g6_18(G6 v) {
    printf("take_g6_18 %g %g %g\n", v.f0, v.f1, v.f2);
}

G6 make_g6_18(void) {
    return (G6){961.375f, -527.5f, -691.0f};
}

G6 pass_g6_18(G6 v) {
    printf("pass_g6_18 %g %g %g\n", v.f0, v.f1, v.f2);
    return v;
}

G6 call_g6_18(G6 (*f)(G6, int), G6 v) {
    G6 r = f(v, 18);
    printf("returned_g6_18 %g %g %g\n", r.f0, r.f1, r.f2);
    return f(r, 118);
}

void take_g7_19(G7 v) {
    printf("take_g7_19 %lu\n", (unsigned long)v.f0);
}

G7 make_g7_19(void) {
    return (G7){6};
}

G7 pass_g7_19(G7 v) {
    printf("pass_g7_19 %lu\n", (unsigned long)v.f0);
    return v;
}

G7 call_g7_19(G7 (*f)(G7, int), G7 v) {
    G7 r = f(v, 19);
    printf("returned_g7_19 %lu\n", (unsigned long)r.f0);
    return f(r, 119);
}

void take_g8_20(G8 v) {
    printf("take_g8_20 %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1);
}

G8 make_g8_20(void) {
    return (G8){74, 214};
}

G8 pass_g8_20(G8 v) {
    printf("pass_g8_20 %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1);
    return v;
}

G8 call_g8_20(G8 (*f)(G8, int), G8 v) {
    G8 r = f(v, 20);
    printf("returned_g8_20 %lu %lu\n", (unsigned long)r.f0, (unsigned long)r.f1);
    return f(r, 120);
}

G3 aligned_21(long a0, G5 a1, int a2, G5 a3) {
    printf("aligned_21 a0 %ld\n", (long)a0);
    printf("aligned_21 a1 %ld %ld\n", (long)a1.f0, (long)a1.f1);
    printf("aligned_21 a2 %ld\n", (long)a2);
    printf("aligned_21 a3 %ld %ld\n", (long)a3.f0, (long)a3.f1);
    return (G3){-433882619};
}

G3 call_aligned_21(G3 (*f)(long, G5, int, G5)) {
    return f(-7313449779992392530L, (G5){2477205244250231901L, -8075102392426469241L}, -1328821890, (G5){8940539219407647102L, -1095240913263689461L});
}

G7 aligned_22(signed char a0, G3 a1, signed char a2, G7 a3, signed char a4) {
    printf("aligned_22 a0 %ld\n", (long)a0);
    printf("aligned_22 a1 %ld\n", (long)a1.f0);
    printf("aligned_22 a2 %ld\n", (long)a2);
    printf("aligned_22 a3 %lu\n", (unsigned long)a3.f0);
    printf("aligned_22 a4 %ld\n", (long)a4);
    return (G7){0};
}

G7 call_aligned_22(G7 (*f)(signed char, G3, signed char, G7, signed char)) {
    return f(18, (G3){-1497805696}, 10, (G7){51}, 115);
}
