import { requestPath } from '../../paths/access-requests.ts'
import { moveVirtualAccountPath, virtualAccountPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  Button,
  Card,
  type Column,
  EmptyState,
  Field,
  Form,
  FormActions,
  Hidden,
  Link,
  LinkButton,
  Muted,
  Notice,
  Radios,
  Section,
  SubmitButton,
  Table,
} from '../../ui/index.ts'
import { AccountFrame } from '../account-frame.page.tsx'
import type { GrantedRole } from '../domain/roles.ts'
import type { NamedVirtualAccount } from '../domain/tree.ts'
import { listed, placeName, sayRole } from '../held.ts'
import { words } from '../messages/index.ts'
import type { MoveEffects } from './move-virtual-account.ts'
import { type OfPlace, wayTo } from './place.page.tsx'

/** What the page shows that asks where a virtual account is to go. */
export type MovePageProps = OfPlace & {
  readonly find: string
  /** Where it could go, among those that were sought. */
  readonly candidates: readonly NamedVirtualAccount[]
  /** There are more than are shown. */
  readonly hasMore: boolean
  readonly mayTop: boolean
  readonly problem?: string | undefined
}

/** Asks where a virtual account is to stand. */
export function MovePage(props: MovePageProps) {
  const { frame, seen, place, problem } = props
  const t = words.for(frame.reader)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="virtual-accounts"
      narrow
      title={t('va.move-title', { name: place.name })}
      lead={t('va.move-lead')}
      under={wayTo(props, t('va.move'))}
      failed={problem !== undefined}
    >
      {problem !== undefined && (
        <Notice kind="danger" title={t('settings.problem')}>
          {problem}
        </Notice>
      )}
      {(props.hasMore || props.find !== '') && <Find {...props} />}
      <Choose {...props} />
    </AccountFrame>
  )
}

function Find({ frame, seen, place, find }: MovePageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const path = moveVirtualAccountPath.to(seen.account.identifier, place.id)
  return (
    <Form action={path} method="get" wide label={t('va.find')}>
      <div class="toolbar">
        <Field
          reader={reader}
          name="find"
          type="search"
          label={t('va.find-label')}
          required
          width="medium"
          value={find}
        />
        <Button>{t('va.find')}</Button>
      </div>
    </Form>
  )
}

function Choose({ frame, seen, place, candidates, hasMore, mayTop }: MovePageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const items = [
    ...(mayTop ? [{ value: 'top', label: t('va.top') }] : []),
    ...candidates.map(({ id }) => ({ value: id, label: placeName(seen.tree, id) })),
  ]
  if (items.length === 0) return <EmptyState title={t('va.none-title')}>{t('va.move-nowhere')}</EmptyState>
  return (
    <Form action={moveVirtualAccountPath.to(identifier, place.id)} method="get">
      <Radios reader={reader} name="to" label={t('va.move-to')} required items={items} />
      {hasMore && <Muted>{t('va.move-more')}</Muted>}
      <FormActions>
        <SubmitButton>{t('va.move-look')}</SubmitButton>
        <LinkButton variant="quiet" href={virtualAccountPath.to(identifier, place.id)}>
          {t('properties.back')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

/** What the page shows that says what a move would change. */
export type MovePreviewProps = OfPlace & {
  readonly parent: NamedVirtualAccount | null
  readonly effects: MoveEffects
  /** What was shown before is no longer so. */
  readonly hasChanged: boolean
}

/** Says who would gain or lose what by a move, and asks once more. */
export function MovePreviewPage(props: MovePreviewProps) {
  const { frame, seen, place, parent, effects, hasChanged } = props
  const t = words.for(frame.reader)
  const path = moveVirtualAccountPath.to(seen.account.identifier, place.id)
  const name = { name: place.name }
  const title = parent
    ? t('va.move-below', { ...name, to: placeName(seen.tree, parent.id) })
    : t('va.move-top', name)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="virtual-accounts"
      title={title}
      lead={t('va.move-confirm-lead')}
      under={wayTo(props, t('va.move'))}
      failed={hasChanged}
    >
      {hasChanged && (
        <Notice kind="warning" title={t('settings.problem')}>
          {t('va.move-changed')}
        </Notice>
      )}
      <Effects {...props} />
      <Form action={path}>
        <Hidden name="to" value={parent?.id ?? 'top'} />
        <Hidden name="mark" value={effects.mark} />
        <FormActions>
          <SubmitButton>{t('va.move-press')}</SubmitButton>
          <LinkButton variant="quiet" href={withQuery(path, {})}>
            {t('va.move-elsewhere')}
          </LinkButton>
        </FormActions>
      </Form>
    </AccountFrame>
  )
}

function Effects(props: MovePreviewProps) {
  const { frame, effects } = props
  const t = words.for(frame.reader)
  return (
    <>
      <Section title={t('va.move-people')}>
        {effects.people.length === 0 ? (
          <Muted>{t('va.move-nobody')}</Muted>
        ) : (
          <Table
            reader={frame.reader}
            caption={t('va.move-people')}
            dense
            columns={columnsOf(props)}
            rows={effects.people}
          />
        )}
      </Section>
      {effects.requests.length > 0 && (
        <Card title={t('va.move-requests', { n: effects.requests.length })}>
          <p>
            {effects.requests.map(({ id, reference }, n) => (
              <>
                {n > 0 && ', '}
                <Link href={requestPath.to(id)}>{reference}</Link>
              </>
            ))}
          </p>
        </Card>
      )}
    </>
  )
}

function columnsOf({ frame }: MovePreviewProps): Column<MoveEffects['people'][number]>[] {
  const { reader } = frame
  const t = words.for(reader)
  const said = (held: readonly GrantedRole[]) =>
    held.length === 0 ? (
      <Muted>–</Muted>
    ) : (
      listed(
        reader,
        held.map((role) => sayRole(reader, role)),
      )
    )
  return [
    { label: t('users.person'), heads: true, cell: ({ holder }) => <bdi>{nameOf(holder)}</bdi> },
    { label: t('va.gains'), cell: ({ gained }) => said(gained) },
    { label: t('va.loses'), cell: ({ lost }) => said(lost) },
  ]
}
