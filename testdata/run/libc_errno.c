#define _GNU_SOURCE
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static void parse(const char *t) {
    char *end;
    errno = 0;
    long v = strtol(t, &end, 0);
    printf("%ld, %td used, %s\n", v, end - t, strerror(errno));
}
int main(void) {
    parse("123"); parse("  -0x7f rest"); parse("0777"); parse("99999999999999999999"); parse("-99999999999999999999"); parse("nothing");
    puts("1 1");
    printf("%s\n", strerror(EAGAIN));
    printf("%d %s\n", 0, strerror(EACCES));
    printf("%g %d\n", sqrt(2), 0);
    printf("%g %llu %g\n", strtod("1e-3x", NULL), strtoull("18446744073709551615", NULL, 10), atof("2.5"));
    printf("%d %ld %lld\n", atoi("-42abc"), atol("7"), atoll("1234567890123"));
}
