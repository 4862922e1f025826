// What unions.vx does, in C.
#include <stdio.h>

typedef struct { float f0; float f1; } Pf;
typedef union { float f0; int f1; } UFI;
typedef union { float f0; double f1; } UFD;
typedef union { float f0; int f1; double f2; } UFID;
typedef union { unsigned char f0[5]; long f1; } UCL;
typedef union { unsigned char f0[3]; float f1; } UCF;
typedef union { float f0[4]; double f1[2]; } UD2;
typedef union { double f0[2]; int f1[3]; } UDI;
typedef union { Pf f0; unsigned long f1; } UPF;
typedef union { long f0[3]; double f1; } UBig;
typedef union { float f0; float f1[2]; } UFF;
typedef union { unsigned char f0[9]; int f1; } UC9;
typedef struct { UFI f0; int f1; } SUI;
typedef struct { double f0; UFI f1; } SUF;
typedef struct { UFD f0; UFI f1; } SUU;

void take_ufi_1(UFI v);
UFI make_ufi_1(void);
UFI pass_ufi_1(UFI v);
UFI call_ufi_1(UFI (*f)(UFI, int), UFI v);
void take_ufi_2(UFI v);
UFI make_ufi_2(void);
UFI pass_ufi_2(UFI v);
UFI call_ufi_2(UFI (*f)(UFI, int), UFI v);
void take_ufd_3(UFD v);
UFD make_ufd_3(void);
UFD pass_ufd_3(UFD v);
UFD call_ufd_3(UFD (*f)(UFD, int), UFD v);
void take_ufd_4(UFD v);
UFD make_ufd_4(void);
UFD pass_ufd_4(UFD v);
UFD call_ufd_4(UFD (*f)(UFD, int), UFD v);
void take_ufid_5(UFID v);
UFID make_ufid_5(void);
UFID pass_ufid_5(UFID v);
UFID call_ufid_5(UFID (*f)(UFID, int), UFID v);
void take_ufid_6(UFID v);
UFID make_ufid_6(void);
UFID pass_ufid_6(UFID v);
UFID call_ufid_6(UFID (*f)(UFID, int), UFID v);
void take_ufid_7(UFID v);
UFID make_ufid_7(void);
UFID pass_ufid_7(UFID v);
UFID call_ufid_7(UFID (*f)(UFID, int), UFID v);
void take_ucl_8(UCL v);
UCL make_ucl_8(void);
UCL pass_ucl_8(UCL v);
UCL call_ucl_8(UCL (*f)(UCL, int), UCL v);
void take_ucl_9(UCL v);
UCL make_ucl_9(void);
UCL pass_ucl_9(UCL v);
UCL call_ucl_9(UCL (*f)(UCL, int), UCL v);
void take_ucf_10(UCF v);
UCF make_ucf_10(void);
UCF pass_ucf_10(UCF v);
UCF call_ucf_10(UCF (*f)(UCF, int), UCF v);
void take_ucf_11(UCF v);
UCF make_ucf_11(void);
UCF pass_ucf_11(UCF v);
UCF call_ucf_11(UCF (*f)(UCF, int), UCF v);
void take_ud2_12(UD2 v);
UD2 make_ud2_12(void);
UD2 pass_ud2_12(UD2 v);
UD2 call_ud2_12(UD2 (*f)(UD2, int), UD2 v);
void take_ud2_13(UD2 v);
UD2 make_ud2_13(void);
UD2 pass_ud2_13(UD2 v);
UD2 call_ud2_13(UD2 (*f)(UD2, int), UD2 v);
void take_udi_14(UDI v);
UDI make_udi_14(void);
UDI pass_udi_14(UDI v);
UDI call_udi_14(UDI (*f)(UDI, int), UDI v);
void take_udi_15(UDI v);
UDI make_udi_15(void);
UDI pass_udi_15(UDI v);
UDI call_udi_15(UDI (*f)(UDI, int), UDI v);
void take_upf_16(UPF v);
UPF make_upf_16(void);
UPF pass_upf_16(UPF v);
UPF call_upf_16(UPF (*f)(UPF, int), UPF v);
void take_upf_17(UPF v);
UPF make_upf_17(void);
UPF pass_upf_17(UPF v);
UPF call_upf_17(UPF (*f)(UPF, int), UPF v);
void take_ubig_18(UBig v);
UBig make_ubig_18(void);
UBig pass_ubig_18(UBig v);
UBig call_ubig_18(UBig (*f)(UBig, int), UBig v);
void take_ubig_19(UBig v);
UBig make_ubig_19(void);
UBig pass_ubig_19(UBig v);
UBig call_ubig_19(UBig (*f)(UBig, int), UBig v);
void take_uff_20(UFF v);
UFF make_uff_20(void);
UFF pass_uff_20(UFF v);
UFF call_uff_20(UFF (*f)(UFF, int), UFF v);
void take_uff_21(UFF v);
UFF make_uff_21(void);
UFF pass_uff_21(UFF v);
UFF call_uff_21(UFF (*f)(UFF, int), UFF v);
void take_uc9_22(UC9 v);
UC9 make_uc9_22(void);
UC9 pass_uc9_22(UC9 v);
UC9 call_uc9_22(UC9 (*f)(UC9, int), UC9 v);
void take_uc9_23(UC9 v);
UC9 make_uc9_23(void);
UC9 pass_uc9_23(UC9 v);
UC9 call_uc9_23(UC9 (*f)(UC9, int), UC9 v);
void take_sui_24(SUI v);
SUI make_sui_24(void);
SUI pass_sui_24(SUI v);
SUI call_sui_24(SUI (*f)(SUI, int), SUI v);
void take_sui_25(SUI v);
SUI make_sui_25(void);
SUI pass_sui_25(SUI v);
SUI call_sui_25(SUI (*f)(SUI, int), SUI v);
void take_suf_26(SUF v);
SUF make_suf_26(void);
SUF pass_suf_26(SUF v);
SUF call_suf_26(SUF (*f)(SUF, int), SUF v);
void take_suf_27(SUF v);
SUF make_suf_27(void);
SUF pass_suf_27(SUF v);
SUF call_suf_27(SUF (*f)(SUF, int), SUF v);
void take_suu_28(SUU v);
SUU make_suu_28(void);
SUU pass_suu_28(SUU v);
SUU call_suu_28(SUU (*f)(SUU, int), SUU v);
void take_suu_29(SUU v);
SUU make_suu_29(void);
SUU pass_suu_29(SUU v);
SUU call_suu_29(SUU (*f)(SUU, int), SUU v);

static UFI back_ufi_1(UFI v, int number) {
    printf("back_ufi_1 %d\n", number);
    printf("  got %g\n", v.f0);
    UFI r = v;
    r.f0 = -6.75f;
    return r;
}

static void test_ufi_1(void) {
    UFI v = (UFI){.f0 = 624.75f};
    take_ufi_1(v);
    UFI m = make_ufi_1();
    printf("made_ufi_1 %g\n", m.f0);
    UFI q = pass_ufi_1(m);
    printf("passed_ufi_1 %g\n", q.f0);
    UFI z = call_ufi_1(back_ufi_1, (UFI){.f0 = 683.25f});
    printf("called_ufi_1 %g\n", z.f0);
    printf("still_ufi_1 %g\n", v.f0);
}

static UFI back_ufi_2(UFI v, int number) {
    printf("back_ufi_2 %d\n", number);
    printf("  got %ld\n", (long)v.f1);
    UFI r = v;
    r.f1 = -1522230840;
    return r;
}

static void test_ufi_2(void) {
    UFI v = (UFI){.f1 = 1126212724};
    take_ufi_2(v);
    UFI m = make_ufi_2();
    printf("made_ufi_2 %ld\n", (long)m.f1);
    UFI q = pass_ufi_2(m);
    printf("passed_ufi_2 %ld\n", (long)q.f1);
    UFI z = call_ufi_2(back_ufi_2, (UFI){.f1 = -1989331144});
    printf("called_ufi_2 %ld\n", (long)z.f1);
    printf("still_ufi_2 %ld\n", (long)v.f1);
}

static UFD back_ufd_3(UFD v, int number) {
    printf("back_ufd_3 %d\n", number);
    printf("  got %g\n", v.f0);
    UFD r = v;
    r.f0 = -346.0f;
    return r;
}

static void test_ufd_3(void) {
    UFD v = (UFD){.f0 = 357.375f};
    take_ufd_3(v);
    UFD m = make_ufd_3();
    printf("made_ufd_3 %g\n", m.f0);
    UFD q = pass_ufd_3(m);
    printf("passed_ufd_3 %g\n", q.f0);
    UFD z = call_ufd_3(back_ufd_3, (UFD){.f0 = -37.0f});
    printf("called_ufd_3 %g\n", z.f0);
    printf("still_ufd_3 %g\n", v.f0);
}

static UFD back_ufd_4(UFD v, int number) {
    printf("back_ufd_4 %d\n", number);
    printf("  got %g\n", v.f1);
    UFD r = v;
    r.f1 = 642.25;
    return r;
}

static void test_ufd_4(void) {
    UFD v = (UFD){.f1 = 577.125};
    take_ufd_4(v);
    UFD m = make_ufd_4();
    printf("made_ufd_4 %g\n", m.f1);
    UFD q = pass_ufd_4(m);
    printf("passed_ufd_4 %g\n", q.f1);
    UFD z = call_ufd_4(back_ufd_4, (UFD){.f1 = -441.625});
    printf("called_ufd_4 %g\n", z.f1);
    printf("still_ufd_4 %g\n", v.f1);
}

static UFID back_ufid_5(UFID v, int number) {
    printf("back_ufid_5 %d\n", number);
    printf("  got %g\n", v.f0);
    UFID r = v;
    r.f0 = 864.75f;
    return r;
}

static void test_ufid_5(void) {
    UFID v = (UFID){.f0 = -594.375f};
    take_ufid_5(v);
    UFID m = make_ufid_5();
    printf("made_ufid_5 %g\n", m.f0);
    UFID q = pass_ufid_5(m);
    printf("passed_ufid_5 %g\n", q.f0);
    UFID z = call_ufid_5(back_ufid_5, (UFID){.f0 = 786.875f});
    printf("called_ufid_5 %g\n", z.f0);
    printf("still_ufid_5 %g\n", v.f0);
}

static UFID back_ufid_6(UFID v, int number) {
    printf("back_ufid_6 %d\n", number);
    printf("  got %ld\n", (long)v.f1);
    UFID r = v;
    r.f1 = -1318619905;
    return r;
}

static void test_ufid_6(void) {
    UFID v = (UFID){.f1 = 164519672};
    take_ufid_6(v);
    UFID m = make_ufid_6();
    printf("made_ufid_6 %ld\n", (long)m.f1);
    UFID q = pass_ufid_6(m);
    printf("passed_ufid_6 %ld\n", (long)q.f1);
    UFID z = call_ufid_6(back_ufid_6, (UFID){.f1 = 781906282});
    printf("called_ufid_6 %ld\n", (long)z.f1);
    printf("still_ufid_6 %ld\n", (long)v.f1);
}

static UFID back_ufid_7(UFID v, int number) {
    printf("back_ufid_7 %d\n", number);
    printf("  got %g\n", v.f2);
    UFID r = v;
    r.f2 = 357.5;
    return r;
}

static void test_ufid_7(void) {
    UFID v = (UFID){.f2 = 153.875};
    take_ufid_7(v);
    UFID m = make_ufid_7();
    printf("made_ufid_7 %g\n", m.f2);
    UFID q = pass_ufid_7(m);
    printf("passed_ufid_7 %g\n", q.f2);
    UFID z = call_ufid_7(back_ufid_7, (UFID){.f2 = 432.5});
    printf("called_ufid_7 %g\n", z.f2);
    printf("still_ufid_7 %g\n", v.f2);
}

static UCL back_ucl_8(UCL v, int number) {
    printf("back_ucl_8 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4]);
    UCL r = v;
    r.f0[3] = 99;
    return r;
}

static void test_ucl_8(void) {
    UCL v = (UCL){.f0 = {45, 217, 171, 47, 185}};
    take_ucl_8(v);
    UCL m = make_ucl_8();
    printf("made_ucl_8 %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3], (unsigned long)m.f0[4]);
    UCL q = pass_ucl_8(m);
    printf("passed_ucl_8 %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3], (unsigned long)q.f0[4]);
    UCL z = call_ucl_8(back_ucl_8, (UCL){.f0 = {149, 49, 23, 102, 184}});
    printf("called_ucl_8 %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3], (unsigned long)z.f0[4]);
    printf("still_ucl_8 %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4]);
}

static UCL back_ucl_9(UCL v, int number) {
    printf("back_ucl_9 %d\n", number);
    printf("  got %ld\n", (long)v.f1);
    UCL r = v;
    r.f1 = -2557153633314822952L;
    return r;
}

static void test_ucl_9(void) {
    UCL v = (UCL){.f1 = 1399790583404309929L};
    take_ucl_9(v);
    UCL m = make_ucl_9();
    printf("made_ucl_9 %ld\n", (long)m.f1);
    UCL q = pass_ucl_9(m);
    printf("passed_ucl_9 %ld\n", (long)q.f1);
    UCL z = call_ucl_9(back_ucl_9, (UCL){.f1 = 7238656824758124725L});
    printf("called_ucl_9 %ld\n", (long)z.f1);
    printf("still_ucl_9 %ld\n", (long)v.f1);
}

static UCF back_ucf_10(UCF v, int number) {
    printf("back_ucf_10 %d\n", number);
    printf("  got %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2]);
    UCF r = v;
    r.f0[1] = 100;
    return r;
}

static void test_ucf_10(void) {
    UCF v = (UCF){.f0 = {125, 220, 155}};
    take_ucf_10(v);
    UCF m = make_ucf_10();
    printf("made_ucf_10 %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2]);
    UCF q = pass_ucf_10(m);
    printf("passed_ucf_10 %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2]);
    UCF z = call_ucf_10(back_ucf_10, (UCF){.f0 = {101, 59, 137}});
    printf("called_ucf_10 %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2]);
    printf("still_ucf_10 %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2]);
}

static UCF back_ucf_11(UCF v, int number) {
    printf("back_ucf_11 %d\n", number);
    printf("  got %g\n", v.f1);
    UCF r = v;
    r.f1 = 223.25f;
    return r;
}

static void test_ucf_11(void) {
    UCF v = (UCF){.f1 = -222.25f};
    take_ucf_11(v);
    UCF m = make_ucf_11();
    printf("made_ucf_11 %g\n", m.f1);
    UCF q = pass_ucf_11(m);
    printf("passed_ucf_11 %g\n", q.f1);
    UCF z = call_ucf_11(back_ucf_11, (UCF){.f1 = -543.875f});
    printf("called_ucf_11 %g\n", z.f1);
    printf("still_ucf_11 %g\n", v.f1);
}

static UD2 back_ud2_12(UD2 v, int number) {
    printf("back_ud2_12 %d\n", number);
    printf("  got %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
    UD2 r = v;
    r.f0[2] = 142.25f;
    return r;
}

static void test_ud2_12(void) {
    UD2 v = (UD2){.f0 = {-570.25f, 708.0f, 772.5f, 794.0f}};
    take_ud2_12(v);
    UD2 m = make_ud2_12();
    printf("made_ud2_12 %g %g %g %g\n", m.f0[0], m.f0[1], m.f0[2], m.f0[3]);
    UD2 q = pass_ud2_12(m);
    printf("passed_ud2_12 %g %g %g %g\n", q.f0[0], q.f0[1], q.f0[2], q.f0[3]);
    UD2 z = call_ud2_12(back_ud2_12, (UD2){.f0 = {593.375f, -653.625f, -965.125f, 327.0f}});
    printf("called_ud2_12 %g %g %g %g\n", z.f0[0], z.f0[1], z.f0[2], z.f0[3]);
    printf("still_ud2_12 %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
}

static UD2 back_ud2_13(UD2 v, int number) {
    printf("back_ud2_13 %d\n", number);
    printf("  got %g %g\n", v.f1[0], v.f1[1]);
    UD2 r = v;
    r.f1[1] = 80.0;
    return r;
}

static void test_ud2_13(void) {
    UD2 v = (UD2){.f1 = {852.25, 374.875}};
    take_ud2_13(v);
    UD2 m = make_ud2_13();
    printf("made_ud2_13 %g %g\n", m.f1[0], m.f1[1]);
    UD2 q = pass_ud2_13(m);
    printf("passed_ud2_13 %g %g\n", q.f1[0], q.f1[1]);
    UD2 z = call_ud2_13(back_ud2_13, (UD2){.f1 = {-373.125, -232.875}});
    printf("called_ud2_13 %g %g\n", z.f1[0], z.f1[1]);
    printf("still_ud2_13 %g %g\n", v.f1[0], v.f1[1]);
}

static UDI back_udi_14(UDI v, int number) {
    printf("back_udi_14 %d\n", number);
    printf("  got %g %g\n", v.f0[0], v.f0[1]);
    UDI r = v;
    r.f0[0] = -134.0;
    return r;
}

static void test_udi_14(void) {
    UDI v = (UDI){.f0 = {-203.0, -407.875}};
    take_udi_14(v);
    UDI m = make_udi_14();
    printf("made_udi_14 %g %g\n", m.f0[0], m.f0[1]);
    UDI q = pass_udi_14(m);
    printf("passed_udi_14 %g %g\n", q.f0[0], q.f0[1]);
    UDI z = call_udi_14(back_udi_14, (UDI){.f0 = {0.875, -889.875}});
    printf("called_udi_14 %g %g\n", z.f0[0], z.f0[1]);
    printf("still_udi_14 %g %g\n", v.f0[0], v.f0[1]);
}

static UDI back_udi_15(UDI v, int number) {
    printf("back_udi_15 %d\n", number);
    printf("  got %ld %ld %ld\n", (long)v.f1[0], (long)v.f1[1], (long)v.f1[2]);
    UDI r = v;
    r.f1[0] = 1684730970;
    return r;
}

static void test_udi_15(void) {
    UDI v = (UDI){.f1 = {403426125, 1057906415, 2140300544}};
    take_udi_15(v);
    UDI m = make_udi_15();
    printf("made_udi_15 %ld %ld %ld\n", (long)m.f1[0], (long)m.f1[1], (long)m.f1[2]);
    UDI q = pass_udi_15(m);
    printf("passed_udi_15 %ld %ld %ld\n", (long)q.f1[0], (long)q.f1[1], (long)q.f1[2]);
    UDI z = call_udi_15(back_udi_15, (UDI){.f1 = {-252314881, -1093880754, 1312820827}});
    printf("called_udi_15 %ld %ld %ld\n", (long)z.f1[0], (long)z.f1[1], (long)z.f1[2]);
    printf("still_udi_15 %ld %ld %ld\n", (long)v.f1[0], (long)v.f1[1], (long)v.f1[2]);
}

static UPF back_upf_16(UPF v, int number) {
    printf("back_upf_16 %d\n", number);
    printf("  got %g %g\n", v.f0.f0, v.f0.f1);
    UPF r = v;
    r.f0.f1 = 630.375f;
    return r;
}

static void test_upf_16(void) {
    UPF v = (UPF){.f0 = {235.25f, 372.5f}};
    take_upf_16(v);
    UPF m = make_upf_16();
    printf("made_upf_16 %g %g\n", m.f0.f0, m.f0.f1);
    UPF q = pass_upf_16(m);
    printf("passed_upf_16 %g %g\n", q.f0.f0, q.f0.f1);
    UPF z = call_upf_16(back_upf_16, (UPF){.f0 = {-86.375f, -84.25f}});
    printf("called_upf_16 %g %g\n", z.f0.f0, z.f0.f1);
    printf("still_upf_16 %g %g\n", v.f0.f0, v.f0.f1);
}

static UPF back_upf_17(UPF v, int number) {
    printf("back_upf_17 %d\n", number);
    printf("  got %lu\n", (unsigned long)v.f1);
    UPF r = v;
    r.f1 = 2278086484726027774UL;
    return r;
}

static void test_upf_17(void) {
    UPF v = (UPF){.f1 = 9531186678225671940UL};
    take_upf_17(v);
    UPF m = make_upf_17();
    printf("made_upf_17 %lu\n", (unsigned long)m.f1);
    UPF q = pass_upf_17(m);
    printf("passed_upf_17 %lu\n", (unsigned long)q.f1);
    UPF z = call_upf_17(back_upf_17, (UPF){.f1 = 3175203144926696642UL});
    printf("called_upf_17 %lu\n", (unsigned long)z.f1);
    printf("still_upf_17 %lu\n", (unsigned long)v.f1);
}

static UBig back_ubig_18(UBig v, int number) {
    printf("back_ubig_18 %d\n", number);
    printf("  got %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2]);
    UBig r = v;
    r.f0[1] = -466538023916635800L;
    return r;
}

static void test_ubig_18(void) {
    UBig v = (UBig){.f0 = {5566822855655813155L, -5763517858215774427L, 50480237789424975L}};
    take_ubig_18(v);
    UBig m = make_ubig_18();
    printf("made_ubig_18 %ld %ld %ld\n", (long)m.f0[0], (long)m.f0[1], (long)m.f0[2]);
    UBig q = pass_ubig_18(m);
    printf("passed_ubig_18 %ld %ld %ld\n", (long)q.f0[0], (long)q.f0[1], (long)q.f0[2]);
    UBig z = call_ubig_18(back_ubig_18, (UBig){.f0 = {7875466719649282165L, -1443588884375443680L, -269237839160957838L}});
    printf("called_ubig_18 %ld %ld %ld\n", (long)z.f0[0], (long)z.f0[1], (long)z.f0[2]);
    printf("still_ubig_18 %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2]);
}

static UBig back_ubig_19(UBig v, int number) {
    printf("back_ubig_19 %d\n", number);
    printf("  got %g\n", v.f1);
    UBig r = v;
    r.f1 = 477.125;
    return r;
}

static void test_ubig_19(void) {
    UBig v = (UBig){.f1 = 344.0};
    take_ubig_19(v);
    UBig m = make_ubig_19();
    printf("made_ubig_19 %g\n", m.f1);
    UBig q = pass_ubig_19(m);
    printf("passed_ubig_19 %g\n", q.f1);
    UBig z = call_ubig_19(back_ubig_19, (UBig){.f1 = 7.625});
    printf("called_ubig_19 %g\n", z.f1);
    printf("still_ubig_19 %g\n", v.f1);
}

static UFF back_uff_20(UFF v, int number) {
    printf("back_uff_20 %d\n", number);
    printf("  got %g\n", v.f0);
    UFF r = v;
    r.f0 = -337.75f;
    return r;
}

static void test_uff_20(void) {
    UFF v = (UFF){.f0 = -227.0f};
    take_uff_20(v);
    UFF m = make_uff_20();
    printf("made_uff_20 %g\n", m.f0);
    UFF q = pass_uff_20(m);
    printf("passed_uff_20 %g\n", q.f0);
    UFF z = call_uff_20(back_uff_20, (UFF){.f0 = -374.0f});
    printf("called_uff_20 %g\n", z.f0);
    printf("still_uff_20 %g\n", v.f0);
}

static UFF back_uff_21(UFF v, int number) {
    printf("back_uff_21 %d\n", number);
    printf("  got %g %g\n", v.f1[0], v.f1[1]);
    UFF r = v;
    r.f1[1] = 422.125f;
    return r;
}

static void test_uff_21(void) {
    UFF v = (UFF){.f1 = {-249.5f, 350.125f}};
    take_uff_21(v);
    UFF m = make_uff_21();
    printf("made_uff_21 %g %g\n", m.f1[0], m.f1[1]);
    UFF q = pass_uff_21(m);
    printf("passed_uff_21 %g %g\n", q.f1[0], q.f1[1]);
    UFF z = call_uff_21(back_uff_21, (UFF){.f1 = {870.0f, 890.375f}});
    printf("called_uff_21 %g %g\n", z.f1[0], z.f1[1]);
    printf("still_uff_21 %g %g\n", v.f1[0], v.f1[1]);
}

static UC9 back_uc9_22(UC9 v, int number) {
    printf("back_uc9_22 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8]);
    UC9 r = v;
    r.f0[5] = 74;
    return r;
}

static void test_uc9_22(void) {
    UC9 v = (UC9){.f0 = {136, 163, 203, 249, 80, 148, 3, 230, 29}};
    take_uc9_22(v);
    UC9 m = make_uc9_22();
    printf("made_uc9_22 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0], (unsigned long)m.f0[1], (unsigned long)m.f0[2], (unsigned long)m.f0[3], (unsigned long)m.f0[4], (unsigned long)m.f0[5], (unsigned long)m.f0[6], (unsigned long)m.f0[7], (unsigned long)m.f0[8]);
    UC9 q = pass_uc9_22(m);
    printf("passed_uc9_22 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0], (unsigned long)q.f0[1], (unsigned long)q.f0[2], (unsigned long)q.f0[3], (unsigned long)q.f0[4], (unsigned long)q.f0[5], (unsigned long)q.f0[6], (unsigned long)q.f0[7], (unsigned long)q.f0[8]);
    UC9 z = call_uc9_22(back_uc9_22, (UC9){.f0 = {137, 7, 216, 251, 38, 240, 118, 51, 189}});
    printf("called_uc9_22 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0], (unsigned long)z.f0[1], (unsigned long)z.f0[2], (unsigned long)z.f0[3], (unsigned long)z.f0[4], (unsigned long)z.f0[5], (unsigned long)z.f0[6], (unsigned long)z.f0[7], (unsigned long)z.f0[8]);
    printf("still_uc9_22 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8]);
}

static UC9 back_uc9_23(UC9 v, int number) {
    printf("back_uc9_23 %d\n", number);
    printf("  got %ld\n", (long)v.f1);
    UC9 r = v;
    r.f1 = -1527821708;
    return r;
}

static void test_uc9_23(void) {
    UC9 v = (UC9){.f1 = 777007757};
    take_uc9_23(v);
    UC9 m = make_uc9_23();
    printf("made_uc9_23 %ld\n", (long)m.f1);
    UC9 q = pass_uc9_23(m);
    printf("passed_uc9_23 %ld\n", (long)q.f1);
    UC9 z = call_uc9_23(back_uc9_23, (UC9){.f1 = -1102260154});
    printf("called_uc9_23 %ld\n", (long)z.f1);
    printf("still_uc9_23 %ld\n", (long)v.f1);
}

static SUI back_sui_24(SUI v, int number) {
    printf("back_sui_24 %d\n", number);
    printf("  got %g %ld\n", v.f0.f0, (long)v.f1);
    SUI r = v;
    r.f0.f0 = 322.125f;
    return r;
}

static void test_sui_24(void) {
    SUI v = (SUI){{.f0 = -922.875f}, 549787626};
    take_sui_24(v);
    SUI m = make_sui_24();
    printf("made_sui_24 %g %ld\n", m.f0.f0, (long)m.f1);
    SUI q = pass_sui_24(m);
    printf("passed_sui_24 %g %ld\n", q.f0.f0, (long)q.f1);
    SUI z = call_sui_24(back_sui_24, (SUI){{.f0 = 462.125f}, -1694658937});
    printf("called_sui_24 %g %ld\n", z.f0.f0, (long)z.f1);
    printf("still_sui_24 %g %ld\n", v.f0.f0, (long)v.f1);
}

static SUI back_sui_25(SUI v, int number) {
    printf("back_sui_25 %d\n", number);
    printf("  got %ld %ld\n", (long)v.f0.f1, (long)v.f1);
    SUI r = v;
    r.f0.f1 = 864879565;
    return r;
}

static void test_sui_25(void) {
    SUI v = (SUI){{.f1 = -95023177}, -160145178};
    take_sui_25(v);
    SUI m = make_sui_25();
    printf("made_sui_25 %ld %ld\n", (long)m.f0.f1, (long)m.f1);
    SUI q = pass_sui_25(m);
    printf("passed_sui_25 %ld %ld\n", (long)q.f0.f1, (long)q.f1);
    SUI z = call_sui_25(back_sui_25, (SUI){{.f1 = -1851139095}, 554898547});
    printf("called_sui_25 %ld %ld\n", (long)z.f0.f1, (long)z.f1);
    printf("still_sui_25 %ld %ld\n", (long)v.f0.f1, (long)v.f1);
}

static SUF back_suf_26(SUF v, int number) {
    printf("back_suf_26 %d\n", number);
    printf("  got %g %g\n", v.f0, v.f1.f0);
    SUF r = v;
    r.f0 = 265.875;
    return r;
}

static void test_suf_26(void) {
    SUF v = (SUF){129.25, {.f0 = -740.0f}};
    take_suf_26(v);
    SUF m = make_suf_26();
    printf("made_suf_26 %g %g\n", m.f0, m.f1.f0);
    SUF q = pass_suf_26(m);
    printf("passed_suf_26 %g %g\n", q.f0, q.f1.f0);
    SUF z = call_suf_26(back_suf_26, (SUF){892.625, {.f0 = -829.0f}});
    printf("called_suf_26 %g %g\n", z.f0, z.f1.f0);
    printf("still_suf_26 %g %g\n", v.f0, v.f1.f0);
}

static SUF back_suf_27(SUF v, int number) {
    printf("back_suf_27 %d\n", number);
    printf("  got %g %ld\n", v.f0, (long)v.f1.f1);
    SUF r = v;
    r.f1.f1 = -1320928;
    return r;
}

static void test_suf_27(void) {
    SUF v = (SUF){292.625, {.f1 = 1766942442}};
    take_suf_27(v);
    SUF m = make_suf_27();
    printf("made_suf_27 %g %ld\n", m.f0, (long)m.f1.f1);
    SUF q = pass_suf_27(m);
    printf("passed_suf_27 %g %ld\n", q.f0, (long)q.f1.f1);
    SUF z = call_suf_27(back_suf_27, (SUF){717.0, {.f1 = 1689187602}});
    printf("called_suf_27 %g %ld\n", z.f0, (long)z.f1.f1);
    printf("still_suf_27 %g %ld\n", v.f0, (long)v.f1.f1);
}

static SUU back_suu_28(SUU v, int number) {
    printf("back_suu_28 %d\n", number);
    printf("  got %g %g\n", v.f0.f0, v.f1.f0);
    SUU r = v;
    r.f0.f0 = 861.125f;
    return r;
}

static void test_suu_28(void) {
    SUU v = (SUU){{.f0 = 420.875f}, {.f0 = -958.5f}};
    take_suu_28(v);
    SUU m = make_suu_28();
    printf("made_suu_28 %g %g\n", m.f0.f0, m.f1.f0);
    SUU q = pass_suu_28(m);
    printf("passed_suu_28 %g %g\n", q.f0.f0, q.f1.f0);
    SUU z = call_suu_28(back_suu_28, (SUU){{.f0 = -719.375f}, {.f0 = 675.75f}});
    printf("called_suu_28 %g %g\n", z.f0.f0, z.f1.f0);
    printf("still_suu_28 %g %g\n", v.f0.f0, v.f1.f0);
}

static SUU back_suu_29(SUU v, int number) {
    printf("back_suu_29 %d\n", number);
    printf("  got %g %ld\n", v.f0.f1, (long)v.f1.f1);
    SUU r = v;
    r.f1.f1 = -96929593;
    return r;
}

static void test_suu_29(void) {
    SUU v = (SUU){{.f1 = 913.0}, {.f1 = -253889946}};
    take_suu_29(v);
    SUU m = make_suu_29();
    printf("made_suu_29 %g %ld\n", m.f0.f1, (long)m.f1.f1);
    SUU q = pass_suu_29(m);
    printf("passed_suu_29 %g %ld\n", q.f0.f1, (long)q.f1.f1);
    SUU z = call_suu_29(back_suu_29, (SUU){{.f1 = -100.0}, {.f1 = -227295395}});
    printf("called_suu_29 %g %ld\n", z.f0.f1, (long)z.f1.f1);
    printf("still_suu_29 %g %ld\n", v.f0.f1, (long)v.f1.f1);
}

int main(void) {
    test_ufi_1();
    test_ufi_2();
    test_ufd_3();
    test_ufd_4();
    test_ufid_5();
    test_ufid_6();
    test_ufid_7();
    test_ucl_8();
    test_ucl_9();
    test_ucf_10();
    test_ucf_11();
    test_ud2_12();
    test_ud2_13();
    test_udi_14();
    test_udi_15();
    test_upf_16();
    test_upf_17();
    test_ubig_18();
    test_ubig_19();
    test_uff_20();
    test_uff_21();
    test_uc9_22();
    test_uc9_23();
    test_sui_24();
    test_sui_25();
    test_suf_26();
    test_suf_27();
    test_suu_28();
    test_suu_29();
    return 0;
}
