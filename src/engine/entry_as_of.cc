#include "engine/entry_as_of.h"

#include "doc/labels.h"
#include "ledger/ledger.h"
#include "store/json_tree.h"

namespace synoptic {
namespace {

std::vector<std::string> ListOf(const JsonTree& value) {
  std::vector<std::string> items;
  if (const auto one = TextOf(value)) items.emplace_back(*one);
  if (!value.IsArray()) return items;
  for (const JsonTree& item : value.GetArray()) {
    if (const auto one = TextOf(item)) items.emplace_back(*one);
  }
  return items;
}

std::optional<LedgerEntry> EntryOf(const JsonTree& tree) {
  const auto kind = FromLabel<LedgerKind>(WordAt(tree, "kind"));
  const auto status = FromLabel<LedgerStatus>(WordAt(tree, "status"));
  if (!kind || !status) return std::nullopt;
  LedgerEntry entry;
  entry.id = WordAt(tree, "id");
  entry.kind = *kind;
  entry.status = *status;
  entry.actors = ListOf(At(tree, "actor"));
  entry.target = WordAt(tree, "target");
  entry.what = WordAt(tree, "what");
  entry.when = WordAt(tree, "when");
  entry.made = WordAt(tree, "made");
  entry.deadline = WordAt(tree, "deadline");
  entry.where = WordAt(tree, "where");
  entry.conditional_on = WordAt(tree, "conditional_on");
  entry.terms = ListOf(At(tree, "terms"));
  entry.names = ListOf(At(tree, "names"));
  entry.alleged_by = ListOf(At(tree, "alleged_by"));
  return entry;
}

}  // namespace

std::optional<LedgerEntry> ReadLedgerEntry(std::string_view json) {
  rapidjson::Document tree;
  tree.Parse(json.data(), json.size());
  if (tree.HasParseError() || !tree.IsObject()) return std::nullopt;
  return EntryOf(tree);
}

std::optional<std::string> EntryAsOf(std::string_view json, Date date) {
  rapidjson::Document tree;
  tree.Parse(json.data(), json.size());
  if (tree.HasParseError() || !tree.IsObject()) return std::nullopt;
  std::optional<LedgerEntry> entry = EntryOf(tree);
  if (!entry) return std::nullopt;
  const std::vector<LedgerEntry> then = LedgerAsOf({std::move(*entry)}, date);
  if (then.empty()) return std::nullopt;
  const std::string_view status = Label(then.front().status);
  tree["status"].SetString(status.data(), static_cast<rapidjson::SizeType>(status.size()));
  return Rendered(tree);
}

}  // namespace synoptic
