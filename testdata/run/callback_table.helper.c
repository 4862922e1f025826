#include <stddef.h>
#include <stdio.h>
static int plus_one(int x) { return x + 1; }
static int times_ten(int x) { return x * 10; }
int (*pick(int which))(int) { return which ? times_ten : plus_one; }
int compose(int (*f)(int), int (*g)(int), int x) { return f(g(x)); }
static int (*kept)(int);
void keep(int (*f)(int)) { kept = f; }
int call_kept(int x) { return kept(x); }
struct operation { const char *name; int (*run)(int, int); };
void run_table(const struct operation *table, size_t n, int a, int b) {
    for (size_t i = 0; i < n; i++) printf("C runs %s: %d\n", table[i].name, table[i].run(a, b));
}
