import {
  AccountFrame,
  accountWords,
  type NamedHolder,
  type OfPlace,
  type OpenRequestFor,
  placeName,
  wayToPlace,
  sayRole,
} from '../../accounts/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { closeVirtualAccountPath, virtualAccountPath } from '../../paths/accounts.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  Button,
  Card,
  type Column,
  Form,
  FormActions,
  Hidden,
  Link,
  LinkButton,
  Muted,
  Notice,
  Section,
  Table,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** What the page shows that asks once more before a virtual account is closed. */
export type CloseVirtualAccountPageProps = OfPlace & {
  /** Itself, and all below it. */
  readonly places: readonly VirtualAccountId[]
  readonly holders: readonly NamedHolder[]
  readonly requests: readonly OpenRequestFor[]
  readonly mark: string
  /** What was shown before is no longer so. */
  readonly hasChanged: boolean
}

const mostShown = 200

/** Says what ends when a virtual account is closed, and asks once more. */
export function CloseVirtualAccountPage(props: CloseVirtualAccountPageProps) {
  const { frame, seen, place, places } = props
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  const title = t('close-place.title', { name: place.name })
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="virtual-accounts"
      title={title}
      lead={t('close-place.lead')}
      under={wayToPlace(props, t('close-place.crumb'))}
      failed={props.hasChanged}
    >
      {props.hasChanged && (
        <Notice kind="warning" title={t('close-place.changed-title')}>
          {t('close-place.changed')}
        </Notice>
      )}
      {places.length > 1 && (
        <Notice kind="warning" still title={t('close-place.below', { n: places.length - 1 })}>
          {t('close-place.below-text')}
        </Notice>
      )}
      <Holders {...props} />
      <Requests {...props} />
      <Form action={closeVirtualAccountPath.to(identifier, place.id)}>
        <Hidden name="mark" value={props.mark} />
        <FormActions>
          <Button variant="danger">{t('close-place.press', { n: places.length })}</Button>
          <LinkButton variant="quiet" href={virtualAccountPath.to(identifier, place.id)}>
            {t('close-place.keep')}
          </LinkButton>
        </FormActions>
      </Form>
    </AccountFrame>
  )
}

function Holders(props: CloseVirtualAccountPageProps) {
  const { frame, holders } = props
  const t = words.for(frame.reader)
  const more = holders.length - mostShown
  return (
    <Section title={t('close-place.people')}>
      {holders.length === 0 ? (
        <Muted>{t('close-place.nobody')}</Muted>
      ) : (
        <Table
          reader={frame.reader}
          caption={t('close-place.people')}
          dense
          columns={columnsOf(props)}
          rows={holders.slice(0, mostShown)}
        />
      )}
      {more > 0 && <Muted>{t('close-place.more', { n: more })}</Muted>}
    </Section>
  )
}

function Requests({ frame, requests, places }: CloseVirtualAccountPageProps) {
  if (requests.length === 0) return null
  const t = words.for(frame.reader)
  const line = (title: string, some: readonly OpenRequestFor[]) =>
    some.length > 0 && (
      <p>
        {title}{' '}
        {some.map(({ id, reference }, n) => (
          <>
            {n > 0 && ', '}
            <Link href={requestPath.to(id)}>{reference}</Link>
          </>
        ))}
      </p>
    )
  const ends = (one: OpenRequestFor) => one.virtualAccountIds.every((id) => places.includes(id))
  return (
    <Card title={t('close-place.requests')}>
      {line(t('close-place.requests-close'), requests.filter(ends))}
      {line(
        t('close-place.requests-narrow'),
        requests.filter((one) => !ends(one)),
      )}
    </Card>
  )
}

function columnsOf({ frame, seen }: CloseVirtualAccountPageProps): Column<NamedHolder>[] {
  const t = words.for(frame.reader)
  const a = accountWords.for(frame.reader)
  return [
    { label: a('users.person'), heads: true, cell: (holder) => <bdi>{nameOf(holder)}</bdi> },
    { label: t('close-place.loses'), cell: ({ role }) => sayRole(frame.reader, role) },
    {
      label: a('users.place'),
      cell: ({ virtualAccountId: at }) => (at === null ? '' : placeName(seen.tree, at)),
    },
  ]
}
