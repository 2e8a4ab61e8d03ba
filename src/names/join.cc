// JoinActors: one item for every way the reports name something, joins between items with their
// reasons, then a name, an id and a type for every set of items.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "names/actors.h"
#include "names/gazetteer.h"
#include "names/group.h"
#include "names/names.h"
#include "names/person.h"
#include "names/sets.h"
#include "text/fold.h"

namespace synoptic {
namespace {

enum class ItemKind : uint8_t { kState, kThing, kPerson };

// What the reports call something: a state by its code, a person by a full name, anything else by
// its key.
struct Item {
  ItemKind kind = ItemKind::kThing;
  std::string key;
  auto operator<=>(const Item&) const = default;
};

struct ItemFacts {
  std::map<std::string, int> forms;  // as they stand, and how often
  std::map<ActorType, int> types;
  std::string country;
};

struct Join {
  size_t a = 0, b = 0;
  std::string why;
};

// Everything known of the items of some reports; the same whatever the order of the reports.
class Actors {
 public:
  Actors(std::span<const Document> reports, const Corrections& corrections)
      : reports_(reports), corrections_(corrections) {
    Collect();
    sets_.emplace(items_.size());
    JoinPeople();
    JoinThings();
    JoinCorrected();
    NameSets();
  }

  // The item that stands for an actor of a report.
  size_t ItemOf(size_t report, size_t actor) const { return item_of_[report][actor]; }
  size_t SetOf(size_t item) { return sets_->Find(item); }
  const std::string& NameOf(size_t set) const { return names_.at(set); }
  const std::string& IdOf(size_t set) const { return ids_.at(set); }
  ActorType TypeOf(size_t set) const { return types_.at(set); }

  std::vector<ActorJoin> Explain() {
    std::vector<ActorJoin> lines;
    for (const Join& join : joins_) {
      const size_t set = SetOf(join.a);
      std::string a = BestForm(join.a), b = BestForm(join.b);
      if (b != NameOf(set) && (a == NameOf(set) || b > a)) std::swap(a, b);
      lines.push_back({IdOf(set), a, b, join.why});
    }
    for (size_t i = 0; i < items_.size(); ++i) ExplainForms(i, lines);
    std::sort(lines.begin(), lines.end(), [](const ActorJoin& x, const ActorJoin& y) {
      return std::tie(x.id, x.b, x.a, x.why) < std::tie(y.id, y.b, y.a, y.why);
    });
    lines.erase(std::unique(lines.begin(), lines.end(),
                            [](const ActorJoin& x, const ActorJoin& y) {
                              return std::tie(x.id, x.b, x.a) == std::tie(y.id, y.b, y.a);
                            }),
                lines.end());
    return lines;
  }

 private:
  // ---- items ----
  static bool IsFull(std::string_view form) { return TakeApart(form).parts.size() > 1; }

  // The items of one actor; several where one report writes a person's full name in several ways.
  std::vector<Item> ItemsOf(const Actor& actor) const {
    if (actor.type == ActorType::kState && !actor.country.empty())
      return {{ItemKind::kState, actor.country}};
    if (actor.type != ActorType::kPerson) return {{ItemKind::kThing, ThingKey(actor)}};
    std::vector<Item> items = {{ItemKind::kPerson, actor.name}};
    for (const std::string& alias : actor.aliases) {
      if (IsFull(alias)) items.push_back({ItemKind::kPerson, alias});
    }
    return items;
  }

  // A ministry or army of a state is told from its namesakes by the state.
  static std::string ThingKey(const Actor& actor) {
    const std::string key = NameKey(actor.name);
    const size_t last = key.find_last_of(' ');
    const bool ministry =
        (Gazetteer::Get().Bits(std::string_view(key).substr(last + 1)) & kMinistryWord) != 0;
    return ministry && !actor.country.empty() ? key + " " + actor.country : key;
  }

  void Collect() {
    std::map<Item, ItemFacts> found;
    std::vector<std::vector<std::vector<Item>>> of_actor(reports_.size());
    for (size_t r = 0; r < reports_.size(); ++r) {
      const Document& report = reports_[r];
      for (const Actor& actor : report.actors) of_actor[r].push_back(ItemsOf(actor));
      for (size_t a = 0; a < report.actors.size(); ++a) {
        for (const Item& item : of_actor[r][a]) {
          ItemFacts& facts = found[item];
          ++facts.types[report.actors[a].type];
          if (facts.country.empty()) facts.country = report.actors[a].country;
        }
        found[of_actor[r][a].front()].forms[report.actors[a].name] += 0;
      }
      CountForms(report, of_actor[r], found);
    }
    std::map<Item, size_t> number;
    for (auto& [item, facts] : found) {
      number.emplace(item, items_.size());
      items_.push_back(item);
      facts_.push_back(std::move(facts));
    }
    item_of_.resize(reports_.size());
    for (size_t r = 0; r < reports_.size(); ++r) {
      std::vector<size_t> people;
      for (const std::vector<Item>& items : of_actor[r]) {
        item_of_[r].push_back(number.at(items.front()));
        if (items.front().kind == ItemKind::kPerson) people.push_back(number.at(items.front()));
        for (const Item& other : items) {
          if (number.at(other) != item_of_[r].back())
            within_.insert(std::minmax(item_of_[r].back(), number.at(other)));
        }
      }
      // People whom one report tells apart are apart.
      for (const size_t x : people) {
        for (const size_t y : people) {
          if (x < y && people.size() < kMostPeople) apart_.emplace(x, y);
        }
      }
    }
  }

  static void CountForms(const Document& report, const std::vector<std::vector<Item>>& of_actor,
                         std::map<Item, ItemFacts>& found) {
    for (const Mention& mention : report.mentions) {
      const Index index = mention.literal != kNone ? mention.literal : mention.actor;
      if (index == kNone || mention.kind != MentionKind::kName) continue;
      const std::string form(report.Cut(mention.span));
      const std::vector<Item>& items = of_actor[static_cast<size_t>(index)];
      const auto own = std::find_if(items.begin(), items.end(),
                                    [&](const Item& item) { return item.key == form; });
      ItemFacts& facts = found[own == items.end() ? items.front() : *own];
      ++facts.forms[form];
      ++facts.types[mention.literal != kNone ? report.actors[static_cast<size_t>(index)].type
                                             : mention.type];
    }
  }

  // ---- joins ----
  void Add(size_t a, size_t b, std::string why) {
    if (sets_->Find(a) == sets_->Find(b)) return;
    sets_->Join(a, b);
    joins_.push_back({a, b, std::move(why)});
  }

  void JoinPeople() {
    std::vector<size_t> people;
    std::map<size_t, size_t> place;
    std::vector<PersonName> names;
    for (size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].kind != ItemKind::kPerson) continue;
      place[i] = people.size();
      people.push_back(i);
      names.push_back(TakeApart(items_[i].key));
    }
    std::set<std::pair<size_t, size_t>> different = ApartByCorrection(ItemKind::kPerson);
    for (const auto& [a, b] : apart_) {
      if (!within_.contains({a, b})) different.emplace(a, b);
    }
    std::vector<NameJoin> given;
    for (const auto& [a, b] : within_) {
      if (!different.contains({a, b}))
        given.push_back({place.at(a), place.at(b), "one report uses both for one person"});
    }
    const auto apart = [&](size_t x, size_t y) {
      return different.contains(std::minmax(people[x], people[y]));
    };
    for (const NameJoin& join : JoinNames(names, apart, given))
      Add(people[join.a], people[join.b], std::string(join.why));
  }

  // An acronym and the one long name it fits; a person's full name that some report took for
  // something else.
  void JoinThings() {
    const auto different = ApartByCorrection(ItemKind::kThing);
    std::map<std::string, std::set<size_t>> long_names;
    std::map<std::string, size_t> people;
    for (size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].kind == ItemKind::kPerson && IsFull(items_[i].key))
        people.emplace(NameKey(items_[i].key), i);
      if (items_[i].kind != ItemKind::kThing) continue;
      for (const auto& [form, count] : facts_[i].forms) {
        const std::string acronym = Acronym(form);
        if (acronym.size() > 1 && acronym != items_[i].key) long_names[acronym].insert(i);
      }
    }
    for (size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].kind != ItemKind::kThing) continue;
      if (const auto person = people.find(items_[i].key); person != people.end())
        Add(person->second, i, "one spelling");
      const auto fits = long_names.find(items_[i].key);
      if (fits == long_names.end() || fits->second.size() != 1 || !AllCapitals(i)) continue;
      const size_t other = *fits->second.begin();
      if (!different.contains(std::minmax(i, other))) Add(i, other, "initials of the long name");
    }
  }

  bool AllCapitals(size_t item) const {
    for (const auto& [form, count] : facts_[item].forms) {
      if (std::any_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        return false;
    }
    return true;
  }

  std::vector<size_t> ItemsNamed(std::string_view name) const {
    const std::string key = Fold(name);
    std::vector<size_t> found;
    for (size_t i = 0; i < items_.size(); ++i) {
      bool hit = Fold(items_[i].key) == key || NameKey(name) == items_[i].key;
      for (const auto& [form, count] : facts_[i].forms) hit = hit || Fold(form) == key;
      if (items_[i].kind == ItemKind::kState) hit = hit || items_[i].key == CountryCode(key);
      if (hit) found.push_back(i);
    }
    return found;
  }

  static std::string CountryCode(std::string_view folded) {
    const Gazetteer& gazetteer = Gazetteer::Get();
    const int country = (gazetteer.Bits(folded) & kCountryName) ? gazetteer.CountryOf(folded) : -1;
    return country < 0 ? "" : std::string(gazetteer.At(country).code);
  }

  std::set<std::pair<size_t, size_t>> ApartByCorrection(ItemKind kind) const {
    std::set<std::pair<size_t, size_t>> apart;
    for (const auto& names : corrections_.different) {
      for (size_t x = 0; x < names.size(); ++x) {
        for (size_t y = x + 1; y < names.size(); ++y) {
          for (const size_t a : ItemsNamed(names[x])) {
            for (const size_t b : ItemsNamed(names[y])) {
              if (a != b && items_[a].kind == kind && items_[b].kind == kind)
                apart.insert(std::minmax(a, b));
            }
          }
        }
      }
    }
    return apart;
  }

  void JoinCorrected() {
    for (const auto& names : corrections_.same) {
      std::vector<size_t> all;
      for (const std::string& name : names) {
        for (const size_t item : ItemsNamed(name)) all.push_back(item);
      }
      for (const size_t item : all) Add(all.front(), item, "a correction says so");
    }
  }

  // ---- names, types, ids ----
  std::string BestForm(size_t item) const {
    if (items_[item].kind == ItemKind::kPerson) return items_[item].key;
    if (items_[item].kind == ItemKind::kState) return StateName(items_[item].key);
    const auto& forms = facts_[item].forms;
    const auto best =
        std::max_element(forms.begin(), forms.end(), [](const auto& x, const auto& y) {
          return Rank(x.first, x.second) < Rank(y.first, y.second);
        });
    return best == forms.end() ? items_[item].key : best->first;
  }

  static std::tuple<size_t, int, std::string> Rank(const std::string& form, int count) {
    std::string reversed = form;  // ties: the first in the alphabet
    for (char& c : reversed) c = static_cast<char>(~c);
    return {static_cast<size_t>(std::count(form.begin(), form.end(), ' ')), count, reversed};
  }

  static std::string StateName(std::string_view code) {
    const Gazetteer& gazetteer = Gazetteer::Get();
    for (int i = 0; i < gazetteer.CountryCount(); ++i) {
      if (gazetteer.At(i).code == code) return std::string(gazetteer.At(i).name);
    }
    return std::string(code);
  }

  void NameSets() {
    std::map<size_t, std::vector<size_t>> members;
    for (size_t i = 0; i < items_.size(); ++i) members[SetOf(i)].push_back(i);
    for (const auto& [set, items] : members) {
      std::map<ActorType, int> types;
      std::tuple<size_t, int, std::string> best;
      std::string name;
      for (const size_t item : items) {
        for (const auto& [type, count] : facts_[item].types) types[type] += count;
        const std::string form = BestForm(item);
        int uses = 0;
        for (const auto& [text, count] : facts_[item].forms) uses += count;
        auto rank = Rank(form, uses);
        if (items_[item].kind == ItemKind::kState) std::get<0>(rank) = 1000;
        if (name.empty() || rank > best) best = rank, name = form;
      }
      const auto most =
          std::max_element(types.begin(), types.end(),
                           [](const auto& x, const auto& y) { return x.second < y.second; });
      names_[set] = name;
      types_[set] =
          items_[items.front()].kind == ItemKind::kState ? ActorType::kState : most->first;
    }
    ApplyNamesAndTypes();
    MakeIds();
  }

  void ApplyNamesAndTypes() {
    for (const auto& [which, name] : corrections_.name) {
      for (const size_t item : ItemsNamed(which)) names_[SetOf(item)] = name;
    }
    for (const auto& [which, type] : corrections_.type) {
      for (const size_t item : ItemsNamed(which)) types_[SetOf(item)] = type;
    }
  }

  // Slugs of the names; where two sets share one, the kind of actor and then a number tell them
  // apart.
  void MakeIds() {
    static constexpr const char* kSuffix[] = {"-person", "-organization", "-place", "-state",
                                              "-other"};
    std::vector<std::tuple<std::string, bool, std::string, size_t>> order;
    for (const auto& [set, name] : names_) {
      order.emplace_back(Slug(name), types_.at(set) != ActorType::kState, name, set);
    }
    std::sort(order.begin(), order.end());
    std::set<std::string> used;
    for (const auto& [slug, not_state, name, set] : order) {
      std::string id = slug;
      if (used.contains(id)) id += kSuffix[static_cast<size_t>(types_.at(set))];
      const std::string base = id;
      for (int i = 2; !used.insert(id).second; ++i) id = base + "-" + std::to_string(i);
      ids_[set] = id;
    }
  }

  void ExplainForms(size_t item, std::vector<ActorJoin>& lines) {
    const std::string best = BestForm(item);
    for (const auto& [form, count] : facts_[item].forms) {
      if (form == best || count == 0) continue;
      const char* why = items_[item].kind == ItemKind::kState ? "names of one state"
                        : items_[item].kind == ItemKind::kPerson
                            ? "the only person of that name in the report"
                            : "one name, articles and endings aside";
      lines.push_back({IdOf(SetOf(item)), form, best, why});
    }
  }

  static constexpr size_t kMostPeople = 300;
  std::span<const Document> reports_;
  const Corrections& corrections_;
  std::vector<Item> items_;
  std::vector<ItemFacts> facts_;
  std::vector<std::vector<size_t>> item_of_;
  std::set<std::pair<size_t, size_t>> within_, apart_;
  std::optional<Sets> sets_;
  std::vector<Join> joins_;
  std::map<size_t, std::string> names_, ids_;
  std::map<size_t, ActorType> types_;
};

// ---- writing it back ----------------------------------------------------------------------------

void Redirect(const std::vector<Index>& to, Index& index) {
  if (index != kNone) index = to[static_cast<size_t>(index)];
}

void Redirect(const std::vector<Index>& to, std::optional<Reference>& reference) {
  if (reference) Redirect(to, reference->actor);
}

// Makes actors with one id one actor: the first of them.
void MergeActors(Document& report) {
  std::map<std::string, Index> first;
  std::vector<Index> to;
  std::vector<Actor> kept;
  for (Actor& actor : report.actors) {
    const auto [found, fresh] = first.try_emplace(actor.id, static_cast<Index>(kept.size()));
    to.push_back(found->second);
    if (fresh) {
      kept.push_back(std::move(actor));
      continue;
    }
    Actor& same = kept[static_cast<size_t>(found->second)];
    same.aliases.insert(same.aliases.end(), actor.aliases.begin(), actor.aliases.end());
    same.roles.insert(same.roles.end(), actor.roles.begin(), actor.roles.end());
    if (same.country.empty()) same.country = actor.country;
  }
  if (kept.size() == report.actors.size()) {
    report.actors = std::move(kept);
    return;
  }
  report.actors = std::move(kept);
  for (Mention& mention : report.mentions)
    Redirect(to, mention.actor), Redirect(to, mention.literal);
  for (Quote& quote : report.quotes) Redirect(to, quote.speaker), Redirect(to, quote.reporter);
  for (Statement& statement : report.statements) {
    Redirect(to, statement.actor), Redirect(to, statement.target);
    for (Index& source : statement.attributed_to) Redirect(to, source);
  }
}

void SetAliases(Document& report, std::vector<std::string> former_names) {
  for (size_t a = 0; a < report.actors.size(); ++a) {
    Actor& actor = report.actors[a];
    if (!former_names[a].empty()) actor.aliases.push_back(former_names[a]);
  }
}

}  // namespace

void JoinActors(std::span<Document> reports, const Corrections& corrections) {
  Actors actors(reports, corrections);
  for (size_t r = 0; r < reports.size(); ++r) {
    Document& report = reports[r];
    std::vector<std::string> former;
    for (size_t a = 0; a < report.actors.size(); ++a) {
      Actor& actor = report.actors[a];
      const size_t set = actors.SetOf(actors.ItemOf(r, a));
      former.push_back(actor.name);
      actor.id = actors.IdOf(set);
      actor.name = actors.NameOf(set);
      actor.type = actors.TypeOf(set);
    }
    SetAliases(report, std::move(former));
    MergeActors(report);
    for (Actor& actor : report.actors) {
      std::sort(actor.aliases.begin(), actor.aliases.end());
      actor.aliases.erase(std::unique(actor.aliases.begin(), actor.aliases.end()),
                          actor.aliases.end());
      std::erase(actor.aliases, actor.name);
    }
  }
}

std::vector<ActorJoin> ExplainJoins(std::span<const Document> reports,
                                    const Corrections& corrections) {
  return Actors(reports, corrections).Explain();
}

}  // namespace synoptic
