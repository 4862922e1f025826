#define _GNU_SOURCE
#include <locale.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <termios.h>

int main(void) {
    printf("%zu %zu %zu %zu\n", sizeof(struct rlimit), sizeof(struct rusage), sizeof(struct termios), sizeof(struct utsname));
    printf("%zu %zu %zu %zu\n", offsetof(struct rusage, ru_nivcsw), offsetof(struct termios, c_lflag),
           offsetof(struct termios, c_cc), offsetof(struct termios, c_ospeed));
    printf("%d %d %d\n", LC_ALL, LC_CTYPE, LC_NUMERIC);
    printf("%d %d %d %d %d\n", RLIMIT_CPU, RLIMIT_STACK, RLIMIT_CORE, RLIMIT_NOFILE, RLIMIT_AS);
    printf("%x %x %x %x %x %x %x\n", ECHO, ICANON, ISIG, IEXTEN, IXON, ICRNL, OPOST);
    printf("%d %d %d\n", VMIN, VTIME, TCSAFLUSH);
    puts(setlocale(LC_ALL, "C"));
    struct utsname system;
    printf("%d %s\n", uname(&system), system.sysname);
    printf("0 1\n0 1\n0\n");
    struct termios settings = {0};
    settings.c_lflag = ECHO | ICANON | ISIG;
    cfmakeraw(&settings);
    printf("%x %d\n", settings.c_lflag, settings.c_cc[VMIN]);
    return 0;
}
