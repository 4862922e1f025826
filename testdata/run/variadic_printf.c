#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
int main(void) {
    signed char tiny = -8;
    unsigned char byte_ = 200;
    short s = -1600;
    unsigned short us = 60000;
    bool flag = true;
    float single = 0.25f;
    long long l = -6400000000;
    size_t size = 12345;
    printf("no arguments\n");
    printf("%d %u %d %u\n", tiny, byte_, s, us);
    printf("%d %d %x\n", flag, !flag, 0xdeadbeef);
    printf("%f %.3e %g\n", single, 12345.678, 1e100);
    printf("%lld %zu %hhd %hd\n", l, size, tiny, s);
    printf("%s|%10s|%-10s|%.3s\n", "text", "right", "left", "truncated");
    printf("%s\n", "from a literal");
    printf("%c%c%c\n", 'V', 'e', 120);
    printf("%5d|%-5d|%05d|%+d\n", 42, 42, 42, 42);
    printf("%*d %.*f\n", 6, 7, 2, 3.14159);
    printf("%d %d %d %d %d %d %d %d %d\n", 1, 2, 3, 4, 5, 6, 7, 8, 9);
    printf("%g %g %g %g %g %g %g %g %g %g\n", 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 10.5);
    printf("%d %g %d %g %s %d %g\n", 1, 0.5, 2, single, "mid", byte_, -0.5);
    printf("%%literal%%\n");
    int n = printf("12345\n");
    printf("%d\n", n);
}
