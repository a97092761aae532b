import { accountTypes } from '../../accounts/domain/account.ts'
import type { SeenAccount } from '../../accounts/index.ts'
import { accountChangePath, askChangePath } from '../../paths/account-changes.ts'
import { textOf, type Typed } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  ErrorSummary,
  Field,
  Form,
  FormActions,
  type Frame,
  Hidden,
  LinkButton,
  Select,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { takesTwo } from '../domain/change.ts'
import { ChangeFrame } from '../frame.page.tsx'
import { Happens, type Subject } from '../happens.tsx'
import { words } from '../messages/index.ts'
import { reasonBounds } from '../reason.ts'
import type { NotTaken } from '../say.ts'

type Props = {
  readonly frame: Frame
  readonly seen: SeenAccount
  readonly subject: Subject
  readonly typed: Typed
  readonly notTaken?: NotTaken | undefined
}

/** Asking for one change: what would happen, why, and the button. A merger first asks for the other account. */
export function AskPage(props: Props) {
  const { frame, seen, subject, notTaken } = props
  const { reader } = frame
  const t = words.for(reader)
  const { kind } = subject
  const errors = Object.entries(notTaken?.errors ?? {}).map(([field, message]) => ({ field, message }))
  const lead = takesTwo(kind) ? (seen.byOffice ? t('ask.lead-office') : t('ask.lead')) : t('ask.lead-alone')
  return (
    <ChangeFrame
      frame={frame}
      seen={seen}
      title={t(`kind.${kind}`)}
      lead={lead}
      problem={notTaken?.problem}
      failed={notTaken !== undefined}
    >
      <ErrorSummary reader={reader} errors={errors} />
      {kind === 'MERGE' && !subject.other ? <OtherForm {...props} /> : <ReasonForm {...props} />}
    </ChangeFrame>
  )
}

function OtherForm({ frame, seen, typed, notTaken }: Props) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Form action={askChangePath.to(seen.account.identifier, 'merge')} method="get">
      <Field
        reader={reader}
        name="identifier"
        label={t('ask.into')}
        help={t('ask.into.help')}
        required
        value={textOf(typed, 'identifier')}
        error={notTaken?.errors?.['identifier']}
      />
      <FormActions>
        <SubmitButton>{t('ask.preview')}</SubmitButton>
        <LinkButton variant="quiet" href={accountChangePath.to(seen.account.identifier)}>
          {t('ask.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

const dangers = new Set(['CLOSE', 'MERGE', 'SUSPEND'])

function ReasonForm(props: Props) {
  const { frame, seen, subject, typed, notTaken } = props
  const { reader } = frame
  const t = words.for(reader)
  const { kind, account } = subject
  return (
    <>
      <Happens reader={reader} subject={subject} />
      <Form action={askChangePath.to(account.identifier, kind.toLowerCase())}>
        <Particulars {...props} />
        <TextArea
          reader={reader}
          name="reason"
          label={t('ask.reason')}
          help={t('ask.reason.help')}
          required
          rows={4}
          {...reasonBounds}
          value={textOf(typed, 'reason')}
          error={notTaken?.errors?.['reason']}
        />
        <FormActions>
          <SubmitButton variant={dangers.has(kind) ? 'danger' : 'primary'}>
            {buttonOf(reader, subject)}
          </SubmitButton>
          <LinkButton variant="quiet" href={accountChangePath.to(seen.account.identifier)}>
            {t('ask.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  )
}

function buttonOf(reader: Reader, { kind, account, other }: Subject): string {
  const t = words.for(reader)
  return kind === 'MERGE'
    ? t('ask.submit.MERGE', { other: other?.name ?? '' })
    : t(`ask.submit.${kind}`, { account: account.name })
}

function Particulars({ frame, subject, typed, notTaken }: Props) {
  const { reader } = frame
  const t = words.for(reader)
  if (subject.kind === 'MERGE') return <Hidden name="identifier" value={subject.other?.identifier ?? ''} />
  if (subject.kind === 'IDENTIFIER') {
    return (
      <Field
        reader={reader}
        name="identifier"
        label={t('ask.identifier')}
        help={t('ask.identifier.help')}
        required
        value={textOf(typed, 'identifier')}
        error={notTaken?.errors?.['identifier']}
      />
    )
  }
  if (subject.kind !== 'TYPE') return null
  return (
    <Select
      reader={reader}
      name="type"
      label={t('ask.type')}
      required
      width="medium"
      value={textOf(typed, 'type') || subject.account.type}
      options={accountTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
    />
  )
}
