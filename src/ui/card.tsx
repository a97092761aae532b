import type { Child } from '#jsx'

/** A framed part of a page with its own heading; `action` stands beside the heading. */
export function Card(props: {
  title?: Child
  /** The heading's level; 2 unless the card lies in a section. */
  level?: 2 | 3 | undefined
  action?: Child
  id?: string | undefined
  footer?: Child
  children?: Child
}) {
  return (
    <section class="card" id={props.id}>
      {(props.title !== undefined || props.action !== undefined) && (
        <div class="card-head">
          {props.title !== undefined && (props.level === 3 ? <h3>{props.title}</h3> : <h2>{props.title}</h2>)}
          {props.action !== undefined && <div class="actions">{props.action}</div>}
        </div>
      )}
      <div class="card-body">{props.children}</div>
      {props.footer !== undefined && <div class="card-foot">{props.footer}</div>}
    </section>
  )
}
