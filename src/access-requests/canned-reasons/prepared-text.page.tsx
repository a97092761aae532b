import { AccountSettingsPage } from '../../accounts/index.ts'
import { newPreparedTextPath, preparedTextPath, preparedTextsPath } from '../../paths/conversation.ts'
import { type FieldErrors, textOf, type Typed } from '../../platform/http/index.ts'
import {
  Card,
  ErrorSummary,
  Field,
  Form,
  FormActions,
  Grid,
  LinkButton,
  Muted,
  Notice,
  Radios,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { longestTitle, purposes } from '../domain/prepared-text.ts'
import { longestReason, shortestReason } from '../domain/reason.ts'
import { words } from '../messages/index.ts'
import type { OfAccount } from './prepared-texts.page.tsx'

/** What the form of a prepared text shows; errors are sentences, by field. */
export type PreparedTextPageProps = OfAccount & {
  /** Null for a new one. */
  readonly id: string | null
  readonly typed: Typed
  readonly errors?: FieldErrors | undefined
  /** Why it was not saved at all. */
  readonly problem?: string | undefined
}

/** A prepared text, in one language or both. */
export function PreparedTextPage(props: PreparedTextPageProps) {
  const { frame, seen, id, errors = {}, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const title = id === null ? t('prepared.add-title') : t('prepared.edit-title')
  const mistakes = Object.entries(errors).map(([field, message]) => ({
    field: field === 'purpose' ? 'purpose-1' : field,
    message,
  }))
  const failed = mistakes.length > 0 || problem !== undefined
  return (
    <AccountSettingsPage
      frame={frame}
      seen={seen}
      current="texts"
      title={title}
      under={{ label: title }}
      failed={failed}
      wide
    >
      <ErrorSummary reader={reader} errors={mistakes} />
      {problem !== undefined && (
        <Notice kind="danger" title={t('notice.refused')}>
          {problem}
        </Notice>
      )}
      <TextForm {...props} />
    </AccountSettingsPage>
  )
}

function TextForm(props: PreparedTextPageProps) {
  const { frame, seen, id, errors = {} } = props
  const { reader } = frame
  const { identifier } = seen.account
  const t = words.for(reader)
  const action = id === null ? newPreparedTextPath.to(identifier) : preparedTextPath.to(identifier, id)
  return (
    <Form action={action} wide>
      <Radios
        reader={reader}
        name="purpose"
        label={t('prepared.purpose')}
        required
        items={purposes.map((purpose) => ({ value: purpose, label: t(`prepared.purpose.${purpose}`) }))}
        value={textOf(props.typed, 'purpose')}
        error={errors['purpose']}
      />
      <Muted>{t('prepared.languages')}</Muted>
      <Grid>
        <Version {...props} language="En" />
        <Version {...props} language="Fr" />
      </Grid>
      <FormActions>
        <SubmitButton>{t('prepared.save')}</SubmitButton>
        <LinkButton variant="quiet" href={preparedTextsPath.to(identifier)}>
          {t('prepared.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function Version({ frame, typed, errors = {}, language }: PreparedTextPageProps & { language: 'En' | 'Fr' }) {
  const { reader } = frame
  const t = words.for(reader)
  const [title, text] = [`title${language}`, `text${language}`]
  return (
    <Card title={language === 'En' ? t('prepared.english') : t('prepared.french')}>
      <Field
        reader={reader}
        name={title}
        label={t('prepared.name')}
        help={t('prepared.name-help')}
        value={textOf(typed, title)}
        maxlength={longestTitle}
        error={errors[title]}
      />
      <TextArea
        reader={reader}
        name={text}
        label={t('prepared.text')}
        min={shortestReason}
        max={longestReason}
        rows={6}
        value={textOf(typed, text)}
        error={errors[text]}
      />
    </Card>
  )
}
