#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
typedef struct { double x, y; } Vec2;
typedef struct { uint8_t r, g, b; } Rgb;
typedef struct { double m[2][2]; } Matrix;
typedef struct { bool ok; int code; double value; } Result2;
Vec2 vex_add(Vec2 a, Vec2 b);
Rgb vex_mix(Rgb a, Rgb b, float weight);
Matrix vex_multiply(Matrix a, Matrix b);
Result2 vex_transform(const Matrix *m, Vec2 v, double scale, int n);
void exercise(void) {
    Vec2 v = vex_add((Vec2){0.5, -1}, (Vec2){2, 3});
    printf("%g %g\n", v.x, v.y);
    Rgb c = vex_mix((Rgb){255, 0, 100}, (Rgb){0, 200, 101}, 0.25f);
    printf("%d %d %d\n", c.r, c.g, c.b);
    Matrix a = {{{1, 2}, {3, 4}}}, b = {{{0, 1}, {-1, 0.5}}};
    Matrix m = vex_multiply(a, b);
    printf("%g %g %g %g\n", m.m[0][0], m.m[0][1], m.m[1][0], m.m[1][1]);
    Result2 r = vex_transform(&m, v, 2, 21);
    printf("%d %d %g\n", r.ok, r.code, r.value);
    r = vex_transform(&m, v, 2, -7);
    printf("%d %d %g\n", r.ok, r.code, r.value);
}
