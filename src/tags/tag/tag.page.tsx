import { AccountFrame, mostTicked, placeName, type SeenAccount } from '../../accounts/index.ts'
import { accountUsersPath, accountVirtualAccountsPath } from '../../paths/accounts.ts'
import { userPath } from '../../paths/members.ts'
import { deleteTagPath, tagPath, tagPeoplePath, tagPlacesPath, untagPersonPath } from '../../paths/tags.ts'
import {
  Button,
  Checkboxes,
  type Column,
  Field,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Identifier,
  Link,
  LinkButton,
  Muted,
  Notice,
  Pager,
  Section,
  Table,
  TextArea,
} from '../../ui/index.ts'
import { longestName, mayChangeTags, mayTagPlace } from '../domain/tags.ts'
import { words } from '../messages/index.ts'
import { Problems, type TypedAgain } from './tags.page.tsx'
import type { StoredTag, Tagged } from '../tags.store.ts'

/** What the page of one tag shows. */
export type TagPageProps = TypedAgain & {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly tag: StoredTag
  readonly carriers: readonly string[]
  readonly people: readonly Tagged[]
  readonly next: string | undefined
  readonly flash: Flash | undefined
  /** The field that the error is about. */
  readonly field?: 'name' | 'addresses' | 'places' | undefined
  /** Addresses that belong to no user of the account. */
  readonly unknown?: readonly string[] | undefined
}

/** One tag: what carries it, and how to change that. */
export function TagPage(props: TagPageProps) {
  const { frame, seen, tag, field = 'name', unknown = [] } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="tags"
      title={tag.name}
      under={[{ label: tag.name }]}
      flash={props.flash}
      failed={props.error !== undefined || props.problem !== undefined}
      narrow
    >
      <Problems frame={frame} field={field} error={props.error} problem={props.problem} />
      {unknown.length > 0 && (
        <Notice kind="warning">{t('tags.unknown', { addresses: unknown.join(', ') })}</Notice>
      )}
      <Section title={t('tags.places')}>
        <Places {...props} />
      </Section>
      <Section title={t('tags.people')}>
        <People {...props} />
      </Section>
      {mayChangeTags(seen.rights) && <Naming {...props} />}
    </AccountFrame>
  )
}

function Places({ frame, seen, tag, carriers, field, typed, error }: TagPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const mine = seen.tree.virtualAccounts.filter(({ id }) => mayTagPlace(seen.rights, id))
  const named = mine.filter(({ id }) => carriers.includes(id)).map(({ id }) => placeName(seen.tree, id))
  return (
    <Form action={tagPlacesPath.to(seen.account.identifier, tag.id)}>
      {seen.tree.virtualAccounts.length > mostTicked ? (
        <TextArea
          reader={reader}
          name="places"
          label={t('tags.places')}
          help={t('tags.places-written')}
          rows={6}
          spellcheck={false}
          value={field === 'places' ? typed : named.join('\n')}
          error={field === 'places' ? error : undefined}
        />
      ) : (
        <Checkboxes
          reader={reader}
          name="place"
          label={t('tags.places')}
          help={t('tags.places-help')}
          items={mine.map(({ id }) => ({ value: id, label: placeName(seen.tree, id) }))}
          values={carriers}
        />
      )}
      <FormActions>
        <Button>{t('tags.save')}</Button>
        {carriers.length > 0 && (
          <LinkButton
            variant="quiet"
            href={`${accountVirtualAccountsPath.to(seen.account.identifier)}?tag=${tag.id}`}
          >
            {t('tags.see-places')}
          </LinkButton>
        )}
      </FormActions>
    </Form>
  )
}

function People(props: TagPageProps) {
  const { frame, seen, tag, people } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <>
      {people.length === 0 ? (
        <Muted>{t('tags.nobody')}</Muted>
      ) : (
        <Table reader={reader} caption={t('tags.people')} columns={columnsOf(props)} rows={people} />
      )}
      <Pager reader={reader} next={props.next} />
      {people.length > 0 && (
        <p>
          <Link href={`${accountUsersPath.to(seen.account.identifier)}?tag=${tag.id}`}>
            {t('tags.see-people')}
          </Link>
        </p>
      )}
      <Adding {...props} />
    </>
  )
}

function columnsOf({ frame, seen, tag }: TagPageProps): Column<Tagged>[] {
  const t = words.for(frame.reader)
  const { identifier } = seen.account
  return [
    {
      label: t('tags.people'),
      heads: true,
      cell: ({ personId, name, address }) => (
        <>
          <Link href={userPath.to(identifier, personId)}>{name}</Link>
          <p class="muted">
            <Identifier value={address} />
          </p>
        </>
      ),
    },
    {
      label: t('tags.actions'),
      actions: true,
      cell: ({ personId, name }) => (
        <Form action={untagPersonPath.to(identifier, tag.id, personId)}>
          <Button small label={t('tags.remove-one', { name })}>
            {t('tags.remove')}
          </Button>
        </Form>
      ),
    },
  ]
}

function Adding({ frame, seen, tag, field, typed, error }: TagPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const isHere = field === 'addresses'
  return (
    <Form action={tagPeoplePath.to(seen.account.identifier, tag.id)}>
      <TextArea
        reader={reader}
        name="addresses"
        label={t('tags.addresses')}
        help={t('tags.addresses-help')}
        required
        rows={3}
        spellcheck={false}
        value={isHere ? typed : undefined}
        error={isHere ? error : undefined}
      />
      <FormActions>
        <Button>{t('tags.add-do')}</Button>
      </FormActions>
    </Form>
  )
}

function Naming({ frame, seen, tag, field, typed, error }: TagPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  return (
    <>
      <Section title={t('tags.rename')}>
        <Form action={tagPath.to(identifier, tag.id)}>
          <Field
            reader={reader}
            name="name"
            label={t('tags.name')}
            required
            width="medium"
            maxlength={longestName}
            value={field === 'name' ? typed : tag.name}
            error={field === 'name' ? error : undefined}
          />
          <FormActions>
            <Button>{t('tags.rename')}</Button>
          </FormActions>
        </Form>
      </Section>
      <Section title={t('tags.delete')}>
        <Form action={deleteTagPath.to(identifier, tag.id)}>
          <Muted>{t('tags.delete-help')}</Muted>
          <FormActions>
            <Button variant="danger">{t('tags.delete')}</Button>
          </FormActions>
        </Form>
      </Section>
    </>
  )
}
