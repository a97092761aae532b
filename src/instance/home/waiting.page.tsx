import type { Child } from '#jsx'
import { openChangesPath } from '../../paths/account-changes.ts'
import { applicationPath, operatorApplicationsPath } from '../../paths/new-accounts.ts'
import { invitationsPath } from '../../paths/members.ts'
import { onBehalfPath } from '../../paths/on-behalf.ts'
import { ApplicationChip, type OpenApplication } from '../../new-accounts/index.ts'
import { nameOf } from '../../people/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { type Frame, Link } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Standing } from './home.query.ts'

/** One thing in a list of the home page. */
export type Item = {
  readonly title: Child
  readonly state?: Child
  readonly text?: Child
  readonly meta?: Child
}

type Open = Pick<Standing, 'toConfirm' | 'invitations' | 'applications' | 'office'> & {
  readonly frame: Frame
}

/** What waits for a word of the viewer, beside requests: a colleague's wish, an invitation, a new account, and what an office has to look at. */
export function answersWanted(open: Open): Item[] {
  const { toConfirm, invitations, applications } = open
  const { reader } = open.frame
  const t = words.for(reader)
  return [
    ...toConfirm.map(({ id, accountName, asker }) => ({
      title: <Link href={onBehalfPath.to(id)}>{accountName}</Link>,
      text: t('home.confirm', { name: nameOf(asker) }),
    })),
    ...invitations.map(({ accountName }) => ({
      title: <Link href={invitationsPath.to()}>{accountName}</Link>,
      text: t('home.invited'),
    })),
    ...applications.flatMap((one) =>
      one.waits ? [{ ...application(reader, one), text: t(`home.waits.${one.waits}`) }] : [],
    ),
    ...ofOffice(open),
  ]
}

function ofOffice({ frame: { reader }, office: { newAccounts, changes } }: Open): Item[] {
  const t = words.for(reader)
  const to = (path: string, label: string) => ({ title: <Link href={path}>{label}</Link> })
  return [
    ...(newAccounts > 0
      ? [to(operatorApplicationsPath.to(), t('home.office.new-accounts', { n: newAccounts }))]
      : []),
    ...(changes > 0 ? [to(openChangesPath.to(), t('home.office.changes', { n: changes }))] : []),
  ]
}

/** The new accounts the viewer asked for that wait for somebody else. */
export function applied({ frame: { reader }, applications }: Open): Item[] {
  const t = words.for(reader)
  return applications
    .filter(({ waits }) => waits === null)
    .map((one) => ({ ...application(reader, one), text: t('home.new-account') }))
}

function application(reader: Reader, { id, name, reference, status }: OpenApplication): Item {
  return {
    title: <Link href={applicationPath.to(id)}>{name}</Link>,
    state: <ApplicationChip reader={reader} status={status} />,
    meta: reference,
  }
}
