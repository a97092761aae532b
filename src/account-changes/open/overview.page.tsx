import type { SeenAccount } from '../../accounts/index.ts'
import { askChangePath, oneChangePath } from '../../paths/account-changes.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  Facts,
  type Flash,
  type Frame,
  Identifier,
  Items,
  Link,
  LinkButton,
  Muted,
  Notice,
  Section,
  Table,
  Time,
} from '../../ui/index.ts'
import type { StoredChange } from '../changes.store.ts'
import type { ChangeKind } from '../domain/change.ts'
import { ChangeFrame } from '../frame.page.tsx'
import { words } from '../messages/index.ts'
import type { Weight } from '../preview.query.ts'

type Props = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly weight: Weight
  readonly changes: readonly StoredChange[]
  readonly possible: readonly ChangeKind[]
  readonly now: Date
  readonly flash?: Flash | undefined
}

/** What concerns a whole account: how it is, what waits, what can be asked, and what was. */
export function OverviewPage(props: Props) {
  const { frame, seen, weight, changes, possible, now } = props
  const { reader } = frame
  const t = words.for(reader)
  const open = changes.find(({ settledAt, lapsesAt }) => settledAt === null && lapsesAt > now)
  return (
    <ChangeFrame frame={frame} seen={seen} lead={t('lead')} flash={props.flash}>
      {seen.account.status === 'SUSPENDED' && (
        <Notice kind="warning" still>
          {t('now.suspended')}
        </Notice>
      )}
      {open && <Waiting reader={reader} seen={seen} open={open} />}
      <AsItIs reader={reader} seen={seen} weight={weight} />
      {possible.length > 0 && (
        <Section title={seen.byOffice ? t('can.office') : t('can')}>
          <Items
            items={possible.map((kind) => ({
              title: (
                <Link href={askChangePath.to(seen.account.identifier, kind.toLowerCase())}>
                  {t(`kind.${kind}`)}
                </Link>
              ),
              text: t(`about.${kind}`),
            }))}
          />
        </Section>
      )}
      <Past reader={reader} seen={seen} changes={changes.filter((one) => one !== open)} />
    </ChangeFrame>
  )
}

function Waiting({ reader, seen, open }: { reader: Reader; seen: SeenAccount; open: StoredChange }) {
  const t = words.for(reader)
  const date = formatDate(reader, open.lapsesAt, 'date')
  const half = open.firstBy !== null && open.firstStands
  return (
    <Notice
      kind="info"
      still
      title={t(`kind.${open.kind}`)}
      actions={
        <LinkButton href={oneChangePath.to(seen.account.identifier, open.id)}>{t('open.look')}</LinkButton>
      }
    >
      {half
        ? t('open.half', { who: open.names.first, date })
        : t('open.text', { who: open.names.asked, date })}
    </Notice>
  )
}

function AsItIs({ reader, seen, weight }: { reader: Reader; seen: SeenAccount; weight: Weight }) {
  const t = words.for(reader)
  const { identifier, type, visibility, status } = seen.account
  const { mergedInto } = weight
  return (
    <Section title={t('now')}>
      <Facts
        items={[
          { label: t('now.identifier'), value: <Identifier value={identifier} /> },
          { label: t('now.type'), value: t(`type.${type}`) },
          { label: t('now.visibility'), value: t(`visibility.${visibility}`) },
          {
            label: t('now.status'),
            value: t(`status.${status}`),
            ...(mergedInto
              ? { help: t('now.merged', { account: `${mergedInto.name} (${mergedInto.identifier})` }) }
              : {}),
          },
        ]}
      />
    </Section>
  )
}

function Past(props: { reader: Reader; seen: SeenAccount; changes: readonly StoredChange[] }) {
  const { reader, seen, changes } = props
  const t = words.for(reader)
  return (
    <Section title={t('past.title')}>
      {changes.length === 0 ? (
        <Muted>{t('past.none')}</Muted>
      ) : (
        <Table
          reader={reader}
          caption={t('past.title')}
          dense
          rows={changes}
          columns={[
            {
              label: t('past.what'),
              heads: true,
              cell: ({ id, kind }) => (
                <Link href={oneChangePath.to(seen.account.identifier, id)}>{t(`kind.${kind}`)}</Link>
              ),
            },
            { label: t('past.who'), cell: ({ names }) => <bdi>{names.asked}</bdi> },
            {
              label: t('past.when'),
              fit: true,
              cell: ({ askedAt }) => <Time reader={reader} at={askedAt} />,
            },
            { label: t('past.outcome'), cell: ({ outcome }) => t(`outcome.${outcome ?? 'LAPSED'}`) },
          ]}
        />
      )}
    </Section>
  )
}
