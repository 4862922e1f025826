#include <ctype.h>
#include <stdio.h>
int main(void) {
    int (*t[])(int) = {isalnum, isalpha, isblank, iscntrl, isdigit, isgraph, islower, isprint, ispunct, isspace, isupper, isxdigit};
    for (int i = 0; i < 12; i++) {
        int n = 0;
        unsigned h = 7;
        for (int c = 0; c < 256; c++) if (t[i](c)) { n++; h = h * 31 + (unsigned)c; }
        printf("%d %08x\n", n, h);
    }
    for (int c = 'a'; c <= 'e'; c++) printf("%c%c ", toupper(c), tolower(c - 32));
    printf("\n");
}
