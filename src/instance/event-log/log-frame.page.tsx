import type { Child } from '#jsx'
import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import { installationEventsPath } from '../../paths/event-log.ts'
import { operatorPath } from '../../paths/operator.ts'
import { type Crumb, type Frame, Page, PageHeading } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { OperatorTabs } from '../operator/frame.page.tsx'

/** A page of a log: of an account, below its tabs, or of the installation. */
export function LogFrame(props: {
  readonly frame: Frame
  /** Null for the installation's own log. */
  readonly seen: SeenAccount | null
  /** The heading; the log's own name when left out. */
  readonly title?: string
  readonly lead?: Child
  readonly actions?: Child
  readonly narrow?: boolean
  readonly failed?: boolean
  /** Topics that refetch the page. */
  readonly live?: readonly string[]
  /** Where below the log this page stands, itself last. */
  readonly under?: readonly Crumb[]
  readonly children?: Child
}) {
  const { frame, seen, lead, actions, under, narrow, failed, live } = props
  const t = words.for(frame.reader)
  if (seen) {
    return (
      <AccountFrame
        frame={frame}
        seen={seen}
        current="events"
        title={props.title ?? t('log.crumb')}
        lead={lead}
        actions={actions}
        under={under}
        narrow={narrow}
        failed={failed}
        live={live}
      >
        {props.children}
      </AccountFrame>
    )
  }
  const title = props.title ?? t('log.title.installation')
  const home = { label: t('operator.title'), href: operatorPath.to() }
  const crumbs = under && [home, { label: t('log.crumb'), href: installationEventsPath.to() }, ...under]
  return (
    <Page frame={frame} title={title} wide={!narrow} breadcrumb={crumbs} failed={failed} live={live}>
      <PageHeading title={title} lead={lead} actions={actions} />
      {!under && <OperatorTabs frame={frame} current="log" />}
      {props.children}
    </Page>
  )
}
