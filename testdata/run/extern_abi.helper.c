#include <stdint.h>
#define WIN __attribute__((ms_abi))
WIN double win_sum(int a, int64_t b, double c, uint8_t d, int16_t e, float f, int64_t g) { return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7; }
double sysv_sum(int a, int64_t b, double c, uint8_t d, int16_t e, float f, int64_t g) { return win_sum(a, b, c, d, e, f, g) + 0.125; }
double call_win(WIN double (*f)(int64_t, double, int, float, int64_t)) { return f(1, 2.5, 3, 4.5f, 5); }
double call_sysv(double (*f)(int64_t, double, int, float, int64_t)) { return f(1, 2.5, 3, 4.5f, 5); }
