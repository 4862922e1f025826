// The C side of copies.vx.
typedef struct { int a, b; } Small;
typedef struct { long a; double b; } Pair;
typedef struct { long a, b, c, d; } Large;

int spoil_small(Small v) {
    v.a *= 100;
    v.b = -v.b;
    return v.a + v.b;
}

long spoil_pair(Pair v) {
    v.a = 7;
    v.b = v.b * 2;
    return v.a + (long)v.b;
}

long spoil_large(Large v) {
    v.a = v.b = v.c = 99;
    return v.a + v.b + v.c + v.d;
}

long spoil_through(long (*f)(Large, const Large *), Large *v) {
    long r = f(*v, v);
    return r * 10 + (v->a == 5);
}

Small next_small(Small v) {
    Small r = {v.a + 1, v.b + v.a};
    return r;
}

Pair next_pair(Pair v) {
    Pair r = {v.a + 1, v.b * 2};
    return r;
}

Large next_large(Large v) {
    Large r = {v.b, v.c, v.d, v.a + 10};
    return r;
}

Large sum_large(Large a, Large b) {
    Large r = {a.a + b.d, a.b + b.c, a.c + b.b, a.d + b.a};
    return r;
}

Large fold(Large (*step)(Large, Pair, void *), int count, void *data) {
    Large acc = {0, 0, 0, count};
    for (int i = 0; i < count; i++) {
        Pair p = {i, i * 1.5};
        acc = step(acc, p, data);
    }
    return acc;
}
