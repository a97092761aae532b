import { answerPath } from '../../paths/conversation.ts'
import { nameOf } from '../../people/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Card, Form, FormActions, Hidden, Quote, SubmitButton, TextArea } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { longestReason, shortestReason } from '../domain/reason.ts'
import type { Question } from '../request/conversation.query.ts'

/** The question that waits for the requester, and the field to answer it, on the page of the request. */
export function AnswerCard(props: {
  readonly reader: Reader
  readonly request: { readonly id: string; readonly showAdministrators: 'NAMES' | 'RELAY' | 'NONE' }
  readonly question: Question
  readonly typed?: string | undefined
  readonly error?: string | undefined
}) {
  const { reader, request, question, typed, error } = props
  const t = words.for(reader)
  const who = request.showAdministrators === 'NAMES' ? nameOf(question.askedBy) : t('somebody.start')
  const date = formatDate(reader, question.askedAt, 'date')
  return (
    <Card title={t('answer.title')} id="question">
      <p class="muted">{t('answer.asked', { who, date })}</p>
      <Quote reader={reader} text={question.text} />
      <Form action={answerPath.to(request.id)}>
        <Hidden name="question" value={String(question.n)} />
        <TextArea
          reader={reader}
          name="answer"
          label={t('answer.text')}
          help={t('answer.text-help')}
          required
          min={shortestReason}
          max={longestReason}
          rows={5}
          value={typed}
          error={error}
        />
        <FormActions>
          <SubmitButton icon="send">{t('answer.press')}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}
