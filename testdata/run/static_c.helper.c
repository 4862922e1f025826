#include <stdio.h>
int counter = 10;
double ratio = 0.5;
const char *const version = "1.2.3";
const int limits[3] = {-1, 0, 99};
struct config { int level; const char *name; double weights[3]; };
struct config config = {3, "from C", {1, 2, 3}};
static int square(int x) { return x * x; }
int (*handler)(int) = square;
unsigned long long c_private_name = 77;
int tick(void) { return ++counter; }
void show_config(void) { printf("%d %s %g %g %g\n", config.level, config.name, config.weights[0], config.weights[1], config.weights[2]); }
int run_handler(int x) { return handler(x); }
