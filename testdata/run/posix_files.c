#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
int main(void) {
    char dir[] = "/tmp/vex-test-XXXXXX", path[64], buf[16] = {0};
    mkdtemp(dir);
    snprintf(path, sizeof path, "%s/data", dir);
    umask(022);
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL, 0640);
    printf("%d\n", fd >= 0);
    printf("%zd\n", write(fd, "hello, file", 11));
    printf("%lld\n", (long long)lseek(fd, -4, SEEK_END));
    printf("%zd ", read(fd, buf, 15));
    printf("%s\n", buf);
    printf("%zd ", pread(fd, buf, 5, 0));
    printf("%s\n", buf);
    printf("%zd\n", pwrite(fd, "JELLO", 5, 0));
    printf("%zd\n", pread(fd, buf, 11, 0));
    printf("%s\n", buf);
    struct stat st;
    int r = fstat(fd, &st);
    printf("%d %lld %o %d\n", r, (long long)st.st_size, st.st_mode & 0777, S_ISREG(st.st_mode));
    r = ftruncate(fd, 3);
    printf("%d %lld\n", r, (long long)lseek(fd, 0, SEEK_END));
    r = stat(dir, &st);
    printf("%d %d\n", r, S_ISDIR(st.st_mode));
    r = fcntl(fd, F_SETFD, FD_CLOEXEC);
    printf("%d\n", r == 0 && fcntl(fd, F_GETFD) == FD_CLOEXEC);
    r = access(path, R_OK);
    printf("%d %d\n", r, close(fd));
    printf("%d ", close(fd));
    printf("%d\n", errno == EBADF);
    printf("%d ", open(path, O_CREAT | O_EXCL | O_WRONLY, 0600));
    printf("%d\n", errno == EEXIST);
    printf("%d ", open("/no/such/file", O_RDONLY));
    printf("%d %s\n", errno == ENOENT, strerror(errno));
    printf("%d ", rmdir(dir));
    printf("%d\n", errno == ENOTEMPTY);
    unlink(path);
    rmdir(dir);
}
