#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char buf[64] = {0};
    puts("a C string");
    puts("a literal has a NUL behind it");
    printf("tab\there \"quoted\" \\ %s\n", "\x41\u00e9\U0001F600");
    printf("%zu %zu %zu\n", strlen(""), strlen("four"), strlen("a\0b"));
    puts("raw \\n stays");
    puts("raw \"with\" quotes");
    strcpy(buf, "hello");
    strcat(buf, ", ");
    strncat(buf, "world and more", 5);
    printf("%s %zu\n", buf, strlen(buf));
    printf("%d %d\n", strcmp(buf, "hello, world") == 0, strcmp("a", "b") < 0);
    printf("%d %d\n", strncmp("prefix-1", "prefix-2", 7), strcasecmp("HeLLo", "hello"));
    printf("%s %s %d\n", strchr(buf, 'w'), strstr(buf, "lo"), strrchr(buf, 'z') == NULL);
    printf("%zu %zu\n", strspn("aabbcc", "ab"), strcspn("key=value", "="));
    strcpy(buf, "one,two;;three");
    char *save = NULL;
    for (char *t = strtok_r(buf, ",;", &save); t; t = strtok_r(NULL, ",;", &save)) printf("[%s]", t);
    puts("");
    char *copy = strdup("on the heap");
    copy[0] = 'O';
    copy[3] = 'T';
    puts(copy);
    free(copy);
    memset(buf, '-', 20);
    memcpy(buf + 5, "middle", 6);
    memmove(buf + 3, buf + 5, 6);
    buf[20] = 0;
    puts(buf);
    printf("%d %d\n", memcmp("abc", "abd", 2), memcmp("abc", "abd", 3) < 0);
    puts(strerror(ENOENT));
    for (int i = 0; i < 5; i++) putchar(toupper("shout"[i]));
    putchar(10);
}
