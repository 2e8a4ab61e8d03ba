#include "ingest/json_ld.h"

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>

#include <algorithm>

#include "base/ascii.h"

namespace synoptic {
namespace {

using Value = rapidjson::Value;

constexpr int kDeepest = 12;

const Value* Field(const Value& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string_view Text(const Value* value) {
  if (!value || !value->IsString()) return {};
  return Trim({value->GetString(), value->GetStringLength()});
}

bool IsArticle(const Value& object) {
  const Value* type = Field(object, "@type");
  const auto is = [](const Value& name) {
    const std::string_view text = Text(&name);
    return text.ends_with("Article") || text.ends_with("Posting") || text == "Report" ||
           text == "Review" || text == "LiveBlogPosting";
  };
  if (!type) return false;
  if (type->IsArray()) return std::any_of(type->Begin(), type->End(), is);
  return is(*type);
}

bool IsNews(const Value& article) {
  const Value* type = Field(article, "@type");
  const auto is = [](const Value& name) {
    return Text(&name).find("News") != std::string_view::npos;
  };
  return type->IsArray() ? std::any_of(type->Begin(), type->End(), is) : is(*type);
}

// The first article at or below `value`.
const Value* FindArticle(const Value& value, int depth) {
  if (depth > kDeepest) return nullptr;
  if (value.IsArray()) {
    for (const Value& item : value.GetArray()) {
      if (const Value* found = FindArticle(item, depth + 1)) return found;
    }
  } else if (value.IsObject()) {
    if (IsArticle(value)) return &value;
    for (const char* name :
         {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"}) {
      const Value* inner = Field(value, name);
      if (!inner) continue;
      if (const Value* found = FindArticle(*inner, depth + 1)) return found;
    }
  }
  return nullptr;
}

// The first date on which anything at or below `value` appeared: of a page, a video, a recording.
std::optional<Moment> FindPageDate(const Value& value, int depth) {
  if (depth > kDeepest) return std::nullopt;
  if (value.IsArray()) {
    for (const Value& item : value.GetArray()) {
      if (auto found = FindPageDate(item, depth + 1)) return found;
    }
  } else if (value.IsObject()) {
    for (const char* name : {"datePublished", "uploadDate", "dateCreated"}) {
      if (auto found = ParsePageDate(Text(Field(value, name)))) return found;
    }
    for (const char* name : {"@graph", "mainEntity", "mainEntityOfPage", "video"}) {
      const Value* inner = Field(value, name);
      if (!inner) continue;
      if (auto found = FindPageDate(*inner, depth + 1)) return found;
    }
  }
  return std::nullopt;
}

void AddAuthors(const Value* value, std::vector<std::string>& authors) {
  if (!value) return;
  if (value->IsArray()) {
    for (const Value& item : value->GetArray()) {
      if (!item.IsArray()) AddAuthors(&item, authors);
    }
    return;
  }
  std::string_view name = Text(value);
  if (value->IsObject()) {
    const Value* inner = Field(*value, "name");
    if (inner && inner->IsArray()) return AddAuthors(inner, authors);
    name = Text(inner);
  }
  if (!name.empty()) authors.emplace_back(name);
}

void AddSources(const Value* value, std::vector<std::string>& sources) {
  if (!value) return;
  if (value->IsArray()) {
    for (const Value& item : value->GetArray()) {
      if (!item.IsArray()) AddSources(&item, sources);
    }
    return;
  }
  std::string_view name = Text(value);
  if (value->IsObject()) {
    name = Text(Field(*value, "name"));
    if (name.empty()) name = Text(Field(*value, "url"));
  }
  if (!name.empty()) sources.emplace_back(name);
}

bool IsNotFree(const Value& article) {
  const Value* free = Field(article, "isAccessibleForFree");
  if (!free) return false;
  return free->IsBool() ? !free->GetBool() : EqualsIgnoreCase(Text(free), "false");
}

void AddUpdates(const Value* updates, std::vector<Update>& list) {
  if (!updates || !updates->IsArray()) return;
  for (const Value& item : updates->GetArray()) {
    if (!item.IsObject()) continue;
    list.push_back({PlainText(std::string(Text(Field(item, "headline")))),
                    PlainText(std::string(Text(Field(item, "articleBody")))),
                    ParsePageDate(Text(Field(item, "datePublished")))});
  }
}

// Pages wrap JSON in comments and leave raw line breaks in strings.
void Mend(std::string& json) {
  const size_t open = json.find_first_of("{[");
  const size_t close = json.find_last_of("}]");
  if (open == std::string::npos || close == std::string::npos || close < open) return json.clear();
  json = json.substr(open, close - open + 1);
  std::replace_if(
      json.begin(), json.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
}

}  // namespace

void ReadJsonLd(std::string json, PageMeta& meta) {
  Mend(json);
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseTrailingCommasFlag>(json.data(),
                                                                                       json.size());
  if (document.HasParseError()) return;
  if (!meta.page_date) meta.page_date = FindPageDate(document, 0);
  const Value* const article = FindArticle(document, 0);
  if (!article) return;
  if (meta.title.empty()) {
    meta.title = PlainText(std::string(Text(Field(*article, "headline"))));
    meta.news = IsNews(*article);
  }
  if (meta.authors.empty()) AddAuthors(Field(*article, "author"), meta.authors);
  if (!meta.published) meta.published = ParsePageDate(Text(Field(*article, "datePublished")));
  if (!meta.published) meta.published = ParsePageDate(Text(Field(*article, "dateCreated")));
  if (!meta.modified) meta.modified = ParsePageDate(Text(Field(*article, "dateModified")));
  if (meta.body.empty()) meta.body = Text(Field(*article, "articleBody"));
  if (const Value* publisher = Field(*article, "publisher");
      publisher && publisher->IsObject() && meta.source.empty()) {
    meta.source = Text(Field(*publisher, "name"));
  }
  AddSources(Field(*article, "isBasedOn"), meta.based_on);
  meta.paywall |= IsNotFree(*article);
  AddUpdates(Field(*article, "liveBlogUpdate"), meta.updates);
}

}  // namespace synoptic
