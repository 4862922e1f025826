#include <stdio.h>

static int sign(int i) {
    return i < 0 ? -1 : i > 0;
}

int main(void) {
    printf("%d %d %d\n", sign(-7), sign(0), sign(9));
    return 0;
}
