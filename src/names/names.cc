#include "names/names.h"

#include <algorithm>

#include "names/actors.h"
#include "names/consistency.h"
#include "names/features.h"
#include "names/group.h"
#include "names/mentions.h"
#include "names/missed.h"
#include "names/person.h"
#include "names/refer.h"
#include "names/sets.h"
#include "names/tagger.h"

namespace synoptic {
namespace {

// A capital or seat that acts stands for its state; the place itself stays beside it.
void AddMention(Document& document, const NameFeatures& features, const NameMention& name,
                Index actor, States& states) {
  Mention mention;
  mention.span = SpanOf(document, name.first, name.end);
  mention.type = name.type;
  mention.actor = actor;
  if ((name.capital || name.seat) && name.country >= 0 &&
      ActsAsGovernment(document, features, name)) {
    mention.metonym = true;
    mention.literal = actor;
    mention.actor = states.Of(name.country);
    if (name.capital) mention.type = ActorType::kState;
  }
  document.mentions.push_back(mention);
}

}  // namespace

void FindNames(Document& document) {
  document.mentions.clear();
  document.actors.clear();
  if (document.tokens.empty()) return;
  const NameFeatures features(document);
  const std::vector<NameLabel> labels = TagNames(document, features, NameModel::Get());
  std::vector<NameMention> names = NamesFromLabels(document, features, labels);
  AddMissed(document, features, names);
  MakeConsistent(document, names);
  States states(document);
  const std::vector<Index> actors = GatherActors(document, names, states);
  for (size_t i = 0; i < names.size(); ++i)
    AddMention(document, features, names[i], actors[i], states);
  FindRoles(document, features, names, actors);
  FindReferences(document, features, states);
  FinishActors(document);
}

NameMatch MatchNames(std::string_view a, std::string_view b) {
  const NameAgreement agreement = Agree(TakeApart(a), TakeApart(b));
  return {agreement.agreement == Agreement::kSame, agreement.score, agreement.why};
}

std::vector<int> GroupNames(const std::vector<std::string_view>& names) {
  std::vector<PersonName> apart;
  for (const std::string_view name : names) apart.push_back(TakeApart(name));
  Sets sets(names.size());
  for (const NameJoin& join : JoinNames(apart)) sets.Join(join.a, join.b);
  std::vector<int> groups;
  for (size_t i = 0; i < names.size(); ++i) groups.push_back(static_cast<int>(sets.Find(i)));
  return groups;
}

}  // namespace synoptic
