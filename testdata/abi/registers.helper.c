// The C side of registers.vx.
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

LL many_1(long a0, long a1, long a2, long a3, long a4, LL a5, long a6) {
    printf("many_1 a0 %ld\n", (long)a0);
    printf("many_1 a1 %ld\n", (long)a1);
    printf("many_1 a2 %ld\n", (long)a2);
    printf("many_1 a3 %ld\n", (long)a3);
    printf("many_1 a4 %ld\n", (long)a4);
    printf("many_1 a5 %ld %ld\n", (long)a5.f0, (long)a5.f1);
    printf("many_1 a6 %ld\n", (long)a6);
    return (LL){8049898454692178760L, 3691162198968420089L};
}

LL call_many_1(LL (*f)(long, long, long, long, long, LL, long)) {
    return f(4209403765158585616L, -6098231647427662396L, 8231221967296350824L, 8324484260471219345L, -1428023610024533418L, (LL){-6116424283737853017L, -8276426348014182867L}, -6780551391834861910L);
}

C3 many_2(long a0, long a1, long a2, long a3, long a4, long a5, C3 a6, Pk a7, Dbl a8, signed char a9) {
    printf("many_2 a0 %ld\n", (long)a0);
    printf("many_2 a1 %ld\n", (long)a1);
    printf("many_2 a2 %ld\n", (long)a2);
    printf("many_2 a3 %ld\n", (long)a3);
    printf("many_2 a4 %ld\n", (long)a4);
    printf("many_2 a5 %ld\n", (long)a5);
    printf("many_2 a6 %lu %lu %lu\n", (unsigned long)a6.f0, (unsigned long)a6.f1, (unsigned long)a6.f2);
    printf("many_2 a7 %lu %ld\n", (unsigned long)a7.f0, (long)a7.f1);
    printf("many_2 a8 %g\n", a8.f0);
    printf("many_2 a9 %ld\n", (long)a9);
    return (C3){143, 174, 22};
}

C3 call_many_2(C3 (*f)(long, long, long, long, long, long, C3, Pk, Dbl, signed char)) {
    return f(3851693433157670170L, -9126128196735264823L, -1638297863779870212L, 7301455746443947221L, 6379003420987759766L, -6656639955917286903L, (C3){12, 121, 217}, (Pk){57, 1992918771}, (Dbl){222.25}, -127);
}

DD many_3(double a0, double a1, double a2, double a3, double a4, double a5, double a6, DD a7, double a8, LD a9) {
    printf("many_3 a0 %g\n", a0);
    printf("many_3 a1 %g\n", a1);
    printf("many_3 a2 %g\n", a2);
    printf("many_3 a3 %g\n", a3);
    printf("many_3 a4 %g\n", a4);
    printf("many_3 a5 %g\n", a5);
    printf("many_3 a6 %g\n", a6);
    printf("many_3 a7 %g %g\n", a7.f0, a7.f1);
    printf("many_3 a8 %g\n", a8);
    printf("many_3 a9 %ld %g\n", (long)a9.f0, a9.f1);
    return (DD){886.0, -594.25};
}

DD call_many_3(DD (*f)(double, double, double, double, double, double, double, DD, double, LD)) {
    return f(-139.625, -859.125, -184.625, -606.5, 308.0, 566.5, -808.75, (DD){435.25, 187.375}, -702.375, (LD){8111318658638975916L, 247.0});
}

FF many_4(double a0, double a1, double a2, double a3, double a4, double a5, double a6, double a7, FF a8, Dbl a9, float a10) {
    printf("many_4 a0 %g\n", a0);
    printf("many_4 a1 %g\n", a1);
    printf("many_4 a2 %g\n", a2);
    printf("many_4 a3 %g\n", a3);
    printf("many_4 a4 %g\n", a4);
    printf("many_4 a5 %g\n", a5);
    printf("many_4 a6 %g\n", a6);
    printf("many_4 a7 %g\n", a7);
    printf("many_4 a8 %g %g\n", a8.f0, a8.f1);
    printf("many_4 a9 %g\n", a9.f0);
    printf("many_4 a10 %g\n", a10);
    return (FF){-930.0f, -751.625f};
}

FF call_many_4(FF (*f)(double, double, double, double, double, double, double, double, FF, Dbl, float)) {
    return f(779.0, 444.75, -176.0, 947.375, 855.75, -515.125, -668.875, 251.5, (FF){34.0f, -911.875f}, (Dbl){507.25}, -250.625f);
}

Dbl many_5(double a0, double a1, double a2, double a3, double a4, double a5, double a6, double a7, long a8, long a9, long a10, long a11, long a12, long a13, Dbl a14, FF a15, C3 a16, LL a17, short a18) {
    printf("many_5 a0 %g\n", a0);
    printf("many_5 a1 %g\n", a1);
    printf("many_5 a2 %g\n", a2);
    printf("many_5 a3 %g\n", a3);
    printf("many_5 a4 %g\n", a4);
    printf("many_5 a5 %g\n", a5);
    printf("many_5 a6 %g\n", a6);
    printf("many_5 a7 %g\n", a7);
    printf("many_5 a8 %ld\n", (long)a8);
    printf("many_5 a9 %ld\n", (long)a9);
    printf("many_5 a10 %ld\n", (long)a10);
    printf("many_5 a11 %ld\n", (long)a11);
    printf("many_5 a12 %ld\n", (long)a12);
    printf("many_5 a13 %ld\n", (long)a13);
    printf("many_5 a14 %g\n", a14.f0);
    printf("many_5 a15 %g %g\n", a15.f0, a15.f1);
    printf("many_5 a16 %lu %lu %lu\n", (unsigned long)a16.f0, (unsigned long)a16.f1, (unsigned long)a16.f2);
    printf("many_5 a17 %ld %ld\n", (long)a17.f0, (long)a17.f1);
    printf("many_5 a18 %ld\n", (long)a18);
    return (Dbl){-335.0};
}

Dbl call_many_5(Dbl (*f)(double, double, double, double, double, double, double, double, long, long, long, long, long, long, Dbl, FF, C3, LL, short)) {
    return f(668.5, -818.125, -371.0, 289.125, -416.625, -789.0, 59.75, 605.75, -8754989111206529622L, 5178394576676863280L, 5673292818466514126L, -49241673653601221L, 3863631969696390264L, -4643767917549401674L, (Dbl){159.125}, (FF){510.625f, -864.375f}, (C3){217, 118, 49}, (LL){4809788898015025853L, 182202538871858536L}, -8325);
}

Big many_6(long a0, long a1, long a2, long a3, LL a4, long a5) {
    printf("many_6 a0 %ld\n", (long)a0);
    printf("many_6 a1 %ld\n", (long)a1);
    printf("many_6 a2 %ld\n", (long)a2);
    printf("many_6 a3 %ld\n", (long)a3);
    printf("many_6 a4 %ld %ld\n", (long)a4.f0, (long)a4.f1);
    printf("many_6 a5 %ld\n", (long)a5);
    return (Big){5710857355838263824L, -4372602338121498813L, -6194148903343942360L};
}

Big call_many_6(Big (*f)(long, long, long, long, LL, long)) {
    return f(-7004924512593157717L, -6487363650632328009L, -8322684469613283067L, -914260612772014041L, (LL){5286449063974596185L, -3795622473667605230L}, -8950472367745895347L);
}

LD many_7(Big a0, long a1, LL a2, Big a3, LL a4, LL a5, float a6, FFF a7) {
    printf("many_7 a0 %ld %ld %ld\n", (long)a0.f0, (long)a0.f1, (long)a0.f2);
    printf("many_7 a1 %ld\n", (long)a1);
    printf("many_7 a2 %ld %ld\n", (long)a2.f0, (long)a2.f1);
    printf("many_7 a3 %ld %ld %ld\n", (long)a3.f0, (long)a3.f1, (long)a3.f2);
    printf("many_7 a4 %ld %ld\n", (long)a4.f0, (long)a4.f1);
    printf("many_7 a5 %ld %ld\n", (long)a5.f0, (long)a5.f1);
    printf("many_7 a6 %g\n", a6);
    printf("many_7 a7 %g %g %g\n", a7.f0, a7.f1, a7.f2);
    return (LD){-2787839166353549198L, -796.875};
}

LD call_many_7(LD (*f)(Big, long, LL, Big, LL, LL, float, FFF)) {
    return f((Big){-8329449739270086383L, 531961881533856386L, -6026022085638542907L}, 2392242567634005433L, (LL){-7668822562007910483L, 5167837932669079894L}, (Big){-5120671040117774180L, -8983302190455155242L, -5979502087649567201L}, (LL){-798790011519487242L, 1092883117094342792L}, (LL){-2060796250547663932L, -6031167486717829450L}, 123.5f, (FFF){-12.75f, 214.25f, 938.25f});
}

LD many_8(long a0, long a1, long a2, long a3, long a4, LD a5, LD a6, double a7) {
    printf("many_8 a0 %ld\n", (long)a0);
    printf("many_8 a1 %ld\n", (long)a1);
    printf("many_8 a2 %ld\n", (long)a2);
    printf("many_8 a3 %ld\n", (long)a3);
    printf("many_8 a4 %ld\n", (long)a4);
    printf("many_8 a5 %ld %g\n", (long)a5.f0, a5.f1);
    printf("many_8 a6 %ld %g\n", (long)a6.f0, a6.f1);
    printf("many_8 a7 %g\n", a7);
    return (LD){2634388035233306067L, 175.25};
}

LD call_many_8(LD (*f)(long, long, long, long, long, LD, LD, double)) {
    return f(8401309135450828198L, -8036888496865958235L, -5085910989600926628L, -6687814317921911734L, -7385731671356868191L, (LD){-153719809982085090L, -71.25}, (LD){-180488355312995898L, 820.375}, 304.0);
}

FFF many_9(double a0, double a1, double a2, double a3, double a4, double a5, double a6, FFF a7, FF a8, LD a9, long a10) {
    printf("many_9 a0 %g\n", a0);
    printf("many_9 a1 %g\n", a1);
    printf("many_9 a2 %g\n", a2);
    printf("many_9 a3 %g\n", a3);
    printf("many_9 a4 %g\n", a4);
    printf("many_9 a5 %g\n", a5);
    printf("many_9 a6 %g\n", a6);
    printf("many_9 a7 %g %g %g\n", a7.f0, a7.f1, a7.f2);
    printf("many_9 a8 %g %g\n", a8.f0, a8.f1);
    printf("many_9 a9 %ld %g\n", (long)a9.f0, a9.f1);
    printf("many_9 a10 %ld\n", (long)a10);
    return (FFF){274.75f, 222.5f, -826.75f};
}

FFF call_many_9(FFF (*f)(double, double, double, double, double, double, double, FFF, FF, LD, long)) {
    return f(255.875, -904.0, 388.625, -160.875, -167.25, 205.25, -858.875, (FFF){-834.75f, -612.75f, -930.25f}, (FF){245.375f, 541.375f}, (LD){-7666228327196489945L, -867.25}, -2678573774409492157L);
}

unsigned char many_10(signed char a0, unsigned char a1, short a2, unsigned short a3, int a4, unsigned a5, long a6, unsigned long a7, signed char a8, _Bool a9, short a10, unsigned short a11, float a12, double a13) {
    printf("many_10 a0 %ld\n", (long)a0);
    printf("many_10 a1 %lu\n", (unsigned long)a1);
    printf("many_10 a2 %ld\n", (long)a2);
    printf("many_10 a3 %lu\n", (unsigned long)a3);
    printf("many_10 a4 %ld\n", (long)a4);
    printf("many_10 a5 %lu\n", (unsigned long)a5);
    printf("many_10 a6 %ld\n", (long)a6);
    printf("many_10 a7 %lu\n", (unsigned long)a7);
    printf("many_10 a8 %ld\n", (long)a8);
    printf("many_10 a9 %d\n", a9);
    printf("many_10 a10 %ld\n", (long)a10);
    printf("many_10 a11 %lu\n", (unsigned long)a11);
    printf("many_10 a12 %g\n", a12);
    printf("many_10 a13 %g\n", a13);
    return 178;
}

unsigned char call_many_10(unsigned char (*f)(signed char, unsigned char, short, unsigned short, int, unsigned, long, unsigned long, signed char, _Bool, short, unsigned short, float, double)) {
    return f(44, 118, -3179, 16960, -1322150906, 4160465627U, -7183045000629277249L, 2215289332015547116UL, 113, 0, -27357, 48814, -787.875f, 517.625);
}

float many_11(float a0, float a1, float a2, float a3, float a4, float a5, float a6, float a7, float a8, float a9) {
    printf("many_11 a0 %g\n", a0);
    printf("many_11 a1 %g\n", a1);
    printf("many_11 a2 %g\n", a2);
    printf("many_11 a3 %g\n", a3);
    printf("many_11 a4 %g\n", a4);
    printf("many_11 a5 %g\n", a5);
    printf("many_11 a6 %g\n", a6);
    printf("many_11 a7 %g\n", a7);
    printf("many_11 a8 %g\n", a8);
    printf("many_11 a9 %g\n", a9);
    return -475.0f;
}

float call_many_11(float (*f)(float, float, float, float, float, float, float, float, float, float)) {
    return f(563.25f, 60.5f, 398.25f, -595.875f, -968.375f, -100.5f, -481.375f, 933.0f, 250.75f, -954.5f);
}

_Bool many_12(_Bool a0, _Bool a1, _Bool a2, _Bool a3, _Bool a4, _Bool a5, _Bool a6, _Bool a7, _Bool a8) {
    printf("many_12 a0 %d\n", a0);
    printf("many_12 a1 %d\n", a1);
    printf("many_12 a2 %d\n", a2);
    printf("many_12 a3 %d\n", a3);
    printf("many_12 a4 %d\n", a4);
    printf("many_12 a5 %d\n", a5);
    printf("many_12 a6 %d\n", a6);
    printf("many_12 a7 %d\n", a7);
    printf("many_12 a8 %d\n", a8);
    return 1;
}

_Bool call_many_12(_Bool (*f)(_Bool, _Bool, _Bool, _Bool, _Bool, _Bool, _Bool, _Bool, _Bool)) {
    return f(0, 0, 0, 0, 0, 0, 0, 0, 1);
}

Pk many_13(Pk a0, long a1, Pk a2, long a3, long a4, long a5, long a6, long a7, Pk a8) {
    printf("many_13 a0 %lu %ld\n", (unsigned long)a0.f0, (long)a0.f1);
    printf("many_13 a1 %ld\n", (long)a1);
    printf("many_13 a2 %lu %ld\n", (unsigned long)a2.f0, (long)a2.f1);
    printf("many_13 a3 %ld\n", (long)a3);
    printf("many_13 a4 %ld\n", (long)a4);
    printf("many_13 a5 %ld\n", (long)a5);
    printf("many_13 a6 %ld\n", (long)a6);
    printf("many_13 a7 %ld\n", (long)a7);
    printf("many_13 a8 %lu %ld\n", (unsigned long)a8.f0, (long)a8.f1);
    return (Pk){233, -257984711};
}

Pk call_many_13(Pk (*f)(Pk, long, Pk, long, long, long, long, long, Pk)) {
    return f((Pk){197, -1347182087}, -1804721823022544572L, (Pk){30, -751515958}, -6076953775086378283L, 809472693799263943L, -5745014960151297915L, 3903376587156517468L, 2928653173240805326L, (Pk){70, 1905767825});
}

short many_14(long a0, Big a1, C3 a2, Pk a3, Pk a4, FFF a5, LD a6, Dbl a7, long a8, double a9, _Bool a10, LD a11) {
    printf("many_14 a0 %ld\n", (long)a0);
    printf("many_14 a1 %ld %ld %ld\n", (long)a1.f0, (long)a1.f1, (long)a1.f2);
    printf("many_14 a2 %lu %lu %lu\n", (unsigned long)a2.f0, (unsigned long)a2.f1, (unsigned long)a2.f2);
    printf("many_14 a3 %lu %ld\n", (unsigned long)a3.f0, (long)a3.f1);
    printf("many_14 a4 %lu %ld\n", (unsigned long)a4.f0, (long)a4.f1);
    printf("many_14 a5 %g %g %g\n", a5.f0, a5.f1, a5.f2);
    printf("many_14 a6 %ld %g\n", (long)a6.f0, a6.f1);
    printf("many_14 a7 %g\n", a7.f0);
    printf("many_14 a8 %ld\n", (long)a8);
    printf("many_14 a9 %g\n", a9);
    printf("many_14 a10 %d\n", a10);
    printf("many_14 a11 %ld %g\n", (long)a11.f0, a11.f1);
    return 2196;
}

short call_many_14(short (*f)(long, Big, C3, Pk, Pk, FFF, LD, Dbl, long, double, _Bool, LD)) {
    return f(-7905812950168727723L, (Big){-9024089955700898235L, 7765859998528514502L, -8448238873614688871L}, (C3){46, 76, 168}, (Pk){83, 831584902}, (Pk){49, 41293168}, (FFF){687.625f, 617.375f, -173.125f}, (LD){6267381830625849234L, -190.125}, (Dbl){-202.5}, 1596571705746168328L, 36.625, 0, (LD){3508790087456112675L, -268.125});
}

Pk many_15(Big a0, long a1, Big a2, int a3, long a4, Big a5, FFF a6, float a7, C3 a8, unsigned short a9, LD a10, double a11, LD a12) {
    printf("many_15 a0 %ld %ld %ld\n", (long)a0.f0, (long)a0.f1, (long)a0.f2);
    printf("many_15 a1 %ld\n", (long)a1);
    printf("many_15 a2 %ld %ld %ld\n", (long)a2.f0, (long)a2.f1, (long)a2.f2);
    printf("many_15 a3 %ld\n", (long)a3);
    printf("many_15 a4 %ld\n", (long)a4);
    printf("many_15 a5 %ld %ld %ld\n", (long)a5.f0, (long)a5.f1, (long)a5.f2);
    printf("many_15 a6 %g %g %g\n", a6.f0, a6.f1, a6.f2);
    printf("many_15 a7 %g\n", a7);
    printf("many_15 a8 %lu %lu %lu\n", (unsigned long)a8.f0, (unsigned long)a8.f1, (unsigned long)a8.f2);
    printf("many_15 a9 %lu\n", (unsigned long)a9);
    printf("many_15 a10 %ld %g\n", (long)a10.f0, a10.f1);
    printf("many_15 a11 %g\n", a11);
    printf("many_15 a12 %ld %g\n", (long)a12.f0, a12.f1);
    return (Pk){169, -1517539876};
}

Pk call_many_15(Pk (*f)(Big, long, Big, int, long, Big, FFF, float, C3, unsigned short, LD, double, LD)) {
    return f((Big){3294153818035768509L, 4493979262897857657L, -8285484853389676535L}, -4084344438218813924L, (Big){-2871719721159715020L, 1449296719412387320L, 696519455692844967L}, 1196331674, 3119048925665597340L, (Big){-7441977022637476203L, -6741359805197875761L, -5334975448961368707L}, (FFF){531.5f, 112.25f, -724.875f}, 848.0f, (C3){216, 110, 103}, 55456, (LD){6395097933172198461L, 136.375}, -899.0, (LD){5045916441663537113L, 465.625});
}

Dbl many_16(long a0, DD a1, Dbl a2, _Bool a3, LL a4, long a5, Big a6, int a7, _Bool a8, LD a9, float a10) {
    printf("many_16 a0 %ld\n", (long)a0);
    printf("many_16 a1 %g %g\n", a1.f0, a1.f1);
    printf("many_16 a2 %g\n", a2.f0);
    printf("many_16 a3 %d\n", a3);
    printf("many_16 a4 %ld %ld\n", (long)a4.f0, (long)a4.f1);
    printf("many_16 a5 %ld\n", (long)a5);
    printf("many_16 a6 %ld %ld %ld\n", (long)a6.f0, (long)a6.f1, (long)a6.f2);
    printf("many_16 a7 %ld\n", (long)a7);
    printf("many_16 a8 %d\n", a8);
    printf("many_16 a9 %ld %g\n", (long)a9.f0, a9.f1);
    printf("many_16 a10 %g\n", a10);
    return (Dbl){-38.375};
}

Dbl call_many_16(Dbl (*f)(long, DD, Dbl, _Bool, LL, long, Big, int, _Bool, LD, float)) {
    return f(470835940015195030L, (DD){-618.5, 558.375}, (Dbl){87.75}, 1, (LL){734567958831472533L, 3143322033776044679L}, 8760672299026467396L, (Big){-6026465309644080380L, -8181274797331604788L, 6527746463544842127L}, 371937396, 1, (LD){2900401096705603326L, 704.5}, -306.25f);
}

float many_17(float a0, DD a1, int a2, FFF a3, Big a4, C3 a5, float a6, C3 a7, double a8) {
    printf("many_17 a0 %g\n", a0);
    printf("many_17 a1 %g %g\n", a1.f0, a1.f1);
    printf("many_17 a2 %ld\n", (long)a2);
    printf("many_17 a3 %g %g %g\n", a3.f0, a3.f1, a3.f2);
    printf("many_17 a4 %ld %ld %ld\n", (long)a4.f0, (long)a4.f1, (long)a4.f2);
    printf("many_17 a5 %lu %lu %lu\n", (unsigned long)a5.f0, (unsigned long)a5.f1, (unsigned long)a5.f2);
    printf("many_17 a6 %g\n", a6);
    printf("many_17 a7 %lu %lu %lu\n", (unsigned long)a7.f0, (unsigned long)a7.f1, (unsigned long)a7.f2);
    printf("many_17 a8 %g\n", a8);
    return 550.0f;
}

float call_many_17(float (*f)(float, DD, int, FFF, Big, C3, float, C3, double)) {
    return f(617.625f, (DD){812.5, 888.875}, 7625543, (FFF){-688.625f, 702.125f, -223.375f}, (Big){8492890355844702318L, -1903520271411197801L, -3956020450766526909L}, (C3){213, 246, 92}, 712.125f, (C3){48, 255, 133}, -480.5);
}

float many_18(DD a0, FF a1, LL a2, C3 a3, double a4, long a5, LD a6, long a7) {
    printf("many_18 a0 %g %g\n", a0.f0, a0.f1);
    printf("many_18 a1 %g %g\n", a1.f0, a1.f1);
    printf("many_18 a2 %ld %ld\n", (long)a2.f0, (long)a2.f1);
    printf("many_18 a3 %lu %lu %lu\n", (unsigned long)a3.f0, (unsigned long)a3.f1, (unsigned long)a3.f2);
    printf("many_18 a4 %g\n", a4);
    printf("many_18 a5 %ld\n", (long)a5);
    printf("many_18 a6 %ld %g\n", (long)a6.f0, a6.f1);
    printf("many_18 a7 %ld\n", (long)a7);
    return -48.5f;
}

float call_many_18(float (*f)(DD, FF, LL, C3, double, long, LD, long)) {
    return f((DD){475.875, -747.375}, (FF){-478.375f, -364.25f}, (LL){-5063627915135220534L, -5936474436085063428L}, (C3){212, 139, 189}, 931.5, -2799801590251706956L, (LD){1098653812525656815L, 874.0}, 975562888097087185L);
}

Big many_19(FFF a0, signed char a1, LL a2, long a3, unsigned short a4, FFF a5, double a6) {
    printf("many_19 a0 %g %g %g\n", a0.f0, a0.f1, a0.f2);
    printf("many_19 a1 %ld\n", (long)a1);
    printf("many_19 a2 %ld %ld\n", (long)a2.f0, (long)a2.f1);
    printf("many_19 a3 %ld\n", (long)a3);
    printf("many_19 a4 %lu\n", (unsigned long)a4);
    printf("many_19 a5 %g %g %g\n", a5.f0, a5.f1, a5.f2);
    printf("many_19 a6 %g\n", a6);
    return (Big){7495106895377998131L, -7491036538632734848L, -1693317456443957804L};
}

Big call_many_19(Big (*f)(FFF, signed char, LL, long, unsigned short, FFF, double)) {
    return f((FFF){451.5f, -127.125f, 929.875f}, -82, (LL){-4754025739783584893L, -6357761956060185861L}, 1347263811951470479L, 55289, (FFF){-254.375f, 438.875f, 356.625f}, -606.25);
}

LL many_20(DD a0, Big a1, float a2, Dbl a3, _Bool a4, long a5, FFF a6, int a7, double a8) {
    printf("many_20 a0 %g %g\n", a0.f0, a0.f1);
    printf("many_20 a1 %ld %ld %ld\n", (long)a1.f0, (long)a1.f1, (long)a1.f2);
    printf("many_20 a2 %g\n", a2);
    printf("many_20 a3 %g\n", a3.f0);
    printf("many_20 a4 %d\n", a4);
    printf("many_20 a5 %ld\n", (long)a5);
    printf("many_20 a6 %g %g %g\n", a6.f0, a6.f1, a6.f2);
    printf("many_20 a7 %ld\n", (long)a7);
    printf("many_20 a8 %g\n", a8);
    return (LL){7017173858290824590L, 5918536283426233727L};
}

LL call_many_20(LL (*f)(DD, Big, float, Dbl, _Bool, long, FFF, int, double)) {
    return f((DD){490.625, 393.25}, (Big){-5113757148356346776L, -4434233253772257485L, -884427515225269907L}, -233.25f, (Dbl){-866.75}, 0, -1700353398420356960L, (FFF){41.25f, 952.375f, 494.75f}, -1361845954, -869.25);
}

LD many_21(FFF a0, long a1, FF a2, FF a3, FF a4, FFF a5, signed char a6, C3 a7) {
    printf("many_21 a0 %g %g %g\n", a0.f0, a0.f1, a0.f2);
    printf("many_21 a1 %ld\n", (long)a1);
    printf("many_21 a2 %g %g\n", a2.f0, a2.f1);
    printf("many_21 a3 %g %g\n", a3.f0, a3.f1);
    printf("many_21 a4 %g %g\n", a4.f0, a4.f1);
    printf("many_21 a5 %g %g %g\n", a5.f0, a5.f1, a5.f2);
    printf("many_21 a6 %ld\n", (long)a6);
    printf("many_21 a7 %lu %lu %lu\n", (unsigned long)a7.f0, (unsigned long)a7.f1, (unsigned long)a7.f2);
    return (LD){-3835505931450725438L, 454.625};
}

LD call_many_21(LD (*f)(FFF, long, FF, FF, FF, FFF, signed char, C3)) {
    return f((FFF){-983.875f, 62.375f, -756.625f}, 1423745965696821597L, (FF){-988.125f, -588.625f}, (FF){-97.75f, 250.75f}, (FF){-791.0f, -220.5f}, (FFF){36.625f, -438.75f, 414.875f}, 121, (C3){95, 37, 157});
}

FFF many_22(FFF a0, Big a1, _Bool a2, unsigned short a3, double a4, Pk a5, Dbl a6, FF a7, int a8, C3 a9, LD a10, double a11) {
    printf("many_22 a0 %g %g %g\n", a0.f0, a0.f1, a0.f2);
    printf("many_22 a1 %ld %ld %ld\n", (long)a1.f0, (long)a1.f1, (long)a1.f2);
    printf("many_22 a2 %d\n", a2);
    printf("many_22 a3 %lu\n", (unsigned long)a3);
    printf("many_22 a4 %g\n", a4);
    printf("many_22 a5 %lu %ld\n", (unsigned long)a5.f0, (long)a5.f1);
    printf("many_22 a6 %g\n", a6.f0);
    printf("many_22 a7 %g %g\n", a7.f0, a7.f1);
    printf("many_22 a8 %ld\n", (long)a8);
    printf("many_22 a9 %lu %lu %lu\n", (unsigned long)a9.f0, (unsigned long)a9.f1, (unsigned long)a9.f2);
    printf("many_22 a10 %ld %g\n", (long)a10.f0, a10.f1);
    printf("many_22 a11 %g\n", a11);
    return (FFF){482.5f, -309.5f, -848.125f};
}

FFF call_many_22(FFF (*f)(FFF, Big, _Bool, unsigned short, double, Pk, Dbl, FF, int, C3, LD, double)) {
    return f((FFF){629.375f, -21.0f, -667.0f}, (Big){8345307246052591435L, 2023209067931876649L, 9080347766820430158L}, 0, 54129, 97.0, (Pk){254, 1888100297}, (Dbl){-761.5}, (FF){182.875f, 43.125f}, -2094625394, (C3){145, 224, 40}, (LD){8577983999516697689L, 167.0}, 431.625);
}

Big many_23(DD a0, unsigned short a1, Big a2, long a3, long a4, unsigned short a5) {
    printf("many_23 a0 %g %g\n", a0.f0, a0.f1);
    printf("many_23 a1 %lu\n", (unsigned long)a1);
    printf("many_23 a2 %ld %ld %ld\n", (long)a2.f0, (long)a2.f1, (long)a2.f2);
    printf("many_23 a3 %ld\n", (long)a3);
    printf("many_23 a4 %ld\n", (long)a4);
    printf("many_23 a5 %lu\n", (unsigned long)a5);
    return (Big){5031410006603788493L, -6236612500985654203L, 8859831220337701396L};
}

Big call_many_23(Big (*f)(DD, unsigned short, Big, long, long, unsigned short)) {
    return f((DD){-350.5, 425.125}, 41756, (Big){-422645787190099787L, 7035120641237620989L, -3217162489703786845L}, 3671548824136804346L, 7549366121654458088L, 12309);
}

float many_24(long a0, int a1, _Bool a2, LD a3, C3 a4, DD a5, int a6, long a7, float a8, Pk a9, signed char a10, Pk a11) {
    printf("many_24 a0 %ld\n", (long)a0);
    printf("many_24 a1 %ld\n", (long)a1);
    printf("many_24 a2 %d\n", a2);
    printf("many_24 a3 %ld %g\n", (long)a3.f0, a3.f1);
    printf("many_24 a4 %lu %lu %lu\n", (unsigned long)a4.f0, (unsigned long)a4.f1, (unsigned long)a4.f2);
    printf("many_24 a5 %g %g\n", a5.f0, a5.f1);
    printf("many_24 a6 %ld\n", (long)a6);
    printf("many_24 a7 %ld\n", (long)a7);
    printf("many_24 a8 %g\n", a8);
    printf("many_24 a9 %lu %ld\n", (unsigned long)a9.f0, (long)a9.f1);
    printf("many_24 a10 %ld\n", (long)a10);
    printf("many_24 a11 %lu %ld\n", (unsigned long)a11.f0, (long)a11.f1);
    return 583.375f;
}

float call_many_24(float (*f)(long, int, _Bool, LD, C3, DD, int, long, float, Pk, signed char, Pk)) {
    return f(6755247608222096379L, 1922487884, 1, (LD){7181015979011018290L, -404.75}, (C3){27, 228, 87}, (DD){-674.5, 708.625}, -1773560031, 7551773592483400317L, -802.75f, (Pk){61, 1115513639}, 92, (Pk){81, -1070415574});
}

FFF many_25(FF a0, unsigned short a1, Big a2, Pk a3, long a4, signed char a5, float a6, LD a7, float a8, long a9) {
    printf("many_25 a0 %g %g\n", a0.f0, a0.f1);
    printf("many_25 a1 %lu\n", (unsigned long)a1);
    printf("many_25 a2 %ld %ld %ld\n", (long)a2.f0, (long)a2.f1, (long)a2.f2);
    printf("many_25 a3 %lu %ld\n", (unsigned long)a3.f0, (long)a3.f1);
    printf("many_25 a4 %ld\n", (long)a4);
    printf("many_25 a5 %ld\n", (long)a5);
    printf("many_25 a6 %g\n", a6);
    printf("many_25 a7 %ld %g\n", (long)a7.f0, a7.f1);
    printf("many_25 a8 %g\n", a8);
    printf("many_25 a9 %ld\n", (long)a9);
    return (FFF){-174.0f, 426.0f, -819.5f};
}

FFF call_many_25(FFF (*f)(FF, unsigned short, Big, Pk, long, signed char, float, LD, float, long)) {
    return f((FF){-478.0f, -453.75f}, 19851, (Big){4462310224386681882L, 4643332716938761025L, 1951164128965336284L}, (Pk){195, -1571882644}, -821178611624861L, -96, 229.125f, (LD){5690706920328540050L, 261.0}, -205.25f, 849096486149473882L);
}

Big many_26(double a0, signed char a1, unsigned short a2, double a3, _Bool a4, FFF a5, Dbl a6) {
    printf("many_26 a0 %g\n", a0);
    printf("many_26 a1 %ld\n", (long)a1);
    printf("many_26 a2 %lu\n", (unsigned long)a2);
    printf("many_26 a3 %g\n", a3);
    printf("many_26 a4 %d\n", a4);
    printf("many_26 a5 %g %g %g\n", a5.f0, a5.f1, a5.f2);
    printf("many_26 a6 %g\n", a6.f0);
    return (Big){-7234705704890658548L, -9213163260004552268L, 1183656906317241213L};
}

Big call_many_26(Big (*f)(double, signed char, unsigned short, double, _Bool, FFF, Dbl)) {
    return f(-49.625, 115, 48180, 322.25, 1, (FFF){-82.875f, 114.125f, 831.0f}, (Dbl){337.875});
}

LL many_27(long a0, C3 a1, signed char a2, long a3, float a4, Big a5, long a6, unsigned short a7, Big a8, int a9) {
    printf("many_27 a0 %ld\n", (long)a0);
    printf("many_27 a1 %lu %lu %lu\n", (unsigned long)a1.f0, (unsigned long)a1.f1, (unsigned long)a1.f2);
    printf("many_27 a2 %ld\n", (long)a2);
    printf("many_27 a3 %ld\n", (long)a3);
    printf("many_27 a4 %g\n", a4);
    printf("many_27 a5 %ld %ld %ld\n", (long)a5.f0, (long)a5.f1, (long)a5.f2);
    printf("many_27 a6 %ld\n", (long)a6);
    printf("many_27 a7 %lu\n", (unsigned long)a7);
    printf("many_27 a8 %ld %ld %ld\n", (long)a8.f0, (long)a8.f1, (long)a8.f2);
    printf("many_27 a9 %ld\n", (long)a9);
    return (LL){2340263418598714023L, -1798499344938588678L};
}

LL call_many_27(LL (*f)(long, C3, signed char, long, float, Big, long, unsigned short, Big, int)) {
    return f(-1494480311572906112L, (C3){143, 245, 37}, -21, -4036831372800247743L, -779.875f, (Big){109828595777780368L, -6599596933355700262L, 569699582474485427L}, -9085817685083847116L, 48201, (Big){7209911820843095367L, 1241945796137085020L, 2681334998611906178L}, -935720059);
}
