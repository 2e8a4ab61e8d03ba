// Office Open XML (ECMA-376) text: a ZIP file of XML parts.
#include <zlib.h>

#include <vector>

#include "ingest/formats.h"
#include "ingest/xml_tree.h"

namespace synoptic {
namespace {

constexpr size_t kLocalHead = 30, kCentralHead = 46, kEndHead = 22, kLongestComment = 65535;
constexpr uint32_t kEncrypted = 1;

uint32_t Little(std::string_view bytes, size_t at, size_t size) {
  uint32_t number = 0;
  for (size_t i = 0; i < size; ++i)
    number |= static_cast<uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return number;
}

std::string Inflate(std::string_view packed, size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  inflateInit2(&stream, -MAX_WBITS);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(size);
  inflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

struct Unzipped {
  std::string bytes;
  std::string_view fault;  // empty where there is none
};

// The file `name` in the archive.
Unzipped Unzip(std::string_view zip, std::string_view name) {
  const size_t end = zip.rfind("PK\x05\x06");
  if (end == zip.npos || end + kEndHead > zip.size() ||
      zip.size() - end > kEndHead + kLongestComment)
    return {"", "a ZIP file that is cut short or damaged"};
  size_t at = Little(zip, end + 16, 4);
  while (at + kCentralHead <= zip.size() && zip.substr(at, 4) == "PK\x01\x02") {
    const size_t name_size = Little(zip, at + 28, 2);
    const size_t next =
        at + kCentralHead + name_size + Little(zip, at + 30, 2) + Little(zip, at + 32, 2);
    if (zip.substr(at + kCentralHead, name_size) == name) {
      const uint32_t flags = Little(zip, at + 8, 2), method = Little(zip, at + 10, 2),
                     packed = Little(zip, at + 20, 4), size = Little(zip, at + 24, 4);
      const size_t local = Little(zip, at + 42, 4);
      if (flags & kEncrypted) return {"", "encrypted"};
      if (size > kLargestReport) return {"", "too large for a report"};
      if (local + kLocalHead > zip.size()) return {"", "a ZIP file that is cut short or damaged"};
      const size_t begin =
          local + kLocalHead + Little(zip, local + 26, 2) + Little(zip, local + 28, 2);
      if (begin > zip.size()) return {"", "a ZIP file that is cut short or damaged"};
      const std::string_view data = zip.substr(begin, packed);
      if (method != 0 && method != 8) return {"", "packed by a method that is not read"};
      return {method == 8 ? Inflate(data, size) : std::string(data), ""};
    }
    at = next;
  }
  return {"", "a ZIP file, but no text document (.docx)"};
}

// Where the document is, by the package's relations; it may be called anything.
std::string DocumentName(std::string_view zip) {
  const XmlTree relations = XmlTree::Parse(Unzip(zip, "_rels/.rels").bytes);
  XmlNode* const root = relations.root();
  for (XmlNode* node = root; node; node = Next(root, node)) {
    if (!Attribute(node, "Type").ends_with("/officeDocument")) continue;
    std::string_view target = Attribute(node, "Target");
    if (target.starts_with('/')) target.remove_prefix(1);
    return std::string(target);
  }
  return "word/document.xml";
}

// What is below is no text: properties, what was deleted or moved away, codes of fields, and what
// stands there a second time for old programs.
bool IsNoText(std::string_view tag) {
  return tag == "pPr" || tag == "rPr" || tag == "sectPr" || tag == "tblPr" || tag == "del" ||
         tag == "moveFrom" || tag == "delText" || tag == "instrText" || tag == "Fallback";
}

// Paragraphs (w:p) of runs (w:t, w:tab, w:br); those of a text box behind the one that it hangs on.
class ParagraphReader {
 public:
  std::string Read(XmlNode* root) && {
    Walk(root);
    Boxes();
    return std::move(text_);
  }

 private:
  void Walk(XmlNode* root) {
    bool skip = false;
    for (XmlNode* node = root; node; node = Next(root, node, skip)) {
      const std::string_view tag = Tag(node);
      const bool box = tag == "txbxContent" && node != root;
      if (box) boxes_.push_back(node);
      skip = box || IsNoText(tag);
      if (skip) continue;
      if (tag == "p") Paragraph();
      if (tag == "t") text_ += RawText(node);
      if (tag == "tab" || tag == "br" || tag == "cr" || tag == "ptab") text_ += ' ';
      if (tag == "noBreakHyphen") text_ += '-';
    }
  }

  void Paragraph() {
    Boxes();
    if (!text_.empty() && !text_.ends_with("\n\n")) text_ += "\n\n";
  }

  void Boxes() {
    const std::vector<XmlNode*> boxes = std::move(boxes_);
    boxes_.clear();
    for (XmlNode* box : boxes) Walk(box);
  }

  std::string text_;
  std::vector<XmlNode*> boxes_;
};

}  // namespace

Result<Document> ReadDocx(std::string_view path, std::string_view bytes,
                          const ReadOptions& options) {
  const Unzipped document = Unzip(bytes, DocumentName(bytes));
  if (!document.fault.empty()) return Malformed(path, document.fault);
  const XmlTree body = XmlTree::Parse(document.bytes);
  if (!body.root() || Tag(body.root()) != "document")
    return Malformed(path, "an office document, but no text (.docx)");
  RawReport raw;
  raw.place = path;
  raw.text = ParagraphReader().Read(body.root());
  const XmlTree core = XmlTree::Parse(Unzip(bytes, "docProps/core.xml").bytes);
  if (core.root()) {
    raw.title = ChildText(core.root(), "title");
    raw.published = ChildText(core.root(), "created");
    raw.modified = ChildText(core.root(), "modified");
    raw.language = ChildText(core.root(), "language");
    if (std::string name = ChildText(core.root(), "creator"); !name.empty())
      raw.authors.push_back(std::move(name));
  }
  return MakeReport(std::move(raw), path, options);
}

}  // namespace synoptic
