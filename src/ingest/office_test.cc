#include <gmock/gmock.h>

#include <sstream>

#include "ingest/ingest.h"
#include "ingest/pdf_text.h"

namespace synoptic {
namespace {

std::string Little(size_t number, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i, number >>= 8) out += static_cast<char>(number & 0xFF);
  return out;
}

struct Part {
  std::string name, bytes;
  size_t flags = 0, method = 0;
};

// A ZIP file of parts that are not packed, without sums.
std::string Zip(const std::vector<Part>& parts) {
  std::string out, directory;
  for (const Part& part : parts) {
    const std::string sizes =
        Little(0, 4) + Little(part.bytes.size(), 4) + Little(part.bytes.size(), 4);
    const std::string head = Little(20, 2) + Little(part.flags, 2) + Little(part.method, 2) +
                             Little(0, 4) + sizes + Little(part.name.size(), 2) + Little(0, 2);
    directory +=
        "PK\x01\x02" + Little(20, 2) + head + Little(0, 10) + Little(out.size(), 4) + part.name;
    out += "PK\x03\x04" + head + part.name + part.bytes;
  }
  return out + directory + "PK\x05\x06" + Little(0, 4) + Little(parts.size(), 2) +
         Little(parts.size(), 2) + Little(directory.size(), 4) + Little(out.size(), 4) +
         Little(0, 2);
}

std::string Body(const std::string& paragraphs) {
  return "<w:document xmlns:w='w' xmlns:mc='m'><w:body>" + paragraphs +
         "<w:sectPr/></w:body></w:document>";
}

// The text of the first report, or why there is none.
std::string Read(const std::string& path, const std::string& bytes) {
  std::istringstream input(bytes);
  ReportReader reader(path, input, {});
  const auto report = reader.Next();
  if (!report) return "nothing";
  return *report ? (*report)->text : report->error().message;
}

TEST(DocxTest, TextIsWhatAReaderSees) {
  struct Case {
    const char *body, *text;
  };
  const Case cases[] = {
      {"<w:p><w:r><w:t>One </w:t></w:r><w:r><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>"
       "<w:p><w:r><w:t>Four</w:t><w:br/><w:t>five</w:t></w:r></w:p>",
       "One two three\n\nFour five"},
      // Stops of tabs are no tabs.
      {"<w:p><w:pPr><w:tabs><w:tab w:pos='9'/></w:tabs></w:pPr><w:r><w:t>A</w:t></w:r></w:p>", "A"},
      // Deleted, moved away, codes of fields.
      {"<w:p><w:r><w:t>Nine</w:t></w:r><w:del><w:r><w:delText> ten</w:delText></w:r></w:del>"
       "<w:moveFrom><w:r><w:t> gone</w:t></w:r></w:moveFrom><w:ins><w:r><w:t> eleven</w:t></w:r>"
       "</w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
       "Nine eleven"},
      {"<w:p><w:hyperlink><w:r><w:t>cease</w:t><w:noBreakHyphen/><w:t>fire</w:t></w:r>"
       "</w:hyperlink><w:r><w:footnoteReference/></w:r></w:p>",
       "cease-fire"},
      {"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t>"
       "</w:r></w:p></w:tc></w:tr></w:tbl>",
       "a\n\nb"},
      // A text box stands behind its paragraph, once.
      {"<w:p><w:r><w:t>Before </w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>"
       "Box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r>"
       "<w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>"
       "<w:t>behind</w:t></w:r></w:p><w:p><w:r><w:t>Last</w:t></w:r></w:p>",
       "Before behind\n\nBox\n\nLast"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(Read("a.docx", Zip({{"word/document.xml", Body(c.body)}})), c.text) << c.body;
}

TEST(DocxTest, FindsADocumentOfAnyName) {
  const std::string text = Body("<w:p><w:r><w:t>Here</w:t></w:r></w:p>");
  const std::string relations =
      "<Relationships> <Relationship Type='x/core' Target='y'/>\n<Relationship "
      "Type='http://x/officeDocument' Target='/word/main2.xml'/></Relationships>";
  EXPECT_EQ(Read("a.docx", Zip({{"_rels/.rels", relations}, {"word/main2.xml", text}})), "Here");
}

TEST(DocxTest, RefusesWithOneReason) {
  const std::string whole = Zip({{"word/document.xml", Body("<w:p/>")}});
  EXPECT_EQ(Read("a.docx", whole), "a.docx: neither text nor title");
  EXPECT_EQ(Read("a.docx", Zip({{"mimetype", "x"}})),
            "a.docx: a ZIP file, but no text document (.docx)");
  EXPECT_EQ(Read("a.docx", Zip({{"word/document.xml", "<sheet/>"}})),
            "a.docx: an office document, but no text (.docx)");
  EXPECT_EQ(Read("a.docx", Zip({{"word/document.xml", "x", 1}})), "a.docx: encrypted");
  EXPECT_EQ(Read("a.docx", Zip({{"word/document.xml", "x", 0, 12}})),
            "a.docx: packed by a method that is not read");
  EXPECT_EQ(Read("a.docx", whole.substr(0, whole.size() - 30)),
            "a.docx: a ZIP file that is cut short or damaged");
  EXPECT_EQ(Read("a.doc", "\xD0\xCF\x11\xE0" + std::string(600, '\0')),
            "a.doc: an old (.doc) or encrypted office document; save it as .docx");
}

TEST(PdfTextTest, MakesParagraphsOfPages) {
  struct Case {
    const char *pages, *text;
  };
  const Case cases[] = {
      {"", ""},
      {"One line of the text and\nanother of it.\n\nNext.\n\f",
       "One line of the text and another of it.\n\nNext."},
      // A short line ends a paragraph, where no empty line does.
      {"The envoys met in the old customs house on\nTuesday.\nThey left in the evening of that "
       "day, both\n",
       "The envoys met in the old customs house on Tuesday.\n\nThey left in the evening of that "
       "day, both"},
      // Hyphens at the end of a line; one that stands in mid-line too is kept.
      {"a cease-fire was dis-\ncussed, the cease-\nfire of the Slav-\nIllyrian side\n",
       "a cease-fire was discussed, the cease-fire of the Slav- Illyrian side"},
      {"the \xEF\xAC\x81rst o\xEF\xAC\x80"
       "er\n",
       "the first offer"},
      // Numbers and headings of pages; a sentence goes on over the page.
      {"The Bay Report\n\nThe envoys met in the old customs house\nand\n\n1\n\fThe Bay "
       "Report\n\ntalked.\n\n2\n"
       "\fThe Bay Report\n\nThe end.\n\n3\n",
       "The Bay Report\n\nThe envoys met in the old customs house and\n\ntalked.\n\nThe end."},
      {"Page 1 of 2\nThe envoys met in the old customs house,\n\fPage 2 of 2\nand talked.\n",
       "The envoys met in the old customs house, and talked."},
      {"Boat 1\n\fBoat 2\n\fBoat 3\n", "Boat 1\n\nBoat 2\n\nBoat 3"},
      // A number alone on one page may be all there is.
      {"12\n", "12"},
  };
  for (const Case& c : cases) EXPECT_EQ(ParagraphsOfPages(c.pages), c.text) << c.pages;
}

TEST(PdfTest, ReadsThroughPdftotext) {
  const std::string text =
      "BT /F1 12 Tf 72 720 Td (Envoys of both shores met to dis-) Tj 0 -14 Td "
      "(cuss the ferry.) Tj ET";
  const std::string pdf =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 "
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length " +
      std::to_string(text.size()) + ">>stream\n" + text +
      "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
  EXPECT_EQ(Read("a.pdf", pdf), "Envoys of both shores met to discuss the ferry.");
  EXPECT_EQ(Read("a.pdf", "%PDF-1.4\nnothing"), "a.pdf: a PDF that is damaged");
}

}  // namespace
}  // namespace synoptic
