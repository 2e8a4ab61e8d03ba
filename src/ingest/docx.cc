// Office Open XML (ECMA-376) text: a ZIP file of XML parts.
#include <zlib.h>

#include <cstring>

#include "ingest/formats.h"
#include "ingest/xml_tree.h"

namespace synoptic {
namespace {

constexpr size_t kLocalHead = 30, kCentralHead = 46, kEndHead = 22, kLongestComment = 65535;

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

// The file `name` in the archive; empty where there is none or it is over the limit.
std::string Unzip(std::string_view zip, std::string_view name) {
  const size_t end = zip.rfind("PK\x05\x06");
  if (end == zip.npos || end + kEndHead > zip.size() ||
      zip.size() - end > kEndHead + kLongestComment)
    return {};
  size_t at = Little(zip, end + 16, 4);
  while (at + kCentralHead <= zip.size() && zip.substr(at, 4) == "PK\x01\x02") {
    const size_t name_size = Little(zip, at + 28, 2);
    const size_t next =
        at + kCentralHead + name_size + Little(zip, at + 30, 2) + Little(zip, at + 32, 2);
    if (zip.substr(at + kCentralHead, name_size) == name) {
      const uint32_t method = Little(zip, at + 10, 2), packed = Little(zip, at + 20, 4),
                     size = Little(zip, at + 24, 4);
      const size_t local = Little(zip, at + 42, 4);
      if (local + kLocalHead > zip.size() || size > kLargestReport) return {};
      const size_t begin =
          local + kLocalHead + Little(zip, local + 26, 2) + Little(zip, local + 28, 2);
      if (begin > zip.size()) return {};
      const std::string_view data = zip.substr(begin, packed);
      return method == 8 ? Inflate(data, size) : std::string(data);
    }
    at = next;
  }
  return {};
}

// Paragraphs (w:p) of runs (w:t, w:tab, w:br). Text that was deleted is w:delText and stays out.
std::string Paragraphs(XmlNode* root) {
  std::string text;
  for (XmlNode* node = root; node; node = Next(root, node)) {
    const std::string_view tag = Tag(node);
    if (tag == "p" && !text.empty() && !text.ends_with("\n\n")) text += "\n\n";
    if (tag == "t") text += RawText(node);
    if (tag == "tab" || tag == "br") text += ' ';
  }
  return text;
}

}  // namespace

Result<Document> ReadDocx(std::string_view path, std::string_view bytes,
                          const ReadOptions& options) {
  const XmlTree body = XmlTree::Parse(Unzip(bytes, "word/document.xml"));
  if (!body.root()) return Malformed(path, "a ZIP file, but no text document (.docx)");
  RawReport raw;
  raw.place = path;
  raw.text = Paragraphs(body.root());
  const XmlTree core = XmlTree::Parse(Unzip(bytes, "docProps/core.xml"));
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
