#include <stdarg.h>
typedef struct { int a, b; } Pair;
typedef struct { double x, y; } Point;
typedef struct { double x; long long n; } Mixed;
typedef struct { long long v[4]; } Big;
#define SUM(name, R, T, expr) R name(int count, ...) { va_list ap; va_start(ap, count); R sum = 0; \
    for (int i = 0; i < count; i++) { T v = va_arg(ap, T); sum = sum * 2 + (R)(expr); } va_end(ap); return sum; }
SUM(sum_pairs, long long, Pair, v.a * 10 + v.b)
SUM(sum_points, double, Point, v.x - v.y)
SUM(sum_mixed, double, Mixed, v.x * (double)v.n)
SUM(sum_big, long long, Big, v.v[0] - v.v[1] + v.v[2] * v.v[3])
double interleaved(int count, ...) {
    va_list ap;
    va_start(ap, count);
    double sum = 0;
    for (int i = 0; i < count; i++) {
        int n = va_arg(ap, int);
        Point p = va_arg(ap, Point);
        Big b = va_arg(ap, Big);
        double d = va_arg(ap, double);
        Mixed m = va_arg(ap, Mixed);
        sum += n * 1000 + p.x * p.y + (double)(b.v[3] - b.v[0]) + d + m.x + (double)m.n;
    }
    va_end(ap);
    return sum;
}
