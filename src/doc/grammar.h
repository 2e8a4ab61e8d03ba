// Parts of speech and dependency relations of Universal Dependencies 2.
#ifndef SYNOPTIC_DOC_GRAMMAR_H_
#define SYNOPTIC_DOC_GRAMMAR_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace synoptic {

enum class Upos : uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX,
};

inline constexpr std::array<std::string_view, 17> kUposNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

// Universal relations and the English subtypes that later stages tell apart.
enum class Relation : uint8_t {
  kRoot,
  kNsubj,
  kNsubjPass,
  kObj,
  kIobj,
  kCsubj,
  kCsubjPass,
  kCcomp,
  kXcomp,
  kObl,
  kOblAgent,
  kOblTmod,
  kOblNpmod,
  kVocative,
  kExpl,
  kDislocated,
  kAdvcl,
  kAdvmod,
  kDiscourse,
  kAux,
  kAuxPass,
  kCop,
  kMark,
  kNmod,
  kNmodPoss,
  kNmodTmod,
  kAppos,
  kNummod,
  kAcl,
  kAclRelcl,
  kAmod,
  kDet,
  kDetPredet,
  kCase,
  kConj,
  kCc,
  kCcPreconj,
  kFixed,
  kFlat,
  kCompound,
  kCompoundPrt,
  kList,
  kParataxis,
  kOrphan,
  kGoeswith,
  kReparandum,
  kPunct,
  kDep,
};

inline constexpr std::array<std::string_view, 48> kRelationNames = {
    "root",       "nsubj",     "nsubj:pass", "obj",        "iobj",         "csubj",
    "csubj:pass", "ccomp",     "xcomp",      "obl",        "obl:agent",    "obl:tmod",
    "obl:npmod",  "vocative",  "expl",       "dislocated", "advcl",        "advmod",
    "discourse",  "aux",       "aux:pass",   "cop",        "mark",         "nmod",
    "nmod:poss",  "nmod:tmod", "appos",      "nummod",     "acl",          "acl:relcl",
    "amod",       "det",       "det:predet", "case",       "conj",         "cc",
    "cc:preconj", "fixed",     "flat",       "compound",   "compound:prt", "list",
    "parataxis",  "orphan",    "goeswith",   "reparandum", "punct",        "dep"};

constexpr std::string_view Name(Upos pos) { return kUposNames[static_cast<size_t>(pos)]; }
constexpr std::string_view Name(Relation relation) {
  return kRelationNames[static_cast<size_t>(relation)];
}

// The value of that name; nullopt for a name that is none.
std::optional<Upos> UposFromName(std::string_view name);
// A subtype we do not tell apart reads as its universal relation ("acl:cleft" is acl).
std::optional<Relation> RelationFromName(std::string_view name);

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_GRAMMAR_H_
