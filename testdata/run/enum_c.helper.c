#include <stddef.h>
#include <stdint.h>
enum color { RED, GREEN = 5, BLUE, LAST = -1 };
typedef struct { enum color color; uint8_t level; int8_t sign; uint16_t port; } pixel;
enum color next_color(enum color c) { return c == RED ? GREEN : c == GREEN ? BLUE : LAST; }
uint8_t invert_level(uint8_t l) { return l == 1 ? 255 : 1; }
int8_t flip_sign(int8_t s) { return (int8_t)-s; }
int port_number(uint16_t p) { return p; }
int64_t big_value(int64_t b) { return b + 1; }
pixel make_pixel(enum color c, uint8_t l) { return (pixel){c, l, -1, 8080}; }
int64_t pixel_code(pixel p) { return p.color * 1000000LL + p.level * 10000 + p.sign * 1000 + p.port; }
void fill_colors(enum color *out, size_t n) {
    static const enum color all[] = {BLUE, LAST, RED, GREEN};
    for (size_t i = 0; i < n; i++) out[i] = all[i % 4];
}
enum color on_color(enum color (*f)(enum color, uint8_t)) { return f(f(RED, 255), 1); }
