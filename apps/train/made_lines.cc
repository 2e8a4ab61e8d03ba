// Lines of news made from patterns.
#include <algorithm>
#include <fstream>
#include <map>

#include "base/ascii.h"
#include "name_examples.h"

namespace synoptic {
namespace {

// Fills the patterns of apps/train/made_lines.txt, which says what they mean.
class LineMaker {
 public:
  LineMaker(const NameLists& lists, Random& random) : lists_(lists), random_(random) {}

  // One story: some of its lines, repeated where the pattern says so, slots kept throughout.
  Example Story(const std::vector<std::string>& patterns, std::string id) {
    slots_.clear();
    Example out{"made", std::move(id), {}, {}};
    for (const std::string& pattern : patterns) {
      if (Chance(random_, 0.15)) continue;
      const bool repeat = pattern.front() == '*';
      const bool capitals = pattern.starts_with("L ");
      const size_t times = repeat ? 1 + Pick(random_, 4) : 1;
      for (size_t i = 0; i < times; ++i) {
        const size_t begin = out.text.size();
        Append(std::string_view(pattern).substr(repeat ? 1 : capitals ? 2 : 0), out);
        if (!capitals || Chance(random_, 0.2)) continue;
        for (size_t at = begin; at < out.text.size(); ++at) out.text[at] = ToUpper(out.text[at]);
      }
    }
    return out;
  }

 private:
  void Append(std::string_view pattern, Example& out) {
    for (size_t at = 0; at < pattern.size(); ++at) {
      const size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
      if (close == std::string_view::npos) {
        out.text += pattern[at];
        continue;
      }
      Fill(pattern[at + 1], pattern.substr(at + 2, close - at - 2), out);
      at = close;
    }
    out.text += '\n';
  }

  const std::string& Any(const std::vector<std::string>& list) {
    return list[Pick(random_, list.size())];
  }
  template <size_t N>
  std::string Any(const char* const (&list)[N]) {
    return list[Pick(random_, N)];
  }

  void Name(const std::string& name, Kind kind, Example& out) {
    const uint32_t begin = static_cast<uint32_t>(out.text.size());
    out.text += name;
    out.gold.push_back({{begin, static_cast<uint32_t>(out.text.size())}, kind});
  }

  // What stands for `kind` and `number` in this story; a new one each time where there is no
  // number.
  const std::string& Slot(char kind, std::string_view number) {
    std::string key(1, kind);
    key += number;
    if (!number.empty()) {
      if (const auto known = slots_.find(key); known != slots_.end()) return known->second;
    }
    return slots_[key] = Make(kind, number);
  }

  std::string Make(char kind, std::string_view number) {
    switch (kind) {
      case 'G':
        return Any(lists_.given);
      case 'F':
        return Chance(random_, 0.03) ? Any(lists_.family) + "-" + Any(lists_.family)
                                     : Any(lists_.family);
      case 'C':
        return Any(lists_.countries);
      case 'T':
        return Any(lists_.cities);
      case 'R':
        return Any(lists_.regions);
      case 'S':
        return Club();
      case 'K':
      case 'k':
        return Nickname();
      case 'o':
        return Word();
      case 'O':
        return (number.empty() ? Word() : Slot('o', number)) +
               (Chance(random_, 0.2) ? Any(kTrades) : "") + Any(kCompanyEnds);
      case 'A':
        return Any(kAgencies);
      case 'M':
        return Any(kOffices);
      case 'Y':
        return Party();
      case 'B':
        return Letters();
      case 'U':
        return Institution();
      case 'E':
        return Chance(random_, 0.4)   ? Any(lists_.countries) + " Open"
               : Chance(random_, 0.3) ? Any(lists_.cities) + " Grand Prix"
                                      : Any(kEvents);
      case 'J':
        return Any(lists_.adjectives);
      case 'X':
        return Any(lists_.given) + " Star";
      default:
        return std::string();
    }
  }

  std::string Word() {
    std::string word = Chance(random_, 0.7) ? Any(lists_.family) : Any(lists_.cities);
    if (Chance(random_, 0.3)) word = word.substr(0, std::min<size_t>(word.size(), 4)) + Any(kStems);
    return std::all_of(word.begin(), word.end(), [](char c) { return (c & 0x80) == 0; })
               ? word
               : Any(kStems) + std::string("tex");
  }
  std::string Club() {
    if (Chance(random_, 0.2)) return Any(kClubStarts) + Any(lists_.cities);
    if (Chance(random_, 0.3)) return Any(lists_.regions);
    return Any(lists_.cities) + (Chance(random_, 0.3) ? Any(kClubEnds) : "");
  }
  std::string Nickname() { return Any(kNicknames); }
  std::string Letters() {
    std::string letters;
    for (size_t i = 2 + Pick(random_, 4); i-- > 0;)
      letters += static_cast<char>('A' + Pick(random_, 26));
    if (Chance(random_, 0.1)) return "U.N.";
    return letters;
  }
  std::string Party() {
    const std::string what = Any(kPartyWords);
    if (Chance(random_, 0.2)) return what + " Party of " + Any(lists_.countries);
    if (Chance(random_, 0.2)) return Any(lists_.regions) + " Liberation Front";
    return what + Any(kPartyEnds);
  }
  std::string Institution() {
    const std::string town = Chance(random_, 0.7) ? Any(lists_.cities) : Any(lists_.family);
    if (Chance(random_, 0.3)) return "University of " + town;
    return town + Any(kInstitutions);
  }

  void Fill(char what, std::string_view number, Example& out) {
    switch (what) {
      case 'P': {
        std::string middle =
            Chance(random_, 0.05) ? " " + Any(lists_.given).substr(0, 1) + "." : "";
        return Name(Slot('G', number) + middle + " " + Slot('F', number), Kind::kPer, out);
      }
      case 'I': {
        const std::string initial = Slot('G', number).substr(0, 1);
        return Name((IsAlpha(initial[0]) ? initial : "J") + (Chance(random_, 0.8) ? ". " : ".") +
                        Slot('F', number),
                    Kind::kPer, out);
      }
      case 'F':
      case 'G':
        return Name(Slot(what, number), Kind::kPer, out);
      case 'C':
      case 'T':
      case 'R':
        return Name(Slot(what, number), Kind::kLoc, out);
      case 'K':
        return Name(Any(lists_.cities) + " " + Slot('K', number), Kind::kOrg, out);
      case 'k':
        return Name(Slot('K', number), Kind::kOrg, out);
      case 'S':
      case 'O':
      case 'o':
      case 'A':
      case 'M':
      case 'Y':
      case 'B':
      case 'U':
        return Name(Slot(what, number), Kind::kOrg, out);
      case 'E':
      case 'J':
      case 'X':
        return Name(Slot(what, number), Kind::kOther, out);
      case 'N':
        out.text += std::to_string(Pick(random_, 9));
        return;
      case 'W':
        out.text += std::to_string(10 + Pick(random_, 190));
        return;
      case 'D':
        return Day(out);
      default:
        return;
    }
  }
  void Day(Example& out) {
    const std::string month = std::to_string(1 + Pick(random_, 9)),
                      day = std::to_string(10 + Pick(random_, 19));
    if (Chance(random_, 0.6))
      out.text += "20" + std::to_string(10 + Pick(random_, 16)) + "-0" + month + "-" + day;
    else
      out.text += Any(kMonths) + " " + day;
  }

  static constexpr const char* kCompanyEnds[] = {
      " Corp",   " Inc",      " Ltd",        " Group",    " Bank",       " Airlines",
      " AG",     " SA",       " Co",         " Holdings", " Industries", " Plc",
      " & Co",   " Partners", " Securities", " Inc.",     " Corp.",      " Co Ltd",
      " NV",     " SpA",      " Oil",        " Motors",   " Brothers",   " International",
      " Systems"};
  static constexpr const char* kTrades[] = {" Steel", " Energy",    " Telecom", " Chemical",
                                            " Foods", " Insurance", " Media",   " Electric",
                                            " Gas",   " Mining",    " Software"};
  static constexpr const char* kStems[] = {"tel", "corp", "tech", "max", "tron", "gas",
                                           "com", "net",  "star", "sun", "bank", "air"};
  static constexpr const char* kAgencies[] = {"Reuters",
                                              "Tass",
                                              "Interfax",
                                              "Xinhua",
                                              "Itar-Tass",
                                              "RIA",
                                              "Kyodo",
                                              "BBC",
                                              "CNN",
                                              "AFP",
                                              "AP",
                                              "DPA",
                                              "ANSA",
                                              "The Times",
                                              "Daily News",
                                              "Evening Post",
                                              "Morning Herald",
                                              "Tribune",
                                              "Radio One",
                                              "State Television",
                                              "National Radio"};
  static constexpr const char* kOffices[] = {"Foreign Ministry",
                                             "Interior Ministry",
                                             "Defence Ministry",
                                             "Ministry of Trade",
                                             "Finance Ministry",
                                             "Supreme Court",
                                             "Constitutional Court",
                                             "High Court",
                                             "Senate",
                                             "House of Representatives",
                                             "Congress",
                                             "Parliament",
                                             "State Department",
                                             "Pentagon",
                                             "Federal Reserve",
                                             "Central Bank",
                                             "European Commission",
                                             "European Union",
                                             "Security Council",
                                             "United Nations",
                                             "Red Cross",
                                             "Treasury",
                                             "Election Commission",
                                             "Justice Department",
                                             "Agriculture Department",
                                             "World Bank",
                                             "District Court",
                                             "National Assembly",
                                             "Labour Ministry",
                                             "Coast Guard"};
  static constexpr const char* kPartyWords[] = {"Socialist",
                                                "Democratic",
                                                "Conservative",
                                                "Labour",
                                                "National",
                                                "Liberal",
                                                "Christian Democratic",
                                                "People's",
                                                "Workers",
                                                "Republican",
                                                "Green",
                                                "Islamic",
                                                "Communist",
                                                "Social Democratic",
                                                "Reform",
                                                "Patriotic",
                                                "Freedom",
                                                "Unity",
                                                "Progress",
                                                "Farmers"};
  static constexpr const char* kPartyEnds[] = {" Party",    " Union",    " Front",
                                               " Movement", " Alliance", " League",
                                               " Party",    " Congress", " Coalition"};
  static constexpr const char* kInstitutions[] = {
      " University",          " Hospital",         " College",
      " Stock Exchange",      " Institute",        " Museum",
      " General Hospital",    " Medical Center",   " City Council",
      " Chamber of Commerce", " Police Department"};
  static constexpr const char* kClubStarts[] = {"Real ",   "Dynamo ",    "Sporting ", "Inter ",
                                                "Racing ", "FC ",        "Spartak ",  "Lokomotiv ",
                                                "AC ",     "Atletico ",  "Borussia ", "Bayer ",
                                                "Union ",  "Deportivo ", "Maccabi "};
  static constexpr const char* kClubEnds[] = {" United",    " City",     " Rovers", " Town",
                                              " Wanderers", " Athletic", " County", " Albion",
                                              " Wednesday", " Rangers"};
  static constexpr const char* kNicknames[] = {
      "Bears",     "Tigers",    "Lions",      "Eagles",   "Hawks",    "Sharks",  "Wolves",
      "Kings",     "Knights",   "Pirates",    "Giants",   "Rockets",  "Comets",  "Stars",
      "Bulls",     "Colts",     "Rams",       "Falcons",  "Panthers", "Cougars", "Jets",
      "Red Birds", "Blue Caps", "White Caps", "Senators", "Rangers",  "Royals",  "Cubs",
      "Braves",    "Saints",    "Raiders",    "Storm",    "Thunder",  "Bruins",  "Flames",
      "Islanders", "Pilots",    "Miners",     "Sailors",  "Twins"};
  static constexpr const char* kEvents[] = {
      "World Cup",    "Olympic Games", "Davis Cup",          "European Cup", "Cup Winners' Cup",
      "World Series", "Tour",          "World Championship", "Asian Games",  "Nations Cup",
      "Masters",      "Film Festival", "Champions League",   "Olympics",     "Super League",
      "Easter",       "Christmas"};
  static constexpr const char* kMonths[] = {"January", "February", "March", "April",
                                            "May",     "June",     "July",  "Aug",
                                            "Sept",    "October",  "Nov",   "Dec"};

  const NameLists& lists_;
  Random& random_;
  std::map<std::string, std::string> slots_;
};

// The stories of a file of patterns.
std::vector<std::vector<std::string>> ReadPatterns(const std::string& path) {
  std::vector<std::vector<std::string>> stories(1);
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    if (!line.empty())
      stories.back().push_back(line);
    else if (!stories.back().empty())
      stories.emplace_back();
  }
  if (stories.back().empty()) stories.pop_back();
  return stories;
}

}  // namespace

std::vector<Example> MadeExamples(const std::string& path, const NameLists& lists, Random& random,
                                  int count) {
  std::vector<Example> made;
  const auto stories = ReadPatterns(path);
  LineMaker maker(lists, random);
  for (int i = 0; i < count && !stories.empty(); ++i) {
    made.push_back(
        maker.Story(stories[static_cast<size_t>(i) % stories.size()], "made-" + std::to_string(i)));
  }
  return made;
}

}  // namespace synoptic
