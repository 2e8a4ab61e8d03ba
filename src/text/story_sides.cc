#include "text/story_sides.h"

#include <algorithm>

namespace synoptic {

StorySides::StorySides(std::span<const Document> reports) {
  for (const Document& report : reports) {
    for (const Actor& actor : report.actors) {
      if (actor.type == ActorType::kState && !actor.country.empty())
        state_of_.emplace(actor.country, actor.id);
    }
  }
  // A capital taken for a person ("Washington had asked") stands for its state.
  std::map<std::string_view, std::string> seat_of;  // name of a place -> id of its state
  for (const Document& report : reports) {
    for (const Actor& actor : report.actors) {
      if (actor.type != ActorType::kPlace) continue;
      seats_.insert(actor.id);
      if (const auto state = state_of_.find(actor.country); state != state_of_.end())
        seat_of.emplace(actor.name, state->second);
    }
  }
  std::map<std::string, int> named;
  for (const Document& report : reports) {
    for (const Actor& actor : report.actors) {
      const auto state = actor.country.empty() ? state_of_.end() : state_of_.find(actor.country);
      if (state != state_of_.end()) side_.emplace(actor.id, state->second);
      const auto seat = actor.type == ActorType::kPerson && actor.country.empty()
                            ? seat_of.find(actor.name)
                            : seat_of.end();
      if (seat != seat_of.end()) side_.emplace(actor.id, seat->second), seats_.insert(actor.id);
    }
    for (const Mention& mention : report.mentions) {
      if (mention.actor == kNone) continue;
      const Actor& actor = report.actors[static_cast<size_t>(mention.actor)];
      if (actor.type == ActorType::kState || actor.type == ActorType::kOrganization)
        ++named[Of(actor.id)];
    }
  }
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [side, count] : named) order.emplace_back(-count, side);
  std::sort(order.begin(), order.end());
  for (size_t i = 0; i < order.size() && i < 2; ++i) parties_.push_back(order[i].second);
}

std::string_view StorySides::StateOf(std::string_view country) const {
  const auto found = state_of_.find(country);
  return found == state_of_.end() ? std::string_view() : found->second;
}

const std::string& StorySides::Of(const std::string& actor) const {
  const auto found = side_.find(actor);
  return found == side_.end() ? actor : found->second;
}

}  // namespace synoptic
