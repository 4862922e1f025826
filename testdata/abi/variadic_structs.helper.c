// The C side of variadic_structs.vx.
#include <stdarg.h>
#include <stdio.h>

typedef struct { long f0; long f1; } LL;
typedef struct { double f0; double f1; } DD;
typedef struct { long f0; double f1; } LD;
typedef struct { float f0; float f1; } FF;
typedef struct { float f0; float f1; float f2; } FFF;
typedef struct { unsigned char f0; unsigned char f1; unsigned char f2; } C3;
typedef struct { long f0; long f1; long f2; } Big;
typedef struct { double f0; } Dbl;

int variadic_1(int a0, ...) {
    printf("variadic_1 a0 %ld\n", (long)a0);
    va_list list;
    va_start(list, a0);
    LL e0 = va_arg(list, LL);
    printf("variadic_1 e0 %ld %ld\n", (long)e0.f0, (long)e0.f1);
    va_end(list);
    return 1;
}

int variadic_2(int a0, ...) {
    printf("variadic_2 a0 %ld\n", (long)a0);
    va_list list;
    va_start(list, a0);
    DD e0 = va_arg(list, DD);
    printf("variadic_2 e0 %g %g\n", e0.f0, e0.f1);
    LD e1 = va_arg(list, LD);
    printf("variadic_2 e1 %ld %g\n", (long)e1.f0, e1.f1);
    FF e2 = va_arg(list, FF);
    printf("variadic_2 e2 %g %g\n", e2.f0, e2.f1);
    va_end(list);
    return 2;
}

int variadic_3(const char *a0, ...) {
    printf("variadic_3 a0 %s\n", a0);
    va_list list;
    va_start(list, a0);
    int e0 = va_arg(list, int);
    printf("variadic_3 e0 %ld\n", (long)e0);
    int e1 = va_arg(list, int);
    printf("variadic_3 e1 %ld\n", (long)e1);
    int e2 = va_arg(list, int);
    printf("variadic_3 e2 %ld\n", (long)e2);
    int e3 = va_arg(list, int);
    printf("variadic_3 e3 %ld\n", (long)e3);
    int e4 = va_arg(list, int);
    printf("variadic_3 e4 %ld\n", (long)e4);
    double e5 = va_arg(list, double);
    printf("variadic_3 e5 %g\n", e5);
    int e6 = va_arg(list, int);
    printf("variadic_3 e6 %ld\n", (long)e6);
    unsigned e7 = va_arg(list, unsigned);
    printf("variadic_3 e7 %lu\n", (unsigned long)e7);
    long e8 = va_arg(list, long);
    printf("variadic_3 e8 %ld\n", (long)e8);
    unsigned long e9 = va_arg(list, unsigned long);
    printf("variadic_3 e9 %lu\n", (unsigned long)e9);
    double e10 = va_arg(list, double);
    printf("variadic_3 e10 %g\n", e10);
    va_end(list);
    return 3;
}

int variadic_4(int a0, ...) {
    printf("variadic_4 a0 %ld\n", (long)a0);
    va_list list;
    va_start(list, a0);
    Big e0 = va_arg(list, Big);
    printf("variadic_4 e0 %ld %ld %ld\n", (long)e0.f0, (long)e0.f1, (long)e0.f2);
    int e1 = va_arg(list, int);
    printf("variadic_4 e1 %ld\n", (long)e1);
    Big e2 = va_arg(list, Big);
    printf("variadic_4 e2 %ld %ld %ld\n", (long)e2.f0, (long)e2.f1, (long)e2.f2);
    va_end(list);
    return 4;
}

int variadic_5(int a0, ...) {
    printf("variadic_5 a0 %ld\n", (long)a0);
    va_list list;
    va_start(list, a0);
    C3 e0 = va_arg(list, C3);
    printf("variadic_5 e0 %lu %lu %lu\n", (unsigned long)e0.f0, (unsigned long)e0.f1, (unsigned long)e0.f2);
    FFF e1 = va_arg(list, FFF);
    printf("variadic_5 e1 %g %g %g\n", e1.f0, e1.f1, e1.f2);
    Dbl e2 = va_arg(list, Dbl);
    printf("variadic_5 e2 %g\n", e2.f0);
    const char *e3 = va_arg(list, const char *);
    printf("variadic_5 e3 %s\n", e3);
    va_end(list);
    return 5;
}

int variadic_6(long a0, long a1, long a2, long a3, long a4, ...) {
    printf("variadic_6 a0 %ld\n", (long)a0);
    printf("variadic_6 a1 %ld\n", (long)a1);
    printf("variadic_6 a2 %ld\n", (long)a2);
    printf("variadic_6 a3 %ld\n", (long)a3);
    printf("variadic_6 a4 %ld\n", (long)a4);
    va_list list;
    va_start(list, a4);
    LL e0 = va_arg(list, LL);
    printf("variadic_6 e0 %ld %ld\n", (long)e0.f0, (long)e0.f1);
    long e1 = va_arg(list, long);
    printf("variadic_6 e1 %ld\n", (long)e1);
    LL e2 = va_arg(list, LL);
    printf("variadic_6 e2 %ld %ld\n", (long)e2.f0, (long)e2.f1);
    va_end(list);
    return 6;
}

int variadic_7(double a0, double a1, double a2, double a3, double a4, double a5, ...) {
    printf("variadic_7 a0 %g\n", a0);
    printf("variadic_7 a1 %g\n", a1);
    printf("variadic_7 a2 %g\n", a2);
    printf("variadic_7 a3 %g\n", a3);
    printf("variadic_7 a4 %g\n", a4);
    printf("variadic_7 a5 %g\n", a5);
    va_list list;
    va_start(list, a5);
    DD e0 = va_arg(list, DD);
    printf("variadic_7 e0 %g %g\n", e0.f0, e0.f1);
    double e1 = va_arg(list, double);
    printf("variadic_7 e1 %g\n", e1);
    DD e2 = va_arg(list, DD);
    printf("variadic_7 e2 %g %g\n", e2.f0, e2.f1);
    double e3 = va_arg(list, double);
    printf("variadic_7 e3 %g\n", e3);
    va_end(list);
    return 7;
}

int variadic_8(int a0, ...) {
    printf("variadic_8 a0 %ld\n", (long)a0);
    va_list list;
    va_start(list, a0);
    double e0 = va_arg(list, double);
    printf("variadic_8 e0 %g\n", e0);
    double e1 = va_arg(list, double);
    printf("variadic_8 e1 %g\n", e1);
    double e2 = va_arg(list, double);
    printf("variadic_8 e2 %g\n", e2);
    double e3 = va_arg(list, double);
    printf("variadic_8 e3 %g\n", e3);
    double e4 = va_arg(list, double);
    printf("variadic_8 e4 %g\n", e4);
    double e5 = va_arg(list, double);
    printf("variadic_8 e5 %g\n", e5);
    double e6 = va_arg(list, double);
    printf("variadic_8 e6 %g\n", e6);
    double e7 = va_arg(list, double);
    printf("variadic_8 e7 %g\n", e7);
    double e8 = va_arg(list, double);
    printf("variadic_8 e8 %g\n", e8);
    double e9 = va_arg(list, double);
    printf("variadic_8 e9 %g\n", e9);
    int e10 = va_arg(list, int);
    printf("variadic_8 e10 %ld\n", (long)e10);
    int e11 = va_arg(list, int);
    printf("variadic_8 e11 %ld\n", (long)e11);
    int e12 = va_arg(list, int);
    printf("variadic_8 e12 %ld\n", (long)e12);
    int e13 = va_arg(list, int);
    printf("variadic_8 e13 %ld\n", (long)e13);
    int e14 = va_arg(list, int);
    printf("variadic_8 e14 %ld\n", (long)e14);
    int e15 = va_arg(list, int);
    printf("variadic_8 e15 %ld\n", (long)e15);
    int e16 = va_arg(list, int);
    printf("variadic_8 e16 %ld\n", (long)e16);
    int e17 = va_arg(list, int);
    printf("variadic_8 e17 %ld\n", (long)e17);
    int e18 = va_arg(list, int);
    printf("variadic_8 e18 %ld\n", (long)e18);
    int e19 = va_arg(list, int);
    printf("variadic_8 e19 %ld\n", (long)e19);
    va_end(list);
    return 8;
}

int variadic_9(LD a0, ...) {
    printf("variadic_9 a0 %ld %g\n", (long)a0.f0, a0.f1);
    va_list list;
    va_start(list, a0);
    LD e0 = va_arg(list, LD);
    printf("variadic_9 e0 %ld %g\n", (long)e0.f0, e0.f1);
    LD e1 = va_arg(list, LD);
    printf("variadic_9 e1 %ld %g\n", (long)e1.f0, e1.f1);
    LD e2 = va_arg(list, LD);
    printf("variadic_9 e2 %ld %g\n", (long)e2.f0, e2.f1);
    LD e3 = va_arg(list, LD);
    printf("variadic_9 e3 %ld %g\n", (long)e3.f0, e3.f1);
    LD e4 = va_arg(list, LD);
    printf("variadic_9 e4 %ld %g\n", (long)e4.f0, e4.f1);
    va_end(list);
    return 9;
}

int variadic_10(Big a0, C3 a1, ...) {
    printf("variadic_10 a0 %ld %ld %ld\n", (long)a0.f0, (long)a0.f1, (long)a0.f2);
    printf("variadic_10 a1 %lu %lu %lu\n", (unsigned long)a1.f0, (unsigned long)a1.f1, (unsigned long)a1.f2);
    va_list list;
    va_start(list, a1);
    C3 e0 = va_arg(list, C3);
    printf("variadic_10 e0 %lu %lu %lu\n", (unsigned long)e0.f0, (unsigned long)e0.f1, (unsigned long)e0.f2);
    Big e1 = va_arg(list, Big);
    printf("variadic_10 e1 %ld %ld %ld\n", (long)e1.f0, (long)e1.f1, (long)e1.f2);
    FF e2 = va_arg(list, FF);
    printf("variadic_10 e2 %g %g\n", e2.f0, e2.f1);
    va_end(list);
    return 10;
}

int variadic_11(int a0, ...) {
    printf("variadic_11 a0 %ld\n", (long)a0);
    va_list list;
    va_start(list, a0);
    long e0 = va_arg(list, long);
    printf("variadic_11 e0 %ld\n", (long)e0);
    long e1 = va_arg(list, long);
    printf("variadic_11 e1 %ld\n", (long)e1);
    long e2 = va_arg(list, long);
    printf("variadic_11 e2 %ld\n", (long)e2);
    long e3 = va_arg(list, long);
    printf("variadic_11 e3 %ld\n", (long)e3);
    long e4 = va_arg(list, long);
    printf("variadic_11 e4 %ld\n", (long)e4);
    long e5 = va_arg(list, long);
    printf("variadic_11 e5 %ld\n", (long)e5);
    long e6 = va_arg(list, long);
    printf("variadic_11 e6 %ld\n", (long)e6);
    long e7 = va_arg(list, long);
    printf("variadic_11 e7 %ld\n", (long)e7);
    va_end(list);
    return 11;
}

int variadic_12(float a0, signed char a1, ...) {
    printf("variadic_12 a0 %g\n", a0);
    printf("variadic_12 a1 %ld\n", (long)a1);
    va_list list;
    va_start(list, a1);
    double e0 = va_arg(list, double);
    printf("variadic_12 e0 %g\n", e0);
    int e1 = va_arg(list, int);
    printf("variadic_12 e1 %ld\n", (long)e1);
    int e2 = va_arg(list, int);
    printf("variadic_12 e2 %ld\n", (long)e2);
    va_end(list);
    return 12;
}

int variadic_13(LL a0, ...) {
    printf("variadic_13 a0 %ld %ld\n", (long)a0.f0, (long)a0.f1);
    va_list list;
    va_start(list, a0);
    FF e0 = va_arg(list, FF);
    printf("variadic_13 e0 %g %g\n", e0.f0, e0.f1);
    FF e1 = va_arg(list, FF);
    printf("variadic_13 e1 %g %g\n", e1.f0, e1.f1);
    FF e2 = va_arg(list, FF);
    printf("variadic_13 e2 %g %g\n", e2.f0, e2.f1);
    const char *e3 = va_arg(list, const char *);
    printf("variadic_13 e3 %s\n", e3);
    DD e4 = va_arg(list, DD);
    printf("variadic_13 e4 %g %g\n", e4.f0, e4.f1);
    FFF e5 = va_arg(list, FFF);
    printf("variadic_13 e5 %g %g %g\n", e5.f0, e5.f1, e5.f2);
    va_end(list);
    return 13;
}

int variadic_14(double a0, ...) {
    printf("variadic_14 a0 %g\n", a0);
    va_list list;
    va_start(list, a0);
    int e0 = va_arg(list, int);
    printf("variadic_14 e0 %ld\n", (long)e0);
    unsigned long e1 = va_arg(list, unsigned long);
    printf("variadic_14 e1 %lu\n", (unsigned long)e1);
    unsigned long e2 = va_arg(list, unsigned long);
    printf("variadic_14 e2 %lu\n", (unsigned long)e2);
    va_end(list);
    return 14;
}

int variadic_15(LL a0, ...) {
    printf("variadic_15 a0 %ld %ld\n", (long)a0.f0, (long)a0.f1);
    va_list list;
    va_start(list, a0);
    const char *e0 = va_arg(list, const char *);
    printf("variadic_15 e0 %s\n", e0);
    va_end(list);
    return 15;
}

int variadic_16(double a0, ...) {
    printf("variadic_16 a0 %g\n", a0);
    va_list list;
    va_start(list, a0);
    int e0 = va_arg(list, int);
    printf("variadic_16 e0 %ld\n", (long)e0);
    const char *e1 = va_arg(list, const char *);
    printf("variadic_16 e1 %s\n", e1);
    Big e2 = va_arg(list, Big);
    printf("variadic_16 e2 %ld %ld %ld\n", (long)e2.f0, (long)e2.f1, (long)e2.f2);
    LD e3 = va_arg(list, LD);
    printf("variadic_16 e3 %ld %g\n", (long)e3.f0, e3.f1);
    va_end(list);
    return 16;
}

int variadic_17(int a0, ...) {
    printf("variadic_17 a0 %ld\n", (long)a0);
    va_list list;
    va_start(list, a0);
    int e0 = va_arg(list, int);
    printf("variadic_17 e0 %ld\n", (long)e0);
    double e1 = va_arg(list, double);
    printf("variadic_17 e1 %g\n", e1);
    va_end(list);
    return 17;
}

int variadic_18(const char *a0, ...) {
    printf("variadic_18 a0 %s\n", a0);
    va_list list;
    va_start(list, a0);
    FF e0 = va_arg(list, FF);
    printf("variadic_18 e0 %g %g\n", e0.f0, e0.f1);
    FF e1 = va_arg(list, FF);
    printf("variadic_18 e1 %g %g\n", e1.f0, e1.f1);
    DD e2 = va_arg(list, DD);
    printf("variadic_18 e2 %g %g\n", e2.f0, e2.f1);
    DD e3 = va_arg(list, DD);
    printf("variadic_18 e3 %g %g\n", e3.f0, e3.f1);
    va_end(list);
    return 18;
}

int variadic_19(const char *a0, ...) {
    printf("variadic_19 a0 %s\n", a0);
    va_list list;
    va_start(list, a0);
    DD e0 = va_arg(list, DD);
    printf("variadic_19 e0 %g %g\n", e0.f0, e0.f1);
    DD e1 = va_arg(list, DD);
    printf("variadic_19 e1 %g %g\n", e1.f0, e1.f1);
    const char *e2 = va_arg(list, const char *);
    printf("variadic_19 e2 %s\n", e2);
    double e3 = va_arg(list, double);
    printf("variadic_19 e3 %g\n", e3);
    double e4 = va_arg(list, double);
    printf("variadic_19 e4 %g\n", e4);
    double e5 = va_arg(list, double);
    printf("variadic_19 e5 %g\n", e5);
    FF e6 = va_arg(list, FF);
    printf("variadic_19 e6 %g %g\n", e6.f0, e6.f1);
    double e7 = va_arg(list, double);
    printf("variadic_19 e7 %g\n", e7);
    C3 e8 = va_arg(list, C3);
    printf("variadic_19 e8 %lu %lu %lu\n", (unsigned long)e8.f0, (unsigned long)e8.f1, (unsigned long)e8.f2);
    va_end(list);
    return 19;
}

int variadic_20(int a0, ...) {
    printf("variadic_20 a0 %ld\n", (long)a0);
    va_list list;
    va_start(list, a0);
    const char *e0 = va_arg(list, const char *);
    printf("variadic_20 e0 %s\n", e0);
    DD e1 = va_arg(list, DD);
    printf("variadic_20 e1 %g %g\n", e1.f0, e1.f1);
    double e2 = va_arg(list, double);
    printf("variadic_20 e2 %g\n", e2);
    double e3 = va_arg(list, double);
    printf("variadic_20 e3 %g\n", e3);
    int e4 = va_arg(list, int);
    printf("variadic_20 e4 %ld\n", (long)e4);
    DD e5 = va_arg(list, DD);
    printf("variadic_20 e5 %g %g\n", e5.f0, e5.f1);
    FFF e6 = va_arg(list, FFF);
    printf("variadic_20 e6 %g %g %g\n", e6.f0, e6.f1, e6.f2);
    Dbl e7 = va_arg(list, Dbl);
    printf("variadic_20 e7 %g\n", e7.f0);
    va_end(list);
    return 20;
}

int variadic_21(int a0, ...) {
    printf("variadic_21 a0 %ld\n", (long)a0);
    va_list list;
    va_start(list, a0);
    int e0 = va_arg(list, int);
    printf("variadic_21 e0 %ld\n", (long)e0);
    LL e1 = va_arg(list, LL);
    printf("variadic_21 e1 %ld %ld\n", (long)e1.f0, (long)e1.f1);
    const char *e2 = va_arg(list, const char *);
    printf("variadic_21 e2 %s\n", e2);
    const char *e3 = va_arg(list, const char *);
    printf("variadic_21 e3 %s\n", e3);
    double e4 = va_arg(list, double);
    printf("variadic_21 e4 %g\n", e4);
    Big e5 = va_arg(list, Big);
    printf("variadic_21 e5 %ld %ld %ld\n", (long)e5.f0, (long)e5.f1, (long)e5.f2);
    va_end(list);
    return 21;
}

int variadic_22(double a0, ...) {
    printf("variadic_22 a0 %g\n", a0);
    va_list list;
    va_start(list, a0);
    int e0 = va_arg(list, int);
    printf("variadic_22 e0 %ld\n", (long)e0);
    Dbl e1 = va_arg(list, Dbl);
    printf("variadic_22 e1 %g\n", e1.f0);
    Big e2 = va_arg(list, Big);
    printf("variadic_22 e2 %ld %ld %ld\n", (long)e2.f0, (long)e2.f1, (long)e2.f2);
    double e3 = va_arg(list, double);
    printf("variadic_22 e3 %g\n", e3);
    va_end(list);
    return 22;
}
