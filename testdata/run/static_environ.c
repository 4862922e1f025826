#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static int count_with(const char *p) { int n = 0; for (char **e = environ; *e; e++) n += !strncmp(*e, p, strlen(p)); return n; }
int main(void) {
    printf("%s\n", getenv("VEX_TEST_VALUE"));
    printf("%d\n", getenv("VEX_TEST_NOT_SET") == NULL);
    printf("%d\n", count_with("VEX_TEST_"));
    setenv("VEX_TEST_OTHER", "second", 1);
    setenv("VEX_TEST_VALUE", "ignored", 0);
    printf("%d %s %s\n", count_with("VEX_TEST_"), getenv("VEX_TEST_OTHER"), getenv("VEX_TEST_VALUE"));
    unsetenv("VEX_TEST_VALUE");
    printf("%d %d\n", count_with("VEX_TEST_"), getenv("VEX_TEST_VALUE") == NULL);
}
