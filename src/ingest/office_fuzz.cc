// Any bytes, read as a table, as mail, as the document of an office and as what pdftotext wrote.
#include <cstdint>

#include "ingest/fuzz_check.h"
#include "ingest/pdf_text.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const char* path : {"input.csv", "input.tsv", "input.eml"})
    synoptic::CheckReading(path, bytes);
  synoptic::CheckReading("input.csv", "text,title\n" + bytes);
  synoptic::CheckReading("input.eml",
                         "Subject: T\nContent-Type: multipart/mixed; boundary=b\n\n--b\n" + bytes);
  synoptic::CheckReading("input.docx", bytes);
  synoptic::CheckReading("input.docx", "PK\x03\x04" + bytes);
  if (synoptic::ParagraphsOfPages(bytes).size() > 2 * bytes.size()) std::abort();
  return 0;
}
