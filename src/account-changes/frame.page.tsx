import type { Child } from '#jsx'
import { AccountFrame, type SeenAccount } from '../accounts/index.ts'
import { accountChangePath } from '../paths/account-changes.ts'
import { type Flash, type Frame, Notice } from '../ui/index.ts'
import { words } from './messages/index.ts'

/** A page about changing one account, under its properties. */
export function ChangeFrame(props: {
  frame: Frame
  seen: SeenAccount
  /** The page's own name; without one it is the overview. */
  title?: string | undefined
  lead?: string | undefined
  flash?: Flash | undefined
  failed?: boolean | undefined
  problem?: string | undefined
  children?: Child
}) {
  const { frame, seen, title, problem } = props
  const t = words.for(frame.reader)
  const here = { label: t('crumb'), href: accountChangePath.to(seen.account.identifier) }
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="properties"
      title={title ?? t('title')}
      lead={props.lead}
      flash={props.flash}
      failed={props.failed ?? problem !== undefined}
      narrow
      under={title === undefined ? [{ label: t('crumb') }] : [here, { label: title }]}
    >
      {problem !== undefined && (
        <Notice kind="danger" title={t('problem')}>
          {problem}
        </Notice>
      )}
      {props.children}
    </AccountFrame>
  )
}
