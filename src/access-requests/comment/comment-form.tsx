import { commentPath } from '../../paths/conversation.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Button, Form, FormActions, Muted, Section, TextArea } from '../../ui/index.ts'
import { longestComment, type Side } from '../domain/conversation.ts'
import { words } from '../messages/index.ts'

/** The field at the end of the conversation, for the side that the viewer speaks for. */
export function CommentForm(props: {
  readonly reader: Reader
  readonly id: string
  readonly side: Side
  /** How many more comments this side can write. */
  readonly left: number
  /** Whom a comment of the other sides is for. */
  readonly name: string
  readonly typed?: string | undefined
  readonly error?: string | undefined
}) {
  const { reader, id, side, left, name, typed, error } = props
  const t = words.for(reader)
  if (left <= 0) return <Muted>{t('talk.none-left')}</Muted>
  return (
    <Section title={t('talk.title')}>
      <Form action={commentPath.to(id)}>
        <TextArea
          reader={reader}
          name="comment"
          label={t('talk.text')}
          help={`${t(`talk.help.${side}`, { name })} ${t('talk.left', { left })}`}
          required
          min={1}
          max={longestComment}
          rows={3}
          value={typed}
          error={error}
        />
        <FormActions>
          <Button icon="send">{t('talk.press')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
