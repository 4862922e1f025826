#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
enum color { RED, GREEN = 5, BLUE, LAST = -1 };
typedef struct { enum color color; uint8_t level; int8_t sign; uint16_t port; } pixel;
enum color next_color(enum color c);
uint8_t invert_level(uint8_t l);
int8_t flip_sign(int8_t s);
int port_number(uint16_t p);
int64_t big_value(int64_t b);
pixel make_pixel(enum color c, uint8_t l);
int64_t pixel_code(pixel p);
void fill_colors(enum color *out, size_t n);
enum color on_color(enum color (*f)(enum color, uint8_t));
static enum color brighter(enum color c, uint8_t l) { return l == 255 ? BLUE : c; }
static const char *name(enum color c) { return c == RED ? "red" : c == GREEN ? "green" : c == BLUE ? "blue" : "last"; }
int main(void) {
    printf("%s %s %s\n", name(next_color(RED)), name(next_color(GREEN)), name(next_color(BLUE)));
    printf("%d %d\n", invert_level(1) == 255, invert_level(255));
    printf("%d %d %d\n", flip_sign(-1), flip_sign(1), flip_sign(0) == 0);
    printf("%d %d %lld\n", port_number(8080), port_number(65535), (long long)big_value(1LL << 40));
    pixel p = make_pixel(BLUE, 255);
    printf("%d %d %d %d\n", p.color, p.level, p.sign, p.port);
    printf("%lld\n", (long long)pixel_code((pixel){LAST, 1, -1, 80}));
    enum color c[4];
    fill_colors(c, 4);
    for (int i = 0; i < 4; i++) printf("%s ", name(c[i]));
    printf("\n%s\n", name(on_color(brighter)));
    printf("%d %d\n", RED != GREEN, BLUE + GREEN);
    printf("%zu %zu %zu %zu\n", sizeof(enum color), sizeof(uint8_t), sizeof(uint16_t), sizeof(pixel));
}
