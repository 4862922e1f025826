#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
int main(int argc, char **argv) {
    int verbose = 0, count = 0, o;
    const char *output = "none";
    opterr = 0;
    while ((o = getopt(argc, argv, "vn:o:")) != -1) switch (o) {
        case 'v': verbose = 1; break;
        case 'n': count = atoi(optarg); break;
        case 'o': output = optarg; break;
        default: return 2;
    }
    printf("%d %d %s\n", verbose, count, output);
    for (int i = optind; i < argc; i++) printf("%d: %s\n", i, argv[i]);
    printf("%d\n", argv[argc] == NULL);
}
