#include <stdarg.h>
#include <string.h>
long long sum_ints(int count, ...) {
    va_list ap;
    va_start(ap, count);
    long long sum = 0;
    for (int i = 0; i < count; i++) sum = sum * 3 + va_arg(ap, int);
    va_end(ap);
    return sum;
}
double sum_doubles(int count, ...) {
    va_list ap;
    va_start(ap, count);
    double sum = 0;
    for (int i = 0; i < count; i++) sum = sum / 2 + va_arg(ap, double);
    va_end(ap);
    return sum;
}
double tagged(const char *tags, ...) {
    va_list ap;
    va_start(ap, tags);
    double sum = 0;
    for (; *tags; tags++) switch (*tags) {
        case 'i': case 'b': sum += va_arg(ap, int); break;
        case 'd': sum += va_arg(ap, double); break;
        case 'l': sum += (double)va_arg(ap, long long); break;
        case 's': sum += (double)strlen(va_arg(ap, char *)); break;
    }
    va_end(ap);
    return sum;
}
long long after_many(long long a, long long b, long long c, long long d, long long e, long long f, ...) {
    va_list ap;
    va_start(ap, f);
    long long x = va_arg(ap, int), y = va_arg(ap, int);
    va_end(ap);
    return a + b + c + d + e + f + x * 100 + y * 1000;
}
