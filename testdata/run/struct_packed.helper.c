#include <stdbool.h>
#include <stdint.h>
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
PCL make_pcl(int seed) {
    PCL s;
    s.a = (int8_t)(seed * 7);
    s.b = (int64_t)(seed * -8);
    return s;
}
static double sum_pcl(PCL s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
PCL bump_pcl(PCL s) {
    s.a = (int8_t)(s.a + 1);
    s.b = (int64_t)(s.b + 1);
    return s;
}
double middle_pcl(int a, PCL s, double b) { return a + sum_pcl(s) * 2 + b; }
double late_pcl(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, PCL s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_pcl(s) + (double)f * 6 + g;
}
double float_late_pcl(double a, double b, double c, double d, double e, double f, double g, PCL s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_pcl(s) + h * 8 + i;
}
double two_pcl(PCL a, float x, PCL b) { return sum_pcl(a) * 3 - x + sum_pcl(b); }
PCL call_pcl(PCL (*f)(PCL, int), PCL s) { return f(f(s, 2), -1); }
PCI make_pci(int seed) {
    PCI s;
    s.a = (uint8_t)(seed * 7);
    s.b = (int32_t)(seed * -8);
    s.c = (uint8_t)(seed * 13);
    return s;
}
static double sum_pci(PCI s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
PCI bump_pci(PCI s) {
    s.a = (uint8_t)(s.a + 1);
    s.b = (int32_t)(s.b + 1);
    s.c = (uint8_t)(s.c + 1);
    return s;
}
double middle_pci(int a, PCI s, double b) { return a + sum_pci(s) * 2 + b; }
double late_pci(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, PCI s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_pci(s) + (double)f * 6 + g;
}
double float_late_pci(double a, double b, double c, double d, double e, double f, double g, PCI s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_pci(s) + h * 8 + i;
}
double two_pci(PCI a, float x, PCI b) { return sum_pci(a) * 3 - x + sum_pci(b); }
PCI call_pci(PCI (*f)(PCI, int), PCI s) { return f(f(s, 2), -1); }
PSD make_psd(int seed) {
    PSD s;
    s.a = (int16_t)(seed * 7);
    s.b = (seed + 1) / 4.0;
    return s;
}
static double sum_psd(PSD s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
PSD bump_psd(PSD s) {
    s.a = (int16_t)(s.a + 1);
    s.b = (double)(s.b + 1);
    return s;
}
double middle_psd(int a, PSD s, double b) { return a + sum_psd(s) * 2 + b; }
double late_psd(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, PSD s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_psd(s) + (double)f * 6 + g;
}
double float_late_psd(double a, double b, double c, double d, double e, double f, double g, PSD s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_psd(s) + h * 8 + i;
}
double two_psd(PSD a, float x, PSD b) { return sum_psd(a) * 3 - x + sum_psd(b); }
PSD call_psd(PSD (*f)(PSD, int), PSD s) { return f(f(s, 2), -1); }
PFF make_pff(int seed) {
    PFF s;
    s.a = (uint8_t)(seed * 7);
    s.b = (float)(seed + 1) / 2;
    s.c = (float)(seed + 2) / 2;
    return s;
}
static double sum_pff(PFF s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
PFF bump_pff(PFF s) {
    s.a = (uint8_t)(s.a + 1);
    s.b = (float)(s.b + 1);
    s.c = (float)(s.c + 1);
    return s;
}
double middle_pff(int a, PFF s, double b) { return a + sum_pff(s) * 2 + b; }
double late_pff(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, PFF s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_pff(s) + (double)f * 6 + g;
}
double float_late_pff(double a, double b, double c, double d, double e, double f, double g, PFF s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_pff(s) + h * 8 + i;
}
double two_pff(PFF a, float x, PFF b) { return sum_pff(a) * 3 - x + sum_pff(b); }
PFF call_pff(PFF (*f)(PFF, int), PFF s) { return f(f(s, 2), -1); }
P2 make_p2(int seed) {
    P2 s;
    s.a = (uint8_t)(seed * 7);
    s.b = (int64_t)(seed * -8);
    s.c = (uint8_t)(seed * 13);
    return s;
}
static double sum_p2(P2 s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3;
}
P2 bump_p2(P2 s) {
    s.a = (uint8_t)(s.a + 1);
    s.b = (int64_t)(s.b + 1);
    s.c = (uint8_t)(s.c + 1);
    return s;
}
double middle_p2(int a, P2 s, double b) { return a + sum_p2(s) * 2 + b; }
double late_p2(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, P2 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_p2(s) + (double)f * 6 + g;
}
double float_late_p2(double a, double b, double c, double d, double e, double f, double g, P2 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_p2(s) + h * 8 + i;
}
double two_p2(P2 a, float x, P2 b) { return sum_p2(a) * 3 - x + sum_p2(b); }
P2 call_p2(P2 (*f)(P2, int), P2 s) { return f(f(s, 2), -1); }
P4 make_p4(int seed) {
    P4 s;
    s.a = (int16_t)(seed * 7);
    s.b = (seed + 1) / 4.0;
    s.c = (int16_t)(seed * 13);
    s.d = (int64_t)(seed * -14);
    return s;
}
static double sum_p4(P4 s) {
    return (double)s.a * 1 + (double)s.b * 2 + (double)s.c * 3 + (double)s.d * 4;
}
P4 bump_p4(P4 s) {
    s.a = (int16_t)(s.a + 1);
    s.b = (double)(s.b + 1);
    s.c = (int16_t)(s.c + 1);
    s.d = (int64_t)(s.d + 1);
    return s;
}
double middle_p4(int a, P4 s, double b) { return a + sum_p4(s) * 2 + b; }
double late_p4(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, P4 s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_p4(s) + (double)f * 6 + g;
}
double float_late_p4(double a, double b, double c, double d, double e, double f, double g, P4 s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_p4(s) + h * 8 + i;
}
double two_p4(P4 a, float x, P4 b) { return sum_p4(a) * 3 - x + sum_p4(b); }
P4 call_p4(P4 (*f)(P4, int), P4 s) { return f(f(s, 2), -1); }
PA make_pa(int seed) {
    PA s;
    s.a = (uint8_t)(seed * 7);
    s.b[0] = (int16_t)(seed * -8);
    s.b[1] = (int16_t)(seed * 13);
    s.b[2] = (int16_t)(seed * -14);
    return s;
}
static double sum_pa(PA s) {
    return (double)s.a * 1 + (double)s.b[0] * 2 + (double)s.b[1] * 3 + (double)s.b[2] * 4;
}
PA bump_pa(PA s) {
    s.a = (uint8_t)(s.a + 1);
    s.b[0] = (int16_t)(s.b[0] + 1);
    s.b[1] = (int16_t)(s.b[1] + 1);
    s.b[2] = (int16_t)(s.b[2] + 1);
    return s;
}
double middle_pa(int a, PA s, double b) { return a + sum_pa(s) * 2 + b; }
double late_pa(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, PA s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_pa(s) + (double)f * 6 + g;
}
double float_late_pa(double a, double b, double c, double d, double e, double f, double g, PA s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_pa(s) + h * 8 + i;
}
double two_pa(PA a, float x, PA b) { return sum_pa(a) * 3 - x + sum_pa(b); }
PA call_pa(PA (*f)(PA, int), PA s) { return f(f(s, 2), -1); }
PB make_pb(int seed) {
    PB s;
    s.a = (int32_t)(seed * 7);
    s.b = (float)(seed + 1) / 2;
    return s;
}
static double sum_pb(PB s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
PB bump_pb(PB s) {
    s.a = (int32_t)(s.a + 1);
    s.b = (float)(s.b + 1);
    return s;
}
double middle_pb(int a, PB s, double b) { return a + sum_pb(s) * 2 + b; }
double late_pb(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, PB s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_pb(s) + (double)f * 6 + g;
}
double float_late_pb(double a, double b, double c, double d, double e, double f, double g, PB s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_pb(s) + h * 8 + i;
}
double two_pb(PB a, float x, PB b) { return sum_pb(a) * 3 - x + sum_pb(b); }
PB call_pb(PB (*f)(PB, int), PB s) { return f(f(s, 2), -1); }
