#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
struct item { uint16_t id; const char *name; double price; };
int vex_counter = 42;
const double vex_pi = 3.25;
const struct item vex_items_for_c[3] = {{1, "bolt", 0.25}, {2, "nut", 0.125}, {65535, "washer", 1e3}};
const size_t vex_item_count = 3;
char vex_buffer[16] = {'.', '.', '.', '.', '.', '.', '.', '.', '.', '.', '.', '.', '.', '.', '.', '.'};
const struct item *const vex_self = &vex_items_for_c[1];
static int default_hook(int x) { return x + 1; }
static int other_hook(int x) { return x - 1; }
int (*vex_hook)(int) = default_hook;
const uint32_t vex_mask = 0xffffff07;
int use_all(void);
int main(void) {
    printf("%d\n", use_all());
    printf("%d %s\n", vex_counter, vex_buffer);
    vex_hook = other_hook;
    vex_counter = 1;
    printf("%d\n", use_all());
    printf("%d %d %g\n", 5, -1, 0.25);
}
