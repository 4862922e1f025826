#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
int main(void) {
    div_t d = div(17, 5), e = div(-17, 5);
    printf("%d %d\n%d %d\n", d.quot, d.rem, e.quot, e.rem);
    ldiv_t l = ldiv(-1000000000000, 7);
    printf("%ld %ld\n", l.quot, l.rem);
    lldiv_t ll = lldiv(9223372036854775807, 10);
    printf("%lld %lld\n", ll.quot, ll.rem);
    time_t when = 1000000000;
    struct tm tm;
    gmtime_r(&when, &tm);
    printf("%d-%02d-%02d %02d:%02d:%02d\n", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
    printf("%d %d %d\n", tm.tm_wday, tm.tm_yday, tm.tm_isdst);
    tm.tm_mday += 30;
    printf("%lld\n", (long long)timegm(&tm));
    char text[80];
    size_t n = strftime(text, sizeof text, "%A %d %B %Y, day %j", &tm);
    printf("%zu %s\n", n, text);
    printf("%.1f\n", difftime(when + 90, when));
    struct timespec res;
    printf("%d ", clock_getres(CLOCK_MONOTONIC, &res));
    printf("%d\n", res.tv_sec == 0);
    puts("1");
}
