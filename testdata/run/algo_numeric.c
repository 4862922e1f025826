// cflags: -ffp-contract=off
#include <math.h>
#include <stdint.h>
#include <stdio.h>
typedef struct { double x, y, z, vx, vy, vz, mass; } Body;
static void advance(Body *b, int n, double dt) {
    for (int i = 0; i < n; i++) for (int j = i + 1; j < n; j++) {
        double dx = b[i].x - b[j].x, dy = b[i].y - b[j].y, dz = b[i].z - b[j].z;
        double d2 = dx * dx + dy * dy + dz * dz, mag = dt / (d2 * sqrt(d2));
        double mi = b[i].mass * mag, mj = b[j].mass * mag;
        b[i].vx -= dx * mj; b[i].vy -= dy * mj; b[i].vz -= dz * mj;
        b[j].vx += dx * mi; b[j].vy += dy * mi; b[j].vz += dz * mi;
    }
    for (int i = 0; i < n; i++) { b[i].x += dt * b[i].vx; b[i].y += dt * b[i].vy; b[i].z += dt * b[i].vz; }
}
static double energy(const Body *b, int n) {
    double e = 0;
    for (int i = 0; i < n; i++) {
        e += 0.5 * b[i].mass * (b[i].vx * b[i].vx + b[i].vy * b[i].vy + b[i].vz * b[i].vz);
        for (int j = i + 1; j < n; j++) {
            double dx = b[i].x - b[j].x, dy = b[i].y - b[j].y, dz = b[i].z - b[j].z;
            e -= b[i].mass * b[j].mass / sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return e;
}
static uint64_t mandelbrot(int size, int limit) {
    uint64_t h = 17;
    for (int py = 0; py < size; py++) for (int px = 0; px < size; px++) {
        double cx = 3.0 * px / size - 2.0, cy = 2.4 * py / size - 1.2, x = 0, y = 0;
        int n = 0;
        while (n < limit && x * x + y * y <= 4) { double t = x * x - y * y + cx; y = 2 * x * y + cy; x = t; n++; }
        h = h * 31 + (uint64_t)n;
    }
    return h;
}
#define N 24
static float matrix_sum(void) {
    static float a[N][N], b[N][N], c[N][N];
    for (int i = 0; i < N; i++) for (int j = 0; j < N; j++) { a[i][j] = (float)(i * j % 7) / 3.0f; b[i][j] = (float)(i + 2 * j) * 0.1f; }
    for (int i = 0; i < N; i++) for (int j = 0; j < N; j++) { float s = 0; for (int k = 0; k < N; k++) s += a[i][k] * b[k][j]; c[i][j] = s; }
    float t = 0;
    for (int i = 0; i < N; i++) t += c[i][i * 5 % N] - c[i * 3 % N][i] / 2.0f;
    return t;
}
int main(void) {
    Body b[] = {{0, 0, 0, 0, -0.002, 0, 39.478}, {4.84, -1.16, -0.10, 0.606, 2.81, -0.02, 0.0377},
                {8.34, 4.12, -0.4, -1.01, 1.82, 0.008, 0.0113}, {12.89, -15.11, -0.22, 1.08, 0.868, -0.01, 0.0017}};
    printf("%.17g\n", energy(b, 4));
    for (int i = 0; i < 1000; i++) advance(b, 4, 0.01);
    printf("%.17g %.17g\n", energy(b, 4), b[1].x);
    printf("%016llx\n", (unsigned long long)mandelbrot(60, 50));
    printf("%.9g\n", matrix_sum());
    double h = 1.0 / 1000, s = 0;
    for (int i = 0; i < 1000; i++) { double x = 0 + h * (i + 0.5); s += 1 / (1 + x * x); }
    printf("%.17g\n", s * h * 4);
}
