#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
typedef struct { int8_t a; int32_t b; int8_t c; } A;
typedef struct { int8_t a; int16_t b; int8_t c; int64_t d; int8_t e; } B;
typedef struct { A a; B b; int8_t c; } C;
typedef struct { int8_t a[3]; int32_t b[2]; void *c; bool d; } D;
typedef struct { float a; double b; float c; } E;
typedef struct { int8_t a; __int128 b; } F;
typedef struct { int (*f)(int); void (*g)(void); uint16_t h; } G;
typedef struct __attribute__((packed)) { int8_t a; int64_t b; int16_t c; } H;
#pragma pack(push, 2)
typedef struct { int8_t a; int64_t b; int8_t c; } I;
#pragma pack(pop)
typedef struct __attribute__((aligned(64))) { int8_t a; } J;
typedef struct { int8_t a; J b; int8_t c; } K;
typedef union { int8_t a; int16_t b[5]; int32_t c; } L;
typedef struct { int8_t a; L l; uint8_t b; } M;
typedef struct __attribute__((packed)) { uint8_t a; A b; uint16_t c; } N;
typedef struct { A a[3]; size_t b; ptrdiff_t c; } O;
typedef struct __attribute__((aligned(8))) { int32_t a, b, c; } P;
typedef struct { uint8_t a; int64_t b; uint8_t c; uint32_t d; } Q;
typedef struct R { struct Opaque *a; struct R **b; int8_t c; } R;
#define S(T) printf(#T ": size %zu align %zu\n", sizeof(T), _Alignof(T));
int main(void) {
    S(A) S(B) S(C) S(D) S(E) S(F) S(G) S(H) S(I) S(J) S(K) S(L) S(M) S(N) S(O) S(P) S(Q) S(R)
    printf("A %zu %zu %zu\n", offsetof(A, a), offsetof(A, b), offsetof(A, c));
    printf("B %zu %zu %zu %zu\n", offsetof(B, b), offsetof(B, c), offsetof(B, d), offsetof(B, e));
    printf("C %zu %zu\n", offsetof(C, b), offsetof(C, c));
    printf("D %zu %zu %zu\n", offsetof(D, b), offsetof(D, c), offsetof(D, d));
    printf("F %zu G %zu %zu\n", offsetof(F, b), offsetof(G, g), offsetof(G, h));
    printf("H %zu %zu I %zu %zu\n", offsetof(H, b), offsetof(H, c), offsetof(I, b), offsetof(I, c));
    printf("K %zu %zu M %zu %zu\n", offsetof(K, b), offsetof(K, c), offsetof(M, l), offsetof(M, b));
    printf("N %zu %zu O %zu %zu\n", offsetof(N, b), offsetof(N, c), offsetof(O, b), offsetof(O, c));
    printf("Q %zu %zu %zu\n", offsetof(Q, b), offsetof(Q, c), offsetof(Q, d));
    printf("%zu %zu %zu %zu\n", sizeof(A[7]), sizeof(A *), sizeof(uint32_t), sizeof(int16_t[5][3]));
}
