#include "server/listener.h"

#include <microhttpd.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <exception>

#include "base/ascii.h"
#include "server/problem.h"
#include "server/socket.h"
#include "server/workers.h"

namespace synoptic {
namespace {

constexpr size_t kFilesKept = 64;  // for the store, the log, the listening socket
constexpr size_t kMostWaiting = 512;
// A body that is refused is read to its end, so that the client sees the answer, up to this.
constexpr size_t kMostDiscarded = 64u << 20;
constexpr std::string_view kInert =
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

// One request and its answer.
struct Exchange {
  HttpRequest request;
  std::optional<HttpResponse> response;
  size_t expected = 0;  // bytes of the body, as the client says
  size_t received = 0;
  size_t held = 0;  // of them, in request.body
  bool computing = false;
  ConnectionRecord* record = nullptr;
};

struct StreamContext {
  std::shared_ptr<ByteStream> stream;
  MHD_Connection* connection = nullptr;
};

ssize_t ReadStream(void* context, uint64_t, char* to, size_t room) {
  auto& [stream, connection] = *static_cast<StreamContext*>(context);
  size_t taken = 0;
  const auto wait = [waiting = connection] { MHD_suspend_connection(waiting); };
  switch (stream->Take(to, room, taken, wait)) {
    case ByteStream::State::kBytes:
      return static_cast<ssize_t>(taken);
    case ByteStream::State::kNothingYet:
      return 0;
    case ByteStream::State::kEnd:
      break;
  }
  return MHD_CONTENT_READER_END_OF_STREAM;
}

void FreeStream(void* context) {
  auto* const stream = static_cast<StreamContext*>(context);
  stream->stream->OnMore(nullptr);
  delete stream;
}

void FreeBody(void* body) { delete static_cast<std::string*>(body); }

MHD_Response* MakeResponse(HttpResponse& response, MHD_Connection* connection) {
  if (response.stream) {
    auto* const context = new StreamContext{response.stream, connection};
    response.stream->OnMore([connection] { MHD_resume_connection(connection); });
    return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 16u << 10, ReadStream, context,
                                             FreeStream);
  }
  if (response.fixed.data() != nullptr) {
    return MHD_create_response_from_buffer(
        response.fixed.size(), const_cast<char*>(response.fixed.data()), MHD_RESPMEM_PERSISTENT);
  }
  auto* const body = new std::string(std::move(response.body));
  return MHD_create_response_from_buffer_with_free_callback_cls(body->size(), body->data(),
                                                                FreeBody, body);
}

void AddHeaders(const HttpResponse& response, MHD_Response* made) {
  // libmicrohttpd refuses names and values with line breaks; such a header is left out.
  const auto add = [made](const char* name, const std::string& value) {
    MHD_add_response_header(made, name, value.c_str());
  };
  if (!response.type.empty()) add("Content-Type", response.type);
  add("X-Content-Type-Options", "nosniff");
  add("Referrer-Policy", "no-referrer");
  add("Cross-Origin-Resource-Policy", "same-origin");
  add("X-Frame-Options", "DENY");
  bool policy = false;
  bool cache = false;
  for (const auto& [name, value] : response.headers) {
    policy = policy || name == "Content-Security-Policy";
    cache = cache || name == "Cache-Control";
    add(name.c_str(), value);
  }
  if (!policy) add("Content-Security-Policy", std::string(kInert));
  if (!cache) add("Cache-Control", "no-store");
}

MHD_Result CollectHeader(void* to, MHD_ValueKind, const char* name, const char* value) {
  auto& [exchange, size] = *static_cast<std::pair<Exchange*, size_t>*>(to);
  std::string key = AsciiLower(name);
  const std::string_view text = value ? value : "";
  size += key.size() + text.size();
  static constexpr std::string_view kOnce[] = {"host", "authorization", "origin", "content-type",
                                               "content-length"};
  const bool once = std::find(std::begin(kOnce), std::end(kOnce), key) != std::end(kOnce);
  const auto [place, is_new] = exchange->request.headers.try_emplace(std::move(key), text);
  if (!is_new && once) {
    exchange->response = Problem(400, "the header " + place->first + " stands twice");
  } else if (!is_new) {
    place->second.append(", ").append(text);
  }
  return MHD_YES;
}

size_t Number(std::string_view text) {
  size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

class Listener::Impl {
 public:
  Impl(ListenerOptions options, RequestHandler handler, size_t most_connections)
      : options_(std::move(options)),
        handler_(std::move(handler)),
        connections_(options_.patience, most_connections - most_connections / 8),
        readers_(options_.readers, kMostWaiting),
        writers_(2, kMostWaiting / 8) {}

  ~Impl() {
    if (daemon_ == nullptr) return;
    const MHD_socket socket = MHD_quiesce_daemon(daemon_);
    readers_.Stop();
    writers_.Stop();
    MHD_stop_daemon(daemon_);
    if (socket != MHD_INVALID_SOCKET) close(socket);
  }

  bool Start(int socket, size_t most_connections) {
    port_ = PortOf(socket);
    const auto silence = std::max<int64_t>(
        1, std::chrono::duration_cast<std::chrono::seconds>(options_.patience.body).count());
    daemon_ = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, nullptr, nullptr, OnRequest,
        this, MHD_OPTION_LISTEN_SOCKET, socket, MHD_OPTION_CONNECTION_LIMIT,
        static_cast<unsigned>(most_connections), MHD_OPTION_CONNECTION_TIMEOUT,
        static_cast<unsigned>(silence), MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        size_t{options_.largest_head * 2}, MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_UNESCAPE_CALLBACK, Unchanged, nullptr, MHD_OPTION_URI_LOG_CALLBACK, OnTarget,
        this, MHD_OPTION_NOTIFY_CONNECTION, OnConnection, this, MHD_OPTION_NOTIFY_COMPLETED,
        OnCompleted, this, MHD_OPTION_END);
    return daemon_ != nullptr;
  }

  uint16_t port() const { return port_; }

 private:
  static Impl& Self(void* self) { return *static_cast<Impl*>(self); }

  static ConnectionRecord* RecordOf(MHD_Connection* connection) {
    const auto* const info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? static_cast<ConnectionRecord*>(info->socket_context) : nullptr;
  }

  // The target is taken apart by ReadTarget, escapes and all.
  static size_t Unchanged(void*, MHD_Connection*, char* text) {
    return std::char_traits<char>::length(text);
  }

  static void OnConnection(void* self, MHD_Connection* connection, void** context,
                           MHD_ConnectionNotificationCode code) {
    Connections& connections = Self(self).connections_;
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
      const auto* const info =
          MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
      *context = connections.Open(info->connect_fd);
    } else if (*context != nullptr) {
      connections.Close(static_cast<ConnectionRecord*>(*context));
      *context = nullptr;
    }
  }

  static void* OnTarget(void*, const char* target, MHD_Connection* connection) {
    if (ConnectionRecord* const record = RecordOf(connection)) record->target = target;
    return nullptr;
  }

  static MHD_Result OnRequest(void* self, MHD_Connection* connection, const char*,
                              const char* method, const char*, const char* data, size_t* size,
                              void** context) {
    Impl& impl = Self(self);
    auto* exchange = static_cast<Exchange*>(*context);
    if (exchange == nullptr) {
      *context = exchange = new Exchange;
      return impl.Begin(connection, method, *exchange);
    }
    if (*size > 0) {
      const bool go_on = impl.Receive(std::string_view(data, *size), *exchange);
      *size = 0;
      return go_on ? MHD_YES : MHD_NO;
    }
    if (exchange->response) return impl.Queue(connection, *exchange);
    impl.Compute(connection, *exchange);
    return MHD_YES;
  }

  static void OnCompleted(void* self, MHD_Connection*, void** context, MHD_RequestTerminationCode) {
    auto* const exchange = static_cast<Exchange*>(*context);
    if (exchange == nullptr) return;
    Impl& impl = Self(self);
    impl.bodies_ -= exchange->held;
    impl.connections_.Enter(exchange->record, Connections::Phase::kHead);
    delete exchange;
    *context = nullptr;
  }

  // The head is there.
  MHD_Result Begin(MHD_Connection* connection, std::string_view method, Exchange& exchange) {
    exchange.record = RecordOf(connection);
    connections_.Enter(exchange.record, Connections::Phase::kBody);
    HttpRequest& request = exchange.request;
    request.method = method == "HEAD" ? "GET" : method;
    std::pair<Exchange*, size_t> headers(&exchange, exchange.record->target.size());
    MHD_get_connection_values(connection, MHD_HEADER_KIND, CollectHeader, &headers);
    exchange.expected = Number(request.Header("content-length"));
    if (headers.second > options_.largest_head) {
      exchange.response = Problem(431, "the head of the request has more than " +
                                           std::to_string(options_.largest_head) + " bytes");
    }
    if (auto target = ReadTarget(exchange.record->target); target) {
      request.target = std::move(*target);
    } else if (!exchange.response) {
      exchange.response = Problem(target.error());
    }
    if (!exchange.response) exchange.response = handler_.admit(request);
    if (!exchange.response && exchange.expected > options_.largest_body) {
      exchange.response = TooLarge();
    }
    const bool may_wait = request.Header("expect").empty() && exchange.expected <= kMostDiscarded;
    return exchange.response && !may_wait ? Queue(connection, exchange) : MHD_YES;
  }

  HttpResponse TooLarge() const {
    return Problem(413, "a body has at most " + std::to_string(options_.largest_body) + " bytes");
  }

  // Part of the body. False: the connection is to be closed.
  bool Receive(std::string_view data, Exchange& exchange) {
    exchange.received += data.size();
    if (exchange.response) return exchange.received <= kMostDiscarded + options_.largest_body;
    if (exchange.received > options_.largest_body) {
      exchange.response = TooLarge();
    } else if (bodies_ + data.size() > options_.all_bodies) {
      exchange.response = Problem(503, "too many reports are being sent at once");
    }
    if (exchange.response) {
      bodies_ -= exchange.held;
      exchange.held = 0;
      exchange.request.body = std::string();
      return true;
    }
    exchange.request.body += data;
    exchange.held += data.size();
    bodies_ += data.size();
    return true;
  }

  void Compute(MHD_Connection* connection, Exchange& exchange) {
    if (exchange.computing) return;
    exchange.computing = true;
    connections_.Enter(exchange.record, Connections::Phase::kAnswer);
    MHD_suspend_connection(connection);
    Workers& workers = exchange.request.method == "GET" ? readers_ : writers_;
    const bool taken = workers.Do([this, connection, &exchange] {
      exchange.response = Answer(exchange.request);
      MHD_resume_connection(connection);
    });
    if (taken) return;
    exchange.response = Problem(503, "too many requests wait");
    exchange.response->headers.emplace_back("Retry-After", "1");
    MHD_resume_connection(connection);
  }

  HttpResponse Answer(const HttpRequest& request) const {
    try {
      return handler_.answer(request);
    } catch (const std::exception&) {  // no memory
      return Problem(500, "the answer could not be made");
    }
  }

  MHD_Result Queue(MHD_Connection* connection, Exchange& exchange) {
    HttpResponse& response = *exchange.response;
    connections_.Enter(exchange.record, response.stream ? Connections::Phase::kEndless
                                                        : Connections::Phase::kAnswer);
    MHD_Response* const made = MakeResponse(response, connection);
    if (made == nullptr) return MHD_NO;
    AddHeaders(response, made);
    const MHD_Result queued =
        MHD_queue_response(connection, static_cast<unsigned>(response.status), made);
    MHD_destroy_response(made);
    return queued;
  }

  const ListenerOptions options_;
  const RequestHandler handler_;
  Connections connections_;
  Workers readers_, writers_;
  std::atomic<size_t> bodies_ = 0;
  MHD_Daemon* daemon_ = nullptr;
  uint16_t port_ = 0;
};

Listener::Listener(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Listener::~Listener() = default;

uint16_t Listener::port() const { return impl_->port(); }

Result<std::unique_ptr<Listener>> Listener::Start(const ListenerOptions& options,
                                                  RequestHandler handler) {
  const size_t files = RaiseFileLimit();
  const size_t most = std::min(options.most_connections, files - std::min(files / 2, kFilesKept));
  auto socket = OpenListeningSocket(options.address, options.port);
  if (!socket) return socket.error();
  auto impl = std::make_unique<Impl>(options, std::move(handler), most);
  if (!impl->Start(*socket, most)) {
    close(*socket);
    return Error{ErrorCode::kInternal, options.address + ": the service does not start"};
  }
  return std::unique_ptr<Listener>(new Listener(std::move(impl)));
}

}  // namespace synoptic
