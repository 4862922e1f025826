// What scalars.vx does, in C.
#include <stdio.h>


_Bool bool_1(_Bool a0);
_Bool call_bool_1(_Bool (*f)(_Bool));
_Bool bool_2(_Bool a0);
_Bool call_bool_2(_Bool (*f)(_Bool));
_Bool bool_3(_Bool a0, _Bool a1, _Bool a2, _Bool a3, _Bool a4, _Bool a5, _Bool a6, _Bool a7, _Bool a8);
_Bool call_bool_3(_Bool (*f)(_Bool, _Bool, _Bool, _Bool, _Bool, _Bool, _Bool, _Bool, _Bool));
signed char i8_4(signed char a0);
signed char call_i8_4(signed char (*f)(signed char));
signed char i8_5(signed char a0);
signed char call_i8_5(signed char (*f)(signed char));
signed char i8_6(signed char a0, signed char a1, signed char a2, signed char a3, signed char a4, signed char a5, signed char a6, signed char a7, signed char a8);
signed char call_i8_6(signed char (*f)(signed char, signed char, signed char, signed char, signed char, signed char, signed char, signed char, signed char));
unsigned char u8_7(unsigned char a0);
unsigned char call_u8_7(unsigned char (*f)(unsigned char));
unsigned char u8_8(unsigned char a0);
unsigned char call_u8_8(unsigned char (*f)(unsigned char));
unsigned char u8_9(unsigned char a0, unsigned char a1, unsigned char a2, unsigned char a3, unsigned char a4, unsigned char a5, unsigned char a6, unsigned char a7, unsigned char a8);
unsigned char call_u8_9(unsigned char (*f)(unsigned char, unsigned char, unsigned char, unsigned char, unsigned char, unsigned char, unsigned char, unsigned char, unsigned char));
short i16_10(short a0);
short call_i16_10(short (*f)(short));
short i16_11(short a0);
short call_i16_11(short (*f)(short));
short i16_12(short a0, short a1, short a2, short a3, short a4, short a5, short a6, short a7, short a8);
short call_i16_12(short (*f)(short, short, short, short, short, short, short, short, short));
unsigned short u16_13(unsigned short a0);
unsigned short call_u16_13(unsigned short (*f)(unsigned short));
unsigned short u16_14(unsigned short a0);
unsigned short call_u16_14(unsigned short (*f)(unsigned short));
unsigned short u16_15(unsigned short a0, unsigned short a1, unsigned short a2, unsigned short a3, unsigned short a4, unsigned short a5, unsigned short a6, unsigned short a7, unsigned short a8);
unsigned short call_u16_15(unsigned short (*f)(unsigned short, unsigned short, unsigned short, unsigned short, unsigned short, unsigned short, unsigned short, unsigned short, unsigned short));
int i32_16(int a0);
int call_i32_16(int (*f)(int));
int i32_17(int a0);
int call_i32_17(int (*f)(int));
int i32_18(int a0, int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8);
int call_i32_18(int (*f)(int, int, int, int, int, int, int, int, int));
unsigned u32_19(unsigned a0);
unsigned call_u32_19(unsigned (*f)(unsigned));
unsigned u32_20(unsigned a0);
unsigned call_u32_20(unsigned (*f)(unsigned));
unsigned u32_21(unsigned a0, unsigned a1, unsigned a2, unsigned a3, unsigned a4, unsigned a5, unsigned a6, unsigned a7, unsigned a8);
unsigned call_u32_21(unsigned (*f)(unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned));
long i64_22(long a0);
long call_i64_22(long (*f)(long));
long i64_23(long a0);
long call_i64_23(long (*f)(long));
long i64_24(long a0, long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8);
long call_i64_24(long (*f)(long, long, long, long, long, long, long, long, long));
unsigned long u64_25(unsigned long a0);
unsigned long call_u64_25(unsigned long (*f)(unsigned long));
unsigned long u64_26(unsigned long a0);
unsigned long call_u64_26(unsigned long (*f)(unsigned long));
unsigned long u64_27(unsigned long a0, unsigned long a1, unsigned long a2, unsigned long a3, unsigned long a4, unsigned long a5, unsigned long a6, unsigned long a7, unsigned long a8);
unsigned long call_u64_27(unsigned long (*f)(unsigned long, unsigned long, unsigned long, unsigned long, unsigned long, unsigned long, unsigned long, unsigned long, unsigned long));
float f32_28(float a0);
float call_f32_28(float (*f)(float));
float f32_29(float a0);
float call_f32_29(float (*f)(float));
float f32_30(float a0, float a1, float a2, float a3, float a4, float a5, float a6, float a7, float a8);
float call_f32_30(float (*f)(float, float, float, float, float, float, float, float, float));
double f64_31(double a0);
double call_f64_31(double (*f)(double));
double f64_32(double a0);
double call_f64_32(double (*f)(double));
double f64_33(double a0, double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8);
double call_f64_33(double (*f)(double, double, double, double, double, double, double, double, double));
const char * u8_34(const char *a0);
const char * call_u8_34(const char * (*f)(const char *));
const char * u8_35(const char *a0);
const char * call_u8_35(const char * (*f)(const char *));
const char * u8_36(const char *a0, const char *a1, const char *a2, const char *a3, const char *a4, const char *a5, const char *a6, const char *a7, const char *a8);
const char * call_u8_36(const char * (*f)(const char *, const char *, const char *, const char *, const char *, const char *, const char *, const char *, const char *));

static _Bool back_bool_1(_Bool a0) {
    printf("back bool_1 a0 %d\n", a0);
    return 1;
}

static void test_bool_1(void) {
    _Bool r = bool_1(1);
    printf("bool_1 gave %d\n", r);
    _Bool s = call_bool_1(back_bool_1);
    printf("bool_1 back gave %d\n", s);
}

static _Bool back_bool_2(_Bool a0) {
    printf("back bool_2 a0 %d\n", a0);
    return 0;
}

static void test_bool_2(void) {
    _Bool r = bool_2(1);
    printf("bool_2 gave %d\n", r);
    _Bool s = call_bool_2(back_bool_2);
    printf("bool_2 back gave %d\n", s);
}

static _Bool back_bool_3(_Bool a0, _Bool a1, _Bool a2, _Bool a3, _Bool a4, _Bool a5, _Bool a6, _Bool a7, _Bool a8) {
    printf("back bool_3 a0 %d\n", a0);
    printf("back bool_3 a1 %d\n", a1);
    printf("back bool_3 a2 %d\n", a2);
    printf("back bool_3 a3 %d\n", a3);
    printf("back bool_3 a4 %d\n", a4);
    printf("back bool_3 a5 %d\n", a5);
    printf("back bool_3 a6 %d\n", a6);
    printf("back bool_3 a7 %d\n", a7);
    printf("back bool_3 a8 %d\n", a8);
    return 1;
}

static void test_bool_3(void) {
    _Bool r = bool_3(0, 0, 1, 0, 1, 1, 1, 0, 1);
    printf("bool_3 gave %d\n", r);
    _Bool s = call_bool_3(back_bool_3);
    printf("bool_3 back gave %d\n", s);
}

static signed char back_i8_4(signed char a0) {
    printf("back i8_4 a0 %ld\n", (long)a0);
    return -14;
}

static void test_i8_4(void) {
    signed char r = i8_4(125);
    printf("i8_4 gave %ld\n", (long)r);
    signed char s = call_i8_4(back_i8_4);
    printf("i8_4 back gave %ld\n", (long)s);
}

static signed char back_i8_5(signed char a0) {
    printf("back i8_5 a0 %ld\n", (long)a0);
    return 121;
}

static void test_i8_5(void) {
    signed char r = i8_5(-99);
    printf("i8_5 gave %ld\n", (long)r);
    signed char s = call_i8_5(back_i8_5);
    printf("i8_5 back gave %ld\n", (long)s);
}

static signed char back_i8_6(signed char a0, signed char a1, signed char a2, signed char a3, signed char a4, signed char a5, signed char a6, signed char a7, signed char a8) {
    printf("back i8_6 a0 %ld\n", (long)a0);
    printf("back i8_6 a1 %ld\n", (long)a1);
    printf("back i8_6 a2 %ld\n", (long)a2);
    printf("back i8_6 a3 %ld\n", (long)a3);
    printf("back i8_6 a4 %ld\n", (long)a4);
    printf("back i8_6 a5 %ld\n", (long)a5);
    printf("back i8_6 a6 %ld\n", (long)a6);
    printf("back i8_6 a7 %ld\n", (long)a7);
    printf("back i8_6 a8 %ld\n", (long)a8);
    return 44;
}

static void test_i8_6(void) {
    signed char r = i8_6(-93, 11, -47, 98, 32, 15, -86, 122, 51);
    printf("i8_6 gave %ld\n", (long)r);
    signed char s = call_i8_6(back_i8_6);
    printf("i8_6 back gave %ld\n", (long)s);
}

static unsigned char back_u8_7(unsigned char a0) {
    printf("back u8_7 a0 %lu\n", (unsigned long)a0);
    return 15;
}

static void test_u8_7(void) {
    unsigned char r = u8_7(240);
    printf("u8_7 gave %lu\n", (unsigned long)r);
    unsigned char s = call_u8_7(back_u8_7);
    printf("u8_7 back gave %lu\n", (unsigned long)s);
}

static unsigned char back_u8_8(unsigned char a0) {
    printf("back u8_8 a0 %lu\n", (unsigned long)a0);
    return 182;
}

static void test_u8_8(void) {
    unsigned char r = u8_8(42);
    printf("u8_8 gave %lu\n", (unsigned long)r);
    unsigned char s = call_u8_8(back_u8_8);
    printf("u8_8 back gave %lu\n", (unsigned long)s);
}

static unsigned char back_u8_9(unsigned char a0, unsigned char a1, unsigned char a2, unsigned char a3, unsigned char a4, unsigned char a5, unsigned char a6, unsigned char a7, unsigned char a8) {
    printf("back u8_9 a0 %lu\n", (unsigned long)a0);
    printf("back u8_9 a1 %lu\n", (unsigned long)a1);
    printf("back u8_9 a2 %lu\n", (unsigned long)a2);
    printf("back u8_9 a3 %lu\n", (unsigned long)a3);
    printf("back u8_9 a4 %lu\n", (unsigned long)a4);
    printf("back u8_9 a5 %lu\n", (unsigned long)a5);
    printf("back u8_9 a6 %lu\n", (unsigned long)a6);
    printf("back u8_9 a7 %lu\n", (unsigned long)a7);
    printf("back u8_9 a8 %lu\n", (unsigned long)a8);
    return 104;
}

static void test_u8_9(void) {
    unsigned char r = u8_9(185, 197, 158, 58, 129, 120, 171, 186, 190);
    printf("u8_9 gave %lu\n", (unsigned long)r);
    unsigned char s = call_u8_9(back_u8_9);
    printf("u8_9 back gave %lu\n", (unsigned long)s);
}

static short back_i16_10(short a0) {
    printf("back i16_10 a0 %ld\n", (long)a0);
    return 16600;
}

static void test_i16_10(void) {
    short r = i16_10(17821);
    printf("i16_10 gave %ld\n", (long)r);
    short s = call_i16_10(back_i16_10);
    printf("i16_10 back gave %ld\n", (long)s);
}

static short back_i16_11(short a0) {
    printf("back i16_11 a0 %ld\n", (long)a0);
    return -27657;
}

static void test_i16_11(void) {
    short r = i16_11(3275);
    printf("i16_11 gave %ld\n", (long)r);
    short s = call_i16_11(back_i16_11);
    printf("i16_11 back gave %ld\n", (long)s);
}

static short back_i16_12(short a0, short a1, short a2, short a3, short a4, short a5, short a6, short a7, short a8) {
    printf("back i16_12 a0 %ld\n", (long)a0);
    printf("back i16_12 a1 %ld\n", (long)a1);
    printf("back i16_12 a2 %ld\n", (long)a2);
    printf("back i16_12 a3 %ld\n", (long)a3);
    printf("back i16_12 a4 %ld\n", (long)a4);
    printf("back i16_12 a5 %ld\n", (long)a5);
    printf("back i16_12 a6 %ld\n", (long)a6);
    printf("back i16_12 a7 %ld\n", (long)a7);
    printf("back i16_12 a8 %ld\n", (long)a8);
    return 12908;
}

static void test_i16_12(void) {
    short r = i16_12(12839, -14825, -30353, -4359, -14644, -111, -10211, 6690, 8974);
    printf("i16_12 gave %ld\n", (long)r);
    short s = call_i16_12(back_i16_12);
    printf("i16_12 back gave %ld\n", (long)s);
}

static unsigned short back_u16_13(unsigned short a0) {
    printf("back u16_13 a0 %lu\n", (unsigned long)a0);
    return 60912;
}

static void test_u16_13(void) {
    unsigned short r = u16_13(63048);
    printf("u16_13 gave %lu\n", (unsigned long)r);
    unsigned short s = call_u16_13(back_u16_13);
    printf("u16_13 back gave %lu\n", (unsigned long)s);
}

static unsigned short back_u16_14(unsigned short a0) {
    printf("back u16_14 a0 %lu\n", (unsigned long)a0);
    return 28820;
}

static void test_u16_14(void) {
    unsigned short r = u16_14(47735);
    printf("u16_14 gave %lu\n", (unsigned long)r);
    unsigned short s = call_u16_14(back_u16_14);
    printf("u16_14 back gave %lu\n", (unsigned long)s);
}

static unsigned short back_u16_15(unsigned short a0, unsigned short a1, unsigned short a2, unsigned short a3, unsigned short a4, unsigned short a5, unsigned short a6, unsigned short a7, unsigned short a8) {
    printf("back u16_15 a0 %lu\n", (unsigned long)a0);
    printf("back u16_15 a1 %lu\n", (unsigned long)a1);
    printf("back u16_15 a2 %lu\n", (unsigned long)a2);
    printf("back u16_15 a3 %lu\n", (unsigned long)a3);
    printf("back u16_15 a4 %lu\n", (unsigned long)a4);
    printf("back u16_15 a5 %lu\n", (unsigned long)a5);
    printf("back u16_15 a6 %lu\n", (unsigned long)a6);
    printf("back u16_15 a7 %lu\n", (unsigned long)a7);
    printf("back u16_15 a8 %lu\n", (unsigned long)a8);
    return 34429;
}

static void test_u16_15(void) {
    unsigned short r = u16_15(874, 35160, 44799, 23532, 31665, 1131, 5245, 32447, 15212);
    printf("u16_15 gave %lu\n", (unsigned long)r);
    unsigned short s = call_u16_15(back_u16_15);
    printf("u16_15 back gave %lu\n", (unsigned long)s);
}

static int back_i32_16(int a0) {
    printf("back i32_16 a0 %ld\n", (long)a0);
    return 1693584693;
}

static void test_i32_16(void) {
    int r = i32_16(792554604);
    printf("i32_16 gave %ld\n", (long)r);
    int s = call_i32_16(back_i32_16);
    printf("i32_16 back gave %ld\n", (long)s);
}

static int back_i32_17(int a0) {
    printf("back i32_17 a0 %ld\n", (long)a0);
    return -896267854;
}

static void test_i32_17(void) {
    int r = i32_17(1025704025);
    printf("i32_17 gave %ld\n", (long)r);
    int s = call_i32_17(back_i32_17);
    printf("i32_17 back gave %ld\n", (long)s);
}

static int back_i32_18(int a0, int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8) {
    printf("back i32_18 a0 %ld\n", (long)a0);
    printf("back i32_18 a1 %ld\n", (long)a1);
    printf("back i32_18 a2 %ld\n", (long)a2);
    printf("back i32_18 a3 %ld\n", (long)a3);
    printf("back i32_18 a4 %ld\n", (long)a4);
    printf("back i32_18 a5 %ld\n", (long)a5);
    printf("back i32_18 a6 %ld\n", (long)a6);
    printf("back i32_18 a7 %ld\n", (long)a7);
    printf("back i32_18 a8 %ld\n", (long)a8);
    return 787245724;
}

static void test_i32_18(void) {
    int r = i32_18(502012467, 1602751250, -1949930869, -952172592, -730139506, 1906551712, 1555480170, 65163276, 602289908);
    printf("i32_18 gave %ld\n", (long)r);
    int s = call_i32_18(back_i32_18);
    printf("i32_18 back gave %ld\n", (long)s);
}

static unsigned back_u32_19(unsigned a0) {
    printf("back u32_19 a0 %lu\n", (unsigned long)a0);
    return 860146608U;
}

static void test_u32_19(void) {
    unsigned r = u32_19(117078846U);
    printf("u32_19 gave %lu\n", (unsigned long)r);
    unsigned s = call_u32_19(back_u32_19);
    printf("u32_19 back gave %lu\n", (unsigned long)s);
}

static unsigned back_u32_20(unsigned a0) {
    printf("back u32_20 a0 %lu\n", (unsigned long)a0);
    return 691162646U;
}

static void test_u32_20(void) {
    unsigned r = u32_20(168382537U);
    printf("u32_20 gave %lu\n", (unsigned long)r);
    unsigned s = call_u32_20(back_u32_20);
    printf("u32_20 back gave %lu\n", (unsigned long)s);
}

static unsigned back_u32_21(unsigned a0, unsigned a1, unsigned a2, unsigned a3, unsigned a4, unsigned a5, unsigned a6, unsigned a7, unsigned a8) {
    printf("back u32_21 a0 %lu\n", (unsigned long)a0);
    printf("back u32_21 a1 %lu\n", (unsigned long)a1);
    printf("back u32_21 a2 %lu\n", (unsigned long)a2);
    printf("back u32_21 a3 %lu\n", (unsigned long)a3);
    printf("back u32_21 a4 %lu\n", (unsigned long)a4);
    printf("back u32_21 a5 %lu\n", (unsigned long)a5);
    printf("back u32_21 a6 %lu\n", (unsigned long)a6);
    printf("back u32_21 a7 %lu\n", (unsigned long)a7);
    printf("back u32_21 a8 %lu\n", (unsigned long)a8);
    return 3797982084U;
}

static void test_u32_21(void) {
    unsigned r = u32_21(3981632714U, 3403373548U, 3050645399U, 811483008U, 2624802167U, 2916804993U, 2494014954U, 308087203U, 1527972980U);
    printf("u32_21 gave %lu\n", (unsigned long)r);
    unsigned s = call_u32_21(back_u32_21);
    printf("u32_21 back gave %lu\n", (unsigned long)s);
}

static long back_i64_22(long a0) {
    printf("back i64_22 a0 %ld\n", (long)a0);
    return -4063947755262710230L;
}

static void test_i64_22(void) {
    long r = i64_22(8186593981720483832L);
    printf("i64_22 gave %ld\n", (long)r);
    long s = call_i64_22(back_i64_22);
    printf("i64_22 back gave %ld\n", (long)s);
}

static long back_i64_23(long a0) {
    printf("back i64_23 a0 %ld\n", (long)a0);
    return 7726629408759535894L;
}

static void test_i64_23(void) {
    long r = i64_23(-5509388519572112764L);
    printf("i64_23 gave %ld\n", (long)r);
    long s = call_i64_23(back_i64_23);
    printf("i64_23 back gave %ld\n", (long)s);
}

static long back_i64_24(long a0, long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8) {
    printf("back i64_24 a0 %ld\n", (long)a0);
    printf("back i64_24 a1 %ld\n", (long)a1);
    printf("back i64_24 a2 %ld\n", (long)a2);
    printf("back i64_24 a3 %ld\n", (long)a3);
    printf("back i64_24 a4 %ld\n", (long)a4);
    printf("back i64_24 a5 %ld\n", (long)a5);
    printf("back i64_24 a6 %ld\n", (long)a6);
    printf("back i64_24 a7 %ld\n", (long)a7);
    printf("back i64_24 a8 %ld\n", (long)a8);
    return -2762782637169640082L;
}

static void test_i64_24(void) {
    long r = i64_24(19084176708714754L, 3654192036541002048L, -6228613974127038325L, -652458667447264381L, 1965137420094270075L, 6324970228962449495L, -4613967995943926350L, -744658782104203903L, 6545271132999814480L);
    printf("i64_24 gave %ld\n", (long)r);
    long s = call_i64_24(back_i64_24);
    printf("i64_24 back gave %ld\n", (long)s);
}

static unsigned long back_u64_25(unsigned long a0) {
    printf("back u64_25 a0 %lu\n", (unsigned long)a0);
    return 2480979829283308874UL;
}

static void test_u64_25(void) {
    unsigned long r = u64_25(13507726205651086878UL);
    printf("u64_25 gave %lu\n", (unsigned long)r);
    unsigned long s = call_u64_25(back_u64_25);
    printf("u64_25 back gave %lu\n", (unsigned long)s);
}

static unsigned long back_u64_26(unsigned long a0) {
    printf("back u64_26 a0 %lu\n", (unsigned long)a0);
    return 11200973900902063859UL;
}

static void test_u64_26(void) {
    unsigned long r = u64_26(846897879936044974UL);
    printf("u64_26 gave %lu\n", (unsigned long)r);
    unsigned long s = call_u64_26(back_u64_26);
    printf("u64_26 back gave %lu\n", (unsigned long)s);
}

static unsigned long back_u64_27(unsigned long a0, unsigned long a1, unsigned long a2, unsigned long a3, unsigned long a4, unsigned long a5, unsigned long a6, unsigned long a7, unsigned long a8) {
    printf("back u64_27 a0 %lu\n", (unsigned long)a0);
    printf("back u64_27 a1 %lu\n", (unsigned long)a1);
    printf("back u64_27 a2 %lu\n", (unsigned long)a2);
    printf("back u64_27 a3 %lu\n", (unsigned long)a3);
    printf("back u64_27 a4 %lu\n", (unsigned long)a4);
    printf("back u64_27 a5 %lu\n", (unsigned long)a5);
    printf("back u64_27 a6 %lu\n", (unsigned long)a6);
    printf("back u64_27 a7 %lu\n", (unsigned long)a7);
    printf("back u64_27 a8 %lu\n", (unsigned long)a8);
    return 10122987113889986785UL;
}

static void test_u64_27(void) {
    unsigned long r = u64_27(2321325293210440634UL, 6980599126807949603UL, 6268981601206599369UL, 7004034164819752425UL, 17337903203093082082UL, 14889888901258883480UL, 14550435101687792526UL, 4697884181696578006UL, 785277901736262511UL);
    printf("u64_27 gave %lu\n", (unsigned long)r);
    unsigned long s = call_u64_27(back_u64_27);
    printf("u64_27 back gave %lu\n", (unsigned long)s);
}

static float back_f32_28(float a0) {
    printf("back f32_28 a0 %g\n", a0);
    return 543.875f;
}

static void test_f32_28(void) {
    float r = f32_28(971.375f);
    printf("f32_28 gave %g\n", r);
    float s = call_f32_28(back_f32_28);
    printf("f32_28 back gave %g\n", s);
}

static float back_f32_29(float a0) {
    printf("back f32_29 a0 %g\n", a0);
    return -735.25f;
}

static void test_f32_29(void) {
    float r = f32_29(-853.0f);
    printf("f32_29 gave %g\n", r);
    float s = call_f32_29(back_f32_29);
    printf("f32_29 back gave %g\n", s);
}

static float back_f32_30(float a0, float a1, float a2, float a3, float a4, float a5, float a6, float a7, float a8) {
    printf("back f32_30 a0 %g\n", a0);
    printf("back f32_30 a1 %g\n", a1);
    printf("back f32_30 a2 %g\n", a2);
    printf("back f32_30 a3 %g\n", a3);
    printf("back f32_30 a4 %g\n", a4);
    printf("back f32_30 a5 %g\n", a5);
    printf("back f32_30 a6 %g\n", a6);
    printf("back f32_30 a7 %g\n", a7);
    printf("back f32_30 a8 %g\n", a8);
    return 977.625f;
}

static void test_f32_30(void) {
    float r = f32_30(-286.5f, -872.25f, -525.5f, -778.625f, -133.625f, -827.5f, 650.375f, -884.5f, 713.875f);
    printf("f32_30 gave %g\n", r);
    float s = call_f32_30(back_f32_30);
    printf("f32_30 back gave %g\n", s);
}

static double back_f64_31(double a0) {
    printf("back f64_31 a0 %g\n", a0);
    return 529.25;
}

static void test_f64_31(void) {
    double r = f64_31(486.25);
    printf("f64_31 gave %g\n", r);
    double s = call_f64_31(back_f64_31);
    printf("f64_31 back gave %g\n", s);
}

static double back_f64_32(double a0) {
    printf("back f64_32 a0 %g\n", a0);
    return 214.75;
}

static void test_f64_32(void) {
    double r = f64_32(731.5);
    printf("f64_32 gave %g\n", r);
    double s = call_f64_32(back_f64_32);
    printf("f64_32 back gave %g\n", s);
}

static double back_f64_33(double a0, double a1, double a2, double a3, double a4, double a5, double a6, double a7, double a8) {
    printf("back f64_33 a0 %g\n", a0);
    printf("back f64_33 a1 %g\n", a1);
    printf("back f64_33 a2 %g\n", a2);
    printf("back f64_33 a3 %g\n", a3);
    printf("back f64_33 a4 %g\n", a4);
    printf("back f64_33 a5 %g\n", a5);
    printf("back f64_33 a6 %g\n", a6);
    printf("back f64_33 a7 %g\n", a7);
    printf("back f64_33 a8 %g\n", a8);
    return 343.5;
}

static void test_f64_33(void) {
    double r = f64_33(-533.25, 202.25, 896.75, 645.25, -26.375, 288.625, -577.0, -56.125, 549.875);
    printf("f64_33 gave %g\n", r);
    double s = call_f64_33(back_f64_33);
    printf("f64_33 back gave %g\n", s);
}

static const char * back_u8_34(const char *a0) {
    printf("back u8_34 a0 %s\n", a0);
    return "hgfgf";
}

static void test_u8_34(void) {
    const char * r = u8_34("jfafc");
    printf("u8_34 gave %s\n", r);
    const char * s = call_u8_34(back_u8_34);
    printf("u8_34 back gave %s\n", s);
}

static const char * back_u8_35(const char *a0) {
    printf("back u8_35 a0 %s\n", a0);
    return "jjcih";
}

static void test_u8_35(void) {
    const char * r = u8_35("fjghf");
    printf("u8_35 gave %s\n", r);
    const char * s = call_u8_35(back_u8_35);
    printf("u8_35 back gave %s\n", s);
}

static const char * back_u8_36(const char *a0, const char *a1, const char *a2, const char *a3, const char *a4, const char *a5, const char *a6, const char *a7, const char *a8) {
    printf("back u8_36 a0 %s\n", a0);
    printf("back u8_36 a1 %s\n", a1);
    printf("back u8_36 a2 %s\n", a2);
    printf("back u8_36 a3 %s\n", a3);
    printf("back u8_36 a4 %s\n", a4);
    printf("back u8_36 a5 %s\n", a5);
    printf("back u8_36 a6 %s\n", a6);
    printf("back u8_36 a7 %s\n", a7);
    printf("back u8_36 a8 %s\n", a8);
    return "igjfc";
}

static void test_u8_36(void) {
    const char * r = u8_36("eefgb", "bjhcf", "icjjj", "egfef", "ffijh", "bcjgd", "fjfjf", "ceffg", "aifib");
    printf("u8_36 gave %s\n", r);
    const char * s = call_u8_36(back_u8_36);
    printf("u8_36 back gave %s\n", s);
}

int main(void) {
    test_bool_1();
    test_bool_2();
    test_bool_3();
    test_i8_4();
    test_i8_5();
    test_i8_6();
    test_u8_7();
    test_u8_8();
    test_u8_9();
    test_i16_10();
    test_i16_11();
    test_i16_12();
    test_u16_13();
    test_u16_14();
    test_u16_15();
    test_i32_16();
    test_i32_17();
    test_i32_18();
    test_u32_19();
    test_u32_20();
    test_u32_21();
    test_i64_22();
    test_i64_23();
    test_i64_24();
    test_u64_25();
    test_u64_26();
    test_u64_27();
    test_f32_28();
    test_f32_29();
    test_f32_30();
    test_f64_31();
    test_f64_32();
    test_f64_33();
    test_u8_34();
    test_u8_35();
    test_u8_36();
    return 0;
}
