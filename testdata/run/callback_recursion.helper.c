#include <stdbool.h>
bool vex_is_odd(unsigned n);
unsigned vex_ackermann(unsigned m, unsigned n);
bool c_is_even(unsigned n) { return n == 0 || vex_is_odd(n - 1); }
unsigned c_ackermann(unsigned m, unsigned n) { return m == 0 ? n + 1 : n == 0 ? vex_ackermann(m - 1, 1) : vex_ackermann(m - 1, vex_ackermann(m, n - 1)); }
int c_walk(int depth, int (*visit)(int, int)) {
    int sum = 0;
    for (int i = 0; i < depth; i++) sum += visit(depth, i) * (i % 2 ? -1 : 1);
    return sum;
}
