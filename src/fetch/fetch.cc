#include "fetch/fetch.h"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <thread>

#include "base/ascii.h"
#include "fetch/address.h"
#include "fetch/robots.h"

namespace synoptic {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr size_t kLargestRobots = 512 * 1024;
constexpr milliseconds kFirstBackOff{500};

struct Parts {
  std::string origin;  // "https://host:port"
  std::string path;    // with the query
};

std::string Part(CURLU* url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, flags) != CURLUE_OK) return {};
  std::string out(text);
  curl_free(text);
  return out;
}

// Nullopt where the URL is malformed or not of http or https.
std::optional<Parts> Cut(const std::string& text) {
  CURLU* const url = curl_url();
  std::optional<Parts> parts;
  if (curl_url_set(url, CURLUPART_URL, text.c_str(), 0) == CURLUE_OK) {
    const std::string scheme = Part(url, CURLUPART_SCHEME);
    const std::string query = Part(url, CURLUPART_QUERY);
    if (scheme == "http" || scheme == "https") {
      parts = Parts{scheme + "://" + Part(url, CURLUPART_HOST) + ":" +
                        Part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT),
                    Part(url, CURLUPART_PATH) + (query.empty() ? "" : "?" + query)};
    }
  }
  curl_url_cleanup(url);
  return parts;
}

struct Answer {
  std::string body, location, etag, last_modified;
  size_t largest = 0;
  bool too_large = false, refused_address = false, allow_private = false;
};

size_t OnBody(char* data, size_t, size_t size, void* user) {
  auto& answer = *static_cast<Answer*>(user);
  answer.too_large |= size > answer.largest - answer.body.size();
  if (answer.too_large) return 0;
  answer.body.append(data, size);
  return size;
}

size_t OnHeader(char* data, size_t, size_t size, void* user) {
  auto& answer = *static_cast<Answer*>(user);
  const std::string_view line(data, size);
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos) return size;
  const std::string_view name = line.substr(0, colon), value = Trim(line.substr(colon + 1));
  if (EqualsIgnoreCase(name, "etag")) answer.etag = value;
  if (EqualsIgnoreCase(name, "last-modified")) answer.last_modified = value;
  return size;
}

// Called with the address itself, behind any name or redirect.
curl_socket_t OnSocket(void* user, curlsocktype, curl_sockaddr* address) {
  auto& answer = *static_cast<Answer*>(user);
  if (!answer.allow_private && !IsPublicAddress(&address->addr)) {
    answer.refused_address = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool IsRedirect(long status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Error Failed(const std::string& url, std::string why, ErrorCode code = ErrorCode::kUnreadable) {
  return {code, url + ": " + std::move(why)};
}

}  // namespace

class Fetcher::Impl {
 public:
  explicit Impl(FetchOptions options) : options_(std::move(options)) {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    curl_ = curl_easy_init();
  }
  ~Impl() { curl_easy_cleanup(curl_); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  // Follows redirects itself, since robots.txt of each host on the way counts.
  Result<Fetched> Get(std::string url, const Validators& earlier) {
    const std::string first = url;
    for (int hop = 0; hop <= options_.redirects; ++hop) {
      const auto parts = Cut(url);
      if (!parts) return Failed(url, "not an http or https address", ErrorCode::kInvalid);
      if (options_.obey_robots && !RobotsOf(parts->origin).Allows(parts->path))
        return Failed(url, "robots.txt of the host disallows it", ErrorCode::kUnsupported);
      Answer answer;
      Result<long> status = Try(url, *parts, earlier, options_.largest, answer);
      if (!status) return status.error();
      if (IsRedirect(*status)) {
        if (answer.location.empty()) return Failed(url, "redirects to nowhere");
        url = answer.location;
        continue;
      }
      if (*status != 200 && *status != 304)
        return Failed(url, "the server answers " + std::to_string(*status));
      char* type = nullptr;
      curl_easy_getinfo(curl_, CURLINFO_CONTENT_TYPE, &type);
      Fetched fetched{
          static_cast<int>(*status), *status == 304,         url,
          type ? type : "",          std::move(answer.body), {answer.etag, answer.last_modified}};
      if (fetched.unchanged) fetched.body.clear();
      return fetched;
    }
    return Failed(first, "more than " + std::to_string(options_.redirects) + " redirects");
  }

 private:
  // One request, again where the server is busy. The status, or why there is none.
  Result<long> Try(const std::string& url, const Parts& parts, const Validators& earlier,
                   size_t largest, Answer& answer) {
    milliseconds back_off = kFirstBackOff;
    for (int left = options_.tries;; --left) {
      WaitFor(parts.origin);
      answer = {};
      answer.largest = largest;
      answer.allow_private = options_.allow_private;
      const CURLcode code = Perform(url, earlier, answer);
      long status = 0;
      curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &status);
      const bool busy = code == CURLE_OK && (status == 429 || status == 503);
      const bool broken =
          code == CURLE_GOT_NOTHING || code == CURLE_RECV_ERROR || code == CURLE_PARTIAL_FILE;
      if (left <= 1 || !(busy || broken)) {
        if (code == CURLE_OK) return status;
        return Failed(url, Why(code, answer));
      }
      curl_off_t asked = 0;
      curl_easy_getinfo(curl_, CURLINFO_RETRY_AFTER, &asked);
      const milliseconds wait =
          std::max(back_off, milliseconds(std::min<curl_off_t>(asked, 86400) * 1000));
      if (wait > options_.longest_wait) {
        return Failed(url, "the server asks to wait " + std::to_string(asked) + " seconds");
      }
      std::this_thread::sleep_for(wait);
      back_off *= 2;
    }
  }

  CURLcode Perform(const std::string& url, const Validators& earlier, Answer& answer) {
    curl_easy_reset(curl_);
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl_, option, value); };
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_PROXY, "");
    set(CURLOPT_USERAGENT, options_.user_agent.c_str());
    set(CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can undo
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(options_.longest.count()));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.longest.count()));
    set(CURLOPT_WRITEFUNCTION, OnBody);
    set(CURLOPT_WRITEDATA, &answer);
    set(CURLOPT_HEADERFUNCTION, OnHeader);
    set(CURLOPT_HEADERDATA, &answer);
    set(CURLOPT_OPENSOCKETFUNCTION, OnSocket);
    set(CURLOPT_OPENSOCKETDATA, &answer);
    curl_slist* headers = nullptr;
    if (!earlier.etag.empty())
      headers = curl_slist_append(headers, ("If-None-Match: " + earlier.etag).c_str());
    if (!earlier.last_modified.empty())
      headers = curl_slist_append(headers, ("If-Modified-Since: " + earlier.last_modified).c_str());
    set(CURLOPT_HTTPHEADER, headers);
    const CURLcode code = curl_easy_perform(curl_);
    curl_slist_free_all(headers);
    char* location = nullptr;
    curl_easy_getinfo(curl_, CURLINFO_REDIRECT_URL, &location);
    if (location) answer.location = location;
    return code;
  }

  std::string Why(CURLcode code, const Answer& answer) const {
    if (answer.refused_address) return "not a public address; --allow-private lets it through";
    if (answer.too_large)
      return "over the limit of " + std::to_string(answer.largest >> 20) + " MiB";
    if (code == CURLE_OPERATION_TIMEDOUT)
      return "not done in " + std::to_string(options_.longest.count() / 1000) + " seconds";
    if (code == CURLE_PARTIAL_FILE) return "ends before the length it says";
    return AsciiLower(curl_easy_strerror(code));
  }

  void WaitFor(const std::string& origin) {
    const auto [at, fresh] = last_.try_emplace(origin, Clock::now());
    if (!fresh) std::this_thread::sleep_until(at->second + options_.pause);
    at->second = Clock::now();
  }

  // As RFC 9309 2.3.1 says: nothing to obey where there is none (4xx), nothing allowed where the
  // server fails.
  const Robots& RobotsOf(const std::string& origin) {
    const auto found = robots_.find(origin);
    if (found != robots_.end()) return found->second;
    Answer answer;
    std::string url = origin + "/robots.txt";
    Result<long> status = 0L;
    for (int hop = 0; hop <= options_.redirects; ++hop) {
      const auto parts = Cut(url);
      if (!parts) break;
      status = Try(url, *parts, {}, kLargestRobots, answer);
      if (!status || !IsRedirect(*status)) break;
      url = answer.location;
    }
    Robots robots;
    const bool cut = answer.too_large;  // what was read counts
    if ((status && *status == 200) || cut) {
      robots = Robots::Parse(
          answer.body, options_.user_agent.substr(0, options_.user_agent.find_first_of("/ ")));
    } else if (status && *status >= 500) {
      robots = Robots::AllowNothing();
    }
    // Where it cannot be reached at all, the request itself will say why.
    return robots_.emplace(origin, std::move(robots)).first->second;
  }

  FetchOptions options_;
  CURL* curl_ = nullptr;
  std::map<std::string, Clock::time_point> last_;
  std::map<std::string, Robots> robots_;
};

Fetcher::Fetcher(FetchOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Fetcher::~Fetcher() = default;

Result<Fetched> Fetcher::Get(const std::string& url, const Validators& earlier) {
  return impl_->Get(url, earlier);
}

}  // namespace synoptic
