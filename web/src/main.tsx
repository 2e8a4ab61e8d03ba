import "../../data/show/page.css";
import "../../data/show/sections.css";
import "./app.css";
import "../../data/show/print.css";
import { render } from "preact";
import { refreshStatus } from "./api/client.ts";
import { listen } from "./api/events.ts";
import { App } from "./app.tsx";
import { startKeys } from "./keys.ts";
import { startReveal } from "./parts/reveal.ts";
import { start } from "./router.ts";

start();
startReveal();
startKeys();
void refreshStatus();
render(<App />, document.getElementById("app") as HTMLElement);
// After the page's own requests: it waits for an answer that does not end.
setTimeout(() => { void listen(); }, 500);
