#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
int8_t vex_i8(int8_t x) { return (int8_t)-x; }
uint8_t vex_u8(uint8_t x) { return (uint8_t)~x; }
int16_t vex_i16(int16_t x) { return x / 2; }
uint16_t vex_u16(uint16_t x) { return x >> 1; }
int32_t vex_i32(int32_t x) { return x ^ 0x55; }
uint32_t vex_u32(uint32_t x) { return x << 8 | x >> 24; }
int64_t vex_i64(int64_t x) { return x - 1; }
uint64_t vex_u64(uint64_t x) { return x * 3; }
float vex_f32(float x) { return x * 0.5f; }
double vex_f64(double x) { return -x; }
bool vex_bool(bool x) { return !x; }
const char *vex_ptr(const char *x) { return x + 1; }
__int128 vex_i128(__int128 x) { return x * -2; }
double another_name(int8_t a, float b, uint16_t c, double d, int64_t e, uint8_t f, int32_t g, int16_t h, bool i) {
    return a + b + c + d + (double)e + f + g + h + i;
}
void vex_void(int *out) { *out += vex_i32(1); }
void call_all(void);
int main(void) {
    call_all();
    int n = 0;
    vex_void(&n);
    printf("%d %d\n", n, vex_i8(-128));
}
