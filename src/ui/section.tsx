import type { Child } from '#jsx'

/** A part of a page with a heading, an optional line under it, and what can be done beside it. */
export function Section(props: {
  title: Child
  id?: string | undefined
  lead?: Child
  count?: number | undefined
  action?: Child
  children?: Child
}) {
  return (
    <section class="section" id={props.id}>
      <div class="section-head">
        <div>
          <h2>
            {props.title}
            {props.count !== undefined && <span class="section-count">{props.count}</span>}
          </h2>
          {props.lead !== undefined && <p class="muted">{props.lead}</p>}
        </div>
        {props.action !== undefined && <div class="actions">{props.action}</div>}
      </div>
      {props.children}
    </section>
  )
}
