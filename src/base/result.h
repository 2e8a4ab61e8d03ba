// Result<T>: a value or an Error, with the member names of C++23's std::expected so that it can
// become an alias of it. Errors are for files, requests and command lines; bad text is never one.
#ifndef SYNOPTIC_BASE_RESULT_H_
#define SYNOPTIC_BASE_RESULT_H_

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace synoptic {

enum class ErrorCode {
  kNotFound,     // the named thing does not exist
  kUnreadable,   // it exists and cannot be read: permission, folder, device
  kMalformed,    // it was read and is not what it should be
  kTooLarge,     // over a documented limit
  kUnsupported,  // a form we know and do not read, or a tool that is not installed
  kInvalid,      // the caller's words are off: an option, an argument, a request
  kConflict,     // something else holds it, or it is of a newer version
  kFull,         // no space left to write
  kInternal,     // a library failed in a way that has no better name
};

// One line for a person: what, where, why.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return assert(has_value()), std::get<0>(state_); }
  const T& value() const& { return assert(has_value()), std::get<0>(state_); }
  T&& value() && { return assert(has_value()), std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const { return assert(!has_value()), std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)), failed_(true) {}

  bool has_value() const { return !failed_; }
  explicit operator bool() const { return has_value(); }
  const Error& error() const { return assert(failed_), error_; }

 private:
  Error error_;
  bool failed_ = false;
};

}  // namespace synoptic

#endif  // SYNOPTIC_BASE_RESULT_H_
