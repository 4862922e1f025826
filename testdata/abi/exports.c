// What exports.vx does, in C.
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

void drive_export_1(void);
void drive_export_2(void);
void drive_export_3(void);
void drive_export_4(void);
void drive_export_5(void);
void drive_export_6(void);
void drive_export_7(void);
void drive_export_8(void);
void drive_export_9(void);
void drive_export_10(void);
void drive_export_11(void);
void drive_export_12(void);
void drive_export_13(void);
void drive_export_14(void);
void drive_export_15(void);
void drive_export_16(void);
void drive_export_17(void);
void drive_export_18(void);
void drive_export_19(void);
void drive_export_20(void);
void drive_export_21(void);
void drive_export_22(void);
void drive_export_23(void);
void drive_export_24(void);
void drive_export_25(void);
void drive_export_26(void);
void drive_export_27(void);
void drive_export_28(void);
void drive_export_29(void);
void drive_export_30(void);
void drive_export_31(void);
void drive_export_32(void);
void drive_export_33(void);

LL export_1(LL a0) {
    printf("export_1 a0 %ld %ld\n", (long)a0.f0, (long)a0.f1);
    return (LL){5187557457942614158L, -888536827832248382L};
}

static void test_export_1(void) {
    drive_export_1();
}

DD export_2(DD a0) {
    printf("export_2 a0 %g %g\n", a0.f0, a0.f1);
    return (DD){202.875, -611.125};
}

static void test_export_2(void) {
    drive_export_2();
}

LD export_3(LD a0) {
    printf("export_3 a0 %ld %g\n", (long)a0.f0, a0.f1);
    return (LD){2395913324472278663L, 257.375};
}

static void test_export_3(void) {
    drive_export_3();
}

FF export_4(FF a0) {
    printf("export_4 a0 %g %g\n", a0.f0, a0.f1);
    return (FF){-807.25f, -85.5f};
}

static void test_export_4(void) {
    drive_export_4();
}

FFF export_5(FFF a0) {
    printf("export_5 a0 %g %g %g\n", a0.f0, a0.f1, a0.f2);
    return (FFF){103.125f, 658.125f, 823.375f};
}

static void test_export_5(void) {
    drive_export_5();
}

C3 export_6(C3 a0) {
    printf("export_6 a0 %lu %lu %lu\n", (unsigned long)a0.f0, (unsigned long)a0.f1, (unsigned long)a0.f2);
    return (C3){80, 7, 32};
}

static void test_export_6(void) {
    drive_export_6();
}

Big export_7(Big a0) {
    printf("export_7 a0 %ld %ld %ld\n", (long)a0.f0, (long)a0.f1, (long)a0.f2);
    return (Big){5130194536616918549L, -3204322046393423697L, 1677905473736975801L};
}

static void test_export_7(void) {
    drive_export_7();
}

Pk export_8(Pk a0) {
    printf("export_8 a0 %lu %ld\n", (unsigned long)a0.f0, (long)a0.f1);
    return (Pk){119, 602548302};
}

static void test_export_8(void) {
    drive_export_8();
}

Dbl export_9(Dbl a0) {
    printf("export_9 a0 %g\n", a0.f0);
    return (Dbl){23.5};
}

static void test_export_9(void) {
    drive_export_9();
}

_Bool export_10(_Bool a0, _Bool a1) {
    printf("export_10 a0 %d\n", a0);
    printf("export_10 a1 %d\n", a1);
    return 0;
}

static void test_export_10(void) {
    drive_export_10();
}

signed char export_11(signed char a0, signed char a1) {
    printf("export_11 a0 %ld\n", (long)a0);
    printf("export_11 a1 %ld\n", (long)a1);
    return 127;
}

static void test_export_11(void) {
    drive_export_11();
}

unsigned char export_12(unsigned char a0, unsigned char a1) {
    printf("export_12 a0 %lu\n", (unsigned long)a0);
    printf("export_12 a1 %lu\n", (unsigned long)a1);
    return 161;
}

static void test_export_12(void) {
    drive_export_12();
}

short export_13(short a0, short a1) {
    printf("export_13 a0 %ld\n", (long)a0);
    printf("export_13 a1 %ld\n", (long)a1);
    return 845;
}

static void test_export_13(void) {
    drive_export_13();
}

unsigned short export_14(unsigned short a0, unsigned short a1) {
    printf("export_14 a0 %lu\n", (unsigned long)a0);
    printf("export_14 a1 %lu\n", (unsigned long)a1);
    return 9204;
}

static void test_export_14(void) {
    drive_export_14();
}

int export_15(int a0, int a1) {
    printf("export_15 a0 %ld\n", (long)a0);
    printf("export_15 a1 %ld\n", (long)a1);
    return -1683941073;
}

static void test_export_15(void) {
    drive_export_15();
}

unsigned export_16(unsigned a0, unsigned a1) {
    printf("export_16 a0 %lu\n", (unsigned long)a0);
    printf("export_16 a1 %lu\n", (unsigned long)a1);
    return 1660063002U;
}

static void test_export_16(void) {
    drive_export_16();
}

long export_17(long a0, long a1) {
    printf("export_17 a0 %ld\n", (long)a0);
    printf("export_17 a1 %ld\n", (long)a1);
    return -5284961110311324029L;
}

static void test_export_17(void) {
    drive_export_17();
}

unsigned long export_18(unsigned long a0, unsigned long a1) {
    printf("export_18 a0 %lu\n", (unsigned long)a0);
    printf("export_18 a1 %lu\n", (unsigned long)a1);
    return 4976481267635116274UL;
}

static void test_export_18(void) {
    drive_export_18();
}

float export_19(float a0, float a1) {
    printf("export_19 a0 %g\n", a0);
    printf("export_19 a1 %g\n", a1);
    return -318.875f;
}

static void test_export_19(void) {
    drive_export_19();
}

double export_20(double a0, double a1) {
    printf("export_20 a0 %g\n", a0);
    printf("export_20 a1 %g\n", a1);
    return -160.25;
}

static void test_export_20(void) {
    drive_export_20();
}

const char * export_21(const char *a0, const char *a1) {
    printf("export_21 a0 %s\n", a0);
    printf("export_21 a1 %s\n", a1);
    return "dhidc";
}

static void test_export_21(void) {
    drive_export_21();
}

FFF export_22(Big a0, FFF a1) {
    printf("export_22 a0 %ld %ld %ld\n", (long)a0.f0, (long)a0.f1, (long)a0.f2);
    printf("export_22 a1 %g %g %g\n", a1.f0, a1.f1, a1.f2);
    return (FFF){770.125f, 988.375f, 996.5f};
}

static void test_export_22(void) {
    drive_export_22();
}

DD export_23(C3 a0, signed char a1) {
    printf("export_23 a0 %lu %lu %lu\n", (unsigned long)a0.f0, (unsigned long)a0.f1, (unsigned long)a0.f2);
    printf("export_23 a1 %ld\n", (long)a1);
    return (DD){-192.625, 749.75};
}

static void test_export_23(void) {
    drive_export_23();
}

Dbl export_24(_Bool a0, long a1, long a2, long a3, unsigned short a4, float a5) {
    printf("export_24 a0 %d\n", a0);
    printf("export_24 a1 %ld\n", (long)a1);
    printf("export_24 a2 %ld\n", (long)a2);
    printf("export_24 a3 %ld\n", (long)a3);
    printf("export_24 a4 %lu\n", (unsigned long)a4);
    printf("export_24 a5 %g\n", a5);
    return (Dbl){-980.5};
}

static void test_export_24(void) {
    drive_export_24();
}

FF export_25(DD a0, Dbl a1, DD a2, Pk a3, LL a4, double a5, Pk a6, DD a7, long a8, Pk a9, LD a10, float a11, Big a12) {
    printf("export_25 a0 %g %g\n", a0.f0, a0.f1);
    printf("export_25 a1 %g\n", a1.f0);
    printf("export_25 a2 %g %g\n", a2.f0, a2.f1);
    printf("export_25 a3 %lu %ld\n", (unsigned long)a3.f0, (long)a3.f1);
    printf("export_25 a4 %ld %ld\n", (long)a4.f0, (long)a4.f1);
    printf("export_25 a5 %g\n", a5);
    printf("export_25 a6 %lu %ld\n", (unsigned long)a6.f0, (long)a6.f1);
    printf("export_25 a7 %g %g\n", a7.f0, a7.f1);
    printf("export_25 a8 %ld\n", (long)a8);
    printf("export_25 a9 %lu %ld\n", (unsigned long)a9.f0, (long)a9.f1);
    printf("export_25 a10 %ld %g\n", (long)a10.f0, a10.f1);
    printf("export_25 a11 %g\n", a11);
    printf("export_25 a12 %ld %ld %ld\n", (long)a12.f0, (long)a12.f1, (long)a12.f2);
    return (FF){-684.375f, -363.5f};
}

static void test_export_25(void) {
    drive_export_25();
}

Pk export_26(Big a0, float a1, C3 a2, signed char a3, unsigned short a4, LL a5, FF a6, float a7, signed char a8, unsigned short a9, int a10, Big a11, Pk a12) {
    printf("export_26 a0 %ld %ld %ld\n", (long)a0.f0, (long)a0.f1, (long)a0.f2);
    printf("export_26 a1 %g\n", a1);
    printf("export_26 a2 %lu %lu %lu\n", (unsigned long)a2.f0, (unsigned long)a2.f1, (unsigned long)a2.f2);
    printf("export_26 a3 %ld\n", (long)a3);
    printf("export_26 a4 %lu\n", (unsigned long)a4);
    printf("export_26 a5 %ld %ld\n", (long)a5.f0, (long)a5.f1);
    printf("export_26 a6 %g %g\n", a6.f0, a6.f1);
    printf("export_26 a7 %g\n", a7);
    printf("export_26 a8 %ld\n", (long)a8);
    printf("export_26 a9 %lu\n", (unsigned long)a9);
    printf("export_26 a10 %ld\n", (long)a10);
    printf("export_26 a11 %ld %ld %ld\n", (long)a11.f0, (long)a11.f1, (long)a11.f2);
    printf("export_26 a12 %lu %ld\n", (unsigned long)a12.f0, (long)a12.f1);
    return (Pk){89, 1843555375};
}

static void test_export_26(void) {
    drive_export_26();
}

Dbl export_27(C3 a0, Pk a1, signed char a2) {
    printf("export_27 a0 %lu %lu %lu\n", (unsigned long)a0.f0, (unsigned long)a0.f1, (unsigned long)a0.f2);
    printf("export_27 a1 %lu %ld\n", (unsigned long)a1.f0, (long)a1.f1);
    printf("export_27 a2 %ld\n", (long)a2);
    return (Dbl){745.625};
}

static void test_export_27(void) {
    drive_export_27();
}

double export_28(double a0, Big a1, signed char a2) {
    printf("export_28 a0 %g\n", a0);
    printf("export_28 a1 %ld %ld %ld\n", (long)a1.f0, (long)a1.f1, (long)a1.f2);
    printf("export_28 a2 %ld\n", (long)a2);
    return 533.875;
}

static void test_export_28(void) {
    drive_export_28();
}

Big export_29(float a0, _Bool a1, FF a2) {
    printf("export_29 a0 %g\n", a0);
    printf("export_29 a1 %d\n", a1);
    printf("export_29 a2 %g %g\n", a2.f0, a2.f1);
    return (Big){-8108163492248114935L, -5972063655935747320L, -2420482720289347743L};
}

static void test_export_29(void) {
    drive_export_29();
}

Pk export_30(LD a0, Dbl a1, DD a2, Dbl a3, signed char a4, unsigned short a5, Dbl a6, FFF a7, LD a8, float a9, double a10) {
    printf("export_30 a0 %ld %g\n", (long)a0.f0, a0.f1);
    printf("export_30 a1 %g\n", a1.f0);
    printf("export_30 a2 %g %g\n", a2.f0, a2.f1);
    printf("export_30 a3 %g\n", a3.f0);
    printf("export_30 a4 %ld\n", (long)a4);
    printf("export_30 a5 %lu\n", (unsigned long)a5);
    printf("export_30 a6 %g\n", a6.f0);
    printf("export_30 a7 %g %g %g\n", a7.f0, a7.f1, a7.f2);
    printf("export_30 a8 %ld %g\n", (long)a8.f0, a8.f1);
    printf("export_30 a9 %g\n", a9);
    printf("export_30 a10 %g\n", a10);
    return (Pk){17, 1819293898};
}

static void test_export_30(void) {
    drive_export_30();
}

Dbl export_31(LD a0, _Bool a1, Dbl a2, int a3, FF a4, Dbl a5, Pk a6, long a7) {
    printf("export_31 a0 %ld %g\n", (long)a0.f0, a0.f1);
    printf("export_31 a1 %d\n", a1);
    printf("export_31 a2 %g\n", a2.f0);
    printf("export_31 a3 %ld\n", (long)a3);
    printf("export_31 a4 %g %g\n", a4.f0, a4.f1);
    printf("export_31 a5 %g\n", a5.f0);
    printf("export_31 a6 %lu %ld\n", (unsigned long)a6.f0, (long)a6.f1);
    printf("export_31 a7 %ld\n", (long)a7);
    return (Dbl){-363.0};
}

static void test_export_31(void) {
    drive_export_31();
}

C3 export_32(_Bool a0, C3 a1, Dbl a2, DD a3, Pk a4, int a5, float a6) {
    printf("export_32 a0 %d\n", a0);
    printf("export_32 a1 %lu %lu %lu\n", (unsigned long)a1.f0, (unsigned long)a1.f1, (unsigned long)a1.f2);
    printf("export_32 a2 %g\n", a2.f0);
    printf("export_32 a3 %g %g\n", a3.f0, a3.f1);
    printf("export_32 a4 %lu %ld\n", (unsigned long)a4.f0, (long)a4.f1);
    printf("export_32 a5 %ld\n", (long)a5);
    printf("export_32 a6 %g\n", a6);
    return (C3){66, 174, 180};
}

static void test_export_32(void) {
    drive_export_32();
}

FF export_33(int a0, LL a1, DD a2, int a3, Big a4, _Bool a5, unsigned short a6, _Bool a7, signed char a8, long a9, Dbl a10, _Bool a11) {
    printf("export_33 a0 %ld\n", (long)a0);
    printf("export_33 a1 %ld %ld\n", (long)a1.f0, (long)a1.f1);
    printf("export_33 a2 %g %g\n", a2.f0, a2.f1);
    printf("export_33 a3 %ld\n", (long)a3);
    printf("export_33 a4 %ld %ld %ld\n", (long)a4.f0, (long)a4.f1, (long)a4.f2);
    printf("export_33 a5 %d\n", a5);
    printf("export_33 a6 %lu\n", (unsigned long)a6);
    printf("export_33 a7 %d\n", a7);
    printf("export_33 a8 %ld\n", (long)a8);
    printf("export_33 a9 %ld\n", (long)a9);
    printf("export_33 a10 %g\n", a10.f0);
    printf("export_33 a11 %d\n", a11);
    return (FF){-763.375f, -473.25f};
}

static void test_export_33(void) {
    drive_export_33();
}

int main(void) {
    test_export_1();
    test_export_2();
    test_export_3();
    test_export_4();
    test_export_5();
    test_export_6();
    test_export_7();
    test_export_8();
    test_export_9();
    test_export_10();
    test_export_11();
    test_export_12();
    test_export_13();
    test_export_14();
    test_export_15();
    test_export_16();
    test_export_17();
    test_export_18();
    test_export_19();
    test_export_20();
    test_export_21();
    test_export_22();
    test_export_23();
    test_export_24();
    test_export_25();
    test_export_26();
    test_export_27();
    test_export_28();
    test_export_29();
    test_export_30();
    test_export_31();
    test_export_32();
    test_export_33();
    return 0;
}
