#include <stdio.h>
long long sum_ints(int count, ...);
double sum_doubles(int count, ...);
double tagged(const char *tags, ...);
long long after_many(long long a, long long b, long long c, long long d, long long e, long long f, ...);
static long long apply(long long (*f)(int, ...)) { return f(3, 100, 200, 300); }
int main(void) {
    signed char i = -1;
    float f = 1.25f;
    long long l = 1LL << 33;
    printf("%lld\n", sum_ints(0));
    printf("%lld\n", sum_ints(5, 1, 2, 3, 4, 5));
    printf("%lld\n", sum_ints(10, 1, -2, 3, -4, 5, -6, 7, -8, 9, -10));
    printf("%g\n", sum_doubles(3, 0.5, f, 100.0));
    printf("%g\n", sum_doubles(11, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0));
    printf("%g\n", tagged("idlsb", i, 0.5, l, "four", 1));
    printf("%g\n", tagged("ididididididididid", 1, 1.0, 2, 2.0, 3, 3.0, 4, 4.0, 5, 5.0, 6, 6.0, 7, 7.0, 8, 8.0, 9, 9.0));
    printf("%lld\n", after_many(1, 2, 3, 4, 5, 6, 7, 8));
    printf("%lld\n", apply(sum_ints));
}
