// cflags: -ffp-contract=off -lm
#include <math.h>
#include <stdio.h>
static int compare(double a, double b) { return (a < b) + (a <= b) * 2 + (a > b) * 4 + (a >= b) * 8 + (a == b) * 16 + (a != b) * 32; }
static float sum(int n) { float t = 0; for (int i = 1; i <= n; i++) t += 1.0f / (float)i; return t; }
static double newton(double x) { double g = x; for (int i = 0; i < 30; i++) g = 0.5 * (g + x / g); return g; }
static double logistic(int n) { double x = 0.5; while (n--) x = 3.9 * x * (1.0 - x); return x; }
int main(void) {
    volatile double zero = 0;
    double inf = 1 / zero, nan = inf - inf;
    float s = 0.1f;
    printf("%.17g %.17g\n", 0.1 + 0.2, 1.0 / 3.0);
    printf("%.9g %.9g %.17g\n", s * 3.0f, s + s, (double)s);
    printf("%g %g %g\n", inf, -inf, inf * -1);
    printf("%d %d %d\n", compare(nan, nan), compare(nan, 1), compare(inf, inf));
    printf("%d %d %d\n", compare(0.0, -0.0), compare(-1, 1), compare(2, 1));
    printf("%g %g\n", -zero, 1 / -zero);
    printf("%.17g %.17g\n", fmod(5.5, 2), fmod(-5.5, 2));
    printf("%.9g\n", sum(100000));
    printf("%.17g %.17g\n", newton(2), newton(1e-300));
    printf("%.17g\n", logistic(500));
    printf("%a %a\n", 4.9e-324, 1.7976931348623157e308);
    printf("%.17g %.17g %.17g\n", 123456789.123456789, 1e-7, 2.5e+3);
    printf("%d\n", 1);
    printf("%g %g\n", 1.5, 2.5);
    printf("%llx %x\n", 0x3ff8000000000000ULL, 0x3fc00000);
    printf("%d %d %d\n", 1, 1, 1);
}
