#include <stdio.h>
#include <string.h>
struct record { unsigned id; double value; };
int main(void) {
    FILE *f = tmpfile();
    for (int i = 0; i < 3; i++) fprintf(f, "line %d of %s\n", i + 1, "three");
    fputs("no newline at the end", f);
    printf("at %ld\n", ftell(f));
    rewind(f);
    char line[80];
    int n = 0;
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = 0;
        printf("%d: %s\n", ++n, line);
    }
    printf("end %d error %d\n", feof(f) != 0, ferror(f) != 0);
    fseek(f, 5, SEEK_SET);
    int c = fgetc(f);
    ungetc('#', f);
    printf("%c %c\n", c, fgetc(f));
    struct record r[] = {{1, 0.5}, {2, 1.5}, {3, 2.5}}, back[2];
    rewind(f);
    printf("wrote %zu\n", fwrite(r, sizeof *r, 3, f));
    fseek(f, sizeof *r, SEEK_SET);
    printf("read %zu\n", fread(back, sizeof *r, 2, f));
    printf("%u %g %u %g\n", back[0].id, back[0].value, back[1].id, back[1].value);
    fprintf(stdout, "to stdout by its variable\n");
    fputs("and by a function\n", stdout);
    fclose(f);
}
