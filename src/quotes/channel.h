// Where and to whom it is said: "on Telegram", "in a televised address", "told reporters".
#ifndef SYNOPTIC_QUOTES_CHANNEL_H_
#define SYNOPTIC_QUOTES_CHANNEL_H_

#include <string>

#include "quotes/syntax.h"

namespace synoptic {

// The channel that stands in `clause` (tokens of a cue and what goes with it) as the text has it,
// without article and owner; empty if none is named. See data/en/quote_channels.tsv.
std::string ChannelIn(const Syntax& syntax, WordRange clause);

}  // namespace synoptic

#endif  // SYNOPTIC_QUOTES_CHANNEL_H_
