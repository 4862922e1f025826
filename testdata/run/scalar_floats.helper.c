double half(double x) { return x / 2; }
float halff(float x) { return x / 2; }
double to_double(float x) { return x; }
float to_float(double x) { return (float)x; }
int to_int(double x) { return (int)x; }
double from_int(int x) { return x; }
float from_u64(unsigned long long x) { return (float)x; }
double ten(double a, double b, double c, double d, double e, double f, double g, double h, double i, double j) {
    return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i + 10 * j;
}
float tenf(float a, float b, float c, float d, float e, float f, float g, float h, float i, float j) {
    return a - b + c - d + e - f + g - h + 9 * i - j;
}
double mixed(int a, double b, long long c, float d, unsigned char e, double f, short g, float h) {
    return a + b + (double)c + d + e + f + g + h;
}
