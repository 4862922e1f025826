// What struct_nested.vx does, in C.
#include <stdio.h>

typedef struct {} Empty;
typedef struct { float f0; float f1; } Pf;
typedef struct { double f0; double f1; } Pd;
typedef struct { int f0; unsigned char f1; } Ri;
typedef struct { unsigned char f0; unsigned char f1; unsigned char f2; } Tc;
typedef struct { Pf f0; } N1;
typedef struct { Pf f0; Pf f1; } N2;
typedef struct { Pf f0; float f1; } N3;
typedef struct { float f0; Pf f1; } N4;
typedef struct { Ri f0; Ri f1; } N5;
typedef struct { Ri f0; float f1; } N6;
typedef struct { Tc f0; Tc f1; } N7;
typedef struct { Tc f0; int f1; } N8;
typedef struct { Pd f0; signed char f1; } N9;
typedef struct { Empty f0; int f1; } N10;
typedef struct { long f0; Empty f1; double f2; } N11;
typedef struct { Pf f0[2]; } N12;
typedef struct { Tc f0[3]; } N13;
typedef struct { Ri f0[3]; } N14;
typedef struct { signed char f0; short f1; } Inner;
typedef struct { signed char f0; Inner f1; signed char f2; } N15;

void take_pf_1(Pf v);
Pf make_pf_1(void);
Pf pass_pf_1(Pf v);
Pf call_pf_1(Pf (*f)(Pf, int), Pf v);
void take_pd_2(Pd v);
Pd make_pd_2(void);
Pd pass_pd_2(Pd v);
Pd call_pd_2(Pd (*f)(Pd, int), Pd v);
void take_ri_3(Ri v);
Ri make_ri_3(void);
Ri pass_ri_3(Ri v);
Ri call_ri_3(Ri (*f)(Ri, int), Ri v);
void take_tc_4(Tc v);
Tc make_tc_4(void);
Tc pass_tc_4(Tc v);
Tc call_tc_4(Tc (*f)(Tc, int), Tc v);
void take_n1_5(N1 v);
N1 make_n1_5(void);
N1 pass_n1_5(N1 v);
N1 call_n1_5(N1 (*f)(N1, int), N1 v);
void take_n2_6(N2 v);
N2 make_n2_6(void);
N2 pass_n2_6(N2 v);
N2 call_n2_6(N2 (*f)(N2, int), N2 v);
void take_n3_7(N3 v);
N3 make_n3_7(void);
N3 pass_n3_7(N3 v);
N3 call_n3_7(N3 (*f)(N3, int), N3 v);
void take_n4_8(N4 v);
N4 make_n4_8(void);
N4 pass_n4_8(N4 v);
N4 call_n4_8(N4 (*f)(N4, int), N4 v);
void take_n5_9(N5 v);
N5 make_n5_9(void);
N5 pass_n5_9(N5 v);
N5 call_n5_9(N5 (*f)(N5, int), N5 v);
void take_n6_10(N6 v);
N6 make_n6_10(void);
N6 pass_n6_10(N6 v);
N6 call_n6_10(N6 (*f)(N6, int), N6 v);
void take_n7_11(N7 v);
N7 make_n7_11(void);
N7 pass_n7_11(N7 v);
N7 call_n7_11(N7 (*f)(N7, int), N7 v);
void take_n8_12(N8 v);
N8 make_n8_12(void);
N8 pass_n8_12(N8 v);
N8 call_n8_12(N8 (*f)(N8, int), N8 v);
void take_n9_13(N9 v);
N9 make_n9_13(void);
N9 pass_n9_13(N9 v);
N9 call_n9_13(N9 (*f)(N9, int), N9 v);
void take_n10_14(N10 v);
N10 make_n10_14(void);
N10 pass_n10_14(N10 v);
N10 call_n10_14(N10 (*f)(N10, int), N10 v);
void take_n11_15(N11 v);
N11 make_n11_15(void);
N11 pass_n11_15(N11 v);
N11 call_n11_15(N11 (*f)(N11, int), N11 v);
void take_n12_16(N12 v);
N12 make_n12_16(void);
N12 pass_n12_16(N12 v);
N12 call_n12_16(N12 (*f)(N12, int), N12 v);
void take_n13_17(N13 v);
N13 make_n13_17(void);
N13 pass_n13_17(N13 v);
N13 call_n13_17(N13 (*f)(N13, int), N13 v);
void take_n14_18(N14 v);
N14 make_n14_18(void);
N14 pass_n14_18(N14 v);
N14 call_n14_18(N14 (*f)(N14, int), N14 v);
void take_inner_19(Inner v);
Inner make_inner_19(void);
Inner pass_inner_19(Inner v);
Inner call_inner_19(Inner (*f)(Inner, int), Inner v);
void take_n15_20(N15 v);
N15 make_n15_20(void);
N15 pass_n15_20(N15 v);
N15 call_n15_20(N15 (*f)(N15, int), N15 v);
void take_empty_21(Empty v);
Empty make_empty_21(void);
Empty pass_empty_21(Empty v);
Empty call_empty_21(Empty (*f)(Empty, int), Empty v);
long empties_22(Empty a0, int a1, Empty a2, double a3, Empty a4);
long call_empties_22(long (*f)(Empty, int, Empty, double, Empty));

static Pf back_pf_1(Pf v, int number) {
    printf("back_pf_1 %d\n", number);
    printf("  got %g %g\n", v.f0, v.f1);
    Pf r = v;
    r.f0 = 721.0f;
    return r;
}

static void test_pf_1(void) {
    Pf v = (Pf){275.625f, -476.875f};
    take_pf_1(v);
    Pf m = make_pf_1();
    printf("made_pf_1 %g %g\n", m.f0, m.f1);
    Pf q = pass_pf_1(m);
    printf("passed_pf_1 %g %g\n", q.f0, q.f1);
    Pf z = call_pf_1(back_pf_1, (Pf){628.5f, 414.0f});
    printf("called_pf_1 %g %g\n", z.f0, z.f1);
    printf("still_pf_1 %g %g\n", v.f0, v.f1);
}

static Pd back_pd_2(Pd v, int number) {
    printf("back_pd_2 %d\n", number);
    printf("  got %g %g\n", v.f0, v.f1);
    Pd r = v;
    r.f0 = -768.25;
    return r;
}

static void test_pd_2(void) {
    Pd v = (Pd){-46.5, 589.125};
    take_pd_2(v);
    Pd m = make_pd_2();
    printf("made_pd_2 %g %g\n", m.f0, m.f1);
    Pd q = pass_pd_2(m);
    printf("passed_pd_2 %g %g\n", q.f0, q.f1);
    Pd z = call_pd_2(back_pd_2, (Pd){329.0, -893.875});
    printf("called_pd_2 %g %g\n", z.f0, z.f1);
    printf("still_pd_2 %g %g\n", v.f0, v.f1);
}

static Ri back_ri_3(Ri v, int number) {
    printf("back_ri_3 %d\n", number);
    printf("  got %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
    Ri r = v;
    r.f0 = -2091158630;
    return r;
}

static void test_ri_3(void) {
    Ri v = (Ri){-550643328, 240};
    take_ri_3(v);
    Ri m = make_ri_3();
    printf("made_ri_3 %ld %lu\n", (long)m.f0, (unsigned long)m.f1);
    Ri q = pass_ri_3(m);
    printf("passed_ri_3 %ld %lu\n", (long)q.f0, (unsigned long)q.f1);
    Ri z = call_ri_3(back_ri_3, (Ri){-512140849, 52});
    printf("called_ri_3 %ld %lu\n", (long)z.f0, (unsigned long)z.f1);
    printf("still_ri_3 %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
}

static Tc back_tc_4(Tc v, int number) {
    printf("back_tc_4 %d\n", number);
    printf("  got %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2);
    Tc r = v;
    r.f0 = 67;
    return r;
}

static void test_tc_4(void) {
    Tc v = (Tc){110, 208, 143};
    take_tc_4(v);
    Tc m = make_tc_4();
    printf("made_tc_4 %lu %lu %lu\n", (unsigned long)m.f0, (unsigned long)m.f1, (unsigned long)m.f2);
    Tc q = pass_tc_4(m);
    printf("passed_tc_4 %lu %lu %lu\n", (unsigned long)q.f0, (unsigned long)q.f1, (unsigned long)q.f2);
    Tc z = call_tc_4(back_tc_4, (Tc){36, 71, 227});
    printf("called_tc_4 %lu %lu %lu\n", (unsigned long)z.f0, (unsigned long)z.f1, (unsigned long)z.f2);
    printf("still_tc_4 %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2);
}

static N1 back_n1_5(N1 v, int number) {
    printf("back_n1_5 %d\n", number);
    printf("  got %g %g\n", v.f0.f0, v.f0.f1);
    N1 r = v;
    r.f0.f0 = 966.25f;
    return r;
}

static void test_n1_5(void) {
    N1 v = (N1){{-996.375f, 991.25f}};
    take_n1_5(v);
    N1 m = make_n1_5();
    printf("made_n1_5 %g %g\n", m.f0.f0, m.f0.f1);
    N1 q = pass_n1_5(m);
    printf("passed_n1_5 %g %g\n", q.f0.f0, q.f0.f1);
    N1 z = call_n1_5(back_n1_5, (N1){{-571.125f, 584.25f}});
    printf("called_n1_5 %g %g\n", z.f0.f0, z.f0.f1);
    printf("still_n1_5 %g %g\n", v.f0.f0, v.f0.f1);
}

static N2 back_n2_6(N2 v, int number) {
    printf("back_n2_6 %d\n", number);
    printf("  got %g %g %g %g\n", v.f0.f0, v.f0.f1, v.f1.f0, v.f1.f1);
    N2 r = v;
    r.f0.f1 = 927.0f;
    return r;
}

static void test_n2_6(void) {
    N2 v = (N2){{-660.375f, 786.625f}, {-659.125f, -407.625f}};
    take_n2_6(v);
    N2 m = make_n2_6();
    printf("made_n2_6 %g %g %g %g\n", m.f0.f0, m.f0.f1, m.f1.f0, m.f1.f1);
    N2 q = pass_n2_6(m);
    printf("passed_n2_6 %g %g %g %g\n", q.f0.f0, q.f0.f1, q.f1.f0, q.f1.f1);
    N2 z = call_n2_6(back_n2_6, (N2){{794.25f, 388.125f}, {281.375f, -580.625f}});
    printf("called_n2_6 %g %g %g %g\n", z.f0.f0, z.f0.f1, z.f1.f0, z.f1.f1);
    printf("still_n2_6 %g %g %g %g\n", v.f0.f0, v.f0.f1, v.f1.f0, v.f1.f1);
}

static N3 back_n3_7(N3 v, int number) {
    printf("back_n3_7 %d\n", number);
    printf("  got %g %g %g\n", v.f0.f0, v.f0.f1, v.f1);
    N3 r = v;
    r.f0.f1 = -150.375f;
    return r;
}

static void test_n3_7(void) {
    N3 v = (N3){{983.5f, 414.375f}, -596.875f};
    take_n3_7(v);
    N3 m = make_n3_7();
    printf("made_n3_7 %g %g %g\n", m.f0.f0, m.f0.f1, m.f1);
    N3 q = pass_n3_7(m);
    printf("passed_n3_7 %g %g %g\n", q.f0.f0, q.f0.f1, q.f1);
    N3 z = call_n3_7(back_n3_7, (N3){{-215.25f, -388.125f}, -955.875f});
    printf("called_n3_7 %g %g %g\n", z.f0.f0, z.f0.f1, z.f1);
    printf("still_n3_7 %g %g %g\n", v.f0.f0, v.f0.f1, v.f1);
}

static N4 back_n4_8(N4 v, int number) {
    printf("back_n4_8 %d\n", number);
    printf("  got %g %g %g\n", v.f0, v.f1.f0, v.f1.f1);
    N4 r = v;
    r.f1.f1 = -993.125f;
    return r;
}

static void test_n4_8(void) {
    N4 v = (N4){-660.125f, {916.5f, -701.625f}};
    take_n4_8(v);
    N4 m = make_n4_8();
    printf("made_n4_8 %g %g %g\n", m.f0, m.f1.f0, m.f1.f1);
    N4 q = pass_n4_8(m);
    printf("passed_n4_8 %g %g %g\n", q.f0, q.f1.f0, q.f1.f1);
    N4 z = call_n4_8(back_n4_8, (N4){-382.875f, {674.0f, 235.125f}});
    printf("called_n4_8 %g %g %g\n", z.f0, z.f1.f0, z.f1.f1);
    printf("still_n4_8 %g %g %g\n", v.f0, v.f1.f0, v.f1.f1);
}

static N5 back_n5_9(N5 v, int number) {
    printf("back_n5_9 %d\n", number);
    printf("  got %ld %lu %ld %lu\n", (long)v.f0.f0, (unsigned long)v.f0.f1, (long)v.f1.f0, (unsigned long)v.f1.f1);
    N5 r = v;
    r.f0.f0 = -1047191041;
    return r;
}

static void test_n5_9(void) {
    N5 v = (N5){{412226455, 173}, {-1863919385, 158}};
    take_n5_9(v);
    N5 m = make_n5_9();
    printf("made_n5_9 %ld %lu %ld %lu\n", (long)m.f0.f0, (unsigned long)m.f0.f1, (long)m.f1.f0, (unsigned long)m.f1.f1);
    N5 q = pass_n5_9(m);
    printf("passed_n5_9 %ld %lu %ld %lu\n", (long)q.f0.f0, (unsigned long)q.f0.f1, (long)q.f1.f0, (unsigned long)q.f1.f1);
    N5 z = call_n5_9(back_n5_9, (N5){{-1353888633, 246}, {-117946890, 90}});
    printf("called_n5_9 %ld %lu %ld %lu\n", (long)z.f0.f0, (unsigned long)z.f0.f1, (long)z.f1.f0, (unsigned long)z.f1.f1);
    printf("still_n5_9 %ld %lu %ld %lu\n", (long)v.f0.f0, (unsigned long)v.f0.f1, (long)v.f1.f0, (unsigned long)v.f1.f1);
}

static N6 back_n6_10(N6 v, int number) {
    printf("back_n6_10 %d\n", number);
    printf("  got %ld %lu %g\n", (long)v.f0.f0, (unsigned long)v.f0.f1, v.f1);
    N6 r = v;
    r.f0.f1 = 187;
    return r;
}

static void test_n6_10(void) {
    N6 v = (N6){{2040537065, 11}, 944.0f};
    take_n6_10(v);
    N6 m = make_n6_10();
    printf("made_n6_10 %ld %lu %g\n", (long)m.f0.f0, (unsigned long)m.f0.f1, m.f1);
    N6 q = pass_n6_10(m);
    printf("passed_n6_10 %ld %lu %g\n", (long)q.f0.f0, (unsigned long)q.f0.f1, q.f1);
    N6 z = call_n6_10(back_n6_10, (N6){{-411053766, 9}, 124.375f});
    printf("called_n6_10 %ld %lu %g\n", (long)z.f0.f0, (unsigned long)z.f0.f1, z.f1);
    printf("still_n6_10 %ld %lu %g\n", (long)v.f0.f0, (unsigned long)v.f0.f1, v.f1);
}

static N7 back_n7_11(N7 v, int number) {
    printf("back_n7_11 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0.f0, (unsigned long)v.f0.f1, (unsigned long)v.f0.f2, (unsigned long)v.f1.f0, (unsigned long)v.f1.f1, (unsigned long)v.f1.f2);
    N7 r = v;
    r.f0.f0 = 106;
    return r;
}

static void test_n7_11(void) {
    N7 v = (N7){{192, 4, 231}, {23, 92, 100}};
    take_n7_11(v);
    N7 m = make_n7_11();
    printf("made_n7_11 %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0.f0, (unsigned long)m.f0.f1, (unsigned long)m.f0.f2, (unsigned long)m.f1.f0, (unsigned long)m.f1.f1, (unsigned long)m.f1.f2);
    N7 q = pass_n7_11(m);
    printf("passed_n7_11 %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0.f0, (unsigned long)q.f0.f1, (unsigned long)q.f0.f2, (unsigned long)q.f1.f0, (unsigned long)q.f1.f1, (unsigned long)q.f1.f2);
    N7 z = call_n7_11(back_n7_11, (N7){{236, 55, 188}, {151, 18, 221}});
    printf("called_n7_11 %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0.f0, (unsigned long)z.f0.f1, (unsigned long)z.f0.f2, (unsigned long)z.f1.f0, (unsigned long)z.f1.f1, (unsigned long)z.f1.f2);
    printf("still_n7_11 %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0.f0, (unsigned long)v.f0.f1, (unsigned long)v.f0.f2, (unsigned long)v.f1.f0, (unsigned long)v.f1.f1, (unsigned long)v.f1.f2);
}

static N8 back_n8_12(N8 v, int number) {
    printf("back_n8_12 %d\n", number);
    printf("  got %lu %lu %lu %ld\n", (unsigned long)v.f0.f0, (unsigned long)v.f0.f1, (unsigned long)v.f0.f2, (long)v.f1);
    N8 r = v;
    r.f0.f0 = 76;
    return r;
}

static void test_n8_12(void) {
    N8 v = (N8){{174, 185, 75}, -687368591};
    take_n8_12(v);
    N8 m = make_n8_12();
    printf("made_n8_12 %lu %lu %lu %ld\n", (unsigned long)m.f0.f0, (unsigned long)m.f0.f1, (unsigned long)m.f0.f2, (long)m.f1);
    N8 q = pass_n8_12(m);
    printf("passed_n8_12 %lu %lu %lu %ld\n", (unsigned long)q.f0.f0, (unsigned long)q.f0.f1, (unsigned long)q.f0.f2, (long)q.f1);
    N8 z = call_n8_12(back_n8_12, (N8){{162, 156, 90}, 1283222914});
    printf("called_n8_12 %lu %lu %lu %ld\n", (unsigned long)z.f0.f0, (unsigned long)z.f0.f1, (unsigned long)z.f0.f2, (long)z.f1);
    printf("still_n8_12 %lu %lu %lu %ld\n", (unsigned long)v.f0.f0, (unsigned long)v.f0.f1, (unsigned long)v.f0.f2, (long)v.f1);
}

static N9 back_n9_13(N9 v, int number) {
    printf("back_n9_13 %d\n", number);
    printf("  got %g %g %ld\n", v.f0.f0, v.f0.f1, (long)v.f1);
    N9 r = v;
    r.f1 = 9;
    return r;
}

static void test_n9_13(void) {
    N9 v = (N9){{476.875, 411.375}, -48};
    take_n9_13(v);
    N9 m = make_n9_13();
    printf("made_n9_13 %g %g %ld\n", m.f0.f0, m.f0.f1, (long)m.f1);
    N9 q = pass_n9_13(m);
    printf("passed_n9_13 %g %g %ld\n", q.f0.f0, q.f0.f1, (long)q.f1);
    N9 z = call_n9_13(back_n9_13, (N9){{-900.625, -834.25}, 125});
    printf("called_n9_13 %g %g %ld\n", z.f0.f0, z.f0.f1, (long)z.f1);
    printf("still_n9_13 %g %g %ld\n", v.f0.f0, v.f0.f1, (long)v.f1);
}

static N10 back_n10_14(N10 v, int number) {
    printf("back_n10_14 %d\n", number);
    printf("  got %ld\n", (long)v.f1);
    N10 r = v;
    r.f1 = 1033190851;
    return r;
}

static void test_n10_14(void) {
    N10 v = (N10){{}, 1819377430};
    take_n10_14(v);
    N10 m = make_n10_14();
    printf("made_n10_14 %ld\n", (long)m.f1);
    N10 q = pass_n10_14(m);
    printf("passed_n10_14 %ld\n", (long)q.f1);
    N10 z = call_n10_14(back_n10_14, (N10){{}, -2010789939});
    printf("called_n10_14 %ld\n", (long)z.f1);
    printf("still_n10_14 %ld\n", (long)v.f1);
}

static N11 back_n11_15(N11 v, int number) {
    printf("back_n11_15 %d\n", number);
    printf("  got %ld %g\n", (long)v.f0, v.f2);
    N11 r = v;
    r.f0 = -118719558407560871L;
    return r;
}

static void test_n11_15(void) {
    N11 v = (N11){-2880774544450271488L, {}, 692.25};
    take_n11_15(v);
    N11 m = make_n11_15();
    printf("made_n11_15 %ld %g\n", (long)m.f0, m.f2);
    N11 q = pass_n11_15(m);
    printf("passed_n11_15 %ld %g\n", (long)q.f0, q.f2);
    N11 z = call_n11_15(back_n11_15, (N11){-6536990679976359659L, {}, -886.0});
    printf("called_n11_15 %ld %g\n", (long)z.f0, z.f2);
    printf("still_n11_15 %ld %g\n", (long)v.f0, v.f2);
}

static N12 back_n12_16(N12 v, int number) {
    printf("back_n12_16 %d\n", number);
    printf("  got %g %g %g %g\n", v.f0[0].f0, v.f0[0].f1, v.f0[1].f0, v.f0[1].f1);
    N12 r = v;
    r.f0[0].f0 = -654.375f;
    return r;
}

static void test_n12_16(void) {
    N12 v = (N12){{{-315.625f, 717.0f}, {-576.0f, -732.625f}}};
    take_n12_16(v);
    N12 m = make_n12_16();
    printf("made_n12_16 %g %g %g %g\n", m.f0[0].f0, m.f0[0].f1, m.f0[1].f0, m.f0[1].f1);
    N12 q = pass_n12_16(m);
    printf("passed_n12_16 %g %g %g %g\n", q.f0[0].f0, q.f0[0].f1, q.f0[1].f0, q.f0[1].f1);
    N12 z = call_n12_16(back_n12_16, (N12){{{291.0f, 836.0f}, {613.75f, -152.5f}}});
    printf("called_n12_16 %g %g %g %g\n", z.f0[0].f0, z.f0[0].f1, z.f0[1].f0, z.f0[1].f1);
    printf("still_n12_16 %g %g %g %g\n", v.f0[0].f0, v.f0[0].f1, v.f0[1].f0, v.f0[1].f1);
}

static N13 back_n13_17(N13 v, int number) {
    printf("back_n13_17 %d\n", number);
    printf("  got %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0].f0, (unsigned long)v.f0[0].f1, (unsigned long)v.f0[0].f2, (unsigned long)v.f0[1].f0, (unsigned long)v.f0[1].f1, (unsigned long)v.f0[1].f2, (unsigned long)v.f0[2].f0, (unsigned long)v.f0[2].f1, (unsigned long)v.f0[2].f2);
    N13 r = v;
    r.f0[2].f2 = 184;
    return r;
}

static void test_n13_17(void) {
    N13 v = (N13){{{222, 190, 76}, {30, 215, 150}, {72, 232, 86}}};
    take_n13_17(v);
    N13 m = make_n13_17();
    printf("made_n13_17 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)m.f0[0].f0, (unsigned long)m.f0[0].f1, (unsigned long)m.f0[0].f2, (unsigned long)m.f0[1].f0, (unsigned long)m.f0[1].f1, (unsigned long)m.f0[1].f2, (unsigned long)m.f0[2].f0, (unsigned long)m.f0[2].f1, (unsigned long)m.f0[2].f2);
    N13 q = pass_n13_17(m);
    printf("passed_n13_17 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)q.f0[0].f0, (unsigned long)q.f0[0].f1, (unsigned long)q.f0[0].f2, (unsigned long)q.f0[1].f0, (unsigned long)q.f0[1].f1, (unsigned long)q.f0[1].f2, (unsigned long)q.f0[2].f0, (unsigned long)q.f0[2].f1, (unsigned long)q.f0[2].f2);
    N13 z = call_n13_17(back_n13_17, (N13){{{57, 193, 91}, {255, 173, 92}, {45, 251, 139}}});
    printf("called_n13_17 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)z.f0[0].f0, (unsigned long)z.f0[0].f1, (unsigned long)z.f0[0].f2, (unsigned long)z.f0[1].f0, (unsigned long)z.f0[1].f1, (unsigned long)z.f0[1].f2, (unsigned long)z.f0[2].f0, (unsigned long)z.f0[2].f1, (unsigned long)z.f0[2].f2);
    printf("still_n13_17 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0].f0, (unsigned long)v.f0[0].f1, (unsigned long)v.f0[0].f2, (unsigned long)v.f0[1].f0, (unsigned long)v.f0[1].f1, (unsigned long)v.f0[1].f2, (unsigned long)v.f0[2].f0, (unsigned long)v.f0[2].f1, (unsigned long)v.f0[2].f2);
}

static N14 back_n14_18(N14 v, int number) {
    printf("back_n14_18 %d\n", number);
    printf("  got %ld %lu %ld %lu %ld %lu\n", (long)v.f0[0].f0, (unsigned long)v.f0[0].f1, (long)v.f0[1].f0, (unsigned long)v.f0[1].f1, (long)v.f0[2].f0, (unsigned long)v.f0[2].f1);
    N14 r = v;
    r.f0[1].f1 = 128;
    return r;
}

static void test_n14_18(void) {
    N14 v = (N14){{{-1876433452, 182}, {835786680, 17}, {1115139891, 156}}};
    take_n14_18(v);
    N14 m = make_n14_18();
    printf("made_n14_18 %ld %lu %ld %lu %ld %lu\n", (long)m.f0[0].f0, (unsigned long)m.f0[0].f1, (long)m.f0[1].f0, (unsigned long)m.f0[1].f1, (long)m.f0[2].f0, (unsigned long)m.f0[2].f1);
    N14 q = pass_n14_18(m);
    printf("passed_n14_18 %ld %lu %ld %lu %ld %lu\n", (long)q.f0[0].f0, (unsigned long)q.f0[0].f1, (long)q.f0[1].f0, (unsigned long)q.f0[1].f1, (long)q.f0[2].f0, (unsigned long)q.f0[2].f1);
    N14 z = call_n14_18(back_n14_18, (N14){{{1962307965, 174}, {642922902, 91}, {346435597, 5}}});
    printf("called_n14_18 %ld %lu %ld %lu %ld %lu\n", (long)z.f0[0].f0, (unsigned long)z.f0[0].f1, (long)z.f0[1].f0, (unsigned long)z.f0[1].f1, (long)z.f0[2].f0, (unsigned long)z.f0[2].f1);
    printf("still_n14_18 %ld %lu %ld %lu %ld %lu\n", (long)v.f0[0].f0, (unsigned long)v.f0[0].f1, (long)v.f0[1].f0, (unsigned long)v.f0[1].f1, (long)v.f0[2].f0, (unsigned long)v.f0[2].f1);
}

static Inner back_inner_19(Inner v, int number) {
    printf("back_inner_19 %d\n", number);
    printf("  got %ld %ld\n", (long)v.f0, (long)v.f1);
    Inner r = v;
    r.f1 = -9969;
    return r;
}

static void test_inner_19(void) {
    Inner v = (Inner){-44, 11249};
    take_inner_19(v);
    Inner m = make_inner_19();
    printf("made_inner_19 %ld %ld\n", (long)m.f0, (long)m.f1);
    Inner q = pass_inner_19(m);
    printf("passed_inner_19 %ld %ld\n", (long)q.f0, (long)q.f1);
    Inner z = call_inner_19(back_inner_19, (Inner){-54, 20754});
    printf("called_inner_19 %ld %ld\n", (long)z.f0, (long)z.f1);
    printf("still_inner_19 %ld %ld\n", (long)v.f0, (long)v.f1);
}

static N15 back_n15_20(N15 v, int number) {
    printf("back_n15_20 %d\n", number);
    printf("  got %ld %ld %ld %ld\n", (long)v.f0, (long)v.f1.f0, (long)v.f1.f1, (long)v.f2);
    N15 r = v;
    r.f2 = 122;
    return r;
}

static void test_n15_20(void) {
    N15 v = (N15){-57, {37, -10119}, 61};
    take_n15_20(v);
    N15 m = make_n15_20();
    printf("made_n15_20 %ld %ld %ld %ld\n", (long)m.f0, (long)m.f1.f0, (long)m.f1.f1, (long)m.f2);
    N15 q = pass_n15_20(m);
    printf("passed_n15_20 %ld %ld %ld %ld\n", (long)q.f0, (long)q.f1.f0, (long)q.f1.f1, (long)q.f2);
    N15 z = call_n15_20(back_n15_20, (N15){109, {88, -21464}, 95});
    printf("called_n15_20 %ld %ld %ld %ld\n", (long)z.f0, (long)z.f1.f0, (long)z.f1.f1, (long)z.f2);
    printf("still_n15_20 %ld %ld %ld %ld\n", (long)v.f0, (long)v.f1.f0, (long)v.f1.f1, (long)v.f2);
}

static Empty back_empty_21(Empty v, int number) {
    printf("back_empty_21 %d\n", number);
    printf("  got\n");
    Empty r = v;
    return r;
}

static void test_empty_21(void) {
    Empty v = (Empty){};
    take_empty_21(v);
    Empty m = make_empty_21();
    printf("made_empty_21\n");
    Empty q = pass_empty_21(m);
    printf("passed_empty_21\n");
    Empty z = call_empty_21(back_empty_21, (Empty){});
    printf("called_empty_21\n");
    printf("still_empty_21\n");
}

static long back_empties_22(Empty a0, int a1, Empty a2, double a3, Empty a4) {
    printf("back empties_22 a0\n");
    printf("back empties_22 a1 %ld\n", (long)a1);
    printf("back empties_22 a2\n");
    printf("back empties_22 a3 %g\n", a3);
    printf("back empties_22 a4\n");
    return -6158028241124805619L;
}

static void test_empties_22(void) {
    long r = empties_22((Empty){}, -582935794, (Empty){}, 958.875, (Empty){});
    printf("empties_22 gave %ld\n", (long)r);
    long s = call_empties_22(back_empties_22);
    printf("empties_22 back gave %ld\n", (long)s);
}

int main(void) {
    test_pf_1();
    test_pd_2();
    test_ri_3();
    test_tc_4();
    test_n1_5();
    test_n2_6();
    test_n3_7();
    test_n4_8();
    test_n5_9();
    test_n6_10();
    test_n7_11();
    test_n8_12();
    test_n9_13();
    test_n10_14();
    test_n11_15();
    test_n12_16();
    test_n13_17();
    test_n14_18();
    test_inner_19();
    test_n15_20();
    test_empty_21();
    test_empties_22();
    return 0;
}
