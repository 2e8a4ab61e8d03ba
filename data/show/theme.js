// Before the first paint: the reader's choice of light or dark, over the system's.
(function (root) {
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("synoptic-theme");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  } catch (refused) { /* no storage: the system's theme stays */ }
})(document.documentElement);
