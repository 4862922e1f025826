int getpid(void); int use(int); void take(const void *p, long n); long mix(long a, long b);
struct V { float x; float y; float z; };
struct N { struct V at; int id; struct N *next; };
struct V scale(struct V v, float k) { struct V r = { v.x * k, v.y * k, v.z * k }; return r; }
float length(const struct N *n) { float s = 0; float w = n->at.x; float h = n->at.y; s += w * h; int id = n->id; return s + id; }
struct S { const long *ptr; unsigned long len; };
long slice_sum(struct S data) {
    long t = 0;
    for (unsigned long _i = 0; _i < data.len; _i++) { const long *it = &data.ptr[_i]; long cur = *it; t += mix(cur, t); }
    return t;
}
int inclusive(int lo, int hi) {
    int t = 0;
    for (int i = lo; i <= hi; i++) { int sq = i * i; int odd = sq & 1; if (odd) { int skip = use(i); t += skip; continue; } t ^= sq; }
    return t;
}
int labels(int n) {
    int found = -1;
    for (int i = 0; i < n; i++) {
        int left = use(i);
        for (int j = i; j < n; j++) {
            int right = use(j);
            int both = left ^ right;
            if (both == 7) { int at = i * n + j; found = at; goto out; }
            if (both == 9) goto next;
        }
        found -= left;
        next: ;
    }
    out: return found;
}
int forever(int start) {
    int x = start;
    int rounds = 0;
    while (1) {
        int was = x;
        x = use(was);
        if (x == was) { int steady = rounds * 2; return steady; }
        rounds += 1;
    }
}
int local_array(int n) {
    int arr[8] = { 0 };
    for (unsigned long i = 0; i < 8; i++) { int v = use(n); arr[i] = v; }
    take(arr, 8);
    int pick = arr[3];
    int other = arr[4];
    return pick - other;
}
int tail(int a, int b) { int c = a * b; int d = c ^ a; return d; }
int select_one(int a, int b) { int big = a > b ? a : b; int small = a > b ? b : a; int gap = big - small; return gap; }
unsigned char narrow(int a) { unsigned char b = (unsigned char)a; unsigned short w = (unsigned short)(a >> 3); unsigned char c = b ^ (unsigned char)w; return c; }
int cond(int a) { int r; if (a > 3) { int t = use(a); r = t; } else if (a > 1) { int u = use(-a); r = u * 2; } else { int w = a ^ 5; r = w; } return r; }
int entry(int n) {
    struct V v = { (float)n, 2, 3 };
    struct V s = scale(v, 2.5f);
    struct N node = { s, n, 0 };
    float len = length(&node);
    long data[3] = { n, 2, 3 };
    take(data, 3);
    long sum = slice_sum((struct S){ data, 3 });
    int inc = inclusive(0, n);
    int lab = labels(inc);
    int fo = forever(lab);
    use((int)sum);
    use(fo);
    int ta = tail(n, inc);
    int so = select_one(n, lab);
    use(ta ^ so);
    use((int)len);
    unsigned char na = narrow(use(n));
    int co = cond(use(n));
    return use(co) ^ na;
}
