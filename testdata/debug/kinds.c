int getpid(void); int use(int); void take(const void *p, long n);
struct P { int x; int y; };
struct Q { long a; long b; long c; };
static int COUNTER = 3;
static long TABLE[4] = { 1, 2, 3, 4 };
struct P make_pair(int a, int b) { struct P p = { a * b, a ^ b }; return p; }
int by_value(struct P p, struct Q q) { int s = p.x + p.y; long w = q.a ^ q.c; if (s > 5) return use(s); return use((int)w); }
struct S { const int *ptr; unsigned long len; };
int sum_array(struct S data) {
    int total = 0;
    for (unsigned long i = 0; i < data.len; i++) { int item = data.ptr[i]; int twice = item * 2; total += twice ^ item; }
    return total;
}
int apply(int (*f)(int), int v) { int first = f(v); int second = f(first); return first ^ second; }
int matched(int k, int z) {
    int out;
    if (k == 0) { int zero = z * 3; out = use(zero); }
    else if (k == 1 || k == 2) { int few = z ^ k; out = few * few; }
    else if (k == 7) { int n = k; int many = n + z; out = use(many); }
    else { int other = z - 1; out = other; }

    return out;
}
int switched(int k, int z) {
    switch (k) {
    case 0: { int zero = z * 3; return use(zero); }
    case 1: case 2: { int few = z ^ k; return few * few; }
    case 3: { int many = use(z); return many ^ k; }
    case 9: { int most = use(k); return most - z; }
    default: { int other = z - 1; return other; }
    }
}
int deferred(int k) {
    int first = use(k);
    int _out;
    int early = first > 3; if (early) { int last = first * 2; use(last); _out = last; goto end; }
    int back = first - k; _out = back;
end: { int done = use(first); use(done); }
    return _out;
}
int early(int a, int b) {
    if (a == 0) return b;
    int q = b / a;
    if (q == 1) { int r = b % a; return r; }
    int t = q * a;
    if (t > 100) { return use(t); }
    int last = t - q;
    return last;
}
int statics(int by) {
    int old = COUNTER;
    COUNTER = old + by;
    long from = TABLE[old & 3];
    int both = old ^ (int)from;
    return both;
}
static int one_level(int v) { int lv = v * 5; return lv ^ 3; }
static int two_levels(int v) { int a = one_level(v); int b = one_level(a); return a + b; }
int three_levels(int v) { int c = two_levels(v); int d = two_levels(v + 1); return use(c) + use(d); }
int shadow(int x) { int y = x + 1; { int y2 = use(y); int x2 = y2 * 2; y += x2; } return y; }
int consts(int a) { int k = 5; long big = 70000; int neg = -k; double f = 1.5; int on = 1; return use(a + k) + use(neg) + (int)big; }
double floats(double a, float b) { double w = b; double m = a * w; float n = (float)m; double back = n; use((int)back); return m + back; }
int entry(int n) {
    struct P p = make_pair(n, 3);
    struct Q q = { n, 2, 3 };
    int a = by_value(p, q);
    int arr[4] = { a, n, 3, 4 };
    take(arr, 4);
    int s = sum_array((struct S){ arr, 4 });
    int ap = apply(use, s);
    int m = matched(n, ap);
    int e = early(m, ap);
    int st = statics(e);
    int th = three_levels(st);
    return th + s + shadow(e) + consts(n);
}
