#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
int8_t vex_i8(int8_t);
uint8_t vex_u8(uint8_t);
int16_t vex_i16(int16_t);
uint16_t vex_u16(uint16_t);
int32_t vex_i32(int32_t);
uint32_t vex_u32(uint32_t);
int64_t vex_i64(int64_t);
uint64_t vex_u64(uint64_t);
float vex_f32(float);
double vex_f64(double);
bool vex_bool(bool);
const char *vex_ptr(const char *);
__int128 vex_i128(__int128);
double another_name(int8_t, float, uint16_t, double, int64_t, uint8_t, int32_t, int16_t, bool);
void vex_void(int *);
void call_all(void) {
    printf("%d %d %d\n", vex_i8(-5), vex_i8(127), vex_i8(-128));
    printf("%d %d\n", vex_u8(0), vex_u8(0xf0));
    printf("%d %d\n", vex_i16(-32768), vex_i16(-3));
    printf("%d\n", vex_u16(65535));
    printf("%d %u\n", vex_i32(-1), vex_u32(0x12345678));
    printf("%lld %llu\n", (long long)vex_i64(INT64_MIN + 1), (unsigned long long)vex_u64(0x5555555555555555));
    printf("%g %g\n", vex_f32(3), vex_f64(2.5));
    printf("%d %d\n", vex_bool(true), vex_bool(false));
    puts(vex_ptr("xtext"));
    printf("%lld\n", (long long)vex_i128(21));
    printf("%g\n", another_name(-1, 0.5f, 65535, 0.25, -1000, 255, 100000, -2, true));
    int n = 5;
    vex_void(&n);
    printf("%d\n", n);
}
