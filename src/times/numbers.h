// Numbers as news writes them: figures, words, fractions and amounts that are not said.
#ifndef SYNOPTIC_TIMES_NUMBERS_H_
#define SYNOPTIC_TIMES_NUMBERS_H_

#include <string>

#include "times/atoms.h"

namespace synoptic::times {

// An amount of units. `end` is 0 where there is none.
struct Amount {
  int end = 0;
  bool vague = false;  // "several"
  int whole = 0;
  int tenths = 0;  // "two and a half" is 2 and 5
  bool Single() const { return !vague && whole == 1 && tenths == 0; }
};

// "30", "2.5", "2 1/2", "twenty-four", "two hundred and ten", "a", "an", "several", "a few", "a
// couple of", "two or three" (the first counts).
Amount ReadAmount(const Atoms& atoms, int at);

// A cardinal in words or figures; `*end` is set only when one is found.
bool ReadCardinal(const Atoms& atoms, int at, int* end, int* value);

// "11th", "twenty-first", "third".
bool ReadOrdinal(const Atoms& atoms, int at, int* end, int* value);

// "1987", "nineteen eighty-six", "two thousand and five".
bool ReadYear(const Atoms& atoms, int at, int* end, int* year);

}  // namespace synoptic::times

#endif  // SYNOPTIC_TIMES_NUMBERS_H_
