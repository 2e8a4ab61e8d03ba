// Before the first paint: the reader's own choice of light or dark, where there is one.
try {
  var chosen = localStorage.getItem("synoptic-theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
} catch (refused) { /* the system's */ }
