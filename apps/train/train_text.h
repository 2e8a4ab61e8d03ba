#ifndef SYNOPTIC_TRAIN_TRAIN_TEXT_H_
#define SYNOPTIC_TRAIN_TRAIN_TEXT_H_

#include <string>
#include <vector>

namespace synoptic {

// Each returns the bytes of a weights file, and prints scores on `test` where it is not empty.
std::string TrainTagger(const std::vector<std::string>& train,
                        const std::vector<std::string>& test);
std::string TrainLemmas(const std::vector<std::string>& train,
                        const std::vector<std::string>& test);

}  // namespace synoptic

#endif  // SYNOPTIC_TRAIN_TRAIN_TEXT_H_
