#include <stdarg.h>
#include <stdio.h>

void set_handler(void (*handler)(int, const char *, va_list));
void message(int level, const char *format, ...);

static void on_message(int level, const char *format, va_list arguments) {
    char text[64] = {0};
    int length = vsnprintf(text, sizeof text, format, arguments);
    printf("%d: %s (%d)\n", level, text, length);
}

int main(void) {
    set_handler(on_message);
    message(1, "%s is %d and %.2f", "this", 42, 1.5);
    message(2, "%d %d %d %d %d %d %d %g %g %g %g %g %g %g %g %g", 1, 2, 3, 4, 5, 6, 7, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5);
    message(3, "nothing");
    return 0;
}
