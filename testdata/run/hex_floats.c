#include <stdio.h>
#include <string.h>

static const double LARGEST = 0x1.fffffffffffffp1023;
static const double SMALLEST = -0x1p-1074;
static float TABLE[4] = {0x1p-149f, 0x1.fffffep+127f, 0x0.8P0f, 0x10.80p-04f};

static void show(double x) {
    unsigned long long bits;
    memcpy(&bits, &x, sizeof bits);
    printf("%016llx\n", bits);
}

static void show32(float x) {
    unsigned bits;
    memcpy(&bits, &x, sizeof bits);
    printf("%08x\n", bits);
}

int main(void) {
    show(LARGEST);
    show(SMALLEST);
    for (int i = 0; i < 4; i++) show32(TABLE[i]);
    show(0x1.8p3);
    show(0x1.00000000000008p0);
    show(0x1.000000000000080000000000000000000000000000001p0);
    show(0x1.00000000000018p0);
    show(0x1.fffffffffffff7p1023);
    show(0x123456789abcdef0123456789abcdefp-60);
    show(0x0.000000000000000000000000000000000000000000001p200);
    show(0x0.fffffffffffff8p-1022);
    show(0x1p-1075);
    show(0x1.0001p-1075);
    show(0x1p-999999999999);
    show(-0x0p0);
    show32(0x1.000001p0f);
    show32(0x1.00000100000000000000001p0f);
    show32(0x1.fffffefp127f);
    show32(0x1p-150f);
    show32(0x1.000002p-150f);
    show32(0x1.8p-149f);
    show32((float)0x1.8p1);
    show32(0x1.99999ap-4f);
    show(0x1.999999999999ap-4);
    show(0xe + 1);
    show(0xAp0 + 1.0);
    printf("1 2 3 4\n");
    printf("%d\n", (int)0x1.fp4 << 1);
    return 0;
}
