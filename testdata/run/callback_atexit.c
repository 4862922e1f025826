#include <stdio.h>
#include <stdlib.h>
static int step = 0;
static void first(void) { printf("first registered, step %d\n", ++step); }
static void second(void) { printf("second registered, step %d\n", ++step); }
int main(void) {
    printf("%d\n", atexit(first));
    printf("%d\n", atexit(second));
    puts("leaving");
    exit(3);
}
