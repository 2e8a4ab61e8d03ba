#include "server/service.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/hash.h"
#include "server/problem.h"
#include "server/routes.h"

namespace synoptic {
namespace {

struct Route {
  std::string_view method;
  std::string_view pattern;  // '*' stands for one segment
  Right right;
  HttpResponse (*handler)(Service&, const HttpRequest&);
};

constexpr Route kRoutes[] = {
    {"GET", "api/stories", Right::kRead, ListStories},
    {"GET", "api/stories/*", Right::kRead, GetStory},
    {"GET", "api/stories/*/*", Right::kRead, GetStoryPart},
    {"GET", "api/reports", Right::kRead, ListReports},
    {"POST", "api/reports", Right::kWrite, AddReports},
    {"GET", "api/reports/*", Right::kRead, GetReport},
    {"DELETE", "api/reports/*", Right::kWrite, RemoveReport},
    {"GET", "api/search", Right::kRead, SearchReports},
    {"GET", "api/quotes", Right::kRead, ListQuotes},
    {"GET", "api/ledger", Right::kRead, ListLedger},
    {"GET", "api/timeline", Right::kRead, ListTimeline},
    {"GET", "api/corrections", Right::kRead, ListCorrections},
    {"POST", "api/corrections", Right::kWrite, AddCorrection},
    {"DELETE", "api/corrections/*", Right::kWrite, RemoveCorrection},
    {"GET", "api/events", Right::kRead, GetEvents},
    {"GET", "api/status", Right::kRead, GetStatus},
    {"GET", "feeds/stories/*", Right::kRead, FeedStory},
    {"GET", "feeds/search", Right::kRead, FeedSearch},
    {"GET", "feeds/speakers", Right::kRead, FeedSpeaker},
    {"GET", "openapi.json", Right::kRead, GetOpenApi},
};

bool Matches(std::string_view pattern, const std::vector<std::string>& path) {
  const std::vector<std::string_view> parts = Split(pattern, '/');
  return std::equal(parts.begin(), parts.end(), path.begin(), path.end(),
                    [](std::string_view part, const std::string& segment) {
                      return part == "*" || part == segment;
                    });
}

// What an address offers: its routes; none where it is a page of the web application.
struct Offer {
  const Route* route = nullptr;  // for the method asked
  std::string methods;           // all
};

Offer Find(const HttpRequest& request) {
  Offer offer;
  for (const Route& route : kRoutes) {
    if (!Matches(route.pattern, request.target.path)) continue;
    if (route.method == request.method) offer.route = &route;
    offer.methods += (offer.methods.empty() ? "" : ", ") + std::string(route.method);
    if (route.method == "GET") offer.methods += ", HEAD";
  }
  return offer;
}

bool IsPage(const HttpRequest& request) {
  const std::vector<std::string>& path = request.target.path;
  return path.empty() || (path[0] != "api" && path[0] != "feeds");
}

// RFC 9110, 13.1.2: a list of tags, or "*".
bool TagListed(std::string_view list, std::string_view tag) {
  for (std::string_view item : Split(list, ',')) {
    item = Trim(item);
    if (item.starts_with("W/")) item.remove_prefix(2);
    if (item == tag || item == "*") return true;
  }
  return false;
}

HttpResponse Tagged(const HttpRequest& request, HttpResponse response) {
  if (response.status != 200 || response.stream) return response;
  const std::string_view bytes = response.fixed.data() ? response.fixed : response.body;
  const std::string tag = '"' + HexDigest(Hash64(bytes)) + '"';
  response.headers.emplace_back("ETag", tag);
  const bool cached =
      std::any_of(response.headers.begin(), response.headers.end(),
                  [](const auto& header) { return header.first == "Cache-Control"; });
  if (!cached) response.headers.emplace_back("Cache-Control", "private, no-cache");
  if (!TagListed(request.Header("if-none-match"), tag)) return response;
  response.status = 304;
  response.body.clear();
  response.fixed = {};
  return response;
}

}  // namespace

std::optional<HttpResponse> Admit(const Service& service, const HttpRequest& request) {
  const Offer offer = Find(request);
  // The pages hold nothing of the store; what they ask for does.
  const bool page = IsPage(request) && offer.methods.empty();
  const Right needed = page ? Right::kNone : offer.route ? offer.route->right : Right::kRead;
  if (auto refusal = Refusal(request, needed, service.rules)) return refusal;
  if (offer.route || (page && request.method == "GET")) return std::nullopt;
  if (!page && offer.methods.empty()) return Problem(404, "no such address");
  const std::string methods = offer.methods.empty() ? "GET, HEAD" : offer.methods;
  HttpResponse refusal = Problem(405, "this address offers " + methods);
  refusal.headers.emplace_back("Allow", methods);
  return refusal;
}

HttpResponse Respond(Service& service, const HttpRequest& request) {
  const Route* const route = Find(request).route;
  HttpResponse response = route ? route->handler(service, request) : GetPage(request);
  return request.method == "GET" ? Tagged(request, std::move(response)) : response;
}

HttpResponse JsonAnswer(std::string body, int status) {
  HttpResponse response;
  response.status = status;
  response.type = "application/json";
  response.body = std::move(body);
  return response;
}

}  // namespace synoptic
