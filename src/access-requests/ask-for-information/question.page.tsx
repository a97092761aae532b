import { requestPath } from '../../paths/access-requests.ts'
import { questionFillPath, questionPath } from '../../paths/conversation.ts'
import {
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
  Muted,
  Notice,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import type { Offer } from '../canned-reasons/offer.query.ts'
import { PreparedTexts } from '../canned-reasons/offer.tsx'
import { AboutRequestPage } from '../decide/about-request.page.tsx'
import type { DecisionView } from '../decide/decide.query.ts'
import { longestReason, shortestReason } from '../domain/reason.ts'
import { words } from '../messages/index.ts'
import { fullName } from '../profile.ts'

/** What the page of a question shows. */
export type QuestionPageProps = {
  readonly frame: Frame
  readonly view: DecisionView
  readonly offers: readonly Offer[]
  /** How often can still be asked. */
  readonly left: number
  readonly typed?: { readonly text: string; readonly chosen?: string | undefined } | undefined
  readonly error?: string | undefined
  /** Why nothing was sent, in words. */
  readonly problem?: string | undefined
}

/** Asking the requester something before deciding. */
export function QuestionPage(props: QuestionPageProps) {
  const { frame, view, error, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const name = fullName(view.request.profile)
  return (
    <AboutRequestPage
      frame={frame}
      view={view}
      title={t('question.title', { name })}
      lead={t('question.lead', { name })}
      errors={error === undefined ? [] : [{ field: 'question', message: error }]}
      problem={problem === undefined ? undefined : { title: t('notice.refused'), text: problem }}
      notice={
        view.first && (
          <Notice kind="warning" still>
            {t('question.first-void')}
          </Notice>
        )
      }
      plain
    >
      <QuestionForm {...props} name={name} />
    </AboutRequestPage>
  )
}

function QuestionForm(props: QuestionPageProps & { readonly name: string }) {
  const { frame, view, offers, left, typed, error, name } = props
  const { reader } = frame
  const t = words.for(reader)
  const { id, version } = view.request
  return (
    <Form action={questionPath.to(id)}>
      <Hidden name="version" value={String(version)} />
      <PreparedTexts
        reader={reader}
        offers={offers}
        action={questionFillPath.to(id)}
        into="question"
        name={name}
        chosen={typed?.chosen}
      />
      <TextArea
        reader={reader}
        name="question"
        label={t('question.text')}
        help={t('question.text-help', { name })}
        required
        min={shortestReason}
        max={longestReason}
        value={typed?.text}
        error={error}
      />
      <Muted>{t('question.left', { left })}</Muted>
      <FormActions>
        <SubmitButton icon="send">{t('question.press')}</SubmitButton>
        <LinkButton href={requestPath.to(id)} variant="quiet">
          {t('approve.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}
