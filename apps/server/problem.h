// What is said to a client whose request is refused: RFC 9457, application/problem+json.
#ifndef SYNOPTIC_SERVER_PROBLEM_H_
#define SYNOPTIC_SERVER_PROBLEM_H_

#include <string>
#include <string_view>

#include "base/result.h"
#include "server/http.h"

namespace synoptic {

// `detail`: what is wrong and where. `pointer`: the place in the body (JSON Pointer) or the name
// of the query parameter; empty where there is none.
HttpResponse Problem(int status, std::string_view detail, std::string_view pointer = {});

// An error of the engine or of the store. Where the fault is ours, stderr has it and the client is
// told no more than that: such errors name files of this machine.
HttpResponse Problem(const Error& error);

// `text`, cut after at most `bytes` where it is longer, with "…": what clients send is repeated to
// them, but not at any length. Valid UTF-8 stays so.
std::string Clipped(std::string_view text, size_t bytes = 400);

// "Not Found"
std::string_view StatusTitle(int status);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_PROBLEM_H_
