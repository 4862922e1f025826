#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
typedef struct { double x, y; } Vec2;
typedef struct { uint8_t r, g, b; } Rgb;
typedef struct { double m[2][2]; } Matrix;
typedef struct { bool ok; int code; double value; } Result2;
Vec2 vex_add(Vec2 a, Vec2 b) { return (Vec2){a.x + b.x, a.y + b.y}; }
static uint8_t blend(uint8_t a, uint8_t b, float w) { return (uint8_t)((float)a * (1 - w) + (float)b * w); }
Rgb vex_mix(Rgb a, Rgb b, float w) { return (Rgb){blend(a.r, b.r, w), blend(a.g, b.g, w), blend(a.b, b.b, w)}; }
Matrix vex_multiply(Matrix a, Matrix b) {
    Matrix r = {0};
    for (int i = 0; i < 2; i++) for (int j = 0; j < 2; j++) for (int k = 0; k < 2; k++) r.m[i][j] += a.m[i][k] * b.m[k][j];
    return r;
}
Result2 vex_transform(const Matrix *m, Vec2 v, double scale, int n) {
    if (n < 0) return (Result2){false, n, 0};
    double x = m->m[0][0] * v.x + m->m[0][1] * v.y, y = m->m[1][0] * v.x + m->m[1][1] * v.y;
    return (Result2){true, n * 2, (x + y) * scale};
}
void exercise(void);
int main(void) {
    exercise();
    Vec2 v = vex_add((Vec2){1, 2}, (Vec2){10, 20});
    printf("%g %g\n", v.x, v.y);
}
