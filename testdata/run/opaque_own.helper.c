#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
typedef struct { size_t len, cap; int items[]; } stack;
typedef struct { const stack *s; size_t at; } cursor;
static int live;
stack *stack_new(size_t cap) { stack *s = malloc(sizeof *s + cap * sizeof(int)); s->len = 0; s->cap = cap; live++; return s; }
bool stack_push(stack *s, int v) { if (s->len == s->cap) return false; s->items[s->len++] = v; return true; }
bool stack_pop(stack *s, int *out) { if (!s->len) return false; *out = s->items[--s->len]; return true; }
size_t stack_len(const stack *s) { return s->len; }
void stack_free(stack *s) { live--; free(s); }
cursor *stack_cursor(const stack *s) { cursor *c = malloc(sizeof *c); c->s = s; c->at = 0; live++; return c; }
bool cursor_next(cursor *c, int *out) { if (c->at == c->s->len) return false; *out = c->s->items[c->at++]; return true; }
void cursor_free(cursor *c) { live--; free(c); }
int live_objects(void) { return live; }
void *erase(stack *s) { return s; }
const stack *restore(const void *p) { return p; }
