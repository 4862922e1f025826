#include <stdbool.h>
#include <stdint.h>
typedef struct { float a; float b; } P;
typedef struct { P a; P b; } Q;
typedef struct { int32_t a; P b; } N;
typedef struct { int8_t a; int16_t b; } In;
typedef struct { In a; uint8_t b; In c; } Out;
typedef struct { Out a; double b; } Deep;
typedef struct { Deep a; } Wrap;
typedef struct { P a; P b[2]; } Line;
typedef struct { Q a; Deep b; } Big;
P make_p(int seed) {
    P s;
    s.a = (float)(seed + 0) / 2;
    s.b = (float)(seed + 1) / 2;
    return s;
}
static double sum_p(P s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
P bump_p(P s) {
    s.a = (float)(s.a + 1);
    s.b = (float)(s.b + 1);
    return s;
}
double middle_p(int a, P s, double b) { return a + sum_p(s) * 2 + b; }
double late_p(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, P s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_p(s) + (double)f * 6 + g;
}
double float_late_p(double a, double b, double c, double d, double e, double f, double g, P s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_p(s) + h * 8 + i;
}
double two_p(P a, float x, P b) { return sum_p(a) * 3 - x + sum_p(b); }
P call_p(P (*f)(P, int), P s) { return f(f(s, 2), -1); }
Q make_q(int seed) {
    Q s;
    s.a.a = (float)(seed + 0) / 2;
    s.a.b = (float)(seed + 1) / 2;
    s.b.a = (float)(seed + 2) / 2;
    s.b.b = (float)(seed + 3) / 2;
    return s;
}
static double sum_q(Q s) {
    return (double)s.a.a * 1 + (double)s.a.b * 2 + (double)s.b.a * 3 + (double)s.b.b * 4;
}
Q bump_q(Q s) {
    s.a.a = (float)(s.a.a + 1);
    s.a.b = (float)(s.a.b + 1);
    s.b.a = (float)(s.b.a + 1);
    s.b.b = (float)(s.b.b + 1);
    return s;
}
double middle_q(int a, Q s, double b) { return a + sum_q(s) * 2 + b; }
double late_q(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, Q s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_q(s) + (double)f * 6 + g;
}
double float_late_q(double a, double b, double c, double d, double e, double f, double g, Q s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_q(s) + h * 8 + i;
}
double two_q(Q a, float x, Q b) { return sum_q(a) * 3 - x + sum_q(b); }
Q call_q(Q (*f)(Q, int), Q s) { return f(f(s, 2), -1); }
N make_n(int seed) {
    N s;
    s.a = (int32_t)(seed * 7);
    s.b.a = (float)(seed + 1) / 2;
    s.b.b = (float)(seed + 2) / 2;
    return s;
}
static double sum_n(N s) {
    return (double)s.a * 1 + (double)s.b.a * 2 + (double)s.b.b * 3;
}
N bump_n(N s) {
    s.a = (int32_t)(s.a + 1);
    s.b.a = (float)(s.b.a + 1);
    s.b.b = (float)(s.b.b + 1);
    return s;
}
double middle_n(int a, N s, double b) { return a + sum_n(s) * 2 + b; }
double late_n(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, N s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_n(s) + (double)f * 6 + g;
}
double float_late_n(double a, double b, double c, double d, double e, double f, double g, N s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_n(s) + h * 8 + i;
}
double two_n(N a, float x, N b) { return sum_n(a) * 3 - x + sum_n(b); }
N call_n(N (*f)(N, int), N s) { return f(f(s, 2), -1); }
In make_in(int seed) {
    In s;
    s.a = (int8_t)(seed * 7);
    s.b = (int16_t)(seed * -8);
    return s;
}
static double sum_in(In s) {
    return (double)s.a * 1 + (double)s.b * 2;
}
In bump_in(In s) {
    s.a = (int8_t)(s.a + 1);
    s.b = (int16_t)(s.b + 1);
    return s;
}
double middle_in(int a, In s, double b) { return a + sum_in(s) * 2 + b; }
double late_in(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, In s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_in(s) + (double)f * 6 + g;
}
double float_late_in(double a, double b, double c, double d, double e, double f, double g, In s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_in(s) + h * 8 + i;
}
double two_in(In a, float x, In b) { return sum_in(a) * 3 - x + sum_in(b); }
In call_in(In (*f)(In, int), In s) { return f(f(s, 2), -1); }
Out make_out(int seed) {
    Out s;
    s.a.a = (int8_t)(seed * 7);
    s.a.b = (int16_t)(seed * -8);
    s.b = (uint8_t)(seed * 13);
    s.c.a = (int8_t)(seed * -14);
    s.c.b = (int16_t)(seed * 19);
    return s;
}
static double sum_out(Out s) {
    return (double)s.a.a * 1 + (double)s.a.b * 2 + (double)s.b * 3 + (double)s.c.a * 4 + (double)s.c.b * 5;
}
Out bump_out(Out s) {
    s.a.a = (int8_t)(s.a.a + 1);
    s.a.b = (int16_t)(s.a.b + 1);
    s.b = (uint8_t)(s.b + 1);
    s.c.a = (int8_t)(s.c.a + 1);
    s.c.b = (int16_t)(s.c.b + 1);
    return s;
}
double middle_out(int a, Out s, double b) { return a + sum_out(s) * 2 + b; }
double late_out(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, Out s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_out(s) + (double)f * 6 + g;
}
double float_late_out(double a, double b, double c, double d, double e, double f, double g, Out s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_out(s) + h * 8 + i;
}
double two_out(Out a, float x, Out b) { return sum_out(a) * 3 - x + sum_out(b); }
Out call_out(Out (*f)(Out, int), Out s) { return f(f(s, 2), -1); }
Deep make_deep(int seed) {
    Deep s;
    s.a.a.a = (int8_t)(seed * 7);
    s.a.a.b = (int16_t)(seed * -8);
    s.a.b = (uint8_t)(seed * 13);
    s.a.c.a = (int8_t)(seed * -14);
    s.a.c.b = (int16_t)(seed * 19);
    s.b = (seed + 5) / 4.0;
    return s;
}
static double sum_deep(Deep s) {
    return (double)s.a.a.a * 1 + (double)s.a.a.b * 2 + (double)s.a.b * 3 + (double)s.a.c.a * 4 + (double)s.a.c.b * 5 + (double)s.b * 6;
}
Deep bump_deep(Deep s) {
    s.a.a.a = (int8_t)(s.a.a.a + 1);
    s.a.a.b = (int16_t)(s.a.a.b + 1);
    s.a.b = (uint8_t)(s.a.b + 1);
    s.a.c.a = (int8_t)(s.a.c.a + 1);
    s.a.c.b = (int16_t)(s.a.c.b + 1);
    s.b = (double)(s.b + 1);
    return s;
}
double middle_deep(int a, Deep s, double b) { return a + sum_deep(s) * 2 + b; }
double late_deep(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, Deep s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_deep(s) + (double)f * 6 + g;
}
double float_late_deep(double a, double b, double c, double d, double e, double f, double g, Deep s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_deep(s) + h * 8 + i;
}
double two_deep(Deep a, float x, Deep b) { return sum_deep(a) * 3 - x + sum_deep(b); }
Deep call_deep(Deep (*f)(Deep, int), Deep s) { return f(f(s, 2), -1); }
Wrap make_wrap(int seed) {
    Wrap s;
    s.a.a.a.a = (int8_t)(seed * 7);
    s.a.a.a.b = (int16_t)(seed * -8);
    s.a.a.b = (uint8_t)(seed * 13);
    s.a.a.c.a = (int8_t)(seed * -14);
    s.a.a.c.b = (int16_t)(seed * 19);
    s.a.b = (seed + 5) / 4.0;
    return s;
}
static double sum_wrap(Wrap s) {
    return (double)s.a.a.a.a * 1 + (double)s.a.a.a.b * 2 + (double)s.a.a.b * 3 + (double)s.a.a.c.a * 4 + (double)s.a.a.c.b * 5 + (double)s.a.b * 6;
}
Wrap bump_wrap(Wrap s) {
    s.a.a.a.a = (int8_t)(s.a.a.a.a + 1);
    s.a.a.a.b = (int16_t)(s.a.a.a.b + 1);
    s.a.a.b = (uint8_t)(s.a.a.b + 1);
    s.a.a.c.a = (int8_t)(s.a.a.c.a + 1);
    s.a.a.c.b = (int16_t)(s.a.a.c.b + 1);
    s.a.b = (double)(s.a.b + 1);
    return s;
}
double middle_wrap(int a, Wrap s, double b) { return a + sum_wrap(s) * 2 + b; }
double late_wrap(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, Wrap s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_wrap(s) + (double)f * 6 + g;
}
double float_late_wrap(double a, double b, double c, double d, double e, double f, double g, Wrap s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_wrap(s) + h * 8 + i;
}
double two_wrap(Wrap a, float x, Wrap b) { return sum_wrap(a) * 3 - x + sum_wrap(b); }
Wrap call_wrap(Wrap (*f)(Wrap, int), Wrap s) { return f(f(s, 2), -1); }
Line make_line(int seed) {
    Line s;
    s.a.a = (float)(seed + 0) / 2;
    s.a.b = (float)(seed + 1) / 2;
    s.b[0].a = (float)(seed + 2) / 2;
    s.b[0].b = (float)(seed + 3) / 2;
    s.b[1].a = (float)(seed + 4) / 2;
    s.b[1].b = (float)(seed + 5) / 2;
    return s;
}
static double sum_line(Line s) {
    return (double)s.a.a * 1 + (double)s.a.b * 2 + (double)s.b[0].a * 3 + (double)s.b[0].b * 4 + (double)s.b[1].a * 5 + (double)s.b[1].b * 6;
}
Line bump_line(Line s) {
    s.a.a = (float)(s.a.a + 1);
    s.a.b = (float)(s.a.b + 1);
    s.b[0].a = (float)(s.b[0].a + 1);
    s.b[0].b = (float)(s.b[0].b + 1);
    s.b[1].a = (float)(s.b[1].a + 1);
    s.b[1].b = (float)(s.b[1].b + 1);
    return s;
}
double middle_line(int a, Line s, double b) { return a + sum_line(s) * 2 + b; }
double late_line(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, Line s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_line(s) + (double)f * 6 + g;
}
double float_late_line(double a, double b, double c, double d, double e, double f, double g, Line s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_line(s) + h * 8 + i;
}
double two_line(Line a, float x, Line b) { return sum_line(a) * 3 - x + sum_line(b); }
Line call_line(Line (*f)(Line, int), Line s) { return f(f(s, 2), -1); }
Big make_big(int seed) {
    Big s;
    s.a.a.a = (float)(seed + 0) / 2;
    s.a.a.b = (float)(seed + 1) / 2;
    s.a.b.a = (float)(seed + 2) / 2;
    s.a.b.b = (float)(seed + 3) / 2;
    s.b.a.a.a = (int8_t)(seed * 19);
    s.b.a.a.b = (int16_t)(seed * -20);
    s.b.a.b = (uint8_t)(seed * 25);
    s.b.a.c.a = (int8_t)(seed * -26);
    s.b.a.c.b = (int16_t)(seed * 31);
    s.b.b = (seed + 9) / 4.0;
    return s;
}
static double sum_big(Big s) {
    return (double)s.a.a.a * 1 + (double)s.a.a.b * 2 + (double)s.a.b.a * 3 + (double)s.a.b.b * 4 + (double)s.b.a.a.a * 5 + (double)s.b.a.a.b * 6 + (double)s.b.a.b * 7 + (double)s.b.a.c.a * 8 + (double)s.b.a.c.b * 9 + (double)s.b.b * 10;
}
Big bump_big(Big s) {
    s.a.a.a = (float)(s.a.a.a + 1);
    s.a.a.b = (float)(s.a.a.b + 1);
    s.a.b.a = (float)(s.a.b.a + 1);
    s.a.b.b = (float)(s.a.b.b + 1);
    s.b.a.a.a = (int8_t)(s.b.a.a.a + 1);
    s.b.a.a.b = (int16_t)(s.b.a.a.b + 1);
    s.b.a.b = (uint8_t)(s.b.a.b + 1);
    s.b.a.c.a = (int8_t)(s.b.a.c.a + 1);
    s.b.a.c.b = (int16_t)(s.b.a.c.b + 1);
    s.b.b = (double)(s.b.b + 1);
    return s;
}
double middle_big(int a, Big s, double b) { return a + sum_big(s) * 2 + b; }
double late_big(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, Big s, int64_t f, double g) {
    return (double)(a + b * 2 + c * 3 + d * 4 + e * 5) + sum_big(s) + (double)f * 6 + g;
}
double float_late_big(double a, double b, double c, double d, double e, double f, double g, Big s, double h, int i) {
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + sum_big(s) + h * 8 + i;
}
double two_big(Big a, float x, Big b) { return sum_big(a) * 3 - x + sum_big(b); }
Big call_big(Big (*f)(Big, int), Big s) { return f(f(s, 2), -1); }
