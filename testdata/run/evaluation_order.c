// C leaves the order open where Vex does not: each step is a statement here.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef struct { int x, y; } P;
typedef struct { P a, b; uint8_t n; } Q;
typedef struct { int64_t v[10]; } Big;

static int t(int n) { printf("t%d ", n); return n; }
static size_t ti(size_t n) { printf("i%d ", (int)n); return n; }
static int f2(int a, int b) { return a * 10 + b; }
static P swap(P p) { P q = {p.y, p.x}; return q; }
static int two(P *p) { p->x = 100; return 1; }
static Big rot(Big b) {
    Big r = b;
    for (int i = 0; i < 10; i++) r.v[i] = b.v[(i + 1) % 10];
    return r;
}
static int d1(void) {
    int x = 2;
    int result = x;
    result += t(5);
    printf("[defer x=%d]", x);
    return result;
}
static int d2(void) {
    int n = 0;
    for (int i = 0; i < 5; i++) {
        if (i == 1) { n += 1; continue; }
        if (i == 3) { n += 1; break; }
        n += 10;
        n += 1;
    }
    return n;
}
static int d3(void) {
    int x = 5, result = x;
    x = 99;
    (void)x;
    return result;
}
static int d4(void) {
    int v = 7;
    t(1);
    return v;
}

int main(void) {
    int x = 1, first = x;
    x = 2;
    int r = f2(first, x);
    printf("%d %d\n", r, x);
    int a[3] = {1, 2, 3};
    int add = t(5);
    a[ti(0)] += add;
    printf("\n");
    int seven = t(7);
    a[ti(1)] = seven;
    printf("\n%d %d %d\n", a[0], a[1], a[2]);
    P p = {1, 2};
    p = (P){p.y, p.x};
    printf("%d %d\n", p.x, p.y);
    p = swap(p);
    printf("%d %d\n", p.x, p.y);
    P q = {50, 60};
    p = q;
    p.x = 1;
    printf("%d %d\n", p.x, p.y);
    int pair[2] = {2, 1};
    printf("%d %d\n", pair[0], pair[1]);
    printf("%d %d\n", pair[0], pair[1]);
    Q qq = {{1, 2}, {3, 4}, 5}, old = qq;
    qq.a = old.b;
    qq.b = old.a;
    printf("%d %d %d %d %d\n", qq.a.x, qq.a.y, qq.b.x, qq.b.y, qq.n);
    qq.a = qq.b;
    qq.b.x = qq.a.y;
    qq.b.y = qq.a.y;
    printf("%d %d %d %d %d\n", qq.a.x, qq.a.y, qq.b.x, qq.b.y, qq.n);
    int s = p.x;
    s += two(&p);
    s += p.x;
    printf("%d\n", s);
    Big b;
    for (int i = 0; i < 10; i++) b.v[i] = i;
    b = rot(b);
    b = rot(b);
    printf("%lld %lld\n", (long long)b.v[0], (long long)b.v[9]);
    int m[2][2] = {{3, 4}, {1, 2}}, low = m[0][0];
    m[0][0] = m[0][1];
    m[0][1] = low;
    printf("%d %d %d %d\n", m[0][0], m[0][1], m[1][0], m[1][1]);
    int v = d1();
    printf(" %d\n", v);
    printf("%d\n", d2());
    printf("%d\n", d3());
    v = d4();
    printf("%d\n", v);
    int n = 0;
    for (int i = 250; i <= 255; i++) n += i;
    for (int i = -128; i <= -127; i++) n += i;
    printf("%d\n", n);
    for (int i = 0; i < 3; i++) a[i] += 1;
    for (int i = 0; i < 3; i++) n += a[i];
    for (int i = 0; i < 3; i++) n += a[i];
    for (int i = 1; i < 3; i++) n += a[i];
    printf("%d\n", n);
    do n -= 1; while (n % 13 != 0);
    printf("%d\n", n);
    int c = 0;
    for (int i = 0; i < 5; i++)
        for (int j = 0; j < 5; j++) c += 1;
    printf("%d\n", c);
    for (int i = 0; i < 3; i++) printf("\n");
    int z = x > 1 ? x > 2 ? 1 : 2 : 3;
    // `&`, `^` and `|` bind more loosely than shifts, in this order, and comparisons more loosely still.
    int prec = (((1 + (2 * 3)) << 1) & 0xff) | (4 ^ 1);
    int pb = 0 || (1 < 2 && 3 == 3);
    int neg = -(2 * 2);
    int sh = 1 << (2 + 1);
    int cast = (int)(uint8_t)3 + 1 < 5;
    printf("%d %d %d %d %d %d\n", z, prec, pb, neg, sh, cast);
    for (int w = 1; w < 5; w++) {
        if (w == 3) continue;
        t(w);
    }
    printf("\n");
    int inner = x + 1;
    printf("%d\n", inner + inner * 2);
    int al = 5;
    al = 10;
    al += 1;
    printf("%d\n", al);
    int st = 100;
    st += 1;
    printf("%d\n", st);
    return 0;
}
