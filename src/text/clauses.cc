#include "text/clauses.h"

#include <algorithm>

namespace synoptic {
namespace {

bool OpensClause(Relation relation) {
  switch (relation) {
    case Relation::kRoot:
    case Relation::kCcomp:
    case Relation::kCsubj:
    case Relation::kCsubjPass:
    case Relation::kAdvcl:
    case Relation::kAclRelcl:
    case Relation::kParataxis:
      return true;
    default:
      return false;
  }
}

bool IsSubject(Relation relation) {
  return relation == Relation::kNsubj || relation == Relation::kNsubjPass;
}

bool Negates(std::string_view lemma) {
  return lemma == "not" || lemma == "n't" || lemma == "never" || lemma == "no" ||
         lemma == "nobody" || lemma == "nothing" || lemma == "none" || lemma == "neither" ||
         lemma == "nor" || lemma == "hardly";
}

class SentenceClauses {
 public:
  SentenceClauses(const Document& doc, Index sentence, std::vector<Clause>& out)
      : doc_(doc),
        sentence_(doc.sentences[static_cast<size_t>(sentence)]),
        out_(out),
        number_(sentence) {}

  void Add() {
    if (!sentence_.parsed || sentence_.first_token == sentence_.end_token) return AddWhole();
    const size_t first = out_.size();
    owner_.assign(static_cast<size_t>(sentence_.end_token - sentence_.first_token), kNone);
    for (Index i = sentence_.first_token; i < sentence_.end_token; ++i) {
      if (!IsHead(i)) continue;
      owner_[Local(i)] = static_cast<Index>(out_.size());
      Clause clause;
      clause.sentence = number_;
      clause.head = i;
      clause.relation = At(i).relation;
      out_.push_back(std::move(clause));
    }
    if (out_.size() == first) return AddWhole();
    for (Index i = sentence_.first_token; i < sentence_.end_token; ++i)
      Give(i, static_cast<Index>(first));
    for (size_t i = first; i < out_.size(); ++i) Finish(out_[i]);
  }

 private:
  const Token& At(Index token) const { return doc_.tokens[static_cast<size_t>(token)]; }
  size_t Local(Index token) const { return static_cast<size_t>(token - sentence_.first_token); }
  bool Inside(Index token) const {
    return token >= sentence_.first_token && token < sentence_.end_token;
  }

  // A conjunct opens a clause where it has a subject of its own or is a finite verb beside a
  // clause's head.
  bool IsHead(Index token) const {
    const Token& word = At(token);
    if (word.head == kNone || OpensClause(word.relation)) return true;
    if (word.relation != Relation::kConj || !Inside(word.head)) return false;
    if (word.pos != Upos::kVerb && word.pos != Upos::kAux) return HasSubject(token);
    Index head = word.head;
    for (int step = 0; step < 8 && At(head).relation == Relation::kConj && Inside(At(head).head);
         ++step) {
      head = At(head).head;
    }
    return OpensClause(At(head).relation) || At(head).head == kNone || HasSubject(token);
  }

  bool HasSubject(Index token) const {
    for (Index i = std::max(sentence_.first_token, token - 12); i < token; ++i) {
      if (At(i).head == token && IsSubject(At(i).relation)) return true;
    }
    return false;
  }

  // The clause of a token is that of its nearest ancestor that heads one. Paths are shortened as
  // they are walked, so that a chain of any depth costs one pass.
  void Give(Index token, Index fallback) {
    path_.clear();
    Index at = token;
    while (owner_[Local(at)] == kNone) {
      path_.push_back(at);
      owner_[Local(at)] = fallback;  // ends a cycle, should a parse ever hold one
      const Index head = At(at).head;
      if (head == kNone || !Inside(head)) break;
      at = head;
    }
    const Index owner = owner_[Local(at)];
    for (const Index on_path : path_) owner_[Local(on_path)] = owner;
    Clause& clause = out_[static_cast<size_t>(owner)];
    clause.tokens.push_back(token);
  }

  void Finish(Clause& clause) {
    const Index above = At(clause.head).head;
    if (above != kNone && Inside(above)) clause.parent = owner_[Local(above)];
    size_t begin = 0, end = clause.tokens.size();
    while (begin + 1 < end && At(clause.tokens[begin]).pos == Upos::kPunct) ++begin;
    while (end > begin + 1 && At(clause.tokens[end - 1]).pos == Upos::kPunct) --end;
    clause.span = At(clause.tokens[begin]).span.Cover(At(clause.tokens[end - 1]).span);
    for (const Index token : clause.tokens) {
      if (At(token).head == clause.head) Attach(clause, token);
    }
    for (const Index token : clause.tokens) {
      const Index head = At(token).head;
      if (head != kNone &&
          (head == clause.head || head == clause.subject || head == clause.object) &&
          Negates(At(token).lemma)) {
        clause.negated = true;
      }
    }
    for (const Index end_token : {clause.subject, clause.object}) {
      if (end_token != kNone && Negates(At(end_token).lemma)) clause.negated = true;
    }
  }

  void Attach(Clause& clause, Index token) {
    const Relation relation = At(token).relation;
    if (IsSubject(relation)) clause.subject = token;
    if (relation == Relation::kNsubjPass || relation == Relation::kAuxPass) clause.passive = true;
    if (relation == Relation::kObj && clause.object == kNone) clause.object = token;
  }

  void AddWhole() {
    Clause clause;
    clause.sentence = number_;
    clause.span = sentence_.span;
    for (Index i = sentence_.first_token; i < sentence_.end_token; ++i) {
      clause.tokens.push_back(i);
      if (Negates(At(i).lemma)) clause.negated = true;
    }
    out_.push_back(std::move(clause));
  }

  const Document& doc_;
  const Sentence& sentence_;
  std::vector<Clause>& out_;
  Index number_;
  std::vector<Index> owner_, path_;
};

}  // namespace

std::vector<Clause> FindClauses(const Document& document) {
  std::vector<Clause> clauses;
  for (size_t i = 0; i < document.sentences.size(); ++i) {
    SentenceClauses(document, static_cast<Index>(i), clauses).Add();
  }
  return clauses;
}

}  // namespace synoptic
