import type { Child } from '#jsx'
import { unbroken } from './unbroken.ts'

/** The one heading of a page: what it is, the sentence under it, a chip beside it, and what can be done. */
export function PageHeading(props: {
  title: Child
  /** A quiet word above the title, such as a reference. */
  over?: Child
  lead?: Child
  status?: Child
  actions?: Child
}) {
  return (
    <div class="page-heading">
      <div class="page-heading-words">
        {props.over !== undefined && <p class="over">{unbroken(props.over)}</p>}
        <h1>{unbroken(props.title)}</h1>
        {props.status !== undefined && <p class="page-status">{props.status}</p>}
        {props.lead !== undefined && <p class="lead">{unbroken(props.lead)}</p>}
      </div>
      {props.actions !== undefined && <div class="actions">{props.actions}</div>}
    </div>
  )
}
