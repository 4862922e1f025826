// The C side of struct_mixed.vx.
#include <stdarg.h>
#include <stdio.h>

typedef struct { double f0; long f1; } DL;
typedef struct { long f0; double f1; } LD;
typedef struct { float f0; int f1; } FI;
typedef struct { int f0; float f1; } IF;
typedef struct { float f0; int f1; double f2; } FID;
typedef struct { double f0; int f1; float f2; } DIF;
typedef struct { double f0; float f1; int f2; } DFI;
typedef struct { float f0; unsigned char f1; } FC;
typedef struct { double f0; signed char f1; } DC;
typedef struct { unsigned char f0; double f1; } CD;
typedef struct { float f0; float f1; unsigned long f2; } FFL;
typedef struct { long f0; float f1; } LF;
typedef struct { _Bool f0; float f1; } BF;
typedef struct { short f0; float f1; } HF;
typedef struct { int f0; double f1; } ID;
typedef struct { signed char f0; float f1; double f2; } CFD;
typedef struct { int f0; float f1; int f2; } IFI;
typedef struct { float f0; short f1; unsigned short f2; float f3; } FHH;
typedef struct { long f0; double f1; long f2; } LDL;

void take_dl_1(DL v) {
    printf("take_dl_1 %g %ld\n", v.f0, (long)v.f1);
}

DL make_dl_1(void) {
    return (DL){-733.0, 7672827499569832357L};
}

DL pass_dl_1(DL v) {
    printf("pass_dl_1 %g %ld\n", v.f0, (long)v.f1);
    return v;
}

DL call_dl_1(DL (*f)(DL, int), DL v) {
    DL r = f(v, 1);
    printf("returned_dl_1 %g %ld\n", r.f0, (long)r.f1);
    return f(r, 101);
}

void take_ld_2(LD v) {
    printf("take_ld_2 %ld %g\n", (long)v.f0, v.f1);
}

LD make_ld_2(void) {
    return (LD){-4439134966560875431L, 128.0};
}

LD pass_ld_2(LD v) {
    printf("pass_ld_2 %ld %g\n", (long)v.f0, v.f1);
    return v;
}

LD call_ld_2(LD (*f)(LD, int), LD v) {
    LD r = f(v, 2);
    printf("returned_ld_2 %ld %g\n", (long)r.f0, r.f1);
    return f(r, 102);
}

void take_fi_3(FI v) {
    printf("take_fi_3 %g %ld\n", v.f0, (long)v.f1);
}

FI make_fi_3(void) {
    return (FI){-24.5f, -441803645};
}

FI pass_fi_3(FI v) {
    printf("pass_fi_3 %g %ld\n", v.f0, (long)v.f1);
    return v;
}

FI call_fi_3(FI (*f)(FI, int), FI v) {
    FI r = f(v, 3);
    printf("returned_fi_3 %g %ld\n", r.f0, (long)r.f1);
    return f(r, 103);
}

void take_if_4(IF v) {
    printf("take_if_4 %ld %g\n", (long)v.f0, v.f1);
}

IF make_if_4(void) {
    return (IF){1580742533, 896.0f};
}

IF pass_if_4(IF v) {
    printf("pass_if_4 %ld %g\n", (long)v.f0, v.f1);
    return v;
}

IF call_if_4(IF (*f)(IF, int), IF v) {
    IF r = f(v, 4);
    printf("returned_if_4 %ld %g\n", (long)r.f0, r.f1);
    return f(r, 104);
}

void take_fid_5(FID v) {
    printf("take_fid_5 %g %ld %g\n", v.f0, (long)v.f1, v.f2);
}

FID make_fid_5(void) {
    return (FID){552.75f, 1964934947, 210.5};
}

FID pass_fid_5(FID v) {
    printf("pass_fid_5 %g %ld %g\n", v.f0, (long)v.f1, v.f2);
    return v;
}

FID call_fid_5(FID (*f)(FID, int), FID v) {
    FID r = f(v, 5);
    printf("returned_fid_5 %g %ld %g\n", r.f0, (long)r.f1, r.f2);
    return f(r, 105);
}

void take_dif_6(DIF v) {
    printf("take_dif_6 %g %ld %g\n", v.f0, (long)v.f1, v.f2);
}

DIF make_dif_6(void) {
    return (DIF){218.0, 939841569, 884.375f};
}

DIF pass_dif_6(DIF v) {
    printf("pass_dif_6 %g %ld %g\n", v.f0, (long)v.f1, v.f2);
    return v;
}

DIF call_dif_6(DIF (*f)(DIF, int), DIF v) {
    DIF r = f(v, 6);
    printf("returned_dif_6 %g %ld %g\n", r.f0, (long)r.f1, r.f2);
    return f(r, 106);
}

void take_dfi_7(DFI v) {
    printf("take_dfi_7 %g %g %ld\n", v.f0, v.f1, (long)v.f2);
}

DFI make_dfi_7(void) {
    return (DFI){-89.5, 974.375f, 1870830729};
}

DFI pass_dfi_7(DFI v) {
    printf("pass_dfi_7 %g %g %ld\n", v.f0, v.f1, (long)v.f2);
    return v;
}

DFI call_dfi_7(DFI (*f)(DFI, int), DFI v) {
    DFI r = f(v, 7);
    printf("returned_dfi_7 %g %g %ld\n", r.f0, r.f1, (long)r.f2);
    return f(r, 107);
}

void take_fc_8(FC v) {
    printf("take_fc_8 %g %lu\n", v.f0, (unsigned long)v.f1);
}

FC make_fc_8(void) {
    return (FC){-555.625f, 132};
}

FC pass_fc_8(FC v) {
    printf("pass_fc_8 %g %lu\n", v.f0, (unsigned long)v.f1);
    return v;
}

FC call_fc_8(FC (*f)(FC, int), FC v) {
    FC r = f(v, 8);
    printf("returned_fc_8 %g %lu\n", r.f0, (unsigned long)r.f1);
    return f(r, 108);
}

void take_dc_9(DC v) {
    printf("take_dc_9 %g %ld\n", v.f0, (long)v.f1);
}

DC make_dc_9(void) {
    return (DC){-209.75, 19};
}

DC pass_dc_9(DC v) {
    printf("pass_dc_9 %g %ld\n", v.f0, (long)v.f1);
    return v;
}

DC call_dc_9(DC (*f)(DC, int), DC v) {
    DC r = f(v, 9);
    printf("returned_dc_9 %g %ld\n", r.f0, (long)r.f1);
    return f(r, 109);
}

void take_cd_10(CD v) {
    printf("take_cd_10 %lu %g\n", (unsigned long)v.f0, v.f1);
}

CD make_cd_10(void) {
    return (CD){172, 396.625};
}

CD pass_cd_10(CD v) {
    printf("pass_cd_10 %lu %g\n", (unsigned long)v.f0, v.f1);
    return v;
}

CD call_cd_10(CD (*f)(CD, int), CD v) {
    CD r = f(v, 10);
    printf("returned_cd_10 %lu %g\n", (unsigned long)r.f0, r.f1);
    return f(r, 110);
}

void take_ffl_11(FFL v) {
    printf("take_ffl_11 %g %g %lu\n", v.f0, v.f1, (unsigned long)v.f2);
}

FFL make_ffl_11(void) {
    return (FFL){-416.5f, -745.25f, 18258698292131376203UL};
}

FFL pass_ffl_11(FFL v) {
    printf("pass_ffl_11 %g %g %lu\n", v.f0, v.f1, (unsigned long)v.f2);
    return v;
}

FFL call_ffl_11(FFL (*f)(FFL, int), FFL v) {
    FFL r = f(v, 11);
    printf("returned_ffl_11 %g %g %lu\n", r.f0, r.f1, (unsigned long)r.f2);
    return f(r, 111);
}

void take_lf_12(LF v) {
    printf("take_lf_12 %ld %g\n", (long)v.f0, v.f1);
}

LF make_lf_12(void) {
    return (LF){6876337892168982232L, -756.5f};
}

LF pass_lf_12(LF v) {
    printf("pass_lf_12 %ld %g\n", (long)v.f0, v.f1);
    return v;
}

LF call_lf_12(LF (*f)(LF, int), LF v) {
    LF r = f(v, 12);
    printf("returned_lf_12 %ld %g\n", (long)r.f0, r.f1);
    return f(r, 112);
}

void take_bf_13(BF v) {
    printf("take_bf_13 %d %g\n", v.f0, v.f1);
}

BF make_bf_13(void) {
    return (BF){0, -428.5f};
}

BF pass_bf_13(BF v) {
    printf("pass_bf_13 %d %g\n", v.f0, v.f1);
    return v;
}

BF call_bf_13(BF (*f)(BF, int), BF v) {
    BF r = f(v, 13);
    printf("returned_bf_13 %d %g\n", r.f0, r.f1);
    return f(r, 113);
}

void take_hf_14(HF v) {
    printf("take_hf_14 %ld %g\n", (long)v.f0, v.f1);
}

HF make_hf_14(void) {
    return (HF){6539, 96.75f};
}

HF pass_hf_14(HF v) {
    printf("pass_hf_14 %ld %g\n", (long)v.f0, v.f1);
    return v;
}

HF call_hf_14(HF (*f)(HF, int), HF v) {
    HF r = f(v, 14);
    printf("returned_hf_14 %ld %g\n", (long)r.f0, r.f1);
    return f(r, 114);
}

void take_id_15(ID v) {
    printf("take_id_15 %ld %g\n", (long)v.f0, v.f1);
}

ID make_id_15(void) {
    return (ID){474452699, -460.625};
}

ID pass_id_15(ID v) {
    printf("pass_id_15 %ld %g\n", (long)v.f0, v.f1);
    return v;
}

ID call_id_15(ID (*f)(ID, int), ID v) {
    ID r = f(v, 15);
    printf("returned_id_15 %ld %g\n", (long)r.f0, r.f1);
    return f(r, 115);
}

void take_cfd_16(CFD v) {
    printf("take_cfd_16 %ld %g %g\n", (long)v.f0, v.f1, v.f2);
}

CFD make_cfd_16(void) {
    return (CFD){-35, 963.25f, -716.75};
}

CFD pass_cfd_16(CFD v) {
    printf("pass_cfd_16 %ld %g %g\n", (long)v.f0, v.f1, v.f2);
    return v;
}

CFD call_cfd_16(CFD (*f)(CFD, int), CFD v) {
    CFD r = f(v, 16);
    printf("returned_cfd_16 %ld %g %g\n", (long)r.f0, r.f1, r.f2);
    return f(r, 116);
}

void take_ifi_17(IFI v) {
    printf("take_ifi_17 %ld %g %ld\n", (long)v.f0, v.f1, (long)v.f2);
}

IFI make_ifi_17(void) {
    return (IFI){617997334, 775.25f, 410814652};
}

IFI pass_ifi_17(IFI v) {
    printf("pass_ifi_17 %ld %g %ld\n", (long)v.f0, v.f1, (long)v.f2);
    return v;
}

IFI call_ifi_17(IFI (*f)(IFI, int), IFI v) {
    IFI r = f(v, 17);
    printf("returned_ifi_17 %ld %g %ld\n", (long)r.f0, r.f1, (long)r.f2);
    return f(r, 117);
}

void take_fhh_18(FHH v) {
    printf("take_fhh_18 %g %ld %lu %g\n", v.f0, (long)v.f1, (unsigned long)v.f2, v.f3);
}

FHH make_fhh_18(void) {
    return (FHH){299.0f, 14439, 31147, 917.75f};
}

FHH pass_fhh_18(FHH v) {
    printf("pass_fhh_18 %g %ld %lu %g\n", v.f0, (long)v.f1, (unsigned long)v.f2, v.f3);
    return v;
}

FHH call_fhh_18(FHH (*f)(FHH, int), FHH v) {
    FHH r = f(v, 18);
    printf("returned_fhh_18 %g %ld %lu %g\n", r.f0, (long)r.f1, (unsigned long)r.f2, r.f3);
    return f(r, 118);
}

void take_ldl_19(LDL v) {
    printf("take_ldl_19 %ld %g %ld\n", (long)v.f0, v.f1, (long)v.f2);
}

LDL make_ldl_19(void) {
    return (LDL){-8853461474553905842L, -229.0, 1645507544038567682L};
}

LDL pass_ldl_19(LDL v) {
    printf("pass_ldl_19 %ld %g %ld\n", (long)v.f0, v.f1, (long)v.f2);
    return v;
}

LDL call_ldl_19(LDL (*f)(LDL, int), LDL v) {
    LDL r = f(v, 19);
    printf("returned_ldl_19 %ld %g %ld\n", (long)r.f0, r.f1, (long)r.f2);
    return f(r, 119);
}
