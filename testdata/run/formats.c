#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

int main(void) {
    char buffer[64] = {0};
    int n = 0;
    char text[8] = {0};
    long long big = 0;
    float x = 0;
    double y = 0;
    long l = 0;
    unsigned char byte = 200;
    short small = -3;
    const char *slice = "slice of text";
    printf("%d|%5.2f|%s\n", 1, 2.5f, "three");
    printf("%hhu %hhd %hd %d %u\n", byte, (signed char)byte, small, small, byte);
    printf("%d %lld %d\n", 200, -5000000000LL, true);
    printf("%lld %llu %zu %zd %jd %td\n", -1LL, ~0ULL, (size_t)7, (ssize_t)-7, (intmax_t)8, (ptrdiff_t)9);
    printf("%.*s|%-6s|%*d\n", 5, slice, "ab", 4, 42);
    printf("%2$s-%1$d\n", 1, "second first");
    printf("%x %X %#o %e %g %c %%\n", 255, 255, 8, 1.5, 0.25f, byte - 100);
    int found = sscanf("12 34 5.5 6.5 word 77", "%d %lld %f %lf %7s %ld", &n, &big, &x, &y, text, &l);
    printf("%d: %d %lld %.1f %.1f %s %ld\n", found, n, big, x, y, text, l);
    snprintf(buffer, sizeof buffer, n > 0 ? "%d\n" : "%x\n", n);
    printf("%s", buffer);
    return 0;
}
