import { roleMailboxes } from '../../accounts/domain/claim.ts'
import { applicationRoleMailPath, checkApplicationDnsPath } from '../../paths/new-accounts.ts'
import { Button, Card, Facts, Form, FormActions, Id, Section, Select } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { ApplicationView } from './application.view.ts'

/** The ways to prove the domain, for whoever asked. */
export function Proving({ frame, application, record }: ApplicationView) {
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
