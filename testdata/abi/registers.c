// What registers.vx does, in C.
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

LL many_1(long a0, long a1, long a2, long a3, long a4, LL a5, long a6);
LL call_many_1(LL (*f)(long, long, long, long, long, LL, long));
C3 many_2(long a0, long a1, long a2, long a3, long a4, long a5, C3 a6, Pk a7, Dbl a8, signed char a9);
C3 call_many_2(C3 (*f)(long, long, long, long, long, long, C3, Pk, Dbl, signed char));
DD many_3(double a0, double a1, double a2, double a3, double a4, double a5, double a6, DD a7, double a8, LD a9);
DD call_many_3(DD (*f)(double, double, double, double, double, double, double, DD, double, LD));
FF many_4(double a0, double a1, double a2, double a3, double a4, double a5, double a6, double a7, FF a8, Dbl a9, float a10);
FF call_many_4(FF (*f)(double, double, double, double, double, double, double, double, FF, Dbl, float));
Dbl many_5(double a0, double a1, double a2, double a3, double a4, double a5, double a6, double a7, long a8, long a9, long a10, long a11, long a12, long a13, Dbl a14, FF a15, C3 a16, LL a17, short a18);
Dbl call_many_5(Dbl (*f)(double, double, double, double, double, double, double, double, long, long, long, long, long, long, Dbl, FF, C3, LL, short));
Big many_6(long a0, long a1, long a2, long a3, LL a4, long a5);
Big call_many_6(Big (*f)(long, long, long, long, LL, long));
LD many_7(Big a0, long a1, LL a2, Big a3, LL a4, LL a5, float a6, FFF a7);
LD call_many_7(LD (*f)(Big, long, LL, Big, LL, LL, float, FFF));
LD many_8(long a0, long a1, long a2, long a3, long a4, LD a5, LD a6, double a7);
LD call_many_8(LD (*f)(long, long, long, long, long, LD, LD, double));
FFF many_9(double a0, double a1, double a2, double a3, double a4, double a5, double a6, FFF a7, FF a8, LD a9, long a10);
FFF call_many_9(FFF (*f)(double, double, double, double, double, double, double, FFF, FF, LD, long));
unsigned char many_10(signed char a0, unsigned char a1, short a2, unsigned short a3, int a4, unsigned a5, long a6, unsigned long a7, signed char a8, _Bool a9, short a10, unsigned short a11, float a12, double a13);
unsigned char call_many_10(unsigned char (*f)(signed char, unsigned char, short, unsigned short, int, unsigned, long, unsigned long, signed char, _Bool, short, unsigned short, float, double));
float many_11(float a0, float a1, float a2, float a3, float a4, float a5, float a6, float a7, float a8, float a9);
float call_many_11(float (*f)(float, float, float, float, float, float, float, float, float, float));
_Bool many_12(_Bool a0, _Bool a1, _Bool a2, _Bool a3, _Bool a4, _Bool a5, _Bool a6, _Bool a7, _Bool a8);
_Bool call_many_12(_Bool (*f)(_Bool, _Bool, _Bool, _Bool, _Bool, _Bool, _Bool, _Bool, _Bool));
Pk many_13(Pk a0, long a1, Pk a2, long a3, long a4, long a5, long a6, long a7, Pk a8);
Pk call_many_13(Pk (*f)(Pk, long, Pk, long, long, long, long, long, Pk));
short many_14(long a0, Big a1, C3 a2, Pk a3, Pk a4, FFF a5, LD a6, Dbl a7, long a8, double a9, _Bool a10, LD a11);
short call_many_14(short (*f)(long, Big, C3, Pk, Pk, FFF, LD, Dbl, long, double, _Bool, LD));
Pk many_15(Big a0, long a1, Big a2, int a3, long a4, Big a5, FFF a6, float a7, C3 a8, unsigned short a9, LD a10, double a11, LD a12);
Pk call_many_15(Pk (*f)(Big, long, Big, int, long, Big, FFF, float, C3, unsigned short, LD, double, LD));
Dbl many_16(long a0, DD a1, Dbl a2, _Bool a3, LL a4, long a5, Big a6, int a7, _Bool a8, LD a9, float a10);
Dbl call_many_16(Dbl (*f)(long, DD, Dbl, _Bool, LL, long, Big, int, _Bool, LD, float));
float many_17(float a0, DD a1, int a2, FFF a3, Big a4, C3 a5, float a6, C3 a7, double a8);
float call_many_17(float (*f)(float, DD, int, FFF, Big, C3, float, C3, double));
float many_18(DD a0, FF a1, LL a2, C3 a3, double a4, long a5, LD a6, long a7);
float call_many_18(float (*f)(DD, FF, LL, C3, double, long, LD, long));
Big many_19(FFF a0, signed char a1, LL a2, long a3, unsigned short a4, FFF a5, double a6);
Big call_many_19(Big (*f)(FFF, signed char, LL, long, unsigned short, FFF, double));
LL many_20(DD a0, Big a1, float a2, Dbl a3, _Bool a4, long a5, FFF a6, int a7, double a8);
LL call_many_20(LL (*f)(DD, Big, float, Dbl, _Bool, long, FFF, int, double));
LD many_21(FFF a0, long a1, FF a2, FF a3, FF a4, FFF a5, signed char a6, C3 a7);
LD call_many_21(LD (*f)(FFF, long, FF, FF, FF, FFF, signed char, C3));
FFF many_22(FFF a0, Big a1, _Bool a2, unsigned short a3, double a4, Pk a5, Dbl a6, FF a7, int a8, C3 a9, LD a10, double a11);
FFF call_many_22(FFF (*f)(FFF, Big, _Bool, unsigned short, double, Pk, Dbl, FF, int, C3, LD, double));
Big many_23(DD a0, unsigned short a1, Big a2, long a3, long a4, unsigned short a5);
Big call_many_23(Big (*f)(DD, unsigned short, Big, long, long, unsigned short));
float many_24(long a0, int a1, _Bool a2, LD a3, C3 a4, DD a5, int a6, long a7, float a8, Pk a9, signed char a10, Pk a11);
float call_many_24(float (*f)(long, int, _Bool, LD, C3, DD, int, long, float, Pk, signed char, Pk));
FFF many_25(FF a0, unsigned short a1, Big a2, Pk a3, long a4, signed char a5, float a6, LD a7, float a8, long a9);
FFF call_many_25(FFF (*f)(FF, unsigned short, Big, Pk, long, signed char, float, LD, float, long));
Big many_26(double a0, signed char a1, unsigned short a2, double a3, _Bool a4, FFF a5, Dbl a6);
Big call_many_26(Big (*f)(double, signed char, unsigned short, double, _Bool, FFF, Dbl));
LL many_27(long a0, C3 a1, signed char a2, long a3, float a4, Big a5, long a6, unsigned short a7, Big a8, int a9);
LL call_many_27(LL (*f)(long, C3, signed char, long, float, Big, long, unsigned short, Big, int));

static LL back_many_1(long a0, long a1, long a2, long a3, long a4, LL a5, long a6) {
    printf("back many_1 a0 %ld\n", (long)a0);
    printf("back many_1 a1 %ld\n", (long)a1);
    printf("back many_1 a2 %ld\n", (long)a2);
    printf("back many_1 a3 %ld\n", (long)a3);
    printf("back many_1 a4 %ld\n", (long)a4);
    printf("back many_1 a5 %ld %ld\n", (long)a5.f0, (long)a5.f1);
    printf("back many_1 a6 %ld\n", (long)a6);
    return (LL){6857123729296251196L, 9057048543226764256L};
}

static void test_many_1(void) {
    LL r = many_1(2088452442651338351L, -4295611625390383375L, -5789603789720301141L, 3258498773874573142L, -2982367883781883311L, (LL){-669219601217334393L, 1931352432142899998L}, -3061716699881388840L);
    printf("many_1 gave %ld %ld\n", (long)r.f0, (long)r.f1);
    LL s = call_many_1(back_many_1);
    printf("many_1 back gave %ld %ld\n", (long)s.f0, (long)s.f1);
}

static C3 back_many_2(long a0, long a1, long a2, long a3, long a4, long a5, C3 a6, Pk a7, Dbl a8, signed char a9) {
    printf("back many_2 a0 %ld\n", (long)a0);
    printf("back many_2 a1 %ld\n", (long)a1);
    printf("back many_2 a2 %ld\n", (long)a2);
    printf("back many_2 a3 %ld\n", (long)a3);
    printf("back many_2 a4 %ld\n", (long)a4);
    printf("back many_2 a5 %ld\n", (long)a5);
    printf("back many_2 a6 %lu %lu %lu\n", (unsigned long)a6.f0, (unsigned long)a6.f1, (unsigned long)a6.f2);
    printf("back many_2 a7 %lu %ld\n", (unsigned long)a7.f0, (long)a7.f1);
    printf("back many_2 a8 %g\n", a8.f0);
    printf("back many_2 a9 %ld\n", (long)a9);
    return (C3){62, 101, 103};
}

static void test_many_2(void) {
    C3 r = many_2(-8055184502250122789L, 3476118113461901163L, 5342083653012282343L, 7143759226207213710L, 7728363568743514630L, -5442525196952361580L, (C3){114, 215, 44}, (Pk){136, 1766860545}, (Dbl){-570.25}, -26);
    printf("many_2 gave %lu %lu %lu\n", (unsigned long)r.f0, (unsigned long)r.f1, (unsigned long)r.f2);
    C3 s = call_many_2(back_many_2);
    printf("many_2 back gave %lu %lu %lu\n", (unsigned long)s.f0, (unsigned long)s.f1, (unsigned long)s.f2);
}

static DD back_many_3(double a0, double a1, double a2, double a3, double a4, double a5, double a6, DD a7, double a8, LD a9) {
    printf("back many_3 a0 %g\n", a0);
    printf("back many_3 a1 %g\n", a1);
    printf("back many_3 a2 %g\n", a2);
    printf("back many_3 a3 %g\n", a3);
    printf("back many_3 a4 %g\n", a4);
    printf("back many_3 a5 %g\n", a5);
    printf("back many_3 a6 %g\n", a6);
    printf("back many_3 a7 %g %g\n", a7.f0, a7.f1);
    printf("back many_3 a8 %g\n", a8);
    printf("back many_3 a9 %ld %g\n", (long)a9.f0, a9.f1);
    return (DD){473.75, 962.625};
}

static void test_many_3(void) {
    DD r = many_3(-323.75, -983.125, 827.75, -829.0, -727.25, 105.375, 879.25, (DD){-964.25, 25.625}, -826.375, (LD){-60105986082426355L, 100.875});
    printf("many_3 gave %g %g\n", r.f0, r.f1);
    DD s = call_many_3(back_many_3);
    printf("many_3 back gave %g %g\n", s.f0, s.f1);
}

static FF back_many_4(double a0, double a1, double a2, double a3, double a4, double a5, double a6, double a7, FF a8, Dbl a9, float a10) {
    printf("back many_4 a0 %g\n", a0);
    printf("back many_4 a1 %g\n", a1);
    printf("back many_4 a2 %g\n", a2);
    printf("back many_4 a3 %g\n", a3);
    printf("back many_4 a4 %g\n", a4);
    printf("back many_4 a5 %g\n", a5);
    printf("back many_4 a6 %g\n", a6);
    printf("back many_4 a7 %g\n", a7);
    printf("back many_4 a8 %g %g\n", a8.f0, a8.f1);
    printf("back many_4 a9 %g\n", a9.f0);
    printf("back many_4 a10 %g\n", a10);
    return (FF){731.875f, 380.5f};
}

static void test_many_4(void) {
    FF r = many_4(-915.625, -889.125, -447.125, 136.75, 399.125, 241.75, 744.75, -694.25, (FF){526.0f, -450.5f}, (Dbl){509.125}, 178.125f);
    printf("many_4 gave %g %g\n", r.f0, r.f1);
    FF s = call_many_4(back_many_4);
    printf("many_4 back gave %g %g\n", s.f0, s.f1);
}

static Dbl back_many_5(double a0, double a1, double a2, double a3, double a4, double a5, double a6, double a7, long a8, long a9, long a10, long a11, long a12, long a13, Dbl a14, FF a15, C3 a16, LL a17, short a18) {
    printf("back many_5 a0 %g\n", a0);
    printf("back many_5 a1 %g\n", a1);
    printf("back many_5 a2 %g\n", a2);
    printf("back many_5 a3 %g\n", a3);
    printf("back many_5 a4 %g\n", a4);
    printf("back many_5 a5 %g\n", a5);
    printf("back many_5 a6 %g\n", a6);
    printf("back many_5 a7 %g\n", a7);
    printf("back many_5 a8 %ld\n", (long)a8);
    printf("back many_5 a9 %ld\n", (long)a9);
    printf("back many_5 a10 %ld\n", (long)a10);
    printf("back many_5 a11 %ld\n", (long)a11);
    printf("back many_5 a12 %ld\n", (long)a12);
    printf("back many_5 a13 %ld\n", (long)a13);
    printf("back many_5 a14 %g\n", a14.f0);
    printf("back many_5 a15 %g %g\n", a15.f0, a15.f1);
    printf("back many_5 a16 %lu %lu %lu\n", (unsigned long)a16.f0, (unsigned long)a16.f1, (unsigned long)a16.f2);
    printf("back many_5 a17 %ld %ld\n", (long)a17.f0, (long)a17.f1);
    printf("back many_5 a18 %ld\n", (long)a18);
    return (Dbl){957.5};
}

static void test_many_5(void) {
    Dbl r = many_5(69.125, 208.75, 157.5, 586.375, 408.375, -822.375, 776.375, -289.0, 6715279915792906689L, 1552105870647076451L, -898356330386562068L, -1804639338688638725L, 8966439526329400254L, 1373100468777533499L, (Dbl){527.125}, (FF){-962.5f, -224.0f}, (C3){168, 0, 221}, (LL){-5286334958202724617L, -1032750753959004191L}, -15097);
    printf("many_5 gave %g\n", r.f0);
    Dbl s = call_many_5(back_many_5);
    printf("many_5 back gave %g\n", s.f0);
}

static Big back_many_6(long a0, long a1, long a2, long a3, LL a4, long a5) {
    printf("back many_6 a0 %ld\n", (long)a0);
    printf("back many_6 a1 %ld\n", (long)a1);
    printf("back many_6 a2 %ld\n", (long)a2);
    printf("back many_6 a3 %ld\n", (long)a3);
    printf("back many_6 a4 %ld %ld\n", (long)a4.f0, (long)a4.f1);
    printf("back many_6 a5 %ld\n", (long)a5);
    return (Big){5509785910627544095L, -3965858519113888517L, -352027192697206972L};
}

static void test_many_6(void) {
    Big r = many_6(1115357999207186742L, -6656770592168058831L, -3868329444089159210L, 3553683261732065919L, (LL){6927065447797934394L, -8681511651645059194L}, 8106811463599771739L);
    printf("many_6 gave %ld %ld %ld\n", (long)r.f0, (long)r.f1, (long)r.f2);
    Big s = call_many_6(back_many_6);
    printf("many_6 back gave %ld %ld %ld\n", (long)s.f0, (long)s.f1, (long)s.f2);
}

static LD back_many_7(Big a0, long a1, LL a2, Big a3, LL a4, LL a5, float a6, FFF a7) {
    printf("back many_7 a0 %ld %ld %ld\n", (long)a0.f0, (long)a0.f1, (long)a0.f2);
    printf("back many_7 a1 %ld\n", (long)a1);
    printf("back many_7 a2 %ld %ld\n", (long)a2.f0, (long)a2.f1);
    printf("back many_7 a3 %ld %ld %ld\n", (long)a3.f0, (long)a3.f1, (long)a3.f2);
    printf("back many_7 a4 %ld %ld\n", (long)a4.f0, (long)a4.f1);
    printf("back many_7 a5 %ld %ld\n", (long)a5.f0, (long)a5.f1);
    printf("back many_7 a6 %g\n", a6);
    printf("back many_7 a7 %g %g %g\n", a7.f0, a7.f1, a7.f2);
    return (LD){653564629098639439L, -863.75};
}

static void test_many_7(void) {
    LD r = many_7((Big){-4100218852022236920L, 8518183294144483611L, 4565548788615914984L}, -3762945034617134944L, (LL){-7047929037826799616L, -1477080828096088777L}, (Big){-6594331602806965554L, 1142323491143359742L, 5439765818141354327L}, (LL){1626511796041701490L, 5584666298565919361L}, (LL){3010293255088165236L, -4166100273839157311L}, 580.375f, (FFF){223.125f, 802.75f, 246.125f});
    printf("many_7 gave %ld %g\n", (long)r.f0, r.f1);
    LD s = call_many_7(back_many_7);
    printf("many_7 back gave %ld %g\n", (long)s.f0, s.f1);
}

static LD back_many_8(long a0, long a1, long a2, long a3, long a4, LD a5, LD a6, double a7) {
    printf("back many_8 a0 %ld\n", (long)a0);
    printf("back many_8 a1 %ld\n", (long)a1);
    printf("back many_8 a2 %ld\n", (long)a2);
    printf("back many_8 a3 %ld\n", (long)a3);
    printf("back many_8 a4 %ld\n", (long)a4);
    printf("back many_8 a5 %ld %g\n", (long)a5.f0, a5.f1);
    printf("back many_8 a6 %ld %g\n", (long)a6.f0, a6.f1);
    printf("back many_8 a7 %g\n", a7);
    return (LD){-8246652713492972875L, 390.125};
}

static void test_many_8(void) {
    LD r = many_8(2786636212309865892L, 1494496207922114563L, 1572874241320113445L, -1185215231038251397L, -3527730708319910937L, (LD){497898999479782354L, 100.0}, (LD){7554576803285756518L, 630.375}, -865.75);
    printf("many_8 gave %ld %g\n", (long)r.f0, r.f1);
    LD s = call_many_8(back_many_8);
    printf("many_8 back gave %ld %g\n", (long)s.f0, s.f1);
}

static FFF back_many_9(double a0, double a1, double a2, double a3, double a4, double a5, double a6, FFF a7, FF a8, LD a9, long a10) {
    printf("back many_9 a0 %g\n", a0);
    printf("back many_9 a1 %g\n", a1);
    printf("back many_9 a2 %g\n", a2);
    printf("back many_9 a3 %g\n", a3);
    printf("back many_9 a4 %g\n", a4);
    printf("back many_9 a5 %g\n", a5);
    printf("back many_9 a6 %g\n", a6);
    printf("back many_9 a7 %g %g %g\n", a7.f0, a7.f1, a7.f2);
    printf("back many_9 a8 %g %g\n", a8.f0, a8.f1);
    printf("back many_9 a9 %ld %g\n", (long)a9.f0, a9.f1);
    printf("back many_9 a10 %ld\n", (long)a10);
    return (FFF){279.125f, -37.0f, 120.25f};
}

static void test_many_9(void) {
    FFF r = many_9(234.75, -940.25, -235.875, -501.125, 799.625, -60.75, -526.75, (FFF){-239.75f, 685.75f, 971.25f}, (FF){494.125f, 173.75f}, (LD){-75248240953453288L, 793.625}, -8559308557852594511L);
    printf("many_9 gave %g %g %g\n", r.f0, r.f1, r.f2);
    FFF s = call_many_9(back_many_9);
    printf("many_9 back gave %g %g %g\n", s.f0, s.f1, s.f2);
}

static unsigned char back_many_10(signed char a0, unsigned char a1, short a2, unsigned short a3, int a4, unsigned a5, long a6, unsigned long a7, signed char a8, _Bool a9, short a10, unsigned short a11, float a12, double a13) {
    printf("back many_10 a0 %ld\n", (long)a0);
    printf("back many_10 a1 %lu\n", (unsigned long)a1);
    printf("back many_10 a2 %ld\n", (long)a2);
    printf("back many_10 a3 %lu\n", (unsigned long)a3);
    printf("back many_10 a4 %ld\n", (long)a4);
    printf("back many_10 a5 %lu\n", (unsigned long)a5);
    printf("back many_10 a6 %ld\n", (long)a6);
    printf("back many_10 a7 %lu\n", (unsigned long)a7);
    printf("back many_10 a8 %ld\n", (long)a8);
    printf("back many_10 a9 %d\n", a9);
    printf("back many_10 a10 %ld\n", (long)a10);
    printf("back many_10 a11 %lu\n", (unsigned long)a11);
    printf("back many_10 a12 %g\n", a12);
    printf("back many_10 a13 %g\n", a13);
    return 12;
}

static void test_many_10(void) {
    unsigned char r = many_10(10, 243, -31065, 9871, -713697511, 1380731674U, 8375550210490684526L, 10888102775757731293UL, 122, 1, -1426, 18075, -782.5f, 828.125);
    printf("many_10 gave %lu\n", (unsigned long)r);
    unsigned char s = call_many_10(back_many_10);
    printf("many_10 back gave %lu\n", (unsigned long)s);
}

static float back_many_11(float a0, float a1, float a2, float a3, float a4, float a5, float a6, float a7, float a8, float a9) {
    printf("back many_11 a0 %g\n", a0);
    printf("back many_11 a1 %g\n", a1);
    printf("back many_11 a2 %g\n", a2);
    printf("back many_11 a3 %g\n", a3);
    printf("back many_11 a4 %g\n", a4);
    printf("back many_11 a5 %g\n", a5);
    printf("back many_11 a6 %g\n", a6);
    printf("back many_11 a7 %g\n", a7);
    printf("back many_11 a8 %g\n", a8);
    printf("back many_11 a9 %g\n", a9);
    return 967.5f;
}

static void test_many_11(void) {
    float r = many_11(-42.625f, 283.125f, 69.0f, -589.125f, -243.375f, 790.5f, 299.875f, -833.875f, -516.375f, -988.875f);
    printf("many_11 gave %g\n", r);
    float s = call_many_11(back_many_11);
    printf("many_11 back gave %g\n", s);
}

static _Bool back_many_12(_Bool a0, _Bool a1, _Bool a2, _Bool a3, _Bool a4, _Bool a5, _Bool a6, _Bool a7, _Bool a8) {
    printf("back many_12 a0 %d\n", a0);
    printf("back many_12 a1 %d\n", a1);
    printf("back many_12 a2 %d\n", a2);
    printf("back many_12 a3 %d\n", a3);
    printf("back many_12 a4 %d\n", a4);
    printf("back many_12 a5 %d\n", a5);
    printf("back many_12 a6 %d\n", a6);
    printf("back many_12 a7 %d\n", a7);
    printf("back many_12 a8 %d\n", a8);
    return 1;
}

static void test_many_12(void) {
    _Bool r = many_12(1, 0, 1, 1, 0, 0, 1, 1, 1);
    printf("many_12 gave %d\n", r);
    _Bool s = call_many_12(back_many_12);
    printf("many_12 back gave %d\n", s);
}

static Pk back_many_13(Pk a0, long a1, Pk a2, long a3, long a4, long a5, long a6, long a7, Pk a8) {
    printf("back many_13 a0 %lu %ld\n", (unsigned long)a0.f0, (long)a0.f1);
    printf("back many_13 a1 %ld\n", (long)a1);
    printf("back many_13 a2 %lu %ld\n", (unsigned long)a2.f0, (long)a2.f1);
    printf("back many_13 a3 %ld\n", (long)a3);
    printf("back many_13 a4 %ld\n", (long)a4);
    printf("back many_13 a5 %ld\n", (long)a5);
    printf("back many_13 a6 %ld\n", (long)a6);
    printf("back many_13 a7 %ld\n", (long)a7);
    printf("back many_13 a8 %lu %ld\n", (unsigned long)a8.f0, (long)a8.f1);
    return (Pk){43, -696443980};
}

static void test_many_13(void) {
    Pk r = many_13((Pk){126, -358296337}, -3288154558958998968L, (Pk){251, 272258942}, 7025021718268816224L, 7239715547679323173L, -1289722426088038170L, -7774273602412832815L, -3672972690806708959L, (Pk){236, -143407653});
    printf("many_13 gave %lu %ld\n", (unsigned long)r.f0, (long)r.f1);
    Pk s = call_many_13(back_many_13);
    printf("many_13 back gave %lu %ld\n", (unsigned long)s.f0, (long)s.f1);
}

static short back_many_14(long a0, Big a1, C3 a2, Pk a3, Pk a4, FFF a5, LD a6, Dbl a7, long a8, double a9, _Bool a10, LD a11) {
    printf("back many_14 a0 %ld\n", (long)a0);
    printf("back many_14 a1 %ld %ld %ld\n", (long)a1.f0, (long)a1.f1, (long)a1.f2);
    printf("back many_14 a2 %lu %lu %lu\n", (unsigned long)a2.f0, (unsigned long)a2.f1, (unsigned long)a2.f2);
    printf("back many_14 a3 %lu %ld\n", (unsigned long)a3.f0, (long)a3.f1);
    printf("back many_14 a4 %lu %ld\n", (unsigned long)a4.f0, (long)a4.f1);
    printf("back many_14 a5 %g %g %g\n", a5.f0, a5.f1, a5.f2);
    printf("back many_14 a6 %ld %g\n", (long)a6.f0, a6.f1);
    printf("back many_14 a7 %g\n", a7.f0);
    printf("back many_14 a8 %ld\n", (long)a8);
    printf("back many_14 a9 %g\n", a9);
    printf("back many_14 a10 %d\n", a10);
    printf("back many_14 a11 %ld %g\n", (long)a11.f0, a11.f1);
    return -9240;
}

static void test_many_14(void) {
    short r = many_14(-976267919282158442L, (Big){1965605213215306272L, 4825737518768557478L, 7075702330616112007L}, (C3){197, 108, 171}, (Pk){38, -2065356646}, (Pk){215, -126284571}, (FFF){-534.5f, 775.375f, 489.375f}, (LD){4868998141881169548L, 707.125}, (Dbl){636.625}, 43321043810447492L, -797.125, 1, (LD){-3972355831184128165L, 879.375});
    printf("many_14 gave %ld\n", (long)r);
    short s = call_many_14(back_many_14);
    printf("many_14 back gave %ld\n", (long)s);
}

static Pk back_many_15(Big a0, long a1, Big a2, int a3, long a4, Big a5, FFF a6, float a7, C3 a8, unsigned short a9, LD a10, double a11, LD a12) {
    printf("back many_15 a0 %ld %ld %ld\n", (long)a0.f0, (long)a0.f1, (long)a0.f2);
    printf("back many_15 a1 %ld\n", (long)a1);
    printf("back many_15 a2 %ld %ld %ld\n", (long)a2.f0, (long)a2.f1, (long)a2.f2);
    printf("back many_15 a3 %ld\n", (long)a3);
    printf("back many_15 a4 %ld\n", (long)a4);
    printf("back many_15 a5 %ld %ld %ld\n", (long)a5.f0, (long)a5.f1, (long)a5.f2);
    printf("back many_15 a6 %g %g %g\n", a6.f0, a6.f1, a6.f2);
    printf("back many_15 a7 %g\n", a7);
    printf("back many_15 a8 %lu %lu %lu\n", (unsigned long)a8.f0, (unsigned long)a8.f1, (unsigned long)a8.f2);
    printf("back many_15 a9 %lu\n", (unsigned long)a9);
    printf("back many_15 a10 %ld %g\n", (long)a10.f0, a10.f1);
    printf("back many_15 a11 %g\n", a11);
    printf("back many_15 a12 %ld %g\n", (long)a12.f0, a12.f1);
    return (Pk){181, -16301157};
}

static void test_many_15(void) {
    Pk r = many_15((Big){-4244154882472767384L, -3312200832741184391L, -2120594979838530629L}, -5858117200673802139L, (Big){2075320233696747716L, 6795970117788397881L, 1305514980364961759L}, -1410707999, -3578354618256895490L, (Big){7148739910536021499L, -4085622150295808917L, 415865639330239444L}, (FFF){773.0f, 545.0f, 386.75f}, -125.25f, (C3){47, 139, 145}, 18836, (LD){-895085553226746527L, -19.5}, 392.125, (LD){-4942687856486908892L, -633.25});
    printf("many_15 gave %lu %ld\n", (unsigned long)r.f0, (long)r.f1);
    Pk s = call_many_15(back_many_15);
    printf("many_15 back gave %lu %ld\n", (unsigned long)s.f0, (long)s.f1);
}

static Dbl back_many_16(long a0, DD a1, Dbl a2, _Bool a3, LL a4, long a5, Big a6, int a7, _Bool a8, LD a9, float a10) {
    printf("back many_16 a0 %ld\n", (long)a0);
    printf("back many_16 a1 %g %g\n", a1.f0, a1.f1);
    printf("back many_16 a2 %g\n", a2.f0);
    printf("back many_16 a3 %d\n", a3);
    printf("back many_16 a4 %ld %ld\n", (long)a4.f0, (long)a4.f1);
    printf("back many_16 a5 %ld\n", (long)a5);
    printf("back many_16 a6 %ld %ld %ld\n", (long)a6.f0, (long)a6.f1, (long)a6.f2);
    printf("back many_16 a7 %ld\n", (long)a7);
    printf("back many_16 a8 %d\n", a8);
    printf("back many_16 a9 %ld %g\n", (long)a9.f0, a9.f1);
    printf("back many_16 a10 %g\n", a10);
    return (Dbl){-419.375};
}

static void test_many_16(void) {
    Dbl r = many_16(-8099895026839969878L, (DD){-237.375, 655.0}, (Dbl){635.625}, 1, (LL){-1155127243200097526L, 4179601977473519089L}, -5705055233239079669L, (Big){-7401748736330391942L, -6160215161430195729L, 1612854833328509060L}, -1782897428, 0, (LD){7166997698726069470L, -494.0}, 571.625f);
    printf("many_16 gave %g\n", r.f0);
    Dbl s = call_many_16(back_many_16);
    printf("many_16 back gave %g\n", s.f0);
}

static float back_many_17(float a0, DD a1, int a2, FFF a3, Big a4, C3 a5, float a6, C3 a7, double a8) {
    printf("back many_17 a0 %g\n", a0);
    printf("back many_17 a1 %g %g\n", a1.f0, a1.f1);
    printf("back many_17 a2 %ld\n", (long)a2);
    printf("back many_17 a3 %g %g %g\n", a3.f0, a3.f1, a3.f2);
    printf("back many_17 a4 %ld %ld %ld\n", (long)a4.f0, (long)a4.f1, (long)a4.f2);
    printf("back many_17 a5 %lu %lu %lu\n", (unsigned long)a5.f0, (unsigned long)a5.f1, (unsigned long)a5.f2);
    printf("back many_17 a6 %g\n", a6);
    printf("back many_17 a7 %lu %lu %lu\n", (unsigned long)a7.f0, (unsigned long)a7.f1, (unsigned long)a7.f2);
    printf("back many_17 a8 %g\n", a8);
    return -234.5f;
}

static void test_many_17(void) {
    float r = many_17(448.25f, (DD){-734.25, -323.75}, -869090629, (FFF){-189.875f, -926.25f, -843.625f}, (Big){5938502195017383754L, -4696931658386772112L, -658523797124848179L}, (C3){21, 160, 88}, 718.0f, (C3){73, 102, 195}, 730.5);
    printf("many_17 gave %g\n", r);
    float s = call_many_17(back_many_17);
    printf("many_17 back gave %g\n", s);
}

static float back_many_18(DD a0, FF a1, LL a2, C3 a3, double a4, long a5, LD a6, long a7) {
    printf("back many_18 a0 %g %g\n", a0.f0, a0.f1);
    printf("back many_18 a1 %g %g\n", a1.f0, a1.f1);
    printf("back many_18 a2 %ld %ld\n", (long)a2.f0, (long)a2.f1);
    printf("back many_18 a3 %lu %lu %lu\n", (unsigned long)a3.f0, (unsigned long)a3.f1, (unsigned long)a3.f2);
    printf("back many_18 a4 %g\n", a4);
    printf("back many_18 a5 %ld\n", (long)a5);
    printf("back many_18 a6 %ld %g\n", (long)a6.f0, a6.f1);
    printf("back many_18 a7 %ld\n", (long)a7);
    return 393.25f;
}

static void test_many_18(void) {
    float r = many_18((DD){254.625, 581.125}, (FF){944.75f, 740.25f}, (LL){680606748579181974L, 9190913547424598035L}, (C3){101, 30, 237}, -362.125, 6485134169780219402L, (LD){-5419377389913279106L, 762.625}, -5570517886438681888L);
    printf("many_18 gave %g\n", r);
    float s = call_many_18(back_many_18);
    printf("many_18 back gave %g\n", s);
}

static Big back_many_19(FFF a0, signed char a1, LL a2, long a3, unsigned short a4, FFF a5, double a6) {
    printf("back many_19 a0 %g %g %g\n", a0.f0, a0.f1, a0.f2);
    printf("back many_19 a1 %ld\n", (long)a1);
    printf("back many_19 a2 %ld %ld\n", (long)a2.f0, (long)a2.f1);
    printf("back many_19 a3 %ld\n", (long)a3);
    printf("back many_19 a4 %lu\n", (unsigned long)a4);
    printf("back many_19 a5 %g %g %g\n", a5.f0, a5.f1, a5.f2);
    printf("back many_19 a6 %g\n", a6);
    return (Big){2586327557433720228L, 4115420123878753105L, 288887177649141007L};
}

static void test_many_19(void) {
    Big r = many_19((FFF){-940.125f, -727.5f, 519.125f}, 121, (LL){-7580387581687536352L, -5337581108097628622L}, -4457547931377648860L, 57498, (FFF){-266.75f, -277.125f, 141.875f}, 582.0);
    printf("many_19 gave %ld %ld %ld\n", (long)r.f0, (long)r.f1, (long)r.f2);
    Big s = call_many_19(back_many_19);
    printf("many_19 back gave %ld %ld %ld\n", (long)s.f0, (long)s.f1, (long)s.f2);
}

static LL back_many_20(DD a0, Big a1, float a2, Dbl a3, _Bool a4, long a5, FFF a6, int a7, double a8) {
    printf("back many_20 a0 %g %g\n", a0.f0, a0.f1);
    printf("back many_20 a1 %ld %ld %ld\n", (long)a1.f0, (long)a1.f1, (long)a1.f2);
    printf("back many_20 a2 %g\n", a2);
    printf("back many_20 a3 %g\n", a3.f0);
    printf("back many_20 a4 %d\n", a4);
    printf("back many_20 a5 %ld\n", (long)a5);
    printf("back many_20 a6 %g %g %g\n", a6.f0, a6.f1, a6.f2);
    printf("back many_20 a7 %ld\n", (long)a7);
    printf("back many_20 a8 %g\n", a8);
    return (LL){-7043260232488246488L, 3997630218221887010L};
}

static void test_many_20(void) {
    LL r = many_20((DD){830.0, -163.0}, (Big){-6249853482040553322L, 841936090961707105L, -4117971164106563861L}, -63.5f, (Dbl){-405.0}, 1, 8824470420019589602L, (FFF){90.875f, -132.125f, 531.25f}, 1118388694, -787.375);
    printf("many_20 gave %ld %ld\n", (long)r.f0, (long)r.f1);
    LL s = call_many_20(back_many_20);
    printf("many_20 back gave %ld %ld\n", (long)s.f0, (long)s.f1);
}

static LD back_many_21(FFF a0, long a1, FF a2, FF a3, FF a4, FFF a5, signed char a6, C3 a7) {
    printf("back many_21 a0 %g %g %g\n", a0.f0, a0.f1, a0.f2);
    printf("back many_21 a1 %ld\n", (long)a1);
    printf("back many_21 a2 %g %g\n", a2.f0, a2.f1);
    printf("back many_21 a3 %g %g\n", a3.f0, a3.f1);
    printf("back many_21 a4 %g %g\n", a4.f0, a4.f1);
    printf("back many_21 a5 %g %g %g\n", a5.f0, a5.f1, a5.f2);
    printf("back many_21 a6 %ld\n", (long)a6);
    printf("back many_21 a7 %lu %lu %lu\n", (unsigned long)a7.f0, (unsigned long)a7.f1, (unsigned long)a7.f2);
    return (LD){6640754738635578935L, 525.625};
}

static void test_many_21(void) {
    LD r = many_21((FFF){319.875f, -339.5f, -133.5f}, -8870573370813995804L, (FF){-367.25f, -108.25f}, (FF){-838.625f, -201.125f}, (FF){-470.0f, 935.25f}, (FFF){-600.375f, 993.875f, 197.0f}, 117, (C3){241, 86, 15});
    printf("many_21 gave %ld %g\n", (long)r.f0, r.f1);
    LD s = call_many_21(back_many_21);
    printf("many_21 back gave %ld %g\n", (long)s.f0, s.f1);
}

static FFF back_many_22(FFF a0, Big a1, _Bool a2, unsigned short a3, double a4, Pk a5, Dbl a6, FF a7, int a8, C3 a9, LD a10, double a11) {
    printf("back many_22 a0 %g %g %g\n", a0.f0, a0.f1, a0.f2);
    printf("back many_22 a1 %ld %ld %ld\n", (long)a1.f0, (long)a1.f1, (long)a1.f2);
    printf("back many_22 a2 %d\n", a2);
    printf("back many_22 a3 %lu\n", (unsigned long)a3);
    printf("back many_22 a4 %g\n", a4);
    printf("back many_22 a5 %lu %ld\n", (unsigned long)a5.f0, (long)a5.f1);
    printf("back many_22 a6 %g\n", a6.f0);
    printf("back many_22 a7 %g %g\n", a7.f0, a7.f1);
    printf("back many_22 a8 %ld\n", (long)a8);
    printf("back many_22 a9 %lu %lu %lu\n", (unsigned long)a9.f0, (unsigned long)a9.f1, (unsigned long)a9.f2);
    printf("back many_22 a10 %ld %g\n", (long)a10.f0, a10.f1);
    printf("back many_22 a11 %g\n", a11);
    return (FFF){-458.0f, 566.625f, 140.25f};
}

static void test_many_22(void) {
    FFF r = many_22((FFF){-137.625f, 821.75f, -627.875f}, (Big){-3594529120686003939L, -3980687644814720698L, 4236228832144536310L}, 1, 41157, 394.75, (Pk){237, -1896467946}, (Dbl){209.0}, (FF){88.625f, 299.625f}, 898862009, (C3){244, 45, 41}, (LD){4684775016252713834L, 593.25}, 723.125);
    printf("many_22 gave %g %g %g\n", r.f0, r.f1, r.f2);
    FFF s = call_many_22(back_many_22);
    printf("many_22 back gave %g %g %g\n", s.f0, s.f1, s.f2);
}

static Big back_many_23(DD a0, unsigned short a1, Big a2, long a3, long a4, unsigned short a5) {
    printf("back many_23 a0 %g %g\n", a0.f0, a0.f1);
    printf("back many_23 a1 %lu\n", (unsigned long)a1);
    printf("back many_23 a2 %ld %ld %ld\n", (long)a2.f0, (long)a2.f1, (long)a2.f2);
    printf("back many_23 a3 %ld\n", (long)a3);
    printf("back many_23 a4 %ld\n", (long)a4);
    printf("back many_23 a5 %lu\n", (unsigned long)a5);
    return (Big){1154903146513609155L, -3682543488643637872L, -8117677048623525900L};
}

static void test_many_23(void) {
    Big r = many_23((DD){-652.125, -435.875}, 887, (Big){6881539391465836795L, 202696361566066814L, -1069094176594189004L}, 337945524047974509L, 4947382272693918502L, 48824);
    printf("many_23 gave %ld %ld %ld\n", (long)r.f0, (long)r.f1, (long)r.f2);
    Big s = call_many_23(back_many_23);
    printf("many_23 back gave %ld %ld %ld\n", (long)s.f0, (long)s.f1, (long)s.f2);
}

static float back_many_24(long a0, int a1, _Bool a2, LD a3, C3 a4, DD a5, int a6, long a7, float a8, Pk a9, signed char a10, Pk a11) {
    printf("back many_24 a0 %ld\n", (long)a0);
    printf("back many_24 a1 %ld\n", (long)a1);
    printf("back many_24 a2 %d\n", a2);
    printf("back many_24 a3 %ld %g\n", (long)a3.f0, a3.f1);
    printf("back many_24 a4 %lu %lu %lu\n", (unsigned long)a4.f0, (unsigned long)a4.f1, (unsigned long)a4.f2);
    printf("back many_24 a5 %g %g\n", a5.f0, a5.f1);
    printf("back many_24 a6 %ld\n", (long)a6);
    printf("back many_24 a7 %ld\n", (long)a7);
    printf("back many_24 a8 %g\n", a8);
    printf("back many_24 a9 %lu %ld\n", (unsigned long)a9.f0, (long)a9.f1);
    printf("back many_24 a10 %ld\n", (long)a10);
    printf("back many_24 a11 %lu %ld\n", (unsigned long)a11.f0, (long)a11.f1);
    return 288.875f;
}

static void test_many_24(void) {
    float r = many_24(-1963851008680330918L, 1325260163, 1, (LD){-1604888904786663182L, -523.5}, (C3){231, 150, 192}, (DD){-74.25, 45.625}, -1966990370, -5364462290752654184L, -663.5f, (Pk){60, 316926516}, -110, (Pk){40, -1745726666});
    printf("many_24 gave %g\n", r);
    float s = call_many_24(back_many_24);
    printf("many_24 back gave %g\n", s);
}

static FFF back_many_25(FF a0, unsigned short a1, Big a2, Pk a3, long a4, signed char a5, float a6, LD a7, float a8, long a9) {
    printf("back many_25 a0 %g %g\n", a0.f0, a0.f1);
    printf("back many_25 a1 %lu\n", (unsigned long)a1);
    printf("back many_25 a2 %ld %ld %ld\n", (long)a2.f0, (long)a2.f1, (long)a2.f2);
    printf("back many_25 a3 %lu %ld\n", (unsigned long)a3.f0, (long)a3.f1);
    printf("back many_25 a4 %ld\n", (long)a4);
    printf("back many_25 a5 %ld\n", (long)a5);
    printf("back many_25 a6 %g\n", a6);
    printf("back many_25 a7 %ld %g\n", (long)a7.f0, a7.f1);
    printf("back many_25 a8 %g\n", a8);
    printf("back many_25 a9 %ld\n", (long)a9);
    return (FFF){852.375f, 668.125f, -319.625f};
}

static void test_many_25(void) {
    FFF r = many_25((FF){-237.875f, -467.5f}, 29221, (Big){3838557133951820970L, 8736217946977299602L, 4500645066427817617L}, (Pk){100, -29954148}, 689712952054788246L, -78, -164.5f, (LD){3954874420804712372L, 361.25}, -448.375f, -4696538507015196269L);
    printf("many_25 gave %g %g %g\n", r.f0, r.f1, r.f2);
    FFF s = call_many_25(back_many_25);
    printf("many_25 back gave %g %g %g\n", s.f0, s.f1, s.f2);
}

static Big back_many_26(double a0, signed char a1, unsigned short a2, double a3, _Bool a4, FFF a5, Dbl a6) {
    printf("back many_26 a0 %g\n", a0);
    printf("back many_26 a1 %ld\n", (long)a1);
    printf("back many_26 a2 %lu\n", (unsigned long)a2);
    printf("back many_26 a3 %g\n", a3);
    printf("back many_26 a4 %d\n", a4);
    printf("back many_26 a5 %g %g %g\n", a5.f0, a5.f1, a5.f2);
    printf("back many_26 a6 %g\n", a6.f0);
    return (Big){-9102282688411696339L, -867852024127316123L, 3410705883874758047L};
}

static void test_many_26(void) {
    Big r = many_26(-724.25, -71, 44035, 653.625, 0, (FFF){-266.625f, 119.125f, 905.25f}, (Dbl){281.375});
    printf("many_26 gave %ld %ld %ld\n", (long)r.f0, (long)r.f1, (long)r.f2);
    Big s = call_many_26(back_many_26);
    printf("many_26 back gave %ld %ld %ld\n", (long)s.f0, (long)s.f1, (long)s.f2);
}

static LL back_many_27(long a0, C3 a1, signed char a2, long a3, float a4, Big a5, long a6, unsigned short a7, Big a8, int a9) {
    printf("back many_27 a0 %ld\n", (long)a0);
    printf("back many_27 a1 %lu %lu %lu\n", (unsigned long)a1.f0, (unsigned long)a1.f1, (unsigned long)a1.f2);
    printf("back many_27 a2 %ld\n", (long)a2);
    printf("back many_27 a3 %ld\n", (long)a3);
    printf("back many_27 a4 %g\n", a4);
    printf("back many_27 a5 %ld %ld %ld\n", (long)a5.f0, (long)a5.f1, (long)a5.f2);
    printf("back many_27 a6 %ld\n", (long)a6);
    printf("back many_27 a7 %lu\n", (unsigned long)a7);
    printf("back many_27 a8 %ld %ld %ld\n", (long)a8.f0, (long)a8.f1, (long)a8.f2);
    printf("back many_27 a9 %ld\n", (long)a9);
    return (LL){-7049125027513834107L, -4984279220237809721L};
}

static void test_many_27(void) {
    LL r = many_27(-2950400173435714655L, (C3){80, 188, 32}, -52, -5412948057123463679L, -453.25f, (Big){-6259027005717447325L, 5899437702224622659L, -6965362809242425595L}, -4860387040186775238L, 19882, (Big){7238193874988422973L, 3350122195156319420L, -5884705852314151625L}, 469772551);
    printf("many_27 gave %ld %ld\n", (long)r.f0, (long)r.f1);
    LL s = call_many_27(back_many_27);
    printf("many_27 back gave %ld %ld\n", (long)s.f0, (long)s.f1);
}

int main(void) {
    test_many_1();
    test_many_2();
    test_many_3();
    test_many_4();
    test_many_5();
    test_many_6();
    test_many_7();
    test_many_8();
    test_many_9();
    test_many_10();
    test_many_11();
    test_many_12();
    test_many_13();
    test_many_14();
    test_many_15();
    test_many_16();
    test_many_17();
    test_many_18();
    test_many_19();
    test_many_20();
    test_many_21();
    test_many_22();
    test_many_23();
    test_many_24();
    test_many_25();
    test_many_26();
    test_many_27();
    return 0;
}
