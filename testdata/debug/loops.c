int getpid(void); int use(int);
int helper(int v, int w) { int s = v * w; if (s > 10) return s - w; int u = s ^ v; return u; }
int outer(int n, int m) {
    int t = 0;
    for (int i = 0; i < n; i++) {
        int row = i * m;
        for (int j = 0; j < m; j++) {
            int cell = row + j;
            int sq = cell * cell;
            int dead = sq + 1;
            int hh = helper(cell, sq);
            t += hh ^ use(cell);
        }
        int after = t - row;
        if (after > 100) { int k = after & 7; t += k; continue; }
        t ^= use(after);
    }
    return t;
}
int collatz(unsigned long limit) {
    int best = 0;
    unsigned long start = 1;
    while (start < limit) {
        unsigned long x = start;
        int steps = 0;
        while (x != 1) {
            unsigned long half = x / 2;
            unsigned long odd = x % 2;
            unsigned long triple = x * 3 + 1;
            if (odd == 0) { x = half; } else { x = triple; }
            steps += 1;
        }
        int better = steps > best;
        if (better) { best = steps; }
        start += 1;
    }
    return best;
}
int sieve(unsigned char *p, unsigned long n) {
    int count = 0;
    for (unsigned long i = 2; i < n; i++) {
        unsigned char here = p[i];
        if (here) continue;
        count += 1;
        unsigned long step = i;
        unsigned long j = i * i;
        while (j < n) {
            unsigned long next = j + step;
            p[j] = 1;
            j = next;
        }
    }
    return count;
}
int entry(void) {
    int base = getpid();
    int acc = 0;
    for (int r = 0; r < 10; r++) {
        int one = outer(base, r);
        int two = collatz(one);
        int mix = one ^ two;
        int doubled = mix * 2;
        acc += doubled;
        int h = helper(acc, r);
        acc -= h;
    }
    return acc;
}
