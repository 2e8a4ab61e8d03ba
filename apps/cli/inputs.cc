#include "inputs.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>

namespace synoptic {

namespace fs = std::filesystem;

Inputs::Inputs(std::vector<std::string> paths, ReadOptions options, Session& session)
    : paths_(std::move(paths)), options_(std::move(options)), session_(session) {}

std::optional<Document> Inputs::Next() {
  while (reader_ || OpenNext()) {
    std::optional<Result<Document>> report = reader_->Next();
    if (!report) {
      reader_.reset();
    } else if (*report) {
      Document document = std::move(**report);
      for (const std::string& warning : document.warnings) {
        session_.Warn((document.path.empty() ? document.id : document.path) + ": " + warning);
      }
      SeenReports::Verdict verdict = reports_.Judge(document);
      document.duplicate_of = std::move(verdict.duplicate_of);
      document.revision_of = std::move(verdict.revision_of);
      return document;
    } else {
      session_.Refuse(report->error().message);
    }
  }
  return std::nullopt;
}

bool Inputs::OpenNext() {
  while (next_ < paths_.size()) {
    if (Open(paths_[next_++])) return true;
  }
  return false;
}

bool Inputs::Open(const std::string& path) {
  std::error_code error;
  const fs::path canonical = path == "-" ? fs::path("-") : fs::weakly_canonical(path, error);
  if (!seen_.insert(error ? path : canonical.string()).second) {
    session_.Refuse(path + ": given twice, read once");
    return false;
  }
  if (path == "-") {
    std::cin.ignore(static_cast<std::streamsize>(options_.offset));
    reader_.emplace(path, std::cin, options_);
    return true;
  }
  if (fs::is_directory(path, error)) {
    session_.Refuse(path + ": a folder; name the files in it");
    return false;
  }
  errno = 0;
  file_ = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*file_) {
    session_.Refuse(path + ": " + (errno ? std::strerror(errno) : "cannot be opened"));
    return false;
  }
  if (options_.offset > 0) file_->seekg(static_cast<std::streamoff>(options_.offset));
  reader_.emplace(path, *file_, options_);
  return true;
}

std::vector<Document> ReadAll(Inputs& inputs) {
  std::vector<Document> reports;
  while (auto report = inputs.Next()) reports.push_back(std::move(*report));
  return reports;
}

}  // namespace synoptic
