// The C side of exports.vx.
#include <stdarg.h>
#include <stdio.h>

typedef struct { long f0; long f1; } LL;
typedef struct { double f0; double f1; } DD;
typedef struct { long f0; double f1; } LD;
typedef struct { float f0; float f1; } FF;
typedef struct { float f0; float f1; float f2; } FFF;
typedef struct { unsigned char f0; unsigned char f1; unsigned char f2; } C3;
typedef struct { long f0; long f1; long f2; } Big;
#pragma pack(push, 1)
typedef struct { unsigned char f0; int f1; } Pk;
#pragma pack(pop)
typedef struct { double f0; } Dbl;

LL export_1(LL a0);

void drive_export_1(void) {
    LL r = export_1((LL){6746754309487011182L, 6582960470780362280L});
    printf("export_1 gave %ld %ld\n", (long)r.f0, (long)r.f1);
}

DD export_2(DD a0);

void drive_export_2(void) {
    DD r = export_2((DD){40.0, 751.125});
    printf("export_2 gave %g %g\n", r.f0, r.f1);
}

LD export_3(LD a0);

void drive_export_3(void) {
    LD r = export_3((LD){5605971261777110649L, 48.375});
    printf("export_3 gave %ld %g\n", (long)r.f0, r.f1);
}

FF export_4(FF a0);

void drive_export_4(void) {
    FF r = export_4((FF){624.0f, -618.75f});
    printf("export_4 gave %g %g\n", r.f0, r.f1);
}

FFF export_5(FFF a0);

void drive_export_5(void) {
    FFF r = export_5((FFF){-378.75f, -709.625f, -814.375f});
    printf("export_5 gave %g %g %g\n", r.f0, r.f1, r.f2);
}

C3 export_6(C3 a0);

void drive_export_6(void) {
    C3 r = export_6((C3){21, 202, 231});
    printf("export_6 gave %lu %lu %lu\n", (unsigned long)r.f0, (unsigned long)r.f1, (unsigned long)r.f2);
}

Big export_7(Big a0);

void drive_export_7(void) {
    Big r = export_7((Big){-8565694324606583340L, 7001737939674823948L, 1837629336617744953L});
    printf("export_7 gave %ld %ld %ld\n", (long)r.f0, (long)r.f1, (long)r.f2);
}

Pk export_8(Pk a0);

void drive_export_8(void) {
    Pk r = export_8((Pk){100, 82137441});
    printf("export_8 gave %lu %ld\n", (unsigned long)r.f0, (long)r.f1);
}

Dbl export_9(Dbl a0);

void drive_export_9(void) {
    Dbl r = export_9((Dbl){-397.625});
    printf("export_9 gave %g\n", r.f0);
}

_Bool export_10(_Bool a0, _Bool a1);

void drive_export_10(void) {
    _Bool r = export_10(1, 1);
    printf("export_10 gave %d\n", r);
}

signed char export_11(signed char a0, signed char a1);

void drive_export_11(void) {
    signed char r = export_11(-23, 14);
    printf("export_11 gave %ld\n", (long)r);
}

unsigned char export_12(unsigned char a0, unsigned char a1);

void drive_export_12(void) {
    unsigned char r = export_12(42, 130);
    printf("export_12 gave %lu\n", (unsigned long)r);
}

short export_13(short a0, short a1);

void drive_export_13(void) {
    short r = export_13(16908, -17716);
    printf("export_13 gave %ld\n", (long)r);
}

unsigned short export_14(unsigned short a0, unsigned short a1);

void drive_export_14(void) {
    unsigned short r = export_14(37885, 3899);
    printf("export_14 gave %lu\n", (unsigned long)r);
}

int export_15(int a0, int a1);

void drive_export_15(void) {
    int r = export_15(271193936, 1143697777);
    printf("export_15 gave %ld\n", (long)r);
}

unsigned export_16(unsigned a0, unsigned a1);

void drive_export_16(void) {
    unsigned r = export_16(1719704081U, 3636048988U);
    printf("export_16 gave %lu\n", (unsigned long)r);
}

long export_17(long a0, long a1);

void drive_export_17(void) {
    long r = export_17(-8911797903744154594L, 3410756463946713878L);
    printf("export_17 gave %ld\n", (long)r);
}

unsigned long export_18(unsigned long a0, unsigned long a1);

void drive_export_18(void) {
    unsigned long r = export_18(8669734981505188722UL, 13076881145020861865UL);
    printf("export_18 gave %lu\n", (unsigned long)r);
}

float export_19(float a0, float a1);

void drive_export_19(void) {
    float r = export_19(-821.625f, -362.75f);
    printf("export_19 gave %g\n", r);
}

double export_20(double a0, double a1);

void drive_export_20(void) {
    double r = export_20(-969.0, 974.375);
    printf("export_20 gave %g\n", r);
}

const char * export_21(const char *a0, const char *a1);

void drive_export_21(void) {
    const char * r = export_21("bcdba", "ahhci");
    printf("export_21 gave %s\n", r);
}

FFF export_22(Big a0, FFF a1);

void drive_export_22(void) {
    FFF r = export_22((Big){2651076132988956814L, -7074178925798256968L, -1461800853461197759L}, (FFF){-564.125f, -999.125f, -447.5f});
    printf("export_22 gave %g %g %g\n", r.f0, r.f1, r.f2);
}

DD export_23(C3 a0, signed char a1);

void drive_export_23(void) {
    DD r = export_23((C3){155, 10, 107}, -80);
    printf("export_23 gave %g %g\n", r.f0, r.f1);
}

Dbl export_24(_Bool a0, long a1, long a2, long a3, unsigned short a4, float a5);

void drive_export_24(void) {
    Dbl r = export_24(0, -7372559313862941734L, 9026023186047144950L, -5289726135381802515L, 57873, -471.125f);
    printf("export_24 gave %g\n", r.f0);
}

FF export_25(DD a0, Dbl a1, DD a2, Pk a3, LL a4, double a5, Pk a6, DD a7, long a8, Pk a9, LD a10, float a11, Big a12);

void drive_export_25(void) {
    FF r = export_25((DD){582.375, 249.875}, (Dbl){-326.375}, (DD){700.375, -393.25}, (Pk){197, -1832239247}, (LL){-7561003540164635565L, 1526187608436083666L}, 303.625, (Pk){124, -2080872690}, (DD){231.375, -245.0}, 2253255598741651209L, (Pk){232, -1601073240}, (LD){1609870707209656731L, -9.375}, 704.625f, (Big){-6719448844333540866L, -2101138932814798763L, 2347253727457299467L});
    printf("export_25 gave %g %g\n", r.f0, r.f1);
}

Pk export_26(Big a0, float a1, C3 a2, signed char a3, unsigned short a4, LL a5, FF a6, float a7, signed char a8, unsigned short a9, int a10, Big a11, Pk a12);

void drive_export_26(void) {
    Pk r = export_26((Big){-5010442576561539792L, 2037347448658819059L, 4157729464033157961L}, -611.375f, (C3){81, 100, 198}, 98, 63244, (LL){-7775342987445192726L, -8348967382783058200L}, (FF){-787.375f, -776.75f}, -920.75f, 4, 33446, -1123532548, (Big){3773824913897777468L, -4482901946360881700L, 5971540148674530594L}, (Pk){251, -887188417});
    printf("export_26 gave %lu %ld\n", (unsigned long)r.f0, (long)r.f1);
}

Dbl export_27(C3 a0, Pk a1, signed char a2);

void drive_export_27(void) {
    Dbl r = export_27((C3){35, 64, 116}, (Pk){245, 254976499}, 40);
    printf("export_27 gave %g\n", r.f0);
}

double export_28(double a0, Big a1, signed char a2);

void drive_export_28(void) {
    double r = export_28(261.25, (Big){-7855729094254463375L, -5305279023134509751L, 7654437680320093646L}, -75);
    printf("export_28 gave %g\n", r);
}

Big export_29(float a0, _Bool a1, FF a2);

void drive_export_29(void) {
    Big r = export_29(-966.125f, 1, (FF){-157.5f, -87.25f});
    printf("export_29 gave %ld %ld %ld\n", (long)r.f0, (long)r.f1, (long)r.f2);
}

Pk export_30(LD a0, Dbl a1, DD a2, Dbl a3, signed char a4, unsigned short a5, Dbl a6, FFF a7, LD a8, float a9, double a10);

void drive_export_30(void) {
    Pk r = export_30((LD){1331290781430831724L, 992.75}, (Dbl){-730.625}, (DD){-811.25, -258.375}, (Dbl){-716.625}, 101, 59027, (Dbl){-322.25}, (FFF){345.375f, 500.875f, 415.5f}, (LD){1557647978936519369L, 939.125}, -712.625f, 208.0);
    printf("export_30 gave %lu %ld\n", (unsigned long)r.f0, (long)r.f1);
}

Dbl export_31(LD a0, _Bool a1, Dbl a2, int a3, FF a4, Dbl a5, Pk a6, long a7);

void drive_export_31(void) {
    Dbl r = export_31((LD){-464988973457688877L, 864.0}, 1, (Dbl){-361.5}, 1987586370, (FF){-931.375f, -956.5f}, (Dbl){225.375}, (Pk){38, -76296967}, 4251937311735456997L);
    printf("export_31 gave %g\n", r.f0);
}

C3 export_32(_Bool a0, C3 a1, Dbl a2, DD a3, Pk a4, int a5, float a6);

void drive_export_32(void) {
    C3 r = export_32(1, (C3){37, 38, 231}, (Dbl){118.375}, (DD){-246.875, 509.375}, (Pk){22, 1718828217}, 1873677127, 509.5f);
    printf("export_32 gave %lu %lu %lu\n", (unsigned long)r.f0, (unsigned long)r.f1, (unsigned long)r.f2);
}

FF export_33(int a0, LL a1, DD a2, int a3, Big a4, _Bool a5, unsigned short a6, _Bool a7, signed char a8, long a9, Dbl a10, _Bool a11);

void drive_export_33(void) {
    FF r = export_33(-1782725730, (LL){-492925761462355547L, -7790626227859148996L}, (DD){784.0, 755.625}, -355824565, (Big){5359369494332025725L, 6704887413149253783L, 1343061323855634663L}, 1, 50113, 1, -124, -7890611392726781031L, (Dbl){-835.75}, 1);
    printf("export_33 gave %g %g\n", r.f0, r.f1);
}
