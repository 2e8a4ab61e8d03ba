#include "ingest/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "ingest/opml.h"

namespace synoptic {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Reports of an input; errors as their message in `text` with an empty id.
std::vector<Document> ReadReports(const std::string& path, const std::string& bytes) {
  std::istringstream input(bytes);
  ReportReader reader(path, input, {});
  std::vector<Document> reports;
  while (auto next = reader.Next()) {
    if (*next) {
      reports.push_back(std::move(**next));
    } else {
      reports.emplace_back().text = next->error().message;
    }
  }
  return reports;
}

TEST(FeedTest, AnItemIsAReportWithItsFullestText) {
  const auto reports = ReadReports("x/feed.xml", R"(
<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Dune Post</title><language>en-GB</language>
<item><title>Wells &amp;amp; weirs</title><link>https://dune.example/1</link><guid isPermaLink="false">d1</guid>
<pubDate>Tue, 4 Mar 2031 18:20:00 +0100</pubDate><dc:creator>Ana Orlec</dc:creator><source url="u">Tidewire</source>
<description>Short.</description><content:encoded><![CDATA[<p>One <b>bold</b> line.</p><p>Two.</p>]]></content:encoded></item>
<item><description>Only this.</description></item><item></item></channel></rss>)");
  ASSERT_EQ(reports.size(), 3u);
  EXPECT_EQ(reports[0].id, "d1");
  EXPECT_EQ(reports[0].url, "https://dune.example/1");
  EXPECT_EQ(reports[0].title, "Wells & weirs");
  EXPECT_EQ(reports[0].source, "Dune Post");
  EXPECT_EQ(reports[0].language, "en");
  EXPECT_EQ(reports[0].text, "One bold line.\n\nTwo.");
  EXPECT_EQ(reports[0].published->Iso(), "2031-03-04T18:20:00+01:00");
  EXPECT_THAT(reports[0].authors, ElementsAre("Ana Orlec"));
  EXPECT_THAT(reports[0].based_on, ElementsAre("Tidewire"));
  EXPECT_EQ(reports[1].id, "feed:2");
  EXPECT_EQ(reports[1].text, "Only this.");
  EXPECT_EQ(reports[2].text, "x/feed.xml:3: neither text nor title");
}

TEST(FeedTest, AtomKeepsUpdatedApartFromPublished) {
  const auto reports =
      ReadReports("a.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Weir</title>
<entry><id>tag:1</id><title type="html">A &lt;i&gt;b&lt;/i&gt;</title><link rel="self" href="s"/><link href="https://w.example/1"/>
<published>2031-03-04T08:00:00Z</published><updated>2031-03-05T08:00:00Z</updated><author><name>Tom Brisk</name></author>
<source><title>Tidewire</title></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content></entry></feed>)");
  ASSERT_EQ(reports.size(), 1u);
  EXPECT_EQ(reports[0].title, "A b");
  EXPECT_EQ(reports[0].url, "https://w.example/1");
  EXPECT_EQ(reports[0].published->Iso(), "2031-03-04T08:00:00Z");
  EXPECT_EQ(reports[0].modified->Iso(), "2031-03-05T08:00:00Z");
  EXPECT_EQ(reports[0].text, "One.\n\nTwo.");
  EXPECT_THAT(reports[0].based_on, ElementsAre("Tidewire"));
}

TEST(FeedTest, ReadsTextInEveryFormThatFeedsUse) {
  struct {
    const char *item, *title, *text, *why;
  } rows[] = {
      {"<fullitem>&lt;p>Weir opens.&lt;/p></fullitem>", "", "Weir opens.", "fullitem"},
      {"<description>D</description><body xmlns='http://www.w3.org/1999/xhtml'><p>Weir</p><p>opens."
       "</p></body>",
       "", "Weir\n\nopens.", "XHTML body"},
      {"<description>Weir <b>opens</b> now.</description>", "", "Weir opens now.",
       "markup that is not escaped"},
      {"<m:title xmlns:m='http://purl.org/dc/elements/1.1/'>Other</m:title><title>Own</title>",
       "Own", "Own", "two titles"},
      {"<title>Own</title><dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'>Other</dc:title>",
       "Own", "Own", "two titles"},
      {"<media:title xmlns:media='http://search.yahoo.com/mrss/'>Gate</media:title>"
       "<media:description xmlns:media='http://search.yahoo.com/mrss/'>The "
       "gate.</media:description>",
       "Gate", "The gate.", "of a picture that is the item"},
      {"<title>T</title><media:title xmlns:media='http://search.yahoo.com/mrss/'>Gate</media:title>"
       "<description>D.</description><media:description "
       "xmlns:media='http://search.yahoo.com/mrss/'>"
       "The gate.</media:description>",
       "T", "D.", "of a picture in the item"},
      {"<content type='application/octet-stream'>V2VpciA8Yj5vcGVuczwvYj4u</content>", "",
       "Weir opens.", "base64 by its type"},
      {"<content type='text/html' mode='base64'>V2VpciA8Yj5vcGVuczwvYj4u</content>", "",
       "Weir opens.", "base64 by its mode"},
      {"<title type='image/png'>iVBORw0KGgoAAAANSUhEUgAA</title><summary>S.</summary>", "", "S.",
       "bytes that are no text"},
      {"<content type='text/html' src='https://w.example/'>V</content><summary>S.</summary>", "",
       "S.", "content elsewhere"},
  };
  for (const auto& row : rows) {
    const auto reports =
        ReadReports("a.xml", "<!-- <html> --><r:rss xmlns:r='urn:r'><channel><item>" +
                                 std::string(row.item) + "</item></channel></r:rss>");
    ASSERT_EQ(reports.size(), 1u) << row.why;
    EXPECT_EQ(reports[0].text, row.text) << row.why;
    EXPECT_EQ(reports[0].title.value_or(""), row.title) << row.why;
  }
}

TEST(FeedTest, ReadsEncodingsNobodyKnows) {
  const std::string feed =
      "<?xml version='1.0' encoding='ucs-2'?><rss><channel><item><title>T\xC3\xA4"
      "</title></item></channel></rss>";
  std::string wide;
  for (size_t at = 0; at < feed.size(); ++at) {
    const bool two = feed[at] == '\xC3';
    wide += '\0', wide += two ? '\xE4' : feed[at];
    at += two;
  }
  for (const std::string& bytes : {feed, wide}) {
    const auto reports = ReadReports("a.xml", bytes);
    ASSERT_EQ(reports.size(), 1u);
    EXPECT_EQ(reports[0].text, "T\xC3\xA4");
  }
}

TEST(FeedTest, RdfItemsStandBesideTheChannel) {
  const auto reports =
      ReadReports("a.rdf", R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"><channel><title>Mole</title></channel>
<item rdf:about="https://m.example/1"><title>T</title><description>Text.</description></item></rdf:RDF>)");
  ASSERT_EQ(reports.size(), 1u);
  EXPECT_EQ(reports[0].url, "https://m.example/1");
  EXPECT_EQ(reports[0].source, "Mole");
}

TEST(FeedTest, EntitiesNeitherGrowNorReadFiles) {
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c < 'm'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "\">";
  }
  bomb +=
      "<!ENTITY f SYSTEM "
      "\"file:///etc/passwd\">]><rss><channel><item><title>T</title><description>x &l; &f; y"
      "</description></item></channel></rss>";
  const auto reports = ReadReports("a.xml", bomb);
  ASSERT_EQ(reports.size(), 1u);
  EXPECT_LT(reports[0].text.size(), 100u);
  EXPECT_EQ(reports[0].text.find("root:"), std::string::npos);
}

TEST(FeedTest, ReadsANewsSitemap) {
  const auto reports =
      ReadReports("s.xml", R"(<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://d.example/1</loc><n:news><n:publication>
<n:name>Dune Post</n:name><n:language>en</n:language></n:publication><n:publication_date>2031-03-04</n:publication_date>
<n:title>Weir opens</n:title></n:news></url></urlset>)");
  ASSERT_EQ(reports.size(), 1u);
  EXPECT_EQ(reports[0].text, "Weir opens");
  EXPECT_EQ(reports[0].source, "Dune Post");
  EXPECT_EQ(reports[0].published->Iso(), "2031-03-04");
}

TEST(FeedTest, SaysNothingOfBrokenEncodings) {
  testing::internal::CaptureStderr();
  const auto reports = ReadReports(
      "f.xml",
      "<?xml version='1.0' encoding='iso-2022-jp'?><rss><channel><item><title>Weir</title>"
      "<description>Open\xFF\xFE</description></item></channel></rss>");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  ASSERT_EQ(reports.size(), 1u);
  EXPECT_EQ(reports[0].title, "Weir");
}

TEST(OpmlTest, ReadsWhatItWrites) {
  const std::vector<FeedLink> feeds = {
      {"Dune & \"Post\"", "https://d.example/f?a&b", "https://d.example/"},
      {"", "https://w.example/f", ""}};
  EXPECT_EQ(ReadOpml(WriteOpml(feeds))[0], feeds[0]);
  EXPECT_EQ(ReadOpml(WriteOpml(feeds))[1].url, "https://w.example/f");
  EXPECT_TRUE(ReadOpml("no list").empty());
}

TEST(OpmlTest, NoTitleBreaksOutOfTheList) {
  const FeedLink hostile = {
      "\"/><outline xmlUrl=\"https://evil.example/\"/><!-- ]]> &#34; \x01\n\t b\xFF",
      "https://d.example/f?\"'<>&x", "javascript:\"<"};
  const std::string list = WriteOpml({hostile});
  const auto back = ReadOpml(list);
  ASSERT_EQ(back.size(), 1u) << list;
  EXPECT_EQ(back[0].title,
            "\"/><outline xmlUrl=\"https://evil.example/\"/><!-- ]]> &#34; b\xEF\xBF\xBD");
  EXPECT_EQ(back[0].url, hostile.url);
  EXPECT_EQ(WriteOpml(back), list);
}

TEST(FindFeeds, TakesWhatAPageOffers) {
  const std::string page =
      "<html><head><title>Dune Post</title><link rel=canonical href=\"https://d.example/\">"
      "<link rel=\"Alternate nofollow\" type=\"application/RSS+xml; charset=utf-8\" title=\"All\" "
      "href=\"/feed\"><link rel=alternate type=application/atom+xml href=//c.example/atom>"
      "<link rel=alternate hreflang=de href=/de><link rel=alternate type=application/json "
      "href=/api><link rel=alternate type=application/rss+xml href=javascript:alert(1)>"
      "<link rel=alternate type=application/rss+xml href=/feed></head><body>";
  const std::vector<FeedLink> expected = {
      {"All", "https://d.example/feed", "https://d.example/"},
      {"Dune Post", "https://c.example/atom", "https://d.example/"}};
  EXPECT_EQ(FindFeeds(page, "https://d.example/news/"), expected);
  EXPECT_EQ(FindFeeds(page, ""), expected) << "from the page's own address";
  EXPECT_TRUE(FindFeeds("<link rel=alternate type=application/rss+xml href=/feed>", "").empty());
  EXPECT_EQ(FindFeeds("<base href=https://b.example/x/><link rel=alternate "
                      "type=application/feed+json href=f.json>",
                      "https://d.example/")[0]
                .url,
            "https://b.example/x/f.json");
}

TEST(FindFeeds, KnowsAFeedByItself) {
  const std::string rss =
      "<rss><channel><title>Dune &amp;amp; Post</title><link>https://d.example/</link>"
      "<atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"self\" "
      "href=\"https://d.example/own\"/><item><title>T</title></item></channel></rss>";
  EXPECT_EQ(
      FindFeeds(rss, "https://d.example/feed"),
      (std::vector<FeedLink>{{"Dune & Post", "https://d.example/feed", "https://d.example/"}}));
  EXPECT_EQ(FindFeeds(rss, "")[0].url, "https://d.example/own");
  EXPECT_TRUE(FindFeeds("<rss><channel><title>D</title></channel></rss>", "").empty());
  EXPECT_EQ(FindFeeds(WriteOpml({{"D", "https://d.example/f", ""}}), "").size(), 1u);
  EXPECT_TRUE(FindFeeds("", "").empty());
}

TEST(JsonReportTest, KnowsTheFieldsOfOthers) {
  const auto news_please = ReadReports(
      "n.jsonl",
      R"({"maintext":"Text.","title":"T","date_publish":"2031-03-04 09:30:00","source_domain":"d.example","authors":["A B"]})");
  ASSERT_EQ(news_please.size(), 1u);
  EXPECT_EQ(news_please[0].published->Iso(), "2031-03-04T09:30:00");
  EXPECT_EQ(news_please[0].source, "d.example");
  EXPECT_THAT(news_please[0].authors, ElementsAre("A B"));
  const auto passim =
      ReadReports("p.jsonl", R"({"id":"p1","series":"dune","date":"1903-03-04","text":"Text."})");
  EXPECT_EQ(passim[0].source, "dune");
  EXPECT_EQ(passim[0].published->Iso(), "1903-03-04");
  const auto feed =
      ReadReports("f.json", R"({"version":"https://jsonfeed.org/version/1.1","title":"Dune",
    "items":[{"id":"1","content_html":"<p>A.</p><p>B.</p>","date_published":"2031-03-04T09:00:00Z"}]})");
  EXPECT_EQ(feed[0].text, "A.\n\nB.");
  EXPECT_EQ(feed[0].source, "Dune");
  const auto ninjs =
      ReadReports("n.json", R"({"uri":"u:1","headlines":[{"role":"main","value":"H"}],"bodies":
    [{"contenttype":"text/html","value":"<p>A.</p>"},{"contenttype":"text/plain","value":"Plain."}],
    "versioncreated":"2031-03-04T09:00:00Z"})");
  EXPECT_EQ(ninjs[0].title, "H");
  EXPECT_EQ(ninjs[0].text, "Plain.");
  EXPECT_EQ(ninjs[0].published->Iso(), "2031-03-04T09:00:00Z");
}

TEST(NewsmlTest, ReadsTextItems) {
  const auto reports =
      ReadReports("n.xml", R"(<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1">
<itemMeta><versionCreated>2031-03-04T09:00:00Z</versionCreated></itemMeta><contentMeta><headline>H</headline><by>A B</by>
<creditline>Tidewire</creditline></contentMeta><contentSet><inlineXML contenttype="application/nitf+xml"><nitf><body>
<body.content><p>One.</p><p>Two.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>)");
  ASSERT_EQ(reports.size(), 1u);
  EXPECT_EQ(reports[0].id, "urn:1");
  EXPECT_EQ(reports[0].text, "One.\n\nTwo.");
  EXPECT_EQ(reports[0].credit, "Tidewire");
}

TEST(TableTest, RowsAreReports) {
  const auto reports = ReadReports(
      "t.csv", "ID;Title;Text;Date\r\n1;T;\"One; \"\"two\"\"\nthree.\";2031-03-04\r\n2;;;\r\n");
  ASSERT_EQ(reports.size(), 2u);
  EXPECT_EQ(reports[0].text, "One; \"two\"\nthree.");
  EXPECT_EQ(reports[0].published->Iso(), "2031-03-04");
  EXPECT_THAT(reports[1].text, HasSubstr("t.csv:4: neither text nor title"));
}

TEST(MailTest, DecodesWordsAndParts) {
  const auto reports = ReadReports(
      "m.eml",
      "From: \"Dune Post\" <a@d.example>\r\nSubject: =?utf-8?Q?Br=C3=BCcke?=\r\n "
      "=?utf-8?B?IG9wZW4=?=\r\n"
      "Date: Tue, 4 Mar 2031 09:00:00 +0000\r\nMessage-ID: <1@d>\r\nContent-Type: "
      "multipart/alternative; boundary=\"b\"\r\n\r\n"
      "--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
      "quoted-printable\r\n\r\nThe br=FCcke is =\r\n"
      "open.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b--\r\n");
  ASSERT_EQ(reports.size(), 1u);
  EXPECT_EQ(reports[0].title, "Brücke open");
  EXPECT_EQ(reports[0].source, "Dune Post");
  EXPECT_EQ(reports[0].published->Iso(), "2031-03-04T09:00:00+00:00");
  EXPECT_THAT(reports[0].text, HasSubstr("The brücke is open."));
}

}  // namespace
}  // namespace synoptic
