// cflags: -lz
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#define SIZE 5000
#define PIECE 300
static int allocations, frees;
static voidpf allocate(voidpf o, uInt n, uInt s) { allocations++; return calloc(n, s); }
static void release(voidpf o, voidpf p) { frees++; free(p); }
static unsigned char source[SIZE], packed[SIZE], back[SIZE];
int main(void) {
    for (int i = 0; i < SIZE; i++) source[i] = (unsigned char)(i % 97 * (i / 50) % 26 + 65);
    z_stream z = {0};
    z.zalloc = allocate;
    z.zfree = release;
    deflateInit(&z, 9);
    z.next_out = packed;
    z.avail_out = SIZE;
    int at = 0, status = 0;
    while (status != Z_STREAM_END) {
        int n = SIZE - at < PIECE ? SIZE - at : PIECE;
        z.next_in = source + at;
        z.avail_in = (uInt)n;
        at += n;
        status = deflate(&z, at == SIZE ? Z_FINISH : Z_NO_FLUSH);
    }
    uLong n = z.total_out;
    printf("%lu in, smaller: %d, adler %08lx\n", z.total_in, n < SIZE, z.adler);
    printf("%d\n", deflateEnd(&z));
    printf("%d\n", allocations > 0 && allocations == frees);
    z_stream u = {0};
    inflateInit(&u);
    u.next_in = packed;
    u.avail_in = (uInt)n;
    int steps = 0;
    status = 0;
    while (status == 0) {
        u.next_out = back + u.total_out;
        u.avail_out = SIZE - u.total_out < PIECE ? SIZE - (uInt)u.total_out : PIECE;
        status = inflate(&u, Z_NO_FLUSH);
        steps++;
    }
    printf("status %d, %lu out, %d steps\n", status, u.total_out, steps);
    inflateEnd(&u);
    printf("%d\n", memcmp(source, back, SIZE));
    printf("%zu %zu\n", sizeof(z_stream), offsetof(z_stream, adler));
}
