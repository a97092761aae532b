import { textOf } from '../../platform/http/index.ts'
import { type Identifier as AccountIdentifier, shownIdentifier } from '../../accounts/domain/identifier.ts'
import { approveApplicationPath, askForActionPath, declineApplicationPath } from '../../paths/new-accounts.ts'
import { operatedAccountPath } from '../../paths/operator.ts'
import {
  Badge,
  Button,
  Card,
  Fold,
  Form,
  FormActions,
  Hidden,
  Identifier,
  Items,
  Link,
  Muted,
  Section,
  SubmitButton,
  TextArea,
} from '../../ui/index.ts'
import { sayMistake } from '../apply/fields.tsx'
import { isApplicationOpen, openChecks } from '../domain/application.ts'
import { words } from '../messages/index.ts'
import type { ApplicationView } from './application.view.ts'

/** What an operator looks at, and what they can say. */
export function Operating(props: ApplicationView) {
  const { frame, application, as } = props
  const t = words.for(frame.reader)
  if (!isApplicationOpen(application.status)) return null
  if (as.requester || as.nominee) return <Muted>{t('application.operate.own')}</Muted>
  return (
    <Section title={t('application.operate')} id="operate">
      <Checks {...props} />
      <SimilarOnes {...props} />
      {application.status === 'CHECKING' && (
        <Form action={approveApplicationPath.to(application.id)}>
          <Hidden name="version" value={String(application.version)} />
          <FormActions>
            <SubmitButton icon="check">{t('application.operate.approve')}</SubmitButton>
          </FormActions>
        </Form>
      )}
      {application.status === 'CHECKING' && <Saying {...props} what="ask" />}
      <Saying {...props} what="decline" />
    </Section>
  )
}

function Checks({ frame, application }: ApplicationView) {
  const t = words.for(frame.reader)
  const checks = openChecks(application)
  if (checks.length === 0) return null
  return (
    <Items
      items={checks.map((check) => ({
        title: t(`application.check.${check}`),
        text: t(`application.check.${check}.help`),
      }))}
    />
  )
}

function SimilarOnes({ frame, similar }: ApplicationView) {
  const t = words.for(frame.reader)
  if (similar.length === 0) return null
  return (
    <Card title={t('application.similar')} level={3}>
      <Items
        items={similar.map((one) => ({
          title: <Link href={operatedAccountPath.to(one.identifier)}>{one.name}</Link>,
          text: <Identifier value={shownIdentifier(one.identifier as AccountIdentifier).shown} />,
          state: one.isSame && <Badge tone="red">{t('application.similar.same-badge')}</Badge>,
        }))}
      />
    </Card>
  )
}

function Saying({ what, ...view }: ApplicationView & { what: 'ask' | 'decline' }) {
  const { frame, application, typed = {}, errors = {} } = view
  const { reader } = frame
  const t = words.for(reader)
  const name = `${what}Note`
  const error = errors[name] === undefined ? undefined : sayMistake(reader, errors[name])
  const path = what === 'ask' ? askForActionPath : declineApplicationPath
  return (
    <Fold summary={t(`application.operate.${what}`)} open={error !== undefined}>
      <Form action={path.to(application.id)}>
        <Hidden name="version" value={String(application.version)} />
        <TextArea
          reader={reader}
          name={name}
          label={t(`application.operate.${what}.note`)}
          help={t('application.operate.note.help')}
          required
          min={10}
          max={1_000}
          rows={3}
          value={textOf(typed, name)}
          error={error}
        />
        <FormActions>
          <Button {...(what === 'decline' ? { variant: 'danger' as const } : {})}>
            {t(`application.operate.${what}`)}
          </Button>
        </FormActions>
      </Form>
    </Fold>
  )
}
