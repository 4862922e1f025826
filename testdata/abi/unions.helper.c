// The C side of unions.vx.
#include <stdarg.h>
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

void take_ufi_1(UFI v) {
    printf("take_ufi_1 %g\n", v.f0);
}

UFI make_ufi_1(void) {
    return (UFI){.f0 = 175.125f};
}

UFI pass_ufi_1(UFI v) {
    printf("pass_ufi_1 %g\n", v.f0);
    return v;
}

UFI call_ufi_1(UFI (*f)(UFI, int), UFI v) {
    UFI r = f(v, 1);
    printf("returned_ufi_1 %g\n", r.f0);
    return f(r, 101);
}

void take_ufi_2(UFI v) {
    printf("take_ufi_2 %ld\n", (long)v.f1);
}

UFI make_ufi_2(void) {
    return (UFI){.f1 = -1023827910};
}

UFI pass_ufi_2(UFI v) {
    printf("pass_ufi_2 %ld\n", (long)v.f1);
    return v;
}

UFI call_ufi_2(UFI (*f)(UFI, int), UFI v) {
    UFI r = f(v, 2);
    printf("returned_ufi_2 %ld\n", (long)r.f1);
    return f(r, 102);
}

void take_ufd_3(UFD v) {
    printf("take_ufd_3 %g\n", v.f0);
}

UFD make_ufd_3(void) {
    return (UFD){.f0 = 201.0f};
}

UFD pass_ufd_3(UFD v) {
    printf("pass_ufd_3 %g\n", v.f0);
    return v;
}

UFD call_ufd_3(UFD (*f)(UFD, int), UFD v) {
    UFD r = f(v, 3);
    printf("returned_ufd_3 %g\n", r.f0);
    return f(r, 103);
}

void take_ufd_4(UFD v) {
    printf("take_ufd_4 %g\n", v.f1);
}

UFD make_ufd_4(void) {
    return (UFD){.f1 = -955.25};
}

UFD pass_ufd_4(UFD v) {
    printf("pass_ufd_4 %g\n", v.f1);
    return v;
}

UFD call_ufd_4(UFD (*f)(UFD, int), UFD v) {
    UFD r = f(v, 4);
    printf("returned_ufd_4 %g\n", r.f1);
    return f(r, 104);
}

void take_ufid_5(UFID v) {
    printf("take_ufid_5 %g\n", v.f0);
}

UFID make_ufid_5(void) {
    return (UFID){.f0 = 494.625f};
}

UFID pass_ufid_5(UFID v) {
    printf("pass_ufid_5 %g\n", v.f0);
    return v;
}

UFID call_ufid_5(UFID (*f)(UFID, int), UFID v) {
    UFID r = f(v, 5);
    printf("returned_ufid_5 %g\n", r.f0);
    return f(r, 105);
}

void take_ufid_6(UFID v) {
    printf("take_ufid_6 %ld\n", (long)v.f1);
}

UFID make_ufid_6(void) {
    return (UFID){.f1 = 168579329};
}

UFID pass_ufid_6(UFID v) {
    printf("pass_ufid_6 %ld\n", (long)v.f1);
    return v;
}

UFID call_ufid_6(UFID (*f)(UFID, int), UFID v) {
    UFID r = f(v, 6);
    printf("returned_ufid_6 %ld\n", (long)r.f1);
    return f(r, 106);
}

void take_ufid_7(UFID v) {
    printf("take_ufid_7 %g\n", v.f2);
}

UFID make_ufid_7(void) {
    return (UFID){.f2 = 133.75};
}

UFID pass_ufid_7(UFID v) {
    printf("pass_ufid_7 %g\n", v.f2);
    return v;
}

UFID call_ufid_7(UFID (*f)(UFID, int), UFID v) {
    UFID r = f(v, 7);
    printf("returned_ufid_7 %g\n", r.f2);
    return f(r, 107);
}

void take_ucl_8(UCL v) {
    printf("take_ucl_8 %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4]);
}

UCL make_ucl_8(void) {
    return (UCL){.f0 = {209, 128, 227, 48, 100}};
}

UCL pass_ucl_8(UCL v) {
    printf("pass_ucl_8 %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4]);
    return v;
}

UCL call_ucl_8(UCL (*f)(UCL, int), UCL v) {
    UCL r = f(v, 8);
    printf("returned_ucl_8 %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3], (unsigned long)r.f0[4]);
    return f(r, 108);
}

void take_ucl_9(UCL v) {
    printf("take_ucl_9 %ld\n", (long)v.f1);
}

UCL make_ucl_9(void) {
    return (UCL){.f1 = 8670570118964750443L};
}

UCL pass_ucl_9(UCL v) {
    printf("pass_ucl_9 %ld\n", (long)v.f1);
    return v;
}

UCL call_ucl_9(UCL (*f)(UCL, int), UCL v) {
    UCL r = f(v, 9);
    printf("returned_ucl_9 %ld\n", (long)r.f1);
    return f(r, 109);
}

void take_ucf_10(UCF v) {
    printf("take_ucf_10 %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2]);
}

UCF make_ucf_10(void) {
    return (UCF){.f0 = {182, 61, 45}};
}

UCF pass_ucf_10(UCF v) {
    printf("pass_ucf_10 %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2]);
    return v;
}

UCF call_ucf_10(UCF (*f)(UCF, int), UCF v) {
    UCF r = f(v, 10);
    printf("returned_ucf_10 %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2]);
    return f(r, 110);
}

void take_ucf_11(UCF v) {
    printf("take_ucf_11 %g\n", v.f1);
}

UCF make_ucf_11(void) {
    return (UCF){.f1 = -9.375f};
}

UCF pass_ucf_11(UCF v) {
    printf("pass_ucf_11 %g\n", v.f1);
    return v;
}

UCF call_ucf_11(UCF (*f)(UCF, int), UCF v) {
    UCF r = f(v, 11);
    printf("returned_ucf_11 %g\n", r.f1);
    return f(r, 111);
}

void take_ud2_12(UD2 v) {
    printf("take_ud2_12 %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
}

UD2 make_ud2_12(void) {
    return (UD2){.f0 = {429.875f, 69.25f, -974.375f, -613.5f}};
}

UD2 pass_ud2_12(UD2 v) {
    printf("pass_ud2_12 %g %g %g %g\n", v.f0[0], v.f0[1], v.f0[2], v.f0[3]);
    return v;
}

UD2 call_ud2_12(UD2 (*f)(UD2, int), UD2 v) {
    UD2 r = f(v, 12);
    printf("returned_ud2_12 %g %g %g %g\n", r.f0[0], r.f0[1], r.f0[2], r.f0[3]);
    return f(r, 112);
}

void take_ud2_13(UD2 v) {
    printf("take_ud2_13 %g %g\n", v.f1[0], v.f1[1]);
}

UD2 make_ud2_13(void) {
    return (UD2){.f1 = {270.25, 266.875}};
}

UD2 pass_ud2_13(UD2 v) {
    printf("pass_ud2_13 %g %g\n", v.f1[0], v.f1[1]);
    return v;
}

UD2 call_ud2_13(UD2 (*f)(UD2, int), UD2 v) {
    UD2 r = f(v, 13);
    printf("returned_ud2_13 %g %g\n", r.f1[0], r.f1[1]);
    return f(r, 113);
}

void take_udi_14(UDI v) {
    printf("take_udi_14 %g %g\n", v.f0[0], v.f0[1]);
}

UDI make_udi_14(void) {
    return (UDI){.f0 = {-740.25, 390.0}};
}

UDI pass_udi_14(UDI v) {
    printf("pass_udi_14 %g %g\n", v.f0[0], v.f0[1]);
    return v;
}

UDI call_udi_14(UDI (*f)(UDI, int), UDI v) {
    UDI r = f(v, 14);
    printf("returned_udi_14 %g %g\n", r.f0[0], r.f0[1]);
    return f(r, 114);
}

void take_udi_15(UDI v) {
    printf("take_udi_15 %ld %ld %ld\n", (long)v.f1[0], (long)v.f1[1], (long)v.f1[2]);
}

UDI make_udi_15(void) {
    return (UDI){.f1 = {-439098983, -1735245978, 2065765569}};
}

UDI pass_udi_15(UDI v) {
    printf("pass_udi_15 %ld %ld %ld\n", (long)v.f1[0], (long)v.f1[1], (long)v.f1[2]);
    return v;
}

UDI call_udi_15(UDI (*f)(UDI, int), UDI v) {
    UDI r = f(v, 15);
    printf("returned_udi_15 %ld %ld %ld\n", (long)r.f1[0], (long)r.f1[1], (long)r.f1[2]);
    return f(r, 115);
}

void take_upf_16(UPF v) {
    printf("take_upf_16 %g %g\n", v.f0.f0, v.f0.f1);
}

UPF make_upf_16(void) {
    return (UPF){.f0 = {782.625f, 821.625f}};
}

UPF pass_upf_16(UPF v) {
    printf("pass_upf_16 %g %g\n", v.f0.f0, v.f0.f1);
    return v;
}

UPF call_upf_16(UPF (*f)(UPF, int), UPF v) {
    UPF r = f(v, 16);
    printf("returned_upf_16 %g %g\n", r.f0.f0, r.f0.f1);
    return f(r, 116);
}

void take_upf_17(UPF v) {
    printf("take_upf_17 %lu\n", (unsigned long)v.f1);
}

UPF make_upf_17(void) {
    return (UPF){.f1 = 4903508321599767034UL};
}

UPF pass_upf_17(UPF v) {
    printf("pass_upf_17 %lu\n", (unsigned long)v.f1);
    return v;
}

UPF call_upf_17(UPF (*f)(UPF, int), UPF v) {
    UPF r = f(v, 17);
    printf("returned_upf_17 %lu\n", (unsigned long)r.f1);
    return f(r, 117);
}

void take_ubig_18(UBig v) {
    printf("take_ubig_18 %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2]);
}

UBig make_ubig_18(void) {
    return (UBig){.f0 = {-3146274124627202347L, 311243764095451406L, 8883236788751576203L}};
}

UBig pass_ubig_18(UBig v) {
    printf("pass_ubig_18 %ld %ld %ld\n", (long)v.f0[0], (long)v.f0[1], (long)v.f0[2]);
    return v;
}

UBig call_ubig_18(UBig (*f)(UBig, int), UBig v) {
    UBig r = f(v, 18);
    printf("returned_ubig_18 %ld %ld %ld\n", (long)r.f0[0], (long)r.f0[1], (long)r.f0[2]);
    return f(r, 118);
}

void take_ubig_19(UBig v) {
    printf("take_ubig_19 %g\n", v.f1);
}

UBig make_ubig_19(void) {
    return (UBig){.f1 = -20.0};
}

UBig pass_ubig_19(UBig v) {
    printf("pass_ubig_19 %g\n", v.f1);
    return v;
}

UBig call_ubig_19(UBig (*f)(UBig, int), UBig v) {
    UBig r = f(v, 19);
    printf("returned_ubig_19 %g\n", r.f1);
    return f(r, 119);
}

void take_uff_20(UFF v) {
    printf("take_uff_20 %g\n", v.f0);
}

UFF make_uff_20(void) {
    return (UFF){.f0 = 17.125f};
}

UFF pass_uff_20(UFF v) {
    printf("pass_uff_20 %g\n", v.f0);
    return v;
}

UFF call_uff_20(UFF (*f)(UFF, int), UFF v) {
    UFF r = f(v, 20);
    printf("returned_uff_20 %g\n", r.f0);
    return f(r, 120);
}

void take_uff_21(UFF v) {
    printf("take_uff_21 %g %g\n", v.f1[0], v.f1[1]);
}

UFF make_uff_21(void) {
    return (UFF){.f1 = {-666.125f, 988.125f}};
}

UFF pass_uff_21(UFF v) {
    printf("pass_uff_21 %g %g\n", v.f1[0], v.f1[1]);
    return v;
}

UFF call_uff_21(UFF (*f)(UFF, int), UFF v) {
    UFF r = f(v, 21);
    printf("returned_uff_21 %g %g\n", r.f1[0], r.f1[1]);
    return f(r, 121);
}

void take_uc9_22(UC9 v) {
    printf("take_uc9_22 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8]);
}

UC9 make_uc9_22(void) {
    return (UC9){.f0 = {93, 15, 57, 189, 185, 254, 31, 98, 79}};
}

UC9 pass_uc9_22(UC9 v) {
    printf("pass_uc9_22 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0], (unsigned long)v.f0[1], (unsigned long)v.f0[2], (unsigned long)v.f0[3], (unsigned long)v.f0[4], (unsigned long)v.f0[5], (unsigned long)v.f0[6], (unsigned long)v.f0[7], (unsigned long)v.f0[8]);
    return v;
}

UC9 call_uc9_22(UC9 (*f)(UC9, int), UC9 v) {
    UC9 r = f(v, 22);
    printf("returned_uc9_22 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0], (unsigned long)r.f0[1], (unsigned long)r.f0[2], (unsigned long)r.f0[3], (unsigned long)r.f0[4], (unsigned long)r.f0[5], (unsigned long)r.f0[6], (unsigned long)r.f0[7], (unsigned long)r.f0[8]);
    return f(r, 122);
}

void take_uc9_23(UC9 v) {
    printf("take_uc9_23 %ld\n", (long)v.f1);
}

UC9 make_uc9_23(void) {
    return (UC9){.f1 = 539420235};
}

UC9 pass_uc9_23(UC9 v) {
    printf("pass_uc9_23 %ld\n", (long)v.f1);
    return v;
}

UC9 call_uc9_23(UC9 (*f)(UC9, int), UC9 v) {
    UC9 r = f(v, 23);
    printf("returned_uc9_23 %ld\n", (long)r.f1);
    return f(r, 123);
}

void take_sui_24(SUI v) {
    printf("take_sui_24 %g %ld\n", v.f0.f0, (long)v.f1);
}

SUI make_sui_24(void) {
    return (SUI){{.f0 = 368.375f}, -1729487897};
}

SUI pass_sui_24(SUI v) {
    printf("pass_sui_24 %g %ld\n", v.f0.f0, (long)v.f1);
    return v;
}

SUI call_sui_24(SUI (*f)(SUI, int), SUI v) {
    SUI r = f(v, 24);
    printf("returned_sui_24 %g %ld\n", r.f0.f0, (long)r.f1);
    return f(r, 124);
}

void take_sui_25(SUI v) {
    printf("take_sui_25 %ld %ld\n", (long)v.f0.f1, (long)v.f1);
}

SUI make_sui_25(void) {
    return (SUI){{.f1 = 962480159}, 1716206263};
}

SUI pass_sui_25(SUI v) {
    printf("pass_sui_25 %ld %ld\n", (long)v.f0.f1, (long)v.f1);
    return v;
}

SUI call_sui_25(SUI (*f)(SUI, int), SUI v) {
    SUI r = f(v, 25);
    printf("returned_sui_25 %ld %ld\n", (long)r.f0.f1, (long)r.f1);
    return f(r, 125);
}

void take_suf_26(SUF v) {
    printf("take_suf_26 %g %g\n", v.f0, v.f1.f0);
}

SUF make_suf_26(void) {
    return (SUF){262.75, {.f0 = 705.25f}};
}

SUF pass_suf_26(SUF v) {
    printf("pass_suf_26 %g %g\n", v.f0, v.f1.f0);
    return v;
}

SUF call_suf_26(SUF (*f)(SUF, int), SUF v) {
    SUF r = f(v, 26);
    printf("returned_suf_26 %g %g\n", r.f0, r.f1.f0);
    return f(r, 126);
}

void take_suf_27(SUF v) {
    printf("take_suf_27 %g %ld\n", v.f0, (long)v.f1.f1);
}

SUF make_suf_27(void) {
    return (SUF){-457.0, {.f1 = 1751184457}};
}

SUF pass_suf_27(SUF v) {
    printf("pass_suf_27 %g %ld\n", v.f0, (long)v.f1.f1);
    return v;
}

SUF call_suf_27(SUF (*f)(SUF, int), SUF v) {
    SUF r = f(v, 27);
    printf("returned_suf_27 %g %ld\n", r.f0, (long)r.f1.f1);
    return f(r, 127);
}

void take_suu_28(SUU v) {
    printf("take_suu_28 %g %g\n", v.f0.f0, v.f1.f0);
}

SUU make_suu_28(void) {
    return (SUU){{.f0 = 620.625f}, {.f0 = 305.375f}};
}

SUU pass_suu_28(SUU v) {
    printf("pass_suu_28 %g %g\n", v.f0.f0, v.f1.f0);
    return v;
}

SUU call_suu_28(SUU (*f)(SUU, int), SUU v) {
    SUU r = f(v, 28);
    printf("returned_suu_28 %g %g\n", r.f0.f0, r.f1.f0);
    return f(r, 128);
}

void take_suu_29(SUU v) {
    printf("take_suu_29 %g %ld\n", v.f0.f1, (long)v.f1.f1);
}

SUU make_suu_29(void) {
    return (SUU){{.f1 = -18.75}, {.f1 = 1196139893}};
}

SUU pass_suu_29(SUU v) {
    printf("pass_suu_29 %g %ld\n", v.f0.f1, (long)v.f1.f1);
    return v;
}

SUU call_suu_29(SUU (*f)(SUU, int), SUU v) {
    SUU r = f(v, 29);
    printf("returned_suu_29 %g %ld\n", r.f0.f1, (long)r.f1.f1);
    return f(r, 129);
}
