#include <charconv>

#include "base/data.h"
#include "server/events.h"
#include "server/openapi.h"
#include "server/params.h"
#include "server/problem.h"
#include "server/routes.h"

namespace synoptic {
namespace {

constexpr std::string_view kApplicationPolicy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'";

struct FileType {
  std::string_view ending, type;
};
constexpr FileType kFileTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
};

std::string_view TypeOf(std::string_view path) {
  for (const auto& [ending, type] : kFileTypes) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

HttpResponse FileAnswer(const HttpRequest& request, std::string_view path, std::string_view bytes) {
  HttpResponse response;
  response.type = TypeOf(path);
  response.fixed = bytes;
  response.headers.emplace_back("Content-Security-Policy", kApplicationPolicy);
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  // The first page asks for these with what they hold in the query.
  if (path != "index.html" && request.target.Has("v")) {
    response.headers.emplace_back("Cache-Control", "private, max-age=31536000, immutable");
  }
  return response;
}

}  // namespace

HttpResponse GetPage(const HttpRequest& request) {
  std::string path;
  for (const std::string& segment : request.target.path) {
    path += (path.empty() ? "" : "/") + segment;
  }
  if (const std::string_view bytes = DataFile("web/app/" + path); !path.empty() && bytes.data()) {
    return FileAnswer(request, path, bytes);
  }
  std::string_view first;
  if (!request.target.path.empty()) first = request.target.path[0];
  const std::string_view index = DataFile("web/app/index.html");
  const bool file = first == "assets" ||
                    (request.target.path.size() == 1 && first.find('.') != std::string_view::npos);
  if (file || index.data() == nullptr) return Problem(404, "no such address");
  return FileAnswer(request, "index.html", index);
}

HttpResponse GetOpenApi(Service&, const HttpRequest& request) {
  if (auto checked = CheckParameters(request.target, {}); !checked) {
    return Problem(checked.error());
  }
  HttpResponse response;
  response.type = "application/json";
  response.fixed = OpenApiJson();
  return response;
}

HttpResponse GetEvents(Service& service, const HttpRequest& request) {
  if (auto checked = CheckParameters(request.target, {}); !checked) {
    return Problem(checked.error());
  }
  std::optional<uint64_t> after;
  if (const std::string_view last = request.Header("last-event-id"); !last.empty()) {
    const char* const end = last.data() + last.size();
    const auto [stop, error] = std::from_chars(last.data(), end, after.emplace());
    if (error != std::errc() || stop != end) {
      return Problem(400, "Last-Event-ID: not one that this service gave");
    }
  }
  HttpResponse response;
  response.type = "text/event-stream";
  response.headers.emplace_back("X-Accel-Buffering", "no");
  response.stream = service.events.Subscribe(after);
  return response.stream ? std::move(response) : Problem(503, "too many listen");
}

}  // namespace synoptic
