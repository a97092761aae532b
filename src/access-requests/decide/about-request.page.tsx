import type { Child } from '#jsx'
import {
  Card,
  ErrorSummary,
  type FormError,
  type Frame,
  Notice,
  Page,
  PageHeading,
  Split,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { Wanted } from './context.tsx'
import type { DecisionView } from './decide.query.ts'
import { crumbs } from './form-again.page.ts'
import { DecisionAside } from './panel.tsx'

/** A page on which somebody does something about a request: what is asked, who asks, and below it the form. */
export function AboutRequestPage(props: {
  frame: Frame
  view: DecisionView
  title: string
  lead: string
  errors: readonly FormError[]
  /** Why nothing was done, as a title and in words. */
  problem?: { readonly title: string; readonly text: string } | undefined
  /** Above what is asked. */
  notice?: Child
  /** Without what would change. */
  plain?: boolean
  children?: Child
}) {
  const { frame, view, title, errors, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Page
      frame={frame}
      title={title}
      wide
      failed={errors.length > 0}
      breadcrumb={crumbs(t, view.request, title)}
    >
      <ErrorSummary reader={reader} errors={errors} />
      <PageHeading over={view.request.identifier} title={title} lead={props.lead} />
      {problem && (
        <Notice kind="danger" title={problem.title}>
          {problem.text}
        </Notice>
      )}
      <Split label={t('decide.who')} aside={<DecisionAside reader={reader} view={view} />}>
        {props.notice}
        <Card title={t('decide.request')}>
          <Wanted reader={reader} view={view} plain={props.plain ?? false} />
        </Card>
        {props.children}
      </Split>
    </Page>
  )
}
