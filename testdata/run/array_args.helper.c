#include <stddef.h>
#include <stdint.h>
int64_t sum(const int *v, size_t n) { int64_t s = 0; for (size_t i = 0; i < n; i++) s += v[i]; return s; }
void scale(double *v, size_t n, double by) { for (size_t i = 0; i < n; i++) v[i] *= by; }
void transpose(float m[3][3]) {
    for (int i = 0; i < 3; i++) for (int j = 0; j < i; j++) { float t = m[i][j]; m[i][j] = m[j][i]; m[j][i] = t; }
}
void fill_names(const char **names, size_t n) {
    static const char *const all[] = {"one", "two", "three", "four"};
    for (size_t i = 0; i < n; i++) names[i] = all[i];
}
uint32_t checksum(const uint8_t (*bytes)[8]) { uint32_t s = 0; for (int i = 0; i < 8; i++) s = s * 31 + (*bytes)[i]; return s; }
