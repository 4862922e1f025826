#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>
extern __thread int counter;
int bump(void);
static __thread int mine = 7;
static __thread const int fixed[3] = {1, 2, 3};
__thread long shared = 5;
static __thread struct { int a; short b[4]; } pair = {1, {2, 3, 4, 5}};
static const int *address(void) { return &fixed[1]; }
static void show(const char *who) {
    int m = mine, f = fixed[2], c = counter, b = bump();
    printf("%s: %d %d %d %d %ld %d %d\n", who, m, f, c, b, shared, pair.a, pair.b[3]);
}
static void *work(void *arg) {
    show("thread, first");
    mine += 1;
    counter = 10;
    shared = 99;
    pair.b[3] = -1;
    int *p = &pair.a;
    *p += 41;
    show("thread");
    printf("another address: %d\n", (const int *)arg != address());
    errno = 5;
    return arg;
}
int main(void) {
    close(-1);
    printf("EBADF: %d\n", errno);
    errno = 0;
    mine = 100;
    counter = 50;
    pthread_t thread;
    void *here = (void *)address(), *back = 0;
    pthread_create(&thread, 0, work, here);
    pthread_join(thread, &back);
    printf("back: %d, errno %d, here %d\n", back == here, errno, *address());
    show("main");
}
