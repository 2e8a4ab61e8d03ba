// Runs a fuzz target without libFuzzer, so that saved findings replay under any compiler and in
// every test run: once over each file of the folders named, and over cuts and splices of each.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

// The input in a heap block of exactly its size, so that a read past its end is seen.
void Run(const std::string& input) {
  const std::vector<uint8_t> exact(input.begin(), input.end());
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

std::string Read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> paths;
  for (int i = 1; i < argc; ++i) {
    std::error_code none;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i], none)) {
      if (entry.is_regular_file() && entry.file_size() < 1 << 20) paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  size_t runs = 0;
  std::string before;
  Run("");
  for (const auto& path : paths) {
    const std::string input = Read(path);
    Run(input);
    for (const size_t part : {1, 3, 7}) Run(input.substr(0, input.size() * part / 8)), ++runs;
    Run(input.substr(input.size() / 3));
    Run(before.substr(before.size() / 2) + input.substr(0, input.size() / 2));
    before = input;
    runs += 3;
  }
  std::printf("%zu inputs from %zu files\n", runs + 1, paths.size());
  return 0;
}
