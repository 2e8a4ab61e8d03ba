(function () {
  "use strict";
  var root = document.documentElement;
  function all(selector, inside) { return Array.prototype.slice.call((inside || document).querySelectorAll(selector)); }
  function byId(id) { return document.getElementById(id); }

  // ---- light and dark
  var toggle = byId("theme"), system = matchMedia("(prefers-color-scheme: dark)");
  function isDark() { return root.dataset.theme ? root.dataset.theme === "dark" : system.matches; }
  function nameTheme() { toggle.textContent = isDark() ? "Light" : "Dark"; }
  toggle.hidden = false;
  toggle.addEventListener("click", function () {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("synoptic-theme", root.dataset.theme); } catch (refused) { /* for this visit alone */ }
    nameTheme();
  });
  system.addEventListener("change", nameTheme);
  nameTheme();

  // ---- columns of the parallel view
  var view = document.querySelector(".par"), columns = all(".col"), switches = all(".sw button");
  var narrow = matchMedia("(max-width: 46rem)"), shown = [], pinned = null, lit = null;
  function columnOf(letter) { return byId("col-" + letter); }
  function show(letters) {
    shown = letters;
    columns.forEach(function (column) { column.hidden = letters.indexOf(column.dataset.r) < 0; });
    switches.forEach(function (button) { button.setAttribute("aria-pressed", String(letters.indexOf(button.dataset.r) >= 0)); });
  }
  function showFirst() {
    var many = narrow.matches ? 1 : innerWidth > 1400 ? 4 : innerWidth > 900 ? 3 : 2;
    show(columns.slice(0, many).map(function (column) { return column.dataset.r; }));
  }
  function alsoShow(letter) {
    if (narrow.matches) return show([letter]);
    if (shown.indexOf(letter) >= 0) return;
    show(columns.map(function (column) { return column.dataset.r; }).filter(function (each) { return each === letter || shown.indexOf(each) >= 0; }));
  }
  switches.forEach(function (button) {
    button.addEventListener("click", function () {
      var letter = button.dataset.r;
      if (narrow.matches) {
        show([letter]);
        var there = pinned && columnOf(letter).querySelector('.p[data-p="' + pinned + '"]');
        if (there) there.scrollIntoView({ block: "center" });
      } else if (shown.indexOf(letter) < 0) {
        alsoShow(letter);
        if (pinned) level(pinned, null);
      } else if (shown.length > 1) {
        show(shown.filter(function (each) { return each !== letter; }));
      }
    });
  });
  if (columns.length) { showFirst(); narrow.addEventListener("change", showFirst); }
  addEventListener("beforeprint", function () {
    columns.forEach(function (column) { column.hidden = false; });
    all("details").forEach(function (each) { each.dataset.was = each.open ? "1" : ""; each.open = true; });
  });
  addEventListener("afterprint", function () {
    show(shown);
    all("details").forEach(function (each) { each.open = each.dataset.was === "1"; });
  });

  // ---- passages: light up everywhere, and line up when chosen
  function passageOf(event) {
    var at = event.target.closest && event.target.closest("[data-p]");
    return at ? at.dataset.p : null;
  }
  function light(passage) {
    if (passage === lit) return;
    lit = passage;
    all(".on", view).forEach(function (each) { each.classList.remove("on"); });
    if (passage) all('.p[data-p="' + passage + '"]', view).forEach(function (each) { each.classList.add("on"); });
    switches.forEach(function (button) {
      button.classList.toggle("has", !!passage && !!columnOf(button.dataset.r).querySelector('[data-p="' + passage + '"]'));
    });
  }
  function top(element) { return element.getBoundingClientRect().top; }
  function level(passage, lead) {
    if (narrow.matches) return;
    lead = lead || columns.filter(function (each) { return !each.hidden && each.querySelector('.p[data-p="' + passage + '"]'); })[0];
    if (!lead) return;
    var height = top(lead.querySelector('.p[data-p="' + passage + '"]')) - top(lead);
    columns.forEach(function (column) {
      var there = column.querySelector('.p[data-p="' + passage + '"]');
      if (there && column !== lead && !column.hidden) column.scrollTop += top(there) - top(column) - height;
    });
  }
  if (view) {
    view.addEventListener("mouseover", function (event) { light(passageOf(event) || pinned); });
    view.addEventListener("mouseleave", function () { light(pinned); });
    view.addEventListener("focusin", function (event) { light(passageOf(event) || pinned); });
    view.addEventListener("click", function (event) {
      var passage = passageOf(event);
      if (event.target.closest("a.pn")) event.preventDefault();
      if (!passage || String(getSelection())) return;
      pinned = passage;
      light(passage);
      level(passage, event.target.closest(".col"));
    });
  }

  // ---- words: "#A-120-180" is report A, code points 120 to 180 of its text
  function spanOf(hash) {
    var found = /^#([A-Z]+[0-9]*)-(\d+)-(\d+)$/.exec(hash || "");
    return found && columnOf(found[1]) ? { letter: found[1], begin: +found[2], end: +found[3] } : null;
  }
  // Wraps code points [begin, end) of the text below `box` in <mark>; gives the marks.
  function mark(box, begin, end) {
    var walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT), at = 0, pieces = [], node;
    while ((node = walker.nextNode()) && at < end) {
      var text = node.data, from = -1, unit = 0;
      for (; unit < text.length && at < end; at++) {
        if (at >= begin && from < 0) from = unit;
        unit += text.codePointAt(unit) > 0xFFFF ? 2 : 1;
      }
      if (from >= 0 && unit > from) pieces.push([node, from, unit]);
    }
    return pieces.filter(function (piece) { return piece[0].data.slice(piece[1], piece[2]).trim(); }).map(function (piece) {
      var range = document.createRange(), wrap = document.createElement("mark");
      range.setStart(piece[0], piece[1]);
      range.setEnd(piece[0], piece[2]);
      range.surroundContents(wrap);
      return wrap;
    });
  }
  function unmark(box) {
    all("mark", box).forEach(function (each) {
      var parent = each.parentNode;
      while (each.firstChild) parent.insertBefore(each.firstChild, each);
      parent.removeChild(each);
      parent.normalize();
    });
  }

  // ---- the panel: the words, without losing one's place
  var panel = byId("panel"), cameFrom = null, opened = null;
  function part(selector) { return panel.querySelector(selector); }
  function open(link, letter, span) {
    var column = columnOf(letter), text = part(".txt"), title = column.querySelector("h3");
    part("[data-letter]").textContent = letter;
    part("[data-name]").textContent = column.querySelector(".ch1 b").textContent;
    part("[data-when]").textContent = column.querySelector(".ch1 .at").textContent;
    var words = column.querySelector(".txt").cloneNode(true);
    unmark(words);
    all("[id]", words).forEach(function (each) { each.removeAttribute("id"); });
    all(".on", words).forEach(function (each) { each.classList.remove("on"); });
    all("a.pn", words).forEach(function (each) { each.remove(); });
    var marks = span ? mark(words, span.begin, span.end) : [];
    text.textContent = "";
    if (column.querySelector(".txt").lang) text.lang = column.querySelector(".txt").lang; else text.removeAttribute("lang");
    if (title) text.appendChild(title.cloneNode(true));
    while (words.firstChild) text.appendChild(words.firstChild);
    part("[data-note]").textContent = marks.length ? "The words asked for are marked." : "The whole report.";
    opened = { letter: letter, span: span };
    cameFrom = link;
    panel.hidden = false;
    if (marks.length) {
      marks[0].tabIndex = -1;
      text.scrollTop = marks[0].getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
    } else {
      text.scrollTop = 0;
    }
    text.focus({ preventScroll: true });
  }
  function close() {
    panel.hidden = true;
    if (cameFrom) cameFrom.focus({ preventScroll: true });
  }
  function goToParallel() {
    panel.hidden = true;
    alsoShow(opened.letter);
    byId("parallel").scrollIntoView();
    var column = columnOf(opened.letter);
    all(".col").forEach(unmark);
    var marks = opened.span ? mark(column.querySelector(".txt"), opened.span.begin, opened.span.end) : [];
    if (marks.length && narrow.matches) marks[0].scrollIntoView({ block: "center" });
    else if (marks.length) column.scrollTop += top(marks[0]) - top(column) - 120;
    column.focus({ preventScroll: true });
  }
  document.addEventListener("click", function (event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (event.target.closest("[data-close]")) return close();
    if (event.target.closest("[data-go]")) { event.preventDefault(); return goToParallel(); }
    var link = event.target.closest("a[href]");
    if (!link || link.classList.contains("pn") || panel.contains(link)) return;
    var href = link.getAttribute("href"), span = spanOf(href);
    if (span) { event.preventDefault(); return open(link, span.letter, span); }
    var whole = /^#col-(.+)$/.exec(href);
    if (whole && columnOf(whole[1])) { event.preventDefault(); return open(link, whole[1], null); }
    var there = href.charAt(0) === "#" && byId(href.slice(1));
    if (there && there.matches(".edges > li")) all("details", there).forEach(function (each) { each.open = true; });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !panel.hidden) close();
  });
  // A page opened at words ("page.html#A-120-180") shows them.
  function followHash() {
    var span = spanOf(location.hash);
    if (span) open(null, span.letter, span);
  }
  addEventListener("hashchange", followHash);
  followHash();

  // ---- where am I
  var links = {};
  all(".toc a").forEach(function (link) { links[link.hash.slice(1)] = link; });
  if (window.IntersectionObserver) {
    var watch = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting || !links[entry.target.id]) return;
        for (var id in links) links[id].removeAttribute("aria-current");
        links[entry.target.id].setAttribute("aria-current", "true");
      });
    }, { rootMargin: "-20% 0px -75% 0px" });
    all("section.s").forEach(function (section) { watch.observe(section); });
  }
})();
