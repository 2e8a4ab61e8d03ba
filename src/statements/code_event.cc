// CodeEvent: of all events that the sentence tells of the surest that stands well between who acts
// and on whom.
#include <algorithm>

#include "statements/event_sites.h"
#include "statements/statements.h"

namespace synoptic {
namespace {

constexpr double kSure = 10;  // a score that leaves no doubt

class EventCoder {
 public:
  EventCoder(const Document& document, std::optional<Span> actor, std::optional<Span> target)
      : doc_(document), reader_(document), actor_(actor), target_(target) {}

  EventCode Code() {
    for (const Sentence& sentence : doc_.sentences) {
      for (const EventSite& site : reader_.Read(sentence)) Consider(site);
    }
    best_.score = std::min(1.0, most_ / kSure);
    return best_;
  }

 private:
  bool Touches(const std::vector<Index>& phrases, const std::optional<Span>& span) const {
    return span && std::any_of(phrases.begin(), phrases.end(), [&](Index phrase) {
             return reader_.phrases().AsReference(phrase).span.Overlaps(*span);
           });
  }

  // The event stands between who acts and on whom, near the one who acts; better still, its words
  // say that it is they.
  void Consider(const EventSite& site) {
    const Span span = doc_.tokens[static_cast<size_t>(site.token)].span;
    double score = site.strength;
    if (actor_ && span.begin >= actor_->end)
      score += 1.5 - std::min(1.5, (span.begin - actor_->end) / 60.0);
    if (target_ && span.end <= target_->begin) score += 0.5;
    if ((actor_ && actor_->Contains(span)) || (target_ && target_->Contains(span))) score -= 2;
    if (Touches(site.actors, actor_)) score += 1;
    if (Touches(site.targets, target_)) score += 1;
    if (score <= most_) return;
    most_ = score;
    best_.type = site.type;
    best_.mode = site.mode;
  }

  const Document& doc_;
  EventReader reader_;
  std::optional<Span> actor_, target_;
  EventCode best_;
  double most_ = 0;
};

}  // namespace

EventCode CodeEvent(Document& document, std::string_view source, std::string_view target) {
  const auto place = [&](std::string_view words) -> std::optional<Span> {
    const size_t at = words.empty() ? std::string::npos : document.text.find(words);
    if (at == std::string::npos) return std::nullopt;
    return Span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  };
  return EventCoder(document, place(source), place(target)).Code();
}

}  // namespace synoptic
