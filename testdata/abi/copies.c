// What copies.vx does, in C.
#include <stdio.h>

typedef struct { int a, b; } Small;
typedef struct { long a; double b; } Pair;
typedef struct { long a, b, c, d; } Large;
typedef struct { int before; Large large; Small small; Pair pairs[3]; } Holder;

int spoil_small(Small v);
long spoil_pair(Pair v);
long spoil_large(Large v);
long spoil_through(long (*f)(Large, const Large *), Large *v);
Small next_small(Small v);
Pair next_pair(Pair v);
Large next_large(Large v);
Large sum_large(Large a, Large b);
Large fold(Large (*step)(Large, Pair, void *), int count, void *data);

static void show(Large v) { printf("%ld %ld %ld %ld\n", v.a, v.b, v.c, v.d); }

static long spoil_here(Large v) {
    v.a = -1;
    v.d = -4;
    return v.a + v.b + v.c + v.d;
}

static Large next_here(Large v) { return (Large){v.d, v.a, v.b, v.c}; }

static Small swap_here(Small v) { return (Small){v.b, v.a}; }

static long spoil_back(Large v, const Large *original) {
    v.a = 1000;
    v.b = 2000;
    return v.a + v.b + original->a + original->b;
}

static Large step(Large acc, Pair pair, void *data) {
    int *calls = data;
    *calls += 1;
    acc.a += pair.a;
    acc.b += (long)pair.b;
    acc.c = *calls;
    return acc;
}

static void arguments(void) {
    Small small = {1, 2};
    Pair pair = {3, 4.5};
    Large large = {5, 6, 7, 8};
    printf("%d %ld %ld\n", spoil_small(small), spoil_pair(pair), spoil_large(large));
    printf("%d %d, %ld %g\n", small.a, small.b, pair.a, pair.b);
    show(large);
    printf("%ld\n", spoil_here(large));
    show(large);
    Large mine = large;
    printf("%ld\n", spoil_through(spoil_back, &mine));
    show(mine);
}

static void results(void) {
    Large large = {1, 2, 3, 4};
    large = next_large(large);
    show(large);
    large = sum_large(large, large);
    show(large);
    large = next_here(large);
    show(large);
    large = sum_large(next_large(large), next_here(next_large(large)));
    show(large);
    Small small = {10, 20};
    small = next_small(small);
    small = next_small(swap_here(next_small(small)));
    printf("%d %d\n", small.a, small.b);
}

static void places(void) {
    Holder h = {7, {1, 2, 3, 4}, {5, 6}, {{1, 1.5}, {2, 2.5}, {3, 3.5}}};
    h.large = next_large(h.large);
    h.small = next_small(h.small);
    for (int i = 0; i < 3; i++)
        h.pairs[i] = next_pair(h.pairs[2 - i]);
    h.pairs[1] = next_pair(h.pairs[0]);
    h.large = sum_large(h.large, h.large);
    printf("%d %d %d\n", h.before, h.small.a, h.small.b);
    show(h.large);
    for (int i = 0; i < 3; i++)
        printf("%ld %g\n", h.pairs[i].a, h.pairs[i].b);
    show(next_large(h.large));
    printf("%ld %g\n", next_pair(h.pairs[1]).a, next_pair(h.pairs[1]).b);
}

static void callbacks(void) {
    int calls = 0;
    show(fold(step, 5, &calls));
    printf("%d\n", calls);
}

int main(void) {
    arguments();
    results();
    places();
    callbacks();
    return 0;
}
