#include "doc/conllu.h"

#include <algorithm>

#include "base/ascii.h"

namespace synoptic {
namespace {

// A field must not hold tabs or line breaks; an empty one is "_".
void AppendField(std::string_view field, std::string& out) {
  const size_t at = out.size();
  out += field.empty() ? "_" : field;
  std::replace_if(out.begin() + static_cast<std::ptrdiff_t>(at), out.end(), IsSpace, ' ');
}

void WriteToken(const Document& document, const Sentence& sentence, Index index, std::string& out) {
  const Token& token = document.tokens[static_cast<size_t>(index)];
  out += std::to_string(index - sentence.first_token + 1) + '\t';
  AppendField(document.Word(index), out);
  out += '\t';
  AppendField(token.lemma, out);
  ((out += '\t') += Name(token.pos)) += "\t_\t_\t";
  if (sentence.parsed) {
    out += std::to_string(token.head == kNone ? 0 : token.head - sentence.first_token + 1) + '\t';
    out += token.head == kNone ? "root" : Name(token.relation);
  } else {
    out += "_\t_";
  }
  const bool last = index + 1 == sentence.end_token;
  const bool close =
      !last && document.tokens[static_cast<size_t>(index) + 1].span.begin == token.span.end;
  out += close ? "\t_\tSpaceAfter=No\n" : "\t_\t_\n";
}

}  // namespace

void WriteConllu(const Document& document, std::string& out) {
  out += "# newdoc id = ";
  AppendField(document.id, out);
  out += '\n';
  for (size_t i = 0; i < document.sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[i];
    out += "# sent_id = " + std::to_string(i + 1) + "\n# text = ";
    AppendField(document.Cut(sentence.span), out);
    out += '\n';
    for (Index t = sentence.first_token; t < sentence.end_token; ++t) {
      WriteToken(document, sentence, t, out);
    }
    out += '\n';
  }
}

}  // namespace synoptic
