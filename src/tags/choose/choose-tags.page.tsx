import { AccountFrame, type SeenAccount } from '../../accounts/index.ts'
import {
  Button,
  Checkboxes,
  type Crumb,
  Field,
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
} from '../../ui/index.ts'
import { longestName } from '../domain/tags.ts'
import { words } from '../messages/index.ts'
import { Problems, type TypedAgain } from '../tag/tags.page.tsx'
import type { StoredTag } from '../tags.store.ts'

/** What the page of the tags of one virtual account or user shows. */
export type ChooseTagsPageProps = TypedAgain & {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly tags: readonly StoredTag[]
  readonly of: 'virtual-accounts' | 'users'
  readonly name: string
  readonly under: readonly Crumb[]
  readonly back: string
  readonly action: string
  /** What it carries, as the form was drawn. */
  readonly before: readonly string[]
  readonly chosen: readonly string[]
}

/** The tags of one virtual account or user: tick those that exist, or name a new one. */
export function ChooseTagsPage(props: ChooseTagsPageProps) {
  const { frame, seen, tags, name, error, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <AccountFrame
      frame={frame}
      seen={seen}
      current={props.of}
      title={t('tags.of', { name })}
      lead={t('tags.lead')}
      under={[...props.under, { label: t('tags.title') }]}
      failed={error !== undefined || problem !== undefined}
      narrow
    >
      <Problems frame={frame} field="name" error={error} problem={problem} />
      <Form action={props.action}>
        {props.before.map((id) => (
          <Hidden name="before" value={id} />
        ))}
        {tags.length > 0 && (
          <Checkboxes
            reader={reader}
            name="tag"
            label={t('tags.carried')}
            items={tags.map((tag) => ({ value: tag.id, label: tag.name }))}
            values={props.chosen}
          />
        )}
        <Field
          reader={reader}
          name="name"
          label={t('tags.new')}
          help={t('tags.name-help')}
          width="medium"
          maxlength={longestName}
          value={props.typed}
          error={error}
        />
        <FormActions>
          <Button variant="primary">{t('tags.save')}</Button>
          <LinkButton variant="quiet" href={props.back}>
            {t('tags.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </AccountFrame>
  )
}
