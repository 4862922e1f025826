#include <stdio.h>
typedef struct { int a, b; } Pair;
typedef struct { double x, y; } Point;
typedef struct { double x; long long n; } Mixed;
typedef struct { long long v[4]; } Big;
long long sum_pairs(int count, ...);
double sum_points(int count, ...);
double sum_mixed(int count, ...);
long long sum_big(int count, ...);
double interleaved(int count, ...);
int main(void) {
    Pair p = {1, -2};
    Point q = {0.5, 2.5};
    Mixed m = {1.5, 7};
    Big b = {{1, 2, 3, 4}};
    printf("%lld\n", sum_pairs(3, p, (Pair){10, 20}, p));
    printf("%g\n", sum_points(6, q, q, q, q, q, (Point){100, -1}));
    printf("%g\n", sum_mixed(7, m, m, m, m, m, m, (Mixed){-1, -100}));
    printf("%lld\n", sum_big(2, b, (Big){{5, 6, 7, 8}}));
    printf("%g\n", interleaved(2, 1, q, b, 0.5, m, 2, q, b, 0.25, m));
}
