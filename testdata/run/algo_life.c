#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#define W 16
#define H 12
typedef bool Board[H][W];
static void step(Board b) {
    Board n;
    for (int r = 0; r < H; r++) for (int c = 0; c < W; c++) {
        int k = 0;
        for (int i = -1; i <= 1; i++) for (int j = -1; j <= 1; j++) if (i || j) k += b[(r + i + H) % H][(c + j + W) % W];
        n[r][c] = k == 3 || (k == 2 && b[r][c]);
    }
    memcpy(b, n, sizeof n);
}
static void show(Board b) {
    for (int r = 0; r < H; r++) { int a = 0, bits = 0; for (int c = 0; c < W; c++) { bits = bits << 1 | b[r][c]; a += b[r][c]; } printf("%04x:%d ", bits, a); }
    puts("");
}
static int queens(unsigned n, unsigned co, unsigned l, unsigned r) {
    unsigned full = (1u << n) - 1;
    if (co == full) return 1;
    int k = 0;
    for (unsigned f = full & ~(co | l | r); f;) { unsigned bit = f & -f; f ^= bit; k += queens(n, co | bit, (l | bit) << 1 & full, (r | bit) >> 1); }
    return k;
}
static uint32_t hash = 5381;
static void permute(uint8_t *v, int from) {
    if (from == 5) { for (int i = 0; i < 5; i++) hash = hash * 33 ^ v[i]; return; }
    for (int i = from; i < 5; i++) { uint8_t t = v[from]; v[from] = v[i]; v[i] = t; permute(v, from + 1); v[i] = v[from]; v[from] = t; }
}
static unsigned long long gcd(unsigned long long a, unsigned long long b) { return b ? gcd(b, a % b) : a; }
int main(void) {
    Board b = {0};
    b[1][2] = b[2][3] = b[3][1] = b[3][2] = b[3][3] = true;
    for (int i = 4; i < 11; i++) b[8][i] = true;
    show(b);
    for (int i = 0; i < 20; i++) step(b);
    show(b);
    static bool comp[10000];
    int count = 0, last = 0;
    for (int i = 2; i < 10000; i++) if (!comp[i]) { count++; last = i; for (int j = i * i; j < 10000; j += i) comp[j] = true; }
    uint8_t v[] = {1, 2, 3, 4, 5};
    permute(v, 0);
    printf("%d %d\n", count, last);
    printf("%d %d\n", queens(6, 0, 0, 0), queens(8, 0, 0, 0));
    printf("%08x %llu\n", hash, gcd(1071ULL * 1000003, 462ULL * 1000003));
}
