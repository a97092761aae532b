import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import { accountTagsPath } from '../../paths/accounts.ts'
import { tagPath } from '../../paths/tags.ts'
import {
  type Column,
  ErrorSummary,
  Field,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Link,
  Muted,
  Notice,
  Section,
  SubmitButton,
  Table,
} from '../../ui/index.ts'
import { longestName } from '../domain/tags.ts'
import { words } from '../messages/index.ts'
import type { StoredTag } from '../tags.store.ts'

/** What was typed into a form and not taken, and why; the error is a sentence. */
export type TypedAgain = {
  readonly typed?: string | undefined
  readonly error?: string | undefined
  readonly problem?: string | undefined
}

/** What the list of tags shows. */
export type TagsPageProps = TypedAgain & {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly tags: readonly StoredTag[]
  readonly flash: Flash | undefined
}

/** The tags of an account, and a form for a new one. */
export function TagsPage({ frame, seen, tags, flash, typed, error, problem }: TagsPageProps) {
  const { reader } = frame
  const t = words.for(reader)
  const { identifier } = seen.account
  const columns: Column<StoredTag>[] = [
    {
      label: t('tags.name'),
      heads: true,
      cell: ({ id, name }) => <Link href={tagPath.to(identifier, id)}>{name}</Link>,
    },
    { label: t('tags.places'), numeric: true, fit: true, cell: ({ places }) => String(places) },
    { label: t('tags.people'), numeric: true, fit: true, cell: ({ people }) => String(people) },
  ]
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current="tags"
      title={t('tags.title')}
      lead={t('tags.lead')}
      flash={flash}
      failed={error !== undefined || problem !== undefined}
    >
      <Problems frame={frame} field="name" error={error} problem={problem} />
      {tags.length === 0 ? (
        <Muted>{t('tags.none')}</Muted>
      ) : (
        <Table reader={reader} caption={t('tags.title')} columns={columns} rows={tags} />
      )}
      <Section title={t('tags.new')}>
        <Form action={accountTagsPath.to(identifier)}>
          <Field
            reader={reader}
            name="name"
            label={t('tags.name')}
            help={t('tags.name-help')}
            required
            width="medium"
            maxlength={longestName}
            value={typed}
            error={error}
          />
          <FormActions>
            <SubmitButton>{t('tags.make')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </AccountFrame>
  )
}

/** Why nothing was done, above the page. */
export function Problems(props: { frame: Frame; field: string } & Omit<TypedAgain, 'typed'>) {
  const { frame, field, error, problem } = props
  return (
    <>
      {error !== undefined && <ErrorSummary reader={frame.reader} errors={[{ field, message: error }]} />}
      {problem !== undefined && (
        <Notice kind="danger" title={words.for(frame.reader)('tags.refused')}>
          {problem}
        </Notice>
      )}
    </>
  )
}
