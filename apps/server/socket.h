#ifndef SYNOPTIC_SERVER_SOCKET_H_
#define SYNOPTIC_SERVER_SOCKET_H_

#include <cstdint>
#include <string>

#include "base/result.h"

namespace synoptic {

// A listening TCP socket, which the caller owns and closes. `address` is numeric or "localhost".
// kConflict where the port is taken, kInvalid where the address is none of this machine.
Result<int> OpenListeningSocket(const std::string& address, uint16_t port);

// The port that a listening socket has.
uint16_t PortOf(int socket);

// Raises the limit of open files as far as it goes; returns it.
size_t RaiseFileLimit();

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_SOCKET_H_
