#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
void for_each(const int *items, size_t n, void (*visit)(int, void *), void *data);
void map(int *items, size_t n, int (*f)(int, const void *), const void *data);
ptrdiff_t find(const int *items, size_t n, bool (*test)(int, const void *), const void *data);
double fold(const int *items, size_t n, double (*f)(double, int), double start);
struct stats { long long sum; int count, largest; };
static void collect(int item, void *data) {
    struct stats *s = data;
    s->sum += item;
    s->count++;
    if (item > s->largest) s->largest = item;
}
static int scale(int item, const void *data) { return item * *(const int *)data; }
static bool above(int item, const void *data) { return item > *(const int *)data; }
static double mean_step(double sum, int item) { return sum + item / 4.0; }
int main(void) {
    int items[] = {3, 1, 4, 1, 5, 9, 2, 6}, factor = -3, limit = 4;
    struct stats s = {0, 0, -1};
    for_each(items, 8, collect, &s);
    printf("%lld %d %d\n", s.sum, s.count, s.largest);
    printf("%td\n", find(items, 8, above, &limit));
    map(items, 8, scale, &factor);
    for (int i = 0; i < 8; i++) printf("%d ", items[i]);
    printf("\n%td\n", find(items, 8, above, &limit));
    printf("%g\n", fold(items, 8, mean_step, 0.5));
}
