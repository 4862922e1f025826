#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
bool negate(bool x);
bool is_even(int x);
bool all_of(bool a, bool b, bool c, bool d, bool e, bool f, bool g, bool h);
int count_true(const bool *flags, size_t n);
void set_bool(bool *out, int value);
int bool_to_int(bool x);
struct flags { bool a, b; short n; };
void flip(struct flags *f);
static void show(bool x) { puts(x ? "true" : "false"); }
int main(void) {
    show(negate(true));
    show(negate(false));
    show(is_even(4) && !is_even(7));
    show(all_of(1, 1, 1, 1, 1, 1, 1, 1));
    show(all_of(1, 1, 1, 1, 1, 1, 1, 0));
    bool flags[] = {true, false, true, true};
    printf("%d of %zu\n", count_true(flags, 4), (size_t)4);
    bool b = false;
    set_bool(&b, 42);
    show(b);
    set_bool(&b, 0);
    show(b);
    printf("%d %d\n", bool_to_int(3 > 2), bool_to_int(is_even(1)));
    struct flags f = {true, false, 10};
    flip(&f);
    printf("%d %d %d\n", f.a, f.b, f.n);
    printf("%d %d %d\n", true + true, 0, !false);
    show((true & false) | (true ^ false));
    show(true == !false);
}
