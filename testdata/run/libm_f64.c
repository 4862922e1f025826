// cflags: -ffp-contract=off -lm
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
int main(void) {
    double xs[] = {0.0, 0.5, 1.0, -2.5, 3.7, 1e10, -1e-5};
    for (int i = 0; i < 7; i++) {
        double x = xs[i];
        printf("%g: %.10g %.10g %g %g %g %g %g\n", x, sqrt(fabs(x)), cbrt(x), floor(x), ceil(x), trunc(x), round(x), rint(x));
        printf("  %.10g %.10g %.10g %.10g\n", sin(x), cos(x), atan(x), tanh(x));
        printf("  %.10g %.10g %.10g\n", exp(x / 1e10), log(fabs(x) + 1), pow(fabs(x), 0.3));
        printf("  %.10g %.10g %g %g\n", hypot(x, 1), atan2(x, -1), fmin(x, 0.7), fmax(x, 0.7));
        printf("  %.10g %g %.10g\n", fma(x, 2, 0.5), copysign(3, x), fmod(x, 0.7));
    }
    int e;
    double m, fr = frexp(10, &e);
    printf("%g %d %g\n", fr, e, ldexp(0.75, 5));
    fr = modf(-3.25, &m);
    printf("%g %g\n", fr, m);
    printf("%ld %lld %ld\n", lround(2.5), llround(-2.5), lrint(2.5));
    printf("%.10g %.10g %.10g %.10g\n", erf(0.5), tgamma(5), lgamma(10), expm1(1e-10));
    printf("%g %g %g\n", remainder(5, 3), fdim(3, 5), nextafter(1, 2) - 1);
    printf("%d %d %ld %lld\n", abs(-5), abs(5), labs(-5000000000), llabs(-1));
    printf("%g %g\n", 1.0, fmin(NAN, 1));
    printf("%.10g %.10g\n", log2(10), log10(1000));
    printf("%d %g\n", ilogb(1000), scalbn(1.5, 4));
}
