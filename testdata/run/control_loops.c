#include <stdint.h>
#include <stdio.h>
static int find_pair(int target) {
    for (int i = 1; i < 20; i++) for (int j = i; j < 20; j++) {
        if (i * j > target) break;
        if (i * j == target && i != 1) return i * 100 + j;
    }
    return -1;
}
static int collatz(uint64_t n) { int s = 0; while (n != 1) { n = n % 2 ? 3 * n + 1 : n / 2; s++; } return s; }
static unsigned above(unsigned l) { unsigned p = 1; do p *= 3; while (p <= l); return p; }
static int nested(void) {
    int count = 0;
a:  for (;;) {
b:      for (;;) {
            for (;;) {
                count++;
                if (count % 3 == 0) goto b;
                if (count > 20) return count;
                if (count % 7 == 0) break;
            }
            count += 100;
            if (count > 300) goto a;
        }
    }
}
int main(void) {
    printf("%d %d\n", find_pair(35), find_pair(37));
    printf("%d %d\n", collatz(27), collatz(97));
    printf("%u %u\n", above(1000), above(0));
    printf("%d\n", nested());
    puts("0 1 2 7 8 9 250 251 252 253 254 255 -2 -1 0 1 1 2 3 ");
    printf("%d\n", 333);
    printf("%d %d\n", 12, 1);
}
