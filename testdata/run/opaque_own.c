#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
typedef struct stack stack;
typedef struct cursor cursor;
stack *stack_new(size_t cap);
bool stack_push(stack *s, int v);
bool stack_pop(stack *s, int *out);
size_t stack_len(const stack *s);
void stack_free(stack *s);
cursor *stack_cursor(const stack *s);
bool cursor_next(cursor *c, int *out);
void cursor_free(cursor *c);
int live_objects(void);
int main(void) {
    stack *s = stack_new(5);
    int pushed = 0, top = 0, total = 0, v;
    for (int i = 0; i < 8; i++) pushed += stack_push(s, i * 11);
    printf("%d %zu\n", pushed, stack_len(s));
    printf("%d ", stack_pop(s, &top));
    printf("%d\n", top);
    cursor *c = stack_cursor(s);
    while (cursor_next(c, &v)) total += v;
    cursor_free(c);
    printf("%d %d\n", total, live_objects());
    printf("%d\n", 1);
    stack_free(s);
    printf("%d\n", live_objects());
}
