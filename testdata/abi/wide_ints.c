// What wide_ints.vx does, in C.
#include <stdio.h>

typedef struct { __int128 f0; } W1;
typedef struct { unsigned __int128 f0; unsigned char f1; } W2;
typedef struct { unsigned char f0; __int128 f1; } W3;

__int128 one_1(__int128 a0);
__int128 call_one_1(__int128 (*f)(__int128));
unsigned __int128 one_2(unsigned __int128 a0);
unsigned __int128 call_one_2(unsigned __int128 (*f)(unsigned __int128));
W1 one_3(W1 a0);
W1 call_one_3(W1 (*f)(W1));
W2 one_4(W2 a0);
W2 call_one_4(W2 (*f)(W2));
W3 one_5(W3 a0);
W3 call_one_5(W3 (*f)(W3));
void take_w1_6(W1 v);
W1 make_w1_6(void);
W1 pass_w1_6(W1 v);
W1 call_w1_6(W1 (*f)(W1, int), W1 v);
void take_w2_7(W2 v);
W2 make_w2_7(void);
W2 pass_w2_7(W2 v);
W2 call_w2_7(W2 (*f)(W2, int), W2 v);
void take_w3_8(W3 v);
W3 make_w3_8(void);
W3 pass_w3_8(W3 v);
W3 call_w3_8(W3 (*f)(W3, int), W3 v);
unsigned __int128 split_9(long a0, long a1, long a2, long a3, long a4, __int128 a5, double a6);
unsigned __int128 call_split_9(unsigned __int128 (*f)(long, long, long, long, long, __int128, double));
__int128 stack_10(long a0, long a1, long a2, long a3, long a4, long a5, __int128 a6, int a7);
__int128 call_stack_10(__int128 (*f)(long, long, long, long, long, long, __int128, int));
long many_11(long a0, __int128 a1, long a2, unsigned __int128 a3, long a4, W1 a5, long a6);
long call_many_11(long (*f)(long, __int128, long, unsigned __int128, long, W1, long));
void many_12(long a0, long a1, long a2, long a3, long a4, long a5, long a6, __int128 a7, signed char a8, W1 a9);
void call_many_12(void (*f)(long, long, long, long, long, long, long, __int128, signed char, W1));

static __int128 back_one_1(__int128 a0) {
    printf("back one_1 a0 %ld:%lu\n", (long)(a0 >> 64), (unsigned long)a0);
    return (__int128)(((unsigned __int128)-1831572889626012344L << 64) | 9340700596233495389UL);
}

static void test_one_1(void) {
    __int128 r = one_1((__int128)(((unsigned __int128)-2299027768155244633L << 64) | 6832892905590973748UL));
    printf("one_1 gave %ld:%lu\n", (long)(r >> 64), (unsigned long)r);
    __int128 s = call_one_1(back_one_1);
    printf("one_1 back gave %ld:%lu\n", (long)(s >> 64), (unsigned long)s);
}

static unsigned __int128 back_one_2(unsigned __int128 a0) {
    printf("back one_2 a0 %ld:%lu\n", (long)(a0 >> 64), (unsigned long)a0);
    return ((unsigned __int128)((unsigned __int128)4765840119879427050L << 64) | 2097965285240423243UL);
}

static void test_one_2(void) {
    unsigned __int128 r = one_2(((unsigned __int128)((unsigned __int128)8990981361419012682L << 64) | 558820675835493740UL));
    printf("one_2 gave %ld:%lu\n", (long)(r >> 64), (unsigned long)r);
    unsigned __int128 s = call_one_2(back_one_2);
    printf("one_2 back gave %ld:%lu\n", (long)(s >> 64), (unsigned long)s);
}

static W1 back_one_3(W1 a0) {
    printf("back one_3 a0 %ld:%lu\n", (long)(a0.f0 >> 64), (unsigned long)a0.f0);
    return (W1){((__int128)((unsigned __int128)7441268534537187358L << 64) | 1587432852012208903UL)};
}

static void test_one_3(void) {
    W1 r = one_3((W1){(__int128)(((unsigned __int128)-2096117956287753104L << 64) | 15019940279813253006UL)});
    printf("one_3 gave %ld:%lu\n", (long)(r.f0 >> 64), (unsigned long)r.f0);
    W1 s = call_one_3(back_one_3);
    printf("one_3 back gave %ld:%lu\n", (long)(s.f0 >> 64), (unsigned long)s.f0);
}

static W2 back_one_4(W2 a0) {
    printf("back one_4 a0 %ld:%lu %lu\n", (long)(a0.f0 >> 64), (unsigned long)a0.f0, (unsigned long)a0.f1);
    return (W2){(unsigned __int128)(((unsigned __int128)10052292966988910048UL << 64) | 16843075065055942783UL), 176};
}

static void test_one_4(void) {
    W2 r = one_4((W2){(unsigned __int128)(((unsigned __int128)12946289458228577535UL << 64) | 691104106490654026UL), 75});
    printf("one_4 gave %ld:%lu %lu\n", (long)(r.f0 >> 64), (unsigned long)r.f0, (unsigned long)r.f1);
    W2 s = call_one_4(back_one_4);
    printf("one_4 back gave %ld:%lu %lu\n", (long)(s.f0 >> 64), (unsigned long)s.f0, (unsigned long)s.f1);
}

static W3 back_one_5(W3 a0) {
    printf("back one_5 a0 %lu %ld:%lu\n", (unsigned long)a0.f0, (long)(a0.f1 >> 64), (unsigned long)a0.f1);
    return (W3){213, (__int128)(((unsigned __int128)-7078712487063745060L << 64) | 12127640785862344639UL)};
}

static void test_one_5(void) {
    W3 r = one_5((W3){124, (__int128)(((unsigned __int128)-2891872483526086968L << 64) | 219814767956355278UL)});
    printf("one_5 gave %lu %ld:%lu\n", (unsigned long)r.f0, (long)(r.f1 >> 64), (unsigned long)r.f1);
    W3 s = call_one_5(back_one_5);
    printf("one_5 back gave %lu %ld:%lu\n", (unsigned long)s.f0, (long)(s.f1 >> 64), (unsigned long)s.f1);
}

static W1 back_w1_6(W1 v, int number) {
    printf("back_w1_6 %d\n", number);
    printf("  got %ld:%lu\n", (long)(v.f0 >> 64), (unsigned long)v.f0);
    W1 r = v;
    r.f0 = (__int128)(((unsigned __int128)-2917981241462138484L << 64) | 14098812653185141522UL);
    return r;
}

static void test_w1_6(void) {
    W1 v = (W1){((__int128)((unsigned __int128)6495262281331743277L << 64) | 17202397520836878695UL)};
    take_w1_6(v);
    W1 m = make_w1_6();
    printf("made_w1_6 %ld:%lu\n", (long)(m.f0 >> 64), (unsigned long)m.f0);
    W1 q = pass_w1_6(m);
    printf("passed_w1_6 %ld:%lu\n", (long)(q.f0 >> 64), (unsigned long)q.f0);
    W1 z = call_w1_6(back_w1_6, (W1){(__int128)(((unsigned __int128)-7074638148356031553L << 64) | 2963939329190637656UL)});
    printf("called_w1_6 %ld:%lu\n", (long)(z.f0 >> 64), (unsigned long)z.f0);
    printf("still_w1_6 %ld:%lu\n", (long)(v.f0 >> 64), (unsigned long)v.f0);
}

static W2 back_w2_7(W2 v, int number) {
    printf("back_w2_7 %d\n", number);
    printf("  got %ld:%lu %lu\n", (long)(v.f0 >> 64), (unsigned long)v.f0, (unsigned long)v.f1);
    W2 r = v;
    r.f0 = ((unsigned __int128)((unsigned __int128)6286515246319314238L << 64) | 16834773449511948972UL);
    return r;
}

static void test_w2_7(void) {
    W2 v = (W2){(unsigned __int128)(((unsigned __int128)10403913734874226879UL << 64) | 2564805847118115840UL), 208};
    take_w2_7(v);
    W2 m = make_w2_7();
    printf("made_w2_7 %ld:%lu %lu\n", (long)(m.f0 >> 64), (unsigned long)m.f0, (unsigned long)m.f1);
    W2 q = pass_w2_7(m);
    printf("passed_w2_7 %ld:%lu %lu\n", (long)(q.f0 >> 64), (unsigned long)q.f0, (unsigned long)q.f1);
    W2 z = call_w2_7(back_w2_7, (W2){(unsigned __int128)(((unsigned __int128)13063566319087861708UL << 64) | 9314190833747753055UL), 32});
    printf("called_w2_7 %ld:%lu %lu\n", (long)(z.f0 >> 64), (unsigned long)z.f0, (unsigned long)z.f1);
    printf("still_w2_7 %ld:%lu %lu\n", (long)(v.f0 >> 64), (unsigned long)v.f0, (unsigned long)v.f1);
}

static W3 back_w3_8(W3 v, int number) {
    printf("back_w3_8 %d\n", number);
    printf("  got %lu %ld:%lu\n", (unsigned long)v.f0, (long)(v.f1 >> 64), (unsigned long)v.f1);
    W3 r = v;
    r.f0 = 91;
    return r;
}

static void test_w3_8(void) {
    W3 v = (W3){61, (__int128)(((unsigned __int128)-3220165721670008744L << 64) | 5523157732001482491UL)};
    take_w3_8(v);
    W3 m = make_w3_8();
    printf("made_w3_8 %lu %ld:%lu\n", (unsigned long)m.f0, (long)(m.f1 >> 64), (unsigned long)m.f1);
    W3 q = pass_w3_8(m);
    printf("passed_w3_8 %lu %ld:%lu\n", (unsigned long)q.f0, (long)(q.f1 >> 64), (unsigned long)q.f1);
    W3 z = call_w3_8(back_w3_8, (W3){107, (__int128)(((unsigned __int128)-8612388927480478588L << 64) | 16144206467292450311UL)});
    printf("called_w3_8 %lu %ld:%lu\n", (unsigned long)z.f0, (long)(z.f1 >> 64), (unsigned long)z.f1);
    printf("still_w3_8 %lu %ld:%lu\n", (unsigned long)v.f0, (long)(v.f1 >> 64), (unsigned long)v.f1);
}

static unsigned __int128 back_split_9(long a0, long a1, long a2, long a3, long a4, __int128 a5, double a6) {
    printf("back split_9 a0 %ld\n", (long)a0);
    printf("back split_9 a1 %ld\n", (long)a1);
    printf("back split_9 a2 %ld\n", (long)a2);
    printf("back split_9 a3 %ld\n", (long)a3);
    printf("back split_9 a4 %ld\n", (long)a4);
    printf("back split_9 a5 %ld:%lu\n", (long)(a5 >> 64), (unsigned long)a5);
    printf("back split_9 a6 %g\n", a6);
    return ((unsigned __int128)((unsigned __int128)902539708260667239L << 64) | 939422804459890674UL);
}

static void test_split_9(void) {
    unsigned __int128 r = split_9(8667549106369453707L, -1078694074059843314L, -7685747222944241290L, 1944319536707751876L, -51502446532954495L, (__int128)(((unsigned __int128)-6372990715155498041L << 64) | 8728773089820048656UL), -219.625);
    printf("split_9 gave %ld:%lu\n", (long)(r >> 64), (unsigned long)r);
    unsigned __int128 s = call_split_9(back_split_9);
    printf("split_9 back gave %ld:%lu\n", (long)(s >> 64), (unsigned long)s);
}

static __int128 back_stack_10(long a0, long a1, long a2, long a3, long a4, long a5, __int128 a6, int a7) {
    printf("back stack_10 a0 %ld\n", (long)a0);
    printf("back stack_10 a1 %ld\n", (long)a1);
    printf("back stack_10 a2 %ld\n", (long)a2);
    printf("back stack_10 a3 %ld\n", (long)a3);
    printf("back stack_10 a4 %ld\n", (long)a4);
    printf("back stack_10 a5 %ld\n", (long)a5);
    printf("back stack_10 a6 %ld:%lu\n", (long)(a6 >> 64), (unsigned long)a6);
    printf("back stack_10 a7 %ld\n", (long)a7);
    return ((__int128)((unsigned __int128)4487908127906375286L << 64) | 16765346317985008089UL);
}

static void test_stack_10(void) {
    __int128 r = stack_10(-7227747161968711286L, 4153118533008636330L, 3842846409576255902L, 2057150373696894937L, -8806154352867414781L, -2506947192108089380L, (__int128)(((unsigned __int128)-7501632680570448371L << 64) | 7976743042424681788UL), 2055803103);
    printf("stack_10 gave %ld:%lu\n", (long)(r >> 64), (unsigned long)r);
    __int128 s = call_stack_10(back_stack_10);
    printf("stack_10 back gave %ld:%lu\n", (long)(s >> 64), (unsigned long)s);
}

static long back_many_11(long a0, __int128 a1, long a2, unsigned __int128 a3, long a4, W1 a5, long a6) {
    printf("back many_11 a0 %ld\n", (long)a0);
    printf("back many_11 a1 %ld:%lu\n", (long)(a1 >> 64), (unsigned long)a1);
    printf("back many_11 a2 %ld\n", (long)a2);
    printf("back many_11 a3 %ld:%lu\n", (long)(a3 >> 64), (unsigned long)a3);
    printf("back many_11 a4 %ld\n", (long)a4);
    printf("back many_11 a5 %ld:%lu\n", (long)(a5.f0 >> 64), (unsigned long)a5.f0);
    printf("back many_11 a6 %ld\n", (long)a6);
    return -32432358614265695L;
}

static void test_many_11(void) {
    long r = many_11(7887458590077683198L, (__int128)(((unsigned __int128)-5097422826187306585L << 64) | 18109739979825608033UL), -3755399863376735160L, (unsigned __int128)(((unsigned __int128)16514840484225784587UL << 64) | 6583066824466849309UL), 6377346127422885604L, (W1){(__int128)(((unsigned __int128)-2398589020545821816L << 64) | 3610785401422937001UL)}, 8459373441868083327L);
    printf("many_11 gave %ld\n", (long)r);
    long s = call_many_11(back_many_11);
    printf("many_11 back gave %ld\n", (long)s);
}

static void back_many_12(long a0, long a1, long a2, long a3, long a4, long a5, long a6, __int128 a7, signed char a8, W1 a9) {
    printf("back many_12 a0 %ld\n", (long)a0);
    printf("back many_12 a1 %ld\n", (long)a1);
    printf("back many_12 a2 %ld\n", (long)a2);
    printf("back many_12 a3 %ld\n", (long)a3);
    printf("back many_12 a4 %ld\n", (long)a4);
    printf("back many_12 a5 %ld\n", (long)a5);
    printf("back many_12 a6 %ld\n", (long)a6);
    printf("back many_12 a7 %ld:%lu\n", (long)(a7 >> 64), (unsigned long)a7);
    printf("back many_12 a8 %ld\n", (long)a8);
    printf("back many_12 a9 %ld:%lu\n", (long)(a9.f0 >> 64), (unsigned long)a9.f0);
}

static void test_many_12(void) {
    many_12(6758967234882590411L, 9015825109307923830L, 5166254409397815084L, 2297618173114351374L, 5994487301698170917L, 8978628184276806673L, -4167154745965194218L, (__int128)(((unsigned __int128)-4268465503077030610L << 64) | 15224478368379544931UL), -57, (W1){(__int128)(((unsigned __int128)-1626949238395626097L << 64) | 16388041724729623979UL)});
    call_many_12(back_many_12);
}

int main(void) {
    test_one_1();
    test_one_2();
    test_one_3();
    test_one_4();
    test_one_5();
    test_w1_6();
    test_w2_7();
    test_w3_8();
    test_split_9();
    test_stack_10();
    test_many_11();
    test_many_12();
    return 0;
}
