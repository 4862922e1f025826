#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
typedef struct __attribute__((packed)) { int8_t a; int64_t b; } PCL;
typedef struct __attribute__((packed)) { uint8_t a; int32_t b; uint8_t c; } PCI;
typedef struct __attribute__((packed)) { int16_t a; double b; } PSD;
typedef struct __attribute__((packed)) { uint8_t a; float b; float c; } PFF;
#pragma pack(push, 2)
typedef struct { uint8_t a; int64_t b; uint8_t c; } P2;
#pragma pack(pop)
#pragma pack(push, 4)
typedef struct { int16_t a; double b; int16_t c; int64_t d; } P4;
#pragma pack(pop)
typedef struct __attribute__((packed)) { uint8_t a; int16_t b[3]; } PA;
typedef struct __attribute__((packed)) { int32_t a; float b; } PB;
PCL make_pcl(int seed);
PCL bump_pcl(PCL s);
double middle_pcl(int a, PCL s, double b);
double late_pcl(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, PCL s, int64_t f, double g);
double float_late_pcl(double a, double b, double c, double d, double e, double f, double g, PCL s, double h, int i);
double two_pcl(PCL a, float x, PCL b);
PCL call_pcl(PCL (*f)(PCL, int), PCL s);
PCI make_pci(int seed);
PCI bump_pci(PCI s);
double middle_pci(int a, PCI s, double b);
double late_pci(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, PCI s, int64_t f, double g);
double float_late_pci(double a, double b, double c, double d, double e, double f, double g, PCI s, double h, int i);
double two_pci(PCI a, float x, PCI b);
PCI call_pci(PCI (*f)(PCI, int), PCI s);
PSD make_psd(int seed);
PSD bump_psd(PSD s);
double middle_psd(int a, PSD s, double b);
double late_psd(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, PSD s, int64_t f, double g);
double float_late_psd(double a, double b, double c, double d, double e, double f, double g, PSD s, double h, int i);
double two_psd(PSD a, float x, PSD b);
PSD call_psd(PSD (*f)(PSD, int), PSD s);
PFF make_pff(int seed);
PFF bump_pff(PFF s);
double middle_pff(int a, PFF s, double b);
double late_pff(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, PFF s, int64_t f, double g);
double float_late_pff(double a, double b, double c, double d, double e, double f, double g, PFF s, double h, int i);
double two_pff(PFF a, float x, PFF b);
PFF call_pff(PFF (*f)(PFF, int), PFF s);
P2 make_p2(int seed);
P2 bump_p2(P2 s);
double middle_p2(int a, P2 s, double b);
double late_p2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, P2 s, int64_t f, double g);
double float_late_p2(double a, double b, double c, double d, double e, double f, double g, P2 s, double h, int i);
double two_p2(P2 a, float x, P2 b);
P2 call_p2(P2 (*f)(P2, int), P2 s);
P4 make_p4(int seed);
P4 bump_p4(P4 s);
double middle_p4(int a, P4 s, double b);
double late_p4(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, P4 s, int64_t f, double g);
double float_late_p4(double a, double b, double c, double d, double e, double f, double g, P4 s, double h, int i);
double two_p4(P4 a, float x, P4 b);
P4 call_p4(P4 (*f)(P4, int), P4 s);
PA make_pa(int seed);
PA bump_pa(PA s);
double middle_pa(int a, PA s, double b);
double late_pa(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, PA s, int64_t f, double g);
double float_late_pa(double a, double b, double c, double d, double e, double f, double g, PA s, double h, int i);
double two_pa(PA a, float x, PA b);
PA call_pa(PA (*f)(PA, int), PA s);
PB make_pb(int seed);
PB bump_pb(PB s);
double middle_pb(int a, PB s, double b);
double late_pb(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, PB s, int64_t f, double g);
double float_late_pb(double a, double b, double c, double d, double e, double f, double g, PB s, double h, int i);
double two_pb(PB a, float x, PB b);
PB call_pb(PB (*f)(PB, int), PB s);
static void show_pcl(PCL s) {
    printf("PCL: %d %lld\n", s.a, (long long)s.b);
}
static PCL change_pcl(PCL s, int by) {
    s.a = (int8_t)(s.a + by);
    s.b = (int64_t)(s.b + by);
    return s;
}
static void test_pcl(void) {
    PCL a = make_pcl(3), b = make_pcl(5);
    show_pcl(a);
    show_pcl(bump_pcl(b));
    printf("%g %g %g %g\n", middle_pcl(1, a, 0.5), late_pcl(1, 2, 3, 4, 5, b, 6, 0.25), float_late_pcl(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_pcl(a, 1.5f, b));
    show_pcl(call_pcl(change_pcl, a));
    printf("%zu %zu\n", sizeof(PCL), _Alignof(PCL));
}
static void show_pci(PCI s) {
    printf("PCI: %u %d %u\n", s.a, s.b, s.c);
}
static PCI change_pci(PCI s, int by) {
    s.a = (uint8_t)(s.a + by);
    s.b = (int32_t)(s.b + by);
    s.c = (uint8_t)(s.c + by);
    return s;
}
static void test_pci(void) {
    PCI a = make_pci(3), b = make_pci(5);
    show_pci(a);
    show_pci(bump_pci(b));
    printf("%g %g %g %g\n", middle_pci(1, a, 0.5), late_pci(1, 2, 3, 4, 5, b, 6, 0.25), float_late_pci(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_pci(a, 1.5f, b));
    show_pci(call_pci(change_pci, a));
    printf("%zu %zu\n", sizeof(PCI), _Alignof(PCI));
}
static void show_psd(PSD s) {
    printf("PSD: %d %g\n", s.a, s.b);
}
static PSD change_psd(PSD s, int by) {
    s.a = (int16_t)(s.a + by);
    s.b = (double)(s.b + by);
    return s;
}
static void test_psd(void) {
    PSD a = make_psd(3), b = make_psd(5);
    show_psd(a);
    show_psd(bump_psd(b));
    printf("%g %g %g %g\n", middle_psd(1, a, 0.5), late_psd(1, 2, 3, 4, 5, b, 6, 0.25), float_late_psd(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_psd(a, 1.5f, b));
    show_psd(call_psd(change_psd, a));
    printf("%zu %zu\n", sizeof(PSD), _Alignof(PSD));
}
static void show_pff(PFF s) {
    printf("PFF: %u %g %g\n", s.a, s.b, s.c);
}
static PFF change_pff(PFF s, int by) {
    s.a = (uint8_t)(s.a + by);
    s.b = (float)(s.b + by);
    s.c = (float)(s.c + by);
    return s;
}
static void test_pff(void) {
    PFF a = make_pff(3), b = make_pff(5);
    show_pff(a);
    show_pff(bump_pff(b));
    printf("%g %g %g %g\n", middle_pff(1, a, 0.5), late_pff(1, 2, 3, 4, 5, b, 6, 0.25), float_late_pff(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_pff(a, 1.5f, b));
    show_pff(call_pff(change_pff, a));
    printf("%zu %zu\n", sizeof(PFF), _Alignof(PFF));
}
static void show_p2(P2 s) {
    printf("P2: %u %lld %u\n", s.a, (long long)s.b, s.c);
}
static P2 change_p2(P2 s, int by) {
    s.a = (uint8_t)(s.a + by);
    s.b = (int64_t)(s.b + by);
    s.c = (uint8_t)(s.c + by);
    return s;
}
static void test_p2(void) {
    P2 a = make_p2(3), b = make_p2(5);
    show_p2(a);
    show_p2(bump_p2(b));
    printf("%g %g %g %g\n", middle_p2(1, a, 0.5), late_p2(1, 2, 3, 4, 5, b, 6, 0.25), float_late_p2(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_p2(a, 1.5f, b));
    show_p2(call_p2(change_p2, a));
    printf("%zu %zu\n", sizeof(P2), _Alignof(P2));
}
static void show_p4(P4 s) {
    printf("P4: %d %g %d %lld\n", s.a, s.b, s.c, (long long)s.d);
}
static P4 change_p4(P4 s, int by) {
    s.a = (int16_t)(s.a + by);
    s.b = (double)(s.b + by);
    s.c = (int16_t)(s.c + by);
    s.d = (int64_t)(s.d + by);
    return s;
}
static void test_p4(void) {
    P4 a = make_p4(3), b = make_p4(5);
    show_p4(a);
    show_p4(bump_p4(b));
    printf("%g %g %g %g\n", middle_p4(1, a, 0.5), late_p4(1, 2, 3, 4, 5, b, 6, 0.25), float_late_p4(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_p4(a, 1.5f, b));
    show_p4(call_p4(change_p4, a));
    printf("%zu %zu\n", sizeof(P4), _Alignof(P4));
}
static void show_pa(PA s) {
    printf("PA: %u %d %d %d\n", s.a, s.b[0], s.b[1], s.b[2]);
}
static PA change_pa(PA s, int by) {
    s.a = (uint8_t)(s.a + by);
    s.b[0] = (int16_t)(s.b[0] + by);
    s.b[1] = (int16_t)(s.b[1] + by);
    s.b[2] = (int16_t)(s.b[2] + by);
    return s;
}
static void test_pa(void) {
    PA a = make_pa(3), b = make_pa(5);
    show_pa(a);
    show_pa(bump_pa(b));
    printf("%g %g %g %g\n", middle_pa(1, a, 0.5), late_pa(1, 2, 3, 4, 5, b, 6, 0.25), float_late_pa(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_pa(a, 1.5f, b));
    show_pa(call_pa(change_pa, a));
    printf("%zu %zu\n", sizeof(PA), _Alignof(PA));
}
static void show_pb(PB s) {
    printf("PB: %d %g\n", s.a, s.b);
}
static PB change_pb(PB s, int by) {
    s.a = (int32_t)(s.a + by);
    s.b = (float)(s.b + by);
    return s;
}
static void test_pb(void) {
    PB a = make_pb(3), b = make_pb(5);
    show_pb(a);
    show_pb(bump_pb(b));
    printf("%g %g %g %g\n", middle_pb(1, a, 0.5), late_pb(1, 2, 3, 4, 5, b, 6, 0.25), float_late_pb(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_pb(a, 1.5f, b));
    show_pb(call_pb(change_pb, a));
    printf("%zu %zu\n", sizeof(PB), _Alignof(PB));
}
int main(void) {
    test_pcl();
    test_pci();
    test_psd();
    test_pff();
    test_p2();
    test_p4();
    test_pa();
    test_pb();
}
