// Which network addresses a program may be sent to by what strangers write.
#ifndef SYNOPTIC_FETCH_ADDRESS_H_
#define SYNOPTIC_FETCH_ADDRESS_H_

#include <sys/socket.h>

namespace synoptic {

// False for loopback, private, link-local, carrier, documentation, multicast and reserved
// addresses (the special-purpose registries of RFC 6890), also where they are wrapped in IPv6.
bool IsPublicAddress(const sockaddr* address);

}  // namespace synoptic

#endif  // SYNOPTIC_FETCH_ADDRESS_H_
