import {
  accountUsersPath,
  accountVirtualAccountsPath,
  closeVirtualAccountPath,
  moveVirtualAccountPath,
  newVirtualAccountPath,
  renameVirtualAccountPath,
  restrictVirtualAccountPath,
  virtualAccountPath,
} from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { placeTagsPath } from '../../paths/tags.ts'
import {
  Button,
  Card,
  Cluster,
  type Crumb,
  type Fact,
  Facts,
  type Flash,
  Form,
  type Frame,
  Hidden,
  Link,
  LinkButton,
  Muted,
  Pager,
  Section,
  Split,
} from '../../ui/index.ts'
import { AccountFrame } from '../account-frame.page.tsx'
import type { NamedTree, NamedVirtualAccount } from '../domain/tree.ts'
import type { Possible } from '../domain/virtual-accounts.ts'
import { words } from '../messages/index.ts'
import type { SeenAccount } from '../sight.ts'
import { opensTab } from '../tabs.ts'
import { Marks, Rows } from './tree.page.tsx'
import type { PlaceFacts } from './tree.query.ts'

/** One virtual account, as the pages about it know it. */
export type OfPlace = {
  readonly frame: Frame
  readonly seen: SeenAccount
  /** What this viewer sees of the tree. */
  readonly tree: NamedTree
  readonly place: NamedVirtualAccount
}

/** The way to a page about a virtual account: those above it that the viewer sees, itself, and the page. */
export function wayTo({ seen, tree, place }: Omit<OfPlace, 'frame'>, here?: string): Crumb[] {
  const above = (tree.virtualAccounts.find(({ id }) => id === place.id)?.path ?? []).flatMap((id) => {
    const one = tree.virtualAccounts.find((other) => other.id === id)
    return one ? [{ label: one.name, href: virtualAccountPath.to(seen.account.identifier, id) }] : []
  })
  return here === undefined ? [...above.slice(0, -1), { label: place.name }] : [...above, { label: here }]
}

/** What the page of one virtual account shows. */
export type PlacePageProps = OfPlace & {
  readonly possible: Possible
  /** The viewer may put custom tags on it. */
  readonly mayTag: boolean
  /** One page of those directly below it. */
  readonly children: readonly NamedVirtualAccount[]
  readonly facts: PlaceFacts
  readonly after: string | undefined
  readonly flash?: Flash | undefined
}

/** One virtual account: who holds what in it, what stands below it, and what can be done with it. */
export function PlacePage(props: PlacePageProps) {
  const { frame, seen, place, possible } = props
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="virtual-accounts"
      title={place.name}
      status={place.isDefault || place.restricted ? <Marks reader={reader} one={place} /> : undefined}
      under={wayTo(props)}
      flash={props.flash}
      actions={
        possible.add && (
          <LinkButton
            icon="plus"
            href={withQuery(newVirtualAccountPath.to(identifier), { parent: place.id })}
          >
            {t('va.add-below')}
          </LinkButton>
        )
      }
    >
      <Split label={t('va.acts')} aside={<Acts {...props} />}>
        <Card title={t('va.holders')}>
          <Facts items={factsOf(props)} />
        </Card>
        <Below {...props} />
      </Split>
    </AccountFrame>
  )
}

function Below(props: PlacePageProps) {
  const { frame, seen, place, children, after } = props
  if (children.length === 0) return null
  const t = words.for(frame.reader)
  const path = virtualAccountPath.to(seen.account.identifier, place.id)
  return (
    <Section title={t('va.below')}>
      <Rows {...props} find="" tag={undefined} rows={children} caption={t('va.below')} />
      <Pager reader={frame.reader} next={after && withQuery(path, { after })} />
    </Section>
  )
}

function factsOf(props: PlacePageProps): Fact[] {
  const { frame, seen, place, facts } = props
  const t = words.for(frame.reader)
  const own = facts.counts.get(place.id)
  const path = accountUsersPath.to(seen.account.identifier)
  const links = opensTab(seen, 'users')
  return [
    ...(['VA', 'VU', 'VV'] as const).map((role) => {
      const said = t('va.people', { n: own?.[role] ?? 0 })
      const href = withQuery(path, { role, place: place.id })
      return {
        label: t(`role.${role}`),
        value: links && own && own[role] > 0 ? <Link href={href}>{said}</Link> : said,
      }
    }),
    ...(own && own.CV > 0 ? [ownRoles(props, own.CV)] : []),
    ...tagFact(props),
    ...(place.restricted ? [{ label: t('account.restricted'), value: t('va.restricted-help') }] : []),
  ]
}

// One's own roles are not one role: how many hold any of them is said, and Users says which.
function ownRoles({ frame, seen, place }: PlacePageProps, n: number): Fact {
  const t = words.for(frame.reader)
  const said = t('va.people', { n })
  const href = withQuery(accountUsersPath.to(seen.account.identifier), { place: place.id })
  return {
    label: t('va.own-roles'),
    value: opensTab(seen, 'users') ? <Link href={href}>{said}</Link> : said,
  }
}

function tagFact({ frame, seen, place, facts, mayTag }: PlacePageProps): Fact[] {
  const tags = facts.tagsOn.get(place.id) ?? []
  if (tags.length === 0 && !mayTag) return []
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  const tree = accountVirtualAccountsPath.to(identifier)
  return [
    {
      label: t('va.tags'),
      value: (
        <Cluster>
          {tags.length === 0 && <Muted>{t('va.no-tags')}</Muted>}
          {tags.map(({ id, name }) => (
            <Link href={withQuery(tree, { tag: id })}>{name}</Link>
          ))}
          {mayTag && (
            <LinkButton small variant="quiet" href={placeTagsPath.to(identifier, place.id)}>
              {t('va.change-tags')}
            </LinkButton>
          )}
        </Cluster>
      ),
    },
  ]
}

function Acts(props: PlacePageProps) {
  const { place, possible } = props
  const t = words.for(props.frame.reader)
  if (place.isDefault) return <Muted>{t('va.default-stays')}</Muted>
  const { rename, move, restrict, close } = possible
  return rename || move || restrict || close ? <Buttons {...props} /> : null
}

function Buttons({ frame, seen, place, possible }: PlacePageProps) {
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  return (
    <Card title={t('va.acts')}>
      <Cluster>
        {possible.rename && (
          <LinkButton href={renameVirtualAccountPath.to(identifier, place.id)}>{t('va.rename')}</LinkButton>
        )}
        {possible.move && (
          <LinkButton href={moveVirtualAccountPath.to(identifier, place.id)}>{t('va.move')}</LinkButton>
        )}
        {possible.restrict && (
          <Form action={restrictVirtualAccountPath.to(identifier, place.id)} wide>
            <Hidden name="restricted" value={place.restricted ? 'no' : 'yes'} />
            <Button>{t(place.restricted ? 'va.unrestrict' : 'va.restrict')}</Button>
          </Form>
        )}
        {possible.close && (
          <LinkButton href={closeVirtualAccountPath.to(identifier, place.id)}>{t('va.close')}</LinkButton>
        )}
      </Cluster>
      {possible.restrict && !place.restricted && <Muted>{t('va.restrict-help')}</Muted>}
    </Card>
  )
}
