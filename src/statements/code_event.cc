// CodeEvent: of all triggers and phrases of the sentence the surest that stands well between who
// acts and on whom; what is offered, refused or demanded in front of it turns its type as PLOVER
// draws the lines.
#include <algorithm>

#include "statements/event_words.h"
#include "statements/statements.h"

namespace synoptic {
namespace {

constexpr Index kTurnReach = 9;  // tokens from "will not" to the event

// Help, talks, support and concessions: what one can offer or refuse.
bool IsGiven(PloverType type) {
  switch (type) {
    case PloverType::kAgree:
    case PloverType::kConsult:
    case PloverType::kSupport:
    case PloverType::kConcede:
    case PloverType::kRetreat:
    case PloverType::kCooperate:
    case PloverType::kAid:
      return true;
    default:
      return false;
  }
}

bool IsHarm(PloverType type) {
  return type == PloverType::kAssault || type == PloverType::kCoerce ||
         type == PloverType::kSanction || type == PloverType::kMobilize;
}

class EventCoder {
 public:
  EventCoder(const Document& document, std::optional<Span> actor, std::optional<Span> target)
      : doc_(document), actor_(actor), target_(target) {}

  EventCode Code() {
    for (const Sentence& sentence : doc_.sentences) {
      turn_ = EventTurn::kNone;
      for (Index i = sentence.first_token; i < sentence.end_token; ++i) At(i, sentence.end_token);
    }
    best_.score = std::min(1.0, most_ / 8);
    return best_;
  }

 private:
  void At(Index i, Index end) {
    const Token& token = doc_.tokens[static_cast<size_t>(i)];
    if (const auto phrase = FindEventPhrase(doc_, i, end)) {
      if (phrase->type) {
        Consider(*phrase->type, phrase->strength + 1.0, i);
      } else {
        turn_ = phrase->turn;
        turn_end_ = phrase->end + kTurnReach;
      }
    }
    const EventWord* word = FindEventWord(token);
    if (word) Consider(word->type, word->strength + (token.pos == Upos::kVerb ? 1.0 : 0.0), i);
  }

  void Consider(PloverType type, double score, Index i) {
    const Span span = doc_.tokens[static_cast<size_t>(i)].span;
    // The event stands between who acts and on whom, near the one who acts.
    if (actor_ && span.begin >= actor_->end)
      score += 1.5 - std::min(1.5, (span.begin - actor_->end) / 60.0);
    if (target_ && span.end <= target_->begin) score += 0.5;
    if ((actor_ && actor_->Contains(span)) || (target_ && target_->Contains(span))) score -= 2;
    if (i < turn_end_) Turn(type, score);
    if (score > most_) most_ = score, best_.type = type;
  }

  void Turn(PloverType& type, double& score) const {
    if (turn_ == EventTurn::kDemand) {
      type = PloverType::kRequest;
    } else if (turn_ == EventTurn::kRefuse && (IsGiven(type) || type == PloverType::kSanction)) {
      type = PloverType::kReject;
    } else if (turn_ == EventTurn::kOffer && IsGiven(type) && type != PloverType::kConcede) {
      type = PloverType::kAgree;
    } else if (turn_ == EventTurn::kOffer && IsHarm(type)) {
      type = PloverType::kThreaten;
    } else {
      return;
    }
    score += 0.5;
  }

  const Document& doc_;
  std::optional<Span> actor_, target_;
  EventTurn turn_ = EventTurn::kNone;
  Index turn_end_ = 0;
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
