// The handlers, one for each operation of openapi.yaml.
#ifndef SYNOPTIC_SERVER_ROUTES_H_
#define SYNOPTIC_SERVER_ROUTES_H_

#include "server/service.h"

namespace synoptic {

HttpResponse JsonAnswer(std::string body, int status = 200);

// list_routes.cc
HttpResponse ListStories(Service& service, const HttpRequest& request);
HttpResponse ListReports(Service& service, const HttpRequest& request);
HttpResponse SearchReports(Service& service, const HttpRequest& request);
HttpResponse ListQuotes(Service& service, const HttpRequest& request);
HttpResponse ListLedger(Service& service, const HttpRequest& request);
HttpResponse ListTimeline(Service& service, const HttpRequest& request);
HttpResponse ListCorrections(Service& service, const HttpRequest& request);
HttpResponse GetStatus(Service& service, const HttpRequest& request);

// story_routes.cc
HttpResponse GetStory(Service& service, const HttpRequest& request);
HttpResponse GetStoryPart(Service& service, const HttpRequest& request);  // findings, lineage …
HttpResponse GetReport(Service& service, const HttpRequest& request);

// write_routes.cc
HttpResponse AddReports(Service& service, const HttpRequest& request);
HttpResponse RemoveReport(Service& service, const HttpRequest& request);
HttpResponse AddCorrection(Service& service, const HttpRequest& request);
HttpResponse RemoveCorrection(Service& service, const HttpRequest& request);

// feed_routes.cc
HttpResponse FeedStory(Service& service, const HttpRequest& request);
HttpResponse FeedSearch(Service& service, const HttpRequest& request);
HttpResponse FeedSpeaker(Service& service, const HttpRequest& request);

// page_routes.cc
HttpResponse GetOpenApi(Service& service, const HttpRequest& request);
HttpResponse GetEvents(Service& service, const HttpRequest& request);
// The web application: a file of it, or its first page for an address that it makes itself.
HttpResponse GetPage(const HttpRequest& request);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_ROUTES_H_
