// cflags: -lz
#include <stdio.h>
#include <string.h>
#include <zlib.h>
int main(void) {
    const char *text = "The quick brown fox jumps over the lazy dog";
    unsigned char data[1000];
    unsigned x = 12345;
    for (int i = 0; i < 1000; i++) { x = x * 1103515245 + 12345; data[i] = (unsigned char)(x >> 16); }
    printf("%d\n", zlibVersion()[0] == '1');
    printf("%08lx\n", crc32(0, (const Bytef *)text, (uInt)strlen(text)));
    printf("%08lx\n", adler32(1, (const Bytef *)text, (uInt)strlen(text)));
    uLong whole = crc32(0, data, 1000), parts = crc32(0, NULL, 0);
    for (int at = 0; at < 1000; at += 77) parts = crc32(parts, data + at, 1000 - at < 77 ? 1000 - at : 77);
    printf("%08lx %d\n", whole, whole == parts);
    printf("%d\n", crc32_combine(crc32(0, data, 400), crc32(0, data + 400, 600), 600) == whole);
    printf("%d %08lx\n", 1, crc32(0, (const Bytef *)text, (uInt)strlen(text)));
}
