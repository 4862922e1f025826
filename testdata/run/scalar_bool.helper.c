#include <stdbool.h>
#include <stddef.h>
bool negate(bool x) { return !x; }
bool is_even(int x) { return x % 2 == 0; }
bool all_of(bool a, bool b, bool c, bool d, bool e, bool f, bool g, bool h) { return a && b && c && d && e && f && g && h; }
int count_true(const bool *flags, size_t n) {
    int sum = 0;
    for (size_t i = 0; i < n; i++) sum += flags[i];
    return sum;
}
void set_bool(bool *out, int value) { *out = value; }
int bool_to_int(bool x) { return x; }
struct flags { bool a, b; short n; };
void flip(struct flags *f) { f->a = !f->a; f->b = !f->b; f->n = -f->n; }
