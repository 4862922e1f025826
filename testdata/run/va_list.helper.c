#include <stdarg.h>

typedef void (*handler)(int level, const char *format, va_list arguments);
static handler current;

void set_handler(handler it) { current = it; }

void message(int level, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    current(level, format, arguments);
    va_end(arguments);
}
