// The C side of scalars.vx.
#include <stdarg.h>
#include <stdio.h>


_Bool bool_1(_Bool a0) {
    printf("bool_1 a0 %d\n", a0);
    return 0;
}

_Bool call_bool_1(_Bool (*f)(_Bool)) {
    return f(0);
}

_Bool bool_2(_Bool a0) {
    printf("bool_2 a0 %d\n", a0);
    return 1;
}

_Bool call_bool_2(_Bool (*f)(_Bool)) {
    return f(1);
}

_Bool bool_3(_Bool a0, _Bool a1, _Bool a2, _Bool a3, _Bool a4, _Bool a5, _Bool a6, _Bool a7, _Bool a8) {
    printf("bool_3 a0 %d\n", a0);
    printf("bool_3 a1 %d\n", a1);
    printf("bool_3 a2 %d\n", a2);
    printf("bool_3 a3 %d\n", a3);
    printf("bool_3 a4 %d\n", a4);
    printf("bool_3 a5 %d\n", a5);
    printf("bool_3 a6 %d\n", a6);
    printf("bool_3 a7 %d\n", a7);
    printf("bool_3 a8 %d\n", a8);
    return 0;
}

_Bool call_bool_3(_Bool (*f)(_Bool, _Bool, _Bool, _Bool, _Bool, _Bool, _Bool, _Bool, _Bool)) {
    return f(1, 0, 1, 1, 0, 1, 1, 0, 1);
}

signed char i8_4(signed char a0) {
    printf("i8_4 a0 %ld\n", (long)a0);
    return -19;
}

signed char call_i8_4(signed char (*f)(signed char)) {
    return f(115);
}

signed char i8_5(signed char a0) {
    printf("i8_5 a0 %ld\n", (long)a0);
    return 42;
}

signed char call_i8_5(signed char (*f)(signed char)) {
    return f(-19);
}

signed char i8_6(signed char a0, signed char a1, signed char a2, signed char a3, signed char a4, signed char a5, signed char a6, signed char a7, signed char a8) {
    printf("i8_6 a0 %ld\n", (long)a0);
    printf("i8_6 a1 %ld\n", (long)a1);
    printf("i8_6 a2 %ld\n", (long)a2);
    printf("i8_6 a3 %ld\n", (long)a3);
    printf("i8_6 a4 %ld\n", (long)a4);
    printf("i8_6 a5 %ld\n", (long)a5);
    printf("i8_6 a6 %ld\n", (long)a6);
    printf("i8_6 a7 %ld\n", (long)a7);
    printf("i8_6 a8 %ld\n", (long)a8);
    return 99;
}

signed char call_i8_6(signed char (*f)(signed char, signed char, signed char, signed char, signed char, signed char, signed char, signed char, signed char)) {
    return f(-114, 15, -84, 2, 81, -106, -25, 28, -20);
}

unsigned char u8_7(unsigned char a0) {
    printf("u8_7 a0 %lu\n", (unsigned long)a0);
    return 244;
}

unsigned char call_u8_7(unsigned char (*f)(unsigned char)) {
    return f(196);
}

unsigned char u8_8(unsigned char a0) {
    printf("u8_8 a0 %lu\n", (unsigned long)a0);
    return 98;
}

unsigned char call_u8_8(unsigned char (*f)(unsigned char)) {
    return f(133);
}

unsigned char u8_9(unsigned char a0, unsigned char a1, unsigned char a2, unsigned char a3, unsigned char a4, unsigned char a5, unsigned char a6, unsigned char a7, unsigned char a8) {
    printf("u8_9 a0 %lu\n", (unsigned long)a0);
    printf("u8_9 a1 %lu\n", (unsigned long)a1);
    printf("u8_9 a2 %lu\n", (unsigned long)a2);
    printf("u8_9 a3 %lu\n", (unsigned long)a3);
    printf("u8_9 a4 %lu\n", (unsigned long)a4);
    printf("u8_9 a5 %lu\n", (unsigned long)a5);
    printf("u8_9 a6 %lu\n", (unsigned long)a6);
    printf("u8_9 a7 %lu\n", (unsigned long)a7);
    printf("u8_9 a8 %lu\n", (unsigned long)a8);
    return 91;
}

unsigned char call_u8_9(unsigned char (*f)(unsigned char, unsigned char, unsigned char, unsigned char, unsigned char, unsigned char, unsigned char, unsigned char, unsigned char)) {
    return f(14, 195, 220, 16, 13, 113, 218, 22, 198);
}

short i16_10(short a0) {
    printf("i16_10 a0 %ld\n", (long)a0);
    return 7032;
}

short call_i16_10(short (*f)(short)) {
    return f(-26043);
}

short i16_11(short a0) {
    printf("i16_11 a0 %ld\n", (long)a0);
    return -18308;
}

short call_i16_11(short (*f)(short)) {
    return f(-21099);
}

short i16_12(short a0, short a1, short a2, short a3, short a4, short a5, short a6, short a7, short a8) {
    printf("i16_12 a0 %ld\n", (long)a0);
    printf("i16_12 a1 %ld\n", (long)a1);
    printf("i16_12 a2 %ld\n", (long)a2);
    printf("i16_12 a3 %ld\n", (long)a3);
    printf("i16_12 a4 %ld\n", (long)a4);
    printf("i16_12 a5 %ld\n", (long)a5);
    printf("i16_12 a6 %ld\n", (long)a6);
    printf("i16_12 a7 %ld\n", (long)a7);
    printf("i16_12 a8 %ld\n", (long)a8);
    return 14804;
}

short call_i16_12(short (*f)(short, short, short, short, short, short, short, short, short)) {
    return f(-29356, 919, -2669, -8630, -19084, -10508, -14293, -2907, -1555);
}

unsigned short u16_13(unsigned short a0) {
    printf("u16_13 a0 %lu\n", (unsigned long)a0);
    return 31445;
}

unsigned short call_u16_13(unsigned short (*f)(unsigned short)) {
    return f(21962);
}

unsigned short u16_14(unsigned short a0) {
    printf("u16_14 a0 %lu\n", (unsigned long)a0);
    return 23842;
}

unsigned short call_u16_14(unsigned short (*f)(unsigned short)) {
    return f(24803);
}

unsigned short u16_15(unsigned short a0, unsigned short a1, unsigned short a2, unsigned short a3, unsigned short a4, unsigned short a5, unsigned short a6, unsigned short a7, unsigned short a8) {
    printf("u16_15 a0 %lu\n", (unsigned long)a0);
    printf("u16_15 a1 %lu\n", (unsigned long)a1);
    printf("u16_15 a2 %lu\n", (unsigned long)a2);
    printf("u16_15 a3 %lu\n", (unsigned long)a3);
    printf("u16_15 a4 %lu\n", (unsigned long)a4);
    printf("u16_15 a5 %lu\n", (unsigned long)a5);
    printf("u16_15 a6 %lu\n", (unsigned long)a6);
    printf("u16_15 a7 %lu\n", (unsigned long)a7);
    printf("u16_15 a8 %lu\n", (unsigned long)a8);
    return 47310;
}

unsigned short call_u16_15(unsigned short (*f)(unsigned short, unsigned short, unsigned short, unsigned short, unsigned short, unsigned short, unsigned short, unsigned short, unsigned short)) {
    return f(20290, 3133, 42265, 36626, 15480, 30082, 62572, 64192, 46364);
}

int i32_16(int a0) {
    printf("i32_16 a0 %ld\n", (long)a0);
    return 1918464888;
}

int call_i32_16(int (*f)(int)) {
    return f(-236949225);
}

int i32_17(int a0) {
    printf("i32_17 a0 %ld\n", (long)a0);
    return -1451064824;
}

int call_i32_17(int (*f)(int)) {
    return f(-219914978);
}

int i32_18(int a0, int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8) {
    printf("i32_18 a0 %ld\n", (long)a0);
    printf("i32_18 a1 %ld\n", (long)a1);
    printf("i32_18 a2 %ld\n", (long)a2);
    printf("i32_18 a3 %ld\n", (long)a3);
    printf("i32_18 a4 %ld\n", (long)a4);
    printf("i32_18 a5 %ld\n", (long)a5);
    printf("i32_18 a6 %ld\n", (long)a6);
    printf("i32_18 a7 %ld\n", (long)a7);
    printf("i32_18 a8 %ld\n", (long)a8);
    return 841690726;
}

int call_i32_18(int (*f)(int, int, int, int, int, int, int, int, int)) {
    return f(-235800155, 879161698, 1254589714, -1228062129, 1005055007, -923329359, 90110581, -1052517806, -2025002893);
}

unsigned u32_19(unsigned a0) {
    printf("u32_19 a0 %lu\n", (unsigned long)a0);
    return 1141736322U;
}

unsigned call_u32_19(unsigned (*f)(unsigned)) {
    return f(594330685U);
}

unsigned u32_20(unsigned a0) {
    printf("u32_20 a0 %lu\n", (unsigned long)a0);
    return 2391990712U;
}

unsigned call_u32_20(unsigned (*f)(unsigned)) {
    return f(4209120988U);
}

unsigned u32_21(unsigned a0, unsigned a1, unsigned a2, unsigned a3, unsigned a4, unsigned a5, unsigned a6, unsigned a7, unsigned a8) {
    printf("u32_21 a0 %lu\n", (unsigned long)a0);
    printf("u32_21 a1 %lu\n", (unsigned long)a1);
    printf("u32_21 a2 %lu\n", (unsigned long)a2);
    printf("u32_21 a3 %lu\n", (unsigned long)a3);
    printf("u32_21 a4 %lu\n", (unsigned long)a4);
    printf("u32_21 a5 %lu\n", (unsigned long)a5);
    printf("u32_21 a6 %lu\n", (unsigned long)a6);
    printf("u32_21 a7 %lu\n", (unsigned long)a7);
    printf("u32_21 a8 %lu\n", (unsigned long)a8);
    return 1427939568U;
}

unsigned call_u32_21(unsigned (*f)(unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned)) {
    return f(2948631246U, 3095456526U, 1872704690U, 755043088U, 898322764U, 2675729083U, 2084651146U, 2552109003U, 1962608092U);
}

long i64_22(long a0) {
    printf("i64_22 a0 %ld\n", (long)a0);
    return -9080881754202572922L;
}

long call_i64_22(long (*f)(long)) {
    return f(-2576807857508794059L);
}

long i64_23(long a0) {
    printf("i64_23 a0 %ld\n", (long)a0);
    return -1245994563940649846L;
}

long call_i64_23(long (*f)(long)) {
    return f(-5158084661266993345L);
}

long i64_24(long a0, long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8) {
    printf("i64_24 a0 %ld\n", (long)a0);
    printf("i64_24 a1 %ld\n", (long)a1);
    printf("i64_24 a2 %ld\n", (long)a2);
    printf("i64_24 a3 %ld\n", (long)a3);
    printf("i64_24 a4 %ld\n", (long)a4);
    printf("i64_24 a5 %ld\n", (long)a5);
    printf("i64_24 a6 %ld\n", (long)a6);
    printf("i64_24 a7 %ld\n", (long)a7);
    printf("i64_24 a8 %ld\n", (long)a8);
    return 6118231645517180857L;
}

long call_i64_24(long (*f)(long, long, long, long, long, long, long, long, long)) {
    return f(-5026647372789962868L, 700799052250642257L, 4820093829089112669L, -1931554945476582913L, 3198456022947272982L, 3011863303021289714L, 8714897271291911487L, 993941546845311760L, 3334860937483423894L);
}

unsigned long u64_25(unsigned long a0) {
    printf("u64_25 a0 %lu\n", (unsigned long)a0);
    return 14297474619668426400UL;
}

unsigned long call_u64_25(unsigned long (*f)(unsigned long)) {
    return f(3142516065861662861UL);
}

unsigned long u64_26(unsigned long a0) {
    printf("u64_26 a0 %lu\n", (unsigned long)a0);
    return 6729104894511889990UL;
}

unsigned long call_u64_26(unsigned long (*f)(unsigned long)) {
    return f(5216736571000771935UL);
}

unsigned long u64_27(unsigned long a0, unsigned long a1, unsigned long a2, unsigned long a3, unsigned long a4, unsigned long a5, unsigned long a6, unsigned long a7, unsigned long a8) {
    printf("u64_27 a0 %lu\n", (unsigned long)a0);
    printf("u64_27 a1 %lu\n", (unsigned long)a1);
    printf("u64_27 a2 %lu\n", (unsigned long)a2);
    printf("u64_27 a3 %lu\n", (unsigned long)a3);
    printf("u64_27 a4 %lu\n", (unsigned long)a4);
    printf("u64_27 a5 %lu\n", (unsigned long)a5);
    printf("u64_27 a6 %lu\n", (unsigned long)a6);
    printf("u64_27 a7 %lu\n", (unsigned long)a7);
    printf("u64_27 a8 %lu\n", (unsigned long)a8);
    return 3155180912966061200UL;
}

unsigned long call_u64_27(unsigned long (*f)(unsigned long, unsigned long, unsigned long, unsigned long, unsigned long, unsigned long, unsigned long, unsigned long, unsigned long)) {
    return f(18106081948805320599UL, 1887630610016133424UL, 8272485627208114116UL, 14770457939544778420UL, 8619997139539146729UL, 15502100904723753581UL, 5137570845799836266UL, 2860258097790961706UL, 15781349710219067172UL);
}

float f32_28(float a0) {
    printf("f32_28 a0 %g\n", a0);
    return 244.5f;
}

float call_f32_28(float (*f)(float)) {
    return f(-232.125f);
}

float f32_29(float a0) {
    printf("f32_29 a0 %g\n", a0);
    return 718.25f;
}

float call_f32_29(float (*f)(float)) {
    return f(877.625f);
}

float f32_30(float a0, float a1, float a2, float a3, float a4, float a5, float a6, float a7, float a8) {
    printf("f32_30 a0 %g\n", a0);
    printf("f32_30 a1 %g\n", a1);
    printf("f32_30 a2 %g\n", a2);
    printf("f32_30 a3 %g\n", a3);
    printf("f32_30 a4 %g\n", a4);
    printf("f32_30 a5 %g\n", a5);
    printf("f32_30 a6 %g\n", a6);
    printf("f32_30 a7 %g\n", a7);
    printf("f32_30 a8 %g\n", a8);
    return -982.875f;
}

float call_f32_30(float (*f)(float, float, float, float, float, float, float, float, float)) {
    return f(910.75f, -489.0f, -936.625f, -768.25f, 406.125f, 403.375f, 156.625f, 261.125f, 891.25f);
}

double f64_31(double a0) {
    printf("f64_31 a0 %g\n", a0);
    return 967.125;
}

double call_f64_31(double (*f)(double)) {
    return f(331.875);
}

double f64_32(double a0) {
    printf("f64_32 a0 %g\n", a0);
    return 944.75;
}

double call_f64_32(double (*f)(double)) {
    return f(-942.625);
}

double f64_33(double a0, double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8) {
    printf("f64_33 a0 %g\n", a0);
    printf("f64_33 a1 %g\n", a1);
    printf("f64_33 a2 %g\n", a2);
    printf("f64_33 a3 %g\n", a3);
    printf("f64_33 a4 %g\n", a4);
    printf("f64_33 a5 %g\n", a5);
    printf("f64_33 a6 %g\n", a6);
    printf("f64_33 a7 %g\n", a7);
    printf("f64_33 a8 %g\n", a8);
    return -310.5;
}

double call_f64_33(double (*f)(double, double, double, double, double, double, double, double, double)) {
    return f(-132.625, 330.875, 112.25, 700.625, -353.0, 638.5, -505.0, -199.75, -821.5);
}

const char * u8_34(const char *a0) {
    printf("u8_34 a0 %s\n", a0);
    return "ebhjc";
}

const char * call_u8_34(const char * (*f)(const char *)) {
    return f("eaddb");
}

const char * u8_35(const char *a0) {
    printf("u8_35 a0 %s\n", a0);
    return "djijf";
}

const char * call_u8_35(const char * (*f)(const char *)) {
    return f("bdfge");
}

const char * u8_36(const char *a0, const char *a1, const char *a2, const char *a3, const char *a4, const char *a5, const char *a6, const char *a7, const char *a8) {
    printf("u8_36 a0 %s\n", a0);
    printf("u8_36 a1 %s\n", a1);
    printf("u8_36 a2 %s\n", a2);
    printf("u8_36 a3 %s\n", a3);
    printf("u8_36 a4 %s\n", a4);
    printf("u8_36 a5 %s\n", a5);
    printf("u8_36 a6 %s\n", a6);
    printf("u8_36 a7 %s\n", a7);
    printf("u8_36 a8 %s\n", a8);
    return "ibech";
}

const char * call_u8_36(const char * (*f)(const char *, const char *, const char *, const char *, const char *, const char *, const char *, const char *, const char *)) {
    return f("bechd", "ebddd", "ebdjc", "hehch", "ghhgf", "eddji", "hijff", "gecab", "egehc");
}
