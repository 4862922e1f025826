#include <stdio.h>
#include <stdlib.h>

int main(void) {
    puts("values");
    puts("never");
    exit(0);
}
