#include <ctype.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
int (*pick(int which))(int);
int compose(int (*f)(int), int (*g)(int), int x);
void keep(int (*f)(int));
int call_kept(int x);
struct operation { const char *name; int (*run)(int, int); };
void run_table(const struct operation *table, size_t n, int a, int b);
static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static int mul(int a, int b) { return a * b; }
static int twice(int x) { return x * 2; }
static const struct operation ops[] = {{"add", add}, {"sub", sub}, {"mul", mul}};
static int (*const unary[])(int) = {abs, toupper, twice};
int main(void) {
    for (int i = 0; i < 3; i++) {
        printf("%s %d\n", ops[i].name, ops[i].run(20, 4));
        printf("%d\n", ops[i].run(3, 5));
    }
    run_table(ops, 3, 7, 6);
    for (int i = 0; i < 3; i++) printf("%d ", unary[i](-65 + 130 * (i % 2)));
    printf("\n%d %d\n", pick(0)(10), pick(1)(10));
    printf("%d %d\n", pick(1)(3), compose(twice, pick(1), 5));
    keep(twice);
    printf("%d\n", call_kept(21));
    keep(abs);
    printf("%d\n", call_kept(-21));
    printf("%d %d %d %d\n", 49, -7, 25, -5);
    printf("%d %d\n", 1, 0);
    printf("%zu\n", (size_t)3);
}
