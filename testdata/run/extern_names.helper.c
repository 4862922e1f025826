int shared_counter = 1;
int the_c_name(int x) { return x * 2; }
int spaced_(void) __asm__("the.c.name");
int spaced_(void) { return 99; }
int only_here(int x) { return x - 1; }
int callback(int) __asm__("called.by.c");
int call_by_name(int x) { shared_counter *= 2; return callback(x); }
