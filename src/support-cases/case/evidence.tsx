import { nameOf } from '../../people/index.ts'
import { type Fact, Facts, Fold, Items, Muted, Stack, Time } from '../../ui/index.ts'
import { isUnderWay } from '../domain/case.ts'
import type { Evidence } from '../domain/evidence.ts'
import { words } from '../messages/index.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { CasePageProps } from './case.page.tsx'

type Props = CasePageProps & { readonly evidence: Evidence }

/** What was known when the case was opened, folded away: who could decide, who was told, who has looked. */
export function EvidenceFold(props: CasePageProps) {
  const { frame, one, thread } = props
  const t = words.for(frame.reader)
  const { evidence } = thread
  const isNew = isUnderWay(one) && one.firstAnsweredAt === null
  return (
    <Fold summary={t('evidence.title')} open={evidence !== null && isNew}>
      {evidence === null ? <Muted>{t('evidence.none')}</Muted> : <Known {...props} evidence={evidence} />}
    </Fold>
  )
}

function Known(props: Props) {
  const { reader } = props.frame
  const t = words.for(reader)
  const date = formatDate(reader, new Date(props.evidence.takenAt), 'dateTime')
  return (
    <Stack>
      <Muted>{t('evidence.taken', { date })}</Muted>
      <Facts stacked items={timesOf(props)} />
      <h3>{t('evidence.approvers')}</h3>
      <Approvers {...props} />
      <h3>{t('evidence.mails')}</h3>
      <Mails {...props} />
      <h3>{t('evidence.reminders')}</h3>
      <Reminders {...props} />
      <h3>{t('evidence.views')}</h3>
      <Views {...props} />
    </Stack>
  )
}

function timesOf({ frame, evidence }: Props): Fact[] {
  const { reader } = frame
  const t = words.for(reader)
  const { submittedAt, dueAt, expiresAt, firstViewedAt } = evidence.request
  const at = (time: string) => <Time reader={reader} at={new Date(time)} as="dateTime" />
  return [
    { label: t('evidence.submitted'), value: at(submittedAt) },
    { label: t('evidence.due'), value: at(dueAt) },
    { label: t('evidence.expires'), value: at(expiresAt) },
    {
      label: t('evidence.first-viewed'),
      value: firstViewedAt === null ? t('evidence.not-viewed') : at(firstViewedAt),
    },
  ]
}

function whoIs({ frame, thread }: Props, id: string | null): string {
  const parts = id === null ? undefined : thread.names.get(id)
  return parts ? nameOf(parts) : words.for(frame.reader)('said.erased')
}

function Approvers(props: Props) {
  const t = words.for(props.frame.reader)
  const { approvers } = props.evidence
  if (approvers.length === 0) return <Muted>{t('evidence.approvers.none')}</Muted>
  return (
    <Items
      items={approvers.map(({ personId, reach, lastActive, isBackup = false }) => ({
        title: whoIs(props, personId),
        text: [
          t(`evidence.reach.${reach}`),
          t(`evidence.band.${lastActive}`),
          ...(isBackup ? [t('evidence.backup')] : []),
        ].join(' · '),
      }))}
    />
  )
}

type SentMail = Evidence['mails'][number]

const told = [
  'submitted',
  'reminded',
  'amended',
  'overdue',
  'expiry-near',
  'information-asked',
  'answered',
  'comments-mailed',
  'escalated',
] as const

function kindOf({ kind }: SentMail): (typeof told)[number] | 'receipt' | 'other' {
  if (kind === 'access-request.submitted.requester') return 'receipt'
  return told.find((name) => kind.startsWith(`access-request.${name}`)) ?? 'other'
}

function Mails(props: Props) {
  const { reader } = props.frame
  const t = words.for(reader)
  const { mails } = props.evidence
  if (mails.length === 0) return <Muted>{t('evidence.mails.none')}</Muted>
  const became = ({ state, attempts, answer }: SentMail) => {
    const said = t(`evidence.mail.${state}`, { attempts })
    return answer === null ? said : `${said}, ${t('evidence.mail.answer', { code: answer })}`
  }
  return (
    <Items
      items={mails.map((mail) => ({
        title: whoIs(props, mail.personId),
        text: `${t(`evidence.mail-kind.${kindOf(mail)}`)} · ${became(mail)}`,
        meta: <Time reader={reader} at={new Date(mail.at)} as="dateTime" />,
      }))}
    />
  )
}

function Reminders({ frame, evidence }: Props) {
  const { reader } = frame
  const t = words.for(reader)
  if (evidence.reminders.length === 0) return <Muted>{t('evidence.reminders.none')}</Muted>
  return (
    <Items
      items={evidence.reminders.map(({ byHand, recipients, at }) => ({
        title: t(byHand ? 'evidence.reminder.hand' : 'evidence.reminder.clock', { n: recipients }),
        meta: <Time reader={reader} at={new Date(at)} as="dateTime" />,
      }))}
    />
  )
}

function Views(props: Props) {
  const { reader } = props.frame
  const t = words.for(reader)
  if (props.evidence.views.length === 0) return <Muted>{t('evidence.views.none')}</Muted>
  return (
    <Items
      items={props.evidence.views.map(({ personId, at }) => ({
        title: whoIs(props, personId),
        meta: <Time reader={reader} at={new Date(at)} as="dateTime" />,
      }))}
    />
  )
}
