#include "server/problem.h"

#include <cstdio>

#include "base/utf8.h"
#include "doc/json_writer.h"

namespace synoptic {
namespace {

int StatusOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kNotFound:
      return 404;
    case ErrorCode::kMalformed:
    case ErrorCode::kInvalid:
      return 400;
    case ErrorCode::kTooLarge:
      return 413;
    case ErrorCode::kUnsupported:
      return 415;
    case ErrorCode::kConflict:
      return 409;
    case ErrorCode::kFull:
      return 507;
    case ErrorCode::kUnreadable:
    case ErrorCode::kInternal:
      return 500;
  }
  return 500;
}

}  // namespace

std::string_view StatusTitle(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 431:
      return "Request Header Fields Too Large";
    case 502:
      return "Bad Gateway";
    case 503:
      return "Service Unavailable";
    case 507:
      return "Insufficient Storage";
    default:
      return "Internal Server Error";
  }
}

HttpResponse Problem(int status, std::string_view detail, std::string_view pointer) {
  HttpResponse response;
  response.status = status;
  response.type = "application/problem+json";
  JsonWriter json(response.body);
  json.BeginObject();
  json.Field("type", "about:blank");
  json.Field("title", StatusTitle(status));
  json.Field("status", status);
  if (!detail.empty()) json.Field("detail", Clipped(detail));
  if (!pointer.empty()) json.Field("pointer", Clipped(pointer));
  json.EndObject();
  return response;
}

HttpResponse Problem(const Error& error) {
  const int status = StatusOf(error.code);
  if (status < 500) return Problem(status, error.message);
  std::fprintf(stderr, "synoptic: %s\n", error.message.c_str());
  return Problem(status, status == 507
                             ? "no space is left; nothing was changed"
                             : "the store could not do this; stderr of the service says why");
}

std::string Clipped(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && !IsBoundary(text, bytes)) --bytes;
  return std::string(text.substr(0, bytes)) + "…";
}

}  // namespace synoptic
