import { mailSettingsPath, operatedMailPath, operatorMailsPath, retryJobsPath } from '../../paths/operator.ts'
import {
  Button,
  EmptyState,
  Form,
  type Frame,
  Id,
  Link,
  Notice,
  Section,
  Table,
  Time,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { OperatorPage } from './frame.page.tsx'
import type { DeadJob, StuckMail } from './operator.query.ts'

/** Work that was given up and mail that does not arrive. */
export function TroublePage(props: {
  frame: Frame
  jobs: readonly DeadJob[]
  mails: readonly StuckMail[]
  mailWaits: boolean
}) {
  const { frame, jobs, mails, mailWaits } = props
  const { reader } = frame
  const t = words.for(reader)
  return (
    <OperatorPage frame={frame} current="trouble">
      {mailWaits && (
        <Notice kind="warning" still>
          {t('operator.trouble.no-mail')}{' '}
          <Link href={mailSettingsPath.to()}>{t('operator.trouble.choose-server')}</Link>
        </Notice>
      )}
      {jobs.length + mails.length === 0 && (
        <EmptyState title={t('operator.trouble.none.title')}>{t('operator.trouble.none.text')}</EmptyState>
      )}
      {jobs.length > 0 && (
        <Section title={t('operator.trouble.jobs')} count={jobs.length}>
          <Form action={retryJobsPath.to()} wide>
            <Button>{t('operator.trouble.retry')}</Button>
          </Form>
          <Table
            reader={reader}
            caption={t('operator.trouble.jobs')}
            dense
            rows={jobs}
            columns={[
              { label: t('operator.trouble.kind'), heads: true, cell: ({ kind }) => kind },
              { label: t('operator.account'), cell: ({ identifier }) => identifier ?? '–' },
              { label: t('operator.trouble.error'), cell: ({ error }) => error ?? '–' },
              { label: t('operator.trouble.attempts'), numeric: true, cell: ({ attempts }) => attempts },
              {
                label: t('operator.trouble.since'),
                fit: true,
                cell: ({ failedAt }) => <Time reader={reader} at={failedAt} as="dateTime" />,
              },
            ]}
          />
        </Section>
      )}
      {mails.length > 0 && <Mails frame={frame} mails={mails} />}
    </OperatorPage>
  )
}

function Mails({ frame, mails }: { frame: Frame; mails: readonly StuckMail[] }) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Section title={t('operator.trouble.mails')} count={mails.length}>
      <p>
        <Link href={operatorMailsPath.to()}>{t('operator.trouble.see-mails')}</Link>
      </p>
      <Table
        reader={reader}
        caption={t('operator.trouble.mails')}
        dense
        rows={mails}
        columns={[
          {
            label: t('operator.trouble.to'),
            heads: true,
            cell: ({ id, address }) => (
              <Link href={operatedMailPath.to(id)}>
                <Id value={address} />
              </Link>
            ),
          },
          {
            label: t('operator.trouble.kind'),
            cell: ({ category }) => t(`mails.category.${category ?? 'none'}`),
          },
          { label: t('operator.status'), cell: ({ state }) => t(`operator.trouble.state.${state}`) },
          { label: t('operator.trouble.error'), cell: ({ response }) => response ?? '–' },
          { label: t('operator.trouble.attempts'), numeric: true, cell: ({ attempts }) => attempts },
          {
            label: t('operator.trouble.since'),
            fit: true,
            cell: ({ queuedAt }) => <Time reader={reader} at={queuedAt} as="dateTime" />,
          },
        ]}
      />
    </Section>
  )
}
