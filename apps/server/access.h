// Who may do what: tokens, and the defences that a service on loopback needs against web pages.
#ifndef SYNOPTIC_SERVER_ACCESS_H_
#define SYNOPTIC_SERVER_ACCESS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "server/http.h"

namespace synoptic {

enum class Right : uint8_t { kNone, kRead, kWrite };  // writing includes reading

struct AccessRules {
  std::string write_token, read_token;  // empty: no such token
  std::vector<std::string> hosts;       // names that this service answers to; empty: any

  bool open() const { return write_token.empty() && read_token.empty(); }
};

// The shortest token that is accepted, in bytes.
inline constexpr size_t kShortestToken = 16;

// The rules of a service at `address`, which is numeric or "localhost". kInvalid where the address
// is not loopback and there is no token, or a token is short, holds other than visible ASCII, or is
// both. A service on loopback answers to names of loopback and `more_hosts` alone, against DNS
// rebinding; elsewhere a token is the defence.
Result<AccessRules> MakeAccessRules(std::string_view address, std::string write_token,
                                    std::string read_token, std::vector<std::string> more_hosts);

bool IsLoopback(std::string_view address);

// What the caller may do: everything where no tokens are set; else by "Authorization: Bearer
// TOKEN", or Basic with the token as password (feed readers, browsers). Compares in time that
// depends on lengths alone.
Right RightOf(const HttpRequest& request, const AccessRules& rules);

// The refusal of a request from the wrong page, for the wrong host or without the right; nullopt
// where it may go on. `needed` kNone checks the host alone; kWrite also checks that the page that
// sends it is one of this service (Origin, Sec-Fetch-Site).
std::optional<HttpResponse> Refusal(const HttpRequest& request, Right needed,
                                    const AccessRules& rules);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_ACCESS_H_
