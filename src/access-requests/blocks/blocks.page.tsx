import { placeName } from '../../accounts/index.ts'
import { nameOf } from '../../people/index.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { blocksPath, liftBlockPath } from '../../paths/rules.ts'
import { type FieldErrors, textOf, type Typed } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { ruleWords as words } from '../../rules/index.ts'
import {
  Button,
  Checkboxes,
  type Choice,
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  type Flash,
  Fold,
  Form,
  FormActions,
  Link,
  Pager,
  Radios,
  Stack,
  SubmitButton,
  Table,
  TextArea,
  Time,
} from '../../ui/index.ts'
import { blocks } from '../domain/request.ts'
import {
  changesAll,
  mostPlaces,
  type OfRules,
  ownPlaces,
  placeItems,
  RulesFrame,
} from '../rules/frame.page.tsx'
import type { StandingBlock } from './blocks.store.ts'

/** What the page of blocked people shows; errors are sentences, by field. */
export type BlocksPageProps = OfRules & {
  readonly standing: readonly StandingBlock[]
  readonly next?: string | undefined
  readonly typed?: Typed
  readonly errors?: FieldErrors | undefined
  readonly flash?: Flash | undefined
}

/** Those from whom the account takes no request, and a form to block somebody. */
export function BlocksPage(props: BlocksPageProps) {
  const { frame, seen, standing, next, errors = {} } = props
  const { reader } = frame
  const t = words.for(reader)
  const mistakes = Object.entries(errors).map(([field, message]) => ({
    field: field === 'howLong' || field === 'va' ? `${field}-1` : field,
    message,
  }))
  return (
    <RulesFrame
      {...props}
      current="blocks"
      title={t('blocks.title')}
      lead={t(changesAll(seen) ? 'blocks.lead' : 'blocks.lead-part')}
      failed={mistakes.length > 0}
    >
      <Stack>
        <ErrorSummary reader={reader} errors={mistakes} />
        {standing.length === 0 ? (
          <EmptyState icon="users" title={t('blocks.none')}>
            {t('blocks.none-text')}
          </EmptyState>
        ) : (
          <Table reader={reader} caption={t('blocks.title')} columns={columnsOf(props)} rows={standing} />
        )}
        <Pager
          reader={reader}
          next={next && `${blocksPath.to(seen.account.identifier)}?after=${encodeURIComponent(next)}`}
        />
        <Fold summary={t('blocks.add')} open={mistakes.length > 0}>
          <Adding {...props} />
        </Fold>
      </Stack>
    </RulesFrame>
  )
}

function valuesOf(typed: Typed, name: string): readonly string[] {
  const value = typed[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}

function Adding({ frame, seen, typed = {}, errors = {} }: BlocksPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={blocksPath.to(seen.account.identifier)}>
      <Field
        reader={reader}
        name="address"
        label={t('blocks.address')}
        help={t('blocks.address.help')}
        required
        type="email"
        value={textOf(typed, 'address')}
        error={errors['address']}
      />
      <Where {...{ frame, seen, typed, errors }} />
      <Radios
        reader={reader}
        name="howLong"
        label={t('blocks.how-long')}
        required
        value={textOf(typed, 'howLong') || '90_DAYS'}
        error={errors['howLong']}
        items={blocks.map((value) => ({ value, label: t(`blocks.${value}`) }))}
      />
      <TextArea
        reader={reader}
        name="reason"
        label={t('blocks.reason')}
        help={t('blocks.reason.help')}
        required
        rows={3}
        min={10}
        max={1000}
        value={textOf(typed, 'reason')}
        error={errors['reason']}
      />
      <FormActions>
        <SubmitButton variant="danger">{t('blocks.block')}</SubmitButton>
      </FormActions>
    </Form>
  )
}

function Where(props: Omit<BlocksPageProps, 'standing'>) {
  const { frame, seen, typed = {} } = props
  const t = words.for(frame.reader)
  const label = t(changesAll(seen) ? 'blocks.only-in' : 'blocks.where')
  const items = placeItems(seen, valuesOf(typed, 'va'))
  if (ownPlaces(seen).length <= mostPlaces) return <Ticked {...{ ...props, label, items }} />
  return (
    <Stack tight>
      {items.length > 0 && <Ticked {...{ ...props, label, items }} />}
      <Written {...props} label={items.length > 0 ? t('form.places-named') : label} />
    </Stack>
  )
}

type OfWhere = Omit<BlocksPageProps, 'standing'> & { label: string }

function Ticked(props: OfWhere & { items: readonly Choice[] }) {
  const { frame, seen, typed = {}, errors = {}, label, items } = props
  const isWhole = changesAll(seen)
  return (
    <Checkboxes
      reader={frame.reader}
      name="va"
      label={label}
      help={isWhole ? words.for(frame.reader)('blocks.only-in.help') : undefined}
      required={!isWhole}
      values={valuesOf(typed, 'va')}
      error={errors['va']}
      items={items}
    />
  )
}

// Of very many, those that are not ticked yet are named.
function Written({ frame, seen, typed = {}, errors = {}, label }: OfWhere) {
  return (
    <TextArea
      reader={frame.reader}
      name="names"
      label={label}
      help={words.for(frame.reader)('form.places-named.help')}
      required={!changesAll(seen)}
      rows={3}
      spellcheck={false}
      value={textOf(typed, 'names')}
      error={errors['names'] ?? errors['va']}
    />
  )
}

function Named(person: StandingBlock['person']) {
  return (
    <>
      {nameOf(person)}
      <p class="muted">
        <bdi>{person.address}</bdi>
      </p>
    </>
  )
}

function Why({ reader, block: { request, reason } }: { reader: Reader; block: StandingBlock }) {
  if (!request) return <>{reason}</>
  const said = words.for(reader)('blocks.by-decline', { reference: request.reference })
  return <Link href={requestPath.to(request.id)}>{said}</Link>
}

function placesIn(seen: BlocksPageProps['seen'], { virtualAccountIds }: StandingBlock): string | undefined {
  const names = virtualAccountIds?.map((id) => placeName(seen.tree, id)).filter(Boolean)
  return names && (names.join(', ') || '–')
}

function columnsOf({ frame, seen }: BlocksPageProps): Column<StandingBlock>[] {
  const { reader } = frame
  const t = words.for(reader)
  return [
    {
      label: t('blocks.who'),
      heads: true,
      cell: ({ person }) => <Named {...person} />,
    },
    {
      label: t('blocks.where'),
      cell: (block) => placesIn(seen, block) ?? t('blocks.everywhere'),
    },
    {
      label: t('blocks.since'),
      fit: true,
      cell: ({ blockedAt }) => <Time reader={reader} at={blockedAt} as="shortDate" />,
    },
    {
      label: t('blocks.until'),
      fit: true,
      cell: ({ until }) =>
        until ? <Time reader={reader} at={until} as="shortDate" /> : t('blocks.for-ever'),
    },
    {
      label: t('blocks.why'),
      cell: (block) => <Why reader={reader} block={block} />,
    },
    { label: t('blocks.by'), cell: ({ by }) => nameOf(by) },
    {
      label: t('rules.actions'),
      actions: true,
      cell: ({ id, person }) => (
        <Form action={liftBlockPath.to(seen.account.identifier, id)} wide>
          <Button small variant="quiet" label={t('blocks.lift-of', { who: nameOf(person) })}>
            {t('blocks.lift')}
          </Button>
        </Form>
      ),
    },
  ]
}
