#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
int64_t sum(const int *v, size_t n);
void scale(double *v, size_t n, double by);
void transpose(float m[3][3]);
void fill_names(const char **names, size_t n);
uint32_t checksum(const uint8_t (*bytes)[8]);
static uint8_t grid[3][4];
int main(void) {
    int values[] = {10, 20, 30, 40}, primes[] = {2, 3, 5, 7, 11};
    printf("%lld %lld\n", (long long)sum(values, 4), (long long)sum(primes, 5));
    printf("%lld\n", (long long)sum(values + 1, 2));
    double reals[] = {1, 2, 3};
    scale(reals, 3, 0.5);
    printf("%g %g %g\n", reals[0], reals[1], reals[2]);
    float m[3][3] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    transpose(m);
    printf("%g %g %g %g\n", m[0][1], m[1][0], m[2][0], m[0][0] + m[1][1] + m[2][2]);
    const char *names[3] = {0};
    fill_names(names, 3);
    for (int i = 0; i < 3; i++) printf("%s ", names[i]);
    uint8_t bytes[8] = {'c', 'h', 'e', 'c', 'k', 's', 'u', 'm'};
    printf("%u\n", checksum(&bytes));
    int a[] = {2, 3, 4}, b[] = {a[1], a[2], a[0]};
    a[0] = 100;
    printf("%d %d %d, %d\n", b[0], b[1], b[2], a[0]);
    for (int r = 0; r < 3; r++) for (int c = 0; c < 4; c++) grid[r][c] = (uint8_t)(r * 4 + c);
    printf("%d %d %zu %zu\n", grid[2][3], grid[1][0], sizeof grid / sizeof *grid, sizeof *grid);
}
