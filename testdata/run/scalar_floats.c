#include <float.h>
#include <math.h>
#include <stdio.h>
double half(double x);
float halff(float x);
double to_double(float x);
float to_float(double x);
int to_int(double x);
double from_int(int x);
float from_u64(unsigned long long x);
double ten(double a, double b, double c, double d, double e, double f, double g, double h, double i, double j);
float tenf(float a, float b, float c, float d, float e, float f, float g, float h, float i, float j);
double mixed(int a, double b, long long c, float d, unsigned char e, double f, short g, float h);
int main(void) {
    printf("%.17g %.9g\n", half(0.1), halff(0.1f));
    printf("%.17g %.9g\n", to_double(0.1f), to_float(0.1));
    printf("%d %g %g\n", to_int(-7.9), from_int(-2147483647 - 1), from_u64(16777217));
    printf("%g\n", ten(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    printf("%g\n", tenf(1.5f, 2.5f, 3.5f, 4.5f, 5.5f, 6.5f, 7.5f, 8.5f, 9.5f, 10.5f));
    printf("%.10g\n", mixed(-3, 0.25, 1LL << 40, 1.5f, 255, -0.125, -32768, 3.25f));
    float narrow = 2.5f;
    printf("%g\n", half(narrow));
    printf("%g %g %g\n", half(INFINITY), half(-INFINITY), half(-0.0));
    printf("%a %a\n", half(DBL_MIN), halff(FLT_MAX));
}
