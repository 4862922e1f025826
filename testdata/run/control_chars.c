#include <stdint.h>
#include <stdio.h>

static int is_scalar(uint32_t c) {
    return c < 0xD800 || c > 0xDFFF;
}

static void letters(char from, char to) {
    for (char c = from; c <= to; c++)
        printf("%c", c);
    for (char c = from; c < to; c++)
        printf(" %c", c);
    printf("\n");
}

int main(void) {
    letters('a', 'e');
    letters('z', 'z');
    letters('z', 'a');
    uint32_t count = 0;
    unsigned long long sum = 0;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (!is_scalar(c))
            continue;
        count++;
        sum += c;
    }
    printf("%u %llu\n", count, sum);
    for (uint32_t c = 0xD7FE; c < 0xE002; c++) {
        if (!is_scalar(c) || c == 0xD7FF)
            continue;
        printf("%x ", c);
    }
    count = 0;
    for (uint32_t c = 0xD7FE; c < 0xE000; c++)
        count += is_scalar(c);
    for (uint32_t c = 0xD7FE; c <= 0xD7FF; c++)
        count += 10;
    for (uint32_t c = 0x10FFFE; c <= 0x10FFFF; c++)
        count += c == 0x10FFFF ? 100 : 1000;
    for (char c = 'p'; c <= 't'; c++) {
        if (c == 's')
            break;
        count += 10000;
    }
    printf("%u\n", count);
    return 0;
}
