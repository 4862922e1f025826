#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
struct item { uint16_t id; const char *name; double price; };
extern int vex_counter;
extern const double vex_pi;
extern const struct item vex_items_for_c[];
extern const size_t vex_item_count;
extern char vex_buffer[16];
extern const struct item *const vex_self;
extern int (*vex_hook)(int);
extern const uint32_t vex_mask;
int use_all(void) {
    printf("%d %g %zu %08x\n", vex_counter, vex_pi, vex_item_count, vex_mask);
    for (size_t i = 0; i < vex_item_count; i++) printf("%u %s %g\n", vex_items_for_c[i].id, vex_items_for_c[i].name, vex_items_for_c[i].price);
    printf("%s %c %d\n", vex_self->name, vex_buffer[15], vex_self == &vex_items_for_c[1]);
    vex_counter *= 2;
    strcpy(vex_buffer, "written by C");
    return vex_hook(vex_counter);
}
