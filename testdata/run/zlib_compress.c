// cflags: -lz
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#define SIZE 10000
int main(void) {
    unsigned char *data = malloc(SIZE), *back = calloc(SIZE, 1);
    for (size_t i = 0; i < SIZE; i++) data[i] = (unsigned char)((i * i / 7) % 13 + 'a');
    uLong bound = compressBound(SIZE);
    printf("%d\n", bound >= SIZE);
    unsigned char *packed = malloc(bound);
    for (int level = 0; level <= 9; level += 3) {
        uLong n = bound, len = SIZE;
        int status = compress2(packed, &n, data, SIZE, level);
        printf("level %d: %d %d\n", level, status, n < SIZE);
        memset(back, 0, SIZE);
        int again = uncompress(back, &len, packed, n);
        printf("%d %lu %d\n", again, len, memcmp(data, back, SIZE));
    }
    uLong n = bound, len = 100;
    compress2(packed, &n, data, SIZE, 6);
    printf("%s\n", zError(uncompress(back, &len, packed, n)));
    packed[20] ^= 0x55;
    packed[0] ^= 0xff;
    len = SIZE;
    printf("%s\n", zError(uncompress(back, &len, packed, n)));
}
