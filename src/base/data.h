// The files of data/, which are part of the program: nothing is read from disk at run time.
#ifndef SYNOPTIC_BASE_DATA_H_
#define SYNOPTIC_BASE_DATA_H_

#include <string_view>
#include <vector>

namespace synoptic {

// The bytes of data/`path` ("en/months.tsv"), valid for the life of the program, 16-byte aligned;
// empty where there is no such file. Cost: a binary search. Thread-safe.
std::string_view DataFile(std::string_view path);

// Paths of all files below `folder` ("en"), sorted.
std::vector<std::string_view> DataFiles(std::string_view folder);

}  // namespace synoptic

#endif  // SYNOPTIC_BASE_DATA_H_
