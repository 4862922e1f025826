#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
typedef struct { float a; float b; } P;
typedef struct { P a; P b; } Q;
typedef struct { int32_t a; P b; } N;
typedef struct { int8_t a; int16_t b; } In;
typedef struct { In a; uint8_t b; In c; } Out;
typedef struct { Out a; double b; } Deep;
typedef struct { Deep a; } Wrap;
typedef struct { P a; P b[2]; } Line;
typedef struct { Q a; Deep b; } Big;
P make_p(int seed);
P bump_p(P s);
double middle_p(int a, P s, double b);
double late_p(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, P s, int64_t f, double g);
double float_late_p(double a, double b, double c, double d, double e, double f, double g, P s, double h, int i);
double two_p(P a, float x, P b);
P call_p(P (*f)(P, int), P s);
Q make_q(int seed);
Q bump_q(Q s);
double middle_q(int a, Q s, double b);
double late_q(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, Q s, int64_t f, double g);
double float_late_q(double a, double b, double c, double d, double e, double f, double g, Q s, double h, int i);
double two_q(Q a, float x, Q b);
Q call_q(Q (*f)(Q, int), Q s);
N make_n(int seed);
N bump_n(N s);
double middle_n(int a, N s, double b);
double late_n(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, N s, int64_t f, double g);
double float_late_n(double a, double b, double c, double d, double e, double f, double g, N s, double h, int i);
double two_n(N a, float x, N b);
N call_n(N (*f)(N, int), N s);
In make_in(int seed);
In bump_in(In s);
double middle_in(int a, In s, double b);
double late_in(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, In s, int64_t f, double g);
double float_late_in(double a, double b, double c, double d, double e, double f, double g, In s, double h, int i);
double two_in(In a, float x, In b);
In call_in(In (*f)(In, int), In s);
Out make_out(int seed);
Out bump_out(Out s);
double middle_out(int a, Out s, double b);
double late_out(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, Out s, int64_t f, double g);
double float_late_out(double a, double b, double c, double d, double e, double f, double g, Out s, double h, int i);
double two_out(Out a, float x, Out b);
Out call_out(Out (*f)(Out, int), Out s);
Deep make_deep(int seed);
Deep bump_deep(Deep s);
double middle_deep(int a, Deep s, double b);
double late_deep(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, Deep s, int64_t f, double g);
double float_late_deep(double a, double b, double c, double d, double e, double f, double g, Deep s, double h, int i);
double two_deep(Deep a, float x, Deep b);
Deep call_deep(Deep (*f)(Deep, int), Deep s);
Wrap make_wrap(int seed);
Wrap bump_wrap(Wrap s);
double middle_wrap(int a, Wrap s, double b);
double late_wrap(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, Wrap s, int64_t f, double g);
double float_late_wrap(double a, double b, double c, double d, double e, double f, double g, Wrap s, double h, int i);
double two_wrap(Wrap a, float x, Wrap b);
Wrap call_wrap(Wrap (*f)(Wrap, int), Wrap s);
Line make_line(int seed);
Line bump_line(Line s);
double middle_line(int a, Line s, double b);
double late_line(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, Line s, int64_t f, double g);
double float_late_line(double a, double b, double c, double d, double e, double f, double g, Line s, double h, int i);
double two_line(Line a, float x, Line b);
Line call_line(Line (*f)(Line, int), Line s);
Big make_big(int seed);
Big bump_big(Big s);
double middle_big(int a, Big s, double b);
double late_big(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, Big s, int64_t f, double g);
double float_late_big(double a, double b, double c, double d, double e, double f, double g, Big s, double h, int i);
double two_big(Big a, float x, Big b);
Big call_big(Big (*f)(Big, int), Big s);
static void show_p(P s) {
    printf("P: %g %g\n", s.a, s.b);
}
static P change_p(P s, int by) {
    s.a = (float)(s.a + by);
    s.b = (float)(s.b + by);
    return s;
}
static void test_p(void) {
    P a = make_p(3), b = make_p(5);
    show_p(a);
    show_p(bump_p(b));
    printf("%g %g %g %g\n", middle_p(1, a, 0.5), late_p(1, 2, 3, 4, 5, b, 6, 0.25), float_late_p(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_p(a, 1.5f, b));
    show_p(call_p(change_p, a));
    printf("%zu %zu\n", sizeof(P), _Alignof(P));
}
static void show_q(Q s) {
    printf("Q: %g %g %g %g\n", s.a.a, s.a.b, s.b.a, s.b.b);
}
static Q change_q(Q s, int by) {
    s.a.a = (float)(s.a.a + by);
    s.a.b = (float)(s.a.b + by);
    s.b.a = (float)(s.b.a + by);
    s.b.b = (float)(s.b.b + by);
    return s;
}
static void test_q(void) {
    Q a = make_q(3), b = make_q(5);
    show_q(a);
    show_q(bump_q(b));
    printf("%g %g %g %g\n", middle_q(1, a, 0.5), late_q(1, 2, 3, 4, 5, b, 6, 0.25), float_late_q(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_q(a, 1.5f, b));
    show_q(call_q(change_q, a));
    printf("%zu %zu\n", sizeof(Q), _Alignof(Q));
}
static void show_n(N s) {
    printf("N: %d %g %g\n", s.a, s.b.a, s.b.b);
}
static N change_n(N s, int by) {
    s.a = (int32_t)(s.a + by);
    s.b.a = (float)(s.b.a + by);
    s.b.b = (float)(s.b.b + by);
    return s;
}
static void test_n(void) {
    N a = make_n(3), b = make_n(5);
    show_n(a);
    show_n(bump_n(b));
    printf("%g %g %g %g\n", middle_n(1, a, 0.5), late_n(1, 2, 3, 4, 5, b, 6, 0.25), float_late_n(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_n(a, 1.5f, b));
    show_n(call_n(change_n, a));
    printf("%zu %zu\n", sizeof(N), _Alignof(N));
}
static void show_in(In s) {
    printf("In: %d %d\n", s.a, s.b);
}
static In change_in(In s, int by) {
    s.a = (int8_t)(s.a + by);
    s.b = (int16_t)(s.b + by);
    return s;
}
static void test_in(void) {
    In a = make_in(3), b = make_in(5);
    show_in(a);
    show_in(bump_in(b));
    printf("%g %g %g %g\n", middle_in(1, a, 0.5), late_in(1, 2, 3, 4, 5, b, 6, 0.25), float_late_in(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_in(a, 1.5f, b));
    show_in(call_in(change_in, a));
    printf("%zu %zu\n", sizeof(In), _Alignof(In));
}
static void show_out(Out s) {
    printf("Out: %d %d %u %d %d\n", s.a.a, s.a.b, s.b, s.c.a, s.c.b);
}
static Out change_out(Out s, int by) {
    s.a.a = (int8_t)(s.a.a + by);
    s.a.b = (int16_t)(s.a.b + by);
    s.b = (uint8_t)(s.b + by);
    s.c.a = (int8_t)(s.c.a + by);
    s.c.b = (int16_t)(s.c.b + by);
    return s;
}
static void test_out(void) {
    Out a = make_out(3), b = make_out(5);
    show_out(a);
    show_out(bump_out(b));
    printf("%g %g %g %g\n", middle_out(1, a, 0.5), late_out(1, 2, 3, 4, 5, b, 6, 0.25), float_late_out(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_out(a, 1.5f, b));
    show_out(call_out(change_out, a));
    printf("%zu %zu\n", sizeof(Out), _Alignof(Out));
}
static void show_deep(Deep s) {
    printf("Deep: %d %d %u %d %d %g\n", s.a.a.a, s.a.a.b, s.a.b, s.a.c.a, s.a.c.b, s.b);
}
static Deep change_deep(Deep s, int by) {
    s.a.a.a = (int8_t)(s.a.a.a + by);
    s.a.a.b = (int16_t)(s.a.a.b + by);
    s.a.b = (uint8_t)(s.a.b + by);
    s.a.c.a = (int8_t)(s.a.c.a + by);
    s.a.c.b = (int16_t)(s.a.c.b + by);
    s.b = (double)(s.b + by);
    return s;
}
static void test_deep(void) {
    Deep a = make_deep(3), b = make_deep(5);
    show_deep(a);
    show_deep(bump_deep(b));
    printf("%g %g %g %g\n", middle_deep(1, a, 0.5), late_deep(1, 2, 3, 4, 5, b, 6, 0.25), float_late_deep(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_deep(a, 1.5f, b));
    show_deep(call_deep(change_deep, a));
    printf("%zu %zu\n", sizeof(Deep), _Alignof(Deep));
}
static void show_wrap(Wrap s) {
    printf("Wrap: %d %d %u %d %d %g\n", s.a.a.a.a, s.a.a.a.b, s.a.a.b, s.a.a.c.a, s.a.a.c.b, s.a.b);
}
static Wrap change_wrap(Wrap s, int by) {
    s.a.a.a.a = (int8_t)(s.a.a.a.a + by);
    s.a.a.a.b = (int16_t)(s.a.a.a.b + by);
    s.a.a.b = (uint8_t)(s.a.a.b + by);
    s.a.a.c.a = (int8_t)(s.a.a.c.a + by);
    s.a.a.c.b = (int16_t)(s.a.a.c.b + by);
    s.a.b = (double)(s.a.b + by);
    return s;
}
static void test_wrap(void) {
    Wrap a = make_wrap(3), b = make_wrap(5);
    show_wrap(a);
    show_wrap(bump_wrap(b));
    printf("%g %g %g %g\n", middle_wrap(1, a, 0.5), late_wrap(1, 2, 3, 4, 5, b, 6, 0.25), float_late_wrap(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_wrap(a, 1.5f, b));
    show_wrap(call_wrap(change_wrap, a));
    printf("%zu %zu\n", sizeof(Wrap), _Alignof(Wrap));
}
static void show_line(Line s) {
    printf("Line: %g %g %g %g %g %g\n", s.a.a, s.a.b, s.b[0].a, s.b[0].b, s.b[1].a, s.b[1].b);
}
static Line change_line(Line s, int by) {
    s.a.a = (float)(s.a.a + by);
    s.a.b = (float)(s.a.b + by);
    s.b[0].a = (float)(s.b[0].a + by);
    s.b[0].b = (float)(s.b[0].b + by);
    s.b[1].a = (float)(s.b[1].a + by);
    s.b[1].b = (float)(s.b[1].b + by);
    return s;
}
static void test_line(void) {
    Line a = make_line(3), b = make_line(5);
    show_line(a);
    show_line(bump_line(b));
    printf("%g %g %g %g\n", middle_line(1, a, 0.5), late_line(1, 2, 3, 4, 5, b, 6, 0.25), float_late_line(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_line(a, 1.5f, b));
    show_line(call_line(change_line, a));
    printf("%zu %zu\n", sizeof(Line), _Alignof(Line));
}
static void show_big(Big s) {
    printf("Big: %g %g %g %g %d %d %u %d %d %g\n", s.a.a.a, s.a.a.b, s.a.b.a, s.a.b.b, s.b.a.a.a, s.b.a.a.b, s.b.a.b, s.b.a.c.a, s.b.a.c.b, s.b.b);
}
static Big change_big(Big s, int by) {
    s.a.a.a = (float)(s.a.a.a + by);
    s.a.a.b = (float)(s.a.a.b + by);
    s.a.b.a = (float)(s.a.b.a + by);
    s.a.b.b = (float)(s.a.b.b + by);
    s.b.a.a.a = (int8_t)(s.b.a.a.a + by);
    s.b.a.a.b = (int16_t)(s.b.a.a.b + by);
    s.b.a.b = (uint8_t)(s.b.a.b + by);
    s.b.a.c.a = (int8_t)(s.b.a.c.a + by);
    s.b.a.c.b = (int16_t)(s.b.a.c.b + by);
    s.b.b = (double)(s.b.b + by);
    return s;
}
static void test_big(void) {
    Big a = make_big(3), b = make_big(5);
    show_big(a);
    show_big(bump_big(b));
    printf("%g %g %g %g\n", middle_big(1, a, 0.5), late_big(1, 2, 3, 4, 5, b, 6, 0.25), float_late_big(1, 2, 3, 4, 5, 6, 7, a, 8, 9), two_big(a, 1.5f, b));
    show_big(call_big(change_big, a));
    printf("%zu %zu\n", sizeof(Big), _Alignof(Big));
}
int main(void) {
    test_p();
    test_q();
    test_n();
    test_in();
    test_out();
    test_deep();
    test_wrap();
    test_line();
    test_big();
}
