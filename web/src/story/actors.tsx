// Actors: who is named, how each report spells it, and what they said.

import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { query } from "../api/client.ts";
import { namedActors, quoteEvidence, type NamedActor, type Said } from "../model/named_actors.ts";
import type { ReportView } from "../model/report_view.ts";
import { Chunks, drawAll } from "../parts/chunks.tsx";
import { CorrectButton } from "../parts/correct.tsx";
import { Letter, Letters, Nothing, Quoted, SectionOf, useStory } from "../parts/marks.tsx";
import { count } from "../text/wording.ts";

const MOST_SAID = 40;

function SaidBy({ said, name }: { said: readonly Said[]; name: string }): VNode {
  const view = useStory(), [shown, setShown] = useState(false);
  return (
    <details class="said-by" onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{count(said.length, "quotation", "quotations")}</summary>
      {shown || drawAll.value ? (
        <ul>
          {said.slice(0, MOST_SAID).map((each) => {
            const evidence = quoteEvidence(each);
            return <li key={each.report + each.quote.id}><Letter report={view.byId.get(each.report) as ReportView} span={evidence} /> <Quoted evidence={evidence} />{each.quote.kind === "indirect" ? <small>indirect</small> : null}</li>;
          })}
          <li class="k">{said.length > MOST_SAID ? `and ${said.length - MOST_SAID} more here; ` : null}<a href={query("/search", { in: "quotes", speaker: name })}>in all stories</a></li>
        </ul>
      ) : null}
    </details>
  );
}

function ActorRow({ actor }: { actor: NamedActor }): VNode {
  const view = useStory(), name = view.actorName(actor.id);
  const roles = [...new Map(actor.roles.map((role) => [view.cut(role), role])).values()].slice(0, 3);
  return (
    <tr id={`a-${actor.id}`} data-item>
      <th scope="row" dir="auto">
        {name}<small>{actor.type}</small>
        <CorrectButton ask={() => ({
          title: "Same actor", about: name, choose: { label: `${name} is the same as`, none: "choose an actor", options: view.actorIds().filter((id) => id !== actor.id).map((id) => ({ id, name: view.actorName(id) })) },
          correction: { kind: "same-actor", story: view.json.story, actors: [actor.id] },
        })}>Same as…</CorrectButton>
      </th>
      <td>
        <ul class="forms">{actor.forms.map(([form, evidence]) => <li key={form}><Quoted evidence={evidence[0] as (typeof evidence)[0]} /> <Letters evidence={evidence} /></li>)}</ul>
        {roles.length ? <span class="roles">{roles.map((role, index) => [index ? ", " : "", <Quoted key={index} evidence={role} />])}</span> : null}
        {actor.said.length ? <SaidBy said={actor.said} name={name} /> : null}
      </td>
    </tr>
  );
}

export function Actors(): VNode {
  const view = useStory(), actors = useMemo(() => namedActors(view), [view]);
  const tables: NamedActor[][] = [];
  for (let at = 0; at < actors.length; at += 20) tables.push(actors.slice(at, at + 20));
  return (
    <SectionOf id="actors" title="Actors" note="Who is named in the reports, how each spells it, and what they said.">
      {actors.length ? (
        <Chunks items={tables} size={1} height={20 * 80} id={() => ""} draw={(rows, index) => (
          <table class="ac" key={index} aria-label="Actors">
            <thead class={index ? "vh" : ""}><tr><th scope="col">Actor</th><th scope="col">As the reports call it</th></tr></thead>
            <tbody>{rows.map((actor) => <ActorRow key={actor.id} actor={actor} />)}</tbody>
          </table>
        )} />
      ) : <Nothing>No name was found.</Nothing>}
    </SectionOf>
  );
}
