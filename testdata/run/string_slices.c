#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
uint32_t hash(const char *data, size_t len);
void show_part(const char *data, size_t len);
int sum_part(const int *data, size_t len);
static size_t count(const char *s, char c) { size_t n = 0; for (; *s; s++) n += *s == c; return n; }
int main(void) {
    const char *text = "the quick brown fox", *greeting = "Grüße";
    printf("%zu %zu %d %d\n", strlen(text), strlen(greeting), 0, 1);
    printf("%08x %08x\n", hash(text, strlen(text)), hash(greeting, strlen(greeting)));
    show_part(text + 4, 5);
    show_part(text, 3);
    show_part(text + 16, 3);
    show_part(text, 19);
    show_part("", 0);
    show_part("alpha", 5);
    show_part("beta", 4);
    show_part("gamma", 5);
    printf("%zu %zu\n", count(text, 'o'), count(text, 'z'));
    printf("%d %d %d\n", 1, 0, 1);
    int v[] = {1, 2, 3, 4, 5, 6};
    printf("%d %d %d\n", sum_part(v, 6), sum_part(v + 2, 2), 0);
    v[1] = v[2] = 50;
    printf("%d %d %zu %d\n", sum_part(v, 6), sum_part(v + 3, 3), (size_t)3, sum_part(v + 3, 3));
    printf("%zu %d\n", (size_t)6, 10);
    printf("%d %d\n", v[4], v[5]);
    printf("%d\n", -1234);
}
