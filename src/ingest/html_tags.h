// What the parser of pages knows of elements by their names.
#ifndef SYNOPTIC_INGEST_HTML_TAGS_H_
#define SYNOPTIC_INGEST_HTML_TAGS_H_

#include <cstdint>
#include <string_view>

namespace synoptic {

// Elements that the parser or those who read its tree ask for; all others are kOther.
enum class TagId : uint8_t {
  kOther,
  // clang-format off
  kA, kAbbr, kAcronym, kAddress, kApplet, kArea, kArticle, kAside, kAudio, kB, kBase, kBasefont,
  kBdo, kBig, kBlockquote, kBody, kBr, kButton, kCanvas, kCaption, kCenter, kCite, kCode, kCol, kColgroup,
  kDd, kDetails, kDfn, kDialog, kDir, kDiv, kDl, kDt, kEm, kEmbed, kFieldset, kFigcaption, kFigure,
  kFont, kFooter, kForm, kFrame, kFrameset, kH1, kH2, kH3, kH4, kH5, kH6, kHead, kHeader, kHgroup,
  kHr, kHtml, kI, kIframe, kImg, kInput, kIsindex, kKbd, kLabel, kLegend, kLi, kLink, kListing,
  kMain, kMap, kMenu, kMeta, kNav, kNoframes, kNoscript, kObject, kOl, kOptgroup, kOption, kP,
  kParam, kPre, kQ, kS, kSamp, kScript, kSection, kSelect, kSmall, kSpan, kStrike, kStrong, kStyle,
  kSub, kSummary, kSup, kSvg, kTable, kTbody, kTd, kTemplate, kTextarea, kTfoot, kTh, kThead, kTime,
  kTitle, kTr, kTt, kU, kUl, kVar, kVideo, kXmp,
  // clang-format on
  kCount
};

// By the name in lower case. Cost: one look-up by hash.
TagId TagIdOf(std::string_view name);

// Whether an element has no content, so that its start tag ends it (HTML 4.01).
bool IsVoid(TagId tag);

// Whether the start of `next` ends an open `open` whose end tag may be left out or was forgotten,
// as libxml2 judges it, which is kinder to old pages than HTML 5.
bool EndsAtStartOf(TagId open, TagId next);

// An end tag closes no open element of higher rank than its own.
uint8_t EndRank(TagId tag);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_HTML_TAGS_H_
