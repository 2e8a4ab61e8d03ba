#include "base/data.h"

#include <algorithm>
#include <span>

#include "base/data_table.h"

namespace synoptic {
namespace {

std::span<const DataEntry> Table() { return {kDataTable, kDataCount}; }

}  // namespace

std::string_view DataFile(std::string_view path) {
  const auto table = Table();
  const auto found = std::lower_bound(table.begin(), table.end(), path,
                                      [](const DataEntry& entry, std::string_view wanted) {
                                        return std::string_view(entry.path) < wanted;
                                      });
  if (found == table.end() || found->path != path) return {};
  return {found->begin, static_cast<size_t>(found->end - found->begin)};
}

std::vector<std::string_view> DataFiles(std::string_view folder) {
  std::vector<std::string_view> paths;
  for (const DataEntry& entry : Table()) {
    const std::string_view path = entry.path;
    if (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'))
      paths.push_back(path);
  }
  return paths;
}

}  // namespace synoptic
