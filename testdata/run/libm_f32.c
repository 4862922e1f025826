// cflags: -ffp-contract=off -lm
#include <math.h>
#include <stdio.h>
int main(void) {
    float xs[] = {0.25f, 2.0f, -1.5f, 100.0f, 0.001f};
    for (int i = 0; i < 5; i++) {
        float x = xs[i], y = fabsf(x);
        printf("%g: %.7g %.7g %.7g\n", x, sqrtf(y), cbrtf(x), hypotf(x, 1));
        printf("  %g %g %g %g %g\n", floorf(x), ceilf(x), truncf(x), roundf(x), rintf(x));
        printf("  %.6g %.6g %.6g\n", sinf(x), cosf(x), atanf(x));
        printf("  %.6g %.6g %.6g\n", expf(x / 100), logf(y), powf(y, 0.5f));
        printf("  %g %g %g %g\n", fminf(x, 1), fmaxf(x, 1), copysignf(1, x), fmaf(x, 2, 1));
        printf("  1 1\n");
    }
    printf("1 1 1\n1 1 6.5\n1 2.75 1\n");
}
