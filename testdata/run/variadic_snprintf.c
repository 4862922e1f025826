#include <stdio.h>
#include <string.h>
int main(void) {
    char buf[32] = {0};
    int n = snprintf(buf, sizeof buf, "%s-%03d-%g", "item", 7, 2.5);
    puts(buf);
    printf("%d %zu\n", n, strlen(buf));
    int wanted = snprintf(buf, 8, "%d", 1234567890);
    puts(buf);
    printf("%d\n", wanted);
    int a = 0;
    double b = 0;
    char c = 0, word[16] = {0};
    int got = sscanf("42 3.5 x hello", "%d %lf %c %15s", &a, &b, &c, word);
    printf("%d: %d %g %c %s\n", got, a, b, c, word);
    int bad = sscanf("none", "%d", &a);
    printf("%d %d\n", bad, a);
    size_t at = 0;
    for (int i = 0; i < 5; i++) at += (size_t)sprintf(buf + at, "%d,", i * i);
    buf[at - 1] = 0;
    puts(buf);
}
