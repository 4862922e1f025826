#include <stdbool.h>
#include <stddef.h>
void for_each(const int *items, size_t n, void (*visit)(int, void *), void *data) {
    for (size_t i = 0; i < n; i++) visit(items[i], data);
}
void map(int *items, size_t n, int (*f)(int, const void *), const void *data) {
    for (size_t i = 0; i < n; i++) items[i] = f(items[i], data);
}
ptrdiff_t find(const int *items, size_t n, bool (*test)(int, const void *), const void *data) {
    for (size_t i = 0; i < n; i++)
        if (test(items[i], data)) return (ptrdiff_t)i;
    return -1;
}
double fold(const int *items, size_t n, double (*f)(double, int), double start) {
    for (size_t i = 0; i < n; i++) start = f(start, items[i]);
    return start;
}
