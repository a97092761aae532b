import { askForColleaguePath, onBehalfListPath } from '../../paths/on-behalf.ts'
import { type FieldErrors, textOf, type Typed } from '../../platform/http/index.ts'
import {
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  LinkButton,
  Notice,
  Page,
  PageHeading,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { WishFields, type WishFieldsProps } from '../submit/wish-fields.tsx'

/** What the form to ask for a colleague shows; errors are sentences, by field. */
export type ForColleagueProps = {
  readonly frame: Frame
  /** The domain of the viewer's own address. */
  readonly domain: string
  readonly typed: Typed
  readonly errors: FieldErrors
  /** Why nothing was sent, when it is about no field. */
  readonly problem?: string | undefined
  readonly ends: WishFieldsProps['ends']
}

/** Asking for access for a colleague. */
export function ForColleaguePage(props: ForColleagueProps) {
  const { frame, errors, problem } = props
  const { reader } = frame
  const t = words.for(reader)
  const mistakes = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <Page frame={frame} title={t('behalf.title')} failed={mistakes.length > 0 || problem !== undefined}>
      <ErrorSummary reader={reader} errors={mistakes} />
      <PageHeading title={t('behalf.title')} lead={t('behalf.lead')} />
      {problem !== undefined && (
        <Notice kind="danger" title={t('behalf.refused')}>
          {problem}
        </Notice>
      )}
      <Asking {...props} />
    </Page>
  )
}

function Asking(props: ForColleagueProps) {
  const { frame, typed, errors } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={askForColleaguePath.to()}>
      <Field
        reader={reader}
        name="colleague"
        label={t('behalf.colleague')}
        star
        required
        help={t('behalf.colleague.help', { domain: props.domain })}
        value={textOf(typed, 'colleague')}
        error={errors['colleague']}
        inputmode="email"
        spellcheck={false}
      />
      <Field
        reader={reader}
        name="account"
        label={t('ask.identifier')}
        star
        required
        help={t('ask.identifier.help')}
        value={textOf(typed, 'account')}
        error={errors['account']}
        inputmode="url"
        spellcheck={false}
      />
      <WishFields
        reader={reader}
        typed={typed}
        errors={errors}
        places={[]}
        ends={props.ends}
        timeZone={null}
      />
      <FormActions>
        <SubmitButton icon="send">{t('behalf.send')}</SubmitButton>
        <LinkButton variant="quiet" href={onBehalfListPath.to()}>
          {t('behalf.list')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}
