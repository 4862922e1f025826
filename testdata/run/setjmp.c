// cflags: -w
#include <setjmp.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
static jmp_buf env;
static int seed = 3;
static __attribute__((noinline)) int use_registers(int a, int b, int c, int d, int e, int f) {
    seed += 1;
    return (int)((unsigned)a ^ ((unsigned)b + (unsigned)c * d - (unsigned)e * f + seed));
}
static __attribute__((noinline)) void leave(int value) { longjmp(env, value); }
static __attribute__((noinline)) int kept(int n) {
    int v0 = use_registers(n, 0, n, 1, n, 2);
    int v1 = use_registers(n, 1, n, 2, n, 3);
    int v2 = use_registers(n, 2, n, 3, n, 4);
    int v3 = use_registers(n, 3, n, 4, n, 5);
    int v4 = use_registers(n, 4, n, 5, n, 6);
    int v5 = use_registers(n, 5, n, 6, n, 7);
    int v6 = use_registers(n, 6, n, 7, n, 8);
    int v7 = use_registers(n, 7, n, 8, n, 9);
    int v8 = use_registers(n, 8, n, 9, n, 10);
    int v9 = use_registers(n, 9, n, 10, n, 11);
    int v10 = use_registers(n, 10, n, 11, n, 12);
    int v11 = use_registers(n, 11, n, 12, n, 13);
    int v12 = use_registers(n, 12, n, 13, n, 14);
    int v13 = use_registers(n, 13, n, 14, n, 15);
    if (_setjmp(env) != 0) {
        unsigned total = 0;
        total = total * 3 ^ v0;
        total = total * 3 ^ v1;
        total = total * 3 ^ v2;
        total = total * 3 ^ v3;
        total = total * 3 ^ v4;
        total = total * 3 ^ v5;
        total = total * 3 ^ v6;
        total = total * 3 ^ v7;
        total = total * 3 ^ v8;
        total = total * 3 ^ v9;
        total = total * 3 ^ v10;
        total = total * 3 ^ v11;
        total = total * 3 ^ v12;
        total = total * 3 ^ v13;
        return total;
    }
    int w0 = use_registers(n + 0, n, 0, n, 2, n);
    int w1 = use_registers(n + 1, n, 1, n, 2, n);
    int w2 = use_registers(n + 2, n, 2, n, 2, n);
    int w3 = use_registers(n + 3, n, 3, n, 2, n);
    int w4 = use_registers(n + 4, n, 4, n, 2, n);
    int w5 = use_registers(n + 5, n, 5, n, 2, n);
    int w6 = use_registers(n + 6, n, 6, n, 2, n);
    int w7 = use_registers(n + 7, n, 7, n, 2, n);
    int w8 = use_registers(n + 8, n, 8, n, 2, n);
    int w9 = use_registers(n + 9, n, 9, n, 2, n);
    int w10 = use_registers(n + 10, n, 10, n, 2, n);
    int w11 = use_registers(n + 11, n, 11, n, 2, n);
    int w12 = use_registers(n + 12, n, 12, n, 2, n);
    int w13 = use_registers(n + 13, n, 13, n, 2, n);
    unsigned total = 1;
    total = total * 5 ^ w0 ^ use_registers(w13, 1, 2, 3, 4, 5);
    total = total * 5 ^ w1 ^ use_registers(w12, 1, 2, 3, 4, 5);
    total = total * 5 ^ w2 ^ use_registers(w11, 1, 2, 3, 4, 5);
    total = total * 5 ^ w3 ^ use_registers(w10, 1, 2, 3, 4, 5);
    total = total * 5 ^ w4 ^ use_registers(w9, 1, 2, 3, 4, 5);
    total = total * 5 ^ w5 ^ use_registers(w8, 1, 2, 3, 4, 5);
    total = total * 5 ^ w6 ^ use_registers(w7, 1, 2, 3, 4, 5);
    total = total * 5 ^ w7 ^ use_registers(w6, 1, 2, 3, 4, 5);
    total = total * 5 ^ w8 ^ use_registers(w5, 1, 2, 3, 4, 5);
    total = total * 5 ^ w9 ^ use_registers(w4, 1, 2, 3, 4, 5);
    total = total * 5 ^ w10 ^ use_registers(w3, 1, 2, 3, 4, 5);
    total = total * 5 ^ w11 ^ use_registers(w2, 1, 2, 3, 4, 5);
    total = total * 5 ^ w12 ^ use_registers(w1, 1, 2, 3, 4, 5);
    total = total * 5 ^ w13 ^ use_registers(w0, 1, 2, 3, 4, 5);
    leave(total | 1);
    return 0;
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
