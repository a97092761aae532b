import {
  disablePersonPath,
  erasePersonPath,
  mergePersonPath,
  operatedAccountPath,
  operatedPersonPath,
} from '../../paths/operator.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import {
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Identifier,
  Link,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  Prose,
  Radios,
  Section,
  SubmitButton,
} from '../../ui/index.ts'
import type { Preview } from '../merge-people/merge-people.store.ts'
import { words } from '../messages/index.ts'
import type { PersonRow } from './operator.query.ts'
import { wayToPerson } from './person.page.tsx'

type Props = { readonly frame: Frame; readonly person: PersonRow; readonly problem?: string | undefined }

type EraseProps = Props & {
  readonly wrong?: string | undefined
  readonly typed?: string | undefined
  /** The accounts for whose sake they were not erased. */
  readonly keptFor?: PersonRow['aloneIn'] | undefined
}

/** Asks before somebody is erased; their address must be typed. Where accounts need somebody else first, it names these instead. */
export function ErasePage(props: EraseProps) {
  const { frame, person, problem, wrong, keptFor } = props
  const { reader } = frame
  const t = words.for(reader)
  const name = nameOf(person)
  const title = t('operator.erase.title', { name })
  return (
    <Page
      frame={frame}
      title={title}
      failed={!!wrong || !!problem || !!keptFor}
      breadcrumb={wayToPerson(frame, person, title)}
    >
      {wrong && <ErrorSummary reader={reader} errors={[{ field: 'address', message: wrong }]} />}
      <PageHeading title={title} lead={t('operator.erase.lead')} />
      {problem && (
        <Notice kind="danger" title={t('operator.not-done')}>
          {problem}
        </Notice>
      )}
      <NeedsSomebody {...props} />
      {(keptFor ?? person.aloneIn).length === 0 && <EraseForm {...props} />}
    </Page>
  )
}

function EraseForm({ frame, person, typed, wrong }: EraseProps) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={erasePersonPath.to(person.id)}>
      <Field
        reader={reader}
        name="address"
        label={t('operator.erase.address')}
        help={t('operator.erase.address.help', { address: person.address })}
        required
        value={typed ?? ''}
        error={wrong}
      />
      <FormActions>
        <SubmitButton variant="danger">{t('operator.erase.submit', { name: nameOf(person) })}</SubmitButton>
        <LinkButton variant="quiet" href={operatedPersonPath.to(person.id)}>
          {t('operator.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

const mostNamed = 20

function NeedsSomebody({ frame, person, keptFor }: EraseProps) {
  const t = words.for(frame.reader)
  const accounts = keptFor ?? person.aloneIn
  const n = accounts.length
  if (n === 0) return null
  return (
    <Notice
      kind={keptFor ? 'danger' : 'warning'}
      still={!keptFor}
      title={t(keptFor ? 'operator.erase.kept' : 'operator.erase.alone', { n })}
    >
      <ul>
        {accounts.slice(0, mostNamed).map(({ identifier, name }) => (
          <li>
            <Link href={operatedAccountPath.to(identifier)}>{name}</Link> <Identifier value={identifier} />
          </li>
        ))}
        {n > mostNamed && <li>{t('operator.erase.alone.more', { n: n - mostNamed })}</li>}
      </ul>
      <p>{t('operator.erase.way-on')}</p>
      {person.status === 'ACTIVE' && (
        <p>
          <Link href={disablePersonPath.to(person.id)}>{t('operator.erase.disable')}</Link>
        </p>
      )}
    </Notice>
  )
}

type MergeProps = Props & {
  readonly typed?: string | undefined
  readonly wrong?: string | undefined
  readonly other?: PersonRow | undefined
  /** What would be joined when this person stays, and when the other does. */
  readonly previews?: { readonly stays: Preview; readonly goes: Preview } | undefined
}

/** Making one person of two identities: first the other address, then both side by side. */
export function MergePage(props: MergeProps) {
  const { frame, person, other, problem, wrong, typed } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = t('operator.merge.title', { name: nameOf(person) })
  return (
    <Page
      frame={frame}
      title={title}
      failed={!!wrong || !!problem}
      breadcrumb={wayToPerson(frame, person, title)}
    >
      {wrong && <ErrorSummary reader={reader} errors={[{ field: 'with', message: wrong }]} />}
      <PageHeading title={title} lead={t('operator.merge.lead')} />
      {problem && (
        <Notice kind="danger" title={t('operator.not-done')}>
          {problem}
        </Notice>
      )}
      {other && props.previews ? (
        <Both frame={frame} person={person} other={other} previews={props.previews} />
      ) : (
        <Form action={mergePersonPath.to(person.id)} method="get">
          <Field
            reader={reader}
            name="with"
            type="email"
            label={t('operator.merge.with')}
            required
            value={typed ?? ''}
            error={wrong}
          />
          <FormActions>
            <SubmitButton>{t('operator.merge.look')}</SubmitButton>
            <LinkButton variant="quiet" href={operatedPersonPath.to(person.id)}>
              {t('operator.cancel')}
            </LinkButton>
          </FormActions>
        </Form>
      )}
    </Page>
  )
}

type BothProps = {
  readonly frame: Frame
  readonly person: PersonRow
  readonly other: PersonRow
  readonly previews: NonNullable<MergeProps['previews']>
}

function Both({ frame, person, other, previews }: BothProps) {
  const { reader } = frame
  const t = words.for(reader)
  const choice = (one: PersonRow, goes: PersonRow, preview: Preview) => ({
    value: one.id,
    label: `${nameOf(one)} <${one.address}>`,
    help: t('operator.merge.stays', {
      address: goes.address,
      grants: preview.grants,
      requests: preview.openRequests,
      tokens: preview.tokens,
    }),
    disabled: one.status !== 'ACTIVE',
  })
  const ownGifts = previews.stays.ownGifts + previews.goes.ownGifts
  return (
    <>
      {ownGifts > 0 && (
        <Notice kind="warning" still>
          {t('operator.merge.own-gifts', { n: ownGifts })}
        </Notice>
      )}
      <Joining frame={frame} />
      <Form action={mergePersonPath.to(person.id)}>
        <Hidden name="with" value={other.address} />
        <Radios
          reader={reader}
          name="stays"
          label={t('operator.merge.which')}
          required
          value={person.status === 'ACTIVE' ? person.id : other.id}
          items={[choice(person, other, previews.stays), choice(other, person, previews.goes)]}
        />
        <FormActions>
          <SubmitButton variant="danger">{t('operator.merge.submit')}</SubmitButton>
          <LinkButton variant="quiet" href={operatedPersonPath.to(person.id)}>
            {t('operator.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  )
}

function Joining({ frame }: { frame: Frame }) {
  const t = words.for(frame.reader)
  return (
    <Section title={t('operator.merge.happens')}>
      <Prose>
        <ul>
          <li>{t('operator.merge.signs-in-no-more')}</li>
          <li>{t('operator.merge.union')}</li>
          <li>{t('operator.merge.twice')}</li>
          <li>{t('operator.merge.history')}</li>
        </ul>
      </Prose>
    </Section>
  )
}
