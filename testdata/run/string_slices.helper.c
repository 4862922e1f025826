#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
uint32_t hash(const char *data, size_t len) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < len; i++) h = (h ^ (uint8_t)data[i]) * 16777619u;
    return h;
}
void show_part(const char *data, size_t len) { printf("<%.*s>\n", (int)len, data); }
int sum_part(const int *data, size_t len) { int s = 0; while (len--) s += *data++; return s; }
