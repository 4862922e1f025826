// cflags: -w
#include <setjmp.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
static jmp_buf env;
static int seed = 3;
static __attribute__((noinline)) int use_registers(int a, int b, int c, int d, int e, int f) {
    seed += 1;
    return a ^ (int)((unsigned)b + (unsigned)c * d - (unsigned)e * f + seed);
}
static __attribute__((noinline)) void leave(int value) { longjmp(env, value); }
static __attribute__((noinline)) int kept(int n) {
    int before = n * 17 + 1, more = n * 19 + 2;
    if (_setjmp(env) != 0) return before * 1000 + more;
    int a = use_registers(n, n + 1, n + 2, n + 3, n + 4, n + 5);
    leave(a | 1);
    return a;
}
static __attribute__((noinline)) int counted(void) {
    seed = 0;
    int code = _setjmp(env);
    seed += 1;
    if (code < 3) leave(code + 1);
    return code * 10 + seed;
}
static __attribute__((noinline)) int with_mask(int n) {
    int text[] = {n, n + 1, n + 2};
    int code = sigsetjmp(env, 1);
    if (code == 0) leave(9);
    return code + text[2];
}
static __attribute__((noinline)) int child(int n) {
    int kept = n * 3, status = 0;
    int pid = vfork();
    if (pid == 0) _exit(kept + 1);
    waitpid(pid, &status, 0);
    return (status >> 8) + kept;
}
int main(void) {
    printf("%d\n", kept(5));
    printf("%d\n", counted());
    printf("%d\n", with_mask(4));
    printf("%d\n", child(6));
}
