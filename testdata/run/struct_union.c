#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
typedef union { float f; uint32_t u; } Bits;
typedef union { int64_t i; double f; } Number;
typedef union { float f; double d; } Floats;
typedef union { uint8_t bytes[16]; uint64_t words[2]; double d; } Wide;
typedef union { uint8_t bytes[24]; double d; } Huge;
typedef struct { int32_t kind; Number value; } Tagged;
Bits swap_bits(Bits b);
Number double_number(Number n, bool real);
Floats half_floats(Floats f, bool single);
Wide reverse_wide(Wide w);
double sum_huge(Huge h, double x);
Tagged negate_tagged(Tagged t);
double tagged_value(const Tagged *t);
int main(void) {
    printf("%08x\n", swap_bits((Bits){.f = 1}).u);
    printf("%08x\n", ((Bits){.f = 3.14159274f}).u);
    printf("%lld\n", (long long)double_number((Number){.i = 21}, false).i);
    printf("%g\n", double_number((Number){.f = 1.25}, true).f);
    printf("%g %g\n", half_floats((Floats){.d = 5}, false).d, half_floats((Floats){.f = 7}, true).f);
    Wide w;
    for (int i = 0; i < 16; i++) w.bytes[i] = (uint8_t)i;
    Wide r = reverse_wide(w);
    printf("%016llx %016llx\n", (unsigned long long)r.words[0], (unsigned long long)r.words[1]);
    Huge h;
    memset(&h, 0, sizeof h);
    h.bytes[23] = 5;
    h.d = 2.5;
    printf("%g\n", sum_huge(h, 0.25));
    Tagged t = negate_tagged((Tagged){1, {.i = 8}});
    printf("%d %lld\n", t.kind, (long long)t.value.i);
    Tagged u = negate_tagged((Tagged){2, {.f = 0.5}});
    printf("%d %g %g\n", u.kind, u.value.f, tagged_value(&u));
    printf("%zu %zu %zu %zu\n", sizeof(Bits), sizeof(Wide), sizeof(Huge), sizeof(Tagged));
    printf("%zu %zu\n", _Alignof(Wide), _Alignof(Tagged));
}
