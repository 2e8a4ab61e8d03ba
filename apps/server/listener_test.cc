// The listener with a handler that echoes, spoken to through plain sockets.
#include "server/listener.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>

#include "server/problem.h"

namespace synoptic {
namespace {

using namespace std::chrono_literals;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Client {
 public:
  explicit Client(uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~Client() { close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool connected() const { return connected_; }

  // False where the other side is gone.
  bool Send(std::string_view text) {
    while (!text.empty()) {
      const ssize_t sent = send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      text.remove_prefix(static_cast<size_t>(sent));
    }
    return true;
  }

  // What comes until `wanted` does, the other side closes ("<closed>" is put behind), or `patience`
  // ends.
  std::string Read(std::string_view wanted = "\0", std::chrono::milliseconds patience = 5s) {
    std::string text;
    const auto end = std::chrono::steady_clock::now() + patience;
    while (wanted.empty() || text.find(wanted) == std::string::npos) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
          end - std::chrono::steady_clock::now());
      pollfd item{socket_, POLLIN, 0};
      if (left <= 0ms || poll(&item, 1, static_cast<int>(left.count())) <= 0) return text;
      char buffer[4096];
      const ssize_t got = recv(socket_, buffer, sizeof buffer, 0);
      if (got <= 0) return text + "<closed>";
      text.append(buffer, static_cast<size_t>(got));
    }
    return text;
  }

 private:
  int socket_;
  bool connected_ = false;
};

constexpr size_t kBig = 64u << 20;  // more than sockets hold

HttpResponse Echo(const HttpRequest& request) {
  HttpResponse response;
  if (request.target.path.back() == "big") {
    response.body.assign(kBig, 'b');
    return response;
  }
  response.type = "text/plain";
  response.body = request.method + " " + request.target.path.back() + " " +
                  std::to_string(request.body.size()) + " " + std::string(request.Header("x-two")) +
                  "\n";
  response.headers.emplace_back("X-Echo", request.Header("x-echo"));
  response.headers.emplace_back("X-Split", "a\r\nSet-Cookie: b");
  return response;
}

ListenerOptions Small() {
  ListenerOptions options;
  options.port = 0;
  options.largest_body = 1000;
  options.largest_head = 4096;
  options.patience = {300ms, 300ms, 5s};
  return options;
}

class ListenerTest : public testing::Test {
 protected:
  void Start(const ListenerOptions& options) {
    auto started =
        Listener::Start(options, {[](const HttpRequest& request) -> std::optional<HttpResponse> {
                                    if (request.Header("x-refuse").empty()) return std::nullopt;
                                    return Problem(403, "refused");
                                  },
                                  [this](const HttpRequest& request) {
                                    ++answered_;
                                    if (request.target.path.back() == "slow")
                                      std::this_thread::sleep_for(500ms);
                                    return Echo(request);
                                  }});
    ASSERT_TRUE(started) << started.error().message;
    listener_ = std::move(*started);
  }

  std::string Ask(std::string_view text, std::string_view wanted = "") {
    Client client(listener_->port());
    client.Send(text);
    return client.Read(wanted);
  }

  std::atomic<int> answered_ = 0;
  std::unique_ptr<Listener> listener_;
};

TEST_F(ListenerTest, AnswersWithHeadersThatKeepBrowsersSafe) {
  Start(Small());
  const std::string answer =
      Ask("GET /a HTTP/1.1\r\nHost: x\r\nX-Two: 1\r\nX-Two: 2\r\nX-Echo: e\r\nConnection: "
          "close\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 "));
  EXPECT_THAT(answer, HasSubstr("\r\n\r\nGET a 0 1, 2\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nX-Content-Type-Options: nosniff\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nContent-Security-Policy: default-src 'none';"));
  EXPECT_THAT(answer, HasSubstr("\r\nReferrer-Policy: no-referrer\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nX-Echo: e\r\n"));
}

TEST_F(ListenerTest, AHeaderWithALineBreakIsLeftOut) {
  Start(Small());
  const std::string answer = Ask("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 "));
  EXPECT_THAT(answer, Not(HasSubstr("Set-Cookie")));
}

TEST_F(ListenerTest, OneConnectionServesManyRequests) {
  Start(Small());
  Client client(listener_->port());
  for (int i = 0; i < 3; ++i) {
    client.Send("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
    EXPECT_THAT(client.Read("POST p 3 \n"), EndsWith("POST p 3 \n"));
  }
  client.Send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(client.Read("GET 2 0 \n"), HasSubstr("GET 1 0 \n"));
}

TEST_F(ListenerTest, HeadHasNoBody) {
  Start(Small());
  const std::string answer = Ask("HEAD /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 "));
  EXPECT_THAT(answer, EndsWith("\r\n\r\n<closed>"));
}

TEST_F(ListenerTest, BodiesOverTheLimitAre413) {
  Start(Small());
  const std::string body(1001, 'b');
  EXPECT_THAT(
      Ask("POST /p HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1001\r\n\r\n" +
          body),
      StartsWith("HTTP/1.1 413 "));
  EXPECT_THAT(
      Ask("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\nb", "\r\n\r\n{"),
      StartsWith("HTTP/1.1 413 "));
  // Nothing says beforehand how long this one is.
  EXPECT_THAT(
      Ask("POST /p HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
          "3e9\r\n" +
          body + "\r\n0\r\n\r\n"),
      StartsWith("HTTP/1.1 413 "));
  // The client asks before it sends.
  EXPECT_THAT(
      Ask("POST /p HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1001\r\n\r\n",
          "\r\n\r\n{"),
      StartsWith("HTTP/1.1 413 "));
  EXPECT_EQ(answered_, 0);
}

TEST_F(ListenerTest, ARefusalNeedsNoBody) {
  Start(Small());
  EXPECT_THAT(Ask("POST /p HTTP/1.1\r\nHost: x\r\nX-Refuse: 1\r\nConnection: close\r\n"
                  "Content-Length: 3\r\n\r\nabc"),
              StartsWith("HTTP/1.1 403 "));
  EXPECT_EQ(answered_, 0);
}

TEST_F(ListenerTest, WhatIsNoHttpNeverReachesTheHandler) {
  Start(Small());
  const std::string long_header(5000, 'h');
  struct {
    std::string request, status;
  } const rows[] = {
      {"GET /a HTTP/1.1\r\nHost: x\r\nLong: " + long_header + "\r\n\r\n", "HTTP/1.1 431 "},
      {"GET /a HTTP/1.1\r\nHost: x\r\nLong: " + std::string(100'000, 'h') + "\r\n\r\n",
       "HTTP/1.1 431 "},
      {"GET /" + std::string(5000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 431 "},
      {"GET /a HTTP/1.1\r\n\r\n", "HTTP/1.1 400 "},
      {"GET /a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "HTTP/1.1 400 "},
      {"GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 400 "},
      {"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 400 "},
      {"POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 400 "},
      {"POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 3x\r\n\r\nabc", "HTTP/1.1 400 "},
  };
  for (const auto& row : rows) {
    const std::string answer = Ask(row.request, "\r\n\r\n");
    EXPECT_THAT(answer, StartsWith(row.status)) << row.request.substr(0, 60);
  }
  for (const char* const garbage :
       {"\r\n\r\n\r\n", "\x16\x03\x01\x02", "GET\r\n\r\n", "\0\0\0\0"}) {
    Ask(garbage);
  }
  EXPECT_EQ(answered_, 0);
  EXPECT_THAT(Ask("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
              StartsWith("HTTP/1.1 200 "));
}

TEST_F(ListenerTest, SlowClientsAreCutOff) {
  Start(Small());
  Client silent(listener_->port());
  Client trickling(listener_->port());
  Client stuck(listener_->port());
  stuck.Send("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nabc");
  bool open = true;
  const auto start = std::chrono::steady_clock::now();
  while (open && std::chrono::steady_clock::now() - start < 4s) {
    open = trickling.Send("G");
    std::this_thread::sleep_for(20ms);
  }
  EXPECT_FALSE(open);
  EXPECT_EQ(silent.Read(), "<closed>");
  EXPECT_THAT(stuck.Read(), EndsWith("<closed>"));
  EXPECT_EQ(answered_, 0);
}

TEST_F(ListenerTest, WhoTakesAnAnswerInTooSlowlyIsCutOff) {
  ListenerOptions options = Small();
  options.patience.answer = 300ms;
  Start(options);
  Client client(listener_->port());
  client.Send("GET /big HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(1s);
  const std::string answer = client.Read();
  EXPECT_THAT(answer, EndsWith("<closed>"));
  EXPECT_LT(answer.size(), kBig);
}

TEST_F(ListenerTest, AnAnswerMayTakeLongerThanAClientMay) {
  Start(Small());
  EXPECT_THAT(Ask("GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
              HasSubstr("GET slow 0"));
}

TEST_F(ListenerTest, SlowAnswersDoNotHoldUpOthers) {
  Start(Small());
  Client slow(listener_->port());
  slow.Send("POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
  const auto start = std::chrono::steady_clock::now();
  Ask("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_LT(std::chrono::steady_clock::now() - start, 400ms);
  EXPECT_THAT(slow.Read("\n\r"), HasSubstr("200"));
}

TEST_F(ListenerTest, IdleConnectionsMakeRoom) {
  ListenerOptions options = Small();
  options.most_connections = 32;
  options.patience.head = 1h;
  Start(options);
  std::vector<std::unique_ptr<Client>> idle;
  for (int i = 0; i < 200; ++i) {
    idle.push_back(std::make_unique<Client>(listener_->port()));
    EXPECT_TRUE(idle.back()->connected());
  }
  EXPECT_THAT(Ask("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), HasSubstr("GET a 0"));
  EXPECT_EQ(idle.front()->Read(), "<closed>");
}

TEST_F(ListenerTest, StopsWithRequestsInHand) {
  Start(Small());
  Client client(listener_->port());
  client.Send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  Client idle(listener_->port());
  while (answered_ == 0) std::this_thread::sleep_for(1ms);
  listener_.reset();
  EXPECT_THAT(client.Read(), EndsWith("<closed>"));
}

TEST(Listener, SaysWhyItDoesNotStart) {
  ListenerOptions options = Small();
  options.address = "example.org";
  EXPECT_EQ(Listener::Start(options, {}).error().code, ErrorCode::kInvalid);
  options.address = "192.0.2.1";  // RFC 5737: nobody's
  EXPECT_EQ(Listener::Start(options, {}).error().code, ErrorCode::kInvalid);
  options.address = "127.0.0.1";
  const auto first = Listener::Start(options, {});
  ASSERT_TRUE(first);
  options.port = (*first)->port();
  const auto second = Listener::Start(options, {});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kConflict);
  EXPECT_THAT(second.error().message, HasSubstr("another program listens there"));
}

}  // namespace
}  // namespace synoptic
