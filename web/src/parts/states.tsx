// Loading, empty and failed: said in words, at the place where the content would be.

import type { ComponentChildren, VNode } from "preact";
import { ApiError } from "../api/client.ts";
import { oneLine } from "../text/wording.ts";

export function Empty({ title, children }: { title: string; children?: ComponentChildren }): VNode {
  return <div class="empty"><h2>{title}</h2>{children}</div>;
}

export function Failed({ error, again, what }: { error: Error; again?: () => void; what: string }): VNode {
  const status = error instanceof ApiError ? error.status : -1;
  const title = status === 404 ? `${what} is not in this store` : status === 0 ? "The store did not answer" : status === 401 || status === 403 ? "Not allowed" : `${what} cannot be shown`;
  return (
    <div class="empty" role="alert">
      <h2>{title}</h2>
      <p dir="auto">{oneLine(error.message)}</p>
      {again && status !== 404 ? <button class="btn k2" type="button" onClick={again}>Try again</button> : null}
      {status === 404 ? <p><a href="/">All stories</a></p> : null}
    </div>
  );
}

export function LoadingRows({ rows }: { rows: number }): VNode {
  return (
    <ol class="list sk" aria-busy="true" aria-label="Loading">
      {Array.from({ length: rows }, (_, i) => (
        <li key={i} aria-hidden="true"><div class="ti"><i /><i /></div><p class="num"><i /></p><p class="num"><i /></p><p class="num"><i /></p><p class="last"><i /></p></li>
      ))}
    </ol>
  );
}

export function LoadingPage({ label }: { label: string }): VNode {
  return <div class="sk page" aria-busy="true"><p class="vh" role="status">{label}</p><i /><i /><i /><i /></div>;
}
