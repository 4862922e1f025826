// The C side of wide_ints.vx.
#include <stdarg.h>
#include <stdio.h>

typedef struct { __int128 f0; } W1;
typedef struct { unsigned __int128 f0; unsigned char f1; } W2;
typedef struct { unsigned char f0; __int128 f1; } W3;

__int128 one_1(__int128 a0) {
    printf("one_1 a0 %ld:%lu\n", (long)(a0 >> 64), (unsigned long)a0);
    return (__int128)(((unsigned __int128)-8415801977544449574L << 64) | 3562373307524659410UL);
}

__int128 call_one_1(__int128 (*f)(__int128)) {
    return f(((__int128)((unsigned __int128)5741808119702899412L << 64) | 2524308075868763042UL));
}

unsigned __int128 one_2(unsigned __int128 a0) {
    printf("one_2 a0 %ld:%lu\n", (long)(a0 >> 64), (unsigned long)a0);
    return ((unsigned __int128)((unsigned __int128)8948506018764932564L << 64) | 7428204422273764033UL);
}

unsigned __int128 call_one_2(unsigned __int128 (*f)(unsigned __int128)) {
    return f((unsigned __int128)(((unsigned __int128)16807902724865503104UL << 64) | 8749715365801273519UL));
}

W1 one_3(W1 a0) {
    printf("one_3 a0 %ld:%lu\n", (long)(a0.f0 >> 64), (unsigned long)a0.f0);
    return (W1){(__int128)(((unsigned __int128)-7236124327034190843L << 64) | 15302169008804156354UL)};
}

W1 call_one_3(W1 (*f)(W1)) {
    return f((W1){(__int128)(((unsigned __int128)-4899101212627703465L << 64) | 1070912147764872356UL)});
}

W2 one_4(W2 a0) {
    printf("one_4 a0 %ld:%lu %lu\n", (long)(a0.f0 >> 64), (unsigned long)a0.f0, (unsigned long)a0.f1);
    return (W2){((unsigned __int128)((unsigned __int128)7860525793154801470L << 64) | 15772696182621502006UL), 81};
}

W2 call_one_4(W2 (*f)(W2)) {
    return f((W2){(unsigned __int128)(((unsigned __int128)11510504886494909699UL << 64) | 9124348236573648827UL), 158});
}

W3 one_5(W3 a0) {
    printf("one_5 a0 %lu %ld:%lu\n", (unsigned long)a0.f0, (long)(a0.f1 >> 64), (unsigned long)a0.f1);
    return (W3){112, (__int128)(((unsigned __int128)-4523642820583223169L << 64) | 620799002221201146UL)};
}

W3 call_one_5(W3 (*f)(W3)) {
    return f((W3){192, ((__int128)((unsigned __int128)7221304839086854824L << 64) | 15390417459934715602UL)});
}

void take_w1_6(W1 v) {
    printf("take_w1_6 %ld:%lu\n", (long)(v.f0 >> 64), (unsigned long)v.f0);
}

W1 make_w1_6(void) {
    return (W1){((__int128)((unsigned __int128)8726675240491005115L << 64) | 472851890314377742UL)};
}

W1 pass_w1_6(W1 v) {
    printf("pass_w1_6 %ld:%lu\n", (long)(v.f0 >> 64), (unsigned long)v.f0);
    return v;
}

W1 call_w1_6(W1 (*f)(W1, int), W1 v) {
    W1 r = f(v, 6);
    printf("returned_w1_6 %ld:%lu\n", (long)(r.f0 >> 64), (unsigned long)r.f0);
    return f(r, 106);
}

void take_w2_7(W2 v) {
    printf("take_w2_7 %ld:%lu %lu\n", (long)(v.f0 >> 64), (unsigned long)v.f0, (unsigned long)v.f1);
}

W2 make_w2_7(void) {
    return (W2){((unsigned __int128)((unsigned __int128)1290819579725513214L << 64) | 1478313034815342391UL), 48};
}

W2 pass_w2_7(W2 v) {
    printf("pass_w2_7 %ld:%lu %lu\n", (long)(v.f0 >> 64), (unsigned long)v.f0, (unsigned long)v.f1);
    return v;
}

W2 call_w2_7(W2 (*f)(W2, int), W2 v) {
    W2 r = f(v, 7);
    printf("returned_w2_7 %ld:%lu %lu\n", (long)(r.f0 >> 64), (unsigned long)r.f0, (unsigned long)r.f1);
    return f(r, 107);
}

void take_w3_8(W3 v) {
    printf("take_w3_8 %lu %ld:%lu\n", (unsigned long)v.f0, (long)(v.f1 >> 64), (unsigned long)v.f1);
}

W3 make_w3_8(void) {
    return (W3){187, (__int128)(((unsigned __int128)-18085399319607842L << 64) | 11913764749654929436UL)};
}

W3 pass_w3_8(W3 v) {
    printf("pass_w3_8 %lu %ld:%lu\n", (unsigned long)v.f0, (long)(v.f1 >> 64), (unsigned long)v.f1);
    return v;
}

W3 call_w3_8(W3 (*f)(W3, int), W3 v) {
    W3 r = f(v, 8);
    printf("returned_w3_8 %lu %ld:%lu\n", (unsigned long)r.f0, (long)(r.f1 >> 64), (unsigned long)r.f1);
    return f(r, 108);
}

unsigned __int128 split_9(long a0, long a1, long a2, long a3, long a4, __int128 a5, double a6) {
    printf("split_9 a0 %ld\n", (long)a0);
    printf("split_9 a1 %ld\n", (long)a1);
    printf("split_9 a2 %ld\n", (long)a2);
    printf("split_9 a3 %ld\n", (long)a3);
    printf("split_9 a4 %ld\n", (long)a4);
    printf("split_9 a5 %ld:%lu\n", (long)(a5 >> 64), (unsigned long)a5);
    printf("split_9 a6 %g\n", a6);
    return (unsigned __int128)(((unsigned __int128)13299388959230207369UL << 64) | 2000732441450173900UL);
}

unsigned __int128 call_split_9(unsigned __int128 (*f)(long, long, long, long, long, __int128, double)) {
    return f(-6890746862930902680L, -1116329849034173159L, 4160187625278611972L, 3975077758520151084L, -529456149486635767L, (__int128)(((unsigned __int128)-2567639219656483555L << 64) | 7263459384143454152UL), -67.5);
}

__int128 stack_10(long a0, long a1, long a2, long a3, long a4, long a5, __int128 a6, int a7) {
    printf("stack_10 a0 %ld\n", (long)a0);
    printf("stack_10 a1 %ld\n", (long)a1);
    printf("stack_10 a2 %ld\n", (long)a2);
    printf("stack_10 a3 %ld\n", (long)a3);
    printf("stack_10 a4 %ld\n", (long)a4);
    printf("stack_10 a5 %ld\n", (long)a5);
    printf("stack_10 a6 %ld:%lu\n", (long)(a6 >> 64), (unsigned long)a6);
    printf("stack_10 a7 %ld\n", (long)a7);
    return ((__int128)((unsigned __int128)1848405854151314342L << 64) | 13815998347493821259UL);
}

__int128 call_stack_10(__int128 (*f)(long, long, long, long, long, long, __int128, int)) {
    return f(5889518836451459286L, 1272340857097687663L, 28207263002887690L, -3244618530083293628L, -2137774833514646595L, 365138825413104485L, (__int128)(((unsigned __int128)-3881968330324172903L << 64) | 3618797506310412684UL), 486056338);
}

long many_11(long a0, __int128 a1, long a2, unsigned __int128 a3, long a4, W1 a5, long a6) {
    printf("many_11 a0 %ld\n", (long)a0);
    printf("many_11 a1 %ld:%lu\n", (long)(a1 >> 64), (unsigned long)a1);
    printf("many_11 a2 %ld\n", (long)a2);
    printf("many_11 a3 %ld:%lu\n", (long)(a3 >> 64), (unsigned long)a3);
    printf("many_11 a4 %ld\n", (long)a4);
    printf("many_11 a5 %ld:%lu\n", (long)(a5.f0 >> 64), (unsigned long)a5.f0);
    printf("many_11 a6 %ld\n", (long)a6);
    return 6402042455377612391L;
}

long call_many_11(long (*f)(long, __int128, long, unsigned __int128, long, W1, long)) {
    return f(-3468151856685055734L, ((__int128)((unsigned __int128)2085098880363611489L << 64) | 5358692522707861021UL), 6320549727858022722L, ((unsigned __int128)((unsigned __int128)7886010672214952057L << 64) | 6681099606019490360UL), 5952581536261659445L, (W1){(__int128)(((unsigned __int128)-7711118871581437981L << 64) | 9358398045611897834UL)}, -6208301669603405257L);
}

void many_12(long a0, long a1, long a2, long a3, long a4, long a5, long a6, __int128 a7, signed char a8, W1 a9) {
    printf("many_12 a0 %ld\n", (long)a0);
    printf("many_12 a1 %ld\n", (long)a1);
    printf("many_12 a2 %ld\n", (long)a2);
    printf("many_12 a3 %ld\n", (long)a3);
    printf("many_12 a4 %ld\n", (long)a4);
    printf("many_12 a5 %ld\n", (long)a5);
    printf("many_12 a6 %ld\n", (long)a6);
    printf("many_12 a7 %ld:%lu\n", (long)(a7 >> 64), (unsigned long)a7);
    printf("many_12 a8 %ld\n", (long)a8);
    printf("many_12 a9 %ld:%lu\n", (long)(a9.f0 >> 64), (unsigned long)a9.f0);
}

void call_many_12(void (*f)(long, long, long, long, long, long, long, __int128, signed char, W1)) {
    f(-2557447294784240809L, 8585956113309723764L, 5352555929453590505L, 4563476249648103732L, -4613549413791744788L, 5778868018053811175L, 1781937086544814130L, (__int128)(((unsigned __int128)-2436068877805510053L << 64) | 15305722303559926468UL), 0, (W1){(__int128)(((unsigned __int128)-7164230043045020245L << 64) | 1950699511254895894UL)});
}
