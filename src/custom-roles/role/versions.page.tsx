import { changesBetween } from '../../accounts/domain/custom-role.ts'
import { rolePath, roleVersionsPath } from '../../paths/custom-roles.ts'
import { withQuery } from '../../paths/decisions.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Pager, Timeline, type TimelineItem, Time } from '../../ui/index.ts'
import type { StoredRole } from '../custom-roles.store.ts'
import { words } from '../messages/index.ts'
import { sayActions } from '../say.ts'
import type { RoleVersion } from './role.query.ts'
import { RoleFrame, type RolePageProps } from './role.page.tsx'

/** What a role was before: who changed what, and when. */
export function RoleVersionsPage(
  props: Pick<RolePageProps, 'frame' | 'seen'> & {
    readonly role: StoredRole
    readonly versions: readonly RoleVersion[]
    readonly next: string | undefined
  },
) {
  const { frame, seen, role, versions, next } = props
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const title = t('versions.title', { role: role.name })
  return (
    <RoleFrame
      {...props}
      title={title}
      lead={t('versions.lead')}
      under={[{ label: role.name, href: rolePath.to(identifier, role.id) }, { label: t('role.versions') }]}
      narrow
    >
      <Timeline label={title} items={versions.map((version) => itemOf(reader, version, role))} />
      <Pager
        reader={reader}
        next={next && withQuery(roleVersionsPath.to(identifier, role.id), { after: next })}
      />
    </RoleFrame>
  )
}

function itemOf(reader: Reader, version: RoleVersion, role: StoredRole): TimelineItem {
  const t = words.for(reader)
  const { before, by, changedAt } = version
  const who = by ?? t('versions.erased')
  const number = version.version
  return {
    what: (
      <>
        {before ? t('versions.changed', { who }) : t('versions.made', { who })}{' '}
        <span class="muted">
          {t(number === role.version ? 'versions.now' : 'versions.then', { version: number })}
        </span>
      </>
    ),
    icon: before ? 'pencil' : 'plus',
    when: <Time reader={reader} at={changedAt} as="dateTime" />,
    note: differencesOf(reader, version).map((text) => <p>{text}</p>),
  }
}

function differencesOf(reader: Reader, version: RoleVersion): readonly string[] {
  const t = words.for(reader)
  const { before, name, description, actions } = version
  if (!before) return [t('versions.may', { actions: sayActions(reader, actions) })]
  const { gained, lost } = changesBetween(before.actions, actions)
  return [
    ...(gained.length > 0 ? [t('versions.gained', { actions: sayActions(reader, gained) })] : []),
    ...(lost.length > 0 ? [t('versions.lost', { actions: sayActions(reader, lost) })] : []),
    ...(before.name === name ? [] : [t('versions.renamed', { before: before.name, after: name })]),
    ...(before.description === description ? [] : [describedAs(reader, description)]),
  ]
}

function describedAs(reader: Reader, description: string): string {
  const t = words.for(reader)
  return description === '' ? t('versions.undescribed') : t('versions.described', { after: description })
}
