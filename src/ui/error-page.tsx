import type { Child } from '#jsx'
import type { Reader } from '../platform/i18n/reader.ts'
import { Identifier } from './identifier.tsx'
import { words } from './messages/index.ts'

/** The body of a page for something that went wrong: what happened, what is safe, what to do, and a reference. */
export function ErrorPage(props: {
  reader: Reader
  title: string
  whatHappened: Child
  whatIsSafe?: Child
  whatToDo: Child
  reference?: string | undefined
  /** The heading's level, when it is not a page of its own. */
  level?: 1 | 2 | undefined
  actions?: Child
}) {
  const t = words.for(props.reader)
  return (
    <div class="error-page">
      {props.level === 2 ? <h2>{props.title}</h2> : <h1>{props.title}</h1>}
      <div class="lead">{props.whatHappened}</div>
      {props.whatIsSafe !== undefined && (
        <>
          <p class="error-page-word">{t('error-page.safe')}</p>
          <div>{props.whatIsSafe}</div>
        </>
      )}
      <p class="error-page-word">{t('error-page.next')}</p>
      <div>{props.whatToDo}</div>
      {props.actions !== undefined && <div class="actions">{props.actions}</div>}
      {props.reference !== undefined && (
        <p class="muted">
          {t('error-page.reference')} <Identifier value={props.reference} />
        </p>
      )}
    </div>
  )
}
