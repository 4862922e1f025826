#include <stdbool.h>
#include <stdint.h>
int64_t twelve(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l) {
    return a + 3LL * b + 5LL * c + 7LL * d + 11LL * e + 13LL * f + 17LL * g + 19LL * h + 23LL * i + 29LL * j + 31LL * k + 37LL * l;
}
int64_t narrow(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f, int8_t g, uint8_t h, int16_t i, uint16_t j, bool k, int32_t l) {
    return a + b + c + d + e + f + g * 10 + h * 100 + i * 1000 + j * 10000LL + k * 100000 + l * 1000000LL;
}
double alternate(int a, double x, int b, double y, int c, double z, int d, double w, int e, double v, int f, double u, int g, double t,
                 int h, double s, int i, double r) {
    return a * x + b * y + c * z + d * w + e * v + f * u + g * t + h * s + i * r;
}
int pointers(const int *a, const int *b, const int *c, const int *d, const int *e, const int *f, const int *g, int *h) {
    *h = *a * *g;
    return *a + *b + *c + *d + *e + *f + *g;
}
