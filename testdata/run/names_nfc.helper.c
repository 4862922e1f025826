// The symbol is in Normalization Form C, whatever the source has.
int vex_side(int);

int café_in_c(int x) {
    return vex_side(x) + 1;
}
