#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/select.h>
#include <sys/uio.h>
#include <unistd.h>

int main(void) {
    int fds[2];
    pipe(fds);
    char hello[] = "Hello, ", world[] = "world";
    struct iovec parts[] = {{hello, 7}, {world, 5}};
    for (int round = 0; round < 2; round++) {
        fd_set set;
        FD_ZERO(&set);
        FD_SET(fds[0], &set);
        FD_SET(fds[1], &set);
        FD_CLR(fds[1], &set);
        struct timeval soon = {0, 1000};
        int ready = select(fds[1] + 1, &set, NULL, NULL, &soon);
        printf("%d: %d ready, %d %d\n", round, ready, !!FD_ISSET(fds[0], &set), !!FD_ISSET(fds[1], &set));
        if (round == 0) printf("%zd written\n", writev(fds[1], parts, 2));
    }
    char text[32] = {0};
    printf("%zd read: ", read(fds[0], text, 31));
    printf("%s\n", text);
    char *rest = text;
    printf("%s|", strsep(&rest, ","));
    printf("%s|%s\n", rest, strcasestr(rest, "WORLD"));
    int here = openat(AT_FDCWD, ".", O_RDONLY);
    printf("%d %d %d\n", here > 0, flock(here, LOCK_SH), faccessat(here, "README.md", R_OK, 0));
    printf("%d\n", ffs(40));
    fflush(stdout);
    execlp("echo", "echo", "and", "off", (char *)NULL);
    return 1;
}
