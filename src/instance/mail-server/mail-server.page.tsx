import { mailSettingsPath, testMailPath } from '../../paths/operator.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import {
  ErrorSummary,
  Field,
  type Flash,
  Form,
  FormActions,
  type Frame,
  Hidden,
  Notice,
  Prose,
  Radios,
  Section,
  SubmitButton,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { OperatorPage } from '../operator/frame.page.tsx'
import { SettingsTabs } from '../operator/settings-tabs.tsx'
import type { MailServerProblems, TypedMailServer } from './read-mail-server.ts'

/** What the page of the mail server shows. */
export type MailServerProps = {
  readonly frame: Frame
  readonly typed: TypedMailServer
  readonly version: number
  readonly hasPassword: boolean
  /** Who mails are from while operators say nothing else. */
  readonly usualSender: string
  /** What the environment says, and what the demo does without. */
  readonly fixed: { readonly server: string | null; readonly sender: string | null; readonly isDemo: boolean }
  /** Of whoever looks. */
  readonly address: string
  readonly problems?: MailServerProblems | undefined
  readonly refused?: string | undefined
  readonly flash?: Flash | undefined
}

// As they stand on the page.
const fields = ['host', 'port', 'user', 'password', 'senderName', 'senderAddress'] as const

/** The mail server, who mails are from, and a mail to see whether it arrives. */
export function MailServerPage(props: MailServerProps) {
  const { frame, problems = {}, refused, fixed } = props
  const { reader } = frame
  const t = words.for(reader)
  const errors = fields.flatMap((field) => {
    const code = problems[field]
    return code ? [{ field, message: t(`mail-server.problem.${code}`) }] : []
  })
  return (
    <OperatorPage
      frame={frame}
      current="settings"
      flash={props.flash}
      failed={errors.length > 0 || refused !== undefined}
    >
      <SettingsTabs frame={frame} current="mail" />
      <ErrorSummary reader={reader} errors={errors} />
      {refused && (
        <Notice kind="warning" title={t('operator.settings.problem')}>
          {refused}
        </Notice>
      )}
      <Form action={mailSettingsPath.to()}>
        <Hidden name="version" value={String(props.version)} />
        <Server {...props} />
        <Sender {...props} />
        {(fixed.server === null && !fixed.isDemo) || fixed.sender === null ? (
          <FormActions>
            <SubmitButton>{t('mail-server.save')}</SubmitButton>
          </FormActions>
        ) : null}
      </Form>
      <Section title={t('mail-server.try')} lead={t('general.mail.lead', { address: props.address })}>
        <Form action={testMailPath.to()}>
          <FormActions>
            <SubmitButton variant="secondary">{t('general.mail.test')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </OperatorPage>
  )
}

// A field, and what is wrong with it.
function fieldOf(reader: Reader, { typed, problems = {} }: MailServerProps) {
  const t = words.for(reader)
  return (name: keyof MailServerProblems) => {
    const code = problems[name]
    return {
      reader,
      name,
      value: name === 'password' ? '' : typed[name],
      error: code && t(`mail-server.problem.${code}`),
    }
  }
}

function Server(props: MailServerProps) {
  const { fixed } = props
  const t = words.for(props.frame.reader)
  if (fixed.server === null && !fixed.isDemo)
    return (
      <Section title={t('mail-server.server')} lead={t('mail-server.server.lead')}>
        <Where {...props} />
        <SigningIn {...props} />
      </Section>
    )
  return (
    <Section title={t('mail-server.server')}>
      <Prose>
        <p>{fixed.server ?? t('mail-server.demo')}</p>
        {fixed.server && <p class="muted">{t('mail-server.by-environment', { name: 'SMTP_URL' })}</p>}
      </Prose>
    </Section>
  )
}

function Where(props: MailServerProps) {
  const { reader } = props.frame
  const t = words.for(reader)
  const field = fieldOf(reader, props)
  return (
    <>
      <Field
        {...field('host')}
        label={t('mail-server.host')}
        help={t('mail-server.host.help')}
        width="medium"
      />
      <Field
        {...field('port')}
        label={t('mail-server.port')}
        help={t('mail-server.port.help')}
        inputmode="numeric"
        width="short"
      />
      <Radios
        reader={reader}
        name="security"
        label={t('mail-server.security')}
        required
        value={props.typed.security}
        items={(['TLS', 'STARTTLS'] as const).map((value) => ({
          value,
          label: t(`mail-server.security.${value}`),
        }))}
      />
    </>
  )
}

function SigningIn(props: MailServerProps) {
  const { reader } = props.frame
  const t = words.for(reader)
  const field = fieldOf(reader, props)
  return (
    <>
      <Field
        {...field('user')}
        label={t('mail-server.user')}
        help={t('mail-server.user.help')}
        width="medium"
      />
      <Field
        {...field('password')}
        label={t('mail-server.password')}
        help={t(props.hasPassword ? 'mail-server.password.help' : 'mail-server.password.help.none')}
        type="password"
        autocomplete="new-password"
        width="medium"
      />
    </>
  )
}

function Sender(props: MailServerProps) {
  const { reader } = props.frame
  const t = words.for(reader)
  const field = fieldOf(reader, props)
  if (props.fixed.sender !== null)
    return (
      <Section title={t('mail-server.sender')}>
        <Prose>
          <p>{props.fixed.sender}</p>
          <p class="muted">{t('mail-server.by-environment', { name: 'MAIL_FROM' })}</p>
        </Prose>
      </Section>
    )
  return (
    <Section title={t('mail-server.sender')} lead={t('mail-server.sender.lead')}>
      <Field
        {...field('senderName')}
        label={t('mail-server.sender-name')}
        help={t('mail-server.sender-name.help')}
        width="medium"
      />
      <Field
        {...field('senderAddress')}
        label={t('mail-server.sender-address')}
        help={t('mail-server.sender-address.help', { address: props.usualSender })}
        type="email"
        width="medium"
      />
    </Section>
  )
}
