#include <stdbool.h>
#include <stdio.h>
bool c_is_even(unsigned n);
unsigned c_ackermann(unsigned m, unsigned n);
int c_walk(int depth, int (*visit)(int, int));
bool vex_is_odd(unsigned n) { return n == 0 ? false : c_is_even(n - 1); }
unsigned vex_ackermann(unsigned m, unsigned n) {
    return m == 0 ? n + 1 : n == 0 ? c_ackermann(m - 1, 1) : c_ackermann(m - 1, c_ackermann(m, n - 1));
}
static int visit(int depth, int left) {
    int sum = left > 0 ? c_walk(left - 1, visit) : 0;
    return sum + depth + left + depth * left;
}
int main(void) {
    printf("%d %d %d\n", vex_is_odd(1001), c_is_even(1000), vex_is_odd(10));
    printf("%u %u\n", vex_ackermann(2, 3), c_ackermann(2, 5));
    printf("%d\n", c_walk(6, visit));
}
