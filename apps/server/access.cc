#include "server/access.h"

#include <algorithm>

#include "base/ascii.h"
#include "server/base64.h"
#include "server/problem.h"

namespace synoptic {
namespace {

bool SameSecret(std::string_view a, std::string_view b) {
  if (b.empty() || a.size() != b.size()) return false;
  unsigned char difference = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    difference = static_cast<unsigned char>(difference | (a[i] ^ b[i]));
  }
  return difference == 0;
}

// The token of an Authorization header; empty where it holds none.
std::string TokenOf(std::string_view authorization) {
  const size_t space = authorization.find(' ');
  if (space == std::string_view::npos) return {};
  const std::string_view scheme = authorization.substr(0, space);
  const std::string_view value = Trim(authorization.substr(space + 1));
  if (EqualsIgnoreCase(scheme, "bearer")) return std::string(value);
  if (!EqualsIgnoreCase(scheme, "basic")) return {};
  const std::optional<std::string> pair = Base64Decoded(value);
  const size_t colon = pair ? pair->find(':') : std::string::npos;
  return colon == std::string::npos ? std::string() : pair->substr(colon + 1);
}

// "[::1]:8017" gives "::1", "Example.org:80" gives "example.org".
std::string HostName(std::string_view authority) {
  if (authority.starts_with('[')) {
    const size_t end = authority.find(']');
    return AsciiLower(authority.substr(1, end == std::string_view::npos ? end : end - 1));
  }
  return AsciiLower(authority.substr(0, authority.find(':')));
}

// Browsers and feed readers ask their user for a password where Basic is offered; the web
// application asks for the token itself.
HttpResponse Unauthorized(const HttpRequest& request) {
  HttpResponse response = Problem(401, "a token is needed: Authorization: Bearer TOKEN");
  response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"synoptic\"");
  const std::vector<std::string>& path = request.target.path;
  if (path.empty() || path[0] != "feeds") return response;
  response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"synoptic\", charset=\"UTF-8\"");
  return response;
}

// A browser names the page that sends a request; others send neither header.
bool FromOwnPage(const HttpRequest& request) {
  const std::string_view site = request.Header("sec-fetch-site");
  if (site == "cross-site" || site == "same-site") return false;
  const std::string_view origin = request.Header("origin");
  if (origin.empty()) return true;
  const size_t scheme = origin.find("://");
  return scheme != std::string_view::npos &&
         EqualsIgnoreCase(origin.substr(scheme + 3), request.Header("host"));
}

Result<void> CheckToken(std::string_view token, std::string_view option) {
  if (token.empty()) return {};
  if (token.size() < kShortestToken) {
    return Error{ErrorCode::kInvalid, std::string(option) + ": a token has at least " +
                                          std::to_string(kShortestToken) + " characters"};
  }
  if (!std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7F; })) {
    return Error{ErrorCode::kInvalid,
                 std::string(option) + ": a token holds visible ASCII characters alone"};
  }
  return {};
}

}  // namespace

bool IsLoopback(std::string_view address) {
  return address == "localhost" || address == "::1" || address.starts_with("127.");
}

Result<AccessRules> MakeAccessRules(std::string_view address, std::string write_token,
                                    std::string read_token, std::vector<std::string> more_hosts) {
  if (auto checked = CheckToken(write_token, "--token"); !checked) return checked.error();
  if (auto checked = CheckToken(read_token, "--read-token"); !checked) return checked.error();
  AccessRules rules{std::move(write_token), std::move(read_token), {}};
  if (!rules.open() && rules.write_token == rules.read_token) {
    return Error{ErrorCode::kInvalid, "--token and --read-token are the same"};
  }
  if (!IsLoopback(address)) {
    if (rules.open()) {
      return Error{ErrorCode::kInvalid,
                   "--bind " + std::string(address) +
                       ": others could reach it: give --token or --read-token"};
    }
    return rules;
  }
  rules.hosts = {"localhost", "127.0.0.1", "::1", std::string(address)};
  for (const std::string& host : more_hosts) rules.hosts.push_back(AsciiLower(host));
  return rules;
}

Right RightOf(const HttpRequest& request, const AccessRules& rules) {
  if (rules.open()) return Right::kWrite;
  const std::string token = TokenOf(request.Header("authorization"));
  if (SameSecret(token, rules.write_token)) return Right::kWrite;
  return SameSecret(token, rules.read_token) ? Right::kRead : Right::kNone;
}

std::optional<HttpResponse> Refusal(const HttpRequest& request, Right needed,
                                    const AccessRules& rules) {
  const std::string host = HostName(request.Header("host"));
  if (!rules.hosts.empty() &&
      std::find(rules.hosts.begin(), rules.hosts.end(), host) == rules.hosts.end()) {
    return Problem(421, "this service does not answer to the host named (see --host)");
  }
  const Right right = RightOf(request, rules);
  if (right == Right::kNone && needed != Right::kNone) return Unauthorized(request);
  if (right < needed) return Problem(403, "this token may read, not write");
  if (needed == Right::kWrite && !FromOwnPage(request)) {
    return Problem(403, "sent by a page of another site");
  }
  return std::nullopt;
}

}  // namespace synoptic
