// Before the first paint: the reader's own choice of light or dark; and the story that the address names is asked for
// while the application itself is still being read.
try {
  var chosen = localStorage.getItem("synoptic-theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
} catch (refused) { /* the system's */ }
(function () {
  var at = /^\/(story|report)\/(.+)$/.exec(location.pathname), token = null;
  if (!at) return;
  try { token = sessionStorage.getItem("synoptic-token"); } catch (refused) { /* none */ }
  var headers = { Accept: "application/json" };
  if (token) headers.Authorization = "Bearer " + token;
  var path = (at[1] === "story" ? "/api/stories/" : "/api/reports/") + at[2];
  var answer = fetch(path, { headers: headers, credentials: "omit", cache: "no-store" });
  answer.catch(function () { /* whoever takes it up sees it */ });
  window.synopticEarly = { path: path, answer: answer };
})();
