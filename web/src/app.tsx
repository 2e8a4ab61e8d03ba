// The frame of every page: where one is, where one can go, what is open beside it.

import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { mayWrite, needsToken, refreshStatus, setToken, status } from "./api/client.ts";
import { helpOpen } from "./keys.ts";
import { Add } from "./pages/add.tsx";
import { Corrections } from "./pages/corrections.tsx";
import { Report } from "./pages/report.tsx";
import { Search } from "./pages/search.tsx";
import { Stories } from "./pages/stories.tsx";
import { Story } from "./pages/story.tsx";
import { CorrectionDialog } from "./parts/correct.tsx";
import { Help } from "./parts/help.tsx";
import { Panel } from "./parts/panel.tsx";
import { opened } from "./parts/panel_state.ts";
import { Empty } from "./parts/states.tsx";
import { route, visits, type Route } from "./router.ts";
import { dark, toggleTheme } from "./theme.ts";

const TITLES: Partial<Record<Route["page"], string>> = { stories: "Stories", search: "Search", add: "Add reports", corrections: "Corrections", unknown: "No such page" };

function PageOf({ at }: { at: Route }): VNode {
  switch (at.page) {
    case "stories": return <Stories />;
    case "story": return <Story key={at.id} id={at.id} />;
    case "report": return <Report key={at.id} id={at.id} />;
    case "search": return <Search />;
    case "add": return <Add />;
    case "corrections": return <Corrections />;
    case "unknown": return <Empty title="No such page"><p>The address may be mistyped. <a href="/">All stories</a></p></Empty>;
  }
}

function Link({ to, page, children }: { to: string; page: Route["page"]; children: string }): VNode {
  return <a href={to} {...(route.value.page === page ? { "aria-current": "page" as const } : {})}>{children}</a>;
}

function Masthead(): VNode {
  return (
    <header class="mast">
      <a class="name" href="/">Synoptic</a>
      <nav aria-label="Pages"><Link to="/" page="stories">Stories</Link><Link to="/search" page="search">Search</Link>{mayWrite() ? <Link to="/add" page="add">Add</Link> : null}<Link to="/corrections" page="corrections">Corrections</Link></nav>
      <span class="tail noprint">
        <button class="btn" type="button" aria-label="Keys" onClick={() => { helpOpen.value = true; }}>?</button>
        <button class="btn" type="button" onClick={toggleTheme}>{dark.value ? "Light" : "Dark"}</button>
      </span>
    </header>
  );
}

function TokenForm(): VNode {
  const [given, setGiven] = useState("");
  return (
    <form class="token" onSubmit={(event) => { event.preventDefault(); setToken(given); void refreshStatus(); }}>
      <h1 class="ours">This store asks for a token</h1>
      <label>Token<input type="password" value={given} autocomplete="off" onInput={(event) => setGiven(event.currentTarget.value)} /></label>
      <p class="acts"><button class="go" type="submit" disabled={!given.trim()}>Continue</button></p>
    </form>
  );
}

export function App(): VNode {
  const main = useRef<HTMLElement>(null), at = route.value, visit = visits.value;
  useEffect(() => {
    opened.value = null;
    const title = TITLES[at.page];
    if (title) document.title = `${title} · Synoptic`;
    if (visit > 0) main.current?.focus({ preventScroll: true });
  }, [visit]);
  return (
    <>
      <a class="skip" href="#main">Skip to the content</a>
      <Masthead />
      <main id="main" ref={main} tabIndex={-1}>{needsToken.value ? <TokenForm /> : <PageOf at={at} />}</main>
      <footer class="foot">Synoptic{status.value ? ` ${status.value.version}` : ""}. No text here was generated: every word in serif is cut from a report. <span class="noprint">Press <kbd>?</kbd> for keys.</span></footer>
      <Panel /><Help /><CorrectionDialog />
    </>
  );
}
