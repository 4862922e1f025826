#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
int64_t twelve(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l);
int64_t narrow(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f, int8_t g, uint8_t h, int16_t i, uint16_t j, bool k, int32_t l);
double alternate(int a, double x, int b, double y, int c, double z, int d, double w, int e, double v, int f, double u, int g, double t,
                 int h, double s, int i, double r);
int pointers(const int *a, const int *b, const int *c, const int *d, const int *e, const int *f, const int *g, int *h);
int main(void) {
    printf("%lld\n", (long long)twelve(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    printf("%lld\n", (long long)twelve(-1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12));
    printf("%lld\n", (long long)narrow(1, 2, 3, 4, 5, 6, -7, 248, -9, 65526, true, -12));
    printf("%.3f\n", alternate(1, 0.5, 2, 1.5, 3, 2.5, 4, 3.5, 5, 4.5, 6, 5.5, 7, 6.5, 8, 7.5, 9, 8.5));
    int n[] = {1, 2, 3, 4, 5, 6, 7}, out = 0;
    printf("%d ", pointers(n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, &out));
    printf("%d\n", out);
}
