import { roleMailboxes } from '../../accounts/domain/claim.ts'
import {
  applicationPath,
  applicationRoleMailPath,
  checkApplicationDnsPath,
  proveByProviderPath,
} from '../../paths/new-accounts.ts'
import { startSignInWithPath } from '../../paths/people.ts'
import { Button, Card, Facts, Form, FormActions, Id, LinkButton, Section, Select } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { ApplicationView } from './application.view.ts'

// The word of the identity provider that speaks for the domain; most domains have none.
function ByProvider({ frame, application, vouching }: ApplicationView) {
  if (!vouching) return null
  const t = words.for(frame.reader)
  const { id, name, isOfSession } = vouching
  return (
    <Card title={t('application.provider', { name })} level={3}>
      <p>{t(isOfSession ? 'application.provider.text' : 'application.provider.sign-in', { name })}</p>
      {isOfSession ? (
        <Form action={proveByProviderPath.to(application.id)}>
          <FormActions>
            <Button>{t('application.provider.prove')}</Button>
          </FormActions>
        </Form>
      ) : (
        <FormActions>
          <LinkButton href={startSignInWithPath.to(id, `${applicationPath.to(application.id)}`)}>
            {t('application.provider.go', { name })}
          </LinkButton>
        </FormActions>
      )}
    </Card>
  )
}

/** The ways to prove the domain, for whoever asked. */
export function Proving(view: ApplicationView) {
  const { frame, application, record } = view
  if (record === null) return null
  const { reader } = frame
  const t = words.for(reader)
  const domain = application.identifier
  const isWaitedFor = application.status === 'CHECKING' || application.status === 'ACTION_NEEDED'
  return (
    <Section
      title={t('application.prove', { domain })}
      lead={t(isWaitedFor ? 'application.prove.lead' : 'application.prove.lead-active')}
      id="prove"
    >
      <Card title={t('application.dns')} level={3}>
        <p>{t('application.dns.text')}</p>
        <Facts
          stacked
          items={[
            { label: t('application.dns.name'), value: <Id value={record.name} /> },
            { label: t('application.dns.value'), value: <Id value={record.text} /> },
          ]}
        />
        <Form action={checkApplicationDnsPath.to(application.id)}>
          <FormActions>
            <Button>{t('application.dns.check')}</Button>
          </FormActions>
        </Form>
      </Card>
      <ByProvider {...view} />
      <Card title={t('application.mailbox')} level={3}>
        <p>{t('application.mailbox.text')}</p>
        <Form action={applicationRoleMailPath.to(application.id)}>
          <Select
            reader={reader}
            name="mailbox"
            label={t('application.mailbox.which')}
            required
            options={roleMailboxes.map((name) => ({ value: name, label: `${name}@${domain}` }))}
            value={roleMailboxes[0]}
          />
          <FormActions>
            <Button>{t('application.mailbox.send')}</Button>
          </FormActions>
        </Form>
      </Card>
    </Section>
  )
}
