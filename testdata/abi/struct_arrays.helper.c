// The C side of struct_arrays.vx.
#include <stdarg.h>
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

void take_a1_1(A1 v) {
    printf("take_a1_1 %lu\n", (unsigned long)v.f0[0]);
}

A1 make_a1_1(void) {
    return (A1){{155}};
}

A1 pass_a1_1(A1 v) {
    printf("pass_a1_1 %lu\n", (unsigned long)v.f0[0]);
    return v;
}

A1 call_a1_1(A1 (*f)(A1, int), A1 v) {
    A1 r = f(v, 1);
    printf("returned_a1_1 %lu\n", (unsigned long)r.f0[0]);
    return f(r, 101);
}

void take_a2_2(A2 v) {
    printf("take_a2_2 %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1]);
}

A2 make_a2_2(void) {
    return (A2){{34, 10}};
}

A2 pass_a2_2(A2 v) {
    printf("pass_a2_2 %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1]);
    return v;
}

A2 call_a2_2(A2 (*f)(A2, int), A2 v) {
    A2 r = f(v, 2);
    printf("returned_a2_2 %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1]);
    return f(r, 102);
}

void take_a3_3(A3 v) {
    printf("take_a3_3 %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2]);
}

A3 make_a3_3(void) {
    return (A3){{54, 134, 109}};
}

A3 pass_a3_3(A3 v) {
    printf("pass_a3_3 %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2]);
    return v;
}

A3 call_a3_3(A3 (*f)(A3, int), A3 v) {
    A3 r = f(v, 3);
    printf("returned_a3_3 %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2]);
    return f(r, 103);
}

void take_a4_4(A4 v) {
    printf("take_a4_4 %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3]);
}

A4 make_a4_4(void) {
    return (A4){{172, 198, 127, 91}};
}

A4 pass_a4_4(A4 v) {
    printf("pass_a4_4 %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3]);
    return v;
}

A4 call_a4_4(A4 (*f)(A4, int), A4 v) {
    A4 r = f(v, 4);
    printf("returned_a4_4 %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3]);
    return f(r, 104);
}

void take_a5_5(A5 v) {
    printf("take_a5_5 %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4]);
}

A5 make_a5_5(void) {
    return (A5){{147, 220, 231, 82, 119}};
}

A5 pass_a5_5(A5 v) {
    printf("pass_a5_5 %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4]);
    return v;
}

A5 call_a5_5(A5 (*f)(A5, int), A5 v) {
    A5 r = f(v, 5);
    printf("returned_a5_5 %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3], (unsigned long)r.f0[4]);
    return f(r, 105);
}

void take_a6_6(A6 v) {
    printf("take_a6_6 %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5]);
}

A6 make_a6_6(void) {
    return (A6){{103, 225, 141, 94, 182, 223}};
}

A6 pass_a6_6(A6 v) {
    printf("pass_a6_6 %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5]);
    return v;
}

A6 call_a6_6(A6 (*f)(A6, int), A6 v) {
    A6 r = f(v, 6);
    printf("returned_a6_6 %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3], (unsigned long)r.f0[4], (unsigned long)r.f0[5]);
    return f(r, 106);
}

void take_a7_7(A7 v) {
    printf("take_a7_7 %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6]);
}

A7 make_a7_7(void) {
    return (A7){{182, 42, 146, 167, 9, 165, 147}};
}

A7 pass_a7_7(A7 v) {
    printf("pass_a7_7 %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6]);
    return v;
}

A7 call_a7_7(A7 (*f)(A7, int), A7 v) {
    A7 r = f(v, 7);
    printf("returned_a7_7 %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3], (unsigned long)r.f0[4], (unsigned long)r.f0[5], (unsigned long)r.f0[6]);
    return f(r, 107);
}

void take_a8_8(A8 v) {
    printf("take_a8_8 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7]);
}

A8 make_a8_8(void) {
    return (A8){{86, 186, 185, 148, 49, 224, 106, 217}};
}

A8 pass_a8_8(A8 v) {
    printf("pass_a8_8 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7]);
    return v;
}

A8 call_a8_8(A8 (*f)(A8, int), A8 v) {
    A8 r = f(v, 8);
    printf("returned_a8_8 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3], (unsigned long)r.f0[4], (unsigned long)r.f0[5], (unsigned long)r.f0[6], (unsigned long)r.f0[7]);
    return f(r, 108);
}

void take_a9_9(A9 v) {
    printf("take_a9_9 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8]);
}

A9 make_a9_9(void) {
    return (A9){{224, 210, 251, 18, 112, 215, 227, 127, 219}};
}

A9 pass_a9_9(A9 v) {
    printf("pass_a9_9 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8]);
    return v;
}

A9 call_a9_9(A9 (*f)(A9, int), A9 v) {
    A9 r = f(v, 9);
    printf("returned_a9_9 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3], (unsigned long)r.f0[4], (unsigned long)r.f0[5], (unsigned long)r.f0[6], (unsigned long)r.f0[7], (unsigned long)r.f0[8]);
    return f(r, 109);
}

void take_a12_10(A12 v) {
    printf("take_a12_10 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11]);
}

A12 make_a12_10(void) {
    return (A12){{107, 84, 172, 151, 241, 161, 215, 110, 137, 173, 200, 254}};
}

A12 pass_a12_10(A12 v) {
    printf("pass_a12_10 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11]);
    return v;
}

A12 call_a12_10(A12 (*f)(A12, int), A12 v) {
    A12 r = f(v, 10);
    printf("returned_a12_10 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3], (unsigned long)r.f0[4], (unsigned long)r.f0[5], (unsigned long)r.f0[6], (unsigned long)r.f0[7], (unsigned long)r.f0[8], (unsigned long)r.f0[9], (unsigned long)r.f0[10], (unsigned long)r.f0[11]);
    return f(r, 110);
}

void take_a15_11(A15 v) {
    printf("take_a15_11 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14]);
}

A15 make_a15_11(void) {
    return (A15){{13, 40, 17, 57, 250, 131, 71, 21, 185, 40, 5, 152, 177, 38, 43}};
}

A15 pass_a15_11(A15 v) {
    printf("pass_a15_11 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14]);
    return v;
}

A15 call_a15_11(A15 (*f)(A15, int), A15 v) {
    A15 r = f(v, 11);
    printf("returned_a15_11 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3], (unsigned long)r.f0[4], (unsigned long)r.f0[5], (unsigned long)r.f0[6], (unsigned long)r.f0[7], (unsigned long)r.f0[8], (unsigned long)r.f0[9], (unsigned long)r.f0[10], (unsigned long)r.f0[11], (unsigned long)r.f0[12], (unsigned long)r.f0[13], (unsigned long)r.f0[14]);
    return f(r, 111);
}

void take_a16_12(A16 v) {
    printf("take_a16_12 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15]);
}

A16 make_a16_12(void) {
    return (A16){{159, 61, 56, 249, 247, 38, 125, 210, 150, 182, 117, 92, 0, 27, 160, 239}};
}

A16 pass_a16_12(A16 v) {
    printf("pass_a16_12 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15]);
    return v;
}

A16 call_a16_12(A16 (*f)(A16, int), A16 v) {
    A16 r = f(v, 12);
    printf("returned_a16_12 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3], (unsigned long)r.f0[4], (unsigned long)r.f0[5], (unsigned long)r.f0[6], (unsigned long)r.f0[7], (unsigned long)r.f0[8], (unsigned long)r.f0[9], (unsigned long)r.f0[10], (unsigned long)r.f0[11], (unsigned long)r.f0[12], (unsigned long)r.f0[13], (unsigned long)r.f0[14], (unsigned long)r.f0[15]);
    return f(r, 112);
}

void take_a17_13(A17 v) {
    printf("take_a17_13 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15], (unsigned long)v.f0[16]);
}

A17 make_a17_13(void) {
    return (A17){{59, 88, 245, 113, 155, 207, 121, 250, 113, 158, 188, 117, 167, 231, 204, 205, 160}};
}

A17 pass_a17_13(A17 v) {
    printf("pass_a17_13 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15], (unsigned long)v.f0[16]);
    return v;
}

A17 call_a17_13(A17 (*f)(A17, int), A17 v) {
    A17 r = f(v, 13);
    printf("returned_a17_13 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3], (unsigned long)r.f0[4], (unsigned long)r.f0[5], (unsigned long)r.f0[6], (unsigned long)r.f0[7], (unsigned long)r.f0[8], (unsigned long)r.f0[9], (unsigned long)r.f0[10], (unsigned long)r.f0[11], (unsigned long)r.f0[12], (unsigned long)r.f0[13], (unsigned long)r.f0[14], (unsigned long)r.f0[15], (unsigned long)r.f0[16]);
    return f(r, 113);
}

void take_a24_14(A24 v) {
    printf("take_a24_14 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15], (unsigned long)v.f0[16], (unsigned long)v.f0[17], (unsigned long)v.f0[18], (unsigned long)v.f0[19], (unsigned long)v.f0[20], (unsigned long)v.f0[21], (unsigned long)v.f0[22], (unsigned long)v.f0[23]);
}

A24 make_a24_14(void) {
    return (A24){{88, 76, 212, 66, 41, 186, 1, 79, 210, 78, 110, 152, 247, 34, 192, 86, 83, 131, 200, 155, 205, 168, 87, 198}};
}

A24 pass_a24_14(A24 v) {
    printf("pass_a24_14 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15], (unsigned long)v.f0[16], (unsigned long)v.f0[17], (unsigned long)v.f0[18], (unsigned long)v.f0[19], (unsigned long)v.f0[20], (unsigned long)v.f0[21], (unsigned long)v.f0[22], (unsigned long)v.f0[23]);
    return v;
}

A24 call_a24_14(A24 (*f)(A24, int), A24 v) {
    A24 r = f(v, 14);
    printf("returned_a24_14 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3], (unsigned long)r.f0[4], (unsigned long)r.f0[5], (unsigned long)r.f0[6], (unsigned long)r.f0[7], (unsigned long)r.f0[8], (unsigned long)r.f0[9], (unsigned long)r.f0[10], (unsigned long)r.f0[11], (unsigned long)r.f0[12], (unsigned long)r.f0[13], (unsigned long)r.f0[14], (unsigned long)r.f0[15], (unsigned long)r.f0[16], (unsigned long)r.f0[17], (unsigned long)r.f0[18], (unsigned long)r.f0[19], (unsigned long)r.f0[20], (unsigned long)r.f0[21], (unsigned long)r.f0[22], (unsigned long)r.f0[23]);
    return f(r, 114);
}

void take_a33_15(A33 v) {
    printf("take_a33_15 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15], (unsigned long)v.f0[16], (unsigned long)v.f0[17], (unsigned long)v.f0[18], (unsigned long)v.f0[19], (unsigned long)v.f0[20], (unsigned long)v.f0[21], (unsigned long)v.f0[22], (unsigned long)v.f0[23], (unsigned long)v.f0[24], (unsigned long)v.f0[25], (unsigned long)v.f0[26], (unsigned long)v.f0[27], (unsigned long)v.f0[28], (unsigned long)v.f0[29], (unsigned long)v.f0[30], (unsigned long)v.f0[31], (unsigned long)v.f0[32]);
}

A33 make_a33_15(void) {
    return (A33){{244, 74, 109, 184, 127, 176, 152, 198, 206, 17, 88, 211, 252, 32, 152, 144, 106, 223, 164, 89, 109, 9, 245, 223, 141, 169, 208, 209, 164, 107, 131, 143, 44}};
}

A33 pass_a33_15(A33 v) {
    printf("pass_a33_15 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8], (unsigned long)v.f0[9], (unsigned long)v.f0[10], (unsigned long)v.f0[11], (unsigned long)v.f0[12], (unsigned long)v.f0[13], (unsigned long)v.f0[14], (unsigned long)v.f0[15], (unsigned long)v.f0[16], (unsigned long)v.f0[17], (unsigned long)v.f0[18], (unsigned long)v.f0[19], (unsigned long)v.f0[20], (unsigned long)v.f0[21], (unsigned long)v.f0[22], (unsigned long)v.f0[23], (unsigned long)v.f0[24], (unsigned long)v.f0[25], (unsigned long)v.f0[26], (unsigned long)v.f0[27], (unsigned long)v.f0[28], (unsigned long)v.f0[29], (unsigned long)v.f0[30], (unsigned long)v.f0[31], (unsigned long)v.f0[32]);
    return v;
}

A33 call_a33_15(A33 (*f)(A33, int), A33 v) {
    A33 r = f(v, 15);
    printf("returned_a33_15 %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3], (unsigned long)r.f0[4], (unsigned long)r.f0[5], (unsigned long)r.f0[6], (unsigned long)r.f0[7], (unsigned long)r.f0[8], (unsigned long)r.f0[9], (unsigned long)r.f0[10], (unsigned long)r.f0[11], (unsigned long)r.f0[12], (unsigned long)r.f0[13], (unsigned long)r.f0[14], (unsigned long)r.f0[15], (unsigned long)r.f0[16], (unsigned long)r.f0[17], (unsigned long)r.f0[18], (unsigned long)r.f0[19], (unsigned long)r.f0[20], (unsigned long)r.f0[21], (unsigned long)r.f0[22], (unsigned long)r.f0[23], (unsigned long)r.f0[24], (unsigned long)r.f0[25], (unsigned long)r.f0[26], (unsigned long)r.f0[27], (unsigned long)r.f0[28], (unsigned long)r.f0[29], (unsigned long)r.f0[30], (unsigned long)r.f0[31], (unsigned long)r.f0[32]);
    return f(r, 115);
}

void take_af1_16(AF1 v) {
    printf("take_af1_16 %g\n", v.f0[0]);
}

AF1 make_af1_16(void) {
    return (AF1){{577.0f}};
}

AF1 pass_af1_16(AF1 v) {
    printf("pass_af1_16 %g\n", v.f0[0]);
    return v;
}

AF1 call_af1_16(AF1 (*f)(AF1, int), AF1 v) {
    AF1 r = f(v, 16);
    printf("returned_af1_16 %g\n", r.f0[0]);
    return f(r, 116);
}

void take_af2_17(AF2 v) {
    printf("take_af2_17 %g %g\n", v.f0[0], v.f0[1]);
}

AF2 make_af2_17(void) {
    return (AF2){{-559.75f, -898.625f}};
}

AF2 pass_af2_17(AF2 v) {
    printf("pass_af2_17 %g %g\n", v.f0[0], v.f0[1]);
    return v;
}

AF2 call_af2_17(AF2 (*f)(AF2, int), AF2 v) {
    AF2 r = f(v, 17);
    printf("returned_af2_17 %g %g\n", r.f0[0], r.f0[1]);
    return f(r, 117);
}

void take_af3_18(AF3 v) {
    printf("take_af3_18 %g %g %g\n", v.f0[0], v.f0[1], v.f0[2]);
}

AF3 make_af3_18(void) {
    return (AF3){{378.625f, 850.375f, -463.75f}};
}

AF3 pass_af3_18(AF3 v) {
    printf("pass_af3_18 %g %g %g\n", v.f0[0], v.f0[1], v.f0[2]);
    return v;
}

AF3 call_af3_18(AF3 (*f)(AF3, int), AF3 v) {
    AF3 r = f(v, 18);
    printf("returned_af3_18 %g %g %g\n", r.f0[0], r.f0[1], r.f0[2]);
    return f(r, 118);
}

void take_af4_19(AF4 v) {
    printf("take_af4_19 %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
}

AF4 make_af4_19(void) {
    return (AF4){{633.75f, -717.875f, -196.625f, -19.5f}};
}

AF4 pass_af4_19(AF4 v) {
    printf("pass_af4_19 %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
    return v;
}

AF4 call_af4_19(AF4 (*f)(AF4, int), AF4 v) {
    AF4 r = f(v, 19);
    printf("returned_af4_19 %g %g %g %g\n", r.f0[0], r.f0[1], r.f0[2], r.f0[3]);
    return f(r, 119);
}

void take_af5_20(AF5 v) {
    printf("take_af5_20 %g %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3], v.f0[4]);
}

AF5 make_af5_20(void) {
    return (AF5){{553.375f, 881.25f, -922.5f, -628.875f, -686.875f}};
}

AF5 pass_af5_20(AF5 v) {
    printf("pass_af5_20 %g %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3], v.f0[4]);
    return v;
}

AF5 call_af5_20(AF5 (*f)(AF5, int), AF5 v) {
    AF5 r = f(v, 20);
    printf("returned_af5_20 %g %g %g %g %g\n", r.f0[0], r.f0[1], r.f0[2], r.f0[3], r.f0[4]);
    return f(r, 120);
}

void take_ad2_21(AD2 v) {
    printf("take_ad2_21 %g %g\n", v.f0[0], v.f0[1]);
}

AD2 make_ad2_21(void) {
    return (AD2){{279.25, 387.375}};
}

AD2 pass_ad2_21(AD2 v) {
    printf("pass_ad2_21 %g %g\n", v.f0[0], v.f0[1]);
    return v;
}

AD2 call_ad2_21(AD2 (*f)(AD2, int), AD2 v) {
    AD2 r = f(v, 21);
    printf("returned_ad2_21 %g %g\n", r.f0[0], r.f0[1]);
    return f(r, 121);
}

void take_ad4_22(AD4 v) {
    printf("take_ad4_22 %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
}

AD4 make_ad4_22(void) {
    return (AD4){{-609.625, -286.875, -621.125, 94.625}};
}

AD4 pass_ad4_22(AD4 v) {
    printf("pass_ad4_22 %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
    return v;
}

AD4 call_ad4_22(AD4 (*f)(AD4, int), AD4 v) {
    AD4 r = f(v, 22);
    printf("returned_ad4_22 %g %g %g %g\n", r.f0[0], r.f0[1], r.f0[2], r.f0[3]);
    return f(r, 122);
}

void take_ah3_23(AH3 v) {
    printf("take_ah3_23 %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2]);
}

AH3 make_ah3_23(void) {
    return (AH3){{-11690, 28734, 2691}};
}

AH3 pass_ah3_23(AH3 v) {
    printf("pass_ah3_23 %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2]);
    return v;
}

AH3 call_ah3_23(AH3 (*f)(AH3, int), AH3 v) {
    AH3 r = f(v, 23);
    printf("returned_ah3_23 %ld %ld %ld\n", (long)r.f0[0], (long)r.f0[1], (long)r.f0[2]);
    return f(r, 123);
}

void take_ah7_24(AH7 v) {
    printf("take_ah7_24 %ld %ld %ld %ld %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2], (long)v.f0[3], (long)v.f0[4], (long)v.f0[5], (long)v.f0[6]);
}

AH7 make_ah7_24(void) {
    return (AH7){{7691, -2375, -9788, -9442, -32384, -3512, 12975}};
}

AH7 pass_ah7_24(AH7 v) {
    printf("pass_ah7_24 %ld %ld %ld %ld %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2], (long)v.f0[3], (long)v.f0[4], (long)v.f0[5], (long)v.f0[6]);
    return v;
}

AH7 call_ah7_24(AH7 (*f)(AH7, int), AH7 v) {
    AH7 r = f(v, 24);
    printf("returned_ah7_24 %ld %ld %ld %ld %ld %ld %ld\n", (long)r.f0[0], (long)r.f0[1], (long)r.f0[2], (long)r.f0[3], (long)r.f0[4], (long)r.f0[5], (long)r.f0[6]);
    return f(r, 124);
}

void take_ai3_25(AI3 v) {
    printf("take_ai3_25 %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2]);
}

AI3 make_ai3_25(void) {
    return (AI3){{-878184053, 419195477, 250365256}};
}

AI3 pass_ai3_25(AI3 v) {
    printf("pass_ai3_25 %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2]);
    return v;
}

AI3 call_ai3_25(AI3 (*f)(AI3, int), AI3 v) {
    AI3 r = f(v, 25);
    printf("returned_ai3_25 %ld %ld %ld\n", (long)r.f0[0], (long)r.f0[1], (long)r.f0[2]);
    return f(r, 125);
}

void take_al2_26(AL2 v) {
    printf("take_al2_26 %ld %ld\n", (long)v.f0[0], (long)v.f0[1]);
}

AL2 make_al2_26(void) {
    return (AL2){{6180613417537940264L, -4776816349991850335L}};
}

AL2 pass_al2_26(AL2 v) {
    printf("pass_al2_26 %ld %ld\n", (long)v.f0[0], (long)v.f0[1]);
    return v;
}

AL2 call_al2_26(AL2 (*f)(AL2, int), AL2 v) {
    AL2 r = f(v, 26);
    printf("returned_al2_26 %ld %ld\n", (long)r.f0[0], (long)r.f0[1]);
    return f(r, 126);
}

void take_aa_27(AA v) {
    printf("take_aa_27 %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0][0], (unsigned long)v.f0[0][1], (unsigned long)v.f0[0][2], (unsigned long)v.f0[1][0], (unsigned long)v.f0[1][1], (unsigned long)v.f0[1][2]);
}

AA make_aa_27(void) {
    return (AA){{{119, 222, 160}, {190, 87, 176}}};
}

AA pass_aa_27(AA v) {
    printf("pass_aa_27 %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0][0], (unsigned long)v.f0[0][1], (unsigned long)v.f0[0][2], (unsigned long)v.f0[1][0], (unsigned long)v.f0[1][1], (unsigned long)v.f0[1][2]);
    return v;
}

AA call_aa_27(AA (*f)(AA, int), AA v) {
    AA r = f(v, 27);
    printf("returned_aa_27 %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0][0], (unsigned long)r.f0[0][1], (unsigned long)r.f0[0][2], (unsigned long)r.f0[1][0], (unsigned long)r.f0[1][1], (unsigned long)r.f0[1][2]);
    return f(r, 127);
}

void take_aaf_28(AAF v) {
    printf("take_aaf_28 %g %g %g %g\n", v.f0[0][0], v.f0[0][1], v.f0[1][0], v.f0[1][1]);
}

AAF make_aaf_28(void) {
    return (AAF){{{-848.625f, 808.5f}, {285.375f, 219.875f}}};
}

AAF pass_aaf_28(AAF v) {
    printf("pass_aaf_28 %g %g %g %g\n", v.f0[0][0], v.f0[0][1], v.f0[1][0], v.f0[1][1]);
    return v;
}

AAF call_aaf_28(AAF (*f)(AAF, int), AAF v) {
    AAF r = f(v, 28);
    printf("returned_aaf_28 %g %g %g %g\n", r.f0[0][0], r.f0[0][1], r.f0[1][0], r.f0[1][1]);
    return f(r, 128);
}

void take_faf_29(FAF v) {
    printf("take_faf_29 %g %g %g %g\n", v.f0, v.f1[0], v.f1[1], v.f1[2]);
}

FAF make_faf_29(void) {
    return (FAF){-291.0f, {790.25f, 922.5f, -835.125f}};
}

FAF pass_faf_29(FAF v) {
    printf("pass_faf_29 %g %g %g %g\n", v.f0, v.f1[0], v.f1[1], v.f1[2]);
    return v;
}

FAF call_faf_29(FAF (*f)(FAF, int), FAF v) {
    FAF r = f(v, 29);
    printf("returned_faf_29 %g %g %g %g\n", r.f0, r.f1[0], r.f1[1], r.f1[2]);
    return f(r, 129);
}

void take_cac_30(CAC v) {
    printf("take_cac_30 %lu %ld %ld %ld %ld %ld %ld %ld\n", (unsigned long)v.f0, (long)v.f1[0], (long)v.f1[1], (long)v.f1[2], (long)v.f1[3], (long)v.f1[4], (long)v.f1[5], (long)v.f2);
}

CAC make_cac_30(void) {
    return (CAC){143, {-74, 37, -7, 67, -55, 8}, 12515};
}

CAC pass_cac_30(CAC v) {
    printf("pass_cac_30 %lu %ld %ld %ld %ld %ld %ld %ld\n", (unsigned long)v.f0, (long)v.f1[0], (long)v.f1[1], (long)v.f1[2], (long)v.f1[3], (long)v.f1[4], (long)v.f1[5], (long)v.f2);
    return v;
}

CAC call_cac_30(CAC (*f)(CAC, int), CAC v) {
    CAC r = f(v, 30);
    printf("returned_cac_30 %lu %ld %ld %ld %ld %ld %ld %ld\n", (unsigned long)r.f0, (long)r.f1[0], (long)r.f1[1], (long)r.f1[2], (long)r.f1[3], (long)r.f1[4], (long)r.f1[5], (long)r.f2);
    return f(r, 130);
}

void take_ab4_31(AB4 v) {
    printf("take_ab4_31 %d %d %d %d\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
}

AB4 make_ab4_31(void) {
    return (AB4){{0, 0, 0, 1}};
}

AB4 pass_ab4_31(AB4 v) {
    printf("pass_ab4_31 %d %d %d %d\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
    return v;
}

AB4 call_ab4_31(AB4 (*f)(AB4, int), AB4 v) {
    AB4 r = f(v, 31);
    printf("returned_ab4_31 %d %d %d %d\n", r.f0[0], r.f0[1], r.f0[2], r.f0[3]);
    return f(r, 131);
}
