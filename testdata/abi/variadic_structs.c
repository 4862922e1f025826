// What variadic_structs.vx does, in C.
#include <stdio.h>

typedef struct { long f0; long f1; } LL;
typedef struct { double f0; double f1; } DD;
typedef struct { long f0; double f1; } LD;
typedef struct { float f0; float f1; } FF;
typedef struct { float f0; float f1; float f2; } FFF;
typedef struct { unsigned char f0; unsigned char f1; unsigned char f2; } C3;
typedef struct { long f0; long f1; long f2; } Big;
typedef struct { double f0; } Dbl;

int variadic_1(int a0, ...);
int variadic_2(int a0, ...);
int variadic_3(const char *a0, ...);
int variadic_4(int a0, ...);
int variadic_5(int a0, ...);
int variadic_6(long a0, long a1, long a2, long a3, long a4, ...);
int variadic_7(double a0, double a1, double a2, double a3, double a4, double a5, ...);
int variadic_8(int a0, ...);
int variadic_9(LD a0, ...);
int variadic_10(Big a0, C3 a1, ...);
int variadic_11(int a0, ...);
int variadic_12(float a0, signed char a1, ...);
int variadic_13(LL a0, ...);
int variadic_14(double a0, ...);
int variadic_15(LL a0, ...);
int variadic_16(double a0, ...);
int variadic_17(int a0, ...);
int variadic_18(const char *a0, ...);
int variadic_19(const char *a0, ...);
int variadic_20(int a0, ...);
int variadic_21(int a0, ...);
int variadic_22(double a0, ...);

static void test_variadic_1(void) {
    LL e0 = {-1311765406711054670L, 1440530349523806573L};
    printf("%d\n", variadic_1(306671828, e0));
}

static void test_variadic_2(void) {
    DD e0 = {-578.0, -52.75};
    LD e1 = {-160552634309815718L, 686.625};
    FF e2 = {-431.75f, 338.25f};
    printf("%d\n", variadic_2(-2083778776, e0, e1, e2));
}

static void test_variadic_3(void) {
    signed char e0 = -108;
    unsigned char e1 = 127;
    short e2 = 29649;
    unsigned short e3 = 47337;
    _Bool e4 = 1;
    float e5 = 761.5f;
    int e6 = -1551817754;
    unsigned e7 = 2590683945U;
    long e8 = -1452422959931003382L;
    unsigned long e9 = 8427047361425406446UL;
    double e10 = 404.625;
    printf("%d\n", variadic_3("caihf", e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10));
}

static void test_variadic_4(void) {
    Big e0 = {-2534814799616884044L, -794530419037250805L, 6641734320275915985L};
    int e1 = 2071949150;
    Big e2 = {8658683339966252739L, 2090510874347094455L, -8406907539776607038L};
    printf("%d\n", variadic_4(-845657088, e0, e1, e2));
}

static void test_variadic_5(void) {
    C3 e0 = {2, 120, 68};
    FFF e1 = {-600.75f, 927.125f, 862.75f};
    Dbl e2 = {-379.75};
    const char *e3 = "ifdfi";
    printf("%d\n", variadic_5(356188337, e0, e1, e2, e3));
}

static void test_variadic_6(void) {
    LL e0 = {-5085786383506159152L, -1607260874932503111L};
    long e1 = -8542228310455348168L;
    LL e2 = {-62654424431948534L, 5865748549540059553L};
    printf("%d\n", variadic_6(-1180020517221169300L, -8024441088207997217L, 1559602644885539943L, 6346932474754286957L, -6337952270113725882L, e0, e1, e2));
}

static void test_variadic_7(void) {
    DD e0 = {-834.25, -693.5};
    double e1 = -212.75;
    DD e2 = {161.625, 936.5};
    double e3 = -233.75;
    printf("%d\n", variadic_7(242.375, 347.25, -852.5, 92.5, 892.875, 751.25, e0, e1, e2, e3));
}

static void test_variadic_8(void) {
    float e0 = 231.375f;
    float e1 = -693.5f;
    float e2 = -768.75f;
    float e3 = 973.75f;
    float e4 = 588.25f;
    float e5 = 583.375f;
    float e6 = -802.25f;
    float e7 = -95.75f;
    float e8 = -659.375f;
    float e9 = 653.625f;
    signed char e10 = -79;
    signed char e11 = 115;
    signed char e12 = -38;
    signed char e13 = -17;
    signed char e14 = 121;
    signed char e15 = -21;
    signed char e16 = -13;
    signed char e17 = -65;
    signed char e18 = 47;
    signed char e19 = -57;
    printf("%d\n", variadic_8(1773660770, e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15, e16, e17, e18, e19));
}

static void test_variadic_9(void) {
    LD e0 = {6730895729980576962L, -755.375};
    LD e1 = {-816547670656294202L, -380.375};
    LD e2 = {2959257885268860212L, 328.5};
    LD e3 = {5922431889991933504L, -643.125};
    LD e4 = {-5975095186742903661L, -16.75};
    printf("%d\n", variadic_9((LD){2162931812756441121L, 68.75}, e0, e1, e2, e3, e4));
}

static void test_variadic_10(void) {
    C3 e0 = {124, 40, 134};
    Big e1 = {-1756268252042638580L, -6304506002222508259L, 7759070112249643392L};
    FF e2 = {780.75f, 15.25f};
    int (*f)(Big, C3, ...) = variadic_10;
    printf("%d\n", f((Big){-2811813947481951129L, -1204377788384280723L, -9130980202661140666L}, (C3){22, 169, 163}, e0, e1, e2));
}

static void test_variadic_11(void) {
    long e0 = -4770176037298706441L;
    long e1 = 467695854065518051L;
    long e2 = 7573012367794339270L;
    long e3 = 370958353746994672L;
    long e4 = 1883502358626521333L;
    long e5 = -8065402998635355410L;
    long e6 = -195791593916908844L;
    long e7 = -711283191622758349L;
    int (*f)(int, ...) = variadic_11;
    printf("%d\n", f(744546391, e0, e1, e2, e3, e4, e5, e6, e7));
}

static void test_variadic_12(void) {
    float e0 = -722.0f;
    signed char e1 = -20;
    _Bool e2 = 1;
    printf("%d\n", variadic_12(839.0f, -25, e0, e1, e2));
}

static void test_variadic_13(void) {
    FF e0 = {437.125f, -660.5f};
    FF e1 = {144.25f, -96.125f};
    FF e2 = {-798.0f, 983.75f};
    const char *e3 = "gaahi";
    DD e4 = {-867.125, -896.5};
    FFF e5 = {-284.0f, -810.125f, -688.75f};
    printf("%d\n", variadic_13((LL){713281141790419927L, -186390382000983953L}, e0, e1, e2, e3, e4, e5));
}

static void test_variadic_14(void) {
    signed char e0 = 28;
    unsigned long e1 = 8947691958007871007UL;
    unsigned long e2 = 15901767603935867649UL;
    printf("%d\n", variadic_14(-777.375, e0, e1, e2));
}

static void test_variadic_15(void) {
    const char *e0 = "fehgf";
    printf("%d\n", variadic_15((LL){20516069962434536L, -976063925739954451L}, e0));
}

static void test_variadic_16(void) {
    signed char e0 = 6;
    const char *e1 = "icdfj";
    Big e2 = {3449909128916114297L, 2630509754145926010L, 1633063766597329903L};
    LD e3 = {6076785299269621170L, 287.0};
    printf("%d\n", variadic_16(330.125, e0, e1, e2, e3));
}

static void test_variadic_17(void) {
    signed char e0 = -121;
    double e1 = 653.875;
    int (*f)(int, ...) = variadic_17;
    printf("%d\n", f(-90439324, e0, e1));
}

static void test_variadic_18(void) {
    FF e0 = {820.0f, -817.75f};
    FF e1 = {-905.375f, 223.125f};
    DD e2 = {870.0, 127.625};
    DD e3 = {570.375, 970.875};
    printf("%d\n", variadic_18("begde", e0, e1, e2, e3));
}

static void test_variadic_19(void) {
    DD e0 = {-260.75, 218.75};
    DD e1 = {-179.5, 883.25};
    const char *e2 = "dfcbj";
    double e3 = -601.375;
    float e4 = -126.125f;
    float e5 = -574.625f;
    FF e6 = {-803.5f, 401.5f};
    float e7 = -368.25f;
    C3 e8 = {237, 216, 229};
    printf("%d\n", variadic_19("bechc", e0, e1, e2, e3, e4, e5, e6, e7, e8));
}

static void test_variadic_20(void) {
    const char *e0 = "idejf";
    DD e1 = {-762.625, 284.625};
    double e2 = 603.0;
    double e3 = 284.25;
    signed char e4 = -126;
    DD e5 = {-570.875, -132.0};
    FFF e6 = {248.75f, -163.5f, 791.75f};
    Dbl e7 = {-218.0};
    printf("%d\n", variadic_20(704689558, e0, e1, e2, e3, e4, e5, e6, e7));
}

static void test_variadic_21(void) {
    signed char e0 = 80;
    LL e1 = {-5538805713499145604L, 5022604416318363137L};
    const char *e2 = "gbafe";
    const char *e3 = "fhgde";
    double e4 = -44.25;
    Big e5 = {-3800002870843012149L, -11231315828772691L, 7526941458414007784L};
    printf("%d\n", variadic_21(1594882183, e0, e1, e2, e3, e4, e5));
}

static void test_variadic_22(void) {
    int e0 = -409914856;
    Dbl e1 = {-95.625};
    Big e2 = {-2923331695858535508L, 4179043407170548638L, -321037388162960288L};
    float e3 = 855.375f;
    int (*f)(double, ...) = variadic_22;
    printf("%d\n", f(-460.125, e0, e1, e2, e3));
}

int main(void) {
    test_variadic_1();
    test_variadic_2();
    test_variadic_3();
    test_variadic_4();
    test_variadic_5();
    test_variadic_6();
    test_variadic_7();
    test_variadic_8();
    test_variadic_9();
    test_variadic_10();
    test_variadic_11();
    test_variadic_12();
    test_variadic_13();
    test_variadic_14();
    test_variadic_15();
    test_variadic_16();
    test_variadic_17();
    test_variadic_18();
    test_variadic_19();
    test_variadic_20();
    test_variadic_21();
    test_variadic_22();
    return 0;
}
