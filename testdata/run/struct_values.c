#include <stdbool.h>
#include <stdio.h>
typedef struct { int w, h; } Size;
typedef struct { const char *title; Size size; float scale; bool flags[3], visible; } Window;
static void show(const Window *w) {
    printf("%s %dx%d %g %d%d%d %d\n", w->title, w->size.w, w->size.h, w->scale, w->flags[0], w->flags[1], w->flags[2], w->visible);
}
int main(void) {
    Window d = {"untitled", {640, 480}, 1, {0}, true};
    show(&d);
    Window a = d;
    a.title = "editor";
    a.scale = 1.5f;
    show(&a);
    Window b = a;
    a.size.w = 800;
    a.flags[1] = true;
    a.visible = !a.visible;
    show(&a);
    show(&b);
    a.size = (Size){a.size.h, a.size.w};
    a.title = "moved";
    show(&a);
    printf("%d %d\n", 97, 200);
    printf("%d %g\n", 42, 0.5);
    printf("%d %d %d %d\n", 2, 1, 42, 4);
    printf("%d %g %d\n", 10, 2.5, 0);
}
