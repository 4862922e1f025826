// The C side of struct_nested.vx.
#include <stdarg.h>
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

void take_pf_1(Pf v) {
    printf("take_pf_1 %g %g\n", v.f0, v.f1);
}

Pf make_pf_1(void) {
    return (Pf){519.125f, -265.75f};
}

Pf pass_pf_1(Pf v) {
    printf("pass_pf_1 %g %g\n", v.f0, v.f1);
    return v;
}

Pf call_pf_1(Pf (*f)(Pf, int), Pf v) {
    Pf r = f(v, 1);
    printf("returned_pf_1 %g %g\n", r.f0, r.f1);
    return f(r, 101);
}

void take_pd_2(Pd v) {
    printf("take_pd_2 %g %g\n", v.f0, v.f1);
}

Pd make_pd_2(void) {
    return (Pd){931.875, -490.0};
}

Pd pass_pd_2(Pd v) {
    printf("pass_pd_2 %g %g\n", v.f0, v.f1);
    return v;
}

Pd call_pd_2(Pd (*f)(Pd, int), Pd v) {
    Pd r = f(v, 2);
    printf("returned_pd_2 %g %g\n", r.f0, r.f1);
    return f(r, 102);
}

void take_ri_3(Ri v) {
    printf("take_ri_3 %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
}

Ri make_ri_3(void) {
    return (Ri){1582461185, 126};
}

Ri pass_ri_3(Ri v) {
    printf("pass_ri_3 %ld %lu\n", (long)v.f0, (unsigned long)v.f1);
    return v;
}

Ri call_ri_3(Ri (*f)(Ri, int), Ri v) {
    Ri r = f(v, 3);
    printf("returned_ri_3 %ld %lu\n", (long)r.f0, (unsigned long)r.f1);
    return f(r, 103);
}

void take_tc_4(Tc v) {
    printf("take_tc_4 %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2);
}

Tc make_tc_4(void) {
    return (Tc){93, 199, 81};
}

Tc pass_tc_4(Tc v) {
    printf("pass_tc_4 %lu %lu %lu\n", (unsigned long)v.f0, (unsigned long)v.f1, (unsigned long)v.f2);
    return v;
}

Tc call_tc_4(Tc (*f)(Tc, int), Tc v) {
    Tc r = f(v, 4);
    printf("returned_tc_4 %lu %lu %lu\n", (unsigned long)r.f0, (unsigned long)r.f1, (unsigned long)r.f2);
    return f(r, 104);
}

void take_n1_5(N1 v) {
    printf("take_n1_5 %g %g\n", v.f0.f0, v.f0.f1);
}

N1 make_n1_5(void) {
    return (N1){{784.625f, -989.125f}};
}

N1 pass_n1_5(N1 v) {
    printf("pass_n1_5 %g %g\n", v.f0.f0, v.f0.f1);
    return v;
}

N1 call_n1_5(N1 (*f)(N1, int), N1 v) {
    N1 r = f(v, 5);
    printf("returned_n1_5 %g %g\n", r.f0.f0, r.f0.f1);
    return f(r, 105);
}

void take_n2_6(N2 v) {
    printf("take_n2_6 %g %g %g %g\n", v.f0.f0, v.f0.f1, v.f1.f0, v.f1.f1);
}

N2 make_n2_6(void) {
    return (N2){{-357.75f, 969.0f}, {-592.75f, 104.25f}};
}

N2 pass_n2_6(N2 v) {
    printf("pass_n2_6 %g %g %g %g\n", v.f0.f0, v.f0.f1, v.f1.f0, v.f1.f1);
    return v;
}

N2 call_n2_6(N2 (*f)(N2, int), N2 v) {
    N2 r = f(v, 6);
    printf("returned_n2_6 %g %g %g %g\n", r.f0.f0, r.f0.f1, r.f1.f0, r.f1.f1);
    return f(r, 106);
}

void take_n3_7(N3 v) {
    printf("take_n3_7 %g %g %g\n", v.f0.f0, v.f0.f1, v.f1);
}

N3 make_n3_7(void) {
    return (N3){{979.5f, 976.5f}, 830.375f};
}

N3 pass_n3_7(N3 v) {
    printf("pass_n3_7 %g %g %g\n", v.f0.f0, v.f0.f1, v.f1);
    return v;
}

N3 call_n3_7(N3 (*f)(N3, int), N3 v) {
    N3 r = f(v, 7);
    printf("returned_n3_7 %g %g %g\n", r.f0.f0, r.f0.f1, r.f1);
    return f(r, 107);
}

void take_n4_8(N4 v) {
    printf("take_n4_8 %g %g %g\n", v.f0, v.f1.f0, v.f1.f1);
}

N4 make_n4_8(void) {
    return (N4){-459.75f, {-866.625f, -320.375f}};
}

N4 pass_n4_8(N4 v) {
    printf("pass_n4_8 %g %g %g\n", v.f0, v.f1.f0, v.f1.f1);
    return v;
}

N4 call_n4_8(N4 (*f)(N4, int), N4 v) {
    N4 r = f(v, 8);
    printf("returned_n4_8 %g %g %g\n", r.f0, r.f1.f0, r.f1.f1);
    return f(r, 108);
}

void take_n5_9(N5 v) {
    printf("take_n5_9 %ld %lu %ld %lu\n", (long)v.f0.f0, (unsigned long)v.f0.f1, (long)v.f1.f0, (unsigned long)v.f1.f1);
}

N5 make_n5_9(void) {
    return (N5){{-621261204, 156}, {-82698810, 161}};
}

N5 pass_n5_9(N5 v) {
    printf("pass_n5_9 %ld %lu %ld %lu\n", (long)v.f0.f0, (unsigned long)v.f0.f1, (long)v.f1.f0, (unsigned long)v.f1.f1);
    return v;
}

N5 call_n5_9(N5 (*f)(N5, int), N5 v) {
    N5 r = f(v, 9);
    printf("returned_n5_9 %ld %lu %ld %lu\n", (long)r.f0.f0, (unsigned long)r.f0.f1, (long)r.f1.f0, (unsigned long)r.f1.f1);
    return f(r, 109);
}

void take_n6_10(N6 v) {
    printf("take_n6_10 %ld %lu %g\n", (long)v.f0.f0, (unsigned long)v.f0.f1, v.f1);
}

N6 make_n6_10(void) {
    return (N6){{1072861442, 183}, 730.25f};
}

N6 pass_n6_10(N6 v) {
    printf("pass_n6_10 %ld %lu %g\n", (long)v.f0.f0, (unsigned long)v.f0.f1, v.f1);
    return v;
}

N6 call_n6_10(N6 (*f)(N6, int), N6 v) {
    N6 r = f(v, 10);
    printf("returned_n6_10 %ld %lu %g\n", (long)r.f0.f0, (unsigned long)r.f0.f1, r.f1);
    return f(r, 110);
}

void take_n7_11(N7 v) {
    printf("take_n7_11 %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0.f0, (unsigned long)v.f0.f1, (unsigned long)v.f0.f2, (unsigned long)v.f1.f0, (unsigned long)v.f1.f1, (unsigned long)v.f1.f2);
}

N7 make_n7_11(void) {
    return (N7){{60, 125, 236}, {176, 181, 128}};
}

N7 pass_n7_11(N7 v) {
    printf("pass_n7_11 %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0.f0, (unsigned long)v.f0.f1, (unsigned long)v.f0.f2, (unsigned long)v.f1.f0, (unsigned long)v.f1.f1, (unsigned long)v.f1.f2);
    return v;
}

N7 call_n7_11(N7 (*f)(N7, int), N7 v) {
    N7 r = f(v, 11);
    printf("returned_n7_11 %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0.f0, (unsigned long)r.f0.f1, (unsigned long)r.f0.f2, (unsigned long)r.f1.f0, (unsigned long)r.f1.f1, (unsigned long)r.f1.f2);
    return f(r, 111);
}

void take_n8_12(N8 v) {
    printf("take_n8_12 %lu %lu %lu %ld\n", (unsigned long)v.f0.f0, (unsigned long)v.f0.f1, (unsigned long)v.f0.f2, (long)v.f1);
}

N8 make_n8_12(void) {
    return (N8){{141, 47, 159}, 798717177};
}

N8 pass_n8_12(N8 v) {
    printf("pass_n8_12 %lu %lu %lu %ld\n", (unsigned long)v.f0.f0, (unsigned long)v.f0.f1, (unsigned long)v.f0.f2, (long)v.f1);
    return v;
}

N8 call_n8_12(N8 (*f)(N8, int), N8 v) {
    N8 r = f(v, 12);
    printf("returned_n8_12 %lu %lu %lu %ld\n", (unsigned long)r.f0.f0, (unsigned long)r.f0.f1, (unsigned long)r.f0.f2, (long)r.f1);
    return f(r, 112);
}

void take_n9_13(N9 v) {
    printf("take_n9_13 %g %g %ld\n", v.f0.f0, v.f0.f1, (long)v.f1);
}

N9 make_n9_13(void) {
    return (N9){{-9.25, -669.25}, 57};
}

N9 pass_n9_13(N9 v) {
    printf("pass_n9_13 %g %g %ld\n", v.f0.f0, v.f0.f1, (long)v.f1);
    return v;
}

N9 call_n9_13(N9 (*f)(N9, int), N9 v) {
    N9 r = f(v, 13);
    printf("returned_n9_13 %g %g %ld\n", r.f0.f0, r.f0.f1, (long)r.f1);
    return f(r, 113);
}

void take_n10_14(N10 v) {
    printf("take_n10_14 %ld\n", (long)v.f1);
}

N10 make_n10_14(void) {
    return (N10){{}, -404207864};
}

N10 pass_n10_14(N10 v) {
    printf("pass_n10_14 %ld\n", (long)v.f1);
    return v;
}

N10 call_n10_14(N10 (*f)(N10, int), N10 v) {
    N10 r = f(v, 14);
    printf("returned_n10_14 %ld\n", (long)r.f1);
    return f(r, 114);
}

void take_n11_15(N11 v) {
    printf("take_n11_15 %ld %g\n", (long)v.f0, v.f2);
}

N11 make_n11_15(void) {
    return (N11){-817834588959297522L, {}, 333.125};
}

N11 pass_n11_15(N11 v) {
    printf("pass_n11_15 %ld %g\n", (long)v.f0, v.f2);
    return v;
}

N11 call_n11_15(N11 (*f)(N11, int), N11 v) {
    N11 r = f(v, 15);
    printf("returned_n11_15 %ld %g\n", (long)r.f0, r.f2);
    return f(r, 115);
}

void take_n12_16(N12 v) {
    printf("take_n12_16 %g %g %g %g\n", v.f0[0].f0, v.f0[0].f1, v.f0[1].f0, v.f0[1].f1);
}

N12 make_n12_16(void) {
    return (N12){{{498.375f, 155.125f}, {945.125f, -728.125f}}};
}

N12 pass_n12_16(N12 v) {
    printf("pass_n12_16 %g %g %g %g\n", v.f0[0].f0, v.f0[0].f1, v.f0[1].f0, v.f0[1].f1);
    return v;
}

N12 call_n12_16(N12 (*f)(N12, int), N12 v) {
    N12 r = f(v, 16);
    printf("returned_n12_16 %g %g %g %g\n", r.f0[0].f0, r.f0[0].f1, r.f0[1].f0, r.f0[1].f1);
    return f(r, 116);
}

void take_n13_17(N13 v) {
    printf("take_n13_17 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0].f0, (unsigned long)v.f0[0].f1, (unsigned long)v.f0[0].f2, (unsigned long)v.f0[1].f0, (unsigned long)v.f0[1].f1, (unsigned long)v.f0[1].f2, (unsigned long)v.f0[2].f0, (unsigned long)v.f0[2].f1, (unsigned long)v.f0[2].f2);
}

N13 make_n13_17(void) {
    return (N13){{{232, 249, 162}, {245, 140, 149}, {240, 206, 75}}};
}

N13 pass_n13_17(N13 v) {
    printf("pass_n13_17 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)v.f0[0].f0, (unsigned long)v.f0[0].f1, (unsigned long)v.f0[0].f2, (unsigned long)v.f0[1].f0, (unsigned long)v.f0[1].f1, (unsigned long)v.f0[1].f2, (unsigned long)v.f0[2].f0, (unsigned long)v.f0[2].f1, (unsigned long)v.f0[2].f2);
    return v;
}

N13 call_n13_17(N13 (*f)(N13, int), N13 v) {
    N13 r = f(v, 17);
    printf("returned_n13_17 %lu %lu %lu %lu %lu %lu %lu %lu %lu\n", (unsigned long)r.f0[0].f0, (unsigned long)r.f0[0].f1, (unsigned long)r.f0[0].f2, (unsigned long)r.f0[1].f0, (unsigned long)r.f0[1].f1, (unsigned long)r.f0[1].f2, (unsigned long)r.f0[2].f0, (unsigned long)r.f0[2].f1, (unsigned long)r.f0[2].f2);
    return f(r, 117);
}

void take_n14_18(N14 v) {
    printf("take_n14_18 %ld %lu %ld %lu %ld %lu\n", (long)v.f0[0].f0, (unsigned long)v.f0[0].f1, (long)v.f0[1].f0, (unsigned long)v.f0[1].f1, (long)v.f0[2].f0, (unsigned long)v.f0[2].f1);
}

N14 make_n14_18(void) {
    return (N14){{{-586556118, 143}, {1439812561, 248}, {-1009925289, 150}}};
}

N14 pass_n14_18(N14 v) {
    printf("pass_n14_18 %ld %lu %ld %lu %ld %lu\n", (long)v.f0[0].f0, (unsigned long)v.f0[0].f1, (long)v.f0[1].f0, (unsigned long)v.f0[1].f1, (long)v.f0[2].f0, (unsigned long)v.f0[2].f1);
    return v;
}

N14 call_n14_18(N14 (*f)(N14, int), N14 v) {
    N14 r = f(v, 18);
    printf("returned_n14_18 %ld %lu %ld %lu %ld %lu\n", (long)r.f0[0].f0, (unsigned long)r.f0[0].f1, (long)r.f0[1].f0, (unsigned long)r.f0[1].f1, (long)r.f0[2].f0, (unsigned long)r.f0[2].f1);
    return f(r, 118);
}

void take_inner_19(Inner v) {
    printf("take_inner_19 %ld %ld\n", (long)v.f0, (long)v.f1);
}

Inner make_inner_19(void) {
    return (Inner){-57, -2428};
}

Inner pass_inner_19(Inner v) {
    printf("pass_inner_19 %ld %ld\n", (long)v.f0, (long)v.f1);
    return v;
}

Inner call_inner_19(Inner (*f)(Inner, int), Inner v) {
    Inner r = f(v, 19);
    printf("returned_inner_19 %ld %ld\n", (long)r.f0, (long)r.f1);
    return f(r, 119);
}

void take_n15_20(N15 v) {
    printf("take_n15_20 %ld %ld %ld %ld\n", (long)v.f0, (long)v.f1.f0, (long)v.f1.f1, (long)v.f2);
}

N15 make_n15_20(void) {
    return (N15){113, {85, -5998}, -38};
}

N15 pass_n15_20(N15 v) {
    printf("pass_n15_20 %ld %ld %ld %ld\n", (long)v.f0, (long)v.f1.f0, (long)v.f1.f1, (long)v.f2);
    return v;
}

N15 call_n15_20(N15 (*f)(N15, int), N15 v) {
    N15 r = f(v, 20);
    printf("returned_n15_20 %ld %ld %ld %ld\n", (long)r.f0, (long)r.f1.f0, (long)r.f1.f1, (long)r.f2);
    return f(r, 120);
}

void take_empty_21(Empty v) {
    printf("take_empty_21\n");
}

Empty make_empty_21(void) {
    return (Empty){};
}

Empty pass_empty_21(Empty v) {
    printf("pass_empty_21\n");
    return v;
}

Empty call_empty_21(Empty (*f)(Empty, int), Empty v) {
    Empty r = f(v, 21);
    printf("returned_empty_21\n");
    return f(r, 121);
}

long empties_22(Empty a0, int a1, Empty a2, double a3, Empty a4) {
    printf("empties_22 a0\n");
    printf("empties_22 a1 %ld\n", (long)a1);
    printf("empties_22 a2\n");
    printf("empties_22 a3 %g\n", a3);
    printf("empties_22 a4\n");
    return 334613546188358120L;
}

long call_empties_22(long (*f)(Empty, int, Empty, double, Empty)) {
    return f((Empty){}, -1538207292, (Empty){}, 84.0, (Empty){});
}
