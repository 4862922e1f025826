__thread int counter = 1;
extern __thread long shared;
int bump(void) { return (counter += 1000) + (int)shared; }
