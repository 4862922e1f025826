#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#define PAGE 4096
struct shared { int count; char text[60]; };
int main(void) {
    int prot = PROT_READ | PROT_WRITE;
    unsigned char *b = mmap(NULL, 2 * PAGE, prot, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    printf("%d %d\n", b[0], b[2 * PAGE - 1]);
    b[PAGE] = 42;
    printf("%d\n", mprotect(b, PAGE, PROT_READ));
    printf("%d %d\n", b[PAGE], b[0]);
    printf("%d\n", munmap(b, 2 * PAGE));
    struct shared *s = mmap(NULL, PAGE, prot, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    s->count = 1;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) { s->count += 10; strcpy(s->text, "from the child"); _exit(7); }
    int status;
    printf("%d\n", waitpid(child, &status, 0) == child);
    printf("%d %d\n", WIFEXITED(status), WEXITSTATUS(status));
    printf("%d %s\n", s->count, s->text);
    FILE *f = tmpfile();
    fprintf(f, "0123456789");
    fflush(f);
    char *v = mmap(NULL, PAGE, prot, MAP_SHARED, fileno(f), 0), text[16];
    v[4] = '*';
    printf("%d\n", msync(v, PAGE, MS_SYNC));
    rewind(f);
    fgets(text, 16, f);
    printf("%s\n", text);
    void *bad = mmap(NULL, 0, prot, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    printf("%d %d\n", bad == MAP_FAILED, errno == EINVAL);
}
