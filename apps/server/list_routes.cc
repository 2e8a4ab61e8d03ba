#include <algorithm>
#include <span>

#include "server/params.h"
#include "server/problem.h"
#include "server/routes.h"
#include "server/row_json.h"

namespace synoptic {
namespace {

constexpr std::string_view kKinds[] = {
    "proposal",  "demand",     "condition",       "response",        "ceasefire",
    "violation", "mediation",  "sanction-threat", "agreement-draft", "attack",
    "guarantee", "monitoring", "position"};
constexpr std::string_view kStatuses[] = {"proposed", "agreed",  "in-force", "expired",
                                          "rejected", "claimed", "planned",  "threatened"};

// What all lists take; `error` is set where the request is wrong.
struct ListRequest {
  PageRequest page;
  ReportFilter filter;
  std::optional<Error> error;

  ListRequest(const HttpRequest& request, std::initializer_list<std::string_view> known) {
    const Target& target = request.target;
    if (auto checked = CheckParameters(target, known); !checked) error = checked.error();
    if (auto read = ReadPage(target); read)
      page = std::move(*read);
    else
      error = error ? error : read.error();
    if (auto read = ReadFilter(target); read)
      filter = std::move(*read);
    else
      error = error ? error : read.error();
  }

  void OneOf(const HttpRequest& request, std::string_view name,
             std::span<const std::string_view> values) {
    const std::string_view value = request.target.Value(name);
    if (error || value.empty() || std::find(values.begin(), values.end(), value) != values.end()) {
      return;
    }
    std::string all;
    for (const std::string_view one : values) all += (all.empty() ? "" : ", ") + std::string(one);
    error = Error{ErrorCode::kInvalid, "parameter " + std::string(name) + ": not one of " + all};
  }
};

template <typename Row>
HttpResponse PageAnswer(const HttpRequest& request, const Result<RowPage<Row>>& page) {
  if (!page) return Problem(page.error());
  return JsonAnswer(
      PageJson(*page, page->next.empty() ? "" : TargetWith(request.target, "cursor", page->next)));
}

}  // namespace

HttpResponse ListStories(Service& service, const HttpRequest& request) {
  const ListRequest list(request, {"limit", "cursor", "from", "to", "source", "actor", "q"});
  if (list.error) return Problem(*list.error);
  return PageAnswer(request,
                    service.archive.Stories(list.filter, request.target.Value("q"), list.page));
}

HttpResponse ListReports(Service& service, const HttpRequest& request) {
  const ListRequest list(request, {"limit", "cursor", "from", "to", "source", "actor", "story"});
  if (list.error) return Problem(*list.error);
  return PageAnswer(request, service.archive.Reports(list.filter, list.page));
}

HttpResponse SearchReports(Service& service, const HttpRequest& request) {
  ListRequest list(request, {"q", "in", "limit", "cursor", "from", "to", "source", "actor"});
  static constexpr std::string_view kPlaces[] = {"all", "text", "quotes", "actors"};
  list.OneOf(request, "in", kPlaces);
  if (list.error) return Problem(*list.error);
  SearchIn in = SearchIn::kAll;
  for (const SearchIn place : {SearchIn::kText, SearchIn::kQuotes, SearchIn::kActors}) {
    if (request.target.Value("in") == SearchPlace(place)) in = place;
  }
  return PageAnswer(request,
                    service.archive.Search(request.target.Value("q"), in, list.filter, list.page));
}

HttpResponse ListQuotes(Service& service, const HttpRequest& request) {
  const ListRequest list(request,
                         {"speaker", "about", "limit", "cursor", "from", "to", "source", "actor"});
  if (list.error) return Problem(*list.error);
  return PageAnswer(request,
                    service.archive.Quotes(request.target.Value("speaker"),
                                           request.target.Value("about"), list.filter, list.page));
}

HttpResponse ListLedger(Service& service, const HttpRequest& request) {
  ListRequest list(request, {"kind", "status", "limit", "cursor", "from", "to", "source", "actor"});
  list.OneOf(request, "kind", kKinds);
  list.OneOf(request, "status", kStatuses);
  if (list.error) return Problem(*list.error);
  const LedgerFilter which{std::string(request.target.Value("kind")),
                           std::string(request.target.Value("status"))};
  return PageAnswer(request, service.archive.Ledger(which, list.filter, list.page));
}

HttpResponse ListTimeline(Service& service, const HttpRequest& request) {
  const ListRequest list(request, {"limit", "cursor", "from", "to", "source", "actor"});
  if (list.error) return Problem(*list.error);
  return PageAnswer(request, service.archive.Timeline(list.filter, list.page));
}

HttpResponse ListCorrections(Service& service, const HttpRequest& request) {
  const ListRequest list(request, {"limit", "cursor", "story"});
  if (list.error) return Problem(*list.error);
  return PageAnswer(request, service.archive.Corrections(list.filter.story, list.page));
}

HttpResponse GetStatus(Service& service, const HttpRequest& request) {
  if (auto checked = CheckParameters(request.target, {}); !checked) {
    return Problem(checked.error());
  }
  const auto counts = service.archive.Counts();
  if (!counts) return Problem(counts.error());
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("version", SYNOPTIC_VERSION);
  json.Field("schema", counts->schema);
  json.Key("reports"), json.Int(static_cast<int64_t>(counts->reports));
  json.Key("stories"), json.Int(static_cast<int64_t>(counts->stories));
  json.Key("may"), json.BeginArray();
  json.String("read");
  if (RightOf(request, service.rules) == Right::kWrite) json.String("write");
  json.EndArray();
  json.EndObject();
  return JsonAnswer(std::move(out));
}

}  // namespace synoptic
