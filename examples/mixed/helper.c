/* The C half of the mixed example: the C compiler builds it, Vex calls it, and it calls Vex back. */
#include <stddef.h>

struct stats {
    double mean;
    double variance;
};

/* Defined in main.vx. */
double vex_square(double x);

struct stats stats_of(const double *values, size_t count) {
    struct stats s = {0, 0};
    for (size_t i = 0; i < count; i++) s.mean += values[i];
    s.mean /= (double)count;
    for (size_t i = 0; i < count; i++) s.variance += vex_square(values[i] - s.mean);
    s.variance /= (double)count;
    return s;
}

int calls = 0;

void each(const double *values, size_t count, void (*visit)(double value, void *data), void *data) {
    for (size_t i = 0; i < count; i++) {
        calls++;
        visit(values[i], data);
    }
}
