// cflags: -w
#include <stdio.h>
#include <setjmp.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>

static jmp_buf env;
static int seed = 3;
static int (*const through)(struct __jmp_buf_tag *) = _setjmp;
static int (*pointer)(struct __jmp_buf_tag *) = _setjmp;

static __attribute__((noinline)) int next(int n) { seed = (seed + n) % 50; return seed; }
static __attribute__((noinline)) void leave(int value) { longjmp(env, value); }

static inline __attribute__((always_inline)) int wrapped(int n) {
    int a = next(n), b = next(a), c = next(b);
    if (_setjmp(env) != 0) return a * 100 + b * 10 + c;
    int d = next(c); d *= next(n);
    int e = next(d);
    leave((d ^ e) | 1);
    return 0;
}
static inline __attribute__((always_inline)) int twice_wrapped(int n) { return wrapped(n) + 1; }

#define WAY(NAME, CALL) static __attribute__((noinline)) int NAME(int n) { \
    int a = next(n), b = next(a); \
    if (CALL(env) != 0) return a * 10 + b; \
    int d = next(b); d *= next(n); \
    leave(next(d) | 1); \
    return 0; }
static __attribute__((noinline)) int known(int n) {
    int (*f)(struct __jmp_buf_tag *) = _setjmp;
    int a = next(n), b = next(a);
    if (f(env) != 0) return a * 10 + b;
    int d = next(b); d *= next(n);
    leave(next(d) | 1);
    return 0;
}
WAY(constant, through)
WAY(variable, pointer)

static int child(void) {
    pid_t (*fork)(void) = vfork;
    int a = next(2);
    int pid = fork();
    if (pid == 0) _exit(7);
    int status = 0;
    waitpid(pid, &status, 0);
    return a * 100 + (status >> 8 & 255);
}

int main(void) {
    printf("%d\n", wrapped(2));
    printf("%d\n", twice_wrapped(2));
    printf("%d\n", known(3));
    printf("%d\n", constant(3));
    printf("%d\n", variable(3));
    printf("%d\n", child());
    return 0;
}
