#include <stdio.h>
extern int counter;
extern double ratio;
extern const char *const version;
extern const int limits[3];
struct config { int level; const char *name; double weights[3]; };
extern struct config config;
extern int (*handler)(int);
extern unsigned long long c_private_name;
int tick(void);
void show_config(void);
int run_handler(int x);
static int cube(int x) { return x * x * x; }
int main(void) {
    int before = counter, ticked = tick();
    printf("%d %d %d\n", before, ticked, counter);
    counter = 105;
    printf("%d\n", tick());
    ratio *= 3;
    printf("%g %s %llu\n", ratio, version, c_private_name);
    c_private_name = c_private_name << 32 | 1;
    printf("%llx\n", c_private_name);
    printf("%d %d %d %d\n", limits[0], limits[1], limits[2], 3);
    show_config();
    config.level = 7;
    config.name = "from Vex";
    for (int i = 0; i < 3; i++) config.weights[i] *= 10;
    show_config();
    config.level--;
    config.weights[1] = -0.5;
    show_config();
    int r = run_handler(5);
    printf("%d %d\n", r, handler(6));
    handler = cube;
    printf("%d\n", run_handler(5));
    counter *= 2;
    before = counter;
    printf("%d %d\n", before, tick());
}
