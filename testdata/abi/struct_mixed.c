// What struct_mixed.vx does, in C.
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

void take_dl_1(DL v);
DL make_dl_1(void);
DL pass_dl_1(DL v);
DL call_dl_1(DL (*f)(DL, int), DL v);
void take_ld_2(LD v);
LD make_ld_2(void);
LD pass_ld_2(LD v);
LD call_ld_2(LD (*f)(LD, int), LD v);
void take_fi_3(FI v);
FI make_fi_3(void);
FI pass_fi_3(FI v);
FI call_fi_3(FI (*f)(FI, int), FI v);
void take_if_4(IF v);
IF make_if_4(void);
IF pass_if_4(IF v);
IF call_if_4(IF (*f)(IF, int), IF v);
void take_fid_5(FID v);
FID make_fid_5(void);
FID pass_fid_5(FID v);
FID call_fid_5(FID (*f)(FID, int), FID v);
void take_dif_6(DIF v);
DIF make_dif_6(void);
DIF pass_dif_6(DIF v);
DIF call_dif_6(DIF (*f)(DIF, int), DIF v);
void take_dfi_7(DFI v);
DFI make_dfi_7(void);
DFI pass_dfi_7(DFI v);
DFI call_dfi_7(DFI (*f)(DFI, int), DFI v);
void take_fc_8(FC v);
FC make_fc_8(void);
FC pass_fc_8(FC v);
FC call_fc_8(FC (*f)(FC, int), FC v);
void take_dc_9(DC v);
DC make_dc_9(void);
DC pass_dc_9(DC v);
DC call_dc_9(DC (*f)(DC, int), DC v);
void take_cd_10(CD v);
CD make_cd_10(void);
CD pass_cd_10(CD v);
CD call_cd_10(CD (*f)(CD, int), CD v);
void take_ffl_11(FFL v);
FFL make_ffl_11(void);
FFL pass_ffl_11(FFL v);
FFL call_ffl_11(FFL (*f)(FFL, int), FFL v);
void take_lf_12(LF v);
LF make_lf_12(void);
LF pass_lf_12(LF v);
LF call_lf_12(LF (*f)(LF, int), LF v);
void take_bf_13(BF v);
BF make_bf_13(void);
BF pass_bf_13(BF v);
BF call_bf_13(BF (*f)(BF, int), BF v);
void take_hf_14(HF v);
HF make_hf_14(void);
HF pass_hf_14(HF v);
HF call_hf_14(HF (*f)(HF, int), HF v);
void take_id_15(ID v);
ID make_id_15(void);
ID pass_id_15(ID v);
ID call_id_15(ID (*f)(ID, int), ID v);
void take_cfd_16(CFD v);
CFD make_cfd_16(void);
CFD pass_cfd_16(CFD v);
CFD call_cfd_16(CFD (*f)(CFD, int), CFD v);
void take_ifi_17(IFI v);
IFI make_ifi_17(void);
IFI pass_ifi_17(IFI v);
IFI call_ifi_17(IFI (*f)(IFI, int), IFI v);
void take_fhh_18(FHH v);
FHH make_fhh_18(void);
FHH pass_fhh_18(FHH v);
FHH call_fhh_18(FHH (*f)(FHH, int), FHH v);
void take_ldl_19(LDL v);
LDL make_ldl_19(void);
LDL pass_ldl_19(LDL v);
LDL call_ldl_19(LDL (*f)(LDL, int), LDL v);

static DL back_dl_1(DL v, int number) {
    printf("back_dl_1 %d\n", number);
    printf("  got %g %ld\n", v.f0, (long)v.f1);
    DL r = v;
    r.f0 = 240.25;
    return r;
}

static void test_dl_1(void) {
    DL v = (DL){-512.75, 815885227182739603L};
    take_dl_1(v);
    DL m = make_dl_1();
    printf("made_dl_1 %g %ld\n", m.f0, (long)m.f1);
    DL q = pass_dl_1(m);
    printf("passed_dl_1 %g %ld\n", q.f0, (long)q.f1);
    DL z = call_dl_1(back_dl_1, (DL){236.75, 2319130222724354719L});
    printf("called_dl_1 %g %ld\n", z.f0, (long)z.f1);
    printf("still_dl_1 %g %ld\n", v.f0, (long)v.f1);
}

static LD back_ld_2(LD v, int number) {
    printf("back_ld_2 %d\n", number);
    printf("  got %ld %g\n", (long)v.f0, v.f1);
    LD r = v;
    r.f1 = 107.875;
    return r;
}

static void test_ld_2(void) {
    LD v = (LD){7541368418941729318L, 715.125};
    take_ld_2(v);
    LD m = make_ld_2();
    printf("made_ld_2 %ld %g\n", (long)m.f0, m.f1);
    LD q = pass_ld_2(m);
    printf("passed_ld_2 %ld %g\n", (long)q.f0, q.f1);
    LD z = call_ld_2(back_ld_2, (LD){-5686317728579904204L, 468.625});
    printf("called_ld_2 %ld %g\n", (long)z.f0, z.f1);
    printf("still_ld_2 %ld %g\n", (long)v.f0, v.f1);
}

static FI back_fi_3(FI v, int number) {
    printf("back_fi_3 %d\n", number);
    printf("  got %g %ld\n", v.f0, (long)v.f1);
    FI r = v;
    r.f0 = -525.125f;
    return r;
}

static void test_fi_3(void) {
    FI v = (FI){713.0f, 213164248};
    take_fi_3(v);
    FI m = make_fi_3();
    printf("made_fi_3 %g %ld\n", m.f0, (long)m.f1);
    FI q = pass_fi_3(m);
    printf("passed_fi_3 %g %ld\n", q.f0, (long)q.f1);
    FI z = call_fi_3(back_fi_3, (FI){308.75f, 1550578146});
    printf("called_fi_3 %g %ld\n", z.f0, (long)z.f1);
    printf("still_fi_3 %g %ld\n", v.f0, (long)v.f1);
}

static IF back_if_4(IF v, int number) {
    printf("back_if_4 %d\n", number);
    printf("  got %ld %g\n", (long)v.f0, v.f1);
    IF r = v;
    r.f0 = 736206681;
    return r;
}

static void test_if_4(void) {
    IF v = (IF){579222144, -689.5f};
    take_if_4(v);
    IF m = make_if_4();
    printf("made_if_4 %ld %g\n", (long)m.f0, m.f1);
    IF q = pass_if_4(m);
    printf("passed_if_4 %ld %g\n", (long)q.f0, q.f1);
    IF z = call_if_4(back_if_4, (IF){99562545, -201.5f});
    printf("called_if_4 %ld %g\n", (long)z.f0, z.f1);
    printf("still_if_4 %ld %g\n", (long)v.f0, v.f1);
}

static FID back_fid_5(FID v, int number) {
    printf("back_fid_5 %d\n", number);
    printf("  got %g %ld %g\n", v.f0, (long)v.f1, v.f2);
    FID r = v;
    r.f0 = 686.625f;
    return r;
}

static void test_fid_5(void) {
    FID v = (FID){591.75f, -1872470702, -673.625};
    take_fid_5(v);
    FID m = make_fid_5();
    printf("made_fid_5 %g %ld %g\n", m.f0, (long)m.f1, m.f2);
    FID q = pass_fid_5(m);
    printf("passed_fid_5 %g %ld %g\n", q.f0, (long)q.f1, q.f2);
    FID z = call_fid_5(back_fid_5, (FID){-912.375f, -853548896, 597.5});
    printf("called_fid_5 %g %ld %g\n", z.f0, (long)z.f1, z.f2);
    printf("still_fid_5 %g %ld %g\n", v.f0, (long)v.f1, v.f2);
}

static DIF back_dif_6(DIF v, int number) {
    printf("back_dif_6 %d\n", number);
    printf("  got %g %ld %g\n", v.f0, (long)v.f1, v.f2);
    DIF r = v;
    r.f1 = -451128748;
    return r;
}

static void test_dif_6(void) {
    DIF v = (DIF){772.5, -990283443, -31.875f};
    take_dif_6(v);
    DIF m = make_dif_6();
    printf("made_dif_6 %g %ld %g\n", m.f0, (long)m.f1, m.f2);
    DIF q = pass_dif_6(m);
    printf("passed_dif_6 %g %ld %g\n", q.f0, (long)q.f1, q.f2);
    DIF z = call_dif_6(back_dif_6, (DIF){799.75, -482717457, 462.5f});
    printf("called_dif_6 %g %ld %g\n", z.f0, (long)z.f1, z.f2);
    printf("still_dif_6 %g %ld %g\n", v.f0, (long)v.f1, v.f2);
}

static DFI back_dfi_7(DFI v, int number) {
    printf("back_dfi_7 %d\n", number);
    printf("  got %g %g %ld\n", v.f0, v.f1, (long)v.f2);
    DFI r = v;
    r.f0 = -926.625;
    return r;
}

static void test_dfi_7(void) {
    DFI v = (DFI){491.125, 640.25f, 330324485};
    take_dfi_7(v);
    DFI m = make_dfi_7();
    printf("made_dfi_7 %g %g %ld\n", m.f0, m.f1, (long)m.f2);
    DFI q = pass_dfi_7(m);
    printf("passed_dfi_7 %g %g %ld\n", q.f0, q.f1, (long)q.f2);
    DFI z = call_dfi_7(back_dfi_7, (DFI){-725.375, 799.875f, -577588668});
    printf("called_dfi_7 %g %g %ld\n", z.f0, z.f1, (long)z.f2);
    printf("still_dfi_7 %g %g %ld\n", v.f0, v.f1, (long)v.f2);
}

static FC back_fc_8(FC v, int number) {
    printf("back_fc_8 %d\n", number);
    printf("  got %g %lu\n", v.f0, (unsigned long)v.f1);
    FC r = v;
    r.f1 = 215;
    return r;
}

static void test_fc_8(void) {
    FC v = (FC){-721.625f, 253};
    take_fc_8(v);
    FC m = make_fc_8();
    printf("made_fc_8 %g %lu\n", m.f0, (unsigned long)m.f1);
    FC q = pass_fc_8(m);
    printf("passed_fc_8 %g %lu\n", q.f0, (unsigned long)q.f1);
    FC z = call_fc_8(back_fc_8, (FC){977.25f, 223});
    printf("called_fc_8 %g %lu\n", z.f0, (unsigned long)z.f1);
    printf("still_fc_8 %g %lu\n", v.f0, (unsigned long)v.f1);
}

static DC back_dc_9(DC v, int number) {
    printf("back_dc_9 %d\n", number);
    printf("  got %g %ld\n", v.f0, (long)v.f1);
    DC r = v;
    r.f1 = 22;
    return r;
}

static void test_dc_9(void) {
    DC v = (DC){38.75, 86};
    take_dc_9(v);
    DC m = make_dc_9();
    printf("made_dc_9 %g %ld\n", m.f0, (long)m.f1);
    DC q = pass_dc_9(m);
    printf("passed_dc_9 %g %ld\n", q.f0, (long)q.f1);
    DC z = call_dc_9(back_dc_9, (DC){-281.375, 9});
    printf("called_dc_9 %g %ld\n", z.f0, (long)z.f1);
    printf("still_dc_9 %g %ld\n", v.f0, (long)v.f1);
}

static CD back_cd_10(CD v, int number) {
    printf("back_cd_10 %d\n", number);
    printf("  got %lu %g\n", (unsigned long)v.f0, v.f1);
    CD r = v;
    r.f1 = 240.625;
    return r;
}

static void test_cd_10(void) {
    CD v = (CD){118, 851.75};
    take_cd_10(v);
    CD m = make_cd_10();
    printf("made_cd_10 %lu %g\n", (unsigned long)m.f0, m.f1);
    CD q = pass_cd_10(m);
    printf("passed_cd_10 %lu %g\n", (unsigned long)q.f0, q.f1);
    CD z = call_cd_10(back_cd_10, (CD){14, 753.875});
    printf("called_cd_10 %lu %g\n", (unsigned long)z.f0, z.f1);
    printf("still_cd_10 %lu %g\n", (unsigned long)v.f0, v.f1);
}

static FFL back_ffl_11(FFL v, int number) {
    printf("back_ffl_11 %d\n", number);
    printf("  got %g %g %lu\n", v.f0, v.f1, (unsigned long)v.f2);
    FFL r = v;
    r.f0 = -958.875f;
    return r;
}

static void test_ffl_11(void) {
    FFL v = (FFL){374.75f, 424.5f, 10579804601021778419UL};
    take_ffl_11(v);
    FFL m = make_ffl_11();
    printf("made_ffl_11 %g %g %lu\n", m.f0, m.f1, (unsigned long)m.f2);
    FFL q = pass_ffl_11(m);
    printf("passed_ffl_11 %g %g %lu\n", q.f0, q.f1, (unsigned long)q.f2);
    FFL z = call_ffl_11(back_ffl_11, (FFL){-818.75f, -295.375f, 1228774775136178355UL});
    printf("called_ffl_11 %g %g %lu\n", z.f0, z.f1, (unsigned long)z.f2);
    printf("still_ffl_11 %g %g %lu\n", v.f0, v.f1, (unsigned long)v.f2);
}

static LF back_lf_12(LF v, int number) {
    printf("back_lf_12 %d\n", number);
    printf("  got %ld %g\n", (long)v.f0, v.f1);
    LF r = v;
    r.f0 = 4029515555403190316L;
    return r;
}

static void test_lf_12(void) {
    LF v = (LF){-1343997331258968840L, 574.375f};
    take_lf_12(v);
    LF m = make_lf_12();
    printf("made_lf_12 %ld %g\n", (long)m.f0, m.f1);
    LF q = pass_lf_12(m);
    printf("passed_lf_12 %ld %g\n", (long)q.f0, q.f1);
    LF z = call_lf_12(back_lf_12, (LF){1936694895344355904L, 258.5f});
    printf("called_lf_12 %ld %g\n", (long)z.f0, z.f1);
    printf("still_lf_12 %ld %g\n", (long)v.f0, v.f1);
}

static BF back_bf_13(BF v, int number) {
    printf("back_bf_13 %d\n", number);
    printf("  got %d %g\n", v.f0, v.f1);
    BF r = v;
    r.f1 = -985.25f;
    return r;
}

static void test_bf_13(void) {
    BF v = (BF){1, 128.125f};
    take_bf_13(v);
    BF m = make_bf_13();
    printf("made_bf_13 %d %g\n", m.f0, m.f1);
    BF q = pass_bf_13(m);
    printf("passed_bf_13 %d %g\n", q.f0, q.f1);
    BF z = call_bf_13(back_bf_13, (BF){1, -926.25f});
    printf("called_bf_13 %d %g\n", z.f0, z.f1);
    printf("still_bf_13 %d %g\n", v.f0, v.f1);
}

static HF back_hf_14(HF v, int number) {
    printf("back_hf_14 %d\n", number);
    printf("  got %ld %g\n", (long)v.f0, v.f1);
    HF r = v;
    r.f0 = 30896;
    return r;
}

static void test_hf_14(void) {
    HF v = (HF){-27723, -778.625f};
    take_hf_14(v);
    HF m = make_hf_14();
    printf("made_hf_14 %ld %g\n", (long)m.f0, m.f1);
    HF q = pass_hf_14(m);
    printf("passed_hf_14 %ld %g\n", (long)q.f0, q.f1);
    HF z = call_hf_14(back_hf_14, (HF){-30711, 943.25f});
    printf("called_hf_14 %ld %g\n", (long)z.f0, z.f1);
    printf("still_hf_14 %ld %g\n", (long)v.f0, v.f1);
}

static ID back_id_15(ID v, int number) {
    printf("back_id_15 %d\n", number);
    printf("  got %ld %g\n", (long)v.f0, v.f1);
    ID r = v;
    r.f0 = 2061095850;
    return r;
}

static void test_id_15(void) {
    ID v = (ID){-395411286, -402.875};
    take_id_15(v);
    ID m = make_id_15();
    printf("made_id_15 %ld %g\n", (long)m.f0, m.f1);
    ID q = pass_id_15(m);
    printf("passed_id_15 %ld %g\n", (long)q.f0, q.f1);
    ID z = call_id_15(back_id_15, (ID){-1476614093, 412.5});
    printf("called_id_15 %ld %g\n", (long)z.f0, z.f1);
    printf("still_id_15 %ld %g\n", (long)v.f0, v.f1);
}

static CFD back_cfd_16(CFD v, int number) {
    printf("back_cfd_16 %d\n", number);
    printf("  got %ld %g %g\n", (long)v.f0, v.f1, v.f2);
    CFD r = v;
    r.f1 = -57.125f;
    return r;
}

static void test_cfd_16(void) {
    CFD v = (CFD){95, -304.125f, -357.375};
    take_cfd_16(v);
    CFD m = make_cfd_16();
    printf("made_cfd_16 %ld %g %g\n", (long)m.f0, m.f1, m.f2);
    CFD q = pass_cfd_16(m);
    printf("passed_cfd_16 %ld %g %g\n", (long)q.f0, q.f1, q.f2);
    CFD z = call_cfd_16(back_cfd_16, (CFD){102, 764.75f, -226.375});
    printf("called_cfd_16 %ld %g %g\n", (long)z.f0, z.f1, z.f2);
    printf("still_cfd_16 %ld %g %g\n", (long)v.f0, v.f1, v.f2);
}

static IFI back_ifi_17(IFI v, int number) {
    printf("back_ifi_17 %d\n", number);
    printf("  got %ld %g %ld\n", (long)v.f0, v.f1, (long)v.f2);
    IFI r = v;
    r.f2 = 2031018483;
    return r;
}

static void test_ifi_17(void) {
    IFI v = (IFI){1588671995, 65.0f, -488797583};
    take_ifi_17(v);
    IFI m = make_ifi_17();
    printf("made_ifi_17 %ld %g %ld\n", (long)m.f0, m.f1, (long)m.f2);
    IFI q = pass_ifi_17(m);
    printf("passed_ifi_17 %ld %g %ld\n", (long)q.f0, q.f1, (long)q.f2);
    IFI z = call_ifi_17(back_ifi_17, (IFI){777263831, 145.25f, -1706936728});
    printf("called_ifi_17 %ld %g %ld\n", (long)z.f0, z.f1, (long)z.f2);
    printf("still_ifi_17 %ld %g %ld\n", (long)v.f0, v.f1, (long)v.f2);
}

static FHH back_fhh_18(FHH v, int number) {
    printf("back_fhh_18 %d\n", number);
    printf("  got %g %ld %lu %g\n", v.f0, (long)v.f1, (unsigned long)v.f2, v.f3);
    FHH r = v;
    r.f2 = 44421;
    return r;
}

static void test_fhh_18(void) {
    FHH v = (FHH){926.375f, 20416, 35559, -117.0f};
    take_fhh_18(v);
    FHH m = make_fhh_18();
    printf("made_fhh_18 %g %ld %lu %g\n", m.f0, (long)m.f1, (unsigned long)m.f2, m.f3);
    FHH q = pass_fhh_18(m);
    printf("passed_fhh_18 %g %ld %lu %g\n", q.f0, (long)q.f1, (unsigned long)q.f2, q.f3);
    FHH z = call_fhh_18(back_fhh_18, (FHH){-383.375f, -4099, 33847, 67.25f});
    printf("called_fhh_18 %g %ld %lu %g\n", z.f0, (long)z.f1, (unsigned long)z.f2, z.f3);
    printf("still_fhh_18 %g %ld %lu %g\n", v.f0, (long)v.f1, (unsigned long)v.f2, v.f3);
}

static LDL back_ldl_19(LDL v, int number) {
    printf("back_ldl_19 %d\n", number);
    printf("  got %ld %g %ld\n", (long)v.f0, v.f1, (long)v.f2);
    LDL r = v;
    r.f1 = -45.125;
    return r;
}

static void test_ldl_19(void) {
    LDL v = (LDL){5319975762524037292L, -149.75, 1475097811858614656L};
    take_ldl_19(v);
    LDL m = make_ldl_19();
    printf("made_ldl_19 %ld %g %ld\n", (long)m.f0, m.f1, (long)m.f2);
    LDL q = pass_ldl_19(m);
    printf("passed_ldl_19 %ld %g %ld\n", (long)q.f0, q.f1, (long)q.f2);
    LDL z = call_ldl_19(back_ldl_19, (LDL){-6765003595099761299L, -877.0, 2349028882326173043L});
    printf("called_ldl_19 %ld %g %ld\n", (long)z.f0, z.f1, (long)z.f2);
    printf("still_ldl_19 %ld %g %ld\n", (long)v.f0, v.f1, (long)v.f2);
}

int main(void) {
    test_dl_1();
    test_ld_2();
    test_fi_3();
    test_if_4();
    test_fid_5();
    test_dif_6();
    test_dfi_7();
    test_fc_8();
    test_dc_9();
    test_cd_10();
    test_ffl_11();
    test_lf_12();
    test_bf_13();
    test_hf_14();
    test_id_15();
    test_cfd_16();
    test_ifi_17();
    test_fhh_18();
    test_ldl_19();
    return 0;
}
