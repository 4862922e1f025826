// The C side of struct_ints.vx.
#include <stdarg.h>
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

void take_b1_1(B1 v) {
    printf("take_b1_1 %d\n", v.f0);
}

B1 make_b1_1(void) {
    return (B1){0};
}

B1 pass_b1_1(B1 v) {
    printf("pass_b1_1 %d\n", v.f0);
    return v;
}

B1 call_b1_1(B1 (*f)(B1, int), B1 v) {
    B1 r = f(v, 1);
    printf("returned_b1_1 %d\n", r.f0);
    return f(r, 101);
}

void take_c1_2(C1 v) {
    printf("take_c1_2 %lu\n", (unsigned long)v.f0);
}

C1 make_c1_2(void) {
    return (C1){241};
}

C1 pass_c1_2(C1 v) {
    printf("pass_c1_2 %lu\n", (unsigned long)v.f0);
    return v;
}

C1 call_c1_2(C1 (*f)(C1, int), C1 v) {
    C1 r = f(v, 2);
    printf("returned_c1_2 %lu\n", (unsigned long)r.f0);
    return f(r, 102);
}

void take_c2_3(C2 v) {
    printf("take_c2_3 %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
}

C2 make_c2_3(void) {
    return (C2){101, 199};
}

C2 pass_c2_3(C2 v) {
    printf("pass_c2_3 %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
    return v;
}

C2 call_c2_3(C2 (*f)(C2, int), C2 v) {
    C2 r = f(v, 3);
    printf("returned_c2_3 %ld %lu\n", (long)r.f0, (unsigned long)r.f1);
    return f(r, 103);
}

void take_c3_4(C3 v) {
    printf("take_c3_4 %lu %ld %lu\n", (unsigned long)v.f0, (long)v.f1, (unsigned long)v.f2);
}

C3 make_c3_4(void) {
    return (C3){162, -120, 11};
}

C3 pass_c3_4(C3 v) {
    printf("pass_c3_4 %lu %ld %lu\n", (unsigned long)v.f0, (long)v.f1, (unsigned long)v.f2);
    return v;
}

C3 call_c3_4(C3 (*f)(C3, int), C3 v) {
    C3 r = f(v, 4);
    printf("returned_c3_4 %lu %ld %lu\n", (unsigned long)r.f0, (long)r.f1, (unsigned long)r.f2);
    return f(r, 104);
}

void take_c5_5(C5 v) {
    printf("take_c5_5 %lu %lu %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2, (unsigned long)v.f3, (unsigned long)v.f4);
}

C5 make_c5_5(void) {
    return (C5){253, 119, 176, 118, 112};
}

C5 pass_c5_5(C5 v) {
    printf("pass_c5_5 %lu %lu %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2, (unsigned long)v.f3, (unsigned long)v.f4);
    return v;
}

C5 call_c5_5(C5 (*f)(C5, int), C5 v) {
    C5 r = f(v, 5);
    printf("returned_c5_5 %lu %lu %lu %lu %lu\n", (unsigned long)r.f0, (unsigned long)r.f1, (unsigned long)r.f2, (unsigned long)r.f3, (unsigned long)r.f4);
    return f(r, 105);
}

void take_c7_6(C7 v) {
    printf("take_c7_6 %ld %ld %ld %ld %ld %ld %ld\n", (long)v.f0, (long)v.f1, (long)v.f2, (long)v.f3, (long)v.f4, (long)v.f5, (long)v.f6);
}

C7 make_c7_6(void) {
    return (C7){1, 112, 120, -19, 2, 85, 106};
}

C7 pass_c7_6(C7 v) {
    printf("pass_c7_6 %ld %ld %ld %ld %ld %ld %ld\n", (long)v.f0, (long)v.f1, (long)v.f2, (long)v.f3, (long)v.f4, (long)v.f5, (long)v.f6);
    return v;
}

C7 call_c7_6(C7 (*f)(C7, int), C7 v) {
    C7 r = f(v, 6);
    printf("returned_c7_6 %ld %ld %ld %ld %ld %ld %ld\n", (long)r.f0, (long)r.f1, (long)r.f2, (long)r.f3, (long)r.f4, (long)r.f5, (long)r.f6);
    return f(r, 106);
}

void take_c8_7(C8 v) {
    printf("take_c8_7 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2, (unsigned long)v.f3, (unsigned long)v.f4, (unsigned long)v.f5, (unsigned long)v.f6, (unsigned long)v.f7);
}

C8 make_c8_7(void) {
    return (C8){191, 44, 224, 55, 83, 201, 189, 250};
}

C8 pass_c8_7(C8 v) {
    printf("pass_c8_7 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2, (unsigned long)v.f3, (unsigned long)v.f4, (unsigned long)v.f5, (unsigned long)v.f6, (unsigned long)v.f7);
    return v;
}

C8 call_c8_7(C8 (*f)(C8, int), C8 v) {
    C8 r = f(v, 7);
    printf("returned_c8_7 %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0, (unsigned long)r.f1, (unsigned long)r.f2, (unsigned long)r.f3, (unsigned long)r.f4, (unsigned long)r.f5, (unsigned long)r.f6, (unsigned long)r.f7);
    return f(r, 107);
}

void take_c9_8(C9 v) {
    printf("take_c9_8 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2, (unsigned long)v.f3, (unsigned long)v.f4, (unsigned long)v.f5, (unsigned long)v.f6, (unsigned long)v.f7, (unsigned long)v.f8);
}

C9 make_c9_8(void) {
    return (C9){105, 218, 28, 246, 186, 102, 211, 248, 182};
}

C9 pass_c9_8(C9 v) {
    printf("pass_c9_8 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2, (unsigned long)v.f3, (unsigned long)v.f4, (unsigned long)v.f5, (unsigned long)v.f6, (unsigned long)v.f7, (unsigned long)v.f8);
    return v;
}

C9 call_c9_8(C9 (*f)(C9, int), C9 v) {
    C9 r = f(v, 8);
    printf("returned_c9_8 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0, (unsigned long)r.f1, (unsigned long)r.f2, (unsigned long)r.f3, (unsigned long)r.f4, (unsigned long)r.f5, (unsigned long)r.f6, (unsigned long)r.f7, (unsigned long)r.f8);
    return f(r, 108);
}

void take_h1_9(H1 v) {
    printf("take_h1_9 %ld\n", (long)v.f0);
}

H1 make_h1_9(void) {
    return (H1){22397};
}

H1 pass_h1_9(H1 v) {
    printf("pass_h1_9 %ld\n", (long)v.f0);
    return v;
}

H1 call_h1_9(H1 (*f)(H1, int), H1 v) {
    H1 r = f(v, 9);
    printf("returned_h1_9 %ld\n", (long)r.f0);
    return f(r, 109);
}

void take_h3_10(H3 v) {
    printf("take_h3_10 %ld %lu %ld\n", (long)v.f0, (unsigned long)v.f1, (long)v.f2);
}

H3 make_h3_10(void) {
    return (H3){-31813, 36857, -16412};
}

H3 pass_h3_10(H3 v) {
    printf("pass_h3_10 %ld %lu %ld\n", (long)v.f0, (unsigned long)v.f1, (long)v.f2);
    return v;
}

H3 call_h3_10(H3 (*f)(H3, int), H3 v) {
    H3 r = f(v, 10);
    printf("returned_h3_10 %ld %lu %ld\n", (long)r.f0, (unsigned long)r.f1, (long)r.f2);
    return f(r, 110);
}

void take_ch_11(CH v) {
    printf("take_ch_11 %ld %ld\n", (long)v.f0, (long)v.f1);
}

CH make_ch_11(void) {
    return (CH){-110, -21792};
}

CH pass_ch_11(CH v) {
    printf("pass_ch_11 %ld %ld\n", (long)v.f0, (long)v.f1);
    return v;
}

CH call_ch_11(CH (*f)(CH, int), CH v) {
    CH r = f(v, 11);
    printf("returned_ch_11 %ld %ld\n", (long)r.f0, (long)r.f1);
    return f(r, 111);
}

void take_ci_12(CI v) {
    printf("take_ci_12 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
}

CI make_ci_12(void) {
    return (CI){150, -194555013};
}

CI pass_ci_12(CI v) {
    printf("pass_ci_12 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
    return v;
}

CI call_ci_12(CI (*f)(CI, int), CI v) {
    CI r = f(v, 12);
    printf("returned_ci_12 %lu %ld\n", (unsigned long)r.f0, (long)r.f1);
    return f(r, 112);
}

void take_hi_13(HI v) {
    printf("take_hi_13 %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1);
}

HI make_hi_13(void) {
    return (HI){45002, 807622668U};
}

HI pass_hi_13(HI v) {
    printf("pass_hi_13 %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1);
    return v;
}

HI call_hi_13(HI (*f)(HI, int), HI v) {
    HI r = f(v, 13);
    printf("returned_hi_13 %lu %lu\n", (unsigned long)r.f0, (unsigned long)r.f1);
    return f(r, 113);
}

void take_i1_14(I1 v) {
    printf("take_i1_14 %ld\n", (long)v.f0);
}

I1 make_i1_14(void) {
    return (I1){-441027122};
}

I1 pass_i1_14(I1 v) {
    printf("pass_i1_14 %ld\n", (long)v.f0);
    return v;
}

I1 call_i1_14(I1 (*f)(I1, int), I1 v) {
    I1 r = f(v, 14);
    printf("returned_i1_14 %ld\n", (long)r.f0);
    return f(r, 114);
}

void take_i2_15(I2 v) {
    printf("take_i2_15 %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
}

I2 make_i2_15(void) {
    return (I2){878774477, 3574464663U};
}

I2 pass_i2_15(I2 v) {
    printf("pass_i2_15 %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
    return v;
}

I2 call_i2_15(I2 (*f)(I2, int), I2 v) {
    I2 r = f(v, 15);
    printf("returned_i2_15 %ld %lu\n", (long)r.f0, (unsigned long)r.f1);
    return f(r, 115);
}

void take_i3_16(I3 v) {
    printf("take_i3_16 %ld %ld %lu\n", (long)v.f0, (long)v.f1, (unsigned long)v.f2);
}

I3 make_i3_16(void) {
    return (I3){-1895003510, 1019845353, 1282502805U};
}

I3 pass_i3_16(I3 v) {
    printf("pass_i3_16 %ld %ld %lu\n", (long)v.f0, (long)v.f1, (unsigned long)v.f2);
    return v;
}

I3 call_i3_16(I3 (*f)(I3, int), I3 v) {
    I3 r = f(v, 16);
    printf("returned_i3_16 %ld %ld %lu\n", (long)r.f0, (long)r.f1, (unsigned long)r.f2);
    return f(r, 116);
}

void take_i4_17(I4 v) {
    printf("take_i4_17 %lu %ld %lu %ld\n", (unsigned long)v.f0, (long)v.f1, (unsigned long)v.f2, (long)v.f3);
}

I4 make_i4_17(void) {
    return (I4){1083869816U, -2111061215, 3652984215U, 389055191};
}

I4 pass_i4_17(I4 v) {
    printf("pass_i4_17 %lu %ld %lu %ld\n", (unsigned long)v.f0, (long)v.f1, (unsigned long)v.f2, (long)v.f3);
    return v;
}

I4 call_i4_17(I4 (*f)(I4, int), I4 v) {
    I4 r = f(v, 17);
    printf("returned_i4_17 %lu %ld %lu %ld\n", (unsigned long)r.f0, (long)r.f1, (unsigned long)r.f2, (long)r.f3);
    return f(r, 117);
}

void take_l1_18(L1 v) {
    printf("take_l1_18 %ld\n", (long)v.f0);
}

L1 make_l1_18(void) {
    return (L1){1353671974872468857L};
}

L1 pass_l1_18(L1 v) {
    printf("pass_l1_18 %ld\n", (long)v.f0);
    return v;
}

L1 call_l1_18(L1 (*f)(L1, int), L1 v) {
    L1 r = f(v, 18);
    printf("returned_l1_18 %ld\n", (long)r.f0);
    return f(r, 118);
}

void take_li_19(LI v) {
    printf("take_li_19 %ld %ld\n", (long)v.f0, (long)v.f1);
}

LI make_li_19(void) {
    return (LI){-2028025022496624308L, -875861213};
}

LI pass_li_19(LI v) {
    printf("pass_li_19 %ld %ld\n", (long)v.f0, (long)v.f1);
    return v;
}

LI call_li_19(LI (*f)(LI, int), LI v) {
    LI r = f(v, 19);
    printf("returned_li_19 %ld %ld\n", (long)r.f0, (long)r.f1);
    return f(r, 119);
}

void take_lc_20(LC v) {
    printf("take_lc_20 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
}

LC make_lc_20(void) {
    return (LC){6255210625540603313UL, -73};
}

LC pass_lc_20(LC v) {
    printf("pass_lc_20 %lu %ld\n", (unsigned long)v.f0, (long)v.f1);
    return v;
}

LC call_lc_20(LC (*f)(LC, int), LC v) {
    LC r = f(v, 20);
    printf("returned_lc_20 %lu %ld\n", (unsigned long)r.f0, (long)r.f1);
    return f(r, 120);
}

void take_l2_21(L2 v) {
    printf("take_l2_21 %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
}

L2 make_l2_21(void) {
    return (L2){8956046120234545863L, 4328352083373933062UL};
}

L2 pass_l2_21(L2 v) {
    printf("pass_l2_21 %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
    return v;
}

L2 call_l2_21(L2 (*f)(L2, int), L2 v) {
    L2 r = f(v, 21);
    printf("returned_l2_21 %ld %lu\n", (long)r.f0, (unsigned long)r.f1);
    return f(r, 121);
}

void take_cl_22(CL v) {
    printf("take_cl_22 %ld %ld\n", (long)v.f0, (long)v.f1);
}

CL make_cl_22(void) {
    return (CL){-42, 108623286021605669L};
}

CL pass_cl_22(CL v) {
    printf("pass_cl_22 %ld %ld\n", (long)v.f0, (long)v.f1);
    return v;
}

CL call_cl_22(CL (*f)(CL, int), CL v) {
    CL r = f(v, 22);
    printf("returned_cl_22 %ld %ld\n", (long)r.f0, (long)r.f1);
    return f(r, 122);
}

void take_ihc_23(IHC v) {
    printf("take_ihc_23 %ld %ld %ld\n", (long)v.f0, (long)v.f1, (long)v.f2);
}

IHC make_ihc_23(void) {
    return (IHC){1906943577, 6815, 72};
}

IHC pass_ihc_23(IHC v) {
    printf("pass_ihc_23 %ld %ld %ld\n", (long)v.f0, (long)v.f1, (long)v.f2);
    return v;
}

IHC call_ihc_23(IHC (*f)(IHC, int), IHC v) {
    IHC r = f(v, 23);
    printf("returned_ihc_23 %ld %ld %ld\n", (long)r.f0, (long)r.f1, (long)r.f2);
    return f(r, 123);
}

void take_bil_24(BIL v) {
    printf("take_bil_24 %d %ld %lu\n", v.f0, (long)v.f1, (unsigned long)v.f2);
}

BIL make_bil_24(void) {
    return (BIL){1, -514407200, 15283237667105886234UL};
}

BIL pass_bil_24(BIL v) {
    printf("pass_bil_24 %d %ld %lu\n", v.f0, (long)v.f1, (unsigned long)v.f2);
    return v;
}

BIL call_bil_24(BIL (*f)(BIL, int), BIL v) {
    BIL r = f(v, 24);
    printf("returned_bil_24 %d %ld %lu\n", r.f0, (long)r.f1, (unsigned long)r.f2);
    return f(r, 124);
}

void take_l3_25(L3 v) {
    printf("take_l3_25 %ld %ld %lu\n", (long)v.f0, (long)v.f1, (unsigned long)v.f2);
}

L3 make_l3_25(void) {
    return (L3){2096969081691009833L, -8955005911632439061L, 7628363926752234389UL};
}

L3 pass_l3_25(L3 v) {
    printf("pass_l3_25 %ld %ld %lu\n", (long)v.f0, (long)v.f1, (unsigned long)v.f2);
    return v;
}

L3 call_l3_25(L3 (*f)(L3, int), L3 v) {
    L3 r = f(v, 25);
    printf("returned_l3_25 %ld %ld %lu\n", (long)r.f0, (long)r.f1, (unsigned long)r.f2);
    return f(r, 125);
}

void take_l4_26(L4 v) {
    printf("take_l4_26 %ld %ld %ld %ld\n", (long)v.f0, (long)v.f1, (long)v.f2, (long)v.f3);
}

L4 make_l4_26(void) {
    return (L4){8572087494968335177L, 5653693988559308647L, 791834687552305497L, 5872523029837435418L};
}

L4 pass_l4_26(L4 v) {
    printf("pass_l4_26 %ld %ld %ld %ld\n", (long)v.f0, (long)v.f1, (long)v.f2, (long)v.f3);
    return v;
}

L4 call_l4_26(L4 (*f)(L4, int), L4 v) {
    L4 r = f(v, 26);
    printf("returned_l4_26 %ld %ld %ld %ld\n", (long)r.f0, (long)r.f1, (long)r.f2, (long)r.f3);
    return f(r, 126);
}
